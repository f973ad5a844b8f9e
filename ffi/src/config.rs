//! What an engine is made of, collected by setters so that new settings change no signature.
use core::ffi::{c_char, c_void};
use core::fmt;
use core::mem::MaybeUninit;

use wimple::{Limits, Policy};

use crate::boundary::{change, end, make, needed, utf8};
use crate::callback::{Callbacks, wimple_callback, wimple_release};
use crate::policy::wimple_policy;
use crate::status::{wimple_error, wimple_status};

/// What an engine is made of.
pub struct wimple_config {
    pub(crate) policy: Option<Policy>,
    pub(crate) limits: Limits,
    pub(crate) callbacks: Callbacks,
}

impl fmt::Debug for wimple_config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_config").finish_non_exhaustive()
    }
}

/// Makes a config with the default policy (the default set of entity types, minimum score 0.50, label everything) and
/// the default limits (1 GiB of input, ten million findings a call).
#[unsafe(no_mangle)]
pub extern "C" fn wimple_config_new(
    out: Option<&mut MaybeUninit<*mut wimple_config>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        Ok(wimple_config { policy: None, limits: Limits::default(), callbacks: Callbacks::default() })
    })
}

/// Uses this policy. The config keeps its own reference.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_config_set_policy(
    config: Option<&mut wimple_config>,
    policy: Option<&wimple_policy>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let config = needed(config, "config")?;
        config.policy = Some(needed(policy, "policy")?.0.clone());
        Ok(())
    })
}

/// The longest text of one call, in bytes. More than 4 GiB - 1 counts as 4 GiB - 1.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_config_set_max_input(
    config: Option<&mut wimple_config>,
    bytes: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let config = needed(config, "config")?;
        config.limits = config.limits.max_input(bytes);
        Ok(())
    })
}

/// The most findings one call may give.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_config_set_max_findings(
    config: Option<&mut wimple_config>,
    count: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let config = needed(config, "config")?;
        config.limits = config.limits.max_findings(count);
        Ok(())
    })
}

/// Finds entity type id ("SEAT", a built-in one or your own) with a function of yours. What the policy says of it in a
/// [[recognizer]] with callback = true (score, context words, category) counts; without one the usual values do. Given
/// twice for one type, the later counts. user goes to callback as it is and may be NULL; release may be NULL. On success
/// the config, and each engine made of it, keeps user until it ends; on failure user stays yours.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_config_set_callback(
    config: Option<&mut wimple_config>,
    id: *const c_char,
    len: usize,
    callback: wimple_callback,
    user: *mut c_void,
    release: wimple_release,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let config = needed(config, "config")?;
        // SAFETY: the contract of the header promises `len` bytes at `id`, unchanged during the call.
        let id = unsafe { utf8(id, len, "id") }?;
        // SAFETY: the caller keeps the contracts of the two function types.
        unsafe { config.callbacks.set(id, callback, user, release) }
    })
}

/// Ends a config. Engines made of it keep what they need.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_config_free(config: Option<Box<wimple_config>>) {
    end(config, drop);
}
