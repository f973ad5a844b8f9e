//! A keyset to a file and back.
//!
//! Comes in: a keyset and what closes it, or a file and what opens it. Goes out: the other, or why not.
use std::sync::Arc;

use super::epoch::Epoch;
use super::key::{Root, RootKey, problem};
use super::lock::Lock;
use super::read::read;
use super::sheet::{FileKeys, Format, Line, Sheet, bound};
use super::write::write;
use super::{Inner, Keyset};
use crate::error::{Error, KeysetProblem};
use crate::text::date::Date;

/// What a file is held against when it is opened.
///
/// ```
/// use wimple::{Date, Keyset, OpenOptions, TestPassphrase};
/// let lock = TestPassphrase::new("for a test");
/// let mut keyset = Keyset::generate()?;
/// let old = keyset.seal(&lock)?;
/// keyset.rotate()?;
/// let seen = keyset.sequence();
/// let options = OpenOptions::new().today(Date { year: 2026, month: 11, day: 25 }).least_sequence(seen);
/// assert!(Keyset::open_with(&keyset.seal(&lock)?, &lock, options).is_ok());
/// assert!(Keyset::open_with(&old, &lock, options).is_err(), "somebody put the old file back");
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct OpenOptions {
    today: Option<Date>,
    least: u64,
}

impl OpenOptions {
    /// Against nothing.
    pub fn new() -> Self {
        OpenOptions::default()
    }

    /// What day it is: a file whose primary key has expired by then is refused.
    pub fn today(mut self, day: Date) -> Self {
        self.today = Some(day);
        self
    }

    /// The highest sequence number the host has seen, kept where whoever can change the file cannot: an older file is
    /// refused.
    pub fn least_sequence(mut self, sequence: u64) -> Self {
        self.least = sequence;
        self
    }
}

impl Keyset {
    /// Writes the keyset as a text: JSON, in which ids, states and dates are readable, roots encrypted and everything
    /// authenticated.
    ///
    /// ```
    /// use wimple::{Keyset, Passphrase};
    /// let file = Keyset::generate()?.seal(&Passphrase::new("twelve characters or more"))?;
    /// assert!(file.starts_with("{\n  \"format\": \"wimple-keyset\",\n  \"version\": 1,\n"));
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// Each file has a random key of its own, which `lock` wraps: a passphrase by Argon2id (RFC 9106; 64 MiB, three passes)
    /// and AES-256-GCM-SIV (RFC 8452), or a [`KeyWrapper`](crate::KeyWrapper). Under keys derived from it the roots are
    /// wrapped by AES-256-GCM-SIV, and HMAC-SHA-256 is made over all that the file says.
    ///
    /// # Errors
    /// [`Error::Keyset`] with [`ShortPassphrase`](KeysetProblem::ShortPassphrase), [`Cost`](KeysetProblem::Cost) where there
    /// is no memory for it, or [`WrongAnswer`](KeysetProblem::WrongAnswer); [`Error::Callback`] where a wrapper gives no
    /// answer; [`Error::Random`].
    pub fn seal<'l>(&self, lock: impl Into<Lock<'l>>) -> Result<String, Error> {
        let inner = &*self.inner;
        let keys = inner.keys.iter().map(|key| (line(key), key.root.clone())).collect();
        let sheet = Sheet {
            format: Format::Keyset,
            id: inner.id.clone(),
            sequence: inner.sequence,
            salt: inner.salt,
            primary: Some(inner.primary),
            ..Sheet::blank()
        };
        closed(sheet, keys, &inner.epochs, lock.into())
    }

    /// Reads what [`seal`](Keyset::seal) has written.
    ///
    /// # Errors
    /// [`Error::Keyset`] with the reason for which the file is not taken; [`Error::Callback`] where a wrapper gives no
    /// answer.
    pub fn open<'l>(file: &str, lock: impl Into<Lock<'l>>) -> Result<Self, Error> {
        Keyset::open_with(file, lock, OpenOptions::new())
    }

    /// As [`open`](Keyset::open), held against what the host knows.
    ///
    /// # Errors
    /// As [`open`](Keyset::open); [`PrimaryExpired`](KeysetProblem::PrimaryExpired) and
    /// [`RolledBack`](KeysetProblem::RolledBack) are told only here.
    pub fn open_with<'l>(file: &str, lock: impl Into<Lock<'l>>, options: OpenOptions) -> Result<Self, Error> {
        let Opened { sheet, roots, epochs } = opened(file, Format::Keyset, lock.into(), options)?;
        let key = |(line, root): (&Line, Option<Root>)| RootKey {
            id: line.id,
            slot: line.slot,
            status: line.status,
            compromised: line.compromised,
            created: line.created,
            expires: line.expires,
            root,
        };
        let primary = sheet.primary.ok_or(problem(KeysetProblem::PrimaryUnknown))?;
        let keys = sheet.keys.iter().zip(roots).map(key).collect();
        let Sheet { id, sequence, salt, .. } = sheet;
        Ok(Keyset { inner: Arc::new(Inner { id, sequence, salt, primary, keys, epochs }) })
    }
}

/// What a file says of a key, but for its root.
pub(super) fn line(key: &RootKey) -> Line {
    Line {
        id: key.id,
        status: key.status,
        compromised: key.compromised,
        slot: key.slot,
        created: key.created,
        expires: key.expires,
        root: None,
    }
}

/// The file of a sheet that has neither keys nor a wrapped key yet.
pub(super) fn closed(
    mut sheet: Sheet,
    keys: Vec<(Line, Option<Root>)>,
    epochs: &[Epoch],
    lock: Lock<'_>,
) -> Result<String, Error> {
    let file = Root::generate()?;
    sheet.wrap = lock.close(&file, &bound(sheet.format, &sheet.id))?;
    let file = FileKeys::new(&file, &sheet.salt)?;
    for (mut line, root) in keys {
        if let Some(root) = root {
            line.wrap(&file, sheet.format, &sheet.id, &root)?;
        }
        sheet.keys.push(line);
    }
    sheet.epochs = epochs.iter().map(|e| e.wrapped(&file, &sheet.id)).collect::<Result<_, _>>()?;
    sheet.mac = sheet.computed(&file);
    Ok(write(&sheet))
}

/// What a file says, and what was wrapped in it.
pub(super) struct Opened {
    pub(super) sheet: Sheet,
    /// In the order of its keys.
    pub(super) roots: Vec<Option<Root>>,
    pub(super) epochs: Vec<Epoch>,
}

/// Reads and unwraps a file. Everything that can be told without a key is told first.
pub(super) fn opened(
    file: &str,
    format: Format,
    lock: Lock<'_>,
    options: OpenOptions,
) -> Result<Opened, Error> {
    let sheet = read(file, format).map_err(problem)?;
    sheet.check(options.today).map_err(problem)?;
    let key = lock.open(&sheet.wrap, &bound(format, &sheet.id))?;
    let file = FileKeys::new(&key, &sheet.salt)?;
    if !sheet.is_whole(&file) {
        return Err(problem(KeysetProblem::Changed));
    }
    if sheet.sequence < options.least {
        let (found, least) = (sheet.sequence, options.least);
        return Err(problem(KeysetProblem::RolledBack { found, least }));
    }
    let roots =
        sheet.keys.iter().map(|line| line.root(&file, format, &sheet.id)).collect::<Result<_, _>>()?;
    let epochs = sheet.epochs.iter().map(|e| e.unwrapped(&file, &sheet.id)).collect::<Result<_, _>>()?;
    Ok(Opened { sheet, roots, epochs })
}
