//! What the name model of Wimple will be trained with: so far the generator of labelled messages.
//!
//! Comes in: a seed, a count and lists of names. Goes out: support messages of eleven languages, with the places of people,
//! addresses, places and companies in them. Nothing of it is part of the library.

pub mod generator;
