//! Trains the name model of Wimple: labelled messages come in, weights and lexicon go out.
//!
//! Tokens, features and labels are those of the library itself (`wimple::training`), so that what is trained is what is
//! run. One thread, a fixed order and arithmetic that is exact everywhere: one seed gives the same bytes on every machine.
#![allow(clippy::indexing_slicing, reason = "a tool for developers: a broken bound shall stop it")]

pub mod corpus;
pub mod crf;
pub mod examples;
pub mod export;
pub mod generator;
pub mod lexicon;
pub mod manifest;
pub mod math;
pub mod measure;
pub mod options;
pub mod sets;
pub mod train;
