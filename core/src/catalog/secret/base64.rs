//! Base64 and base64url, decoded where a key's check must see what is in it.

/// Decodes `text` into `out`, up to the first `=` or until `out` is full; gives how many bytes came of it, `None` where
/// a character belongs to neither alphabet.
pub(super) fn decode(text: &[u8], out: &mut [u8]) -> Option<usize> {
    let mut length = 0;
    let (mut bits, mut held) = (0u32, 0);
    for &b in text.iter().take_while(|b| **b != b'=') {
        bits = (bits << 6 | sextet(b)?) & 0xFFFF;
        held += 6;
        if held >= 8 {
            held -= 8;
            let Some(place) = out.get_mut(length) else { break };
            *place = (bits >> held) as u8;
            length += 1;
        }
    }
    Some(length)
}

fn sextet(b: u8) -> Option<u32> {
    Some(u32::from(match b {
        b'A'..=b'Z' => b - b'A',
        b'a'..=b'z' => b - b'a' + 26,
        b'0'..=b'9' => b - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn rfc_4648_vectors() {
        for (text, bytes) in [
            ("", ""),
            ("Zg==", "f"),
            ("Zm8=", "fo"),
            ("Zm9v", "foo"),
            ("Zm9vYg", "foob"),
            ("Zm9vYmFy", "foobar"),
        ] {
            let mut out = [0; 8];
            let length = decode(text.as_bytes(), &mut out).unwrap();
            assert_eq!(&out[..length], bytes.as_bytes());
        }
        let mut out = [0; 4];
        assert_eq!(decode(b"_-+/", &mut out), Some(3));
        assert_eq!(out, [0xFF, 0xEF, 0xBF, 0]);
        assert_eq!(decode(b"Zm9vYmFy", &mut out), Some(4), "as much as there is room for");
        assert_eq!(decode(b"Zm 9", &mut out), None);
    }
}
