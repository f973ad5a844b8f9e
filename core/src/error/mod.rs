//! What can go wrong: one error type, one table of numbers.
//!
//! A text never makes an error; configuration, limits and operators that cannot apply do. Messages carry offsets,
//! lengths, names and ids, never text, values or keys.
mod keyset;
mod vault;

use core::fmt;

pub use keyset::KeysetProblem;
pub use vault::{VaultError, VaultErrorKind};

use crate::entity::EntityType;

/// The stable number of an error, the same in Rust, C and Python.
///
/// ```
/// use wimple::{Engine, ErrorCode, Limits};
/// let engine = Engine::builder().limits(Limits::default().max_input(3)).build()?;
/// assert_eq!(engine.redact("abcd").unwrap_err().code(), ErrorCode::Limit);
/// assert_eq!(ErrorCode::Limit as u32, 300);
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[repr(u32)]
pub enum ErrorCode {
    /// An object or a buffer that is needed was NULL (C only).
    NullPointer = 100,
    /// The text is not valid UTF-8, or holds lone surrogates.
    InvalidUtf8 = 101,
    /// An argument is outside the values it may take.
    InvalidArgument = 102,
    /// A policy document or builder is wrong.
    Policy = 200,
    /// A pattern or template does not compile or is too large.
    Pattern = 201,
    /// A limit was exceeded.
    Limit = 300,
    /// An operator cannot apply to a value.
    Operator = 400,
    /// The operating system gave no randomness.
    Random = 500,
    /// A callback of the host failed and stopped the call.
    Callback = 600,
    /// A keyset cannot be written, read or changed.
    Keyset = 700,
    /// A token cannot be made, or there are no keys to open one.
    Token = 710,
    /// The vault gave no answer.
    Vault = 720,
    /// A session cannot be sealed or resumed.
    Session = 730,
    /// A bug inside Wimple; the call had no effect (C and Python only).
    Panic = 900,
}

/// Why a call failed. Nothing was transformed when one is returned.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A policy document or builder is wrong; says where and, where it can, what was meant.
    #[error("{0}")]
    Policy(Box<PolicyError>),
    /// A pattern or template does not compile or is too large. `what` names the configuration key.
    #[error("{what}: {problem}")]
    Pattern {
        /// The configuration key or recognizer, for example `benign "order"`.
        what: String,
        /// What is wrong with it, without quoting it.
        problem: String,
    },
    /// A limit was exceeded.
    #[error("{what} of {actual} is over the limit of {limit}")]
    Limit {
        /// What was counted, with its unit: `input bytes`, `findings`.
        what: &'static str,
        /// How much there was.
        actual: usize,
        /// How much there may be.
        limit: usize,
    },
    /// An operator cannot apply to a value, so the whole call failed.
    #[error("{operator} cannot apply to the {entity} at bytes {start}..{end}: {problem}")]
    Operator {
        /// The operator's name.
        operator: &'static str,
        /// The entity type of the finding.
        entity: EntityType,
        /// Start of the finding, in bytes.
        start: usize,
        /// End of the finding, in bytes.
        end: usize,
        /// Why not.
        problem: &'static str,
    },
    /// An argument is outside the values it may take.
    #[error("{what}: {problem}")]
    InvalidArgument {
        /// Which argument.
        what: &'static str,
        /// What it may be.
        problem: String,
    },
    /// Pieces of bytes are no UTF-8.
    #[error("the text is not valid UTF-8 at byte {at}")]
    InvalidUtf8 {
        /// The first byte that cannot be read, counted from the start of the stream.
        at: usize,
    },
    /// The operating system gave no randomness.
    #[error("the operating system gave no randomness")]
    Random,
    /// A callback of the host failed, so the whole call did.
    #[error("the callback of {what} failed: {problem}")]
    Callback {
        /// What it was given for, for example an entity type.
        what: String,
        /// What it did.
        problem: &'static str,
    },
    /// A token cannot be made, or there are no keys to open one.
    #[error("token: {problem}")]
    Token {
        /// Why not.
        problem: &'static str,
    },
    /// The vault gave no answer.
    #[error("vault: {problem}")]
    Vault {
        /// What it says.
        problem: VaultError,
    },
    /// A session cannot be sealed or resumed.
    #[error("session: {0}")]
    Session(SessionProblem),
    /// A keyset cannot be written, read or changed.
    #[error("keyset: {0}")]
    Keyset(KeysetProblem),
}

impl From<VaultError> for Error {
    fn from(problem: VaultError) -> Self {
        Error::Vault { problem }
    }
}

impl Error {
    /// The stable number of this error.
    pub fn code(&self) -> ErrorCode {
        match self {
            Error::Policy(_) => ErrorCode::Policy,
            Error::Pattern { .. } => ErrorCode::Pattern,
            Error::Limit { .. } => ErrorCode::Limit,
            Error::Operator { .. } => ErrorCode::Operator,
            Error::InvalidArgument { .. } => ErrorCode::InvalidArgument,
            Error::InvalidUtf8 { .. } => ErrorCode::InvalidUtf8,
            Error::Random => ErrorCode::Random,
            Error::Callback { .. } => ErrorCode::Callback,
            Error::Token { .. } => ErrorCode::Token,
            Error::Vault { .. } => ErrorCode::Vault,
            Error::Session(_) => ErrorCode::Session,
            Error::Keyset(_) => ErrorCode::Keyset,
        }
    }
}

/// Why a session cannot be sealed or resumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum SessionProblem {
    /// Sealing and resuming need the keys of an engine that was given none.
    #[error("the engine was given no keyset")]
    NoKeyset,
    /// The name or the tenant has more than 65,535 bytes.
    #[error("its name or tenant is longer than 65535 bytes")]
    NameTooLong,
    /// The text is no sealed session, or only a part of one.
    #[error("the text is no sealed session")]
    NotSealed,
    /// A later release sealed it.
    #[error("it was sealed by a later release")]
    UnknownVersion,
    /// It was sealed under a key that is not in the keyset.
    #[error("it was sealed under a key that is not in the keyset")]
    UnknownKey,
    /// It was sealed under a key that is disabled.
    #[error("it was sealed under a key that is disabled")]
    KeyDisabled,
    /// It was sealed under a key that is destroyed: nobody can open it any more.
    #[error("it was sealed under a key that is destroyed")]
    KeyDestroyed,
    /// It belongs to another name or tenant, or was changed since it was sealed.
    #[error("it does not open: another name or tenant, or changed since it was sealed")]
    DoesNotOpen,
}

/// What is wrong with a policy, and where.
///
/// `Display` prints the problem, the place as `line:column`, the offending line with a caret, and a hint. String
/// values on that line other than the offending one are not shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PolicyError {
    pub(crate) problem: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) excerpt: String,
    pub(crate) hint: Option<String>,
}

impl PolicyError {
    /// What is wrong, in one line.
    pub fn problem(&self) -> &str {
        &self.problem
    }

    /// Line of the document, from 1; 0 where the policy was built in code.
    pub fn line(&self) -> usize {
        self.line
    }

    /// Column in code points, from 1; 0 where the policy was built in code.
    pub fn column(&self) -> usize {
        self.column
    }

    /// What was probably meant, or what is known.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "policy {}:{}: ", self.line, self.column)?;
        } else {
            write!(f, "policy: ")?;
        }
        write!(f, "{}", self.problem)?;
        if !self.excerpt.is_empty() {
            write!(f, "\n{}", self.excerpt)?;
        }
        if let Some(hint) = &self.hint {
            write!(f, "\n{hint}")?;
        }
        Ok(())
    }
}
