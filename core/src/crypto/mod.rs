//! Keys, tags and randomness, on published primitives only.
//!
//! Comes in: names, numbers, bytes. Goes out: tags, or that there is no randomness. Nothing here sees a text.

mod random;
mod tag;

pub(crate) use tag::{Key, TAG, TAG_ALPHABET, Tag, same};
