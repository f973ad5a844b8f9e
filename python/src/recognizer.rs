//! Recognizers of a user's own: arguments come in, what a policy document says of them goes out; and functions of Python
//! that the core calls back.
use std::cell::RefCell;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDict, PyIterator, PyMapping, PyString, PyTuple};
use serde_json::{Map, Value};
use wimple::{EngineBuilder, EntityType, Input, Match, Score};

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

    /// Finds what a template in the shape notation fits: `'K'-999999`. `check` is `luhn` or `mod97`.
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

    /// Declares what a callable finds that is given to `Engine(callbacks={...})`, with its score, words and category.
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

/// The callables of an engine, by the type they find.
#[derive(Default)]
pub(crate) struct Callbacks(Vec<(String, Arc<Py<PyAny>>)>);

impl Callbacks {
    pub(crate) fn given(py: Python<'_>, given: Option<&Bound<'_, PyMapping>>) -> PyResult<Self> {
        let mut callbacks = Callbacks::default();
        let Some(given) = given else { return Ok(callbacks) };
        for item in given.items()?.iter() {
            let (name, function): (Bound<'_, PyString>, Bound<'_, PyAny>) = item.extract()?;
            if !function.is_callable() {
                return Err(pyo3::exceptions::PyTypeError::new_err(
                    "callbacks: a mapping from entity types to callables",
                ));
            }
            let name = utf8(&name)?;
            EntityType::named(name).map_err(|e| errors::raise(py, &e))?;
            callbacks.0.push((name.to_owned(), Arc::new(function.unbind())));
        }
        Ok(callbacks)
    }

    pub(crate) fn give(&self, builder: EngineBuilder) -> EngineBuilder {
        self.0.iter().fold(builder, |builder, (name, function)| {
            let function = Arc::clone(function);
            // A name that is none was refused when the callables were given.
            let Ok(entity) = EntityType::named(name) else { return builder };
            builder.callback(entity, move |input| ask(&function, input))
        })
    }

    /// As they were given, or none where there are none: what an engine is pickled with.
    pub(crate) fn kept<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDict>>> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let kept = PyDict::new(py);
        let dumps = py.import("pickle")?.getattr("dumps")?;
        for (name, function) in &self.0 {
            if dumps.call1((function.bind(py),)).is_err() {
                return Err(pyo3::exceptions::PyTypeError::new_err(format!(
                    "the callback of {name} cannot be pickled, and so its Engine cannot; a function of a module can"
                )));
            }
            kept.set_item(name, function.bind(py))?;
        }
        Ok(Some(kept))
    }
}

/// Asks a callable about a text: `function(text, hints)` gives `(start, end)` or `(start, end, score)` each.
fn ask(function: &Py<PyAny>, input: &Input<'_>) -> Result<Vec<Match>, &'static str> {
    Python::attach(|py| answer(function.bind(py), input)).map_err(|error| {
        STOPPED.with_borrow_mut(|stopped| *stopped = Some(error));
        "it raised an exception"
    })
}

fn answer(function: &Bound<'_, PyAny>, input: &Input<'_>) -> PyResult<Vec<Match>> {
    let py = function.py();
    let text = PyString::new(py, input.text());
    let matches = function.call1((text, hints(py, input)?))?;
    let places = PyIterator::from_object(&matches)?.map(|one| place(&one?)).collect::<PyResult<Vec<_>>>()?;
    let mut edges: Vec<usize> = places.iter().flat_map(|(start, end, _)| [*start, *end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let bytes = byte_offsets(input.text(), &edges);
    let byte = |edge: usize| match edges.binary_search(&edge) {
        Ok(at) => bytes.get(at).copied().unwrap_or(usize::MAX),
        Err(_) => usize::MAX,
    };
    let found = |(start, end, score): &(usize, usize, Option<u8>)| {
        let found = Match::new(byte(*start)..byte(*end));
        score.map_or(found, |percent| found.score(Score::new(percent)))
    };
    Ok(places.iter().map(found).collect())
}

/// One match as the callable gives it, in code points.
fn place(given: &Bound<'_, PyAny>) -> PyResult<(usize, usize, Option<u8>)> {
    let given = given.cast::<PyTuple>()?;
    let (start, end) = (given.get_item(0)?.extract()?, given.get_item(1)?.extract()?);
    let score = match given.len() {
        2 => None,
        3 => {
            let score: f64 = given.get_item(2)?.extract()?;
            if !(0.0..=1.0).contains(&score) {
                return Err(pyo3::exceptions::PyValueError::new_err("score: from 0.0 to 1.0"));
            }
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
            let percent = (score * 100.0).round() as u8;
            Some(percent)
        }
        _ => {
            return Err(pyo3::exceptions::PyValueError::new_err(
                "a match is (start, end) or (start, end, score)",
            ));
        }
    };
    Ok((start, end, score))
}

/// Where each of `edges`, ascending code points, stands in bytes; beyond the end of the text where it is beyond it.
fn byte_offsets(text: &str, edges: &[usize]) -> Vec<usize> {
    if text.is_ascii() {
        return edges.to_vec();
    }
    let mut characters = text.char_indices().map(|(at, _)| at).chain([text.len()]).enumerate();
    let find = |edge: &usize| characters.by_ref().find(|(n, _)| n == edge).map_or(usize::MAX, |(_, at)| at);
    edges.iter().map(find).collect()
}

fn hints<'py>(py: Python<'py>, input: &Input<'_>) -> PyResult<Bound<'py, PyDict>> {
    let hints = PyDict::new(py);
    hints.set_item("path", input.path_hint())?;
    hints.set_item("region", input.region_hint())?;
    let day = |d: wimple::Date| PyDate::new(py, i32::from(d.year), d.month, d.day);
    hints.set_item("today", input.today_hint().map(day).transpose()?)?;
    Ok(hints)
}

thread_local! {
    /// What a callable raised, until the call that asked it is back in Python.
    static STOPPED: RefCell<Option<PyErr>> = const { RefCell::new(None) };
}

/// What the callable raised: as it is where it is no error but an interrupt, else the name of its class.
pub(crate) fn stopped(py: Python<'_>) -> Option<Result<String, PyErr>> {
    let error = STOPPED.take()?;
    if !error.is_instance_of::<pyo3::exceptions::PyException>(py) {
        return Some(Err(error));
    }
    let name = error.get_type(py).name().map(|name| name.to_string());
    Some(Ok(name.unwrap_or_else(|_| "an exception".to_owned())))
}
