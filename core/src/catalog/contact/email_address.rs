//! E-mail address: a local part, `@`, a domain of two labels or more.
//!
//! Found from its `@`: to the left the dot-atom of RFC 5321 with the letters RFC 6531 adds, to the right a domain in
//! letters of any script or in Punycode, whose last label is no number. There is no list of top-level domains: they
//! change too often. Signs that only wrap an address (quotes, stars, a full stop, `mailto:`, `key=`) stay outside.
//!
//! # Sources
//! RFC 5321 section 4.1.2 and 4.5.3.1, RFC 6531 section 3.3, RFC 1035 section 2.3.4, RFC 2606.
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::sixteen::Sixteen;
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, is_word};

pub(super) static ENTRY: Entry = Entry::new("EMAIL_ADDRESS")
    .title("E-mail address")
    .category(Category::Contact)
    .sensitivity(Sensitivity::Medium)
    .score(70)
    .context(&["email", "mail", "correo", "courriel", "gmail", "inbox", "address"])
    .anchors(&[(Anchor::At, around_at)])
    .finds(&[
        "bo@example.com",
        "write to <<bo.lind+tickets@mail.example.org>>.",
        "mailto:<<bo@example.net>>?subject=hi",
        "<<jürgen@müller.example>>, bitte",
        "<<bo@xn--mller-kva.example>>",
        "email=<<o'brien@example.com>>&next=1",
    ])
    .skips(&[
        ("ask @handle about it", "a handle has no local part"),
        ("ssh root@server now", "one label is a host, not a mail domain"),
        ("logo@2x.png is blurred", "a file name"),
        ("https://bo:s3same@example.com/", "the user and password of a URL"),
        ("npm i left-pad@1.3.0", "the last label is a number"),
        ("a@b.c", "a top-level domain has two letters at least"),
    ])
    .sources(&["RFC 5321", "RFC 6531", "RFC 1035", "RFC 2606"]);

/// Octets of a local part (RFC 5321 section 4.5.3.1.1).
const LOCAL: usize = 64;
/// Octets of a domain.
const DOMAIN: usize = 255;
/// Octets of a label.
const LABEL: usize = 63;

/// Last labels that make it a file name ("icon@2x.png").
static FILES: WordSet<32> = WordSet::of(&["png jpg jpeg gif svg pdf webp css js"]);

fn around_at(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let first = v.at(p.end);
    if !first.is_ascii_alphanumeric() && first < 0x80 {
        return None;
    }
    let end = plain_domain_end(v, p.end).unwrap_or_else(|| domain_end(v, p.end))?;
    let start = local_start(v, p.at)?;
    if matches!(v.before(start), b'/' | b':') && is_user_of_url(v, start) {
        return None;
    }
    let tidy = v.before(p.at) != b'.';
    let verdict = if tidy { Verdict::Valid } else { Verdict::Unknown };
    Some(Found::new(start, end).verdict(verdict).cued().specimen(is_reserved(v.slice(p.end, end))))
}

/// ASCII characters of a local part, the full stop aside.
static LOCALS: ByteSet = ByteSet::with("-!#$%&'*+^_~");
/// Those of them, and the full stop, that do not begin one but open a quotation or an emphasis.
static OPENS: ByteSet = ByteSet::of("-!#$%&'*^~.");
/// ASCII characters of a label.
static LABELLED: ByteSet = ByteSet::with("-");

/// Start of the local part that ends at `at`.
#[inline(always)]
fn local_start(v: View<'_>, at: usize) -> Option<usize> {
    let mut i = at;
    loop {
        i -= LOCALS.run_back(v.slice(at.saturating_sub(LOCAL + 1), i));
        if at - i > LOCAL {
            return None;
        }
        match v.before(i) {
            b'.' if v.at(i) != b'.' => {
                i -= 1;
                continue;
            }
            0x80.. => {}
            _ => break,
        }
        let Some(c) = v.char_before(i) else { break };
        let ascii_tail = v.slice(i, at).iter().any(u8::is_ascii_alphanumeric);
        if !is_mail_letter(c) || ascii_tail && is_unspaced(c) {
            break;
        }
        i -= c.len_utf8();
        if at - i > LOCAL {
            return None;
        }
    }
    // What opens a quotation or an emphasis is not part of the address.
    while i < at && OPENS.holds(v.at(i)) {
        i += 1;
    }
    (i < at).then_some(i)
}

