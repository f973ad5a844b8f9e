//! What a handle knows: the keyset, the vault's epoch keys, and the key that binds rows to their places.
//!
//! Comes in: a keyset, and what the vault holds under an epoch key. Goes out: data keys wrapped once more, tags of rows.
use std::sync::{Arc, PoisonError, RwLock};

use hmac::{Hmac, KeyInit as _, Mac as _};
use rusqlite::{Connection, OptionalExtension as _};
use sha2::Sha256;
use wimple::vault::{SubjectRef, VaultError, VaultErrorKind, WrappedKey};
use wimple::{EpochKey, Keyset};
use zeroize::Zeroizing;

use crate::failure::{CORRUPT, MISSING_KEY, Told, failed};
use crate::options::Reload;

/// Random bytes that name a vault.
pub(crate) type VaultId = [u8; 8];

pub(crate) const NO_RANDOM: VaultError =
    failed(VaultErrorKind::Other, "the operating system gave no randomness");

/// The key of the vault that binds rows to their places. It is the same in all epochs, and kept under the key of each.
pub(crate) struct RowKey(Hmac<Sha256>);

impl RowKey {
    /// Of a row's parts: none has a part that could be moved into another.
    pub(crate) fn tag(&self, parts: &[&[u8]]) -> [u8; 16] {
        let mut mac = self.0.clone();
        mac.update(b"wimple row 1");
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        let [tag @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = mac.finalize().into_bytes().0;
        tag
    }

    fn new(bytes: &[u8]) -> Result<Self, VaultError> {
        Hmac::new_from_slice(bytes).map(RowKey).map_err(|_| CORRUPT)
    }
}

/// What a handle knows at one time.
pub(crate) struct Keys {
    pub(crate) keyset: Keyset,
    pub(crate) vault: VaultId,
    pub(crate) rows: RowKey,
    /// The epoch that was current when it was made.
    epoch: EpochKey,
}

/// What the key of rows is bound to.
fn place_of_rows(vault: VaultId) -> Vec<u8> {
    [&b"wimple vault key 1"[..], &vault].concat()
}

/// What a data key is bound to.
pub(crate) fn place_of_key(vault: VaultId, subject: &SubjectRef) -> Vec<u8> {
    [&b"wimple subject key 1"[..], &vault, subject.bytes()].concat()
}

/// A fresh key of rows, sealed.
pub(crate) fn new_rows(vault: VaultId, epoch: &EpochKey) -> Result<Vec<u8>, VaultError> {
    let mut key = Zeroizing::new([0; 32]);
    getrandom::fill(key.as_mut_slice()).map_err(|_| NO_RANDOM)?;
    epoch.seal(&place_of_rows(vault), key.as_slice()).map_err(|_| NO_RANDOM)
}

/// The key of rows under another epoch.
pub(crate) fn resealed_rows(
    vault: VaultId,
    from: &EpochKey,
    to: &EpochKey,
    sealed: &[u8],
) -> Result<Vec<u8>, VaultError> {
    let place = place_of_rows(vault);
    let key = Zeroizing::new(from.open(&place, sealed).ok_or(CORRUPT)?);
    to.seal(&place, &key).map_err(|_| NO_RANDOM)
}

impl Keys {
    /// Opens what the vault holds now; that an epoch key is missing is told as such.
    pub(crate) fn open(connection: &Connection, keyset: &Keyset) -> Result<Self, VaultError> {
        let vault: VaultId = meta(connection, "vault")?;
        let number = current_epoch(connection)?;
        let epoch = keyset.epoch(vault, number).ok_or(MISSING_KEY)?;
        let sealed: Vec<u8> = meta(connection, "rows")?;
        // One that does not open is that of another keyset, in which an epoch has the same number.
        let rows = epoch.open(&place_of_rows(vault), &sealed).map(Zeroizing::new).ok_or(MISSING_KEY)?;
        Ok(Keys { keyset: keyset.clone(), vault, rows: RowKey::new(&rows)?, epoch })
    }

    /// The key of the current epoch.
    pub(crate) fn epoch(&self, connection: &Connection) -> Result<&EpochKey, VaultError> {
        match current_epoch(connection)? == self.epoch.number() {
            true => Ok(&self.epoch),
            false => Err(MISSING_KEY),
        }
    }

    /// A data key as the vault holds it.
    pub(crate) fn wrap(
        &self,
        connection: &Connection,
        subject: &SubjectRef,
        key: &WrappedKey,
    ) -> Result<Vec<u8>, VaultError> {
        let place = place_of_key(self.vault, subject);
        self.epoch(connection)?.seal(&place, key.bytes()).map_err(|_| NO_RANDOM)
    }

    /// A data key as it was given to the vault.
    pub(crate) fn unwrap(
        &self,
        connection: &Connection,
        subject: &SubjectRef,
        wrapped: &[u8],
    ) -> Result<WrappedKey, VaultError> {
        let place = place_of_key(self.vault, subject);
        self.epoch(connection)?.open(&place, wrapped).map(WrappedKey::new).ok_or(CORRUPT)
    }
}

/// What a handle knows, renewed where the vault has moved on.
pub(crate) struct Known {
    now: RwLock<Arc<Keys>>,
    reload: Option<Reload>,
}

impl Known {
    pub(crate) fn new(keys: Keys, reload: Option<Reload>) -> Self {
        Known { now: RwLock::new(Arc::new(keys)), reload }
    }

    pub(crate) fn now(&self) -> Arc<Keys> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn put(&self, keys: Keys) {
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(keys);
    }

    /// The keyset as it is kept now, where the host has said how to get it.
    pub(crate) fn reloaded(&self) -> Option<Keyset> {
        self.reload.as_ref().and_then(|reload| reload().ok())
    }
}

/// A value that every vault has.
pub(crate) fn meta<T: rusqlite::types::FromSql>(
    connection: &Connection,
    name: &str,
) -> Result<T, VaultError> {
    let mut statement = connection.prepare_cached("SELECT value FROM meta WHERE name = ?1").told()?;
    statement.query_row([name], |row| row.get(0)).optional().told()?.ok_or(CORRUPT)
}

pub(crate) fn set_meta(
    connection: &Connection,
    name: &str,
    value: &dyn rusqlite::ToSql,
) -> Result<(), VaultError> {
    let sql = "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2";
    connection.prepare_cached(sql).told()?.execute(rusqlite::params![name, value]).told().map(drop)
}

pub(crate) fn current_epoch(connection: &Connection) -> Result<u32, VaultError> {
    meta(connection, "epoch")
}
