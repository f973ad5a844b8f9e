//! Which operator for what.
//!
//! Comes in: a document or builder calls, later findings. Goes out: one decision per finding, and what the detector
//! needs to know. Knows nothing of how findings are made or operators applied.
use crate::catalog::template::Template;
use crate::entity::{Category, EntityType};
use crate::error::Error;
use crate::recognizer::Recognizer;
use crate::score::Score;

mod allow;
mod decide;
mod diff;
mod document;
mod exposure;
mod extended;
mod fields;
mod generalize;
mod glob;
mod keyed;
mod law;
mod names;
mod operator;
mod options;
mod own;
mod place;
mod preset;
mod rule;
mod test;
mod tree;
mod validate;
mod warning;
mod write;

pub use allow::Allow;
pub(crate) use decide::Decision;
pub use diff::Weakening;
pub use generalize::{Generalization, Generalize};
pub use keyed::{Fpe, ShiftDate, TokenForm, Tokenize};
pub(crate) use operator::MaskLength;
pub use operator::{Custom, Mask, Operator, Partial, Placeholder};
pub use rule::Rule;
pub use test::PolicyTest;
pub use warning::PolicyWarning;

/// Which operator for what, which types to look for, and what to leave alone.
///
/// ```
/// use wimple::{entity, Category, Operator, Policy};
/// let policy = Policy::new()
///     .default(Operator::label())
///     .on(entity::CREDIT_CARD, Operator::mask().keep_last(4))
///     .on_category(Category::Secret, Operator::remove());
/// let same = Policy::from_toml(r#"
///     version = 1
///     [on]
///     CREDIT_CARD = { operator = "mask", keep_last = 4 }
///     secret = "remove"
/// "#)?;
/// assert_eq!(policy, same);
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// For a finding, in this order: specimens, where they are ignored, and allowed values stay; the first matching
/// [`Rule`] decides; then [`on`](Policy::on) its type, [`on_category`](Policy::on_category), and the default.
///
/// `Debug` shows the configuration, but neither allowed values nor the texts of tests.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    default: Operator,
    minimum: Score,
    ignore_specimens: bool,
    names: bool,
    enable: Vec<EntityType>,
    disable: Vec<EntityType>,
    // Both sorted by key, so that the order of calls and of keys in a document is no difference.
    types: Vec<(EntityType, Operator)>,
    categories: Vec<(Category, Operator)>,
    rules: Vec<Rule>,
    allow: Vec<Allow>,
    benign: Vec<Template>,
    recognizers: Vec<Recognizer>,
    tests: Vec<PolicyTest>,
    /// The presets it started from; what they say is in the fields above.
    extends: Vec<&'static preset::Preset>,
    override_reason: Option<String>,
}

impl Policy {
    /// Labels everything of the default set at a score of 50 % or more.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "`default` sets the default operator; two would confuse")]
    pub fn new() -> Self {
        Policy {
            default: Operator::Label,
            minimum: Score::DEFAULT_MINIMUM,
            ignore_specimens: false,
            names: true,
            enable: Vec::new(),
            disable: Vec::new(),
            types: Vec::new(),
            categories: Vec::new(),
            rules: Vec::new(),
            allow: Vec::new(),
            benign: Vec::new(),
            recognizers: Vec::new(),
            tests: Vec::new(),
            extends: Vec::new(),
            override_reason: None,
        }
    }

    /// What is done where nothing else is said.
    #[must_use]
    pub fn default(mut self, operator: impl Into<Operator>) -> Self {
        self.default = operator.into();
        self
    }

    /// What is done to one type where no rule matches. Said twice, the later counts.
    #[must_use]
    pub fn on(mut self, entity: EntityType, operator: impl Into<Operator>) -> Self {
        put(&mut self.types, entity, operator.into());
        self
    }

    /// What is done to a category where no rule matches and its type is not named. Said twice, the later counts.
    #[must_use]
    pub fn on_category(mut self, category: Category, operator: impl Into<Operator>) -> Self {
        put(&mut self.categories, category, operator.into());
        self
    }

