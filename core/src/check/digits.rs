//! Numbers and days written in the digits of an identifier.
use crate::text::date::Date;

/// The value of one to nine digits; `None` for anything else.
pub(crate) fn number(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    digits.iter().try_fold(0, |n, d| d.is_ascii_digit().then(|| n * 10 + u32::from(d - b'0')))
}

/// The three numbers of two digits each that `digits` begins with.
pub(crate) fn pairs(digits: &[u8]) -> Option<[u32; 3]> {
    Some([number(digits.get(..2)?)?, number(digits.get(2..4)?)?, number(digits.get(4..6)?)?])
}

/// Whether the calendar has this day.
pub(crate) fn is_day(year: u32, month: u32, day: u32) -> bool {
    let small = |n: u32| u8::try_from(n).unwrap_or(0);
    u16::try_from(year).is_ok_and(|year| Date::new(year, small(month), small(day)).is_some())
}

/// The same for a year of two digits, of the last century or this one.
pub(crate) fn is_day_of_either(year: u32, month: u32, day: u32) -> bool {
    is_day(1900 + year, month, day) || is_day(2000 + year, month, day)
}

/// Whether `digits` is one digit over and over: it passes many a check and is nobody's.
pub(crate) fn is_monotone(digits: &[u8]) -> bool {
    digits.windows(2).all(|pair| pair.first() == pair.last())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        assert_eq!(number(b"000123456"), Some(123_456));
        assert_eq!((number(b""), number(b"1234567890"), number(b"12A")), (None, None, None));
        assert_eq!(pairs(b"1203041"), Some([12, 3, 4]));
        assert_eq!((pairs(b"12030"), pairs(b"12O304")), (None, None));
    }

    #[test]
    fn days() {
        assert!(is_day(2024, 2, 29) && !is_day(2023, 2, 29) && !is_day(1900, 2, 29));
        assert!(
            !is_day(2024, 0, 1) && !is_day(2024, 13, 1) && !is_day(2024, 260, 1) && !is_day(70_000, 1, 1)
        );
        assert!(
            is_day_of_either(0, 2, 29) && !is_day_of_either(1, 2, 29),
            "2000 was a leap year, 1900 was none"
        );
    }

    #[test]
    fn one_digit_over_and_over() {
        assert!(is_monotone(b"1111") && !is_monotone(b"1112"));
    }
}
