//! The built-in definitions: one entry, one entity type, constant data.
pub(crate) mod entry;
pub(crate) mod prelude;
