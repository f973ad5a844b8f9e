//! Policies: a document comes in, an object that engines share goes out.
use core::ffi::c_char;
use core::fmt;
use core::mem::MaybeUninit;

use wimple::{CheckFailure, Engine, Policy};

use crate::boundary::{end, make, needed, utf8};
use crate::status::{wimple_error, wimple_status};
use crate::text::{make_text, wimple_text};

/// Which operator for what. Immutable.
pub struct wimple_policy(pub(crate) Policy);

impl fmt::Debug for wimple_policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_policy").finish_non_exhaustive()
    }
}

/// Reads a policy document: JSON where its first character that is not a space is '{', else TOML. What is wrong with
/// it, its patterns included, is WIMPLE_STATUS_POLICY, and the message gives line and column; it may quote that line.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_policy_from_document(
    document: *const c_char,
    len: usize,
    out: Option<&mut MaybeUninit<*mut wimple_policy>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        // SAFETY: the contract of the header promises `len` bytes at `document`, unchanged during the call.
        let document = unsafe { utf8(document, len, "document") }?;
        Ok(wimple_policy(Policy::from_document(document)?))
    })
}

/// A policy that follows a law or standard: "pci-dss", "hipaa-safe-harbor", "gdpr" or "ccpa". Documents say the same with
/// extends = ["pci-dss"].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_policy_from_preset(
    name: *const c_char,
    len: usize,
    out: Option<&mut MaybeUninit<*mut wimple_policy>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        // SAFETY: the contract of the header promises `len` bytes at `name`, unchanged during the call.
        let name = unsafe { utf8(name, len, "name") }?;
        Ok(wimple_policy(Policy::preset(name)?))
    })
}

/// In what policy is weaker than other: what it leaves in a text, shows, or lets be had back that the other does not. The
/// answer is a JSON array with one object for each such thing, "[]" where there is none: {"types": ["CREDIT_CARD"],
/// "path": "", "was": "label", "now": "keep", "why": ["…"]}. No types means all of them.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_policy_weaker_than(
    policy: Option<&wimple_policy>,
    other: Option<&wimple_policy>,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make_text(out, err, || {
        let (policy, other) = (needed(policy, "policy")?, needed(other, "other")?);
        let weaker: Vec<String> =
            policy.0.weaker_than(&other.0).iter().map(wimple::Weakening::to_json).collect();
        Ok(format!("[{}]", weaker.join(",")))
    })
}

/// What works in the policy and may not be what was meant. The answer is a JSON array, "[]" where there is nothing to say:
/// {"rule": "PCI DSS 4.0.1, 3.5.1", "problem": "…"}.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_policy_warnings(
    policy: Option<&wimple_policy>,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make_text(out, err, || {
        let warnings = needed(policy, "policy")?.0.warnings();
        let objects =
            warnings.iter().map(|w| serde_json::json!({ "rule": w.rule(), "problem": w.problem() }));
        Ok(serde_json::Value::from_iter(objects).to_string())
    })
}

/// Runs the examples the policy carries ([[test]]). The answer is a JSON array with one object for each example that
/// failed, "[]" where all hold: {"test": its place from 0, "name": "…", "problem": "…"}. It never quotes a text. A policy
/// that needs a key or a callback is WIMPLE_STATUS_POLICY here: make an engine of it and use wimple_engine_check.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_policy_check(
    policy: Option<&wimple_policy>,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make_text(out, err, || {
        let policy = needed(policy, "policy")?;
        let failures = Engine::builder().policy(policy.0.clone()).build()?.check()?;
        Ok(failures_json(&failures))
    })
}

pub(crate) fn failures_json(failures: &[CheckFailure]) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let objects: Vec<String> = failures
        .iter()
        .map(|f| {
            let (name, problem) = (quoted(f.name()), quoted(f.problem()));
            format!("{{\"test\":{},\"name\":{name},\"problem\":{problem}}}", f.test())
        })
        .collect();
    format!("[{}]", objects.join(","))
}

/// The policy as a JSON document that reads back as the same policy.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_policy_to_json(
    policy: Option<&wimple_policy>,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make_text(out, err, || Ok(needed(policy, "policy")?.0.to_json()))
}

/// Ends a policy. Configs and engines that were given it keep their own.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_policy_free(policy: Option<Box<wimple_policy>>) {
    end(policy, drop);
}
