//! The bridge between a cue word and its value: spaces, signs, verbs, and words that say nothing.
//!
//! Comes in: a view, the end of a cue, the words that may be passed. Goes out: where the value should start, and what
//! was passed on the way. Every walk is bounded.
use super::phrase::Words;
use super::view::View;
use super::word_set::WordSet;
use super::words::{is_letter, skip_spaces, word_end};

/// Linking verbs that stand between a cue and its value, in the languages of the catalogue.
static VERBS: WordSet<128> = WordSet::of(&[
    "is was are be its it’s that’s s es era fue son est était etait c’est sont ist war lautet lautete sind",
    "é è sono são sao foi fu luidt waren zijn",
]);

/// What French and Italian shorten before a vowel: `nom d'utilisateur`, `dell'utente`, `c'est`.
static ELISIONS: WordSet<64> = WordSet::of(&["c d l n s j m t qu un dell all nell sull dall"]);

/// How many words a bridge may have.
const WORDS: u8 = 9;

/// The longest label that has a line to itself, in bytes.
const LABEL: usize = 32;

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
/// `most` bytes. A remark in brackets, `(mm/dd/yyyy)` or `(4 digits)`, is passed where it holds no value.
pub(crate) fn lead(v: View<'_>, from: usize, fillers: &Words, marks: &Words, most: usize) -> Lead {
    let mut lead = Lead { at: from, sign: false, verb: false, marked: false, words: 0 };
    let (mut i, mut line) = (from, 0);
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
            // A label that has its line to itself, in a pasted form.
            b'\n' | b'\r' if line == 0 && is_short_line(v, from) => {
                line = i;
                i += 1 + usize::from(v.slice(i, i + 2) == b"\r\n");
            }
            b'-' if v.at(i + 1) == b'>' => {
                lead.sign = true;
                i += 2;
            }
            b'-' | b',' | b'.' if v.at(i + 1) == b' ' => i += 1,
            b'.' if matches!(v.at(i + 1), b':' | b'=' | b'-' | b'.') => i += 1,
            b'#' => i += 1,
            // `exp/valid`, `it's`, `geb.datum`: signs that count only where something known follows.
            b'/' | b'\'' | b'-' | b'.' => {
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
                    let Some(inner) = behind_elision(v, i, end) else { break };
                    let end = word_end(v, inner);
                    if end == inner || !is_bridge(v, inner, end, fillers, marks) {
                        break;
                    }
                    i = inner;
                    continue;
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

/// Whether the line up to `i` is no longer than a label.
fn is_short_line(v: View<'_>, i: usize) -> bool {
    i <= LABEL || v.slice(i - LABEL, i).contains(&b'\n')
}

fn is_bridge(v: View<'_>, start: usize, end: usize, fillers: &Words, marks: &Words) -> bool {
    VERBS.hold(v, start, end) || fillers.hold(v, start, end) || marks.hold(v, start, end)
}

/// Where the word behind the elision `start..end` starts: `d'`, or `d’`, whose sign the scan takes for a letter.
fn behind_elision(v: View<'_>, start: usize, end: usize) -> Option<usize> {
    if v.at(end) == b'\'' {
        return ELISIONS.hold(v, start, end).then_some(end + 1);
    }
    // Nearly always a word of plain letters, all of which end here.
    if v.eight(start) & 0x0080_8080_8080_8080 == 0 {
        return None;
    }
    let sign = v.slice(start, end.min(start + 7)).windows(3).position(|w| w == "’".as_bytes())?;
    ELISIONS.hold(v, start, start + sign).then_some(start + sign + 3)
}

/// End of a remark that starts with the bracket at `i` and has no digits, or one of the kind `(4 digits)`.
fn remark_end(v: View<'_>, i: usize) -> Option<usize> {
    let length = v.at(i + 1).is_ascii_digit() && matches!(v.at(i + 2), b' ' | b'-') && is_letter(v.at(i + 3));
    for j in i + 1 + usize::from(length)..i + 28 {
        match v.at(j) {
            b')' => return Some(j + 1),
            b'\n' | 0 | b'0'..=b'9' => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    static FILLERS: WordSet<16> = WordSet::of(&["the code of datum utilisateur"]);
    static MY: WordSet<2> = WordSet::of(&["my"]);

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
            ("pw (4 digits): value", "value"),
            ("pw (6-stellig) value", "value"),
            ("pw's value", "value"),
            ("pw\":\"value", "\"value"),
            ("pw.: value", "value"),
            ("pw.datum: value", "value"),
            ("pw.com", ".com"),
            ("pw... value", "value"),
            ("pw:\nvalue", "value"),
            ("pw\r\nvalue", "value"),
            ("pw\n\nvalue", "\nvalue"),
            ("pw – value", "value"),
            ("pw #4", "4"),
            ("pw of the code12", "code12"),
            ("pw (4) value", "(4) value"),
            ("pw (4x) value", "(4x) value"),
            ("pw d'utilisateur : value", "value"),
            ("pw d’utilisateur est value", "value"),
            ("pw è value", "value"),
            ("pw É value", "value"),
            ("pw d'artagnan", "d'artagnan"),
            ("pw c'est value", "value"),
        ] {
            assert_eq!(rest(text, "pw").0, value, "{text}");
        }
        let (_, lead) = rest("pw of my code was: x", "pw");
        assert!(lead.sign && lead.verb && lead.marked && lead.words == 4);
    }

    proptest! {
        #[test]
        fn a_bridge_ends_on_a_character_edge(
            text in "pw( |:|=|\\(|is|the|my|’s|d’|d'|–|\\PC|[0-9]){0,12}",
        ) {
            let lead = lead(View::new(&text), 2, &FILLERS, &MY, 40);
            prop_assert!(text.is_char_boundary(lead.at) && lead.at >= 2);
        }
    }
}
