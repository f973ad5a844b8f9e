//! Keysets in files and in the environment: read and written where a host asks for it, and nowhere else.
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use base64ct::{Base64, Encoding};
use pyo3::prelude::*;

use crate::errors;

/// The core reads no longer text; a byte more, so that it is the one to say so.
const LONGEST: u64 = (1 << 20) + 1;

/// Why there is no text.
pub(crate) enum Trouble {
    /// An `OSError` for Python.
    File(io::Error),
    /// A `KeysetError`: what is wrong, and its name.
    Refused(String, &'static str),
}

impl Trouble {
    pub(crate) fn raised(self, py: Python<'_>) -> PyErr {
        match self {
            Trouble::File(error) => error.into(),
            Trouble::Refused(message, problem) => errors::keyset(py, &message, problem),
        }
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Trouble::File(error)
    }
}

/// The text of a file that belongs to its owner alone.
pub(crate) fn read(path: &Path) -> Result<String, Trouble> {
    let file = File::open(path)?;
    // Asked of the open file, so that it cannot be another one by the time it is read.
    refuse_public(&file.metadata()?)?;
    let mut text = String::new();
    file.take(LONGEST).read_to_string(&mut text)?;
    Ok(text)
}

#[cfg(unix)]
fn refuse_public(metadata: &fs::Metadata) -> Result<(), Trouble> {
    use std::os::unix::fs::MetadataExt;
    let mode = metadata.mode() & 0o777;
    if mode & 0o077 != 0 {
        let message =
            format!("keyset: others than its owner may use the file: its mode is {mode:03o}, make it 600");
        return Err(Trouble::Refused(message, "public_file"));
    }
    Ok(())
}

#[cfg(not(unix))]
fn refuse_public(_: &fs::Metadata) -> Result<(), Trouble> {
    Ok(())
}

/// Writes a text beside the file and puts it in its place: there is always one whole file.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Trouble> {
    let mut name = path.file_name().ok_or(ErrorKind::InvalidFilename).map_err(io::Error::from)?.to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let beside = path.with_file_name(name);
    let written = write_new(&beside, text).and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&beside);
        Trouble::File(error)
    })
}

fn write_new(path: &Path, text: &str) -> Result<(), io::Error> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// The text of a variable: the JSON itself, or that in base64.
pub(crate) fn variable(value: Option<String>) -> Result<String, Trouble> {
    let missing =
        || Trouble::Refused("keyset: the environment has no text of that name".into(), "missing_variable");
    let value = value.ok_or_else(missing)?;
    let text = value.trim();
    if text.starts_with('{') {
        return Ok(text.to_owned());
    }
    let bytes = Base64::decode_vec(text).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    bytes.ok_or_else(|| {
        let message = "keyset: the variable holds neither a sealed keyset nor one in base64";
        Trouble::Refused(message.into(), "not_json")
    })
}
