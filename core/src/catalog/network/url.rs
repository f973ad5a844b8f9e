//! Web address.
//!
//! `scheme://host…` or `www.host…` up to the end of its characters, without the punctuation of the sentence around it.
//! A plain link to a page is no personal data and stays below the default minimum score; one that carries a password,
//! a query or a fragment with values is above it. Secrets inside are findings of their own, nested in this one.
use crate::catalog::prelude::*;
use crate::text::view::View;
use crate::text::word_set::WordSet;

/// Longer ones are cut here: far beyond what people paste, and a bound for the scanner.
const LONGEST: usize = 1000;

pub(super) static ENTRY: Entry = Entry::new("URL")
    .title("Web address")
    .category(Category::Network)
    .sensitivity(Sensitivity::Low)
    .score(30)
    .anchors(&[(Anchor::Colon, scheme)])
    .holds_others()
    .finds(&[
        "see <<https://shop.example/reset?token=Zk3vPq81xw>> please",
        "<<https://api.example/v1/users?email=bo%40shop.example>>",
        "<<ftp://ann:hunter22@files.example/report>>",
    ])
    .skips(&[
        ("https://help.example/articles/123456", "a plain link to a page tells nothing about a person"),
        ("note: this", "no scheme"),
        ("http:// nothing", "no host"),
    ])
    .sources(&["RFC 3986"]);

static SCHEMES: WordSet<32> = WordSet::of(&[
    "http https ftp ftps sftp ssh ws wss git smb ldap ldaps",
]);

/// The colon of `scheme://`.
fn scheme(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if v.at(probe.at + 1) == b'/' && v.at(probe.at + 2) == b'/' { address(probe) } else { None }
}

#[inline(never)]
fn address(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let host = probe.at + 3;
    if !(v.at(host).is_ascii_alphanumeric() || v.at(host) >= 0x80 || v.at(host) == b'[') {
        return None;
    }
    let mut start = probe.at;
    while v.before(start).is_ascii_alphabetic() && probe.at - start < 12 {
        start -= 1;
    }
    let scheme = v.slice(start, probe.at);
    if !SCHEMES.holds(scheme) {
        return None;
    }
    let end = end_of(v, host);
    let rest = v.slice(host, end);
    let path = rest.iter().position(|&b| b == b'/').unwrap_or(rest.len());
    let (authority, tail) = rest.split_at_checked(path).unwrap_or((rest, &[]));
    let query = |part: &[u8]| {
        let at = part.iter().position(|&b| b == b'?' || b == b'#');
        at.is_some_and(|at| part.get(at..).is_some_and(|values| values.contains(&b'=')))
    };
    let carries_values = query(if authority.contains(&b'?') || authority.contains(&b'#') { rest } else { tail });
    let has_user = authority.contains(&b'@');
    let found = Found::new(start, end);
    Some(if carries_values || has_user { found.verdict(Verdict::Valid).score(60) } else { found })
}

/// Where the address ends: at a character no address holds, less closing punctuation.
fn end_of(v: View<'_>, host: usize) -> usize {
    let mut end = host;
    let mut open = 0i32;
    for &b in v.slice(host, host + LONGEST) {
        // Nearly all of an address.
        if b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'/') {
            end += 1;
            continue;
        }
        if b <= b' ' || matches!(b, b'<' | b'>' | b'"' | b'`' | b'{' | b'}' | b'|' | b'\\' | b'^') {
            break;
        }
        open += i32::from(b == b'(') - i32::from(b == b')');
        if open < 0 {
            break;
        }
        end += 1;
    }
    while end > host && v.at(end) & 0xC0 == 0x80 {
        end -= 1; // the cap fell inside a character
    }
    while end > host && matches!(v.before(end), b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b']') {
        end -= 1;
    }
    end
}
