//! Why a keyset cannot be written, read or changed: one name for each reason.

/// Why a call on a [`Keyset`](crate::Keyset) or [`TokenRecognizer`](crate::TokenRecognizer) failed. Nothing was changed
/// when one is returned.
///
/// ```
/// use wimple::{Error, Keyset, KeysetProblem};
/// let mut keyset = Keyset::generate()?;
/// let primary = keyset.primary_id();
/// assert_eq!(keyset.destroy(&primary), Err(Error::Keyset(KeysetProblem::KeyIsPrimary)));
/// assert_eq!(KeysetProblem::KeyIsPrimary.name(), "key_is_primary");
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum KeysetProblem {
    /// The file has more bytes than a keyset can have: 1 MiB.
    #[error("the file is longer than {limit} bytes")]
    TooLong {
        /// The most bytes that are read.
        limit: usize,
    },
    /// The text is no JSON.
    #[error("the text is no JSON: at byte {at}")]
    NotJson {
        /// Where it stops being JSON, in bytes.
        at: usize,
    },
    /// The JSON is of something else: its `format` is not the one that was asked for.
    #[error("the file is no {expected}")]
    WrongFormat {
        /// `wimple-keyset` or `wimple-recognizer`.
        expected: &'static str,
    },
    /// A later release wrote the file.
    #[error("the file was written by a later release")]
    UnknownVersion,
    /// The file has a field that this release does not know.
    #[error("the file has an unknown field at byte {at}")]
    UnknownField {
        /// Where its name stands, in bytes.
        at: usize,
    },
    /// The file has a field twice.
    #[error("the file has a field twice, at byte {at}")]
    RepeatedField {
        /// Where its name stands the second time, in bytes.
        at: usize,
    },
    /// A field is not there.
    #[error("the field {field} is missing")]
    MissingField {
        /// Its name.
        field: &'static str,
    },
    /// A field is not what it has to be.
    #[error("the field {field} at byte {at} is not what it has to be")]
    WrongField {
        /// Its name.
        field: &'static str,
        /// Where its value stands, in bytes.
        at: usize,
    },
    /// The keys are for a suite of algorithms that this release does not know.
    #[error("a key is for an unknown suite of algorithms")]
    UnknownSuite,
    /// There is no key.
    #[error("there is no key")]
    NoKeys,
    /// There are more keys than a keyset may have: 1000, destroyed ones included.
    #[error("there are more than {limit} keys")]
    TooManyKeys {
        /// The most keys of a keyset.
        limit: usize,
    },
    /// A key has the id 0, which no key may have.
    #[error("a key has the id 0")]
    ZeroId,
    /// Two keys have one id.
    #[error("two keys have one id")]
    RepeatedId,
    /// Two keys have one slot.
    #[error("two keys have one slot")]
    RepeatedSlot,
    /// The primary key is none of the keys.
    #[error("the primary key is none of the keys")]
    PrimaryUnknown,
    /// The primary key is disabled or destroyed.
    #[error("the primary key is not enabled")]
    PrimaryNotEnabled,
    /// The primary key is marked as compromised.
    #[error("the primary key is compromised")]
    PrimaryCompromised,
    /// The primary key's time is over.
    #[error("the primary key has expired")]
    PrimaryExpired,
    /// A key that is not destroyed has no root in the file.
    #[error("a key that is not destroyed has no root")]
    RootMissing,
    /// A key that is destroyed still has its root in the file.
    #[error("a key that is destroyed has a root")]
    RootNotGone,
    /// It is wrapped in a way that this release does not know.
    #[error("it is wrapped in an unknown way")]
    UnknownWrap,
    /// It is wrapped in another way than it was to be opened: by a passphrase and not by a wrapper, by a wrapper and not
    /// by a passphrase, or by a wrapper of another name.
    #[error("it is not wrapped by what was given to open it")]
    WrongWrap,
    /// The passphrase is shorter than 12 characters; only for writing.
    #[error("the passphrase has fewer than {least} characters")]
    ShortPassphrase {
        /// The fewest characters.
        least: usize,
    },
    /// The cost that the file names is below or above what is taken, or there is not enough memory for it.
    #[error("the cost of the passphrase is outside what is taken")]
    Cost,
    /// It does not unwrap: a wrong passphrase, or what is wrapped was changed.
    #[error("it does not unwrap: another passphrase or key, or changed since it was written")]
    DoesNotUnwrap,
    /// What the wrapper answered is no key of 32 bytes, or no wrapped one.
    #[error("the wrapper's answer is not a key")]
    WrongAnswer,
    /// It was changed since it was written.
    #[error("it was changed since it was written")]
    Changed,
    /// A root does not open, though the file was not changed.
    #[error("a root does not open")]
    RootDoesNotOpen,
    /// A root is one byte over and over.
    #[error("a root is not random")]
    WeakRoot,
    /// It is older than what the caller has seen.
    #[error("it is number {found}, and number {least} has been seen")]
    RolledBack {
        /// The sequence number of the file.
        found: u64,
        /// The lowest that was to be taken.
        least: u64,
    },
    /// No key has that id.
    #[error("no key has that id")]
    UnknownKey,
    /// What was asked for is not done to the primary key: promote another one first.
    #[error("it is the primary key: promote another one first")]
    KeyIsPrimary,
    /// The key is disabled.
    #[error("the key is disabled")]
    KeyDisabled,
    /// The key is destroyed.
    #[error("the key is destroyed")]
    KeyDestroyed,
    /// The key is marked as compromised.
    #[error("the key is compromised")]
    KeyCompromised,
    /// The key is not destroyed, so its slot is not free.
    #[error("the key is not destroyed")]
    KeyNotDestroyed,
    /// The epoch key is the newest of its vault: what the vault holds may be under it.
    #[error("it is the newest epoch key of its vault")]
    EpochIsNewest,
    /// The text is no receipt: no JSON object with the fields that every receipt has.
    #[error("the text is no receipt")]
    NotAReceipt,
}

