//! How a value is put into a token: AES-256-SIV (RFC 5297) where equal values shall have equal tokens, AES-256-GCM-SIV
//! (RFC 8452) where they shall not.
//!
//! Comes in: a derived key, a value, and what it is bound to. Goes out: a body, or the value again. A body that was
//! changed, or that is opened with another key, header, type, tenant or subject, gives nothing, whichever it was.
use std::sync::{Mutex, TryLockError};

use aes_gcm_siv::aead::{Aead, Payload};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};
use aes_siv::KeyInit;
use aes_siv::siv::Aes256Siv;
use zeroize::Zeroizing;

use super::codec::{Header, NONCE};
use crate::crypto::fill;
use crate::error::Error;

/// What a body belongs to. All of it has to be said again to open one.
#[derive(Clone, Copy)]
pub(crate) struct Bound<'b> {
    pub(crate) header: Header,
    /// Kind and entity type, as the token shows them.
    pub(crate) readable: &'b str,
    pub(crate) tenant: &'b str,
    /// Empty where the token is bound to none.
    pub(crate) subject: &'b str,
}

/// The scheme, first of what every body is bound to.
const SCHEME: &[u8] = b"WIM1";

/// A key of AES-256-SIV with the cipher made of it. The crate's cipher is changed while it works, so threads take turns;
/// one that would have to wait makes its own.
pub(crate) struct SivKey {
    key: Zeroizing<[u8; 64]>,
    ready: Mutex<Aes256Siv>,
}

impl SivKey {
    pub(crate) fn new(key: Zeroizing<[u8; 64]>) -> Self {
        let ready = Mutex::new(Aes256Siv::new(&(*key).into()));
        SivKey { key, ready }
    }

    fn with<T>(&self, work: impl FnOnce(&mut Aes256Siv) -> T) -> T {
        match self.ready.try_lock() {
            Ok(mut siv) => work(&mut siv),
            // One that was left behind by a panic may stand in the middle of something.
            Err(TryLockError::WouldBlock | TryLockError::Poisoned(_)) => {
                work(&mut Aes256Siv::new(&(*self.key).into()))
            }
        }
    }

    /// The same body for the same value and bounds.
    pub(crate) fn seal(&self, bound: &Bound<'_>, value: &[u8]) -> Option<Vec<u8>> {
        let header = bound.header.bytes();
        self.with(|siv| siv.encrypt(elements(bound, &header), value)).ok()
    }

    pub(crate) fn open(&self, bound: &Bound<'_>, body: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let header = bound.header.bytes();
        self.with(|siv| siv.decrypt(elements(bound, &header), body)).ok().map(Zeroizing::new)
    }
}

/// The elements of S2V: each stands for itself, so that no two lists read the same.
fn elements<'e>(bound: &Bound<'e>, header: &'e [u8]) -> [&'e [u8]; 5] {
    [SCHEME, header, bound.readable.as_bytes(), bound.tenant.as_bytes(), bound.subject.as_bytes()]
}

/// The same as one text, each element with its length before it.
fn joined(bound: &Bound<'_>) -> Vec<u8> {
    let header = bound.header.bytes();
    let elements = elements(bound, &header);
    let mut joined = Vec::with_capacity(elements.iter().map(|e| 8 + e.len()).sum());
    for element in elements {
        joined.extend((element.len() as u64).to_be_bytes());
        joined.extend(element);
    }
    joined
}

/// Another body each time: a fresh nonce of 96 bits, then the encrypted value and its tag.
pub(crate) fn seal_random(
    key: &Aes256GcmSiv,
    bound: &Bound<'_>,
    value: &[u8],
) -> Result<Option<Vec<u8>>, Error> {
    let mut nonce = [0; NONCE];
    fill(&mut nonce)?;
    Ok(seal_with(key, nonce, &joined(bound), value))
}

/// Nonce, encrypted value and tag.
pub(crate) fn seal_with(
    key: &Aes256GcmSiv,
    nonce: [u8; NONCE],
    bound: &[u8],
    value: &[u8],
) -> Option<Vec<u8>> {
    let sealed = key.encrypt(&Nonce::from(nonce), Payload { msg: value, aad: bound }).ok()?;
    Some([&nonce[..], &sealed].concat())
}

pub(crate) fn open_random(key: &Aes256GcmSiv, bound: &Bound<'_>, body: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    open_with(key, &joined(bound), body)
}

