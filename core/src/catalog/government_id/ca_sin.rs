//! Canadian social insurance number (SIN).
//!
//! Nine digits, written 3-3-3 with spaces or dashes. Telephone numbers of several countries look the same, so it counts
//! only right behind its name: `SIN` is Spanish for *without*, and `social` and `insurance` are said of much else.
//!
//! # Check
//! Luhn. No number begins with 0 or 8.
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::check::luhn;
use crate::text::phrase::follows;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("CA_SIN")
    .title("Canadian social insurance number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("999~999~999?")
    .check(check)
    .specimen(is_specimen)
    .score(60)
    .context(&["socialinsurance", "socialinsurancenumber", "sinnumber"])
    .anchors(&[(Anchor::Cue(&["sin", "sins", "nas"]), behind_letters), (Anchor::Cue(&["insurance", "sociale"]), behind_name)])
    .finds(&[
        "my SIN is <<046 454 286>>",
        "social insurance number <<130-692-544>>",
        "NAS : <<130 692 544>>",
        "SIN#<<130692544>>",
        "sin number: <<130 692 545>>",
        "numéro d'assurance sociale : <<130 692 544>>",
    ])
    .skips(&[
        ("130 692 544", "a number that nobody calls a social insurance number"),
        ("me quedé sin saldo en el 130 692 544", "the Spanish word"),
        ("sin 130692545", "the check digit is wrong and the word may be the Spanish one"),
        ("order 130692544", "an order"),
        ("social media post 130 692 544", "the first word alone"),
        ("insurance number 130692544", "the second word alone"),
    ])
    .sources(&["Employment and Social Development Canada: The Social Insurance Number Code of Practice"]);

fn is_specimen(digits: &[u8]) -> bool {
    digits == b"046454286"
}

fn check(digits: &[u8]) -> Verdict {
    let given = !matches!(digits.first(), Some(b'0' | b'8')) || is_specimen(digits);
    Verdict::from_check(given && luhn::is_valid(digits))
}

static FILLERS: WordSet<16> = WordSet::of(&["number numbers no num card nas sin"]);
static BEFORE: WordSet<8> = WordSet::of(&["social assurance d’assurance"]);

/// Right behind `SIN` or `NAS`.
fn behind_letters(p: &Probe<'_>) -> Option<Found> {
    called::number::<9>(p, &FILLERS, check, is_specimen)
}

/// Behind `social insurance number`, `assurance sociale`.
fn behind_name(p: &Probe<'_>) -> Option<Found> {
    called::number::<9>(p, &FILLERS, check, is_specimen).filter(|_| follows(p.view, p.at, &BEFORE, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::cues;

    #[test]
    fn right_behind_the_word() {
        for (text, score) in [
            ("SIN 130 692 544", Some(None)),
            ("sin: 130692545", Some(Some(50))),
            ("sin 130692545", None),
            ("sin teléfono 130692544", None),
            ("sin 13069254", None),
            ("sin 130 692 5444", None),
            ("sin A30692544", None),
        ] {
            assert_eq!(cues(&ENTRY, text).first().map(|f| f.score), score, "{text}");
        }
    }
}
