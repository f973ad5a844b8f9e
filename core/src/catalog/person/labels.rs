//! Names behind a label: `Customer: Ann Lee`, `account holder Ann Lee`, the fields of a mail's header.
//!
//! Comes in: a label's word. Goes out: the place of the name behind it.
use super::cues::{HEADERS, HOLDERS, is_title};
use super::mail::{is_header, is_office};
use super::names::{any_case, capitalised, clause_ends, hit, line_ends};
use crate::catalog::prelude::*;
use crate::text::view::View;
use crate::text::words::{is_any, is_letter, next_word, skip_spaces};

/// "Customer: Ann Lee", "From: Ann Lee <".
pub(super) fn labelled(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let gap = matches!(v.at(p.end), b' ' | b'\t' | 0xC2);
    let next = v.at(p.end + usize::from(gap));
    // Short labels are "to", "from" or "de" nearly always: "moved to Berlin: …" names nobody.
    let long = p.end.wrapping_sub(p.at) >= 5;
    if next.is_ascii_alphanumeric() && !(long && gap) || !gap && next != b':' { None } else { judge(p) }
}

#[inline(never)]
fn judge(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let colon = skip_spaces(v, p.end, 2);
    if v.at(colon) != b':' {
        if p.end - p.at < 5 || colon == p.end || !is_letter(v.at(colon)) {
            return None;
        }
        if let Some(holder) = held(p, colon) {
            return Some(holder);
        }
        // "Agent Kayla: hello"
        if !speaks(v, colon) {
            return None;
        }
        let speaker = any_case(v, colon).filter(|n| n.words == 1 && v.at(n.end) == b':')?;
        return hit(speaker, 60);
    }
    let start = skip_spaces(v, colon + 1, 4);
    let quoted = usize::from(v.at(start) == b'"');
    if is_title(v, start) {
        return None;
    }
    let name = any_case(v, start + quoted)?;
    let after = v.at(skip_spaces(v, name.end + quoted, 2));
    let ends = if HEADERS.holds(v.slice(p.at, p.end)) {
        let full = name.words >= 2 && name.capital && !is_office(v, &name);
        matches!(after, b'<' | b'[')
            || full && matches!(after, 0 | b'\r' | b'\n' | b',' | b';') && is_header(v, p.at)
    } else if name.words >= 2 {
        clause_ends(v, name.end) && (name.capital || line_ends(v, name.end))
    } else {
        name.capital && matches!(after, b'\n' | b'\r' | b'<' | b'(' | 0)
    };
    if ends { hit(name, 65) } else { None }
}

/// "account holder Ann Lee.", "Kontoinhaber ist Max Muster": two words with capitals, and the clause ends.
fn held(p: &Probe<'_>, at: usize) -> Option<Found> {
    let v = p.view;
    let cue = v.slice(p.at, p.end);
    if !HOLDERS.holds(cue) {
        return None;
    }
    // "Customer Care", "Guest House": with a capital these are parts of other names.
    let common =
        is_any(cue, &["customer", "passenger", "patient", "guest", "recipient", "employee", "agent"]);
    if common && v.at(p.at).is_ascii_uppercase() {
        return None;
    }
    let (at, word) = next_word(v, at);
    let verb = is_any(word, &["is", "ist", "es", "est"]);
    let at = if verb { skip_spaces(v, at + word.len(), 2) } else { at };
    let name = capitalised(v, at).filter(|n| n.words >= 2 && !is_title(v, n.start) && !is_office(v, n))?;
    if clause_ends(v, name.end) { hit(name, 62) } else { None }
}

/// Whether one word and a colon stand at `i`: a cheap look, since every label asks.
fn speaks(v: View<'_>, i: usize) -> bool {
    let word = v.slice(i, i + 48);
    let length = word.iter().take_while(|&&b| is_letter(b) || matches!(b, b'\'' | b'-')).count();
    v.at(i + length) == b':'
}
