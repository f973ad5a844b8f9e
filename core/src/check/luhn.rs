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

    #[test]
    fn published_number() {
        assert!(is_valid(b"79927398713")); // the example of Luhn's patent literature
        assert!(!is_valid(b"79927398710"));
        assert!(!is_valid(b""));
        assert!(!is_valid(b"7992739871A"));
    }

    #[test]
    fn every_single_digit_error_is_caught() {
        let good = *b"4111111111111111";
        for place in 0..good.len() {
            for d in b'0'..=b'9' {
                let mut bad = good;
                bad[place] = d;
                assert_eq!(is_valid(&bad), d == good[place]);
            }
        }
    }
}
