//! Postal code: of the US, the UK, Canada and Australia by its own form, of other countries beside their city or behind a
//! word that says so.
//!
//! Digits alone are any number. Five or four of them count behind a word ("zip", "PLZ", "code postal", also other
//! countries' forms), behind a state (`IL 62704`, `NSW 2000`), or beside a large city in which such codes lie. British and
//! Canadian codes have letters in fixed places and speak for themselves.
//!
//! # Check
//! No check digit. A ZIP code in its own state is proven; where the state's letters are a word or an abbreviation too
//! ("OK 12345", "ID 12345"), nothing less is taken. A British code begins with one of 124 areas; ordinals and sizes
//! (`S21 8GB`, `L8 4TH`) are none unless a word says so. Canadian codes never use D F I O Q U, and do not begin with W or
//! Z; `B2B`, `P2P` and the like are jargon.
//!
//! # Sources
//! USPS Publication 28; USPS labeling list L002; Royal Mail, Programmers' Guide to the Postcode Address File; Canada Post,
//! Addressing Guidelines; Australia Post, postcode ranges of the states; Universal Postal Union, postal addressing systems.
use super::codes::{is_british, is_canadian};
use super::states::{holds, is_state};
use super::{beside_city, called, state_codes};
use crate::catalog::prelude::*;

pub(super) static ENTRY: Entry = Entry::new("POSTAL_CODE")
    .title("Postal code")
    .category(Category::Location)
    .sensitivity(Sensitivity::Low)
    .score(55)
    .shape(concat!(
        "=AA 99999|=AA 99999-9999|=[NVQTA][SILAC][WCDST] 9999|=[SWN][AT] 9999?",
        "|[BEGLMNSW]9 9[ABD-HJLNP-UW-Z][ABD-HJLNP-UW-Z]|AA9 9[ABD-HJLNP-UW-Z][ABD-HJLNP-UW-Z]",
        "|[BEGLMNSW]9X 9[ABD-HJLNP-UW-Z][ABD-HJLNP-UW-Z]|AA9X 9[ABD-HJLNP-UW-Z][ABD-HJLNP-UW-Z]",
        "|=[ABCEGHJ-NPR-TVXY]9A 9A9|[ABCEGHJ-NPR-TVXY]9A 9A9?",
    ))
    .lead_of(lead)
    .check(check)
    .context(&[
        "zip", "zipcode", "postal", "postcode", "address", "city", "state", "ship", "shipping", "live", "adresse", "postale",
        "dirección", "indirizzo", "adres", "province", "street", "road", "avenue", "london", "ontario", "toronto",
    ])
    .anchors(&[
        (Anchor::Cue(called::ANY), called::of_any_form),
        (Anchor::Cue(called::FIVE), called::of_five_digits),
        (Anchor::Cue(state_codes::WORDS), state_codes::behind_state),
        (Anchor::Cue(beside_city::WITH_CODE_FIRST), beside_city::code_before),
        (Anchor::Cue(beside_city::WITH_SHORT_CODE_FIRST), beside_city::short_code_before),
        (Anchor::Cue(beside_city::WITH_CODE_LAST), beside_city::code_behind),
        (Anchor::Cue(beside_city::WITH_SHORT_CODE_LAST), beside_city::short_code_behind),
    ])
    .finds(&[
        "zip <<94043>>",
        "my zip code is <<10001-1234>>.",
        "Springfield, IL <<62704>>",
        "Postal code: <<60601>>",
        "i'm in <<sw1a 2aa>> now",
        "Ottawa ON <<K1A 0B1>>",
        "PLZ <<8001>>",
        "ich bin aus <<10115>> Berlin",
        "<<75011>> Paris",
        "code postal : <<69003>>",
        "Sydney NSW <<2000>>",
        "<<1012 KL>> Amsterdam",
        "boston <<02110>>",
        "texas <<75074>>",
    ])
    .skips(&[
        ("order ID 12345", "no code of Idaho, and an abbreviation"),
        ("zip file 12345678", "more digits than a code has"),
        ("XY 12345", "no such state"),
        ("OK 20000 then", "a word, and no code of Oklahoma"),
        ("B2B 3C4", "jargon in front"),
        ("Z1A 0B1", "no Canadian code begins with Z"),
        ("K1O 0B1", "Canadian codes never use O"),
        ("Galaxy S21 8GB", "a size, though Sheffield has such codes"),
        ("the m8 4th exit", "an ordinal"),
        ("PS5 2AB", "no such area"),
        ("boston 12345", "no code of Boston"),
        ("10115 orders", "no city"),
        ("in 2020 Haarlem", "a year"),
    ])
    .sources(&["USPS Publication 28", "USPS L002", "Royal Mail Postcode Address File", "Canada Post", "UPU"]);

/// States whose letters mean something else as well.
const WORDS: &[[u8; 2]] = &[
    *b"AL", *b"AS", *b"CO", *b"DE", *b"HI", *b"ID", *b"IN", *b"LA", *b"MA", *b"ME", *b"MS", *b"OK", *b"OR", *b"PA",
    *b"PR", *b"AP", *b"AA",
];

/// The state before a code of digits, with the space behind it, is no part of the code.
fn lead(value: &[u8]) -> u8 {
    let letters = value.iter().take_while(|b| b.is_ascii_uppercase()).count();
    let digits = value.len() - letters;
    let rest = value.get(letters..).unwrap_or(&[]);
    if digits >= 4 && rest.iter().all(u8::is_ascii_digit) { letters as u8 + 1 } else { 0 }
}

