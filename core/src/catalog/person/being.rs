//! Names behind a verb of being: "this is Maria Lopez", "I'm Anna", "sono Marco Rossi".
//!
//! Comes in: the verb or its pronoun. Goes out: the place of the name behind it.
use super::cues::is_title;
use super::names::{capitalised, clause_ends, hit};
use crate::catalog::prelude::*;
use crate::text::view::View;
use crate::text::words::{is_any, is_word, next_word, previous_word, skip_spaces};

/// "this is Maria Lopez", "I'm Anna Lee", "soy Ana", "je suis …", "ich bin …": capitals only.
pub(super) fn being(p: &Probe<'_>) -> Option<Found> {
    // Most of these words are followed by a small letter, and by none that may go on.
    let next = p.view.at(p.end + 1);
    let may = match p.end.wrapping_sub(p.at) {
        2 => next == b'i',
        3 => matches!(next, b'o' | b'a'),
        4 => matches!(next, b'i' | b's'),
        _ => false,
    };
    if p.view.at(p.end) == b' ' && next.is_ascii_lowercase() && !may { None } else { judge(p) }
}

#[inline(never)]
fn judge(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let cue = v.slice(p.at, p.end);
    if v.at(p.end) == b' ' && v.at(p.end + 1).is_ascii_lowercase() && !may_go_on(cue, v.at(p.end + 1)) {
        return None;
    }
    let behind =
        |words: &[&str]| is_any(previous_word(v, p.at - usize::from(v.before(p.at) == b'\'')).1, words);
    let mut start = p.end;
    if is_any(cue, &["this", "hier"]) {
        let (at, word) = next_word(v, p.end);
        if !is_any(word, &["is", "ist", "spricht"]) {
            return None;
        }
        start = at + word.len();
    } else if is_any(cue, &["it"]) {
        let (at, word) = next_word(v, p.end);
        let short = v.at(p.end) == b'\'' && v.at(p.end + 1) == b's';
        start = if short { p.end + 2 } else { at + word.len() };
        if !short && !is_any(word, &["is"]) {
            return None;
        }
    } else if is_any(cue, &["am", "m"]) && !behind(&["i"])
        || is_any(cue, &["suis"]) && !behind(&["je"])
        || is_any(cue, &["bin"]) && !behind(&["ich"])
        || is_any(cue, &["ben"]) && !behind(&["ik"])
        || is_any(cue, &["m"]) && v.before(p.at) != b'\''
    {
        return None;
    }
    let mut at = skip_spaces(v, start, 3);
    // "sou o João": the article is said of known people.
    let article = is_any(cue, &["sou"]) && matches!(v.at(at), b'o' | b'a') && v.at(at + 1) == b' ';
    at += if article { 2 } else { 0 };
    if at == start || is_title(v, at) {
        return None;
    }
    let name = capitalised(v, at)?;
    if name.loud {
        return None;
    }
    let slip = is_any(cue, &["im"]);
    if slip && !opens_clause(v, p.at) {
        return None;
    }
    let (_, then) = next_word(v, name.end);
    let introduced =
        is_any(then, &["from", "here", "calling", "speaking", "again", "de", "von", "aus", "und", "y", "et"]);
    // German writes every noun with a capital: "ich bin Kunde".
    // "its Ann Lee": other things than people are introduced like that, one word is not enough.
    if is_any(cue, &["it", "its", "it’s"]) {
        return if name.words >= 2 && clause_ends(v, name.end) { hit(name, 55) } else { None };
    }
    if is_any(cue, &["sono", "sou", "ben"]) && !article {
        // "Sono Italiano": one word may be where somebody comes from.
        return if name.words >= 2 { hit(name, 58) } else { None };
    }
    let single = !is_any(cue, &["bin", "hier"])
        && (clause_ends(v, name.end)
            || is_any(then, &["and", "but", "can", "could", "i", "my", "who", "please"]));
    // A German "Im" begins sentences, and a noun with a capital follows.
    let single = single && !(slip && (cue == b"Im" || v.at(skip_spaces(v, name.end, 2)) == b':'));
    let several = name.words >= 2 && (!slip || clause_ends(v, name.end));
    if several || introduced || single { hit(name, 58) } else { None }
}

/// Whether a small letter may follow the cue: a name has a capital, but "it is", "this is", "hier spricht" and "sou o" come
/// before it.
fn may_go_on(cue: &[u8], next: u8) -> bool {
    match cue.len() {
        2 => next == b'i' && is_word(cue, "it"),
        3 => matches!(next, b'o' | b'a') && is_word(cue, "sou"),
        4 => matches!(next, b'i' | b's') && is_any(cue, &["this", "hier"]),
        _ => false,
    }
}

/// Whether "im" at `at` can be a hasty "I'm": where English begins a clause. Else it is German: "liegt im Paketzentrum".
pub(super) fn opens_clause(v: View<'_>, at: usize) -> bool {
    let (start, word) = previous_word(v, at);
    if word.is_empty() {
        return matches!(v.before(start), 0 | b'\n' | b'.' | b'!' | b'?' | b',' | b'-' | b')' | b':' | b';');
    }
    is_any(word, &["hi", "hello", "hey", "and", "but", "because", "ok", "yes", "since", "there", "thanks"])
}
