//! Whether what stands behind a cue can be a password: by what led to it and by its looks.
//!
//! Comes in: a place and the way to it. Goes out: where the password ends.
use super::common::{is_placeholder, is_prefixed_placeholder};
use super::typed::{is_address, is_amount, is_jumbled, is_participle, is_said_of_things};
use crate::catalog::talk_words::TALK;
use crate::text::phrase::{Lead, clause_ends, closes, digits_end};
use crate::text::sixteen::{Sixteen, count, may_hold_either};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, next_word, previous_word, skip_spaces};

/// How a value was reached.
#[derive(Clone, Copy)]
pub(super) struct Way {
    pub(super) lead: Lead,
    pub(super) quoted: bool,
    /// The cue is an English word.
    pub(super) english: bool,
}

/// Whether the value at `at..end` can be a password after this lead, and where it ends.
pub(super) fn believable(v: View<'_>, at: usize, end: usize, way: Way) -> Option<usize> {
    let lead = way.lead;
    let text = v.slice(at, end);
    // What is left of `pypi-<token>` and `pypi-...`.
    let opens = matches!(v.before(end), b'-' | b'_') && matches!(v.at(end), b'<' | b'.');
    if opens {
        return None;
    }
    // `--password X, --user Y`: options of a command.
    let addressed = may_hold_either(v, at, end, b'@', b':') || text.starts_with(b"www.");
    if is_placeholder(text)
        || is_prefixed_placeholder(text)
        || is_yours(v, at)
        || addressed && is_address(text)
        || text.starts_with(b"--")
    {
        return None;
    }
    let digits = count(v, at, end, Sixteen::digits);
    let letters = count(v, at, end, Sixteen::letters);
    let told = lead.sign || lead.verb;
    if digits == text.len() {
        return is_number(v, at, end, told).then_some(end);
    }
    if digits > 0 && letters > 0 {
        let enough = text.len() >= if told { 3 } else { 5 };
        return (enough && (told || !is_amount(v, at, end))).then_some(end);
    }
    let sign = |b: u8| {
        matches!(b, b'!' | b'#' | b'$' | b'%' | b'^' | b'&' | b'*' | b'+' | b'=' | b'_' | b'~' | b'@' | b'?')
    };
    let inner = || {
        let shouts = text.iter().rev().take_while(|&&b| matches!(b, b'!' | b'?')).count();
        text.get(..text.len() - shouts.max(1)).unwrap_or(&[])
    };
    if letters > 0 && digits == 0 && text.len() >= 5 && inner().iter().any(|&b| sign(b)) {
        return (told || is_jumbled(text)).then_some(end);
    }
    if !told && is_jumbled(text) {
        return Some(end);
    }
    if !told || letters == 0 {
        // Signs alone, or signs and digits: only after a sign.
        return (lead.sign && text.len() >= 4 && letters == 0 && digits > 0).then_some(end);
    }
    word(v, at, end, way)
}

/// Whether the value is the rest of `your-password`.
fn is_yours(v: View<'_>, at: usize) -> bool {
    let start = at - usize::from(matches!(v.before(at), b'-' | b'_'));
    let joined = start < at || matches!(v.at(at), b'-' | b'_');
    joined && is_any(previous_word(v, start).1, &["your"])
}

static LABELS: WordSet<32> =
    WordSet::of(&["user username login email pin usuario benutzer usuário utente gebruiker utilisateur"]);

/// A value of letters alone.
fn word(v: View<'_>, at: usize, end: usize, way: Way) -> Option<usize> {
    let text = v.slice(at, end);
    if way.quoted {
        return (text.len() >= 3).then_some(end);
    }
    let shouts = text.iter().rev().take_while(|&&b| b == b'!').count();
    let bare = text.get(..text.len() - shouts).unwrap_or(text);
    if bare.len() < 4 || TALK.holds(bare) || way.english && is_said_of_things(bare) {
        return None;
    }
    if !way.english && !way.lead.sign && is_participle(bare) {
        return None;
    }
    // `curran 8799`: a word and its number.
    let next = skip_spaces(v, end, 1);
    let number = digits_end(v, next, 8);
    if next > end && number >= next + 2 && closes(v, number) && clause_ends(v, number) {
        return Some(number);
    }
    let (_, following) = next_word(v, end);
    let another_label = LABELS.holds(following);
    let capital_inside =
        bare.iter().skip(1).any(u8::is_ascii_uppercase) && bare.iter().any(u8::is_ascii_lowercase);
    let hyphens = bare.iter().any(|b| matches!(b, b'\'' | b'/'));
    let ends = clause_ends(v, end) || way.lead.sign && another_label || capital_inside;
    (ends && !hyphens).then_some(end)
}

/// Digits alone: after a verb or sign at least three, right after the cue at least four that are no year or amount.
fn is_number(v: View<'_>, at: usize, end: usize, told: bool) -> bool {
    let length = end - at;
    if told {
        return (3..=20).contains(&length);
    }
    let year = length == 4 && matches!(v.slice(at, at + 2), b"19" | b"20");
    (4..=12).contains(&length) && !year && !is_amount(v, at, end)
}
