//! Vaults on disk: made, opened, looked after. A library that was built without the feature `sqlite` has none of these.
use core::ffi::{c_char, c_void};
use core::mem::MaybeUninit;
use std::path::Path;

use wimple::{Error, Keyset};
use wimple_sqlite::SqliteVault;

use crate::boundary::{Failure, ask, change, make, needed, utf8};
use crate::keyset::wimple_keyset;
use crate::status::{wimple_error, wimple_status};
use crate::text::{make_text, wimple_str, wimple_text};
use crate::vault::wimple_vault;
use crate::vault_options::wimple_vault_options;

/// Your function that has a keyset on disk before it returns 0, with wimple_keyset_to_file or otherwise. Whatever else it
/// returns makes the call that asked fail with WIMPLE_STATUS_CALLBACK. The keyset lives while your function runs; it may
/// not use the vault that asks.
pub type wimple_save_fn =
    Option<unsafe extern "C" fn(user: *mut c_void, keyset: *const wimple_keyset) -> u32>;

/// What has a keyset on disk.
pub(crate) fn saver(
    save: wimple_save_fn,
    user: *mut c_void,
) -> Result<impl FnMut(&Keyset) -> Result<(), Error>, Failure> {
    let save = needed(save, "save")?;
    Ok(move |keyset: &Keyset| {
        let keyset = wimple_keyset::of(keyset.clone());
        // SAFETY: the host gave both for each other, and the keyset lives until the function returns.
        match unsafe { save(user, &raw const keyset) } {
            0 => Ok(()),
            _ => Err(Error::Callback { what: "save".to_owned(), problem: "it did not save the keyset" }),
        }
    })
}

/// The vault, if it is on disk.
pub(crate) fn durable(vault: Option<&wimple_vault>) -> Result<&SqliteVault, Failure> {
    let vault = needed(vault, "vault")?.durable();
    Ok(&vault.ok_or_else(|| Failure::argument("the vault is in memory, not on disk"))?.0)
}

/// Makes a vault in a file, path in UTF-8, where there is no file yet. The key of its first epoch is added to the keyset,
/// and save is called with that: a vault whose epoch key is lost opens for nobody. options may be NULL. The file must not be
/// opened by another copy of SQLite in the same process. Where the call fails, the keyset may have a key more that is of no
/// use.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_vault_create(
    path: *const c_char,
    len: usize,
    keyset: Option<&mut wimple_keyset>,
    save: wimple_save_fn,
    user: *mut c_void,
    options: Option<&wimple_vault_options>,
    out: Option<&mut MaybeUninit<*mut wimple_vault>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let path = unsafe { utf8(path, len, "path") }?;
        let (keyset, mut save) = (needed(keyset, "keyset")?, saver(save, user)?);
        let options = wimple_vault_options::given(options);
        let create = |keyset: &mut Keyset| SqliteVault::create(Path::new(path), keyset, &mut save, options);
        Ok(wimple_vault::on_disk(keyset.keep_changing(create)?))
    })
}

/// Opens a vault. Each process opens it for itself; a file that was open when the process was forked is not opened in it.
/// options may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_vault_open(
    path: *const c_char,
    len: usize,
    keyset: Option<&wimple_keyset>,
    options: Option<&wimple_vault_options>,
    out: Option<&mut MaybeUninit<*mut wimple_vault>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let path = unsafe { utf8(path, len, "path") }?;
        let keyset = needed(keyset, "keyset")?.keyset();
        let options = wimple_vault_options::given(options);
        Ok(wimple_vault::on_disk(SqliteVault::open(Path::new(path), keyset, options)?))
    })
}

/// The name of a vault on disk: vt_ and sixteen hexadecimal digits. Empty of one in memory.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_id(vault: Option<&wimple_vault>) -> wimple_str {
    ask(|| vault?.durable().map(|(_, id)| id.as_str().into()))
}

/// Takes a newer keyset up: after a rotation, or where another process has finished an erasure and calls here fail, since
/// the vault's epoch key is missing.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_take_keys(
    vault: Option<&wimple_vault>,
    keyset: Option<&wimple_keyset>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || Ok(durable(vault)?.take_keys(needed(keyset, "keyset")?.keyset())?))
}

/// What is in the vault, in numbers, as JSON: safe to log.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_status(
    vault: Option<&wimple_vault>,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make_text(out, err, || Ok(durable(vault)?.status()?))
}

/// Reads the whole file and says as JSON, in numbers, what is wrong with it: "well" is true where nothing is.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_check(
    vault: Option<&wimple_vault>,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make_text(out, err, || Ok(durable(vault)?.check()?.to_json()))
}

/// Writes a copy to a file that is not there yet, while others go on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_vault_backup(
    vault: Option<&wimple_vault>,
    path: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let path = unsafe { utf8(path, len, "path") }?;
        Ok(durable(vault)?.backup(Path::new(path))?)
    })
}
