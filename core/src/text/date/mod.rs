//! Calendar dates as people write them: `12/05/1980`, `1980-05-12`, `2. Januar 1980`, `4th of march 81`.
//!
//! Comes in: a view and a place. Goes out: where a date ends (or starts) and which day it may name. Languages: English,
//! Spanish, French, German, Portuguese, Italian, Dutch. Every walk is bounded by [`LONGEST`].

pub(crate) use super::month::month;
use super::phrase::{closes, digits_end};
use super::view::View;
use super::words::{is_any, is_letter, is_word, previous_word, skip_spaces, word_end};

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year of the Gregorian calendar.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// The longest written date, in bytes; longer ones are not read.
pub(crate) const LONGEST: usize = 40;

/// Two-digit years up to this one are of this century, the others of the last.
const PIVOT: u16 = 35;

/// A date found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The day it names, read day first where both orders give a day.
    pub(crate) date: Option<Date>,
    /// The other reading of `04/05/1980`, month first, where it is another day.
    pub(crate) other: Option<Date>,
    /// The year as written or, for two digits, as meant; also where the day does not exist.
    pub(crate) year: u16,
}

impl Date {
    /// The day, if the calendar has it.
    pub(crate) fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        ((1..=12).contains(&month) && day >= 1 && day <= days_in(year, month)).then_some(Date {
            year,
            month,
            day,
        })
    }
}

