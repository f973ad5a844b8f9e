//! What detection says about a place, and why.
use core::fmt;
use core::ops::Deref;

use crate::entity::{Category, EntityType};
use crate::score::Score;
use crate::span::Span;

/// What a check says of a matched text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Verdict {
    /// The check failed.
    Invalid,
    /// There is no check, or it cannot tell.
    Unknown,
    /// The check passed.
    Valid,
}

impl Verdict {
    /// `valid`, `invalid` or `unknown`.
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Valid => "valid",
            Verdict::Invalid => "invalid",
            Verdict::Unknown => "unknown",
        }
    }

    /// [`Verdict::Valid`] where `ok`, else [`Verdict::Invalid`].
    pub const fn from_check(ok: bool) -> Self {
        if ok { Verdict::Valid } else { Verdict::Invalid }
    }
}

/// What near the value spoke for its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ContextKind {
    /// Nothing.
    None,
    /// A word after the value.
    After,
    /// A word before the value.
    Before,
    /// The name of the field the text came from.
    Field,
    /// The phrase that led to the value: "my name is", "password:".
    Cue,
    /// The question before, in a session: "and your date of birth?".
    Question,
    /// The whole sentence, as the name model reads it.
    Model,
    /// A name that was said earlier in the text, or a value that was said earlier in a session.
    Earlier,
}

impl ContextKind {
    /// `none`, `before`, `after`, `field`, `cue`, `question`, `model` or `earlier`.
    pub const fn name(self) -> &'static str {
        match self {
            ContextKind::None => "none",
            ContextKind::After => "after",
            ContextKind::Before => "before",
            ContextKind::Field => "field",
            ContextKind::Cue => "cue",
            ContextKind::Question => "question",
            ContextKind::Model => "model",
            ContextKind::Earlier => "earlier",
        }
    }
}

/// How a value was written that had to be read otherwise than it stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Folding {
    /// As it stands there.
    Plain,
    /// With other characters for the plain ones: full-width or Arabic digits, letters that look alike, signs that nobody
    /// sees.
    Signs,
    /// In another way altogether: in codes or base64, in words, with signs between all characters, with letters for digits.
    Written,
}

impl Folding {
    /// `plain`, `signs` or `written`.
    pub const fn name(self) -> &'static str {
        match self {
            Folding::Plain => "plain",
            Folding::Signs => "signs",
            Folding::Written => "written",
        }
    }
}

/// Why a finding was believed. Names and verdicts only, never the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub(crate) recognizer: EntityType,
    pub(crate) verdict: Verdict,
    pub(crate) context: ContextKind,
    pub(crate) claimed: bool,
    pub(crate) specimen: bool,
    pub(crate) folding: Folding,
    pub(crate) alternatives: Vec<EntityType>,
    pub(crate) twin: Option<EntityType>,
}

impl Evidence {
    /// The recognizer that found it; for built-in ones the entity type.
    pub fn recognizer(&self) -> &EntityType {
        &self.recognizer
    }

    /// What the recognizer's check said.
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// What near the value spoke for its type.
    pub fn context(&self) -> ContextKind {
        self.context
    }

    /// The check failed, but the writer calls the value by this type's name: a mistyped card is still a card.
    pub fn claimed(&self) -> bool {
        self.claimed
    }

    /// A published test number or reserved value.
    pub fn specimen(&self) -> bool {
        self.specimen
    }

    /// Whether the value was hidden, and how: `４１１１…`, `bo at example dot com`.
    ///
    /// ```
    /// let findings = wimple::analyze("card four one one one, one one one one, one one one one, one one one one")?;
    /// assert_eq!(findings[0].entity_type().name(), "CREDIT_CARD");
    /// assert_eq!(findings[0].evidence().folding(), wimple::Folding::Written);
    /// # Ok::<(), wimple::Error>(())
    /// ```
    pub fn folding(&self) -> Folding {
        self.folding
    }

    /// Other entity types whose shape and check the same text also met, best first.
    pub fn alternatives(&self) -> &[EntityType] {
        &self.alternatives
    }

    /// The harmless thing that competed for the same text and lost, if any.
    pub fn twin(&self) -> Option<&EntityType> {
        self.twin.as_ref()
    }
}

/// One place believed to hold sensitive data. Holds where and why, never the value.
///
/// ```
/// let text = "card 4111 1111 1111 1111";
/// let findings = wimple::analyze(text)?;
/// let finding = &findings[0];
/// assert_eq!(finding.entity_type().name(), "CREDIT_CARD");
/// assert_eq!(finding.text(text), Some("4111 1111 1111 1111"));
/// assert!(finding.evidence().specimen());
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub(crate) entity: EntityType,
    pub(crate) category: Category,
    pub(crate) span: Span,
    pub(crate) score: Score,
    pub(crate) evidence: Evidence,
}

impl Finding {
    /// What kind of data it is.
    pub fn entity_type(&self) -> &EntityType {
        &self.entity
    }

    /// The family of that kind.
    pub fn category(&self) -> Category {
        self.category
    }

    /// Where it stands: bytes of the original text.
    pub fn span(&self) -> Span {
        self.span
    }

    /// How sure it is.
    pub fn score(&self) -> Score {
        self.score
    }

    /// Why it was believed.
    pub fn evidence(&self) -> &Evidence {
        &self.evidence
    }

    /// The same finding in a text that has `bytes` more before it.
    pub(crate) fn moved(&self, bytes: usize) -> Self {
        let span = Span::new(self.span.start() + bytes, self.span.end() + bytes);
        Finding { span, ..self.clone() }
    }

    /// The same finding in a text whose first `bytes` have gone.
    pub(crate) fn moved_back(&self, bytes: usize) -> Self {
        let span = Span::new(self.span.start().saturating_sub(bytes), self.span.end().saturating_sub(bytes));
        Finding { span, ..self.clone() }
    }

    /// The value, sliced from the text that was analysed; `None` where `original` is another text and too short.
    pub fn text<'t>(&self, original: &'t str) -> Option<&'t str> {
        original.get(self.span.range())
    }
}

/// The findings of one text, in order of their spans: by start, an outer one before what it holds.
///
/// Spans are disjoint or strictly nested. A slice of [`Finding`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    pub(crate) fn from_sorted(findings: Vec<Finding>) -> Self {
        Findings(findings)
    }

    /// Those that lie in no other.
    pub fn outermost(&self) -> impl Iterator<Item = &Finding> {
        let mut end = 0;
        self.0.iter().filter(move |f| {
            let outer = f.span.start() >= end;
            if outer {
                end = f.span.end();
            }
            outer
        })
    }

    /// As a vector.
    pub fn into_vec(self) -> Vec<Finding> {
        self.0
    }
}

impl Deref for Findings {
    type Target = [Finding];
    fn deref(&self) -> &[Finding] {
        &self.0
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'f> IntoIterator for &'f Findings {
    type Item = &'f Finding;
    type IntoIter = core::slice::Iter<'f, Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}..{} {}", self.entity, self.span.start(), self.span.end(), self.score)
    }
}
