//! Swedish personal identity number (personnummer) and coordination number (samordningsnummer).
//!
//! Date of birth, a dash, three digits and a check digit: `811228-9874`; also with four digits for the year. In
//! coordination numbers 60 is added to the day. Bare ones and those with four digits for the year look like times and
//! order numbers, and count only near a word.
//!
//! # Check
//! Luhn over the last ten digits. The date exists.
use crate::catalog::prelude::*;
use crate::check::digits::{is_day, is_day_of_either, number, pairs};
use crate::check::luhn;

pub(super) static ENTRY: Entry = Entry::new("SE_PERSONNUMMER")
    .title("Swedish personal identity number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("999999-9999|99999999-9999?|9999999999?|999999999999?")
    .check(check)
    .specimen(|d| d.ends_with(b"8112289874") || d.ends_with(b"6408233234"))
    .score(55)
    .context(&["personnummer", "personnumret", "personnr", "samordningsnummer", "födelsenummer", "pnummer"])
    .finds(&[
        "811228-9874",
        "mitt personnummer är <<19811228-9874>>",
        "personnr <<6408233234>>",
        "samordningsnummer: <<701063-2391>>",
        "personnummer <<811228-9873>>",
    ])
    .skips(&[
        ("811228-9873", "wrong check digit"),
        ("811328-9872", "there is no month 13"),
        ("20231123-1405", "a day and a time"),
        ("8112289874", "ten bare digits that nobody calls a personal number"),
        ("order 6408233234", "an order"),
    ])
    .sources(&["Skatteverket SKV 704: personnummer", "Skatteverket SKV 707: samordningsnummer"]);

fn check(digits: &[u8]) -> Verdict {
    Verdict::from_check(is_valid(digits).unwrap_or(false))
}

fn is_valid(digits: &[u8]) -> Option<bool> {
    let ten = digits.get(digits.len().saturating_sub(10)..)?;
    let [year, month, day] = pairs(ten)?;
    let day = if day > 60 { day - 60 } else { day };
    let born = if digits.len() > 10 {
        let whole = number(digits.get(..4)?)?;
        (1800..2100).contains(&whole) && is_day(whole, month, day)
    } else {
        is_day_of_either(year, month, day)
    };
    Some(born && luhn::is_valid(ten))
}
