//! Brazilian taxpayer number of a company (CNPJ).
//!
//! Eight characters for the company, four for the establishment, two check digits: `99.999.999/9999-99`. Since July
//! 2026 new numbers have letters among the first twelve characters. Bare ones count only near a word, bare ones with
//! letters right behind it.
//!
//! # Check
//! Two check digits: weights 5 to 2 and 9 to 2 over twelve characters, 6 to 2 and 9 to 2 over thirteen; a character
//! counts as its ASCII code less 48; what the sum lacks to a multiple of 11, 10 and 11 written 0.
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::check::digits::is_monotone;
use crate::check::weighted::{digit_11, is_digit};
use crate::text::phrase::digit_ahead;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("BR_CNPJ")
    .title("Brazilian taxpayer number of a company")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::Medium)
    .shape("XX.XXX.XXX/XXXX-99|99999999/9999-99|99999999999999?")
    .check(check)
    .specimen(|c| matches!(c, b"12ABC34501DE35" | b"11222333000181"))
    .score(65)
    .context(&["cnpj", "cnpjs"])
    .anchors(&[(Anchor::Cue(&["cnpj"]), behind_word)])
    .finds(&[
        "11.222.333/0001-81",
        "12.ABC.345/01DE-35",
        "cnpj <<11222333000181>>",
        "o CNPJ é <<12abc34501de35>>",
        "CNPJ: <<AB.CDE.FGH/0001-95>>",
    ])
    .skips(&[
        ("11.222.333/0001-82", "wrong check digits"),
        ("12.ABC.345/01DE-36", "wrong check digits"),
        ("11222333000181", "fourteen bare digits that nobody calls a CNPJ"),
        ("cnpj 12abc34501de36", "wrong check digits"),
        ("pedido 11222333000181", "an order"),
    ])
    .sources(&[
        "Receita Federal do Brasil, Instrução Normativa RFB 2.229/2024: alphanumeric CNPJ from July 2026",
        "Receita Federal do Brasil: calculation of the check digits of the alphanumeric CNPJ",
    ]);

fn check(characters: &[u8]) -> Verdict {
    let first = digit_11(characters, &[5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
    let second = digit_11(characters, &[6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
    let held = is_digit(characters.get(12), first) && is_digit(characters.get(13), second);
    Verdict::from_check(held && !is_monotone(characters))
}

static FILLERS: WordSet<32> = WordSet::of(&["é número numero nº da empresa do é minha"]);

/// With letters, where no shape can start: bare, or three letters before the first digit.
fn behind_word(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if !digit_ahead(v, p.end, 48) {
        return None;
    }
    let at = called::bridge(v, p.end, &FILLERS).at;
    let (characters, end) = called::characters::<14>(v, at, b"./-")?;
    let letters = characters.iter().any(u8::is_ascii_alphabetic);
    (letters && check(&characters) == Verdict::Valid).then(|| Found::new(at, end).verdict(Verdict::Valid).cued())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::cues;

    #[test]
    fn letters_behind_the_word() {
        for (text, found) in [
            ("cnpj 12abc34501de35", true),
            ("CNPJ da empresa: AB.CDE.FGH/0001-95", true),
            ("cnpj 12abc34501de36", false),
            ("cnpj 11222333000181", false),
            ("cnpj 12abc34501de3", false),
            ("cnpj 12abc34501de355", false),
        ] {
            assert_eq!(cues(&ENTRY, text).len(), usize::from(found), "{text}");
        }
    }
}
