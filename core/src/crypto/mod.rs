//! Keys, tags and randomness, on published primitives only.
//!
//! Comes in: names, numbers, keys, canonical values. Goes out: tags and hashes, or that there is no randomness.

mod derive;
mod ff1;
mod hash;
mod mac;
mod random;
mod tag;
mod wrap;

pub(crate) use derive::{Purpose, ROOT, Scope, derive};
pub(crate) use ff1::{FF1_LEAST, FF1_MOST, ff1_decrypt, ff1_encrypt};
pub(crate) use hash::HashKey;
pub(crate) use mac::{digest, equal, mac};
pub(crate) use random::fill;
pub(crate) use tag::{Key, TAG, TAG_ALPHABET, Tag, same};
pub(crate) use wrap::{WRAPPED, unwrap, wrap};
