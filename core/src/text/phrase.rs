//! What people put between a cue word and its value: `password is`, `code:`, `exp. date (mm/yy) =`.
//!
//! Comes in: a view and a place. Goes out: the place where the value should start, and what was passed on the way.
//! Every walk is bounded.

use super::view::View;
use super::word_set::WordSet;
use super::words::{is_letter, previous_word, skip_spaces, word_end};

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

/// Linking verbs that stand between a cue and its value, in the languages of the catalogue.
static VERBS: WordSet<64> =
    WordSet::of(&["is was are be its it’s that’s s es era fue son est était c’est sont ist war lautet sind"]);

/// How many words a bridge may have.
const WORDS: u8 = 9;

/// Where a value should start, and what was passed on the way there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lead {
    /// First byte after the bridge.
    pub(crate) at: usize,
    /// A `:`, `=` or arrow was passed.
    pub(crate) sign: bool,
    /// A linking verb was passed.
    pub(crate) verb: bool,
    /// One of the caller's marked words was passed.
    pub(crate) marked: bool,
    /// How many words were passed.
    pub(crate) words: u8,
}

/// Walks from `from`, the end of a cue, over spaces, signs, verbs and the caller's `fillers` and `marks`, at most
/// `most` bytes. A remark in brackets, `(mm/dd/yyyy)`, is passed where it holds no digit.
pub(crate) fn lead(v: View<'_>, from: usize, fillers: &dyn Words, marks: &dyn Words, most: usize) -> Lead {
    let mut lead = Lead { at: from, sign: false, verb: false, marked: false, words: 0 };
    let mut i = from;
    // The closing quote of a key in JSON or of a quoted label.
    if matches!(v.at(i), b'"' | b'\'') && matches!(v.at(i + 1), b':' | b'=' | b' ') {
        i += 1;
    }
    while i - from <= most && lead.words < WORDS {
        i = skip_spaces(v, i, 16);
        lead.at = i;
        match v.at(i) {
            b':' | b'=' => {
                lead.sign = true;
                i += 1;
                if v.at(i) == b'>' {
                    i += 1;
                }
                // A value on the line after its label.
                let line = skip_spaces(v, i, 16);
                let line = if v.at(line) == b'\r' { line + 1 } else { line };
                if v.at(line) == b'\n' {
                    i = line + 1;
                }
            }
            b'-' if v.at(i + 1) == b'>' => {
                lead.sign = true;
                i += 2;
            }
            b'-' | b',' | b'.' if v.at(i + 1) == b' ' => i += 1,
            b'.' if matches!(v.at(i + 1), b':' | b'=' | b'-') => i += 1,
            b'#' => i += 1,
            // `exp/valid`, `it's`: signs that count only where something known follows.
            b'/' | b'\'' | b'-' => {
                let end = word_end(v, i + 1);
                if end == i + 1 || !is_bridge(v, i + 1, end, fillers, marks) {
                    break;
                }
                i += 1;
            }
            b'(' => match remark_end(v, i) {
                Some(end) => i = end,
                None => break,
            },
            0xE2 if v.at(i + 1) == 0x80 && matches!(v.at(i + 2), 0x93 | 0x94) && v.at(i + 3) == b' ' => {
                i += 3
            }
            b if is_letter(b) => {
                let end = word_end(v, i);
                // A word that goes on in digits or signs is no filler but the value itself.
                if end == i || v.at(end).is_ascii_digit() || v.at(end) == b'_' {
                    break;
                }
                if VERBS.hold(v, i, end) {
                    lead.verb = true;
                } else if marks.hold(v, i, end) {
                    lead.marked = true;
                } else if !fillers.hold(v, i, end) {
                    break;
                }
                lead.words = lead.words.saturating_add(1);
                i = end;
            }
            _ => break,
        }
        lead.at = i;
    }
    lead.at = skip_spaces(v, lead.at, 16);
    lead
}

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

fn is_bridge(v: View<'_>, start: usize, end: usize, fillers: &dyn Words, marks: &dyn Words) -> bool {
    VERBS.hold(v, start, end) || fillers.hold(v, start, end) || marks.hold(v, start, end)
}

/// End of a remark without digits that starts with the bracket at `i`.
fn remark_end(v: View<'_>, i: usize) -> Option<usize> {
    for j in i + 1..i + 28 {
        match v.at(j) {
            b')' => return Some(j + 1),
            b'\n' | 0 | b'0'..=b'9' => return None,
            _ => {}
        }
    }
    None
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

    static FILLERS: WordSet<8> = WordSet::of(&["the code of"]);
    static MY: WordSet<2> = WordSet::of(&["my"]);
    static CARD: WordSet<2> = WordSet::of(&["card"]);
    static CODE: WordSet<2> = WordSet::of(&["code"]);
    static VISA: WordSet<2> = WordSet::of(&["visa"]);

    fn rest<'t>(text: &'t str, cue: &str) -> (&'t str, Lead) {
        let lead = lead(View::new(text), cue.len(), &FILLERS, &MY, 40);
        (text.get(lead.at..).unwrap(), lead)
    }

    #[test]
    fn bridges() {
        for (text, value) in [
            ("pw is the value", "value"),
            ("pw: value", "value"),
            ("pw -> value", "value"),
            ("pw (mm/yy) = value", "value"),
            ("pw's value", "value"),
            ("pw\":\"value", "\"value"),
            ("pw.: value", "value"),
            ("pw:\nvalue", "value"),
            ("pw – value", "value"),
            ("pw #4", "4"),
            ("pw of the code12", "code12"),
            ("pw (4) value", "(4) value"),
        ] {
            assert_eq!(rest(text, "pw").0, value, "{text}");
        }
        let (_, lead) = rest("pw of my code was: x", "pw");
        assert!(lead.sign && lead.verb && lead.marked && lead.words == 4);
    }

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
        fn a_bridge_ends_on_a_character_edge(text in "pw( |:|=|\\(|is|the|my|’s|–|\\PC|[0-9]){0,12}") {
            let v = View::new(&text);
            let lead = lead(v, 2, &FILLERS, &MY, 40);
            prop_assert!(text.is_char_boundary(lead.at) && lead.at >= 2);
            near(v, 2, lead.at, &FILLERS, 9);
            follows(v, lead.at, &MY, 3);
            prop_assert!(digits_end(v, lead.at, 4) <= lead.at + 4);
        }
    }
}
