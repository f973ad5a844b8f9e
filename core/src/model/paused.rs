//! A walk over a text that is not there as a whole: put down where the text ends so far, and taken up when there is more.
//!
//! Comes in: the text as far as it is there, without what nobody asks for any more. Goes out: the same runs that a walk over
//! the whole would give, each as soon as nothing can change it.
use smallvec::SmallVec;

use super::gate::Marks;
use super::lexicon::Lexicon;
use super::token::Token;
use super::tokens::{Place, Tokens};
use super::walk::{ROOM, Walk};

/// How far behind its end something may be read that decides about a token, in bytes.
const AHEAD: usize = 128;

/// What a walk knows while it waits.
#[derive(Default)]
pub(crate) struct Paused {
    place: Place,
    tokens: SmallVec<[Token; ROOM]>,
    ended: bool,
    marked: usize,
    described: usize,
    given: usize,
    marks: Marks,
    line: Option<(bool, Option<u8>)>,
}

impl Paused {
    /// Takes the walk up over `text`; `ended` says that nothing follows it.
    pub(super) fn resume<'t, 'l>(self, text: &'t str, lexicon: Lexicon<'l>, ended: bool) -> Walk<'t, 'l> {
        let (line_start, line_case) = self.line.unwrap_or((true, None));
        Walk {
            source: Tokens::resumed(text, self.place),
            lexicon,
            tokens: self.tokens,
            ended: self.ended,
            until: if ended { usize::MAX } else { text.len().saturating_sub(AHEAD) },
            marked: self.marked,
            described: self.described,
            given: self.given,
            marks: self.marks,
            line_start,
            line_case,
        }
    }

    /// Puts a walk down.
    pub(super) fn of(walk: Walk<'_, '_>) -> Self {
        Paused {
            place: walk.source.place(),
            tokens: walk.tokens,
            ended: walk.ended,
            marked: walk.marked,
            described: walk.described,
            given: walk.given,
            marks: walk.marks,
            line: Some((walk.line_start, walk.line_case)),
        }
    }

    /// Where the first token stands about which nothing is decided yet.
    pub(crate) fn decided(&self) -> usize {
        self.tokens.get(self.given).map_or(self.place.at, |token| token.start as usize)
    }

    /// Where the first token stands that is held.
    pub(crate) fn held(&self) -> usize {
        self.tokens.first().map_or(self.place.at, |token| token.start as usize)
    }

    /// The first `count` bytes of the text are gone.
    pub(crate) fn forget(&mut self, count: usize) {
        self.place.forget(count);
        for token in &mut self.tokens {
            token.start = token.start.saturating_sub(count as u32);
            token.end = token.end.saturating_sub(count as u32);
        }
    }
}
