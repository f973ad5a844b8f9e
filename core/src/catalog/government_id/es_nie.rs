//! Spanish identity number of foreigners (NIE).
//!
//! X, Y or Z, seven digits, a letter.
//!
//! # Check
//! X, Y and Z count as 0, 1 and 2 before the digits; the number modulo 23 says the letter.
use crate::catalog::prelude::*;
use crate::check::digits::number;
use crate::check::mod23;

pub(super) static ENTRY: Entry = Entry::new("ES_NIE")
    .title("Spanish identity number of foreigners")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("[X-Z]~9999999~A|[X-Z]9999999-A")
    .check(check)
    .specimen(|c| matches!(c, b"X1234567L" | b"X0000000T"))
    .score(60)
    .context(&["nie", "extranjero", "extranjera", "extranjería", "tie"])
    .finds(&["X1234567L", "X-1234567-L", "mi nie es <<y1234567x>>", "Z1234567-R", "NIE <<X1234567M>>"])
    .skips(&[
        ("X1234567M", "wrong letter"),
        ("W1234567L", "does not begin with X, Y or Z"),
        ("X123456L", "a digit is missing"),
        ("part X1234567L2", "goes on"),
    ])
    .sources(&["Real Decreto 557/2011, article 206: the identity number of foreigners", "Orden INT/2058/2008: numbers from Y on"]);

fn check(characters: &[u8]) -> Verdict {
    let [first @ b'X'..=b'Z', digits @ .., letter] = characters else { return Verdict::Invalid };
    let prefix = u32::from(first - b'X') * 10_000_000;
    Verdict::from_check(digits.len() == 7 && number(digits).is_some_and(|n| mod23::letter(prefix + n) == *letter))
}
