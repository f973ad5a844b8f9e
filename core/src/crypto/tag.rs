//! Short keyed tags, by which a session knows its own placeholders.
//!
//! Comes in: an entity type's name and a number. Goes out: three characters nobody without the key can tell.
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::random;
use crate::error::Error;

/// Length of a tag, in characters and bytes.
pub(crate) const TAG: usize = 3;

/// A tag: characters of [`TAG_ALPHABET`].
pub(crate) type Tag = [u8; TAG];

/// The 32 characters of Bech32 (BIP-173): none that is easily taken for another.
pub(crate) const TAG_ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// A key of one block of SHA-256, so that HMAC takes it as it is. Boxed, so that moving it copies no byte; wiped when
/// dropped.
pub(crate) struct Key(Box<Zeroizing<[u8; 64]>>);

impl Key {
    /// A fresh key.
    pub(crate) fn generate() -> Result<Self, Error> {
        let mut key = Box::new(Zeroizing::new([0; 64]));
        random::fill(key.as_mut_slice())?;
        Ok(Key(key))
    }

    /// A key that a test knows.
    #[cfg(test)]
    pub(crate) fn of(bytes: [u8; 64]) -> Self {
        Key(Box::new(Zeroizing::new(bytes)))
    }

    /// First 15 bits of HMAC-SHA-256 over the name, its length before it, and the number.
    pub(crate) fn tag(&self, name: &str, number: u32) -> Tag {
        let mut mac = Hmac::<Sha256>::new((&**self.0).into());
        mac.update(b"wimple placeholder 1");
        mac.update(&(name.len() as u64).to_be_bytes());
        mac.update(name.as_bytes());
        mac.update(&number.to_be_bytes());
        let [a, b, ..] = mac.finalize().into_bytes().0;
        let bits = u16::from_be_bytes([a, b]);
        [bits >> 11, bits >> 6, bits >> 1].map(letter)
    }
}

/// The character of the low five bits.
fn letter(bits: u16) -> u8 {
    TAG_ALPHABET.get(usize::from(bits & 31)).copied().unwrap_or(b'q')
}

/// Whether two tags are the same, in a time that does not tell where they differ.
pub(crate) fn same(a: &Tag, b: &Tag) -> bool {
    let differing = a.iter().zip(b).fold(0, |acc, (x, y)| acc | (x ^ y));
    core::hint::black_box(differing) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// HMAC-SHA-256 written out by its definition (RFC 2104), as a twin.
    fn twin(key: &[u8; 64], message: &[u8]) -> [u8; 32] {
        use sha2::Digest;
        let pad = |byte: u8| key.map(|k| k ^ byte);
        let inner = Sha256::new().chain_update(pad(0x36)).chain_update(message).finalize();
        Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().into()
    }

    #[test]
    fn tag_is_the_first_fifteen_bits_of_the_mac() {
        for number in 1..200u32 {
            let key = [number as u8; 64];
            let mut message = b"wimple placeholder 1".to_vec();
            message.extend(6u64.to_be_bytes());
            message.extend(b"PERSON");
            message.extend(number.to_be_bytes());
            let mac = twin(&key, &message);
            let bits = u32::from(mac[0]) << 16 | u32::from(mac[1]) << 8;
            let expected = [19, 14, 9].map(|shift| TAG_ALPHABET[(bits >> shift & 31) as usize]);
            assert_eq!(Key(Box::new(Zeroizing::new(key))).tag("PERSON", number), expected);
        }
    }

    #[test]
    fn keys_differ_and_bind_name_and_number() {
        let tags = |key: &Key, name: &str| (1..64).map(|n| key.tag(name, n)).collect::<Vec<_>>();
        let (one, two) = (Key::generate().unwrap(), Key::generate().unwrap());
        assert_ne!(tags(&one, "PERSON"), tags(&two, "PERSON"));
        assert_ne!(tags(&one, "PERSON"), tags(&one, "PERSONS"));
        assert_eq!(tags(&one, "PERSON"), tags(&one, "PERSON"));
    }

    #[test]
    fn same_compares_every_character() {
        assert!(same(b"k7q", b"k7q"));
        for other in [b"x7q", b"kxq", b"k7x"] {
            assert!(!same(b"k7q", other));
        }
    }
}
