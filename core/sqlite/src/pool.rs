//! Connections: one that writes and some that read, for the threads of one process.
//!
//! Comes in: a path. Goes out: a connection, for as long as a call takes. After a `fork()` none is given out, and none is
//! closed: SQLite's locks belong to the process that took them.
use core::time::Duration;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Instant;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use wimple::vault::{VaultError, VaultErrorKind};

use crate::failure::{Told, failed};
use crate::forks::Leave;
use crate::options::Options;
use crate::schema::settings;

/// The most connections that wait for the next reader.
const IDLE: usize = 8;
/// Prepared statements that each keeps; there are not as many.
const STATEMENTS: usize = 64;

const BUSY: VaultError = failed(VaultErrorKind::Busy, "another thread uses the vault; try again");
const FORKED: VaultError = failed(
    VaultErrorKind::Closed,
    "the vault was opened before a fork; open it in each process, after the fork",
);
const READ_ONLY: VaultError = failed(VaultErrorKind::Closed, "the vault was opened for reading only");

pub(crate) struct Pool {
    path: PathBuf,
    wait: Duration,
    most_bytes: Option<u64>,
    read_only: bool,
    readers: Mutex<Vec<Connection>>,
    writer: Mutex<Option<Connection>>,
    free: Condvar,
    /// Dropped last, when all connections are closed.
    leave: Leave,
}

impl Pool {
    pub(crate) fn new(path: &Path, options: &Options) -> Result<Self, VaultError> {
        let mut pool = Pool {
            path: path.to_owned(),
            wait: options.wait,
            most_bytes: options.most_bytes,
            read_only: options.read_only,
            readers: Mutex::default(),
            writer: Mutex::default(),
            free: Condvar::new(),
            leave: Leave::to_open(path)?,
        };
        pool.writer = Mutex::new(Some(pool.connect()?));
        Ok(pool)
    }

    fn connect(&self) -> Result<Connection, VaultError> {
        let access = match self.read_only {
            true => OpenFlags::SQLITE_OPEN_READ_ONLY,
            false => OpenFlags::SQLITE_OPEN_READ_WRITE,
        };
        // Each connection is used by one thread at a time, so that SQLite need not lock it.
        let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags).told()?;
        connection.busy_timeout(self.wait).told()?;
        settings(&connection, self.read_only)?;
        if let Some(bytes) = self.most_bytes {
            let size: u32 = connection.query_row("PRAGMA page_size", [], |row| row.get(0)).told()?;
            let pages = i64::try_from((bytes / u64::from(size.max(1))).max(1)).unwrap_or(i64::MAX);
            connection.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).told()?;
        }
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(connection)
    }

    fn is_ours(&self) -> Result<(), VaultError> {
        if self.leave.is_of_this_process() { Ok(()) } else { Err(FORKED) }
    }

    /// Reads: what `work` sees is one state of the vault.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, VaultError>,
    ) -> Result<T, VaultError> {
        self.is_ours()?;
        let idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut connection = idle.map_or_else(|| self.connect(), Ok)?;
        let done = {
            let state = connection.transaction_with_behavior(TransactionBehavior::Deferred).told()?;
            work(&state)
        };
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < IDLE {
            readers.push(connection);
        }
        done
    }

    /// Changes: all that `work` does, once it is on disk, or nothing.
    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, VaultError>,
    ) -> Result<T, VaultError> {
        self.change(|change| {
            let done = work(&change)?;
            change.commit().told()?;
            Ok(done)
        })
    }

    /// As [`write`](Pool::write), where `work` commits itself, or does not.
    pub(crate) fn change<T, E: From<VaultError>>(
        &self,
        work: impl FnOnce(Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.read_only {
            return Err(READ_ONLY.into());
        }
        self.writer(|connection| {
            let change = connection.transaction_with_behavior(TransactionBehavior::Immediate).told()?;
            work(change)
        })
    }

    /// The connection that writes, outside of a transaction.
    pub(crate) fn writer<T, E: From<VaultError>>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        self.is_ours()?;
        let mut taken = Taken { pool: self, connection: Some(self.take()?) };
        match &mut taken.connection {
            Some(connection) => work(connection),
            None => Err(BUSY.into()),
        }
    }

    fn take(&self) -> Result<Connection, VaultError> {
        let end = Instant::now().checked_add(self.wait);
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(connection) = writer.take() {
                return Ok(connection);
            }
            let left = end.map_or(self.wait, |end| end.saturating_duration_since(Instant::now()));
            if left.is_zero() {
                return Err(BUSY);
            }
            writer = self.free.wait_timeout(writer, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Writes the log back into the file and empties it, so that nothing deleted is left there. Says whether nobody was in
    /// the way.
    pub(crate) fn empty_log(&self) -> Result<bool, VaultError> {
        self.writer(|connection| {
            let busy: i64 =
                connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).told()?;
            Ok(busy == 0)
        })
    }

    /// Whether every change fails.
    pub(crate) fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Bytes of the file.
    pub(crate) fn bytes(&self) -> u64 {
        std::fs::metadata(&self.path).map_or(0, |data| data.len())
    }

    #[cfg(test)]
    pub(crate) fn forked(&mut self) {
        self.leave.forked();
    }
}

/// The connection that writes, on loan; it is given back in whatever way the call ends.
struct Taken<'p> {
    pool: &'p Pool,
    connection: Option<Connection>,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        let connection = self.connection.take();
        *self.pool.writer.lock().unwrap_or_else(PoisonError::into_inner) = connection;
        self.pool.free.notify_one();
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        if self.is_ours().is_err() {
            // Closing here would do the parent's work with the parent's file; the operating system ends what is left.
            let take = |list: &mut Vec<Connection>| core::mem::take(list);
            core::mem::forget(take(self.readers.get_mut().unwrap_or_else(PoisonError::into_inner)));
            core::mem::forget(self.writer.get_mut().unwrap_or_else(PoisonError::into_inner).take());
        }
    }
}
