//! Names that were read → where their parts come again.
//!
//! Comes in: the words of names found so far in a text. Goes out: whether a later word is one of them: "John Smith" …
//! "smith". Only words that say little else are remembered, so that "Hope" does not take every hope along.
use smallvec::SmallVec;

use super::lexicon::Lexicon;
use super::token::{Shape, Token, class};
use super::tokens::{Place, Tokens};

/// The most words remembered of one text.
const MOST: usize = 64;
/// The fewest bytes of a word that is remembered.
const SHORTEST: usize = 3;

/// Words of names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    /// One bit for each value of six bits of a word's number: nearly every other word ends here.
    bits: u64,
    words: SmallVec<[(u64, u32); 8]>,
}

impl Memory {
    /// Remembers the words of the name at `start..end`; only those known as names where `doubtful`.
    pub(crate) fn learn(
        &mut self,
        text: &str,
        start: usize,
        end: usize,
        lexicon: &Lexicon<'_>,
        doubtful: bool,
    ) {
        let Some(name) = text.get(..end) else { return };
        let mut tokens = Tokens::new(name, start);
        while let Some(token) = tokens.next(lexicon) {
            let telling = token.class & (class::COMMON | class::KNOWN | class::TITLE) == 0
                && (!doubtful || token.class & class::NAMES != 0);
            let long = (token.end - token.start) as usize >= SHORTEST;
            if telling && long && is_name(&token) && self.words.len() < MOST && !self.knows(&token) {
                self.bits |= 1 << (token.hash >> 58);
                self.words.push((token.hash, end as u32));
            }
        }
    }

    /// The first `count` bytes of the text are gone.
    pub(crate) fn forget(&mut self, count: usize) {
        self.words.iter_mut().for_each(|(_, end)| *end = end.saturating_sub(count as u32));
    }

    /// A new text begins: what is remembered was said before it.
    pub(crate) fn turn(&mut self) {
        self.words.iter_mut().for_each(|(_, end)| *end = 0);
    }

    /// Whether a word is one of those remembered, whatever stood before it.
    fn knows(&self, token: &Token) -> bool {
        self.bits >> (token.hash >> 58) & 1 == 1 && self.words.iter().any(|(hash, _)| *hash == token.hash)
    }

    /// Gives the places where a word comes again behind the name it was learnt from, from left to right.
    pub(crate) fn again(&self, text: &str, lexicon: &Lexicon<'_>, found: impl FnMut(usize, usize)) {
        self.again_before(text, lexicon, usize::MAX, &mut Again::default(), found);
    }

    /// The same for words that end at or before `until`, from where `again` has come to. Names that end before it must all
    /// be known, and what stands right behind it be there.
    pub(crate) fn again_before(
        &self,
        text: &str,
        lexicon: &Lexicon<'_>,
        until: usize,
        again: &mut Again,
        mut found: impl FnMut(usize, usize),
    ) {
        let first = || self.words.iter().map(|(_, end)| *end as usize).min().map(Place::new);
        let Some(place) = again.place.or_else(first) else { return };
        let mut tokens = Tokens::resumed(text, place);
        loop {
            again.place = Some(tokens.place());
            let Some(token) = tokens.next(lexicon).filter(|_| tokens.place().at <= until) else { return };
            if self.bits >> (token.hash >> 58) & 1 == 1
                && is_name(&token)
                && self.words.iter().any(|(hash, end)| *hash == token.hash && *end <= token.start)
            {
                found(token.start as usize, token.end as usize);
            }
        }
    }
}

/// How far the words of a text were compared with what is remembered.
#[derive(Default)]
pub(crate) struct Again {
    place: Option<Place>,
}

impl Again {
    /// Where it has come to; `None` where nothing is remembered that it could compare with.
    pub(crate) fn place(&self) -> Option<usize> {
        self.place.map(|place| place.at)
    }

    /// The first `count` bytes of the text are gone.
    pub(crate) fn forget(&mut self, count: usize) {
        if let Some(place) = &mut self.place {
            place.forget(count);
        }
    }
}

/// Whether a token can be a word of a name at all.
fn is_name(token: &Token) -> bool {
    token.shape.is_word() && token.shape != Shape::Initial
}
