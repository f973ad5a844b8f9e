//! A vault that lives as long as the process.
//!
//! Comes in and goes out: what [`Vault`](super::Vault) says.
use core::fmt;
use core::ops::Bound;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Lookup, Record, SubjectRef, TokenId, Vault, VaultError, VaultErrorKind, WrappedKey};

/// Keeps everything in memory, nothing on disk: for tests, and for hosts whose tokens need not outlive them.
///
/// ```
/// use wimple::vault::{MemoryVault, Vault, conformance};
/// assert_eq!(MemoryVault::new().count()?, 0);
/// assert!(conformance(|| Box::new(MemoryVault::new())).is_empty());
/// # Ok::<(), wimple::vault::VaultError>(())
/// ```
///
/// Engines share one through an `Arc`. What it holds is sealed with keys of the keyset, as in any vault.
#[derive(Default)]
pub struct MemoryVault(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    subjects: BTreeMap<SubjectRef, Subject>,
    records: BTreeMap<TokenId, Record>,
    lookups: BTreeMap<Lookup, TokenId>,
}

struct Subject {
    key: WrappedKey,
    records: BTreeSet<TokenId>,
}

impl MemoryVault {
    /// An empty vault.
    pub fn new() -> Self {
        MemoryVault::default()
    }

    /// Every change under the lock is checked first and cannot fail once it has begun, so that a lock which a panic
    /// elsewhere has poisoned holds nothing torn.
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Vault for MemoryVault {
    fn subject(&self, subject: &SubjectRef) -> Result<Option<WrappedKey>, VaultError> {
        Ok(self.kept().subjects.get(subject).map(|subject| subject.key.clone()))
    }

    fn add_subject(&self, subject: &SubjectRef, key: &WrappedKey) -> Result<WrappedKey, VaultError> {
        let mut kept = self.kept();
        let new = || Subject { key: key.clone(), records: BTreeSet::new() };
        Ok(kept.subjects.entry(*subject).or_insert_with(new).key.clone())
    }

    fn find(&self, lookups: &[Lookup]) -> Result<Vec<Option<TokenId>>, VaultError> {
        let kept = self.kept();
        Ok(lookups.iter().map(|lookup| kept.lookups.get(lookup).copied()).collect())
    }

    fn put(&self, records: &[Record]) -> Result<Vec<TokenId>, VaultError> {
        let mut kept = self.kept();
        let Kept { subjects, records: by_id, lookups } = &mut *kept;
        if records.iter().any(|record| !subjects.contains_key(&record.subject())) {
            return Err(VaultError::new(VaultErrorKind::UnknownSubject, "the subject is not in the vault"));
        }
        let mut new: BTreeMap<TokenId, &Record> = BTreeMap::new();
        let mut ids: BTreeMap<Lookup, TokenId> = BTreeMap::new();
        for record in records {
            let (id, lookup) = (record.id(), record.lookup());
            if lookups.contains_key(&lookup) || ids.contains_key(&lookup) {
                continue;
            }
            if by_id.contains_key(&id) || new.insert(id, record).is_some() {
                return Err(VaultError::new(VaultErrorKind::Taken, "an id is in the vault already"));
            }
            ids.insert(lookup, id);
        }
        for (id, record) in new {
            if let Some(subject) = subjects.get_mut(&record.subject()) {
                subject.records.insert(id);
            }
            by_id.insert(id, record.clone());
        }
        lookups.extend(ids);
        Ok(records.iter().filter_map(|record| lookups.get(&record.lookup()).copied()).collect())
    }

    fn get(&self, ids: &[TokenId]) -> Result<Vec<Option<Record>>, VaultError> {
        let kept = self.kept();
        Ok(ids.iter().map(|id| kept.records.get(id).cloned()).collect())
    }

    fn of_subject(
        &self,
        subject: &SubjectRef,
        after: Option<TokenId>,
        most: usize,
    ) -> Result<Vec<TokenId>, VaultError> {
        let kept = self.kept();
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let ids =
            kept.subjects.get(subject).into_iter().flat_map(|s| s.records.range((from, Bound::Unbounded)));
        Ok(ids.take(most).copied().collect())
    }

    fn erase_subject(&self, subject: &SubjectRef) -> Result<usize, VaultError> {
        let mut kept = self.kept();
        let Some(subject) = kept.subjects.remove(subject) else { return Ok(0) };
        for id in &subject.records {
            if let Some(record) = kept.records.remove(id) {
                kept.lookups.remove(&record.lookup());
            }
        }
        Ok(subject.records.len())
    }

    fn count(&self) -> Result<usize, VaultError> {
        Ok(self.kept().records.len())
    }
}

impl fmt::Debug for MemoryVault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryVault(..)")
    }
}
