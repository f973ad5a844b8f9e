//! Machine-readable zone of a passport, an identity card or a visa: two or three lines of capitals, digits and `<`.
//!
//! Two lines of 44 (passports) or 36 (some cards), three of 30 (cards). The lines before and behind belong to it, with
//! the name of the holder, as far as they were pasted.
//!
//! # Check
//! Number, day of birth and day of expiry each have a check digit, weights 7 3 1 modulo 10, letters from 10 on, `<` as 0.
//! All of them hold, and the one over all where the line has it.
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::view::View;

pub(super) static ENTRY: Entry = Entry::new("MACHINE_READABLE_ZONE")
    .title("Machine-readable zone of a passport or identity card")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::Critical)
    .score(80)
    .anchors(&[(Anchor::Token, zone)])
    .finds(&["L898902C36UTO7408122F1204159ZE184226B1234508", "the second line says <<D231458907UTO7408122M1204159ZE184228>> ok", "<<C01X00T478UTO8005126F3012316ZE184226B1234504>>"])
    .skips(&[
        ("L898902C37UTO7408122F1204159ZE184226B1234508", "the check digit of the number is wrong"),
        ("L898902C36UTO7408123F1204159ZE184226B1234508", "the check digit of the day of birth is wrong"),
        ("L898902C36UTO7408122F1204159ZE184226B123450", "a character is missing"),
        ("ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQR", "no digits"),
    ])
    .sources(&["ICAO Doc 9303, parts 3 to 7"]);

/// What the lines are made of.
static SIGNS: ByteSet = ByteSet::of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<");

fn zone(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let whole = matches!(probe.end - probe.at, 36 | 44);
    if v.at(probe.end) != b'<' && !(v.before(probe.at) == b'<' || whole) {
        return None;
    }
    let left = v.slice(probe.at.saturating_sub(45), probe.at);
    let start = probe.at - left.iter().rev().take_while(|&&b| SIGNS.holds(b)).count();
    let end = start + SIGNS.run(v.slice(start, start + 46));
    let line = v.slice(start, end);
    let first = before(v, start, line.len());
    let valid = match line.len() {
        // Number and composite stand where both forms of two lines have them.
        44 | 36 => two_lines(line)?,
        30 => three_lines(line, v.slice(first?, first? + 30))?,
        _ => return None,
    };
    let edges = !v.at(end).is_ascii_alphanumeric();
    let last = if line.len() == 30 { behind(v, end) } else { end };
    (valid && edges).then(|| Found::new(first.unwrap_or(start), last).verdict(Verdict::Valid).cued())
}

/// The second line of two: number, nation, birth, sex, expiry, what the state likes.
fn two_lines(line: &[u8]) -> Option<bool> {
    let own = if line.len() == 44 { holds(line.get(28..42)?, *line.get(42)?) || line.get(42) == Some(&b'<') } else { true };
    let (last, all) = line.split_last()?;
    // Over the number, the days and what the state likes, each with its own check digit.
    let parts = [all.get(..10)?, all.get(13..20)?, all.get(21..)?];
    let composite = parts.into_iter().flatten();
    Some(
        own && holds(line.get(..9)?, *line.get(9)?)
            && days(line, 13)?
            && sum(composite) == digit(*last)?,
    )
}

/// The second line of three: birth, sex, expiry, nation, what the state likes, and one digit over this and the first
/// line, without which it is none.
fn three_lines(line: &[u8], first: &[u8]) -> Option<bool> {
    let parts = [first.get(5..30)?, line.get(..7)?, line.get(8..15)?, line.get(18..29)?];
    Some(days(line, 0)? && sum(parts.into_iter().flatten()) == digit(*line.get(29)?)?)
}

/// Birth, sex and expiry from `at` on.
fn days(line: &[u8], at: usize) -> Option<bool> {
    let (birth, expiry) = (line.get(at..at + 6)?, line.get(at + 8..at + 14)?);
    let sex = matches!(line.get(at + 7)?, b'F' | b'M' | b'<' | b'X');
    let date = |day: &[u8]| day.iter().all(|b| b.is_ascii_digit() || *b == b'<');
    Some(
        sex && date(birth)
            && date(expiry)
            && holds(birth, *line.get(at + 6)?)
            && holds(expiry, *line.get(at + 14)?),
    )
}

/// Start of the line before, of the same length, if it is one of these.
fn before(v: View<'_>, start: usize, length: usize) -> Option<usize> {
    let mut end = start.checked_sub(1).filter(|&at| v.at(at) == b'\n')?;
    end -= usize::from(v.before(end) == b'\r');
    let from = end.checked_sub(length)?;
    let line = v.slice(from, end);
    let kind = matches!(line.first()?, b'P' | b'I' | b'A' | b'C' | b'V');
    (kind && SIGNS.run(line) == length && !SIGNS.holds(v.before(from))).then_some(from)
}

/// End of the line behind, where it holds a name.
fn behind(v: View<'_>, end: usize) -> usize {
    let next = end + usize::from(v.at(end) == b'\r');
    if v.at(next) != b'\n' {
        return end;
    }
    let length = SIGNS.run(v.slice(next + 1, next + 32));
    if length == 30 { next + 1 + length } else { end }
}

fn holds(field: &[u8], check: u8) -> bool {
    digit(check) == Some(sum(field.iter()))
}

fn digit(b: u8) -> Option<u32> {
    match b {
        b'0'..=b'9' => Some(u32::from(b - b'0')),
        _ => None,
    }
}

fn sum<'a>(field: impl Iterator<Item = &'a u8>) -> u32 {
    let value = |b: u8| match b {
        b'0'..=b'9' => u32::from(b - b'0'),
        b'A'..=b'Z' => u32::from(b - b'A') + 10,
        _ => 0,
    };
    field.zip([7, 3, 1].into_iter().cycle()).fold(0, |sum, (&b, weight)| sum + value(b) * weight) % 10
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, tokens};

    #[test]
    fn examples() {
        conforms(&ENTRY, tokens);
    }

    /// The specimens of ICAO Doc 9303; two `<` in an example of the entry would be read as its mark.
    #[test]
    fn whole_zones() {
        for zone in [
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
            "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\r\nD231458907UTO7408122F1204159<<<<<<<6",
            "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
            "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        ] {
            let found = tokens(&ENTRY, zone);
            assert_eq!((found[0].start, found[0].end), (0, zone.len()), "{zone}");
        }
    }

    #[test]
    fn every_wrong_digit_is_caught() {
        let good = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
        for (at, b) in good.bytes().enumerate().filter(|(at, b)| b.is_ascii_digit() && !(10..13).contains(at)) {
            for other in (b'0'..=b'9').filter(|&other| other != b) {
                let mut bad = good.as_bytes().to_vec();
                bad[at] = other;
                assert!(tokens(&ENTRY, &String::from_utf8(bad).unwrap()).is_empty(), "{at} {other}");
            }
        }
    }
}
