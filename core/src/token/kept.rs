//! Values that are kept in a vault, and the tokens that name them.
//!
//! Comes in: values, a vault and a ring. Goes out: tokens; or the values of tokens. The vault is given MACs and sealed
//! bytes, and is believed only as far as the seals hold: a record that was changed or moved is an error.
//!
//! Everything about a record is derived from one root key, whose id the token shows. Each subject has a data key of its
//! own, random, wrapped under the tenant's: to forget the subject is to forget that key.
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use aes_gcm_siv::Aes256GcmSiv;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::codec::{Flags, Header, Token, TokenKind, VAULT_ID};
use super::make::{NO_KEYS, Spelled, Whose, text};
use super::ring::{For, Ring, gcm_siv};
use super::seal::{open_with, seal_with};
use crate::crypto::fill;
use crate::error::Error;
use crate::keyset::KeyId;
use crate::vault::{Lookup, Record, SubjectRef, TokenId, Vault, VaultError, VaultErrorKind, WrappedKey};

/// How often a call begins anew where somebody forgot the subject meanwhile.
const TRIES: usize = 3;

/// One value to keep.
#[derive(Clone, Copy)]
pub(crate) struct Keep<'k> {
    /// Name of the entity type.
    pub(crate) entity: &'k str,
    pub(crate) value: Spelled<'k>,
}

/// The tokens of values, in their order; kept in one step, so that either all are there or none.
pub(crate) fn keep(
    vault: &dyn Vault,
    ring: &Ring,
    values: &[Keep<'_>],
    whose: Whose<'_>,
) -> Result<Vec<String>, Error> {
    let key = ring.primary().ok_or(Error::Token { problem: NO_KEYS })?;
    let flags =
        |value: &Keep<'_>| Flags { canonical: value.value.canonical > 0, bound: !whose.subject.is_empty() };
    let subject = Subject::new(ring, key, whose)?;
    let lookups: Vec<Lookup> =
        values.iter().map(|value| lookup(ring, key, value, &subject, whose)).collect::<Result<_, _>>()?;
    let mut ids: BTreeMap<Lookup, TokenId> = BTreeMap::new();
    for tries in 1.. {
        let found = vault.find(&lookups)?;
        ids.extend(lookups.iter().zip(found).filter_map(|(lookup, id)| Some((*lookup, id?))));
        let mut new: BTreeMap<Lookup, &Keep<'_>> = BTreeMap::new();
        for (lookup, value) in lookups.iter().zip(values).filter(|(lookup, _)| !ids.contains_key(lookup)) {
            new.entry(*lookup).or_insert(value);
        }
        if new.is_empty() {
            break;
        }
        let data = subject.data_key(vault)?;
        let mut records = Vec::with_capacity(new.len());
        for (lookup, value) in &new {
            let mut id = [0; VAULT_ID];
            fill(&mut id)?;
            let id = TokenId::new(id);
            let header = Header { flags: flags(value), key };
            let place = place(id, &subject.reference, header, value.entity);
            let sealed = sealed(&data, &place, value.value.value.as_bytes())?;
            records.push(Record::new(id, *lookup, subject.reference, key, value.entity, sealed));
        }
        match vault.put(&records) {
            Ok(kept) => {
                ids.extend(new.into_keys().zip(kept));
                break;
            }
            Err(error) if error.kind() == VaultErrorKind::UnknownSubject && tries < TRIES => ids.clear(),
            Err(error) => return Err(error.into()),
        }
    }
    let token = |(value, lookup): (&Keep<'_>, &Lookup)| {
        let id = ids.get(lookup).ok_or(BROKEN)?;
        let mut out = String::new();
        let header = Header { flags: flags(value), key };
        let stamp = ring.stamp(TokenKind::Vault, value.entity, key);
        stamp
            .and_then(|stamp| stamp.write(header, id.bytes(), &mut out))
            .ok_or(Error::Token { problem: NO_KEYS })?;
        Ok(out)
    };
    values.iter().zip(&lookups).map(token).collect()
}

/// The values of vault tokens of ours, in their order; `None` where one does not open: of another tenant or subject, of a
/// key that may not be used, or forgotten.
pub(crate) fn open_kept(
    vault: &dyn Vault,
    ring: &Ring,
    tokens: &[&Token],
    whose: Whose<'_>,
) -> Result<Vec<Option<Zeroizing<String>>>, Error> {
    let ids: Vec<TokenId> = tokens.iter().filter_map(|token| id(token)).collect();
    if ids.len() != tokens.len() {
        return Ok(tokens.iter().map(|_| None).collect());
    }
    let records = vault.get(&ids)?;
    let enabled = ring.enabled();
    // Data keys by root key, and by whether the token is bound to the subject: most texts need one.
    let mut subjects: BTreeMap<(KeyId, bool), Option<(Subject, Aes256GcmSiv)>> = BTreeMap::new();
    let mut values = Vec::with_capacity(tokens.len());
    for (token, record) in tokens.iter().zip(records) {
        let header = token.header;
        let Some(record) = record.filter(|_| enabled.contains(&header.key)) else {
            values.push(None);
            continue;
        };
        let which = (header.key, header.flags.bound);
        let subject = match subjects.entry(which) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let subject = if header.flags.bound { whose.subject } else { "" };
                let subject = Subject::new(ring, header.key, Whose { subject, ..whose })?;
                let data = subject.known_data_key(vault)?;
                place.insert(data.map(|data| (subject, data)))
            }
        };
        let opened = match subject {
            Some((subject, data)) if subject.reference == record.subject() => {
                let place = place(record.id(), &subject.reference, header, &token.entity());
                let own = record.key() == header.key && Some(record.id()) == id(token);
                let value = open_with(data, &place, record.sealed()).filter(|_| own).and_then(text);
                Some(value.ok_or(CORRUPT)?)
            }
            _ => None,
        };
        values.push(opened);
    }
    Ok(values)
}

