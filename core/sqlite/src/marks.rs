//! Legal holds and restrictions: what keeps a subject from being forgotten, or from being shown.
//!
//! Comes in: a tenant and a subject. Goes out: receipts. A mark holds the name of its subject, sealed under the epoch key, so
//! that it can be carried on to keys that the keyset gets later.
use rusqlite::{Connection, OptionalExtension as _, Transaction, params};
use serde_json::json;
use wimple::vault::{SubjectKeys, SubjectRef, VaultError};
use wimple::{EpochKey, Error};
use zeroize::Zeroizing;

use crate::failure::{CORRUPT, Told};
use crate::keys::{Keys, NO_RANDOM, VaultId, set_meta};
use crate::receipt::pseudonym;
use crate::vault::SqliteVault;

/// The marks of a subject.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    pub(crate) held: bool,
    pub(crate) restricted: bool,
}

impl SqliteVault {
    /// Puts a legal hold on a subject: nothing about it is erased, be it asked for or old, until the hold is
    /// [released](SqliteVault::release). The subject need not be in the vault yet. The answer is a receipt.
    ///
    /// # Errors
    /// [`Error::Vault`] where the vault cannot keep it.
    pub fn hold(&self, tenant: &str, subject: &str) -> Result<String, Error> {
        self.mark(tenant, subject, "hold", |marks| marks.held = true)
    }

    /// Takes a legal hold off.
    ///
    /// # Errors
    /// As [`hold`](SqliteVault::hold).
    pub fn release(&self, tenant: &str, subject: &str) -> Result<String, Error> {
        self.mark(tenant, subject, "release", |marks| marks.held = false)
    }

    /// Restricts the processing of a subject's data (GDPR, article 18): its tokens stay closed, and are still kept,
    /// exported and erased.
    ///
    /// # Errors
    /// As [`hold`](SqliteVault::hold).
    pub fn restrict(&self, tenant: &str, subject: &str) -> Result<String, Error> {
        self.mark(tenant, subject, "restrict", |marks| marks.restricted = true)
    }

    /// Takes a restriction off.
    ///
    /// # Errors
    /// As [`hold`](SqliteVault::hold).
    pub fn unrestrict(&self, tenant: &str, subject: &str) -> Result<String, Error> {
        self.mark(tenant, subject, "unrestrict", |marks| marks.restricted = false)
    }

    fn mark(
        &self,
        tenant: &str,
        subject: &str,
        action: &str,
        change: impl Fn(&mut Marks),
    ) -> Result<String, Error> {
        let refs = self.refs(tenant, subject)?;
        let marks = self.renewing(|keys| {
            self.pool.write(|step| {
                let mut marks = marked(step, &refs)?;
                change(&mut marks);
                put(step, keys, &refs, marks, &named(tenant, subject))?;
                // This keyset may be older than one that has carried the marks on.
                step.execute("DELETE FROM meta WHERE name = 'marked'", []).told()?;
                Ok(marks)
            })
        })?;
        let fields = json!({
            "subject": pseudonym(&refs), "held": marks.held, "restricted": marks.restricted
        });
        self.receipt(&self.known.now(), action, fields)
    }

    /// What the vault knows a subject by, under every key of the keyset.
    pub(crate) fn refs(&self, tenant: &str, subject: &str) -> Result<Vec<SubjectRef>, Error> {
        Ok(SubjectKeys::new(&self.known.now().keyset, tenant, subject)?.refs().to_vec())
    }

    /// Carries marks on to the keys that the keyset has got since they were made.
    pub(crate) fn carry_marks(&self) -> Result<(), VaultError> {
        if self.pool.is_read_only() {
            return Ok(());
        }
        let keys = self.known.now();
        let now = keys.keyset.keys().iter().map(|key| key.id().to_owned()).collect::<Vec<_>>().join(" ");
        let seen = |state: &Connection| -> Result<Option<String>, VaultError> {
            let mut statement =
                state.prepare_cached("SELECT value FROM meta WHERE name = 'marked'").told()?;
            statement.query_row([], |row| row.get(0)).optional().told()
        };
        let nothing = |state: &Connection| -> Result<bool, VaultError> {
            state.query_row("SELECT NOT EXISTS (SELECT 1 FROM marks)", [], |row| row.get(0)).told()
        };
        if self.pool.read(|state| Ok(seen(state)?.as_ref() == Some(&now) || nothing(state)?))? {
            return Ok(());
        }
        self.pool.write(|step| {
            let epoch = keys.epoch(step)?;
            for (subject, marks, sealed) in all(step)? {
                // One that was changed by hand stays as it is, and the check tells of it.
                let Ok(name) = open_name(keys.vault, epoch, &subject, &sealed) else { continue };
                let Some((tenant, person)) = names(&name) else { continue };
                let refs =
                    SubjectKeys::new(&keys.keyset, tenant, person).map_err(|_| CORRUPT)?.refs().to_vec();
                put(step, &keys, &refs, marks, &name)?;
            }
            set_meta(step, "marked", &now)
        })
    }
}

