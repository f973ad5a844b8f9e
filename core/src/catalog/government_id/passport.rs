//! Number of a passport of some country, behind the word in twelve languages.
//!
//! Nothing in it can be checked, so it counts only right behind the word that names it: `Reisepass C01X00T47`,
//! `numéro de passeport 09AE12345`. Nine digits, or a letter and eight digits, behind the English or the Spanish word
//! are left to the type of the United States unless another country is named.
//!
//! # Check
//! The form is that of some country: letters and digits in the order and number its office gives.
use super::rows::{Row, fits};
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::text::phrase::{digit_ahead, is_label, near};
use crate::text::word_set::WordSet;
use crate::text::words::is_any;

pub(super) static ENTRY: Entry = Entry::new("PASSPORT")
    .title("Passport number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .score(75)
    .anchors(&[(Anchor::Cue(PASSPORT), behind)])
    .finds(&[
        "Reisepassnummer: <<C01X00T47>>",
        "numéro de passeport <<09AE12345>>",
        "my passport number is <<PA0123456>>",
        "UK passport no. <<123456789>>",
        "numer paszportu <<ZS0000177>>",
        "passaporto n. <<YA1234567>>",
        "paspoort: <<SPECI2014>>",
        "Indian passport <<J8369854>>",
    ])
    .skips(&[
        ("passport renewal by 2026", "no number"),
        ("C01X00T47", "a code that nobody calls a passport"),
        ("passport office, order 12345678", "an order"),
        ("passport 12/05/2026", "a date"),
        ("passport photo 35x45mm", "a size"),
        ("Reisepass ABCDEFGH", "letters alone"),
    ])
    .sources(&[
        "ICAO Doc 9303, part 4: document number",
        "Council of the European Union, PRADO: public register of identity and travel documents",
    ]);

#[rustfmt::skip]
const PASSPORT: &[&str] = &[
    "passport", "passports", "passportno", "reisepass", "reisepassnummer", "pass", "passnummer", "passeport", "pasaporte", "passaporte",
    "passaporto", "paspoort", "paspoortnummer", "paszport", "paszportu", "pasu", "passi", "passin", "pas", "pasnummer", "pasaport", "pașaport",
];

/// Words that mean other things, too: a word for a number, or a sign, must follow.
const VAGUE: &[&str] = &["pass", "pas", "pasu", "passi", "passin"];
/// Languages in which the United States are thought of first.
const ENGLISH: &[&str] = &["passport", "passports", "passportno", "pasaporte"];

static FILLERS: WordSet<64> = WordSet::of(&[
    "number numbers no num nr id nº n° n número numero numéro nummer numer numarası číslo numărul book card ist s",
]);

/// Countries whose numbers look like those of the United States.
static OTHERS: WordSet<128> = WordSet::of(&[
    "uk british gb korean korea turkish türkiye turkey mexican mexico danish denmark swedish sweden bulgarian",
    "bulgaria south african africa russian russia israeli israel indian india irish australian canadian chinese",
    "mexicano mexicana español española argentino colombiano",
]);

/// Letters below zero, digits above; see `rows`.
#[rustfmt::skip]
static FORMS: &[&[Row]] = &[
    &[(-2, -2), (6, 7)],                     // AT BE CA CZ GR HU IE IT LV PL PT UA BR NZ
    &[(-1, -1), (6, 8)],                     // AT AU CH IN KR MX PT TR US ZA CN
    &[(-3, -3), (6, 6)],                     // ES AR
    &[(2, 2), (-2, -2), (5, 5)],             // FR
    &[(8, 9)],                               // BG CZ DK GB IL NO RO RU SE US
    &[(-1, -1), (7, 7), (-1, -1)],           // SG
    &[(-1, -1), (3, 3), (-1, -1), (4, 4)],   // KR
];

/// Passports of Germany and the Netherlands: nine or ten of a set without vowels, mixed.
fn is_mixed_form(number: &[u8]) -> bool {
    let digits = number.iter().filter(|b| b.is_ascii_digit()).count();
    let german = matches!(number.first(), Some(b'C' | b'F' | b'G' | b'H' | b'J' | b'K' | b'L'))
        && !number.iter().any(|b| b"ABDEIOQSU".contains(b));
    let dutch = number.len() == 9
        && number.iter().take(2).all(u8::is_ascii_uppercase)
        && number.last().is_some_and(u8::is_ascii_digit)
        && !number.contains(&b'O');
    matches!(number.len(), 9 | 10) && digits >= 3 && (german || dutch)
}

fn behind(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if !digit_ahead(v, p.end, 48) || is_label(v, p.at, p.end) {
        return None;
    }
    let lead = called::bridge(v, p.end, &FILLERS);
    let word = v.slice(p.at, p.end);
    if is_any(word, VAGUE) && lead.words == 0 {
        return None;
    }
    let (number, end) = super::rows::read(v, lead.at, b" ")?;
    let number = number.as_slice();
    let form = fits(number, FORMS) || is_mixed_form(number);
    let american = matches!(number, [_, rest @ ..] if rest.len() == 8 && rest.iter().all(u8::is_ascii_digit));
    if american && is_any(word, ENGLISH) && !near(v, p.at, end, &OTHERS, 24) {
        return None;
    }
    form.then(|| Found::new(lead.at, end).cued())
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
