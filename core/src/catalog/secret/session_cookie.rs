//! Value of a session cookie: of a `Cookie` or `Set-Cookie` header, of a developer tool's table, of a HAR file.
//!
//! A name that servers give to sessions (`JSESSIONID`, `PHPSESSID`, `connect.sid`, `ASP.NET_SessionId`,
//! `laravel_session`, …), a sign and the value: eight characters or more, random. Names that other things have too
//! (`sid`, `session`) count only beside other cookies, in such a header, or before an attribute (`HttpOnly`, `Path`).
//! Values of query parameters are access tokens in a link, another type.
use super::common::{is_dummy, is_example};
use super::keys::is_mixed;
use crate::catalog::prelude::*;
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::skip_spaces;

/// Longer values are cut here; browsers take four kilobytes with the name.
const LONGEST: usize = 4096;
/// How far before the name of a lone cookie the header's name may begin: `--cookie '`, `document.cookie = "`.
const HEADER: usize = 20;

/// Last words of names of cookies that keep a session.
#[rustfmt::skip]
static NAMES: &[&str] = &[
    "jsessionid", "phpsessid", "sessionid", "sessid", "sid", "session", "sess", "aspxauth", "psid", "sapisid",
    "hsid", "ssid", "sessiontoken", "sessionkey", "authtoken", "cookies",
];

/// Names that nothing else has.
static OWN: WordSet<64> = WordSet::of(&[
    "jsessionid phpsessid sessionid sessid asp.net_sessionid .aspxauth connect.sid laravel_session ci_session",
    "koa.sess koa:sess sessiontoken .aspnetcore.session .aspnetcore.cookies next-auth.session-token",
    "__secure-next-auth.session-token _session_id symfony_session rack.session",
]);

pub(super) static ENTRY: Entry = Entry::new("SESSION_COOKIE")
    .title("Session cookie")
    .category(Category::Secret)
    .sensitivity(Sensitivity::High)
    .score(85)
    .anchors(&[(Anchor::Cue(NAMES), cookie)])
    .finds(&[
        "Cookie: theme=dark; JSESSIONID=<<0A1B2C3D4E5F60718293A4B5C6D7E8F9>>; lang=en",
        "Set-Cookie: sid=<<EXAMPLE-a1b2c3d4>>; Path=/; HttpOnly",
        "PHPSESSID=<<298zf09hf012fh2EXAMPLE>>",
        "connect.sid=<<s%3AEXAMPLEa1B2c3D4.e5F6g7H8>>",
        "{\"name\": \"laravel_session\", \"value\": \"<<eyJEXAMPLEa1B2c3D4>>\"}",
        "my ASP.NET_SessionId is <<examplea1b2c3d4e5f6g7h8>> if that helps",
    ])
    .skips(&[
        ("PHPSESSID=YOUR_SESSION_ID", "a placeholder"),
        ("Cookie: sessionid=[SESSION_COOKIE]", "a label"),
        ("my session=important and sid=12345678", "nothing calls it a cookie"),
        ("your session expired, sid missing", "talk about sessions"),
        ("/?sessionid=38afes7a8EXAMPLE", "a parameter of a link"),
        ("the session: monday 10:30", "no cookie"),
    ])
    .sources(&[
        "RFC 6265, sections 4.1 and 4.2",
        "Jakarta Servlet Specification (JSESSIONID); PHP Manual, session.name; documentation of Express, ASP.NET, Laravel, Django",
    ]);

fn cookie(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let part = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.');
    let mut end = probe.end;
    while end - probe.end < 48 && part(v.at(end)) {
        end += 1;
    }
    // Nearly always prose: what follows is no sign.
    if !matches!(v.at(end), b'=' | b':' | b'"' | b'\t' | b' ') {
        return None;
    }
    let mut start = probe.at;
    while probe.at - start < 48 && part(v.before(start)) {
        start -= 1;
    }
    let own = OWN.holds(v.slice(start, end));
    let at = value_start(v, end, own)?;
    let asked = matches!(v.before(start), b'?' | b'&' | b'#');
    let last = value_end(v, at);
    let value = v.slice(at, last);
    if asked || value.len() < 8 || !is_mixed(value) || is_dummy(value) {
        return None;
    }
    (own || is_among_cookies(v, start, last)).then(|| Found::new(at, last).cued().specimen(is_example(value)))
}

