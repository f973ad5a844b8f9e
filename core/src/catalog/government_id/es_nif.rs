//! Spanish tax number of a person (NIF): the number of the identity card (DNI) with its letter.
//!
//! Eight digits and a letter. People without a card have K, L or M, seven digits and a letter. Foreign residents have
//! an NIE, which is a type of its own.
//!
//! # Check
//! The digits modulo 23 say the letter.
use crate::catalog::prelude::*;
use crate::check::digits::number;
use crate::check::mod23;

pub(super) static ENTRY: Entry = Entry::new("ES_NIF")
    .title("Spanish tax and identity card number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("99999999A|99999999-A|99.999.999-A|99.999.999A|99999999 A?|[KLM]9999999A")
    .check(check)
    .specimen(|c| matches!(c, b"12345678Z" | b"99999999R" | b"00000000T"))
    .score(55)
    .context(&["dni", "nif", "dnis", "identidad"])
    .finds(&["12345678Z", "99999999-R", "DNI <<12.345.678-Z>>", "mi dni es <<12345678 z>>", "nif: <<K1234567L>>"])
    .skips(&[
        ("12345678A", "wrong letter"),
        ("12345678-Y", "wrong letter"),
        ("call 12345678 Z", "a number and a letter that nobody calls a DNI"),
        ("pedido 12345678Z9", "goes on"),
    ])
    .sources(&[
        "Real Decreto 1553/2005: the national identity document and its letter",
        "Real Decreto 1065/2007, articles 18 to 20: composition of the NIF",
    ]);

fn check(characters: &[u8]) -> Verdict {
    let (letter, digits) = match characters {
        [b'K' | b'L' | b'M', digits @ .., letter] | [digits @ .., letter] => (letter, digits),
        _ => return Verdict::Invalid,
    };
    Verdict::from_check(number(digits).is_some_and(|n| mod23::letter(n) == *letter))
}
