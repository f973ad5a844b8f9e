//! Chinese resident identity number.
//!
//! Eighteen characters: six digits for the place, the date of birth, three digits, a check character.
//!
//! # Check
//! ISO 7064 MOD 11-2. The first two digits name a province, the date exists.
use crate::catalog::prelude::*;
use crate::check::digits::{is_day, number};
use crate::check::iso7064;

pub(super) static ENTRY: Entry = Entry::new("CN_RESIDENT_ID")
    .title("Chinese resident identity number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("999999~99999999~999[0-9X]")
    .check(check)
    .specimen(|c| matches!(c, b"11010519491231002X" | b"440524188001010014"))
    .score(65)
    .context(&[
        "身份证", "身份证号", "身份证号码", "身份证号是", "身份证号码是", "公民身份号码", "居民身份证", "身份证是", "shenfenzheng",
    ])
    .finds(&["11010519491231002X", "440524188001010014", "身份证号：<<110105 19491231 002X>>", "我的身份证号是<<11010519491231002x>>，谢谢"])
    .skips(&[
        ("110105194912310021", "wrong check character"),
        ("11010519491331002X", "there is no month 13"),
        ("99010519491231002X", "no such province"),
        ("order 440524188001010014", "an order"),
    ])
    .sources(&["GB 11643-1999: Citizen identification number", "GB/T 2260: codes of administrative divisions"]);

fn check(characters: &[u8]) -> Verdict {
    Verdict::from_check(is_valid(characters).unwrap_or(false))
}

fn is_valid(characters: &[u8]) -> Option<bool> {
    let part = |from: usize, to: usize| number(characters.get(from..to)?);
    let province = matches!(part(0, 2)?, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83 | 91);
    let (year, month, day) = (part(6, 10)?, part(10, 12)?, part(12, 14)?);
    let born = (1800..2100).contains(&year) && is_day(year, month, day);
    Some(province && born && iso7064::is_valid_11_2(characters))
}
