//! The keys an engine works with: derived once for each purpose, tenant and type, since deriving takes as long as using.
//!
//! Comes in: a keyset. Goes out: ciphers and MACs that are ready. They are wiped when the ring is dropped.
use core::fmt;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use aes_gcm_siv::{Aes256GcmSiv, KeyInit};
use hmac::Hmac;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::codec::{HEADER, Header, Start, TAG, TokenKind};
use super::recognize::{Recognition, TagStart};
use super::seal::SivKey;
use crate::crypto::{Purpose, Scope};
use crate::keyset::{KeyId, Keyset, TokenRecognizer};

/// The most keys of one purpose that are kept. Beyond it all are made anew: a host with very many tenants pays, its
/// memory does not grow.
const MOST: usize = 4096;

/// What a key is for, beside its purpose.
#[derive(Clone, Copy)]
pub(crate) struct For<'f> {
    pub(crate) key: KeyId,
    pub(crate) tenant: &'f str,
    /// Name of the entity type, empty where the key is for all.
    pub(crate) entity: &'f str,
    /// Version of the canonical form, 0 where the value is as it was written.
    pub(crate) canonical: u8,
}

/// A keyset with what was derived from it.
pub(crate) struct Ring {
    keyset: Option<Keyset>,
    recognition: Recognition,
    stamps: Shelf<Stamp>,
    deterministic: Shelf<SivKey>,
    random: Shelf<Aes256GcmSiv>,
    hash: Shelf<Hmac<Sha256>>,
    lookup: Shelf<Hmac<Sha256>>,
    store: Shelf<Aes256GcmSiv>,
}

impl Ring {
    pub(crate) fn new(keyset: Option<Keyset>) -> Self {
        let known = keyset.as_ref().map(Keyset::export_recognizer);
        Ring::knowing(keyset, known.as_slice())
    }

    /// The keys of `keyset`; the tokens that `known` knows are ours.
    pub(crate) fn knowing(keyset: Option<Keyset>, known: &[TokenRecognizer]) -> Self {
        let mut recognition = Recognition::default();
        for recognizer in known {
            for (id, key) in recognizer.keys() {
                match key {
                    Some(key) => recognition.add(id, key),
                    None => recognition.add_destroyed(id),
                }
            }
        }
        Ring {
            keyset,
            recognition,
            stamps: Shelf::default(),
            deterministic: Shelf::default(),
            random: Shelf::default(),
            hash: Shelf::default(),
            lookup: Shelf::default(),
            store: Shelf::default(),
        }
    }

    pub(crate) fn recognition(&self) -> &Recognition {
        &self.recognition
    }

    /// The key new tokens are made with; `None` where there are no keys.
    pub(crate) fn primary(&self) -> Option<KeyId> {
        self.keyset.as_ref().map(Keyset::primary)
    }

    /// The keys that open, the primary among them.
    pub(crate) fn enabled(&self) -> Vec<KeyId> {
        self.keyset.iter().flat_map(Keyset::enabled).collect()
    }

    /// What all tokens of one kind, type and key begin with.
    pub(crate) fn stamp(&self, kind: TokenKind, entity: &str, key: KeyId) -> Option<Arc<Stamp>> {
        // Stamps are the same for all tenants: the kind stands in the tenant's place.
        self.stamps.get(For { key, tenant: kind.name(), entity, canonical: 0 }, || {
            let start = Start::new(kind, entity)?;
            let tag = self.recognition.start(key, start.readable())?;
            Some(Stamp { start, tag })
        })
    }

    /// AES-256-SIV of deterministic tokens.
    pub(crate) fn deterministic(&self, what: For<'_>) -> Option<Arc<SivKey>> {
        self.deterministic.get(what, || Some(SivKey::new(self.derive(Purpose::Tokenize, what)?)))
    }

    /// AES-256-GCM-SIV of random tokens.
    pub(crate) fn random(&self, what: For<'_>) -> Option<Arc<Aes256GcmSiv>> {
        self.random.get(what, || Some(gcm_siv(&*self.derive(Purpose::Encrypt, what)?)))
    }

    /// HMAC-SHA-256 of keyed hashes.
    pub(crate) fn hash(&self, what: For<'_>) -> Option<Arc<Hmac<Sha256>>> {
        self.hash.get(what, || hmac(&*self.derive(Purpose::Hash, what)?))
    }

    /// HMAC-SHA-256 of what a vault looks up.
    pub(crate) fn lookup(&self, what: For<'_>) -> Option<Arc<Hmac<Sha256>>> {
        self.lookup.get(what, || hmac(&*self.derive(Purpose::Lookup, what)?))
    }

    /// AES-256-GCM-SIV of the data keys in a vault.
    pub(crate) fn store(&self, what: For<'_>) -> Option<Arc<Aes256GcmSiv>> {
        self.store.get(what, || Some(gcm_siv(&*self.derive(Purpose::Store, what)?)))
    }

    fn derive<const N: usize>(&self, purpose: Purpose, what: For<'_>) -> Option<Zeroizing<[u8; N]>> {
        let For { key, tenant, entity, canonical } = what;
        self.keyset.as_ref()?.derive(key, &Scope { purpose, tenant, entity, canonical })
    }
}

/// What all tokens of one kind, type and key have in common: how they are written and how their tags begin.
pub(crate) struct Stamp {
    start: Start,
    tag: TagStart,
}

