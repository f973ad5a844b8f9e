//! Plain words and numbers → tokens, in one or two looks at eight bytes.
//!
//! Comes in: a place where a word or a number begins. Goes out: its token, or nothing where it is not as plain as most are; then
//! it is read sign by sign (see `tokens`), with the same outcome.
use super::bytes::{Byte, class};
use super::hash::{mix, packed, start as start_of};
use super::lexicon::Lexicon;
use super::token::{Shape, Token};
use super::tokens::Tokens;

impl Tokens<'_> {
    /// Eight bytes from `at` on, the first one lowest; behind the end there are zeros.
    #[inline(always)]
    fn chunk(&self, at: usize) -> u64 {
        let rest = self.bytes.get(at..).unwrap_or_default();
        rest.first_chunk::<8>().map_or_else(|| packed(rest), |chunk| u64::from_le_bytes(*chunk))
    }

    /// Whether a plain word or number that is followed by `after`, at `end`, is over: at a space or a plain sign.
    #[inline(always)]
    fn is_over(&self, end: usize, after: u8) -> bool {
        match class(after) {
            Byte::Space | Byte::Break => true,
            Byte::Sign => after != b':',
            Byte::Dot => matches!(class(self.byte(end + 1)), Byte::Space | Byte::Break),
            _ => false,
        }
    }

    /// A word of fifteen letters or fewer, all ASCII and small but perhaps the first, that ends at a space or a plain sign:
    /// most words are such, and sixteen bytes show all there is to know.
    #[inline(always)]
    pub(super) fn plain_word(&mut self, start: usize, lexicon: &Lexicon<'_>) -> Option<Token> {
        let chunk = self.chunk(start);
        let small = chunk | 0x20;
        let mut length = leading(small, b'a', b'z');
        let (hash, tail, after);
        if length < 8 {
            let letters = small & ((1 << (8 * length)) - 1);
            hash = mix(start_of(length as usize), letters);
            tail = letters << (64 - 8 * length);
            after = (chunk >> (8 * length)) as u8;
        } else {
            let second = self.chunk(start + 8);
            let more = leading(second, b'a', b'z');
            if more == 8 {
                return None;
            }
            length += more;
            let letters = second & ((1 << (8 * more)) - 1);
            let eight = mix(start_of(length as usize), small);
            (hash, tail) = match more {
                0 => (eight, small),
                _ => (mix(eight, letters), small >> (8 * more) | letters << (64 - 8 * more)),
            };
            after = (second >> (8 * more)) as u8;
        }
        let end = start + length as usize;
        if !self.is_over(end, after) {
            return None;
        }
        self.at = end;
        Some(Token {
            start: start as u32,
            end: end as u32,
            hash,
            tail,
            head: small as u32 & (u32::MAX >> (32 - 8 * length.min(3))),
            class: lexicon.class(hash),
            shape: match (chunk & 0x20 == 0, length) {
                (false, _) => Shape::Lower,
                (true, 1) => Shape::Initial,
                (true, _) => Shape::Title,
            },
            ..Token::default()
        })
    }

    /// A number of seven digits or fewer that ends at a space or a plain sign: all that counts is how many there are.
    #[inline(always)]
    pub(super) fn plain_number(&mut self, start: usize) -> Option<Token> {
        let chunk = self.chunk(start);
        let length = leading(chunk, b'0', b'9');
        let end = start + length as usize;
        if length == 8 || !self.is_over(end, (chunk >> (8 * length)) as u8) {
            return None;
        }
        self.at = end;
        let zeros = 0x30_3030_3030_3030 & ((1 << (8 * length)) - 1);
        Some(Token {
            start: start as u32,
            end: end as u32,
            hash: mix(start_of(length as usize), zeros),
            tail: zeros << (64 - 8 * length),
            head: zeros as u32 & 0xff_ffff,
            shape: Shape::of_digits(length as usize),
            ..Token::default()
        })
    }
}

/// How many of eight bytes, from the lowest on, lie between `first` and `last`, which are ASCII.
#[inline(always)]
fn leading(chunk: u64, first: u8, last: u8) -> u32 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    // The high bit of each byte that is below the first or above the last, or not ASCII. Nothing carries: each byte is
    // seven bits and what is added less than eight.
    let low = chunk & !HIGH;
    let from_first = low + (0x80 - u64::from(first)) * ONES;
    let past_last = low + (0x7f - u64::from(last)) * ONES;
    let other = !(from_first & !past_last) & HIGH | chunk & HIGH;
    if other == 0 { 8 } else { other.trailing_zeros() / 8 }
}
