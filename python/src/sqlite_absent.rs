//! The vault on disk in a build without it: the name is there, and says so.
use pyo3::exceptions::PyNotImplementedError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

/// Keeps values on disk in builds with the feature `sqlite`. This is none: there is no way to one.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct SqliteVault;

#[pymethods]
impl SqliteVault {
    #[staticmethod]
    #[pyo3(signature = (*_arguments, **_options))]
    fn create(_arguments: &Bound<'_, PyTuple>, _options: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        Err(absent())
    }

    #[staticmethod]
    #[pyo3(signature = (*_arguments, **_options))]
    fn open(_arguments: &Bound<'_, PyTuple>, _options: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        Err(absent())
    }
}

fn absent() -> PyErr {
    PyNotImplementedError::new_err(
        "this build of wimple has no vault on disk: it was built without the feature sqlite",
    )
}
