//! Streets whose type stands first, as in French, Spanish, Italian and Portuguese: `12 rue de la Paix`, `Calle Mayor 5`,
//! `Via Roma, 12`, `Rue de la Loi 16`.
//!
//! Comes in: a view and a street type. Goes out: the address around it. The number stands right before the type or behind
//! the name. Types that are words of everyday ("via", "place", "cours") need a postal code, a city or a word about
//! addresses near.
use super::Style;
use super::gaps::is_capital;
use super::house_number::{is_house_number, number_behind};
use super::street_name::{Name, name_behind};
use super::tail::{Tail, tail_end};
use crate::catalog::prelude::*;
use crate::text::view::{View, is_wordy};
use crate::text::words::{is_any, is_word, previous_word, skip_spaces_back};

/// Street types that mean little else, in any case.
#[rustfmt::skip]
pub(super) const CLEAR: &[&str] = &[
    "rue", "impasse", "chemin", "faubourg", "ruelle", "boulevard", "chaussée", "allées",
    "calle", "avenida", "avda", "carrer", "carretera", "ctra", "glorieta", "travesía", "travesia", "callejón", "paseo",
    "viale", "piazza", "piazzale", "vicolo", "lungomare", "lungotevere",
    "rua", "travessa", "praça", "alameda",
];
/// Street types that are clear only with capitals.
#[rustfmt::skip]
pub(super) const CAPITAL: &[&str] = &[
    "avenue", "ave", "av", "bd", "bld", "blvd", "allée", "quai", "plaza", "pza", "plza", "rambla", "ronda", "camino", "corso",
    "vía", "estrada", "laan", "c",
];
/// Words of everyday that are street types, too.
#[rustfmt::skip]
pub(super) const EVERYDAY: &[&str] = &[
    "via", "place", "cours", "route", "square", "passage", "villa", "cité", "résidence", "voie", "promenade", "esplanade",
    "largo", "strada", "contrada", "borgo", "galleria", "urbanización", "urbanizacion", "platz", "straße", "strasse",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Type {
    Clear,
    Capital,
    Everyday,
}

pub(super) fn clear(p: &Probe<'_>) -> Option<Found> {
    street(p, Type::Clear)
}

pub(super) fn capital(p: &Probe<'_>) -> Option<Found> {
    street(p, Type::Capital)
}

pub(super) fn everyday(p: &Probe<'_>) -> Option<Found> {
    street(p, Type::Everyday)
}

fn street(p: &Probe<'_>, kind: Type) -> Option<Found> {
    let v = p.view;
    let before = v.before(p.at);
    // "C/ Mayor 5"; a lone "c" is a letter.
    let lone = p.end - p.at == 1 && v.at(p.end) != b'/';
    if lone || is_wordy(before) || matches!(before, b'@' | b'/' | b'.' | b'\'') {
        return None;
    }
    if let Some(number) = number_before(v, p.at) {
        return number_first(v, number, p, kind);
    }
    // A number, or the slash of "s/n", is far from most words that are a type, too.
    if !v.slice(p.end, p.end + 64).iter().any(|b| b.is_ascii_digit() || *b == b'/') {
        return None;
    }
    number_last(v, p, kind)
}

/// Start of the house number right before the type: "12 rue", "12 bis, rue", "12B avenue".
fn number_before(v: View<'_>, at: usize) -> Option<usize> {
    let mut end = skip_spaces_back(v, at, 2);
    if end == at {
        return None;
    }
    end -= usize::from(v.before(end) == b',');
    let (word_at, word) = previous_word(v, end);
    if is_any(word, &["bis", "ter", "quater", "b", "c", "d"]) && v.before(word_at) == b' ' {
        end = word_at - 1;
    }
    if !v.before(end).is_ascii_alphanumeric() {
        return None;
    }
    let mut start = end;
    while end - start < 12
        && (v.before(start).is_ascii_alphanumeric() || matches!(v.before(start), b'-' | b'/'))
    {
        start -= 1;
    }
    // "12bis rue"
    let glued = is_any(v.slice(end.saturating_sub(3), end), &["bis", "ter"]) && end - start > 3;
    let number_end = if glued { end - 3 } else { end };
    let digits = v.slice(start, number_end).iter().take_while(|b| b.is_ascii_digit()).count();
    let sound = (1..=4).contains(&digits) && v.at(start) != b'0';
    let whole = is_house_number(v, start, end) || glued && digits == number_end - start;
    let open = matches!(v.before(start), 0 | b' ' | b'\n' | b'\t' | b'(' | b',' | b':' | b'"' | b'>' | b'=');
    (sound && whole && open).then_some(start)
}

fn number_first(v: View<'_>, number: usize, p: &Probe<'_>, kind: Type) -> Option<Found> {
    let name = name_behind(v, type_end(v, p), false);
    if name.content == 0 {
        return None;
    }
    let tail = tail_end(v, name.end, Style::Continental);
    judge(v, number, &name, tail, kind, false)
}

fn number_last(v: View<'_>, p: &Probe<'_>, kind: Type) -> Option<Found> {
    let from = type_end(v, p);
    let name = name_behind(v, from, true);
    // "Gran Vía 12": the name stands before the type.
    let (gran_at, gran) = previous_word(v, p.at);
    let gran = is_word(gran, "gran") && v.before(p.at) == b' ';
    let number = name.number?;
    if name.content == 0 && !gran {
        return None;
    }
    let start = if gran { gran_at } else { p.at };
    let (end, year) = if name.none {
        (number, false)
    } else {
        let house = number_behind(v, number)?;
        (house.end, house.year)
    };
    let tail = tail_end(v, end, Style::Continental);
    if year && tail.code.is_none() {
        return None;
    }
    let sure = name.capital && (is_capital(v, p.at) || italian_before(v, p.at));
    judge(v, start, &name, tail, kind, sure && is_closed(v, end))
}

/// What is said for the address `start..`; `sure`: an everyday word that is written as a type.
fn judge(v: View<'_>, start: usize, name: &Name, tail: Tail, kind: Type, sure: bool) -> Option<Found> {
    let found = super::whole(start, tail.end, tail.proven);
    if tail.proven && (kind != Type::Everyday || tail.code.is_some() || name.capital) {
        return Some(found.cued());
    }
    let loud = name.capital || is_capital(v, start) && kind != Type::Everyday;
    match kind {
        Type::Clear if loud => Some(found.cued()),
        Type::Clear => Some(found.score(57).cued()),
        Type::Capital if loud => Some(found.cued()),
        Type::Everyday if sure || tail.city && name.capital => Some(found.score(58).cued()),
        Type::Everyday if !name.capital => None,
        _ => Some(found.score(50).weak()),
    }
}

/// End of the street type with its dot or slash: "Av.", "C/".
fn type_end(v: View<'_>, p: &Probe<'_>) -> usize {
    p.end + usize::from(matches!(v.at(p.end), b'.' | b'/'))
}

/// Whether an Italian word leads to the type: "abito in via Roma 12".
fn italian_before(v: View<'_>, at: usize) -> bool {
    let (_, word) = previous_word(v, at);
    is_any(word, &["in", "di", "abito", "sito", "sita", "residente", "indirizzo", "presso", "è", "vivo"])
}

/// Whether the clause is over at `end`: what goes on is another sentence's number.
fn is_closed(v: View<'_>, end: usize) -> bool {
    matches!(v.at(end), 0 | b',' | b'.' | b';' | b'\n' | b'\r' | b')' | b'?' | b'!' | b'-')
        || v.at(end) == b' ' && matches!(v.at(end + 1), b'-' | b'(' | 0)
}
