//! A token and its neighbours → rows of the table of weights.
//!
//! Comes in: tokens and the place of one. Goes out: `COUNT` numbers of rows. Trainer and decoder call this same function,
//! so that they cannot disagree; what it computes is part of the format of the weights ([`EDITION`]).
use super::hash::mix;
use super::token::{EDGE, Shape, Token};

/// Rows of the table, as a power of two.
pub(crate) const BITS: u32 = 17;
/// Rows asked for each token.
pub(crate) const COUNT: usize = 40;
/// Changes whenever a token's rows do: weights of another edition are refused.
pub(crate) const EDITION: u32 = 1;
/// How many tokens to either side have a say.
pub(super) const AROUND: usize = 3;

/// The last `bytes` bytes of a word, in a number.
#[inline(always)]
fn tail(token: &Token, bytes: u32) -> u64 {
    token.tail >> (64 - 8 * bytes)
}

/// Writes the rows of the token at `at`.
#[inline]
pub(crate) fn rows(tokens: &[Token], at: usize, rows: &mut [u32; COUNT]) {
    let near = |by: isize| at.checked_add_signed(by).and_then(|i| tokens.get(i)).unwrap_or(&EDGE);
    let (l3, l2, l1, w, r1, r2) = (near(-3), near(-2), near(-1), near(0), near(1), near(2));
    let (kl2, kl1, k, kr1, kr2) = (l2.known(), l1.known(), w.known(), r1.known(), r2.known());
    let shape = |t: &Token| t.shape as u64;
    let (sl2, sl1, s, sr1) = (shape(l2), shape(l1), shape(w), shape(r1));
    let case = u64::from(w.case);
    let line = u64::from(w.line);
    let form = s | case << 8 | line << 16;
    let (left, right) = (mix(l2.hash, l1.hash), mix(r1.hash, r2.hash));
    let own = mix(k, s);
    let mut salt = 0u64;
    let mut places = rows.iter_mut();
    let mut row = |value: u64| {
        salt += 1;
        if let Some(place) = places.next() {
            *place = (mix(value, salt) >> (64 - BITS)) as u32;
        }
    };
    // The words.
    row(case);
    row(w.hash);
    row(l1.hash);
    row(r1.hash);
    row(l2.hash);
    row(r2.hash);
    row(mix(l1.hash, w.hash));
    row(mix(w.hash, r1.hash));
    row(left);
    row(right);
    row(mix(l3.hash, left));
    // How they look.
    row(form);
    row(s | sl1 << 8 | sr1 << 16);
    row(s | sl1 << 8 | sl2 << 16);
    row(s | sr1 << 8 | shape(r2) << 16);
    row(mix(s, l1.hash));
    row(mix(s, r1.hash));
    row(mix(s, left));
    // Their ends and beginnings.
    row(tail(w, 2) << 8 | s);
    row(tail(w, 3));
    row(tail(w, 4));
    row(u64::from(w.head));
    row(mix(tail(w, 3), k));
    row(mix(tail(l1, 3), s));
    row(mix(tail(r1, 3), s));
    // What the lexicon knows of them.
    row(k);
    row(own);
    row(mix(k, form));
    row(kl1);
    row(kr1);
    row(mix(k, kl1));
    row(mix(k, kr1));
    row(mix(mix(kl1, k), kr1));
    row(mix(k, l1.hash));
    row(mix(k, r1.hash));
    row(mix(k, left));
    row(mix(own, mix(kl1, sl1)));
    row(mix(own, mix(kr1, sr1)));
    row(mix(mix(kl2, kl1), s));
    row(mix(mix(kr2, kr1), own));
    debug_assert!(salt as usize == COUNT && Shape::Edge as u64 == 16);
}
