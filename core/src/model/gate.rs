//! Tokens → which of them the model looks at.
//!
//! Most words of a message are words everybody uses and nobody is called by. Only where a word may be part of a name or
//! an address, and one token to either side of it, features are made; everything else is outside by decree. The trainer
//! sees the same tokens, so it learns what is left to decide.
use super::token::{Shape, Token, class};

/// Up to this many tokens between two that are looked at are looked at, too.
const GAP: usize = 2;

/// Whether a word may be part of a name or an address, by what the lexicon knows of it and how it looks.
#[inline(always)]
pub(super) fn is_hot(token: &Token) -> bool {
    if !token.shape.is_word() {
        return token.shape == Shape::Code;
    }
    let known = token.class;
    if token.phrase != 0 || known & class::WORDS == 0 || known & class::COMPANIONS != 0 {
        return true;
    }
    // A word everybody uses, in small letters, and hardly anybody is called by it.
    let everyday = token.shape == Shape::Lower && known & class::COMMON != 0 && known & class::OFTEN == 0;
    known & (class::NAMES | class::PLACES) != 0 && !everyday
}

/// Marks what the model looks at, one token after another.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    /// Behind the last marked token; it may be the next one.
    end: usize,
}

impl Marks {
    /// Takes the token at `at`, the next one. Tokens behind it get their marks later.
    #[inline(always)]
    pub(super) fn take(&mut self, tokens: &mut [Token], at: usize) {
        let Some(token) = tokens.get_mut(at) else { return };
        if is_hot(token) {
            let gap = self.end > 0 && at <= self.end + GAP;
            let start = if gap { self.end.min(at) } else { at.saturating_sub(1) };
            tokens.get_mut(start..=at).into_iter().flatten().for_each(|t| t.hot = true);
            self.end = at + 2;
        } else if at < self.end {
            token.hot = true;
        }
    }

    /// The first `count` tokens are gone.
    pub(super) fn forget(&mut self, count: usize) {
        self.end = self.end.saturating_sub(count);
    }
}

/// How many tokens before the one that is taken may still get a mark.
pub(super) const BACK: usize = GAP + 1;
