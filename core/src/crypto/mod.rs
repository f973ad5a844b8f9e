//! Keys, tags and randomness, on published primitives only.
//!
//! Comes in: names, numbers, keys, canonical values. Goes out: tags and hashes, or that there is no randomness.

mod derive;
mod hash;
mod random;
mod tag;

pub(crate) use derive::{Purpose, ROOT, Scope, derive};
pub(crate) use hash::HashKey;
pub(crate) use random::fill;
pub(crate) use tag::{Key, TAG, TAG_ALPHABET, Tag, same};
