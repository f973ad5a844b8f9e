//! Streets as they are written in English: house number, one to five words of a name, the street type.
//!
//! Comes in: a view and a street type. Goes out: the address around it. A unit may stand before the number (`Flat 3, 12
//! Oak Road`, `Unit 5/12 George St`); what follows is the work of `tail`. Small letters are taken too, but then no word of
//! the name may be one of the words that measure or count ("24 hours drive"), and a type that is an everyday word
//! ("place", "way") needs a unit, a postal code or a word about addresses near it.
use super::Style;
use super::codes::Kind;
use super::gaps::{is_capital, name_start};
use super::house_number::{digit_before, is_house_number, is_ordinal};
use super::stops::is_stop;
use super::tail::tail_end;
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::phrase::has_digit;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, is_word, next_word, previous_word, skip_spaces_back, word_start};

/// How much a street type says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Type {
    Clear,
    Everyday,
    Rare,
}

pub(super) fn clear(p: &Probe<'_>) -> Option<Found> {
    street(p, Type::Clear)
}

pub(super) fn everyday(p: &Probe<'_>) -> Option<Found> {
    street(p, Type::Everyday)
}

pub(super) fn rare(p: &Probe<'_>) -> Option<Found> {
    street(p, Type::Rare)
}

fn street(p: &Probe<'_>, kind: Type) -> Option<Found> {
    let v = p.view;
    if matches!(v.at(p.end), b'\'' | b'_' | b'@') || v.at(p.end).is_ascii_digit() {
        return None;
    }
    if !digit_before(v, p.at) {
        return named_house(p).filter(|_| kind != Type::Rare);
    }
    let highway = highway_end(v, p);
    let Some((number, capital)) = number_before(v, p.at, highway.is_some()) else {
        return named_house(p).filter(|_| kind != Type::Rare);
    };
    if FOLLOWERS.holds(next_word(v, p.end).1) {
        return None;
    }
    let tail = tail_end(v, highway.unwrap_or(p.end), Style::English);
    let (start, unit) = with_unit(v, number);
    let loud = capital && is_capital(v, p.at);
    let proven = tail.proven || unit;
    let found = super::whole(start, tail.end, proven);
    if proven
        || kind != Type::Rare && is_line(v, start, tail.end) && tail.end > start + 6
        || loud && (kind != Type::Rare || is_place_named(v, number, p.end))
    {
        return Some(found.cued());
    }
    Some(if kind == Type::Clear { found.score(58).cued() } else { found.score(50).weak() })
}

/// The house number before the street's name, which ends at `at`; and whether the name is written with capitals.
/// `bare`: there may be no name at all.
fn number_before(v: View<'_>, at: usize, bare: bool) -> Option<(usize, bool)> {
    let (mut i, mut words, mut capital) = (at, 0, true);
    while words <= 5 {
        let end = skip_spaces_back(v, i, 3);
        if end == i {
            return None;
        }
        let comma = v.before(end) == b',';
        let end = if comma { end - 1 } else { end };
        let token = v.slice(end.saturating_sub(40), end);
        let start = end - IN_TOKEN.run_back(token);
        let token = v.slice(start, end);
        // "12 The Green", "12 Oak Road"; "12 Road" is none.
        if (words > 0 || bare) && is_house_number(v, start, end) {
            let lead = v.before(start);
            let open = lead == 0
                || matches!(lead, b' ' | b'\n' | b'\t' | b'\r' | b'(' | b',' | b':' | b'"' | b'>' | b'=');
            return (open && !counts(v, start)).then_some((start, capital));
        }
        let ordinal = token.first().is_some_and(u8::is_ascii_digit);
        // "12 The Green": an article right behind the number, and nothing but the type behind it.
        let article = words == 0 && token == b"The" && is_capital(v, at);
        if comma
            || token.is_empty()
            || ordinal && !is_ordinal(token)
            || is_stop(token.strip_suffix(b".").unwrap_or(token)) && !article
        {
            return None;
        }
        let (is_part, is_upper) = match v.at(start) {
            first @ ..0x80 => (first.is_ascii_alphanumeric(), first.is_ascii_uppercase()),
            _ => v.char_at(start).map(|first| (first.is_alphanumeric(), first.is_uppercase()))?,
        };
        if !is_part {
            return None;
        }
        capital &= is_upper || ordinal;
        words += 1;
        i = start;
    }
    None
}

/// What a word of a street's name or a house number may have in it.
static IN_TOKEN: ByteSet = ByteSet::with("_-'./").beyond_ascii();

/// A house without a number: "Rose Cottage, Church Lane, Hove BN3 3AA". Only a postal code with letters proves it.
fn named_house(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if !is_capital(v, p.at) || v.before(p.at) != b' ' || !has_digit(v.slice(p.end, p.end + 64)) {
        return None;
    }
    let street = capitals_before(v, p.at - 1)?;
    let tail = tail_end(v, p.end, Style::English);
    if !matches!(tail.code, Some(Kind::British | Kind::Irish | Kind::Canadian)) {
        return None;
    }
    let comma = skip_spaces_back(v, street, 1);
    let house = if v.before(comma) == b',' { capitals_before(v, comma - 1) } else { None };
    // Without a sign before it, the words may be a person or the start of a sentence.
    let house = house.filter(|&start| {
        matches!(v.before(start), 0 | b'\n') || v.before(start) == b' ' && v.before(start - 1) == b':'
    });
    Some(super::whole(house.unwrap_or(street), tail.end, true).cued())
}

