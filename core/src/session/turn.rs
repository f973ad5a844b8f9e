//! One message of a conversation: who says what, and when.
use core::fmt;

use crate::input::Input;

/// Who says something in a conversation.
///
/// ```
/// use wimple::Speaker;
/// assert_eq!("agent".parse(), Ok(Speaker::Agent));
/// assert_eq!(Speaker::Customer.name(), "customer");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Speaker {
    /// Who is served. Who says nothing of the speaker speaks of the customer.
    #[default]
    Customer,
    /// A person who serves.
    Agent,
    /// A program that serves.
    Bot,
    /// The platform: "Anna has joined".
    System,
}

impl Speaker {
    /// All of them.
    pub const ALL: [Speaker; 4] = [Speaker::Customer, Speaker::Agent, Speaker::Bot, Speaker::System];

    /// `customer`, `agent`, `bot` or `system`.
    pub const fn name(self) -> &'static str {
        match self {
            Speaker::Customer => "customer",
            Speaker::Agent => "agent",
            Speaker::Bot => "bot",
            Speaker::System => "system",
        }
    }
}

impl fmt::Display for Speaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl core::str::FromStr for Speaker {
    type Err = NoSpeaker;

    /// Reads a [`name`](Speaker::name).
    fn from_str(name: &str) -> Result<Self, NoSpeaker> {
        Speaker::ALL.into_iter().find(|speaker| speaker.name() == name).ok_or(NoSpeaker)
    }
}

/// The name is none of a [`Speaker`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a speaker is customer, agent, bot or system")]
pub struct NoSpeaker;

/// One message of a conversation. A `&str`, a `&String` and an [`Input`] turn into one of the customer.
///
/// ```
/// use wimple::{Engine, Speaker, Turn};
/// let mut session = Engine::new().session();
/// session.redact(Turn::new("What is your date of birth?").speaker(Speaker::Agent))?;
/// let answer = session.redact(Turn::new("4th of march 81").id("m2"))?;
/// assert_eq!(answer.text(), "[DATE_OF_BIRTH]");
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Turn<'t> {
    pub(super) input: Input<'t>,
    pub(super) speaker: Speaker,
    pub(super) id: &'t str,
    pub(super) at: Option<u64>,
}

impl<'t> Turn<'t> {
    /// A turn of the customer.
    pub fn new(input: impl Into<Input<'t>>) -> Self {
        Turn { input: input.into(), speaker: Speaker::Customer, id: "", at: None }
    }

    /// Who says it.
    #[must_use]
    pub fn speaker(mut self, speaker: Speaker) -> Self {
        self.speaker = speaker;
        self
    }

    /// By what the host knows the message. Only a turn with an id can be revised later.
    #[must_use]
    pub fn id(mut self, id: &'t str) -> Self {
        self.id = id;
        self
    }

    /// When it was said, in seconds since whenever the host counts from (for most, 1970). A question is open for ten
    /// minutes where question and answer say when they were; the library reads no clock.
    #[must_use]
    pub fn at(mut self, seconds: u64) -> Self {
        self.at = Some(seconds);
        self
    }
}

impl<'t> From<Input<'t>> for Turn<'t> {
    fn from(input: Input<'t>) -> Self {
        Turn::new(input)
    }
}

impl<'t> From<&'t str> for Turn<'t> {
    fn from(text: &'t str) -> Self {
        Turn::new(text)
    }
}

impl<'t> From<&'t String> for Turn<'t> {
    fn from(text: &'t String) -> Self {
        Turn::new(text)
    }
}
