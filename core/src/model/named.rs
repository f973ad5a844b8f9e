//! Labels of a run → what is named in it.
//!
//! Comes in: tokens and their labels. Goes out: places with a kind. Here is what no label can say: that an address has a
//! number or a word of streets in it, and a name a letter.
use core::ops::Range;

use super::Named;
use super::label::{FIRST, INNER, Kind, LAST, ONLY, OUTSIDE, kind_of};
use super::token::{Shape, Token, class};

/// What the labels name, from left to right; `percent` says how sure a kind is over some tokens of the run.
pub(super) fn spans<'r>(
    text: &'r str,
    tokens: &'r [Token],
    labels: &'r [u8],
    percent: impl Fn(Kind, Range<usize>) -> u8 + 'r,
) -> impl Iterator<Item = Named> + 'r {
    let mut at = 0;
    core::iter::from_fn(move || {
        while let Some(&label) = labels.get(at) {
            let start = at;
            at += 1;
            let Some(kind) = kind_of(label) else { continue };
            if (FIRST..ONLY).contains(&label) {
                while labels.get(at).is_some_and(|l| (INNER..LAST).contains(l)) {
                    at += 1;
                }
                at += usize::from(labels.get(at).is_some_and(|l| *l >= LAST));
            }
            debug_assert!(label != OUTSIDE);
            if let Some((part, kind)) = judged(text, tokens, start..at, kind) {
                let (Some(first), Some(last)) = (tokens.get(part.start), tokens.get(part.end - 1)) else {
                    continue;
                };
                return Some(Named {
                    start: first.start as usize,
                    end: last.end as usize,
                    kind,
                    percent: percent(kind, part),
                    beside_label: false,
                });
            }
        }
        None
    })
}

/// Without signs and line breaks at its ends; `None` where what is left cannot be of its kind.
fn judged(text: &str, tokens: &[Token], mut part: Range<usize>, kind: Kind) -> Option<(Range<usize>, Kind)> {
    let loose = |at: usize| tokens.get(at).is_none_or(|t| matches!(t.shape, Shape::Sign | Shape::Break));
    while !part.is_empty() && loose(part.end - 1) && !closes(text, tokens, &part) {
        part.end -= 1;
    }
    while !part.is_empty()
        && loose(part.start)
        && tokens.get(part.start).is_none_or(|t| !is_number_sign(text, t))
    {
        part.start += 1;
    }
    let inside = tokens.get(part.clone())?;
    let word = inside.iter().any(|t| t.shape.is_word());
    let number = inside.iter().any(|t| t.shape.is_number() || t.shape == Shape::Code);
    let street = inside.iter().any(|t| t.class & class::STREET != 0);
    let fits = match kind {
        Kind::Person | Kind::Organization | Kind::Location => word,
        Kind::Address => number && (word || inside.len() > 1) || word && street,
    };
    if fits {
        return Some((part, kind));
    }
    // A city alone where an address is asked for is a place.
    (kind == Kind::Address && word).then_some((part, Kind::Location))
}

/// Whether the last sign of `part` is the dot of a short form ("St.", "John S."), which stays.
fn closes(text: &str, tokens: &[Token], part: &Range<usize>) -> bool {
    let (Some(last), Some(before)) = (tokens.get(part.end - 1), tokens.get(part.end.wrapping_sub(2))) else {
        return false;
    };
    part.len() > 1
        && before.shape == Shape::Initial
        && before.end == last.start
        && text.as_bytes().get(last.start as usize) == Some(&b'.')
}

/// "#12"
fn is_number_sign(text: &str, token: &Token) -> bool {
    text.as_bytes().get(token.start as usize) == Some(&b'#')
}
