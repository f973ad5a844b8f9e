//! Where the text of a stream goes.
use crate::error::Error;

/// What takes the text that may go on: a function of a piece of text. It gives nothing, or `Err` with a constant of the
/// program where it can take no more; then the stream has ended.
///
/// ```
/// use wimple::Engine;
/// let mut sent = String::new();
/// let mut redactor = Engine::new().redactor("", |piece: &str| sent.push_str(piece))?;
/// redactor.write("I am at bo@exam")?;
/// redactor.write("ple.com")?;
/// redactor.end()?;
/// assert_eq!(sent, "I am at [EMAIL_ADDRESS]");
///
/// let closed = |_: &str| Err::<(), _>("the line is closed");
/// let redactor = Engine::new().redactor("hello", closed)?;
/// assert!(redactor.end().is_err());
/// # Ok::<(), wimple::Error>(())
/// ```
pub trait Outlet {
    /// Takes the next piece, which is never empty.
    ///
    /// # Errors
    /// Why no more can be taken.
    fn take(&mut self, piece: &str) -> Result<(), &'static str>;
}

/// What a function that takes text may answer.
pub trait Answer {
    /// The answer as a result.
    #[doc(hidden)]
    fn into_result(self) -> Result<(), &'static str>;
}

impl Answer for () {
    fn into_result(self) -> Result<(), &'static str> {
        Ok(())
    }
}

impl Answer for Result<(), &'static str> {
    fn into_result(self) -> Result<(), &'static str> {
        self
    }
}

impl<F: FnMut(&str) -> A, A: Answer> Outlet for F {
    fn take(&mut self, piece: &str) -> Result<(), &'static str> {
        self(piece).into_result()
    }
}

/// Gives a piece to an outlet.
pub(super) fn give(outlet: &mut impl Outlet, piece: &str) -> Result<(), Error> {
    if piece.is_empty() {
        return Ok(());
    }
    outlet.take(piece).map_err(|problem| Error::Callback { what: "the outlet".to_owned(), problem })
}
