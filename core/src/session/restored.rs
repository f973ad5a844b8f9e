//! What restoring gives: a text, and how it went.
use core::fmt;

/// A text with values put back.
///
/// Holds sensitive data; `Debug` shows the report only.
#[derive(Clone, PartialEq, Eq)]
pub struct Restored {
    text: String,
    report: RestoreReport,
}

impl Restored {
    pub(super) fn new(text: String, report: RestoreReport) -> Self {
        Restored { text, report }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, without copying it.
    pub fn into_text(self) -> String {
        self.text
    }

    /// How it went.
    pub fn report(&self) -> &RestoreReport {
        &self.report
    }
}

impl fmt::Debug for Restored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Restored").field("report", &self.report).finish_non_exhaustive()
    }
}

/// How restoring went, in numbers: safe to log.
///
/// ```
/// use wimple::{Engine, Operator, Policy};
/// let policy = Policy::new().default(Operator::placeholder());
/// let mut session = Engine::builder().policy(policy).build()?.session();
/// session.redact("bo@example.com")?;
/// let reply = session.restore("Hello [PERSON_7]");
/// assert_eq!(
///     reply.report().to_json(),
///     r#"{"restored":0,"normalized":0,"unknown":1,"missing":1,"duplicated":0}"#
/// );
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RestoreReport {
    pub(super) restored: usize,
    pub(super) normalized: usize,
    pub(super) unknown: usize,
    pub(super) missing: usize,
    pub(super) duplicated: usize,
}

impl RestoreReport {
    /// Places where a value was put back.
    pub fn restored(&self) -> usize {
        self.restored
    }

    /// Those of them that were not written to the letter.
    pub fn normalized(&self) -> usize {
        self.normalized
    }

    /// Places that read like a placeholder and stayed as they are: invented, damaged, or of another session. Those
    /// given out without a tag, and those that people wrote themselves, do not count.
    pub fn unknown(&self) -> usize {
        self.unknown
    }

    /// Restorable placeholders of the session that are not in this text.
    pub fn missing(&self) -> usize {
        self.missing
    }

    /// Places beyond the first of each placeholder.
    pub fn duplicated(&self) -> usize {
        self.duplicated
    }

    /// The report as one JSON object, its keys in this order.
    pub fn to_json(&self) -> String {
        format!(
            r#"{{"restored":{},"normalized":{},"unknown":{},"missing":{},"duplicated":{}}}"#,
            self.restored, self.normalized, self.unknown, self.missing, self.duplicated
        )
    }
}
