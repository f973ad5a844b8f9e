//! Words around a place, for verifiers. Every walk is bounded by the caller or by `WORD`.

use super::sixteen::{Sixteen, lowest};
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

/// Where the first `a` or `b` between `start` and `end` stands.
#[inline(always)]
pub(crate) fn either(v: View<'_>, start: usize, end: usize, a: u8, b: u8) -> Option<usize> {
    let mut at = start;
    while at < end {
        let places = Sixteen::at(v, at).either(a, b) & lowest(end - at);
        if places != 0 {
            return Some(at + places.trailing_zeros() as usize);
        }
        at += 16;
    }
    None
}

/// First place at or after `i` that is no space, tab or NBSP; looks at most `most` bytes ahead.
#[inline(always)]
pub(crate) fn skip_spaces(v: View<'_>, i: usize, most: usize) -> usize {
    // Where there is a space at all, it is one.
    let next = i + usize::from(v.at(i) == b' ');
    if matches!(v.at(next), b' ' | b'\t' | 0xC2) { skip_more(v, i, most) } else { next }
}

#[inline(never)]
fn skip_more(v: View<'_>, mut i: usize, most: usize) -> usize {
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
#[inline(always)]
pub(crate) fn skip_spaces_back(v: View<'_>, i: usize, most: usize) -> usize {
    let next = i - usize::from(v.before(i) == b' ');
    if matches!(v.before(next), b' ' | b'\t') { skip_more_back(v, i, most) } else { next }
}

#[inline(never)]
fn skip_more_back(v: View<'_>, mut i: usize, most: usize) -> usize {
    let stop = i.saturating_sub(most);
    while i > stop && matches!(v.before(i), b' ' | b'\t') {
        i -= 1;
    }
    i
}

/// End of the run of letters that starts at `i` (`i` itself where there is none, or where the run is over `WORD`).
#[inline(always)]
pub(crate) fn word_end(v: View<'_>, i: usize) -> usize {
    // Sixteen bytes hold nearly every word.
    let run = Sixteen::at(v, i).letters().trailing_ones() as usize;
    if run < 16 { i + run } else { long_word_end(v, i) }
}

#[inline(never)]
fn long_word_end(v: View<'_>, i: usize) -> usize {
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
#[inline(always)]
pub(crate) fn word_start(v: View<'_>, i: usize) -> usize {
    let run = (Sixteen::before(v, i).letters() << 16).leading_ones() as usize;
    if run < 16 { i - run } else { long_word_start(v, i) }
}

#[inline(never)]
fn long_word_start(v: View<'_>, i: usize) -> usize {
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
#[inline(always)]
pub(crate) fn previous_word(v: View<'_>, i: usize) -> (usize, &[u8]) {
    let end = skip_spaces_back(v, i, 4);
    let start = word_start(v, end);
    (start, v.slice(start, end))
}

/// The word that starts at or just after `i`, over spaces: where it starts and its bytes. Empty where there is none.
#[inline(always)]
pub(crate) fn next_word(v: View<'_>, i: usize) -> (usize, &[u8]) {
    let start = skip_spaces(v, i, 4);
    (start, v.slice(start, word_end(v, start)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn signs_are_found_where_they_stand(text in "[xX.]{0,40}(x[aA]|)[xX.]{0,40}") {
            let first = text.bytes().take(30).skip(3).position(|b| matches!(b, b'a' | b'A')).map(|at| at + 3);
            prop_assert_eq!(either(View::new(&text), 3, 30, b'a', b'A'), first);
        }

        #[test]
        fn words_and_spaces_end_where_a_loop_over_bytes_ends(text in "( |\t|\u{a0}|[a-cZ]|é|[0-9@`{\\[]|[a-z]{17}){0,14}", i in 0usize..24, most in 1usize..5) {
            let v = View::new(&text);
            let i = i.min(v.len());
            let end = (i..).find(|&j| !is_letter(v.at(j))).unwrap();
            prop_assert_eq!(word_end(v, i), if end - i > WORD { i } else { end });
            let start = (0..=i).rev().find(|&j| !is_letter(v.before(j))).unwrap();
            prop_assert_eq!(word_start(v, i), if i - start > WORD { i } else { start });
            prop_assert_eq!(skip_spaces(v, i, most), skip_more(v, i, most));
            prop_assert_eq!(skip_spaces_back(v, i, most), skip_more_back(v, i, most));
        }
    }
}
