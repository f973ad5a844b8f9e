//! What stands between the parts of an address, and where words of names end.
//!
//! Comes in: a view and a place. Goes out: the next part's start, or a word's end. Every walk is bounded.
use crate::text::view::{View, is_wordy};
use crate::text::words::{WORD, is_letter, word_end};

/// What was passed between two parts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Gap {
    /// Where the next part starts.
    pub(super) to: usize,
    /// A comma or a line break was passed.
    pub(super) strong: bool,
    /// A line break was passed.
    pub(super) line: bool,
}

/// Over spaces, dots, commas and at most two line breaks.
#[inline(always)]
pub(super) fn gap(v: View<'_>, from: usize) -> Gap {
    // Nearly always a space, or a comma and a space.
    let comma = v.at(from) == b',';
    let next = from + usize::from(comma);
    if v.at(next) == b' ' && is_wordy(v.at(next + 1)) {
        return Gap { to: next + 1, strong: comma, line: false };
    }
    wide_gap(v, from)
}

#[inline(never)]
fn wide_gap(v: View<'_>, from: usize) -> Gap {
    let (mut to, mut breaks, mut strong) = (from, 0, false);
    while to - from < 16 {
        match v.at(to) {
            b' ' | b'\t' | b'\r' | b'.' => {}
            b',' | b';' | b'|' => strong = true,
            b'\n' if breaks < 2 => {
                breaks += 1;
                strong = true;
            }
            // A dash between street and city: "12 Oak Road - Bristol"
            b'-' if v.before(to) == b' ' && v.at(to + 1) == b' ' => strong = true,
            _ => break,
        }
        to += 1;
    }
    Gap { to, strong, line: breaks > 0 }
}

/// End of a word of a name: letters, with hyphens, apostrophes and dots of abbreviations inside (`Saint-Étienne`,
/// `O'Connell`, `l'Église`).
pub(super) fn name_end(v: View<'_>, i: usize) -> usize {
    let mut end = word_end(v, i);
    while end > i && matches!(v.at(end), b'-' | b'\'') {
        let next = word_end(v, end + 1);
        if next == end + 1 || next - i > 60 {
            break;
        }
        end = next;
    }
    end
}

/// Start of a word of a name that ends at `end`; the other way round.
pub(super) fn name_start(v: View<'_>, end: usize) -> usize {
    let mut start = end;
    while end - start < WORD {
        let b = v.before(start);
        let joins =
            matches!(b, b'-' | b'\'' | b'.') && is_letter(v.at(start)) && is_letter(v.before(start - 1));
        // "St.-Martin-Straße": the dot before a hyphen.
        let dotted = b == b'-' && v.before(start - 1) == b'.' && start > 2 && is_letter(v.before(start - 2));
        if dotted {
            start -= 2;
        } else if is_letter(b) || joins {
            start -= 1;
        } else {
            break;
        }
    }
    start
}

/// Whether the character at `i` is a capital.
pub(super) fn is_capital(v: View<'_>, i: usize) -> bool {
    match v.at(i) {
        b if b < 0x80 => b.is_ascii_uppercase(),
        _ => v.char_at(i).is_some_and(char::is_uppercase),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_bounded() {
        for (text, to, strong, line) in [
            (", a", 2, true, false),
            (".\r\na", 3, true, true),
            ("\n\n\na", 2, true, true),
            (" - a", 3, true, false),
            (" -a", 1, false, false),
            ("a", 0, false, false),
            ("", 0, false, false),
        ] {
            assert_eq!(gap(View::new(text), 0), Gap { to, strong, line }, "{text:?}");
        }
        assert_eq!(gap(View::new(&" ".repeat(99)), 0).to, 16);
    }

    #[test]
    fn names_hold_together() {
        for (text, end) in [("Saint-Étienne x", 14), ("O'Connell", 9), ("l'Église", 9), ("a- b", 1), ("", 0)]
        {
            assert_eq!(name_end(View::new(text), 0), end, "{text}");
        }
        for (text, start) in [
            ("in St.-Martin-Straße", 3),
            ("Dr.-Otto-Str", 0),
            ("Hans-Peter-Weg", 0),
            ("a. Weg", 3),
            ("x5-Weg", 3),
            ("", 0),
        ] {
            assert_eq!(name_start(View::new(text), text.len()), start, "{text}");
        }
    }
}
