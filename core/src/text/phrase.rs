//! What stands around a cue and its value: words near, signs that end a clause, edges of numbers.
//!
//! Comes in: a view and a place. Goes out: places and answers. Every walk is bounded.

pub(crate) use super::bridge::{Lead, lead};
use super::sixteen::{Sixteen, lowest};
use super::view::View;
use super::word_set::WordSet;
pub(crate) use super::word_set::Words;
use super::words::{is_letter, skip_spaces, skip_spaces_back, word_end, word_start};

/// No words at all.
pub(crate) static NONE: WordSet<1> = WordSet::of(&[]);

/// Whether a digit stands within `most` bytes after `i`: asked before a bridge is walked to a value that has one.
#[inline(always)]
pub(crate) fn digit_ahead(v: View<'_>, i: usize, most: usize) -> bool {
    digit_between(v, i, i + most)
}

/// Whether there is a digit.
pub(crate) fn has_digit(bytes: &[u8]) -> bool {
    let blocks = bytes.as_chunks::<16>().0.iter();
    // The last sixteen may have been seen in part.
    match bytes.last_chunk::<16>() {
        Some(last) => blocks.chain([last]).any(|block| Sixteen::of(block).digits() != 0),
        None => bytes.iter().any(u8::is_ascii_digit),
    }
}

/// Whether there is a digit between `start` and `end`.
pub(crate) fn digit_between(v: View<'_>, start: usize, end: usize) -> bool {
    let end = end.min(v.len());
    let mut at = start;
    while at < end {
        if Sixteen::at(v, at).digits() & lowest(end - at) != 0 {
            return true;
        }
        at += 16;
    }
    false
}

/// Whether one of the `most` words just before `i`, in the same clause, is one of `words`. Hyphens join words.
pub(crate) fn follows(v: View<'_>, i: usize, words: &Words, most: usize) -> bool {
    let mut at = i;
    for _ in 0..most {
        while at > i.saturating_sub(64) && matches!(v.before(at), b' ' | b'-' | b'/' | b'\t' | b'"' | b'\'') {
            at -= 1;
        }
        let end = skip_spaces_back(v, at, 4);
        let start = word_start(v, end);
        if start == end {
            return false;
        }
        if words.ends(v.at(end.wrapping_sub(2)), v.before(end)) && words.hold(v, start, end) {
            return true;
        }
        at = start;
    }
    false
}

/// Whether one of `words` stands in `start..end` or within `reach` bytes to either side. Words joined to others by `_`
/// or in square brackets are names and labels, and do not count.
pub(crate) fn near(v: View<'_>, start: usize, end: usize, words: &Words, reach: usize) -> bool {
    within(v, start.saturating_sub(reach), end + reach, words)
}

/// Whether a whole word inside `from..to` is one of `words`.
pub(crate) fn within(v: View<'_>, from: usize, to: usize, words: &Words) -> bool {
    let to = to.min(v.len());
    // A word that the stretch cuts is no word.
    let mut before = u32::from(is_letter(v.before(from)));
    for at in (from..to).step_by(16) {
        // The words of sixteen bytes at once, and none of what stands between them.
        let letters = Sixteen::at(v, at).letters();
        let mut starts = letters & !(letters << 1 | before);
        before = letters >> 15;
        while starts != 0 {
            let start = at + starts.trailing_zeros() as usize;
            starts &= starts - 1;
            if !words.begins(v.at(start), v.at(start + 1)) {
                continue;
            }
            let end = word_end(v, start);
            if end <= to && words.hold(v, start, end) && !is_label(v, start, end) {
                return true;
            }
        }
    }
    false
}

/// Whether the word `start..end` is part of a longer name (`credit_card`) or of a label in brackets (`[PASSWORD]`).
pub(crate) fn is_label(v: View<'_>, start: usize, end: usize) -> bool {
    v.before(start) == b'_' || v.at(end) == b'_' || v.before(start) == b'[' || v.at(end) == b']'
}

/// Whether a label or mask of an earlier run stands at `i`: the value is covered already, and none is to be looked for
/// elsewhere.
pub(crate) fn is_covered(v: View<'_>, i: usize) -> bool {
    let i = if matches!(v.at(i), b'"' | b'\'' | b'(') { i + 1 } else { i };
    v.at(i) == b'*' || v.at(i) == b'[' && v.at(i + 1).is_ascii_uppercase()
}

