//! Pure functions on text: views, words, dates, units of offsets.
//!
//! Comes in: bytes of UTF-8. Goes out: places, and answers about them. Knows nothing of entity types.

mod bridge;
pub(crate) mod byte_set;
pub(crate) mod date;
pub(crate) mod hashed;
pub(crate) mod month;
pub(crate) mod phrase;
pub(crate) mod plain;
pub(crate) mod sixteen;
pub(crate) mod units;
pub(crate) mod view;
pub(crate) mod word_set;
pub(crate) mod words;
