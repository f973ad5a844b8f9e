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
            None => last_few(v, i),
        }
    }

    /// The bytes before `i`, the last one highest; zeros beyond the start.
    #[inline(always)]
    pub(crate) fn before(v: View<'_>, i: usize) -> Self {
        match v.bytes().get(..i).and_then(|before| before.last_chunk::<16>()) {
            Some(bytes) => Sixteen::of(bytes),
            None => first_few(v, i),
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

#[inline(never)]
fn last_few(v: View<'_>, i: usize) -> Sixteen {
    let left = v.len().saturating_sub(i);
    let bytes = match v.bytes().last_chunk::<16>() {
        _ if left == 0 => [0; 16],
        Some(last) => (u128::from_le_bytes(*last) >> (128 - 8 * left)).to_le_bytes(),
        None => core::array::from_fn(|n| v.at(i + n)),
    };
    Sixteen::of(&bytes)
}

#[inline(never)]
fn first_few(v: View<'_>, i: usize) -> Sixteen {
    let bytes = match v.bytes().first_chunk::<16>() {
        _ if i == 0 => [0; 16],
        Some(first) if i < 16 => (u128::from_le_bytes(*first) << (128 - 8 * i)).to_le_bytes(),
        _ => core::array::from_fn(|n| (i + n).checked_sub(16).map_or(0, |at| v.at(at))),
    };
    Sixteen::of(&bytes)
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
        fn signs_and_pairs_are_found_wherever_they_stand(text in "[xX.]{0,40}(x[aA]|-|)[xX.]{0,40}") {
            let bytes = text.as_bytes();
            let pair = bytes.windows(2).any(|w| w.eq_ignore_ascii_case(b"xa"));
            prop_assert_eq!(holds_pair(bytes, b'x', b'a'), pair);
            prop_assert_eq!(holds_either(bytes, b'-', b'+'), bytes.contains(&b'-'));
        }
    }
}
