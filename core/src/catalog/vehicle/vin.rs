//! Vehicle identification number (VIN, chassis number).
//!
//! Seventeen letters and digits without I, O and Q. The check digit in ninth place is the law in North America and China
//! alone: it may raise the score and never rejects. Where it does not hold, a word must call it a vehicle's; where it
//! holds, the rest must look like one, too: a serial number of seventeen characters passes by chance one time in eleven.
//!
//! # Check
//! Letters as digits, weights 8 7 6 5 4 3 2 10 0 9 … 2, modulo 11, in ninth place.
use crate::catalog::prelude::*;
use crate::check::vin;
use crate::text::view::is_wordy;

/// Characters of a number.
const LENGTH: usize = 17;

pub(super) static ENTRY: Entry = Entry::new("VIN")
    .title("Vehicle identification number")
    .category(Category::Vehicle)
    .sensitivity(Sensitivity::Medium)
    .score(60)
    .context(&[
        "vin", "vins", "vehicle", "chassis", "car", "fahrgestellnummer", "fahrgestell", "fahrzeug", "fahrzeugschein", "bastidor",
        "châssis", "telaio", "chassi", "chassisnummer", "vehículo", "véhicule", "veicolo", "voertuig",
    ])
    .anchors(&[(Anchor::Token, token)])
    .finds(&[
        "1M8GDM9AXKP042788",
        "my VIN is <<WVWZZZ1JZXW000001>>",
        "vin <<1m8gdm9axkp042788>> please",
        "Fahrgestellnummer: <<WAUZZZ8V0JA000001>>",
        "vin <<11111111111111111>>",
    ])
    .skips(&[
        ("WVWZZZ1JZXW000001", "no check digit, and nobody calls it a vehicle's"),
        ("vin 1M8GDM9AIKP042788", "I is in no number"),
        ("vin 1M8GDM9AXKP04278", "sixteen characters"),
        ("serial 1M8GDM9A1KP042788", "the writer calls it a serial number"),
        ("11111111111111111", "digits alone, and nobody calls them a vehicle's"),
    ])
    .sources(&["ISO 3779:2009", "49 CFR 565.13 and 565.15", "SAE J272"]);

fn token(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if probe.end.checked_sub(probe.at)? != LENGTH {
        return None;
    }
    let mut number = [0; LENGTH];
    let mut digits = 0;
    for (to, from) in number.iter_mut().zip(v.slice(probe.at, probe.end)) {
        *to = from.to_ascii_uppercase();
        digits += usize::from(from.is_ascii_digit());
    }
    // Letters alone are a word or a key; a part of something longer is none.
    let cut = |b: u8| is_wordy(b) || matches!(b, b'+' | b'=' | b'/' | b'-');
    if digits < 3 || cut(v.before(probe.at)) && v.before(probe.at) != b'=' || cut(v.at(probe.end)) {
        return None;
    }
    let valid = vin::is_valid(&number)?;
    let found = Found::new(probe.at, probe.end);
    Some(match valid && digits < LENGTH {
        true if is_likely(&number) => found.verdict(Verdict::Valid),
        true => found.verdict(Verdict::Valid).weak(),
        false => found.weak(),
    })
}

/// What every North American number has: a letter or a digit from 1 on for the region, a code for the year that exists,
/// and four digits at the end.
fn is_likely(number: &[u8; LENGTH]) -> bool {
    let [first, .., a, b, c, d] = number;
    let year = number.get(9).is_some_and(|y| !matches!(y, b'0' | b'U' | b'Z'));
    *first != b'0' && year && [a, b, c, d].iter().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{never_breaks, tokens};

    fn found(text: &str) -> Option<(Verdict, bool)> {
        tokens(&ENTRY, text).first().map(|f| (f.verdict, f.weak))
    }

    #[test]
    fn the_check_digit_moves_the_score_and_rejects_nothing() {
        assert_eq!(found("1M8GDM9AXKP042788"), Some((Verdict::Valid, false)));
        assert_eq!(found("1M8GDM9A1KP042788"), Some((Verdict::Unknown, true)));
        assert_eq!(found("11111111111111111"), Some((Verdict::Unknown, true)));
        // The check digit holds, and the end, the beginning or the year is none of a vehicle.
        for number in ["1M8GDM9A8KP04278X", "0M8GDM9A2KP042788", "1M8GDM9A6UP042788"] {
            assert_eq!(found(number), Some((Verdict::Valid, true)), "{number}");
        }
    }

    #[test]
    fn other_tokens() {
        for text in ["ABCDEFGHJKLMNPRST", "1M8GDM9AXKP04278O", "1M8GDM9AXKP042788-A", "x_1M8GDM9AXKP042788", "é1M8GDM9AXKP042788"] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn no_text_breaks_it() {
        never_breaks(&ENTRY, tokens);
    }
}
