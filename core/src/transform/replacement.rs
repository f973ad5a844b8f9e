//! Where the stand-ins are: the link between a finding and what took its place in the output.
use crate::span::Span;

/// What stands in the output for one finding: its place there, and the operator that put it there.
///
/// ```
/// let out = wimple::redact("Write to bo@example.com.")?;
/// let place = out.replacements()[0];
/// assert_eq!(&out.text()[place.span().range()], "[EMAIL_ADDRESS]");
/// assert_eq!(out.findings()[place.finding()].entity_type().name(), "EMAIL_ADDRESS");
/// assert_eq!(place.operator(), "label");
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replacement {
    pub(crate) finding: usize,
    pub(crate) operator: &'static str,
    pub(crate) span: Span,
}

impl Replacement {
    /// Which finding, as its index in [`Redacted::findings`](crate::Redacted::findings).
    pub fn finding(&self) -> usize {
        self.finding
    }

    /// The name of the operator, `mask` for one.
    pub fn operator(&self) -> &'static str {
        self.operator
    }

    /// Where the stand-in is: bytes of the text that went out. Empty where the value was removed.
    pub fn span(&self) -> Span {
        self.span
    }
}
