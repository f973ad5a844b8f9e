//! Japanese individual number (My Number).
//!
//! Twelve digits, printed 4-4-4. Parcels look the same, so it counts only near a word.
//!
//! # Check
//! Weights 6 5 4 3 2 7 6 5 4 3 2; what the sum lacks to a multiple of 11, 10 and 11 written 0.
use crate::catalog::prelude::*;
use crate::check::digits::is_monotone;
use crate::check::weighted::{digit_11, is_digit};

pub(super) static ENTRY: Entry = Entry::new("JP_MY_NUMBER")
    .title("Japanese individual number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("999999999999?|9999 9999 9999?|9999-9999-9999?")
    .check(check)
    .specimen(|d| d == b"123456789018")
    .score(60)
    .context(&[
        "マイナンバー", "マイナンバーは", "マイナンバー：", "マイナンバーカード", "個人番号", "個人番号は", "個人番号：", "個人番号カード", "mynumber",
    ])
    .finds(&[
        "マイナンバー: <<1234 5678 9018>>",
        "個人番号は<<123456789018>>です",
        "mynumber <<1234-5678-9018>>",
        "マイナンバー <<1234 5678 9019>>",
    ])
    .skips(&[
        ("1234 5678 9018", "three groups of four that nobody calls an individual number"),
        ("tracking 123456789018", "a parcel"),
        ("マイナンバー 12345678901", "a digit is missing"),
    ])
    .sources(&["Ministry of Internal Affairs and Communications, ordinance 85 of 2014, article 5: check digit of the individual number"]);

fn check(digits: &[u8]) -> Verdict {
    let held = is_digit(digits.last(), digit_11(digits, &[6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
    Verdict::from_check(held && !is_monotone(digits))
}
