//! Whether the file is what was kept, all of it.
//!
//! Comes in: an open vault. Goes out: what is wrong with it. Values are not opened.
use core::fmt;

use rusqlite::Connection;
use wimple::Error;
use wimple::vault::{SubjectRef, VaultError};

use crate::failure::Told;
use crate::keys::Keys;
use crate::marks;
use crate::row::Rows;
use crate::vault::SqliteVault;

/// How many rows are in memory at a time.
const CHUNK: usize = 1000;

/// What a check found, in numbers: safe to log.
///
/// ```
/// # use wimple_sqlite::Health;
/// fn tell(health: &Health) {
///     println!("{} values of {} subjects: {health}", health.records(), health.subjects());
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Health {
    records: usize,
    subjects: usize,
    bad_records: usize,
    bad_subjects: usize,
    bad_marks: usize,
    file_damaged: bool,
}

impl Health {
    /// Whether nothing is wrong.
    pub fn is_well(&self) -> bool {
        !self.file_damaged && self.bad_records + self.bad_subjects + self.bad_marks == 0
    }

    /// Values that were looked at.
    pub fn records(&self) -> usize {
        self.records
    }

    /// Subjects that were looked at.
    pub fn subjects(&self) -> usize {
        self.subjects
    }

    /// Values that are not what was kept: changed, or moved to another place.
    pub fn bad_records(&self) -> usize {
        self.bad_records
    }

    /// Subjects whose data key does not open.
    pub fn bad_subjects(&self) -> usize {
        self.bad_subjects
    }

    /// Whether SQLite itself finds the file damaged: its pages, indexes or references. Then the rest was not looked at.
    pub fn is_file_damaged(&self) -> bool {
        self.file_damaged
    }

    /// As one JSON object.
    pub fn to_json(&self) -> String {
        let Health { records, subjects, bad_records, bad_subjects, bad_marks, file_damaged } = self;
        let well = self.is_well();
        format!(
            r#"{{"well":{well},"records":{records},"subjects":{subjects},"bad_records":{bad_records},"bad_subjects":{bad_subjects},"bad_marks":{bad_marks},"file_damaged":{file_damaged}}}"#
        )
    }
}

impl fmt::Display for Health {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_well() { "well" } else { "damaged" })
    }
}

impl SqliteVault {
    /// Reads the whole file: its pages and indexes, the tag of each value, the data key of each subject. It takes as long
    /// as reading it all; others can work meanwhile.
    ///
    /// # Errors
    /// [`Error::Vault`] where the file cannot be read to its end; damage that can is told by [`Health`].
    pub fn check(&self) -> Result<Health, Error> {
        let health = self.renewing(|keys| self.pool.read(|state| checked(state, keys)))?;
        Ok(health)
    }
}

fn checked(state: &Connection, keys: &Keys) -> Result<Health, VaultError> {
    let mut health = Health::default();
    let said: String = state.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).told()?;
    let mut references = state.prepare("PRAGMA foreign_key_check").told()?;
    health.file_damaged = said != "ok" || references.exists([]).told()?;
    if health.file_damaged {
        // In a tree that is torn a walk may come round to where it was.
        return Ok(health);
    }
    let mut last = i64::MIN;
    loop {
        let rows = Rows::after(state, keys, last, CHUNK)?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            health.records += 1;
            health.bad_records += usize::from(row.is_err());
            let n = row.map_or_else(|n| n, |kept| kept.n);
            if n <= last {
                health.file_damaged = true;
                return Ok(health);
            }
            last = n;
        }
    }
    // A row whose subject or type is gone is not among those; the check of references has seen it.
    let mut statement = state.prepare("SELECT subject, wrapped FROM subjects").told()?;
    let subjects = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?))).told()?;
    for subject in subjects {
        let (subject, wrapped) = subject.told()?;
        health.subjects += 1;
        health.bad_subjects += usize::from(keys.unwrap(state, &SubjectRef::new(subject), &wrapped).is_err());
    }
    let epoch = keys.epoch(state)?;
    for (subject, _, sealed) in marks::all(state)? {
        health.bad_marks += usize::from(marks::open_name(keys.vault, epoch, &subject, &sealed).is_err());
    }
    Ok(health)
}
