//! Word → what is known of it, from a static map of two bytes a place and no keys.
//!
//! Comes in: the number of a word. Goes out: its class, 0 where it is unknown. The map is an XOR filter that carries a
//! value: three places of the table, one in each third, XOR to a byte that must be the word's print and a byte that is
//! its class. A word that was not put in is taken for a known one once in 256.
//!
//! # Sources
//! Graf and Lemire, Xor Filters: Faster and Smaller Than Bloom and Cuckoo Filters (2020); Charles and Chellapilla,
//! Bloomier Filters: A Second Look (2008).
use super::hash::mix;

/// What the file begins with.
pub(super) const MAGIC: &[u8; 8] = b"WIMLEXI1";
/// Bytes before the classes: the magic, the places of a third, the seed.
const HEAD: usize = 8 + 4 + 4;
/// Bytes of the classes.
const CLASSES: usize = 256 * 4;

/// A map made by the trainer, as it lies in the file.
#[derive(Clone, Copy)]
pub(crate) struct Lexicon<'l> {
    classes: &'l [[u8; 4]],
    table: &'l [[u8; 2]],
    third: u32,
    seed: u32,
}

impl<'l> Lexicon<'l> {
    /// The map in `file`, `None` where it is none.
    pub(crate) fn new(file: &'l [u8]) -> Option<Self> {
        let (magic, rest) = file.split_first_chunk::<8>()?;
        let (third, rest) = rest.split_first_chunk::<4>()?;
        let (seed, rest) = rest.split_first_chunk::<4>()?;
        let (classes, table) = rest.split_at_checked(CLASSES)?;
        let third = u32::from_le_bytes(*third);
        let table = table.as_chunks::<2>().0;
        let whole = magic == MAGIC && table.len() == 3 * third as usize;
        whole.then(|| Lexicon {
            classes: classes.as_chunks::<4>().0,
            table,
            third,
            seed: u32::from_le_bytes(*seed),
        })
    }

    /// Bits of [`class`](super::token::class) of the word with this number.
    #[inline(always)]
    pub(crate) fn class(&self, hash: u64) -> u32 {
        let key = mix(hash, u64::from(self.seed));
        let [a, b, c] = places(key, self.third);
        let (Some([a, x]), Some([b, y]), Some([c, z])) =
            (self.table.get(a), self.table.get(b), self.table.get(c))
        else {
            return 0;
        };
        if x ^ y ^ z != print_of(key) {
            return 0;
        }
        self.classes.get(usize::from(a ^ b ^ c)).map_or(0, |class| u32::from_le_bytes(*class))
    }

    /// The class of the name that begins with the words `first` and `second`.
    #[inline]
    pub(super) fn phrase(&self, first: u64, second: u64) -> u32 {
        self.class(joined(first, second))
    }
}

/// The number of two words that are one name, or of the words before and one more.
#[inline(always)]
pub(crate) fn joined(first: u64, second: u64) -> u64 {
    mix(first, second ^ 0x4D57)
}

/// The places of a key, one in each third.
#[inline(always)]
pub(crate) fn places(key: u64, third: u32) -> [usize; 3] {
    let within = |bits: u32| ((u64::from(bits) * u64::from(third)) >> 32) as usize;
    let third = third as usize;
    [
        within(key as u32),
        third + within(key.rotate_left(21) as u32),
        2 * third + within(key.rotate_left(42) as u32),
    ]
}

/// One byte by which a key is known.
#[inline(always)]
pub(crate) fn print_of(key: u64) -> u8 {
    (key >> 56 ^ key >> 27) as u8
}

/// Bytes of a file of `third` places a third.
#[cfg(feature = "train")]
pub(crate) const fn size(third: u32) -> usize {
    HEAD + CLASSES + 6 * third as usize
}

const _: () = assert!(HEAD == 16);
