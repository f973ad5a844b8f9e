//! US Medicare beneficiary identifier (MBI).
//!
//! Eleven characters, printed 4-3-4: `1EG4-TE5-MK73`. Digits and letters have their places; S, L, O, I, B and Z are
//! never used, and the first digit is not 0.
//!
//! # Check
//! No check digit; the places of digits and letters are the form.
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::text::phrase::digit_ahead;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("US_MBI")
    .title("US Medicare beneficiary identifier")
    .category(Category::Health)
    .sensitivity(Sensitivity::High)
    .shape("[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]9~[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]9~[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y]99")
    .specimen(is_specimen)
    .score(65)
    .context(&["mbi", "medicare", "beneficiary"])
    .anchors(&[(Anchor::Cue(&["mbi", "medicare"]), behind_word)])
    .finds(&["1EG4-TE5-MK73", "1EG4TE5MK73", "medicare number <<1eg4 te5 mk73>>"])
    .skips(&[
        ("0EG4-TE5-MK73", "the first digit is not 0"),
        ("1SG4-TE5-MK73", "S is never used"),
        ("1EG4-TE5-M173", "a digit in the place of a letter"),
        ("1EG4-TE5-MK7", "a digit is missing"),
    ])
    .sources(&["Centers for Medicare & Medicaid Services: Understanding the Medicare Beneficiary Identifier (MBI) Format"]);

fn is_specimen(characters: &[u8]) -> bool {
    matches!(characters, b"1EG4TE5MK73" | b"1EG4TE5MK72")
}

static FILLERS: WordSet<16> = WordSet::of(&["number no id card beneficiary identifier"]);

/// In small letters with spaces, where no shape can start.
fn behind_word(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if !digit_ahead(v, p.end, 48) {
        return None;
    }
    let at = called::bridge(v, p.end, &FILLERS).at;
    let (characters, end) = called::characters::<11>(v, at, b" ")?;
    let spaced = v.at(at + 4) == b' ' && v.at(at + 8) == b' ';
    (spaced && has_form(&characters)).then(|| Found::new(at, end).specimen(is_specimen(&characters)).cued())
}

/// The shape's places once more, for text that no shape is asked about.
fn has_form(characters: &[u8]) -> bool {
    let letter = |c: u8| c.is_ascii_uppercase() && !b"SLOIBZ".contains(&c);
    characters.iter().enumerate().all(|(n, &c)| match n {
        0 => matches!(c, b'1'..=b'9'),
        1 | 4 | 7 | 8 => letter(c),
        2 | 5 => letter(c) || c.is_ascii_digit(),
        _ => c.is_ascii_digit(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::cues;
    use crate::catalog::shape;

    #[test]
    fn the_form_is_the_shape() {
        let shape = shape::parse(ENTRY.shape.as_bytes(), 0).unwrap().0;
        for place in 0..11 {
            for c in (b'0'..=b'9').chain(b'A'..=b'Z') {
                let mut text = *b"1EG4TE5MK73";
                text[place] = c;
                assert_eq!(has_form(&text), shape.fits(&text), "{place} {c}");
            }
        }
    }

    #[test]
    fn in_groups_behind_the_word() {
        assert_eq!(cues(&ENTRY, "medicare id: 1eg4 te5 mk73").len(), 1);
        for other in ["medicare 1eg4te5mk73", "medicare 1eg4 te5 mk7", "medicare 1sg4 te5 mk73", "medicare 1e g4te5 mk73"] {
            assert_eq!(cues(&ENTRY, other).len(), 0, "{other}");
        }
    }
}
