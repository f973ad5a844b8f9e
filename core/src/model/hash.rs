//! Numbers → numbers that look like chance: words, features and keys of the lexicon are known by these alone.
//!
//! Integers only and no seed of the run, so that a weight written by one machine is found by every other.

/// Odd, with its bits spread: the golden ratio in 64 bits.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
/// A second odd constant, without a pattern in common with the first.
const STIR: u64 = 0xD6E8_FEB8_6659_FD93;

/// One number of two. The order counts.
#[inline(always)]
pub(crate) const fn mix(a: u64, b: u64) -> u64 {
    let x = (a ^ b.wrapping_mul(SPREAD)).wrapping_mul(STIR);
    x ^ x >> 32
}

/// The number of a word.
///
/// Eight bytes at a time; the length is part of it, so that what fills up the last step never counts.
#[inline(always)]
pub(crate) fn of_bytes(bytes: &[u8]) -> u64 {
    let (chunks, rest) = bytes.as_chunks::<8>();
    let mut hash = start(bytes.len());
    for chunk in chunks {
        hash = mix(hash, u64::from_le_bytes(*chunk));
    }
    if rest.is_empty() { hash } else { mix(hash, packed(rest)) }
}

/// What the number of a word of so many bytes begins with.
#[inline(always)]
pub(super) fn start(length: usize) -> u64 {
    STIR ^ length as u64
}

/// Up to eight bytes as one number, the first one lowest.
#[inline(always)]
pub(super) fn packed(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |all, b| all << 8 | u64::from(*b))
}

#[cfg(test)]
mod tests {
    use super::{mix, of_bytes};
    use proptest::prelude::*;

    #[test]
    fn numbers_do_not_change_between_machines() {
        assert_eq!(of_bytes(b"smith"), 0xa40e_9183_3ad6_dd78);
        assert_eq!(of_bytes(b"hauptstrasse"), 0x5327_5ab5_43c6_6817);
        assert_eq!(mix(1, 2), 0x70fd_5634_a142_a985);
    }

    proptest! {
        #[test]
        fn another_word_is_another_number(a in "[a-zß-ü]{0,24}", b in "[a-zß-ü]{0,24}") {
            prop_assert_eq!(a == b, of_bytes(a.as_bytes()) == of_bytes(b.as_bytes()));
        }

        #[test]
        fn the_order_counts(a: u64, b: u64) {
            prop_assert!(a == b || mix(a, b) != mix(b, a));
        }
    }
}
