//! Root keys by number, one of them primary; everything else is derived from them.
use core::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::crypto::{ROOT, Scope, derive, fill};
use crate::error::Error;

/// Number of a root key: random, never 0.
pub(crate) type KeyId = [u8; 4];

/// Versioned keys. Silent in `Debug`; clones are handles to the same keys, which are wiped with the last of them.
#[derive(Clone)]
pub struct Keyset {
    inner: Arc<Inner>,
}

struct Inner {
    salt: [u8; ROOT],
    primary: KeyId,
    keys: Vec<RootKey>,
}

struct RootKey {
    id: KeyId,
    /// 0 to 8: what a format-preserving number has room for to name its key; `None` for a tenth key.
    slot: Option<u8>,
    status: KeyStatus,
    /// `None` once destroyed.
    root: Option<Zeroizing<[u8; ROOT]>>,
}

/// What a key may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyStatus {
    /// Makes (where it is primary) and opens tokens.
    Enabled,
    /// Does neither, until it is enabled again.
    Disabled,
    /// Is gone; only its number is left, so that its tokens can be told from foreign ones.
    Destroyed,
}

impl Keyset {
    /// A keyset of one fresh key.
    pub fn generate() -> Result<Self, Error> {
        let mut salt = [0; ROOT];
        let mut root = Zeroizing::new([0; ROOT]);
        let mut id = [0; 4];
        fill(&mut salt)?;
        fill(root.as_mut_slice())?;
        while id == [0; 4] {
            fill(&mut id)?;
        }
        let key = RootKey { id, slot: Some(0), status: KeyStatus::Enabled, root: Some(root) };
        Ok(Keyset { inner: Arc::new(Inner { salt, primary: id, keys: vec![key] }) })
    }

    /// The key new tokens are made with.
    pub(crate) fn primary(&self) -> KeyId {
        self.inner.primary
    }

    /// What may be done with a key; `None` where it is not of this set.
    pub(crate) fn status(&self, id: KeyId) -> Option<KeyStatus> {
        self.inner.keys.iter().find(|key| key.id == id).map(|key| key.status)
    }

    /// Every key, destroyed ones included.
    pub(crate) fn ids(&self) -> impl Iterator<Item = KeyId> + '_ {
        self.inner.keys.iter().map(|key| key.id)
    }

    /// The keys that may be used, the primary among them.
    pub(crate) fn enabled(&self) -> impl Iterator<Item = KeyId> + '_ {
        self.inner.keys.iter().filter(|key| key.status == KeyStatus::Enabled).map(|key| key.id)
    }

    /// The short number of a key, 0 to 8, where it has one.
    pub(crate) fn slot(&self, id: KeyId) -> Option<u8> {
        self.inner.keys.iter().find(|key| key.id == id).and_then(|key| key.slot)
    }

    /// The enabled key of that short number.
    pub(crate) fn in_slot(&self, slot: u8) -> Option<KeyId> {
        self.enabled().find(|id| self.slot(*id) == Some(slot))
    }

    /// A key derived from an enabled root; `None` where there is no such root or the scope is too long.
    pub(crate) fn derive<const N: usize>(&self, id: KeyId, scope: &Scope<'_>) -> Option<Zeroizing<[u8; N]>> {
        let key = self.inner.keys.iter().find(|key| key.id == id && key.status == KeyStatus::Enabled)?;
        derive(key.root.as_ref()?, &self.inner.salt, id, scope)
    }
}

#[cfg(test)]
impl Keyset {
    /// Enabled keys that are no secret, by the byte each is made of; the first is primary, slots are given in order.
    pub(crate) fn of_bytes(bytes: &[u8]) -> Self {
        let key = |(slot, &byte): (usize, &u8)| RootKey {
            id: [0, 0, 0, byte],
            slot: u8::try_from(slot).ok().filter(|slot| *slot < 9),
            status: KeyStatus::Enabled,
            root: Some(Zeroizing::new([byte; ROOT])),
        };
        let keys = bytes.iter().enumerate().map(key).collect();
        Keyset {
            inner: Arc::new(Inner {
                salt: [0xa5; ROOT],
                primary: [0, 0, 0, bytes.first().copied().unwrap_or(0)],
                keys,
            }),
        }
    }

    /// The same keys, another one primary.
    pub(crate) fn with_primary(&self, byte: u8) -> Self {
        let keys = self.inner.keys.iter().map(|key| RootKey {
            id: key.id,
            slot: key.slot,
            status: key.status,
            root: key.root.clone(),
        });
        let inner = Inner { salt: self.inner.salt, primary: [0, 0, 0, byte], keys: keys.collect() };
        Keyset { inner: Arc::new(inner) }
    }
}

impl fmt::Debug for Keyset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keyset(..)")
    }
}
