//! What an earlier message must become, now that more is known.
use core::fmt;

use super::Redacted;

/// An earlier turn, redacted anew: a later message showed that it holds part of a value. Pass its text on instead of the one
/// given before.
///
/// ```
/// use wimple::{Engine, Turn};
/// let mut session = Engine::new().session();
/// let first = session.redact(Turn::new("4111 1111").id("m1"))?;
/// assert_eq!(first.text(), "4111 1111");
/// let second = session.redact(Turn::new("1111 1111").id("m2"))?;
/// assert_eq!(second.text(), "[CREDIT_CARD]");
/// assert_eq!(second.revisions()[0].turn(), "m1");
/// assert_eq!(second.revisions()[0].redacted().text(), "[CREDIT_CARD]");
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Revision {
    turn: String,
    redacted: Redacted,
}

impl Revision {
    pub(crate) fn new(turn: String, redacted: Redacted) -> Self {
        Revision { turn, redacted }
    }

    /// The [`id`](crate::Turn::id) of the turn.
    pub fn turn(&self) -> &str {
        &self.turn
    }

    /// The turn, redacted anew. Spans are bytes of the turn as it came in.
    pub fn redacted(&self) -> &Redacted {
        &self.redacted
    }
}

impl fmt::Debug for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Revision").field("report", self.redacted.report()).finish_non_exhaustive()
    }
}
