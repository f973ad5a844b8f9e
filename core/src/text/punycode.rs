//! Domain names as the name system writes them: `bücher.example` becomes `xn--bcher-kva.example`.
//!
//! Comes in: a domain as people write it. Goes out: the same in ASCII and small letters, so that its spellings can be
//! compared. Linear but for one label, whose length is bounded by [`LONGEST`].
//!
//! # Sources
//! RFC 3492 (Punycode, parameters of its section 5); RFC 5891 (`xn--`); Unicode Technical Standard 46 for the mapping
//! before it: compatibility forms (NFKC), small letters, ideographic full stops. `ß` and `ς` stay letters of their own
//! (UTS 46, non-transitional). Names are mapped, not judged: whether somebody may register one is not asked.
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// Characters of the longest label that is encoded; the name system has none longer than 63.
const LONGEST: usize = 63;

/// Bytes that the ASCII form of a domain of so many bytes has at most: a capacity that never moves.
pub(crate) const fn room(domain: usize) -> usize {
    // A label of n characters gives `xn--` and at most seven letters a character; of three bytes NFKC can make 33.
    domain * 80 + 16
}

/// Appends a domain in ASCII and small letters. A label that cannot be encoded stays in small letters.
pub(crate) fn domain(domain: &str, out: &mut String) {
    for (n, label) in domain.split(['.', '\u{3002}', '\u{FF0E}', '\u{FF61}']).enumerate() {
        if n > 0 {
            out.push('.');
        }
        if label.is_ascii() {
            out.extend(label.chars().map(|c| c.to_ascii_lowercase()));
            continue;
        }
        let mut plain = Zeroizing::new(String::with_capacity(label.len() * 12));
        plain.extend(label.nfkc().flat_map(char::to_lowercase).nfc().filter(|c| !is_ignored(*c)));
        if plain.is_ascii() {
            out.push_str(&plain);
            continue;
        }
        let from = out.len();
        out.push_str("xn--");
        if encode(&plain, out).is_none() {
            out.truncate(from);
            out.push_str(&plain);
        }
    }
}

/// Signs that are not seen and that UTS 46 leaves out: the soft hyphen, zero-width signs, variation selectors.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{200B}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Appends the Punycode of a label. `None`, with something appended, where the label is too long for it.
fn encode(label: &str, out: &mut String) -> Option<()> {
    let length = u32::try_from(label.chars().take(LONGEST + 1).count()).ok()?;
    if length as usize > LONGEST {
        return None;
    }
    out.extend(label.chars().filter(char::is_ascii));
    let basic = u32::try_from(label.bytes().filter(u8::is_ascii).count()).ok()?;
    if basic > 0 {
        out.push('-');
    }
    let (mut code, mut delta, mut bias, mut done) = (128u32, 0u32, 72u32, basic);
    while done < length {
        let next = label.chars().map(u32::from).filter(|&c| c >= code).min()?;
        delta = delta.checked_add((next - code).checked_mul(done + 1)?)?;
        code = next;
        for c in label.chars().map(u32::from) {
            if c < code {
                delta = delta.checked_add(1)?;
            }
            if c == code {
                number(delta, bias, out);
                bias = adapted(delta, done + 1, done == basic);
                delta = 0;
                done += 1;
            }
        }
        delta = delta.checked_add(1)?;
        code = code.checked_add(1)?;
    }
    Some(())
}

const BASE: u32 = 36;
const LEAST: u32 = 1;
const MOST: u32 = 26;

/// A number of variable length (section 3.3).
fn number(mut rest: u32, bias: u32, out: &mut String) {
    let mut k = BASE;
    loop {
        let threshold = k.saturating_sub(bias).clamp(LEAST, MOST);
        if rest < threshold {
            out.push(digit(rest));
            return;
        }
        out.push(digit(threshold + (rest - threshold) % (BASE - threshold)));
        rest = (rest - threshold) / (BASE - threshold);
        k += BASE;
    }
}

