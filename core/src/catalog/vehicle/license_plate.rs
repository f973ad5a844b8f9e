//! License plate of a vehicle, in the forms of some thirty countries.
//!
//! Other codes look the same, so it counts only right behind a word that names it (`license plate`, `Kennzeichen`,
//! `matrícula`, `targa`, `kenteken`, …). Words that name other numbers, too (`registration`, `placa`), need a word for
//! a vehicle before them or a sign behind.
//!
//! # Check
//! The form is one of the table: letters and digits in the order and number the state gives.
use crate::catalog::called;
use crate::catalog::government_id::rows::{Number, Row, fits, read};
use crate::catalog::prelude::*;
use crate::text::phrase::{digit_ahead, follows, is_label};
use crate::text::word_set::WordSet;
use crate::text::words::is_any;

pub(super) static ENTRY: Entry = Entry::new("LICENSE_PLATE")
    .title("License plate of a vehicle")
    .category(Category::Vehicle)
    .sensitivity(Sensitivity::Medium)
    .score(70)
    .anchors(&[(Anchor::Cue(NAMES), behind)])
    .finds(&[
        "license plate <<7ABC123>>",
        "my number plate is <<AB12 CDE>>",
        "Kennzeichen: <<B-AB 1234>>",
        "plaque d'immatriculation <<AA-123-BB>>",
        "la matrícula es <<1234 BCD>>",
        "targa: <<AB 123 CD>>",
        "kenteken <<12-AB-34>>",
        "numer rejestracyjny <<WA 12345>>",
        "placa: <<ABC1D23>>",
        "vehicle registration <<AB12CDE>>",
        "plaka <<34 ABC 123>>",
    ])
    .skips(&[
        ("AB12 CDE", "a code that nobody calls a plate"),
        ("registration number 12345678", "of something else"),
        ("plate 12 of the exhibition", "no plate of a vehicle"),
        ("the steel plate AB", "no digits"),
        ("license plate frame 12", "two digits"),
        ("Kennzeichen: 123456789012", "digits alone"),
    ])
    .sources(&[
        "Council Regulation (EC) No 2411/98 and the vehicle registration rules of the states in the table",
        "Driver and Vehicle Licensing Agency, INF104: vehicle registration numbers; Fahrzeug-Zulassungsverordnung (DE), annex 4",
    ]);

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "plate", "plates", "numberplate", "licenseplate", "licenceplate", "registration", "reg", "kennzeichen", "nummernschild", "matricula",
    "matrícula", "placa", "placas", "patente", "immatriculation", "plaque", "targa", "kenteken", "kentekenplaat", "nummerplaat", "nummerplade",
    "rejestracyjny", "rejestracyjna", "rejestracja", "regnummer", "registreringsnummer", "rekisterinumero", "rekisteritunnus", "spz",
    "plaka", "rendszám", "înmatriculare", "kontrollschild",
];

/// Words that name other things, too.
const VAGUE: &[&str] = &[
    "plate", "plates", "registration", "reg", "placa", "placas", "patente", "plaque", "regnummer", "registreringsnummer", "immatriculation",
    "rejestracja", "matricula", "matrícula",
];

static VEHICLES: WordSet<64> = WordSet::of(&[
    "license licence number car vehicle van truck motorcycle bike lorry d véhicule voiture coche vehículo carro veículo",
    "auto moto bil la mi meine vehicle’s car’s",
]);

static FILLERS: WordSet<64> = WordSet::of(&[
    "number no num nr nº n° n número numero numéro nummer numer numarası mark d immatriculation lautet des my es et de la is",
]);

