//! House numbers: where one ends, and what is none.
//!
//! Comes in: a view and a place, or a word. Goes out: whether there is a digit near it, where the number ends.
use super::stops::{is_counted, is_month};
use crate::text::view::{View, is_wordy};
use crate::text::words::{is_any, is_word, next_word, skip_spaces, word_end};

/// How far before the street type its house number may stand, in bytes.
const NUMBER_REACH: usize = 96;

/// Whether a digit stands shortly before `at`: asked first, since most words that may be a street type are not.
pub(super) fn digit_before(v: View<'_>, at: usize) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let bytes = v.slice(at.saturating_sub(NUMBER_REACH), at);
    let (rest, chunks) = bytes.as_rchunks::<8>();
    // Eight bytes at a time: the high bit of a byte stays clear only for `0` to `9`.
    chunks.iter().rev().any(|chunk| {
        let x = u64::from_le_bytes(*chunk) ^ (ONES * 0x30);
        let beyond = ((x & (ONES * 0x7F)) + ONES * 0x76) | x;
        beyond & (ONES * 0x80) != ONES * 0x80
    }) || rest.iter().any(u8::is_ascii_digit)
}

/// End of the number that starts at `i`: `12`, `221B`, `12-14`, `5/12`, `12a-c`; at most six digits a part.
pub(super) fn number_end(v: View<'_>, i: usize) -> Option<usize> {
    let mut end = part_end(v, i)?;
    for _ in 0..3 {
        let sign = match v.at(end) {
            b'-' | b'/' => 1,
            0xE2 if v.slice(end, end + 3) == "–".as_bytes() => 3,
            _ => break,
        };
        let next = part_end(v, end + sign).or_else(|| letter_end(v, end + sign));
        match next {
            Some(next) => end = next,
            None => break,
        }
    }
    (!is_wordy(v.at(end))).then_some(end)
}

/// Digits with at most one letter behind them.
fn part_end(v: View<'_>, i: usize) -> Option<usize> {
    let digits = v.slice(i, i + 7).iter().take_while(|b| b.is_ascii_digit()).count();
    if !(1..=6).contains(&digits) {
        return None;
    }
    Some(letter_end(v, i + digits).unwrap_or(i + digits))
}

/// End of one single letter at `i`.
fn letter_end(v: View<'_>, i: usize) -> Option<usize> {
    (v.at(i).is_ascii_alphabetic() && !is_wordy(v.at(i + 1))).then_some(i + 1)
}

/// Whether `start..end` is a house number and nothing more.
pub(super) fn is_house_number(v: View<'_>, start: usize, end: usize) -> bool {
    v.at(start).is_ascii_digit() && number_end(v, start) == Some(end)
}

/// `5th`, `42nd`.
pub(super) fn is_ordinal(token: &[u8]) -> bool {
    let digits = token.iter().take_while(|b| b.is_ascii_digit()).count();
    digits > 0 && token.get(digits..).is_some_and(|end| is_any(end, &["st", "nd", "rd", "th"]))
}

/// A number behind a street's name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Number {
    pub(super) end: usize,
    /// Four digits that may be a year: only a postal code makes them a house number.
    pub(super) year: bool,
}

/// The number at `i`, behind a street's name: at most four digits, with what belongs to it (`12 a`, `12 bis`, `12 hs`).
/// None where it counts something, or is a part of a time, a date, a sum or a version.
pub(super) fn number_behind(v: View<'_>, i: usize) -> Option<Number> {
    let end = number_end(v, i)?;
    let digits = v.slice(i, end).iter().take_while(|b| b.is_ascii_digit()).count();
    let next = v.at(end);
    let open = matches!(next, b':' | b'.' | b',') && v.at(end + 1).is_ascii_digit();
    if digits > 4 || open || matches!(next, b'%' | b'$' | b'@' | b'\'' | b'"') || v.at(i) == b'0' {
        return None;
    }
    let after = skip_spaces(v, end, 2);
    let sign = v.slice(after, after + 3);
    if matches!(v.at(after), b'$' | b'%') || sign == "€".as_bytes() || sign.starts_with("£".as_bytes()) {
        return None;
    }
    // "am 5. Juni", "12. Mai 2024"
    let dotted = after + usize::from(v.at(after) == b'.');
    let (_, word) = next_word(v, dotted);
    if is_month(word) || dotted == after && is_counted(word) {
        return None;
    }
    let year = digits == 4 && end == i + 4 && matches!(v.slice(i, i + 2), b"19" | b"20");
    Some(Number { end: addition_end(v, end), year })
}

/// With the letter or word that may follow behind a space: `12 a`, `12 bis`, `12 hs`.
fn addition_end(v: View<'_>, end: usize) -> usize {
    if v.at(end) != b' ' {
        return end;
    }
    let after = word_end(v, end + 1);
    let word = v.slice(end + 1, after);
    let closed = !is_wordy(v.at(after)) && !matches!(v.at(after), b'\'' | b'-' | b'/');
    let single = word.len() == 1 && matches!(word, [b'a'..=b'd' | b'f'..=b'h' | b'A'..=b'H']);
    // "12 a 14" is no letter but a word; "12 a," is one.
    let alone = !is_word(word, "a") || !v.at(skip_spaces(v, after, 2)).is_ascii_lowercase();
    if closed && (single && alone || is_any(word, &["bis", "ter", "quater", "hs", "huis", "rechts", "links"]))
    {
        after
    } else {
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_before_a_name() {
        for (text, end) in [
            ("12 ", Some(2)),
            ("221B.", Some(4)),
            ("12-14", Some(5)),
            ("5/12 ", Some(4)),
            ("12a-c", Some(5)),
            ("12–14", Some(7)),
            ("1234567", None),
            ("12th", None),
            ("12ab", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(number_end(View::new(text), 0), end, "{text}");
        }
        assert!(is_ordinal(b"42nd") && !is_ordinal(b"42") && !is_ordinal(b"nd"));
    }

    #[test]
    fn numbers_behind_a_name() {
        for (text, want) in [
            ("12, 10115 Berlin", Some("12")),
            ("12 a, 10115", Some("12 a")),
            ("12 a Berlin", Some("12 a")),
            ("12 a casa", Some("12")),
            ("12 bis", Some("12 bis")),
            ("12/3/5.", Some("12/3/5")),
            ("12-II", Some("12")),
            ("5 km", None),
            ("3 Tage", None),
            ("12:30", None),
            ("12,50", None),
            ("12 €", None),
            ("50%", None),
            ("5. Juni", None),
            ("17. Stock", Some("17")),
            ("007", None),
            ("12345", None),
        ] {
            let got = number_behind(View::new(text), 0).map(|n| text.get(..n.end).unwrap());
            assert_eq!(got, want, "{text}");
        }
        assert!(number_behind(View::new("2024"), 0).is_some_and(|n| n.year));
        assert!(number_behind(View::new("1021"), 0).is_some_and(|n| !n.year));
    }
}
