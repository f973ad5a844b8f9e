//! What the trainer needs of the inside of the model: the same tokens, features, labels and formats.
//!
//! Behind the feature `train`, which is no part of the library's interface: only `core/train` asks for it.
use core::ops::Range;

use super::hash::mix;
use super::label;
use super::lexicon::{self, Lexicon, joined};
use super::token::Shape;
use super::tokens::Tokens;
use super::walk::Walk;
use super::{Kind, Model, features};

/// How many labels there are, and how many kinds.
pub const LABELS: usize = label::LABELS;
/// How many kinds there are.
pub const KINDS: usize = label::KINDS;
/// Rows asked for each token, rows of the table as a power of two, and what changes when they mean something else.
pub const FEATURES: (usize, u32, u32) = (features::COUNT, features::BITS, features::EDITION);
/// Size of the head of the weights' file and what it begins with.
pub const WEIGHTS: (usize, &[u8; 8]) = (super::weights::HEAD, super::weights::MAGIC);
/// What the lexicon's file begins with.
pub const LEXICON: &[u8; 8] = lexicon::MAGIC;
/// A class bit of its own: some name of several words begins with the word.
pub const STARTS: u32 = super::token::class::STARTS;

/// What a trainer hides of a token, so that the model learns to do without.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hidden {
    /// What the lexicon knows of it.
    pub class: bool,
    /// Which word it is.
    pub word: bool,
}

/// One run as the decoder sees it.
#[derive(Debug, Default)]
pub struct Run {
    /// Where its tokens are, in bytes.
    pub places: Vec<Range<usize>>,
    /// Whether a token is a value of another kind as a whole, which no label may cover.
    pub values: Vec<bool>,
    /// `FEATURES.0` rows for each token.
    pub rows: Vec<u32>,
}

/// The runs of a text. `hide` is asked about each token before features are made.
///
/// # Panics
/// Where `lexicon` is no lexicon's file.
pub fn runs(text: &str, lexicon: &[u8], mut hide: impl FnMut(Range<usize>) -> Hidden) -> Vec<Run> {
    let Some(lexicon) = Lexicon::new(lexicon) else { return Vec::new() };
    let mut walk = Walk::new(text, lexicon);
    let mut runs = Vec::new();
    while let Some(run) = walk.next_run() {
        for token in walk.tokens_mut().get_mut(run.clone()).unwrap_or_default() {
            let hidden = hide(token.start as usize..token.end as usize);
            if hidden.class {
                (token.class, token.phrase) = (0, 0);
            }
            if hidden.word {
                (token.hash, token.tail, token.head) = (0xDEAD, 0, 0);
            }
        }
        let mut made = Run::default();
        let mut rows = [0; features::COUNT];
        for at in run {
            features::rows(walk.tokens(), at, &mut rows);
            made.rows.extend(rows);
            if let Some(token) = walk.tokens().get(at) {
                made.places.push(token.start as usize..token.end as usize);
                made.values.push(token.shape == Shape::Value);
            }
        }
        runs.push(made);
    }
    runs
}

/// The label of the `at`th of `count` tokens of something of a kind; an address is always longer than one.
pub fn label(kind: u8, at: usize, count: usize) -> u8 {
    match (at, count) {
        (0, 1) => label::ONLY + kind.min(2),
        (0, _) => label::FIRST + kind,
        _ if at + 1 == count => label::LAST + kind,
        _ => label::INNER + kind,
    }
}

/// Whether `next` may stand behind `label`.
pub fn may_follow(label: u8, next: u8) -> bool {
    label::may_follow(label, next)
}

/// The words of a text: where they are, and their numbers.
pub fn words(text: &str) -> Vec<(Range<usize>, u64)> {
    let mut empty = [0; lexicon::size(0)];
    empty.iter_mut().zip(LEXICON).for_each(|(place, byte)| *place = *byte);
    let Some(lexicon) = Lexicon::new(&empty) else { return Vec::new() };
    let mut tokens = Tokens::new(text, 0);
    let words = core::iter::from_fn(|| tokens.next(&lexicon)).filter(|t| t.shape.is_word());
    words.map(|t| (t.start as usize..t.end as usize, t.hash)).collect()
}

/// The number of several words that are one name.
pub fn phrase(words: &[u64]) -> Option<u64> {
    let (first, rest) = words.split_first()?;
    Some(rest.iter().fold(*first, |all, word| joined(all, *word)))
}

/// The places of a word in a table of three times `third` places, and its print.
pub fn places(word: u64, seed: u32, third: u32) -> ([usize; 3], u8) {
    let key = mix(word, u64::from(seed));
    (lexicon::places(key, third), lexicon::print_of(key))
}

/// What a lexicon knows of a word.
pub fn class(lexicon: &[u8], word: u64) -> Option<u32> {
    Lexicon::new(lexicon).map(|lexicon| lexicon.class(word))
}

/// What a model finds in a text: places, kinds by number, percent.
pub fn find(text: &str, weights: &[u8], lexicon: &[u8]) -> Vec<(Range<usize>, u8, u8)> {
    let mut found = Vec::new();
    if let Some(model) = Model::new(weights, lexicon) {
        model.find(text, |named| found.push((named.start..named.end, named.kind as u8, named.percent)));
    }
    found
}

/// The kinds by number.
pub fn kinds() -> [&'static str; KINDS] {
    [Kind::Person, Kind::Location, Kind::Organization, Kind::Address].map(|kind| match kind {
        Kind::Person => "PERSON",
        Kind::Location => "LOCATION",
        Kind::Organization => "ORGANIZATION",
        Kind::Address => "STREET_ADDRESS",
    })
}

/// By how much outside must lead at each token for nothing else to be possible, given the scores of the steps.
pub fn lead(steps: &[i16]) -> i32 {
    super::decode::lead(steps)
}