/// Whether what starts at `start` is the user or the password of a URL: `https://token@host`, `x://user:password@host`.
/// The URL, or what is found in it, holds both.
fn is_user_of_url(v: View<'_>, start: usize) -> bool {
    let colon = v.before(start) == b':';
    let left = v.slice(start.saturating_sub(80), start - usize::from(colon));
    let user = if colon { left.iter().rev().take_while(|b| !matches!(b, b'/' | b'@' | 0..=b' ')).count() } else { 0 };
    let scheme = left.get(..left.len() - user).and_then(|left| left.strip_suffix(b"://"));
    scheme.is_some_and(|left| {
        let word = left.iter().rev().take_while(|b| b.is_ascii_alphanumeric()).count();
        colon && word > 0 || left.get(left.len() - word..).is_some_and(|word| is_any(word, WEB))
    })
}

/// Schemes of addresses whose user part is no mail address.
const WEB: &[&str] = &["http", "https", "ftp", "ftps", "sftp", "ssh", "git", "ws", "wss", "smb", "ldap", "ldaps"];

/// What [`domain_end`] says of what is made of small letters and full stops alone, as nearly all domains are; `None` of
/// all else.
#[inline(always)]
fn plain_domain_end(v: View<'_>, start: usize) -> Option<Option<usize>> {
    let (mut label, mut labels) = (start, 1);
    loop {
        let mut end = label;
        loop {
            let run = Sixteen::at(v, end).small_letters().trailing_ones() as usize;
            end += run;
            if run < 16 || end - label > LABEL {
                break;
            }
        }
        let next = v.at(end + 1);
        if end == label || end - label > LABEL || end - start > DOMAIN {
            return None;
        }
        match v.at(end) {
            b'.' if next.is_ascii_alphanumeric() || matches!(next, b'-' | 0x80..) => {}
            b'-' | b'0'..=b'9' | b'A'..=b'Z' | 0x80.. => return None,
            _ => {
                let top = labels > 1 && end - label > 1 && !FILES.hold(v, label, end);
                return Some(top.then_some(end));
            }
        }
        label = end + 1;
        labels += 1;
    }
}

/// End of the domain that starts at `start`.
#[inline(never)]
fn domain_end(v: View<'_>, start: usize) -> Option<usize> {
    let (mut i, mut labels, mut good, mut lower) = (start, 0usize, None, true);
    loop {
        let label = i;
        loop {
            i += LABELLED.run(v.slice(i, label + LABEL + 1));
            let high = if v.at(i) < 0x80 { None } else { v.char_at(i).filter(|&c| is_mail_letter(c)) };
            if let Some(c) = high {
                i += c.len_utf8();
            }
            if i - label > LABEL || i - start > DOMAIN {
                return good;
            }
            if high.is_none() {
                break;
            }
        }
        if i == label || v.at(label) == b'-' {
            return good;
        }
        labels += 1;
        // A version ("pkg@1.2.next") has numbers in its first two places, a domain only in one.
        if labels == 2
            && v.at(label).is_ascii_digit()
            && v.slice(start, label - 1).iter().all(u8::is_ascii_digit)
        {
            return None;
        }
        let written = v.slice(label, i);
        if labels >= 2 {
            let top = if written.iter().all(u8::is_ascii_alphabetic) {
                (i - label > 1).then_some(i)
            } else {
                let more = v.at(i) == b'.' && (v.at(i + 1).is_ascii_alphanumeric() || v.at(i + 1) >= 0x80);
                top_level_end(v, label, i).filter(|&end| end == i || !more)
            };
            match top {
                // The next sentence, typed without a space: "…@example.com.Thanks".
                Some(_) if good.is_some() && lower && v.at(label).is_ascii_uppercase() => return good,
                Some(end) => good = (!FILES.hold(v, label, end)).then_some(end),
                None if written.iter().any(u8::is_ascii_alphabetic) => good = None,
                None => return good,
            }
            if top.is_some_and(|end| end < i) {
                return good;
            }
        }
        lower &= !written.iter().any(u8::is_ascii_uppercase);
        if v.at(i) != b'.' {
            return good;
        }
        i += 1;
    }
}

