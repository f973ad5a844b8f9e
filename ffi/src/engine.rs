//! Engines: texts come in, results and explanations go out.
use core::ffi::c_char;
use core::fmt;
use core::mem::MaybeUninit;
use std::sync::OnceLock;

use wimple::{Engine, EntityType, SessionName};

use crate::boundary::{ask, end, make, make_many, needed, slice, utf8};
use crate::config::wimple_config;
use crate::explain::wimple_explain;
use crate::input::{hinted, wimple_input};
use crate::policy::failures_json;
use crate::result::wimple_result;
use crate::session::wimple_session;
use crate::status::{wimple_error, wimple_status};
use crate::text::{make_text, wimple_str, wimple_text};

/// Finds personal and secret data and acts on it. Immutable: one engine serves all threads.
pub struct wimple_engine {
    engine: Engine,
    /// Made when somebody asks for them.
    entities: OnceLock<Vec<EntityType>>,
}

impl wimple_engine {
    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    fn entities(&self) -> &[EntityType] {
        self.entities.get_or_init(|| self.engine.entities())
    }
}

impl fmt::Debug for wimple_engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_engine").finish_non_exhaustive()
    }
}

/// Makes an engine. config may be NULL: the defaults of wimple_config_new.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_engine_new(
    config: Option<&wimple_config>,
    out: Option<&mut MaybeUninit<*mut wimple_engine>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        let mut builder = Engine::builder();
        if let Some(config) = config {
            builder = config.builder.clone().limits(config.limits);
            if let Some(policy) = &config.policy {
                builder = builder.policy(policy.clone());
            }
        }
        Ok(wimple_engine { engine: builder.build()?, entities: OnceLock::new() })
    })
}

/// How many entity types the engine looks for.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_engine_entity_count(engine: Option<&wimple_engine>) -> usize {
    ask(|| engine.map(|e| e.entities().len()))
}

/// The id of one of them, from 0: those of the catalogue that are on, in its order, then those of the policy's own
/// recognizers and of callbacks; empty where index is out of range.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_engine_entity_id(engine: Option<&wimple_engine>, index: usize) -> wimple_str {
    ask(|| engine?.entities().get(index).map(|entity| entity.name().into()))
}

/// Finds and changes nothing. The result has findings, but neither text nor report.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_engine_analyze(
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
        Ok(wimple_result::analysis(text, engine.engine.analyze(hinted(text, input))?))
    })
}

/// Applies the policy to the text. The result has the new text, the findings and the report.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_engine_redact(
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
        Ok(wimple_result::redaction(text, engine.engine.redact(hinted(text, input))?))
    })
}

/// Applies the policy to each of count texts; a model (wimple_config_add_model) is asked once for all of them. out has
/// room for count results, which come in the order of the texts; each is freed by itself. Where one text fails, the whole
/// call does, and there is no result. input, which may be NULL, says the same of all of them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_engine_redact_many(
    engine: Option<&wimple_engine>,
    texts: *const wimple_str,
    count: usize,
    input: Option<&wimple_input>,
    out: *mut *mut wimple_result,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    let work = || {
        let engine = needed(engine, "engine")?;
        // SAFETY: the contract of the header promises `count` texts there, unchanged during the call.
        let places = unsafe { slice(texts, count, "texts") }?;
        let mut texts = Vec::with_capacity(places.len());
        for place in places {
            // SAFETY: as above, and so many bytes as each says.
            texts.push(unsafe { utf8(place.ptr, place.len, "text") }?);
        }
        let inputs: Vec<_> = texts.iter().map(|text| hinted(text, input)).collect();
        let redacted = engine.engine.redact_many(&inputs)?;
        Ok(texts.iter().zip(redacted).map(|(text, one)| wimple_result::redaction(text, one)).collect())
    };
    // SAFETY: the contract of the header promises room for `count` pointers at `out`.
    unsafe { make_many(out, count, err, work) }
}

/// Says what was found and why, and what was not kept and why not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_engine_explain(
    engine: Option<&wimple_engine>,
    text: *const c_char,
    len: usize,
    input: Option<&wimple_input>,
    out: Option<&mut MaybeUninit<*mut wimple_explain>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        let engine = needed(engine, "engine")?;
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let text = unsafe { utf8(text, len, "text") }?;
        let explanation = engine.engine.explain(hinted(text, input))?;
        Ok(wimple_explain::new(explanation.to_text(), explanation.to_json()))
    })
}

/// Runs the examples of the engine's policy with its key and callbacks. The answer is that of wimple_policy_check.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_engine_check(
    engine: Option<&wimple_engine>,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make_text(out, err, || Ok(failures_json(&needed(engine, "engine")?.engine.check()?)))
}

/// Begins a conversation. The session keeps the engine alive.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_engine_session(
    engine: Option<&wimple_engine>,
    out: Option<&mut MaybeUninit<*mut wimple_session>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || Ok(wimple_session::new(needed(engine, "engine")?.engine.session())))
}

/// Takes up a conversation that wimple_session_seal wrote down, under a key of this engine's keyset and for the same name
/// and tenant. What cannot be taken up is WIMPLE_STATUS_SESSION, and the message says why; of a wrong name, a wrong tenant
/// and a changed text it says only that it does not open.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_engine_resume(
    engine: Option<&wimple_engine>,
    sealed: *const c_char,
    len: usize,
    name: *const c_char,
    name_len: usize,
    tenant: *const c_char,
    tenant_len: usize,
    out: Option<&mut MaybeUninit<*mut wimple_session>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        let engine = needed(engine, "engine")?;
        // SAFETY: the contract of the header promises so many bytes at each, unchanged during the call.
        let (sealed, name, tenant) = unsafe {
            (utf8(sealed, len, "sealed")?, utf8(name, name_len, "name")?, utf8(tenant, tenant_len, "tenant")?)
        };
        let session = engine.engine.resume(SessionName::new(name).tenant(tenant), sealed)?;
        Ok(wimple_session::new(session))
    })
}

/// Ends an engine.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_engine_free(engine: Option<Box<wimple_engine>>) {
    end(engine, drop);
}
