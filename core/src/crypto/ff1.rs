//! Format-preserving encryption of decimal digits: FF1 under AES-256.
//!
//! Comes in: a key, a tweak and digits. Goes out: as many digits. The arithmetic takes a time that depends on the digits,
//! and the crate that does it wipes its keys but not the numbers it works with.
//!
//! # Sources
//! NIST SP 800-38G; its Rev. 1, second public draft (2025), for the size of the domain: a million numbers or more. FF3 is
//! left out, as that draft does.
use aes::Aes256;
use fpe::ff1::{FF1, FlexibleNumeralString};
use zeroize::Zeroizing;

/// The fewest digits: 10⁶ numbers.
pub(crate) const FF1_LEAST: usize = 6;
/// The most digits that are taken; the crate's step for lengths uses floating point, which is exact far beyond this.
pub(crate) const FF1_MOST: usize = 64;
/// The longest tweak, in bytes: its length is an `i32` inside.
const TWEAK: usize = 256;

/// ASCII digits encrypted. `None` where there are too few, too many, or one is none.
pub(crate) fn ff1_encrypt(key: &[u8; 32], tweak: &[u8], digits: &[u8]) -> Option<Vec<u8>> {
    let (cipher, numerals) = prepared(key, tweak, digits)?;
    Some(plain(cipher.encrypt(tweak, &numerals).ok()?))
}

/// The way back.
pub(crate) fn ff1_decrypt(key: &[u8; 32], tweak: &[u8], digits: &[u8]) -> Option<Vec<u8>> {
    let (cipher, numerals) = prepared(key, tweak, digits)?;
    Some(plain(cipher.decrypt(tweak, &numerals).ok()?))
}

fn prepared(key: &[u8; 32], tweak: &[u8], digits: &[u8]) -> Option<(FF1<Aes256>, FlexibleNumeralString)> {
    if !(FF1_LEAST..=FF1_MOST).contains(&digits.len()) || tweak.len() > TWEAK {
        return None;
    }
    // A key of another length would be a panic; this one has its length in its type.
    let cipher = FF1::<Aes256>::new(key, 10).ok()?;
    let numerals: Option<Vec<u16>> = digits.iter().map(|d| Some(u16::from(d.checked_sub(b'0')?))).collect();
    Some((cipher, numerals?.into()))
}

/// Every numeral is below the radix.
fn plain(numerals: FlexibleNumeralString) -> Vec<u8> {
    let numerals = Zeroizing::new(Vec::<u16>::from(numerals));
    numerals.iter().map(|n| b'0' + u8::try_from(*n).unwrap_or(0) % 10).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use aes::{Aes128, Aes192};
    use proptest::prelude::*;

    /// The key of the samples; the shorter ones are its beginnings.
    #[rustfmt::skip]
    const KEY: [u8; 32] = [
        0x2b, 0x7e, 0x15, 0x16, 0x28, 0xae, 0xd2, 0xa6, 0xab, 0xf7, 0x15, 0x88, 0x09, 0xcf, 0x4f, 0x3c,
        0xef, 0x43, 0x59, 0xd8, 0xd5, 0x80, 0xaa, 0x4f, 0x7f, 0x03, 0x6d, 0x6f, 0x04, 0xfc, 0x6a, 0x94,
    ];
    const TEN: &[u8] = b"9876543210";
    const ELEVEN: &[u8] = b"7777pqrs777";

    fn values(text: &str) -> Vec<u16> {
        text.bytes().map(|b| u16::from(if b.is_ascii_digit() { b - b'0' } else { b - b'a' + 10 })).collect()
    }

    /// NIST, "Block Cipher Modes of Operation: FF1 Method for Format-Preserving Encryption", samples 1 to 9.
    #[test]
    fn nist_samples() {
        let (digits, letters) = ("0123456789", "0123456789abcdefghi");
        let samples: [(usize, u32, &[u8], &str, &str); 9] = [
            (16, 10, b"", digits, "2433477484"),
            (16, 10, TEN, digits, "6124200773"),
            (16, 36, ELEVEN, letters, "a9tv40mll9kdu509eum"),
            (24, 10, b"", digits, "2830668132"),
            (24, 10, TEN, digits, "2496655549"),
            (24, 36, ELEVEN, letters, "xbj3kv35jrawxv32ysr"),
            (32, 10, b"", digits, "6657667009"),
            (32, 10, TEN, digits, "1001623463"),
            (32, 36, ELEVEN, letters, "xs8a0azh2avyalyzuwd"),
        ];
        for (bytes, radix, tweak, open, closed) in samples {
            let (open, closed) = (values(open), values(closed));
            let key = &KEY[..bytes];
            let (there, back): (Vec<u16>, Vec<u16>) = match bytes {
                16 => both(&FF1::<Aes128>::new(key, radix).unwrap(), tweak, &open, &closed),
                24 => both(&FF1::<Aes192>::new(key, radix).unwrap(), tweak, &open, &closed),
                _ => both(&FF1::<Aes256>::new(key, radix).unwrap(), tweak, &open, &closed),
            };
            assert_eq!((there, back), (closed, open), "{bytes} bytes, radix {radix}");
        }
        for (tweak, closed) in [(&b""[..], "6657667009"), (TEN, "1001623463")] {
            assert_eq!(ff1_encrypt(&KEY, tweak, digits.as_bytes()).unwrap(), closed.as_bytes());
            assert_eq!(ff1_decrypt(&KEY, tweak, closed.as_bytes()).unwrap(), digits.as_bytes());
        }
    }

    fn both<C>(cipher: &FF1<C>, tweak: &[u8], open: &[u16], closed: &[u16]) -> (Vec<u16>, Vec<u16>)
    where
        C: aes::cipher::BlockCipherEncrypt + Clone,
    {
        let there = cipher.encrypt(tweak, &FlexibleNumeralString::from(open.to_vec())).unwrap();
        let back = cipher.decrypt(tweak, &FlexibleNumeralString::from(closed.to_vec())).unwrap();
        (there.into(), back.into())
    }

    #[test]
    fn small_domains_and_wrong_digits_are_refused() {
        for wrong in [&b""[..], b"12345", &[b'1'; 65], b"12345A", b"12345 "] {
            assert!(ff1_encrypt(&KEY, b"", wrong).is_none() && ff1_decrypt(&KEY, b"", wrong).is_none());
        }
        assert!(ff1_encrypt(&KEY, &[0; 257], b"123456").is_none());
        assert!(ff1_encrypt(&KEY, &[0; 256], b"123456").is_some());
        assert!(ff1_encrypt(&KEY, b"", &[b'9'; 64]).is_some());
    }

    proptest! {
        #[test]
        fn there_and_back(digits in prop::collection::vec(b'0'..=b'9', 6..=64), tweak: [u8; 32], other: [u8; 32]) {
            let closed = ff1_encrypt(&KEY, &tweak, &digits).unwrap();
            prop_assert_eq!(closed.len(), digits.len());
            prop_assert_eq!(ff1_decrypt(&KEY, &tweak, &closed), Some(digits.clone()));
            if digits.len() > 20 && tweak != other {
                prop_assert_ne!(ff1_decrypt(&KEY, &other, &closed), Some(digits));
            }
        }
    }
}