/// End of the top-level domain that the label `start..end` is or begins with ("com" of "com-"), if it is one.
fn top_level_end(v: View<'_>, start: usize, end: usize) -> Option<usize> {
    let label = v.slice(start, end);
    if label.get(..4).is_some_and(|head| is_word(head, "xn--")) {
        return (label.len() > 4 && label.last() != Some(&b'-')).then_some(end);
    }
    // A top-level domain keeps to one script: "com" ends where the next word follows without a space.
    let ascii = label.first().is_some_and(u8::is_ascii);
    let letters =
        label.iter().take_while(|b| if ascii { b.is_ascii_alphabetic() } else { **b >= 0x80 }).count();
    let stops = label.get(letters).is_none_or(|&b| b == b'-' || ascii && b >= 0x80);
    let one_character = v.char_at(start).map_or(0, char::len_utf8);
    (stops && letters > one_character).then_some(start + letters)
}

/// Letters, digits and marks outside ASCII.
fn is_mail_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36F}' | '\u{900}'..='\u{EFF}')
}

/// Letters of scripts that put no space between words: they stand next to an address without being part of it.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{2E80}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..)
}

/// Domains nobody can own (RFC 2606).
fn is_reserved(domain: &[u8]) -> bool {
    const RESERVED: [&str; 7] =
        ["test", "invalid", "example", "localhost", "example.com", "example.org", "example.net"];
    // The last letters of these: two of three domains end here.
    if !domain.last().is_some_and(|last| matches!(last | 0x20, b't' | b'd' | b'e' | b'm' | b'g')) {
        return false;
    }
    RESERVED.iter().any(|name| {
        let Some(edge) = domain.len().checked_sub(name.len()) else { return false };
        let (before, tail) = domain.split_at(edge);
        before.last().is_none_or(|&b| b == b'.') && is_word(tail, name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<&str> {
        let view = View::new(text);
        let probe = |at| Probe { view, at, end: at + 1, hints: Default::default() };
        text.match_indices('@')
            .filter_map(|(at, _)| around_at(&probe(at)))
            .map(|f| text.get(f.start..f.end).unwrap())
            .collect()
    }

    #[test]
    fn examples_hold() {
        for text in ENTRY.finds {
            let plain = text.replace("<<", "").replace(">>", "");
            let want = text.split("<<").nth(1).and_then(|t| t.split(">>").next()).unwrap_or(text);
            assert_eq!(found(&plain), [want]);
        }
        for (text, why) in ENTRY.skips {
            assert_eq!(found(text), [""; 0], "{why}");
        }
    }

    #[test]
    fn edges_are_cut() {
        for (text, want) in [
            ("'bo@example.com'", "bo@example.com"),
            ("**bo@example.com**", "bo@example.com"),
            ("hm...bo@example.com...", "bo@example.com"),
            ("bo@example.com.Thanks", "bo@example.com"),
            ("bo@example.com- see", "bo@example.com"),
            ("a@b@example.com", "b@example.com"),
            ("我的邮箱是bo@example.com谢谢", "bo@example.com"),
            ("git@github.com:x/y", "git@github.com"),
            ("bo@163.com", "bo@163.com"),
            ("bo@uni-bremen.de", "bo@uni-bremen.de"),
            ("bo@mail.uni-bremen.de.", "bo@mail.uni-bremen.de"),
            ("BO@EXAMPLE.COM", "BO@EXAMPLE.COM"),
            ("&lt;bo@example.com&gt;", "bo@example.com"),
        ] {
            assert_eq!(found(text), [want]);
        }
        assert_eq!(found(&format!("{}@example.com", "a".repeat(64))).len(), 1);
        assert_eq!(found(&format!("{}@example.com", "a".repeat(65))), [""; 0]);
    }

    #[test]
    fn reserved_domains_are_specimens() {
        assert!(is_reserved(b"mail.Example.com") && is_reserved(b"a.test") && !is_reserved(b"example.de"));
    }

    proptest! {
        #[test]
        fn plain_domains_end_where_any_would(text in "([a-c]{1,4}|[a-z]{60,70}|com|png|js|[.]|[-A2é @>,]){1,9}") {
            let v = View::new(&text);
            if let Some(end) = plain_domain_end(v, 0) {
                prop_assert_eq!(domain_end(v, 0), end);
            }
        }

        #[test]
        fn any_text_is_safe(text in "[a-c.@\\-+é王 A2]{0,40}") {
            for value in found(&text) {
                prop_assert!(value.contains('@') && !value.contains(' '));
            }
        }

        #[test]
        fn plain_addresses_are_found_whole(text in "[a-z][a-z0-9_]{0,9}([.+][a-z0-9]{1,5}){0,2}@([a-z][a-z0-9]{0,8}\\.){1,3}(com|de|museum)") {
            prop_assert_eq!(found(&text), [text.as_str()]);
        }
    }
}
