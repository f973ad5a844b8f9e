//! Turns come in, and replies with placeholders; redacted turns go out, and replies with the values put back.
use std::cell::RefCell;
use std::sync::{Mutex, PoisonError};

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyString};
use wimple::{RestoreFlow, RestoreOptions, SessionName, Sink, Source, Speaker, Tolerance, TurnFlow};

use crate::errors;
use crate::finding::Finding;
use crate::result::{Answer, Redacted, Restored};
use crate::stream::{From, Redactor, Restorer};
use crate::text::{Hints, utf8, work};

/// The memory of one conversation. Made by `Engine.session()`. Threads take turns on one.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct Session {
    inner: Mutex<wimple::Session>,
}

thread_local! {
    /// The sessions that are at work in this thread: a callable that one of them asks may not use it, or it would wait for
    /// itself.
    static AT_WORK: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// Takes a session off the list of those at work, however its call ends.
struct Turn;

impl Drop for Turn {
    fn drop(&mut self) {
        AT_WORK.with(|sessions| sessions.borrow_mut().pop());
    }
}

/// Waiting for the session with the interpreter in hand would stop the thread that has it, so a call always lets go.
const ALWAYS: usize = usize::MAX;

impl Session {
    pub(crate) fn of(session: wimple::Session) -> Self {
        Session { inner: Mutex::new(session) }
    }

    /// One call on the session, while no other has it.
    pub(crate) fn turn<T: Send>(
        &self,
        py: Python<'_>,
        call: impl FnOnce(&mut wimple::Session) -> Result<T, wimple::Error> + Send,
    ) -> PyResult<T> {
        let this = (&raw const *self).addr();
        if AT_WORK.with(|sessions| sessions.borrow().contains(&this)) {
            return Err(errors::argument(py, "session: a callable may not use the session that asks it"));
        }
        work(py, ALWAYS, || {
            // A call that panicked had no effect, so its lock is as good as any.
            let mut session = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
            AT_WORK.with(|sessions| sessions.borrow_mut().push(this));
            let _turn = Turn;
            call(&mut session)
        })
    }
}

#[pymethods]
impl Session {
    /// Applies the engine's policy to the next turn. `role` is who will see it, `tenant` whose customer it is about, and
    /// `subject` whom.
    ///
    /// `speaker` is who says it: `"customer"`, `"agent"`, `"bot"` or `"system"`. What an agent or a bot asks for is known in
    /// the customer's bare answer, for three turns, and for ten minutes where `at` (seconds) is given. `turn` is by what
    /// you know the message; `revisions` of a later result may name it.
    #[pyo3(signature = (
        text, *, speaker="customer", turn=None, at=None, path=None, region=None, today=None, role=None, tenant=None,
        subject=None
    ))]
    #[expect(clippy::too_many_arguments, reason = "keyword arguments of Python, each a hint")]
    fn redact(
        &self,
        text: &Bound<'_, PyString>,
        speaker: &str,
        turn: Option<&Bound<'_, PyString>>,
        at: Option<u64>,
        path: Option<&Bound<'_, PyString>>,
        region: Option<&Bound<'_, PyString>>,
        today: Option<&Bound<'_, PyDate>>,
        role: Option<&Bound<'_, PyString>>,
        tenant: Option<&Bound<'_, PyString>>,
        subject: Option<&Bound<'_, PyString>>,
    ) -> PyResult<Redacted> {
        let hints = Hints::new(path, region, today)?.role(role)?.about(tenant, subject)?;
        let (py, body) = (text.py(), utf8(text)?);
        let said = said(py, hints.with(body), speaker, at)?.id(turn.map(utf8).transpose()?.unwrap_or(""));
        let answer = self.turn(py, |session| Ok(Answer::new(body, session.redact(said)?)))?;
        Ok(Redacted::of(py, answer))
    }

    /// Starts the redaction of the next turn, which comes in pieces; the arguments are those of `redact`. The turns of a
    /// session come one after another: end this one before the next.
    #[pyo3(signature = (
        *, speaker="customer", turn=None, at=None, path=None, region=None, today=None, role=None, tenant=None, subject=None
    ))]
    #[expect(clippy::too_many_arguments, reason = "keyword arguments of Python, each a hint")]
    fn redactor(
        slf: &Bound<'_, Self>,
        speaker: &str,
        turn: Option<&Bound<'_, PyString>>,
        at: Option<u64>,
        path: Option<&Bound<'_, PyString>>,
        region: Option<&Bound<'_, PyString>>,
        today: Option<&Bound<'_, PyDate>>,
        role: Option<&Bound<'_, PyString>>,
        tenant: Option<&Bound<'_, PyString>>,
        subject: Option<&Bound<'_, PyString>>,
    ) -> PyResult<Redactor> {
        let hints = Hints::new(path, region, today)?.role(role)?.about(tenant, subject)?;
        let py = slf.py();
        let said = said(py, hints.with(""), speaker, at)?.id(turn.map(utf8).transpose()?.unwrap_or(""));
        let flow = slf.get().turn(py, |session| TurnFlow::begin(session, said))?;
        Ok(Redactor::of_turn(flow, slf.clone().unbind()))
    }

    /// Starts to put the values of this session's placeholders back into a text that comes in pieces; the arguments are those
    /// of `restore`.
    #[pyo3(signature = (tolerance="tolerant", *, sink="text"))]
    fn restorer(slf: &Bound<'_, Self>, tolerance: &str, sink: &str) -> PyResult<Restorer> {
        let options = options(slf.py(), tolerance, sink)?;
        let begin = |session: &mut wimple::Session| RestoreFlow::begin(Source::Session(session), "", options);
        let flow = slf.get().turn(slf.py(), begin)?;
        Ok(Restorer::of(From::Session(slf.clone().unbind()), flow))
    }

    /// Says what is in a turn, as `redact` would find it; nothing is remembered of it, so that a draft can be asked about with
    /// every key that is pressed.
    #[pyo3(signature = (text, *, speaker="customer", at=None, path=None, region=None, today=None, tenant=None))]
    #[expect(clippy::too_many_arguments, reason = "keyword arguments of Python, each a hint")]
    fn analyze(
        &self,
        text: &Bound<'_, PyString>,
        speaker: &str,
        at: Option<u64>,
        path: Option<&Bound<'_, PyString>>,
        region: Option<&Bound<'_, PyString>>,
        today: Option<&Bound<'_, PyDate>>,
        tenant: Option<&Bound<'_, PyString>>,
    ) -> PyResult<Vec<Finding>> {
        let (py, body) = (text.py(), utf8(text)?);
        let hints = Hints::new(path, region, today)?.about(tenant, None)?;
        let said = said(py, hints.with(body), speaker, at)?;
        self.turn(py, |session| Ok(Finding::all(body, &session.analyze(said)?)))
    }

    /// Puts the values of this session's placeholders back.
    ///
    /// `tolerance` is `"tolerant"` (placeholders as writers and language models rewrite them: other case, brackets,
    /// escapes), `"exact"`, or `"loose"` (also without brackets, or with translated names; for texts of writers you know).
    /// `sink` is what kind of text it is, for which values are escaped: `"text"`, `"json"` (inside its strings) or `"html"`
    /// (text and quoted attributes).
    #[pyo3(signature = (text, tolerance="tolerant", *, sink="text"))]
    fn restore(&self, text: &Bound<'_, PyString>, tolerance: &str, sink: &str) -> PyResult<Restored> {
        let (py, body) = (text.py(), utf8(text)?);
        let options = options(py, tolerance, sink)?;
        let restored = self.turn(py, |session| Ok(session.restore_with(body, options)))?;
        Ok(Restored::of(py, &restored))
    }

    /// Writes the memory of the conversation down, encrypted under the primary key of the engine's keyset, as a text that
    /// `Engine.resume` takes up again for the same name and tenant.
    #[pyo3(signature = (name, *, tenant=None))]
    fn seal(&self, name: &Bound<'_, PyString>, tenant: Option<&Bound<'_, PyString>>) -> PyResult<String> {
        let (py, name) = (name.py(), named(name, tenant)?);
        self.turn(py, |session| session.seal(name))
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(
            "a Session holds the values and the key of one conversation and cannot be pickled or copied; seal it \
             with Session.seal and take it up with Engine.resume",
        ))
    }

    fn __repr__(&self) -> &'static str {
        "Session(...)"
    }
}

