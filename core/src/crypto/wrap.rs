//! Keys under keys: 32 bytes wrapped, and unwrapped again in the place where they stay.
//!
//! Comes in: a key, what it is bound to, and a secret of 32 bytes or its wrapped form. Goes out: the other.
//!
//! The wrapped form is a random nonce (12 bytes), the secret under AES-256-GCM-SIV (RFC 8452) and its tag (16 bytes). A
//! nonce that comes twice would tell no more than that two secrets are the same.
use aes_gcm_siv::aead::{AeadInOut, KeyInit};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};

use super::random::fill;
use crate::error::Error;

const NONCE: usize = 12;
const SECRET: usize = 32;
const TAG: usize = 16;

/// Bytes of a wrapped secret.
pub(crate) const WRAPPED: usize = NONCE + SECRET + TAG;

/// Wraps a secret.
pub(crate) fn wrap(key: &[u8; 32], bound: &[u8], secret: &[u8; SECRET]) -> Result<[u8; WRAPPED], Error> {
    let mut nonce = [0; NONCE];
    fill(&mut nonce)?;
    // Encrypted where it goes, so that the secret is copied to no place that stays.
    let mut wrapped = [0; WRAPPED];
    let (head, rest) = wrapped.split_at_mut(NONCE);
    let (body, tail) = rest.split_at_mut(SECRET);
    head.copy_from_slice(&nonce);
    body.copy_from_slice(secret);
    let tag = Aes256GcmSiv::new(key.into())
        .encrypt_inout_detached(&Nonce::from(nonce), bound, body.into())
        .map_err(|_| Error::Random)?;
    tail.copy_from_slice(&tag);
    Ok(wrapped)
}

/// Unwraps into `secret`; says whether it opened. Where it did not, `secret` is all zeros.
pub(crate) fn unwrap(
    key: &[u8; 32],
    bound: &[u8],
    wrapped: &[u8; WRAPPED],
    secret: &mut [u8; SECRET],
) -> bool {
    let (head, rest) = wrapped.split_at(NONCE);
    let (body, tail) = rest.split_at(SECRET);
    let (Ok(nonce), Ok(tag)) = (<[u8; NONCE]>::try_from(head), <[u8; TAG]>::try_from(tail)) else {
        return false;
    };
    secret.copy_from_slice(body);
    let opened = Aes256GcmSiv::new(key.into())
        .decrypt_inout_detached(&Nonce::from(nonce), bound, secret.as_mut_slice().into(), &tag.into())
        .is_ok();
    if !opened {
        secret.fill(0);
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back_and_nothing_else() {
        let wrapped = wrap(&[1; 32], b"bound", &[7; 32]).unwrap();
        assert_ne!(wrapped, wrap(&[1; 32], b"bound", &[7; 32]).unwrap(), "another nonce");
        let open = |key: &[u8; 32], bound: &[u8], wrapped: &[u8; WRAPPED]| {
            let mut secret = [9; 32];
            let opened = unwrap(key, bound, wrapped, &mut secret);
            assert_eq!(secret, if opened { [7; 32] } else { [0; 32] });
            opened
        };
        assert!(open(&[1; 32], b"bound", &wrapped));
        assert!(!open(&[2; 32], b"bound", &wrapped) && !open(&[1; 32], b"bounds", &wrapped));
        for bit in 0..WRAPPED * 8 {
            let mut other = wrapped;
            other[bit / 8] ^= 1 << (bit % 8);
            assert!(!open(&[1; 32], b"bound", &other), "{bit}");
        }
    }
}
