//! What in a text reads like a token, and whose it is.
use core::ffi::c_char;
use core::fmt;
use core::mem::MaybeUninit;

use wimple::{FoundToken, Span, Units};

use crate::boundary::{ask, end, make, needed, utf8};
use crate::engine::wimple_engine;
use crate::result::{WIMPLE_BYTES, WIMPLE_CODE_POINTS, WIMPLE_UTF16, wimple_span};
use crate::status::{wimple_error, wimple_status};
use crate::text::wimple_str;

/// The places of one text that read like tokens, numbered from 0 in their order. Holds where and what, never a value.
/// Where index is out of range, texts are empty and spans zero.
pub struct wimple_tokens {
    tokens: Vec<Told>,
}

struct Told {
    token: FoundToken,
    key_id: String,
    utf16: (usize, usize),
    code_points: (usize, usize),
}

impl wimple_tokens {
    fn new(text: &str, tokens: Vec<FoundToken>) -> Self {
        let spans: Vec<Span> = tokens.iter().map(FoundToken::span).collect();
        let places =
            Units::Utf16.convert(text, &spans).into_iter().zip(Units::CodePoints.convert(text, &spans));
        let told = tokens.into_iter().zip(places).map(|(token, (utf16, code_points))| {
            let key_id = token.key_id().unwrap_or_default();
            Told { token, key_id, utf16, code_points }
        });
        wimple_tokens { tokens: told.collect() }
    }
}

impl fmt::Debug for wimple_tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_tokens").finish_non_exhaustive()
    }
}

/// Finds the places of a text that read like tokens, whichever way they are spelled. An engine without keys knows every
/// token for one of an unknown key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_engine_tokens(
    engine: Option<&wimple_engine>,
    text: *const c_char,
    len: usize,
    out: Option<&mut MaybeUninit<*mut wimple_tokens>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        let engine = needed(engine, "engine")?;
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let text = unsafe { utf8(text, len, "text") }?;
        Ok(wimple_tokens::new(text, engine.engine().tokens(text)))
    })
}

/// How many there are.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_tokens_count(tokens: Option<&wimple_tokens>) -> usize {
    ask(|| tokens.map(|t| t.tokens.len()))
}

/// Where one stands, in WIMPLE_BYTES, WIMPLE_UTF16 or WIMPLE_CODE_POINTS; zero for other units.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_tokens_span(tokens: Option<&wimple_tokens>, index: usize, unit: u32) -> wimple_span {
    ask(|| {
        let told = tokens?.tokens.get(index)?;
        let (start, end) = match unit {
            WIMPLE_BYTES => (told.token.span().start(), told.token.span().end()),
            WIMPLE_UTF16 => told.utf16,
            WIMPLE_CODE_POINTS => told.code_points,
            _ => return None,
        };
        Some(wimple_span { start, end })
    })
}

/// Whose it is: "own", "unknown_key", "destroyed_key", "forged" or "damaged".
#[unsafe(no_mangle)]
pub extern "C" fn wimple_tokens_state(tokens: Option<&wimple_tokens>, index: usize) -> wimple_str {
    ask(|| Some(tokens?.tokens.get(index)?.token.state().name().into()))
}

/// What kind of token: "vault", "deterministic", "random" or "hash"; empty where it is damaged.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_tokens_kind(tokens: Option<&wimple_tokens>, index: usize) -> wimple_str {
    ask(|| Some(tokens?.tokens.get(index)?.token.kind()?.name().into()))
}

/// The type of the value it stands for, as the token names it: "EMAIL_ADDRESS"; empty where it is damaged.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_tokens_entity(tokens: Option<&wimple_tokens>, index: usize) -> wimple_str {
    ask(|| Some(tokens?.tokens.get(index)?.token.entity_type()?.name().into()))
}

/// The id of the key it was made with, eight hexadecimal digits; empty where it is damaged.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_tokens_key_id(tokens: Option<&wimple_tokens>, index: usize) -> wimple_str {
    ask(|| Some(tokens?.tokens.get(index)?.key_id.as_str().into()))
}

/// Ends a list of tokens.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_tokens_free(tokens: Option<Box<wimple_tokens>>) {
    end(tokens, drop);
}
