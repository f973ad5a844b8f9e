//! Tokens: stand-ins that are known for ours in any text, and mostly open again.
//!
//! Comes in: values, texts and keys. Goes out: tokens; places in a text that read like one, and whose they are; values
//! again. What is to become a token, and where, is said above.
mod codec;
mod find;
mod kept;
mod make;
mod recognize;
mod ring;
mod seal;
mod skip;
mod subject_keys;

pub use codec::TokenKind;
pub(crate) use codec::{Flags, Token};
pub(crate) use find::{Found, find, find_from};
pub(crate) use kept::{Keep, keep, open_kept};
pub(crate) use make::{NO_KEYS, Spelled, Whose, deterministic, hash, open, random};
pub use recognize::TokenState;
pub(crate) use ring::Ring;
pub(crate) use skip::{Tokens, skip};
pub use subject_keys::{KeptValue, SubjectKeys};