/// Where the value of the name that ends at `end` starts: behind `=`; of a name that only cookies have also behind `:`,
/// a tab, "is", or `"value":` of a HAR file.
fn value_start(v: View<'_>, end: usize, own: bool) -> Option<usize> {
    let quote = |at: usize| at + usize::from(matches!(v.at(at), b'"' | b'\''));
    match v.at(end) {
        b'=' => Some(quote(end + 1)),
        b':' | b'\t' if own => Some(quote(skip_spaces(v, end + 1, 2))),
        b' ' if own && matches!(v.at(end + 1), b'=' | b':') => Some(quote(skip_spaces(v, end + 2, 2))),
        b' ' if own && v.slice(end, end + 4) == b" is " => Some(quote(end + 4)),
        b'"' => {
            // `"name": "sid", "value": "…"`
            let near = v.slice(end, end + 40);
            let key = near.windows(7).position(|w| w == b"\"value\"")?;
            let gap = near.get(1..key)?;
            let colon = skip_spaces(v, end + key + 7, 2);
            let at = skip_spaces(v, colon + 1, 2);
            let plain = gap.iter().all(|b| matches!(b, b' ' | b',' | b'\n' | b'\r' | b'\t'));
            (plain && v.at(colon) == b':' && v.at(at) == b'"').then_some(at + 1)
        }
        _ => None,
    }
}

/// End of the value, without the full stop of a sentence. An equals sign stands only at the end, as padding.
fn value_end(v: View<'_>, at: usize) -> usize {
    let mut end = at;
    loop {
        match v.at(end) {
            0..=b' ' | b';' | b'"' | b'\'' | b',' | b'\\' | b'&' | b'<' | b'>' | b'`' | 0x7F.. => break,
            b'=' if !matches!(v.at(end + 1), b'=' | b';' | b'"' | b'\'' | 0..=b' ') => break,
            _ if end - at == LONGEST => break,
            _ => end += 1,
        }
    }
    while end > at && matches!(v.before(end), b'.' | b')' | b']' | b'?' | b'!' | b':') {
        end -= 1;
    }
    end
}

/// Whether `name=value` at `start..end` stands beside another cookie, before an attribute, or behind a header's name.
fn is_among_cookies(v: View<'_>, start: usize, end: usize) -> bool {
    let part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.');
    if v.at(end) == b';' && v.at(end + 1) == b' ' {
        let next = v.slice(end + 2, end + 60);
        let name = next.iter().take_while(|b| part(b)).count();
        let attributes = [b"httponly".as_slice(), b"secure", b"path", b"partitioned"];
        let word = next.get(..name).unwrap_or(&[]);
        if name > 0 && next.get(name) == Some(&b'=')
            || attributes.iter().any(|a| word.eq_ignore_ascii_case(a))
        {
            return true;
        }
    }
    if v.slice(start.saturating_sub(2), start) == b"; " {
        return true;
    }
    let left = v.slice(start.saturating_sub(HEADER), start);
    left.windows(6).any(|w| w.eq_ignore_ascii_case(b"cookie"))
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
            "curl -b 'sid=<<EXAMPLE-a1b2c3d4>>; theme=dark' https://example.com",
            "curl --cookie 'SID=<<EXAMPLE-a1b2c3d4>>'",
            "https://example.com/page;jsessionid=<<0A1B2C3D4E5F6071EXAMPLE>>",
            "JSESSIONID\t<<0A1B2C3D4E5F6071EXAMPLE>>\texample.com",
            "document.cookie = \"sessionid=<<38afes7a8EXAMPLE>>\"",
            "Cookie: a=b; ci_session=<<a%3A5EXAMPLE1b2c>>",
            "Set-Cookie: __Host-session=<<EXAMPLE-a1b2c3d4>>; Secure",
        ] {
            finds(&ENTRY, cues, text);
        }
        for text in [
            "session=12 of the course; room=4",
            "Cookie: session=short",
            "sid=EXAMPLE-a1b2c3d4",
            "the sid is a1b2c3d4e5f6",
        ] {
            skips(&ENTRY, cues, text, "no session of a cookie");
        }
    }
}
