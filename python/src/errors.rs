//! Errors of the core come in; exceptions of `wimple` with their `.code` go out.
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;
use wimple::{Error, ErrorCode};

use crate::callback;

/// The exception for an error of the core.
pub(crate) fn raise(py: Python<'_>, error: &Error) -> PyErr {
    match error {
        Error::Policy(problem) => {
            let message = error.to_string();
            policy(py, &message, problem.line(), problem.column(), problem.hint())
        }
        Error::Limit { .. } => make(py, "LimitError", &error.to_string(), error.code()),
        Error::Callback { what, .. } => {
            // What a callable raised may hold the text; so its class has to do.
            let message = match callback::class(py) {
                Some(class) => format!("the callback of {what} failed: it raised {class}"),
                None => error.to_string(),
            };
            make(py, "Error", &message, error.code())
        }
        Error::Pattern { .. } | Error::InvalidArgument { .. } => {
            make(py, "ConfigError", &error.to_string(), error.code())
        }
        Error::Keyset(problem) => keyset(py, &error.to_string(), problem.name()),
        Error::Token { .. } => make(py, "TokenError", &error.to_string(), error.code()),
        Error::Vault { problem } => vault(py, &error.to_string(), problem.kind().name()),
        Error::InvalidUtf8 { .. } => make(py, "InputError", &error.to_string(), error.code()),
        Error::Session(_) => make(py, "SessionError", &error.to_string(), error.code()),
        _ => make(py, "Error", &error.to_string(), error.code()),
    }
}

/// As [`raise`], for a policy whose `document` was made here and never seen by the caller: the key where the trouble
/// is stands for place and excerpt. Each key of the document has a line of its own.
pub(crate) fn raise_built(py: Python<'_>, error: &Error, document: &str) -> PyErr {
    match error {
        Error::Policy(problem) => {
            let line = problem.line().checked_sub(1).and_then(|n| document.lines().nth(n)).unwrap_or("");
            let mut message = "policy: ".to_owned();
            if let Some((key, _)) =
                line.trim_start().strip_prefix('"').and_then(|line| line.split_once("\": "))
            {
                message.push_str(key);
                message.push_str(": ");
            }
            message.push_str(problem.problem());
            if let Some(hint) = problem.hint() {
                message.push('\n');
                message.push_str(hint);
            }
            policy(py, &message, 0, 0, problem.hint())
        }
        _ => raise(py, error),
    }
}

/// An argument outside the values it may take. `message` must not quote it.
pub(crate) fn argument(py: Python<'_>, message: &str) -> PyErr {
    make(py, "ConfigError", message, ErrorCode::InvalidArgument)
}

/// A text that is no Unicode text.
pub(crate) fn input(py: Python<'_>, message: &str) -> PyErr {
    make(py, "InputError", message, ErrorCode::InvalidUtf8)
}

/// A bug: the core panicked, and the call was undone by unwinding.
pub(crate) fn panic(py: Python<'_>) -> PyErr {
    make(py, "Error", "a bug inside Wimple; the call had no effect", ErrorCode::Panic)
}

/// A keyset that is not taken: what is wrong, and its name.
pub(crate) fn keyset(py: Python<'_>, message: &str, problem: &str) -> PyErr {
    class_of(py, "KeysetError")
        .and_then(|class| class.call1((message, ErrorCode::Keyset as u32, problem)))
        .map_or_else(|e| e, PyErr::from_value)
}

/// A vault that gave no answer: why, and the name of its kind.
fn vault(py: Python<'_>, message: &str, kind: &str) -> PyErr {
    class_of(py, "VaultError")
        .and_then(|class| class.call1((message, ErrorCode::Vault as u32, kind)))
        .map_or_else(|e| e, PyErr::from_value)
}

fn make(py: Python<'_>, class: &str, message: &str, code: ErrorCode) -> PyErr {
    class_of(py, class)
        .and_then(|class| class.call1((message, code as u32)))
        .map_or_else(|e| e, PyErr::from_value)
}

fn policy(py: Python<'_>, message: &str, line: usize, column: usize, hint: Option<&str>) -> PyErr {
    let made = (|| {
        let place = PyDict::new(py);
        place.set_item("line", line)?;
        place.set_item("column", column)?;
        place.set_item("hint", hint)?;
        class_of(py, "PolicyError")?.call((message, ErrorCode::Policy as u32), Some(&place))
    })();
    made.map_or_else(|e| e, PyErr::from_value)
}

/// The classes are written in Python, where several bases are no trouble.
fn class_of<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    static MODULE: PyOnceLock<Py<PyModule>> = PyOnceLock::new();
    let module = MODULE.get_or_try_init(py, || py.import("wimple._errors").map(Bound::unbind))?;
    module.bind(py).getattr(name)
}
