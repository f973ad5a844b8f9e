//! One test binary: each extra one would link the world again.
mod catalogue;
mod conversation;
mod errors;
mod evasion;
mod floors;
mod generated;
mod hard_negatives;
mod html;
mod keyset;
mod law;
mod laws;
#[cfg(feature = "names")]
mod names;
mod operators;
mod places;
mod policy;
mod recognizers;
mod sealed;
mod sentences;
mod session;
mod stream;
mod tokens;
mod vectors;
mod wycheproof_sets;
