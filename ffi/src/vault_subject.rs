//! What a person may ask a vault on disk for, and how long values are kept.
//!
//! tenant and subject are those that were said with the texts; both may be empty. Receipts are JSON.
use core::ffi::{c_char, c_void};
use core::mem::MaybeUninit;

use wimple::Error;
use wimple_sqlite::SqliteVault;

use crate::boundary::{Failure, change, needed, utf8};
use crate::keyset::wimple_keyset;
use crate::status::{wimple_error, wimple_status};
use crate::text::{make_text, wimple_text};
use crate::vault::wimple_vault;
use crate::vault_file::{durable, saver, wimple_save_fn};

type Out<'o> = Option<&'o mut MaybeUninit<*mut wimple_text>>;
type Err<'e> = Option<&'e mut MaybeUninit<wimple_error>>;

/// A call about one subject, whose answer is a text.
///
/// # Safety
/// `tenant` and `subject` are as [`utf8`] asks.
unsafe fn about(
    vault: Option<&wimple_vault>,
    (tenant, tenant_len): (*const c_char, usize),
    (subject, subject_len): (*const c_char, usize),
    out: Out<'_>,
    err: Err<'_>,
    call: impl FnOnce(&SqliteVault, &str, &str) -> Result<String, Error>,
) -> wimple_status {
    make_text(out, err, || {
        // SAFETY: the caller promises it.
        let (tenant, subject) =
            unsafe { (utf8(tenant, tenant_len, "tenant"), utf8(subject, subject_len, "subject")) };
        Ok(call(durable(vault)?, tenant?, subject?)?)
    })
}

/// Everything that is kept about a subject, as JSON, in clear. The text is wiped when it is freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_vault_export(
    vault: Option<&wimple_vault>,
    tenant: *const c_char,
    tenant_len: usize,
    subject: *const c_char,
    subject_len: usize,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    let (tenant, subject) = ((tenant, tenant_len), (subject, subject_len));
    // SAFETY: the contract of the header promises it.
    unsafe { about(vault, tenant, subject, out, err, SqliteVault::export) }
}

/// Erases a subject: its tokens open no more. The answer is a receipt. Old copies of the file are reached by
/// wimple_vault_finalise_erasure.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_vault_erase(
    vault: Option<&wimple_vault>,
    tenant: *const c_char,
    tenant_len: usize,
    subject: *const c_char,
    subject_len: usize,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    let (tenant, subject) = ((tenant, tenant_len), (subject, subject_len));
    // SAFETY: the contract of the header promises it.
    unsafe { about(vault, tenant, subject, out, err, SqliteVault::erase) }
}

/// Puts a legal hold on a subject: nothing about it is erased until it is released. The answer is a receipt.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_vault_hold(
    vault: Option<&wimple_vault>,
    tenant: *const c_char,
    tenant_len: usize,
    subject: *const c_char,
    subject_len: usize,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    let (tenant, subject) = ((tenant, tenant_len), (subject, subject_len));
    // SAFETY: the contract of the header promises it.
    unsafe { about(vault, tenant, subject, out, err, SqliteVault::hold) }
}

/// Takes a legal hold off. The answer is a receipt.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_vault_release(
    vault: Option<&wimple_vault>,
    tenant: *const c_char,
    tenant_len: usize,
    subject: *const c_char,
    subject_len: usize,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    let (tenant, subject) = ((tenant, tenant_len), (subject, subject_len));
    // SAFETY: the contract of the header promises it.
    unsafe { about(vault, tenant, subject, out, err, SqliteVault::release) }
}

/// Restricts a subject: its tokens stay closed; it can be exported and erased. The answer is a receipt.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_vault_restrict(
    vault: Option<&wimple_vault>,
    tenant: *const c_char,
    tenant_len: usize,
    subject: *const c_char,
    subject_len: usize,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    let (tenant, subject) = ((tenant, tenant_len), (subject, subject_len));
    // SAFETY: the contract of the header promises it.
    unsafe { about(vault, tenant, subject, out, err, SqliteVault::restrict) }
}

/// Takes a restriction off. The answer is a receipt.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_vault_unrestrict(
    vault: Option<&wimple_vault>,
    tenant: *const c_char,
    tenant_len: usize,
    subject: *const c_char,
    subject_len: usize,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    let (tenant, subject) = ((tenant, tenant_len), (subject, subject_len));
    // SAFETY: the contract of the header promises it.
    unsafe { about(vault, tenant, subject, out, err, SqliteVault::unrestrict) }
}

/// Corrects a value of a subject; which is a token of it, or its id in an export. Its tokens restore to the new value from
/// now on. The answer is a receipt.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_vault_rectify(
    vault: Option<&wimple_vault>,
    tenant: *const c_char,
    tenant_len: usize,
    subject: *const c_char,
    subject_len: usize,
    which: *const c_char,
    which_len: usize,
    value: *const c_char,
    value_len: usize,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make_text(out, err, || {
        // SAFETY: the contract of the header promises those bytes, unchanged during the call.
        let (tenant, subject, which, value) = unsafe {
            (
                utf8(tenant, tenant_len, "tenant")?,
                utf8(subject, subject_len, "subject")?,
                utf8(which, which_len, "which")?,
                utf8(value, value_len, "value")?,
            )
        };
        Ok(durable(vault)?.rectify(tenant, subject, which, value)?)
    })
}

/// Sets how many days values of a type are kept; below zero for ever. wimple_vault_sweep goes by it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_vault_set_retention(
    vault: Option<&wimple_vault>,
    entity: *const c_char,
    len: usize,
    days: i64,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let entity = unsafe { utf8(entity, len, "entity") }?;
        Ok(durable(vault)?.set_retention(entity, as_days(days)?)?)
    })
}

/// Forgets what is older than its type is kept; run it once a day. The answer is a receipt.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_sweep(
    vault: Option<&wimple_vault>,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make_text(out, err, || Ok(durable(vault)?.sweep()?))
}

/// Makes erasures reach old copies of the file: the vault goes over to a new key of the keyset, and the old one is destroyed,
/// or, where keep_days is not below zero, kept for as many days, so that backups can be restored. save is called up to twice
/// with the keyset. Where the call fails, call it again; the keyset is as it was saved last, or has a key more. The answer is a
/// receipt.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_finalise_erasure(
    vault: Option<&wimple_vault>,
    keyset: Option<&mut wimple_keyset>,
    save: wimple_save_fn,
    user: *mut c_void,
    keep_days: i64,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make_text(out, err, || {
        let (vault, keyset, mut save) = (durable(vault)?, needed(keyset, "keyset")?, saver(save, user)?);
        let days = as_days(keep_days)?;
        Ok(keyset.keep_changing(|keyset| vault.finalise_erasure(keyset, &mut save, days))?)
    })
}

/// Destroys keys that were kept for backups and whose time is up; where there are any, save is called. The answer is a
/// receipt.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_destroy_epochs(
    vault: Option<&wimple_vault>,
    keyset: Option<&mut wimple_keyset>,
    save: wimple_save_fn,
    user: *mut c_void,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make_text(out, err, || {
        let (vault, keyset, mut save) = (durable(vault)?, needed(keyset, "keyset")?, saver(save, user)?);
        Ok(keyset.keep_changing(|keyset| vault.destroy_epochs(keyset, &mut save))?)
    })
}

/// Days as C says them.
fn as_days(days: i64) -> Result<Option<u32>, Failure> {
    match u32::try_from(days) {
        Ok(days) => Ok(Some(days)),
        Err(_) if days < 0 => Ok(None),
        Err(_) => Err(Failure::argument("there are not as many days")),
    }
}
