//! The redactor of one text that comes in pieces.
use core::fmt;

use super::flow::{Flow, Streamed, Way};
use super::held::Bytes;
use super::outlet::{Outlet, give};
use crate::detect::Known;
use crate::engine::Engine;
use crate::error::Error;
use crate::finding::Finding;
use crate::input::Input;
use crate::session::Said;
use crate::transform::Numbers;

/// Redacts a text that comes in pieces: output, findings and report are those of
/// [`Engine::redact`] on the whole, however it is cut.
///
/// ```
/// use wimple::Engine;
/// let mut sent = String::new();
/// let mut redactor = Engine::new().redactor("", |piece: &str| sent.push_str(piece))?;
/// for piece in ["my card is 41", "11 1111 1111 11", "11, and you?"] {
///     redactor.write(piece)?;
/// }
/// let done = redactor.end()?;
/// assert_eq!(sent, "my card is [CREDIT_CARD], and you?");
/// assert_eq!(done.report().findings(), 1);
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// # What is held back
/// A piece of text goes out when nothing that follows can change what is found in it: about 2.5 KiB behind what has come
/// in, 10 KiB where a private key or a token without a gap begins, and a value whole. No byte of a value that is replaced
/// ever goes out. What asks for more than [`Limits::max_held`](crate::Limits::max_held), a number or word that never ends, ends the stream
/// with an error.
///
/// # After an error
/// What has gone out was redacted; what was held is wiped and never goes out. Every later call fails.
pub struct Redactor<O> {
    flow: Flow,
    numbers: Numbers,
    bytes: Bytes,
    outlet: O,
}

impl Engine {
    /// Starts the redaction of a text that comes in pieces. `input` says what is known beside the text; its own text, empty
    /// most often, is the first piece. `outlet` gets what may go on.
    ///
    /// ```
    /// use wimple::{Engine, Input};
    /// let mut sent = String::new();
    /// let hints = Input::new("").region("US");
    /// let mut redactor = Engine::new().redactor(hints, |piece: &str| sent.push_str(piece))?;
    /// redactor.write("it is 65025")?;
    /// redactor.write("30000")?;
    /// redactor.end()?;
    /// assert_eq!(sent, "it is [PHONE_NUMBER]");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::InvalidArgument`] where the engine has a recognizer that is a function, or a model of the host's: they are
    /// asked about whole texts, so a part may not be shown to them. As [`write`](Redactor::write) where the input has a text.
    pub fn redactor<'t, O: Outlet>(
        &self,
        input: impl Into<Input<'t>>,
        outlet: O,
    ) -> Result<Redactor<O>, Error> {
        let input = input.into();
        let mut numbers = Numbers::of_text();
        let flow = Flow::new(self, &input, &Known::default(), &Said::default(), &mut numbers)?;
        let mut redactor = Redactor { flow, numbers, bytes: Bytes::default(), outlet };
        redactor.write(input.text())?;
        Ok(redactor)
    }
}

impl<O: Outlet> Redactor<O> {
    /// Takes the next piece of the text.
    ///
    /// # Errors
    /// As [`Engine::redact`], but that a text may be of any length; [`Error::Limit`] where more would be held back than may
    /// be; [`Error::Callback`] where the outlet takes no more; [`Error::InvalidArgument`] after an error.
    pub fn write(&mut self, piece: &str) -> Result<(), Error> {
        if piece.is_empty() {
            return Ok(());
        }
        self.write_bytes(piece.as_bytes())
    }

    /// Takes the next piece of the text as bytes of UTF-8; a piece may end inside a character.
    ///
    /// ```
    /// let mut sent = String::new();
    /// let mut redactor = wimple::Engine::new().redactor("", |piece: &str| sent.push_str(piece))?;
    /// let (a, b) = "café au lait".as_bytes().split_at(4);
    /// redactor.write_bytes(a)?;
    /// redactor.write_bytes(b)?;
    /// redactor.end()?;
    /// assert_eq!(sent, "café au lait");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`write`](Redactor::write), and [`Error::InvalidUtf8`].
    pub fn write_bytes(&mut self, piece: &[u8]) -> Result<(), Error> {
        let Redactor { flow, numbers, bytes, outlet } = self;
        let mut way = Plain(outlet);
        let taken = bytes.take(piece, |text| flow.write(text, numbers, &mut way));
        taken.inspect_err(|_| flow.fail())
    }

    /// Ends the text: what was held goes out.
    ///
    /// # Errors
    /// As [`write`](Redactor::write).
    pub fn end(mut self) -> Result<Streamed, Error> {
        self.finish()
    }

    /// The same for bindings, whose objects outlive their end.
    #[doc(hidden)]
    pub fn finish(&mut self) -> Result<Streamed, Error> {
        self.bytes.end().inspect_err(|_| self.flow.fail())?;
        self.flow.end(&mut self.numbers, &mut Plain(&mut self.outlet))
    }

    /// How many bytes have come in and not gone out.
    pub fn held(&self) -> usize {
        self.flow.held()
    }

    /// Where the text goes.
    pub fn outlet(&mut self) -> &mut O {
        &mut self.outlet
    }
}

/// The way of a text that nobody remembers.
struct Plain<'o, O>(&'o mut O);

impl<O: Outlet> Way for Plain<'_, O> {
    fn found(&mut self, _: &str, _: &Finding) {}

    fn give(&mut self, piece: &str) -> Result<(), Error> {
        give(self.0, piece)
    }
}

impl<O> fmt::Debug for Redactor<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redactor").field("held", &self.flow.held()).finish_non_exhaustive()
    }
}
