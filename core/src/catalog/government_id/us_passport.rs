//! US passport number: nine digits, or since 2021 a letter and eight digits.
//!
//! Nothing in it can be checked, so it always needs a word.
//!
//! # Check
//! No check digit. One digit over and over is no number.
use crate::catalog::prelude::*;
use crate::check::digits::is_monotone;

pub(super) static ENTRY: Entry = Entry::new("US_PASSPORT")
    .title("US passport number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("999999999?|A99999999?")
    .check(check)
    .score(55)
    .context(&["passport", "passports", "pasaporte"])
    .finds(&["passport number <<123456789>>", "my passport is <<A12345678>>", "US passport no. <<C01234567>>"])
    .skips(&[
        ("123456789", "nine bare digits that nobody calls a passport"),
        ("A12345678", "a code that nobody calls a passport"),
        ("passport application, order 123456789", "an order"),
        ("passport 12345678", "a digit is missing"),
    ])
    .sources(&["U.S. Department of State: Next Generation U.S. Passport", "ICAO Doc 9303, part 4: document number"]);

fn check(characters: &[u8]) -> Verdict {
    let digits = match characters {
        [letter, digits @ ..] if letter.is_ascii_alphabetic() => digits,
        digits => digits,
    };
    if is_monotone(digits) { Verdict::Invalid } else { Verdict::Unknown }
}
