//! Base58 and Base58Check, the writing of Bitcoin addresses and keys.
//!
//! Comes in: the text of a token. Goes out: its bytes, after the checksum has held. Nothing allocates.
use sha2::{Digest, Sha256};

/// Digits and letters without `0`, `O`, `I`, `l`.
const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// The longest value, in bytes with its checksum: an extended key.
pub(crate) const LONGEST: usize = 82;

/// The value of each byte, 58 for what is not in the alphabet.
#[expect(
    clippy::indexing_slicing,
    reason = "computed when compiling; out of bounds would be a compile error"
)]
static VALUE: [u8; 256] = {
    let mut value = [58u8; 256];
    let mut n = 0;
    while n < ALPHABET.len() {
        value[ALPHABET[n] as usize] = n as u8;
        n += 1;
    }
    value
};

/// The value of a digit, 58 for what is none.
pub(crate) fn value(b: u8) -> u8 {
    VALUE.get(usize::from(b)).copied().unwrap_or(58)
}

/// The bytes that `text` stands for, without their checksum, where they are `plausible` and the checksum holds.
pub(crate) fn checked<'b>(
    text: &[u8],
    buffer: &'b mut [u8; LONGEST],
    plausible: impl Fn(&[u8]) -> bool,
) -> Option<&'b [u8]> {
    let bytes = decoded(text, buffer)?;
    let (payload, checksum) = bytes.split_at_checked(bytes.len().checked_sub(4)?)?;
    // Hashing is the dear part.
    if !plausible(payload) {
        return None;
    }
    let hash = Sha256::digest(Sha256::digest(payload));
    (hash.get(..4)? == checksum).then_some(payload)
}

/// Characters taken at once: five make a number below 2^32.
const AT_ONCE: usize = 5;

/// The bytes that `text` stands for, at the end of `buffer`. `None` where it holds other characters or is too long.
pub(crate) fn decoded<'b>(text: &[u8], buffer: &'b mut [u8; LONGEST]) -> Option<&'b [u8]> {
    // The number so far, its lowest 32 bits first.
    let mut limbs = [0u32; LONGEST.div_ceil(4)];
    let mut used = 0;
    for chunk in text.chunks(AT_ONCE) {
        let (mut carry, mut scale) = (0u64, 1u64);
        for &b in chunk {
            let value = value(b);
            if value == 58 {
                return None;
            }
            carry = carry * 58 + u64::from(value);
            scale *= 58;
        }
        for limb in limbs.iter_mut().take(used) {
            carry += u64::from(*limb) * scale;
            *limb = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            *limbs.get_mut(used)? = carry as u32;
            used += 1;
        }
    }
    let mut length = 0;
    for (n, (to, from)) in buffer.iter_mut().rev().zip(limbs.iter().flat_map(|l| l.to_le_bytes())).enumerate()
    {
        *to = from;
        length = if from > 0 { n + 1 } else { length };
    }
    // Bytes that the buffer has no room for are zero, or the number is too long.
    if limbs.iter().flat_map(|l| l.to_le_bytes()).skip(LONGEST).any(|b| b > 0) {
        return None;
    }
    // Each leading 1 is a zero byte.
    let zeros = text.iter().take_while(|&&b| b == b'1').count();
    buffer.get(LONGEST.checked_sub(length + zeros)?..)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn payload(text: &str) -> Option<Vec<u8>> {
        checked(text.as_bytes(), &mut [0; LONGEST], |_| true).map(<[u8]>::to_vec)
    }

    /// Plain long division: the way back, for tests alone.
    fn encoded(bytes: &[u8]) -> String {
        let mut digits: Vec<u8> = Vec::new();
        for &b in bytes {
            let mut carry = u32::from(b);
            for d in &mut digits {
                carry += u32::from(*d) * 256;
                *d = (carry % 58) as u8;
                carry /= 58;
            }
            while carry > 0 {
                digits.push((carry % 58) as u8);
                carry /= 58;
            }
        }
        let zeros = bytes.iter().take_while(|b| **b == 0).count();
        let one = std::iter::repeat_n(0, zeros);
        one.chain(digits.into_iter().rev()).map(|d| ALPHABET[usize::from(d)] as char).collect()
    }

    #[test]
    fn published_values() {
        // The examples of draft-msporny-base58-03, section 5.
        for (bytes, text) in [
            (&b"Hello World!"[..], "2NEpo7TZRRrLZSi2U"),
            (
                b"The quick brown fox jumps over the lazy dog.",
                "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z",
            ),
            (&[0x00, 0x00, 0x28, 0x7f, 0xb4, 0xcd], "11233QC4"),
        ] {
            assert_eq!(decoded(text.as_bytes(), &mut [0; LONGEST]), Some(bytes));
            assert_eq!(encoded(bytes), text);
        }
        // BIP-13: the address of a script.
        assert_eq!(payload("3P14159f73E4gFr7JterCCQh9QjiTjiZrG").map(|p| (p[0], p.len())), Some((5, 21)));
        assert_eq!(payload("3P14159f73E4gFr7JterCCQh9QjiTjiZrH"), None);
    }

    #[test]
    fn what_is_no_base58() {
        for text in ["", "1", "11", "0OIl", "3P14159f73E4gFr7JterCCQh9QjiTjiZr\u{e9}", &"z".repeat(200)] {
            assert_eq!(payload(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn there_and_back(bytes in prop::collection::vec(any::<u8>(), 0..76), zeros in 0usize..3) {
            let bytes = [vec![0; zeros], bytes].concat();
            let hash = Sha256::digest(Sha256::digest(&bytes));
            let text = encoded(&[&bytes[..], &hash[..4]].concat());
            prop_assert_eq!(payload(&text), Some(bytes));
        }

        #[test]
        fn one_wrong_character_is_caught(place in 0usize..34, other in 0usize..58) {
            let mut text = *b"3P14159f73E4gFr7JterCCQh9QjiTjiZrG";
            let same = text[place] == ALPHABET[other];
            text[place] = ALPHABET[other];
            prop_assert_eq!(checked(&text, &mut [0; LONGEST], |_| true).is_some(), same);
        }
    }
}
