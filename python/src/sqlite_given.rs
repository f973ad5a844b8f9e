//! What calls of a vault on disk are given as Python objects: options, and callables that save and load a keyset.
use std::time::Duration;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDate;
use wimple::Error;
use wimple_sqlite::Options;

use crate::callback;
use crate::keyset::Keyset;
use crate::lock::date;

/// How a vault is opened.
pub(crate) fn options(
    wait: f64,
    most_bytes: Option<u64>,
    today: Option<&Bound<'_, PyDate>>,
    reload: Option<&Bound<'_, PyAny>>,
    any_file_system: bool,
) -> PyResult<Options> {
    let wait = Duration::try_from_secs_f64(wait)
        .map_err(|_| PyValueError::new_err("wait: a number of seconds, not below zero"))?;
    let mut options = Options::new().wait(wait);
    if let Some(bytes) = most_bytes {
        options = options.most_bytes(bytes);
    }
    if let Some(day) = today {
        options = options.today(date(day)?);
    }
    if any_file_system {
        options = options.any_file_system();
    }
    let Some(reload) = reload else { return Ok(options) };
    let reload = callable(reload, "reload")?;
    Ok(options.reload(move || {
        let asked = |py: Python<'_>| {
            let answer = reload.call0(py).map_err(callback::raised)?;
            let keyset = answer.bind(py).cast::<Keyset>().map_err(|_| "its answer is no Keyset")?;
            Ok(keyset.get().snapshot())
        };
        Python::try_attach(asked).unwrap_or(Err(GOING_DOWN)).map_err(|problem| failed("reload", problem))
    }))
}

const GOING_DOWN: &str = "the interpreter is going down";

fn failed(what: &str, problem: &'static str) -> Error {
    Error::Callback { what: what.to_owned(), problem }
}

fn callable(given: &Bound<'_, PyAny>, what: &str) -> PyResult<Py<PyAny>> {
    match given.is_callable() {
        true => Ok(given.clone().unbind()),
        false => Err(PyTypeError::new_err(format!("{what}: a callable"))),
    }
}

/// What has a keyset on disk. It is given one of its own, so that it may use what the caller holds.
pub(crate) fn saver(
    save: &Bound<'_, PyAny>,
) -> PyResult<impl FnMut(&wimple::Keyset) -> Result<(), Error> + Send> {
    let save = callable(save, "save")?;
    Ok(move |keyset: &wimple::Keyset| {
        let keyset = keyset.clone();
        let asked = |py: Python<'_>| {
            let keyset = Py::new(py, Keyset::of(keyset)).map_err(callback::raised)?;
            save.call1(py, (keyset,)).map(drop).map_err(callback::raised)
        };
        Python::try_attach(asked).unwrap_or(Err(GOING_DOWN)).map_err(|problem| failed("save", problem))
    })
}

/// JSON as Python objects.
pub(crate) fn json<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (text,))
}
