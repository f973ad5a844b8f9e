//! The redactor of one turn of a conversation that comes in pieces.
use core::fmt;

use super::flow::{Flow, Streamed, Way, dead};
use super::held::{Bytes, Held};
use super::hints::Hints;
use super::outlet::{Outlet, give};
use crate::error::Error;
use crate::finding::Finding;
use crate::session::{Long, Session, Speaker, Turn};
use crate::transform::Revision;

/// One turn of a conversation, without the conversation: for bindings, whose objects cannot borrow from each other. Every
/// call must be given the session it was begun with.
#[doc(hidden)]
pub struct TurnFlow {
    hints: Hints,
    speaker: Speaker,
    id: String,
    at: Option<u64>,
    bytes: Bytes,
    state: State,
}

enum State {
    /// May be a bare answer or a part of a value, or has to be seen as a whole.
    Short(Held),
    Long(Box<Flow>, Option<Box<Long>>),
    Dead,
}

impl TurnFlow {
    /// Begins a turn; its text is the first piece, which the caller writes.
    ///
    /// # Errors
    /// As [`Session::redactor`].
    pub fn begin<'t>(session: &mut Session, turn: impl Into<Turn<'t>>) -> Result<Self, Error> {
        session.engine().takes_pieces()?;
        let (input, speaker, id, at) = turn.into().told();
        let hints = Hints::of(&input);
        let state = match session.waits_for_the_whole(speaker, 0, "") {
            true => State::Short(Held::default()),
            false => long(session, &hints)?,
        };
        Ok(TurnFlow { hints, speaker, id: id.to_owned(), at, bytes: Bytes::default(), state })
    }

    /// Takes a piece; what may go on goes to `outlet`.
    ///
    /// # Errors
    /// As [`Redactor::write`](crate::Redactor::write).
    pub fn write(
        &mut self,
        session: &mut Session,
        piece: &[u8],
        outlet: &mut impl Outlet,
    ) -> Result<(), Error> {
        let TurnFlow { hints, bytes, state, speaker, .. } = self;
        let taken = bytes.take(piece, |text| write(session, (hints, *speaker), state, text, outlet));
        taken.inspect_err(|_| self.state = State::Dead)
    }

    /// Ends the turn.
    ///
    /// # Errors
    /// As [`TurnFlow::write`].
    pub fn end(
        &mut self,
        session: &mut Session,
        outlet: &mut impl Outlet,
    ) -> Result<(Streamed, Vec<Revision>), Error> {
        let ended = self.bytes.end();
        let state = core::mem::replace(&mut self.state, State::Dead);
        ended?;
        match state {
            State::Short(held) => {
                let text = held.text();
                let input = self.hints.input(text, 0);
                let out = session.redact_short(input, self.speaker, &self.id, self.at)?;
                give(outlet, out.text())?;
                Ok((Streamed::of(text, &out), out.revisions().to_vec()))
            }
            State::Long(mut flow, mut long) => {
                let (.., numbers) = session.parts();
                let done = flow.end(numbers, &mut Told { long: &mut long, outlet })?;
                if let Some(long) = long {
                    session.end_long(*long, self.speaker, self.at);
                }
                Ok((done, Vec::new()))
            }
            State::Dead => Err(dead("redactor")),
        }
    }

    /// How many bytes have come in and not gone out.
    pub fn held(&self) -> usize {
        match &self.state {
            State::Short(text) => text.len(),
            State::Long(flow, _) => flow.held(),
            State::Dead => 0,
        }
    }
}

fn long(session: &mut Session, hints: &Hints) -> Result<State, Error> {
    let (engine, long) = (session.engine().clone(), session.begin_long());
    let (known, said, numbers) = session.parts();
    let flow = Flow::new(&engine, &hints.input("", 0), known, said, numbers)?;
    Ok(State::Long(Box::new(flow), Some(Box::new(long))))
}

