//! What restoring is told and what it gives: how closely to read, for whom to write; a text, and how it went.
//!
//! Comes in: the wish of whoever restores. Goes out: the same, in the words that sessions and engines share.
mod options;
mod sink;

use core::fmt;

pub use options::RestoreOptions;
pub use sink::Sink;

/// How closely a text must hold to the form of a placeholder or token for its value to be put back.
///
/// The tag must always be right, and the number is never guessed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[non_exhaustive]
pub enum Tolerance {
    /// To the letter: `[PERSON_1.k7q]`.
    Exact,
    /// Also what writers and language models make of it: any case, other or doubled brackets (`【】 〔〕 () <> {}` and
    /// full-width ones), escapes of Markdown, JSON and HTML, a space or hyphen for `_` or nothing at all, invisible
    /// characters, one line break, marks of emphasis or quotation inside the brackets.
    #[default]
    Tolerant,
    /// Also without brackets (`PERSON_1.k7q`, `Person #1.k7q`), with a colon, comma or gap for the dot, and with a name
    /// that was translated: `[Persona 1.k7q]`. Number and tag must be right all the same. Where a name may be anything, a
    /// tag that somebody made up opens a little more often; so this is for texts of writers one knows.
    Loose,
}

/// A text with values put back.
///
/// Holds sensitive data; `Debug` shows the report only.
#[derive(Clone, PartialEq, Eq)]
pub struct Restored {
    text: String,
    report: RestoreReport,
}

impl Restored {
    pub(crate) fn new(text: String, report: RestoreReport) -> Self {
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
///     r#"{"restored":0,"normalized":0,"unknown":1,"missing":1,"duplicated":0,"closed":0,"forged":0,"damaged":0}"#
/// );
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RestoreReport {
    pub(crate) restored: usize,
    pub(crate) normalized: usize,
    pub(crate) unknown: usize,
    pub(crate) missing: usize,
    pub(crate) duplicated: usize,
    pub(crate) closed: usize,
    pub(crate) forged: usize,
    pub(crate) damaged: usize,
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

    /// Places that read like a placeholder and stayed as they are (invented, damaged, or of another session), and
    /// tokens of a key that is not known here. Placeholders given out without a tag, and those that people wrote
    /// themselves, do not count.
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

    /// Tokens of ours that do not open here: of an irreversible kind, of another tenant or subject, or of a key that
    /// is disabled or destroyed.
    pub fn closed(&self) -> usize {
        self.closed
    }

    /// Places that read like a token of a known key whose tag is wrong: nobody who has the key wrote them.
    pub fn forged(&self) -> usize {
        self.forged
    }

    /// Places that read like a token whose check characters are wrong: a slip of the pen.
    pub fn damaged(&self) -> usize {
        self.damaged
    }

    /// The report as one JSON object, its keys in this order.
    pub fn to_json(&self) -> String {
        let RestoreReport { restored, normalized, unknown, missing, duplicated, closed, forged, damaged } =
            self;
        format!(
            r#"{{"restored":{restored},"normalized":{normalized},"unknown":{unknown},"missing":{missing},"duplicated":{duplicated},"closed":{closed},"forged":{forged},"damaged":{damaged}}}"#
        )
    }
}
