//! Postal codes beside the name of a large city: `75011 Paris`, `1012 LG Amsterdam`, `Boston 02110`, `Melbourne 3065`.
//!
//! Comes in: a view and a word of a city's name. Goes out: the place of the code. A number beside the name of a city is a
//! postal code only where it lies in that city.
#![expect(
    clippy::indexing_slicing,
    reason = "const fn has no get; every index is below the length it is made from"
)]
use super::city_codes::{CODE_FIRST, CODE_LAST, City, SHORT_CODE_FIRST, SHORT_CODE_LAST};
use super::codes::{Kind, code_at};
use crate::catalog::prelude::*;
use crate::text::phrase::has_digit;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::{hash_at, hash_of};
use crate::text::words::{fold, is_word, skip_spaces_back};

/// The longest word of each name, which calls the parser: where it starts in the name, and how long it is.
const fn telling(name: &str) -> (usize, usize) {
    let name = name.as_bytes();
    let (mut best, mut start, mut i) = ((0, 0), 0, 0);
    while i <= name.len() {
        let b = if i < name.len() { name[i] } else { b' ' };
        if !(b.is_ascii_alphabetic() || b >= 0x80) {
            if i - start > best.1 {
                best = (start, i - start);
            }
            start = i + 1;
        }
        i += 1;
    }
    best
}

const fn words<const N: usize>(cities: &[City]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut n = 0;
    while n < N {
        let (start, length) = telling(cities[n].0);
        words[n] = cities[n].0.split_at(start).1.split_at(length).0;
        n += 1;
    }
    words
}

/// Words of cities, for the scanner's anchors.
pub(super) static WITH_CODE_FIRST: &[&str] = &words::<{ CODE_FIRST.len() }>(CODE_FIRST);
pub(super) static WITH_SHORT_CODE_FIRST: &[&str] = &words::<{ SHORT_CODE_FIRST.len() }>(SHORT_CODE_FIRST);
pub(super) static WITH_CODE_LAST: &[&str] = &words::<{ CODE_LAST.len() }>(CODE_LAST);
pub(super) static WITH_SHORT_CODE_LAST: &[&str] = &words::<{ SHORT_CODE_LAST.len() }>(SHORT_CODE_LAST);

/// "75011 Paris"
pub(super) fn code_before(p: &Probe<'_>) -> Option<Found> {
    before(p, &FIRST, 5)
}

/// "8001 Zürich", "1012 LG Amsterdam"
pub(super) fn short_code_before(p: &Probe<'_>) -> Option<Found> {
    before(p, &SHORT_FIRST, 4)
}

/// "Boston 02110", "New York, 10001", and "02110 Boston" too.
pub(super) fn code_behind(p: &Probe<'_>) -> Option<Found> {
    behind(p, &LAST, 5).or_else(|| before(p, &LAST, 5))
}

/// "Sydney 2000"
pub(super) fn short_code_behind(p: &Probe<'_>) -> Option<Found> {
    behind(p, &SHORT_LAST, 4)
}

/// Whether the four digits at `at` are a code of the city whose name starts at `city`.
pub(super) fn has_short_code(v: View<'_>, at: usize, city: usize) -> bool {
    SHORT_CODE_FIRST
        .iter()
        .any(|row| is_word(v.slice(city, city + row.0.len()), row.0) && within(v, at, 4, row).is_some())
}

/// How far from the telling word a code may begin, in bytes.
const FAR: usize = 24;

fn before(p: &Probe<'_>, table: &'static Table, length: usize) -> Option<Found> {
    let v = p.view;
    if !has_digit(v.slice(p.at.saturating_sub(FAR), p.at)) {
        return None;
    }
    rows(p, table, |row, start, _| {
        let mut end = skip_spaces_back(v, start, 2);
        if v.before(end) == b',' {
            end -= 1;
        }
        // "1012 LG Amsterdam"
        let letters = length == 4 && v.before(end).is_ascii_alphabetic();
        let digits_end = if letters { skip_spaces_back(v, end.checked_sub(2)?, 1) } else { end };
        if !v.before(digits_end).is_ascii_digit() {
            return None;
        }
        let at = digits_end.checked_sub(length)?;
        let code = code_at(v, at).filter(|c| c.end == end && (c.kind == Kind::Dutch) == letters)?;
        within(v, at, length, row)?;
        Some(believed(v, at, code.end, length == 4 && !letters))
    })
}

