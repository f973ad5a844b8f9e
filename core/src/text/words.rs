//! Words around a place, for verifiers. Every walk is bounded by the caller or by `WORD`.

use super::view::View;

/// The longest word a walk takes, in bytes; longer runs of letters are no words.
pub(crate) const WORD: usize = 48;

/// Letters of any script: ASCII letters and all bytes of non-ASCII characters.
#[inline(always)]
pub(crate) fn is_letter(b: u8) -> bool {
    b.is_ascii_alphabetic() || b >= 0x80
}

/// Whether `bytes` is `lower`, which is written in lower case. ASCII and the two-byte Latin letters fold (`Ä` and `ä`
/// differ in one bit of their second byte); other scripts compare as they stand.
#[inline]
pub(crate) fn is_word(bytes: &[u8], lower: &str) -> bool {
    bytes.len() == lower.len() && bytes.iter().zip(lower.as_bytes()).all(|(&a, &b)| fold(a) == fold(b))
}

/// Whether `bytes` is one of `words`.
pub(crate) fn is_any(bytes: &[u8], words: &[&str]) -> bool {
    words.iter().any(|w| is_word(bytes, w))
}

/// Case folding of one byte as the word tables use it.
#[inline(always)]
pub(crate) const fn fold(b: u8) -> u8 {
    b | 0x20
}

/// Where the first `a` or `b` stands: sixteen bytes at a time, then one by one.
pub(crate) fn position_of_either(bytes: &[u8], a: u8, b: u8) -> Option<usize> {
    let is = |x: &u8| (*x == a) | (*x == b);
    let blocks = bytes.as_chunks::<16>().0;
    let clear =
        blocks.iter().take_while(|block| !block.iter().fold(false, |any, x| any | is(x))).count() * 16;
    bytes.get(clear..)?.iter().position(is).map(|at| clear + at)
}

/// First place at or after `i` that is no space, tab or NBSP; looks at most `most` bytes ahead.
pub(crate) fn skip_spaces(v: View<'_>, mut i: usize, most: usize) -> usize {
    let stop = i + most;
    while i < stop {
        match v.at(i) {
            b' ' | b'\t' => i += 1,
            0xC2 if v.at(i + 1) == 0xA0 => i += 2,
            _ => break,
        }
    }
    i
}

/// Last place at or before `i` whose preceding byte is no space or tab; looks at most `most` bytes back.
pub(crate) fn skip_spaces_back(v: View<'_>, mut i: usize, most: usize) -> usize {
    let stop = i.saturating_sub(most);
    while i > stop && matches!(v.before(i), b' ' | b'\t') {
        i -= 1;
    }
    i
}

/// End of the run of letters that starts at `i` (`i` itself where there is none, or where the run is over `WORD`).
pub(crate) fn word_end(v: View<'_>, i: usize) -> usize {
    let mut j = i;
    while is_letter(v.at(j)) {
        j += 1;
        if j - i > WORD {
            return i;
        }
    }
    j
}

/// Start of the run of letters that ends at `i` (`i` itself where there is none, or where the run is over `WORD`).
pub(crate) fn word_start(v: View<'_>, i: usize) -> usize {
    let mut j = i;
    while is_letter(v.before(j)) {
        j -= 1;
        if i - j > WORD {
            return i;
        }
    }
    j
}

/// The word that ends just before `i`, over spaces: its bytes and where it starts. Empty where there is none.
pub(crate) fn previous_word(v: View<'_>, i: usize) -> (usize, &[u8]) {
    let end = skip_spaces_back(v, i, 4);
    let start = word_start(v, end);
    (start, v.slice(start, end))
}

/// The word that starts at or just after `i`, over spaces: where it starts and its bytes. Empty where there is none.
pub(crate) fn next_word(v: View<'_>, i: usize) -> (usize, &[u8]) {
    let start = skip_spaces(v, i, 4);
    (start, v.slice(start, word_end(v, start)))
}
