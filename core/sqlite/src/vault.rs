//! The vault: what engines see of it, and how it is made and opened.
use core::fmt;
use std::path::Path;

use rusqlite::{Connection, OptionalExtension as _, params};
use wimple::vault::{Lookup, Record, SubjectRef, TokenId, Vault, VaultError, VaultErrorKind, WrappedKey};
use wimple::{Error, Keyset};

use crate::day::{self, Day};
use crate::failure::{MISSING_KEY, Told, failed};
use crate::file::{self, Making};
use crate::keys::{Keys, Known, NO_RANDOM, VaultId, new_rows, set_meta};
use crate::options::Options;
use crate::pool::Pool;
use crate::row::{self, Rows};
use crate::schema::{APPLICATION, STEPS, migrate, settings};

/// A vault in a file. Engines, threads and processes may share one; each process opens it for itself.
///
/// The file holds sealed values, MACs, types, lengths and days. Values are sealed under one data key for each data
/// subject; data keys are wrapped by the keyset and once more under the vault's epoch key, which lives with the keyset.
/// So the file alone opens nothing, nor does an old copy of it once its epoch key is destroyed.
///
/// A call is done when it is on disk. A process that dies in the midst of one leaves it undone.
///
/// The same file must not be opened by another copy of SQLite in the same process, such as Python's module `sqlite3`: on
/// POSIX systems that undoes its locks.
pub struct SqliteVault {
    pub(crate) pool: Pool,
    pub(crate) known: Known,
    today: Option<Day>,
}

impl SqliteVault {
    /// Makes a vault where there is no file yet. The key of its first epoch is added to the keyset, and `keep` has to have
    /// that keyset on disk before it returns: a vault whose epoch key is lost opens for nobody.
    ///
    /// # Errors
    /// [`VaultErrorKind::Taken`] where there is a file already, [`VaultErrorKind::Foreign`] on a network file system; what
    /// `keep` says; [`Error::Random`]. Then there is no vault; the keyset may have a key that is of no use.
    pub fn create(
        path: impl AsRef<Path>,
        keyset: &mut Keyset,
        keep: &mut dyn FnMut(&Keyset) -> Result<(), Error>,
        options: Options,
    ) -> Result<Self, Error> {
        let path = path.as_ref();
        if !options.any_file_system {
            file::is_local(path)?;
        }
        let making = Making::at(path)?;
        let mut id: VaultId = [0; 8];
        getrandom::fill(&mut id).map_err(|_| NO_RANDOM)?;
        let number = keyset.add_epoch(id)?;
        keep(keyset)?;
        made(making.path(), id, keyset, number)?;
        making.done()?;
        SqliteVault::open(path, keyset, options)
    }

    /// Opens a vault, and brings one of an earlier release up to date.
    ///
    /// # Errors
    /// [`VaultErrorKind::Foreign`] where the file is no vault, of a later release, or on a network file system;
    /// [`VaultErrorKind::MissingKey`] where the keyset has not its epoch key; [`VaultErrorKind::Closed`] where there is no
    /// file or it may not be used; [`VaultErrorKind::Corrupt`].
    pub fn open(path: impl AsRef<Path>, keyset: &Keyset, options: Options) -> Result<Self, Error> {
        let path = path.as_ref();
        file::is_ours(path)?;
        if !options.any_file_system {
            file::is_local(path)?;
        }
        let pool = Pool::new(path, &options)?;
        let keys = pool.writer(|connection| {
            migrate(connection, STEPS, options.read_only)?;
            if options.quick_check {
                let said: String =
                    connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).told()?;
                if said != "ok" {
                    return Err(crate::failure::CORRUPT);
                }
            }
            Keys::open(connection, keyset)
        });
        let known = match (keys, &options.reload) {
            (Err(error), Some(reload)) if error == MISSING_KEY => {
                let keyset = reload()?;
                Known::new(pool.read(|state| Keys::open(state, &keyset))?, options.reload.clone())
            }
            (keys, _) => Known::new(keys?, options.reload.clone()),
        };
        let vault = SqliteVault { pool, known, today: options.today.map(day::number) };
        vault.carry_marks()?;
        Ok(vault)
    }

    /// The vault's name, by which keysets list its epoch keys: `vt_` and sixteen hexadecimal digits.
    pub fn id(&self) -> String {
        format!("vt_{:016x}", u64::from_be_bytes(self.known.now().vault))
    }

    /// Takes a newer keyset up: after a rotation, or where another process has finished an erasure.
    ///
    /// # Errors
    /// [`VaultErrorKind::MissingKey`] where it has not the key of the vault's epoch; then the old one stays.
    pub fn take_keys(&self, keyset: &Keyset) -> Result<(), Error> {
        let keys = self.pool.read(|state| Keys::open(state, keyset))?;
        self.known.put(keys);
        self.carry_marks()?;
        Ok(())
    }

    /// The day it is.
    pub(crate) fn day(&self) -> Day {
        self.today.unwrap_or_else(day::today)
    }

    /// Does what needs the epoch key; where the vault has moved on, once more with the keyset as it is kept now.
    pub(crate) fn renewing<T>(&self, work: impl Fn(&Keys) -> Result<T, VaultError>) -> Result<T, VaultError> {
        // Another handle's change of epoch may be known already, or be told by the host.
        let renewed = || {
            let keyset = self.known.reloaded().unwrap_or_else(|| self.known.now().keyset.clone());
            self.known.put(self.pool.read(|state| Keys::open(state, &keyset))?);
            work(&self.known.now())
        };
        let is_missing = |done: &Result<T, VaultError>| matches!(done, Err(error) if *error == MISSING_KEY);
        let done = work(&self.known.now());
        let done = if is_missing(&done) { renewed() } else { done };
        if is_missing(&done) && !self.pool.is_read_only() {
            // A change by another thread of this handle is on disk a moment before its keys are known.
            self.pool.writer(|_| Ok::<_, VaultError>(()))?;
            return work(&self.known.now());
        }
        done
    }
}