/// Country, and the rows of its plates: letters below zero, digits above.
#[rustfmt::skip]
static FORMS: &[(&str, &[&[Row]])] = &[
    ("AR", &[&[(-2, -2), (3, 3), (-2, -2)], &[(-3, -3), (3, 3)]]),
    ("AT", &[&[(-2, -1), (1, 5), (-3, -1)]]),
    ("AU", &[&[(-3, -3), (2, 3)], &[(1, 1), (-3, -3), (1, 1), (-2, -2)], &[(-3, -3), (2, 2), (-1, -1)]]),
    ("BE", &[&[(1, 1), (-3, -3), (3, 3)]]),
    ("BG", &[&[(-2, -1), (4, 4), (-2, -2)]]),
    ("BR", &[&[(-3, -3), (4, 4)], &[(-3, -3), (1, 1), (-1, -1), (2, 2)]]),
    ("CA", &[&[(-4, -4), (3, 3)], &[(-3, -3), (3, 4)]]),
    ("CH", &[&[(-2, -2), (1, 6)]]),
    ("CZ", &[&[(1, 1), (-1, -1), (5, 5)], &[(1, 1), (-2, -2), (4, 4)]]),
    ("DE", &[&[(-5, -2), (1, 4)], &[(-5, -2), (1, 4), (-1, -1)]]),
    ("DK", &[&[(-2, -2), (5, 5)]]),
    ("ES", &[&[(4, 4), (-3, -3)], &[(-2, -1), (4, 4), (-2, -1)]]),
    ("FI", &[&[(-3, -2), (1, 3)]]),
    ("FR", &[&[(-2, -2), (3, 3), (-2, -2)], &[(1, 4), (-3, -2), (2, 2)]]),
    ("GB", &[&[(-2, -2), (2, 2), (-3, -3)], &[(-1, -1), (1, 3), (-3, -3)], &[(-3, -3), (1, 4)], &[(-3, -3), (1, 3), (-1, -1)]]),
    ("GR", &[&[(-3, -3), (4, 4)]]),
    ("HU", &[&[(-4, -3), (3, 3)]]),
    ("IE", &[&[(2, 3), (-2, -1), (1, 6)]]),
    ("IN", &[&[(-2, -2), (1, 2), (-3, -1), (4, 4)]]),
    ("IT", &[&[(-2, -2), (3, 3), (-2, -2)]]),
    ("MX", &[&[(-3, -3), (3, 4)], &[(-3, -3), (3, 3), (-1, -1)]]),
    ("NL", &[&[(2, 2), (-2, -2), (2, 2)], &[(-2, -2), (2, 2), (-2, -2)], &[(2, 2), (-3, -3), (1, 1)], &[(1, 1), (-3, -3), (2, 2)], &[(-2, -2), (3, 3), (-1, -1)], &[(-1, -1), (3, 3), (-2, -2)], &[(4, 4), (-2, -2)], &[(-2, -2), (4, 4)]]),
    ("NO", &[&[(-2, -2), (4, 5)]]),
    ("NZ", &[&[(-3, -3), (2, 3)]]),
    ("PL", &[&[(-3, -2), (4, 5)], &[(-3, -2), (3, 4), (-1, -1)], &[(-3, -2), (2, 3), (-2, -2)], &[(-3, -2), (1, 1), (-2, -1), (2, 3)]]),
    ("PT", &[&[(-2, -2), (2, 2), (-2, -2)], &[(2, 2), (-2, -2), (2, 2)], &[(4, 4), (-2, -2)]]),
    ("RO", &[&[(-2, -1), (2, 3), (-3, -3)]]),
    ("SE", &[&[(-3, -3), (3, 3)], &[(-3, -3), (2, 2), (-1, -1)]]),
    ("SK", &[&[(-2, -2), (3, 3), (-2, -2)]]),
    ("TR", &[&[(2, 2), (-3, -1), (2, 4)]]),
    ("UA", &[&[(-2, -2), (4, 4), (-2, -2)]]),
    ("US", &[&[(1, 1), (-3, -3), (3, 3)], &[(-3, -3), (3, 4)], &[(3, 3), (-3, -3)], &[(4, 4), (-3, -2)], &[(-2, -1), (4, 6)]]),
    ("ZA", &[&[(-2, -2), (2, 2), (-4, -4)], &[(-3, -2), (3, 6), (-3, -2)]]),
];

fn behind(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if !digit_ahead(v, p.end, 40) || is_label(v, p.at, p.end) {
        return None;
    }
    let lead = called::bridge(v, p.end, &FILLERS);
    if is_any(v.slice(p.at, p.end), VAGUE) && !lead.sign && !follows(v, p.at, &VEHICLES, 2) {
        return None;
    }
    let (number, end) = read(v, lead.at, b" -").or_else(|| read(v, lead.at, b""))?;
    let plain = |number: &Number| (4..=9).contains(&number.as_slice().len()) && is_plate(number.as_slice());
    // What follows may be another value: then the first group alone.
    let (end, fits) = if plain(&number) {
        (end, true)
    } else {
        let (first, end) = read(v, lead.at, b"")?;
        (end, plain(&first))
    };
    // Small letters are a word and a number, but where the writer has no capitals at all and begins with both.
    let text = v.slice(lead.at, end);
    let (small, capital) = (text.iter().any(u8::is_ascii_lowercase), text.iter().any(u8::is_ascii_uppercase));
    let first = text.split(|b| !b.is_ascii_alphanumeric()).next().unwrap_or_default();
    let small = small && (capital || !first.iter().any(u8::is_ascii_digit));
    (fits && !small).then(|| Found::new(lead.at, end).cued())
}

fn is_plate(number: &[u8]) -> bool {
    FORMS.iter().any(|(_, forms)| fits(number, forms))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }

    #[test]
    fn the_table_is_sorted_and_has_many_countries() {
        assert!(FORMS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(FORMS.len() >= 25);
    }
}
