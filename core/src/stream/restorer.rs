//! Values put back into a text that comes in pieces, as language models write.
use core::fmt;

use zeroize::Zeroizing;

use super::flow::dead;
use super::held::{Bytes, Held, floor};
use super::hints::Hints;
use super::outlet::{Outlet, give};
use crate::engine::{Engine, Opening};
use crate::error::Error;
use crate::input::Input;
use crate::restored::{RestoreOptions, RestoreReport, Sink, Tolerance};
use crate::session::{Restoring, Session};

/// The most bytes of a piece that are taken at a time.
const SLAB: usize = 16 << 10;
/// What is kept before what goes out next: names without brackets, and what stands before a token, are looked at.
const BEFORE: usize = 1024;

/// The state of a restorer, without what it restores from: for bindings.
#[doc(hidden)]
pub struct RestoreFlow {
    hints: Hints,
    tolerance: Tolerance,
    sink: Sink,
    held: Held,
    bytes: Bytes,
    way: Option<Way>,
    /// Bytes that are there before another look is worth while: a number of tokens may be long in coming.
    next: usize,
}

enum Way {
    Placeholders(Restoring),
    Tokens(Opening),
}

/// What a text is restored from.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Source<'s> {
    Session(&'s Session),
    Engine(&'s Engine),
}

impl RestoreFlow {
    /// Begins a text; every call must be given the same source.
    ///
    /// # Errors
    /// As [`Engine::restorer`].
    pub fn begin<'t, 'o>(
        source: Source<'_>,
        input: impl Into<Input<'t>>,
        options: impl Into<RestoreOptions<'o>>,
    ) -> Result<Self, Error> {
        let (options, mut input) = (options.into(), input.into());
        let way = match source {
            Source::Session(_) => Way::Placeholders(Restoring::default()),
            Source::Engine(engine) => {
                engine.restores_pieces()?;
                Way::Tokens(Opening::default())
            }
        };
        if !options.tenant_hint().is_empty() {
            input = input.tenant(options.tenant_hint());
        }
        if !options.subject_hint().is_empty() {
            input = input.subject(options.subject_hint());
        }
        Ok(RestoreFlow {
            hints: Hints::of(&input),
            tolerance: options.tolerance_wish(),
            sink: options.sink_wish(),
            held: Held::default(),
            bytes: Bytes::default(),
            way: Some(way),
            next: 0,
        })
    }

    /// Takes a piece; what may go on goes to `outlet`.
    ///
    /// # Errors
    /// As [`Restorer::write`].
    pub fn write(&mut self, source: Source<'_>, piece: &[u8], outlet: &mut impl Outlet) -> Result<(), Error> {
        let mut bytes = core::mem::take(&mut self.bytes);
        let taken = bytes.take(piece, |text| self.take(source, text, outlet));
        self.bytes = bytes;
        taken.inspect_err(|_| self.fail())
    }

    fn take(&mut self, source: Source<'_>, piece: &str, outlet: &mut impl Outlet) -> Result<(), Error> {
        let mut rest = piece;
        while !rest.is_empty() {
            let (slab, later) = rest.split_at(floor(rest, SLAB));
            self.held.push(slab);
            rest = later;
            if self.held.len() >= self.next {
                self.look(source, outlet, false)?;
            }
        }
        Ok(())
    }

    /// Ends the text.
    ///
    /// # Errors
    /// As [`Restorer::write`].
    pub fn end(&mut self, source: Source<'_>, outlet: &mut impl Outlet) -> Result<RestoreReport, Error> {
        let ended = self.bytes.end().and_then(|()| self.look(source, outlet, true));
        let way = self.way.take();
        self.fail();
        ended?;
        match (way, source) {
            (Some(Way::Placeholders(restoring)), Source::Session(session)) => Ok(session.restored(restoring)),
            (Some(Way::Tokens(opening)), _) => Ok(opening.report),
            _ => Err(dead("restorer")),
        }
    }

    fn look(&mut self, source: Source<'_>, outlet: &mut impl Outlet, ended: bool) -> Result<(), Error> {
        let mut out = Zeroizing::new(String::new());
        let options = RestoreOptions::new().tolerance(self.tolerance).sink(self.sink);
        let input = self.hints.input(self.held.text(), self.held.offset());
        let done = match (&mut self.way, source) {
            (Some(Way::Placeholders(restoring)), Source::Session(session)) => {
                session.restore_more(restoring, input.text(), &options, ended, &mut out);
                restoring.done
            }
            (Some(Way::Tokens(opening)), Source::Engine(engine)) => {
                engine.open_more(&input, &options, opening, ended, &mut out)?;
                opening.done
            }
            _ => return Err(dead("restorer")),
        };
        give(outlet, &out)?;
        let waits = self.held.len() - done;
        let limit = self.limit(source);
        if waits > limit {
            return Err(Error::Limit { what: "held bytes", actual: waits, limit });
        }
        let count = floor(self.held.text(), done.saturating_sub(BEFORE));
        if count >= BEFORE {
            self.held.forget(count);
            match &mut self.way {
                Some(Way::Placeholders(restoring)) => restoring.forget(count),
                Some(Way::Tokens(opening)) => opening.forget(count),
                None => {}
            }
        }
        // What waits long is not looked at for every byte.
        self.next = self.held.len() + waits / 16;
        Ok(())
    }

    fn limit(&self, source: Source<'_>) -> usize {
        match source {
            Source::Session(session) => session.engine().limits().held(),
            Source::Engine(engine) => engine.limits().held(),
        }
    }

    fn fail(&mut self) {
        self.way = None;
        self.held.wipe();
    }
}

/// Puts values back into a text that comes in pieces, a language model's answer for one: what goes out, and the report, are
/// those of [`Session::restore`] or [`Engine::restore`] on the whole, however it is cut.
///
/// ```
/// use wimple::{Engine, Operator, Policy, Tolerance};
/// let policy = Policy::new().default(Operator::placeholder());
/// let mut session = Engine::builder().policy(policy).build()?.session();
/// let asked = session.redact("Write to bo@example.com")?.into_text();
///
/// let answer = asked.replace("Write", "I wrote");
/// let mut shown = String::new();
/// let mut restorer = session.restorer(Tolerance::Tolerant, |piece: &str| shown.push_str(piece))?;
/// for letter in answer.split("") {
///     restorer.write(letter)?;
/// }
/// assert_eq!(restorer.end()?.restored(), 1);
/// assert_eq!(shown, "I wrote to bo@example.com");
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// What cannot be the beginning of a placeholder or token goes out at once. A bracket waits until it is closed, or what
/// follows cannot be a name: about a hundred letters; under [`Tolerance::Loose`] the last hundred letters wait, too.
pub struct Restorer<'s, O> {
    from: From<'s>,
    flow: RestoreFlow,
    outlet: O,
}

