//! Dates as people write them, and what only looks like one.
use super::*;
use proptest::prelude::*;

fn day(text: &str) -> Option<(u16, u8, u8)> {
    let w = read(View::new(text), 0).filter(|w| w.end == text.len())?;
    w.date.map(|d| (d.year, d.month, d.day))
}

#[test]
fn forms_people_write() {
    for text in [
        "2/1/1980",
        "02-01-1980",
        "02.01.80",
        "1980-01-02",
        "1980/1/2",
        "2 Jan 1980",
        "January 2nd, 1980",
        "2nd of january 80",
        "2. Januar 1980",
        "2 de enero de 1980",
        "2 janvier 1980",
        "JAN 2 1980",
        "2-jan-1980",
        "2 JÄNNER 1980",
        "jan. 2, '80",
        "1980 jan 2",
        "02 01 1980",
        "2 / 1 / 1980",
        "january the 2nd 1980",
    ] {
        assert_eq!(day(text), Some((1980, 1, 2)), "{text}");
    }
    for text in [
        "2 de janeiro de 1980",
        "2 gennaio 1980",
        "2 januari 1980",
        "2 genn. 80",
        "2de januari 1980",
        "2º de janeiro de 1980",
        "1980-jan-02",
        "02 01 80",
        "2.1.80",
        "2 . 1 . 1980",
        "2 JANEIRO 1980",
    ] {
        assert_eq!(day(text), Some((1980, 1, 2)), "{text}");
    }
    for (text, month) in
        [("3 ott 1980", 10), ("3 out 1980", 10), ("3 set 1980", 9), ("3 mei 1980", 5), ("3 maggio '80", 5)]
    {
        assert_eq!(day(text), Some((1980, month, 3)), "{text}");
    }
    assert_eq!(day("1er mars 1980"), Some((1980, 3, 1)));
    assert_eq!(day("4th of march 81"), Some((1981, 3, 4)));
    assert_eq!(day("3 de marzo del 2001"), Some((2001, 3, 3)));
    assert_eq!(day("12/25/1980"), Some((1980, 12, 25)));
    assert_eq!(read(View::new("1980-05-12T00:00:00Z"), 0).unwrap().end, 10);
}

#[test]
fn other_things_are_no_dates() {
    for text in [
        "24/7",
        "1.2.3",
        "1/2/3",
        "2 january",
        "12 05 8",
        "1 2 80",
        "192.168.1.1",
        "1980-13-02",
        "32/01/1980",
        "0/1/1980",
        "ab",
    ] {
        assert_eq!(read(View::new(text), 0), None, "{text}");
    }
    assert_eq!(read(View::new("1/2/1980/5"), 0), None);
}

#[test]
fn both_orders_are_told() {
    let w = read(View::new("04/05/1980"), 0).unwrap();
    assert_eq!(w.date, Date::new(1980, 5, 4));
    assert_eq!(w.other, Date::new(1980, 4, 5));
    assert_eq!(read(View::new("04/04/1980"), 0).unwrap().other, None);
    let unreal = read(View::new("31/06/1996"), 0).unwrap();
    assert_eq!((unreal.date, unreal.year), (None, 1996));
}

#[test]
fn backwards() {
    let text = "it was 2 de enero de 1980";
    let w = read_back(View::new(text), text.len()).unwrap();
    assert_eq!(text.get(w.start..w.end).unwrap(), "2 de enero de 1980");
    assert_eq!(read_compact(View::new("19800102"), 0).unwrap().date, Date::new(1980, 1, 2));
    assert_eq!(read_compact(View::new("31121980"), 0).unwrap().date, Date::new(1980, 12, 31));
    assert_eq!(read_compact(View::new("99999999"), 0), None);
    assert_eq!(read_compact(View::new("120580"), 0).unwrap().date, Date::new(1980, 5, 12));
    assert_eq!(read_compact(View::new("800512"), 0).unwrap().date, Date::new(1980, 5, 12));
    assert_eq!(read_compact(View::new("999999"), 0), None);
    assert_eq!(read_compact(View::new("1205801"), 0), None);
}

proptest! {
    #[test]
    fn every_day_is_read_back(year in 1900u16..2100, month in 1u8..=12, day in 1u8..=31) {
        let text = format!("{year:04}-{month:02}-{day:02}");
        let w = read(View::new(&text), 0).unwrap();
        prop_assert_eq!(w.date, Date::new(year, month, day));
        prop_assert_eq!(w.date.is_some(), day <= days_in(year, month));
        let text = format!("{day}/{month}/{year}");
        prop_assert_eq!(read(View::new(&text), 0).unwrap().date.is_some(),
            Date::new(year, month, day).or(Date::new(year, day, month)).is_some());
    }

    #[test]
    fn never_outside_the_text(text in "[0-9]{0,4}[ ./-]?([0-9]{0,3}|märz|of|jan|\\PC)[ ,./-]{0,2}\\PC{0,8}", i in 0usize..30) {
        let v = View::new(&text);
        for w in [read(v, i), read_back(v, i), read_compact(v, i)].into_iter().flatten() {
            prop_assert!(w.start < w.end && text.get(w.start..w.end).is_some());
        }
    }
}
