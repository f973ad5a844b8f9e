//! What is never touched.
use core::fmt;

use regex::{Regex, RegexBuilder};

use crate::entity::EntityType;
use crate::error::Error;
use crate::finding::Finding;

/// The longest pattern, in bytes.
const PATTERN_BYTES: usize = 4096;
/// Compiled size of one pattern, in bytes.
const PATTERN_SIZE: usize = 1 << 20;
const PATTERN_NEST: u32 = 50;

/// Values that stay as they are although they are found: own addresses, brand names.
///
/// ```
/// use wimple::{entity, Allow, Policy};
/// let policy = Policy::new()
///     .allow(Allow::values(["support@example.com"]).reason("our own address"))
///     .allow(Allow::pattern(r"(?i).*@example\.org")?.entity(entity::EMAIL_ADDRESS));
/// # let _ = policy;
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// `Debug` shows how many values and patterns there are, not which.
#[derive(Clone, PartialEq)]
pub struct Allow {
    pub(super) values: Vec<String>,
    folded: Vec<String>,
    patterns: Vec<Pattern>,
    pub(super) types: Vec<EntityType>,
    pub(super) reason: Option<String>,
}

#[derive(Clone)]
struct Pattern {
    source: String,
    whole: Regex,
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Allow {
    /// These values, whole, in any case.
    #[must_use]
    pub fn values<V: Into<String>>(values: impl IntoIterator<Item = V>) -> Self {
        let mut allow = Allow::nothing();
        for value in values {
            allow.push_value(value.into());
        }
        allow.seal()
    }

    /// Values that this regular expression matches from start to end. As written: `(?i)` ignores case.
    ///
    /// # Errors
    /// [`Error::Pattern`] where it does not compile or is too large.
    pub fn pattern(pattern: &str) -> Result<Self, Error> {
        let mut allow = Allow::nothing();
        allow.push_pattern(pattern)?;
        Ok(allow)
    }

    /// Only findings of this type; said again, of that one too.
    #[must_use]
    pub fn entity(mut self, entity: EntityType) -> Self {
        self.types.push(entity);
        self
    }

    /// Why, for whoever reads the policy.
    #[must_use]
    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    pub(super) fn nothing() -> Self {
        Allow {
            values: Vec::new(),
            folded: Vec::new(),
            patterns: Vec::new(),
            types: Vec::new(),
            reason: None,
        }
    }

    pub(super) fn push_value(&mut self, value: String) {
        self.folded.push(value.to_lowercase());
        self.values.push(value);
    }

    /// Makes the values ready for look-up.
    pub(super) fn seal(mut self) -> Self {
        self.folded.sort_unstable();
        self.folded.dedup();
        self
    }

    pub(super) fn push_pattern(&mut self, source: &str) -> Result<(), Error> {
        let whole = compile(source).map_err(|problem| Error::Pattern {
            what: "allow pattern".to_owned(),
            problem: problem.to_owned(),
        })?;
        self.patterns.push(Pattern { source: source.to_owned(), whole });
        Ok(())
    }

    /// The patterns as written.
    pub(super) fn patterns(&self) -> impl Iterator<Item = &str> {
        self.patterns.iter().map(|p| p.source.as_str())
    }

    /// Whether nothing is allowed by it.
    pub(super) fn is_empty(&self) -> bool {
        self.values.is_empty() && self.patterns.is_empty()
    }

    /// Whether the finding of `text` stays.
    pub(super) fn covers(&self, finding: &Finding, text: &str) -> bool {
        (self.types.is_empty() || self.types.contains(finding.entity_type()))
            && finding.text(text).is_some_and(|value| {
                let known = |folded: &str| self.folded.binary_search_by(|v| v.as_str().cmp(folded)).is_ok();
                (!self.folded.is_empty() && known(&value.to_lowercase()))
                    || self.patterns.iter().any(|p| p.whole.is_match(value))
            })
    }
}

/// Compiles `source` so that it matches whole values only; says what is wrong without quoting it.
fn compile(source: &str) -> Result<Regex, &'static str> {
    let build = |pattern: &str| {
        RegexBuilder::new(pattern).size_limit(PATTERN_SIZE).nest_limit(PATTERN_NEST).build().map_err(|e| {
            match e {
                regex::Error::CompiledTooBig(_) => "the pattern is too large when compiled",
                _ => "the pattern is not a valid regular expression",
            }
        })
    };
    if source.is_empty() {
        return Err("the pattern is empty");
    }
    if source.len() > PATTERN_BYTES {
        return Err("the pattern is longer than 4096 bytes");
    }
    // First alone, so that no parenthesis of it can close the group around it.
    build(source)?;
    build(&format!(r"\A(?:{source})\z"))
}

impl fmt::Debug for Allow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Allow")
            .field("values", &self.values.len())
            .field("patterns", &self.patterns.len())
            .field("types", &self.types)
            .finish_non_exhaustive()
    }
}
