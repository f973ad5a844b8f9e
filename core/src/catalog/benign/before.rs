//! The words right before a candidate, over the signs between them: `md5: …`, `part no. …`, `P/N #…`.
//!
//! Comes in: a view and a place. Goes out: whether one of some words names what stands there. Every walk is bounded.
use crate::text::byte_set::ByteSet;
use crate::text::phrase::Words;
use crate::text::view::View;
use crate::text::words::{is_letter, is_word, word_start};

/// How many words, those that say nothing included, are looked at.
const WORDS: usize = 4;
/// How many bytes of signs may stand behind a word.
const SIGNS: usize = 6;

/// The same, asked first: whether what stands before `at` may be such a word, by its last two letters. Nearly every
/// candidate ends here.
#[inline(always)]
pub(super) fn may_be_called(v: View<'_>, at: usize, names: &Words, fillers: &Words, slashed: bool) -> bool {
    let mut end = at;
    while at - end < SIGNS && is_sign(v.before(end)) {
        end -= 1;
    }
    let (last, other) = (v.before(end), v.at(end.wrapping_sub(2)));
    match last {
        b'0'..=b'9' => true,
        b'n' | b'N' if slashed && other == b'/' => true,
        last if is_letter(last) => names.ends(other, last) || fillers.ends(other, last),
        last => is_sign(last),
    }
}

/// Whether the nearest word before `at` that is none of `fillers` is one of `names`, or `p/n` and its like where
/// `slashed` allows its first letter.
#[inline(never)]
pub(super) fn is_called(v: View<'_>, at: usize, names: &Words, fillers: &Words, slashed: &[u8]) -> bool {
    let mut i = at;
    for _ in 0..WORDS {
        let mut end = i;
        while i - end <= SIGNS && end > 0 && is_sign(v.before(end)) {
            end -= 1;
        }
        // `md5`, `sha256`
        let digits = (0..3).take_while(|n| v.before(end - n).is_ascii_digit()).count();
        end -= digits;
        let start = word_start(v, end);
        if start == end || digits > 0 && v.at(end + digits).is_ascii_alphanumeric() {
            return false;
        }
        let letter = v.at(start.wrapping_sub(2)) | 0x20;
        let slash = is_word(v.slice(start, end), "n") && v.before(start) == b'/' && slashed.contains(&letter);
        if slash || names.hold(v, start, end) {
            return true;
        }
        if !fillers.hold(v, start, end) {
            return false;
        }
        i = start;
    }
    false
}

static SIGN: ByteSet = ByteSet::of(" \t:=#\"'`(.-");

#[inline(always)]
fn is_sign(b: u8) -> bool {
    SIGN.holds(b)
}
