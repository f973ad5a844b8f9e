//! What a file is closed with: a passphrase, or a key service of the host.
//!
//! Comes in: the key of a file, or its wrapped form. Goes out: the other.
use core::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::key::{Root, problem};
use super::passphrase::{Passphrase, SALT, Stretch, TestPassphrase};
use super::sheet::Wrap;
use crate::crypto::{fill, unwrap, wrap};
use crate::error::{Error, KeysetProblem};
use crate::secret::Secret;

/// The longest name of a wrapper, in bytes.
pub(super) const NAME: usize = 1024;
/// The longest wrapped key, in bytes.
pub(super) const ANSWER: usize = 8192;

/// A key service of the host (KMS, HSM, operating system) under whose key a keyset is kept.
///
/// ```
/// use wimple::{KeyWrapper, Keyset, Secret};
///
/// /// Stands for a service: a real one never gives its key away.
/// struct Service(u8);
///
/// impl KeyWrapper for Service {
///     fn name(&self) -> &str {
///         "keys/support-chat"
///     }
///
///     fn wrap(&self, key: &[u8], _bound: &str) -> Result<Vec<u8>, &'static str> {
///         Ok(key.iter().map(|byte| byte ^ self.0).collect())
///     }
///
///     fn unwrap(&self, wrapped: &[u8], _bound: &str) -> Result<Secret, &'static str> {
///         Ok(Secret::new(wrapped.iter().map(|byte| byte ^ self.0).collect::<Vec<_>>()))
///     }
/// }
///
/// let file = Keyset::generate()?.seal(&Service(0x5a))?;
/// assert!(Keyset::open(&file, &Service(0x5a)).is_ok());
/// assert!(Keyset::open(&file, &Service(0x5b)).is_err());
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// It is asked once for each file that is written or read. Deadlines and new tries are its own affair. Where it says why it
/// cannot answer, or panics, the call fails with [`Error::Callback`]; the reason is a constant of the program, so that no
/// key gets into it.
pub trait KeyWrapper {
    /// Name of the service's key; it is written into the file, in clear, and a file with another name is not opened. Empty:
    /// no name is written, and any is taken. At most 1024 bytes.
    fn name(&self) -> &str {
        ""
    }

    /// Encrypts `key`, 32 bytes that belong to one file. `bound` is public, tells whose they are (`wimple-keyset 1
    /// ks_…`), and is what such services call associated data or encryption context. At most 8192 bytes come back.
    ///
    /// # Errors
    /// Why there is no answer.
    fn wrap(&self, key: &[u8], bound: &str) -> Result<Vec<u8>, &'static str>;

    /// Decrypts what [`wrap`](KeyWrapper::wrap) gave, with the same `bound`.
    ///
    /// # Errors
    /// Why there is no answer.
    fn unwrap(&self, wrapped: &[u8], bound: &str) -> Result<Secret, &'static str>;
}

/// What a keyset is sealed and opened with: made of a reference to a [`Passphrase`], a [`TestPassphrase`] or a
/// [`KeyWrapper`].
///
/// ```
/// use wimple::{Keyset, Lock, Passphrase};
/// let passphrase = Passphrase::new("twelve characters or more");
/// let lock = Lock::from(&passphrase);
/// let keyset = Keyset::open(&Keyset::generate()?.seal(lock)?, lock)?;
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Lock<'l>(Kind<'l>);

#[derive(Clone, Copy)]
enum Kind<'l> {
    Passphrase(&'l dyn Stretch),
    Wrapper(&'l dyn KeyWrapper),
}

impl<'l> From<&'l Passphrase> for Lock<'l> {
    fn from(passphrase: &'l Passphrase) -> Self {
        Lock(Kind::Passphrase(passphrase))
    }
}

impl<'l> From<&'l TestPassphrase> for Lock<'l> {
    fn from(passphrase: &'l TestPassphrase) -> Self {
        Lock(Kind::Passphrase(passphrase))
    }
}

impl<'l> From<&'l dyn KeyWrapper> for Lock<'l> {
    fn from(wrapper: &'l dyn KeyWrapper) -> Self {
        Lock(Kind::Wrapper(wrapper))
    }
}

impl<'l, W: KeyWrapper> From<&'l W> for Lock<'l> {
    fn from(wrapper: &'l W) -> Self {
        Lock(Kind::Wrapper(wrapper))
    }
}

impl Lock<'_> {
    /// Wraps the key of a file.
    pub(super) fn close(self, key: &Root, bound: &str) -> Result<Wrap, Error> {
        match self.0 {
            Kind::Passphrase(passphrase) => {
                let cost = passphrase.cost()?;
                let mut salt = [0; SALT];
                fill(&mut salt)?;
                let key = wrap(passphrase.key(&salt, cost)?.bytes(), bound.as_bytes(), key.bytes())?;
                Ok(Wrap::Passphrase { cost, salt, key })
            }
            Kind::Wrapper(wrapper) => {
                let name = asked(|| Ok(wrapper.name().to_owned()))?;
                if !is_name(&name) {
                    return Err(problem(KeysetProblem::WrongAnswer));
                }
                let wrapped = asked(|| wrapper.wrap(key.bytes(), bound))?;
                let bare = wrapped.windows(key.bytes().len()).any(|part| part == key.bytes());
                if wrapped.is_empty() || wrapped.len() > ANSWER || bare {
                    return Err(problem(KeysetProblem::WrongAnswer));
                }
                Ok(Wrap::Wrapper { name, key: wrapped })
            }
        }
    }

    /// Unwraps the key of a file.
    pub(super) fn open(self, wrapped: &Wrap, bound: &str) -> Result<Root, Error> {
        match (self.0, wrapped) {
            (Kind::Passphrase(passphrase), Wrap::Passphrase { cost, salt, key }) => {
                let stretched = passphrase.key(salt, *cost)?;
                Root::written(|to| unwrap(stretched.bytes(), bound.as_bytes(), key, to))
                    .ok_or(problem(KeysetProblem::DoesNotUnwrap))
            }
            (Kind::Wrapper(wrapper), Wrap::Wrapper { name, key }) => {
                let wanted = asked(|| Ok(wrapper.name().to_owned()))?;
                if !wanted.is_empty() && wanted != *name {
                    return Err(problem(KeysetProblem::WrongWrap));
                }
                let answer = asked(|| wrapper.unwrap(key, bound))?;
                let bytes: &[u8; 32] =
                    answer.bytes().try_into().map_err(|_| problem(KeysetProblem::WrongAnswer))?;
                let copied = Root::written(|to| {
                    to.copy_from_slice(bytes);
                    true
                });
                copied.ok_or(problem(KeysetProblem::WrongAnswer))
            }
            _ => Err(problem(KeysetProblem::WrongWrap)),
        }
    }
}

/// Whether a wrapper may be called so.
pub(super) fn is_name(name: &str) -> bool {
    name.len() <= NAME && !name.contains(char::is_control)
}

/// What the host's code answers. A panic is an answer, too.
fn asked<T>(ask: impl FnOnce() -> Result<T, &'static str>) -> Result<T, Error> {
    let answer = catch_unwind(AssertUnwindSafe(ask)).unwrap_or_else(|payload| {
        // Never shown, since it may hold the key; never dropped, since dropping it may panic again.
        core::mem::forget(payload);
        Err("it panicked")
    });
    answer.map_err(|problem| Error::Callback { what: "the key wrapper".to_owned(), problem })
}

impl fmt::Debug for Lock<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lock(..)")
    }
}
