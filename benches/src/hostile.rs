//! A size goes in; texts that no customer writes come out: each tries to make one stage walk the same bytes again.
use crate::random::Random;
use crate::values::base64;

type Make = fn(usize, &mut Random) -> String;

/// Name and maker of every hostile text.
const TEXTS: &[(&str, Make)] = &[
    ("digits", |n, _| repeated("1234567890", n)),
    ("one dash", |n, _| repeated("1-", n)),
    ("one dot", |n, _| repeated("1.", n)),
    ("one space", |n, _| repeated("1 ", n)),
    ("two digits", |n, _| repeated("12 ", n)),
    ("four ones", |n, _| repeated("1111 ", n)),
    ("nine digits", |n, _| repeated("123456789 ", n)),
    ("digits and spaces", |n, r| r.string("0123456789 ", n)),
    ("digits and separators", |n, r| r.string("0123456789 -./()+", n)),
    ("dashed groups", |n, _| repeated("1-1-1-", n)),
    ("digits with NBSP", |n, _| repeated("1\u{a0}", n)),
    ("card groups with NBSP", |n, _| repeated("4111\u{a0}", n)),
    ("at signs", |n, _| repeated("@", n)),
    ("letters", |n, _| repeated("a", n)),
    ("letter at", |n, _| repeated("a@", n)),
    ("dots then at", |n, _| ending(repeated("a.", n - 1), "@")),
    ("addresses", |n, _| repeated("a.b@example.com ", n)),
    ("addresses touching", |n, _| repeated("a@b.example.com,", n)),
    ("capital pairs", |n, _| repeated("Aa Aa ", n)),
    ("capital and digit", |n, _| repeated("A1 ", n)),
    ("capitals and digits", |n, _| repeated("AB12 CD34 ", n)),
    ("iban heads", |n, _| repeated("GB29 NWBK 6016 ", n)),
    ("cards", |n, _| repeated("4111 1111 1111 1111 ", n)),
    ("cards touching", |n, _| repeated("4111111111111111", n)),
    ("card words", |n, _| repeated("card 4111 1111 1111 1111, cvv 123 ", n)),
    ("phones", |n, _| repeated("(212) 555-0123 ", n)),
    ("plus signs", |n, _| repeated("+1 ", n)),
    ("base64", |n, r| (0..n / 40 + 1).map(|_| base64(r.digits(30).as_bytes())).collect::<String>()),
    ("base64 random", |n, r| r.string("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", n)),
    ("hex words", |n, r| words(n, |r| r.string("0123456789abcdef", 32), r)),
    ("upper words", |n, r| words(n, |r| r.string("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 20), r)),
    ("jwt heads", |n, _| repeated("eyJhbGciOiJIUzI1NiJ9.", n)),
    ("schemes", |n, _| repeated("http://", n)),
    ("one long url", |n, _| ending("https://example.com/?".into(), &repeated("a=1&", n))),
    ("password cue", |n, _| repeated("password ", n)),
    ("password values", |n, _| repeated("password: x1y2z3 ", n)),
    ("name cue", |n, _| repeated("name is ", n)),
    ("names", |n, _| repeated("My name is Ada Quill. ", n)),
    ("birth cue", |n, _| repeated("born on 1.1.", n)),
    ("colons", |n, _| repeated(":", n)),
    ("hex colons", |n, _| repeated("a:", n)),
    ("ipv6 groups", |n, _| repeated("2001:db8:", n)),
    ("ipv4 groups", |n, _| repeated("192.0.2.1.", n)),
    ("open brackets", |n, _| repeated("(", n)),
    ("brackets", |n, _| repeated("[(<{}>)]", n)),
    ("label heads", |n, _| repeated("[EMAIL_", n)),
    ("emoji", |n, _| repeated("👩‍👩‍👧‍👦", n)),
    ("combining marks", |n, _| ending("a".into(), &repeated("\u{301}", n))),
    ("digits with marks", |n, _| repeated("1\u{301}", n)),
    ("spaces", |n, _| repeated(" ", n)),
    ("line ends", |n, _| repeated("\r\n", n)),
    ("zero bytes", |n, _| repeated("\0", n)),
    ("full-width digits", |n, _| repeated("４", n)),
    ("full-width cards", |n, _| repeated("４１１１ １１１１ １１１１ １１１１ ", n)),
    ("digits and zero-width", |n, _| repeated("4\u{200b}", n)),
    ("zero-width spaces", |n, _| ending("4".into(), &repeated("\u{200b}", n))),
    ("tags", |n, _| repeated("\u{e0034}", n)),
    ("mixed scripts", |n, _| repeated("аa", n)),
    ("look-alike tokens", |n, _| repeated("оo@.", n)),
    ("percent codes", |n, _| repeated("%34", n)),
    ("nested percent codes", |n, _| repeated("%25", n)),
    ("entities", |n, _| repeated("&#52;", n)),
    ("open entities", |n, _| repeated("&#5", n)),
    ("escapes", |n, _| repeated("\\u0034", n)),
    ("quoted-printable", |n, _| repeated("=34", n)),
    ("soft line breaks", |n, _| repeated("=34=\n", n)),
    ("digits in words", |n, _| repeated("four ", n)),
    ("doubles", |n, _| repeated("double four ", n)),
    ("commas and digits", |n, _| repeated("4, ", n)),
    ("spaced address", |n, _| repeated("a @ ", n)),
    ("at words", |n, _| repeated("a at b dot com ", n)),
    ("at words without end", |n, _| repeated("at a-dot-", n)),
    ("dot words", |n, _| ending("a@b".into(), &repeated(" dot c", n))),
    ("letters for digits", |n, _| repeated("4O1l ", n)),
    ("letters for digits, one token", |n, _| repeated("4O1l", n)),
    ("islands", |n, _| repeated("NDExMTExMTExMTExMTExMQ== ", n)),
    ("one island", |n, _| repeated("NDEx", n)),
];

/// The hostile texts, one by one, each of exactly `bytes` bytes save for the last character.
///
/// ```
/// assert!(wimple_benches::hostile(1_000).any(|(name, text)| name == "digits" && text.len() == 1_000));
/// ```
pub fn hostile(bytes: usize) -> impl Iterator<Item = (&'static str, String)> {
    TEXTS.iter().map(move |(name, make)| {
        let mut text = make(bytes.max(8), &mut Random::new(7));
        let end = (0..=bytes.max(8)).rev().find(|&at| text.is_char_boundary(at));
        text.truncate(end.unwrap_or_default());
        (*name, text)
    })
}

fn repeated(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes.div_ceil(unit.len()))
}

fn words(bytes: usize, mut word: impl FnMut(&mut Random) -> String, r: &mut Random) -> String {
    let mut text = String::with_capacity(bytes + 64);
    while text.len() < bytes {
        text.push_str(&word(r));
        text.push(' ');
    }
    text
}

fn ending(mut head: String, tail: &str) -> String {
    head.push_str(tail);
    head
}

#[cfg(test)]
mod tests {
    use super::hostile;

    #[test]
    fn texts_have_their_size_and_own_names() {
        let texts: Vec<_> = hostile(10_000).collect();
        for (at, (name, text)) in texts.iter().enumerate() {
            assert!((9_970..=10_000).contains(&text.len()), "{name}: {}", text.len());
            assert!(texts[..at].iter().all(|(other, _)| other != name), "{name} twice");
        }
    }
}
