//! Records as rows: each with a tag over all its parts, so that one that was changed or moved is seen.
//!
//! Comes in: records. Goes out: records that are what was kept, or an error.
use rusqlite::{CachedStatement, Connection, OptionalExtension as _, Row, params};
use wimple::vault::{Lookup, Record, SubjectRef, TokenId, VaultError, VaultErrorKind};

use crate::day::Day;
use crate::failure::{CORRUPT, Told, failed};
use crate::keys::{Keys, RowKey};

const UNKNOWN: VaultError = failed(VaultErrorKind::UnknownSubject, "the subject is not in the vault");
const TAKEN: VaultError = failed(VaultErrorKind::Taken, "an id is in the vault already");

/// A record and the day it was kept.
pub(crate) struct Kept {
    pub(crate) n: i64,
    pub(crate) record: Record,
    pub(crate) day: Day,
    /// Whether its subject is restricted.
    pub(crate) restricted: bool,
}

macro_rules! select {
    ($where:literal) => {
        concat!(
            "SELECT r.n, r.id, r.lookup, s.subject, r.key, t.name, r.day, r.sealed, r.tag, coalesce(m.restricted, 0) \
             FROM records r JOIN subjects s ON s.n = r.subject JOIN types t ON t.n = r.type \
             LEFT JOIN marks m ON m.subject = s.subject WHERE ",
            $where
        )
    };
}

/// Reads rows of one kind, one after the other.
pub(crate) struct Rows<'c> {
    statement: CachedStatement<'c>,
    keys: &'c Keys,
}

impl<'c> Rows<'c> {
    pub(crate) fn by_id(connection: &'c Connection, keys: &'c Keys) -> Result<Self, VaultError> {
        let statement = connection.prepare_cached(select!("r.id = ?1")).told()?;
        Ok(Rows { statement, keys })
    }

    pub(crate) fn by_lookup(connection: &'c Connection, keys: &'c Keys) -> Result<Self, VaultError> {
        let statement = connection.prepare_cached(select!("r.lookup = ?1")).told()?;
        Ok(Rows { statement, keys })
    }

    /// The row that the question names.
    pub(crate) fn one(&mut self, question: &[u8]) -> Result<Option<Kept>, VaultError> {
        let raw = self.statement.query_row([question], Raw::read).optional().told()?;
        raw.map(|raw| raw.checked(&self.keys.rows)).transpose()
    }

    /// Each row after `after`, at most `most` of them, in the order they were kept.
    pub(crate) fn after(
        connection: &Connection,
        keys: &Keys,
        after: i64,
        most: usize,
    ) -> Result<Vec<Result<Kept, i64>>, VaultError> {
        let mut statement = connection.prepare_cached(select!("r.n > ?1 ORDER BY r.n LIMIT ?2")).told()?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let raw = statement.query_map(params![after, most], Raw::read).told()?;
        let mut rows = Vec::new();
        for raw in raw {
            let raw = raw.told()?;
            let n = raw.n;
            rows.push(raw.checked(&keys.rows).map_err(|_| n));
        }
        Ok(rows)
    }
}

/// A row as it stands in the file.
struct Raw {
    n: i64,
    id: [u8; 12],
    lookup: [u8; 32],
    subject: [u8; 32],
    key: [u8; 4],
    entity: String,
    day: Day,
    sealed: Vec<u8>,
    tag: [u8; 16],
    restricted: bool,
}

impl Raw {
    fn read(row: &Row<'_>) -> rusqlite::Result<Raw> {
        Ok(Raw {
            n: row.get(0)?,
            id: row.get(1)?,
            lookup: row.get(2)?,
            subject: row.get(3)?,
            key: row.get(4)?,
            entity: row.get(5)?,
            day: row.get(6)?,
            sealed: row.get(7)?,
            tag: row.get(8)?,
            restricted: row.get(9)?,
        })
    }

    fn checked(self, rows: &RowKey) -> Result<Kept, VaultError> {
        let record = Record::new(
            TokenId::new(self.id),
            Lookup::new(self.lookup),
            SubjectRef::new(self.subject),
            self.key,
            self.entity,
            self.sealed,
        );
        let made = tag(rows, &record, self.day);
        // The tag guards against a file that was changed, not against somebody who tries tags: no need to hide the time.
        match made == self.tag {
            true => Ok(Kept { n: self.n, record, day: self.day, restricted: self.restricted }),
            false => Err(CORRUPT),
        }
    }
}

