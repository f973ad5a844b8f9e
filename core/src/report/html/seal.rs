//! What the page may run and load, as a content security policy. In: its script and style. Out: their hashes, by which
//! a browser knows them; whatever else got into the page would be ignored.
use sha2::{Digest as _, Sha256};

/// `sha256-…` of an inline script or style, as the policy names it.
pub(super) fn hash(content: &str) -> String {
    let mut name = String::from("sha256-");
    base64(&Sha256::digest(content.as_bytes()), &mut name);
    name
}

/// Base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8], out: &mut String) {
    for part in bytes.chunks(3) {
        let [a, b, c] = [0, 1, 2].map(|n| u32::from(part.get(n).copied().unwrap_or(0)));
        let group = a << 16 | b << 8 | c;
        for n in 0..4usize {
            if n > part.len() {
                out.push('=');
            } else {
                out.push(digit((group >> (18 - 6 * n)) & 63));
            }
        }
    }
}

fn digit(n: u32) -> char {
    let base = match n {
        0..=25 => u32::from('A'),
        26..=51 => u32::from('a') - 26,
        52..=61 => return char::from_digit(n - 52, 10).unwrap_or('0'),
        62 => return '+',
        _ => return '/',
    };
    char::from_u32(base + n).unwrap_or('A')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The vectors of RFC 4648, section 10, and of FIPS 180-4 for an empty text.
    #[test]
    fn as_the_standards_have_it() {
        let encoded = |text: &str| {
            let mut out = String::new();
            base64(text.as_bytes(), &mut out);
            out
        };
        for (text, code) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encoded(text), code);
        }
        let mut all = String::new();
        base64(&[0xfb, 0xff, 0xbf], &mut all);
        assert_eq!(all, "+/+/");
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
