//! Keyed hashes of values: the same value has the same hash, and nobody without the key can try values out.
//!
//! Comes in: an entity type's name and a value in its canonical form. Goes out: 128 bits.
use core::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::error::Error;
use crate::secret::Secret;

/// The fewest bytes of a key: as many as the hash has.
const LEAST: usize = 32;

/// Bytes of a hash that are shown: among 10⁹ values two share one with a probability of 10⁻²¹.
const SHOWN: usize = 16;

/// A key, already taken in by the MAC. Boxed, so that moving it copies no byte; the state is wiped when dropped, as are
/// the copies of it that each value works on.
pub(crate) struct HashKey(Box<Hmac<Sha256>>);

impl HashKey {
    pub(crate) fn new(key: &Secret) -> Result<Self, Error> {
        let bytes = key.bytes();
        let wrong = |problem: String| Error::InvalidArgument { what: "hash key", problem };
        if bytes.len() < LEAST {
            return Err(wrong(format!("needs {LEAST} random bytes or more, has {}", bytes.len())));
        }
        if bytes.windows(2).all(|pair| matches!(pair, [a, b] if a == b)) {
            return Err(wrong(format!("needs {LEAST} random bytes or more, has one byte over and over")));
        }
        let mac =
            Hmac::new_from_slice(bytes).map_err(|_| wrong("has a length that cannot be used".into()))?;
        Ok(HashKey(Box::new(mac)))
    }

    /// First 128 bits of HMAC-SHA-256 over the name, its length before it, and the canonical value. The words at the
    /// start keep it apart from other uses of the key; their number is the version of the canonical form.
    pub(crate) fn hash(&self, name: &str, canonical: &str) -> [u8; SHOWN] {
        let mut mac = (*self.0).clone();
        mac.update(b"wimple hash 1");
        mac.update(&(name.len() as u64).to_be_bytes());
        mac.update(name.as_bytes());
        mac.update(canonical.as_bytes());
        let full = mac.finalize().into_bytes().0;
        let mut shown = [0; SHOWN];
        shown.iter_mut().zip(full).for_each(|(to, from)| *to = from);
        shown
    }
}

/// The states a MAC is made of are wiped when dropped, says the compiler.
const _: () = {
    const fn wiped<T: zeroize::ZeroizeOnDrop>() {}
    wiped::<Sha256>();
};

impl fmt::Debug for HashKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HashKey(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// HMAC-SHA-256 written out by its definition (RFC 2104), for keys of one block or less, as a twin.
    fn twin(key: &[u8], message: &[u8]) -> [u8; 32] {
        use sha2::Digest;
        let pad = |byte: u8| (0..64).map(|i| key.get(i).unwrap_or(&0) ^ byte).collect::<Vec<_>>();
        let inner = Sha256::new().chain_update(pad(0x36)).chain_update(message).finalize();
        Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().into()
    }

    fn key(bytes: &[u8]) -> HashKey {
        HashKey::new(&Secret::new(bytes)).unwrap()
    }

    #[test]
    fn a_hash_is_the_first_half_of_the_mac() {
        for length in [32usize, 33, 48, 64] {
            let bytes: Vec<u8> = (1..).take(length).collect();
            for (name, value) in [("URL", ""), ("CREDIT_CARD", "4111111111111111"), ("PERSON", "Zoë Ñandú")]
            {
                let mut message = b"wimple hash 1".to_vec();
                message.extend((name.len() as u64).to_be_bytes());
                message.extend(name.as_bytes());
                message.extend(value.as_bytes());
                assert_eq!(key(&bytes).hash(name, value), twin(&bytes, &message)[..16]);
            }
        }
    }

    #[test]
    fn key_name_and_value_are_bound() {
        let (one, two) = (key(b"fedcba9876543210fedcba9876543210"), key(b"0123456789abcdef0123456789abcdef"));
        assert_ne!(one.hash("PERSON", "x"), two.hash("PERSON", "x"));
        assert_ne!(one.hash("PERSON", "x"), one.hash("PERSO", "Nx"));
        assert_ne!(one.hash("PERSON", "x"), one.hash("PERSON", "y"));
        assert_eq!(one.hash("PERSON", "x"), one.hash("PERSON", "x"));
    }

    #[test]
    fn weak_keys_are_refused_without_being_shown() {
        for weak in [&b""[..], b"hunter22", &[7; 31], &[7; 32], &[0; 64]] {
            let error = HashKey::new(&Secret::new(weak)).unwrap_err();
            assert_eq!(error.code(), crate::error::ErrorCode::InvalidArgument);
            assert!(error.to_string().starts_with("hash key: needs 32 random bytes or more, has "));
            assert!(!error.to_string().contains("hunter") && !format!("{error:?}").contains("hunter"));
        }
    }
}
