//! Functions of the host that find what only the host knows: a question goes out to them, places come back.
use core::ffi::{c_char, c_void};
use core::fmt;
use core::mem::MaybeUninit;

use wimple::{EntityType, Input, Match, Score};

use crate::boundary::{Failure, ask, change, needed, utf8};
use crate::config::wimple_config;
use crate::custom::wimple_drop_fn;
use crate::host::Owned;
use crate::status::{wimple_error, wimple_status};
use crate::text::wimple_str;

/// The score of a place for which the recognizer's own score counts.
pub const WIMPLE_DEFAULT_SCORE: f64 = -1.0;

/// A text in which your function is asked to find something, and the places it hands in. It lives while your function
/// runs, and no longer.
pub struct wimple_question<'t> {
    input: &'t Input<'t>,
    matches: Vec<Match>,
    /// What was wrong with a match that could not be taken: it may not get lost.
    wrong: Option<&'static str>,
}

impl fmt::Debug for wimple_question<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_question").finish_non_exhaustive()
    }
}

/// Your function: it finds places in the text of the question, hands them in with wimple_question_add and returns 0.
/// Whatever else it returns makes the call that asked fail with WIMPLE_STATUS_CALLBACK. It is called once a text, from
/// whatever threads use the engine, several at a time; it may call Wimple, also the engine that asks; it must return,
/// neither by longjmp nor by an exception, and may not use the session whose turn asks.
pub type wimple_recognizer_fn =
    Option<unsafe extern "C" fn(user: *mut c_void, question: &mut wimple_question<'_>) -> u32>;

/// A function of the host and what it works on.
struct Function {
    function: unsafe extern "C" fn(*mut c_void, &mut wimple_question<'_>) -> u32,
    host: Owned,
}

impl Function {
    fn ask(&self, input: &Input<'_>) -> Result<Vec<Match>, &'static str> {
        let mut question = wimple_question { input, matches: Vec::new(), wrong: None };
        // SAFETY: the host gave both for each other, and the question lives until the function returns.
        let returned = unsafe { (self.function)(self.host.user(), &mut question) };
        match (returned, question.wrong) {
            (0, None) => Ok(question.matches),
            (0, Some(wrong)) => Err(wrong),
            _ => Err("it returned another number than 0"),
        }
    }
}

/// Gives the config a function that finds an entity type: id is a built-in one or your own ("SEAT"). What the policy says
/// of it in a [[recognizer]] with callback = true (score, context words, category) counts; without one the usual values
/// do. Said twice of one type, the later counts. user is handed to the function as it is; drop, which may be NULL, ends
/// it. Where this call fails, drop is not called.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_config_add_recognizer(
    config: Option<&mut wimple_config>,
    id: *const c_char,
    len: usize,
    function: wimple_recognizer_fn,
    user: *mut c_void,
    drop: wimple_drop_fn,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let config = needed(config, "config")?;
        // SAFETY: the contract of the header promises `len` bytes at `id`, unchanged during the call.
        let id = unsafe { utf8(id, len, "id") }?;
        let entity = EntityType::named(id)?;
        let function = Function { function: needed(function, "function")?, host: Owned::new(user, drop) };
        let builder = core::mem::take(&mut config.builder);
        config.builder = builder.recognizer(entity, move |input| function.ask(input));
        Ok(())
    })
}

/// The text.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_question_text(question: Option<&wimple_question<'_>>) -> wimple_str {
    ask(|| question.map(|q| q.input.text().into()))
}

/// Where the text came from, as its input says; empty where nothing was said.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_question_path(question: Option<&wimple_question<'_>>) -> wimple_str {
    ask(|| question.map(|q| q.input.path_hint().into()))
}

/// The country whose national forms are meant, as its input says; empty where nothing was said.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_question_region(question: Option<&wimple_question<'_>>) -> wimple_str {
    ask(|| question.map(|q| q.input.region_hint().into()))
}

/// Who will see the text, as its input says; empty where nothing was said.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_question_role(question: Option<&wimple_question<'_>>) -> wimple_str {
    ask(|| question.map(|q| q.input.role_hint().into()))
}

/// Hands in a place: the bytes from start up to, not including, end, on character edges, at least one and at most 1024;
/// score is 0.0 to 1.0, or WIMPLE_DEFAULT_SCORE. In any order; places may overlap. A place that cannot be taken fails
/// the call that asked, also where this status is not looked at.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_question_add(
    question: Option<&mut wimple_question<'_>>,
    start: usize,
    end: usize,
    score: f64,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let question = needed(question, "question")?;
        let mut wrong = |problem: &'static str| {
            question.wrong = Some(problem);
            Failure::argument(problem)
        };
        if start >= end || question.input.text().get(start..end).is_none() {
            return Err(wrong("it gave a place that is not in the text or not on character edges"));
        }
        let mut found = Match::new(start..end);
        if score != WIMPLE_DEFAULT_SCORE {
            if !(0.0..=1.0).contains(&score) {
                return Err(wrong("it gave a score that is not 0.0 to 1.0"));
            }
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
            let percent = (score * 100.0).round() as u8;
            found = found.score(Score::new(percent));
        }
        question.matches.push(found);
        Ok(())
    })
}
