//! How a token begins: the lengths of its first groups, as one bit of a set, and which codes may begin so.
//!
//! Comes in: masks of the bytes from a token's start. Goes out: whether any code of the catalogue begins with these two
//! characters and groups of these lengths. Of what looks like a code, order numbers and dates mostly, four of ten end here.
#![expect(
    clippy::indexing_slicing,
    reason = "const fn has no get; every index is below the length it is made from"
)]
use super::masks::{block_at, classify};
use crate::catalog::shape::{NO_CODE, SHORTEST, Shape, code};
use crate::text::view::View;

/// One of the ways to begin that are told apart.
///
/// A first group of one to four letters and digits is no code, so what stands behind its separator counts, too: how many
/// there are of it, and whether it begins with a digit; and whether the third character is one. Of a longer group counts
/// what it is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    set: u8,
    bit: u8,
}

/// Short groups have four sets of 64 ways, by whether the third character is a digit, and whether the second group begins
/// with one; the longer groups have a set of their own.
const SETS: usize = 5;
const LONG: u8 = 4;

/// What a longer group is made of, where it begins with a letter, and where with a digit.
#[derive(Clone, Copy)]
enum Made {
    /// Of letters; of digits.
    Alike,
    /// Of one or two letters, then digits; of digits, then one letter.
    Few,
    /// Of more letters, then digits; of digits, then letters.
    More,
    Mixed,
}

/// Lengths of groups that are told apart: this long or longer.
const SECOND: usize = 15;
const FIRST: usize = SHORTEST + 15;

