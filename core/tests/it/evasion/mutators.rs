//! Ways to hide a value: a value goes in, the disguised one comes out, or nothing where the way makes no sense for it.
use base64ct::{Base64, Encoding as _};

/// What a mutator does to a value; two of one family are not combined.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Family {
    /// Other characters.
    Characters,
    /// Invisible signs.
    Unseen,
    /// Other or more separators.
    Separators,
    /// Words.
    Words,
    /// Letters for digits.
    Swaps,
    /// Codes.
    Codes,
}

pub(super) struct Mutator {
    pub(super) name: &'static str,
    pub(super) family: Family,
    pub(super) change: fn(&str) -> Option<String>,
}

use Family::*;

/// All of them.
#[rustfmt::skip]
pub(super) const MUTATORS: &[Mutator] = &[
    Mutator { name: "full width", family: Characters, change: |v| each(v, |c| shifted(c, '!', '~', 0xFF01)) },
    Mutator { name: "full-width digits", family: Characters, change: |v| digits(v, 0xFF10) },
    Mutator { name: "Arabic digits", family: Characters, change: |v| digits(v, 0x660) },
    Mutator { name: "Persian digits", family: Characters, change: |v| digits(v, 0x6F0) },
    Mutator { name: "Devanagari digits", family: Characters, change: |v| digits(v, 0x966) },
    Mutator { name: "Bengali digits", family: Characters, change: |v| digits(v, 0x9E6) },
    Mutator { name: "Thai digits", family: Characters, change: |v| digits(v, 0xE50) },
    Mutator { name: "Adlam digits", family: Characters, change: |v| digits(v, 0x1E950) },
    Mutator { name: "bold", family: Characters, change: |v| mathematical(v, 0x1D400, 0x1D41A, 0x1D7CE) },
    Mutator { name: "monospace", family: Characters, change: |v| mathematical(v, 0x1D670, 0x1D68A, 0x1D7F6) },
    Mutator { name: "sans bold", family: Characters, change: |v| mathematical(v, 0x1D5D4, 0x1D5EE, 0x1D7EC) },
    Mutator { name: "circled", family: Characters, change: |v| each(v, circled) },
    Mutator { name: "raised", family: Characters, change: |v| each(v, raised) },
    Mutator { name: "lowered", family: Characters, change: |v| digits(v, 0x2080) },
    Mutator { name: "negative circled", family: Characters, change: |v| each(v, |c| if c == '0' { Some('\u{24FF}') } else { shifted(c, '1', '9', 0x2776) }) },
    Mutator { name: "keycaps", family: Characters, change: |v| wrapped(v, "\u{FE0F}\u{20E3}") },
    Mutator { name: "Cyrillic", family: Characters, change: |v| each(v, |c| pair(c, "aceopxyijsABCEHIKMOPTXY", "асеорхуіјѕАВСЕНІКМОРТХУ")) },
    Mutator { name: "Greek", family: Characters, change: |v| each(v, |c| pair(c, "ovABEHIKMNOPTXYZ", "ονΑΒΕΗΙΚΜΝΟΡΤΧΥΖ")) },
    Mutator { name: "one look-alike", family: Characters, change: one_look_alike },
    Mutator { name: "zero-width space", family: Unseen, change: |v| Some(between(v, |_| "\u{200B}")) },
    Mutator { name: "joiners", family: Unseen, change: |v| Some(between(v, |n| ["\u{200D}", "", "\u{200C}"][n % 3])) },
    Mutator { name: "soft hyphens", family: Unseen, change: |v| Some(between(v, |n| ["\u{AD}", ""][n % 2])) },
    Mutator { name: "direction marks", family: Unseen, change: |v| Some(between(v, |n| ["\u{200E}", "\u{202A}", "\u{202C}", "\u{2068}"][n % 4])) },
    Mutator { name: "word joiners", family: Unseen, change: |v| Some(between(v, |n| if n == 2 { "\u{2060}\u{2060}" } else { "" })) },
    Mutator { name: "byte order marks", family: Unseen, change: |v| Some(between(v, |_| "\u{FEFF}")) },
    Mutator { name: "selectors", family: Unseen, change: |v| Some(between(v, |n| ["\u{FE0E}", "\u{FE0F}"][n % 2])) },
    Mutator { name: "tags between", family: Unseen, change: |v| Some(between(v, |n| ["\u{E0041}", "\u{E0020}"][n % 2])) },
    Mutator { name: "nothing but tags", family: Unseen, change: |v| v.is_ascii().then(|| each(v, |c| char::from_u32(u32::from(c) + 0xE0000)))? },
    Mutator { name: "struck out", family: Unseen, change: |v| Some(between(v, |_| "\u{336}")) },
    Mutator { name: "no-break spaces", family: Separators, change: |v| replaced(v, " ", "\u{A0}") },
    Mutator { name: "thin spaces", family: Separators, change: |v| replaced(v, " ", "\u{2009}") },
    Mutator { name: "dashes", family: Separators, change: |v| replaced(v, "-", "\u{2011}").or_else(|| replaced(v, " ", "\u{2013}")) },
    Mutator { name: "spaced", family: Separators, change: |v| spaced(v, " ") },
    Mutator { name: "dotted", family: Separators, change: |v| v.bytes().all(|b| b.is_ascii_digit()).then(|| spaced(v, "."))? },
    Mutator { name: "dashed", family: Separators, change: |v| v.bytes().all(|b| b.is_ascii_digit()).then(|| spaced(v, "-"))? },
    Mutator { name: "commas", family: Separators, change: |v| v.bytes().all(|b| b.is_ascii_digit()).then(|| spaced(v, ", "))? },
    Mutator { name: "underscores", family: Separators, change: |v| v.bytes().all(|b| b.is_ascii_digit()).then(|| spaced(v, "_"))? },
    Mutator { name: "spelled", family: Words, change: |v| spelled(v, 0) },
    Mutator { name: "spelled abroad", family: Words, change: |v| spelled(v, 1 + v.len() % 7) },
    Mutator { name: "spelled with doubles", family: Words, change: doubled },
    Mutator { name: "at and dot", family: Words, change: |v| said(v, " at ", " dot ") },
    Mutator { name: "at and dot in brackets", family: Words, change: |v| said(v, "(at)", "(dot)") },
    Mutator { name: "at and dot in square brackets", family: Words, change: |v| said(v, " [at] ", " [dot] ") },
    Mutator { name: "arroba", family: Words, change: |v| said(v, " arroba ", " punto ") },
    Mutator { name: "at and dot abroad", family: Words, change: |v| match v.len() % 4 { 0 => said(v, " arobase ", " point "), 1 => said(v, " at ", " Punkt "), 2 => said(v, " chiocciola ", " punto "), _ => said(v, " apenstaartje ", " punt ") } },
    Mutator { name: "spaces around the signs", family: Words, change: |v| domain(v, " @ ", " . ") },
    Mutator { name: "defanged", family: Words, change: |v| domain(v, "[@]", "[.]") },
    Mutator { name: "letters for digits", family: Swaps, change: swapped },
    Mutator { name: "percent signs", family: Codes, change: |v| Some(v.bytes().map(|b| format!("%{b:02X}")).collect()) },
    Mutator { name: "entities", family: Codes, change: |v| Some(v.chars().map(|c| format!("&#{};", u32::from(c))).collect()) },
    Mutator { name: "hexadecimal entities", family: Codes, change: |v| Some(v.chars().map(|c| format!("&#x{:x};", u32::from(c))).collect()) },
    Mutator { name: "escapes of JSON", family: Codes, change: |v| Some(v.encode_utf16().map(|u| format!("\\u{u:04x}")).collect()) },
    Mutator { name: "quoted-printable", family: Codes, change: |v| Some(v.bytes().map(|b| format!("={b:02X}")).collect()) },
    Mutator { name: "base64", family: Codes, change: |v| (v.len() >= 12).then(|| Base64::encode_string(v.as_bytes())) },
];

