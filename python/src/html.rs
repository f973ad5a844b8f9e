//! Messages come in; the page of the core goes out.
use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::engine::Engine;
use crate::result::{Answer, Redacted};
use crate::session::Session;
use crate::text::{utf8, work};

/// A page to look at: messages, what was found in them and why, and what became of it.
///
/// Of all that wimple makes this alone holds originals, folded away until somebody opens them. `originals=False` makes
/// it from the redacted texts: no value that was replaced is in it then. Title, conversations and notes are shown as
/// they are given.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct HtmlReport {
    inner: Mutex<wimple::HtmlReport>,
}

impl HtmlReport {
    /// What is in the lock is changed in one step after all that may fail.
    fn lock(&self) -> MutexGuard<'_, wimple::HtmlReport> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl HtmlReport {
    #[new]
    #[pyo3(signature = (title=None, *, originals=true))]
    fn new(title: Option<&Bound<'_, PyString>>, originals: bool) -> PyResult<Self> {
        let mut page = wimple::HtmlReport::new();
        if let Some(title) = title {
            page = page.title(utf8(title)?);
        }
        if !originals {
            page = page.without_originals();
        }
        Ok(HtmlReport { inner: Mutex::new(page) })
    }

    /// Redacts a text with an engine or a session, and adds it to the page.
    ///
    /// Messages of the same `conversation` in a row stand together; `note` stands beside the message.
    #[pyo3(signature = (by, text, *, note=None, conversation=None))]
    fn add(
        &self,
        by: &Bound<'_, PyAny>,
        text: &Bound<'_, PyString>,
        note: Option<&Bound<'_, PyString>>,
        conversation: Option<&Bound<'_, PyString>>,
    ) -> PyResult<Redacted> {
        let (py, body) = (text.py(), utf8(text)?);
        let note = note.map(utf8).transpose()?.unwrap_or("");
        let conversation = conversation.map(utf8).transpose()?.unwrap_or("");
        let answer = if let Ok(engine) = by.cast::<Engine>() {
            let engine = engine.get();
            work(py, engine.size(body.len()), || Ok(Answer::new(body, engine.redacted(body)?)))?
        } else if let Ok(session) = by.cast::<Session>() {
            let session = session.get();
            session.turn(py, |session| Ok(Answer::new(body, session.redact(body)?)))?
        } else {
            return Err(PyTypeError::new_err("by: an Engine or a Session"));
        };
        self.lock().conversation(conversation).message(note, body, answer.redacted());
        Ok(Redacted::of(py, answer))
    }

    /// The page.
    fn to_html(&self) -> String {
        self.lock().to_html()
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(
            "an HtmlReport holds messages and cannot be pickled or copied; keep its page",
        ))
    }

    fn __repr__(&self) -> &'static str {
        "HtmlReport(...)"
    }
}
