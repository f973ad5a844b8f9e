//! Texts and hints come in as Python objects; the core's inputs go out, and the work is done without the interpreter.
use std::panic::{AssertUnwindSafe, catch_unwind};

use pyo3::exceptions::PyUnicodeEncodeError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateAccess, PyString};
use wimple::{Date, Error, Input};

use crate::callback;
use crate::errors;

/// Above this many bytes other threads get the interpreter while the core works; below, handing it over costs more.
const WORTH_RELEASING: usize = 1024;

/// The UTF-8 of a `str`, borrowed from it. The exception for a lone surrogate says where it stands and no more: the
/// interpreter's own carries the whole text.
pub(crate) fn utf8<'a>(text: &'a Bound<'_, PyString>) -> PyResult<&'a str> {
    text.to_str().map_err(|error| {
        let py = text.py();
        if !error.is_instance_of::<PyUnicodeEncodeError>(py) {
            return error;
        }
        match error.value(py).getattr("start").and_then(|start| start.extract::<usize>()) {
            Ok(start) => errors::input(py, &format!("the text holds a lone surrogate at index {start}")),
            Err(_) => errors::input(py, "the text holds a lone surrogate"),
        }
    })
}

/// Hints as they are given to a call.
#[derive(Clone, Copy, Default)]
pub(crate) struct Hints<'a> {
    path: &'a str,
    region: &'a str,
    role: &'a str,
    tenant: &'a str,
    subject: &'a str,
    today: Option<Date>,
}

impl<'a> Hints<'a> {
    pub(crate) fn new(
        path: Option<&'a Bound<'_, PyString>>,
        region: Option<&'a Bound<'_, PyString>>,
        today: Option<&Bound<'_, PyDate>>,
    ) -> PyResult<Self> {
        let today = match today {
            Some(day) => {
                Some(Date { year: day.get_year().try_into()?, month: day.get_month(), day: day.get_day() })
            }
            None => None,
        };
        Ok(Hints {
            path: path.map(utf8).transpose()?.unwrap_or(""),
            region: region.map(utf8).transpose()?.unwrap_or(""),
            role: "",
            tenant: "",
            subject: "",
            today,
        })
    }

    /// Who will see the text.
    pub(crate) fn role(self, role: Option<&'a Bound<'_, PyString>>) -> PyResult<Self> {
        Ok(Hints { role: role.map(utf8).transpose()?.unwrap_or(""), ..self })
    }

    /// Whose customer the text is about, and whom.
    pub(crate) fn about(
        self,
        tenant: Option<&'a Bound<'_, PyString>>,
        subject: Option<&'a Bound<'_, PyString>>,
    ) -> PyResult<Self> {
        let tenant = tenant.map(utf8).transpose()?.unwrap_or("");
        Ok(Hints { tenant, subject: subject.map(utf8).transpose()?.unwrap_or(""), ..self })
    }

    pub(crate) fn with<'t>(self, text: &'t str) -> Input<'t>
    where
        'a: 't,
    {
        let input = Input::new(text).path(self.path).region(self.region).role(self.role);
        let input = input.tenant(self.tenant).subject(self.subject);
        match self.today {
            Some(day) => input.today(day),
            None => input,
        }
    }
}

/// Runs `call`, which looks at `size` bytes of text, and turns what goes wrong into exceptions.
pub(crate) fn work<T, F>(py: Python<'_>, size: usize, call: F) -> PyResult<T>
where
    F: FnOnce() -> Result<T, Error> + Send,
    T: Send,
{
    let caught = || catch_unwind(AssertUnwindSafe(call));
    let outcome = if size > WORTH_RELEASING { py.detach(caught) } else { caught() };
    if let Some(ending) = callback::ending(py) {
        return Err(ending);
    }
    match outcome {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => Err(errors::raise(py, &error)),
        Err(_) => Err(errors::panic(py)),
    }
}
