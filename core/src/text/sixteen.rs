//! Sixteen bytes at once: what each of them is, one bit a byte.
//!
//! Comes in: a view and a place. Goes out: bit masks, the lowest bit for the first byte. Built on `wide`, as the masks of
//! the scan are: SSE2, NEON, simd128 or plain code, chosen when compiling.
use super::view::View;
use wide::i8x16;

/// Sixteen bytes of a text.
#[derive(Clone, Copy)]
pub(crate) struct Sixteen(i8x16);

impl Sixteen {
    #[inline(always)]
    pub(crate) fn of(bytes: &[u8; 16]) -> Self {
        Sixteen(i8x16::new(bytes.map(|b| b as i8)))
    }

    /// The bytes from `i`, zeros beyond the end.
    #[inline(always)]
    pub(crate) fn at(v: View<'_>, i: usize) -> Self {
        match v.bytes().get(i..).and_then(|rest| rest.first_chunk::<16>()) {
            Some(bytes) => Sixteen::of(bytes),
            None => Sixteen::of(&last_few(v, i).to_le_bytes()),
        }
    }

    /// The bytes before `i`, the last one highest; zeros beyond the start.
    #[inline(always)]
    pub(crate) fn before(v: View<'_>, i: usize) -> Self {
        match v.bytes().get(..i).and_then(|before| before.last_chunk::<16>()) {
            Some(bytes) => Sixteen::of(bytes),
            None => Sixteen::of(&first_few(v, i).to_le_bytes()),
        }
    }

    /// Letters of any script, as `words::is_letter` knows them.
    #[inline(always)]
    pub(crate) fn letters(self) -> u32 {
        mask(self.0 | in_range(self.0 | splat(0x20), b'a', 26))
    }

    /// Letters of ASCII.
    #[inline(always)]
    pub(crate) fn plain_letters(self) -> u32 {
        mask(in_range(self.0 | splat(0x20), b'a', 26))
    }

    /// Small letters of ASCII.
    #[inline(always)]
    pub(crate) fn small_letters(self) -> u32 {
        mask(in_range(self.0, b'a', 26))
    }

    #[inline(always)]
    pub(crate) fn digits(self) -> u32 {
        mask(in_range(self.0, b'0', 10))
    }

    /// Letters of ASCII and digits.
    #[inline(always)]
    pub(crate) fn alphanumerics(self) -> u32 {
        mask(in_range(self.0 | splat(0x20), b'a', 26) | in_range(self.0, b'0', 10))
    }

    /// The value of each digit; for what is no digit, any number below sixteen.
    #[inline(always)]
    pub(crate) fn values(self) -> [u8; 16] {
        (self.0 & splat(0x0F)).to_array().map(|b| b as u8)
    }

    /// `a` and `b`.
    #[inline(always)]
    pub(crate) fn either(self, a: u8, b: u8) -> u32 {
        mask(self.0.simd_eq(splat(a)) | self.0.simd_eq(splat(b)))
    }

    /// What the part of a mail address before the `@` is made of, mostly: letters of ASCII, digits, `.`, `-`, `_`, `+`.
    #[inline(always)]
    pub(crate) fn mail(self) -> u32 {
        let alphanumeric = in_range(self.0 | splat(0x20), b'a', 26) | in_range(self.0, b'0', 10);
        let signs = in_range(self.0, b'-', 2) | self.0.simd_eq(splat(b'_')) | self.0.simd_eq(splat(b'+'));
        mask(alphanumeric | signs)
    }

    /// The small letter `a`, in any case.
    #[inline(always)]
    pub(crate) fn folded(self, a: u8) -> u32 {
        mask((self.0 | splat(0x20)).simd_eq(splat(a)))
    }
}

/// The lowest `count` bits.
#[inline(always)]
pub(crate) fn lowest(count: usize) -> u32 {
    if count < 16 { (1 << count) - 1 } else { 0xFFFF }
}

