//! Why a vault gives no answer.
use core::fmt;

/// Why a vault gave no answer. Holds no part of what was asked.
///
/// ```
/// use wimple::vault::{VaultError, VaultErrorKind};
/// let error = VaultError::new(VaultErrorKind::Busy, "another process writes");
/// assert!(error.is_retryable());
/// assert_eq!(error.to_string(), "another process writes");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VaultError {
    kind: VaultErrorKind,
    problem: &'static str,
}

/// What kind of reason it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VaultErrorKind {
    /// Somebody else uses it; the same call may work later.
    Busy,
    /// There is no room left.
    Full,
    /// What is kept cannot be read, or is not what was kept.
    Corrupt,
    /// It cannot be used any more, or not by this process: closed, read-only, used after a fork.
    Closed,
    /// What was opened is no vault, one of a later release, or lies where a vault cannot work.
    Foreign,
    /// The keyset has not the key that what is kept is wrapped under.
    MissingKey,
    /// A legal hold is on it.
    Held,
    /// A record's subject is not there.
    UnknownSubject,
    /// An id is there already.
    Taken,
    /// Anything else.
    Other,
}

impl VaultErrorKind {
    /// The name of the kind, the same in Rust and Python; never changed.
    pub const fn name(self) -> &'static str {
        match self {
            VaultErrorKind::Busy => "busy",
            VaultErrorKind::Full => "full",
            VaultErrorKind::Corrupt => "corrupt",
            VaultErrorKind::Closed => "closed",
            VaultErrorKind::Foreign => "foreign",
            VaultErrorKind::MissingKey => "missing_key",
            VaultErrorKind::Held => "held",
            VaultErrorKind::UnknownSubject => "unknown_subject",
            VaultErrorKind::Taken => "taken",
            VaultErrorKind::Other => "other",
        }
    }
}

impl VaultError {
    /// An error with its reason in words: a constant of the program, so that no value gets into it.
    pub const fn new(kind: VaultErrorKind, problem: &'static str) -> Self {
        VaultError { kind, problem }
    }

    /// What kind of reason it is.
    pub const fn kind(&self) -> VaultErrorKind {
        self.kind
    }

    /// Whether the same call may work later.
    pub const fn is_retryable(&self) -> bool {
        matches!(self.kind, VaultErrorKind::Busy)
    }
}

impl fmt::Display for VaultError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.problem)
    }
}

impl core::error::Error for VaultError {}
