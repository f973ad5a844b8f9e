//! One angle of a pair of coordinates, as people write it.
//!
//! Comes in: a view and a place. Goes out: where the angle ends, how large and how fine it is.
use crate::text::phrase::digits_end;
use crate::text::view::{View, is_wordy};
use crate::text::words::{skip_spaces, skip_spaces_back};

/// An angle that stands at `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Degrees {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whole degrees, without the sign.
    pub(super) whole: u32,
    /// Digits behind the point.
    pub(super) decimals: usize,
    /// A minus or plus stood before it.
    pub(super) signed: bool,
    /// It names north or south; of decimal numbers the place in the pair tells.
    pub(super) is_latitude: bool,
}

/// The most decimals that people and machines write.
const DECIMALS: usize = 16;

/// Decimal degrees at `start`, at most `most` in either direction.
pub(super) fn decimal(v: View<'_>, start: usize, most: u32) -> Option<Degrees> {
    let signed = matches!(v.at(start), b'-' | b'+');
    let (whole, end, decimals) = number(v, if signed { start + 1 } else { start })?;
    let over = whole == most && v.slice(end - decimals, end).iter().any(|&b| b != b'0');
    let open = is_wordy(v.at(end))
        || matches!(v.at(end), b'.' | b',') && v.at(end + 1).is_ascii_digit() && v.at(end) == b'.';
    let fits = decimals > 0 && whole <= most && !over && !open;
    fits.then_some(Degrees { start, end, whole, decimals, signed, is_latitude: most == 90 })
}

/// One to three digits, and what stands behind a point: the value, the end, how many decimals.
fn number(v: View<'_>, at: usize) -> Option<(u32, usize, usize)> {
    let end = digits_end(v, at, 3);
    if end == at {
        return None;
    }
    let whole = v.slice(at, end).iter().fold(0, |n, d| n * 10 + u32::from(d - b'0'));
    if v.at(end) != b'.' || !v.at(end + 1).is_ascii_digit() {
        return Some((whole, end, 0));
    }
    let stop = digits_end(v, end + 1, DECIMALS);
    (stop > end + 1).then_some((whole, stop, stop - end - 1))
}

/// Signs for minutes and seconds: plain, typographic, and the primes.
const MINUTES: [&str; 3] = ["'", "′", "’"];
const SECONDS: [&str; 5] = ["\"", "″", "”", "''", "’’"];

/// The direction a letter names: whether it is a latitude's, and the most degrees it has.
fn direction(letter: u8) -> Option<(bool, u32)> {
    match letter {
        b'N' | b'S' | b'n' | b's' => Some((true, 90)),
        b'E' | b'W' | b'O' | b'e' | b'w' | b'o' => Some((false, 180)),
        _ => None,
    }
}

/// Start of the letter of the direction that stands before the number at `start`, or `start`.
pub(super) fn with_letter(v: View<'_>, start: usize) -> usize {
    let end = skip_spaces_back(v, start, 1);
    match direction(v.before(end)) {
        Some(_) if !is_wordy(v.before(end - 1)) => end - 1,
        _ => start,
    }
}

/// Degrees with their sign, perhaps minutes and seconds, and the letter of the direction after or before them:
/// `52°31'12"N`, `52.52° N`, `N 52° 31.2'`.
pub(super) fn written(v: View<'_>, start: usize) -> Option<Degrees> {
    let before = direction(v.at(start));
    let first = if before.is_some() { skip_spaces(v, start + 1, 1) } else { start };
    let (whole, end, mut decimals) = number(v, first)?;
    let sign = skip_spaces(v, end, 1);
    let mut i = after(v, sign, &["°"])?;
    for (signs, finest) in [(&MINUTES[..], 3), (&SECONDS[..], 5)] {
        let at = skip_spaces(v, i, 1);
        if !v.at(at).is_ascii_digit() {
            continue;
        }
        let (part, end, below) = number(v, at)?;
        i = after(v, skip_spaces(v, end, 1), signs)?;
        decimals = finest + below;
        if part >= 60 {
            return None;
        }
    }
    let (end, (is_latitude, most)) = match before {
        Some(before) => (i, before),
        None => {
            let letter = skip_spaces(v, i, 1);
            (letter + 1, direction(v.at(letter))?)
        }
    };
    let fits = whole <= most && decimals >= 2 && !is_wordy(v.at(end));
    fits.then_some(Degrees { start, end, whole, decimals, signed: false, is_latitude })
}

/// The place after the first of `signs` that stands at `i`.
fn after(v: View<'_>, i: usize, signs: &[&str]) -> Option<usize> {
    signs.iter().rev().find(|s| v.slice(i, i + s.len()) == s.as_bytes()).map(|s| i + s.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals() {
        let of = |text: &str, most| decimal(View::new(text), 0, most).map(|d| (d.end, d.whole, d.decimals));
        assert_eq!(of("52.5200", 90), Some((7, 52, 4)));
        assert_eq!(of("-180.0", 180), Some((6, 180, 1)));
        for (text, most) in [
            ("180.1", 180),
            ("91.0", 90),
            ("52", 90),
            ("52.", 90),
            ("1.2.3", 90),
            ("52.5a", 90),
            ("1234.5", 180),
            ("", 90),
        ] {
            assert_eq!(of(text, most), None, "{text}");
        }
    }

    #[test]
    fn degrees_with_signs() {
        let of =
            |text: &str| written(View::new(text), 0).map(|d| (d.end == text.len(), d.whole, d.is_latitude));
        for text in [
            "52°31'12\"N",
            "N 52° 31.2'",
            "S52.5200°",
            "52° 31′ 12″ N",
            "52.52°S",
            "52°31.5'N",
            "52°31'N",
            "52°31’12’’N",
        ] {
            assert_eq!(of(text), Some((true, 52, true)), "{text}");
        }
        assert_eq!(of("113°24'18\"W"), Some((true, 113, false)));
        for text in [
            "52°",
            "52°60'0\"N",
            "52°31'60\"N",
            "95°31'12\"N",
            "52°N",
            "52°31'12\"North",
            "52°31'12\"X",
            "20°C",
            "°N",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
