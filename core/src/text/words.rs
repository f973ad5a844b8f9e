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

/// Whether two neighbours are the small letters `a` and `b`, in any case: sixteen bytes at a time.
pub(crate) fn has_pair(bytes: &[u8], a: u8, b: u8) -> bool {
    let pair = |any: bool, (x, y): (&u8, &u8)| any | (fold(*x) == a) & (fold(*y) == b);
    let next = bytes.get(1..).unwrap_or(&[]);
    let (blocks, few) = bytes.get(..next.len()).unwrap_or(&[]).as_chunks::<16>();
    let (next_blocks, next_few) = next.as_chunks::<16>();
    blocks.iter().zip(next_blocks).any(|(block, next)| block.iter().zip(next).fold(false, pair))
        || few.iter().zip(next_few).fold(false, pair)
}

/// Whether `a` or `b` stands between `start` and `end`, sixteen bytes at a time: false is sure, and true may be said of
/// a sign up to fifteen bytes behind `end`.
#[inline(always)]
pub(crate) fn may_hold_either(v: View<'_>, start: usize, end: usize, a: u8, b: u8) -> bool {
    let is = |any: bool, x: &u8| any | (*x == a) | (*x == b);
    let (blocks, rest) = v.slice(start, start + (end - start).next_multiple_of(16)).as_chunks::<16>();
    blocks.iter().any(|block| block.iter().fold(false, is)) || rest.iter().fold(false, is)
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

/// The high bit of each of eight bytes that is a letter.
#[inline(always)]
pub(crate) fn letters(eight: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    // Small letters of seven bits: sums below do not reach into the next byte.
    let small = (eight | 0x20 * ONES) & !HIGH;
    let from_a = small + (0x80 - b'a' as u64) * ONES;
    let beyond_z = small + (0x7F - b'z' as u64) * ONES;
    (from_a & !beyond_z | eight) & HIGH
}

/// End of the run of letters that starts at `i` (`i` itself where there is none, or where the run is over `WORD`).
#[inline(always)]
pub(crate) fn word_end(v: View<'_>, i: usize) -> usize {
    // Eight bytes hold nearly every word.
    let run = (letters(v.eight(i)) ^ 0x8080_8080_8080_8080).trailing_zeros() as usize / 8;
    if run < 8 { i + run } else { long_word_end(v, i) }
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
    let run = (letters(v.eight_before(i)) ^ 0x8080_8080_8080_8080).leading_zeros() as usize / 8;
    if run < 8 { i - run } else { long_word_start(v, i) }
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
        fn pairs_are_found_wherever_they_stand(text in "[xX.]{0,40}(x[aA]|)[xX.]{0,40}") {
            let bytes = text.as_bytes();
            prop_assert_eq!(has_pair(bytes, b'x', b'a'), bytes.windows(2).any(|w| is_word(w, "xa")));
            prop_assert!(bytes.is_empty() || may_hold_either(View::new(&text), 0, 9, bytes[0], b'!'));
        }

        #[test]
        fn words_and_spaces_end_where_a_loop_over_bytes_ends(text in "( |\t|\u{a0}|[a-cZ]|é|[0-9@`{\\[]|[a-z]{9}){0,14}", i in 0usize..24, most in 1usize..5) {
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
