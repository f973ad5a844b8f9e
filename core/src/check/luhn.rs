//! Luhn's formula, the check digit of payment cards (ISO/IEC 7812-1, Annex B).

/// Whether the last digit is the Luhn check digit of those before it. False for anything but digits, and when empty.
pub(crate) fn is_valid(digits: &[u8]) -> bool {
    !digits.is_empty() && remainder(digits) == Some(0)
}

/// Luhn's sum modulo ten, 0 for a number that holds: how far the last digit is off. `None` for anything but digits.
pub(crate) fn remainder(digits: &[u8]) -> Option<u8> {
    let value = |b: u8| u32::from(b.wrapping_sub(b'0'));
    // From the right every second digit counts twice; one that has none before it stands alone.
    let (rest, pairs) = digits.as_rchunks::<2>();
    let first = rest.first().map_or(0, |&b| value(b));
    let (mut sum, mut strange) = (first, first > 9);
    for &[twice, once] in pairs {
        let (twice, once) = (value(twice), value(once));
        strange |= (twice > 9) | (once > 9);
        sum = sum.wrapping_add(once + 2 * twice).wrapping_sub(9 * u32::from(twice > 4));
    }
    u8::try_from(sum % 10).ok().filter(|_| !strange)
}

/// Luhn's formula over digits and capitals, which count 0 to 35, modulo 36: what a doubled character has above 35 is
/// added to the rest. The last is the check character.
pub(crate) fn is_valid_36(characters: &[u8]) -> bool {
    let mut sum = 0;
    for (n, c) in characters.iter().rev().enumerate() {
        let value = match c {
            b'0'..=b'9' => u32::from(c - b'0'),
            b'A'..=b'Z' => u32::from(c - b'A') + 10,
            _ => return false,
        };
        let value = if n % 2 == 1 { value * 2 } else { value };
        sum += value / 36 + value % 36;
    }
    !characters.is_empty() && sum.is_multiple_of(36)
}

/// Luhn's formula over digits and capitals, each capital written as its two digits (A = 10) first.
pub(crate) fn is_valid_spelled(characters: &[u8]) -> bool {
    let (mut sum, mut twice) = (0, false);
    let mut add = |digit: u32| {
        let value = if twice { digit * 2 } else { digit };
        sum += value / 10 + value % 10;
        twice = !twice;
    };
    for c in characters.iter().rev() {
        match c {
            b'0'..=b'9' => add(u32::from(c - b'0')),
            b'A'..=b'Z' => {
                let value = u32::from(c - b'A') + 10;
                add(value % 10);
                add(value / 10);
            }
            _ => return false,
        }
    }
    !characters.is_empty() && sum % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::{is_valid, is_valid_36, is_valid_spelled, remainder};
    use crate::check::tests::caught;

    #[test]
    fn published_number() {
        assert!(is_valid(b"79927398713")); // the example of Luhn's patent literature
        assert!(!is_valid(b"79927398710"));
        assert!(!is_valid(b""));
        assert!(!is_valid(b"7992739871A"));
        assert_eq!(
            [&b"79927398713"[..], b"79927398710", b"79927398714", b"1a"].map(remainder),
            [Some(0), Some(7), Some(1), None]
        );
    }

    #[test]
    fn letters_count_too() {
        // The example of the Indian GST network, and that of ISO 6166 (an ISIN).
        assert!(is_valid_36(b"27AAPFU0939F1ZV") && !is_valid_36(b"27AAPFU0939F1ZW"));
        assert!(is_valid_spelled(b"US0378331005") && !is_valid_spelled(b"US0378331006"));
        for none in [&b""[..], b"us0378331005", b"27 AAPFU"] {
            assert!(!is_valid_36(none) && !is_valid_spelled(none));
        }
    }

    proptest::proptest! {
        #[test]
        fn of_digits_the_spelled_form_is_the_plain_one(digits in "[0-9]{1,24}") {
            proptest::prop_assert_eq!(is_valid_spelled(digits.as_bytes()), is_valid(digits.as_bytes()));
        }
    }

    #[test]
    fn every_wrong_digit_and_every_swap_but_of_0_and_9_is_caught() {
        let rate = caught(16, is_valid);
        assert!(rate.single == 1.0 && rate.swapped > 0.97, "{rate:?}");
        assert!(is_valid(b"18") && is_valid(b"0909091") == is_valid(b"9009091"));
    }
}
