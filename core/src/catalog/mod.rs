//! The built-in definitions: one entry, one entity type, constant data.
//!
//! A shelf is a folder; its `mod.rs` lists its entries, one word a line. Adding a type is one file and one word; types
//! that are much alike are rows of one file, a family: there it is one row and one word.

pub(crate) mod called;
pub(crate) mod card_words;
pub(crate) mod chain;
pub(crate) mod entry;
pub(crate) mod info;
pub(crate) mod land;
mod notes;
pub(crate) mod prelude;
pub(crate) mod reference;
pub(crate) mod shape;
pub(crate) mod talk_words;
pub(crate) mod template;

mod account;
mod benign;
mod business;
mod contact;
mod device;
mod financial;
mod government_id;
mod health;
mod location;
mod network;
mod person;
mod secret;
mod special;
mod vehicle;

pub(crate) use contact::at_home;
use entry::Entry;

/// Declares the modules of a shelf and lists their entries, so that there is nothing to forget.
macro_rules! entries {
    ($($name:ident),+ $(,)?) => {
        $(mod $name;)+
        pub(super) static SHELF: &[&super::entry::Entry] = &[$(&$name::ENTRY),+];
    };
}
use entries;

/// Lists the entries of a family: types so much alike that each is a row of one file. A row that is not listed does not
/// compile (it is never used).
macro_rules! rows {
    ($($row:ident),+ $(,)?) => {
        pub(in crate::catalog) static ROWS: &[&crate::catalog::entry::Entry] = &[$(&$row),+];
    };
}
use rows;

/// Declares the modules of a shelf's families.
macro_rules! families {
    ($($name:ident),+ $(,)?) => {
        $(mod $name;)+
        pub(super) static FAMILIES: &[&[&super::entry::Entry]] = &[$($name::ROWS),+];
    };
}
use families;

/// The version of the built-in definitions: a new type, or a change that may alter an existing output, changes it.
pub const CATALOG_VERSION: &str = "2026.11.3";

/// The shelves in catalogue order, the last word where all else is equal.
static SHELVES: &[&[&[&Entry]]] = &[
    &[contact::SHELF],
    &[person::SHELF],
    &[location::SHELF],
    &[financial::SHELF],
    financial::FAMILIES,
    &[secret::SHELF],
    &[government_id::SHELF],
    government_id::FAMILIES,
    &[health::SHELF],
    health::FAMILIES,
    &[special::SHELF],
    &[network::SHELF],
    &[account::SHELF],
    account::FAMILIES,
    &[business::SHELF],
    &[device::SHELF],
    device::FAMILIES,
    &[vehicle::SHELF],
    &[benign::SHELF],
];

/// How many entries there are.
#[expect(
    clippy::indexing_slicing,
    reason = "computed when compiling; out of bounds would be a compile error"
)]
pub(crate) const COUNT: usize = {
    let (mut count, mut shelf) = (0, 0);
    while shelf < SHELVES.len() {
        let mut family = 0;
        while family < SHELVES[shelf].len() {
            count += SHELVES[shelf][family].len();
            family += 1;
        }
        shelf += 1;
    }
    count
};

/// What the check of a built-in type says of a value's letters (in capitals) and digits; `None` for a type without one.
pub(crate) fn verdict(entity: &str, characters: &[u8]) -> Option<crate::finding::Verdict> {
    let entry = CATALOG.iter().find(|entry| entry.id == entity)?;
    entry.check.map(|check| check(characters))
}

/// All entries, in catalogue order. An entry's place in here is its number in the scanner's tables.
#[expect(
    clippy::indexing_slicing,
    reason = "computed when compiling; out of bounds would be a compile error"
)]
pub(crate) static CATALOG: [&Entry; COUNT] = {
    let mut all = [SHELVES[0][0][0]; COUNT];
    let (mut n, mut shelf) = (0, 0);
    while shelf < SHELVES.len() {
        let mut family = 0;
        while family < SHELVES[shelf].len() {
            let mut i = 0;
            while i < SHELVES[shelf][family].len() {
                all[n] = SHELVES[shelf][family][i];
                n += 1;
                i += 1;
            }
            family += 1;
        }
        shelf += 1;
    }
    all
};

#[cfg(test)]
mod twin;
