//! How a vault is opened.
use core::fmt;
use core::time::Duration;
use std::sync::Arc;

use wimple::{Date, Error, Keyset};

/// Asked for a newer keyset where the vault has gone over to an epoch that the old one does not know.
pub(crate) type Reload = Arc<dyn Fn() -> Result<Keyset, Error> + Send + Sync>;

/// How a vault is opened. The defaults are those of a host that shares one file between its processes.
///
/// ```
/// use core::time::Duration;
/// let options = wimple_sqlite::Options::new().wait(Duration::from_secs(1)).most_bytes(1 << 30);
/// ```
#[derive(Clone)]
#[must_use]
pub struct Options {
    pub(crate) wait: Duration,
    pub(crate) most_bytes: Option<u64>,
    pub(crate) today: Option<Date>,
    pub(crate) read_only: bool,
    pub(crate) quick_check: bool,
    pub(crate) any_file_system: bool,
    pub(crate) reload: Option<Reload>,
}

impl Options {
    /// Waits five seconds for others; no limit of size; the day of the system's clock.
    pub fn new() -> Self {
        Options {
            wait: Duration::from_secs(5),
            most_bytes: None,
            today: None,
            read_only: false,
            quick_check: false,
            any_file_system: false,
            reload: None,
        }
    }

    /// How long a call waits for other threads and processes before it fails as busy.
    pub fn wait(mut self, time: Duration) -> Self {
        self.wait = time;
        self
    }

    /// The most bytes the file may have; a call that needs more fails as full and changes nothing. In steps of pages (4096
    /// bytes). It holds for this handle.
    pub fn most_bytes(mut self, bytes: u64) -> Self {
        self.most_bytes = Some(bytes);
        self
    }

    /// What day it is, instead of the system's clock: for tests, and for hosts that have a better one.
    pub fn today(mut self, day: Date) -> Self {
        self.today = Some(day);
        self
    }

    /// Values can be found and restored; every change fails.
    pub fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    /// Has the whole file checked when it is opened, which takes as long as reading it.
    pub fn quick_check(mut self) -> Self {
        self.quick_check = true;
        self
    }

    /// Also opens a file on a network file system. Where its locks do not work across machines, or memory is not shared
    /// across processes, the vault will be damaged.
    pub fn any_file_system(mut self) -> Self {
        self.any_file_system = true;
        self
    }

    /// Where the vault has gone over to a new epoch and the keyset does not know it yet, `load` is asked for the keyset
    /// as it is kept now. So worker processes go on while an operator finishes an erasure.
    pub fn reload(mut self, load: impl Fn() -> Result<Keyset, Error> + Send + Sync + 'static) -> Self {
        self.reload = Some(Arc::new(load));
        self
    }
}

impl Default for Options {
    fn default() -> Self {
        Options::new()
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("wait", &self.wait)
            .field("most_bytes", &self.most_bytes)
            .field("read_only", &self.read_only)
            .finish_non_exhaustive()
    }
}
