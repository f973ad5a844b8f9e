//! Why candidates were not kept: filled only when somebody asks for an explanation.

/// Why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// The form counts only with a context word, and none is near.
    NoContext,
    /// The check failed.
    CheckFailed,
    /// The score is below the minimum asked for.
    BelowMinimum,
    /// A template of the policy holds it.
    Template,
    /// It is a hash that an earlier run has left.
    Hash,
    /// Another entry took the place.
    LostTo(u16),
    /// A benign twin took the place.
    Twin(u16),
}

/// One candidate that was not kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dropped {
    pub(crate) entry: u16,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) reason: Reason,
}

/// All of them, at most `MOST` of one text.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    pub(crate) dropped: Vec<Dropped>,
}

const MOST: usize = 10_000;

impl Trace {
    pub(super) fn drop_with(&mut self, entry: u16, start: usize, end: usize, reason: Reason) {
        if self.dropped.len() < MOST {
            self.dropped.push(Dropped { entry, start, end, reason });
        }
    }
}
