//! Whose a token is: a tag of 40 bits that only whoever has the recognition key can write.
//!
//! Comes in: a token that was read. Goes out: whether it is ours. Recognition keys open nothing.
use core::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::codec::{TAG, Token};
use crate::keyset::KeyId;

/// Whose a token is.
///
/// ```
/// use wimple::{Engine, Keyset, Operator, Policy, TokenState};
/// let policy = Policy::new().default(Operator::tokenize());
/// let engine = |keyset| Engine::builder().policy(policy.clone()).keyset(keyset).build();
/// let (ours, theirs) = (engine(Keyset::generate()?)?, engine(Keyset::generate()?)?);
/// let out = ours.redact("bo@example.com")?;
/// assert_eq!(ours.tokens(out.text())[0].state(), TokenState::Own);
/// assert_eq!(theirs.tokens(out.text())[0].state(), TokenState::UnknownKey);
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum TokenState {
    /// Written with a key of this keyset: tag and checksum hold. Nothing is looked for inside it.
    Own,
    /// Well written, with a key that is not of this keyset. What may be hidden in it is looked for.
    UnknownKey,
    /// Well written, with a key of this keyset that is destroyed, so that nobody can tell whether the tag is right.
    DestroyedKey,
    /// Its key is of this keyset and its tag is wrong: whoever wrote it does not have the key.
    Forged,
    /// It reads like a token, and its checksum is wrong: a slip of the pen.
    Damaged,
}

impl TokenState {
    /// `own`, `unknown_key`, `destroyed_key`, `forged` or `damaged`.
    pub const fn name(self) -> &'static str {
        match self {
            TokenState::Own => "own",
            TokenState::UnknownKey => "unknown_key",
            TokenState::DestroyedKey => "destroyed_key",
            TokenState::Forged => "forged",
            TokenState::Damaged => "damaged",
        }
    }
}

/// The recognition keys of a keyset, taken in by the MAC.
#[derive(Clone, Default)]
pub(crate) struct Recognition {
    keys: Vec<(KeyId, Hmac<Sha256>)>,
    /// Keys that are known by their id alone.
    destroyed: Vec<KeyId>,
}

impl Recognition {
    pub(crate) fn add(&mut self, id: KeyId, key: &[u8; 32]) {
        if let Ok(mac) = Hmac::new_from_slice(key) {
            self.keys.push((id, mac));
        }
    }

    pub(crate) fn add_destroyed(&mut self, id: KeyId) {
        self.destroyed.push(id);
    }

    /// Whether nothing can be recognised.
    pub(crate) fn is_empty(&self) -> bool {
        self.keys.is_empty() && self.destroyed.is_empty()
    }

    /// The MAC of tokens that are being written, with their readable part taken in; `None` where the key is not there.
    pub(crate) fn start(&self, id: KeyId, readable: &str) -> Option<TagStart> {
        Some(TagStart(self.mac(id, readable)?))
    }

    /// Whose a token is. Tags are compared in a time that does not tell where they differ.
    pub(crate) fn state(&self, token: &Token) -> TokenState {
        let id = token.header.key;
        match self.mac(id, &token.readable) {
            Some(mac) => match mac.chain_update(token.tagged()).verify_truncated_left(&token.tag()) {
                Ok(()) => TokenState::Own,
                Err(_) => TokenState::Forged,
            },
            None if self.destroyed.contains(&id) => TokenState::DestroyedKey,
            None => TokenState::UnknownKey,
        }
    }

    /// HMAC-SHA-256 over the readable part, its length in 32 bits before it. What follows are the bytes before the tag.
    fn mac(&self, id: KeyId, readable: &str) -> Option<Hmac<Sha256>> {
        let (_, key) = self.keys.iter().find(|(known, _)| *known == id)?;
        let mut mac = key.clone();
        mac.update(&u32::try_from(readable.len()).ok()?.to_be_bytes());
        mac.update(readable.as_bytes());
        Some(mac)
    }
}

/// A MAC that has taken in what all tokens of one kind, type and key begin with.
pub(crate) struct TagStart(Hmac<Sha256>);

impl TagStart {
    /// The tag of the token with these bytes before it.
    pub(crate) fn tag(&self, before: &[u8]) -> Option<[u8; TAG]> {
        self.0.clone().chain_update(before).finalize().into_bytes().first_chunk().copied()
    }
}

impl fmt::Debug for Recognition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Recognition(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::super::codec::{Start, TokenKind};
    use super::*;

    #[test]
    fn a_tag_is_the_first_forty_bits_of_the_mac() {
        let mut keys = Recognition::default();
        keys.add([1, 2, 3, 4], &[7; 32]);
        keys.add_destroyed([5; 4]);
        let before = [&[0x10, 1, 2, 3, 4][..], &[9; 12]].concat();
        let shown = "wimv_us_ssn";
        let mut message = vec![0, 0, 0, 11];
        message.extend(b"wimv_us_ssn");
        message.extend(&before);
        let full =
            Hmac::<Sha256>::new_from_slice(&[7; 32]).unwrap().chain_update(&message).finalize().into_bytes();
        let tag = keys.start([1, 2, 3, 4], shown).unwrap().tag(&before).unwrap();
        assert_eq!(tag, full[..5]);
        assert!(keys.start([5; 4], shown).is_none());

        let state = |shown: &str, before: &[u8], tag: [u8; 5]| {
            let mut text = String::new();
            let name = shown.strip_prefix("wimv_").unwrap();
            let start = Start::new(TokenKind::Vault, name).unwrap();
            start.write(&[before, &tag].concat(), &mut text).unwrap();
            keys.state(&Token::read(&text).unwrap())
        };
        assert_eq!(state(shown, &before, tag), TokenState::Own);
        assert_eq!(state("wimv_us_itin", &before, tag), TokenState::Forged);
        for at in 0..5 {
            let mut other = tag;
            other[at] ^= 1;
            assert_eq!(state(shown, &before, other), TokenState::Forged);
        }
        let of = |id: [u8; 4]| [&[0x10][..], &id, &[9; 12]].concat();
        assert_eq!(state(shown, &of([5; 4]), tag), TokenState::DestroyedKey);
        assert_eq!(state(shown, &of([1, 2, 3, 5]), tag), TokenState::UnknownKey);
        assert_eq!(format!("{keys:?}"), "Recognition(..)");
    }
}
