//! One character of a text as tolerant reading takes it: escapes opened, look-alikes folded.
//!
//! Comes in: a text and a place. Goes out: what stands there, and how many bytes it takes.

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    /// A digit, a capital letter (small ones fold to it), or the dot.
    Letter(u8),
    /// Underscore, hyphen or space, of whatever kind.
    Gap,
    /// A line break.
    Break,
    /// Invisible: zero-width characters, soft hyphen.
    Nothing,
    /// An opening bracket, by its closing one.
    Open(char),
    /// A closing bracket.
    Close(char),
    /// Anything else.
    Other,
}

/// The glyph at byte `at`, and its length in bytes; `None` at the end and off character edges.
pub(super) fn glyph(text: &str, at: usize) -> Option<(Glyph, usize)> {
    let rest = text.get(at..)?;
    match rest.chars().next()? {
        '\\' => Some(escaped(rest).unwrap_or((Glyph::Other, 1))),
        '&' => Some(entity(rest).unwrap_or((Glyph::Other, 1))),
        c => Some((fold(c), c.len_utf8())),
    }
}

/// Whether a glyph that begins with this byte could be an opening bracket.
pub(super) fn may_open(b: u8) -> bool {
    matches!(b, b'[' | b'(' | b'<' | b'{' | b'\\' | b'&' | 0xE3 | 0xEF)
}

/// One character, as Unicode compatibility and writers' habits have it.
fn fold(c: char) -> Glyph {
    match c {
        '0'..='9' | 'A'..='Z' | '.' => Glyph::Letter(c as u8),
        'a'..='z' => Glyph::Letter(c.to_ascii_uppercase() as u8),
        '_'
        | '-'
        | ' '
        | '\t'
        | '\u{A0}'
        | '\u{2000}'..='\u{200A}'
        | '\u{2010}'..='\u{2015}'
        | '\u{202F}' => Glyph::Gap,
        '\u{205F}' | '\u{2212}' | '\u{3000}' => Glyph::Gap,
        '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => Glyph::Break,
        '\r' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => Glyph::Nothing,
        '[' => Glyph::Open(']'),
        '(' => Glyph::Open(')'),
        '<' => Glyph::Open('>'),
        '{' => Glyph::Open('}'),
        '【' => Glyph::Open('】'),
        '〔' => Glyph::Open('〕'),
        ']' | ')' | '>' | '}' | '】' | '〕' => Glyph::Close(c),
        // Full-width forms stand 0xFEE0 above what they are forms of.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).map_or(Glyph::Other, fold),
        _ => Glyph::Other,
    }
}

/// `\[` as Markdown has it, `\n` and `\u005b` as JSON has it, with one or two backslashes.
fn escaped(rest: &str) -> Option<(Glyph, usize)> {
    let slashes = rest.bytes().take(2).take_while(|&b| b == b'\\').count();
    let next = rest.get(slashes..)?.chars().next()?;
    match next {
        'n' => Some((Glyph::Break, slashes + 1)),
        'r' => Some((Glyph::Nothing, slashes + 1)),
        't' => Some((Glyph::Gap, slashes + 1)),
        'u' => {
            let code = u32::from_str_radix(rest.get(slashes + 1..slashes + 5)?, 16).ok()?;
            Some((fold(char::from_u32(code)?), slashes + 5))
        }
        '\n' => Some((Glyph::Break, slashes + 1)),
        c if c.is_ascii_punctuation() && c != '\\' && c != '&' => Some((fold(c), slashes + 1)),
        _ => None,
    }
}

/// `&#91;`, `&#x5B;`, `&lsqb;`.
fn entity(rest: &str) -> Option<(Glyph, usize)> {
    let end = rest.bytes().take(12).position(|b| b == b';')?;
    let name = rest.get(1..end)?;
    let glyph = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            fold(char::from_u32(code.ok()?)?)
        }
        None => match name {
            "lsqb" | "lbrack" => Glyph::Open(']'),
            "rsqb" | "rbrack" => Glyph::Close(']'),
            "lpar" => Glyph::Open(')'),
            "rpar" => Glyph::Close(')'),
            "lt" | "LT" => Glyph::Open('>'),
            "gt" | "GT" => Glyph::Close('>'),
            "lcub" | "lbrace" => Glyph::Open('}'),
            "rcub" | "rbrace" => Glyph::Close('}'),
            "lowbar" | "UnderBar" | "nbsp" | "hyphen" | "dash" => Glyph::Gap,
            "period" => Glyph::Letter(b'.'),
            "NewLine" => Glyph::Break,
            "shy" | "zwj" | "zwnj" => Glyph::Nothing,
            _ => return None,
        },
    };
    Some((glyph, end + 1))
}
