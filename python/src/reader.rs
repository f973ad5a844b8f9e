//! Python callables that read whole texts come in; models of the core go out.
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyAny, PyIterator, PyList, PyString, PyTuple};
use wimple::{EngineBuilder, EntityType, Input, Model, Score, Seen};

use crate::callback;
use crate::errors;
use crate::finder::{byte_offsets, place};
use crate::text::utf8;

/// Gives the builder the models of `given`: an iterable of `(types, callable)`.
pub(crate) fn give(builder: EngineBuilder, given: &Bound<'_, PyAny>) -> PyResult<EngineBuilder> {
    let py = given.py();
    given.try_iter()?.try_fold(builder, |builder, pair| {
        let pair = pair?;
        let wrong = || PyTypeError::new_err("models: pairs of entity types and a callable");
        let pair = pair.cast::<PyTuple>().map_err(|_| wrong())?;
        if pair.len() != 2
            || pair.get_item(0)?.is_instance_of::<PyString>()
            || !pair.get_item(1)?.is_callable()
        {
            return Err(wrong());
        }
        let mut entities = Vec::new();
        for name in pair.get_item(0)?.try_iter()? {
            let name = name?.cast_into::<PyString>()?;
            entities.push(EntityType::named(utf8(&name)?).map_err(|e| errors::raise(py, &e))?);
        }
        Ok(builder.model(Callable { entities, function: pair.get_item(1)?.unbind() }))
    })
}

/// A callable: `function(texts)` gives, for each text, `(type, start, end)` or `(type, start, end, score)` for each
/// place, in code points.
struct Callable {
    entities: Vec<EntityType>,
    function: Py<PyAny>,
}

impl Model for Callable {
    fn entities(&self) -> Vec<EntityType> {
        self.entities.clone()
    }

    fn find(&self, input: &Input<'_>) -> Result<Vec<Seen>, &'static str> {
        self.find_batch(core::slice::from_ref(input))?.pop().ok_or("it gave no answer")
    }

    fn find_batch(&self, inputs: &[Input<'_>]) -> Result<Vec<Vec<Seen>>, &'static str> {
        // An interpreter that is going down calls nothing.
        Python::try_attach(|py| self.answer(py, inputs).map_err(callback::raised))
            .unwrap_or(Err("the interpreter is going down"))
    }
}

impl Callable {
    fn answer(&self, py: Python<'_>, inputs: &[Input<'_>]) -> PyResult<Vec<Vec<Seen>>> {
        let texts = PyList::new(py, inputs.iter().map(|input| PyString::new(py, input.text())))?;
        let answers = self.function.bind(py).call1((texts,))?;
        let answers = PyIterator::from_object(&answers)?.collect::<PyResult<Vec<_>>>()?;
        if answers.len() != inputs.len() {
            return Err(PyTypeError::new_err("a model answers with one list for each text"));
        }
        inputs.iter().zip(answers).map(|(input, answer)| self.seen(input.text(), &answer)).collect()
    }

    fn seen(&self, text: &str, answer: &Bound<'_, PyAny>) -> PyResult<Vec<Seen>> {
        let wrong = || PyTypeError::new_err("a place is (type, start, end) or (type, start, end, score)");
        let mut found = Vec::new();
        for one in PyIterator::from_object(answer)? {
            let one = one?;
            let tuple = one.cast::<PyTuple>().map_err(|_| wrong())?;
            if !(3..=4).contains(&tuple.len()) {
                return Err(wrong());
            }
            let name = tuple.get_item(0)?.cast_into::<PyString>().map_err(|_| wrong())?;
            let entity =
                self.entities.iter().find(|entity| name.to_str().is_ok_and(|name| name == entity.name()));
            // What it was not declared to find is none of the engine's business.
            if let Some(entity) = entity {
                found.push((entity.clone(), place(&tuple.get_slice(1, tuple.len()).into_any())?));
            }
        }
        let mut edges: Vec<usize> = found.iter().flat_map(|(_, (start, end, _))| [*start, *end]).collect();
        edges.sort_unstable();
        edges.dedup();
        let bytes = byte_offsets(text, &edges);
        let byte = |edge: usize| {
            edges.binary_search(&edge).ok().and_then(|at| bytes.get(at).copied()).unwrap_or(usize::MAX)
        };
        let seen = found.into_iter().map(|(entity, (start, end, score))| {
            Seen::new(entity, byte(start)..byte(end), Score::new(score.unwrap_or(SURE)))
        });
        Ok(seen.collect())
    }
}

/// Percent of a place without a score.
const SURE: u8 = 75;
