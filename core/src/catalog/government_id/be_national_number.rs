//! Belgian national number (rijksregisternummer, numéro de registre national), and the BIS number of people who are
//! not in the register.
//!
//! Eleven digits: date of birth, serial number, check digits; usually `YY.MM.DD-SSS.CC`, but any grouping will do. In BIS numbers 20 or 40 is
//! added to the month. A month or day of 00 stands for one that is not known.
//!
//! # Check
//! The first nine digits modulo 97, taken from 97; for births since 2000 a 2 is put before them.
use crate::catalog::prelude::*;
use crate::check::digits::{is_day, number, pairs};

pub(super) static ENTRY: Entry = Entry::new("BE_NATIONAL_NUMBER")
    .title("Belgian national number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("99.99.99-999.99|*99999999999")
    .check(check)
    .specimen(|d| d == b"85073003328")
    .score(60)
    .context(&[
        "rijksregisternummer", "rijksregister", "rijksregisternr", "insz", "niss", "nrn", "nationalregisternummer",
    ])
    .finds(&["85.07.30-033.28", "85073003328", "rijksregisternummer <<17.07.30-033.84>>", "niss <<85.27.30-033.71>>"])
    .skips(&[
        ("85.07.30-033.29", "wrong check digits"),
        ("85.13.30-033.84", "there is no month 13"),
        ("order 85073003328", "an order"),
        ("85.07.30", "a date"),
        ("national delivery 85.07.30-033.29", "wrong check digits"),
    ])
    .sources(&[
        "Royal decree of 3 April 1984 on the composition of the identification number of the national register",
        "Royal decree of 8 February 1991 on the number of persons outside the register (BIS)",
    ]);

fn check(digits: &[u8]) -> Verdict {
    Verdict::from_check(is_valid(digits).unwrap_or(false))
}

fn is_valid(digits: &[u8]) -> Option<bool> {
    let (first_nine, key) = (number(digits.get(..9)?)?, number(digits.get(9..)?)?);
    let fits = |n: u32| key == 97 - n % 97;
    let (old, young) = (fits(first_nine), fits(2_000_000_000 + first_nine));
    if !old && !young {
        return Some(false);
    }
    let [year, month, day] = pairs(digits)?;
    let month = match month {
        0..=12 | 20..=32 | 40..=52 => month % 20,
        _ => return Some(false),
    };
    let is_born = |century: u32| match (month, day) {
        (0, 0..=31) => true,
        (_, 0) => true,
        _ => is_day(century + year, month, day),
    };
    Some(old && is_born(1900) || young && is_born(2000))
}
