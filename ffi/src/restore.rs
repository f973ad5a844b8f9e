//! The way back from tokens, and their renewal under the primary key.
use core::ffi::c_char;
use core::mem::MaybeUninit;

use wimple::RestoreOptions;

use crate::boundary::{make, needed, utf8};
use crate::engine::wimple_engine;
use crate::input::{hinted, wimple_input};
use crate::result::wimple_result;
use crate::session::{sink as sink_of, tolerance as tolerance_of};
use crate::status::{wimple_error, wimple_status};

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
        let options = RestoreOptions::new().tolerance(tolerance_of(tolerance)?).sink(sink_of(sink)?);
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
