//! Sums of money: a number with a currency sign or code at its side.
use crate::catalog::prelude::*;
use crate::text::words::{is_any, next_word, previous_word, skip_spaces, skip_spaces_back};

pub(super) static ENTRY: Entry = Entry::new("AMOUNT")
    .title("Sum of money")
    .category(Category::Benign)
    .sensitivity(Sensitivity::Low)
    .score(60)
    .anchors(&[(Anchor::Rival, beside_currency)])
    .finds(&["paid EUR <<4111111111111111>> in all", "<<4539148803436467>> € in total", "sum: $ <<4539148803436467>>"])
    .skips(&[
        ("4539148803436467", "no currency beside it"),
        ("card 4111 1111 1111 1111", "a card in its grouping"),
        ("12 dollars", "too short to be mistaken for data"),
    ])
    .sources(&["ISO 4217 currency codes and the signs in use"]);

const CODES: [&str; 14] =
    ["usd", "eur", "gbp", "chf", "cad", "aud", "jpy", "inr", "sek", "nok", "dkk", "pln", "euro", "euros"];

/// A candidate of digits and separators whose neighbour is a currency.
fn beside_currency(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if v.slice(probe.at, probe.end).iter().any(|b| !(b.is_ascii_digit() || matches!(b, b'.' | b' ' | b'-' | b'/'))) {
        return None;
    }
    let sign = |c: Option<char>| matches!(c, Some('$' | '€' | '£' | '¥' | '₹'));
    let left = skip_spaces_back(v, probe.at, 2);
    let right = skip_spaces(v, probe.end, 2);
    let cents = v.at(probe.end) == b',' && v.at(probe.end + 1).is_ascii_digit();
    let money = sign(v.char_before(left))
        || sign(v.char_at(right))
        || is_any(previous_word(v, probe.at).1, &CODES)
        || is_any(next_word(v, probe.end).1, &CODES)
        || cents && v.at(probe.end + 3) == b' ' && sign(v.char_at(probe.end + 4));
    money.then(|| Found::new(probe.at, probe.end).cued())
}
