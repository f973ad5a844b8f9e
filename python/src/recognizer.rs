//! Recognizers of a user's own: arguments come in, what a policy document says of them goes out.
use pyo3::prelude::*;
use pyo3::types::PyString;
use serde_json::{Map, Value};

use crate::document;
use crate::errors;
use crate::finding::hashed;
use crate::result::parsed;
use crate::text::utf8;

/// Finds what only its owner knows. Made by `Recognizer.regex`, `.words`, `.template` and `.callback`, and given to
/// `Policy(recognizers=[...])`.
#[pyclass(module = "wimple", frozen)]
#[derive(Clone, PartialEq)]
pub(crate) struct Recognizer {
    /// A `[[recognizer]]` of a policy document.
    table: Map<String, Value>,
}

/// What every recognizer may be told.
struct Common<'a, 'py> {
    score: Option<f64>,
    context: Option<&'a Bound<'py, PyAny>>,
    category: Option<&'a str>,
    sensitivity: Option<&'a str>,
    name: Option<&'a str>,
}

impl Recognizer {
    /// The core says now, not when a policy is made of it, what it does not take.
    fn checked(py: Python<'_>, table: Map<String, Value>) -> PyResult<Self> {
        let mut keys = Map::new();
        keys.insert("version".to_owned(), 1.into());
        keys.insert("recognizer".to_owned(), Value::from(vec![Value::from(table.clone())]));
        document::read(py, keys)?;
        Ok(Recognizer { table })
    }

    fn made(
        py: Python<'_>,
        entity_type: &Bound<'_, PyString>,
        how: (&str, Value),
        common: Common<'_, '_>,
    ) -> PyResult<Self> {
        let mut table = Map::new();
        let mut say = |key: &str, value: Value| {
            table.insert(key.to_owned(), value);
        };
        say("type", utf8(entity_type)?.into());
        say(how.0, how.1);
        if let Some(score) = common.score {
            say("score", score.into());
        }
        if let Some(words) = common.context {
            say("context", document::names(py, "context", words)?.into());
        }
        for (key, value) in
            [("category", common.category), ("sensitivity", common.sensitivity), ("name", common.name)]
        {
            if let Some(value) = value {
                say(key, value.into());
            }
        }
        Recognizer::checked(py, table)
    }

    pub(crate) fn table(&self) -> &Map<String, Value> {
        &self.table
    }
}

/// All of the recognizers given, as tables of a document.
pub(crate) fn tables(given: &Bound<'_, PyAny>) -> PyResult<Vec<Value>> {
    given.try_iter()?.map(|one| Ok(Value::from(one?.cast::<Recognizer>()?.get().table().clone()))).collect()
}

#[pymethods]
impl Recognizer {
    #[new]
    fn new(py: Python<'_>, settings: &Bound<'_, PyAny>) -> PyResult<Self> {
        let settings: String = py.import("json")?.call_method1("dumps", (settings,))?.extract()?;
        match serde_json::from_str::<Value>(&settings) {
            Ok(Value::Object(table)) => Recognizer::checked(py, table),
            _ => Err(errors::argument(py, "settings: a mapping, as a [[recognizer]] of a policy document")),
        }
    }

    /// Finds what a regular expression matches, or one of several. No look-around; a group named `value` is the value
    /// where only a part of the match is. Matches begin and end where words do.
    #[staticmethod]
    #[pyo3(signature = (entity_type, pattern, *, score=None, context=None, category=None, sensitivity=None, name=None))]
    fn regex(
        entity_type: &Bound<'_, PyString>,
        pattern: &Bound<'_, PyAny>,
        score: Option<f64>,
        context: Option<&Bound<'_, PyAny>>,
        category: Option<&str>,
        sensitivity: Option<&str>,
        name: Option<&str>,
    ) -> PyResult<Self> {
        let py = entity_type.py();
        let pattern: Value = match pattern.cast::<PyString>() {
            Ok(one) => utf8(one)?.into(),
            Err(_) => document::names(py, "pattern", pattern)?.into(),
        };
        let common = Common { score, context, category, sensitivity, name };
        Recognizer::made(py, entity_type, ("regex", pattern), common)
    }

    /// Finds terms of one or several words: in any case, with or without accents, with the endings `s`, `es`, `n`, `en`.
    #[staticmethod]
    #[pyo3(signature = (entity_type, terms, *, score=None, context=None, category=None, sensitivity=None, name=None))]
    fn words(
        entity_type: &Bound<'_, PyString>,
        terms: &Bound<'_, PyAny>,
        score: Option<f64>,
        context: Option<&Bound<'_, PyAny>>,
        category: Option<&str>,
        sensitivity: Option<&str>,
        name: Option<&str>,
    ) -> PyResult<Self> {
        let py = entity_type.py();
        let terms = document::names(py, "terms", terms)?.into();
        let common = Common { score, context, category, sensitivity, name };
        Recognizer::made(py, entity_type, ("words", terms), common)
    }

    /// Finds what a template in the shape notation fits: `'K'-999999`. `check` is `luhn`, `gs1`, `verhoeff`,
    /// `mod11_2`, `mod11_10` or `mod97`.
    #[staticmethod]
    #[pyo3(signature = (entity_type, template, *, check=None, score=None, context=None, category=None, sensitivity=None, name=None))]
    #[expect(clippy::too_many_arguments, reason = "keywords of a Python constructor")]
    fn template(
        entity_type: &Bound<'_, PyString>,
        template: &Bound<'_, PyString>,
        check: Option<&str>,
        score: Option<f64>,
        context: Option<&Bound<'_, PyAny>>,
        category: Option<&str>,
        sensitivity: Option<&str>,
        name: Option<&str>,
    ) -> PyResult<Self> {
        let py = entity_type.py();
        let common = Common { score, context, category, sensitivity, name };
        let made = Recognizer::made(py, entity_type, ("template", utf8(template)?.into()), common)?;
        let Some(check) = check else { return Ok(made) };
        let mut table = made.table;
        table.insert("check".to_owned(), check.into());
        Recognizer::checked(py, table)
    }

    /// Declares what a callable finds that is given to `Engine(recognizers={...})`, with its score, words and category.
    #[staticmethod]
    #[pyo3(signature = (entity_type, *, score=None, context=None, category=None, sensitivity=None, name=None))]
    fn callback(
        entity_type: &Bound<'_, PyString>,
        score: Option<f64>,
        context: Option<&Bound<'_, PyAny>>,
        category: Option<&str>,
        sensitivity: Option<&str>,
        name: Option<&str>,
    ) -> PyResult<Self> {
        let common = Common { score, context, category, sensitivity, name };
        Recognizer::made(entity_type.py(), entity_type, ("callback", true.into()), common)
    }

    /// The entity type it finds.
    #[getter]
    fn entity_type(&self) -> &str {
        self.table.get("type").and_then(Value::as_str).unwrap_or_default()
    }

    /// How it finds: `regex`, `words`, `template` or `callback`.
    #[getter]
    fn kind(&self) -> &'static str {
        ["regex", "words", "template", "callback"]
            .into_iter()
            .find(|kind| self.table.contains_key(*kind))
            .unwrap_or("callback")
    }

    fn __getnewargs__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>,)> {
        Ok((parsed(py, &Value::from(self.table.clone()).to_string())?,))
    }

    fn __eq__(&self, other: &Bound<'_, Recognizer>) -> bool {
        self.table == other.get().table
    }

    fn __hash__(&self) -> u64 {
        hashed(&Value::from(self.table.clone()).to_string())
    }

    fn __repr__(&self) -> String {
        format!("Recognizer({}: {})", self.kind(), self.entity_type())
    }
}
