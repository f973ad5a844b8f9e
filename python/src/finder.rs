//! Python callables come in; recognizers of the core go out.
use std::sync::Arc;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDict, PyIterator, PyMapping, PyString, PyTuple};
use wimple::{EngineBuilder, EntityType, Input, Match, Score};

use crate::callback;
use crate::errors;
use crate::text::utf8;

/// The callables of an engine, by the type they find.
#[derive(Default)]
pub(crate) struct Callables(Vec<(String, Arc<Py<PyAny>>)>);

impl Callables {
    pub(crate) fn given(py: Python<'_>, given: Option<&Bound<'_, PyMapping>>) -> PyResult<Self> {
        let mut callables = Callables::default();
        let Some(given) = given else { return Ok(callables) };
        for item in given.items()?.iter() {
            let (name, function): (Bound<'_, PyString>, Bound<'_, PyAny>) = item.extract()?;
            if !function.is_callable() {
                return Err(PyTypeError::new_err("recognizers: a mapping from entity types to callables"));
            }
            let name = utf8(&name)?;
            EntityType::named(name).map_err(|e| errors::raise(py, &e))?;
            callables.0.push((name.to_owned(), Arc::new(function.unbind())));
        }
        Ok(callables)
    }

    pub(crate) fn give(&self, builder: EngineBuilder) -> EngineBuilder {
        self.0.iter().fold(builder, |builder, (name, function)| {
            let function = Arc::clone(function);
            // A name that is none was refused when the callables were given.
            let Ok(entity) = EntityType::named(name) else { return builder };
            builder.recognizer(entity, move |input| ask(&function, input))
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
                return Err(PyTypeError::new_err(format!(
                    "the callable that finds {name} cannot be pickled, and so its Engine cannot; a function of a module can"
                )));
            }
            kept.set_item(name, function.bind(py))?;
        }
        Ok(Some(kept))
    }
}

/// Asks a callable about a text: `function(text, hints)` gives `(start, end)` or `(start, end, score)` each.
fn ask(function: &Py<PyAny>, input: &Input<'_>) -> Result<Vec<Match>, &'static str> {
    // An interpreter that is going down calls nothing.
    Python::try_attach(|py| answer(function.bind(py), input).map_err(callback::raised))
        .unwrap_or(Err("the interpreter is going down"))
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
pub(crate) fn place(given: &Bound<'_, PyAny>) -> PyResult<(usize, usize, Option<u8>)> {
    let given = given.cast::<PyTuple>()?;
    let (start, end) = (given.get_item(0)?.extract()?, given.get_item(1)?.extract()?);
    let score = match given.len() {
        2 => None,
        3 => {
            let score: f64 = given.get_item(2)?.extract()?;
            if !(0.0..=1.0).contains(&score) {
                return Err(PyValueError::new_err("score: from 0.0 to 1.0"));
            }
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
            let percent = (score * 100.0).round() as u8;
            Some(percent)
        }
        _ => {
            return Err(PyValueError::new_err("a match is (start, end) or (start, end, score)"));
        }
    };
    Ok((start, end, score))
}

/// Where each of `edges`, ascending code points, stands in bytes; beyond the end of the text where it is beyond it.
pub(crate) fn byte_offsets(text: &str, edges: &[usize]) -> Vec<usize> {
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
    hints.set_item("role", input.role_hint())?;
    let day = |d: wimple::Date| PyDate::new(py, i32::from(d.year), d.month, d.day);
    hints.set_item("today", input.today_hint().map(day).transpose()?)?;
    Ok(hints)
}
