//! Root keys by number, one of them primary; everything else is derived from them.
//!
//! Comes in: randomness, or a file and what opens it. Goes out: keys for one purpose each, never a root; and the file.
mod change;
mod epoch;
mod key;
mod lock;
mod open;
mod passphrase;
mod read;
mod receipt;
mod recognizer;
mod sheet;
#[cfg(test)]
mod tests;
mod write;

use core::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

pub use epoch::EpochKey;
pub(crate) use key::KeyId;
pub use key::{KeyInfo, KeyStatus};
pub use lock::{KeyWrapper, Lock};
pub use open::OpenOptions;
pub use passphrase::{Passphrase, TestPassphrase};
pub use recognizer::TokenRecognizer;

use crate::crypto::{ROOT, Scope, derive, fill};
use crate::error::Error;
use epoch::Epoch;
use key::{Root, RootKey, fresh_id, hex};

/// The keys of an engine: root keys with their ids and states, one of them primary. New tokens are made with the primary
/// key; a token is opened with the key it names, as long as that is enabled.
///
/// ```
/// use wimple::{Engine, Keyset, Operator, Passphrase, Policy};
/// let policy = Policy::new().default(Operator::tokenize());
/// let keyset = Keyset::generate()?;
/// let engine = Engine::builder().policy(policy.clone()).keyset(keyset.clone()).build()?;
/// let out = engine.redact("Write to bo@example.com.")?;
///
/// // Kept under a passphrase, and taken up again elsewhere.
/// let passphrase = Passphrase::new("twelve characters or more");
/// let file: String = keyset.seal(&passphrase)?;
/// let again = Keyset::open(&file, &passphrase)?;
/// let engine = Engine::builder().policy(policy).keyset(again).build()?;
/// assert_eq!(engine.restore(out.text())?.text(), "Write to bo@example.com.");
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// # Life of a key
///
/// ```text
/// add ─► enabled ◄─► disabled
///           │            │
///           └─► destroyed ◄┘          beside it: the mark "compromised", which is never taken back
/// ```
///
/// [`rotate`](Keyset::rotate) makes a new primary key and leaves the old ones enabled; where several processes share the
/// keys, [`add`](Keyset::add) it first, hand the file round, and [`promote`](Keyset::promote) it when all have it. Texts are
/// rewritten with [`Engine::retokenize`](crate::Engine::retokenize); then the old key can be
/// [disabled](Keyset::disable) and, when nobody has missed it, [destroyed](Keyset::destroy).
///
/// # Sharing
///
/// A clone is a keyset of its own: what is changed in one does not show in the other, nor in an engine that was made
/// before. The roots are in memory once, whatever the number of clones and engines, and are wiped with the last of
/// these; what is derived from them is wiped too. Compilers and operating systems may leave copies (registers, swap, a
/// memory image), which no library can help.
///
/// `Debug` says nothing. There is no way to read a root.
#[derive(Clone)]
pub struct Keyset {
    inner: Arc<Inner>,
}

#[derive(Clone)]
struct Inner {
    /// `ks_` and sixteen hexadecimal digits.
    id: String,
    /// How many changes there were, from 1.
    sequence: u64,
    salt: [u8; ROOT],
    primary: KeyId,
    keys: Vec<RootKey>,
    /// Keys of vaults, oldest first.
    epochs: Vec<Epoch>,
}

