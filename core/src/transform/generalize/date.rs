//! Dates: `20.12.1980` becomes `1980`, or `1980-12`.
use super::Outcome;
use crate::text::date::{Date, read, read_compact};
use crate::text::view::View;

pub(super) fn date(value: &str, month: bool, today: Option<Date>, out: &mut String) -> Outcome {
    let value = value.trim();
    if is_year(value) || month && is_month(value) {
        return Outcome::Already;
    }
    if is_month(value) {
        out.push_str(value.get(..4).unwrap_or_default());
        return Outcome::Written;
    }
    let view = View::new(value);
    let whole = |end: usize| end == value.len();
    let written =
        read(view, 0).filter(|w| whole(w.end)).or_else(|| read_compact(view, 0).filter(|w| whole(w.end)));
    let Some(written) = written else { return Outcome::Unreadable };
    // Two digits of a year to come are a year of the last century, as they are where the date was found.
    let full = value.as_bytes().windows(4).any(|w| w.iter().all(u8::is_ascii_digit));
    let later = today.is_some_and(|today| written.year > today.year);
    let year = if later && !full { written.year.saturating_sub(100) } else { written.year };
    match written.date {
        // 04/05/1980 may be of two months.
        Some(date) if month && written.other.is_none() => {
            out.push_str(&format!("{year:04}-{:02}", date.month))
        }
        _ => out.push_str(&format!("{year:04}")),
    }
    Outcome::Written
}

fn is_year(value: &str) -> bool {
    value.len() == 4 && value.bytes().all(|b| b.is_ascii_digit())
}

/// `1980-12`
fn is_month(value: &str) -> bool {
    value.split_once('-').is_some_and(|(year, month)| {
        is_year(year) && month.len() == 2 && month.parse().is_ok_and(|m: u8| (1..=12).contains(&m))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn made(value: &str, month: bool) -> (Outcome, String) {
        let mut out = String::new();
        (date(value, month, None, &mut out), out)
    }

    #[test]
    fn dates_become_years_and_months() {
        for (value, year, month) in [
            ("20.12.1980", "1980", "1980-12"),
            ("1980-12-20", "1980", "1980-12"),
            ("12/20/80", "1980", "1980-12"),
            ("19801220", "1980", "1980-12"),
            ("2 de enero de 1980", "1980", "1980-01"),
            ("January 2nd, 1980", "1980", "1980-01"),
            ("4th of march 81", "1981", "1981-03"),
            // Two months are possible, or none.
            ("04/05/1980", "1980", "1980"),
            ("31/06/1996", "1996", "1996"),
            ("1980-12", "1980", ""),
        ] {
            assert_eq!(made(value, false), (Outcome::Written, year.to_owned()), "{value}");
            let outcome = if month.is_empty() { Outcome::Already } else { Outcome::Written };
            assert_eq!(made(value, true), (outcome, month.to_owned()), "{value}");
        }
        assert_eq!(made("1980", true), (Outcome::Already, String::new()));
        for value in
            ["", "soon", "12/1980", "1980-13", "45/67/1980", "born 1980-12-20", "1980-12-20 Lee", "é"]
        {
            assert_eq!(made(value, true), (Outcome::Unreadable, String::new()), "{value}");
        }
    }

    #[test]
    fn a_year_to_come_is_one_of_the_last_century() {
        let today = Date { year: 2026, month: 11, day: 23 };
        for (value, expected) in [("12/05/31", "1931"), ("12/05/26", "2026"), ("12/05/2031", "2031")] {
            let mut out = String::new();
            date(value, false, Some(today), &mut out);
            assert_eq!(out, expected, "{value}");
        }
    }

    proptest! {
        #[test]
        fn no_day_is_left(year in 1900u16..2036, month in 1u8..=12, day in 1u8..=28, form in 0usize..4, to_month: bool) {
            let value = match form {
                0 => format!("{year}-{month:02}-{day:02}"),
                1 => format!("{day}.{month}.{year}"),
                2 => format!("{month:02}/{day:02}/{year}"),
                _ => format!("{year}{month:02}{day:02}"),
            };
            let (outcome, out) = made(&value, to_month);
            prop_assert_eq!(outcome, Outcome::Written);
            prop_assert!(out.starts_with(&year.to_string()) && (out.len() == 4 || to_month && out.len() == 7), "{}", out);
            prop_assert_eq!(made(&out, to_month).0, Outcome::Already);
        }

        #[test]
        fn any_text_is_safe(value in "\\PC{0,20}|[0-9]{0,4}[-./ ]?[0-9]{0,2}[-./ ]?[0-9]{0,4}", to_month: bool) {
            let (outcome, out) = made(&value, to_month);
            prop_assert!(out.is_empty() == (outcome != Outcome::Written));
            prop_assert!(out.is_empty() || out != value);
        }
    }
}