/// What [`seal_with`] has sealed.
pub(crate) fn open_with(key: &Aes256GcmSiv, bound: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
    key.decrypt(&Nonce::from(*nonce), Payload { msg: sealed, aad: bound }).ok().map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::super::codec::Flags;
    use super::*;
    use proptest::prelude::*;

    fn siv(byte: u8) -> SivKey {
        SivKey::new(Zeroizing::new([byte; 64]))
    }

    fn gcm(byte: u8) -> Aes256GcmSiv {
        Aes256GcmSiv::new(&[byte; 32].into())
    }

    const HEADER: Header = Header { flags: Flags { canonical: false, bound: false }, key: [1, 2, 3, 4] };
    const BOUND: Bound<'static> =
        Bound { header: HEADER, readable: "wimd_person", tenant: "a", subject: "b" };

    /// The same bounds with one thing changed, or moved from one element to the next.
    fn others() -> Vec<Bound<'static>> {
        vec![
            Bound { readable: "wimd_persons", ..BOUND },
            Bound { tenant: "ab", subject: "", ..BOUND },
            Bound { tenant: "", subject: "ab", ..BOUND },
            Bound { tenant: "", ..BOUND },
            Bound { subject: "", ..BOUND },
            Bound { subject: "B", ..BOUND },
            Bound { header: Header { key: [1, 2, 3, 5], ..HEADER }, ..BOUND },
            Bound { header: Header { flags: Flags { canonical: true, bound: false }, ..HEADER }, ..BOUND },
            Bound { header: Header { flags: Flags { canonical: false, bound: true }, ..HEADER }, ..BOUND },
        ]
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens_for_the_same_bounds_alone(value in prop::collection::vec(any::<u8>(), 1..512)) {
            let body = siv(1).seal(&BOUND, &value).unwrap();
            prop_assert_eq!(body.len(), value.len() + 16);
            prop_assert_eq!(siv(1).seal(&BOUND, &value).unwrap(), body.clone());
            prop_assert_eq!(siv(1).open(&BOUND, &body).unwrap().to_vec(), value.clone());
            prop_assert!(siv(2).open(&BOUND, &body).is_none());

            let random = seal_random(&gcm(1), &BOUND, &value).unwrap().unwrap();
            prop_assert_eq!(random.len(), value.len() + 28);
            prop_assert_ne!(&seal_random(&gcm(1), &BOUND, &value).unwrap().unwrap(), &random);
            prop_assert_eq!(open_random(&gcm(1), &BOUND, &random).unwrap().to_vec(), value);
            prop_assert!(open_random(&gcm(2), &BOUND, &random).is_none());

            for other in others() {
                prop_assert!(siv(1).open(&other, &body).is_none() && open_random(&gcm(1), &other, &random).is_none());
            }
        }

        #[test]
        fn a_changed_body_does_not_open(value in prop::collection::vec(any::<u8>(), 1..64), at in any::<prop::sample::Index>(), flip in 1u8..) {
            let mut body = siv(1).seal(&BOUND, &value).unwrap();
            let mut random = seal_random(&gcm(1), &BOUND, &value).unwrap().unwrap();
            let (i, j) = (at.index(body.len()), at.index(random.len()));
            body[i] ^= flip;
            random[j] ^= flip;
            prop_assert!(siv(1).open(&BOUND, &body).is_none() && open_random(&gcm(1), &BOUND, &random).is_none());
            prop_assert!(siv(1).open(&BOUND, &body[..15]).is_none() && open_random(&gcm(1), &BOUND, &random[..11]).is_none());
        }
    }

    /// RFC 5297, appendix A.2 has 128-bit keys; the list of elements is what it shows. Here, that ours are separate and in
    /// this order, against the crate asked directly.
    #[test]
    fn elements_are_those_of_the_specification() {
        let direct = Aes256Siv::new(&[1; 64].into())
            .encrypt([&b"WIM1"[..], &[0x10, 1, 2, 3, 4], b"wimd_person", b"a", b"b"], b"value")
            .unwrap();
        assert_eq!(siv(1).seal(&BOUND, b"value").unwrap(), direct);
    }

    #[test]
    fn threads_that_share_a_key_agree() {
        let key = siv(3);
        let expected = key.seal(&BOUND, b"one value").unwrap();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..200 {
                        assert_eq!(key.seal(&BOUND, b"one value").unwrap(), expected);
                    }
                });
            }
        });
    }
}
