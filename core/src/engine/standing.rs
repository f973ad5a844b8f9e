//! Zero configuration: one engine for the whole process, made when it is first asked.
use once_cell::sync::Lazy;

use super::Engine;
use crate::error::Error;
use crate::finding::Findings;
use crate::input::Input;
use crate::transform::Redacted;

/// The default engine. Immutable, so that sharing it can change no answer.
static ENGINE: Lazy<Engine> = Lazy::new(Engine::new);

/// Says what is in a text, with the default set of entity types at a minimum score of 50 %.
///
/// ```
/// let findings = wimple::analyze("I am at bo@example.com")?;
/// assert_eq!(findings[0].entity_type(), &wimple::entity::EMAIL_ADDRESS);
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// # Errors
/// [`Error::Limit`] for texts over 1 GiB or with more than ten million findings.
pub fn analyze<'t>(input: impl Into<Input<'t>>) -> Result<Findings, Error> {
    ENGINE.analyze(input)
}

/// Replaces what is sensitive in a text by labels, with the default set of entity types at a minimum score of 50 %.
///
/// ```
/// assert_eq!(wimple::redact("I am at bo@example.com")?.text(), "I am at [EMAIL_ADDRESS]");
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// # Errors
/// [`Error::Limit`] for texts over 1 GiB or with more than ten million findings.
pub fn redact<'t>(input: impl Into<Input<'t>>) -> Result<Redacted, Error> {
    ENGINE.redact(input)
}