/// The run of [`Sixteen::mail`] that ends at `at`: how many of the last 32 bytes, and which of these are full stops, the
/// highest bit for the last byte.
#[inline(always)]
pub(crate) fn mail_before(v: View<'_>, at: usize) -> (usize, u32) {
    let last = Sixteen::before(v, at);
    let (mut mail, mut stops) = (last.mail() << 16, last.either(b'.', b'.') << 16);
    if mail == 0xFFFF_0000 {
        let more = Sixteen::before(v, at - 16);
        (mail, stops) = (mail | more.mail(), stops | more.either(b'.', b'.'));
    }
    let run = mail.leading_ones();
    (run as usize, stops & u32::MAX.checked_shl(32 - run).unwrap_or(0))
}

/// How many bytes between `start` and `end` are of a kind.
#[inline(always)]
pub(crate) fn count(v: View<'_>, start: usize, end: usize, kind: impl Fn(Sixteen) -> u32) -> usize {
    let (mut at, mut count) = (start, 0);
    while at < end {
        count += (kind(Sixteen::at(v, at)) & lowest(end - at)).count_ones() as usize;
        at += 16;
    }
    count
}

/// Whether `a` or `b` may stand between `start` and `end`: false is sure, and true may be said of one that stands near.
#[inline(always)]
pub(crate) fn may_hold_either(v: View<'_>, start: usize, end: usize, a: u8, b: u8) -> bool {
    let last = v.len().saturating_sub(16);
    let mut at = start;
    loop {
        // At the end of a text its last sixteen bytes; a shorter one is not asked.
        let block = v.bytes().get(at.min(last)..).and_then(|rest| rest.first_chunk::<16>());
        if block.is_none_or(|block| Sixteen::of(block).either(a, b) != 0) {
            return true;
        }
        at += 16;
        if at >= end {
            return false;
        }
    }
}

/// Whether `a` or `b` is among the bytes, neither of which is a zero.
#[inline(always)]
pub(crate) fn holds_either(bytes: &[u8], a: u8, b: u8) -> bool {
    let blocks = bytes.as_chunks::<16>().0.iter();
    // The last sixteen may have been seen in part.
    match bytes.last_chunk::<16>() {
        Some(last) => blocks.chain([last]).any(|block| Sixteen::of(block).either(a, b) != 0),
        None => bytes.iter().any(|&x| (x == a) | (x == b)),
    }
}

/// Whether two neighbours are the small letters `a` and `b`, in any case.
pub(crate) fn holds_pair(bytes: &[u8], a: u8, b: u8) -> bool {
    let of = |pair: &[u8]| {
        let (head, tail) = (pair.first_chunk::<16>(), pair.last_chunk::<16>());
        head.zip(tail).is_some_and(|(x, y)| Sixteen::of(x).folded(a) & Sixteen::of(y).folded(b) != 0)
    };
    match bytes.last_chunk::<17>() {
        Some(last) => {
            of(last) || (0..bytes.len() - 17).step_by(16).any(|at| bytes.get(at..at + 17).is_some_and(of))
        }
        None => bytes.windows(2).any(|pair| matches!(pair, [x, y] if (x | 0x20 == a) & (y | 0x20 == b))),
    }
}

/// The bytes from `i`, fewer than sixteen, as one number: it comes back in registers, so that the bytes of the usual way
/// need not go through memory to meet it.
#[inline(never)]
fn last_few(v: View<'_>, i: usize) -> u128 {
    let left = v.len().saturating_sub(i);
    match v.bytes().last_chunk::<16>() {
        _ if left == 0 => 0,
        Some(last) => u128::from_le_bytes(*last) >> (128 - 8 * left),
        None => u128::from_le_bytes(core::array::from_fn(|n| v.at(i + n))),
    }
}

/// The bytes before `i`, fewer than sixteen.
#[inline(never)]
fn first_few(v: View<'_>, i: usize) -> u128 {
    match v.bytes().first_chunk::<16>() {
        _ if i == 0 => 0,
        Some(first) if i < 16 => u128::from_le_bytes(*first) << (128 - 8 * i),
        _ => u128::from_le_bytes(core::array::from_fn(|n| (i + n).checked_sub(16).map_or(0, |at| v.at(at)))),
    }
}