/// Judges a match by its letters and digits.
fn check(value: &[u8]) -> Verdict {
    // A state and digits: the third or the fourth character is the first of them.
    if let [a @ b'A'..=b'Z', b @ b'A'..=b'Z', c, d, ..] = *value
        && (c.is_ascii_digit() || d.is_ascii_digit())
    {
        match lead(value) {
            3 if value.len() > 6 => return american([a, b], value.get(2..).unwrap_or(&[])),
            3 => return australian(&[a, b], value.get(2..).unwrap_or(&[])),
            4 => return australian(&[a, b, c], value.get(3..).unwrap_or(&[])),
            _ => {}
        }
    }
    match *value {
        [a, b, c, d, e, f] if [b, d, f].iter().all(u8::is_ascii_digit) => {
            let canadian = is_canadian(&[a, b, c, d, e, f]);
            // "B2B", "P2P", "M2M"
            let jargon = b == b'2' && (a == c || matches!((a, c), (b'B' | b'G', b'C' | b'B' | b'G') | (b'C' | b'V', b'B' | b'X')));
            if canadian && !jargon { Verdict::Unknown } else { Verdict::Invalid }
        }
        _ if is_british(value) && !is_size(value) && is_district(value) => Verdict::Unknown,
        _ => Verdict::Invalid,
    }
}

fn american(state: [u8; 2], zip: &[u8]) -> Verdict {
    match is_state(&state) {
        true if holds(&state, zip) => Verdict::Valid,
        true if !WORDS.contains(&state) => Verdict::Unknown,
        _ => Verdict::Invalid,
    }
}

fn australian(state: &[u8], code: &[u8]) -> Verdict {
    let number = code.iter().fold(0u32, |n, b| n * 10 + u32::from(b.wrapping_sub(b'0') % 10));
    let sound = match state {
        b"NSW" => matches!(number, 1000..=2599 | 2619..=2899 | 2921..=2999),
        b"ACT" => matches!(number, 200..=299 | 2600..=2618 | 2900..=2920),
        b"VIC" => matches!(number, 3000..=3999 | 8000..=8999),
        b"QLD" => matches!(number, 4000..=4999 | 9000..=9999),
        b"SA" => matches!(number, 5000..=5999),
        b"WA" => matches!(number, 6000..=6999),
        b"TAS" => matches!(number, 7000..=7999),
        b"NT" => matches!(number, 800..=999),
        _ => false,
    };
    if sound { Verdict::Unknown } else { Verdict::Invalid }
}

/// Whether the second half is an ordinal or a size: `1ST`, `2ND`, `8GB`, `5TB`, `5GH`.
fn is_size(value: &[u8]) -> bool {
    matches!(
        value,
        [.., b'1', b'S', b'T'] | [.., b'2', b'N', b'D'] | [.., b'3', b'R', b'D'] | [.., b'4'..=b'9' | b'0', b'T', b'H']
    ) || matches!(value, [.., b'G' | b'T' | b'P', b'B'] | [.., b'H', b'P' | b'R'] | [.., b'X', b'L'])
}

/// A letter ends the district only in London.
fn is_district(value: &[u8]) -> bool {
    let outward = value.get(..value.len().saturating_sub(3)).unwrap_or(&[]);
    let area = outward.get(..outward.iter().take_while(|b| b.is_ascii_uppercase()).count()).unwrap_or(&[]);
    let lettered = outward.last().is_some_and(u8::is_ascii_uppercase);
    !lettered || matches!(area, b"E" | b"N" | b"W" | b"EC" | b"NW" | b"SE" | b"SW" | b"WC")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_judged() {
        for (value, want) in [
            ("CA94043", Verdict::Valid),
            ("CA12345", Verdict::Unknown),
            ("ID12345", Verdict::Invalid),
            ("ID83201", Verdict::Valid),
            ("XY12345", Verdict::Invalid),
            ("C", Verdict::Invalid),
            ("", Verdict::Invalid),
            ("NY100011234", Verdict::Valid),
            ("NSW2000", Verdict::Unknown),
            ("NSW3000", Verdict::Invalid),
            ("WA6000", Verdict::Unknown),
            ("WA98101", Verdict::Valid),
            ("NT0800", Verdict::Unknown),
            ("K1A0B1", Verdict::Unknown),
            ("D1A0B1", Verdict::Invalid),
            ("B2B3C4", Verdict::Invalid),
            ("B2C3C4", Verdict::Invalid),
            ("M2M4A1", Verdict::Invalid),
            ("SW1A2AA", Verdict::Unknown),
            ("M11AE", Verdict::Unknown),
            ("BS14DJ", Verdict::Unknown),
            ("TA5A7NZ", Verdict::Invalid),
            ("S218GB", Verdict::Invalid),
            ("L84TH", Verdict::Invalid),
            ("QQ11AA", Verdict::Invalid),
        ] {
            assert_eq!(check(value.as_bytes()), want, "{value}");
        }
    }

    #[test]
    fn states_stand_before_digits_alone() {
        for (value, bytes) in [("CA94043", 3), ("NSW2000", 4), ("SW1A2AA", 0), ("K1A0B1", 0), ("M11AE", 0)] {
            assert_eq!(lead(value.as_bytes()), bytes, "{value}");
        }
    }
}