/// Start of the one to three words with capitals that end at `end`.
fn capitals_before(v: View<'_>, end: usize) -> Option<usize> {
    let (mut end, mut best) = (end, None);
    for _ in 0..3 {
        let start = name_start(v, end);
        if start == end || !is_capital(v, start) || is_wordy(v.before(start)) || is_stop(v.slice(start, end))
        {
            break;
        }
        best = Some(start);
        if v.before(start) != b' ' {
            break;
        }
        end = start - 1;
    }
    best
}

/// Where the number of a highway ends that stands behind its type: "1501 Hwy 14".
fn highway_end(v: View<'_>, p: &Probe<'_>) -> Option<usize> {
    if v.at(p.end) != b' ' || !v.at(p.end + 1).is_ascii_digit() {
        return None;
    }
    let word = v.slice(p.at, p.end);
    let county = || is_any(previous_word(v, p.at).1, &["county", "state", "rural"]);
    let highway = is_any(word, &["hwy", "highway", "route"]) || is_any(word, &["road", "rd"]) && county();
    if !highway {
        return None;
    }
    let digits = v.slice(p.end + 1, p.end + 5).iter().take_while(|b| b.is_ascii_digit()).count();
    let end = p.end + 1 + digits;
    ((1..=3).contains(&digits) && !is_wordy(v.at(end))).then_some(end)
}

/// Whether `start..end` is all of its line: an answer to the question for the address.
fn is_line(v: View<'_>, start: usize, end: usize) -> bool {
    let end = end + usize::from(v.at(end) == b'.');
    matches!(v.before(start), 0 | b'\n') && matches!(v.at(end), 0 | b'\n' | b'\r')
}

/// Words behind a type that make something else of it: street food, drive through.
static FOLLOWERS: WordSet<128> = WordSet::of(&[
    "food foods light lights lamp lamps fan fans art style wear smart level prices parking sign signs map maps fighter \
     legal cleaning of speed trip train trains racing bike bikes tax closure closures through thru shot shots case cases",
]);

static COUNTING: WordSet<64> = WordSet::of(&[
    "windows version ios android iphone galaxy order ticket usd eur gbp step page item case invoice top chapter section",
]);

/// Whether the number counts something or belongs to something: "version 10 Home Drive".
fn counts(v: View<'_>, start: usize) -> bool {
    COUNTING.holds(previous_word(v, start).1)
}

/// Whether a word that names a place leads to the number, and nothing follows the type: "at 814 Harrison Gateway".
fn is_place_named(v: View<'_>, number: usize, end: usize) -> bool {
    let (_, word) = previous_word(v, number);
    let closed = matches!(v.at(end), 0 | b'.' | b',' | b'\n' | b'?' | b'!' | b';' | b')');
    closed && is_any(word, &["at", "to", "from", "of", "near", "is"])
}

static UNITS: WordSet<32> = WordSet::of(&["flat apt apartment unit suite level floor shop lot studio room"]);

static BUILDINGS: WordSet<32> =
    WordSet::of(&["house court building tower towers hall mansions lodge centre center"]);

/// Start of the units before the house number ("Suite 4, Level 2, 100 …", "Flat 9, Rowan House, 3 …"), or of a "no."
/// there, and whether there is a unit.
fn with_unit(v: View<'_>, number: usize) -> (usize, bool) {
    let (start, unit) = one_unit(v, number);
    // A building's name counts only behind a unit.
    let first = if unit { Some(start) } else { building_before(v, number) };
    match first.map(|first| one_unit(v, first)) {
        Some((first, true)) => (first, true),
        _ => (start, unit),
    }
}

/// Start of a building's name before the house number: "Rowan House, 3 …".
fn building_before(v: View<'_>, number: usize) -> Option<usize> {
    let (end, true) = over_sign_back(v, number)? else { return None };
    let start = capitals_before(v, end)?;
    let named = BUILDINGS.holds(v.slice(word_start(v, end), end)) && start < word_start(v, end);
    named.then_some(start)
}

/// Over the spaces and the sign before `at`, and whether it is a comma or a line break.
fn over_sign_back(v: View<'_>, at: usize) -> Option<(usize, bool)> {
    let gap = skip_spaces_back(v, at, 2);
    match v.before(gap) {
        b',' => Some((gap - 1, true)),
        b'\n' => Some((gap - 1 - usize::from(v.before(gap - 1) == b'\r'), true)),
        _ if gap == at => None,
        b'/' | b'.' => Some((gap - 1, false)),
        _ => Some((gap, false)),
    }
}

/// Start of the unit before the house number ("Flat 3, 12 …", "Unit 5/12 …") or of a "no." there, and whether it is a
/// unit.
fn one_unit(v: View<'_>, number: usize) -> (usize, bool) {
    let Some((end, comma)) = over_sign_back(v, number) else { return (number, false) };
    let direct = word_start(v, end);
    let word = v.slice(direct, end);
    // "no. 12 Oak Road", "Flat 4 Garden Court", "Unit 5/12 George St"; "Room 4 Garden View" is no address.
    let direct_unit = is_any(word, &["flat", "unit", "shop", "apartment", "apt"]);
    if !is_wordy(v.before(direct)) && !comma && (direct_unit || is_word(word, "no")) {
        return (direct, direct_unit);
    }
    // The unit's own number or letter.
    let mut id = end;
    while v.before(id).is_ascii_alphanumeric() && end - id < 5 {
        id -= 1;
    }
    let token = v.slice(id, end);
    let sound = token.iter().any(u8::is_ascii_digit) || matches!(token, [b] if b.is_ascii_alphabetic());
    let word_end = skip_spaces_back(v, id, 1);
    let start = word_start(v, word_end);
    let named = word_end < id && UNITS.holds(v.slice(start, word_end)) && !is_wordy(v.before(start));
    if sound && named { (start, true) } else { (number, false) }
}
