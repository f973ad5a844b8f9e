//! Credentials of an HTTP `Authorization` header, also in a pasted `curl -H`, in code and in JSON.
//!
//! The name of the header, a sign, a scheme and what it carries: `Authorization: Bearer …`, `"Authorization": "Basic …"`.
//! The finding is the credentials without their scheme. Of schemes that carry parts (`Digest`, `AWS4-HMAC-SHA256`,
//! `OAuth`, `Hawk`) it is all parts up to the end of the line. A header without a known scheme must carry sixteen
//! characters with digits among letters. Where the credentials are a key or token of a type of its own, that is what
//! they are called.
//!
//! # Check
//! Of `Basic`, base64 of a name, a colon and a password: valid where it decodes to that, unknown otherwise.
use super::base64::decode;
use super::common::{is_dummy, is_example};
use super::keys::is_mixed;
use crate::catalog::entry::UNBROKEN;
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::skip_spaces;

pub(super) static ENTRY: Entry = Entry::new("AUTHORIZATION_HEADER")
    .title("Credentials of an Authorization header")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(80)
    .anchors(&[(Anchor::Cue(&["authorization"]), header)])
    .holds_others()
    .finds(&[
        "Authorization: Bearer <<mF_9.B5f-4.1JqM0examplevalue>>",
        "curl -H \"Authorization: Basic <<QWxhZGRpbjpvcGVuIHNlc2FtZQ==>>\" https://api.example.com",
        "{\"Authorization\": \"Token <<EXAMPLE0a1b2c3d4e5f>>\"}",
        "req.setRequestHeader('Authorization', 'ApiKey <<EXAMPLEa1b2c3d4e5f6>>');",
        "authorization: <<EXAMPLE0123456789abcdef>>",
        "Authorization: Digest <<username=\"Mufasa\", realm=\"http-auth@example.org\", response=\"8ca523f5e9506fed4657c9700eebdbec\">>\nAccept: */*",
    ])
    .skips(&[
        ("Authorization: Bearer YOUR_ACCESS_TOKEN", "a placeholder"),
        ("Authorization: Bearer <token>", "a placeholder"),
        ("Authorization: Bearer ${API_TOKEN}", "a template variable"),
        ("Authorization: Bearer {{ access_token }}", "a template variable"),
        ("it needs an Authorization: Bearer token header", "talk about headers"),
        ("authorization: code 20261123", "the number of a payment's approval"),
        ("prior authorization: pending", "talk of insurers"),
    ])
    .sources(&[
        "RFC 9110, section 11.6.2 (Authorization)",
        "RFC 6750 (Bearer), RFC 7617 (Basic), RFC 7616 (Digest)",
        "IANA, HTTP Authentication Scheme Registry",
    ]);

/// Schemes that carry one value, and those that carry parts.
static SCHEMES: WordSet<64> = WordSet::of(&[
    "bearer basic token apikey api-key key ssws bot jwt negotiate ntlm geniekey sharedkey sharedkeylite",
    "sharedaccesssignature oauthtoken zoho-oauthtoken klaviyo-api-key kakaoak googlelogin dpop",
]);
static PARTS: WordSet<8> = WordSet::of(&["digest oauth hawk aws4-hmac-sha256"]);

/// The longest credentials in parts, in bytes.
const PARTS_LENGTH: usize = 768;

fn header(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    // `Authorization:`, `"Authorization": "`, `'Authorization' => '`, `("Authorization", "`
    let quoted = matches!(v.at(probe.end), b'"' | b'\'');
    let escaped = v.at(probe.end) == b'\\' && matches!(v.at(probe.end + 1), b'"' | b'\'');
    let sign = skip_spaces(v, probe.end + usize::from(quoted) + 2 * usize::from(escaped), 2);
    let width = match v.at(sign) {
        b'=' if v.at(sign + 1) == b'>' => 2,
        b':' | b'=' => 1,
        b',' if quoted || escaped => 1,
        _ => return None,
    };
    let value = skip_spaces(v, sign + width, 4);
    let value = if v.at(value) == b'\\' { value + 1 } else { value };
    let quote = Some(v.at(value)).filter(|b| matches!(b, b'"' | b'\'' | b'`'));
    let value = value + usize::from(quote.is_some());
    let word =
        v.slice(value, value + 32).iter().take_while(|&&b| b.is_ascii_alphanumeric() || b == b'-').count();
    let scheme = v.slice(value, value + word);
    let at = skip_spaces(v, value + word, 2);
    let spaced = at > value + word && word > 0;
    if spaced && PARTS.holds(scheme) {
        let name =
            v.slice(at, at + 24).iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
        let carries = name > 0 && v.at(at + name) == b'=';
        return carries.then(|| Found::new(at, line_end(v, at, quote)).cued());
    }
    if spaced && SCHEMES.holds(scheme) {
        let end = credentials_end(v, at, &TOKEN68);
        if scheme.eq_ignore_ascii_case(b"basic") && is_user_and_password(v.slice(at, end)) {
            return Some(Found::new(at, end).cued().verdict(Verdict::Valid));
        }
        return credentials(v, at, end, 8);
    }
    // A scheme that nobody knows, or none.
    let at = if spaced && word <= 24 { at } else { value };
    let end = credentials_end(v, at, &PLAIN);
    let end = end + v.slice(end, end + 2).iter().take_while(|&&b| b == b'=').count();
    let both = v.slice(at, end).iter().any(u8::is_ascii_digit)
        && v.slice(at, end).iter().any(u8::is_ascii_alphabetic);
    both.then(|| credentials(v, at, end, 16)).flatten()
}

