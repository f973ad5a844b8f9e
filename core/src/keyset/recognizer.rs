//! Keys that know tokens and open none.
//!
//! Comes in: a keyset. Goes out: its recognition keys, alone or as a file.
use core::fmt;
use std::sync::Arc;

use super::Keyset;
use super::key::{KeyId, KeyStatus, Root, hex};
use super::lock::Lock;
use super::open::{OpenOptions, Opened, closed, opened};
use super::sheet::{Format, Line, Sheet};
use crate::crypto::{Purpose, ROOT, Scope, derive, fill};
use crate::error::Error;

/// Knows the tokens of a keyset and cannot open one: for a gateway that must not mask tokens again, or strips them.
///
/// ```
/// use wimple::{Engine, Keyset, Operator, Policy, TokenState};
/// let policy = Policy::new().default(Operator::tokenize());
/// let keyset = Keyset::generate()?;
/// let inside = Engine::builder().policy(policy).keyset(keyset.clone()).build()?;
/// let text = inside.redact("I am at bo@example.com")?.into_text();
///
/// let edge = Engine::builder().token_recognizer(keyset.export_recognizer()).build()?;
/// assert_eq!(edge.tokens(&text)[0].state(), TokenState::Own);
/// assert_eq!(edge.redact(&text)?.text(), text, "nothing is looked for in a token of ours");
/// assert!(edge.restore(&text).is_err(), "and nothing is opened");
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// Its keys are derived from the roots one way (HKDF), so that whoever steals them can open nothing. What he can do is
/// write texts that pass for tokens, in which nothing is looked for: keep it out of the open. It knows the keys that the
/// keyset had when it was exported, disabled ones included; after a rotation, export it again.
///
/// `Debug` says nothing; the keys are wiped when the last clone is dropped.
#[derive(Clone)]
pub struct TokenRecognizer {
    inner: Arc<Inner>,
}

struct Inner {
    id: String,
    sequence: u64,
    keys: Vec<Known>,
}

struct Known {
    id: KeyId,
    status: KeyStatus,
    compromised: bool,
    /// `None` where the root is destroyed.
    key: Option<Root>,
}

impl Keyset {
    /// The recognition keys of this keyset, alone.
    pub fn export_recognizer(&self) -> TokenRecognizer {
        let inner = &*self.inner;
        let scope = Scope { purpose: Purpose::Recognize, tenant: "", entity: "", canonical: 0 };
        let known = inner.keys.iter().map(|key| {
            let derived = key.root.as_ref().and_then(|root| {
                let derived = derive::<ROOT>(root.bytes(), &inner.salt, key.id, &scope)?;
                Root::written(|to| {
                    to.copy_from_slice(&*derived);
                    true
                })
            });
            Known { id: key.id, status: key.status, compromised: key.compromised, key: derived }
        });
        TokenRecognizer {
            inner: Arc::new(Inner { id: inner.id.clone(), sequence: inner.sequence, keys: known.collect() }),
        }
    }
}

impl TokenRecognizer {
    /// Writes it as a text, as [`Keyset::seal`] does with a keyset; `format` says `wimple-recognizer`.
    ///
    /// # Errors
    /// As [`Keyset::seal`].
    pub fn seal<'l>(&self, lock: impl Into<Lock<'l>>) -> Result<String, Error> {
        let inner = &*self.inner;
        let line = |known: &Known| {
            let line = Line {
                id: known.id,
                status: known.status,
                compromised: known.compromised,
                slot: None,
                created: None,
                expires: None,
                root: None,
            };
            (line, known.key.clone())
        };
        // The salt of the keyset is no business of those who only recognise.
        let mut salt = [0; ROOT];
        fill(&mut salt)?;
        let sheet = Sheet {
            format: Format::Recognizer,
            id: inner.id.clone(),
            sequence: inner.sequence,
            salt,
            ..Sheet::blank()
        };
        closed(sheet, inner.keys.iter().map(line).collect(), &[], lock.into())
    }

    /// Reads what [`seal`](TokenRecognizer::seal) has written.
    ///
    /// # Errors
    /// As [`Keyset::open`].
    pub fn open<'l>(file: &str, lock: impl Into<Lock<'l>>) -> Result<Self, Error> {
        TokenRecognizer::open_with(file, lock, OpenOptions::new())
    }

    /// As [`open`](TokenRecognizer::open), held against what the host knows; the day does not matter here.
    ///
    /// # Errors
    /// As [`Keyset::open_with`].
    pub fn open_with<'l>(file: &str, lock: impl Into<Lock<'l>>, options: OpenOptions) -> Result<Self, Error> {
        let Opened { sheet, roots, .. } = opened(file, Format::Recognizer, lock.into(), options)?;
        let known = sheet.keys.iter().zip(roots).map(|(line, key)| Known {
            id: line.id,
            status: line.status,
            compromised: line.compromised,
            key,
        });
        let keys = known.collect();
        let Sheet { id, sequence, .. } = sheet;
        Ok(TokenRecognizer { inner: Arc::new(Inner { id, sequence, keys }) })
    }

    /// The name of the keyset it was exported from.
    pub fn id(&self) -> &str {
        &self.inner.id
    }

    /// The sequence number the keyset had then.
    pub fn sequence(&self) -> u64 {
        self.inner.sequence
    }

    /// The ids of the keys whose tokens it knows, destroyed ones included.
    pub fn key_ids(&self) -> Vec<String> {
        self.inner.keys.iter().map(|known| hex(known.id)).collect()
    }

    /// The recognition keys; `None` of a key that is destroyed.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (KeyId, Option<&[u8; ROOT]>)> {
        self.inner.keys.iter().map(|known| (known.id, known.key.as_ref().map(Root::bytes)))
    }
}

impl fmt::Debug for TokenRecognizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenRecognizer(..)")
    }
}
