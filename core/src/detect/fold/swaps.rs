//! Letters typed for digits: O for 0, l and I for 1, S for 5, B for 8, Z for 2.
//!
//! Comes in: a folded text. Goes out: the same with digits, in tokens that have digits and nothing but such letters beside
//! them; and in a whole group of such letters (`4111 lll1 OOOO`) between groups of digits.
use super::map::{Folded, Writer, mark};
use crate::text::view::View;

/// The fewest digits of a token whose letters are swapped, and of the group beside one that has none.
const FEWEST: usize = 2;

/// The digit that a letter is typed for.
pub(super) fn swapped(b: u8) -> Option<u8> {
    Some(match b {
        b'O' | b'o' | b'Q' => b'0',
        b'l' | b'I' | b'i' | b'|' | b'!' => b'1',
        b'Z' | b'z' => b'2',
        b'S' | b's' => b'5',
        b'B' => b'8',
        _ => return None,
    })
}

/// Tokens of numbers have no more characters to either side.
const LONGEST: usize = 24;

fn is_part(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b >= 0x80 || matches!(b, b'|' | b'!' | b'_' | b'@')
}

/// Whether the token that holds the letter at `at` is made of digits and such letters and long enough to be a number or,
/// with the group beside it, a part of one: the gate asks before anything is copied.
pub(super) fn is_among_digits(view: View<'_>, at: usize) -> bool {
    let (mut start, mut end) = (at, at);
    while at - start < LONGEST && is_part(view.before(start)) {
        start -= 1;
    }
    while end - at < LONGEST && is_part(view.at(end)) {
        end += 1;
    }
    let token = view.slice(start, end);
    let digits = token.iter().filter(|b| b.is_ascii_digit()).count();
    let joint = |b: u8| matches!(b, b' ' | b'-' | b'.' | b'/');
    let group = |sign: u8, digit: u8| joint(sign) && digit.is_ascii_digit();
    let beside = group(view.at(end), view.at(end + 1))
        || start > 0 && group(view.before(start), view.before(start - 1));
    digits > 0
        && token.iter().all(|b| b.is_ascii_digit() || swapped(*b).is_some())
        && (token.len() >= 4 || beside)
}

/// What a token is made of: its end, how many digits, and whether all else may be swapped.
fn token(text: &Folded, start: usize) -> (usize, usize, bool) {
    let (mut end, mut digits, mut all) = (start, 0, true);
    while is_part(text.at(end)) {
        let b = text.at(end);
        digits += usize::from(b.is_ascii_digit());
        all &= b.is_ascii_digit() || swapped(b).is_some();
        end += 1;
    }
    // A mark at the end of a word is a mark.
    while end > start + 1 && matches!(text.before(end), b'!' | b'|') && !text.at(end).is_ascii_digit() {
        end -= 1;
    }
    (end, digits, all)
}

/// The text with digits for such letters; nothing where there are none.
pub(super) fn fold(text: &Folded) -> Option<Folded> {
    let mut w = Writer::new(text);
    let mut i = 0;
    let mut digits_before = false;
    while i < text.len() {
        if !is_part(text.at(i)) {
            i += 1;
            continue;
        }
        let (end, digits, all) = token(text, i);
        let letters = end - i - digits;
        // Groups belong together over one sign.
        let near = matches!(text.before(i), b' ' | b'-' | b'.' | b'/') && digits_before;
        let whole = letters >= 3 && digits == 0 && (near || is_before_digits(text, end));
        // One digit is enough beside a group that has more: `4111 1lll`.
        let few = digits >= 1 && (near || is_before_digits(text, end));
        let swaps = all && letters > 0 && (digits >= FEWEST || few || whole);
        if swaps && !in_address(text, i, end) {
            for at in i..end {
                if let Some(digit) = swapped(text.at(at)) {
                    w.keep_to(at);
                    w.put(at + 1, &[digit], mark::SOFT);
                }
            }
        }
        digits_before = all && (digits >= FEWEST || swaps);
        i = end.max(i + 1);
    }
    w.finish()
}

fn is_before_digits(text: &Folded, end: usize) -> bool {
    matches!(text.at(end), b' ' | b'-' | b'.' | b'/') && {
        let (_, digits, all) = token(text, end + 1);
        all && digits >= FEWEST
    }
}

/// Whether the token is a part of an address: behind or before an `@` or a scheme.
fn in_address(text: &Folded, start: usize, end: usize) -> bool {
    text.slice(start, end).contains(&b'@') || text.slice(start.saturating_sub(3), start) == b"://"
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> Option<String> {
        let folded = fold(&Folded::of(View::new(text), 0, text.len()))?;
        Some(String::from_utf8(folded.bytes().to_vec()).unwrap())
    }

    #[test]
    fn letters_beside_digits() {
        for (text, plain) in [
            ("4l11 11I1 O111 111B", "4111 1111 0111 1118"),
            ("lll1 4111 OOOO 1234", "1111 4111 0000 1234"),
            ("6O2-55S-01Z3!", "602-555-0123!"),
            ("DE89 37O4", "DE89 3704"),
        ] {
            assert_eq!(folded(text).as_deref(), Some(plain), "{text}");
        }
        for text in [
            "so is this",
            "S5 or B8",
            "room 4B",
            "A1B2C3",
            "bo5@example.com",
            "x86 10x",
            "5s phone is ok",
            "no!",
        ] {
            assert_eq!(folded(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "[OIlSBZo1-3 .é@|!-]{0,60}") {
            folded(&text);
        }
    }
}
