//! The tables of the file, and how an older file becomes one of today.
//!
//! Comes in: a connection. Goes out: one whose tables are those of this release.
use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};
use wimple::vault::{VaultError, VaultErrorKind};

use crate::failure::{Told, failed};

/// `WIMV`: what the file says it is (`PRAGMA application_id`).
pub(crate) const APPLICATION: i32 = 0x5749_4d56;

/// The steps from an empty file to one of today; `PRAGMA user_version` counts those that were taken. A step that was in
/// a release is never changed: what comes later is a new step.
pub(crate) const STEPS: &[&str] = &[FIRST];

/// Everything that is sealed or named by a MAC is a BLOB; days are counted from 1970-01-01.
const FIRST: &str = "
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE epochs (
    number INTEGER PRIMARY KEY,
    ended INTEGER,
    kept_until INTEGER
) STRICT;
CREATE TABLE types (
    n INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    kept_days INTEGER
) STRICT;
CREATE TABLE subjects (
    n INTEGER PRIMARY KEY,
    subject BLOB NOT NULL UNIQUE CHECK (length(subject) = 32),
    wrapped BLOB NOT NULL,
    day INTEGER NOT NULL
) STRICT;
CREATE TABLE records (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 12),
    lookup BLOB NOT NULL UNIQUE CHECK (length(lookup) = 32),
    subject INTEGER NOT NULL REFERENCES subjects (n),
    key BLOB NOT NULL CHECK (length(key) = 4),
    type INTEGER NOT NULL REFERENCES types (n),
    day INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    tag BLOB NOT NULL CHECK (length(tag) = 16)
) STRICT;
CREATE INDEX records_of_subject ON records (subject, id);
CREATE INDEX records_of_type ON records (type, day);
CREATE TABLE marks (
    subject BLOB PRIMARY KEY CHECK (length(subject) = 32),
    held INTEGER NOT NULL,
    restricted INTEGER NOT NULL,
    named BLOB NOT NULL
) STRICT, WITHOUT ROWID;
";

/// Sets a connection up for a file that nobody is trusted to have left alone.
pub(crate) fn settings(connection: &Connection, read_only: bool) -> Result<(), VaultError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true).told()?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false).told()?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false).told()?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false).told()?;
    connection
        .execute_batch(
            "PRAGMA synchronous = FULL;
             PRAGMA secure_delete = ON;
             PRAGMA foreign_keys = ON;
             PRAGMA cell_size_check = ON;
             PRAGMA temp_store = MEMORY;
             PRAGMA cache_size = -16384;",
        )
        .told()?;
    if read_only {
        return Ok(());
    }
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).told()?;
    match mode.as_str() {
        "wal" => Ok(()),
        _ => Err(failed(VaultErrorKind::Foreign, "the file system does not allow a write-ahead log")),
    }
}

const LATER: VaultError = failed(VaultErrorKind::Foreign, "the vault is of a later release");

/// Takes the steps that are missing, each as a whole.
pub(crate) fn migrate(
    connection: &mut Connection,
    steps: &[&str],
    read_only: bool,
) -> Result<(), VaultError> {
    loop {
        let done = version(connection)?;
        let Some(missing) = steps.len().checked_sub(done) else {
            return Err(LATER);
        };
        if missing == 0 {
            return Ok(());
        }
        if read_only {
            return Err(failed(
                VaultErrorKind::Closed,
                "the vault is of an earlier release: open it for writing once",
            ));
        }
        let step = connection.transaction_with_behavior(TransactionBehavior::Immediate).told()?;
        // Somebody else may have been faster.
        if version(&step)? == done {
            step.execute_batch(steps.get(done).copied().unwrap_or_default()).told()?;
            let taken = i64::try_from(done + 1).map_err(|_| LATER)?;
            step.pragma_update(None, "user_version", taken).told()?;
            step.commit().told()?;
        }
    }
}

fn version(connection: &Connection) -> Result<usize, VaultError> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).told()?;
    // A version below zero is nobody's; as a very late one it is refused.
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_file_takes_the_missing_steps_and_a_later_one_is_refused() {
        let mut connection = Connection::open_in_memory().unwrap();
        let steps = [
            "CREATE TABLE a (x)",
            "ALTER TABLE a ADD COLUMN y; INSERT INTO a VALUES (1, 2)",
            "CREATE TABLE b (z)",
        ];
        migrate(&mut connection, &steps[..1], false).unwrap();
        assert_eq!(version(&connection), Ok(1));
        assert_eq!(
            migrate(&mut connection, &steps, true).unwrap_err().kind(),
            VaultErrorKind::Closed,
            "not where nothing may be written"
        );
        for _ in 0..2 {
            migrate(&mut connection, &steps, false).unwrap();
            assert_eq!(version(&connection), Ok(3));
            let kept: i64 = connection.query_row("SELECT count(*) FROM a", [], |row| row.get(0)).unwrap();
            assert_eq!(kept, 1);
        }
        let later = migrate(&mut connection, &steps[..2], false).unwrap_err();
        assert_eq!(later.kind(), VaultErrorKind::Foreign);
    }

    #[test]
    fn a_step_that_fails_has_not_begun() {
        let mut connection = Connection::open_in_memory().unwrap();
        let broken = ["CREATE TABLE a (x)", "CREATE TABLE b (x); CREATE TABLE a (x)"];
        assert!(migrate(&mut connection, &broken, false).is_err());
        assert_eq!(version(&connection), Ok(1));
        migrate(&mut connection, &["CREATE TABLE a (x)", "CREATE TABLE b (x)"], false).unwrap();
    }
}