/// How many days the month has; 0 for a month that does not exist.
pub(crate) fn days_in(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

/// The date that starts at `i`.
pub(crate) fn read(v: View<'_>, i: usize) -> Option<Written> {
    let first = v.at(i);
    let before = v.before(i);
    if before.is_ascii_alphanumeric() || before == b'_' {
        return None;
    }
    let written = if first.is_ascii_digit() {
        numeric(v, i).or_else(|| day_first(v, i)).or_else(|| year_month_day(v, i))
    } else if is_letter(first) {
        month_first(v, i)
    } else {
        None
    }?;
    // `1980-05-12T00:00:00`
    let time = v.at(written.end) == b'T' && v.at(written.end + 1).is_ascii_digit();
    (written.end - i <= LONGEST && (time || closes(v, written.end))).then_some(written)
}

/// The date that ends at `end`: the longest one that does.
pub(crate) fn read_back(v: View<'_>, end: usize) -> Option<Written> {
    // Every date ends in digits, with a sign, a month or a little word before them.
    let mut digits = end;
    while end - digits <= 4 && v.before(digits).is_ascii_digit() {
        digits -= 1;
    }
    let (_, word) = previous_word(v, digits);
    let last = end - digits;
    if !matches!(last, 1 | 2 | 4) || !word.is_empty() && month(word).is_none() && !is_any(word, LINKS) {
        return None;
    }
    let from = end.saturating_sub(LONGEST);
    for i in from..end {
        let starts =
            v.at(i).is_ascii_alphanumeric() && !v.before(i).is_ascii_alphanumeric() && v.before(i) < 0x80;
        if starts && let Some(written) = read(v, i).filter(|w| w.end == end) {
            return Some(written);
        }
    }
    None
}

/// Words that stand between the parts of a date, and the ends of ordinals.
const LINKS: &[&str] =
    &["of", "de", "del", "in", "the", "do", "di", "van", "st", "nd", "rd", "th", "er", "re", "ste", "e", "o"];

/// Eight digits in a row, or six: `19800512`, `12051980`, `05121980`, `120580`.
pub(crate) fn read_compact(v: View<'_>, i: usize) -> Option<Written> {
    let end = digits_end(v, i, 8);
    if !matches!(end - i, 6 | 8) || v.before(i).is_ascii_alphanumeric() || !closes(v, end) {
        return None;
    }
    if end == i + 6 {
        let (a, b, c) = (small(v, i, i + 2), small(v, i + 2, i + 4), small(v, i + 4, end));
        return either(i, end, a, b, expand(u16::from(c)))
            .or_else(|| year_first(i, end, expand(u16::from(a)), b, c));
    }
    let big = Date::new(number(v, i, i + 4), small(v, i + 4, i + 6), small(v, i + 6, end));
    let (a, b, year) = (small(v, i, i + 2), small(v, i + 2, i + 4), number(v, i + 4, end));
    let near = |d: &Date| (1900..2100).contains(&d.year);
    let date =
        big.filter(near).or(Date::new(year, b, a).filter(near)).or(Date::new(year, a, b).filter(near))?;
    Some(Written { start: i, end, date: Some(date), other: None, year: date.year })
}

/// Three numbers joined by one sign, with or without spaces around it: `d/m/y`, `m/d/y`, `y-m-d`; also by single
/// spaces where the year has four digits or all three numbers have two.
fn numeric(v: View<'_>, i: usize) -> Option<Written> {
    let first = digits_end(v, i, 4);
    let (second_at, sign) = joint(v, first)?;
    let second = digits_end(v, second_at, 2);
    let (third_at, again) = joint(v, second)?;
    let end = digits_end(v, third_at, 4);
    if sign != again || second == second_at || end == third_at {
        return None;
    }
    let (a, b, c) = (number(v, i, first), small(v, second_at, second), number(v, third_at, end));
    match (first - i, end - third_at) {
        (4, 1 | 2) => year_first(i, end, a, b, u8::try_from(c).ok()?),
        (1 | 2, 4) => either(i, end, u8::try_from(a).ok()?, b, c),
        (1 | 2, 2) if sign != b' ' || end == i + 8 => either(i, end, u8::try_from(a).ok()?, b, expand(c)),
        _ => None,
    }
}

/// Day, month name, year: `2 Jan 1980`, `4th of march 81`, `2. Januar 1980`, `3 de marzo de 1980`, `1er mars 1980`.
fn day_first(v: View<'_>, i: usize) -> Option<Written> {
    let digits = digits_end(v, i, 2);
    if digits == i {
        return None;
    }
    let mut at = gap(v, ordinal(v, digits));
    let mut end = word_end(v, at);
    if is_any(v.slice(at, end), &["of", "de", "the", "di", "do"]) {
        at = gap(v, end);
        end = word_end(v, at);
    }
    let month = month(v.slice(at, end))?;
    let mut year_at = gap(v, end);
    let word = word_end(v, year_at);
    if is_any(v.slice(year_at, word), &["of", "de", "del", "in", "do", "di", "van"]) {
        year_at = gap(v, word);
    }
    named(v, i, small(v, i, digits), month, year_at)
}

/// Month name, day, year: `January 2nd, 1980`, `march the 4th 81`.
fn month_first(v: View<'_>, i: usize) -> Option<Written> {
    if is_letter(v.before(i)) {
        return None;
    }
    let end = word_end(v, i);
    let month = month(v.slice(i, end))?;
    let mut at = gap(v, end);
    let word = word_end(v, at);
    if is_word(v.slice(at, word), "the") {
        at = gap(v, word);
    }
    let digits = digits_end(v, at, 2);
    if digits == at {
        return None;
    }
    let day = small(v, at, digits);
    let mut year_at = gap(v, ordinal(v, digits));
    let word = word_end(v, year_at);
    if is_any(v.slice(year_at, word), &["of", "in"]) {
        year_at = gap(v, word);
    }
    named(v, i, day, month, year_at)
}

/// Year, month name, day: `1980 may 12`, `1980-Jan-02`.
fn year_month_day(v: View<'_>, i: usize) -> Option<Written> {
    let digits = digits_end(v, i, 4);
    let at = gap(v, digits);
    let end = word_end(v, at);
    if digits != i + 4 || at == digits || end == at {
        return None;
    }
    let month = month(v.slice(at, end))?;
    let day_at = gap(v, end);
    let end = digits_end(v, day_at, 2);
    let year = number(v, i, digits);
    (end > day_at).then(|| year_first(i, end, year, month, small(v, day_at, end))).flatten()
}

/// A date whose day and month are known, where a year of four or two digits follows at `at`.
fn named(v: View<'_>, start: usize, day: u8, month: u8, at: usize) -> Option<Written> {
    // `'81`
    let at = if v.at(at) == b'\'' { at + 1 } else { at };
    let end = digits_end(v, at, 4);
    let year = match end - at {
        4 => number(v, at, end),
        2 => expand(number(v, at, end)),
        _ => return None,
    };
    (1..=31).contains(&day).then(|| Written {
        start,
        end,
        date: Date::new(year, month, day),
        other: None,
        year,
    })
}

fn year_first(start: usize, end: usize, year: u16, month: u8, day: u8) -> Option<Written> {
    let plausible = (1..=12).contains(&month) && (1..=31).contains(&day);
    plausible.then(|| Written { start, end, date: Date::new(year, month, day), other: None, year })
}

/// Day and month in an unknown order. Where no order gives a day the calendar has, the form alone is reported.
fn either(start: usize, end: usize, a: u8, b: u8, year: u16) -> Option<Written> {
    let plausible = a >= 1 && b >= 1 && a.min(b) <= 12 && a.max(b) <= 31;
    let (day_first, month_first) = (Date::new(year, b, a), Date::new(year, a, b));
    let other = month_first.filter(|m| day_first.is_some_and(|d| d != *m));
    plausible.then(|| Written { start, end, date: day_first.or(month_first), other, year })
}

/// The sign between two numbers, and where the next number starts.
fn joint(v: View<'_>, i: usize) -> Option<(usize, u8)> {
    let spaced = skip_spaces(v, i, 1);
    let sign = v.at(spaced);
    if matches!(sign, b'/' | b'-' | b'.') {
        return Some((skip_spaces(v, spaced + 1, 1), sign));
    }
    (spaced == i + 1 && sign.is_ascii_digit()).then_some((spaced, b' '))
}

/// After the day's number: `st`, `nd`, `rd`, `th`, `er`, `º`, `ste`, a full stop.
fn ordinal(v: View<'_>, i: usize) -> usize {
    if v.at(i) == b'.' {
        return i + 1;
    }
    let end = word_end(v, i);
    if end == i {
        return i;
    }
    const ENDS: &[&str] =
        &["st", "nd", "rd", "th", "er", "re", "º", "°", "ª", "de", "ste", "e", "o", "ème", "eme"];
    if is_any(v.slice(i, end), ENDS) { end } else { i }
}

/// What may stand between the parts of a date with a month's name.
fn gap(v: View<'_>, i: usize) -> usize {
    let mut j = skip_spaces(v, i, 2);
    if matches!(v.at(j), b',' | b'.' | b'-' | b'/') {
        j = skip_spaces(v, j + 1, 2);
    }
    j
}

pub(crate) fn expand(year: u16) -> u16 {
    if year <= PIVOT { 2000 + year } else { 1900 + year }
}

/// The number the digits `start..end`, at most four of them, write.
fn number(v: View<'_>, start: usize, end: usize) -> u16 {
    v.slice(start, end).iter().take(4).fold(0, |n, d| n * 10 + u16::from(d & 15))
}

/// As [`number`], for at most two digits.
fn small(v: View<'_>, start: usize, end: usize) -> u8 {
    u8::try_from(number(v, start, end.min(start + 2))).unwrap_or(0)
}

#[cfg(test)]
mod tests;
