//! What stands around a cue and its value: words near, signs that end a clause, edges of numbers.
//!
//! Comes in: a view and a place. Goes out: places and answers. Every walk is bounded.

pub(crate) use super::bridge::{Lead, lead};
use super::view::View;
use super::word_set::WordSet;
use super::words::{is_letter, previous_word, skip_spaces};

/// A set of words to be asked.
pub(crate) trait Words {
    /// Whether the word `start..end` of a text, in any case, is one of them.
    fn hold(&self, v: View<'_>, start: usize, end: usize) -> bool;

    /// Whether one of them may start at `start`, by its first two letters.
    fn may_hold(&self, v: View<'_>, start: usize) -> bool;
}

impl<const SLOTS: usize> Words for WordSet<SLOTS> {
    fn hold(&self, v: View<'_>, start: usize, end: usize) -> bool {
        self.holds_at(v.bytes(), start, end - start)
    }

    #[inline(always)]
    fn may_hold(&self, v: View<'_>, start: usize) -> bool {
        self.begins(v.at(start), v.at(start + 1))
    }
}

/// No words at all.
pub(crate) static NONE: WordSet<1> = WordSet::of(&[]);

/// Whether a digit stands within `most` bytes after `i`: asked before a bridge is walked to a value that has one.
pub(crate) fn digit_ahead(v: View<'_>, i: usize, most: usize) -> bool {
    has_digit(v.slice(i, i + most))
}

/// Whether there is a digit, asked sixteen bytes at a time.
pub(crate) fn has_digit(bytes: &[u8]) -> bool {
    let (chunks, rest) = bytes.as_chunks::<16>();
    chunks.iter().any(|chunk| chunk.iter().fold(false, |any, b| any | b.is_ascii_digit()))
        || rest.iter().any(u8::is_ascii_digit)
}

/// Whether one of the `most` words just before `i`, in the same clause, is one of `words`. Hyphens join words.
pub(crate) fn follows(v: View<'_>, i: usize, words: &dyn Words, most: usize) -> bool {
    let mut at = i;
    for _ in 0..most {
        while at > i.saturating_sub(64) && matches!(v.before(at), b' ' | b'-' | b'/' | b'\t' | b'"' | b'\'') {
            at -= 1;
        }
        let (start, word) = previous_word(v, at);
        if word.is_empty() {
            return false;
        }
        if words.hold(v, start, start + word.len()) {
            return true;
        }
        at = start;
    }
    false
}

/// Whether one of `words` stands in `start..end` or within `reach` bytes to either side. Words joined to others by `_`
/// or in square brackets are names and labels, and do not count.
pub(crate) fn near(v: View<'_>, start: usize, end: usize, words: &dyn Words, reach: usize) -> bool {
    within(v, start.saturating_sub(reach), end + reach, words)
}

/// Whether a whole word inside `from..to` is one of `words`.
pub(crate) fn within(v: View<'_>, from: usize, to: usize, words: &dyn Words) -> bool {
    let bytes = v.slice(from, to);
    for (n, chunk) in bytes.chunks(16).enumerate() {
        // One bit a letter: the words of sixteen bytes at once, and none of what stands between them.
        let letters = chunk.iter().enumerate().fold(0u32, |m, (i, &b)| m | u32::from(is_letter(b)) << i);
        let mut starts = letters & !(letters << 1);
        while starts != 0 {
            let start = from + 16 * n + starts.trailing_zeros() as usize;
            starts &= starts - 1;
            // A word that the stretch cuts is no word.
            if is_letter(v.before(start)) || !words.may_hold(v, start) {
                continue;
            }
            let mut end = start;
            while is_letter(v.at(end)) && end <= to {
                end += 1;
            }
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
    let currency = v.slice(end, end + 3) == "€".as_bytes() || v.slice(end, end + 2) == "£".as_bytes();
    let letter = after >= 0x80 && v.char_at(end).is_some_and(char::is_alphanumeric);
    !joined && !wordy && !currency && !letter
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
