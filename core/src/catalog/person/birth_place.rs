//! Dates of birth with the place of birth between them and their verb: `born in Leeds on 3 August 1975`.
//!
//! Comes in: the end of the verb, or its start where it comes last. Goes out: the date.
use crate::text::date::{self, Written};
use crate::text::phrase::digits_end;
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_word, previous_word, skip_spaces_back, word_end};

/// `in Leeds on 3 August 1975`, `à Saint-Denis (93) le 3 août 1975`: the date behind three words of a place at most.
pub(super) fn after_place(v: View<'_>, i: usize) -> Option<Written> {
    static ON: WordSet<32> = WordSet::of(&["on il le am el op em a den the"]);
    let (mut at, mut words) = (i, 0);
    while at - i < 56 {
        let end = word_end(v, at);
        if end > at && !ON.holds(v.slice(at, end)) {
            if let Some(written) = date::read(v, at) {
                return Some(written);
            }
            words += 1;
        }
        if words > 3 {
            return None;
        }
        at = end;
        // Signs, and the number of a district in brackets.
        let sign = at;
        while at - sign < 8 && (matches!(v.at(at), b' ' | b',' | b'-' | b'(' | b')') || is_bracketed(v, at)) {
            at += 1;
        }
        if v.at(at).is_ascii_digit() {
            return date::read(v, at);
        }
        if at == sign {
            return None;
        }
    }
    None
}

/// `am 03.08.1975 in Köln geboren`: German and Dutch put the verb last.
pub(super) fn before_verb(v: View<'_>, cue: usize) -> Option<Written> {
    let mut at = cue;
    for _ in 0..4 {
        at = skip_spaces_back(v, at, 4);
        if v.before(at).is_ascii_digit() {
            return is_word(v.slice(cue, cue + 7), "geboren").then(|| date::read_back(v, at)).flatten();
        }
        let (start, word) = previous_word(v, at);
        if word.is_empty() {
            return None;
        }
        at = start;
    }
    None
}

/// Whether the digit at `i` is one of at most three in brackets.
fn is_bracketed(v: View<'_>, i: usize) -> bool {
    let from = (i.saturating_sub(3)..=i).find(|&j| v.before(j) == b'(');
    v.at(i).is_ascii_digit() && from.is_some_and(|from| v.at(digits_end(v, from, 3)) == b')')
}