const fn least(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

impl Opening {
    /// A group of `first` characters, one to four, a separator, and a group of `second`, perhaps none; whether the third
    /// character of the one and the first of the other are digits.
    #[inline(always)]
    pub(super) const fn short(first: usize, third: bool, second: usize, digit: bool) -> Self {
        // One to four as 0 to 3; a token that begins with no letter or digit of ASCII has a first group of none.
        let bit = ((first + 3) & 3) * 16 + least(second, SECOND);
        Opening { set: third as u8 * 2 + digit as u8, bit: bit as u8 }
    }

    /// A group of `first` characters, five at least.
    const fn long(first: usize, made: Made) -> Self {
        Opening { set: LONG, bit: (made as usize * 16 + least(first, FIRST) - SHORTEST) as u8 }
    }

    /// How the token begins whose first bytes are these: bit n says that byte n is a letter or digit of ASCII, a digit, a
    /// separator.
    #[inline(always)]
    pub(super) fn of(wordy: u64, digit: u64, separator: u64) -> Self {
        let behind = |mask: u64, run: u32| mask.checked_shr(run).unwrap_or(0);
        let first = wordy.trailing_ones();
        if first < SHORTEST as u32 {
            let gap = separator >> first & 1 == 1;
            let second = if gap { (wordy >> (first + 1)).trailing_ones() } else { 0 };
            let (third, then) = (first > 2 && digit >> 2 & 1 == 1, digit >> (first + 1) & 1 == 1);
            return Opening::short(first as usize, third, second as usize, then);
        }
        let begins_with_digit = digit & 1 == 1;
        let alike = if begins_with_digit { digit } else { wordy & !digit };
        let head = alike.trailing_ones();
        let tail = behind(wordy & !alike, head).trailing_ones();
        let few = if begins_with_digit { tail == 1 } else { head <= 2 };
        let made = match (head == first, head + tail == first, few) {
            (true, ..) => Made::Alike,
            (_, true, true) => Made::Few,
            (_, true, false) => Made::More,
            _ => Made::Mixed,
        };
        Opening::long(first as usize, made)
    }

    /// The same, read from the text: for the few tokens whose masks are not at hand.
    #[inline(never)]
    pub(super) fn read(view: View<'_>, at: usize) -> Self {
        let masks = classify(&block_at(view.bytes(), at));
        Opening::of(masks.digit | masks.letter & !masks.high, masks.digit, masks.separator)
    }
}

/// By the first two characters of a code, in any case: how codes begin that have them.
pub(super) struct Openings([[[u64; SETS]; 36]; 36]);

impl Openings {
    /// Whether some code begins with the two characters and so.
    #[inline(always)]
    pub(super) fn admit(&self, first: u8, second: u8, opening: Opening) -> bool {
        let (a, b) = (code(first), code(second));
        let known = a != NO_CODE && b != NO_CODE;
        known && self.0[a as usize][b as usize][opening.set as usize] >> opening.bit & 1 == 1
    }

    /// Of all `shapes`; the first empty one is behind the last.
    pub(super) const fn of<const N: usize>(shapes: &[Shape; N]) -> Self {
        let mut all = Openings([[[0; SETS]; 36]; 36]);
        let mut q = 0;
        while q < N && shapes[q].max != 0 {
            let s = &shapes[q];
            let ways = [ways(s, false), ways(s, true)];
            let mut a = 0;
            while a < 36 {
                let mut b = 0;
                while b < 36 {
                    let mut set = 0;
                    while set < SETS && s.admits(0, a) && s.admits(1, b) {
                        all.0[a][b][set] |= ways[(a < 10) as usize][set];
                        set += 1;
                    }
                    b += 1;
                }
                a += 1;
            }
            q += 1;
        }
        all
    }
}

/// How a shape may begin, with a letter or with a digit.
const fn ways(s: &Shape, digit: bool) -> [u64; SETS] {
    let mut ways = [0; SETS];
    let mut first = 1;
    while first <= s.max as usize && is_joined(s, 0, first) {
        if ends(s, first) && first >= SHORTEST {
            let made = [Made::Alike, Made::Few, Made::More, Made::Mixed];
            let mut m = 0;
            while m < 4 {
                if may_be_made(s, first, made[m], digit) {
                    let opening = Opening::long(first, made[m]);
                    ways[opening.set as usize] |= 1 << opening.bit;
                }
                m += 1;
            }
        }
        if may_part(s, first) && first < SHORTEST {
            let mut second = 1;
            while first + second <= s.max as usize && is_joined(s, first, second) {
                let mut kinds = 0;
                while kinds < 4 {
                    let (third, then) = (kinds >> 1 == 1, kinds & 1 == 1);
                    let third_fits = if first > 2 { all(s, 2, 3, third) } else { !third };
                    if third_fits && all(s, first, first + 1, then) && ends(s, first + second) {
                        let opening = Opening::short(first, third, second, then);
                        ways[opening.set as usize] |= 1 << opening.bit;
                    }
                    kinds += 1;
                }
                second += 1;
            }
        }
        first += 1;
    }
    ways
}

/// Whether the first `n` characters may be made so.
const fn may_be_made(s: &Shape, n: usize, made: Made, digit: bool) -> bool {
    let mut head = 1;
    while head <= n {
        let fits = match (made, digit) {
            (Made::Alike, _) => head == n,
            (Made::Few, false) => head < n && head <= 2,
            (Made::More, false) => head < n && head > 2,
            (Made::Few, true) => head + 1 == n,
            (Made::More, true) => head + 1 < n,
            (Made::Mixed, _) => true,
        };
        if fits && (matches!(made, Made::Mixed) || all(s, 0, head, digit) && all(s, head, n, !digit)) {
            return true;
        }
        head += 1;
    }
    false
}

/// Whether characters `from..to` may all be digits, or all letters.
const fn all(s: &Shape, from: usize, to: usize, digit: bool) -> bool {
    let mut n = from;
    while n < to {
        let (letter, number) = s.classes(n);
        if !(if digit { number } else { letter }) {
            return false;
        }
        n += 1;
    }
    true
}

/// Whether no separator has to stand between the `count` characters from `from` on.
const fn is_joined(s: &Shape, from: usize, count: usize) -> bool {
    let inside = ((1u64 << (from + count)) - 1) & !((2u64 << from) - 1);
    s.need & inside == 0
}

/// Whether a separator may stand before character `n`.
const fn may_part(s: &Shape, n: usize) -> bool {
    n < s.max as usize && (s.gap[0] | s.gap[1] | s.gap[2] | s.gap[3]) >> n & 1 == 1
}

/// Whether a group may end before character `n`.
const fn ends(s: &Shape, n: usize) -> bool {
    n >= s.min as usize || may_part(s, n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::tables::{CODE_WORDS, CODES, shape_of};
    use proptest::prelude::*;

    fn opening(text: &str) -> Opening {
        Opening::read(View::new(text), 0)
    }

    #[test]
    fn lengths_of_the_first_groups() {
        for (text, expected) in [
            ("AB 1234 x", Opening::short(2, false, 4, true)),
            ("1B2-CD34", Opening::short(3, true, 4, false)),
            ("AB-", Opening::short(2, false, 0, false)),
            ("ABCDE-1", Opening::long(5, Made::Alike)),
            ("AB12345", Opening::long(7, Made::Few)),
            ("ABC12345678901234567890", Opening::long(20, Made::More)),
            ("AB12345C", Opening::long(8, Made::Mixed)),
            ("1234567 it", Opening::long(7, Made::Alike)),
            ("1234567X", Opening::long(8, Made::Few)),
            ("12345ABC", Opening::long(8, Made::More)),
            ("12345A6", Opening::long(7, Made::Mixed)),
        ] {
            assert_eq!(opening(text), expected, "{text}");
        }
        let long = "A".repeat(64);
        assert_eq!(opening(&long), Opening::long(FIRST, Made::Alike));
    }

    /// A text that `shape` fits, by the choices of `pick`.
    fn matching(shape: &Shape, mut pick: impl FnMut(usize) -> usize) -> String {
        let mut text = String::new();
        let length = shape.min + pick((shape.max - shape.min) as usize + 1) as u8;
        for n in 0..usize::from(length) {
            let kinds: Vec<usize> = (0..4).filter(|k| shape.gap[*k] >> n & 1 == 1).collect();
            if !kinds.is_empty() && (shape.need >> n & 1 == 1 || pick(2) == 1) {
                text.push([' ', '-', '.', '/'][kinds[pick(kinds.len())]]);
            }
            let codes: Vec<u8> = (0..36).filter(|c| shape.set[n] >> c & 1 == 1).collect();
            let c = codes[pick(codes.len())];
            text.push(char::from(if c < 10 { b'0' + c } else { b'A' + c - 10 }));
        }
        text
    }

    proptest! {
        #[test]
        fn no_code_is_lost(form in 0..CODE_WORDS * 64, seed in any::<u64>(), after in "[ ./-]?[A-Za-z0-9]{0,4}") {
            let shape = shape_of(false, form);
            let mut state = seed | 1;
            let mut pick = |n: usize| {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                (state % n as u64) as usize
            };
            if shape.max > 0 {
                let text = matching(shape, &mut pick);
                // A value ends where no letter or digit follows, and one without a digit is none.
                let glued = after.starts_with(|c: char| c.is_ascii_alphanumeric());
                if shape.fits(text.as_bytes()) && text.bytes().any(|b| b.is_ascii_digit()) && !glued {
                    let whole = format!("{text}{after}");
                    let bytes: Vec<u8> = text.bytes().filter(u8::is_ascii_alphanumeric).collect();
                    prop_assert!(CODES.openings.admit(bytes[0], bytes[1], opening(&whole)), "{whole}");
                }
            }
        }
    }
}
