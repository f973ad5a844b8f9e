//! Placeholders that lost their brackets: `PERSON_1.k7q`, `Person #1.k7q`.
//!
//! Comes in: a text and the place of a dot. Goes out: the placeholder around it. Where its name begins nobody can tell,
//! since types have names of several words; so each word before the number may be the first.
use super::super::glyph::{Glyph, fold};
use super::body::{read_tag, readings};
use super::{BODY, Likeness};
use crate::crypto::TAG;

/// The most words a name is looked for in: no built-in type has more than four.
const WORDS: usize = 6;

/// Looks no further back than `from`, and no further than a body is long.
pub(super) fn read(text: &str, from: usize, dot: usize) -> Option<Likeness> {
    let end = dot + 1 + TAG;
    let tag = read_tag(text.get(dot + 1..end)?)?;
    if joined(text.get(end..)?.chars()) {
        return None;
    }
    let from = (from..=dot).find(|at| text.is_char_boundary(*at))?;
    // A number before the dot, or it is the dot of something else: that ends most walks at once.
    let before = text
        .get(from..dot)
        .filter(|before| before.ends_with(|c: char| c.is_ascii_digit() || !c.is_ascii()))?;
    let mut folded = String::with_capacity(BODY);
    let mut found = Vec::new();
    for (at, c) in before.char_indices().rev() {
        match fold(c) {
            Glyph::Letter(b'.') => break,
            Glyph::Letter(letter) => folded.push(char::from(letter)),
            Glyph::Gap | Glyph::Hash if folded.ends_with('_') => {}
            Glyph::Gap | Glyph::Hash => folded.push('_'),
            Glyph::Nothing => {}
            // The backslash of Markdown's `\_`.
            Glyph::Other if c == '\\' && folded.ends_with('_') => {}
            _ => break,
        }
        if folded.len() > BODY {
            break;
        }
        let start = from + at;
        let begins = folded.ends_with(|c: char| c.is_ascii_uppercase());
        if begins && !joined(text.get(..start)?.chars().rev()) {
            let head: String = folded.chars().rev().collect();
            found.extend(readings(&head, start)?);
            if found.len() >= WORDS {
                break;
            }
        }
    }
    found.reverse();
    let start = found.first()?.start;
    let (bracket, exact) = (start, false);
    Some(Likeness { start, bracket, end, doubled: false, bare: true, exact, readings: found, tag: Some(tag) })
}

/// Whether a word goes on there. One underscore may be Markdown's emphasis.
fn joined(mut outwards: impl Iterator<Item = char>) -> bool {
    let next = match outwards.next() {
        Some('_') => outwards.next(),
        next => next,
    };
    next.is_some_and(|c| c.is_alphanumeric() || c == '_')
}
