//! A model of the host's: a function that reads whole texts and knows several entity types. One question goes out for one
//! text or for many, places with their types come back.
use core::ffi::{c_char, c_void};
use core::fmt;
use core::mem::MaybeUninit;

use wimple::{EntityType, Input, Model, Score, Seen};

use crate::boundary::{Failure, ask, change, needed, slice, utf8};
use crate::config::wimple_config;
use crate::custom::wimple_drop_fn;
use crate::host::Owned;
use crate::status::{wimple_error, wimple_status};
use crate::text::wimple_str;

/// Texts that your model is asked to read, numbered from 0, and the places it hands in. It lives while your function runs,
/// and no longer.
pub struct wimple_reading<'t> {
    inputs: &'t [Input<'t>],
    entities: &'t [EntityType],
    seen: Vec<Vec<Seen>>,
    /// What was wrong with a place that could not be taken: it may not get lost.
    wrong: Option<&'static str>,
}

impl fmt::Debug for wimple_reading<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_reading").finish_non_exhaustive()
    }
}

/// Your model: it reads all texts of the reading, hands in what it sees with wimple_reading_add and returns 0. Whatever
/// else it returns makes the call that asked fail with WIMPLE_STATUS_CALLBACK. It is called once for a text, and once for
/// all texts of wimple_engine_redact_many, from whatever threads use the engine, several at a time; it may call Wimple,
/// also the engine that asks; it must return, neither by longjmp nor by an exception, and may not use the session whose
/// turn asks.
pub type wimple_model_fn =
    Option<unsafe extern "C" fn(user: *mut c_void, reading: &mut wimple_reading<'_>) -> u32>;

/// A function of the host, what it works on, and the types it may give.
struct Function {
    function: unsafe extern "C" fn(*mut c_void, &mut wimple_reading<'_>) -> u32,
    host: Owned,
    entities: Vec<EntityType>,
}

impl Model for Function {
    fn entities(&self) -> Vec<EntityType> {
        self.entities.clone()
    }

    fn find(&self, input: &Input<'_>) -> Result<Vec<Seen>, &'static str> {
        self.find_batch(core::slice::from_ref(input))?.pop().ok_or("it gave no answer")
    }

    fn find_batch(&self, inputs: &[Input<'_>]) -> Result<Vec<Vec<Seen>>, &'static str> {
        let seen = vec![Vec::new(); inputs.len()];
        let mut reading = wimple_reading { inputs, entities: &self.entities, seen, wrong: None };
        // SAFETY: the host gave both for each other, and the reading lives until the function returns.
        let returned = unsafe { (self.function)(self.host.user(), &mut reading) };
        match (returned, reading.wrong) {
            (0, None) => Ok(reading.seen),
            (0, Some(wrong)) => Err(wrong),
            _ => Err("it returned another number than 0"),
        }
    }
}

/// Gives the config a model: a function that finds the entity types named by ids, which are built-in ones or your own
/// ("SEAT"). It reads beside what Wimple finds; a policy with names = false leaves Wimple's own model out. Where both see
/// the same type and overlap, the value is what either covers; in all else its word counts like a form that nothing near
/// speaks for, so that a cue, a passed check and a longer value win. Allow lists and the minimum score hold for it. Said
/// more than once, all are asked. user is handed to the function as it is; drop, which may be NULL, ends it. Where this
/// call fails, drop is not called.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_config_add_model(
    config: Option<&mut wimple_config>,
    ids: *const wimple_str,
    count: usize,
    function: wimple_model_fn,
    user: *mut c_void,
    drop: wimple_drop_fn,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let config = needed(config, "config")?;
        // SAFETY: the contract of the header promises `count` texts at `ids`, unchanged during the call.
        let ids = unsafe { slice(ids, count, "ids") }?;
        let mut entities = Vec::with_capacity(ids.len());
        for id in ids {
            // SAFETY: as above, and so many bytes as each says.
            entities.push(EntityType::named(unsafe { utf8(id.ptr, id.len, "id") }?)?);
        }
        if entities.is_empty() {
            return Err(Failure::argument("a model needs at least one entity type"));
        }
        let function =
            Function { function: needed(function, "function")?, host: Owned::new(user, drop), entities };
        config.builder = core::mem::take(&mut config.builder).model(function);
        Ok(())
    })
}

/// How many texts there are.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_reading_count(reading: Option<&wimple_reading<'_>>) -> usize {
    ask(|| reading.map(|r| r.inputs.len()))
}

/// One of the texts; empty where index is out of range, as the three below.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_reading_text(reading: Option<&wimple_reading<'_>>, index: usize) -> wimple_str {
    ask(|| reading?.inputs.get(index).map(|input| input.text().into()))
}

/// Where it came from, as its input says; empty where nothing was said.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_reading_path(reading: Option<&wimple_reading<'_>>, index: usize) -> wimple_str {
    ask(|| reading?.inputs.get(index).map(|input| input.path_hint().into()))
}

/// The country whose national forms are meant, as its input says; empty where nothing was said.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_reading_region(reading: Option<&wimple_reading<'_>>, index: usize) -> wimple_str {
    ask(|| reading?.inputs.get(index).map(|input| input.region_hint().into()))
}

/// Who will see it, as its input says; empty where nothing was said.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_reading_role(reading: Option<&wimple_reading<'_>>, index: usize) -> wimple_str {
    ask(|| reading?.inputs.get(index).map(|input| input.role_hint().into()))
}

/// Hands in a place of text index: one of the types the model was added with, the bytes from start up to, not including,
/// end, on character edges, at least one and at most 1024; score is 0.0 to 1.0. In any order; places may overlap. A place
/// that cannot be taken fails the call that asked, also where this status is not looked at.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_reading_add(
    reading: Option<&mut wimple_reading<'_>>,
    index: usize,
    id: *const c_char,
    len: usize,
    start: usize,
    end: usize,
    score: f64,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let reading = needed(reading, "reading")?;
        // SAFETY: the contract of the header promises `len` bytes at `id`, unchanged during the call.
        let id = unsafe { utf8(id, len, "id") };
        let wrong = match (id.as_deref(), reading.inputs.get(index), reading.seen.get_mut(index)) {
            (_, None, _) | (_, _, None) => "it gave a place in a text that there is not",
            (Ok(id), Some(input), Some(seen)) => {
                match reading.entities.iter().find(|entity| entity.name() == id) {
                    None => "it gave a type it had not named",
                    Some(_) if start >= end || input.text().get(start..end).is_none() => {
                        "it gave a place that is not in the text or not on character edges"
                    }
                    Some(_) if !(0.0..=1.0).contains(&score) => "it gave a score that is not 0.0 to 1.0",
                    Some(entity) => {
                        #[expect(
                            clippy::cast_possible_truncation,
                            clippy::cast_sign_loss,
                            reason = "0 to 100"
                        )]
                        let percent = (score * 100.0).round() as u8;
                        seen.push(Seen::new(entity.clone(), start..end, Score::new(percent)));
                        return Ok(());
                    }
                }
            }
            (Err(_), ..) => "it gave a type it had not named",
        };
        reading.wrong = Some(wrong);
        Err(id.err().unwrap_or_else(|| Failure::argument(wrong)))
    })
}
