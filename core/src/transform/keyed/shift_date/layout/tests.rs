//! Dates in, dates out.
use proptest::prelude::*;

use super::*;

fn shifted_in(value: &str, region: &str, days: i32) -> Option<String> {
    Layout::read(value, region, None)?.shifted(days)
}

fn shifted(value: &str, days: i32) -> Option<String> {
    shifted_in(value, "", days)
}

#[test]
fn dates_are_written_as_they_were() {
    for (value, days, expected) in [
        ("20.12.1980", 12, "01.01.1981"),
        ("1980-12-20", -20, "1980-11-30"),
        ("1980/2/28", 1, "1980/2/29"),
        ("31/01/1980", 1, "01/02/1980"),
        ("1/31/1980", 1, "2/1/1980"),
        ("20 12 1980", 1, "21 12 1980"),
        ("20.12.80", 1, "21.12.80"),
        ("20. 12. 1980", 1, "21. 12. 1980"),
        ("19800228", 2, "19800301"),
        ("31121980", 1, "01011981"),
        ("800229", 1, "800301"),
        ("2 Jan 1980", -2, "31 Dec 1979"),
        ("02 Jan 1980", 1, "03 Jan 1980"),
        ("January 31st, 1980", 1, "February 1st, 1980"),
        ("the 4th of march 81".trim_start_matches("the "), 30, "3rd of april 81"),
        ("march the 4th 81", -4, "february the 28th 81"),
        ("2. Januar 1980", 60, "2. März 1980"),
        ("3 de marzo de 1980", 365, "3 de marzo de 1981"),
        ("1er mars 1980", 1, "2 mars 1980"),
        ("2 mars 1980", -1, "1 mars 1980"),
        ("1980 may 12", 31, "1980 june 12"),
        ("1980-Jan-02", 40, "1980-Feb-11"),
        ("2 jan '81", 1, "3 jan '81"),
    ] {
        assert_eq!(shifted(value, days).as_deref(), Some(expected), "{value}");
    }
}

#[test]
fn what_may_be_two_dates_is_none_unless_the_region_says() {
    for (value, us, gb) in [
        ("03/04/1980", "03/05/1980", "04/04/1980"),
        ("05/05/1980", "05/06/1980", "06/05/1980"),
        ("03.04.80", "03.05.80", "04.04.80"),
        ("03041980", "03051980", "04041980"),
    ] {
        assert_eq!(
            (shifted(value, 1), shifted_in(value, "CA", 1), shifted_in(value, "USA", 1)),
            (None, None, None)
        );
        assert_eq!(shifted_in(value, "us", 1).as_deref(), Some(us));
        assert_eq!(shifted_in(value, "GB", 1).as_deref(), Some(gb));
    }
    // Six digits that may begin with the year are of no region.
    assert_eq!(
        (shifted_in("101112", "US", 1), shifted_in("120580", "DE", 1).as_deref()),
        (None, Some("130580"))
    );
}

#[test]
fn what_is_no_date_is_none() {
    for value in [
        "",
        "1980",
        "30.02.1980",
        "1980-13-01",
        "20.12.",
        "hello",
        "20.12.1980 x",
        "x 20.12.1980",
        "١٢.١٢.١٩٨٠",
    ] {
        assert_eq!(shifted(value, 1), None, "{value}");
    }
}

#[test]
fn years_have_edges() {
    assert_eq!(shifted("31.12.9999", 1), None);
    assert_eq!(shifted("31.12.9999", -1).as_deref(), Some("30.12.9999"));
    // 35 is 2035, 36 is 1936: a year of two digits that would be read as another is not written.
    assert_eq!((shifted("31.12.35", 1), shifted("01.01.36", -1)), (None, None));
    let today = Date::new(2026, 11, 25);
    let read = |value| Layout::read(value, "", today).unwrap();
    assert_eq!(read("31.12.30").date.year, 1930, "nobody is born after today");
    assert_eq!(
        (read("31.12.26").shifted(1), read("31.12.2026").shifted(1).as_deref()),
        (None, Some("01.01.2027"))
    );
}

#[test]
fn days_count_on() {
    // Every day of four centuries is one after the day before.
    let (mut days, mut last) = (to_days(Date::new(1799, 12, 31).unwrap()), 0);
    for year in 1800..2200u16 {
        for month in 1..=12 {
            for day in 1..=days_in(year, month) {
                days += 1;
                let date = Date::new(year, month, day).unwrap();
                assert_eq!((to_days(date), from_days(days)), (days, Some(date)));
                last += 1;
            }
        }
    }
    assert_eq!(last, 146_097);
    assert_eq!(
        (from_days(to_days(Date::new(1, 1, 1).unwrap()) - 1), from_days(i32::MIN), from_days(i32::MAX)),
        (None, None, None)
    );
}

proptest! {
    #[test]
    fn there_and_back_and_never_the_same(year in 1940..2030u16, month in 1..=12u8, day in 13..=28u8, days in 1..=3660i32, back: bool, form in 0..6usize) {
        let date = match form {
            0 => format!("{day:02}.{month:02}.{year}"),
            1 => format!("{year}-{month:02}-{day:02}"),
            2 => format!("{month}/{day}/{year}"),
            3 => format!("{year}{month:02}{day:02}"),
            4 => format!("{day} {} {year}", ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"][usize::from(month) - 1]),
            _ => format!("{year}/{month:02}/{day:02}"),
        };
        let days = if back { -days } else { days };
        let there = shifted(&date, days).unwrap();
        prop_assert_ne!(&there, &date);
        // The way back is open unless the new day may be a month.
        if let Some(again) = shifted(&there, -days).and_then(|again| Some(Layout::read(&again, "", None)?.date)) {
            prop_assert_eq!(Some(again), Date::new(year, month, day));
        }
        let other = shifted(&date, days + 7).unwrap();
        let distance = |a: &str, b: &str| match (Layout::read(a, "", None), Layout::read(b, "", None)) {
            (Some(a), Some(b)) => Some(to_days(b.date) - to_days(a.date)),
            _ => None,
        };
        prop_assert!(distance(&there, &other).is_none_or(|days| days == 7), "intervals stay");
    }

    #[test]
    fn any_text_is_safe(value in "\\PC{0,20}|[0-9]{0,4}[-./ ]?[0-9]{0,2}[-./ ]?[0-9]{0,4}|[0-9]{1,2}(st|th|er|\\.)? (jan|mai|März|marzo)\\.? '?[0-9]{2,4}", days in -3660..=3660i32) {
        if let Some(out) = shifted(&value, days) {
            prop_assert!(days == 0 || out != value, "{} {}", value, days);
        }
    }
}
