//! Where tokens keep their values.
use std::sync::Arc;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use wimple::vault::{MemoryVault as CoreVault, Vault};

use crate::errors;

/// Keeps sealed values that tokens name, in memory: nothing of it outlives the process. Engines and threads may share one.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct MemoryVault(Arc<CoreVault>);

impl MemoryVault {
    /// For an engine to use.
    pub(crate) fn shared(&self) -> Arc<dyn Vault> {
        self.0.clone()
    }
}

#[pymethods]
impl MemoryVault {
    #[new]
    fn new() -> Self {
        MemoryVault(Arc::new(CoreVault::new()))
    }

    /// How many values it keeps.
    fn count(&self, py: Python<'_>) -> PyResult<usize> {
        self.0.count().map_err(|e| errors::raise(py, &e.into()))
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(
            "a MemoryVault lives in one process and cannot be pickled or copied; make one there, or share a vault that is \
             kept on disk",
        ))
    }

    fn __repr__(&self) -> &'static str {
        "MemoryVault(...)"
    }
}
