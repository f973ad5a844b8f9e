//! One root key: its id, what may be done with it, and the 32 bytes everything is derived from.
use core::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::crypto::{ROOT, fill};
use crate::error::{Error, KeysetProblem};
use crate::text::date::Date;

/// Number of a root key: random, never 0.
pub(crate) type KeyId = [u8; 4];

/// Slots are 0 to 8: what a format-preserving number has room for to name its key.
pub(crate) const SLOTS: u8 = 9;

/// What a key may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyStatus {
    /// Makes (where it is primary) and opens tokens.
    Enabled,
    /// Does neither, until it is enabled again. Its tokens are still known as ours.
    Disabled,
    /// Is gone; only its id is left, so that its tokens can be told from foreign ones.
    Destroyed,
}

impl KeyStatus {
    /// `enabled`, `disabled` or `destroyed`.
    pub const fn name(self) -> &'static str {
        match self {
            KeyStatus::Enabled => "enabled",
            KeyStatus::Disabled => "disabled",
            KeyStatus::Destroyed => "destroyed",
        }
    }

    /// The status of that name.
    pub(super) fn named(name: &str) -> Option<Self> {
        [KeyStatus::Enabled, KeyStatus::Disabled, KeyStatus::Destroyed]
            .into_iter()
            .find(|status| status.name() == name)
    }
}

impl fmt::Display for KeyStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// 32 secret bytes that never move: they are written where they stay, shared by all who use them, and wiped with the
/// last of these.
#[derive(Clone)]
pub(crate) struct Root(Arc<Zeroizing<[u8; ROOT]>>);

impl Root {
    /// A root that `write` fills; `None` where it says that it could not.
    pub(super) fn written(write: impl FnOnce(&mut [u8; ROOT]) -> bool) -> Option<Self> {
        let mut root = Arc::new(Zeroizing::new([0; ROOT]));
        // Nobody else has it yet.
        let written = Arc::get_mut(&mut root).is_some_and(|bytes| write(bytes));
        written.then_some(Root(root))
    }

    pub(super) fn generate() -> Result<Self, Error> {
        Root::written(|bytes| fill(bytes).is_ok()).ok_or(Error::Random)
    }

    pub(super) fn bytes(&self) -> &[u8; ROOT] {
        &self.0
    }

    /// One byte over and over: all zeros, above all.
    pub(super) fn is_weak(&self) -> bool {
        self.0.windows(2).all(|pair| matches!(pair, [a, b] if a == b))
    }
}

impl fmt::Debug for Root {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Root(..)")
    }
}

/// A root key.
#[derive(Clone)]
pub(super) struct RootKey {
    pub(super) id: KeyId,
    /// 0 to 8; `None` for a key that found none free.
    pub(super) slot: Option<u8>,
    pub(super) status: KeyStatus,
    pub(super) compromised: bool,
    pub(super) created: Option<Date>,
    pub(super) expires: Option<Date>,
    /// `None` once destroyed.
    pub(super) root: Option<Root>,
}

/// What may be known of a key: no part of it, so safe to log.
///
/// ```
/// use wimple::{KeyStatus, Keyset};
/// let mut keyset = Keyset::generate()?;
/// let first = keyset.primary_id();
/// keyset.rotate()?;
/// let keys = keyset.keys();
/// assert_eq!((keys[0].id(), keys[0].is_primary(), keys[1].is_primary()), (first.as_str(), false, true));
/// assert_eq!((keys[0].status(), keys[0].is_compromised()), (KeyStatus::Enabled, false));
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyInfo {
    pub(super) id: String,
    pub(super) status: KeyStatus,
    pub(super) primary: bool,
    pub(super) compromised: bool,
    pub(super) slot: Option<u8>,
    pub(super) created: Option<Date>,
    pub(super) expires: Option<Date>,
}

impl KeyInfo {
    /// Its id: eight hexadecimal digits, as tokens name it.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What it may be used for.
    pub fn status(&self) -> KeyStatus {
        self.status
    }

    /// Whether new tokens are made with it.
    pub fn is_primary(&self) -> bool {
        self.primary
    }

    /// Whether somebody may have it who should not.
    pub fn is_compromised(&self) -> bool {
        self.compromised
    }

    /// Its short number, 0 to 8, by which cards made with `fpe` name their key; `None` where there was none free, and `fpe`
    /// writes cards between marks.
    pub fn slot(&self) -> Option<u8> {
        self.slot
    }

    /// The day it was made, where the host has said it.
    pub fn created(&self) -> Option<Date> {
        self.created
    }

    /// The day from which it shall be primary no more, where the host has said it.
    pub fn expires(&self) -> Option<Date> {
        self.expires
    }
}

/// An id as people and tokens write it.
pub(super) fn hex(id: KeyId) -> String {
    id.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The id that eight hexadecimal digits in small letters say.
pub(super) fn from_hex(text: &str) -> Option<KeyId> {
    let exact = text.len() == 8 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    Some(u32::from_str_radix(text, 16).ok().filter(|_| exact)?.to_be_bytes())
}

/// A fresh id that none of `taken` has.
pub(super) fn fresh_id(taken: &[RootKey]) -> Result<KeyId, Error> {
    // Of 2³² ids a thousand are taken at most: two of a hundred thousand draws have to be repeated.
    for _ in 0..64 {
        let mut id = [0; 4];
        fill(&mut id)?;
        if id != [0; 4] && taken.iter().all(|key| key.id != id) {
            return Ok(id);
        }
    }
    Err(Error::Random)
}

/// The lowest slot that none of `keys` has.
pub(super) fn free_slot(keys: &[RootKey]) -> Option<u8> {
    (0..SLOTS).find(|slot| keys.iter().all(|key| key.slot != Some(*slot)))
}

pub(super) const fn problem(problem: KeysetProblem) -> Error {
    Error::Keyset(problem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_eight_small_hexadecimal_digits() {
        for id in [[0, 0, 0, 1], [0x3f, 0x9a, 0x1c, 0x07], [255; 4]] {
            assert_eq!(from_hex(&hex(id)), Some(id));
        }
        for wrong in ["", "3f9a1c0", "3f9a1c077", "3F9A1C07", "+f9a1c07", "3f9a1c0g", "3f9a1cé"] {
            assert_eq!(from_hex(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_root_is_what_was_written_and_weak_ones_are_told() {
        assert!(Root::written(|_| false).is_none());
        let root = Root::written(|bytes| {
            bytes.fill(7);
            true
        });
        assert!(root.clone().unwrap().is_weak() && root.unwrap().bytes() == &[7; 32]);
        assert!(!Root::generate().unwrap().is_weak());
    }
}
