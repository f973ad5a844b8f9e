//! Weighted sums of digits.

/// Sum of each digit times its weight; bytes that are no digits count as 0, missing weights end the sum.
pub(crate) fn sum(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(&d, &w)| u32::from(d.wrapping_sub(b'0').min(9)) * w).sum()
}

#[cfg(test)]
mod tests {
    #[test]
    fn sums() {
        assert_eq!(super::sum(b"123", &[8, 6, 4]), 8 + 12 + 12);
    }
}
