//! Recognizers of a user's own: what only the user knows how to find.
//!
//! Comes in: patterns, word lists, templates. Goes out: what the detector makes a plan of and a policy can write down.
//! Functions of the host are declared here and given to the engine's builder.
mod beginning;
mod callback;
mod check;
mod model;
mod pattern;
mod problem;
mod words;

use core::fmt;

pub(crate) use beginning::{Beginning, SEEN};
pub(crate) use callback::Callback;
pub use callback::Match;
pub use check::Check;
pub(crate) use model::Reader;
pub use model::{Model, Seen};
pub(crate) use pattern::{Matched, Pattern};
pub(crate) use words::{SharedWords, Term, Word, Words, signs_of};

use crate::catalog::CATALOG;
use crate::catalog::entry::Entry;
use crate::catalog::shape::{self, Shape};
use crate::entity::{Category, EntityType, Sensitivity};
use crate::error::Error;
use crate::score::Score;

/// What a recognizer's finding scores where nothing else is said, in percent.
const SCORE: u8 = 75;

/// Finds what only its owner knows: contract numbers, product code names, customer ids.
///
/// ```
/// use wimple::{Engine, Policy, Recognizer};
/// let policy = Policy::new()
///     .recognizer(Recognizer::regex("CONTRACT_NO", r"CT-\d{6}")?)
///     .recognizer(Recognizer::words("CODENAME", ["Blue Falcon", "Müritz"])?)
///     .recognizer(Recognizer::template("CUSTOMER_NO", "'K'-999999")?.context(["customer", "Kunde"]));
/// let engine = Engine::builder().policy(policy).build()?;
/// let out = engine.redact("CT-004711: two blue falcons for K-123456, ready in Muritz")?;
/// assert_eq!(out.text(), "[CONTRACT_NO]: two [CODENAME] for [CUSTOMER_NO], ready in [CODENAME]");
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// # Types
/// The type may be a name of your own, in capitals with digits and underscores, or a built-in one: then the recognizer
/// finds that type beside the built-in one, which stays on or off as it was. Rules, allow lists and tests may name it.
/// Its category is [`Category::Business`] unless said otherwise; a built-in type keeps its own.
///
/// # Matches
/// A match begins and ends where a word does, has at most 1024 bytes, and takes part in what settles overlaps between
/// built-in types: what stands by the value's own words, has a passed check, is longer, or has the higher score wins. It
/// counts as if a word near it had named its type. A benign twin of the catalogue never takes its place; a template that
/// the policy itself calls benign does.
///
/// `Debug` shows types and counts, not patterns and terms.
#[derive(Clone, PartialEq)]
pub struct Recognizer {
    pub(crate) entity: EntityType,
    pub(crate) name: Option<String>,
    pub(crate) form: Form,
    pub(crate) check: Option<Check>,
    pub(crate) score: Score,
    pub(crate) context: Vec<String>,
    pub(crate) category: Option<Category>,
    pub(crate) sensitivity: Sensitivity,
}

/// How it finds.
#[derive(Clone, PartialEq)]
pub(crate) enum Form {
    Regex(Vec<Pattern>),
    Words(SharedWords),
    Template { source: String, shapes: Vec<Shape> },
    Callback,
}

impl Form {
    /// The key of a policy document that says it.
    pub(crate) const fn key(&self) -> &'static str {
        match self {
            Form::Regex(_) => "regex",
            Form::Words(_) => "words",
            Form::Template { .. } => "template",
            Form::Callback => "callback",
        }
    }
}

impl Recognizer {
    /// Finds what a regular expression matches (the syntax of the `regex` crate: linear time, no look-around).
    ///
    /// Where only a part of the match is the value, that part is a group named `value`:
    ///
    /// ```
    /// use wimple::{Engine, Policy, Recognizer};
    /// let contract = Recognizer::regex("CONTRACT_NO", r"(?i)contract no\.? (?<value>\d{4,8})")?;
    /// let engine = Engine::builder().policy(Policy::new().recognizer(contract)).build()?;
    /// assert_eq!(engine.redact("see contract no. 20177")?.text(), "see contract no. [CONTRACT_NO]");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Pattern`] where it does not compile, matches the empty text, is over 4096 bytes or 1 MiB compiled;
    /// [`Error::InvalidArgument`] where the type's name is none.
    pub fn regex(entity: &str, pattern: &str) -> Result<Self, Error> {
        Recognizer::regexes(entity, [pattern])
    }

    /// As [`regex`](Recognizer::regex), with several patterns; explanations number them from 1.
    ///
    /// # Errors
    /// As for one; [`Error::Pattern`] where there is none.
    pub fn regexes<P: AsRef<str>>(
        entity: &str,
        patterns: impl IntoIterator<Item = P>,
    ) -> Result<Self, Error> {
        let compile =
            |pattern: P| Pattern::new(pattern.as_ref()).map_err(|problem| refused("regex", problem));
        let patterns = patterns.into_iter().map(compile).collect::<Result<Vec<_>, _>>()?;
        if patterns.is_empty() {
            return Err(refused("regex", "there is no pattern"));
        }
        Recognizer::new(entity, Form::Regex(patterns))
    }

