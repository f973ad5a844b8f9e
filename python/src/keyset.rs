//! Keysets: made, sealed and opened, their keys promoted, disabled and destroyed.
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyString};
use wimple::{Date, KeyInfo};

use crate::keyset_file;
use crate::lock::{Given, date, options};
use crate::text::{utf8, work};

/// Making a key of a passphrase takes long, and a wrapper may wait for a network: other threads get the interpreter.
const ALWAYS: usize = usize::MAX;

/// The keys of an engine, one of them primary: new tokens are made with that, each token is opened with the key it names.
///
/// Made by `Keyset.generate()`, or read by `Keyset.open`, `Keyset.from_file` and `Keyset.from_env`. An engine keeps the keys
/// as they were when it was made. Ids of keys are eight hexadecimal digits. What is refused raises a `KeysetError`, whose
/// `problem` names the reason.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct Keyset {
    inner: Mutex<wimple::Keyset>,
}

impl Keyset {
    pub(crate) fn of(keyset: wimple::Keyset) -> Self {
        Keyset { inner: Mutex::new(keyset) }
    }

    /// The keys as they are now.
    pub(crate) fn snapshot(&self) -> wimple::Keyset {
        self.lock().clone()
    }

    /// Has it do what may ask Python for something: on a copy, which then takes its place. Fails where another thread has
    /// changed it meanwhile.
    #[cfg(feature = "sqlite")]
    pub(crate) fn change_slowly<T: Send>(
        &self,
        py: Python<'_>,
        how: impl FnOnce(&mut wimple::Keyset) -> Result<T, wimple::Error> + Send,
    ) -> PyResult<T> {
        work(py, ALWAYS, || {
            let mut copy = self.snapshot();
            let before = copy.sequence();
            // What failed may have been kept on disk all the same, so that it counts.
            let done = how(&mut copy);
            let mut now = self.lock();
            if now.sequence() != before {
                let problem = "was changed by another thread meanwhile; read it anew from where it is kept";
                return Err(wimple::Error::InvalidArgument { what: "keyset", problem: problem.to_owned() });
            }
            *now = copy;
            done
        })
    }

    /// Held for moments only, never while the interpreter or a wrapper is asked for something.
    fn lock(&self) -> MutexGuard<'_, wimple::Keyset> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change<T: Send>(
        &self,
        py: Python<'_>,
        how: impl FnOnce(&mut wimple::Keyset) -> Result<T, wimple::Error> + Send,
    ) -> PyResult<T> {
        work(py, 0, || how(&mut self.lock()))
    }
}

#[pymethods]
impl Keyset {
    /// A keyset of one fresh key.
    #[staticmethod]
    fn generate(py: Python<'_>) -> PyResult<Self> {
        work(py, 0, wimple::Keyset::generate).map(Keyset::of)
    }

    /// Reads what `seal` has written, with the passphrase or the wrapper it was sealed with.
    ///
    /// `today` refuses a primary key that has expired by then, `least_sequence` a keyset older than one that was seen.
    #[staticmethod]
    #[pyo3(signature = (text, *, passphrase=None, wrapper=None, today=None, least_sequence=0))]
    fn open(
        text: &Bound<'_, PyString>,
        passphrase: Option<&Bound<'_, PyAny>>,
        wrapper: Option<&Bound<'_, PyAny>>,
        today: Option<&Bound<'_, PyDate>>,
        least_sequence: u64,
    ) -> PyResult<Self> {
        let (py, text, options) = (text.py(), utf8(text)?, options(today, least_sequence)?);
        let given = Given::new(py, passphrase, wrapper)?;
        work(py, ALWAYS, || wimple::Keyset::open_with(text, given.lock(), options)).map(Keyset::of)
    }

    /// Reads a keyset from a file. On Unix, a file that others than its owner may use is refused.
    #[staticmethod]
    #[pyo3(signature = (path, *, passphrase=None, wrapper=None, today=None, least_sequence=0))]
    fn from_file(
        py: Python<'_>,
        path: PathBuf,
        passphrase: Option<&Bound<'_, PyAny>>,
        wrapper: Option<&Bound<'_, PyAny>>,
        today: Option<&Bound<'_, PyDate>>,
        least_sequence: u64,
    ) -> PyResult<Self> {
        let (given, options) = (Given::new(py, passphrase, wrapper)?, options(today, least_sequence)?);
        let text = py.detach(|| keyset_file::read(&path)).map_err(|e| e.raised(py))?;
        work(py, ALWAYS, || wimple::Keyset::open_with(&text, given.lock(), options)).map(Keyset::of)
    }

