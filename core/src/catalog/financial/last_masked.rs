//! Last digits behind a mask that somebody else has made: `xxxx-4417`, `•••• 4417`, `Visa **** 4417`.
//!
//! No gate of the scan opens at `*` or `#`, so those are looked for behind the names of cards. Stars as many as a card
//! number has digits are left alone: our own masks look like that, and what was masked once is not masked again.
use super::card_last_four::four;
use crate::catalog::prelude::*;
use crate::text::view::View;

/// Masks that are words for the scan, in the lengths cards are written with.
#[rustfmt::skip]
pub(super) static MASKS: &[&str] = &[
    "xxxx", "xxxxxxxx", "xxxxxxxxxxx", "xxxxxxxxxxxx", "••", "•••", "••••", "••••••••", "••••••••••••",
];

/// Names of cards, and verbs for how they end.
#[rustfmt::skip]
pub(super) static BRANDS: &[&str] = &[
    "card", "visa", "mastercard", "amex", "maestro", "discover", "debit", "credit", "ending", "tarjeta", "karte",
    "carte", "kreditkarte", "cartão", "carta", "kaart",
];

/// The four digits behind a mask that ends at `end`.
pub(super) fn behind_mask(v: View<'_>, end: usize) -> Option<(usize, usize)> {
    let start = if matches!(v.at(end), b' ' | b'-') { end + 1 } else { end };
    Some((start, four(v, start)?))
}

/// One group of two to four stars soon behind the name of a card, and four digits.
pub(super) fn behind_brand(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    // Called for every card that is spoken of: hardly any has a mask behind it.
    let between = v.slice(probe.end, probe.end + 16);
    let at = probe.end + between.iter().position(|b| matches!(b, b'*' | b'#'))?;
    let words =
        v.slice(probe.end, at).iter().all(|b| b.is_ascii_alphabetic() || matches!(b, b' ' | b':' | b'('));
    let sign = v.at(at);
    let length = (0..8).find(|&n| v.at(at + n) != sign)?;
    if !words || !(2..=4).contains(&length) {
        return None;
    }
    let (start, end) = behind_mask(v, at + length)?;
    Some(Found::new(start, end).cued())
}
