//! The table of weights as it lies in its file.
//!
//! A head of [`HEAD`] bytes, then rows of sixteen bytes, one signed byte for each label. All numbers are small-endian
//! integers; scores of a run add up in sixteen bits and mean the same on every machine.
//!
//! | bytes | what |
//! |---|---|
//! | 0..8 | the magic |
//! | 8..12 | edition of the features |
//! | 12..16 | rows, as a power of two |
//! | 16..528 | scores of one label after another, `i16`, row by row |
//! | 528..1552 | the same as shares of the greatest, `u32` in 31 bits of fraction |
//! | 1552..1808 | what `64 n` steps of score below the best make of a share, `u32`, the same fraction |
//! | 1808..2064 | the same of `n` steps |
//! | 2064..2320 | percent of each kind for a share in 64ths |
//! | 2320..2336 | by how much outside must lead for nothing else to be possible, `i32`; three times nothing |
use wide::{i16x8, u16x8};

use super::decode::Scores;
use super::features::{Around, BITS, COUNT, EDITION};
use super::label::{KINDS, LABELS};

/// What the file begins with.
pub(crate) const MAGIC: &[u8; 8] = b"WIMNAME2";
/// Bytes before the rows.
pub(crate) const HEAD: usize = 16 + 512 + 1024 + 512 + 256 + 16;
/// Bytes of the whole file.
pub(crate) const SIZE: usize = HEAD + (LABELS << BITS);
/// How many rows there are.
const ROWS: usize = 1 << BITS;
// The even ones of all pairs must not carry into the odd ones.
const _: () = assert!(COUNT * 0xff <= 0xffff);
/// One, in shares.
pub(crate) const ONE: u32 = 1 << 31;

/// Weights in a file.
#[derive(Clone, Copy)]
pub(crate) struct Weights<'w> {
    steps: &'w [[u8; 2]],
    shares: &'w [[u8; 4]],
    powers: &'w [[u8; 4]; 128],
    percents: &'w [u8],
    lead: i32,
    rows: &'w [[u8; LABELS]; ROWS],
}

impl<'w> Weights<'w> {
    /// The weights in `file`, `None` where it holds none of this edition.
    pub(crate) fn new(file: &'w [u8]) -> Option<Self> {
        if !is_whole(file) {
            return None;
        }
        let (head, rows) = file.split_at_checked(HEAD)?;
        let (steps, rest) = head.get(16..)?.split_at_checked(512)?;
        let (shares, rest) = rest.split_at_checked(1024)?;
        let (powers, rest) = rest.split_at_checked(512)?;
        let (percents, rest) = rest.split_at_checked(256)?;
        Some(Weights {
            steps: steps.as_chunks().0,
            shares: shares.as_chunks().0,
            powers: powers.as_chunks().0.first_chunk()?,
            percents,
            lead: i32::from_le_bytes(*rest.first_chunk()?),
            rows: rows.as_chunks().0.first_chunk()?,
        })
    }

    /// The score of label `next` behind `label`.
    #[inline(always)]
    pub(super) fn step(&self, label: u8, next: u8) -> i16 {
        self.steps.get(usize::from(label) * LABELS + usize::from(next)).map_or(0, |s| i16::from_le_bytes(*s))
    }

    /// By how much outside must lead at each token of a run for nothing else to be possible.
    pub(super) fn lead(&self) -> i32 {
        self.lead
    }

    /// The same as a share of the greatest.
    pub(super) fn share(&self, label: usize, next: usize) -> u64 {
        self.shares.get(label * LABELS + next).map_or(0, |s| u64::from(u32::from_le_bytes(*s)))
    }

    /// What a score `below` the best makes of a share of one.
    #[inline(always)]
    pub(super) fn power(&self, below: u32) -> u64 {
        let power = |at: usize| self.powers.get(at).map_or(0, |p| u64::from(u32::from_le_bytes(*p)));
        let (coarse, fine) = (below as usize / 64, below as usize % 64);
        if coarse >= 64 { 0 } else { (power(coarse) * power(64 + fine)) >> 31 }
    }

    /// How sure a share of a kind is, in percent, as measured on texts that were not trained on.
    pub(super) fn percent(&self, kind: usize, share: u32) -> u8 {
        let at = (share >> 25).min(63) as usize;
        self.percents.get(kind.min(KINDS - 1) * 64 + at).copied().unwrap_or(0)
    }

    /// The sum of the rows of a token's features: its scores.
    ///
    /// Signed bytes with their sign turned are bytes from 0 to 255. Two of them are added in sixteen bits as one number,
    /// and the odd ones of the pairs once more by themselves; what the odd ones leave of the sum are the even ones.
    #[inline(always)]
    pub(super) fn sum(&self, around: &Around<'_>) -> Scores {
        const SIGNS: u16x8 = u16x8::splat(0x8080);
        let (mut pairs, mut odd) = (u16x8::ZERO, u16x8::ZERO);
        around.rows(|row| {
            #[expect(clippy::indexing_slicing, reason = "a row has BITS bits, so it is below ROWS")]
            let row = self.rows[row as usize];
            let row = u16x8::new(core::array::from_fn(|n| {
                let [low, high] = row.as_chunks().0.get(n).copied().unwrap_or_default();
                u16::from_le_bytes([low, high])
            })) ^ SIGNS;
            pairs += row;
            odd += row >> 8u32;
        });
        let turned = u16x8::splat(0x80 * COUNT as u16);
        let [a, c, e, g, i, k, m, o] = (pairs - (odd << 8u32) - turned).to_array().map(u16::cast_signed);
        let [b, d, f, h, j, l, n, p] = (odd - turned).to_array().map(u16::cast_signed);
        [i16x8::new([a, b, c, d, e, f, g, h]), i16x8::new([i, j, k, l, m, n, o, p])]
    }
}

/// Whether `file` is of this format, edition and size. Made for constants: embedded weights that are not do not compile.
pub(crate) const fn is_whole(file: &[u8]) -> bool {
    if file.len() != SIZE {
        return false;
    }
    let Some((head, _)) = file.split_first_chunk::<16>() else { return false };
    let mut n = 0;
    #[expect(clippy::indexing_slicing, reason = "sixteen bytes, and places below that")]
    while n < 8 {
        if head[n] != MAGIC[n] {
            return false;
        }
        n += 1;
    }
    let [_, _, _, _, _, _, _, _, a, b, c, d, e, f, g, h] = *head;
    u32::from_le_bytes([a, b, c, d]) == EDITION && u32::from_le_bytes([e, f, g, h]) == BITS
}
