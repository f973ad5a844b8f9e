//! The vault on disk.
//!
//! Every call lets go of the interpreter: it waits for a disk, and perhaps for other processes.
use std::path::PathBuf;
use std::sync::Arc;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDict, PyString};
use wimple::Error;
use wimple::vault::Vault;
use wimple_sqlite::SqliteVault as Durable;

use crate::keyset::Keyset;
use crate::sqlite_given::{json, options, saver};
use crate::text::{utf8, work};

const ALWAYS: usize = usize::MAX;

/// Keeps sealed values that tokens name in one SQLite file, which processes and threads share, and can forget a person.
///
/// Made once by `SqliteVault.create`, opened in each process by `SqliteVault.open`, after it was forked: what a parent
/// has open can be used by no child.
/// Receipts are JSON, which `Keyset.verify_receipt` verifies. What fails raises a `VaultError`, whose `kind` says why. The
/// file must not be opened by the module `sqlite3` in the same process.
#[pyclass(module = "wimple", frozen)]
pub(crate) struct SqliteVault(Arc<Durable>);

impl SqliteVault {
    /// For an engine to use.
    pub(crate) fn shared(&self) -> Arc<dyn Vault> {
        self.0.clone()
    }

    /// One call on the vault about a subject of a tenant.
    fn about(
        &self,
        subject: &Bound<'_, PyString>,
        tenant: Option<&Bound<'_, PyString>>,
        call: impl FnOnce(&Durable, &str, &str) -> Result<String, Error> + Send,
    ) -> PyResult<String> {
        let (tenant, person) = (tenant.map(utf8).transpose()?.unwrap_or(""), utf8(subject)?);
        work(subject.py(), ALWAYS, || call(&self.0, tenant, person))
    }
}

#[pymethods]
impl SqliteVault {
    /// Makes a vault where there is no file yet. The key of its first epoch is added to `keyset`, and `save(keyset)` has to
    /// have that on disk before it returns: a vault whose epoch key is lost opens for nobody.
    #[staticmethod]
    #[pyo3(signature = (path, keyset, save, *, wait=5.0, max_bytes=None, today=None, reload=None, any_file_system=false))]
    #[expect(clippy::too_many_arguments, reason = "keyword arguments of Python, each an option")]
    fn create(
        py: Python<'_>,
        path: PathBuf,
        keyset: &Bound<'_, Keyset>,
        save: &Bound<'_, PyAny>,
        wait: f64,
        max_bytes: Option<u64>,
        today: Option<&Bound<'_, PyDate>>,
        reload: Option<&Bound<'_, PyAny>>,
        any_file_system: bool,
    ) -> PyResult<Self> {
        let mut save = saver(save)?;
        let options = options(wait, max_bytes, today, reload, any_file_system)?;
        let made =
            keyset.get().change_slowly(py, |keyset| Durable::create(path, keyset, &mut save, options))?;
        Ok(SqliteVault(Arc::new(made)))
    }

    /// Opens a vault. `wait` is how many seconds a call waits for other threads and processes, `max_bytes` the most the file
    /// may grow to, `today` the day it is instead of the clock's. `reload()` gives the keyset as it is kept now; it is asked
    /// where the vault has gone over to an epoch that this one does not know.
    #[staticmethod]
    #[pyo3(signature = (path, keyset, *, wait=5.0, max_bytes=None, today=None, reload=None, read_only=false, quick_check=false, any_file_system=false))]
    #[expect(clippy::too_many_arguments, reason = "keyword arguments of Python, each an option")]
    fn open(
        py: Python<'_>,
        path: PathBuf,
        keyset: &Bound<'_, Keyset>,
        wait: f64,
        max_bytes: Option<u64>,
        today: Option<&Bound<'_, PyDate>>,
        reload: Option<&Bound<'_, PyAny>>,
        read_only: bool,
        quick_check: bool,
        any_file_system: bool,
    ) -> PyResult<Self> {
        let mut options = options(wait, max_bytes, today, reload, any_file_system)?;
        if read_only {
            options = options.read_only();
        }
        if quick_check {
            options = options.quick_check();
        }
        let keyset = keyset.get().snapshot();
        work(py, ALWAYS, || Durable::open(path, &keyset, options)).map(|vault| SqliteVault(Arc::new(vault)))
    }

    /// The vault's name: `vt_` and sixteen hexadecimal digits.
    #[getter]
    fn id(&self) -> String {
        self.0.id()
    }

    /// How many values it keeps.
    fn count(&self, py: Python<'_>) -> PyResult<usize> {
        work(py, ALWAYS, || Ok(self.0.count()?))
    }

