//! Texts that come in pieces: `str` comes in, what may go on goes out as `str`.
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use wimple::{Outlet, RestoreFlow, RestoreOptions, Source, Streamed, TurnFlow, Units};

use crate::errors;
use crate::finding::Finding;
use crate::result::parsed;
use crate::session::Session;
use crate::text::{utf8, work};

/// Other threads get the interpreter during every call: a callable may be asked, and waits for it.
const ALWAYS: usize = usize::MAX;

/// Takes what may go on until the call returns.
#[derive(Default)]
pub(crate) struct Collected(String);

impl Outlet for Collected {
    fn take(&mut self, piece: &str) -> Result<(), &'static str> {
        self.0.push_str(piece);
        Ok(())
    }
}

/// A text that comes in pieces, on its way through the policy. Made by `Engine.redactor()` and `Session.redactor()`.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct Redactor {
    inner: Mutex<Redacting>,
}

struct Redacting {
    state: State,
    done: Option<Done>,
}

#[expect(clippy::large_enum_variant, reason = "one redactor lives behind one object of its own")]
enum State {
    Text(wimple::Redactor<Collected>),
    Turn(TurnFlow, Py<Session>),
    Ended,
}

/// What there is to be told when the text has ended.
struct Done {
    findings: Vec<Finding>,
    report: String,
    revisions: Vec<(String, String)>,
}

/// The state of a stream, unless another call is at work on it.
fn held<'m, T>(py: Python<'_>, inner: &'m Mutex<T>) -> PyResult<MutexGuard<'m, T>> {
    match inner.try_lock() {
        Ok(state) => Ok(state),
        // A call that panicked has left a stream that refuses to go on.
        Err(TryLockError::Poisoned(state)) => Ok(PoisonError::into_inner(state)),
        Err(TryLockError::WouldBlock) => Err(errors::argument(py, "stream: another call is at work on it")),
    }
}

fn ended(py: Python<'_>) -> PyErr {
    errors::argument(py, "stream: it has ended")
}

impl Redactor {
    pub(crate) fn of_text(redactor: wimple::Redactor<Collected>) -> Self {
        Redactor::of(State::Text(redactor))
    }

    pub(crate) fn of_turn(flow: TurnFlow, session: Py<Session>) -> Self {
        Redactor::of(State::Turn(flow, session))
    }

    fn of(state: State) -> Self {
        Redactor { inner: Mutex::new(Redacting { state, done: None }) }
    }

    /// One of the things to be told at the end.
    fn told<T>(&self, py: Python<'_>, tell: impl FnOnce(&Done) -> PyResult<T>) -> PyResult<T> {
        let inner = held(py, &self.inner)?;
        let done = inner.done.as_ref();
        tell(done.ok_or_else(|| errors::argument(py, "stream: it has not ended"))?)
    }
}

#[pymethods]
impl Redactor {
    /// Takes the next piece, cut anywhere; gives what may go on, which may be nothing.
    fn write<'py>(&self, text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyString>> {
        let (py, piece) = (text.py(), utf8(text)?);
        let mut inner = held(py, &self.inner)?;
        let out = match &mut inner.state {
            State::Text(redactor) => work(py, ALWAYS, || {
                redactor.write(piece)?;
                Ok(core::mem::take(&mut redactor.outlet().0))
            }),
            State::Turn(flow, session) => {
                let mut out = Collected::default();
                session
                    .get()
                    .turn(py, |session| flow.write(session, piece.as_bytes(), &mut out))
                    .map(|()| out.0)
            }
            State::Ended => return Err(ended(py)),
        };
        Ok(PyString::new(py, &out?))
    }

    /// Ends the text; gives what was held.
    fn end<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        let mut inner = held(py, &self.inner)?;
        let state = core::mem::replace(&mut inner.state, State::Ended);
        let mut out = Collected::default();
        let (done, revisions) = match state {
            State::Text(mut redactor) => {
                let (done, rest) = work(py, ALWAYS, move || {
                    let done = redactor.finish()?;
                    Ok((done, core::mem::take(redactor.outlet())))
                })?;
                out = rest;
                (done, Vec::new())
            }
            State::Turn(mut flow, session) => {
                session.get().turn(py, |session| flow.end(session, &mut out))?
            }
            State::Ended => return Err(ended(py)),
        };
        let revisions = revisions.iter();
        let revisions =
            revisions.map(|one| (one.turn().to_owned(), one.redacted().text().to_owned())).collect();
        inner.done = Some(Done { findings: findings(&done), report: done.report().to_json(), revisions });
        Ok(PyString::new(py, &out.0))
    }

    /// What was found, when the text has ended; offsets are indexes of the whole text.
    #[getter]
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.told(py, |done| PyTuple::new(py, done.findings.iter().cloned()))
    }

    /// What was found and done, when the text has ended: safe to log.
    #[getter]
    fn report<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.told(py, |done| parsed(py, &done.report))
    }

    /// Earlier turns of the session that this one shows in another light: by `turn`, the text to show instead.
    #[getter]
    fn revisions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        self.told(py, |done| {
            let revisions = PyDict::new(py);
            done.revisions.iter().try_for_each(|(turn, text)| revisions.set_item(turn, text))?;
            Ok(revisions)
        })
    }

    /// How many bytes of UTF-8 have come in and not gone out.
    #[getter]
    fn held(&self, py: Python<'_>) -> PyResult<usize> {
        Ok(match &held(py, &self.inner)?.state {
            State::Text(redactor) => redactor.held(),
            State::Turn(flow, _) => flow.held(),
            State::Ended => 0,
        })
    }

    fn __enter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    /// What is still held is wiped.
    #[pyo3(signature = (*_raised))]
    fn __exit__(&self, py: Python<'_>, _raised: &Bound<'_, PyTuple>) -> PyResult<()> {
        held(py, &self.inner)?.state = State::Ended;
        Ok(())
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err("a Redactor holds a part of a text and cannot be pickled or copied"))
    }

    fn __repr__(&self) -> &'static str {
        "Redactor(...)"
    }
}

