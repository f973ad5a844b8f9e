//! What a text has become.
use core::fmt;

use smallvec::SmallVec;

use super::{Replacement, Revision};
use crate::finding::Findings;
use crate::report::Report;

/// A text after the policy was applied, with what was found and what was done.
///
/// ```
/// let out = wimple::redact("Write to bo@example.com.")?;
/// assert_eq!(out.text(), "Write to [EMAIL_ADDRESS].");
/// assert_eq!(out.findings()[0].span().start(), 9);
/// assert_eq!(out.report().findings(), 1);
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// `Debug` shows the report, not the text.
#[derive(Clone, PartialEq, Eq)]
pub struct Redacted {
    pub(super) text: String,
    pub(super) findings: Findings,
    pub(super) replacements: SmallVec<[Replacement; 2]>,
    pub(super) report: Report,
    pub(super) revisions: Vec<Revision>,
}

impl Redacted {
    /// The text to pass on.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text to pass on, without copying it.
    pub fn into_text(self) -> String {
        self.text
    }

    /// What was found. Spans are bytes of the text that came in.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// Where the stand-ins are in the text to pass on, in order: one for each outermost finding that was not kept.
    pub fn replacements(&self) -> &[Replacement] {
        &self.replacements
    }

    /// What was done, in numbers and names.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Earlier turns that this one shows in another light, in their order; empty but in a
    /// [`Session`](crate::Session).
    pub fn revisions(&self) -> &[Revision] {
        &self.revisions
    }

    pub(crate) fn with_revisions(self, revisions: Vec<Revision>) -> Self {
        Redacted { revisions, ..self }
    }
}

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redacted").field("report", &self.report).finish_non_exhaustive()
    }
}