fn behind(p: &Probe<'_>, table: &'static Table, length: usize) -> Option<Found> {
    let v = p.view;
    if !has_digit(v.slice(p.end, p.end + FAR)) {
        return None;
    }
    rows(p, table, |row, _, end| {
        let mut at = end + usize::from(v.at(end) == b',');
        at += usize::from(v.at(at) == b' ');
        if !v.at(at).is_ascii_digit() {
            return None;
        }
        let code = code_at(v, at)?;
        let kind = matches!((code.kind, length), (Kind::Five | Kind::ZipPlus, 5) | (Kind::Four, 4));
        within(v, at, length, row).filter(|()| kind && at > end)?;
        Some(believed(v, at, code.end, length == 4))
    })
}

/// The code `start..end` beside its city. Four digits that may be a year need another word.
fn believed(v: View<'_>, start: usize, end: usize, short: bool) -> Found {
    let year = short
        && matches!(
            (v.at(start), v.at(start + 1), v.at(start + 2)),
            (b'1', b'9', _) | (b'2', b'0', b'0'..=b'3')
        );
    let found = Found::new(start, end).score(65);
    if year { found.weak() } else { found.cued() }
}

/// The rows of each table by hash of their telling word: the first such row and one, 0 for none. Rows with one telling
/// word need not stand side by side; each has its own slot.
const fn by_word<const N: usize>(cities: &[City]) -> [u16; N] {
    let mut slots = [0; N];
    let mut n = 0;
    while n < cities.len() {
        let (start, length) = telling(cities[n].0);
        let word = cities[n].0.split_at(start).1.split_at(length).0;
        let mut at = hash_of(word) as usize % N;
        while slots[at] != 0 {
            at = (at + 1) % N;
        }
        n += 1;
        slots[at] = n as u16;
    }
    assert!(cities.len() * 2 <= N, "at least twice as many slots as rows");
    slots
}

/// Where the telling word starts in each name.
const fn offsets<const N: usize>(cities: &[City]) -> [u8; N] {
    let mut offsets = [0; N];
    let mut n = 0;
    while n < cities.len() {
        offsets[n] = telling(cities[n].0).0 as u8;
        n += 1;
    }
    offsets
}

/// A table and its rows by telling word.
struct Table {
    cities: &'static [City],
    offsets: &'static [u8; TABLE_SLOTS / 2],
    slots: &'static [u16; TABLE_SLOTS],
}

const fn table(
    cities: &'static [City],
    offsets: &'static [u8; TABLE_SLOTS / 2],
    slots: &'static [u16; TABLE_SLOTS],
) -> Table {
    Table { cities, offsets, slots }
}

const TABLE_SLOTS: usize = 512;
static FIRST: Table = table(CODE_FIRST, &offsets(CODE_FIRST), &by_word(CODE_FIRST));
static SHORT_FIRST: Table = table(SHORT_CODE_FIRST, &offsets(SHORT_CODE_FIRST), &by_word(SHORT_CODE_FIRST));
static LAST: Table = table(CODE_LAST, &offsets(CODE_LAST), &by_word(CODE_LAST));
static SHORT_LAST: Table = table(SHORT_CODE_LAST, &offsets(SHORT_CODE_LAST), &by_word(SHORT_CODE_LAST));

