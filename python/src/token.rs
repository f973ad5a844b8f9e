//! Texts with tokens come in; texts with values, renewed texts and lists of tokens go out.
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyAny, PyString};
use wimple::{RestoreOptions, Span, Units};

use crate::result::{Restored, parsed};
use crate::text::{Hints, utf8, work};

/// Puts the values of tokens back. `size` is how much work it is.
pub(crate) fn restore(
    engine: &wimple::Engine,
    text: &Bound<'_, PyString>,
    size: usize,
    hints: Hints<'_>,
    options: RestoreOptions<'_>,
) -> PyResult<Restored> {
    let (py, body) = (text.py(), utf8(text)?);
    let restored = work(py, size, || engine.restore_with(hints.with(body), options))?;
    Ok(Restored::of(py, &restored))
}

/// Renews the tokens of a text. `size` is how much work it is.
pub(crate) fn retokenize(
    engine: &wimple::Engine,
    text: &Bound<'_, PyString>,
    size: usize,
    hints: Hints<'_>,
) -> PyResult<Retokenized> {
    let (py, body) = (text.py(), utf8(text)?);
    let renewed = work(py, size, || engine.retokenize(hints.with(body)))?;
    Ok(Retokenized { text: PyString::new(py, renewed.text()).unbind(), report: renewed.report().to_json() })
}

/// A text whose tokens were renewed.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct Retokenized {
    text: Py<PyString>,
    report: String,
}

#[pymethods]
impl Retokenized {
    /// The text to keep instead.
    #[getter]
    fn text(&self, py: Python<'_>) -> Py<PyString> {
        self.text.clone_ref(py)
    }

    /// How it went, in numbers: safe to log.
    #[getter]
    fn report<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        parsed(py, &self.report)
    }

    fn __repr__(&self) -> String {
        format!("Retokenized({})", self.report)
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(
            "a Retokenized is what one call gave and cannot be pickled; pickle its text and its report",
        ))
    }
}

/// A place in a text that reads like a token. Holds where and what, never the value.
#[pyclass(module = "wimple", frozen, get_all)]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct FoundToken {
    /// Index of its first character.
    start: usize,
    /// Index one past its last character.
    end: usize,
    /// `"own"`, `"unknown_key"`, `"destroyed_key"`, `"forged"` or `"damaged"`.
    state: &'static str,
    /// `"vault"`, `"deterministic"`, `"random"` or `"hash"`; None where it is damaged.
    kind: Option<&'static str>,
    /// The type of the value it stands for, as the token names it; None where it is damaged.
    entity_type: Option<String>,
    /// The id of the key it was made with, eight hexadecimal digits; None where it is damaged.
    key_id: Option<String>,
}

impl FoundToken {
    /// Needs no interpreter.
    pub(crate) fn all(engine: &wimple::Engine, text: &str) -> Vec<Self> {
        let tokens = engine.tokens(text);
        let spans: Vec<Span> = tokens.iter().map(wimple::FoundToken::span).collect();
        let places = Units::CodePoints.convert(text, &spans);
        let told = tokens.iter().zip(places).map(|(token, (start, end))| FoundToken {
            start,
            end,
            state: token.state().name(),
            kind: token.kind().map(|kind| kind.name()),
            entity_type: token.entity_type().map(|entity| entity.name().to_owned()),
            key_id: token.key_id(),
        });
        told.collect()
    }
}

#[pymethods]
impl FoundToken {
    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<FoundToken>().is_ok_and(|other| self == other.get())
    }

    fn __hash__(&self) -> u64 {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        (self.start, self.end, self.state, self.kind, &self.entity_type, &self.key_id).hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self) -> String {
        let entity = self.entity_type.as_deref().unwrap_or("?");
        format!("FoundToken({entity} {}..{} {})", self.start, self.end, self.state)
    }
}