fn credentials(v: View<'_>, at: usize, end: usize, least: usize) -> Option<Found> {
    let value = v.slice(at, end);
    (value.len() >= least && is_mixed(value) && !is_dummy(value))
        .then(|| Found::new(at, end).cued().specimen(is_example(value)))
}

/// The characters that credentials are made of, and those of a scheme that is known.
static PLAIN: ByteSet = ByteSet::with("-._~+/%!|");
static TOKEN68: ByteSet = ByteSet::with("-._~+/%!|=:");

/// End of the run of these characters from `at`, without the full stop of a sentence.
fn credentials_end(v: View<'_>, at: usize, characters: &ByteSet) -> usize {
    let mut end = at + characters.run(v.slice(at, at + UNBROKEN));
    while end > at && matches!(v.before(end), b'.' | b':' | b'!') {
        end -= 1;
    }
    end
}

/// The end of the line or of the quotation that `quote` opened.
fn line_end(v: View<'_>, at: usize, quote: Option<u8>) -> usize {
    let mut end = at;
    while end - at < PARTS_LENGTH && !matches!(v.at(end), 0 | b'\n' | b'\r') && Some(v.at(end)) != quote {
        end += 1;
    }
    while end > at && (v.at(end) & 0xC0 == 0x80 || v.before(end) == b' ') {
        end -= 1;
    }
    end
}

/// Base64 of `name:password`.
fn is_user_and_password(value: &[u8]) -> bool {
    let mut text = [0u8; 192];
    let Some(text) = decode(value, &mut text).and_then(|length| text.get(..length)) else { return false };
    let printable = text.iter().all(|&b| b >= b' ' && b != 0x7F);
    text.len() >= 3 && printable && text.contains(&b':')
}

/// Whether the scheme that starts at `at` stands in such a header: what it carries is that header's then.
pub(super) fn is_scheme(v: View<'_>, at: usize) -> bool {
    let left = v.slice(at.saturating_sub(24), at);
    let signs = left
        .iter()
        .rev()
        .take_while(|b| matches!(b, b' ' | b'"' | b'\'' | b'`' | b':' | b'=' | b'>' | b',' | b'\\'))
        .count();
    let name = left.get(..left.len() - signs).unwrap_or(&[]);
    signs > 0
        && name.len() >= 13
        && name.get(name.len() - 13..).is_some_and(|n| n.eq_ignore_ascii_case(b"authorization"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues, finds, skips};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }

    #[test]
    fn other_spellings() {
        for text in [
            "-H Authorization:Bearer <<EXAMPLE-a1b2c3d4>>",
            "headers = {'Authorization' => 'Bearer <<EXAMPLE-a1b2c3d4>>'}",
            "{\\\"Authorization\\\":\\\"Bearer <<EXAMPLE-a1b2c3d4>>\\\"}",
            "Proxy-Authorization: Basic <<Zm9vOmJhcg==>>",
            "Authorization: SSWS <<00EXAMPLEa1B2c3>>",
            "Authorization: Custom-Scheme <<EXAMPLE0123456789abcdef>>",
            "Authorization: AWS4-HMAC-SHA256 <<Credential=EXAMPLE/20130524/us-east-1/s3/aws4_request, Signature=fe5f>>",
            "my authorization is Authorization: Bearer <<EXAMPLE-a1b2c3d4>>.",
        ] {
            finds(&ENTRY, cues, text);
        }
        for text in [
            "Authorization: Bearer xxxxxxxxxxxxxxxx",
            "Authorization: Bearer [AUTHORIZATION_HEADER]",
            "Authorization: Bearer ****",
            "Authorization: Basic auth is used",
            "authorization: 4111111111111111",
            "Authorization required",
            "authorization: approved",
        ] {
            skips(&ENTRY, cues, text, "no credentials");
        }
    }
}
