//! A recognizer that is a function of the host.
//!
//! Comes in: a text with its hints. Goes out: places, made sure of, or why the call cannot go on.
use core::fmt;
use core::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crate::catalog::entry::REACH;
use crate::entity::EntityType;
use crate::error::Error;
use crate::input::Input;
use crate::score::Score;
use crate::span::Span;

/// One place that a callback found.
///
/// ```
/// use wimple::{Match, Score};
/// let found = Match::new(4..9).score(Score::new(90));
/// assert_eq!(found.span().len(), 5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    span: Span,
    score: Option<Score>,
}

impl Match {
    /// The bytes `range` of the text. They must be on character edges, at least one, at most 1024.
    pub const fn new(range: Range<usize>) -> Self {
        Match { span: Span::new(range.start, range.end), score: None }
    }

    /// How sure it is, instead of the recognizer's score.
    #[must_use]
    pub const fn score(mut self, score: Score) -> Self {
        self.score = Some(score);
        self
    }

    /// Where it is.
    pub const fn span(self) -> Span {
        self.span
    }

    pub(crate) const fn own_score(self) -> Option<Score> {
        self.score
    }
}

type Function = dyn Fn(&Input<'_>) -> Result<Vec<Match>, &'static str> + Send + Sync;

/// The function behind a recognizer, with the type it finds.
#[derive(Clone)]
pub(crate) struct Callback {
    pub(crate) entity: EntityType,
    // A function that panicked is asked again in the next call: whether it is still good for that is its own affair.
    function: Arc<AssertUnwindSafe<Box<Function>>>,
}

impl Callback {
    pub(crate) fn new(
        entity: EntityType,
        function: impl Fn(&Input<'_>) -> Result<Vec<Match>, &'static str> + Send + Sync + 'static,
    ) -> Self {
        Callback { entity, function: Arc::new(AssertUnwindSafe(Box::new(function))) }
    }

    /// Asks the function about a text. At most `most` matches are taken.
    pub(crate) fn ask(&self, input: &Input<'_>, most: usize) -> Result<Vec<Match>, Error> {
        let stopped =
            |problem: &'static str| Error::Callback { what: self.entity.name().to_owned(), problem };
        let matches = match catch_unwind(AssertUnwindSafe(|| (self.function)(input))) {
            Ok(answer) => answer.map_err(stopped)?,
            Err(payload) => {
                // Never shown, since it may hold anything; never dropped, since dropping it may panic again.
                core::mem::forget(payload);
                return Err(stopped("it panicked"));
            }
        };
        if matches.len() > most {
            return Err(Error::Limit { what: "findings", actual: matches.len(), limit: most });
        }
        matches.iter().try_for_each(|found| placed(input.text(), found.span)).map_err(stopped)?;
        Ok(matches)
    }
}

/// Whether a place is one of the text, and what is wrong with it otherwise.
pub(super) fn placed(text: &str, span: Span) -> Result<(), &'static str> {
    match () {
        () if span.is_empty() => Err("it gave an empty place"),
        () if text.get(span.range()).is_none() => {
            Err("it gave a place that is not in the text or not on character edges")
        }
        () if span.len() > REACH => Err("it gave a place of more than 1024 bytes"),
        () => Ok(()),
    }
}

impl fmt::Debug for Callback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Callback").field("entity", &self.entity).finish_non_exhaustive()
    }
}
