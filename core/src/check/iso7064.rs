//! Check characters of ISO/IEC 7064 that need no table: the hybrid system MOD 11,10 and the pure system MOD 11-2.
//! MOD 97-10 is in [`mod97`](super::mod97).
//!
//! Both catch every wrong character; MOD 11-2 also every swap of neighbours.

/// MOD 11,10: digits, the last one the check digit. False for anything but digits, and when empty.
pub(crate) fn is_valid_11_10(digits: &[u8]) -> bool {
    let Some((check, rest)) = digits.split_last() else { return false };
    let mut product = 10;
    for d in digits {
        if !d.is_ascii_digit() {
            return false;
        }
    }
    for d in rest {
        let sum = match (product + u32::from(d - b'0')) % 10 {
            0 => 10,
            sum => sum,
        };
        product = sum * 2 % 11;
    }
    (product + u32::from(check - b'0')) % 10 == 1
}

/// MOD 11-2: digits, the last one the check character, an `X` for ten. False for anything else, and when empty.
pub(crate) fn is_valid_11_2(characters: &[u8]) -> bool {
    let Some((check, rest)) = characters.split_last() else { return false };
    let mut sum = 0;
    for d in rest {
        if !d.is_ascii_digit() {
            return false;
        }
        sum = (sum + u32::from(d - b'0')) * 2 % 11;
    }
    let value = match check {
        b'0'..=b'9' => u32::from(check - b'0'),
        b'X' => 10,
        _ => return false,
    };
    (sum + value) % 11 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::{Caught, caught};

    #[test]
    fn examples_of_the_standard() {
        assert!(is_valid_11_10(b"07945") && !is_valid_11_10(b"07946"));
        assert!(is_valid_11_2(b"07940") && is_valid_11_2(b"079X") && !is_valid_11_2(b"0790"));
        for bad in [&b""[..], b"1A", b"A1", b"0794X"] {
            assert!(!is_valid_11_10(bad), "{bad:?}");
        }
        for bad in [&b""[..], b"1A", b"A1", b"X7940"] {
            assert!(!is_valid_11_2(bad), "{bad:?}");
        }
    }

    #[test]
    fn wrong_characters_and_swaps_are_caught() {
        assert_eq!(caught(12, is_valid_11_2), Caught { single: 1.0, swapped: 1.0 });
        let hybrid = caught(12, is_valid_11_10);
        assert!(hybrid.single == 1.0 && hybrid.swapped > 0.97, "{hybrid:?}");
    }
}