/// Calls `found` with the rows whose name stands around the probe, with its place, until one gives something.
fn rows(
    p: &Probe<'_>,
    table: &'static Table,
    mut found: impl FnMut(&'static City, usize, usize) -> Option<Found>,
) -> Option<Found> {
    let v = p.view;
    let mut at = hash_at(v.bytes(), p.at, p.end - p.at) as usize % TABLE_SLOTS;
    while let n @ 1.. = usize::from(table.slots[at]) {
        let (row, offset) = (&table.cities[n - 1], usize::from(table.offsets[n - 1]));
        at = (at + 1) % TABLE_SLOTS;
        // Rows of other words stand in between: most of them begin otherwise.
        if row.0.as_bytes().get(offset).is_none_or(|&b| fold(b) != fold(v.at(p.at))) {
            continue;
        }
        let Some(start) = p.at.checked_sub(offset) else { continue };
        let end = start + row.0.len();
        let alone = !is_wordy(v.before(start))
            && v.before(start) != b'-'
            && !is_wordy(v.at(end))
            && v.at(end) != b'-';
        if end >= p.end && alone && is_word(v.slice(start, end), row.0) {
            let one = found(row, start, end);
            if one.is_some() {
                return one;
            }
        }
    }
    None
}

/// Whether the code of `length` digits at `at` lies in the city.
fn within(v: View<'_>, at: usize, length: usize, &(_, from, to): &City) -> Option<()> {
    let digits = v.slice(at, at + length - usize::from(length == 5) * 2);
    let code =
        digits.iter().try_fold(0u16, |n, b| b.is_ascii_digit().then(|| n * 10 + u16::from(b - b'0')))?;
    (from..=to).contains(&code).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::entry::Parser;

    fn beside<'t>(text: &'t str, words: &[&str], parser: Parser) -> Option<(&'t str, bool)> {
        let lower = text.to_lowercase();
        let (at, word) =
            words.iter().filter_map(|w| lower.find(w).map(|at| (at, w))).max_by_key(|w| w.1.len())?;
        let probe = Probe { view: View::new(text), at, end: at + word.len(), hints: Default::default() };
        parser(&probe).map(|f| (text.get(f.start..f.end).unwrap(), f.weak))
    }

    #[test]
    fn codes_stand_beside_their_city() {
        for (text, want) in [
            ("10115 Berlin", Some("10115")),
            ("80331 münchen", Some("80331")),
            ("75011, Paris", Some("75011")),
            ("28013 Madrid", Some("28013")),
            ("00184 Roma", Some("00184")),
            ("35002 las palmas", Some("35002")),
            ("42121 Reggio Emilia", Some("42121")),
            ("92345 Berlin", None),
            ("in 10115 days Berlin", None),
            ("110115 Berlin", None),
            ("10115 Berliner", None),
            ("Berlin 10115", None),
        ] {
            assert_eq!(beside(text, WITH_CODE_FIRST, code_before).map(|f| f.0), want, "{text}");
        }
        for (text, want) in [
            ("8001 Zürich", Some(("8001", false))),
            ("1012 LG Amsterdam", Some(("1012 LG", false))),
            ("1012lg amsterdam", Some(("1012lg", false))),
            ("2511 CV Den Haag", Some(("2511 CV", false))),
            ("2020 Haarlem", Some(("2020", true))),
            ("9999 Wien", None),
        ] {
            assert_eq!(beside(text, WITH_SHORT_CODE_FIRST, short_code_before), want, "{text}");
        }
        for (text, want) in [
            ("Boston 02110", Some("02110")),
            ("new york, 10001-1234", Some("10001-1234")),
            ("92101 san diego", Some("92101")),
            ("st. louis 63101", Some("63101")),
            ("boston 12345", None),
            ("york 10001", None),
            ("boston02110", None),
        ] {
            assert_eq!(beside(text, WITH_CODE_LAST, code_behind).map(|f| f.0), want, "{text}");
        }
        assert_eq!(beside("Melbourne 3065", WITH_SHORT_CODE_LAST, short_code_behind), Some(("3065", false)));
        assert_eq!(beside("sydney 2000", WITH_SHORT_CODE_LAST, short_code_behind), Some(("2000", true)));
    }
}
