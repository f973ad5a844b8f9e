//! Brazilian taxpayer number of a person (CPF).
//!
//! Eleven digits, written `999.999.999-99`. Bare ones count only near a word.
//!
//! # Check
//! Two check digits: weights 10 to 2 over nine digits, 11 to 2 over ten; what the sum lacks to a multiple of 11, 10 and
//! 11 written 0. One digit eleven times passes and is never given.
use crate::catalog::prelude::*;
use crate::check::digits::is_monotone;
use crate::check::weighted::{digit_11, is_digit};

pub(super) static ENTRY: Entry = Entry::new("BR_CPF")
    .title("Brazilian taxpayer number of a person")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("999.999.999-99|999999999-99?|999~999~999~99?")
    .check(check)
    .specimen(|d| matches!(d, b"11144477735" | b"12345678909"))
    .score(65)
    .context(&["cpf", "cpfs", "contribuinte"])
    .finds(&["111.444.777-35", "meu cpf é <<39053344705>>", "CPF: <<123456789-09>>", "cpf <<111.444.777-36>>"])
    .skips(&[
        ("111.444.777-36", "wrong check digits"),
        ("111.111.111-11", "one digit over and over"),
        ("39053344705", "eleven bare digits that nobody calls a CPF"),
        ("pedido 39053344705", "an order"),
    ])
    .sources(&["Receita Federal do Brasil: cadastro de pessoas físicas, check digits"]);

fn check(digits: &[u8]) -> Verdict {
    let first = digit_11(digits, &[10, 9, 8, 7, 6, 5, 4, 3, 2]);
    let second = digit_11(digits, &[11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    let held = is_digit(digits.get(9), first) && is_digit(digits.get(10), second);
    Verdict::from_check(held && !is_monotone(digits))
}
