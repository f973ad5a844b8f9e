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
                    percent: percent(kind, part.clone()),
                    beside_label: false,
                    is_broad: is_broad(tokens.get(part).unwrap_or_default()),
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
    if is_piece(text, inside) {
        return None;
    }
    let word = inside.iter().any(is_name_like);
    let number = inside.iter().any(is_number);
    let street = inside.iter().any(is_street);
    match kind {
        Kind::Person | Kind::Organization => word.then_some((part, kind)),
        Kind::Location if number && !is_city(inside) => {
            let from = inside.iter().position(is_name_like)?;
            let to = inside.iter().rposition(is_name_like)?;
            Some((part.start + from..part.start + to + 1, kind))
        }
        Kind::Location => word.then_some((part, kind)),
        // A city alone, or with its postal code, is a place.
        Kind::Address if word && !street && (!number || is_city(inside)) => {
            let known = inside.iter().any(|t| t.class & class::PLACES != 0);
            (known || !number).then_some((part, Kind::Location))
        }
        // "2550 anna nagar": the number first, and words behind it. No part of an address has seven digits.
        Kind::Address => {
            let led = inside.first().is_some_and(is_number)
                && inside.iter().filter(|t| is_name_like(t)).count() >= 2;
            let long = inside.iter().any(|t| t.shape == Shape::Digits6 && t.end - t.start > 6);
            (number && !long && (street || led || inside.iter().any(is_place))).then_some((part, kind))
        }
    }
}

/// A word of streets, or a name that ends with one.
fn is_street(token: &Token) -> bool {
    let tail = token.tail.to_le_bytes();
    token.class & class::STREET != 0
        || token.shape.is_word() && STREETS.iter().any(|end| tail.ends_with(end.as_bytes()))
}

/// What names of streets end with where name and type are one word.
#[rustfmt::skip]
const STREETS: [&str; 16] = [
    "strasse", "straße", "str", "weg", "gasse", "platz", "allee", "damm", "ring", "ufer", "straat", "laan", "gracht",
    "plein", "gatan", "katu",
];

/// A place that is no everyday word.
fn is_place(token: &Token) -> bool {
    token.class & class::CITY_LARGE != 0
        || token.class & class::PLACES != 0 && token.class & (class::COMMON | class::KNOWN) == 0
}

/// Regions and countries alone. "New York" is a city, too.
fn is_broad(tokens: &[Token]) -> bool {
    let known = |t: &Token| t.class | t.phrase & 0xffff;
    let city = |t: &Token| known(t) & (class::CITY | class::CITY_LARGE) != 0;
    tokens.iter().any(|t| known(t) & class::REGION != 0) && !tokens.iter().any(city)
}

/// A word that can be a name: one letter alone is none. Scripts without spaces give rows of words: those the lexicon knows are names.
fn is_name_like(token: &Token) -> bool {
    token.shape.is_word()
        && token.end - token.start > 1
        && (token.shape != Shape::Caseless || token.class & (class::NAMES | class::PLACES) != 0)
}

fn is_number(token: &Token) -> bool {
    token.shape.is_number() || token.shape == Shape::Code
}

/// Whether all numbers are those of a postal code: five or six digits, two codes ("K1A 0B1"), or four digits where they stand
/// first, with or without letters behind them, or behind a region.
fn is_city(tokens: &[Token]) -> bool {
    let numbers = tokens.iter().filter(|t| is_number(t)).count();
    let codes = tokens.iter().filter(|t| t.shape == Shape::Code).count();
    let long = |t: &&Token| t.shape == Shape::Digits5 || t.shape == Shape::Digits6 && t.end - t.start == 6;
    let five = tokens.iter().filter(long).count();
    let first = tokens.first().is_some_and(|t| t.shape == Shape::Digits4);
    let last = matches!(tokens, [.., region, number] if number.shape == Shape::Digits4 && region.class & class::REGION != 0);
    numbers == 1 && (five == 1 || first || last) || numbers == 2 && codes == 2
}

/// Whether what is named is a piece of something else: the key of a value ("sid=…", "geo:12"), what a mask has left
/// ("AKIA****"), a part of an identifier ("user_name") or of the name of a host ("app.terraform.example").
fn is_piece(text: &str, tokens: &[Token]) -> bool {
    let start = tokens.first().map_or(0, |t| t.start as usize);
    let end = tokens.last().map_or(0, |t| t.end as usize);
    let byte = |at: usize| text.as_bytes().get(at).copied().unwrap_or(b' ');
    let (before, after) = (byte(start.wrapping_sub(1)), byte(end));
    matches!(after, b'=' | b'*' | b'_')
        || after == b':' && !byte(end + 1).is_ascii_whitespace()
        || matches!(before, b'*' | b'_' | b'=')
        || before == b'.' && after == b'.'
        || text.get(start..end).is_some_and(|named| named.contains('_'))
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
