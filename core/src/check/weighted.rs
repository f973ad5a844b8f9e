//! Weighted sums of digits.
//!
//! Where no weight shares a factor with the modulus, every wrong digit is caught; where neighbours' weights also differ
//! by none that does (modulo 11: where they differ), every swap of neighbours is. A scheme that writes two remainders
//! as one digit gives a part of that away.

use super::digits::is_monotone;

/// Sum of each character times its weight. A character counts by its distance from `0` in ASCII: a digit as itself, a
/// capital as 17 to 42. The shorter of the two lists ends the sum.
pub(crate) fn sum(characters: &[u8], weights: &[u32]) -> u32 {
    characters.iter().zip(weights).map(|(&c, &w)| u32::from(c.wrapping_sub(b'0')) * w).sum()
}

/// What the sum lacks to a multiple of 11: 1 to 11.
pub(crate) fn lack_11(characters: &[u8], weights: &[u32]) -> u32 {
    11 - sum(characters, weights) % 11
}

/// The check digit of schemes that write what is lacking as one digit: 10 and 11 become 0.
pub(crate) fn digit_11(characters: &[u8], weights: &[u32]) -> u32 {
    match lack_11(characters, weights) {
        10 | 11 => 0,
        lack => lack,
    }
}

/// What the sum lacks to a multiple of 10.
pub(crate) fn lack_of_10(sum: u32) -> u32 {
    (10 - sum % 10) % 10
}

/// What the sum lacks to a multiple of 11; 10 is no digit, so such numbers are never given.
pub(crate) fn lack_of_11(sum: u32) -> u32 {
    (11 - sum % 11) % 11
}

/// The same, with 10 written 0.
pub(crate) fn lack_of_11_or_0(sum: u32) -> u32 {
    lack_of_11(sum) % 10
}

/// The remainder modulo 11, with 10 written 0.
pub(crate) fn rest_of_11_or_0(sum: u32) -> u32 {
    sum % 11 % 10
}

/// Whether all characters are digits, one more than there are weights, and the last is what `value` makes of the weighted
/// sum of the others. One digit over and over is nobody's number.
pub(crate) fn last_is(digits: &[u8], weights: &[u32], value: fn(u32) -> u32) -> bool {
    digits.len() == weights.len() + 1
        && digits.iter().all(u8::is_ascii_digit)
        && is_digit(digits.last(), value(sum(digits, weights)))
        && !is_monotone(digits)
}

/// The sum of the products' digits: a product of two digits counts as both.
pub(crate) fn digit_sum(digits: &[u8], weights: &[u32]) -> u32 {
    let product = |(&d, &w): (&u8, &u32)| u32::from(d.wrapping_sub(b'0')) * w;
    digits.iter().zip(weights).map(product).map(|p| p / 10 + p % 10).sum()
}

/// Two weighted sums modulo 11: where the first leaves 10 the second is taken, and where that leaves 10, too, the digit
/// is `left`.
pub(crate) fn two_pass(digits: &[u8], first: &[u32], second: &[u32], left: u32) -> u32 {
    match (sum(digits, first) % 11, sum(digits, second) % 11) {
        (10, 10) => left,
        (10, rest) | (rest, _) => rest,
    }
}

/// Whether `character` is the digit `value`.
pub(crate) fn is_digit(character: Option<&u8>, value: u32) -> bool {
    character.is_some_and(|c| c.is_ascii_digit() && u32::from(c - b'0') == value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::{Caught, caught};

    const WEIGHTS: [u32; 10] = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

    #[test]
    fn sums() {
        assert_eq!(sum(b"123", &[8, 6, 4]), 8 + 12 + 12);
        assert_eq!(sum(b"AZ9", &[1, 2]), 17 + 84);
        assert_eq!((lack_11(b"0", &[1]), lack_11(b"1", &[1]), lack_11(b"2", &[1])), (11, 10, 9));
        assert_eq!((digit_11(b"0", &[1]), digit_11(b"1", &[1]), digit_11(b"2", &[1])), (0, 0, 9));
        assert!(is_digit(Some(&b'7'), 7) && !is_digit(Some(&b'7'), 8) && !is_digit(None, 0));
        assert!(!is_digit(Some(&b'A'), 17));
    }

    #[test]
    fn last_digits() {
        assert_eq!([0, 1, 9, 10].map(lack_of_10), [0, 9, 1, 0]);
        assert_eq!([0, 1, 10, 11].map(lack_of_11), [0, 10, 1, 0]);
        assert_eq!([0, 1, 10, 11].map(lack_of_11_or_0), [0, 0, 1, 0]);
        assert_eq!([0, 9, 10, 21].map(rest_of_11_or_0), [0, 9, 0, 0]);
        assert!(last_is(b"1234", &[1, 1, 1], lack_of_10));
        for wrong in [&b"1235"[..], b"123", b"12344", b"1A34", b"", b"0000"] {
            assert!(!last_is(wrong, &[1, 1, 1], lack_of_10), "{wrong:?}");
        }
        assert_eq!(digit_sum(b"79", &[2, 1]), 1 + 4 + 9);
    }

    #[test]
    fn two_passes() {
        // 10 modulo 11 in the first pass only, in both, and in none.
        assert_eq!(two_pass(b"5", &[2], &[3], 0), 4);
        assert_eq!(two_pass(b"5", &[2], &[2], 7), 7);
        assert_eq!(two_pass(b"5", &[3], &[2], 7), 4);
    }

    #[test]
    fn published_number() {
        // ISBN 0-306-40615-2, ten digits modulo 11.
        assert_eq!(sum(b"0306406152", &WEIGHTS) % 11, 0);
    }

    #[test]
    fn modulo_11_catches_every_wrong_digit_and_every_swap() {
        let is_valid = |d: &[u8]| sum(d, &WEIGHTS).is_multiple_of(11);
        assert_eq!(caught(10, is_valid), Caught { single: 1.0, swapped: 1.0 });
    }

    #[test]
    fn modulo_10_catches_every_wrong_digit_where_the_weights_are_odd_and_not_five() {
        let is_valid = |d: &[u8]| sum(d, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]).is_multiple_of(10);
        let rate = caught(11, is_valid);
        assert!(rate.single == 1.0 && rate.swapped > 0.85, "{rate:?}");
    }

    #[test]
    fn one_digit_for_two_remainders_lets_few_wrong_digits_pass() {
        let is_valid = |d: &[u8]| is_digit(d.last(), digit_11(&d[..9], &[10, 9, 8, 7, 6, 5, 4, 3, 2]));
        let rate = caught(10, is_valid);
        assert!(rate.single > 0.97 && rate.swapped > 0.97, "{rate:?}");
    }
}
