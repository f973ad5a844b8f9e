//! Where values are kept that a token only names.
//!
//! Comes in: sealed values, and MACs to find them by. Goes out: the same. All cryptography is above [`Vault`]: whoever
//! reads one, or steals its file, learns types, counts and lengths, and no value, tenant or subject.
//!
//! [`MemoryVault`] lives as long as the process; the crate `wimple-sqlite` has one on disk. One of your own implements
//! [`Vault`]; [`conformance`] says whether it keeps to the rules. [`SubjectKeys`] opens what a vault has kept of one person.
mod conformance;
mod memory;
mod record;
#[cfg(test)]
mod tests;

pub use conformance::conformance;
pub use memory::MemoryVault;
pub use record::{Lookup, Record, SubjectRef, TokenId, WrappedKey};

pub use crate::error::{VaultError, VaultErrorKind};
pub use crate::token::{KeptValue, SubjectKeys};

/// Keeps sealed values. Threads may use one at the same time, and so may engines.
///
/// ```
/// use std::sync::Arc;
/// use wimple::vault::{MemoryVault, Vault};
/// use wimple::{Engine, Keyset, Operator, Policy};
/// let vault = Arc::new(MemoryVault::new());
/// let engine = Engine::builder()
///     .policy(Policy::new().default(Operator::tokenize()))
///     .keyset(Keyset::generate()?)
///     .vault(vault.clone())
///     .build()?;
/// let out = engine.redact("I am at bo@example.com, again: bo@example.com")?;
/// assert!(out.text().starts_with("I am at wimv_email_address1"));
/// assert_eq!(vault.count()?, 1);
/// assert_eq!(engine.restore(out.text())?.text(), "I am at bo@example.com, again: bo@example.com");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # The rules
/// Each call is one step: it happens as a whole or not at all, and two that run at the same time look as if one had run
/// first. Answers come in the order of what was asked. What was acknowledged stays. A vault never makes up an answer:
/// what it cannot read is an error.
///
/// Every record belongs to a subject, of whom the vault knows a MAC and a wrapped data key. Where a text is about nobody
/// in particular, that is the tenant's nameless subject. Erasing a subject takes its key and all its records.
pub trait Vault: Send + Sync {
    /// The wrapped data key of a subject; `None` where the vault does not know it.
    ///
    /// # Errors
    /// [`VaultError`] where the vault cannot answer.
    fn subject(&self, subject: &SubjectRef) -> Result<Option<WrappedKey>, VaultError>;

    /// Takes a subject in, unless it is there. The answer is the key that counts from now on: the one given, or that of
    /// whoever was first.
    ///
    /// # Errors
    /// [`VaultError`] where the vault cannot keep it.
    fn add_subject(&self, subject: &SubjectRef, key: &WrappedKey) -> Result<WrappedKey, VaultError>;

    /// Under which id each value is kept, by its MAC; `None` where it is not.
    ///
    /// # Errors
    /// [`VaultError`] where the vault cannot answer.
    fn find(&self, lookups: &[Lookup]) -> Result<Vec<Option<TokenId>>, VaultError>;

    /// Keeps records: all of them or none. Of those with a [`Lookup`] that is there already, be it earlier in the same
    /// call, the first stays. The answer is under which id each is kept.
    ///
    /// # Errors
    /// [`VaultErrorKind::UnknownSubject`] where a record's subject is not there (somebody may have erased it meanwhile),
    /// [`VaultErrorKind::Taken`] where an id is there already with another lookup; and where the vault cannot keep them.
    fn put(&self, records: &[Record]) -> Result<Vec<TokenId>, VaultError>;

    /// The records of these ids; `None` where there is none, or none any more.
    ///
    /// # Errors
    /// [`VaultError`] where the vault cannot answer.
    fn get(&self, ids: &[TokenId]) -> Result<Vec<Option<Record>>, VaultError>;

    /// The ids of a subject's records in ascending order: those after `after`, at most `most` of them.
    ///
    /// # Errors
    /// [`VaultError`] where the vault cannot answer.
    fn of_subject(
        &self,
        subject: &SubjectRef,
        after: Option<TokenId>,
        most: usize,
    ) -> Result<Vec<TokenId>, VaultError>;

    /// Forgets a subject: its data key, its records, and what they are found by. The answer is how many records there
    /// were. Of a subject that is not there, none.
    ///
    /// # Errors
    /// [`VaultError`] where the vault cannot forget. Then nothing is forgotten.
    fn erase_subject(&self, subject: &SubjectRef) -> Result<usize, VaultError>;

    /// How many records there are.
    ///
    /// # Errors
    /// [`VaultError`] where the vault cannot answer.
    fn count(&self) -> Result<usize, VaultError>;
}
