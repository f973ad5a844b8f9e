//! How a date is written: which part is the day, the month, the year, and what stands between them.
//!
//! Comes in: a value, the region and today. Goes out: the same value with another date in it.
use core::iter::once;

use super::months;
use crate::text::date::{Date, days_in, expand, month, read, read_compact};
use crate::text::view::View;

/// A written date, in parts.
pub(super) struct Layout<'v> {
    value: &'v str,
    parts: Vec<Part<'v>>,
    date: Date,
    today: Option<Date>,
}

enum Part<'v> {
    /// Stays as it is.
    Between(&'v str),
    Day {
        width: usize,
    },
    /// What stands behind the day's number: `th`, `er`, `º`.
    Ordinal(&'v str),
    Month {
        width: usize,
    },
    Name(&'v str),
    Year {
        width: usize,
    },
}

/// Which of three numbers stands first; after a year comes the month.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Day,
    Month,
    Year,
}

impl<'v> Layout<'v> {
    /// `None` where the value is no date of the calendar, or one of several.
    pub(super) fn read(value: &'v str, region: &str, today: Option<Date>) -> Option<Self> {
        let view = View::new(value);
        let whole = |end: usize| end == value.len();
        let spread = read(view, 0).filter(|written| whole(written.end)).is_some();
        let compact = !spread && read_compact(view, 0).is_some_and(|written| whole(written.end));
        let pieces: Vec<&str> = if compact { Vec::new() } else { pieces(value) };
        match (spread, compact) {
            (true, _) if pieces.iter().any(|p| month(p.as_bytes()).is_some()) => {
                Layout::named(value, &pieces, today)
            }
            (true, _) => Layout::numeric(value, &pieces, region, today),
            (_, true) => Layout::compact(value, region, today),
            _ => None,
        }
    }

    /// `20.12.1980`, `1980-12-20`.
    fn numeric(value: &'v str, pieces: &[&'v str], region: &str, today: Option<Date>) -> Option<Self> {
        let numbers: Vec<&str> = pieces.iter().copied().filter(|piece| is_number(piece)).collect();
        let &[a, b, c] = numbers.as_slice() else { return None };
        let orders: &[Order] = if a.len() == 4 { &[Order::Year] } else { &[Order::Day, Order::Month] };
        let (order, date) = only(orders, [a, b, c], region, today)?;
        let mut kinds = order.kinds([a.len(), b.len(), c.len()]).into_iter();
        let part = |piece: &&'v str| {
            if is_number(piece) { kinds.next() } else { Some(Part::Between(piece)) }
        };
        let parts = pieces.iter().map(part).collect::<Option<Vec<_>>>()?;
        Some(Layout { value, parts, date, today })
    }

    /// `20121980`, `801220`.
    fn compact(value: &'v str, region: &str, today: Option<Date>) -> Option<Self> {
        let cut = |widths: [usize; 3]| {
            let [a, b, _] = widths;
            Some([value.get(..a)?, value.get(a..a + b)?, value.get(a + b..)?])
        };
        let orders = [Order::Day, Order::Month, Order::Year];
        let widths = |order: Order| match (value.len(), order) {
            (6, _) => Some([2, 2, 2]),
            (8, Order::Year) => Some([4, 2, 2]),
            (8, _) => Some([2, 2, 4]),
            _ => None,
        };
        let mut readings = Vec::new();
        for order in orders {
            let widths = widths(order)?;
            let near = |date: &Date| (1900..2100).contains(&date.year);
            if let Some(date) = order.date(cut(widths)?, today).filter(near) {
                readings.push((order, date));
            }
        }
        let (order, date) = chosen(&readings, region)?;
        let parts = order.kinds(widths(order)?).into_iter().collect();
        Some(Layout { value, parts, date, today })
    }

    /// `2. Januar 1980`, `march the 4th 81`.
    fn named(value: &'v str, pieces: &[&'v str], today: Option<Date>) -> Option<Self> {
        let numbers: Vec<&str> = pieces.iter().copied().filter(|piece| is_number(piece)).collect();
        let &[a, b] = numbers.as_slice() else { return None };
        let year_first = a.len() == 4;
        let (day, year) = if year_first { (b, a) } else { (a, b) };
        let name = pieces.iter().position(|piece| month(piece.as_bytes()).is_some())?;
        let named = month(pieces.get(name)?.as_bytes())?;
        let date = Date::new(year_of(year, today)?, named, day.parse().ok()?)?;
        let mut days = if year_first { [false, true] } else { [true, false] }.into_iter();
        let mut after_day = false;
        let mut parts = Vec::with_capacity(pieces.len());
        for (index, piece) in pieces.iter().enumerate() {
            let behind = core::mem::take(&mut after_day);
            parts.push(if is_number(piece) {
                let day = days.next()?;
                after_day = day;
                if day { Part::Day { width: padding(piece) } } else { Part::Year { width: piece.len() } }
            } else if index == name {
                Part::Name(piece)
            } else if behind && piece.chars().all(char::is_alphabetic) {
                Part::Ordinal(piece)
            } else {
                Part::Between(piece)
            });
        }
        Some(Layout { value, parts, date, today })
    }

    /// The value with the date so many days later. `None` where there is no such date, or where the two digits of its
    /// year would be read as another one.
    pub(super) fn shifted(&self, days: i32) -> Option<String> {
        let date = from_days(to_days(self.date) + days)?;
        // Where one number is written with one digit, none has a zero before it.
        let narrow = |part: &Part<'_>| matches!(part, Part::Day { width: 1 } | Part::Month { width: 1 });
        let pad = if self.parts.iter().any(narrow) { 1 } else { 2 };
        let mut out = String::with_capacity(self.value.len() + 8);
        for part in &self.parts {
            match part {
                Part::Between(text) => out.push_str(text),
                Part::Day { .. } => out.push_str(&format!("{:0pad$}", date.day)),
                Part::Month { .. } => out.push_str(&format!("{:0pad$}", date.month)),
                Part::Ordinal(ordinal) => out.push_str(months::ordinal(ordinal, date.day)),
                Part::Name(name) => out.push_str(&months::written_like(name, self.value, date.month)),
                Part::Year { width: 4 } => out.push_str(&format!("{:04}", date.year)),
                Part::Year { .. } => {
                    let two = format!("{:02}", date.year % 100);
                    if year_of(&two, self.today)? != date.year {
                        return None;
                    }
                    out.push_str(&two);
                }
            }
        }
        Some(out)
    }
}

