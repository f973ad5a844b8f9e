//! The built-in definitions: one entry, one entity type, constant data.
//!
//! A shelf is a folder; its `mod.rs` lists its entries, one word a line. Adding a type is one file and one word.

pub(crate) mod card_words;
pub(crate) mod entry;
mod financial;
mod person;
pub(crate) mod prelude;
mod secret;

/// Declares the modules of a shelf and lists their entries, so that there is nothing to forget.
macro_rules! entries {
    ($($name:ident),+ $(,)?) => {
        $(mod $name;)+
        pub(crate) static SHELF: &[&super::entry::Entry] = &[$(&$name::ENTRY),+];
    };
}
pub(crate) use entries;
