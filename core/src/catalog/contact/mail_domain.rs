//! The domain of a mail address: labels of letters of any script, digits and hyphens, the last one no number.
//!
//! Comes in: a view and the place behind the `@`. Goes out: where the domain ends, and whether anybody can own it.
//!
//! # Sources
//! RFC 1035 section 2.3.4 (lengths), RFC 2606 (reserved names).
use crate::text::byte_set::ByteSet;
use crate::text::sixteen::Sixteen;
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::is_word;

/// Octets of a domain.
const DOMAIN: usize = 255;
/// Octets of a label.
const LABEL: usize = 63;

/// Last labels that make it a file name ("icon@2x.png").
static FILES: WordSet<32> = WordSet::of(&["png jpg jpeg gif svg pdf webp css js"]);

/// ASCII characters of a label.
static LABELLED: ByteSet = ByteSet::with("-");

/// End of the domain that starts at `start`, if one does.
#[inline(always)]
pub(super) fn end(v: View<'_>, start: usize) -> Option<usize> {
    plain_domain_end(v, start).unwrap_or_else(|| domain_end(v, start))
}

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

/// The same of any domain.
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
pub(super) fn is_mail_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36F}' | '\u{900}'..='\u{EFF}')
}

/// Domains nobody can own (RFC 2606): `example.com`, `.org` and `.net`, and four top-level domains.
pub(super) fn is_reserved(domain: &[u8]) -> bool {
    let ends = |domain: &[u8], label: &str| {
        let Some((before, tail)) =
            domain.len().checked_sub(label.len()).and_then(|at| domain.split_at_checked(at))
        else {
            return false;
        };
        before.last().is_none_or(|&b| b == b'.') && is_word(tail, label)
    };
    if let [second @ .., b'.', a, b, c] = domain
        && matches!(
            [a | 0x20, b | 0x20, c | 0x20],
            [b'c', b'o', b'm'] | [b'o', b'r', b'g'] | [b'n', b'e', b't']
        )
    {
        return ends(second, "example");
    }
    let last = domain.last().map_or(0, |last| last | 0x20);
    matches!(last, b't' | b'd' | b'e')
        && ["test", "invalid", "example", "localhost"].iter().any(|top| ends(domain, top))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reserved_domains_are_specimens() {
        for domain in ["mail.Example.com", "example.NET", "a.test", "b.example", "localhost", "x.invalid"] {
            assert!(is_reserved(domain.as_bytes()), "{domain}");
        }
        for domain in ["example.de", "myexample.com", "example.com.de", "a.latest", "com", "example.co"] {
            assert!(!is_reserved(domain.as_bytes()), "{domain}");
        }
    }

    proptest! {
        #[test]
        fn plain_domains_end_where_any_would(text in "([a-c]{1,4}|[a-z]{60,70}|com|png|js|[.]|[-A2é @>,]){1,9}") {
            let v = View::new(&text);
            if let Some(end) = plain_domain_end(v, 0) {
                prop_assert_eq!(domain_end(v, 0), end);
            }
        }
    }
}
