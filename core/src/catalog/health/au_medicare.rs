//! Australian Medicare card number.
//!
//! Eight digits, a check digit, the issue of the card: `2123 45670 1`. The place of a person on the card may follow:
//! `2123 45670 1-1`. Bare ones count only near a word.
//!
//! # Check
//! Weights 1 3 7 9 over and over, sum modulo 10 is the ninth digit. The first digit is 2 to 6, issue and place are not 0.
use crate::catalog::prelude::*;
use crate::check::weighted::{is_digit, sum};

pub(super) static ENTRY: Entry = Entry::new("AU_MEDICARE")
    .title("Australian Medicare card number")
    .category(Category::Health)
    .sensitivity(Sensitivity::High)
    .shape("[2-6]999 99999 9|[2-6]999-99999-9|[2-6]999 99999 9~9|9999999999?|99999999999?")
    .check(check)
    .specimen(|d| d.starts_with(b"2123456701"))
    .score(55)
    .context(&["medicare", "irn"])
    .finds(&["2123 45670 1", "medicare <<2123456701>>", "medicare card <<2123 45670 1-1>>", "Medicare: <<2123 45671 1>>"])
    .skips(&[
        ("2123 45671 1", "wrong check digit"),
        ("7123 45670 1", "does not begin with 2 to 6"),
        ("2123456701", "ten bare digits that nobody calls a Medicare number"),
        ("order 2123456701", "an order"),
    ])
    .sources(&["Services Australia: Medicare card", "Australian Institute of Health and Welfare, METEOR: Medicare card number"]);

fn check(digits: &[u8]) -> Verdict {
    let begins = matches!(digits.first(), Some(b'2'..=b'6'));
    let ends = digits.get(9..).is_some_and(|rest| !rest.contains(&b'0'));
    let held = is_digit(digits.get(8), sum(digits, &[1, 3, 7, 9, 1, 3, 7, 9]) % 10);
    Verdict::from_check(begins && ends && held)
}
