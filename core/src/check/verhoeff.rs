//! Verhoeff's check digit: sums in the dihedral group of the pentagon, each place behind its own permutation.
//!
//! Catches every wrong digit and every swap of neighbours.

/// Product in the group: 0–4 turn, 5–9 mirror.
fn product(a: u8, b: u8) -> u8 {
    match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => 5 + (a + b) % 5,
        (false, true) => 5 + (a + 5 - b) % 5,
        (false, false) => (a + 5 - b) % 5,
    }
}

/// What a digit becomes from one place to the next.
const STEP: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/// Whether the last digit is the check digit of those before it. False for anything but digits, and when empty.
pub(crate) fn is_valid(digits: &[u8]) -> bool {
    let mut sum = 0;
    for (place, d) in digits.iter().rev().enumerate() {
        if !d.is_ascii_digit() {
            return false;
        }
        // The permutation has order eight.
        let value = (0..place % 8).fold(d - b'0', |v, _| STEP.get(usize::from(v)).copied().unwrap_or(0));
        sum = product(sum, value);
    }
    sum == 0 && !digits.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::{Caught, caught};

    #[test]
    fn published_numbers() {
        // Verhoeff's own example and that of the textbook by Gumm.
        for good in ["2363", "1428570", "123451"] {
            assert!(is_valid(good.as_bytes()), "{good}");
        }
        assert!(!is_valid(b"2364") && !is_valid(b"") && !is_valid(b"236A"));
    }

    #[test]
    fn every_wrong_digit_and_every_swap_is_caught() {
        assert_eq!(caught(12, is_valid), Caught { single: 1.0, swapped: 1.0 });
    }
}
