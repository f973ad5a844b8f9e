//! JSON web token.
//!
//! Three parts of base64url joined by dots: a JSON header, the claims, a signature (empty in an unsigned token); an
//! encrypted token has five. A header starts with `{"`, which is `eyJ` in base64url.
//!
//! # Check
//! The header, decoded, is a JSON object that names `alg` or `typ`.
//!
//! # Reach
//! A token is followed to its end as an unbroken value, up to `entry::UNBROKEN` bytes: what is left of a cut token would
//! still show its claims. A chain of base64url is walked at most once, from its start.
//!
//! # Sources
//! RFC 7519 (JSON Web Token), RFC 7515 (JSON Web Signature), RFC 7516 (JSON Web Encryption), RFC 4648 section 5.
use super::base64::decode;
use crate::catalog::entry::UNBROKEN;
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::view::View;

/// How much of a header is decoded, in bytes of base64url.
const HEADER: usize = 512;

pub(super) static ENTRY: Entry = Entry::new("JWT")
    .title("JSON web token")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(75)
    .context(&["jwt", "token", "bearer", "authorization"])
    .anchors(&[(Anchor::Begins(&["eyJ"]), token)])
    .finds(&[
        // RFC 7515, appendix A.1, and an unsigned one made for this test: {"alg":"none"}, {"sub":"example"}.
        concat!(
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9",
            ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
            ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        ),
        concat!("token <<", "eyJhbGciOiJub25lIn0", ".eyJzdWIiOiJleGFtcGxlIn0", ".>> does not work"),
        concat!("my session is <<", "eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiJleGFtcGxlIn0", ".c2lnbmF0dXJl>>."),
    ])
    .skips(&[
        (concat!("eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiJleGFtcGxlIn0"), "two parts"),
        (concat!("eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiJleGFtcGxlIn0"), "no dots"),
        ("eyJustALongWordThatGoesOn. Then. More", "prose"),
    ])
    .sources(&["RFC 7519", "RFC 7515, appendix A.1", "RFC 7516"]);

fn token(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let before = v.before(probe.at);
    if v.slice(probe.at, probe.at + 3) != b"eyJ" || URL.holds(before) || before == b'.' {
        return None;
    }
    let limit = probe.at + UNBROKEN;
    let mut end = probe.at;
    let (mut first, mut dots, mut last) = (0, 0usize, 0);
    loop {
        end += URL.run(v.slice(end, limit));
        // An encrypted token may have an empty second part; any other empty part is the end.
        if end >= limit || v.at(end) != b'.' || v.before(end) == b'.' && dots != 1 {
            break;
        }
        if dots == 0 {
            first = end;
        }
        dots += 1;
        last = end;
        end += 1;
    }
    // The full stop of a sentence; an unsigned token ends in its second dot.
    if end == last + 1 && dots > 2 {
        end = last;
        dots -= 1;
    }
    let unsigned = end == last + 1;
    if dots < 2 || unsigned && v.before(last) == b'.' {
        return None;
    }
    let found = Found::new(probe.at, end).cued();
    if is_header(v, probe.at, first) {
        return Some(found.verdict(Verdict::Valid));
    }
    (!unsigned).then(|| found.score(60))
}

/// The characters of base64url.
static URL: ByteSet = ByteSet::with("-_");

/// Whether the base64url text `start..end` is a JSON object that names `alg` or `typ`.
fn is_header(v: View<'_>, start: usize, end: usize) -> bool {
    let mut json = [0u8; HEADER / 4 * 3];
    let Some(length) = decode(v.slice(start, end.min(start + HEADER)), &mut json) else { return false };
    let json = json.get(..length).unwrap_or(&[]).trim_ascii();
    let whole = end - start > HEADER || json.ends_with(b"}");
    let names = |key: &[u8]| json.windows(key.len()).any(|w| w == key);
    json.starts_with(b"{") && whole && (names(b"\"alg\"") || names(b"\"typ\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, tokens};

    #[test]
    fn examples() {
        conforms(&ENTRY, tokens);
    }

    #[test]
    fn the_header_decides() {
        for text in ENTRY.finds {
            let text = text.replace("<<", "").replace(">>", "");
            assert_eq!(tokens(&ENTRY, &text)[0].verdict, Verdict::Valid);
        }
        let other = concat!("eyJ4IjoiYWFhYWFhYWFhIn0", ".eyJzdWIiOiJleGFtcGxlIn0", ".c2lnbmF0dXJl");
        assert_eq!(tokens(&ENTRY, other)[0].score, Some(60));
    }

    #[test]
    fn a_long_token_is_taken_to_its_end() {
        let text = format!("{}.{}.{}", "eyJhbGciOiJIUzI1NiJ9", "a".repeat(5000), "b".repeat(300));
        assert_eq!(tokens(&ENTRY, &text)[0].end, text.len());
        let text = format!("{}.{}.{}", "eyJhbGciOiJIUzI1NiJ9", "a".repeat(5000), "b".repeat(9000));
        assert_eq!(tokens(&ENTRY, &text)[0].end, UNBROKEN, "what is longer is cut");
    }
}
