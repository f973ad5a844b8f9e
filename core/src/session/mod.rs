//! One conversation: numbers that stay over its turns, and the way back.
//!
//! Comes in: turns, and replies that hold placeholders. Goes out: redacted turns, and replies with the values put back.
mod beside;
#[cfg(test)]
mod corpus;
mod pieces;
mod restore;
mod said;
mod sealed;
mod slots;
mod streamed;
mod turn;

use core::fmt;

pub(crate) use restore::Restoring;
pub use sealed::SessionName;
pub(crate) use streamed::Long;
pub use turn::{NoSpeaker, Speaker, Turn};

use crate::detect::Known;
use crate::engine::Engine;
use crate::entity::EntityType;
use crate::error::Error;
use crate::finding::{Finding, Findings, Verdict};
use crate::input::Input;
use crate::restored::{RestoreOptions, Restored};
use crate::span::Span;
use crate::transform::{Numbers, Redacted, Revision};
use beside::beside;
use pieces::{Piece, Pieces};
use said::with_again;
pub(crate) use said::{Said, SaidAgain};
use slots::Slots;

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
/// # Questions and answers
/// Where a host says who speaks ([`Turn`]), a bare answer is what was asked for, for three turns of the customer or ten
/// minutes: "What is your date of birth?" – "4th of march 81". English, German, Spanish, French, Portuguese, Italian and
/// Dutch questions are read. A card, account, number or code that is typed over up to four messages is put together, and
/// the earlier ones come back as [`revisions`](Redacted::revisions).
///
/// # Said again
/// A number, date, address or secret that was found in one turn is found in the next ones, too, where nothing speaks for it:
/// in other groups, without its country code, with its month in words, in small letters.
///
/// # What is held
/// The values of restorable placeholders, and a key made from the operating system's randomness when the first is
/// given out; up to 64 values that may be said again; up to four short messages of the customer that may be parts of a
/// value. All are wiped when the session is dropped, and the last are never sealed. The tag of a placeholder is 15 bits of a keyed MAC: it tells
/// ours from typed ones, it is no password. Who may see a restored text is the host's decision.
///
/// # Over time
/// [`seal`](Session::seal) writes the memory down, encrypted under the engine's keyset, and
/// [`Engine::resume`] takes it up again, in another process or on another day.
pub struct Session {
    engine: Engine,
    numbers: Numbers,
    slots: Slots,
    pieces: Pieces,
    /// Whom the turns before have named.
    known: Known,
    /// What else they have said.
    said: Said,
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
        Session::new(self.clone(), Numbers::of_session())
    }
}

impl Session {
    fn new(engine: Engine, numbers: Numbers) -> Self {
        Session {
            engine,
            numbers,
            slots: Slots::default(),
            pieces: Pieces::default(),
            known: Known::default(),
            said: Said::default(),
        }
    }

