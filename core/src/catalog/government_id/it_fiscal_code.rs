//! Italian fiscal code (codice fiscale) of a person.
//!
//! Sixteen characters: three letters of the surname, three of the name, year, month as a letter, day (women: plus 40),
//! place of birth, check letter. Where two people would have the same code, digits are replaced by letters from the
//! right (omocodia).
//!
//! # Check
//! Values by odd and even place, modulo 26, say the last letter. The date exists.
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::check::digits::is_day_of_either;
use crate::check::odd_even;
use crate::text::phrase::digit_ahead;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("IT_FISCAL_CODE")
    .title("Italian fiscal code of a person")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("A{6}[0-9LMNP-V][0-9LMNP-V][A-EHLMPRST][0-9LMNP-V][0-9LMNP-V]A[0-9LMNP-V][0-9LMNP-V][0-9LMNP-V]A")
    .check(check)
    .specimen(|c| matches!(c, b"RSSMRA85T10A562S" | b"MRTMTT91D08F205J"))
    .score(70)
    .context(&["fiscale", "cf", "codicefiscale"])
    .anchors(&[(Anchor::Cue(&["fiscale"]), behind_word)])
    .finds(&[
        "RSSMRA85T10A562S",
        "il mio codice fiscale è <<mrtmtt91d08f205j>>",
        "RSSMRA85T10A56NH",
        "codice fiscale: <<RSS MRA 85T10 A562S>>",
        "cf <<RSSMRA85T10A562T>>",
    ])
    .skips(&[
        ("RSSMRA85T10A562T", "wrong check letter"),
        ("RSSMRA85B30A562Q", "there is no 30 February"),
        ("RSSMRA85T10A562", "no check letter"),
        ("codice fiscale RSS MRA 85T10 A562T", "wrong check letter"),
    ])
    .sources(&["Decreto ministeriale 23 dicembre 1976 (Ministero delle Finanze): calculation of the fiscal code"]);

fn check(characters: &[u8]) -> Verdict {
    let born = birth(characters).is_some_and(|(year, month, day)| is_day_of_either(year, month, day));
    Verdict::from_check(born && odd_even::is_valid(characters))
}

/// Year, month and day of birth.
fn birth(characters: &[u8]) -> Option<(u32, u32, u32)> {
    let two = |at: usize| Some(digit(*characters.get(at)?)? * 10 + digit(*characters.get(at + 1)?)?);
    let month = b"ABCDEHLMPRST".iter().position(|letter| Some(letter) == characters.get(8))?;
    let day = two(9)?;
    Some((two(6)?, month as u32 + 1, if day > 40 { day - 40 } else { day }))
}

/// A digit, or the letter that replaces it.
fn digit(c: u8) -> Option<u32> {
    let replaced = || b"LMNPQRSTUV".iter().position(|letter| *letter == c).map(|n| n as u32);
    if c.is_ascii_digit() { Some(u32::from(c - b'0')) } else { replaced() }
}

static FILLERS: WordSet<16> = WordSet::of(&["è é numero mio suo"]);

/// With spaces in it, as it is dictated: no shape can start at its letters.
fn behind_word(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if !digit_ahead(v, p.end, 48) {
        return None;
    }
    let at = called::bridge(v, p.end, &FILLERS).at;
    let (characters, end) = called::characters::<16>(v, at, b" ")?;
    let spaced = end - at > characters.len();
    (spaced && check(&characters) == Verdict::Valid).then(|| Found::new(at, end).verdict(Verdict::Valid).cued())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::cues;

    #[test]
    fn days_and_replaced_digits() {
        assert_eq!(birth(b"RSSMRA85T10A562S"), Some((85, 12, 10)));
        assert_eq!(birth(b"RSSMRA85T50A562W"), Some((85, 12, 10)), "a woman");
        assert_eq!(birth(b"RSSMRAURTMLA562S"), Some((85, 12, 10)), "letters for digits");
    }

    #[test]
    fn spaced_behind_the_word() {
        assert_eq!(cues(&ENTRY, "codice fiscale è RSS MRA 85T10 A562S.").len(), 1);
        assert_eq!(cues(&ENTRY, "codice fiscale è RSSMRA85T10A562S.").len(), 0, "the shape finds it");
        assert_eq!(cues(&ENTRY, "codice fiscale è RSS MRA 85T10 A562T.").len(), 0);
    }
}
