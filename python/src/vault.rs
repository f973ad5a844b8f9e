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
    fn shared(&self) -> Arc<dyn Vault> {
        self.0.clone()
    }
}

/// A vault for an engine to use.
pub(crate) struct Given {
    pub(crate) vault: Arc<dyn Vault>,
    /// Whether it may wait.
    pub(crate) waits: bool,
}

/// One of the vaults there are.
pub(crate) fn given(vault: &Bound<'_, PyAny>) -> PyResult<Given> {
    if let Ok(memory) = vault.cast::<MemoryVault>() {
        return Ok(Given { vault: memory.get().shared(), waits: false });
    }
    #[cfg(feature = "sqlite")]
    if let Ok(durable) = vault.cast::<crate::sqlite::SqliteVault>() {
        return Ok(Given { vault: durable.get().shared(), waits: true });
    }
    Err(PyTypeError::new_err("vault: a MemoryVault or a SqliteVault"))
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