/// Makes the file of a new vault, closed and whole.
fn made(path: &Path, id: VaultId, keyset: &Keyset, number: u32) -> Result<(), VaultError> {
    let mut connection = Connection::open(path).told()?;
    // Before anything is written: once there are tables it is too late for some.
    connection.pragma_update(None, "application_id", APPLICATION).told()?;
    settings(&connection, false)?;
    migrate(&mut connection, STEPS, false)?;
    let epoch = keyset.epoch(id, number).ok_or(MISSING_KEY)?;
    let change = connection.transaction().told()?;
    set_meta(&change, "vault", &id)?;
    set_meta(&change, "epoch", &number)?;
    set_meta(&change, "rows", &new_rows(id, &epoch)?)?;
    change.execute("INSERT INTO epochs (number) VALUES (?1)", [number]).told()?;
    change.commit().told()?;
    // Closing the last connection writes the log back and removes it.
    connection.close().map_err(|(_, error)| error).told()
}

impl Vault for SqliteVault {
    fn subject(&self, subject: &SubjectRef) -> Result<Option<WrappedKey>, VaultError> {
        self.renewing(|keys| {
            self.pool.read(|state| {
                let wrapped = wrapped(state, subject)?;
                wrapped.map(|wrapped| keys.unwrap(state, subject, &wrapped)).transpose()
            })
        })
    }

    fn add_subject(&self, subject: &SubjectRef, key: &WrappedKey) -> Result<WrappedKey, VaultError> {
        self.renewing(|keys| {
            self.pool.write(|change| match wrapped(change, subject)? {
                Some(wrapped) => keys.unwrap(change, subject, &wrapped),
                None => {
                    let wrapped = keys.wrap(change, subject, key)?;
                    change
                        .prepare_cached("INSERT INTO subjects (subject, wrapped, day) VALUES (?1, ?2, ?3)")
                        .told()?
                        .execute(params![subject.bytes(), wrapped, self.day()])
                        .told()?;
                    Ok(key.clone())
                }
            })
        })
    }

    fn find(&self, lookups: &[Lookup]) -> Result<Vec<Option<TokenId>>, VaultError> {
        let keys = self.known.now();
        self.pool.read(|state| {
            let mut rows = Rows::by_lookup(state, &keys)?;
            let mut one = |lookup: &Lookup| Ok(rows.one(lookup.bytes())?.map(|kept| kept.record.id()));
            lookups.iter().map(&mut one).collect()
        })
    }

    fn put(&self, records: &[Record]) -> Result<Vec<TokenId>, VaultError> {
        if records.is_empty() {
            return Ok(Vec::new());
        }
        let keys = self.known.now();
        self.pool.write(|change| row::put(change, &keys, records, self.day()))
    }

    /// Of a subject that is restricted no record is given.
    fn get(&self, ids: &[TokenId]) -> Result<Vec<Option<Record>>, VaultError> {
        let keys = self.known.now();
        self.pool.read(|state| {
            let mut rows = Rows::by_id(state, &keys)?;
            let mut one = |id: &TokenId| {
                let kept = rows.one(id.bytes())?.filter(|kept| !kept.restricted);
                Ok(kept.map(|kept| kept.record))
            };
            ids.iter().map(&mut one).collect()
        })
    }

    fn of_subject(
        &self,
        subject: &SubjectRef,
        after: Option<TokenId>,
        most: usize,
    ) -> Result<Vec<TokenId>, VaultError> {
        self.pool.read(|state| ids_of(state, subject, after, most))
    }

    fn erase_subject(&self, subject: &SubjectRef) -> Result<usize, VaultError> {
        let erased = self.erase_refs(&[*subject])?;
        self.pool.empty_log()?;
        Ok(erased.values().sum())
    }

    fn count(&self) -> Result<usize, VaultError> {
        self.pool.read(|state| {
            let count: i64 = state.query_row("SELECT count(*) FROM records", [], |row| row.get(0)).told()?;
            usize::try_from(count)
                .map_err(|_| failed(VaultErrorKind::Other, "there are too many records to count"))
        })
    }
}

fn wrapped(connection: &Connection, subject: &SubjectRef) -> Result<Option<Vec<u8>>, VaultError> {
    let mut statement =
        connection.prepare_cached("SELECT wrapped FROM subjects WHERE subject = ?1").told()?;
    statement.query_row([subject.bytes()], |row| row.get(0)).optional().told()
}

/// Ids of a subject's records in ascending order.
pub(crate) fn ids_of(
    connection: &Connection,
    subject: &SubjectRef,
    after: Option<TokenId>,
    most: usize,
) -> Result<Vec<TokenId>, VaultError> {
    let Some(n) = row::subject(connection, subject)? else { return Ok(Vec::new()) };
    let sql = "SELECT id FROM records WHERE subject = ?1 AND id > ?2 ORDER BY id LIMIT ?3";
    let mut statement = connection.prepare_cached(sql).told()?;
    let after = after.map(|id| id.bytes().to_vec()).unwrap_or_default();
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let ids = statement.query_map(params![n, after, most], |row| row.get(0)).told()?;
    ids.map(|id| id.told().map(TokenId::new)).collect()
}

impl fmt::Debug for SqliteVault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SqliteVault(..)")
    }
}
