//! Recognizers of the policy's owner: in code, in documents, and the names of their types in the rest of a policy.
//!
//! Comes in: `[[recognizer]]` tables and builder calls. Goes out: recognizers, and which type names a policy knows.
use serde_json::{Map, Value as Json};

use crate::catalog::CATALOG;
use crate::entity::{Category, EntityType, Sensitivity};
use crate::error::{Error, PolicyError};
use crate::recognizer::{Check, Form, Recognizer};

use super::Policy;
use super::document::pattern;
use super::fields::{Fields, category, filled, score, text, unknown};
use super::names::{self, Known};
use super::place::Fault;
use super::tree::{Node, Value};

/// The keys of a `[[recognizer]]`.
pub(super) const RECOGNIZER: &[&str] = &[
    "type",
    "name",
    "regex",
    "words",
    "template",
    "callback",
    "check",
    "score",
    "context",
    "category",
    "sensitivity",
];
/// The keys that say how it finds, of which there must be one.
const FORMS: [&str; 4] = ["regex", "words", "template", "callback"];

/// The most recognizers of one policy, and the most patterns and templates of all of them: each is tried by itself where
/// it may match.
const RECOGNIZERS: usize = 1000;
const PATTERNS: usize = 1000;

impl Policy {
    /// Adds a recognizer of your own. Those of one type find it together.
    ///
    /// ```
    /// use wimple::{Engine, Operator, Policy, Recognizer};
    /// let contract = Recognizer::regex("CONTRACT_NO", r"CT-\d{6}")?.context(["contract"]);
    /// let policy = Policy::new().on(contract.entity_type().clone(), Operator::remove()).recognizer(contract);
    /// let engine = Engine::builder().policy(policy).build()?;
    /// assert_eq!(engine.redact("contract CT-004711 ends")?.text(), "contract  ends");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    #[must_use]
    pub fn recognizer(mut self, recognizer: Recognizer) -> Self {
        self.recognizers.push(recognizer);
        self
    }

    /// The recognizers of your own, in the order they were added.
    pub fn recognizers(&self) -> &[Recognizer] {
        &self.recognizers
    }

    /// Declares a callback where the policy does not do so itself.
    pub(crate) fn declare(self, entity: &EntityType) -> Result<Self, Error> {
        if self.callbacks().any(|declared| declared == entity) {
            return Ok(self);
        }
        Ok(self.recognizer(Recognizer::callback(entity.name())?))
    }

    /// The types of declared callbacks.
    pub(crate) fn callbacks(&self) -> impl Iterator<Item = &EntityType> {
        self.recognizers.iter().filter(|r| r.form == Form::Callback).map(|r| &r.entity)
    }

    /// Looks for recognizers that cannot work, for types that nothing finds, and for declared callbacks that are not
    /// among those `given`.
    pub(crate) fn validate_own(&self, given: &[&EntityType]) -> Result<(), Error> {
        if let Some(r) = self.recognizers.iter().find(|r| r.problem().is_some()) {
            let problem = r.problem().map_or("", |(_, problem)| problem);
            return Err(built(format!("recognizer of {}: {problem}", r.entity)));
        }
        bounds(&self.recognizers).map_err(|problem| built(problem.to_owned()))?;
        if let Some(missing) = self.callbacks().find(|declared| !given.contains(declared)) {
            return Err(built(format!("the callback of {missing} was not given to the engine")));
        }
        let found_by_own = |entity: &EntityType| self.recognizers.iter().any(|r| r.entity == *entity);
        let known = |entity: &&EntityType| !is_builtin(entity) && !found_by_own(entity);
        if let Some(entity) = self.named().find(known) {
            return Err(built(format!("no recognizer finds {entity}")));
        }
        if let Some(entity) = self.enable.iter().chain(&self.disable).find(|entity| !is_builtin(entity)) {
            return Err(built(format!("{entity} is no built-in type that could be enabled or disabled")));
        }
        Ok(())
    }

