//! Texts that come in pieces: what may go on is handed to a function of the host's.
use core::ffi::{c_char, c_int, c_void};
use core::fmt;
use core::mem::MaybeUninit;

use wimple::{Engine, Outlet, RestoreFlow, RestoreOptions, Session, Source, TurnFlow};

use crate::boundary::{Failure, ask, bytes, change, end, make, needed};
use crate::engine::wimple_engine;
use crate::input::{hinted, said, wimple_input};
use crate::result::wimple_result;
use crate::session::{sink as sink_of, tolerance as tolerance_of, wimple_session};
use crate::status::{wimple_error, wimple_status};

/// Your function that takes what may go on: len bytes of UTF-8 at text, whole characters, never none. It returns 0, or
/// something else where it can take no more; then the stream has ended. It is called by wimple_redactor_write and the like,
/// on their thread, and may not use the stream or the session that called it.
pub type wimple_outlet_fn =
    Option<unsafe extern "C" fn(user: *mut c_void, text: *const c_char, len: usize) -> c_int>;

/// A function of the host and what it works on.
struct Outside {
    function: unsafe extern "C" fn(*mut c_void, *const c_char, usize) -> c_int,
    user: *mut c_void,
}

// SAFETY: the contract of the header: whoever moves a stream to another thread moves what its function works on.
unsafe impl Send for Outside {}
// SAFETY: as above; a stream is used by one thread at a time.
unsafe impl Sync for Outside {}

impl Outlet for Outside {
    fn take(&mut self, piece: &str) -> Result<(), &'static str> {
        // SAFETY: the host gave both for each other, and the piece lives until the function returns.
        let answer = unsafe { (self.function)(self.user, piece.as_ptr().cast(), piece.len()) };
        if answer == 0 { Ok(()) } else { Err("it takes no more") }
    }
}

/// Redacts a text that comes in pieces: what goes out, findings and report are those of the whole, however it is cut. What
/// may still change is held back, about 2.5 KiB; no byte of a value that is replaced ever goes out. After a call that failed
/// nothing goes out any more, and every later call fails.
pub struct wimple_redactor(Redacting);

#[allow(clippy::large_enum_variant, reason = "one redactor lives behind one handle of its own")]
enum Redacting {
    Text(wimple::Redactor<Outside>),
    /// A turn of the session at that address.
    Turn(TurnFlow, usize, Outside),
}

/// Puts values back into a text that comes in pieces, a language model's answer for one. What can be no placeholder or token
/// goes out at once.
pub struct wimple_restorer {
    flow: RestoreFlow,
    from: From,
    outlet: Outside,
}

enum From {
    Engine(Engine),
    Session(usize),
}

impl fmt::Debug for wimple_redactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_redactor").finish_non_exhaustive()
    }
}

impl fmt::Debug for wimple_restorer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_restorer").finish_non_exhaustive()
    }
}

/// Where a session is, by which it is known again.
fn address(session: &wimple_session) -> usize {
    (&raw const *session).addr()
}

/// The session of a stream.
fn same(session: Option<&mut wimple_session>, begun: usize) -> Result<&mut wimple_session, Failure> {
    let session = needed(session, "session")?;
    if address(session) == begun {
        Ok(session)
    } else {
        Err(Failure::argument("session is not the one the stream was begun with"))
    }
}

/// Begins a text. Its hints are those of input, which may be freed then; function gets what may go on, and user as it is. An
/// engine with recognizers that are functions is refused with WIMPLE_STATUS_INVALID_ARGUMENT: they see whole texts only.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_redactor_new(
    engine: Option<&wimple_engine>,
    input: Option<&wimple_input>,
    function: wimple_outlet_fn,
    user: *mut c_void,
    out: Option<&mut MaybeUninit<*mut wimple_redactor>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        let engine = needed(engine, "engine")?;
        let outlet = Outside { function: needed(function, "function")?, user };
        Ok(wimple_redactor(Redacting::Text(engine.engine().redactor(hinted("", input), outlet)?)))
    })
}

/// Begins a turn of a conversation. Every call of this redactor must be given the same session, which stays yours and must
/// not be freed before the redactor; another turn may not be begun before this one has ended.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_redactor_of_turn(
    session: Option<&mut wimple_session>,
    input: Option<&wimple_input>,
    function: wimple_outlet_fn,
    user: *mut c_void,
    out: Option<&mut MaybeUninit<*mut wimple_redactor>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        let session = needed(session, "session")?;
        let outlet = Outside { function: needed(function, "function")?, user };
        let begun = address(session);
        let flow = session.turn(|session: &mut Session| TurnFlow::begin(session, said("", input)))?;
        Ok(wimple_redactor(Redacting::Turn(flow, begun, outlet)))
    })
}