const BROKEN: Error = Error::Vault {
    problem: VaultError::new(
        VaultErrorKind::Corrupt,
        "the vault's answer has not the length of the question",
    ),
};
pub(super) const CORRUPT: Error = Error::Vault {
    problem: VaultError::new(VaultErrorKind::Corrupt, "what the vault holds is not what was kept"),
};
pub(super) const NAMES: Error = Error::Token { problem: "the tenant's name is too long" };

fn id(token: &Token) -> Option<TokenId> {
    let id = token.body().try_into().ok().map(TokenId::new);
    id.filter(|_| token.kind == TokenKind::Vault)
}

/// What a vault knows a subject by: a MAC under the tenant's key for no type.
pub(super) fn reference(tenant: &Hmac<Sha256>, subject: &str) -> SubjectRef {
    let mac = tenant.clone().chain_update(b"wimple subject 1").chain_update(subject);
    SubjectRef::new(mac.finalize().into_bytes().into())
}

/// A subject under one root key.
pub(super) struct Subject {
    reference: SubjectRef,
    /// The tenant's key, which data keys are wrapped under.
    store: Arc<Aes256GcmSiv>,
}

impl Subject {
    pub(super) fn new(ring: &Ring, key: KeyId, whose: Whose<'_>) -> Result<Self, Error> {
        let what = For { key, tenant: whose.tenant, entity: "", canonical: 0 };
        let reference = reference(&*ring.lookup(what).ok_or(NAMES)?, whose.subject);
        Ok(Subject { reference, store: ring.store(what).ok_or(NAMES)? })
    }

    /// Which subject it is, for a vault.
    pub(super) fn reference(&self) -> SubjectRef {
        self.reference
    }

    /// The data key of the subject, where the vault knows it.
    fn known_data_key(&self, vault: &dyn Vault) -> Result<Option<Aes256GcmSiv>, Error> {
        vault.subject(&self.reference)?.map(|wrapped| self.unwrap(&wrapped)).transpose()
    }

    /// The same, a new one where it does not.
    fn data_key(&self, vault: &dyn Vault) -> Result<Aes256GcmSiv, Error> {
        if let Some(known) = self.known_data_key(vault)? {
            return Ok(known);
        }
        let mut key = Zeroizing::new([0; 32]);
        fill(key.as_mut_slice())?;
        let wrapped = WrappedKey::new(sealed(&self.store, &self.place(), key.as_slice())?);
        self.unwrap(&vault.add_subject(&self.reference, &wrapped)?)
    }

    pub(super) fn unwrap(&self, wrapped: &WrappedKey) -> Result<Aes256GcmSiv, Error> {
        let key = open_with(&self.store, &self.place(), wrapped.bytes()).ok_or(CORRUPT)?;
        Ok(gcm_siv(key.as_slice().try_into().map_err(|_| CORRUPT)?))
    }

    /// What a wrapped data key is bound to.
    fn place(&self) -> Vec<u8> {
        [&b"wimple data key 1"[..], self.reference.bytes()].concat()
    }
}

/// What a value is bound to: its record, whose it is, its key and type. All but the last have one length.
pub(super) fn place(id: TokenId, subject: &SubjectRef, header: Header, entity: &str) -> Vec<u8> {
    [&b"wimple value 1"[..], id.bytes(), subject.bytes(), &header.bytes(), entity.as_bytes()].concat()
}

pub(super) fn sealed(key: &Aes256GcmSiv, place: &[u8], value: &[u8]) -> Result<Vec<u8>, Error> {
    let mut nonce = [0; super::codec::NONCE];
    fill(&mut nonce)?;
    seal_with(key, nonce, place, value)
        .ok_or(Error::Token { problem: "the value is too long for its cipher" })
}

/// What a value is found by: HMAC-SHA-256 in full, under the tenant's key for the type, over the subject, the version of
/// the canonical form, and the value.
pub(super) fn lookup(
    ring: &Ring,
    key: KeyId,
    keep: &Keep<'_>,
    subject: &Subject,
    whose: Whose<'_>,
) -> Result<Lookup, Error> {
    let what = For { key, tenant: whose.tenant, entity: keep.entity, canonical: keep.value.canonical };
    let mac = ring.lookup(what).ok_or(NAMES)?;
    let mac = (*mac)
        .clone()
        .chain_update(b"wimple value 1")
        .chain_update(subject.reference.bytes())
        .chain_update([keep.value.canonical])
        .chain_update(keep.value.value);
    Ok(Lookup::new(mac.finalize().into_bytes().into()))
}
