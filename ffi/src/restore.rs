//! The way back from tokens, and their renewal under the primary key.
use core::ffi::c_char;
use core::mem::MaybeUninit;

use wimple::{RestoreOptions, Sink, Tolerance};

use crate::boundary::{Failure, make, needed, utf8};
use crate::engine::wimple_engine;
use crate::input::{hinted, wimple_input};
use crate::result::wimple_result;
use crate::session::{WIMPLE_EXACT, WIMPLE_LOOSE, WIMPLE_TOLERANT};
use crate::status::{wimple_error, wimple_status};

/// Values are put back as they are.
pub const WIMPLE_SINK_TEXT: u32 = 0;

/// Values are put back into strings of a JSON document, and escaped for it.
pub const WIMPLE_SINK_JSON: u32 = 1;

/// Values are put back into HTML text or attributes in quotes, and escaped for it.
pub const WIMPLE_SINK_HTML: u32 = 2;

/// The wishes of whoever restores.
pub(crate) fn options(tolerance: u32, sink: u32) -> Result<RestoreOptions<'static>, Failure> {
    let tolerance = match tolerance {
        WIMPLE_EXACT => Tolerance::Exact,
        WIMPLE_TOLERANT => Tolerance::Tolerant,
        WIMPLE_LOOSE => Tolerance::Loose,
        _ => {
            return Err(Failure::argument("tolerance is none of WIMPLE_EXACT, WIMPLE_TOLERANT, WIMPLE_LOOSE"));
        }
    };
    let sink = match sink {
        WIMPLE_SINK_TEXT => Sink::Text,
        WIMPLE_SINK_JSON => Sink::Json,
        WIMPLE_SINK_HTML => Sink::Html,
        _ => {
            return Err(Failure::argument(
                "sink is none of WIMPLE_SINK_TEXT, WIMPLE_SINK_JSON, WIMPLE_SINK_HTML",
            ));
        }
    };
    Ok(RestoreOptions::new().tolerance(tolerance).sink(sink))
}

/// Puts the values of tokens back: of those made with the engine's keyset for the input's tenant, and, where a token is
/// bound to a subject, for the input's subject. tolerance is WIMPLE_EXACT, WIMPLE_TOLERANT or WIMPLE_LOOSE; sink is
/// WIMPLE_SINK_TEXT, WIMPLE_SINK_JSON or WIMPLE_SINK_HTML. The result has the text and the report, but no findings. An
/// engine without keyset answers WIMPLE_STATUS_TOKEN, a vault that gives no answer WIMPLE_STATUS_VAULT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_engine_restore(
    engine: Option<&wimple_engine>,
    text: *const c_char,
    len: usize,
    input: Option<&wimple_input>,
    tolerance: u32,
    sink: u32,
    out: Option<&mut MaybeUninit<*mut wimple_result>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        let engine = needed(engine, "engine")?;
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let text = unsafe { utf8(text, len, "text") }?;
        let options = options(tolerance, sink)?;
        Ok(wimple_result::restoration(engine.engine().restore_with(hinted(text, input), options)?))
    })
}

/// Renews the tokens of a text: those of older keys of the keyset become tokens of its primary key. Tenant and subject are
/// those of the input. The result has the text and the report, but no findings.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_engine_retokenize(
    engine: Option<&wimple_engine>,
    text: *const c_char,
    len: usize,
    input: Option<&wimple_input>,
    out: Option<&mut MaybeUninit<*mut wimple_result>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        let engine = needed(engine, "engine")?;
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let text = unsafe { utf8(text, len, "text") }?;
        Ok(wimple_result::renewal(engine.engine().retokenize(hinted(text, input))?))
    })
}
