//! US employer identification number (EIN).
//!
//! Nine digits written 2-7. Part numbers look the same, so it counts only near a word. `EIN` itself is a German article:
//! it counts only right before the number.
//!
//! # Check
//! No check digit. The first two digits name the campus that gave it, or the internet.
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::check::digits::number;
use crate::text::phrase::digit_ahead;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("US_EIN")
    .title("US employer identification number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::Medium)
    .shape("99-9999999?|999999999?")
    .check(check)
    .specimen(|d| d == b"123456789")
    .score(55)
    .context(&["fein", "employer", "tin", "irs", "tax"])
    .anchors(&[(Anchor::Cue(&["ein", "eins"]), behind_word)])
    .finds(&["our EIN is <<12-3456789>>", "federal tax id <<45-1234567>>", "ein: <<451234567>>", "employer id number <<84-1234567>>"])
    .skips(&[
        ("12-3456789", "a number that nobody calls so"),
        ("EIN 07-1234567", "no campus has 07"),
        ("das ist ein Paket mit der Nummer 451234567", "the German article"),
        ("part 45-1234567", "a part number"),
    ])
    .sources(&["Internal Revenue Service: How EINs are assigned and valid EIN prefixes"]);

fn check(digits: &[u8]) -> Verdict {
    let given = matches!(
        digits.get(..2).and_then(number),
        Some(1..=6 | 10..=16 | 20..=27 | 30..=48 | 50..=68 | 71..=77 | 80..=88 | 90..=95 | 98 | 99)
    );
    if given { Verdict::Unknown } else { Verdict::Invalid }
}

static FILLERS: WordSet<16> = WordSet::of(&["number numbers no num tax id"]);

/// Right behind `EIN`.
fn behind_word(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if !digit_ahead(v, p.end, 24) {
        return None;
    }
    let at = called::bridge(v, p.end, &FILLERS).at;
    let (digits, end) = called::characters::<9>(v, at, b"-")?;
    let dashed = end - at == 10 && v.at(at + 2) == b'-';
    let number = digits.iter().all(u8::is_ascii_digit) && (dashed || end - at == 9);
    (number && check(&digits) != Verdict::Invalid).then(|| Found::new(at, end).specimen(&digits == b"123456789").cued())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::cues;

    #[test]
    fn right_behind_the_word() {
        for (text, found) in [
            ("EIN 45-1234567", true),
            ("ein number is 451234567", true),
            ("ein Problem mit 451234567", false),
            ("ein 451-234-567", false),
            ("ein 45-12345678", false),
            ("ein 07-1234567", false),
        ] {
            assert_eq!(cues(&ENTRY, text).len(), usize::from(found), "{text}");
        }
    }
}
