//! House numbers, and whether one can stand before a street type at all.
//!
//! Comes in: a view and a place, or a word. Goes out: whether there is a digit near it, whether it is such a number.
use crate::text::view::View;
use crate::text::words::is_any;

/// How far before the street type its house number may stand, in bytes.
const NUMBER_REACH: usize = 96;

/// Whether a digit stands shortly before `at`: asked first, since most words that may be a street type are not.
pub(super) fn digit_before(v: View<'_>, at: usize) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let bytes = v.slice(at.saturating_sub(NUMBER_REACH), at);
    let (rest, chunks) = bytes.as_rchunks::<8>();
    // Eight bytes at a time: the high bit of a byte stays clear only for `0` to `9`.
    chunks.iter().rev().any(|chunk| {
        let x = u64::from_le_bytes(*chunk) ^ (ONES * 0x30);
        let beyond = ((x & (ONES * 0x7F)) + ONES * 0x76) | x;
        beyond & (ONES * 0x80) != ONES * 0x80
    }) || rest.iter().any(u8::is_ascii_digit)
}

/// `12`, `221B`, `12-14`, at most six digits.
pub(super) fn is_house_number(token: &[u8]) -> bool {
    let digits = token.iter().filter(|b| b.is_ascii_digit()).count();
    let rest = token.iter().skip_while(|b| b.is_ascii_digit());
    (1..=6).contains(&digits)
        && token.first().is_some_and(u8::is_ascii_digit)
        && match token.len() - digits {
            0 => true,
            1 => {
                token.last().is_some_and(u8::is_ascii_alphabetic)
                    || rest.take(1).all(|&b| b == b'-') && digits > 2
            }
            _ => false,
        }
}

/// `5th`, `42nd`.
pub(super) fn is_ordinal(token: &[u8]) -> bool {
    let digits = token.iter().take_while(|b| b.is_ascii_digit()).count();
    digits > 0 && token.get(digits..).is_some_and(|end| is_any(end, &["st", "nd", "rd", "th"]))
}
