//! A token and its neighbours → rows of the table of weights.
//!
//! Comes in: tokens and the place of one. Goes out: `COUNT` numbers, of which each becomes a row. Trainer and decoder ask
//! the same function, so that they cannot disagree; what it computes is part of the format of the weights ([`EDITION`]).
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
const SALTS: [u64; COUNT] = {
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
#[cfg(any(test, feature = "train"))]
pub(crate) fn rows(tokens: &[Token], at: usize, rows: &mut [u32; COUNT]) {
    let mut places = rows.iter_mut();
    Around::new(tokens, at).rows(|row| places.by_ref().take(1).for_each(|place| *place = row));
}

/// A token and those around it. Moves along a run, so that what is known of a token is spread once and not for each
/// of its neighbours.
pub(crate) struct Around<'t> {
    tokens: &'t [Token],
    at: usize,
    /// From three to the left to two to the right.
    near: [&'t Token; 6],
    /// What the lexicon knows of the last five.
    known: [u64; 5],
}

impl<'t> Around<'t> {
    /// Around the token at `at`.
    #[inline]
    pub(crate) fn new(tokens: &'t [Token], at: usize) -> Self {
        let near = |by: isize| at.checked_add_signed(by).and_then(|i| tokens.get(i)).unwrap_or(&EDGE);
        let (l3, l2, l1, w, r1, r2) = (near(-3), near(-2), near(-1), near(0), near(1), near(2));
        let known = [known(l2), known(l1), known(w), known(r1), known(r2)];
        Around { tokens, at, near: [l3, l2, l1, w, r1, r2], known }
    }

    /// Goes on to the next token.
    #[inline(always)]
    pub(crate) fn step(&mut self) {
        self.at += 1;
        let next = self.tokens.get(self.at + 2).unwrap_or(&EDGE);
        let [_, near @ ..] = self.near;
        let [a, b, c, d, e] = near;
        self.near = [a, b, c, d, e, next];
        let [_, a, b, c, d] = self.known;
        self.known = [a, b, c, d, known(next)];
    }

    /// Gives the rows of the token, one for each kind of feature. Written out, so that nothing is stored in between.
    #[inline(always)]
    pub(crate) fn rows(&self, mut row: impl FnMut(u32)) {
        let [l3, l2, l1, w, r1, r2] = self.near;
        let [kl2, kl1, k, kr1, kr2] = self.known;
        let shape = |t: &Token| t.shape as u64;
        let (sl2, sl1, s, sr1, sr2) = (shape(l2), shape(l1), shape(w), shape(r1), shape(r2));
        let form = mix(s | u64::from(w.case) << 8 | u64::from(w.line) << 16, 0x46);
        let look = mix(s, 0x53);
        let (left, right) = (both(l2.hash, l1.hash), both(r1.hash, r2.hash));
        let own = both(k, look);
        let end = mix(tail(w, 3), 0x54);
        #[expect(
            clippy::indexing_slicing,
            reason = "the kinds are written out below; computed when compiling"
        )]
        let mut give = |kind: usize, value: u64| {
            row(((value ^ SALTS[kind]).wrapping_mul(SPREAD) >> (64 - BITS)) as u32);
        };
        // The words.
        give(0, w.hash);
        give(1, l1.hash);
        give(2, r1.hash);
        give(3, l2.hash);
        give(4, both(l1.hash, w.hash));
        give(5, both(w.hash, r1.hash));
        give(6, left);
        give(7, right);
        give(8, both(l3.hash, left));
        // How they look.
        give(9, form);
        give(10, s | sl1 << 8 | sr1 << 16);
        give(11, s | sl1 << 8 | sl2 << 16);
        give(12, s | sr1 << 8 | sr2 << 16);
        give(13, both(look, l1.hash));
        give(14, both(look, r1.hash));
        give(15, both(look, left));
        // Their ends and beginnings.
        give(16, tail(w, 2) << 8 | s);
        give(17, end);
        give(18, tail(w, 4));
        give(19, u64::from(w.head));
        give(20, both(end, k));
        give(21, tail(l1, 3) << 8 | s);
        // What the lexicon knows of them.
        give(22, own);
        give(23, both(k, form));
        give(24, both(both(kl1, k), kr1));
        give(25, both(both(own, kl1), sl1));
        give(26, both(both(own, kr1), sr1));
        give(27, both(k, l1.hash));
        give(28, both(k, r1.hash));
        give(29, both(k, left));
        give(30, both(both(kl2, kl1), look));
        give(31, both(both(kr2, kr1), own));
    }
}
