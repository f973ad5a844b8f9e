//! CRC-32 of ISO 3309 (polynomial 0x04C11DB7, reflected), the check of several vendors' keys, written there in base 62.
//!
//! Half a byte at a time: a table of 64 bytes is enough for the thirty characters of a key.

/// The CRC-32 of `bytes`.
#[expect(clippy::indexing_slicing, reason = "the index is four bits and the table has sixteen places")]
pub(crate) fn of(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &b| {
        let crc = crc ^ u32::from(b);
        let crc = TABLE[(crc & 15) as usize] ^ crc >> 4;
        TABLE[(crc & 15) as usize] ^ crc >> 4
    })
}

/// Whether `digits` are the six characters of base 62 (`0–9A–Za–z`, zeros in front) that spell the CRC-32 of `bytes`.
pub(crate) fn is_base62(bytes: &[u8], digits: &[u8]) -> bool {
    let value = |b: u8| match b {
        b'0'..=b'9' => Some(u64::from(b - b'0')),
        b'A'..=b'Z' => Some(u64::from(b - b'A') + 10),
        b'a'..=b'z' => Some(u64::from(b - b'a') + 36),
        _ => None,
    };
    // 62⁶ needs 36 bits.
    let number = digits.iter().try_fold(0u64, |number, &b| Some(number * 62 + value(b)?));
    digits.len() == 6 && number == Some(u64::from(of(bytes)))
}

const TABLE: [u32; 16] = {
    let mut table = [0u32; 16];
    let mut n = 0;
    while n < 16 {
        let mut rest = n as u32;
        let mut bit = 0;
        while bit < 4 {
            rest = if rest & 1 == 1 { rest >> 1 ^ 0xEDB8_8320 } else { rest >> 1 };
            bit += 1;
        }
        #[expect(clippy::indexing_slicing, reason = "n is below sixteen")]
        let place = &mut table[n];
        *place = rest;
        n += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::{is_base62, of};

    #[test]
    fn published_values() {
        // The check value of the catalogue of parametrised CRC algorithms, CRC-32/ISO-HDLC.
        assert_eq!(of(b"123456789"), 0xCBF4_3926);
        assert_eq!(of(b""), 0);
        // The example of GitHub's format that its readers verified their code with.
        assert!(is_base62(b"zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ", b"0mLq17"));
        assert!(!is_base62(b"zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ", b"0mLq18"));
        assert!(!is_base62(b"", b"") && !is_base62(b"", b"00000-"));
        assert!(is_base62(b"", b"000000"));
    }

    #[test]
    fn every_change_of_one_character_is_caught() {
        let good = *b"zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17";
        for place in 0..good.len() {
            for c in (b'0'..=b'9').chain(b'A'..=b'Z').chain(b'a'..=b'z').filter(|c| *c != good[place]) {
                let mut bad = good;
                bad[place] = c;
                let (body, digits) = bad.split_at(30);
                assert!(!is_base62(body, digits));
            }
        }
    }
}