    /// Every type that something other than a recognizer names.
    fn named(&self) -> impl Iterator<Item = &EntityType> {
        let types = self.types.iter().map(|(entity, _)| entity);
        let rules = self.rules.iter().flat_map(|rule| &rule.types);
        let allow = self.allow.iter().flat_map(|allow| &allow.types);
        let tests = self.tests.iter().flat_map(|test| test.finds.iter().flatten());
        types.chain(rules).chain(allow).chain(tests)
    }
}

fn is_builtin(entity: &EntityType) -> bool {
    CATALOG.iter().any(|e| e.id == entity.name())
}

fn built(problem: String) -> Error {
    Error::Policy(Box::new(PolicyError { problem, ..PolicyError::default() }))
}

/// Bounds how many there are, and holds that those of one type agree on its category.
fn bounds(recognizers: &[Recognizer]) -> Result<(), &'static str> {
    if recognizers.len() > RECOGNIZERS {
        return Err("more than 1000 recognizers");
    }
    let patterns = recognizers.iter().map(|r| match &r.form {
        Form::Regex(patterns) => patterns.len(),
        Form::Template { shapes, .. } => shapes.len(),
        Form::Words(_) | Form::Callback => 1,
    });
    if patterns.sum::<usize>() > PATTERNS {
        return Err("more than 1000 patterns and templates in recognizers");
    }
    let differs = |r: &Recognizer| {
        let first = recognizers.iter().find(|other| other.entity == r.entity);
        first.is_some_and(|first| first.family() != r.family())
    };
    if recognizers.iter().any(differs) {
        Err("recognizers of one type differ in its category")
    } else {
        Ok(())
    }
}

/// The type names that a document may use: the built-in ones and those of its recognizers.
pub(super) struct Types {
    own: Vec<EntityType>,
}

impl Types {
    pub(super) fn of(recognizers: &[Recognizer]) -> Self {
        Types { own: recognizers.iter().map(|r| r.entity.clone()).collect() }
    }

    /// The type of that name.
    pub(super) fn find(&self, name: &str) -> Option<EntityType> {
        self.own.iter().find(|own| own.name() == name).cloned().or_else(|| EntityType::builtin(name))
    }

    /// Reads the name of a type.
    pub(super) fn read(&self, node: &Node<'_>) -> Result<EntityType, Fault> {
        let name = text(node)?;
        self.find(name).ok_or_else(|| self.unknown(Known::Types, name, node))
    }

    fn unknown(&self, known: Known, name: &str, node: &Node<'_>) -> Fault {
        let fault = unknown(known, name, &node.at);
        match self.close_to(name) {
            Some(hint) => fault.hint(hint),
            None => fault,
        }
    }

    /// `did you mean …?` where a type of the document's own is what was probably meant.
    pub(super) fn close_to(&self, name: &str) -> Option<String> {
        names::closest(name, self.own.iter().map(EntityType::name))
    }
}

/// All `[[recognizer]]` tables.
pub(super) fn recognizers(f: &Fields<'_, '_>) -> Result<Vec<Recognizer>, Fault> {
    let recognizers = f.each("recognizer", recognizer)?;
    bounds(&recognizers).map_err(|problem| match f.node("recognizer") {
        Some(node) => Fault::new(&node.at, problem),
        None => Fault::new(&f.at, problem),
    })?;
    Ok(recognizers)
}

