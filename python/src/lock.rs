//! What keysets are sealed and opened with: `passphrase=` or `wrapper=` comes in, a lock of the core goes out.
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyDate, PyDateAccess, PyString};
use wimple::{Date, KeyWrapper, Lock, OpenOptions, Passphrase, Secret};

use crate::callback;
use crate::errors;
use crate::text::utf8;

/// A passphrase, or a key service of the host.
pub(crate) enum Given {
    Passphrase(Passphrase),
    Wrapper(Wrapper),
}

impl Given {
    /// One of both has to be there.
    pub(crate) fn new(
        py: Python<'_>,
        passphrase: Option<&Bound<'_, PyAny>>,
        wrapper: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        match (passphrase, wrapper) {
            (Some(passphrase), None) => Ok(Given::Passphrase(Passphrase::new(bytes(passphrase)?))),
            (None, Some(wrapper)) => Ok(Given::Wrapper(Wrapper::new(wrapper)?)),
            _ => Err(errors::argument(py, "either a passphrase or a wrapper has to be given")),
        }
    }

    pub(crate) fn lock(&self) -> Lock<'_> {
        match self {
            Given::Passphrase(passphrase) => passphrase.into(),
            Given::Wrapper(wrapper) => wrapper.into(),
        }
    }
}

/// What a file is held against.
pub(crate) fn options(today: Option<&Bound<'_, PyDate>>, least_sequence: u64) -> PyResult<OpenOptions> {
    let options = OpenOptions::new().least_sequence(least_sequence);
    Ok(match today {
        Some(today) => options.today(date(today)?),
        None => options,
    })
}

pub(crate) fn date(day: &Bound<'_, PyDate>) -> PyResult<Date> {
    Ok(Date { year: day.get_year().try_into()?, month: day.get_month(), day: day.get_day() })
}

/// A passphrase as it was given. Of a `bytearray` the caller can wipe what is left with him.
fn bytes(passphrase: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    if let Ok(text) = passphrase.cast::<PyString>() {
        return Ok(utf8(text)?.as_bytes().to_vec());
    }
    binary(passphrase).ok_or_else(|| PyTypeError::new_err("passphrase: str, bytes or bytearray"))
}

fn binary(given: &Bound<'_, PyAny>) -> Option<Vec<u8>> {
    if let Ok(bytes) = given.cast::<PyBytes>() {
        return Some(bytes.as_bytes().to_vec());
    }
    given.cast::<PyByteArray>().ok().map(|bytes| bytes.to_vec())
}

/// An object with `wrap(key, bound)` and `unwrap(wrapped, bound)`, and perhaps a `name`.
pub(crate) struct Wrapper {
    name: String,
    object: Py<PyAny>,
}

impl Wrapper {
    fn new(wrapper: &Bound<'_, PyAny>) -> PyResult<Self> {
        for method in ["wrap", "unwrap"] {
            if !wrapper.getattr_opt(method)?.is_some_and(|method| method.is_callable()) {
                return Err(PyTypeError::new_err("wrapper: an object with the methods wrap and unwrap"));
            }
        }
        let name = match wrapper.getattr_opt("name")? {
            Some(name) => utf8(name.cast::<PyString>()?)?.to_owned(),
            None => String::new(),
        };
        Ok(Wrapper { name, object: wrapper.clone().unbind() })
    }

    fn ask(&self, method: &str, key: &[u8], bound: &str) -> Result<Vec<u8>, &'static str> {
        let asked = |py: Python<'_>| {
            let answer = self.object.bind(py).call_method1(method, (PyBytes::new(py, key), bound));
            binary(&answer.map_err(callback::raised)?).ok_or("its answer is neither bytes nor a bytearray")
        };
        // An interpreter that is going down calls nothing.
        Python::try_attach(asked).unwrap_or(Err("the interpreter is going down"))
    }
}

impl KeyWrapper for Wrapper {
    fn name(&self) -> &str {
        &self.name
    }

    fn wrap(&self, key: &[u8], bound: &str) -> Result<Vec<u8>, &'static str> {
        self.ask("wrap", key, bound)
    }

    fn unwrap(&self, wrapped: &[u8], bound: &str) -> Result<Secret, &'static str> {
        self.ask("unwrap", wrapped, bound).map(Secret::new)
    }
}
