//! The published primitives give what their standards say. What is built on them has its own frozen vectors: derived keys
//! in `core/src/keyset`, tokens in `core/tests/it/tokens`; FF1 has NIST's samples in `core/src/crypto/ff1.rs`, Argon2id
//! those of RFC 9106 in `core/src/keyset/passphrase.rs`.
use aes_gcm_siv::Aes256GcmSiv;
use aes_gcm_siv::aead::{Aead, KeyInit, Payload};
use aes_siv::siv::Aes128Siv;
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;

fn bytes(hex: &str) -> Vec<u8> {
    let hex: String = hex.split_whitespace().collect();
    (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect()
}

fn counted(range: std::ops::RangeInclusive<u8>) -> Vec<u8> {
    range.collect()
}

/// RFC 4231, section 4: HMAC-SHA-256.
#[test]
fn rfc_4231() {
    let long = b"This is a test using a larger than block-size key and a larger than block-size data. \
                 The key needs to be hashed before being used by the HMAC algorithm.";
    let cases: [(Vec<u8>, Vec<u8>, &str); 7] = [
        (
            vec![0x0b; 20],
            b"Hi There".to_vec(),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        ),
        (
            b"Jefe".to_vec(),
            b"what do ya want for nothing?".to_vec(),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        ),
        (vec![0xaa; 20], vec![0xdd; 50], "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
        (counted(1..=25), vec![0xcd; 50], "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
        (vec![0x0c; 20], b"Test With Truncation".to_vec(), "a3b6167473100ee06e0c796c2955552b"),
        (
            vec![0xaa; 131],
            b"Test Using Larger Than Block-Size Key - Hash Key First".to_vec(),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        ),
        (vec![0xaa; 131], long.to_vec(), "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
    ];
    for (n, (key, message, expected)) in cases.iter().enumerate() {
        let mac = Hmac::<Sha256>::new_from_slice(key).unwrap().chain_update(message).finalize().into_bytes();
        let expected = bytes(expected);
        assert_eq!(mac[..expected.len()], expected, "case {}", n + 1);
    }
}

/// Secret, salt, info, what is extracted and what is expanded, both in hexadecimal.
type Derivation = (Vec<u8>, Option<Vec<u8>>, Vec<u8>, &'static str, &'static str);

/// RFC 5869, appendix A: HKDF-SHA-256.
#[test]
fn rfc_5869() {
    let cases: [Derivation; 3] = [
        (
            vec![0x0b; 22],
            Some(counted(0x00..=0x0c)),
            counted(0xf0..=0xf9),
            "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5",
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        ),
        (
            counted(0x00..=0x4f),
            Some(counted(0x60..=0xaf)),
            counted(0xb0..=0xff),
            "06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244",
            "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09\
             da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
        ),
        (
            vec![0x0b; 22],
            None,
            Vec::new(),
            "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04",
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
        ),
    ];
    for (n, (secret, salt, info, extracted, expanded)) in cases.iter().enumerate() {
        let (extract, kdf) = Hkdf::<Sha256>::extract(salt.as_deref(), secret);
        assert_eq!(extract[..], bytes(extracted), "case {}", n + 1);
        let expanded = bytes(expanded);
        let mut out = vec![0; expanded.len()];
        kdf.expand(info, &mut out).unwrap();
        assert_eq!(out, expanded, "case {}", n + 1);
    }
}

/// RFC 5297, appendix A. Its keys are for AES-128; the crate's code is the same for AES-256, which Wycheproof's set holds.
#[test]
fn rfc_5297() {
    let cases: [(&str, &[&str], &str, &str); 2] = [
        (
            "fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0 f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff",
            &["101112131415161718191a1b1c1d1e1f2021222324252627"],
            "112233445566778899aabbccddee",
            "85632d07c6e8f37f950acd320a2ecc93 40c02b9690c4dc04daef7f6afe5c",
        ),
        (
            "7f7e7d7c7b7a79787776757473727170 404142434445464748494a4b4c4d4e4f",
            &[
                "00112233445566778899aabbccddeeffdeaddadadeaddadaffeeddccbbaa99887766554433221100",
                "102030405060708090a0",
                "09f911029d74e35bd84156c5635688c0",
            ],
            "7468697320697320736f6d6520706c61696e7465787420746f20656e6372797074207573696e67205349562d414553",
            "7bdb6e3b432667eb06f4d14bff2fbd0f cb900f2fddbe404326601965c889bf17dba77ceb094fa663b7a3f748ba8af829ea64ad54\
             4a272e9c485b62a3fd5c0d",
        ),
    ];
    for (key, elements, open, closed) in cases {
        let key = bytes(key);
        let elements: Vec<Vec<u8>> = elements.iter().map(|hex| bytes(hex)).collect();
        let siv = || Aes128Siv::new_from_slice(&key).unwrap();
        assert_eq!(siv().encrypt(&elements, &bytes(open)).unwrap(), bytes(closed));
        assert_eq!(siv().decrypt(&elements, &bytes(closed)).unwrap(), bytes(open));
        let mut forged = bytes(closed);
        forged[0] ^= 1;
        assert!(siv().decrypt(&elements, &forged).is_err());
    }
}

/// RFC 8452, appendix C.2: AES-256-GCM-SIV.
#[test]
fn rfc_8452() {
    let mut key = [0; 32];
    key[0] = 1;
    let mut nonce = [0; 12];
    nonce[0] = 3;
    let cipher = Aes256GcmSiv::new(&key.into());
    for (aad, open, closed) in [
        ("", "", "07f5f4169bbf55a8400cd47ea6fd400f"),
        ("", "0100000000000000", "c2ef328e5c71c83b 843122130f7364b761e0b97427e3df28"),
        ("", "010000000000000000000000", "9aab2aeb3faa0a34aea8e2b1 8ca50da9ae6559e48fd10f6e5c9ca17e"),
        (
            "",
            "01000000000000000000000000000000",
            "85a01b63025ba19b7fd3ddfc033b3e76 c9eac6fa700942702e90862383c6c366",
        ),
        ("01", "0200000000000000", "1de22967237a8132 91213f267e3b452f02d01ae33e4ec854"),
    ] {
        let (aad, open, closed) = (bytes(aad), bytes(open), bytes(closed));
        let sealed = cipher.encrypt(&nonce.into(), Payload { msg: &open, aad: &aad }).unwrap();
        assert_eq!(sealed, closed);
        assert_eq!(cipher.decrypt(&nonce.into(), Payload { msg: &closed, aad: &aad }).unwrap(), open);
        let wrong = Payload { msg: &closed, aad: b"other" };
        assert!(cipher.decrypt(&nonce.into(), wrong).is_err());
    }
}
