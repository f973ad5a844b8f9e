//! The last letter of an Italian fiscal code: values by odd and even place, their sum modulo 26.
//!
//! Catches every wrong character: within the odd and within the even places no two digits, and no two letters, have
//! the same value.

/// Values in odd places of the digits 0–9, which are also those of A–J, and of K–Z.
const ODD: [u32; 26] =
    [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/// Whether the last character is the letter that belongs to those before it, capitals and digits.
pub(crate) fn is_valid(characters: &[u8]) -> bool {
    let Some((check, rest)) = characters.split_last() else { return false };
    let mut sum = 0;
    for (n, c) in rest.iter().enumerate() {
        let value = match c {
            b'0'..=b'9' => c - b'0',
            b'A'..=b'Z' => c - b'A',
            _ => return false,
        };
        // Places count from one: the first is odd.
        sum += if n % 2 == 0 { ODD.get(usize::from(value)).copied().unwrap_or(0) } else { u32::from(value) };
    }
    check.is_ascii_uppercase() && u32::from(check - b'A') == sum % 26
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_codes() {
        for good in ["RSSMRA85T10A562S", "MRTMTT91D08F205J", "MLLSNT82P65Z404U"] {
            assert!(is_valid(good.as_bytes()), "{good}");
        }
        for bad in ["", "RSSMRA85T10A562T", "RSSMRA85T10A5621", "rSSMRA85T10A562S"] {
            assert!(!is_valid(bad.as_bytes()), "{bad}");
        }
    }

    #[test]
    fn every_wrong_character_is_caught() {
        let good = *b"RSSMRA85T10A562S";
        for place in 0..good.len() {
            let all = if good[place].is_ascii_digit() { b'0'..=b'9' } else { b'A'..=b'Z' };
            for c in all.filter(|c| *c != good[place]) {
                let mut bad = good;
                bad[place] = c;
                assert!(!is_valid(&bad), "{place} {c}");
            }
        }
    }
}