/// Whether the number whose last group is `start..end` goes on behind a space: numbers are cut into equal groups, and
/// what has another length is another number.
pub(crate) fn goes_on(v: View<'_>, start: usize, end: usize) -> bool {
    let next = end + 1 + (end - start);
    let grouped = v.at(end) == b' ' && end > start && digits_end(v, end + 1, 20) == next;
    grouped && closes(v, next) && v.at(next) != b':'
}

/// Whether the clause ends at `i`: the text or the line is over, or a sign of punctuation stands there.
pub(crate) fn clause_ends(v: View<'_>, i: usize) -> bool {
    let i = skip_spaces(v, i, 16);
    matches!(v.at(i), 0 | b'\n' | b'\r' | b'.' | b',' | b';' | b'!' | b'?' | b')' | b'"' | b'<')
}

/// End of the run of digits that starts at `i`; at most `most` are taken, `i` where there are more.
pub(crate) fn digits_end(v: View<'_>, i: usize, most: usize) -> usize {
    let mut j = i;
    while v.at(j).is_ascii_digit() {
        j += 1;
        if j - i > most {
            return i;
        }
    }
    j
}

/// Whether a number at `start..end` stands alone: no letter, digit or sign makes it part of something longer, such as
/// a price, a date, a version or a longer number.
pub(crate) fn stands_alone(v: View<'_>, start: usize, end: usize) -> bool {
    let before = v.before(start);
    let further = v.at(start.wrapping_sub(2));
    let joined = matches!(before, b'/' | b'-' | b'.' | b',' | b'+') && further.is_ascii_digit();
    // The last group of a number that an earlier run has masked.
    let masked = before == b'*' || further == b'*' && matches!(before, b' ' | b'/' | b'-' | b'.');
    let wordy = before.is_ascii_alphanumeric() || before == b'_' || before >= 0x80 || before == b'$';
    !joined && !masked && !wordy && closes(v, end)
}

/// Whether a number may end at `end`: see [`stands_alone`].
pub(crate) fn closes(v: View<'_>, end: usize) -> bool {
    let after = v.at(end);
    let joined = matches!(after, b'/' | b'-' | b'.' | b',' | b':' | b'\'') && v.at(end + 1).is_ascii_digit();
    let wordy = after.is_ascii_alphanumeric() || after == b'_' || matches!(after, b'%' | b'$' | b'@');
    !joined && !wordy && (after < 0x80 || !is_letter_or_currency(v, end))
}

#[inline(never)]
fn is_letter_or_currency(v: View<'_>, i: usize) -> bool {
    v.char_at(i).is_some_and(|c| c.is_alphanumeric() || matches!(c, '€' | '£'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    static MY: WordSet<2> = WordSet::of(&["my"]);
    static CARD: WordSet<2> = WordSet::of(&["card"]);
    static CODE: WordSet<2> = WordSet::of(&["code"]);
    static VISA: WordSet<2> = WordSet::of(&["visa"]);

    #[test]
    fn words_around() {
        let v = View::new("my visa-card [CREDIT_CARD] and code");
        assert!(within(v, 0, v.len(), &VISA) && within(v, 0, v.len(), &CARD));
        assert!(!within(v, 13, v.len(), &CARD), "a label is no word");
        assert!(!within(v, 0, 6, &VISA), "half a word is no word");
        assert!(follows(v, 12, &VISA, 2) && !follows(v, 12, &CODE, 9));
        assert!(stands_alone(View::new("a 123."), 2, 5) && !stands_alone(View::new("1.123"), 2, 5));
        assert!(!closes(View::new("12€"), 2) && !closes(View::new("12%"), 2) && closes(View::new("12."), 2));
    }

    proptest! {
        #[test]
        fn nothing_outside_the_text_is_read(text in "(my| |:|card|visa-|\\PC|[0-9]){0,12}", i in 0usize..24) {
            let v = View::new(&text);
            near(v, i, i + 2, &CARD, 9);
            follows(v, i, &MY, 3);
            prop_assert!(digits_end(v, i, 4) <= i + 4);
        }
    }
}