    /// How many values of each type it keeps.
    fn counts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let counts = work(py, ALWAYS, || self.0.counts())?;
        let dict = PyDict::new(py);
        counts.into_iter().try_for_each(|(name, count)| dict.set_item(name, count))?;
        Ok(dict)
    }

    /// What is in the vault, in numbers: safe to log.
    fn status<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        json(py, &work(py, ALWAYS, || self.0.status())?)
    }

    /// Reads the whole file and says in numbers what is wrong with it; `["well"]` is true where nothing is.
    fn check<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        json(py, &work(py, ALWAYS, || Ok(self.0.check()?.to_json()))?)
    }

    /// Everything that is kept about a subject, in clear.
    #[pyo3(signature = (subject, *, tenant=None))]
    fn export<'py>(
        &self,
        subject: &Bound<'py, PyString>,
        tenant: Option<&Bound<'py, PyString>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let export = self.about(subject, tenant, |vault, tenant, person| vault.export(tenant, person))?;
        json(subject.py(), &export)
    }

    /// Corrects a value; `which` is a token of it, or its id in an export. Its tokens restore to the new value from now on.
    /// The answer is a receipt.
    #[pyo3(signature = (subject, which, value, *, tenant=None))]
    fn rectify(
        &self,
        subject: &Bound<'_, PyString>,
        which: &Bound<'_, PyString>,
        value: &Bound<'_, PyString>,
        tenant: Option<&Bound<'_, PyString>>,
    ) -> PyResult<String> {
        let (which, value) = (utf8(which)?, utf8(value)?);
        self.about(subject, tenant, |vault, tenant, person| vault.rectify(tenant, person, which, value))
    }

    /// Erases a subject: its tokens open no more. The answer is a receipt. Old copies of the file are reached by
    /// `finalise_erasure`.
    #[pyo3(signature = (subject, *, tenant=None))]
    fn erase(&self, subject: &Bound<'_, PyString>, tenant: Option<&Bound<'_, PyString>>) -> PyResult<String> {
        self.about(subject, tenant, Durable::erase)
    }

    /// Puts a legal hold on a subject: nothing about it is erased until it is released. The answer is a receipt.
    #[pyo3(signature = (subject, *, tenant=None))]
    fn hold(&self, subject: &Bound<'_, PyString>, tenant: Option<&Bound<'_, PyString>>) -> PyResult<String> {
        self.about(subject, tenant, Durable::hold)
    }

    /// Takes a legal hold off. The answer is a receipt.
    #[pyo3(signature = (subject, *, tenant=None))]
    fn release(
        &self,
        subject: &Bound<'_, PyString>,
        tenant: Option<&Bound<'_, PyString>>,
    ) -> PyResult<String> {
        self.about(subject, tenant, Durable::release)
    }

    /// Restricts a subject: its tokens stay closed; it can be exported and erased. The answer is a receipt.
    #[pyo3(signature = (subject, *, tenant=None))]
    fn restrict(
        &self,
        subject: &Bound<'_, PyString>,
        tenant: Option<&Bound<'_, PyString>>,
    ) -> PyResult<String> {
        self.about(subject, tenant, Durable::restrict)
    }

    /// Takes a restriction off. The answer is a receipt.
    #[pyo3(signature = (subject, *, tenant=None))]
    fn unrestrict(
        &self,
        subject: &Bound<'_, PyString>,
        tenant: Option<&Bound<'_, PyString>>,
    ) -> PyResult<String> {
        self.about(subject, tenant, Durable::unrestrict)
    }

    /// Sets how many days values of a type are kept; None for ever. `sweep` goes by it.
    fn set_retention(&self, entity_type: &Bound<'_, PyString>, days: Option<u32>) -> PyResult<()> {
        let entity = utf8(entity_type)?;
        work(entity_type.py(), ALWAYS, || self.0.set_retention(entity, days))
    }

    /// The days that values are kept, of each type for which there is a limit.
    fn retention<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let kept = work(py, ALWAYS, || self.0.retention())?;
        let dict = PyDict::new(py);
        kept.into_iter().try_for_each(|(name, days)| dict.set_item(name, days))?;
        Ok(dict)
    }

    /// Forgets what is older than its type is kept; run it once a day. The answer is a receipt.
    fn sweep(&self, py: Python<'_>) -> PyResult<String> {
        work(py, ALWAYS, || self.0.sweep())
    }

    /// Makes erasures reach old copies of the file: the vault goes over to a new key of `keyset`, and the old one is
    /// destroyed, or kept for `keep_days` more days so that backups can be restored. `save(keyset)` is called up to twice and
    /// has the keyset on disk before it returns; it must not call this vault. The answer is a receipt.
    #[pyo3(signature = (keyset, save, *, keep_days=None))]
    fn finalise_erasure(
        &self,
        py: Python<'_>,
        keyset: &Bound<'_, Keyset>,
        save: &Bound<'_, PyAny>,
        keep_days: Option<u32>,
    ) -> PyResult<String> {
        let mut save = saver(save)?;
        keyset.get().change_slowly(py, |keyset| self.0.finalise_erasure(keyset, &mut save, keep_days))
    }

    /// Destroys keys that were kept for backups and whose time is up. The answer is a receipt.
    fn destroy_epochs(
        &self,
        py: Python<'_>,
        keyset: &Bound<'_, Keyset>,
        save: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        let mut save = saver(save)?;
        keyset.get().change_slowly(py, |keyset| self.0.destroy_epochs(keyset, &mut save))
    }

    /// Takes a newer keyset up: after a rotation, or where another process has finished an erasure.
    fn take_keys(&self, py: Python<'_>, keyset: &Bound<'_, Keyset>) -> PyResult<()> {
        let keyset = keyset.get().snapshot();
        work(py, ALWAYS, || self.0.take_keys(&keyset))
    }

    /// Writes a copy to a file that is not there yet, while others go on.
    fn backup(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        work(py, ALWAYS, || self.0.backup(path))
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err("a SqliteVault cannot be pickled or copied; open the file in each process"))
    }

    fn __repr__(&self) -> String {
        format!("SqliteVault({})", self.0.id())
    }
}
