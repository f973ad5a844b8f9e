//! Signs of a text as tokens are read: plainly, escaped, or left out.
//!
//! Comes in: a text and a place. Goes out: what stands there and how long it is, or that it is no part of a token.
/// What a sign of the text means inside a token.
pub(super) enum Sign {
    /// A letter or digit, in lower case.
    Letter(u8),
    /// `_`, plainly or escaped.
    Line,
    /// What people and programs make of `_`: a space or a hyphen.
    Gap,
    /// Nothing: an escape's backslash, a soft hyphen, a zero-width sign.
    Nothing,
    /// The end of a line.
    Break,
}

/// The sign at `at` and its length in bytes; `None` where it is no part of a token.
pub(super) fn sign(text: &str, at: usize) -> Option<(Sign, usize)> {
    let rest = text.get(at..)?;
    let first = *rest.as_bytes().first()?;
    Some(match first {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => (Sign::Letter(first.to_ascii_lowercase()), 1),
        b'_' => (Sign::Line, 1),
        b' ' | b'-' => (Sign::Gap, 1),
        b'\n' => (Sign::Break, 1),
        b'\r' if rest.starts_with("\r\n") => (Sign::Break, 2),
        _ => return escape(rest, first),
    })
}

/// Ways to write `_` and nothing, longest first where one begins another.
const ESCAPES: [(&str, bool); 17] = [
    ("\\u005f", true),
    ("\\u005F", true),
    ("\\_", true),
    ("&#95;", true),
    ("&#x5f;", true),
    ("&#x5F;", true),
    ("&lowbar;", true),
    ("%5f", true),
    ("%5F", true),
    ("&shy;", false),
    ("&#173;", false),
    ("&#8203;", false),
    ("&ZeroWidthSpace;", false),
    ("<wbr>", false),
    ("<wbr/>", false),
    // Soft line breaks of quoted-printable mail (RFC 2045, section 6.7).
    ("=\r\n", false),
    ("=\n", false),
];

fn escape(rest: &str, first: u8) -> Option<(Sign, usize)> {
    if matches!(first, b'\\' | b'&' | b'%' | b'<' | b'=') {
        let (escape, line) = ESCAPES.iter().find(|(escape, _)| rest.starts_with(escape))?;
        return Some((if *line { Sign::Line } else { Sign::Nothing }, escape.len()));
    }
    let c = rest.chars().next()?;
    let sign = match c {
        '\u{AD}' | '\u{200B}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}' => Sign::Nothing,
        '\u{A0}' | '\u{202F}' | '\u{2010}' | '\u{2011}' => Sign::Gap,
        _ => return None,
    };
    Some((sign, c.len_utf8()))
}
