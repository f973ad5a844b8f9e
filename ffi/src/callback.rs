//! Functions of the host that find what only the host knows: a question goes out to them, places come back.
use core::ffi::c_void;
use core::fmt;
use core::mem::MaybeUninit;
use std::sync::Arc;

use wimple::{EngineBuilder, EntityType, Input, Match, Score};

use crate::boundary::{Failure, ask, change, needed};
use crate::status::{wimple_error, wimple_status};
use crate::text::wimple_str;

/// The score of a match for which the recognizer's own score counts.
pub const WIMPLE_DEFAULT_SCORE: f64 = -1.0;

/// A text that a callback is asked about, and the matches it gives. It lives while the callback runs, and is the
/// callback's alone.
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

/// Finds places in the text of the question and adds them with wimple_question_add. user is what was given with the
/// function. Returns 0; any other number fails the call that asked with WIMPLE_STATUS_CALLBACK, which then has no output.
///
/// It is called on the thread of the call that asks, once a text, and by several threads at the same time where they
/// share an engine: what user points to must bear that. It may call Wimple, also the engine that asks. It may not throw
/// or jump out of the call.
pub type wimple_callback =
    Option<unsafe extern "C" fn(user: *mut c_void, question: &mut wimple_question<'_>) -> u32>;

/// Ends what user points to, once, when neither a config nor an engine needs it any more, on whichever thread ended the
/// last of them.
pub type wimple_release = Option<unsafe extern "C" fn(user: *mut c_void)>;

/// A callback with what belongs to it.
pub(crate) struct Host {
    callback: unsafe extern "C" fn(*mut c_void, &mut wimple_question<'_>) -> u32,
    user: *mut c_void,
    release: wimple_release,
}

// SAFETY: `user` is only handed to the callback and, at the end, to `release`; the contract of `wimple_callback` and
// `wimple_release` says that both bear any thread, and the callback several at once.
unsafe impl Send for Host {}
// SAFETY: as above.
unsafe impl Sync for Host {}

impl Host {
    fn ask(&self, input: &Input<'_>) -> Result<Vec<Match>, &'static str> {
        let mut question = wimple_question { input, matches: Vec::new(), wrong: None };
        // SAFETY: a function of this type was given together with `user`, and the question lives through the call.
        let answer = unsafe { (self.callback)(self.user, &mut question) };
        match (answer, question.wrong) {
            (0, None) => Ok(question.matches),
            (0, Some(wrong)) => Err(wrong),
            _ => Err("it returned another number than 0"),
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if let Some(release) = self.release {
            // SAFETY: given together with `user`, and this is the one time it is called.
            unsafe { release(self.user) }
        }
    }
}

/// The callbacks of a config, by the type they find.
#[derive(Clone, Default)]
pub(crate) struct Callbacks(Vec<(EntityType, Arc<Host>)>);

impl Callbacks {
    /// What was given, taken over: from here on it is released when nobody needs it any more.
    ///
    /// # Safety
    /// As the contracts of [`wimple_callback`] and [`wimple_release`] say.
    pub(crate) unsafe fn set(
        &mut self,
        name: &str,
        callback: wimple_callback,
        user: *mut c_void,
        release: wimple_release,
    ) -> Result<(), Failure> {
        let callback = needed(callback, "callback")?;
        let entity = EntityType::named(name)?;
        let host = Arc::new(Host { callback, user, release });
        self.0.retain(|(other, _)| *other != entity);
        self.0.push((entity, host));
        Ok(())
    }

    pub(crate) fn give(&self, builder: EngineBuilder) -> EngineBuilder {
        self.0.iter().fold(builder, |builder, (entity, host)| {
            let host = Arc::clone(host);
            builder.callback(entity.clone(), move |input| host.ask(input))
        })
    }
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

/// Adds a match: the bytes from start up to, not including, end, on character edges, at least one and at most 1024;
/// score is 0.0 to 1.0, or WIMPLE_DEFAULT_SCORE. Any order, and matches may overlap. A match that cannot be taken fails
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
