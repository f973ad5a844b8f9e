//! Characters written as codes: percent signs of URLs, HTML entities, escapes of JSON and programs, quoted-printable.
//!
//! Comes in: a folded text. Goes out: the same with what the codes say. Only what becomes text is decoded.
//!
//! # Sources
//! RFC 3986 section 2.1; HTML Standard, character references; RFC 8259 section 7; RFC 2045 section 6.7.
use super::map::{Folded, Writer, mark};

/// The codes of one character, or of one row of bytes, have at most so many bytes of text.
const MOST: usize = 4;

/// What stands for a row of encoded bytes: up to four of them, one character in UTF-8.
struct Decoded {
    bytes: [u8; MOST],
    count: usize,
    end: usize,
}

impl Decoded {
    /// A character that is text.
    fn of(c: char, end: usize) -> Option<Self> {
        if c.is_control() && !matches!(c, '\n' | '\t' | '\r') {
            return None;
        }
        let mut bytes = [0; MOST];
        let count = c.encode_utf8(&mut bytes).len();
        Some(Decoded { bytes, count, end })
    }
}

/// The text with all codes read; nothing where it has none.
pub(super) fn fold(text: &Folded) -> Option<Folded> {
    if !text.bytes().iter().any(|b| matches!(b, b'%' | b'&' | b'\\' | b'=')) {
        return None;
    }
    let mut w = Writer::new(text);
    let mut i = 0;
    while i < text.len() {
        let decoded = match text.at(i) {
            b'%' => bytes(text, i, b'%'),
            b'&' => entity(text, i),
            b'\\' => escape(text, i),
            b'=' => quoted(text, i, &mut w),
            _ => None,
        };
        // A soft line break was left out.
        if w.at() > i {
            i = w.at();
            continue;
        }
        match decoded {
            Some(decoded) => {
                w.keep_to(i);
                w.put(
                    decoded.end,
                    decoded.bytes.get(..decoded.count).unwrap_or_default(),
                    mark::SIGN | mark::WRITTEN,
                );
                i = decoded.end;
            }
            None => i += 1,
        }
    }
    w.finish()
}

/// The value of `count` hexadecimal digits at `at`.
pub(super) fn hex(text: &Folded, at: usize, count: usize) -> Option<u32> {
    let digits = text.slice(at, at + count);
    let value = |value: u32, b: &u8| Some(value << 4 | char::from(*b).to_digit(16)?);
    (digits.len() == count).then(|| digits.iter().try_fold(0, value)).flatten()
}

