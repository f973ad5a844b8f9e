//! Polish personal number (PESEL).
//!
//! Eleven digits: date of birth, serial number, sex, check digit. To the month 20, 40, 60 or 80 is added for the
//! centuries from 2000, 2100, 2200 and 1800 on. It counts only near a word.
//!
//! # Check
//! Weights 1 3 7 9 over and over, sum modulo 10 gives 0. The date exists.
use crate::catalog::prelude::*;
use crate::check::digits::{is_day, pairs};
use crate::check::weighted;

pub(super) static ENTRY: Entry = Entry::new("PL_PESEL")
    .title("Polish personal number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("99999999999?")
    .check(check)
    .specimen(|d| matches!(d, b"44051401359" | b"02070803628"))
    .score(65)
    .context(&["pesel", "peselu", "peselem", "ewidencyjny"])
    .finds(&["PESEL: <<44051401359>>", "mój pesel to <<02070803628>>", "pesel <<44051401358>>"])
    .skips(&[
        ("44051401359", "eleven bare digits that nobody calls a PESEL"),
        ("zamówienie 44051401359", "an order"),
        ("pesel 4405140135", "a digit is missing"),
    ])
    .sources(&["Act of 24 September 2010 on population registration, article 15", "Ministry of Digital Affairs: What is the PESEL number"]);

fn check(digits: &[u8]) -> Verdict {
    let Some([year, month, day]) = pairs(digits) else { return Verdict::Invalid };
    let century = match month / 20 {
        4 => 1800,
        later => 1900 + later * 100,
    };
    let held = weighted::sum(digits, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]).is_multiple_of(10);
    Verdict::from_check(held && is_day(century + year, month % 20, day))
}
