//! Where a text that goes on may still become a placeholder.
//!
//! Comes in: a text that has not ended. Goes out: the first bracket or dot about which what follows may decide, and from
//! where on something may be the name of a placeholder without brackets.
use super::super::glyph::{Glyph, fold, glyph, may_open};
use super::BODY;
use crate::crypto::TAG;
use crate::restored::Tolerance;

/// The longest way to write one glyph, and what is looked at behind one, in bytes.
const GLYPH: usize = 24;
/// No placeholder is written longer than this, in bytes.
const LONGEST: usize = 512 + 2 * GLYPH;

/// The first place from `from` on about which nothing is decided yet; the end where there is none.
pub(crate) fn undecided(text: &str, from: usize, tolerance: Tolerance) -> usize {
    let start = from.max(text.len().saturating_sub(LONGEST));
    let places = text.as_bytes().iter().enumerate().skip(start);
    let open = places.filter(|(at, byte)| match (tolerance, **byte) {
        (Tolerance::Exact, byte) => byte == b'[' && may_be_exact(text, *at),
        (Tolerance::Loose, b'.') => at + TAG + GLYPH > text.len(),
        (_, byte) => {
            may_open(byte) && text.is_char_boundary(*at) && goes_on(text, *at, tolerance == Tolerance::Loose)
        }
    });
    open.map(|(at, _)| at).next().unwrap_or(text.len())
}

/// From where on the end of the text may be a name that a dot and a tag follow.
pub(crate) fn bare_name(text: &str) -> usize {
    let (mut start, mut letters, mut gap) = (text.len(), 0, false);
    for (at, c) in text.char_indices().rev() {
        match fold(c) {
            Glyph::Letter(b'.') => break,
            Glyph::Letter(_) => (letters, gap) = (letters + 1, false),
            Glyph::Gap | Glyph::Hash => (letters, gap) = (letters + usize::from(!gap), true),
            Glyph::Nothing => {}
            Glyph::Other if c == '\\' => {}
            _ => break,
        }
        if letters > BODY {
            break;
        }
        start = at;
    }
    start
}

/// Whether what stands at a bracket may be an exact placeholder that ends behind the text.
fn may_be_exact(text: &str, at: usize) -> bool {
    let rest = text.as_bytes().get(at + 1..).unwrap_or_default();
    rest.len() <= BODY + 1 && rest.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.'))
}

/// Whether a reading that begins at `at` comes to the end of the text. It follows whatever any reading would.
fn goes_on(text: &str, at: usize, loose: bool) -> bool {
    let (mut place, mut letters, mut gap, mut breaks, mut opens) = (at, 0, false, 0, 0);
    // What begins an escape is known when the whole of it is there, all else at once.
    let escape = |b: &u8| matches!(b, b'\\' | b'&' | b'=');
    let known = |at: usize| text.as_bytes().get(at).is_some_and(|b| !escape(b)) || at + GLYPH <= text.len();
    while place - at < LONGEST {
        if !known(place) {
            return true;
        }
        let Some((glyph, length)) = glyph(text, place) else { return false };
        let was_gap = core::mem::replace(&mut gap, glyph == Glyph::Gap);
        match glyph {
            Glyph::Open(_) => opens += 1,
            Glyph::Letter(_) => letters += 1,
            Glyph::Gap => letters += usize::from(!was_gap),
            Glyph::Break => breaks += 1,
            // In mail that is quoted it is the sign of a line.
            Glyph::Nothing | Glyph::Mark | Glyph::Close('>') => {}
            // A second one may follow.
            Glyph::Close(_) => return !known(place + length),
            Glyph::Hash | Glyph::Stop | Glyph::Foreign if loose => letters += 1,
            _ => return false,
        }
        if opens == 0 || opens > 2 || breaks > 1 || letters > BODY + 2 {
            return false;
        }
        place += length;
    }
    false
}
