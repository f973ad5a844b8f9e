//! Keysets in files and in the environment: read and written by these calls, and by nothing else.
use core::ffi::c_char;
use core::mem::MaybeUninit;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use base64ct::{Base64, Encoding};
use wimple::Keyset;

use crate::boundary::{Failure, change, make, needed, utf8};
use crate::keyset::wimple_keyset;
use crate::lock::wimple_lock;
use crate::status::{wimple_error, wimple_status};

/// The core reads no longer text; a byte more, so that it is the one to say so.
const LONGEST: u64 = (1 << 20) + 1;

/// Reads a keyset from a file, path in UTF-8. On Unix, a file that others than its owner may read or write is refused.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_keyset_from_file(
    path: *const c_char,
    len: usize,
    lock: Option<&wimple_lock>,
    out: Option<&mut MaybeUninit<*mut wimple_keyset>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let path = unsafe { utf8(path, len, "path") }?;
        let lock = needed(lock, "lock")?;
        let text = read(Path::new(path))?;
        Ok(wimple_keyset::of(Keyset::open_with(&text, lock.lock(), lock.options())?))
    })
}

/// Writes a keyset to a file that only its owner may read, in the place of the old one: there is always one whole file.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_keyset_to_file(
    keyset: Option<&wimple_keyset>,
    path: *const c_char,
    len: usize,
    lock: Option<&wimple_lock>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let keyset = needed(keyset, "keyset")?;
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let path = unsafe { utf8(path, len, "path") }?;
        let text = keyset.keyset().seal(needed(lock, "lock")?.lock())?;
        write(Path::new(path), &text)
    })
}

/// Reads a keyset from the variable of the environment that is called name: the JSON itself, or that in base64.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_keyset_from_env(
    name: *const c_char,
    len: usize,
    lock: Option<&wimple_lock>,
    out: Option<&mut MaybeUninit<*mut wimple_keyset>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let name = unsafe { utf8(name, len, "name") }?;
        let lock = needed(lock, "lock")?;
        let text = variable(name)?;
        Ok(wimple_keyset::of(Keyset::open_with(&text, lock.lock(), lock.options())?))
    })
}

fn read(path: &Path) -> Result<String, Failure> {
    let failed =
        |error: std::io::Error| Failure::keyset(format!("the file cannot be read: {}", error.kind()));
    let file = File::open(path).map_err(failed)?;
    // Asked of the open file, so that it cannot be another one by the time it is read.
    refuse_public(&file.metadata().map_err(failed)?)?;
    let mut text = String::new();
    file.take(LONGEST).read_to_string(&mut text).map_err(failed)?;
    Ok(text)
}

#[cfg(unix)]
fn refuse_public(metadata: &fs::Metadata) -> Result<(), Failure> {
    use std::os::unix::fs::MetadataExt;
    let mode = metadata.mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(Failure::keyset(format!(
            "others than its owner may use the file: its mode is {mode:03o}, make it 600"
        )));
    }
    Ok(())
}

#[cfg(not(unix))]
fn refuse_public(_: &fs::Metadata) -> Result<(), Failure> {
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let failed =
        |error: std::io::Error| Failure::keyset(format!("the file cannot be written: {}", error.kind()));
    let mut name = path.file_name().ok_or_else(|| failed(ErrorKind::InvalidFilename.into()))?.to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let beside = path.with_file_name(name);
    let written = write_new(&beside, text).and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&beside);
        failed(error)
    })
}

fn write_new(path: &PathBuf, text: &str) -> Result<(), std::io::Error> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn variable(name: &str) -> Result<String, Failure> {
    let missing = || Failure::keyset("the environment has no text of that name");
    // A name with NUL or `=` in it would be a panic.
    if name.is_empty() || name.contains(['=', '\0']) {
        return Err(missing());
    }
    let text = std::env::var(name).map_err(|_| missing())?;
    let text = text.trim();
    if text.starts_with('{') {
        return Ok(text.to_owned());
    }
    let bytes = Base64::decode_vec(text).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    bytes.ok_or_else(|| Failure::keyset("the variable holds neither a sealed keyset nor one in base64"))
}
