//! UK National Health Service number.
//!
//! Ten digits, printed 3-3-4 with spaces. Telephone numbers look the same, so it counts only near a word.
//!
//! # Check
//! Weights 10 to 2; what the sum lacks to a multiple of 11 is the last digit, 11 written 0; 10 is never given. Numbers
//! that begin with 999 are kept for tests.
use crate::catalog::prelude::*;
use crate::check::digits::is_monotone;
use crate::check::weighted::{is_digit, lack_11};

pub(super) static ENTRY: Entry = Entry::new("UK_NHS")
    .title("UK National Health Service number")
    .category(Category::Health)
    .sensitivity(Sensitivity::High)
    .shape("999 999 9999?|9999999999?|999-999-9999?")
    .check(check)
    .specimen(|d| d.starts_with(b"999") || d == b"9434765919")
    .score(60)
    .context(&["nhs", "nhsnumber"])
    .finds(&["NHS number <<943 476 5919>>", "nhs no: <<9434765919>>", "my NHS is <<943-476-5919>>", "nhs number <<9434765918>>"])
    .skips(&[
        ("943 476 5919", "a number that nobody calls an NHS number"),
        ("9434765919", "ten bare digits that nobody calls an NHS number"),
        ("nhs 943476591", "a digit is missing"),
        ("invoice 9434765919", "an invoice"),
    ])
    .sources(&["NHS Data Model and Dictionary: NHS NUMBER, check digit (Modulus 11)"]);

fn check(digits: &[u8]) -> Verdict {
    let digit = match lack_11(digits, &[10, 9, 8, 7, 6, 5, 4, 3, 2]) {
        11 => 0,
        lack => lack,
    };
    Verdict::from_check(is_digit(digits.last(), digit) && !is_monotone(digits))
}
