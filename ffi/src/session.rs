//! Conversations: turns come in one after another, placeholders stay the same through all of them.
use core::ffi::c_char;
use core::fmt;
use core::mem::MaybeUninit;

use wimple::{RestoreOptions, Session, SessionName, Sink, Tolerance};

use crate::boundary::{Failure, end, make, needed, utf8};
use crate::input::{said, wimple_input};
use crate::result::wimple_result;
use crate::status::{wimple_error, wimple_status};
use crate::text::{make_text, wimple_text};

/// Restores placeholders only exactly as they were written.
pub const WIMPLE_EXACT: u32 = 0;

/// Restores placeholders also where writers or language models changed case, brackets, escapes or spaces on the way.
pub const WIMPLE_TOLERANT: u32 = 1;

/// Restores placeholders also where their brackets are gone or their names were translated. For texts of writers you know.
pub const WIMPLE_LOOSE: u32 = 2;

/// Values are put into plain text, as they are.
pub const WIMPLE_SINK_TEXT: u32 = 0;

/// Values are put into the strings of a JSON document, and escaped for it.
pub const WIMPLE_SINK_JSON: u32 = 1;

/// Values are put into the text or the quoted attributes of an HTML page, and escaped for it.
pub const WIMPLE_SINK_HTML: u32 = 2;

/// The tolerance of that number.
pub(crate) fn tolerance(number: u32) -> Result<Tolerance, Failure> {
    match number {
        WIMPLE_EXACT => Ok(Tolerance::Exact),
        WIMPLE_TOLERANT => Ok(Tolerance::Tolerant),
        WIMPLE_LOOSE => Ok(Tolerance::Loose),
        _ => Err(Failure::argument("tolerance is none of WIMPLE_EXACT, WIMPLE_TOLERANT and WIMPLE_LOOSE")),
    }
}

/// The sink of that number.
pub(crate) fn sink(number: u32) -> Result<Sink, Failure> {
    match number {
        WIMPLE_SINK_TEXT => Ok(Sink::Text),
        WIMPLE_SINK_JSON => Ok(Sink::Json),
        WIMPLE_SINK_HTML => Ok(Sink::Html),
        _ => {
            Err(Failure::argument("sink is none of WIMPLE_SINK_TEXT, WIMPLE_SINK_JSON and WIMPLE_SINK_HTML"))
        }
    }
}

/// One conversation and its memory. Ended, it forgets.
pub struct wimple_session {
    session: Session,
    torn: bool,
}

impl wimple_session {
    pub(crate) fn new(session: Session) -> Self {
        wimple_session { session, torn: false }
    }

    /// The conversation, for calls that only read.
    pub(crate) fn session(&self) -> Result<&Session, Failure> {
        self.whole()?;
        Ok(&self.session)
    }

    /// One turn. Where it panics the memory may be half written, so the session answers no more.
    pub(crate) fn turn<T>(
        &mut self,
        work: impl FnOnce(&mut Session) -> Result<T, wimple::Error>,
    ) -> Result<T, Failure> {
        self.whole()?;
        self.torn = true;
        let outcome = work(&mut self.session);
        self.torn = false;
        Ok(outcome?)
    }

    fn whole(&self) -> Result<(), Failure> {
        if self.torn { Err(Failure::panic()) } else { Ok(()) }
    }
}

impl fmt::Debug for wimple_session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_session").finish_non_exhaustive()
    }
}

/// Applies the policy to the next turn of the conversation. The result may revise earlier turns: wimple_result_revision_count.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_session_redact(
    session: Option<&mut wimple_session>,
    text: *const c_char,
    len: usize,
    input: Option<&wimple_input>,
    out: Option<&mut MaybeUninit<*mut wimple_result>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        let session = needed(session, "session")?;
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let text = unsafe { utf8(text, len, "text") }?;
        Ok(wimple_result::redaction(text, session.turn(|s| s.redact(said(text, input)))?))
    })
}