/// How the next numbers are expected to be (section 3.4).
fn adapted(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / points;
    let mut k = 0;
    while delta > (BASE - LEAST) * MOST / 2 {
        delta /= BASE - LEAST;
        k += BASE;
    }
    k + (BASE - LEAST + 1) * delta / (delta + 38)
}

/// `a` to `z`, then `0` to `9`.
fn digit(value: u32) -> char {
    let letter = value.checked_sub(26).map_or('a', |_| '0');
    char::from_u32(u32::from(letter) + value % 26).unwrap_or('a')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ascii(text: &str) -> String {
        let mut out = String::with_capacity(room(text.len()));
        let room = out.capacity();
        domain(text, &mut out);
        assert_eq!(out.capacity(), room, "the buffer does not move");
        out
    }

    fn punycode(text: &str) -> String {
        let mut out = String::new();
        encode(text, &mut out).unwrap();
        out
    }

    /// The way back, straight from section 6.2, as a twin.
    fn decoded(text: &str) -> Option<String> {
        let (basic, rest) = text.rsplit_once('-').unwrap_or(("", text));
        let mut all: Vec<char> = basic.chars().collect();
        let (mut code, mut i, mut bias) = (128u32, 0u32, 72u32);
        let mut digits = rest.bytes();
        while digits.len() > 0 {
            let (old, mut weight, mut k) = (i, 1u32, 36);
            loop {
                let b = digits.next()?;
                let value = if b.is_ascii_digit() { b - b'0' + 26 } else { b - b'a' } as u32;
                i += value * weight;
                let t = (k as i64 - bias as i64).clamp(1, 26) as u32;
                if value < t {
                    break;
                }
                weight *= 36 - t;
                k += 36;
            }
            let points = all.len() as u32 + 1;
            bias = adapted(i - old, points, old == 0);
            code += i / points;
            i %= points;
            all.insert(i as usize, char::from_u32(code)?);
            i += 1;
        }
        Some(all.into_iter().collect())
    }

    #[test]
    fn samples_of_the_rfc() {
        // Section 7.1: A, B, C, L, M, O, S (the last one basic letters alone).
        for (plain, code) in [
            ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
            ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
            ("他們爲什麽不說中文", "ihqwctvzc91f659drss3x8bo0yb"),
            ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
            ("安室奈美恵-with-super-monkeys", "-with-super-monkeys-pc58ag80a8qai00g7n9n"),
            ("ひとつ屋根の下2", "2-u9tlzr9756bt3uc0v"),
            ("bücher", "bcher-kva"),
        ] {
            assert_eq!(punycode(plain), code);
            assert_eq!(decoded(code).as_deref(), Some(plain));
        }
    }

    #[test]
    fn spellings_of_a_domain_meet() {
        assert_eq!(ascii("Bücher.Example"), "xn--bcher-kva.example");
        for same in
            ["BÜCHER.example", "bu\u{308}cher。EXAMPLE", "ｂüch\u{AD}er．example", "xn--BCHER-kva.example"]
        {
            assert_eq!(ascii(same), "xn--bcher-kva.example", "{same}");
        }
        assert_eq!(ascii("ＥＸＡＭＰＬＥ.com"), "example.com");
        assert_ne!(ascii("straße.example"), ascii("strasse.example"));
        for odd in ["", ".", "..", "a..b", "-", "é"] {
            assert_eq!(ascii(odd).matches('.').count(), odd.matches('.').count());
        }
        let long = "é".repeat(64);
        assert_eq!(ascii(&long), long, "no label is so long: it stays");
        ascii(&"\u{FDFA}".repeat(99));
        ascii(&"\u{10FFFF}a".repeat(31));
    }

    proptest! {
        #[test]
        fn what_is_encoded_can_be_decoded(label in "[a-zß-öα-ωа-яぁ-ん一-鿿-]{1,40}") {
            prop_assert_eq!(decoded(&punycode(&label)), Some(label));
        }

        #[test]
        fn any_text_is_safe_and_done_once(text in "\\PC{0,40}|[a-zé.。-]{0,80}") {
            let once = ascii(&text);
            prop_assert_eq!(ascii(&once), once);
        }
    }
}