fn recognizer(node: &Node<'_>) -> Result<Recognizer, Fault> {
    let f = Fields::of(node, RECOGNIZER)?;
    let Some(entity) = f.node("type") else { return Err(Fault::new(&f.at, "type is missing")) };
    let name = text(entity)?;
    let given: Vec<&Node<'_>> = FORMS.iter().filter_map(|form| f.node(form)).collect();
    let form = match given[..] {
        [form] => form,
        [] => {
            let fault = Fault::new(&f.at, "nothing says how it finds");
            return Err(fault.hint("give regex, words, template or callback"));
        }
        [first, second, ..] => {
            let later = if first.at.start > second.at.start { first } else { second };
            return Err(Fault::new(&later.at, "a recognizer finds in one way").hint("make two recognizers"));
        }
    };
    let wrong = |error: Error| match error {
        Error::InvalidArgument { problem, .. } => {
            let problem =
                problem.strip_prefix("a name").map_or(problem.clone(), |rest| format!("a type{rest}"));
            Fault::new(&entity.at, problem).shown()
        }
        error => pattern(form, error),
    };
    let mut made = if f.node("regex").is_some() {
        let patterns = one_or_more(form, text)?;
        Recognizer::regexes(name, patterns).map_err(wrong)?
    } else if f.node("words").is_some() {
        Recognizer::words(name, f.each("words", filled)?).map_err(wrong)?
    } else if f.node("template").is_some() {
        Recognizer::template(name, text(form)?).map_err(wrong)?
    } else {
        match form.value {
            Value::Bool(true) => Recognizer::callback(name).map_err(wrong)?,
            _ => return Err(Fault::new(&form.at, "callback is true where there is one, else left out")),
        }
    };
    if let Some(name) = f.maybe("name", filled)? {
        made = made.name(name);
    }
    if let Some(check) = f.maybe("check", check)? {
        made = made.check(check);
    }
    if let Some(score) = f.maybe("score", score)? {
        made = made.score(score);
    }
    made = made.context(f.each("context", filled)?);
    if let Some(category) = f.maybe("category", category)? {
        made = made.category(category);
    }
    if let Some(sensitivity) = f.maybe("sensitivity", sensitivity)? {
        made = made.sensitivity(sensitivity);
    }
    match made.problem() {
        Some((key, problem)) => Err(Fault::new(f.node(key).map_or(&f.at, |node| &node.at), problem)),
        None => Ok(made),
    }
}

/// A value or a list of them.
fn one_or_more<'n, T>(
    node: &'n Node<'_>,
    read: impl Fn(&'n Node<'_>) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    match &node.value {
        Value::List(items) => items.iter().map(read).collect(),
        _ => Ok(vec![read(node)?]),
    }
}

fn check(node: &Node<'_>) -> Result<Check, Fault> {
    let name = text(node)?;
    Check::from_name(name).ok_or_else(|| unknown(names::CHECKS, name, &node.at))
}

fn sensitivity(node: &Node<'_>) -> Result<Sensitivity, Fault> {
    let name = text(node)?;
    Sensitivity::from_name(name).ok_or_else(|| unknown(names::SENSITIVITIES, name, &node.at))
}

/// A recognizer as a table of a document.
pub(super) fn written(r: &Recognizer) -> Json {
    let mut table = Map::new();
    let mut set = |key: &str, value: Json| {
        table.insert(key.to_owned(), value);
    };
    set("type", r.entity.name().into());
    let form = match &r.form {
        Form::Regex(patterns) => match &patterns[..] {
            [one] => one.source().into(),
            several => several.iter().map(|p| Json::from(p.source())).collect(),
        },
        Form::Words(words) => words.source().iter().map(|term| Json::from(term.as_str())).collect(),
        Form::Template { source, .. } => source.as_str().into(),
        Form::Callback => true.into(),
    };
    set(r.form.key(), form);
    if let Some(name) = &r.name {
        set("name", name.as_str().into());
    }
    if let Some(check) = r.check {
        set("check", check.name().into());
    }
    if !r.scores_as_usual() {
        set("score", (f64::from(r.score.percent()) / 100.0).into());
    }
    if !r.context.is_empty() {
        set("context", r.context.iter().map(|word| Json::from(word.as_str())).collect());
    }
    if let Some(category) = r.category {
        set("category", Category::name(category).into());
    }
    if r.sensitivity != Sensitivity::Medium {
        set("sensitivity", r.sensitivity.name().into());
    }
    Json::Object(table)
}
