//! Days: times are kept by day, since more is not needed and a vault shall know little.
//!
//! Comes in: the system's clock, or a date. Goes out: a number of days since 1970-01-01, and its date.
use std::time::{SystemTime, UNIX_EPOCH};

use wimple::Date;

/// Days since 1970-01-01.
pub(crate) type Day = i64;

/// Days of 400 years of the Gregorian calendar.
const CYCLE: i64 = 146_097;
/// Days from 0000-03-01 to 1970-01-01.
const TO_1970: i64 = 719_468;

/// The day it is in Greenwich.
pub(crate) fn today() -> Day {
    // A clock before 1970 is wrong; then nothing is old enough to be forgotten.
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    i64::try_from(seconds / 86_400).unwrap_or(0)
}

/// The number of a day. Years begin in March here, so that the leap day is the last.
pub(crate) fn number(date: Date) -> Day {
    let (year, month) = (i64::from(date.year), i64::from(date.month));
    let year = if month <= 2 { year - 1 } else { year };
    let of_cycle = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(date.day) - 1;
    year.div_euclid(400) * CYCLE + of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year - TO_1970
}

/// The day as `2026-11-25`.
pub(crate) fn written(day: Day) -> String {
    let day = day.clamp(-TO_1970, 2_932_896) + TO_1970;
    let of_cycle = day.rem_euclid(CYCLE);
    let year = (of_cycle - of_cycle / 1460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
    let of_year = of_cycle - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + day.div_euclid(CYCLE) * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{of_month:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counted one by one from a day that is known, over leap years, centuries and 400 years.
    #[test]
    fn days_follow_each_other() {
        let (mut year, mut month, mut day, mut expected) = (1970u16, 1u8, 1u8, 0);
        let leap = |y: u16| y.is_multiple_of(4) && (!y.is_multiple_of(100) || y.is_multiple_of(400));
        while year < 2405 {
            assert_eq!(number(Date { year, month, day }), expected);
            assert_eq!(written(expected), format!("{year:04}-{month:02}-{day:02}"));
            let last = match month {
                2 => 28 + u8::from(leap(year)),
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            (year, month, day) = match (day == last, month == 12) {
                (false, _) => (year, month, day + 1),
                (true, false) => (year, month + 1, 1),
                (true, true) => (year + 1, 1, 1),
            };
            expected += 1;
        }
        assert!(today() > number(Date { year: 2026, month: 1, day: 1 }));
    }
}