/// Takes the next piece of the text; it may end inside a character. session is NULL where the redactor was begun with an
/// engine. What may go on goes to your function before this returns.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_redactor_write(
    redactor: Option<&mut wimple_redactor>,
    session: Option<&mut wimple_session>,
    text: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let redactor = needed(redactor, "redactor")?;
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let piece = unsafe { bytes(text.cast(), len, "text") }?;
        match &mut redactor.0 {
            Redacting::Text(text) => Ok(text.write_bytes(piece)?),
            Redacting::Turn(turn, begun, outlet) => {
                same(session, *begun)?.turn(|session: &mut Session| turn.write(session, piece, outlet))
            }
        }
    })
}

/// Ends the text: what was held goes out. The result has findings and report, and the revisions of a turn, but no text.
/// out may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_redactor_end(
    redactor: Option<&mut wimple_redactor>,
    session: Option<&mut wimple_session>,
    out: Option<&mut MaybeUninit<*mut wimple_result>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let (done, revisions) = match &mut needed(redactor, "redactor")?.0 {
            Redacting::Text(text) => (text.finish()?, Vec::new()),
            Redacting::Turn(turn, begun, outlet) => {
                same(session, *begun)?.turn(|session: &mut Session| turn.end(session, outlet))?
            }
        };
        if let Some(out) = out {
            out.write(Box::into_raw(Box::new(wimple_result::stream(done, revisions))));
        }
        Ok(())
    })
}

/// How many bytes have come in and not gone out.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_redactor_held(redactor: Option<&wimple_redactor>) -> usize {
    ask(|| {
        redactor.map(|redactor| match &redactor.0 {
            Redacting::Text(text) => text.held(),
            Redacting::Turn(turn, ..) => turn.held(),
        })
    })
}

/// Ends a redactor. What it held and has not been given out is wiped.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_redactor_free(redactor: Option<Box<wimple_redactor>>) {
    end(redactor, drop);
}

/// Begins to put the values of tokens back, as wimple_engine_restore does. Tenant and subject are those of input.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_restorer_new(
    engine: Option<&wimple_engine>,
    input: Option<&wimple_input>,
    tolerance: u32,
    sink: u32,
    function: wimple_outlet_fn,
    user: *mut c_void,
    out: Option<&mut MaybeUninit<*mut wimple_restorer>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        let engine = needed(engine, "engine")?.engine();
        let outlet = Outside { function: needed(function, "function")?, user };
        let options = RestoreOptions::new().tolerance(tolerance_of(tolerance)?).sink(sink_of(sink)?);
        let flow = RestoreFlow::begin(Source::Engine(engine), hinted("", input), options)?;
        Ok(wimple_restorer { flow, from: From::Engine(engine.clone()), outlet })
    })
}

/// Begins to put the values of a session's placeholders back. Every call of this restorer must be given the same session,
/// which stays yours.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_restorer_of_session(
    session: Option<&wimple_session>,
    tolerance: u32,
    sink: u32,
    function: wimple_outlet_fn,
    user: *mut c_void,
    out: Option<&mut MaybeUninit<*mut wimple_restorer>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        let session = needed(session, "session")?;
        let outlet = Outside { function: needed(function, "function")?, user };
        let options = RestoreOptions::new().tolerance(tolerance_of(tolerance)?).sink(sink_of(sink)?);
        let flow = RestoreFlow::begin(Source::Session(session.session()?), "", options)?;
        Ok(wimple_restorer { flow, from: From::Session(address(session)), outlet })
    })
}

/// What a restorer restores from.
fn source<'s>(from: &'s From, session: Option<&'s wimple_session>) -> Result<Source<'s>, Failure> {
    match from {
        From::Engine(engine) => Ok(Source::Engine(engine)),
        From::Session(begun) => {
            let session = needed(session, "session")?;
            if address(session) != *begun {
                return Err(Failure::argument("session is not the one the stream was begun with"));
            }
            Ok(Source::Session(session.session()?))
        }
    }
}

/// Takes the next piece of the text; it may end inside a character. session is NULL where the restorer was begun with an
/// engine. What may go on goes to your function before this returns.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_restorer_write(
    restorer: Option<&mut wimple_restorer>,
    session: Option<&wimple_session>,
    text: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let wimple_restorer { flow, from, outlet } = needed(restorer, "restorer")?;
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let piece = unsafe { bytes(text.cast(), len, "text") }?;
        Ok(flow.write(source(from, session)?, piece, outlet)?)
    })
}

/// Ends the text: what was held goes out. The result has the report alone. out may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_restorer_end(
    restorer: Option<&mut wimple_restorer>,
    session: Option<&wimple_session>,
    out: Option<&mut MaybeUninit<*mut wimple_result>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let wimple_restorer { flow, from, outlet } = needed(restorer, "restorer")?;
        let report = flow.end(source(from, session)?, outlet)?;
        if let Some(out) = out {
            out.write(Box::into_raw(Box::new(wimple_result::restored_stream(report))));
        }
        Ok(())
    })
}

/// Ends a restorer.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_restorer_free(restorer: Option<Box<wimple_restorer>>) {
    end(restorer, drop);
}