impl Order {
    /// What the three numbers are.
    fn kinds<'v>(self, widths: [usize; 3]) -> [Part<'v>; 3] {
        let [a, b, c] = widths;
        match self {
            Order::Day => [Part::Day { width: a }, Part::Month { width: b }, Part::Year { width: c }],
            Order::Month => [Part::Month { width: a }, Part::Day { width: b }, Part::Year { width: c }],
            Order::Year => [Part::Year { width: a }, Part::Month { width: b }, Part::Day { width: c }],
        }
    }

    /// The date that the numbers name in this order.
    fn date(self, numbers: [&str; 3], today: Option<Date>) -> Option<Date> {
        let [a, b, c] = numbers;
        let (year, month, day) = match self {
            Order::Day => (c, b, a),
            Order::Month => (c, a, b),
            Order::Year => (a, b, c),
        };
        Date::new(year_of(year, today)?, month.parse().ok()?, day.parse().ok()?)
    }
}

/// The one order in which the numbers name a date.
fn only(orders: &[Order], numbers: [&str; 3], region: &str, today: Option<Date>) -> Option<(Order, Date)> {
    let readings: Vec<_> =
        orders.iter().filter_map(|order| Some((*order, order.date(numbers, today)?))).collect();
    chosen(&readings, region)
}

/// The reading that is meant: the only one, or the one of the region. The United States write the month first, and most
/// others the day; Canada writes both.
fn chosen(readings: &[(Order, Date)], region: &str) -> Option<(Order, Date)> {
    if let [reading] = readings {
        return Some(*reading);
    }
    let code = |known: &str| region.eq_ignore_ascii_case(known);
    let meant = match region.len() {
        2 if code("US") => Order::Month,
        2 if !code("CA") => Order::Day,
        _ => return None,
    };
    let rivals = readings.iter().any(|(order, _)| *order == Order::Year);
    readings.iter().copied().find(|(order, _)| *order == meant && !rivals)
}

/// The year that four digits write or two mean; of this century none that is still to come.
fn year_of(digits: &str, today: Option<Date>) -> Option<u16> {
    let number = digits.parse().ok()?;
    if digits.len() == 4 {
        return Some(number);
    }
    let year = expand(number);
    let later = today.is_some_and(|today| year > today.year);
    Some(if later { year - 100 } else { year })
}

/// Numbers, words and what stands between them.
fn pieces(value: &str) -> Vec<&str> {
    let kind = |c: char| {
        if c.is_ascii_digit() {
            0
        } else if c.is_alphabetic() {
            1
        } else {
            2
        }
    };
    let edges = value
        .char_indices()
        .zip(value.chars().skip(1))
        .filter_map(|((at, a), b)| (kind(a) != kind(b)).then_some(at + a.len_utf8()));
    let edges: Vec<usize> = once(0).chain(edges).chain(once(value.len())).collect();
    edges.windows(2).filter_map(|pair| value.get(*pair.first()?..*pair.last()?)).collect()
}

fn is_number(piece: &str) -> bool {
    piece.bytes().all(|b| b.is_ascii_digit()) && !piece.is_empty()
}

/// Beside a month's name a day has two digits only where it has a zero before it.
fn padding(day: &str) -> usize {
    if day.len() == 2 && day.starts_with('0') { 2 } else { 1 }
}

/// Days since 1 March of the year 0; March begins the year, so that the day that comes every four years is its last.
pub(super) fn to_days(date: Date) -> i32 {
    let (year, month) = (i32::from(date.year), i32::from(date.month));
    let year = if month > 2 { year } else { year - 1 };
    let month = (month + 9) % 12;
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leaps + (153 * month + 2) / 5 + i32::from(date.day) - 1
}

/// The date of that day, if it is one of the years 1 to 9999.
fn from_days(days: i32) -> Option<Date> {
    // The year is guessed from the mean length of years and mended by at most one.
    let guess = i32::try_from((i64::from(days) * 10_000 + 14_780) / 3_652_425).ok()?;
    let year = (guess - 1..=guess + 2).rev().find_map(|year| {
        let year = u16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?;
        (to_days(Date { year, month: 1, day: 1 }) <= days).then_some(year)
    })?;
    let mut rest = days - to_days(Date { year, month: 1, day: 1 });
    for month in 1..=12 {
        let length = i32::from(days_in(year, month));
        if rest < length {
            return Date::new(year, month, u8::try_from(rest + 1).ok()?);
        }
        rest -= length;
    }
    None
}

#[cfg(test)]
mod tests;
