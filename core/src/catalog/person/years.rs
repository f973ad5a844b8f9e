//! A number of years that somebody can have.
//!
//! Comes in: a view and the place where the number ends. Goes out: its place and its value.
use crate::catalog::prelude::Found;
use crate::text::view::View;

/// A number that may be an age.
#[derive(Clone, Copy)]
pub(super) struct Years {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: u16,
}

impl Years {
    pub(super) fn found(self, score: u8) -> Option<Found> {
        Some(Found::new(self.start, self.end).cued().score(score))
    }

    /// The number of years that ends at `end`.
    pub(super) fn ending_at(v: View<'_>, end: usize) -> Option<Self> {
        let mut start = end;
        while end - start < 4 && v.before(start).is_ascii_digit() {
            start -= 1;
        }
        let (before, further) = (v.before(start), v.at(start.wrapping_sub(2)));
        let joined = matches!(before, b'.' | b',' | b'/' | b'-' | b'+' | b':') && further.is_ascii_digit();
        let wordy =
            before.is_ascii_alphanumeric() || before >= 0x80 || matches!(before, b'_' | b'$' | b'*' | b'#');
        if joined || wordy { None } else { Years::of(v, start, end) }
    }

    /// The number `start..end`, where it can be somebody's years.
    pub(super) fn of(v: View<'_>, start: usize, end: usize) -> Option<Self> {
        let value = v.slice(start, end).iter().take(4).fold(0, |n, b| n * 10 + u16::from(b & 15));
        let plausible = (1..=3).contains(&(end - start)) && (1..120).contains(&value) && v.at(start) != b'0';
        plausible.then_some(Years { start, end, value })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_years() {
        let at = |text: &str| Years::ending_at(View::new(text), text.len()).map(|y| (y.start, y.value));
        assert_eq!(at("I am 34"), Some((5, 34)));
        assert_eq!(at("(119"), Some((1, 119)));
        for other in ["0", "034", "120", "4345", "1.34", "3/34", "$34", "x34", "€34", "12-34", "", "a"] {
            assert_eq!(at(other), None, "{other}");
        }
    }
}
