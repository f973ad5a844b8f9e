//! Variable of a template, which stands where a value will be: `{{name}}`, `${x}`, `%NAME%`, `<EMAIL>`.
//!
//! What lies in one is its name and no value. In braces any name is one; in other brackets its words must be those that
//! templates use (`[First Name]`), or in capitals joined by `_`. A link whose parameters are all variables or empty
//! tells nothing, and a word such as `FirstName` is a variable that lost its brackets.
use crate::catalog::prelude::*;
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{either, skip_spaces};

pub(super) static ENTRY: Entry = Entry::new("TEMPLATE_VARIABLE")
    .title("Variable of a template")
    .category(Category::Benign)
    .sensitivity(Sensitivity::Low)
    .score(60)
    .anchors(&[(Anchor::Candidate, variable)])
    .finds(&[
        "see <<https://example.com/reset?token=>>{{token}}",
        "open <<https://example.com/u?id=%s&lang=${lang}>>",
        "Hello <<FirstName>>,",
        "Hi <<FNAME>>, thanks",
        "%<<s@example.com>>",
        "my name is {{ customer.name }}",
    ])
    .skips(&[
        ("https://example.com/reset?token=9f8a7b6c5d4e", "a value"),
        ("write to <bo@example.com>", "an address in brackets"),
        ("{\"name\": \"bo@example.com\"}", "a value in JSON"),
        ("[4111 1111 1111 1111]", "a number in brackets"),
    ])
    .sources(&["Syntax of Mustache, Handlebars, Liquid, Jinja, ERB, printf and POSIX shells"]);

/// Words that name what a template will put in.
static WORDS: WordSet<128> = WordSet::of(&[
    "name first last full middle customer client user agent your my company city street address phone telephone number",
    "email mail date birth dob order ticket id account password code zip state country insert here redacted hidden",
    "removed masked private confidential vorname nachname kunde nom prénom nombre apellido cliente",
]);

/// Names of variables nobody is called by.
static NAMES: WordSet<32> = WordSet::of(&[
    "firstname lastname fname lname fullname username customername clientname agentname yourname middlename",
]);

fn variable(probe: &Probe<'_>) -> Option<Found> {
    // Most candidates are numbers.
    if matches!(probe.view.at(probe.at), b'0'..=b'9' | b'+') { None } else { no_number(probe) }
}

#[inline(never)]
fn no_number(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let (start, end) = (probe.at, probe.end);
    // Most of the others stand among other words.
    let other = match v.at(start) {
        b's' | b'd' if v.before(start) == b'%' => v.at(start + 1) == b'@',
        b'a'..=b'z' | b'A'..=b'Z' => {
            NAMES.hold(v, start, end) || either(v, start, start + 16, b':', b':').is_some() && is_empty_link(v, start, end)
        }
        _ => false,
    };
    let close = v.at(skip_spaces(v, end, 1));
    let closed = || matches!(close, b'}' | b'>' | b']' | b'%' | b'|') && is_inside(v, start, end, close);
    (other || closed()).then(|| Found::new(start, end).cued())
}

/// Whether brackets of a variable stand around `start..end` and the rest of its name; `close` is the sign behind it.
#[inline(never)]
fn is_inside(v: View<'_>, start: usize, end: usize, close: u8) -> bool {
    let open = match close {
        b'}' => b'{',
        b'>' => b'<',
        b']' => b'[',
        _ => close,
    };
    let name = |b: u8| b.is_ascii_alphanumeric() || b >= 0x80 || matches!(b, b'_' | b'.' | b' ' | b'-');
    let mut from = start;
    while start - from < 40 && name(v.before(from)) {
        from -= 1;
    }
    if v.before(from) != open {
        return false;
    }
    let inside = v.slice(from, end).trim_ascii();
    let letters = inside.first().is_some_and(|b| b.is_ascii_alphabetic()) && inside.iter().all(|&b| name(b));
    if !letters {
        return false;
    }
    let capitals = inside.contains(&b'_') && inside.iter().all(|b| b.is_ascii_uppercase() || *b == b'_');
    let words = || inside.split(|b| matches!(b, b' ' | b'_' | b'-' | b'.')).all(|word| WORDS.holds(word));
    open == b'{' || capitals || words()
}

/// Whether `start..end` is an address with parameters, none of which has a value of its own.
#[inline(never)]
fn is_empty_link(v: View<'_>, start: usize, end: usize) -> bool {
    let link = v.slice(start, end);
    // A value that ends in a letter or digit is a value, unless it began with a sign or is filled with an x.
    let last = v.before(end) | 0x20;
    let begins = || either(v, start, end, b'%', b'[').or_else(|| either(v, start, end, b'{', b'<')).is_some();
    if last.is_ascii_digit() || last.is_ascii_lowercase() && last != b'x' && !begins() {
        return false;
    }
    let Some(scheme) = link.iter().take(12).position(|&b| !b.is_ascii_alphanumeric()) else { return false };
    let Some(rest) = link.get(scheme..).and_then(|rest| rest.strip_prefix(b"://")) else { return false };
    let Some(query) = rest.iter().position(|b| matches!(b, b'?' | b'#')) else { return false };
    let user = rest.iter().take(query).any(|&b| b == b'@');
    let mut pairs = rest.get(query + 1..).unwrap_or(&[]).split(|b| matches!(b, b'&' | b';' | b'?' | b'#'));
    !user
        && pairs.all(|pair| {
            let value = pair.iter().position(|&b| b == b'=').and_then(|sign| pair.get(sign + 1..));
            value.is_some_and(|value| match value {
                // Where the link ends, the brackets of a variable may follow it.
                [] | b"$" | b"%s" | b"%d" | b"%" | b"#" => true,
                [b'$', b'{', ..] | [b'{' | b'[' | b'<', ..] | [b'%', b'%', ..] => true,
                _ => value.len() >= 3 && value.iter().all(|b| matches!(b, b'x' | b'X' | b'*' | b'.')),
            })
        })
}
