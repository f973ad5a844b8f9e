//! Files that this process has open, so that a child of it does not open them, too.
//!
//! Comes in: a path. Goes out: leave to open it. POSIX locks are not inherited by a child, but what SQLite remembers of them
//! is: a file that the parent had open at the `fork()` is taken for locked in the child, which is not so, and whoever closes
//! it last would take its log away. Nothing undoes that in the child; so there the file stays closed, until another program
//! begins in it.
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use wimple::vault::{VaultError, VaultErrorKind};

use crate::failure::failed;

/// Which file it is, whatever its name: device and number.
type File = (u64, u64);

/// Files that are open, with the process that opened each.
static OPEN: Mutex<Vec<(u32, File)>> = Mutex::new(Vec::new());

const INHERITED: VaultError = failed(
    VaultErrorKind::Closed,
    "the vault was open when this process was forked, and cannot be opened in it; open it after the fork only",
);

/// Leave to open a file; while it lasts the file counts as open.
pub(crate) struct Leave {
    process: u32,
    file: Option<File>,
}

impl Leave {
    pub(crate) fn to_open(path: &Path) -> Result<Self, VaultError> {
        let (process, file) = (std::process::id(), which(path));
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = file {
            if open.iter().any(|(of, known)| *known == file && *of != process) {
                return Err(INHERITED);
            }
            open.push((process, file));
        }
        Ok(Leave { process, file })
    }

    /// As after a fork.
    #[cfg(test)]
    pub(crate) fn forked(&mut self) {
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        for (process, file) in open.iter_mut() {
            if Some(*file) == self.file {
                *process ^= 1;
            }
        }
        self.process ^= 1;
    }

    /// The process that opened it.
    pub(crate) fn is_of_this_process(&self) -> bool {
        self.process == std::process::id()
    }
}

impl Drop for Leave {
    fn drop(&mut self) {
        if !self.is_of_this_process() {
            return;
        }
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        let own = open.iter().position(|(of, file)| *of == self.process && Some(*file) == self.file);
        if let Some(at) = own {
            open.swap_remove(at);
        }
    }
}

#[cfg(unix)]
fn which(path: &Path) -> Option<File> {
    use std::os::unix::fs::MetadataExt as _;
    path.metadata().ok().map(|data| (data.dev(), data.ino()))
}

/// Elsewhere processes are not forked.
#[cfg(not(unix))]
fn which(_path: &Path) -> Option<File> {
    None
}
