//! Which country a value speaks of: a telephone number with `+49`, an IBAN of Germany, a German tax number, an address.
//!
//! Comes in: what was found, and the text around it. Goes out: an ISO 3166 code, where there is one.
use super::entry::Entry;
use super::{CATALOG, COUNT, contact, location};
use crate::text::view::View;
use crate::text::word_set::equal;

/// How a type tells a country.
#[derive(Clone, Copy)]
enum Tells {
    Nothing,
    /// It is of one country.
    Itself([u8; 2]),
    /// By the code behind its `+`.
    Dialled,
    /// By its first two letters.
    Begins,
    /// By its fifth and sixth.
    Bank,
    Address,
    PostalCode,
}

static TELLS: [Tells; COUNT] = {
    let (mut tells, mut n) = ([Tells::Nothing; COUNT], 0);
    while n < COUNT {
        #[expect(clippy::indexing_slicing, reason = "n is below COUNT; computed when compiling")]
        {
            tells[n] = told_by(CATALOG[n]);
        }
        n += 1;
    }
    tells
};

const fn told_by(entry: &Entry) -> Tells {
    let id = entry.id;
    if equal(id, "PHONE_NUMBER") {
        return Tells::Dialled;
    }
    if equal(id, "IBAN_CODE") || equal(id, "VAT_NUMBER") {
        return Tells::Begins;
    }
    if equal(id, "SWIFT_CODE") {
        return Tells::Bank;
    }
    if equal(id, "STREET_ADDRESS") {
        return Tells::Address;
    }
    if equal(id, "POSTAL_CODE") {
        return Tells::PostalCode;
    }
    match id.as_bytes() {
        [b'U', b'K', b'_', ..] => Tells::Itself(*b"GB"),
        [b'E', b'U', b'_', ..] | [b'I', b'P', b'_', ..] => Tells::Nothing,
        [a, b, b'_', ..] => Tells::Itself([*a, *b]),
        _ => Tells::Nothing,
    }
}

/// The country that the value of entry `n` at `start..end` speaks of.
#[inline]
pub(crate) fn land(n: u16, v: View<'_>, start: usize, end: usize) -> Option<[u8; 2]> {
    let letters = |at: usize| match v.slice(start + at, start + at + 2) {
        [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
            let land = [a.to_ascii_uppercase(), b.to_ascii_uppercase()];
            Some(if land == *b"EL" { *b"GR" } else { land })
        }
        _ => None,
    };
    match TELLS.get(usize::from(n))? {
        Tells::Nothing => None,
        Tells::Itself(land) => Some(*land),
        Tells::Dialled => contact::land_of(v.slice(start, end)),
        Tells::Begins => letters(0),
        Tells::Bank => letters(4),
        Tells::Address => location::land_of_address(v, start, end),
        Tells::PostalCode => location::land_of_code(v, start, end),
    }
}

/// The same by a type's name, for values that are remembered.
pub(crate) fn land_of(entity: &str, text: &str, start: usize, end: usize) -> Option<[u8; 2]> {
    let n = CATALOG.iter().position(|entry| entry.id == entity)?;
    land(u16::try_from(n).ok()?, View::new(text), start, end)
}