fn write(
    session: &mut Session,
    (hints, speaker): (&Hints, Speaker),
    state: &mut State,
    piece: &str,
    outlet: &mut impl Outlet,
) -> Result<(), Error> {
    match state {
        State::Dead => Err(dead("redactor")),
        State::Short(held) => {
            let before = held.len();
            held.push(piece);
            if session.waits_for_the_whole(speaker, before, piece) {
                let (actual, limit) = (held.len(), session.engine().limits().held());
                return if actual <= limit {
                    Ok(())
                } else {
                    Err(Error::Limit { what: "held bytes", actual, limit })
                };
            }
            let held = core::mem::take(held);
            *state = long(session, hints)?;
            write(session, (hints, speaker), state, held.text(), outlet)
        }
        State::Long(flow, long) => {
            if let Some(long) = long {
                long.say(piece);
            }
            let (.., numbers) = session.parts();
            flow.write(piece, numbers, &mut Told { long, outlet })
        }
    }
}

/// The way of a turn: the conversation hears of what goes out.
struct Told<'o, O> {
    long: &'o mut Option<Box<Long>>,
    outlet: &'o mut O,
}

impl<O: Outlet> Way for Told<'_, O> {
    fn found(&mut self, text: &str, finding: &Finding) {
        if let Some(long) = self.long {
            long.found(text, finding);
        }
    }

    fn give(&mut self, piece: &str) -> Result<(), Error> {
        give(self.outlet, piece)
    }
}

/// Redacts one turn of a conversation that comes in pieces: output, findings, report and what the conversation learns are
/// those of [`Session::redact`] on the whole turn.
///
/// ```
/// use wimple::{Engine, Operator, Policy};
/// let policy = Policy::new().default(Operator::placeholder());
/// let mut session = Engine::builder().policy(policy).build()?.session();
/// let mut sent = String::new();
/// let mut redactor = session.redactor("", |piece: &str| sent.push_str(piece))?;
/// redactor.write("I am at bo@exam")?;
/// redactor.write("ple.com")?;
/// redactor.end()?;
/// assert!(sent.starts_with("I am at [EMAIL_ADDRESS_1."));
/// assert_eq!(session.restore(&sent).text(), "I am at bo@example.com");
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// A turn of the customer of up to 160 bytes goes out at its end: it may be a bare answer, or a part of a value. Its errors
/// are those of a [`Redactor`](crate::Redactor); placeholders of what has gone out before one stay in the session.
pub struct TurnRedactor<'s, O> {
    session: &'s mut Session,
    flow: TurnFlow,
    outlet: O,
}

impl Session {
    /// Starts the redaction of the next turn, which comes in pieces; the text of `turn`, empty most often, is the first.
    ///
    /// # Errors
    /// As [`Engine::redactor`](crate::Engine::redactor).
    pub fn redactor<'t, O: Outlet>(
        &mut self,
        turn: impl Into<Turn<'t>>,
        outlet: O,
    ) -> Result<TurnRedactor<'_, O>, Error> {
        let turn = turn.into();
        let flow = TurnFlow::begin(self, turn)?;
        let mut redactor = TurnRedactor { session: self, flow, outlet };
        redactor.write(turn.told().0.text())?;
        Ok(redactor)
    }
}

impl<O: Outlet> TurnRedactor<'_, O> {
    /// Takes the next piece of the turn.
    ///
    /// # Errors
    /// As [`Redactor::write`](crate::Redactor::write).
    pub fn write(&mut self, piece: &str) -> Result<(), Error> {
        self.write_bytes(piece.as_bytes())
    }

    /// Takes the next piece of the turn as bytes of UTF-8; a piece may end inside a character.
    ///
    /// # Errors
    /// As [`Redactor::write_bytes`](crate::Redactor::write_bytes).
    pub fn write_bytes(&mut self, piece: &[u8]) -> Result<(), Error> {
        self.flow.write(self.session, piece, &mut self.outlet)
    }

    /// Ends the turn: what was held goes out. Gives what was found, and the earlier turns that this one shows in another
    /// light.
    ///
    /// # Errors
    /// As [`write`](TurnRedactor::write).
    pub fn end(mut self) -> Result<(Streamed, Vec<Revision>), Error> {
        self.flow.end(self.session, &mut self.outlet)
    }

    /// How many bytes have come in and not gone out.
    pub fn held(&self) -> usize {
        self.flow.held()
    }
}

impl<O> fmt::Debug for TurnRedactor<'_, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TurnRedactor").field("held", &self.flow.held()).finish_non_exhaustive()
    }
}

impl fmt::Debug for TurnFlow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TurnFlow").field("held", &self.held()).finish_non_exhaustive()
    }
}
