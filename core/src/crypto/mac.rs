//! MACs and digests over several parts, each with its length before it, so that no two lists of parts are one message.
//!
//! Comes in: a key and parts. Goes out: 256 bits: HMAC-SHA-256 (RFC 2104) or SHA-256 (FIPS 180-4).
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// HMAC-SHA-256 over the parts.
pub(crate) fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // A key shorter than a block is filled up with zeros (RFC 2104), so that this is the same key.
    let mut block = zeroize::Zeroizing::new([0; 64]);
    block.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    let mut mac = Hmac::<Sha256>::new((&*block).into());
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().0
}

/// SHA-256 over the parts.
pub(crate) fn digest(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().0
}

/// Whether two tags are the same, in a time that does not tell where they differ.
pub(crate) fn equal(a: &[u8], b: &[u8]) -> bool {
    let differing = a.iter().zip(b).fold(0, |all, (x, y)| all | (x ^ y));
    core::hint::black_box(differing) == 0 && a.len() == b.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// HMAC-SHA-256 written out by its definition (RFC 2104), as a twin.
    fn twin(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
        let pad = |byte: u8| (0..64).map(|i| key.get(i).unwrap_or(&0) ^ byte).collect::<Vec<_>>();
        let inner = Sha256::new().chain_update(pad(0x36)).chain_update(message).finalize();
        Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().into()
    }

    #[test]
    fn parts_have_their_length_before_them() {
        let message =
            [&3u64.to_be_bytes()[..], b"abc", &0u64.to_be_bytes()[..], &1u64.to_be_bytes()[..], b"d"];
        let message = message.concat();
        let parts: [&[u8]; 3] = [b"abc", b"", b"d"];
        assert_eq!(mac(&[7; 32], &parts), twin(&[7; 32], &message));
        assert_eq!(digest(&parts)[..], Sha256::digest(&message)[..]);
        assert_ne!(mac(&[7; 32], &[b"ab", b"c"]), mac(&[7; 32], &[b"a", b"bc"]));
        assert_ne!(digest(&[b"ab", b"c"]), digest(&[b"abc"]));
    }

    #[test]
    fn equal_compares_every_byte_and_the_length() {
        assert!(equal(b"", b"") && equal(b"k7qz", b"k7qz"));
        for other in [&b"x7qz"[..], b"kxqz", b"k7xz", b"k7qx", b"k7q", b"k7qzz", b""] {
            assert!(!equal(b"k7qz", other));
        }
    }
}
