//! The keys of one data subject, for whoever answers to that person: to export, correct and erase what is kept.
//!
//! Comes in: a keyset, a tenant and a subject; what a vault has kept. Goes out: what the vault knows the subject by, and
//! values. No vault is asked here.
use core::fmt;
use std::collections::BTreeMap;

use aes_gcm_siv::Aes256GcmSiv;
use zeroize::{Zeroize, Zeroizing};

use super::codec::{Flags, Header};
use super::kept::{CORRUPT, Keep, NAMES, Subject, lookup, place, reference, sealed};
use super::make::{Spelled, Whose, text};
use super::ring::{Ring, hmac};
use super::seal::open_with;
use crate::crypto::{Purpose, Scope, fill};
use crate::error::Error;
use crate::keyset::{KeyId, Keyset};
use crate::vault::{Lookup, Record, SubjectRef, WrappedKey};

/// The keys of one data subject under every key of a keyset.
///
/// ```
/// use std::sync::Arc;
/// use wimple::vault::{MemoryVault, SubjectKeys, Vault};
/// use wimple::{Engine, Input, Keyset, Operator, Policy};
/// let (keyset, vault) = (Keyset::generate()?, Arc::new(MemoryVault::new()));
/// let engine = Engine::builder()
///     .policy(Policy::new().default(Operator::tokenize()))
///     .keyset(keyset.clone())
///     .vault(vault.clone())
///     .build()?;
/// engine.redact(Input::new("I am at bo@example.com").tenant("acme").subject("customer 42"))?;
///
/// let keys = SubjectKeys::new(&keyset, "acme", "customer 42")?;
/// let subject = keys.refs()[0];
/// let ids = vault.of_subject(&subject, None, 100)?;
/// let key = vault.subject(&subject)?.ok_or("unknown")?;
/// let record = vault.get(&ids)?.remove(0).ok_or("gone")?;
/// assert_eq!(keys.open(&key, &record)?.ok_or("closed")?.value(), "bo@example.com");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// The subject "" is the tenant's nameless one, to whom everything belongs that was tokenized without a subject.
/// `Debug` says nothing.
pub struct SubjectKeys {
    tenant: String,
    subject: Zeroizing<String>,
    ring: Ring,
    refs: Vec<SubjectRef>,
    enabled: BTreeMap<KeyId, Subject>,
}

/// A value that was kept. Wiped when dropped, silent in `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptValue {
    value: String,
    canonical: bool,
}

impl KeptValue {
    /// The value as a token of it restores it.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Whether it is in the canonical form of its type, not as it was written.
    pub fn is_canonical(&self) -> bool {
        self.canonical
    }
}

impl Drop for KeptValue {
    fn drop(&mut self) {
        self.value.zeroize();
    }
}

impl fmt::Debug for KeptValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeptValue(..)")
    }
}

impl SubjectKeys {
    /// The keys of a subject of a tenant, as they were said with the texts ([`Input::tenant`](crate::Input::tenant),
    /// [`Input::subject`](crate::Input::subject)).
    ///
    /// # Errors
    /// [`Error::Token`] where the tenant's name is longer than 65,535 bytes.
    pub fn new(keyset: &Keyset, tenant: &str, subject: &str) -> Result<Self, Error> {
        let ring = Ring::new(Some(keyset.clone()));
        let whose = Whose { tenant, subject };
        let scope = Scope { purpose: Purpose::Lookup, tenant, entity: "", canonical: 0 };
        let mut refs = Vec::new();
        for key in keyset.held() {
            let mac = keyset.derive_closed::<32>(key, &scope).and_then(|key| hmac(&key)).ok_or(NAMES)?;
            refs.push(reference(&mac, subject));
        }
        let enabled = ring.enabled().into_iter().map(|key| Ok((key, Subject::new(&ring, key, whose)?)));
        let enabled = enabled.collect::<Result<_, Error>>()?;
        Ok(SubjectKeys {
            tenant: tenant.to_owned(),
            subject: Zeroizing::new(subject.to_owned()),
            ring,
            refs,
            enabled,
        })
    }

    /// What vaults know the subject by: one reference for each key that is not destroyed, disabled ones included, that of
    /// the primary key first. What was kept under a destroyed key is found by nobody and opens for nobody.
    pub fn refs(&self) -> &[SubjectRef] {
        &self.refs
    }

    /// Opens a record of the subject. `None` where its key is not enabled.
    ///
    /// # Errors
    /// [`Error::Vault`] where it is not what was kept, or not this subject's.
    pub fn open(&self, key: &WrappedKey, record: &Record) -> Result<Option<KeptValue>, Error> {
        let Some(subject) = self.enabled.get(&record.key()) else { return Ok(None) };
        self.opened(subject, &subject.unwrap(key)?, record).map(Some)
    }

    /// The record with another value in its place: its id stays, so that the tokens of it that are in texts restore to the
    /// new value. `None` where its key is not enabled.
    ///
    /// The new value is found again where it is written the same way. Of a record in canonical form it is kept as it is
    /// given, and a text with it gets a token of its own.
    ///
    /// # Errors
    /// As [`open`](SubjectKeys::open), and [`Error::Random`].
    pub fn rectified(&self, key: &WrappedKey, record: &Record, value: &str) -> Result<Option<Record>, Error> {
        let Some(subject) = self.enabled.get(&record.key()) else { return Ok(None) };
        let data = subject.unwrap(key)?;
        let canonical = self.opened(subject, &data, record)?.canonical;
        let lookup = match canonical {
            true => {
                // Of no value: nothing is found by it.
                let mut nothing = [0; 32];
                fill(&mut nothing)?;
                Lookup::new(nothing)
            }
            false => {
                let keep = Keep { entity: record.entity(), value: Spelled { value, canonical: 0 } };
                lookup(&self.ring, record.key(), &keep, subject, self.whose())?
            }
        };
        let place = place(record.id(), &subject.reference(), self.header(record, canonical), record.entity());
        let sealed = sealed(&data, &place, value.as_bytes())?;
        Ok(Some(Record::new(record.id(), lookup, record.subject(), record.key(), record.entity(), sealed)))
    }

    fn opened(&self, subject: &Subject, data: &Aes256GcmSiv, record: &Record) -> Result<KeptValue, Error> {
        if record.subject() != subject.reference() {
            return Err(CORRUPT);
        }
        // The token says whether its value is a canonical form; the record does not, and is bound to it.
        for canonical in [false, true] {
            let header = self.header(record, canonical);
            let place = place(record.id(), &subject.reference(), header, record.entity());
            if let Some(value) = open_with(data, &place, record.sealed()) {
                let mut value = text(value).ok_or(CORRUPT)?;
                return Ok(KeptValue { value: core::mem::take(&mut *value), canonical });
            }
        }
        Err(CORRUPT)
    }

    fn header(&self, record: &Record, canonical: bool) -> Header {
        Header { flags: Flags { canonical, bound: !self.subject.is_empty() }, key: record.key() }
    }

    fn whose(&self) -> Whose<'_> {
        Whose { tenant: &self.tenant, subject: &self.subject }
    }
}

impl fmt::Debug for SubjectKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SubjectKeys(..)")
    }
}