/// What is asked of `restore`.
pub(crate) fn options(py: Python<'_>, tolerance: &str, sink: &str) -> PyResult<RestoreOptions<'static>> {
    let tolerance = match tolerance {
        "tolerant" => Tolerance::Tolerant,
        "exact" => Tolerance::Exact,
        "loose" => Tolerance::Loose,
        _ => return Err(errors::argument(py, "tolerance: tolerant, exact or loose")),
    };
    let sink = match sink {
        "text" => Sink::Text,
        "json" => Sink::Json,
        "html" => Sink::Html,
        _ => return Err(errors::argument(py, "sink: text, json or html")),
    };
    Ok(RestoreOptions::from(tolerance).sink(sink))
}

/// Which conversation a sealed one is.
pub(crate) fn named<'n>(
    name: &'n Bound<'_, PyString>,
    tenant: Option<&'n Bound<'_, PyString>>,
) -> PyResult<SessionName<'n>> {
    let name = SessionName::new(utf8(name)?);
    Ok(match tenant {
        Some(tenant) => name.tenant(utf8(tenant)?),
        None => name,
    })
}

/// A message of somebody's.
fn said<'t>(
    py: Python<'_>,
    input: wimple::Input<'t>,
    speaker: &str,
    at: Option<u64>,
) -> PyResult<wimple::Turn<'t>> {
    let speaker: Speaker =
        speaker.parse().map_err(|_| errors::argument(py, "speaker: customer, agent, bot or system"))?;
    let said = wimple::Turn::new(input).speaker(speaker);
    Ok(at.map_or(said, |at| said.at(at)))
}
