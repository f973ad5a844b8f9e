//! French social security number (NIR, numéro de sécurité sociale).
//!
//! Sex, year and month of birth, department, municipality, serial number, and two check digits:
//! `2 69 05 49 588 157 80`. The departments of Corsica are 2A and 2B. Without the check digits it counts only near a
//! word.
//!
//! # Check
//! The thirteen digits modulo 97, taken from 97; 2A counts as 19, 2B as 18. Months beyond 12 are given where the papers
//! do not tell.
use crate::catalog::prelude::*;
use crate::check::digits::number;
use crate::check::mod97;

pub(super) static ENTRY: Entry = Entry::new("FR_NIR")
    .title("French social security number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("[1-478]~99~99~9[0-9AB]~999~999~99|9999999999999 99|9999999999999?")
    .check(check)
    .specimen(|c| matches!(c, b"269054958815780" | b"255081416802538"))
    .score(60)
    .context(&["nir", "sécu", "secu", "sociale", "vitale", "insee"])
    .finds(&[
        "2 69 05 49 588 157 80",
        "255081416802538",
        "numéro de sécu <<2690549588157 80>>",
        "n° sécurité sociale : <<2690549588157>>",
        "1 75 01 2A 004 001 22",
        "carte vitale <<269054958815781>>",
    ])
    .skips(&[
        ("2 69 05 49 588 157 81", "wrong check digits"),
        ("5 69 05 49 588 157 80", "does not begin with a sex"),
        ("2 69 13 49 588 157 51", "there is no month 13"),
        ("2690549588157", "thirteen bare digits that nobody calls a social security number"),
        ("commande 255081416802538", "an order"),
        ("code de sécurité 2690549588157", "a code of another kind"),
    ])
    .sources(&["INSEE: Numéro d'inscription au répertoire (NIR), structure and key", "Décret n° 82-103 of 22 January 1982"]);

fn check(characters: &[u8]) -> Verdict {
    match (has_form(characters), characters.len()) {
        (Some(true), 13) => Verdict::Unknown,
        (Some(true), _) => Verdict::from_check(key(characters) == number(characters.get(13..).unwrap_or(&[]))),
        _ => Verdict::Invalid,
    }
}

/// Sex, month and department are possible ones.
fn has_form(characters: &[u8]) -> Option<bool> {
    let sex = matches!(characters.first()?, b'1'..=b'4' | b'7' | b'8');
    let month = matches!(number(characters.get(3..5)?)?, 1..=12 | 20..=42 | 50..=99);
    let department = match characters.get(5..7)? {
        [b'0', b'0'] => false,
        [b'2', b'A' | b'B'] => true,
        two => number(two).is_some(),
    };
    Some(sex && month && department)
}

fn key(characters: &[u8]) -> Option<u32> {
    let department = match characters.get(5..7)? {
        b"2A" => b"19",
        b"2B" => b"18",
        two => two,
    };
    let digits = characters.get(..5)?.iter().chain(department).chain(characters.get(7..13)?);
    Some(97 - mod97::remainder(digits.copied())?)
}
