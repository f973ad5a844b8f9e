//! A token and its neighbours → rows of the table of weights.
//!
//! Comes in: tokens and the place of one. Goes out: `COUNT` numbers of rows. Trainer and decoder call this same function,
//! so that they cannot disagree; what it computes is part of the format of the weights ([`EDITION`]).
use super::hash::mix;
use super::token::{EDGE, Token};

/// Rows of the table, as a power of two.
pub(crate) const BITS: u32 = 17;
/// Rows asked for each token.
pub(crate) const COUNT: usize = 32;
/// Changes whenever a token's rows do: weights of another edition are refused.
pub(crate) const EDITION: u32 = 2;
/// How many tokens to either side have a say.
pub(super) const AROUND: usize = 3;

/// Odd, with its bits spread.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// A number of its own for each kind of feature.
static SALTS: [u64; COUNT] = {
    let mut salts = [0; COUNT];
    let mut n = 0;
    #[expect(clippy::indexing_slicing, reason = "n is below COUNT; computed when compiling")]
    while n < COUNT {
        salts[n] = mix(n as u64 + 1, 0x5A17);
        n += 1;
    }
    salts
};

/// Two numbers that look like chance in one. The order counts.
#[inline(always)]
fn both(a: u64, b: u64) -> u64 {
    a.rotate_left(21).wrapping_add(b)
}

/// The last `bytes` bytes of a word, in a number.
#[inline(always)]
fn tail(token: &Token, bytes: u32) -> u64 {
    token.tail >> (64 - 8 * bytes)
}

/// What the lexicon knows, spread over all bits.
#[inline(always)]
fn known(token: &Token) -> u64 {
    mix(token.known(), 0x4B)
}

/// Writes the rows of the token at `at`.
#[inline]
pub(crate) fn rows(tokens: &[Token], at: usize, rows: &mut [u32; COUNT]) {
    let near = |by: isize| at.checked_add_signed(by).and_then(|i| tokens.get(i)).unwrap_or(&EDGE);
    let (l3, l2, l1, w, r1, r2) = (near(-3), near(-2), near(-1), near(0), near(1), near(2));
    let (kl2, kl1, k, kr1, kr2) = (known(l2), known(l1), known(w), known(r1), known(r2));
    let shape = |t: &Token| t.shape as u64;
    let (sl2, sl1, s, sr1, sr2) = (shape(l2), shape(l1), shape(w), shape(r1), shape(r2));
    let form = mix(s | u64::from(w.case) << 8 | u64::from(w.line) << 16, 0x46);
    let look = mix(s, 0x53);
    let (left, right) = (both(l2.hash, l1.hash), both(r1.hash, r2.hash));
    let own = both(k, look);
    let end = mix(tail(w, 3), 0x54);
    let values: [u64; COUNT] = [
        // The words.
        w.hash,
        l1.hash,
        r1.hash,
        l2.hash,
        both(l1.hash, w.hash),
        both(w.hash, r1.hash),
        left,
        right,
        both(l3.hash, left),
        // How they look.
        form,
        s | sl1 << 8 | sr1 << 16,
        s | sl1 << 8 | sl2 << 16,
        s | sr1 << 8 | sr2 << 16,
        both(look, l1.hash),
        both(look, r1.hash),
        both(look, left),
        // Their ends and beginnings.
        tail(w, 2) << 8 | s,
        end,
        tail(w, 4),
        u64::from(w.head),
        both(end, k),
        tail(l1, 3) << 8 | s,
        // What the lexicon knows of them.
        own,
        both(k, form),
        both(both(kl1, k), kr1),
        both(both(own, kl1), sl1),
        both(both(own, kr1), sr1),
        both(k, l1.hash),
        both(k, r1.hash),
        both(k, left),
        both(both(kl2, kl1), look),
        both(both(kr2, kr1), own),
    ];
    #[expect(clippy::indexing_slicing, reason = "three arrays of COUNT")]
    for n in 0..COUNT {
        rows[n] = ((values[n] ^ SALTS[n]).wrapping_mul(SPREAD) >> (64 - BITS)) as u32;
    }
}