impl KeysetProblem {
    /// The name of the reason, the same in Rust, C and Python; never changed.
    pub const fn name(&self) -> &'static str {
        match self {
            KeysetProblem::TooLong { .. } => "too_long",
            KeysetProblem::NotJson { .. } => "not_json",
            KeysetProblem::WrongFormat { .. } => "wrong_format",
            KeysetProblem::UnknownVersion => "unknown_version",
            KeysetProblem::UnknownField { .. } => "unknown_field",
            KeysetProblem::RepeatedField { .. } => "repeated_field",
            KeysetProblem::MissingField { .. } => "missing_field",
            KeysetProblem::WrongField { .. } => "wrong_field",
            KeysetProblem::UnknownSuite => "unknown_suite",
            KeysetProblem::NoKeys => "no_keys",
            KeysetProblem::TooManyKeys { .. } => "too_many_keys",
            KeysetProblem::ZeroId => "zero_id",
            KeysetProblem::RepeatedId => "repeated_id",
            KeysetProblem::RepeatedSlot => "repeated_slot",
            KeysetProblem::PrimaryUnknown => "primary_unknown",
            KeysetProblem::PrimaryNotEnabled => "primary_not_enabled",
            KeysetProblem::PrimaryCompromised => "primary_compromised",
            KeysetProblem::PrimaryExpired => "primary_expired",
            KeysetProblem::RootMissing => "root_missing",
            KeysetProblem::RootNotGone => "root_not_gone",
            KeysetProblem::UnknownWrap => "unknown_wrap",
            KeysetProblem::WrongWrap => "wrong_wrap",
            KeysetProblem::ShortPassphrase { .. } => "short_passphrase",
            KeysetProblem::Cost => "cost",
            KeysetProblem::DoesNotUnwrap => "does_not_unwrap",
            KeysetProblem::WrongAnswer => "wrong_answer",
            KeysetProblem::Changed => "changed",
            KeysetProblem::RootDoesNotOpen => "root_does_not_open",
            KeysetProblem::WeakRoot => "weak_root",
            KeysetProblem::RolledBack { .. } => "rolled_back",
            KeysetProblem::UnknownKey => "unknown_key",
            KeysetProblem::KeyIsPrimary => "key_is_primary",
            KeysetProblem::KeyDisabled => "key_disabled",
            KeysetProblem::KeyDestroyed => "key_destroyed",
            KeysetProblem::KeyCompromised => "key_compromised",
            KeysetProblem::KeyNotDestroyed => "key_not_destroyed",
            KeysetProblem::EpochIsNewest => "epoch_is_newest",
            KeysetProblem::NotAReceipt => "not_a_receipt",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use KeysetProblem::*;

    const PAGE: &str = include_str!("../../../docs/keys.md");

    /// Reasons for which a file is not taken.
    const OF_FILES: [KeysetProblem; 29] = [
        TooLong { limit: 1 },
        NotJson { at: 1 },
        WrongFormat { expected: "wimple-keyset" },
        UnknownVersion,
        UnknownField { at: 1 },
        RepeatedField { at: 1 },
        MissingField { field: "salt" },
        WrongField { field: "salt", at: 1 },
        UnknownSuite,
        NoKeys,
        TooManyKeys { limit: 1 },
        ZeroId,
        RepeatedId,
        RepeatedSlot,
        PrimaryUnknown,
        PrimaryNotEnabled,
        PrimaryCompromised,
        PrimaryExpired,
        RootMissing,
        RootNotGone,
        UnknownWrap,
        WrongWrap,
        Cost,
        DoesNotUnwrap,
        WrongAnswer,
        Changed,
        RootDoesNotOpen,
        WeakRoot,
        RolledBack { found: 1, least: 2 },
    ];

    /// Reasons for which something else is refused.
    const OTHERS: [KeysetProblem; 9] = [
        ShortPassphrase { least: 12 },
        UnknownKey,
        KeyIsPrimary,
        KeyDisabled,
        KeyDestroyed,
        KeyCompromised,
        KeyNotDestroyed,
        EpochIsNewest,
        NotAReceipt,
    ];

    #[test]
    fn names_and_sentences_are_unlike_and_those_of_files_are_documented() {
        let all: Vec<KeysetProblem> = OF_FILES.into_iter().chain(OTHERS).collect();
        for (n, one) in all.iter().enumerate() {
            assert!(one.name().bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
            for other in all.iter().skip(n + 1) {
                assert_ne!(one.name(), other.name());
                assert_ne!(one.to_string(), other.to_string());
            }
        }
        for one in OF_FILES {
            assert!(PAGE.contains(&format!("`{}`", one.name())), "{}", one.name());
        }
    }
}
