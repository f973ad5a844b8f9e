//! Mappings, documents and files come in; policies of the core go out.
use std::path::PathBuf;

use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::types::{PyMapping, PyString, PyTuple, PyType};
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
/// `recognizers` find what only you know. `extends` names presets that it starts from (`Policy.presets()`);
/// `override_reason` says why it may be weaker than they are.
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
    #[pyo3(signature = (rules=None, *, default=None, minimum_score=None, enable=None, disable=None, specimens=None, names=None, allow=None, benign=None, recognizers=None, extends=None, override_reason=None))]
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
        extends: Option<&Bound<'_, PyAny>>,
        override_reason: Option<&str>,
    ) -> PyResult<Self> {
        let mut keys = Map::new();
        let mut say = |key: &str, value: Value| {
            keys.insert(key.to_owned(), value);
        };
        say("version", 1.into());
        if let Some(presets) = extends {
            let presets = document::names(py, "extends", presets)?;
            if !presets.is_empty() {
                say("extends", presets.into());
            }
        }
        if let Some(reason) = override_reason {
            say("override_reason", reason.into());
        }
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

    /// A policy that follows a law or standard: `"pci-dss"`, `"hipaa-safe-harbor"`, `"gdpr"` or `"ccpa"`.
    #[classmethod]
    fn preset(cls: &Bound<'_, PyType>, name: &Bound<'_, PyString>) -> PyResult<Self> {
        wimple::Policy::preset(utf8(name)?).map(Policy::of).map_err(|e| errors::raise(cls.py(), &e))
    }

    /// The names of the presets.
    #[staticmethod]
    fn presets() -> Vec<&'static str> {
        wimple::Policy::presets().collect()
    }

    /// The document of a preset, in which a comment beside each line names the paragraph it follows; None where there is
    /// no such preset.
    #[staticmethod]
    fn preset_document(name: &Bound<'_, PyString>) -> PyResult<Option<&'static str>> {
        Ok(wimple::Policy::preset_document(utf8(name)?))
    }

    /// In what this policy is weaker than another: what it leaves in a text, shows, or lets be had back that the other
    /// does not.
    fn weaker_than(&self, other: &Bound<'_, Policy>) -> Vec<Weakening> {
        self.inner.weaker_than(&other.get().inner).into_iter().map(Weakening).collect()
    }

    /// What works and may not be what was meant, one sentence each.
    fn warnings(&self) -> Vec<String> {
        self.inner.warnings().iter().map(ToString::to_string).collect()
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

/// One thing in which a policy is weaker than another. `str()` says it in a sentence.
#[pyclass(module = "wimple", frozen, eq)]
#[derive(PartialEq)]
pub(crate) struct Weakening(wimple::Weakening);

#[pymethods]
impl Weakening {
    /// The types it is about; none where it is about all.
    #[getter]
    fn entity_types<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.entity_types().iter().map(wimple::EntityType::name))
    }

    /// The path pattern it is about; empty where it is about texts without one.
    #[getter]
    fn path(&self) -> &str {
        self.0.path()
    }

    /// What the stronger policy does.
    #[getter]
    fn was(&self) -> &str {
        self.0.was()
    }

    /// What the weaker one does.
    #[getter]
    fn now(&self) -> &str {
        self.0.now()
    }

    /// In what that is weaker, in a few words each.
    #[getter]
    fn why<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.why())
    }

    fn __hash__(&self) -> u64 {
        hashed(&self.0.to_string())
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("Weakening({:?})", self.0.to_string())
    }
}