/// Says what is in the next turn of the conversation, as wimple_session_redact would find it, and remembers nothing of it: a
/// draft can be asked about with every key that is pressed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_session_analyze(
    session: Option<&mut wimple_session>,
    text: *const c_char,
    len: usize,
    input: Option<&wimple_input>,
    out: Option<&mut MaybeUninit<*mut wimple_result>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        let session = needed(session, "session")?;
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let text = unsafe { utf8(text, len, "text") }?;
        Ok(wimple_result::analysis(text, session.turn(|s| s.analyze(said(text, input)))?))
    })
}

/// Puts the values back where their restorable placeholders stand. tolerance is WIMPLE_EXACT, WIMPLE_TOLERANT or
/// WIMPLE_LOOSE. The result has the text and the report, but no findings.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_session_restore(
    session: Option<&wimple_session>,
    text: *const c_char,
    len: usize,
    tolerance: u32,
    out: Option<&mut MaybeUninit<*mut wimple_result>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        let session = needed(session, "session")?;
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let text = unsafe { utf8(text, len, "text") }?;
        let tolerance = self::tolerance(tolerance)?;
        session.whole()?;
        Ok(wimple_result::restoration(session.session.restore_with(text, tolerance)))
    })
}

/// As wimple_session_restore, and escapes the values for the kind of text they are put into: sink is WIMPLE_SINK_TEXT,
/// WIMPLE_SINK_JSON or WIMPLE_SINK_HTML.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_session_restore_into(
    session: Option<&wimple_session>,
    text: *const c_char,
    len: usize,
    tolerance: u32,
    sink: u32,
    out: Option<&mut MaybeUninit<*mut wimple_result>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        let session = needed(session, "session")?;
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let text = unsafe { utf8(text, len, "text") }?;
        let options = RestoreOptions::from(self::tolerance(tolerance)?).sink(self::sink(sink)?);
        session.whole()?;
        Ok(wimple_result::restoration(session.session.restore_with(text, options)))
    })
}

/// Writes the memory of the conversation down, encrypted under the primary key of the engine's keyset: a text of ASCII
/// characters from which wimple_engine_resume takes the conversation up again. It is bound to a name the host has for the
/// conversation and to a tenant, which may be empty. The session goes on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_session_seal(
    session: Option<&wimple_session>,
    name: *const c_char,
    name_len: usize,
    tenant: *const c_char,
    tenant_len: usize,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make_text(out, err, || {
        let session = needed(session, "session")?;
        // SAFETY: the contract of the header promises so many bytes at each, unchanged during the call.
        let (name, tenant) = unsafe { (utf8(name, name_len, "name")?, utf8(tenant, tenant_len, "tenant")?) };
        session.whole()?;
        Ok(session.session.seal(SessionName::new(name).tenant(tenant))?)
    })
}

/// Ends a session.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_session_free(session: Option<Box<wimple_session>>) {
    end(session, drop);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boundary::change;

    #[test]
    fn a_session_that_panicked_answers_no_more() {
        let mut session = wimple_session::new(wimple::Engine::new().session());
        assert_eq!(change(None, || session.turn(|s| s.redact("hello")).map(drop)), wimple_status::Ok);
        let mut bug = || change(None, || session.turn(|_| -> Result<(), wimple::Error> { panic!("bug") }));
        assert_eq!(bug(), wimple_status::Panic);
        assert_eq!(change(None, || session.turn(|s| s.redact("hello")).map(drop)), wimple_status::Panic);
        assert_eq!(change(None, || session.whole()), wimple_status::Panic);
    }

    #[test]
    fn a_turn_that_fails_leaves_the_session_in_use() {
        let limits = wimple::Limits::default().max_input(5);
        let engine = wimple::Engine::builder().limits(limits).build().unwrap();
        let mut session = wimple_session::new(engine.session());
        assert_eq!(change(None, || session.turn(|s| s.redact("too long")).map(drop)), wimple_status::Limit);
        assert_eq!(change(None, || session.turn(|s| s.redact("hello")).map(drop)), wimple_status::Ok);
    }
}
