//! MOD 97-10 of ISO/IEC 7064, the check of IBANs (ISO 13616).

/// Remainder modulo 97 of letters and digits read as a number, a letter standing for its two-digit value (A = 10).
/// `None` for other bytes.
pub(crate) fn remainder(mut characters: impl Iterator<Item = u8>) -> Option<u32> {
    let rest = characters.try_fold(0u64, |rest, c| {
        let rest = match c {
            b'0'..=b'9' => rest * 10 + u64::from(c - b'0'),
            b'A'..=b'Z' => rest * 100 + u64::from(c - b'A') + 10,
            _ => return None,
        };
        // A division costs more than all else here: only where another character would have no room.
        Some(if rest < 1 << 56 { rest } else { rest % 97 })
    })?;
    Some((rest % 97) as u32)
}

#[cfg(test)]
mod tests {
    use super::remainder;
    use crate::check::tests::{Caught, caught};

    #[test]
    fn iso_13616_example() {
        // The registry's example GB29 NWBK 6016 1331 9268 19, its first four characters moved to the end.
        assert_eq!(remainder("NWBK60161331926819GB29".bytes()), Some(1));
        assert_eq!(remainder("NWBK60161331926819GB28".bytes()), Some(0));
        assert_eq!(remainder("gb".bytes()), None);
    }

    #[test]
    fn every_wrong_digit_and_every_swap_is_caught() {
        let is_valid = |digits: &[u8]| remainder(digits.iter().copied()) == Some(1);
        assert_eq!(caught(12, is_valid), Caught { single: 1.0, swapped: 1.0 });
    }
}
