//! All patterns and shapes of a user in one table: which of them may begin at a place.
//!
//! A row for each of the first bytes holds, for every value of that byte, the set of patterns that admit it. ANDed
//! together they leave the few that are worth a try: one pattern costs as much as thirty-two. Word lists have one bit for
//! each pair of bytes that a term begins with, which ends nearly every word. Beyond the end of a text there are zeros,
//! which stand for anything that may follow a match that is over.
use crate::detect::masks::Masks;
use crate::recognizer::{Beginning, SEEN};
use crate::text::plain::leads;

/// Patterns of one table.
pub(super) const TOGETHER: usize = 32;
/// How many bytes the tables see.
pub(super) const SIGHT: usize = SEEN;

/// Up to thirty-two patterns.
pub(super) struct Gate {
    rows: Box<[[u32; 256]; SIGHT]>,
}

impl Gate {
    pub(super) fn of<'b>(beginnings: impl Iterator<Item = &'b Beginning>) -> Self {
        let mut rows = Box::new([[0; 256]; SIGHT]);
        for (bit, beginning) in beginnings.take(TOGETHER).enumerate() {
            for (n, row) in rows.iter_mut().enumerate() {
                for (byte, set) in (0..=u8::MAX).zip(row) {
                    *set |= u32::from(beginning.admits(n, byte)) << bit;
                }
            }
        }
        Gate { rows }
    }

    /// The patterns that may begin with these bytes.
    #[inline(always)]
    #[expect(clippy::indexing_slicing, reason = "a byte is below 256")]
    pub(super) fn admits(&self, bytes: &[u8; SIGHT]) -> u32 {
        self.rows.iter().zip(bytes).fold(u32::MAX, |set, (row, b)| set & row[usize::from(*b)])
    }

    fn begins_with(&self, byte: u8) -> bool {
        self.rows.first().and_then(|row| row.get(usize::from(byte))).is_some_and(|set| *set != 0)
    }
}

/// What must be looked at beside the beginnings of words of ASCII letters and digits: all ones or zero.
#[derive(Default)]
pub(super) struct Others {
    spaces: u64,
    signs: u64,
    high: u64,
}

impl Others {
    pub(super) fn of(gates: &[Gate], terms: bool) -> Self {
        let begins = |is_one: fn(u8) -> bool| {
            let mut bytes = (0..=u8::MAX).filter(|b| is_one(*b));
            if bytes.any(|b| gates.iter().any(|gate| gate.begins_with(b))) { u64::MAX } else { 0 }
        };
        Others {
            spaces: begins(|b| b == b' '),
            signs: begins(|b| b.is_ascii() && b != b' ' && !b.is_ascii_alphanumeric()),
            high: if terms { u64::MAX } else { begins(|b| !b.is_ascii()) },
        }
    }

    /// The places of a block; `within` are those of the text.
    #[inline(always)]
    pub(super) fn of_block(&self, masks: &Masks, within: u64) -> u64 {
        let signs = !(masks.digit | masks.letter | masks.space) & within;
        masks.high & self.high | masks.space & self.spaces | signs & self.signs
    }
}

/// The pairs of bytes that terms begin with.
pub(super) struct Pairs {
    /// Bit n of word w: the pair of first byte w / 4 and second byte 64 * (w % 4) + n.
    bits: Box<[u64; 1024]>,
}

impl Pairs {
    pub(super) fn new() -> Self {
        Pairs { bits: Box::new([0; 1024]) }
    }

    /// A plain word begins with its letters, in either case and perhaps with an accent.
    pub(super) fn put_word(&mut self, word: &str) {
        for first in leads(word) {
            (0..=u8::MAX).for_each(|second| self.put(first, second));
        }
        let either = |b: u8| [b, b.to_ascii_uppercase()];
        let bytes = word.as_bytes();
        for first in bytes.first().into_iter().flat_map(|b| either(*b)).filter(u8::is_ascii) {
            match bytes.get(1) {
                Some(second) => either(*second).into_iter().for_each(|second| self.put(first, second)),
                None => (0..0x80).for_each(|second| self.put(first, second)),
            }
            (0x80..=u8::MAX).for_each(|second| self.put(first, second));
        }
    }

    fn put(&mut self, first: u8, second: u8) {
        if let Some(word) = self.bits.get_mut(usize::from(first) << 2 | usize::from(second) >> 6) {
            *word |= 1 << (second & 63);
        }
    }

    /// Whether a term may begin with these two bytes.
    #[inline(always)]
    #[expect(clippy::indexing_slicing, reason = "ten bits")]
    pub(super) fn hold(&self, first: u8, second: u8) -> bool {
        self.bits[usize::from(first) << 2 | usize::from(second) >> 6] >> (second & 63) & 1 == 1
    }
}