    /// Adds a rule behind those that are there.
    #[must_use]
    pub fn rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }

    /// The score below which nothing is reported, unless a rule asks for less.
    #[must_use]
    pub fn minimum_score(mut self, score: Score) -> Self {
        self.minimum = score;
        self
    }

    /// Looks for a type that is not in the default set, or was disabled.
    #[must_use]
    pub fn enable(mut self, entity: EntityType) -> Self {
        self.disable.retain(|e| *e != entity);
        insert(&mut self.enable, entity);
        self
    }

    /// Does not look for a type.
    #[must_use]
    pub fn disable(mut self, entity: EntityType) -> Self {
        self.enable.retain(|e| *e != entity);
        insert(&mut self.disable, entity);
        self
    }

    /// Whether published test numbers and reserved values (4111 1111 1111 1111, example.com) stay in the text.
    #[must_use]
    pub fn ignore_specimens(mut self, ignore: bool) -> Self {
        self.ignore_specimens = ignore;
        self
    }

    /// Whether the name model reads the text (it does, where the library was built with the feature `names`). Without it
    /// names and addresses are found by what leads to them alone ("my name is", a street's type), at the speed of the
    /// scan.
    ///
    /// ```
    /// use wimple::{Engine, Policy};
    /// let text = "thanks, talked to Maria Lopez yesterday";
    /// let without = Engine::builder().policy(Policy::new().names(false)).build()?;
    /// assert_eq!(without.redact("my name is Ann Lee")?.text(), "my name is [PERSON]");
    /// assert!(without.analyze(text)?.len() <= Engine::new().analyze(text)?.len());
    /// # Ok::<(), wimple::Error>(())
    /// ```
    #[must_use]
    pub fn names(mut self, read: bool) -> Self {
        self.names = read;
        self
    }

    /// Adds values that are never touched: own addresses, brand names.
    #[must_use]
    pub fn allow(mut self, allow: Allow) -> Self {
        self.allow.push(allow);
        self
    }

    /// Adds the form of an own order or ticket number, so that it is not taken for personal data.
    #[must_use]
    pub fn benign(mut self, template: Template) -> Self {
        self.benign.push(template);
        self
    }

    /// Reads a TOML document.
    ///
    /// # Errors
    /// [`Error::Policy`] with line, column and hint where the document is not exactly right.
    pub fn from_toml(document: &str) -> Result<Self, Error> {
        document::read(document, tree::from_toml)
    }

    /// Reads a JSON document: the keys of the TOML form, no comments, no trailing commas.
    ///
    /// # Errors
    /// [`Error::Policy`] with line, column and hint where the document is not exactly right.
    pub fn from_json(document: &str) -> Result<Self, Error> {
        document::read(document, tree::from_json)
    }

    /// Reads JSON where the first character that is not white space is `{`, else TOML.
    ///
    /// # Errors
    /// [`Error::Policy`] with line, column and hint where the document is not exactly right.
    pub fn from_document(document: &str) -> Result<Self, Error> {
        if document.trim_start().starts_with('{') {
            Policy::from_json(document)
        } else {
            Policy::from_toml(document)
        }
    }

    /// The policy as a JSON document, from which [`from_json`](Policy::from_json) reads the same policy. Holds the
    /// allowed values and the texts of tests.
    pub fn to_json(&self) -> String {
        write::policy(self).to_string()
    }

    /// The `[[test]]` examples of the document.
    pub fn tests(&self) -> &[PolicyTest] {
        &self.tests
    }
}

/// Sets `key` in a list that is sorted by key.
fn put<K: Ord>(list: &mut Vec<(K, Operator)>, key: K, operator: Operator) {
    match list.binary_search_by(|(k, _)| k.cmp(&key)) {
        Ok(at) => {
            if let Some(slot) = list.get_mut(at) {
                slot.1 = operator;
            }
        }
        Err(at) => list.insert(at, (key, operator)),
    }
}

/// Adds `entity` to a sorted list without doubles.
fn insert(list: &mut Vec<EntityType>, entity: EntityType) {
    if let Err(at) = list.binary_search(&entity) {
        list.insert(at, entity);
    }
}
