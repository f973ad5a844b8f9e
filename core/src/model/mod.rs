//! The name model: persons, places, organizations and postal addresses in running text.
//!
//! Comes in: a text. Goes out: places with a kind and a percentage, from left to right. A pure function of the text and
//! of two files that are part of the library; integers only, so every machine finds the same.
//!
//! ```text
//! text → tokens → walk (windows, lines, gate) → runs → features → decode → named
//! ```
//!
//! It is a chain of labels over words (a linear-chain conditional random field) with weights for hashed features, and a
//! lexicon that says of a word only what classes it belongs to. Most words never reach the table of weights: see `gate`.
//! How it is trained, from what, and how well it does is in `CARD.md` beside this file.
mod bytes;
mod decode;
mod features;
mod gate;
mod hash;
mod label;
mod lexicon;
mod marginal;
mod memory;
mod named;
mod paused;
mod plain;
mod token;
mod tokens;
#[cfg(feature = "train")]
pub mod training;
mod walk;
mod weights;

#[cfg(test)]
mod tests;

pub(crate) use label::Kind;
pub(crate) use memory::{Again, Memory};
pub(crate) use paused::Paused;

use core::ops::Range;
use std::sync::LazyLock;

use decode::{Scores, Steps};
use features::Around;
use lexicon::Lexicon;
use marginal::Chances;
use smallvec::SmallVec;
use token::{Token, class};
use tokens::Tokens;
use walk::{LONGEST, Walk};
use weights::Weights;

/// The weights as they are shipped.
static WEIGHTS: &[u8] = include_bytes!("weights.bin");
/// The lexicon as it is shipped.
static LEXICON: &[u8] = include_bytes!("lexicon.bin");

#[cfg(not(feature = "train"))]
const _: () = assert!(weights::is_whole(WEIGHTS), "weights of another edition: cargo xtask train");

/// Something the model found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Bytes of the text.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: Kind,
    /// How sure it is: of findings with 80, eight of ten are right (see `CARD.md`).
    pub(crate) percent: u8,
    /// A label of ours stands near enough to have a say.
    pub(crate) beside_label: bool,
    /// A region or a country, and no city.
    pub(crate) is_broad: bool,
}

/// The model, made ready.
pub(crate) struct Model<'m> {
    weights: Weights<'m>,
    lexicon: Lexicon<'m>,
    steps: Steps,
    chances: Chances,
}

impl Model<'static> {
    /// The model that is part of the library. Made once in a process, from the heads of two files.
    #[inline]
    pub(crate) fn shipped() -> Option<&'static Self> {
        static SHIPPED: LazyLock<Option<Model<'static>>> = LazyLock::new(|| Model::new(WEIGHTS, LEXICON));
        SHIPPED.as_ref()
    }
}

impl<'m> Model<'m> {
    /// A model from its two files, `None` where they are of another edition.
    fn new(weights: &'m [u8], lexicon: &'m [u8]) -> Option<Self> {
        let (weights, lexicon) = (Weights::new(weights)?, Lexicon::new(lexicon)?);
        Some(Model { weights, lexicon, steps: Steps::new(&weights), chances: Chances::new(&weights) })
    }

    /// What the lexicon knows words by.
    pub(crate) fn lexicon(&self) -> &Lexicon<'m> {
        &self.lexicon
    }

    /// Whether some word of `start..end` is known as a first or last name.
    pub(crate) fn knows_a_name(&self, text: &str, start: usize, end: usize) -> bool {
        let Some(named) = text.get(..end) else { return false };
        let mut tokens = Tokens::new(named, start);
        core::iter::from_fn(|| tokens.next(&self.lexicon)).any(|token| token.class & class::NAMES != 0)
    }

    /// Gives what is found to `found`, from left to right.
    pub(crate) fn find(&self, text: &str, found: impl FnMut(Named)) {
        self.find_in(text, &mut Walk::new(text, self.lexicon), found);
    }

    /// The same for a text that goes on where `ended` is not said: what is decided by what is there so far.
    pub(crate) fn find_more(&self, text: &str, paused: &mut Paused, ended: bool, found: impl FnMut(Named)) {
        let mut walk = core::mem::take(paused).resume(text, self.lexicon, ended);
        self.find_in(text, &mut walk, found);
        *paused = Paused::of(walk);
    }

    fn find_in(&self, text: &str, walk: &mut Walk<'_, 'm>, mut found: impl FnMut(Named)) {
        let mut scores: SmallVec<[Scores; LONGEST]> = SmallVec::new();
        while let Some(run) = walk.next_run() {
            self.score(walk.tokens(), run.clone(), &mut scores);
            if !decode::is_outside(&scores, &self.weights) {
                self.read(text, walk.tokens(), run, &scores, &mut found);
            }
        }
    }

    /// Gives what is found in a run.
    #[inline(never)]
    fn read(
        &self,
        text: &str,
        tokens: &[Token],
        run: Range<usize>,
        scores: &[Scores],
        found: &mut impl FnMut(Named),
    ) {
        let mut labels = [label::OUTSIDE; LONGEST];
        decode::best(scores, &self.steps, &mut labels);
        let labels = labels.get(..scores.len()).unwrap_or_default();
        let is_named = |label: &u8| *label != label::OUTSIDE;
        let (Some(first), Some(last)) = (labels.iter().position(is_named), labels.iter().rposition(is_named))
        else {
            return;
        };
        let shares = self.chances.shares(scores, first..last + 1, &self.weights);
        let seen = run.start.saturating_sub(features::AROUND)..(run.end + features::AROUND);
        let beside_label = tokens.iter().take(seen.end).skip(seen.start).any(Token::is_label);
        named::spans(text, tokens.get(run).unwrap_or_default(), labels, |kind, part| {
            let shares = shares.get(part.start.saturating_sub(first)..part.end.saturating_sub(first));
            let least = shares.unwrap_or_default().iter().map(|kinds| kinds.share(kind)).min();
            self.weights.percent(kind as usize, least.unwrap_or(0))
        })
        .for_each(|named| found(Named { beside_label, ..named }));
    }

    /// The scores of the tokens of a run.
    #[inline]
    fn score(&self, tokens: &[Token], run: Range<usize>, scores: &mut SmallVec<[Scores; LONGEST]>) {
        scores.clear();
        let mut around = Around::new(tokens, run.start);
        for _ in run {
            scores.push(self.weights.sum(&around));
            around.step();
        }
    }
}
