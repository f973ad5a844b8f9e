//! Luhn's formula, the check digit of payment cards (ISO/IEC 7812-1, Annex B).

/// Whether the last digit is the Luhn check digit of those before it. False for anything but digits, and when empty.
pub(crate) fn is_valid(digits: &[u8]) -> bool {
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let mut sum = 0u32;
    for (place, &d) in digits.iter().rev().enumerate() {
        let d = u32::from(d - b'0');
        sum += match (place % 2 == 1, d > 4) {
            (false, _) => d,
            (true, false) => 2 * d,
            (true, true) => 2 * d - 9,
        };
    }
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::is_valid;
    use crate::check::tests::caught;

    #[test]
    fn published_number() {
        assert!(is_valid(b"79927398713")); // the example of Luhn's patent literature
        assert!(!is_valid(b"79927398710"));
        assert!(!is_valid(b""));
        assert!(!is_valid(b"7992739871A"));
    }

    #[test]
    fn every_wrong_digit_and_every_swap_but_of_0_and_9_is_caught() {
        let rate = caught(16, is_valid);
        assert!(rate.single == 1.0 && rate.swapped > 0.97, "{rate:?}");
        assert!(is_valid(b"18") && is_valid(b"0909091") == is_valid(b"9009091"));
    }
}