    /// Reads a keyset from a variable of the environment: what `seal` has written, as it is or in base64.
    #[staticmethod]
    #[pyo3(signature = (name, *, passphrase=None, wrapper=None, today=None, least_sequence=0))]
    fn from_env(
        name: &Bound<'_, PyString>,
        passphrase: Option<&Bound<'_, PyAny>>,
        wrapper: Option<&Bound<'_, PyAny>>,
        today: Option<&Bound<'_, PyDate>>,
        least_sequence: u64,
    ) -> PyResult<Self> {
        let py = name.py();
        let (given, options) = (Given::new(py, passphrase, wrapper)?, options(today, least_sequence)?);
        // The environment as Python sees it: what os.environ was given counts.
        let value: Option<String> =
            py.import("os")?.getattr("environ")?.call_method1("get", (name,))?.extract()?;
        let text = keyset_file::variable(value).map_err(|e| e.raised(py))?;
        work(py, ALWAYS, || wimple::Keyset::open_with(&text, given.lock(), options)).map(Keyset::of)
    }

    /// Writes the keyset as JSON: ids, states and dates readable, keys encrypted, everything authenticated.
    ///
    /// `passphrase` has twelve characters or more; the key is made of it by Argon2id. `wrapper` is an object with
    /// `wrap(key: bytes, bound: str) -> bytes` and `unwrap(wrapped: bytes, bound: str) -> bytes`, which have a key service
    /// encrypt and decrypt, and perhaps a `name`, which is written into the file.
    #[pyo3(signature = (*, passphrase=None, wrapper=None))]
    fn seal(
        &self,
        py: Python<'_>,
        passphrase: Option<&Bound<'_, PyAny>>,
        wrapper: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<String> {
        let (given, keyset) = (Given::new(py, passphrase, wrapper)?, self.snapshot());
        work(py, ALWAYS, || keyset.seal(given.lock()))
    }

    /// Writes what `seal` gives to a file that only its owner may read, in the place of an old one.
    #[pyo3(signature = (path, *, passphrase=None, wrapper=None))]
    fn to_file(
        &self,
        py: Python<'_>,
        path: PathBuf,
        passphrase: Option<&Bound<'_, PyAny>>,
        wrapper: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        let text = self.seal(py, passphrase, wrapper)?;
        py.detach(|| keyset_file::write(&path, &text)).map_err(|e| e.raised(py))
    }

    /// Makes a new key and makes it primary; gives its id. The old keys stay enabled.
    fn rotate(&self, py: Python<'_>) -> PyResult<String> {
        self.change(py, wimple::Keyset::rotate)
    }

    /// Makes a new key, enabled and not primary; gives its id.
    fn add(&self, py: Python<'_>) -> PyResult<String> {
        self.change(py, wimple::Keyset::add)
    }

    /// Makes an enabled key the primary one.
    fn promote(&self, key_id: &Bound<'_, PyString>) -> PyResult<()> {
        let id = utf8(key_id)?;
        self.change(key_id.py(), |keyset| keyset.promote(id))
    }

    /// Puts a key out of use: its tokens stay closed until it is enabled again.
    fn disable(&self, key_id: &Bound<'_, PyString>) -> PyResult<()> {
        let id = utf8(key_id)?;
        self.change(key_id.py(), |keyset| keyset.disable(id))
    }

    /// Puts a disabled key into use again.
    fn enable(&self, key_id: &Bound<'_, PyString>) -> PyResult<()> {
        let id = utf8(key_id)?;
        self.change(key_id.py(), |keyset| keyset.enable(id))
    }

    /// Destroys a key: what was made with it can never be opened. Its id stays. Engines made before, and older files, still
    /// have it.
    fn destroy(&self, key_id: &Bound<'_, PyString>) -> PyResult<()> {
        let id = utf8(key_id)?;
        self.change(key_id.py(), |keyset| keyset.destroy(id))
    }

    /// Notes that somebody may have a key who should not: it is never made primary again, and still opens.
    fn mark_compromised(&self, key_id: &Bound<'_, PyString>) -> PyResult<()> {
        let id = utf8(key_id)?;
        self.change(key_id.py(), |keyset| keyset.mark_compromised(id))
    }

    /// Gives the slot of a destroyed key to the next key that is made: do it when no card that `fpe` made with it is left.
    fn free_slot(&self, key_id: &Bound<'_, PyString>) -> PyResult<()> {
        let id = utf8(key_id)?;
        self.change(key_id.py(), |keyset| keyset.free_slot(id))
    }

    /// Notes the day a key was made; None takes it back.
    fn set_created(&self, key_id: &Bound<'_, PyString>, day: Option<&Bound<'_, PyDate>>) -> PyResult<()> {
        let (id, day) = (utf8(key_id)?, day.map(date).transpose()?);
        self.change(key_id.py(), |keyset| keyset.set_created(id, day))
    }

    /// Sets the day from which a key shall be primary no more; None takes it back.
    fn set_expires(&self, key_id: &Bound<'_, PyString>, day: Option<&Bound<'_, PyDate>>) -> PyResult<()> {
        let (id, day) = (utf8(key_id)?, day.map(date).transpose()?);
        self.change(key_id.py(), |keyset| keyset.set_expires(id, day))
    }

    /// Whether a receipt of a vault is of this keyset and says what it said. White space and the order of its fields do not
    /// matter.
    fn verify_receipt(&self, receipt: &Bound<'_, PyString>) -> PyResult<bool> {
        let text = utf8(receipt)?;
        self.change(receipt.py(), |keyset| keyset.verify_receipt(text))
    }

    /// The recognition keys alone: they tell the tokens of this keyset from other texts, and open none.
    fn export_recognizer(&self) -> TokenRecognizer {
        TokenRecognizer { inner: self.lock().export_recognizer() }
    }

    /// The name of the keyset.
    #[getter]
    fn id(&self) -> String {
        self.lock().id().to_owned()
    }

    /// How many changes the keyset has seen.
    #[getter]
    fn sequence(&self) -> u64 {
        self.lock().sequence()
    }

    /// The id of the key new tokens are made with.
    #[getter]
    fn primary_id(&self) -> String {
        self.lock().primary_id()
    }

    /// Every key, oldest first, destroyed ones included.
    #[getter]
    fn keys<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let keys = self.lock().keys();
        let make = py.import("wimple._keys")?.getattr("KeyInfo")?;
        keys.iter().map(|key| told(&make, key)).collect()
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(
            "a Keyset holds keys and cannot be pickled or copied; seal it, and open it where it is needed",
        ))
    }

    fn __repr__(&self) -> &'static str {
        "Keyset(...)"
    }
}

