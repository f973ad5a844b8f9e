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

/// Where the first `a` or `b` between `start` and `end` stands, sixteen bytes at a time.
#[inline(always)]
pub(crate) fn either(v: View<'_>, start: usize, end: usize, a: u8, b: u8) -> Option<usize> {
    let mut at = start;
    while at < end {
        let block = v.sixteen(at);
        if block.iter().fold(false, |any, x| any | (*x == a) | (*x == b)) {
            let place = block.iter().position(|&x| x == a || x == b)?;
            return Some(at + place).filter(|place| *place < end);
        }
        at += 16;
    }
    None
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

const ONES: u64 = 0x0101_0101_0101_0101;
/// The high bit of each of eight bytes.
pub(crate) const HIGH_BITS: u64 = 0x80 * ONES;

/// The high bit of each of eight bytes that is a letter.
#[inline(always)]
pub(crate) fn letters(eight: u64) -> u64 {
    (small_letters((eight | 0x20 * ONES) & !HIGH_BITS) | eight) & HIGH_BITS
}

/// The high bit of each of eight bytes that is a small letter of ASCII.
#[inline(always)]
pub(crate) fn small_letters(eight: u64) -> u64 {
    // Of seven bits each, so that the sums do not reach into the next byte.
    let low = eight & !HIGH_BITS;
    let from_a = low + (0x80 - b'a' as u64) * ONES;
    let beyond_z = low + (0x7F - b'z' as u64) * ONES;
    from_a & !beyond_z & !eight & HIGH_BITS
}

/// End of the run of letters that starts at `i` (`i` itself where there is none, or where the run is over `WORD`).
#[inline(always)]
pub(crate) fn word_end(v: View<'_>, i: usize) -> usize {
    // Eight bytes hold nearly every word.
    let run = (letters(v.eight(i)) ^ HIGH_BITS).trailing_zeros() as usize / 8;
    if run < 8 { i + run } else { long_word_end(v, i) }
}

#[inline(never)]
fn long_word_end(v: View<'_>, i: usize) -> usize {
    let mut j = i;
    loop {
        let run = (letters(v.eight(j)) ^ HIGH_BITS).trailing_zeros() as usize / 8;
        j += run;
        if j - i > WORD {
            return i;
        }
        if run < 8 {
            return j;
        }
    }
}

/// Start of the run of letters that ends at `i` (`i` itself where there is none, or where the run is over `WORD`).
#[inline(always)]
pub(crate) fn word_start(v: View<'_>, i: usize) -> usize {
    let run = (letters(v.eight_before(i)) ^ HIGH_BITS).leading_zeros() as usize / 8;
    if run < 8 { i - run } else { long_word_start(v, i) }
}

#[inline(never)]
fn long_word_start(v: View<'_>, i: usize) -> usize {
    let mut j = i;
    loop {
        let run = (letters(v.eight_before(j)) ^ HIGH_BITS).leading_zeros() as usize / 8;
        j -= run;
        if i - j > WORD {
            return i;
        }
        if run < 8 {
            return j;
        }
    }
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
            let first = bytes.iter().take(30).skip(3).position(|b| matches!(b, b'a' | b'A')).map(|at| at + 3);
            prop_assert_eq!(either(View::new(&text), 3, 30, b'a', b'A'), first);
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