enum From<'s> {
    Session(&'s Session),
    Engine(Engine),
}

impl From<'_> {
    fn source(&self) -> Source<'_> {
        match self {
            From::Session(session) => Source::Session(session),
            From::Engine(engine) => Source::Engine(engine),
        }
    }
}

impl Session {
    /// Starts to put the values of this session's placeholders back into a text that comes in pieces.
    ///
    /// # Errors
    /// None yet.
    pub fn restorer<'o, O: Outlet>(
        &self,
        options: impl Into<RestoreOptions<'o>>,
        outlet: O,
    ) -> Result<Restorer<'_, O>, Error> {
        let flow = RestoreFlow::begin(Source::Session(self), "", options)?;
        Ok(Restorer { from: From::Session(self), flow, outlet })
    }
}

impl Engine {
    /// Starts to put the values of tokens back into a text that comes in pieces. `input` says whose it is; its text is the
    /// first piece.
    ///
    /// # Errors
    /// [`Error::Token`] where the engine has no keyset; [`Error::InvalidArgument`] where its policy writes card numbers
    /// without marks: these are known in whole texts only. As [`write`](Restorer::write) where the input has a text.
    pub fn restorer<'t, 'o, O: Outlet>(
        &self,
        input: impl Into<Input<'t>>,
        options: impl Into<RestoreOptions<'o>>,
        outlet: O,
    ) -> Result<Restorer<'static, O>, Error> {
        let input = input.into();
        let flow = RestoreFlow::begin(Source::Engine(self), input, options)?;
        let mut restorer = Restorer { from: From::Engine(self.clone()), flow, outlet };
        restorer.write(input.text())?;
        Ok(restorer)
    }
}

impl<O: Outlet> Restorer<'_, O> {
    /// Takes the next piece of the text.
    ///
    /// # Errors
    /// [`Error::Vault`] where the vault gives no answer; [`Error::Limit`] where more would be held back than may be;
    /// [`Error::Callback`] where the outlet takes no more; [`Error::InvalidArgument`] after an error.
    pub fn write(&mut self, piece: &str) -> Result<(), Error> {
        self.write_bytes(piece.as_bytes())
    }

    /// Takes the next piece of the text as bytes of UTF-8; a piece may end inside a character.
    ///
    /// # Errors
    /// As [`write`](Restorer::write), and [`Error::InvalidUtf8`].
    pub fn write_bytes(&mut self, piece: &[u8]) -> Result<(), Error> {
        self.flow.write(self.from.source(), piece, &mut self.outlet)
    }

    /// Ends the text: what was held goes out.
    ///
    /// # Errors
    /// As [`write`](Restorer::write).
    pub fn end(mut self) -> Result<RestoreReport, Error> {
        self.flow.end(self.from.source(), &mut self.outlet)
    }
}

impl<O> fmt::Debug for Restorer<'_, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Restorer").field("held", &self.flow.held.len()).finish_non_exhaustive()
    }
}

impl fmt::Debug for RestoreFlow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RestoreFlow").field("held", &self.held.len()).finish_non_exhaustive()
    }
}
