//! Labelled support messages, made by grammars: a seed and names go in, texts with spans come out.
//!
//! ```
//! use wimple_train::generator::{messages, Pools};
//! for message in messages(1, 3, &Pools::own()) {
//!     for (start, end, kind) in message.spans {
//!         println!("{kind:?} {}", &message.text[start..end]);
//!     }
//! }
//! ```
//!
//! - `grammar` reads files of templates: sections of lines with slots in braces. Everything that is written by hand is
//!   such a file: `templates/` has the sentences of each language, `countries/` the addresses of each country, `pools/`
//!   a few names, so that a run needs nothing else.
//! - `shelf` knows which files belong to which language.
//! - `writer` fills the slots of one template; `names`, `places` and `things` say with what.
//! - `compose` makes a message of several templates: a chat line, a mail, a form, an answer of one word.
//! - `vary` addresses somebody in a neutral sentence and changes words around names.
//! - `noise` writes it as people do: in small letters, with typos, without signs.
//!
//! The same seed, count and pools give the same bytes on every machine: all arithmetic is in whole numbers. Message
//! `n` depends on the seed and on `n` alone, so that a longer run begins like a shorter one.
#[cfg(test)]
mod challenge;
mod compose;
mod draft;
mod grammar;
mod names;
mod noise;
mod places;
mod pools;
mod random;
mod shelf;
#[cfg(test)]
mod tests;
mod things;
mod vary;
mod writer;

pub use grammar::Problem;
pub use pools::Pools;

use random::Random;
use shelf::Shelf;

/// What a span of a message names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A person: first name, last name or both, without a title before it.
    Person,
    /// A postal address, or the line of street and number alone.
    Address,
    /// A city, region or country that stands outside an address.
    Location,
    /// A company, an authority, a school.
    Organization,
}

/// A message and what is named in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// The text.
    pub text: String,
    /// First byte, byte after the last one, kind; disjoint and in order, on character edges.
    pub spans: Vec<(usize, usize, Kind)>,
    /// Language of the templates, as ISO 639-1 has it: `en`.
    pub language: &'static str,
}

/// Makes messages: about half of them name nobody and nothing.
///
/// ```
/// use wimple_train::generator::{messages, Pools};
/// let pools = Pools::own();
/// let long: Vec<_> = messages(7, 20, &pools).collect();
/// let short: Vec<_> = messages(7, 10, &pools).collect();
/// assert_eq!(long[..10], short);
/// ```
pub fn messages(seed: u64, count: usize, pools: &Pools) -> impl Iterator<Item = Labelled> {
    let shelf = Shelf::own();
    (0..count as u64).map(move |number| compose::message(Random::of(seed, number), &shelf, pools))
}

/// Words that the neutral sentences of this crate use twice or more, in small letters and in alphabetic order. Some are
/// names as well (`will`, `rose`); all are words first.
///
/// ```
/// use wimple_train::generator::neutral_words;
/// assert!(neutral_words().iter().any(|word| word == "refund"));
/// ```
#[must_use]
pub fn neutral_words() -> Vec<String> {
    Shelf::own().neutral_words()
}