/// The marks of a subject under any of its names.
pub(crate) fn marked(connection: &Connection, refs: &[SubjectRef]) -> Result<Marks, VaultError> {
    let mut statement =
        connection.prepare_cached("SELECT held, restricted FROM marks WHERE subject = ?1").told()?;
    let mut marks = Marks::default();
    for subject in refs {
        let found = statement.query_row([subject.bytes()], |row| Ok((row.get(0)?, row.get(1)?)));
        let (held, restricted): (bool, bool) = found.optional().told()?.unwrap_or_default();
        marks.held |= held;
        marks.restricted |= restricted;
    }
    Ok(marks)
}

fn put(
    step: &Transaction<'_>,
    keys: &Keys,
    refs: &[SubjectRef],
    marks: Marks,
    name: &[u8],
) -> Result<(), VaultError> {
    let epoch = keys.epoch(step)?;
    for subject in refs {
        if marks == Marks::default() {
            step.execute("DELETE FROM marks WHERE subject = ?1", [subject.bytes()]).told()?;
            continue;
        }
        let sealed = epoch.seal(&place(keys.vault, subject), name).map_err(|_| NO_RANDOM)?;
        step.execute(
            "INSERT INTO marks (subject, held, restricted, named) VALUES (?1, ?2, ?3, ?4) \
             ON CONFLICT (subject) DO UPDATE SET held = ?2, restricted = ?3, named = ?4",
            params![subject.bytes(), marks.held, marks.restricted, sealed],
        )
        .told()?;
    }
    Ok(())
}

/// Every mark, with the sealed name of its subject.
pub(crate) fn all(connection: &Connection) -> Result<Vec<(SubjectRef, Marks, Vec<u8>)>, VaultError> {
    let mut statement =
        connection.prepare_cached("SELECT subject, held, restricted, named FROM marks").told()?;
    let rows = statement.query_map([], |row| {
        let marks = Marks { held: row.get(1)?, restricted: row.get(2)? };
        Ok((SubjectRef::new(row.get(0)?), marks, row.get(3)?))
    });
    rows.told()?.map(Told::told).collect()
}

/// The sealed name under another epoch.
pub(crate) fn resealed(
    vault: VaultId,
    from: &EpochKey,
    to: &EpochKey,
    subject: &SubjectRef,
    sealed: &[u8],
) -> Result<Vec<u8>, VaultError> {
    let name = open_name(vault, from, subject, sealed)?;
    to.seal(&place(vault, subject), &name).map_err(|_| NO_RANDOM)
}

/// The name of a marked subject.
pub(crate) fn open_name(
    vault: VaultId,
    epoch: &EpochKey,
    subject: &SubjectRef,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    epoch.open(&place(vault, subject), sealed).map(Zeroizing::new).ok_or(CORRUPT)
}

fn place(vault: VaultId, subject: &SubjectRef) -> Vec<u8> {
    [&b"wimple mark 1"[..], &vault, subject.bytes()].concat()
}

/// Tenant and subject in one, the tenant's length before it.
fn named(tenant: &str, subject: &str) -> Zeroizing<Vec<u8>> {
    let length = (tenant.len() as u64).to_be_bytes();
    Zeroizing::new([&length[..], tenant.as_bytes(), subject.as_bytes()].concat())
}

fn names(name: &[u8]) -> Option<(&str, &str)> {
    let (length, rest) = name.split_first_chunk::<8>()?;
    let (tenant, subject) = rest.split_at_checked(usize::try_from(u64::from_be_bytes(*length)).ok()?)?;
    Some((core::str::from_utf8(tenant).ok()?, core::str::from_utf8(subject).ok()?))
}
