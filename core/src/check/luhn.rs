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

#[cfg(test)]
mod tests {
    use super::{is_valid, remainder};
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
    fn every_wrong_digit_and_every_swap_but_of_0_and_9_is_caught() {
        let rate = caught(16, is_valid);
        assert!(rate.single == 1.0 && rate.swapped > 0.97, "{rate:?}");
        assert!(is_valid(b"18") && is_valid(b"0909091") == is_valid(b"9009091"));
    }
}
