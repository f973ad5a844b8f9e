//! `[[recognizer]]` tables of documents, and the type names that documents with them may use.
//!
//! Comes in: tables. Goes out: recognizers, or what is wrong and where; and recognizers as tables again.
use serde_json::{Map, Value as Json};

use super::bounds;
use crate::entity::{Category, EntityType, Sensitivity};
use crate::error::Error;
use crate::policy::document::pattern;
use crate::policy::fields::{Fields, category, filled, score, text, unknown};
use crate::policy::names::{self, Known};
use crate::policy::place::Fault;
use crate::policy::tree::{Node, Value};
use crate::recognizer::{Check, Form, Recognizer};

/// The keys of a `[[recognizer]]`.
pub(in crate::policy) const RECOGNIZER: &[&str] = &[
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

/// The type names that a document may use: the built-in ones and those of its recognizers.
pub(in crate::policy) struct Types {
    own: Vec<EntityType>,
}

impl Types {
    pub(in crate::policy) fn of(recognizers: &[Recognizer]) -> Self {
        Types { own: recognizers.iter().map(|r| r.entity.clone()).collect() }
    }

    /// The type of that name.
    pub(in crate::policy) fn find(&self, name: &str) -> Option<EntityType> {
        self.own.iter().find(|own| own.name() == name).cloned().or_else(|| EntityType::builtin(name))
    }

    /// Reads the name of a type.
    pub(in crate::policy) fn read(&self, node: &Node<'_>) -> Result<EntityType, Fault> {
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
    pub(in crate::policy) fn close_to(&self, name: &str) -> Option<String> {
        names::closest(name, self.own.iter().map(EntityType::name))
    }
}

/// All `[[recognizer]]` tables.
pub(in crate::policy) fn recognizers(f: &Fields<'_, '_>) -> Result<Vec<Recognizer>, Fault> {
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
pub(in crate::policy) fn written(r: &Recognizer) -> Json {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_documents_are_those_of_the_types() {
        let checks = Check::ALL.map(Check::name);
        let levels = [Sensitivity::Low, Sensitivity::Medium, Sensitivity::High, Sensitivity::Critical];
        assert_eq!(names::CHECKS.all(), checks);
        assert_eq!(names::SENSITIVITIES.all(), levels.map(Sensitivity::name));
    }
}
