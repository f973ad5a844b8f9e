//! Placeholders in brackets of any kind, escaped, spaced and broken as writers and models do.
//!
//! Comes in: a text and the place of a bracket. Goes out: the placeholder it may open.
use super::super::glyph::{Glyph, glyph};
use super::body::{Body, FOREIGN, part};
use super::{Likeness, read_exact};

/// The longest source of a placeholder, in bytes: escapes and invisible characters included.
const SOURCE: usize = 512;

/// A body holds no bracket, so that what is read for one opening is not read again for the next: the whole is linear.
pub(super) fn read(text: &str, start: usize, loose: bool) -> Option<Likeness> {
    let (Glyph::Open(close), length) = glyph(text, start)? else { return None };
    let (mut at, mut inner, mut doubled) = (start + length, start, false);
    if let Some((Glyph::Open(second), length)) = glyph(text, at)
        && second == close
    {
        (inner, at, doubled) = (at, at + length, true);
    }
    let bracket = at - 1;
    let mut body = Body::default();
    let (mut breaks, mut new_line, mut ended) = (0, false, false);
    loop {
        let (glyph, length) = glyph(text, at)?;
        at += length;
        match glyph {
            // Mail that is quoted has a sign before each line.
            Glyph::Close('>') if new_line && close != '>' => {}
            Glyph::Close(c) if c == close => break,
            Glyph::Gap => body.gap()?,
            Glyph::Nothing => {}
            Glyph::Break if breaks == 0 => breaks = 1,
            // Emphasis and quotation marks around the whole body.
            Glyph::Mark if body.is_empty() => {}
            Glyph::Mark => ended = true,
            _ if ended => return None,
            Glyph::Letter(letter) => body.push(letter)?,
            Glyph::Hash if loose => body.gap()?,
            Glyph::Stop if loose => body.push(b'.')?,
            Glyph::Foreign if loose => body.push(FOREIGN)?,
            _ => return None,
        }
        new_line = match glyph {
            Glyph::Break => true,
            Glyph::Gap | Glyph::Nothing => new_line,
            _ => false,
        };
        if at - start > SOURCE {
            return None;
        }
    }
    let mut start = start;
    match glyph(text, at) {
        Some((Glyph::Close(c), length)) if doubled && c == close => at += length,
        // Two open and one closes: the outer one is no part of it.
        _ => (start, doubled) = (inner, false),
    }
    let (readings, tag) = part(body.text()?, start, loose)?;
    let exact =
        !doubled && read_exact(text, bracket).is_some_and(|exact| exact.end == at) && start == bracket;
    Some(Likeness { start, bracket, end: at, doubled, bare: false, exact, readings, tag })
}
