//! What is harmless of numbers of cards and bank accounts.
use super::shown::{count, last, most, starred};
use crate::transform::place::Place;

/// The last four digits of a card; wide, the first six as well, if four between them are starred.
pub(super) fn card(value: &str, wide: bool, out: &mut String) -> Option<()> {
    if wide && count(value) >= 14 {
        return starred(value, |at, n| at < 6 || at + 4 >= n, out);
    }
    last(value, 4, out)
}

/// Whether four digits stand behind stars: they are what an earlier run has left of a card. Alone they say all there is.
pub(super) fn is_left_of_card(place: &Place<'_>) -> bool {
    place.before().trim_end_matches([' ', '-', '.']).ends_with('*') || place.value().starts_with('*')
}

/// Where the country's bank code stands, behind country and check digits: its length, or where it starts and its length.
///
/// # Sources
/// SWIFT IBAN registry: position of the bank identifier within the BBAN.
#[rustfmt::skip]
const BANKS: &[(&str, usize, usize)] = &[
    ("AD", 0, 4), ("AE", 0, 3), ("AT", 0, 5), ("BE", 0, 3), ("BG", 0, 4), ("BR", 0, 8), ("CH", 0, 5), ("CY", 0, 3),
    ("CZ", 0, 4), ("DE", 0, 8), ("DK", 0, 4), ("EE", 0, 2), ("ES", 0, 4), ("FI", 0, 3), ("FR", 0, 5), ("GB", 0, 4),
    ("GI", 0, 4), ("GR", 0, 3), ("HR", 0, 7), ("HU", 0, 3), ("IE", 0, 4), ("IL", 0, 3), ("IS", 0, 2), ("IT", 1, 5),
    ("LI", 0, 5), ("LT", 0, 5), ("LU", 0, 3), ("LV", 0, 4), ("MC", 0, 5), ("MT", 0, 4), ("NL", 0, 4), ("NO", 0, 4),
    ("PL", 0, 8), ("PT", 0, 4), ("RO", 0, 4), ("SA", 0, 2), ("SE", 0, 3), ("SI", 0, 2), ("SK", 0, 4), ("SM", 1, 5),
    ("TR", 0, 5),
];

/// The country and the last four; wide, the bank code as well, if half of the number is starred.
pub(super) fn iban(value: &str, wide: bool, out: &mut String) -> Option<()> {
    let n = count(value);
    if n < 15 {
        return last(value, 4, out);
    }
    let country: String = value.chars().filter(|c| c.is_alphanumeric()).take(2).collect();
    let bank = BANKS.iter().find(|(code, ..)| country.eq_ignore_ascii_case(code));
    let bank = bank.map(|(_, start, length)| (4 + start, 4 + start + length));
    let bank = bank.filter(|(start, end)| wide && 6 + end - start <= most(n));
    starred(
        value,
        |at, n| at < 2 || at + 4 >= n || bank.is_some_and(|(start, end)| (start..end).contains(&at)),
        out,
    )
}
