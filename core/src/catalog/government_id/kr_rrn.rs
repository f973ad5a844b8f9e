//! Korean resident registration number (RRN), and the registration number of foreigners.
//!
//! Date of birth, a dash, a digit for sex and century, six more digits. Bare ones count only near a word.
//!
//! # Check
//! The date exists in the century that the seventh digit says. The old check digit (weights 2 to 9 and 2 to 5, modulo 11)
//! only raises the score: numbers given since October 2020 have none.
use crate::catalog::prelude::*;
use crate::check::digits::{is_day, pairs};
use crate::check::weighted::{is_digit, lack_11};

pub(super) static ENTRY: Entry = Entry::new("KR_RRN")
    .title("Korean resident registration number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("999999-9999999|9999999999999?")
    .check(check)
    .score(45)
    .context(&[
        "주민등록번호", "주민등록번호는", "주민등록번호：", "주민번호", "주민번호는", "외국인등록번호", "rrn", "jumin",
    ])
    .finds(&[
        "900101-1234568",
        "주민등록번호: <<9001011234568>>",
        "제 주민번호는 <<900101-1234567>>입니다",
        "my rrn is <<201231-3456789>>",
        "외국인등록번호 <<900101-5234561>>",
    ])
    .skips(&[
        ("900101-1234567", "a number of this form that nobody calls so, without the old check digit"),
        ("rrn 901301-123456", "a digit is missing"),
        ("901301-1234568", "there is no month 13"),
        ("9001011234568", "thirteen bare digits that nobody calls a registration number"),
    ])
    .sources(&[
        "Resident Registration Act, enforcement rules, article 2",
        "Ministry of the Interior and Safety (2020): the last six digits are random from October 2020 on",
    ]);

fn check(digits: &[u8]) -> Verdict {
    let Some([year, month, day]) = pairs(digits) else { return Verdict::Invalid };
    let (century, foreign) = match digits.get(6) {
        Some(b'1' | b'2') => (1900, false),
        Some(b'3' | b'4') => (2000, false),
        Some(b'5' | b'6') => (1900, true),
        Some(b'7' | b'8') => (2000, true),
        Some(b'9' | b'0') => (1800, false),
        _ => return Verdict::Invalid,
    };
    if !is_day(century + year, month, day) {
        return Verdict::Invalid;
    }
    let lack = lack_11(digits, &[2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]);
    let held = is_digit(digits.last(), (lack + if foreign { 2 } else { 0 }) % 10);
    if held { Verdict::Valid } else { Verdict::Unknown }
}
