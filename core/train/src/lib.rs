//! Trains the name model of Wimple: labelled messages come in, weights and lexicon go out.

pub mod generator;
