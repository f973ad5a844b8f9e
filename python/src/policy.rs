//! Mappings, documents and files come in; policies of the core go out.
use std::path::PathBuf;

use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::types::{PyMapping, PyString, PyType};
use serde_json::{Map, Value, json};

use crate::document;
use crate::errors;
use crate::finding::hashed;
use crate::operator::Operator;
use crate::recognizer;
use crate::text::utf8;

/// What is done to which kind of data.
///
/// `rules` maps entity types and categories to operators, the first that fits wins; `default` is for all others
/// (`label()` unless said otherwise). `minimum_score` (0.0 to 1.0) is what a finding needs to count. `enable` and
/// `disable` change the default set of entity types. `specimens` is `"redact"` or `"ignore"`. `names=False`
/// leaves the name model out. `allow` lists values
/// that are never touched, `benign` maps names of your own harmless numbers to their shapes (`"'ORD'-99999999"`).
/// `recognizers` find what only you know.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct Policy {
    inner: wimple::Policy,
}

impl Policy {
    pub(crate) fn of(inner: wimple::Policy) -> Self {
        Policy { inner }
    }

    /// What `repr` may say: counts, since allow lists and examples hold values.
    pub(crate) fn shown(&self) -> String {
        let document: Value = serde_json::from_str(&self.to_json()).unwrap_or_default();
        let rules = document.get("rule").and_then(Value::as_array).map_or(0, Vec::len);
        format!("rules: {rules}, tests: {}", self.inner.tests().len())
    }

    /// A policy, a document, or none.
    pub(crate) fn given(
        py: Python<'_>,
        given: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Option<wimple::Policy>> {
        let Some(given) = given else { return Ok(None) };
        if let Ok(policy) = given.cast::<Policy>() {
            return Ok(Some(policy.get().inner.clone()));
        }
        let document = given.cast::<PyString>().map_err(|_| {
            pyo3::exceptions::PyTypeError::new_err("policy: a Policy, a document as str, or None")
        })?;
        read(py, utf8(document)?).map(Some)
    }
}

fn read(py: Python<'_>, document: &str) -> PyResult<wimple::Policy> {
    wimple::Policy::from_document(document).map_err(|e| errors::raise(py, &e))
}

#[pymethods]
impl Policy {
    #[new]
    #[pyo3(signature = (rules=None, *, default=None, minimum_score=None, enable=None, disable=None, specimens=None, names=None, allow=None, benign=None, recognizers=None))]
    #[expect(clippy::too_many_arguments, reason = "keywords of a Python constructor")]
    fn new(
        py: Python<'_>,
        rules: Option<&Bound<'_, PyMapping>>,
        default: Option<&Bound<'_, Operator>>,
        minimum_score: Option<f64>,
        enable: Option<&Bound<'_, PyAny>>,
        disable: Option<&Bound<'_, PyAny>>,
        specimens: Option<&str>,
        names: Option<bool>,
        allow: Option<&Bound<'_, PyAny>>,
        benign: Option<&Bound<'_, PyMapping>>,
        recognizers: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let mut keys = Map::new();
        let mut say = |key: &str, value: Value| {
            keys.insert(key.to_owned(), value);
        };
        say("version", 1.into());
        if let Some(operator) = default {
            say("default", operator.get().table().clone().into());
        }
        if let Some(score) = minimum_score {
            say("minimum_score", score.into());
        }
        if let Some(types) = enable {
            say("enable", document::names(py, "enable", types)?.into());
        }
        if let Some(types) = disable {
            say("disable", document::names(py, "disable", types)?.into());
        }
        if let Some(word) = specimens {
            say("specimens", word.into());
        }
        if let Some(read) = names {
            say("names", read.into());
        }
        if let Some(values) = allow {
            let values = document::names(py, "allow", values)?;
            if !values.is_empty() {
                say("allow", json!([{ "values": values }]));
            }
        }
        if let Some(shapes) = benign {
            say("benign", document::templates(shapes)?.into());
        }
        if let Some(recognizers) = recognizers {
            say("recognizer", recognizer::tables(recognizers)?.into());
        }
        if let Some(rules) = rules {
            say("rule", document::rules(rules)?.into());
        }
        document::read(py, keys).map(Policy::of)
    }

    /// The policy of a document in TOML or JSON.
    #[classmethod]
    fn from_document(cls: &Bound<'_, PyType>, document: &Bound<'_, PyString>) -> PyResult<Self> {
        read(cls.py(), utf8(document)?).map(Policy::of)
    }

    /// The policy of a file that holds such a document.
    #[classmethod]
    fn from_file(cls: &Bound<'_, PyType>, path: PathBuf) -> PyResult<Self> {
        let py = cls.py();
        let bytes = std::fs::read(&path).map_err(|error| match error.raw_os_error() {
            // With number, message and name Python picks the subclass and words it as its own `open` does.
            Some(number) => match py.import("os").and_then(|os| os.call_method1("strerror", (number,))) {
                Ok(message) => PyOSError::new_err((number, message.unbind(), path.clone())),
                Err(error) => error,
            },
            None => error.into(),
        })?;
        let document = std::str::from_utf8(&bytes).map_err(|e| {
            errors::input(py, &format!("the policy file is not UTF-8 from byte {} on", e.valid_up_to()))
        })?;
        read(py, document).map(Policy::of)
    }

    /// The policy as a JSON document, which `from_document` reads back.
    fn to_json(&self) -> String {
        self.inner.to_json()
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((slf.get_type().getattr("from_document")?, (slf.get().to_json(),)))
    }

    fn __eq__(&self, other: &Bound<'_, Policy>) -> bool {
        self.to_json() == other.get().to_json()
    }

    fn __hash__(&self) -> u64 {
        hashed(&self.to_json())
    }

    fn __repr__(&self) -> String {
        format!("Policy({})", self.shown())
    }
}
