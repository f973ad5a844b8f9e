//! The operator custom: values go to functions of the host, and what they answer comes back.
use core::ffi::{c_char, c_void};
use core::fmt;
use core::mem::MaybeUninit;

use wimple::Finding;
use zeroize::{Zeroize, Zeroizing};

use crate::boundary::{ask, change, needed, utf8};
use crate::config::wimple_config;
use crate::host::Owned;
use crate::status::{wimple_error, wimple_status};
use crate::text::wimple_str;

/// A value that waits for an answer. It lives while your function runs, and no longer.
pub struct wimple_ask {
    entity: String,
    category: &'static str,
    score: f64,
    value: Zeroizing<String>,
    answer: Option<String>,
}

impl fmt::Debug for wimple_ask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_ask").finish_non_exhaustive()
    }
}

/// Your function: it asks `ask` what the value is, hands in an answer and returns 0. Whatever else it returns, and 0
/// without an answer, makes the call that asked fail with WIMPLE_STATUS_CALLBACK; so does an answer that holds the
/// value. It is called from whatever threads use the engine, several at a time; it must return, neither by longjmp nor
/// by an exception, and may not use the session whose turn asks.
pub type wimple_custom_fn = Option<unsafe extern "C" fn(user: *mut c_void, ask: *mut wimple_ask) -> u32>;

/// Your function that ends `user`. It is called once, when the last config and engine that hold `user` have ended or
/// were given another function of that name, by the thread that does it.
pub type wimple_drop_fn = Option<unsafe extern "C" fn(user: *mut c_void)>;

/// A function of the host and what it works on.
struct Callback {
    function: unsafe extern "C" fn(*mut c_void, *mut wimple_ask) -> u32,
    host: Owned,
}

impl Callback {
    fn answer(&self, finding: &Finding, value: &str) -> Result<String, &'static str> {
        let mut ask = wimple_ask {
            entity: finding.entity_type().name().to_owned(),
            category: finding.category().name(),
            score: f64::from(finding.score().percent()) / 100.0,
            value: Zeroizing::new(value.to_owned()),
            answer: None,
        };
        // SAFETY: the host gave both for each other, and `ask` lives until the function returns.
        let returned = unsafe { (self.function)(self.host.user(), &raw mut ask) };
        ask.answer.take().filter(|_| returned == 0).ok_or("it gave no answer")
    }
}

/// Gives the config a function for the operator custom: the policy names it as callback = "name". Said twice, the later
/// counts. user is handed to the function as it is; drop, which may be NULL, ends it. Where this call fails, drop is not
/// called.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_config_add_custom(
    config: Option<&mut wimple_config>,
    name: *const c_char,
    len: usize,
    function: wimple_custom_fn,
    user: *mut c_void,
    drop: wimple_drop_fn,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let config = needed(config, "config")?;
        // SAFETY: the contract of the header promises `len` bytes at `name`, unchanged during the call.
        let name = unsafe { utf8(name, len, "name") }?;
        let callback = Callback { function: needed(function, "function")?, host: Owned::new(user, drop) };
        let builder = core::mem::take(&mut config.builder);
        config.builder = builder.custom(name, move |finding, value| callback.answer(finding, value));
        Ok(())
    })
}

/// The type of the value: "CREDIT_CARD".
#[unsafe(no_mangle)]
pub extern "C" fn wimple_ask_entity(ask: Option<&wimple_ask>) -> wimple_str {
    self::ask(|| ask.map(|a| a.entity.as_str().into()))
}

/// The category of the type: "financial".
#[unsafe(no_mangle)]
pub extern "C" fn wimple_ask_category(ask: Option<&wimple_ask>) -> wimple_str {
    self::ask(|| ask.map(|a| a.category.into()))
}

/// How sure the finding is, from 0.0 to 1.0.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_ask_score(ask: Option<&wimple_ask>) -> f64 {
    self::ask(|| ask.map(|a| a.score))
}

/// The value itself.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_ask_value(ask: Option<&wimple_ask>) -> wimple_str {
    self::ask(|| ask.map(|a| a.value.as_str().into()))
}

/// Hands in what shall stand in the place of the value; it is copied. Said twice, the later counts. The empty text
/// deletes the value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_ask_answer(
    ask: Option<&mut wimple_ask>,
    text: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let ask = needed(ask, "ask")?;
        // SAFETY: the contract of the header promises `len` bytes at `text`, unchanged during the call.
        let text = unsafe { utf8(text, len, "text") }?;
        if let Some(mut old) = ask.answer.replace(text.to_owned()) {
            old.zeroize();
        }
        Ok(())
    })
}