/// Every character by `change`, if some are changed.
fn each(value: &str, change: impl Fn(char) -> Option<char>) -> Option<String> {
    let new: String = value.chars().map(|c| change(c).unwrap_or(c)).collect();
    (new != value).then_some(new)
}

fn shifted(c: char, first: char, last: char, to: u32) -> Option<char> {
    (first..=last).contains(&c).then(|| char::from_u32(u32::from(c) - u32::from(first) + to))?
}

fn digits(value: &str, zero: u32) -> Option<String> {
    each(value, |c| shifted(c, '0', '9', zero))
}

fn mathematical(value: &str, capital: u32, small: u32, zero: u32) -> Option<String> {
    each(value, |c| {
        shifted(c, 'A', 'Z', capital)
            .or_else(|| shifted(c, 'a', 'z', small))
            .or_else(|| shifted(c, '0', '9', zero))
    })
}

fn circled(c: char) -> Option<char> {
    if c == '0' {
        return Some('\u{24EA}');
    }
    shifted(c, '1', '9', 0x2460)
        .or_else(|| shifted(c, 'A', 'Z', 0x24B6))
        .or_else(|| shifted(c, 'a', 'z', 0x24D0))
}

fn raised(c: char) -> Option<char> {
    pair(c, "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
}

fn pair(c: char, from: &str, to: &str) -> Option<char> {
    from.chars().zip(to.chars()).find(|(a, _)| *a == c).map(|(_, b)| b)
}

fn one_look_alike(value: &str) -> Option<String> {
    let (at, c) = value.char_indices().find(|(_, c)| "aeoAEO".contains(*c))?;
    let other = pair(c, "aeoAEO", "аеоАЕО")?;
    Some(format!("{}{other}{}", &value[..at], &value[at + 1..]))
}

fn wrapped(value: &str, behind: &str) -> Option<String> {
    let wrap = |c: char| if c.is_ascii_digit() { format!("{c}{behind}") } else { c.to_string() };
    value.contains(|c: char| c.is_ascii_digit()).then(|| value.chars().map(wrap).collect())
}

/// `sign(n)` behind the nth character, but the last.
fn between(value: &str, sign: impl Fn(usize) -> &'static str) -> String {
    let last = value.chars().count() - 1;
    value
        .chars()
        .enumerate()
        .map(|(n, c)| if n < last { format!("{c}{}", sign(n)) } else { c.to_string() })
        .collect()
}

fn replaced(value: &str, from: &str, to: &str) -> Option<String> {
    let plain = value.bytes().filter(u8::is_ascii_digit).count() > 5;
    (plain && value.contains(from)).then(|| value.replace(from, to))
}

fn spaced(value: &str, sign: &str) -> Option<String> {
    let plain = value.is_ascii() && value.len() > 2 && !value.starts_with('+') && is_number(value)
        || value.contains('@');
    let characters: Vec<String> = value.chars().map(String::from).collect();
    plain.then(|| characters.join(sign))
}

/// Digits, and what stands between them, in any script.
fn is_number(value: &str) -> bool {
    value.chars().all(|c| c.is_numeric() || matches!(c, ' ' | '-') || c.is_ascii_uppercase())
}

const WORDS: [[&str; 10]; 8] = [
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
    ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"],
    ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
    ["zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove"],
    ["zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"],
    ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"],
    ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"],
];

/// Numbers without letters, in words.
fn spelled(value: &str, language: usize) -> Option<String> {
    let plain = value.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+'));
    if !plain {
        return None;
    }
    let word = |c: char| match c {
        '+' => "plus",
        c => WORDS[language][c.to_digit(10).unwrap() as usize],
    };
    let words: Vec<&str> = value.chars().filter(|c| !matches!(c, ' ' | '-')).map(word).collect();
    Some(words.join(" "))
}

fn doubled(value: &str) -> Option<String> {
    let words = spelled(value, 0)?.replace("zero", "oh");
    let words: Vec<&str> = words.split(' ').collect();
    let (mut said, mut n) = (Vec::new(), 0);
    while n < words.len() {
        if words.get(n + 1) == Some(&words[n]) && words[n] != "plus" {
            said.push(format!("double {}", words[n]));
            n += 2;
        } else {
            said.push(words[n].to_owned());
            n += 1;
        }
    }
    Some(said.join(" "))
}

fn said(value: &str, at: &str, dot: &str) -> Option<String> {
    value.contains('@').then(|| value.replace('.', dot).replace('@', at))
}

/// The signs of the domain alone.
fn domain(value: &str, at: &str, dot: &str) -> Option<String> {
    let (local, domain) = value.split_once('@')?;
    Some(format!("{local}{at}{}", domain.replace('.', dot)))
}

/// Some digits as letters: every other one of those that have a twin.
fn swapped(value: &str) -> Option<String> {
    let number = value.len() > 4 && is_number(value) && value.is_ascii();
    let mut n = 0;
    let new: String = value
        .chars()
        .map(|c| {
            let twin = pair(c, "01258", "OlZSB");
            n += usize::from(twin.is_some());
            twin.filter(|_| n % 2 == 0).unwrap_or(c)
        })
        .collect();
    (number && new != value).then_some(new)
}
