//! Turns come in, and replies with placeholders; redacted turns go out, and replies with the values put back.
use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyString};
use wimple::Tolerance;

use crate::errors;
use crate::finding::Finding;
use crate::result::{Answer, Redacted, Restored};
use crate::text::{Hints, utf8, work};

/// The memory of one conversation. Made by `Engine.session()`. Threads take turns on one.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct Session {
    inner: Mutex<wimple::Session>,
}

/// Waiting for the session with the interpreter in hand would stop the thread that has it, so a call always lets go.
const ALWAYS: usize = usize::MAX;

impl Session {
    pub(crate) fn of(session: wimple::Session) -> Self {
        Session { inner: Mutex::new(session) }
    }

    /// The next turn. Waits for the session, so the interpreter must not be held.
    pub(crate) fn redacted(&self, text: &str) -> Result<wimple::Redacted, wimple::Error> {
        self.lock().redact(text)
    }

    /// A call that panicked had no effect, so its lock is as good as any.
    fn lock(&self) -> MutexGuard<'_, wimple::Session> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl Session {
    /// Applies the engine's policy to the next turn.
    #[pyo3(signature = (text, *, path=None, region=None, today=None))]
    fn redact(
        &self,
        text: &Bound<'_, PyString>,
        path: Option<&Bound<'_, PyString>>,
        region: Option<&Bound<'_, PyString>>,
        today: Option<&Bound<'_, PyDate>>,
    ) -> PyResult<Redacted> {
        let (py, body, hints) = (text.py(), utf8(text)?, Hints::new(path, region, today)?);
        let answer = work(py, ALWAYS, || Ok(Answer::new(body, self.lock().redact(hints.with(body))?)))?;
        Ok(Redacted::of(py, answer))
    }

    /// Says what is in a turn; nothing is remembered of it.
    #[pyo3(signature = (text, *, path=None, region=None, today=None))]
    fn analyze(
        &self,
        text: &Bound<'_, PyString>,
        path: Option<&Bound<'_, PyString>>,
        region: Option<&Bound<'_, PyString>>,
        today: Option<&Bound<'_, PyDate>>,
    ) -> PyResult<Vec<Finding>> {
        let (body, hints) = (utf8(text)?, Hints::new(path, region, today)?);
        work(text.py(), ALWAYS, || Ok(Finding::all(body, &self.lock().analyze(hints.with(body))?)))
    }

    /// Puts the values of this session's placeholders back.
    ///
    /// `tolerance` is `"tolerant"` (placeholders as writers and language models rewrite them: other case, brackets,
    /// escapes) or `"exact"`.
    #[pyo3(signature = (text, tolerance="tolerant"))]
    fn restore(&self, text: &Bound<'_, PyString>, tolerance: &str) -> PyResult<Restored> {
        let (py, body) = (text.py(), utf8(text)?);
        let tolerance = match tolerance {
            "tolerant" => Tolerance::Tolerant,
            "exact" => Tolerance::Exact,
            _ => return Err(errors::argument(py, "tolerance: tolerant or exact")),
        };
        let restored = work(py, ALWAYS, || Ok(self.lock().restore_with(body, tolerance)))?;
        Ok(Restored::of(py, &restored))
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(
            "a Session holds the values and the key of one conversation and cannot be pickled or copied; pickle its \
             Engine and start a session there",
        ))
    }

    fn __repr__(&self) -> &'static str {
        "Session(...)"
    }
}
