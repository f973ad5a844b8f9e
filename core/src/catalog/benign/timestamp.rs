//! Dates with times, and days written as one number.
use crate::catalog::prelude::*;

pub(super) static ENTRY: Entry = Entry::new("TIMESTAMP")
    .title("Date and time")
    .category(Category::Benign)
    .sensitivity(Sensitivity::Low)
    .score(60)
    .anchors(&[(Anchor::Rival, date_and_time)])
    .finds(&["logged 2026-11-23 14:05", "at <<20261123>>", "since <<2026.11.23>> it fails"])
    .skips(&[
        ("2026-13-23 14:05", "there is no month 13"),
        ("4111 1111 1111 1111", "no date"),
        ("yesterday at noon", "no number"),
    ])
    .sources(&["ISO 8601-1:2019"]);

/// A candidate that is, or begins with, `YYYY-MM-DD` or `YYYYMMDD` with a real month and day.
fn date_and_time(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let century = matches!(v.at(probe.at), b'1' | b'2') && matches!(v.at(probe.at + 1), b'0' | b'9');
    if century { judge(probe) } else { None }
}

#[inline(never)]
fn judge(probe: &Probe<'_>) -> Option<Found> {
    let bytes = probe.view.slice(probe.at, probe.end);
    let number = |from: usize, to: usize| {
        bytes.get(from..to)?.iter().try_fold(0u32, |v, b| b.is_ascii_digit().then(|| v * 10 + u32::from(b - b'0')))
    };
    let separated = matches!(bytes.get(4), Some(b'-' | b'/' | b'.')) && bytes.get(7) == bytes.get(4);
    let (year, month, day) = if separated {
        (number(0, 4)?, number(5, 7)?, number(8, 10)?)
    } else {
        (number(0, 4)?, number(4, 6)?, number(6, 8)?)
    };
    let date = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    // A time may follow: "2026-11-23 14:05", "20261123 140500".
    let tail = bytes.get(if separated { 10 } else { 8 }..)?;
    let time = tail.is_empty() || separated && matches!(tail.first(), Some(b' ')) && tail.len() <= 9;
    (date && time).then(|| Found::new(probe.at, probe.end).cued())
}