fn tag(rows: &RowKey, record: &Record, day: Day) -> [u8; 16] {
    rows.tag(&[
        record.id().bytes(),
        record.lookup().bytes(),
        record.subject().bytes(),
        &record.key(),
        record.entity().as_bytes(),
        &day.to_be_bytes(),
        record.sealed(),
    ])
}

/// The number of a subject in the file.
pub(crate) fn subject(connection: &Connection, subject: &SubjectRef) -> Result<Option<i64>, VaultError> {
    let mut statement = connection.prepare_cached("SELECT n FROM subjects WHERE subject = ?1").told()?;
    statement.query_row([subject.bytes()], |row| row.get(0)).optional().told()
}

/// The number of an entity type; a new one where it has none.
fn entity(connection: &Connection, name: &str) -> Result<i64, VaultError> {
    let known = || {
        let mut statement = connection.prepare_cached("SELECT n FROM types WHERE name = ?1").told()?;
        statement.query_row([name], |row| row.get(0)).optional().told()
    };
    if let Some(n) = known()? {
        return Ok(n);
    }
    connection.prepare_cached("INSERT INTO types (name) VALUES (?1)").told()?.execute([name]).told()?;
    known()?.ok_or(CORRUPT)
}

/// Keeps records as [`Vault::put`](wimple::vault::Vault::put) says.
pub(crate) fn put(
    connection: &Connection,
    keys: &Keys,
    records: &[Record],
    day: Day,
) -> Result<Vec<TokenId>, VaultError> {
    // Most calls are about one subject and a few types: what was asked last is kept.
    let mut of = Vec::with_capacity(records.len());
    for record in records {
        let last = of.last().filter(|(known, _)| *known == record.subject()).map(|(_, n)| *n);
        let n = last.map_or_else(|| subject(connection, &record.subject())?.ok_or(UNKNOWN), Ok)?;
        of.push((record.subject(), n));
    }
    let mut insert = connection
        .prepare_cached(
            "INSERT INTO records (id, lookup, subject, key, type, day, sealed, tag) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING",
        )
        .told()?;
    let mut by_lookup = Rows::by_lookup(connection, keys)?;
    let mut types: Vec<(&str, i64)> = Vec::new();
    let mut ids = Vec::with_capacity(records.len());
    for (record, (_, subject)) in records.iter().zip(of) {
        let known = types.iter().find(|(name, _)| *name == record.entity()).map(|(_, n)| *n);
        let entity = known.map_or_else(|| entity(connection, record.entity()), Ok)?;
        if known.is_none() {
            types.push((record.entity(), entity));
        }
        let (id, lookup, key) = (record.id(), record.lookup(), record.key());
        let tag = tag(&keys.rows, record, day);
        let inserted = insert
            .execute(params![id.bytes(), lookup.bytes(), subject, key, entity, day, record.sealed(), tag])
            .told()?;
        ids.push(match inserted {
            // What was in the way is the value, kept already, or else another value with that id.
            0 => by_lookup.one(lookup.bytes())?.ok_or(TAKEN)?.record.id(),
            _ => id,
        });
    }
    Ok(ids)
}

/// Puts another value in the place of a record: its id, subject, key, type and day stay. Where the new value is kept
/// already under another id, `other` is what the record is found by from now on.
pub(crate) fn replace(
    connection: &Connection,
    keys: &Keys,
    kept: &Kept,
    new: &Record,
    other: Lookup,
) -> Result<(), VaultError> {
    let taken = Rows::by_lookup(connection, keys)?.one(new.lookup().bytes())?;
    let lookup = match taken {
        Some(other_kept) if other_kept.n != kept.n => other,
        _ => new.lookup(),
    };
    let old = &kept.record;
    let new = Record::new(old.id(), lookup, old.subject(), old.key(), old.entity(), new.sealed().to_vec());
    let tag = tag(&keys.rows, &new, kept.day);
    connection
        .prepare_cached("UPDATE records SET lookup = ?2, sealed = ?3, tag = ?4 WHERE n = ?1")
        .told()?
        .execute(params![kept.n, lookup.bytes(), new.sealed(), tag])
        .told()
        .map(drop)
}
