//! Access token in a link, a header or a pasted setting.
//!
//! The value of a query parameter such as `token`, `access_token`, `sig` or `sessionid`, behind the word `Bearer`, or of
//! a setting such as `api_key: …`: at least eight characters of a URL, with a digit or in mixed case. Parameters that
//! often carry harmless values (`key`, `code`) need sixteen. A whole `Authorization` header is a type of its own.
//!
//! # Sources
//! RFC 6749 section 4 and RFC 6750 (names of parameters and header), RFC 3986 section 3.4 (query).
use super::authorization_header;
use super::common::is_dummy;
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::phrase::{follows, is_label};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_word, skip_spaces};

/// The longest value, in bytes; longer ones are cut here.
const LONGEST: usize = 1000;

/// The last word of the names of such parameters.
#[rustfmt::skip]
static NAMES: &[&str] = &[
    "token", "accesstoken", "authtoken", "auth", "apikey", "key", "sig", "signature", "session",
    "sessionid", "sid", "secret", "code", "reset", "ticket", "invite", "jwt", "nonce",
];

/// Those whose value is a secret only where it is long.
static COMMON: WordSet<16> = WordSet::of(&["key code session ticket reset sid nonce"]);

static APIS: WordSet<8> = WordSet::of(&["api secret access"]);

pub(super) static ENTRY: Entry = Entry::new("AUTH_TOKEN")
    .title("Access token in a link")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(80)
    .context(&["token", "bearer", "authorization", "api", "key", "secret"])
    .anchors(&[(Anchor::Cue(NAMES), parameter), (Anchor::Cue(&["bearer"]), bearer)])
    .finds(&[
        "/reset?token=<<9f8a7b6c5d4e>>",
        "/cb?state=1&access_token=<<q1W2e3R4t5Y6>>&x=1",
        "use bearer <<mF_9.B5f-4.1JqM0examplevalue>>",
        "api_key: <<EXAMPLEexample0123456789>>",
        "my api key: <<EXAMPLEexample0123456789>>",
        "/#sessionid=<<38afes7a8EXAMPLE>>",
    ])
    .skips(&[
        ("https://example.com/?token=YOUR_TOKEN", "placeholder"),
        ("https://example.com/?token=abc", "too short"),
        ("https://example.com/shop?key=shoes2024", "a short value of a parameter that is no secret by name"),
        ("the bearer of good tidings", "a word"),
        ("token=", "no value"),
        ("the session=important", "no query parameter"),
    ])
    .sources(&["RFC 6749", "RFC 6750, section 2", "RFC 3986, section 3.4"]);

fn parameter(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    // The cue words are common: what stands behind nearly all of them is no sign.
    let sign = skip_spaces(v, probe.end, 3);
    if !matches!(v.at(sign), b'=' | b':' | b'"' | b'\'') {
        return None;
    }
    let name = v.slice(probe.at, probe.end);
    let start = name_start(v, probe.at);
    let asked = matches!(v.before(start), b'?' | b'&' | b';' | b'#');
    let joined = start < probe.at || follows(v, probe.at, &APIS, 1);
    let (at, least) = match v.at(probe.end) {
        b'=' if asked => (probe.end + 1, if start == probe.at && COMMON.holds(name) { 16 } else { 8 }),
        // A setting: only for names made of parts, and only for values nobody would type as prose.
        b'=' | b':' | b'"' | b'\'' | b' ' if joined => (setting(v, probe.end)?, 16),
        _ => return None,
    };
    let end = value_end(v, at);
    let value = v.slice(at, end);
    is_token(value, least).then(|| Found::new(at, end).cued())
}

fn bearer(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let sign = matches!(v.at(probe.end), b' ' | b':');
    if !sign || is_label(v, probe.at, probe.end) || authorization_header::is_scheme(v, probe.at) {
        return None;
    }
    let at = skip_spaces(v, probe.end + 1, 2);
    let end = value_end(v, at);
    is_token(v.slice(at, end), 16).then(|| Found::new(at, end).cued())
}

/// Start of the parameter's name that the cue word ends: `access_token`, `x-api-key`.
fn name_start(v: View<'_>, at: usize) -> usize {
    let mut start = at;
    while at - start < 40 && (v.before(start).is_ascii_alphanumeric() || matches!(v.before(start), b'_' | b'-' | b'.')) {
        start -= 1;
    }
    start
}

/// Where the value of a setting starts: after `=`, `:` or `": "`, and after its opening quote.
fn setting(v: View<'_>, end: usize) -> Option<usize> {
    let closed = if matches!(v.at(end), b'"' | b'\'') { end + 1 } else { end };
    let sign = skip_spaces(v, closed, 2);
    if !matches!(v.at(sign), b'=' | b':') {
        return None;
    }
    let at = skip_spaces(v, sign + 1, 2);
    Some(if matches!(v.at(at), b'"' | b'\'' | b'`') { at + 1 } else { at })
}

/// End of the run of characters a URL or a header may have in a value, without the full stop of a sentence.
fn value_end(v: View<'_>, at: usize) -> usize {
    static PART: ByteSet = ByteSet::with("-_.~+/%");
    let part = |b: u8| PART.holds(b);
    let mut end = at + PART.run(v.slice(at, at + LONGEST));
    // The padding of base64.
    let padded = (1..=2).find(|n| v.at(end + n - 1) == b'=' && v.at(end + n) != b'=' && !part(v.at(end + n)));
    if let Some(padding) = padded.filter(|_| end > at) {
        return end + padding;
    }
    while end > at && v.before(end) == b'.' {
        end -= 1;
    }
    end
}

/// Whether a value is random enough to be a token, and neither a placeholder nor a JWT, which is a type of its own.
fn is_token(value: &[u8], least: usize) -> bool {
    let digit = value.iter().any(u8::is_ascii_digit);
    let mixed = value.iter().any(u8::is_ascii_lowercase) && value.iter().any(u8::is_ascii_uppercase);
    let first = value.first().copied().unwrap_or(0);
    let monotone = value.iter().all(|&b| b == first);
    let yours = value.get(..4).is_some_and(|start| is_word(start, "your") || is_word(start, "http"));
    let escaped = first == b'%';
    let jwt = value.starts_with(b"eyJ") && value.contains(&b'.');
    value.len() >= least && (digit || mixed) && !monotone && !yours && !escaped && !jwt && !is_dummy(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }

    #[test]
    fn a_jwt_is_left_to_its_own_type() {
        let text = "https://example.com/reset?token=9f8a7b6c5d4e";
        assert_eq!(cues(&ENTRY, text).len(), 1);
        let text = concat!("https://example.com/?token=", "eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiJleGFtcGxlIn0", ".c2ln");
        assert!(cues(&ENTRY, text).is_empty());
    }
}
