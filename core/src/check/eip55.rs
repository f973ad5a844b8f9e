//! EIP-55, the checksum that an Ethereum address carries in the case of its letters.
use sha3::{Digest, Keccak256};

/// Whether the case of each letter of 40 hexadecimal digits is what the hash of the digits in lower case asks for.
pub(crate) fn is_checksummed(digits: &[u8]) -> bool {
    if digits.len() != 40 || !digits.iter().all(u8::is_ascii_hexdigit) {
        return false;
    }
    let mut hash = Keccak256::new();
    for &d in digits {
        hash.update([d.to_ascii_lowercase()]);
    }
    let hash = hash.finalize();
    let nibbles = hash.iter().flat_map(|b| [b >> 4, b & 15]);
    digits
        .iter()
        .zip(nibbles)
        .all(|(d, nibble)| !d.is_ascii_alphabetic() || d.is_ascii_uppercase() == (nibble >= 8))
}

#[cfg(test)]
mod tests {
    use super::is_checksummed;

    /// The examples of EIP-55 that have both cases or one.
    const PUBLISHED: [&str; 8] = [
        "52908400098527886E0F7030069857D2E4169EE7",
        "8617E340B3D01FA5F11F306F4090FD50E238070D",
        "de709f2102306220921060314715629080e2fb77",
        "27b1fdb04752bbc536007a920d24acb045561c26",
        "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "fB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "dbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "D1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
    ];

    #[test]
    fn published_addresses() {
        for address in PUBLISHED {
            assert!(is_checksummed(address.as_bytes()), "{address}");
        }
        assert!(!is_checksummed(b"5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe"), "39 digits");
        assert!(!is_checksummed(b"5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg"), "no digit");
    }

    #[test]
    fn a_letter_in_the_other_case_is_caught() {
        for address in PUBLISHED {
            let good: Vec<u8> = address.bytes().collect();
            for place in 0..40 {
                let mut bad = good.clone();
                bad[place] ^= if bad[place].is_ascii_alphabetic() { 0x20 } else { 0 };
                assert_eq!(is_checksummed(&bad), bad == good, "{address} {place}");
            }
        }
    }

    /// A wrong digit changes the hash: of the roughly fifteen letters each keeps its case with one chance in two.
    #[test]
    fn a_wrong_digit_is_caught_nearly_always() {
        let (mut tried, mut missed) = (0, 0);
        for address in &PUBLISHED[4..] {
            for place in 0..40 {
                for digit in b"0123456789abcdefABCDEF" {
                    let mut bad: Vec<u8> = address.bytes().collect();
                    if bad[place].eq_ignore_ascii_case(digit) {
                        continue;
                    }
                    bad[place] = *digit;
                    tried += 1;
                    missed += u32::from(is_checksummed(&bad));
                }
            }
        }
        assert!(tried > 3000 && missed <= 3, "{missed} of {tried}");
    }
}