    /// Applies the engine's policy to the next turn.
    ///
    /// ```
    /// # use wimple::{Engine, Speaker, Turn};
    /// let mut session = Engine::new().session();
    /// session.redact(Turn::new("And the code on the back?").speaker(Speaker::Agent))?;
    /// assert_eq!(session.redact("it's 912")?.text(), "it's [CARD_VERIFICATION_CODE]");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Engine::redact`], and [`Error::Random`] where the operating system gives no randomness for the key. Then
    /// there is no output and no value was remembered.
    pub fn redact<'t>(&mut self, turn: impl Into<Turn<'t>>) -> Result<Redacted, Error> {
        let turn = turn.into();
        // Said again, a turn that failed must find its question open and the parts before it.
        let before = (self.slots.clone(), self.pieces.clone());
        let redacted = self.next(&turn);
        if redacted.is_err() {
            (self.slots, self.pieces) = before;
        }
        redacted
    }

    fn next(&mut self, turn: &Turn<'_>) -> Result<Redacted, Error> {
        let input = turn.input;
        let mut findings = self.find(&input)?;
        let mut parted = false;
        if turn.speaker == Speaker::Customer {
            let answers = self.answers(turn, &findings)?;
            (parted, findings) = (answers.parted, beside(findings, answers.found));
        } else {
            self.pieces.pass();
        }
        if parted {
            return self.revise(turn);
        }
        let redacted = self.engine.redact_found(&input, findings, &[], &mut self.numbers)?;
        match turn.speaker {
            Speaker::Customer => self.pieces.give(redacted.text()),
            Speaker::Agent | Speaker::Bot => self.slots.ask(input.text(), turn.at),
            Speaker::System => {}
        }
        self.known.learn(input.text(), redacted.findings());
        self.said.learn(input.text(), redacted.findings());
        Ok(redacted)
    }

    fn find(&self, input: &Input<'_>) -> Result<Findings, Error> {
        found(&self.engine, &self.known, &self.said, input)
    }

    /// What a turn of the customer says in the light of those before it.
    fn answers(&mut self, turn: &Turn<'_>, findings: &[Finding]) -> Result<Answers, Error> {
        let (engine, input) = (&self.engine, turn.input);
        let mut failed = None;
        let mut led = |text: &str| {
            let found = engine.find_led(&input.with_text(text));
            found.map(Findings::into_vec).unwrap_or_else(|error| {
                failed = Some(error);
                Vec::new()
            })
        };
        let leads: Vec<(EntityType, &str)> =
            self.slots.leads().map(|(entity, lead)| (entity.clone(), lead)).collect();
        let found = self.slots.answer(input.text(), turn.at, |text, entity| {
            let mut found = led(text);
            found.retain(|finding| finding.entity_type() == entity);
            found
        });
        let whole = !found.is_empty() || findings.iter().any(|finding| is_whole(finding, input.text()));
        let parted = self.pieces.take(turn, whole, &leads, &mut led);
        failed.map_or(Ok(Answers { found, parted }), Err)
    }

    /// Redacts the messages anew that are parts of one value; the last one is the turn, the others its revisions.
    fn revise(&mut self, turn: &Turn<'_>) -> Result<Redacted, Error> {
        let value = self.pieces.value();
        let mut anew = Vec::new();
        for piece in self.pieces.all() {
            let input = piece.input();
            let part = piece.found().cloned();
            let spans: Vec<Span> = part.iter().map(Finding::span).collect();
            let findings = found(&self.engine, &self.known, &self.said, &input)?;
            let findings = beside(findings, part.into_iter().collect());
            let redacted = self.engine.redact_found(&input, findings, &spans, &mut self.numbers)?;
            let changed = redacted.text() != piece.given;
            redacted.text().clone_into(&mut piece.given);
            anew.push((piece.id(), redacted, changed));
        }
        if let Some((of, value)) = value {
            self.said.learn_value(of.entity_type(), of.category(), of.evidence().verdict(), &value);
        }
        // The turn itself is the last one of them.
        let Some((_, redacted, _)) = anew.pop() else {
            return self.engine.redact_numbered(&turn.input, &mut self.numbers);
        };
        let revisions = anew.into_iter().filter(|(id, _, changed)| *changed && !id.is_empty());
        Ok(redacted.with_revisions(revisions.map(|(id, it, _)| Revision::new(id.to_owned(), it)).collect()))
    }

    /// Says what is in a turn, as [`redact`](Session::redact) would find it; nothing is remembered of it, so that a draft
    /// can be asked about with every key that is pressed.
    ///
    /// ```
    /// # use wimple::{Engine, Speaker, Turn};
    /// let mut session = Engine::new().session();
    /// session.redact(Turn::new("And the code on the back?").speaker(Speaker::Agent))?;
    /// assert!(session.analyze("9")?.is_empty());
    /// assert_eq!(session.analyze("912")?.len(), 1);
    /// assert_eq!(session.redact("912")?.text(), "[CARD_VERIFICATION_CODE]");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Engine::analyze`].
    pub fn analyze<'t>(&mut self, turn: impl Into<Turn<'t>>) -> Result<Findings, Error> {
        let turn = turn.into();
        let findings = self.find(&turn.input)?;
        if turn.speaker != Speaker::Customer {
            return Ok(findings);
        }
        let before = (self.slots.clone(), self.pieces.clone());
        let answers = self.answers(&turn, &findings);
        let part = self.pieces.all().last().and_then(Piece::found).cloned();
        (self.slots, self.pieces) = before;
        let Answers { found, parted } = answers?;
        Ok(beside(beside(findings, found), part.filter(|_| parted).into_iter().collect()))
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

/// What is in a text, by itself and in the light of what was said before.
fn found(engine: &Engine, known: &Known, said: &Said, input: &Input<'_>) -> Result<Findings, Error> {
    let found = engine.find_knowing(input, known)?;
    Ok(with_again(found, said.again(input.text()), |finding| engine.wants(finding, input)))
}

/// What a turn of the customer turned out to hold.
struct Answers {
    found: Vec<Finding>,
    /// It is a part of a value, with turns before it.
    parted: bool,
}

/// Whether a finding is all of its value: it passes its check, and hardly anything as long goes on. Thirteen digits of a card
/// pass by chance.
fn is_whole(finding: &Finding, text: &str) -> bool {
    const LONG: usize = 14;
    let value = finding.text(text).unwrap_or_default();
    finding.evidence().verdict() == Verdict::Valid
        && value.chars().filter(|c| c.is_alphanumeric()).count() >= LONG
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").finish_non_exhaustive()
    }
}