#[inline(always)]
fn mask(bits: i8x16) -> u32 {
    bits.to_bitmask() & 0xFFFF
}

#[inline(always)]
fn splat(b: u8) -> i8x16 {
    i8x16::splat(b as i8)
}

/// Signed comparison after a shift that puts the range at the bottom of the signed numbers.
#[inline(always)]
fn in_range(bytes: i8x16, low: u8, count: u8) -> i8x16 {
    (bytes + splat(0x80u8.wrapping_sub(low))).simd_lt(splat(0x80u8.wrapping_add(count)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::is_letter;
    use proptest::prelude::*;

    fn bits(bytes: &[u8; 16], is: impl Fn(u8) -> bool) -> u32 {
        bytes.iter().enumerate().fold(0, |m, (n, &b)| m | u32::from(is(b)) << n)
    }

    proptest! {
        #[test]
        fn masks_are_what_a_loop_over_bytes_says(bytes: [u8; 16]) {
            let all = Sixteen::of(&bytes);
            prop_assert_eq!(all.letters(), bits(&bytes, is_letter));
            prop_assert_eq!(all.plain_letters(), bits(&bytes, |b| b.is_ascii_alphabetic()));
            prop_assert_eq!(all.small_letters(), bits(&bytes, |b| b.is_ascii_lowercase()));
            prop_assert_eq!(all.digits(), bits(&bytes, |b| b.is_ascii_digit()));
            prop_assert_eq!(all.values(), bytes.map(|b| b & 15));
            prop_assert_eq!(all.either(bytes[3], 0xE2), bits(&bytes, |b| b == bytes[3] || b == 0xE2));
            let mail = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+');
            prop_assert_eq!(all.mail(), bits(&bytes, mail));
            prop_assert_eq!(all.folded(b'x'), bits(&bytes, |b| b | 0x20 == b'x'));
        }

        #[test]
        fn beyond_a_text_there_are_zeros(text in "[a-z]{0,40}", i in 0usize..60) {
            let v = View::new(&text);
            let at = Sixteen::of(&core::array::from_fn(|n| v.at(i + n)));
            prop_assert_eq!(Sixteen::at(v, i).letters(), at.letters());
            let before = Sixteen::of(&core::array::from_fn(|n| (i + n).checked_sub(16).map_or(0, |at| v.at(at))));
            prop_assert_eq!(Sixteen::before(v, i).letters(), before.letters());
        }

        #[test]
        fn runs_and_counts_are_those_of_a_loop(text in "[a-b.@1]{0,40}", i in 0usize..40) {
            let (v, i) = (View::new(&text), i.min(text.len()));
            let before = text.as_bytes().iter().take(i).rev();
            let run = before.clone().take(32).take_while(|b| **b != b'@').count();
            let (length, stops) = mail_before(v, i);
            prop_assert_eq!(length, run);
            for (n, b) in before.take(32).enumerate() {
                prop_assert_eq!(stops << n >> 31 == 1, n < run && *b == b'.');
            }
            let digits = text.bytes().take(i).skip(2).filter(u8::is_ascii_digit).count();
            prop_assert_eq!(count(v, 2, i, Sixteen::digits), digits);
        }

        #[test]
        fn signs_and_pairs_are_found_wherever_they_stand(text in "[xX.]{0,40}(x[aA]|-|)[xX.]{0,40}") {
            let bytes = text.as_bytes();
            let pair = bytes.windows(2).any(|w| w.eq_ignore_ascii_case(b"xa"));
            prop_assert_eq!(holds_pair(bytes, b'x', b'a'), pair);
            if !may_hold_either(View::new(&text), 5, 45, b'-', b'+') {
                prop_assert!(!bytes.iter().take(45).skip(5).any(|b| *b == b'-'));
            }
            prop_assert_eq!(holds_either(bytes, b'-', b'+'), bytes.contains(&b'-'));
        }
    }
}
