//! Ages: `34` becomes `30-39`, with the words that stand beside it.
use super::Outcome;
use crate::text::word_set::WordSet;
use crate::transform::place::Place;

/// From here on all ages are one band: there are too few people of each.
const CAP: u32 = 90;
/// More bytes than a band has.
const BAND: usize = 8;
/// Nobody is older.
const OLDEST: u32 = 130;

/// What may stand beside the number: words that say "years" or "old". Anything else (months, a name) is not read.
static YEARS: WordSet<128> = WordSet::of(&[
    "y yo yr yrs year years old of age aged jahre jahren jahr alt ans an âge âgé âgée año años ano anos",
    "edad anni anno età anos idade jaar jaren oud lat",
]);

pub(super) fn age(place: &Place<'_>, width: u8, out: &mut String) -> Outcome {
    let value = place.value();
    let Some(start) = value.find(|c: char| c.is_ascii_digit()) else { return Outcome::Unreadable };
    if is_in_band(place, start, width) {
        return Outcome::Already;
    }
    let (head, rest) = value.split_at_checked(start).unwrap_or((value, ""));
    let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, tail) = rest.split_at_checked(length).unwrap_or((rest, ""));
    let years = digits.parse::<u32>().ok().filter(|years| *years <= OLDEST && digits.len() <= 3);
    let Some(years) = years.filter(|_| tells_years(head) && tells_years(tail)) else {
        return Outcome::Unreadable;
    };
    out.push_str(head);
    out.push_str(&band(years, width));
    out.push_str(tail);
    Outcome::Written
}

fn band(years: u32, width: u8) -> String {
    if years >= CAP {
        return format!("{CAP}+");
    }
    let width = u32::from(width.max(2));
    let low = years / width * width;
    format!("{low}-{}", (low + width - 1).min(CAP - 1))
}

/// Whether nothing but spaces, hyphens and words for years stands here.
fn tells_years(text: &str) -> bool {
    text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.'))
        && text
            .split([' ', '-', '.'])
            .filter(|word| !word.is_empty())
            .all(|word| YEARS.holds(word.as_bytes()))
}

/// Whether the number at `start` of the value is part of a band of this width, which may reach out of the value.
fn is_in_band(place: &Place<'_>, start: usize, width: u8) -> bool {
    let run = place.run(start, BAND, |b| b.is_ascii_digit() || matches!(b, b'-' | b'+'));
    let low = run.get(..run.find(['-', '+']).unwrap_or(0)).unwrap_or_default();
    low.parse().is_ok_and(|years: u32| run == band(years, width))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(marked: &str, width: u8) -> (Outcome, String) {
        let (mut outcome, mut out) = (Outcome::Unreadable, String::new());
        Place::marked(marked, |place| outcome = age(place, width, &mut out));
        (outcome, out)
    }

    #[test]
    fn ages_become_bands() {
        for (value, width, expected) in [
            ("34", 10, "30-39"),
            ("0", 10, "0-9"),
            ("89", 10, "80-89"),
            ("90", 10, "90+"),
            ("104", 10, "90+"),
            ("34", 5, "30-34"),
            ("88", 20, "80-89"),
            ("34 years old", 10, "30-39 years old"),
            ("34-year-old", 10, "30-39-year-old"),
            ("34yo", 10, "30-39yo"),
            ("34 Jahre alt", 10, "30-39 Jahre alt"),
            ("34 años", 10, "30-39 años"),
            ("aged 34", 10, "aged 30-39"),
            ("I am «34», my brother 38", 10, "30-39"),
        ] {
            assert_eq!(made(value, width), (Outcome::Written, expected.to_owned()), "{value}");
        }
        for value in ["", "thirty", "8 months", "34 and 35", "34 Lee", "131", "1980", "34.5", "3-4", "é34"] {
            assert_eq!(made(value, 10), (Outcome::Unreadable, String::new()), "{value}");
        }
    }

    #[test]
    fn a_band_is_a_band_wherever_it_was_found() {
        for text in [
            "I am «30-39» now",
            "I am «30»-39 years old",
            "I am 30-«39 years old»",
            "é«90+»",
            "am «90»+ years",
            "80«-89 years»",
        ] {
            assert_eq!(made(text, 10), (Outcome::Already, String::new()), "{text}");
        }
        for text in
            ["4 «30» -39", "30-«38»", "«31»-39", "20-«39»", "1«30»-39", "«30»-39-49", "«30»-39999999999"]
        {
            assert_ne!(made(text, 10).0, Outcome::Already, "{text}");
        }
    }

    #[test]
    fn every_age_is_in_its_band() {
        for width in 2..=50u8 {
            for years in 0..=OLDEST {
                let value = years.to_string();
                let (outcome, out) = made(&value, width);
                assert_eq!(outcome, Outcome::Written);
                assert_ne!(out, value);
                assert_eq!(made(&out, width).0, Outcome::Already, "{out}");
                if let Some((low, high)) = out.split_once('-') {
                    assert!(
                        (low.parse().unwrap()..=high.parse().unwrap()).contains(&years),
                        "{years} in {out}"
                    );
                } else {
                    assert!(years >= CAP && out == "90+");
                }
            }
        }
    }
}
