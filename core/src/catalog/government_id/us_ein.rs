//! US employer identification number (EIN).
//!
//! Nine digits written 2-7. Part numbers look the same, so it counts only near a word. `EIN` itself is a German article:
//! it counts only right before the number, as do `tax id` and `employer identification number`.
//!
//! # Check
//! No check digit. The first two digits name the campus that gave it, or the internet.
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::check::digits::number;
use crate::text::phrase::{Lead, digit_ahead};
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("US_EIN")
    .title("US employer identification number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::Medium)
    .shape("99-9999999?|999999999?")
    .check(check)
    .specimen(is_specimen)
    .score(55)
    .context(&["fein", "tin", "irs", "taxid", "employerid"])
    .anchors(&[(Anchor::Cue(&["ein", "eins"]), behind_letters), (Anchor::Cue(&["tax", "employer"]), behind_name)])
    .finds(&["our EIN is <<12-3456789>>", "federal tax id <<45-1234567>>", "ein: <<451234567>>", "employer id number <<84-1234567>>"])
    .skips(&[
        ("12-3456789", "a number that nobody calls so"),
        ("EIN 07-1234567", "no campus has 07"),
        ("das ist ein Paket mit der Nummer 451234567", "the German article"),
        ("part 45-1234567", "a part number"),
        ("tax invoice 45-1234567", "an invoice"),
    ])
    .sources(&["Internal Revenue Service: How EINs are assigned and valid EIN prefixes"]);

fn is_specimen(digits: &[u8]) -> bool {
    digits == b"123456789"
}

fn check(digits: &[u8]) -> Verdict {
    let given = matches!(
        digits.get(..2).and_then(number),
        Some(1..=6 | 10..=16 | 20..=27 | 30..=48 | 50..=68 | 71..=77 | 80..=88 | 90..=95 | 98 | 99)
    );
    if given { Verdict::Unknown } else { Verdict::Invalid }
}

static FILLERS: WordSet<16> = WordSet::of(&["number numbers no num id identification"]);

/// Right behind `EIN`.
fn behind_letters(p: &Probe<'_>) -> Option<Found> {
    Some(read(p)?.0)
}

/// Behind `tax id`, `employer identification number`: the second word must be there.
fn behind_name(p: &Probe<'_>) -> Option<Found> {
    let (found, lead) = read(p)?;
    (lead.words > 0).then_some(found)
}

fn read(p: &Probe<'_>) -> Option<(Found, Lead)> {
    let v = p.view;
    if !digit_ahead(v, p.end, 32) {
        return None;
    }
    let lead = called::bridge(v, p.end, &FILLERS);
    let (digits, end) = called::characters::<9>(v, lead.at, b"-")?;
    let dashed = end - lead.at == 10 && v.at(lead.at + 2) == b'-';
    let number = digits.iter().all(u8::is_ascii_digit) && (dashed || end - lead.at == 9);
    let found = Found::new(lead.at, end).specimen(is_specimen(&digits)).cued();
    (number && check(&digits) != Verdict::Invalid).then_some((found, lead))
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
            ("tax 45-1234567", false),
            ("tax id: 45-1234567", true),
            ("employer identification number 451234567", true),
        ] {
            assert_eq!(cues(&ENTRY, text).len(), usize::from(found), "{text}");
        }
    }
}