/// With offsets in code points.
fn findings(done: &Streamed) -> Vec<Finding> {
    Finding::placed(done.findings(), done.places(Units::CodePoints))
}

/// A text that comes in pieces, on its way back. Made by `Engine.restorer()` and `Session.restorer()`.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct Restorer {
    from: From,
    inner: Mutex<Restoring>,
}

struct Restoring {
    flow: Option<RestoreFlow>,
    report: Option<String>,
}

pub(crate) enum From {
    Engine(wimple::Engine),
    Session(Py<Session>),
}

impl Restorer {
    pub(crate) fn of(from: From, flow: RestoreFlow) -> Self {
        Restorer { from, inner: Mutex::new(Restoring { flow: Some(flow), report: None }) }
    }

    /// One call on what the text is restored from.
    fn call<T: Send>(
        &self,
        py: Python<'_>,
        call: impl FnOnce(Source<'_>) -> Result<T, wimple::Error> + Send,
    ) -> PyResult<T> {
        match &self.from {
            From::Engine(engine) => work(py, ALWAYS, || call(Source::Engine(engine))),
            From::Session(session) => session.get().turn(py, |session| call(Source::Session(session))),
        }
    }
}

#[pymethods]
impl Restorer {
    /// Takes the next piece, cut anywhere; gives what may go on, which may be nothing.
    fn write<'py>(&self, text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyString>> {
        let (py, piece) = (text.py(), utf8(text)?);
        let mut inner = held(py, &self.inner)?;
        let flow = inner.flow.as_mut().ok_or_else(|| ended(py))?;
        let mut out = Collected::default();
        self.call(py, |source| flow.write(source, piece.as_bytes(), &mut out))?;
        Ok(PyString::new(py, &out.0))
    }

    /// Ends the text; gives what was held.
    fn end<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        let mut inner = held(py, &self.inner)?;
        let mut flow = inner.flow.take().ok_or_else(|| ended(py))?;
        let mut out = Collected::default();
        let report = self.call(py, |source| flow.end(source, &mut out))?;
        inner.report = Some(report.to_json());
        Ok(PyString::new(py, &out.0))
    }

    /// How it went, when the text has ended, in numbers: safe to log.
    #[getter]
    fn report<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let inner = held(py, &self.inner)?;
        let report = inner.report.as_ref();
        parsed(py, report.ok_or_else(|| errors::argument(py, "stream: it has not ended"))?)
    }

    fn __enter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    /// What is still held is wiped.
    #[pyo3(signature = (*_raised))]
    fn __exit__(&self, py: Python<'_>, _raised: &Bound<'_, PyTuple>) -> PyResult<()> {
        held(py, &self.inner)?.flow = None;
        Ok(())
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err("a Restorer holds a part of a text and cannot be pickled or copied"))
    }

    fn __repr__(&self) -> &'static str {
        "Restorer(...)"
    }
}

/// Begins to restore from an engine.
pub(crate) fn restorer_of(
    py: Python<'_>,
    engine: &wimple::Engine,
    input: wimple::Input<'_>,
    options: RestoreOptions<'_>,
) -> PyResult<Restorer> {
    let begun = RestoreFlow::begin(Source::Engine(engine), input, options);
    let flow = begun.map_err(|error| errors::raise(py, &error))?;
    Ok(Restorer::of(From::Engine(engine.clone()), flow))
}
