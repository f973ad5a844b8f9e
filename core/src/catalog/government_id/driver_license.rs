//! Number of a driving licence of a country but the United States, behind the words in ten languages.
//!
//! Nothing in most of them can be checked, so it counts only right behind the words that name the licence:
//! `Führerscheinnummer B072RRE2I55`, `permis de conduire n° 123456789012`. Behind the English words it is the type of
//! the United States or of the United Kingdom.
//!
//! # Check
//! The form is that of some country: letters and digits in the order and number its office gives.
use super::rows::{Row, fits, read};
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::text::phrase::{digit_ahead, is_label};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::is_any;

pub(super) static ENTRY: Entry = Entry::new("DRIVER_LICENSE")
    .title("Driving licence number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .score(70)
    .anchors(&[(Anchor::Cue(LICENCE), behind)])
    .finds(&[
        "Führerscheinnummer: <<B072RRE2I55>>",
        "permis de conduire n° <<123456789012>>",
        "patente di guida <<AB1234567C>>",
        "mijn rijbewijsnummer is <<5012345678>>",
        "prawo jazdy nr <<12345/12/1234>>",
        "carta de condução <<L-1234567>>",
        "körkort: <<19800512-1234>>",
    ])
    .skips(&[
        ("Führerschein seit 2019", "a year"),
        ("permis de conduire du 12/05/2019", "a date"),
        ("patente 123", "too short"),
        ("la patente scade il 12/05/2026", "a date"),
        ("rijbewijs B", "a class"),
        ("B072RRE2I55", "a code that nobody calls a licence"),
    ])
    .sources(&[
        "Directive 2006/126/EC, annex I: the number of the licence is in field 5",
        "Kraftfahrt-Bundesamt: Führerscheinnummer; RDW: rijbewijsnummer; Ministère de l'intérieur: numéro NEPH",
    ]);

#[rustfmt::skip]
const LICENCE: &[&str] = &[
    "führerschein", "fuehrerschein", "führerscheinnummer", "führerscheinnr", "fuehrerscheinnummer", "permis", "conduire", "patente",
    "guida", "rijbewijs", "rijbewijsnummer", "condução", "jazdy", "körkort", "körkortsnummer", "kørekort", "førerkort", "ajokortti",
    "řidičák", "ehliyet",
];

/// Words that mean other things, too: a word for a number or a sign must follow.
const VAGUE: &[&str] = &["permis", "patente", "guida", "conduire"];

static FILLERS: WordSet<64> = WordSet::of(&[
    "number no num nr nº n° n número numero numéro nummer numer numarası conduire guida di de lautet mein meine est la my il",
]);

/// Letters below zero, digits above; see `rows`.
#[rustfmt::skip]
static FORMS: &[&[Row]] = &[
    &[(7, 12)],                              // AT BE CH DK FR NL NO SE …
    &[(-2, -1), (6, 9)],                     // IT (old), PT, RO
    &[(-2, -1), (6, 8), (-1, -1)],           // IT
    &[(8, 8), (-1, -1)],                     // ES
    &[(2, 2), (-2, -2), (5, 6)],             // FR (old)
    &[(13, 13)],                             // GR, SE with a century
];

/// Germany: the office's letter and two or three digits, six or so mixed, a check character: eleven in all.
fn is_german(number: &[u8]) -> bool {
    let digits = number.iter().filter(|b| b.is_ascii_digit()).count();
    number.len() == 11 && number.first().is_some_and(u8::is_ascii_uppercase) && (4..=10).contains(&digits)
}

fn behind(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if !digit_ahead(v, p.end, 48) || is_label(v, p.at, p.end) {
        return None;
    }
    let lead = called::bridge(v, p.end, &FILLERS);
    if is_any(v.slice(p.at, p.end), VAGUE) && lead.words == 0 && !lead.sign {
        return None;
    }
    if let Some(end) = polish(v, lead.at) {
        return Some(Found::new(lead.at, end).cued());
    }
    let (number, end) = read(v, lead.at, b"-")?;
    let number = number.as_slice();
    let date = v.slice(lead.at, end).iter().filter(|&&b| b == b'-').count() == 2;
    (!date && (fits(number, FORMS) || is_german(number))).then(|| Found::new(lead.at, end).cued())
}

/// `12345/12/1234`: the number, the year, the office.
fn polish(v: View<'_>, at: usize) -> Option<usize> {
    let text = v.slice(at, at + 13);
    let fits = text.len() == 13
        && text.iter().enumerate().all(|(i, &b)| if matches!(i, 5 | 8) { b == b'/' } else { b.is_ascii_digit() });
    (fits && !v.at(at + 13).is_ascii_alphanumeric()).then_some(at + 13)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }
}
