//! Islands of base64: a text inside the text.
//!
//! Comes in: a folded text. Goes out: the same with what the islands hold, where that is text. Each byte of it stands for
//! the whole island, so that a value found in one covers all of it.
//!
//! # Sources
//! RFC 4648 sections 4 and 5 (both alphabets, padding or none), RFC 2045 section 6.8 (line breaks).
use zeroize::Zeroizing;

use super::map::{Folded, Writer, mark};
use super::signs::{is_unseen, look_alike, stand_in};
use crate::catalog::entry::UNBROKEN;
use crate::text::byte_set::ByteSet;
use crate::text::view::View;

/// The shortest island: twelve bytes of text.
const SHORTEST: usize = 16;
/// A line that goes on in the next one has so many characters at least.
const LINE: usize = 60;

static ALPHABET: ByteSet = ByteSet::with("+/-_");

/// Whether the token `start..end` may be a part of an island: its first characters say text. The gate asks before anything
/// is copied.
pub(super) fn may_be_text(view: View<'_>, start: usize, end: usize) -> bool {
    // Nearly all end here: the first two bytes of a text are signs of ASCII, or the beginning of another character.
    let first = value(view.at(start)).zip(value(view.at(start + 1))).zip(value(view.at(start + 2)));
    let Some(((a, b), c)) = first else { return false };
    let (first, second) = (a << 2 | b >> 4, (b & 15) << 4 | c >> 2);
    let begins = match first {
        0x20..0x7F | 0x09 | 0x0A => second >= 0x20,
        0xC2..0xF5 => (0x80..0xC0).contains(&second),
        _ => false,
    };
    if !begins {
        return false;
    }
    let mut from = start;
    while start - from < 64 && ALPHABET.holds(view.before(from)) {
        from -= 1;
    }
    // The parts of a token in three parts are no text of anybody's.
    if view.before(from) == b'.' || view.at(end) == b'.' && view.at(end + 1).is_ascii_alphanumeric() {
        return false;
    }
    let (mut said, mut bits) = ([0u8; SHORTEST / 4 * 3], 0u32);
    for (four, three) in view.slice(from, end).chunks_exact(4).zip(said.chunks_exact_mut(3)) {
        for &b in four {
            let Some(value) = value(b) else { return false };
            bits = bits << 6 | value;
        }
        let [_, bytes @ ..] = bits.to_be_bytes();
        if bytes.iter().any(|b| *b < b' ' && !matches!(b, b'\n' | b'\r' | b'\t') || *b == 0x7F) {
            return false;
        }
        three.copy_from_slice(&bytes);
    }
    // A character may be cut at the end.
    let valid = core::str::from_utf8(&said).map_or_else(|e| e.valid_up_to(), str::len);
    said.len() - valid < 4
}

/// The text with the islands read; nothing where it has none.
pub(super) fn fold(text: &Folded) -> Option<Folded> {
    let mut w = Writer::new(text);
    let mut i = 0;
    while i < text.len() {
        let end = i + ALPHABET.run(text.slice(i, text.len()));
        if end - i < SHORTEST {
            i = end + 1;
            continue;
        }
        let end = island_end(text, i, end);
        if let Some((plain, end)) = decoded(text, i, end) {
            w.keep_to(i);
            w.put(end, &plain, mark::SIGN | mark::WRITTEN);
            i = end;
        } else {
            i = end + 1;
        }
    }
    w.finish()
}

/// The end of an island, over the ends of full lines.
fn island_end(text: &Folded, start: usize, mut end: usize) -> usize {
    let mut line = start;
    while end - line >= LINE && end - start < UNBROKEN {
        let next = match (text.at(end), text.at(end + 1)) {
            (b'\n', _) => end + 1,
            (b'\r', b'\n') => end + 2,
            _ => break,
        };
        let run = ALPHABET.run(text.slice(next, text.len()));
        if run == 0 {
            break;
        }
        (line, end) = (next, next + run);
    }
    end
}

/// The text that the island says, and where it ends, its padding included.
fn decoded(text: &Folded, start: usize, end: usize) -> Option<(Zeroizing<Vec<u8>>, usize)> {
    if end - start > UNBROKEN {
        return None;
    }
    // Nearly all that is no text shows it in the first bytes.
    let mut plain = Zeroizing::new(Vec::with_capacity((end - start) * 3 / 4 + 3));
    let (mut bits, mut held) = (0u32, 0);
    for &b in text.slice(start, end) {
        let Some(value) = value(b) else { continue };
        bits = bits << 6 | value;
        held += 6;
        if held >= 8 {
            held -= 8;
            let byte = (bits >> held) as u8;
            if byte < b' ' && !matches!(byte, b'\n' | b'\r' | b'\t') || byte == 0x7F {
                return None;
            }
            plain.push(byte);
        }
    }
    // What is left over holds no bits: six of them would be one character too many.
    if held == 6 || bits & ((1 << held) - 1) != 0 {
        return None;
    }
    let said = core::str::from_utf8(&plain).ok()?;
    // Random letters become many signs of Latin and few words: values are mostly letters, digits and spaces, or what stands
    // for them.
    let plain_one = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '@' | '.' | '-');
    let telling = |c: &char| {
        plain_one(*c)
            || !c.is_ascii() && (is_unseen(*c) || stand_in(*c).is_some() || look_alike(*c).is_some())
    };
    let telling = said.chars().filter(telling).count();
    if telling * 4 < said.chars().count() * 3 {
        return None;
    }
    let padding = text.slice(end, end + 2).iter().take_while(|b| **b == b'=').count();
    Some((plain, end + padding))
}

fn value(b: u8) -> Option<u32> {
    Some(u32::from(match b {
        b'A'..=b'Z' => b - b'A',
        b'a'..=b'z' => b - b'a' + 26,
        b'0'..=b'9' => b - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> Option<String> {
        Folded::tried(text, fold)
    }

    #[test]
    fn islands_are_read_in_their_place() {
        let card = Base64::encode_string(b"card 4111111111111111");
        let text = format!("see {card}, thanks");
        assert_eq!(folded(&text).unwrap(), "see card 4111111111111111, thanks");
        let whole = Folded::of(View::new(&text), 0, text.len());
        let place = fold(&whole).unwrap().original(9, 25).unwrap();
        assert_eq!(place, (4, 4 + card.len() as u32));
        for text in [
            "internationalization",
            "AAAAAAAAAAAAAAAAAAAAAAAA",
            "deadbeefdeadbeefdeadbeef",
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB",
        ] {
            assert_eq!(folded(text), None, "{text}");
        }
    }

    #[test]
    fn lines_of_mail_are_one_island() {
        let text = "the card is 4111 1111 1111 1111 and my mail is bo@example.com, that is all for today";
        let code = Base64::encode_string(text.as_bytes());
        let (first, rest) = code.split_at(76);
        assert_eq!(folded(&format!("{first}\r\n{rest}")).as_deref(), Some(text));
    }

    proptest! {
        #[test]
        fn both_alphabets(text in "[a-z0-9@. ]{12,60}") {
            prop_assert_eq!(folded(&Base64::encode_string(text.as_bytes())), Some(text.clone()));
            prop_assert_eq!(folded(&Base64UrlUnpadded::encode_string(text.as_bytes())), Some(text));
        }

        #[test]
        fn any_text_is_safe(text in "[A-Za-z0-9+/=é \n]{0,200}") {
            folded(&text);
        }
    }
}