/// A character in bytes of two hexadecimal digits, each behind `sign`.
fn bytes(text: &Folded, at: usize, sign: u8) -> Option<Decoded> {
    let mut bytes = [0; MOST];
    let first = hex(text, at + 1, 2)? as u8;
    let count = match first {
        0..=0x7F => 1,
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    for (n, place) in bytes.iter_mut().take(count).enumerate() {
        let at = at + 3 * n;
        if text.at(at) != sign {
            return None;
        }
        *place = hex(text, at + 1, 2)? as u8;
    }
    let c = core::str::from_utf8(bytes.get(..count)?).ok()?.chars().next()?;
    Decoded::of(c, at + 3 * count)
}

/// Quoted-printable: a row of codes, or one of a sign that mail programs and forms write so. `a=40` alone says nothing.
/// A soft line break, `=` at the end of a line, is left out.
fn quoted(text: &Folded, at: usize, w: &mut Writer<'_>) -> Option<Decoded> {
    let line = match (text.at(at + 1), text.at(at + 2)) {
        (b'\n', _) => at + 2,
        (b'\r', b'\n') => at + 3,
        _ => {
            let decoded = bytes(text, at, b'=')?;
            let row = text.at(decoded.end) == b'=' && hex(text, decoded.end + 1, 2).is_some()
                || at >= 3 && text.at(at - 3) == b'=' && hex(text, at - 2, 2).is_some();
            let sign =
                matches!(decoded.bytes.first(), Some(b'@' | b'.' | b'-' | b'_' | b'+' | b' ' | 0x80..));
            return (row || sign).then_some(decoded);
        }
    };
    if text.before(at) > b' ' && text.at(line) > b' ' {
        w.keep_to(at);
        w.leave_out(line, mark::GAP);
    }
    None
}

/// `&#52;`, `&#x34;`, and the names of signs that stand in values.
fn entity(text: &Folded, at: usize) -> Option<Decoded> {
    let rest = text.slice(at + 1, at + 20);
    let length = rest.iter().position(|b| *b == b';')?;
    let name = rest.get(..length)?;
    let end = at + length + 2;
    if let [b'#', digits @ ..] = name {
        let (digits, radix) = match digits {
            [b'x' | b'X', digits @ ..] => (digits, 16),
            _ => (digits, 10),
        };
        if digits.is_empty() || digits.len() > 8 {
            return None;
        }
        let value =
            |value: u32, b: &u8| value.checked_mul(radix)?.checked_add(char::from(*b).to_digit(radix)?);
        return Decoded::of(char::from_u32(digits.iter().try_fold(0, value)?)?, end);
    }
    let (_, c) = NAMES.iter().find(|(known, _)| known.as_bytes() == name)?;
    Decoded::of(*c, end)
}

/// Names of the HTML Standard.
const NAMES: [(&str, char); 20] = [
    ("amp", '&'),
    ("bsol", '\\'),
    ("colon", ':'),
    ("comma", ','),
    ("commat", '@'),
    ("dash", '-'),
    ("equals", '='),
    ("hyphen", '-'),
    ("lowbar", '_'),
    ("nbsp", '\u{A0}'),
    ("num", '#'),
    ("percnt", '%'),
    ("period", '.'),
    ("plus", '+'),
    ("shy", '\u{AD}'),
    ("sol", '/'),
    ("zwj", '\u{200D}'),
    ("zwnj", '\u{200C}'),
    ("NewLine", '\n'),
    ("ZeroWidthSpace", '\u{200B}'),
];

/// `\u0034`, two of them for what is beyond sixteen bits, `\u{34}`, `\x34`, `\U00000034`.
fn escape(text: &Folded, at: usize) -> Option<Decoded> {
    let (value, end) = match (text.at(at + 1), text.at(at + 2)) {
        (b'u', b'{') => {
            let length = text.slice(at + 3, at + 10).iter().position(|b| *b == b'}').filter(|n| *n > 0)?;
            (hex(text, at + 3, length)?, at + 4 + length)
        }
        (b'u', _) => {
            let high = hex(text, at + 2, 4)?;
            let pair =
                (0xD800..0xDC00).contains(&high) && text.at(at + 6) == b'\\' && text.at(at + 7) == b'u';
            match hex(text, at + 8, 4).filter(|low| pair && (0xDC00..0xE000).contains(low)) {
                Some(low) => (0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), at + 12),
                None => (high, at + 6),
            }
        }
        (b'U', _) => (hex(text, at + 2, 8)?, at + 10),
        (b'x', _) => (hex(text, at + 2, 2).filter(|value| *value < 0x80)?, at + 4),
        _ => return None,
    };
    Decoded::of(char::from_u32(value)?, end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> Option<String> {
        Folded::tried(text, fold)
    }

    #[test]
    fn codes_say_what_they_stand_for() {
        for (text, plain) in [
            ("bo%40example%2Ecom", "bo@example.com"),
            ("%34%31%EF%BC%91", "41１"),
            ("&#52;&#x31;&#X31; bo&commat;ex&period;org", "411 bo@ex.org"),
            ("\\u0034\\u{31}\\x31\\U00000031", "4111"),
            ("\\ud835\\udfdc", "𝟜"),
            ("=34=31=31 bo=40ex=2Ecom", "411 bo@ex.com"),
            ("4111=\r\n1111", "41111111"),
            ("M=C3=BCller", "Müller"),
        ] {
            assert_eq!(folded(text).as_deref(), Some(plain), "{text}");
        }
        for text in [
            "100% of 40",
            "a=41",
            "x & y;",
            "&bogus;",
            "&#;",
            "&#99999999;",
            "%zz%4",
            "\\u12",
            "\\q",
            "%00",
            "%FF%FE",
            "\\ud835",
        ] {
            assert_eq!(folded(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_in_codes_is_read(text in "\\PC{1,20}") {
            let percent: String = text.bytes().map(|b| format!("%{b:02X}")).collect();
            prop_assert_eq!(folded(&percent), Some(text.clone()));
            let entities: String = text.chars().map(|c| format!("&#{};", u32::from(c))).collect();
            prop_assert_eq!(folded(&entities), Some(text.clone()));
            let json: String = text.encode_utf16().map(|u| format!("\\u{u:04x}")).collect();
            prop_assert_eq!(folded(&json), Some(text));
        }

        #[test]
        fn any_text_is_safe(text in "([%&#x;=\\\\u{}]|[0-9a-f]|\\PC|\n){0,40}") {
            folded(&text);
        }
    }
}
