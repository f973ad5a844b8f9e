//! Byte classes, 64 bytes at a time: text in, one bit a byte out.
//!
//! Built on `wide`: SSE2 on x86-64, NEON on ARM, simd128 on wasm, plain code elsewhere, all chosen when compiling, so
//! that there is no run-time detection to pay for in the first message.
use wide::i8x16;

/// Bit i of each mask: byte i of the block is of that class.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(crate) struct Masks {
    /// `0`–`9`
    pub(crate) digit: u64,
    /// `A`–`Z`
    pub(crate) upper: u64,
    /// ASCII letters, and every byte of a non-ASCII character
    pub(crate) letter: u64,
    /// bytes of non-ASCII characters
    pub(crate) high: u64,
    /// `@`
    pub(crate) at: u64,
    /// `:`
    pub(crate) colon: u64,
    /// space
    pub(crate) space: u64,
    /// space `-` `.` `/`
    pub(crate) separator: u64,
}

#[inline(always)]
pub(crate) fn classify(block: &[u8; 64]) -> Masks {
    let mut masks = Masks::default();
    let (quarters, _) = block.as_chunks::<16>();
    for (k, quarter) in quarters.iter().enumerate() {
        let v = i8x16::new(quarter.map(|b| b as i8));
        let mask = |m: i8x16| u64::from(m.to_bitmask() as u16) << (16 * k);
        let space = v.simd_eq(splat(b' '));
        masks.digit |= mask(in_range(v, b'0', 10));
        masks.upper |= mask(in_range(v, b'A', 26));
        masks.letter |= mask(v | in_range(v | splat(0x20), b'a', 26));
        masks.high |= mask(v);
        masks.at |= mask(v.simd_eq(splat(b'@')));
        masks.colon |= mask(v.simd_eq(splat(b':')));
        masks.space |= mask(space);
        masks.separator |= mask(space | in_range(v, b'-', 3));
    }
    masks
}

/// The letters of a block; what it holds beyond 64 bytes does not count.
#[inline(always)]
pub(crate) fn letters<const N: usize>(block: &[u8; N]) -> u64 {
    let (quarters, _) = block.as_chunks::<16>();
    let mut letters = 0;
    for (k, quarter) in quarters.iter().take(4).enumerate() {
        let v = i8x16::new(quarter.map(|b| b as i8));
        let m = v | in_range(v | splat(0x20), b'a', 26);
        letters |= u64::from(m.to_bitmask() as u16) << (16 * k);
    }
    letters
}

/// The first bytes of characters that may stand for ASCII ones whatever is beside them (see `fold`): those of digits of
/// other scripts, of signs and symbols, of compatibility characters. Letters of Europe and of Chinese are not among them.
#[inline(always)]
pub(crate) fn loud(block: &[u8; 64]) -> u64 {
    let (quarters, _) = block.as_chunks::<16>();
    let (mut loud, mut arabic, mut late) = (0, 0, 0);
    for (k, quarter) in quarters.iter().enumerate() {
        let v = i8x16::new(quarter.map(|b| b as i8));
        let mask = |m: i8x16| u64::from(m.to_bitmask() as u16) << (16 * k);
        loud |= mask(in_range(v, 0xDF, 4) | in_range(v, 0xEE, 7) | v.simd_eq(splat(0xEA)));
        arabic |= mask(in_range(v, 0xD9, 7));
        late |= mask(in_range(v, 0xA0, 0x20));
    }
    // The digits of Arabic are behind its letters; the byte behind the block is not seen.
    loud | arabic & (late >> 1 | 1 << 63)
}

/// The 64 bytes from `at`, filled up with zeros.
#[inline(always)]
pub(crate) fn block_at(bytes: &[u8], at: usize) -> [u8; 64] {
    if let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk::<64>()) {
        return *block;
    }
    let mut block = [0; 64];
    let rest = bytes.get(at..).unwrap_or(&[]);
    for (to, from) in block.iter_mut().zip(rest) {
        *to = *from;
    }
    block
}

#[inline(always)]
fn splat(b: u8) -> i8x16 {
    i8x16::splat(b as i8)
}

/// Signed comparison after a shift that puts the range at the bottom of the signed numbers.
#[inline(always)]
fn in_range(v: i8x16, low: u8, count: u8) -> i8x16 {
    (v + splat(0x80u8.wrapping_sub(low))).simd_lt(splat(0x80u8.wrapping_add(count)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classify_naive(block: &[u8; 64]) -> Masks {
        let of = |class: fn(u8) -> bool| {
            block.iter().enumerate().fold(0, |m, (i, &b)| m | u64::from(class(b)) << i)
        };
        Masks {
            digit: of(|b| b.is_ascii_digit()),
            upper: of(|b| b.is_ascii_uppercase()),
            letter: of(|b| b.is_ascii_alphabetic() || b >= 0x80),
            high: of(|b| b >= 0x80),
            at: of(|b| b == b'@'),
            colon: of(|b| b == b':'),
            space: of(|b| b == b' '),
            separator: of(|b| matches!(b, b' ' | b'-' | b'.' | b'/')),
        }
    }

    #[test]
    fn agrees_with_the_byte_loop_on_every_byte_at_every_place() {
        for shift in 0..=255u8 {
            let block = core::array::from_fn(|i| (i as u8).wrapping_mul(5).wrapping_add(shift));
            assert_eq!(classify(&block), classify_naive(&block));
            assert_eq!(letters(&block), classify_naive(&block).letter);
        }
    }

    #[test]
    fn digits_of_every_script_are_loud() {
        for c in ['٠', '۰', '߀', '०', '๐', '၀', '꣐', '４', '①', '𝟘', '\u{E0031}', '⁴', '₁']
        {
            assert_eq!(loud(&block_at(format!("я{c}я").as_bytes(), 0)), 1 << 2, "{c}");
        }
        for text in ["Привет, мир", "Καλημέρα", "你好，谢谢", "çàéüñ", "مرحبا يا"]
        {
            assert_eq!(loud(&block_at(text.replace('，', "").as_bytes(), 0)), 0, "{text}");
        }
    }

    #[test]
    fn blocks_end_in_zeros() {
        assert_eq!(letters(&block_at(b"abc", 1)), 0b11);
        assert_eq!(letters(&block_at(b"abc", 9)), 0);
    }
}