impl Keyset {
    /// A keyset of one fresh key, enabled and primary.
    ///
    /// ```
    /// let keyset = wimple::Keyset::generate()?;
    /// assert_eq!((keyset.keys().len(), keyset.sequence()), (1, 1));
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Random`] where the operating system gives no randomness; there is no second source.
    pub fn generate() -> Result<Self, Error> {
        let (mut salt, mut number) = ([0; ROOT], [0; 8]);
        fill(&mut salt)?;
        fill(&mut number)?;
        let id = format!("ks_{:016x}", u64::from_be_bytes(number));
        let key = RootKey {
            id: fresh_id(&[])?,
            slot: Some(0),
            status: KeyStatus::Enabled,
            compromised: false,
            created: None,
            expires: None,
            root: Some(Root::generate()?),
        };
        Ok(Keyset {
            inner: Arc::new(Inner {
                id,
                sequence: 1,
                salt,
                primary: key.id,
                keys: vec![key],
                epochs: Vec::new(),
            }),
        })
    }

    /// The name of the keyset: `ks_` and sixteen hexadecimal digits, drawn when it was generated.
    pub fn id(&self) -> &str {
        &self.inner.id
    }

    /// How many changes the keyset has seen, its generation included. A host that keeps the highest it has seen can refuse
    /// an older file: [`OpenOptions::least_sequence`].
    pub fn sequence(&self) -> u64 {
        self.inner.sequence
    }

    /// Every key, oldest first, destroyed ones included.
    pub fn keys(&self) -> Vec<KeyInfo> {
        let info = |key: &RootKey| KeyInfo {
            id: hex(key.id),
            status: key.status,
            primary: key.id == self.inner.primary,
            compromised: key.compromised,
            slot: key.slot,
            created: key.created,
            expires: key.expires,
        };
        self.inner.keys.iter().map(info).collect()
    }

    /// The id of the key new tokens are made with.
    pub fn primary_id(&self) -> String {
        hex(self.inner.primary)
    }

    /// The key new tokens are made with.
    pub(crate) fn primary(&self) -> KeyId {
        self.inner.primary
    }

    /// What may be done with a key; `None` where it is not of this set.
    pub(crate) fn status(&self, id: KeyId) -> Option<KeyStatus> {
        self.key(id).map(|key| key.status)
    }

    /// The keys that may be used, the primary among them.
    pub(crate) fn enabled(&self) -> impl Iterator<Item = KeyId> + '_ {
        self.inner.keys.iter().filter(|key| key.status == KeyStatus::Enabled).map(|key| key.id)
    }

    /// The short number of a key, 0 to 8, where it has one.
    pub(crate) fn slot(&self, id: KeyId) -> Option<u8> {
        self.key(id).and_then(|key| key.slot)
    }

    /// The enabled key of that short number.
    pub(crate) fn in_slot(&self, slot: u8) -> Option<KeyId> {
        self.enabled().find(|id| self.slot(*id) == Some(slot))
    }

    /// A key derived from an enabled root; `None` where there is no such root or the scope is too long.
    pub(crate) fn derive<const N: usize>(&self, id: KeyId, scope: &Scope<'_>) -> Option<Zeroizing<[u8; N]>> {
        let key = self.key(id).filter(|key| key.status == KeyStatus::Enabled)?;
        derive(key.root.as_ref()?.bytes(), &self.inner.salt, id, scope)
    }

    /// The same of a key that is disabled, too: for what has to be found again though it is not opened.
    pub(crate) fn derive_closed<const N: usize>(
        &self,
        id: KeyId,
        scope: &Scope<'_>,
    ) -> Option<Zeroizing<[u8; N]>> {
        derive(self.key(id)?.root.as_ref()?.bytes(), &self.inner.salt, id, scope)
    }

    /// The keys that are not destroyed, disabled ones included, the primary first.
    pub(crate) fn held(&self) -> Vec<KeyId> {
        let held = self.inner.keys.iter().filter(|key| key.root.is_some()).map(|key| key.id);
        let mut held: Vec<KeyId> = held.collect();
        held.sort_by_key(|id| *id != self.inner.primary);
        held
    }

    fn key(&self, id: KeyId) -> Option<&RootKey> {
        self.inner.keys.iter().find(|key| key.id == id)
    }
}

#[cfg(test)]
impl Keyset {
    /// Enabled keys that are no secret, by the byte each is made of; the first is primary, slots are given in order.
    pub(crate) fn of_bytes(bytes: &[u8]) -> Self {
        let root = |byte| {
            Root::written(|root| {
                root.fill(byte);
                true
            })
        };
        let key = |(slot, &byte): (usize, &u8)| RootKey {
            id: [0, 0, 0, byte],
            slot: u8::try_from(slot).ok().filter(|slot| *slot < key::SLOTS),
            status: KeyStatus::Enabled,
            compromised: false,
            created: None,
            expires: None,
            root: root(byte),
        };
        let inner = Inner {
            id: "ks_a5a5a5a5a5a5a5a5".to_owned(),
            sequence: 1,
            salt: [0xa5; ROOT],
            primary: [0, 0, 0, bytes.first().copied().unwrap_or(0)],
            keys: bytes.iter().enumerate().map(key).collect(),
            epochs: Vec::new(),
        };
        Keyset { inner: Arc::new(inner) }
    }

    /// The same keys, another one primary.
    pub(crate) fn with_primary(&self, byte: u8) -> Self {
        Keyset { inner: Arc::new(Inner { primary: [0, 0, 0, byte], ..Inner::clone(&self.inner) }) }
    }
}

impl fmt::Debug for Keyset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keyset(..)")
    }
}
