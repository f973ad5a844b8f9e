//! Letters typed for digits: O for 0, l and I for 1, S for 5, B for 8, Z for 2.
//!
//! Comes in: a folded text. Goes out: the same with digits, in tokens that have digits and nothing but such letters beside
//! them; and in a whole group of such letters (`4111 lll1 OOOO`) between groups of digits.
use super::map::{Folded, Writer, mark};
use crate::text::view::View;

/// The fewest digits of a token whose letters are swapped, and of the group beside one that has none.
const FEWEST: usize = 2;

/// The digit that a letter is typed for.
#[inline(always)]
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

/// Whether the letter at `at` stands in a number: the gate asks before anything is copied. All of the groups that dashes,
/// full stops and slashes join must be digits and such letters. Letters before all digits make a code (`SO163444100`), but
/// for those that look most like digits; letters behind all of them a unit or a part (`10B`, `07Z`), unless another group
/// stands beside them.
pub(super) fn is_among_digits(view: View<'_>, at: usize) -> bool {
    let joint = |b: u8| matches!(b, b'-' | b'.' | b'/');
    let inside = |b: u8| b.is_ascii_digit() || joint(b) || swapped(b).is_some();
    let (mut start, mut end) = (at, at);
    while at - start < LONGEST && inside(view.before(start)) {
        start -= 1;
    }
    while end - at < LONGEST && inside(view.at(end)) {
        end += 1;
    }
    // Other letters, or more than a number has.
    if is_part(view.before(start)) || is_part(view.at(end)) {
        return false;
    }
    while end > at && joint(view.before(end)) {
        end -= 1;
    }
    let token = view.slice(start, end);
    let digits = token.iter().filter(|b| b.is_ascii_digit()).count();
    let first = token.iter().position(u8::is_ascii_digit).unwrap_or(0);
    let last = token.iter().rposition(u8::is_ascii_digit).unwrap_or(0);
    let within = |b: &u8| !b.is_ascii_digit() && !joint(*b);
    let group = |sign: u8, digit: u8| sign == b' ' && digit.is_ascii_digit();
    let beside = group(view.at(end), view.at(end + 1))
        || start > 0 && group(view.before(start), view.before(start - 1));
    if token.get(first..last).is_some_and(|middle| middle.iter().any(within)) {
        return digits >= 3 || digits == 2 && beside;
    }
    let head = token.get(..first).unwrap_or_default();
    let tail = token.get(last + 1..).unwrap_or_default();
    let like = |head: &[u8]| matches!(head, [b'O' | b'o' | b'l'] | [b'l', b'l', ..] | [b'O', b'O', ..]);
    match (head.is_empty(), tail.is_empty()) {
        (false, true) => like(head) || beside && token.len() <= 5 && digits >= 1,
        (true, false) => beside && (digits >= 3 || like(tail)),
        _ => digits >= 3,
    }
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
        Folded::tried(text, fold)
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
