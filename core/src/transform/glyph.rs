//! One character of a text as tolerant reading takes it: escapes opened, look-alikes folded.
//!
//! Comes in: a text and a place. Goes out: what stands there, and how many bytes it takes.
use unicode_normalization::char::decompose_compatible;

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
    /// A sign of emphasis, code or quotation, as it stands around words.
    Mark,
    /// What people put before a number: `#`.
    Hash,
    /// What may be taken for the dot: colon, comma, middle dot.
    Stop,
    /// A letter that is none of A to Z.
    Foreign,
    /// Anything else.
    Other,
}

/// The glyph at byte `at`, and its length in bytes; `None` at the end and off character edges.
pub(super) fn glyph(text: &str, at: usize) -> Option<(Glyph, usize)> {
    let rest = text.get(at..)?;
    match rest.chars().next()? {
        '\\' => Some(escaped(rest).unwrap_or((Glyph::Other, 1))),
        '&' => Some(entity(rest).unwrap_or((Glyph::Other, 1))),
        '=' => Some(soft_break(rest).unwrap_or((Glyph::Other, 1))),
        c => Some((fold(c), c.len_utf8())),
    }
}

/// Whether a glyph that begins with this byte could be an opening bracket.
pub(super) fn may_open(b: u8) -> bool {
    matches!(b, b'[' | b'(' | b'<' | b'{' | b'\\' | b'&' | 0xE3 | 0xEF)
}

/// One character, as Unicode compatibility and writers' habits have it.
pub(super) fn fold(c: char) -> Glyph {
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
        '「' => Glyph::Open('」'),
        '『' => Glyph::Open('』'),
        '〈' => Glyph::Open('〉'),
        '《' => Glyph::Open('》'),
        '〖' => Glyph::Open('〗'),
        ']' | ')' | '>' | '}' | '】' | '〕' | '」' | '』' | '〉' | '》' | '〗' => Glyph::Close(c),
        '*' | '`' | '"' | '\'' | '~' | '“' | '”' | '„' | '‘' | '’' => Glyph::Mark,
        '#' => Glyph::Hash,
        ':' | ',' | '·' => Glyph::Stop,
        c if c.is_ascii() => Glyph::Other,
        c => compatible(c),
    }
}

/// What a character is a form of (NFKC, Unicode Standard Annex 15): full-width, mathematical and small forms of ASCII.
fn compatible(c: char) -> Glyph {
    let (mut first, mut count) = (c, 0);
    decompose_compatible(c, |part| {
        first = part;
        count += 1;
    });
    match first {
        plain if count == 1 && plain != c => fold(plain),
        _ if c.is_alphabetic() => Glyph::Foreign,
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
        'x' => {
            let code = u8::from_str_radix(rest.get(slashes + 1..slashes + 3)?, 16).ok()?;
            Some((fold(char::from(code)), slashes + 3))
        }
        '\n' => Some((Glyph::Break, slashes + 1)),
        c if c.is_ascii_punctuation() && c != '\\' && c != '&' => Some((fold(c), slashes + 1)),
        _ => None,
    }
}

/// `=` at the end of a line, with which quoted-printable mail (RFC 2045) breaks lines that are too long.
fn soft_break(rest: &str) -> Option<(Glyph, usize)> {
    let broken = rest.get(1..)?;
    let length = match broken.strip_prefix('\r').unwrap_or(broken).starts_with('\n') {
        true if broken.starts_with('\r') => 3,
        true => 2,
        false => return None,
    };
    Some((Glyph::Nothing, length))
}

/// `&#91;`, `&#x5B;`, `&lsqb;`, and those of a text that was escaped twice: `&amp;#91;`.
fn entity(rest: &str) -> Option<(Glyph, usize)> {
    let begin = if rest.starts_with("&amp;") { 5 } else { 1 };
    let end = begin + rest.get(begin..)?.bytes().take(11).position(|b| b == b';')?;
    let name = rest.get(begin..end)?;
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
            "ast" | "quot" | "apos" | "grave" => Glyph::Mark,
            "num" => Glyph::Hash,
            "colon" | "comma" | "middot" => Glyph::Stop,
            "NewLine" => Glyph::Break,
            "shy" | "zwj" | "zwnj" => Glyph::Nothing,
            _ => return None,
        },
    };
    Some((glyph, end + 1))
}