impl Stamp {
    /// Kind and type, as tokens show them.
    pub(crate) fn readable(&self) -> &str {
        self.start.readable()
    }

    /// Appends a token: header, body and tag. `None`, and nothing appended, where it would be longer than a token can be.
    pub(crate) fn write(&self, header: Header, body: &[u8], out: &mut String) -> Option<()> {
        let mut data = Vec::with_capacity(HEADER + body.len() + TAG);
        data.extend(header.bytes());
        data.extend(body);
        let tag = self.tag.tag(&data)?;
        data.extend(tag);
        self.start.write(&data, out)
    }
}

impl Default for Ring {
    /// Without keys.
    fn default() -> Self {
        Ring::new(None)
    }
}

impl fmt::Debug for Ring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ring(..)")
    }
}

pub(crate) fn gcm_siv(key: &[u8; 32]) -> Aes256GcmSiv {
    Aes256GcmSiv::new(key.into())
}

pub(super) fn hmac(key: &[u8; 32]) -> Option<Hmac<Sha256>> {
    Hmac::new_from_slice(key).ok()
}

/// What is ready, by tenant, then by type.
struct Shelf<T>(RwLock<Kept<T>>);

struct Kept<T> {
    count: usize,
    tenants: BTreeMap<Box<str>, Types<T>>,
}

type Types<T> = BTreeMap<Box<str>, Vec<Ready<T>>>;

/// The keys of one type: few, one for each key of the set.
struct Ready<T> {
    key: KeyId,
    canonical: u8,
    made: Arc<T>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Shelf(RwLock::new(Kept { count: 0, tenants: BTreeMap::new() }))
    }
}

impl<T> Shelf<T> {
    /// What is there, or what `make` makes. Threads that ask for the same at the same time may both make it: it is the
    /// same.
    fn get(&self, what: For<'_>, make: impl FnOnce() -> Option<T>) -> Option<Arc<T>> {
        // Nothing that could stop half-way is done under the lock, so a poisoned one holds nothing torn.
        let found = self.0.read().unwrap_or_else(PoisonError::into_inner).find(what);
        if found.is_some() {
            return found;
        }
        let made = Arc::new(make()?);
        self.0.write().unwrap_or_else(PoisonError::into_inner).put(what, Arc::clone(&made));
        Some(made)
    }
}

impl<T> Kept<T> {
    fn find(&self, what: For<'_>) -> Option<Arc<T>> {
        let ready = self.tenants.get(what.tenant)?.get(what.entity)?;
        let same = |r: &&Ready<T>| r.key == what.key && r.canonical == what.canonical;
        ready.iter().find(same).map(|r| Arc::clone(&r.made))
    }

    fn put(&mut self, what: For<'_>, made: Arc<T>) {
        if self.count >= MOST {
            self.tenants.clear();
            self.count = 0;
        }
        self.count += 1;
        let ready =
            self.tenants.entry(what.tenant.into()).or_default().entry(what.entity.into()).or_default();
        ready.push(Ready { key: what.key, canonical: what.canonical, made });
    }
}

/// The ciphers and MACs that are kept wipe their keys when they are dropped, says the compiler.
const _: () = {
    const fn wiped<T: zeroize::ZeroizeOnDrop>() {}
    wiped::<aes::Aes256>();
    wiped::<aes_siv::siv::Aes256Siv>();
    wiped::<Sha256>();
};

#[cfg(test)]
mod tests {
    use super::*;
    use hmac::Mac;

    #[test]
    fn keys_are_made_once_and_are_those_of_the_keyset() {
        let keyset = Keyset::generate().unwrap();
        let ring = Ring::new(Some(keyset.clone()));
        let key = ring.primary().unwrap();
        let what = For { key, tenant: "acme", entity: "PERSON", canonical: 1 };
        let first = ring.hash(what).unwrap();
        assert!(Arc::ptr_eq(&first, &ring.hash(what).unwrap()));
        let scope = Scope { purpose: Purpose::Hash, tenant: "acme", entity: "PERSON", canonical: 1 };
        let direct = hmac(&keyset.derive::<32>(key, &scope).unwrap()).unwrap();
        let mac = |key: &Hmac<Sha256>| key.clone().chain_update(b"x").finalize().into_bytes();
        assert_eq!(mac(&first), mac(&direct));
        for other in [
            For { tenant: "", ..what },
            For { entity: "PERSONS", ..what },
            For { canonical: 0, ..what },
            For { tenant: "acmeP", entity: "ERSON", ..what },
        ] {
            assert_ne!(mac(&ring.hash(other).unwrap()), mac(&direct));
        }
        assert_ne!(mac(&ring.lookup(what).unwrap()), mac(&direct));
        assert!(ring.hash(For { key: [0; 4], ..what }).is_none());
        assert!(ring.hash(For { tenant: &"x".repeat(65_536), ..what }).is_none());
        assert!(Ring::new(None).hash(what).is_none() && Ring::new(None).recognition().is_empty());
    }

    #[test]
    fn very_many_tenants_take_bounded_memory() {
        let shelf = Shelf::<usize>::default();
        for n in 0..3 * MOST {
            let tenant = n.to_string();
            let what = For { key: [1; 4], tenant: &tenant, entity: "", canonical: 0 };
            assert_eq!(shelf.get(what, || Some(n)).as_deref(), Some(&n));
        }
        let kept = shelf.0.read().unwrap();
        assert!(kept.tenants.len() <= MOST && kept.count == kept.tenants.len());
    }
}
