//! One conversation: numbers that stay over its turns, and the way back.
//!
//! Comes in: turns, and replies that hold placeholders. Goes out: redacted turns, and replies with the values put back.
#[cfg(test)]
mod corpus;
mod restore;
mod sealed;

use core::fmt;

pub use sealed::SessionName;

use crate::detect::Known;
use crate::engine::Engine;
use crate::error::Error;
use crate::finding::Findings;
use crate::input::Input;
use crate::restored::{RestoreOptions, Restored};
use crate::transform::{Numbers, Redacted};

/// The memory of one conversation: which value has which number, and who was named.
///
/// ```
/// use wimple::{Engine, Operator, Policy};
/// let policy = Policy::new().default(Operator::placeholder());
/// let mut session = Engine::builder().policy(policy).build()?.session();
///
/// let first = session.redact("I am at bo@example.com")?;
/// let again = session.redact("that is bo@example.com, right?")?;
/// let placeholder = first.text().strip_prefix("I am at ").unwrap();
/// assert!(placeholder.starts_with("[EMAIL_ADDRESS_1."));
/// assert!(again.text().contains(placeholder));
///
/// let reply = session.restore(&format!("Thanks, we wrote to {placeholder}."));
/// assert_eq!(reply.text(), "Thanks, we wrote to bo@example.com.");
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// # Numbers
/// The same value has the same number. A restorable placeholder comes back byte for byte, so each spelling of a value
/// has its own; an irreversible one has one number for all spellings of a value. Text that reads like a placeholder and
/// came in with a turn is never taken for one of ours: its number is set aside.
///
/// # What is held
/// The values of restorable placeholders, and a key made from the operating system's randomness when the first is
/// given out. Both are wiped when the session is dropped. The tag of a placeholder is 15 bits of a keyed MAC: it tells
/// ours from typed ones, it is no password. Who may see a restored text is the host's decision.
///
/// # Over time
/// [`seal`](Session::seal) writes the memory down, encrypted under the engine's keyset, and
/// [`Engine::resume`] takes it up again, in another process or on another day.
pub struct Session {
    engine: Engine,
    numbers: Numbers,
    /// Whom the turns before have named.
    known: Known,
}

impl Engine {
    /// Starts a conversation: placeholders keep their numbers over its turns and can be opened.
    ///
    /// ```
    /// let mut session = wimple::Engine::new().session();
    /// assert_eq!(session.redact("card 4111 1111 1111 1111")?.text(), "card [CREDIT_CARD]");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    pub fn session(&self) -> Session {
        Session { engine: self.clone(), numbers: Numbers::of_session(), known: Known::default() }
    }
}

impl Session {
    /// Applies the engine's policy to the next turn.
    ///
    /// # Errors
    /// As [`Engine::redact`], and [`Error::Random`] where the operating system gives no randomness for the key. Then
    /// there is no output and no value was remembered.
    pub fn redact<'t>(&mut self, input: impl Into<Input<'t>>) -> Result<Redacted, Error> {
        let input = input.into();
        let out = self.engine.redact_knowing(&input, &mut self.numbers, &self.known)?;
        self.known.learn(input.text(), out.findings());
        Ok(out)
    }

    /// Says what is in a turn; nothing is remembered of it.
    ///
    /// # Errors
    /// As [`Engine::analyze`].
    pub fn analyze<'t>(&mut self, input: impl Into<Input<'t>>) -> Result<Findings, Error> {
        self.engine.find_knowing(&input.into(), &self.known)
    }

    /// Puts the values of this session's placeholders back, however they were rewritten on the way
    /// ([`Tolerance::Tolerant`](crate::Tolerance)).
    ///
    /// ```
    /// # use wimple::{Engine, Operator, Policy};
    /// # let policy = Policy::new().default(Operator::placeholder());
    /// # let mut session = Engine::builder().policy(policy).build()?.session();
    /// let out = session.redact("bo@example.com")?;
    /// let shouted = out.text().to_lowercase().replace('_', " ").replace('[', "**(").replace(']', ")**");
    /// let reply = session.restore(&shouted);
    /// assert_eq!(reply.text(), "**bo@example.com**");
    /// assert_eq!(reply.report().normalized(), 1);
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// What does not open stays as it is. A restored value is not looked at again.
    pub fn restore(&self, text: &str) -> Restored {
        self.restore_with(text, RestoreOptions::new())
    }

    /// As [`restore`](Session::restore), with a tolerance and a sink of your choice.
    pub fn restore_with<'o>(&self, text: &str, options: impl Into<RestoreOptions<'o>>) -> Restored {
        restore::restore(text, &self.numbers, &options.into())
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").finish_non_exhaustive()
    }
}