/// A key as Python sees it.
fn told<'py>(make: &Bound<'py, PyAny>, key: &KeyInfo) -> PyResult<Bound<'py, PyAny>> {
    let py = make.py();
    let day = |day: Option<Date>| day.map(|d| PyDate::new(py, i32::from(d.year), d.month, d.day)).transpose();
    make.call1((
        key.id(),
        key.status().name(),
        key.is_primary(),
        key.is_compromised(),
        key.slot(),
        day(key.created())?,
        day(key.expires())?,
    ))
}

/// Knows the tokens of a keyset and opens none. Made by `Keyset.export_recognizer()`, given to
/// `Engine(token_recognizer=...)`.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct TokenRecognizer {
    inner: wimple::TokenRecognizer,
}

impl TokenRecognizer {
    pub(crate) fn shared(&self) -> wimple::TokenRecognizer {
        self.inner.clone()
    }
}

#[pymethods]
impl TokenRecognizer {
    /// Reads what `seal` has written.
    #[staticmethod]
    #[pyo3(signature = (text, *, passphrase=None, wrapper=None, least_sequence=0))]
    fn open(
        text: &Bound<'_, PyString>,
        passphrase: Option<&Bound<'_, PyAny>>,
        wrapper: Option<&Bound<'_, PyAny>>,
        least_sequence: u64,
    ) -> PyResult<Self> {
        let (py, text, options) = (text.py(), utf8(text)?, options(None, least_sequence)?);
        let given = Given::new(py, passphrase, wrapper)?;
        let inner = work(py, ALWAYS, || wimple::TokenRecognizer::open_with(text, given.lock(), options))?;
        Ok(TokenRecognizer { inner })
    }

    /// Writes it as JSON, as `Keyset.seal` does with a keyset.
    #[pyo3(signature = (*, passphrase=None, wrapper=None))]
    fn seal(
        &self,
        py: Python<'_>,
        passphrase: Option<&Bound<'_, PyAny>>,
        wrapper: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<String> {
        let given = Given::new(py, passphrase, wrapper)?;
        work(py, ALWAYS, || self.inner.seal(given.lock()))
    }

    /// The name of the keyset it was exported from.
    #[getter]
    fn id(&self) -> &str {
        self.inner.id()
    }

    /// The sequence number the keyset had then.
    #[getter]
    fn sequence(&self) -> u64 {
        self.inner.sequence()
    }

    /// The ids of the keys whose tokens it knows.
    #[getter]
    fn key_ids(&self) -> Vec<String> {
        self.inner.key_ids()
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(
            "a TokenRecognizer holds keys and cannot be pickled or copied; seal it, and open it where it is needed",
        ))
    }

    fn __repr__(&self) -> &'static str {
        "TokenRecognizer(...)"
    }
}
