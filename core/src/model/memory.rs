//! Names that were read → where their parts come again.
//!
//! Comes in: the words of names found so far in a text. Goes out: whether a later word is one of them: "John Smith" …
//! "smith". Only words that say little else are remembered, so that "Hope" does not take every hope along.
use smallvec::SmallVec;

use super::lexicon::Lexicon;
use super::token::{Shape, Token, class};
use super::tokens::Tokens;

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

    /// A new text begins: what is remembered was said before it.
    pub(crate) fn turn(&mut self) {
        self.words.iter_mut().for_each(|(_, end)| *end = 0);
    }

    /// Whether a word is one of those remembered, whatever stood before it.
    fn knows(&self, token: &Token) -> bool {
        self.bits >> (token.hash >> 58) & 1 == 1 && self.words.iter().any(|(hash, _)| *hash == token.hash)
    }

    /// Gives the places where a word comes again behind the name it was learnt from, from left to right.
    pub(crate) fn again(&self, text: &str, lexicon: &Lexicon<'_>, mut found: impl FnMut(usize, usize)) {
        let first = self.words.iter().map(|(_, end)| *end).min().unwrap_or(u32::MAX) as usize;
        if first >= text.len() {
            return;
        }
        let mut tokens = Tokens::new(text, first);
        while let Some(token) = tokens.next(lexicon) {
            if self.bits >> (token.hash >> 58) & 1 == 1
                && is_name(&token)
                && self.words.iter().any(|(hash, end)| *hash == token.hash && *end <= token.start)
            {
                found(token.start as usize, token.end as usize);
            }
        }
    }
}

/// Whether a token can be a word of a name at all.
fn is_name(token: &Token) -> bool {
    token.shape.is_word() && token.shape != Shape::Initial
}
