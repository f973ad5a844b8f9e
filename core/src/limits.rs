//! How much one call may take.

/// Upper bounds of one call. What is over a bound is refused with [`Error::Limit`](crate::Error::Limit), never cut.
///
/// ```
/// use wimple::{Engine, Limits};
/// let engine = Engine::builder().limits(Limits::default().max_input(16)).build()?;
/// assert!(engine.redact("more than sixteen bytes").is_err());
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    input: usize,
    findings: usize,
    held: usize,
}

impl Default for Limits {
    /// 1 GiB of input, ten million findings, 1 MiB held back of a text that comes in pieces.
    fn default() -> Self {
        Limits { input: 1 << 30, findings: 10_000_000, held: 1 << 20 }
    }
}

impl Limits {
    /// The longest text of one call, in bytes. At most 4 GiB − 1, the range of the scanner's offsets.
    #[must_use]
    pub fn max_input(mut self, bytes: usize) -> Self {
        self.input = bytes.min(u32::MAX as usize);
        self
    }

    /// The most findings one call may give.
    #[must_use]
    pub fn max_findings(mut self, count: usize) -> Self {
        self.findings = count;
        self
    }

    /// The most bytes that a [`Redactor`](crate::Redactor) or [`Restorer`](crate::Restorer) holds back, 32 KiB at least. A
    /// text that asks for more, a number or token that never ends, ends the stream with an error.
    #[must_use]
    pub fn max_held(mut self, bytes: usize) -> Self {
        self.held = bytes.max(1 << 15);
        self
    }

    /// The bound on what is held back, in bytes.
    pub fn held(&self) -> usize {
        self.held
    }

    /// The bound on input, in bytes.
    pub fn input(&self) -> usize {
        self.input
    }

    /// The bound on findings.
    pub fn findings(&self) -> usize {
        self.findings
    }
}
