//! Python callables come in; callbacks of the core go out, for the operator `custom`.
use std::cell::RefCell;

use pyo3::exceptions::{PyException, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyMapping, PyString};
use wimple::{EngineBuilder, Finding};

use crate::text::utf8;

thread_local! {
    /// What a callable raised: held until the call that asked has unwound.
    static RAISED: RefCell<Option<PyErr>> = const { RefCell::new(None) };
}

/// Gives the builder a callback for each callable.
pub(crate) fn add(mut builder: EngineBuilder, given: &Bound<'_, PyMapping>) -> PyResult<EngineBuilder> {
    for item in given.items()?.iter() {
        let (name, callable): (Bound<'_, PyString>, Bound<'_, PyAny>) = item.extract()?;
        if !callable.is_callable() {
            return Err(PyTypeError::new_err("custom: a mapping from names to callables"));
        }
        let callable = callable.unbind();
        builder = builder.custom(utf8(&name)?, move |finding, value| ask(&callable, finding, value));
    }
    Ok(builder)
}

/// What the callable answers. Of its exceptions no more than the class is told, since they may hold the value.
fn ask(callable: &Py<PyAny>, finding: &Finding, value: &str) -> Result<String, &'static str> {
    let asked = |py: Python<'_>| match callable.call1(py, (finding.entity_type().name(), value)) {
        Ok(answer) => {
            let answer = answer.bind(py).cast::<PyString>().map_err(|_| "its answer is no str")?;
            answer.to_str().map(str::to_owned).map_err(|_| "its answer holds a lone surrogate")
        }
        Err(error) => Err(raised(error)),
    };
    // An interpreter that is going down calls nothing.
    Python::try_attach(asked).unwrap_or(Err("the interpreter is going down"))
}

/// Keeps what a callable raised; gives what the core is told of it.
pub(crate) fn raised(error: PyErr) -> &'static str {
    RAISED.with(|raised| raised.replace(Some(error)));
    "it raised an exception"
}

/// What is no error of the callable that was asked but ends the program (`KeyboardInterrupt`, `SystemExit`).
pub(crate) fn ending(py: Python<'_>) -> Option<PyErr> {
    RAISED.with(|raised| raised.borrow_mut().take_if(|error| !error.is_instance_of::<PyException>(py)))
}

/// The class of what the callable that was asked raised, if it did.
pub(crate) fn class(py: Python<'_>) -> Option<String> {
    let raised = RAISED.with(RefCell::take)?;
    raised.get_type(py).name().map(|name| name.to_string()).ok()
}
