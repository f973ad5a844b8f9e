//! E-mail address: a local part, `@`, a domain of two labels or more.
//!
//! Found from its `@`: to the left the dot-atom of RFC 5321 with the letters RFC 6531 adds, to the right a domain in
//! letters of any script or in Punycode, whose last label is no number. There is no list of top-level domains: they
//! change too often. Signs that only wrap an address (quotes, stars, a full stop, `mailto:`, `key=`) stay outside.
//!
//! # Sources
//! RFC 5321 section 4.1.2 and 4.5.3.1, RFC 6531 section 3.3, RFC 1035 section 2.3.4, RFC 2606.
use super::mail_domain::{self, is_mail_letter, is_reserved};
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::sixteen::mail_before;
use crate::text::view::View;
use crate::text::words::is_any;

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

fn around_at(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let first = v.at(p.end);
    if !first.is_ascii_alphanumeric() && first < 0x80 {
        return None;
    }
    let end = mail_domain::end(v, p.end)?;
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

/// Start of the local part that ends at `at`.
#[inline(always)]
fn local_start(v: View<'_>, at: usize) -> Option<usize> {
    // Nearly all are of few plain characters.
    let (run, stops) = mail_before(v, at);
    let start = at - run;
    let before = v.before(start);
    let plain = matches!(run, 1..32) && stops & stops << 1 == 0 && !OPENS.holds(v.at(start));
    if plain && before < 0x80 && !LOCALS.holds(before) { Some(start) } else { any_local_start(v, at) }
}

#[inline(never)]
fn any_local_start(v: View<'_>, at: usize) -> Option<usize> {
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

/// Letters of scripts that put no space between words: they stand next to an address without being part of it.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{2E80}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..)
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

    proptest! {
        #[test]
        fn plain_local_parts_start_where_any_would(text in "[a-cZ2.+_#é<, -]{0,20}[a-b.]{0,30}") {
            let v = View::new(&text);
            prop_assert_eq!(local_start(v, v.len()), any_local_start(v, v.len()));
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
