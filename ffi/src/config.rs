//! What an engine is made of, collected by setters so that new settings change no signature.
use core::fmt;
use core::mem::MaybeUninit;

use wimple::{EngineBuilder, Limits, Policy, Secret};

use crate::boundary::{bytes, change, end, make, needed};
use crate::policy::wimple_policy;
use crate::status::{wimple_error, wimple_status};

/// What an engine is made of.
pub struct wimple_config {
    pub(crate) policy: Option<Policy>,
    pub(crate) limits: Limits,
    /// Key and callbacks.
    pub(crate) builder: EngineBuilder,
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
        Ok(wimple_config { policy: None, limits: Limits::default(), builder: EngineBuilder::default() })
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

/// The key of the operator hash: at least 32 random bytes, which are copied; wipe yours. Never part of a policy. Whether
/// it is long enough is said by wimple_engine_new, with WIMPLE_STATUS_INVALID_ARGUMENT where it is not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_config_set_hash_key(
    config: Option<&mut wimple_config>,
    key: *const u8,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let config = needed(config, "config")?;
        // SAFETY: the contract of the header promises `len` bytes at `key`, unchanged during the call.
        let key = Secret::new(unsafe { bytes(key, len, "key") }?);
        config.builder = core::mem::take(&mut config.builder).hash_key(key);
        Ok(())
    })
}

/// Ends a config. Engines made of it keep what they need.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_config_free(config: Option<Box<wimple_config>>) {
    end(config, drop);
}