    /// Finds terms of one or several words: in any case, with or without accents, with the endings `s`, `es`, `n`, `en`
    /// (`ies` for `y`) on the last word, and with any white space or hyphens between words. The longest term wins.
    ///
    /// # Errors
    /// [`Error::Pattern`] where there is no term, a term has neither letter nor digit or is over 256 bytes, or there are
    /// more than 100,000; [`Error::InvalidArgument`] where the type's name is none.
    pub fn words<T: Into<String>>(entity: &str, terms: impl IntoIterator<Item = T>) -> Result<Self, Error> {
        let words = Words::new(terms.into_iter().map(Into::into).collect());
        Recognizer::new(entity, Form::Words(words.map_err(|problem| refused("words", problem))?.into()))
    }

    /// Finds what a template in the catalogue's shape notation fits: `9` a digit, `A` a letter, `X` either, `'ABC'` as
    /// it stands, `[A-F]` one of, `{n}` so many, separators space `-` `.` `/`, `~` an optional one, alternatives `|`,
    /// `?` at the end of one: only with a context word near. Letters may have any case unless `=` stands in front.
    ///
    /// # Errors
    /// [`Error::Pattern`] where the notation is wrong or the form is shorter than five characters;
    /// [`Error::InvalidArgument`] where the type's name is none.
    pub fn template(entity: &str, template: &str) -> Result<Self, Error> {
        let mut shapes = Vec::new();
        let mut next = Some(0);
        while let Some(at) = next {
            let (shape, then) =
                shape::parse(template.as_bytes(), at).map_err(|e| refused("template", e.problem()))?;
            shapes.push(shape);
            next = (then > 0).then_some(then);
        }
        Recognizer::new(entity, Form::Template { source: template.to_owned(), shapes })
    }

    /// Declares what a function of the host finds, so that it can be given a score, context words and a category, and
    /// so that a policy can name the type. The function itself is given to
    /// [`EngineBuilder::recognizer`](crate::EngineBuilder::recognizer).
    ///
    /// # Errors
    /// [`Error::InvalidArgument`] where the type's name is none.
    pub fn callback(entity: &str) -> Result<Self, Error> {
        Recognizer::new(entity, Form::Callback)
    }

    fn new(entity: &str, form: Form) -> Result<Self, Error> {
        let entity = EntityType::named(entity)?;
        if builtin(&entity).is_some_and(|e| e.category == Category::Benign) {
            return Err(Error::InvalidArgument {
                what: "entity type",
                problem: "is the name of a benign twin of the catalogue".to_owned(),
            });
        }
        Ok(Recognizer {
            entity,
            name: None,
            form,
            check: None,
            score: Score::new(SCORE),
            context: Vec::new(),
            category: None,
            sensitivity: Sensitivity::Medium,
        })
    }

    /// What explanations and the evidence of findings call it. Without a name they say how it finds and what:
    /// `regex:CONTRACT_NO`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Judges the values of a template. What fails the check is not found, unless a context word stands before it: then
    /// it is kept at a low score, since a mistyped number is still one.
    #[must_use]
    pub fn check(mut self, check: Check) -> Self {
        self.check = Some(check);
        self
    }

    /// How sure a match is before its check and the words near it are weighed (+20 % for a passed check, +15 % for a
    /// context word before it, +10 % for one after it). 75 % unless said otherwise; less than the policy's minimum
    /// means that it counts only with a word or a check.
    #[must_use]
    pub fn score(mut self, score: Score) -> Self {
        self.score = score;
        self
    }

    /// Words near a match that speak for it, up to 64 bytes before and 24 after, or in the name of the field. Single
    /// words, compared without case and accents.
    #[must_use]
    pub fn context<W: Into<String>>(mut self, words: impl IntoIterator<Item = W>) -> Self {
        self.context = words.into_iter().map(Into::into).collect();
        self
    }

    /// The family of a type of your own.
    #[must_use]
    pub fn category(mut self, category: Category) -> Self {
        self.category = Some(category);
        self
    }

    /// How much harm a leaked value does; for lists of types.
    #[must_use]
    pub fn sensitivity(mut self, sensitivity: Sensitivity) -> Self {
        self.sensitivity = sensitivity;
        self
    }

    /// The type it finds.
    pub fn entity_type(&self) -> &EntityType {
        &self.entity
    }

    /// How it finds: `regex`, `words`, `template` or `callback`.
    pub fn kind(&self) -> &'static str {
        self.form.key()
    }

    /// The family its findings belong to.
    pub(crate) fn family(&self) -> Category {
        builtin(&self.entity).map(|e| e.category).or(self.category).unwrap_or(Category::Business)
    }

    /// Whether its score was left as it is.
    pub(crate) fn scores_as_usual(&self) -> bool {
        self.score.percent() == SCORE
    }
}

/// The catalogue's definition of a type, if it has one.
fn builtin(entity: &EntityType) -> Option<&'static Entry> {
    CATALOG.iter().find(|e| e.id == entity.name()).copied()
}

fn refused(key: &str, problem: &str) -> Error {
    Error::Pattern { what: format!("recognizer {key}"), problem: problem.to_owned() }
}

impl fmt::Debug for Recognizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = match &self.form {
            Form::Regex(patterns) => patterns.len(),
            Form::Words(words) => words.source().len(),
            Form::Template { shapes, .. } => shapes.len(),
            Form::Callback => 1,
        };
        f.debug_struct("Recognizer")
            .field("entity", &self.entity)
            .field(self.form.key(), &parts)
            .field("score", &self.score)
            .finish_non_exhaustive()
    }
}
