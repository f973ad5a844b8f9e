//! Scores of a run → how much of all that it could mean says the same of a token.
//!
//! Comes in: the scores of a run and a part of it. Goes out: for each token of the part, the share of each kind. Sums over
//! all paths forward and backward, in integers with 31 bits of fraction, brought to the same size at each token, so that
//! no rounding depends on the machine. A label that has closed is followed by one of the first eight, an open one by two
//! of the last eight: only these steps are summed.
//!
//! # Sources
//! Rabiner, A Tutorial on Hidden Markov Models (1989), section III: the forward-backward procedure with scaling.
use core::ops::Range;

use smallvec::SmallVec;
use wide::i16x8;

use super::decode::Scores;
use super::label::{CLOSED, INNER, KINDS, Kind, OPEN_FIRST, OPEN_INNER};
use super::weights::{ONE, Weights};

/// A share for each of eight labels, at most [`ONE`] each.
type Eight = [u64; 8];

/// Shares by label: those that may begin something, and those that go on.
#[derive(Clone, Copy)]
struct Shares {
    begin: Eight,
    go: Eight,
}

/// The shares of the kinds at one token, and of all.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kinds {
    kinds: [u64; KINDS],
    all: u64,
}

impl Kinds {
    /// The share of a kind: [`ONE`] is all.
    pub(crate) fn share(&self, kind: Kind) -> u32 {
        let sum = self.kinds.get(kind as usize).copied().unwrap_or(0);
        ((sum << 31) / self.all.max(1)).min(u64::from(ONE)) as u32
    }
}

/// The shares of all steps, as they are multiplied.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chances {
    /// For each closed label in the order of [`CLOSED`], what the eight that may begin have behind it.
    ahead: [Eight; 8],
    /// The same, for each that may begin.
    back: [Eight; 8],
    /// What the last eight labels have behind the first of their kind, and behind an inner one.
    first: Eight,
    inner: Eight,
}

impl Chances {
    pub(crate) fn new(weights: &Weights<'_>) -> Self {
        let step = |label: u8, next: usize| weights.share(usize::from(label), next);
        let behind = |labels: [u8; 8]| {
            let mut shares = [0; 8];
            let places = shares.iter_mut().zip(labels).zip(usize::from(INNER)..);
            places.for_each(|((share, label), next)| *share = step(label, next));
            shares
        };
        Chances {
            ahead: CLOSED.map(|label| core::array::from_fn(|next| step(label, next))),
            back: core::array::from_fn(|next| CLOSED.map(|label| step(label, next))),
            first: behind(OPEN_FIRST),
            inner: behind(OPEN_INNER),
        }
    }

    /// For each token of `part`, the shares of the kinds.
    pub(crate) fn shares(
        &self,
        scores: &[Scores],
        part: Range<usize>,
        weights: &Weights<'_>,
    ) -> SmallVec<[Kinds; 8]> {
        let mut ways: SmallVec<[(Shares, Shares); 8]> = SmallVec::new();
        let mut state = Shares { begin: [u64::from(ONE), 0, 0, 0, 0, 0, 0, 0], go: [0; 8] };
        for (at, scores) in scores.iter().enumerate().take(part.end) {
            let own = of_scores(scores, weights);
            state = scaled(product(&self.ahead(&state), &own));
            if at >= part.start {
                ways.push((own, state));
            }
        }
        // Behind the run nothing may be open: what ends it is what outside follows.
        let nothing = Shares { begin: [u64::from(ONE), 0, 0, 0, 0, 0, 0, 0], go: [0; 8] };
        let mut behind = scaled(self.back(&nothing));
        for scores in scores.get(part.end..).unwrap_or_default().iter().rev() {
            behind = scaled(self.back(&product(&of_scores(scores, weights), &behind)));
        }
        let mut result: SmallVec<[Kinds; 8]> = SmallVec::new();
        for (own, forward) in ways.iter().rev() {
            result.push(kinds(&product(forward, &behind)));
            behind = scaled(self.back(&product(own, &behind)));
        }
        result.reverse();
        result
    }

    /// One token ahead.
    #[inline(always)]
    fn ahead(&self, state: &Shares) -> Shares {
        let [out, a, b, c, d, p, q, r] = state.begin;
        let [e, f, g, h, s, t, u, v] = state.go;
        let first = product_of(&[a, b, c, d, a, b, c, d], &self.first);
        let inner = product_of(&[e, f, g, h, e, f, g, h], &self.inner);
        Shares {
            begin: combined(&self.ahead, [out, p, q, r, s, t, u, v]),
            go: core::array::from_fn(|n| nth(&first, n) + nth(&inner, n)),
        }
    }

    /// One token back.
    #[inline(always)]
    fn back(&self, state: &Shares) -> Shares {
        let [out, p, q, r, s, t, u, v] = combined(&self.back, state.begin);
        let first = product_of(&state.go, &self.first);
        let inner = product_of(&state.go, &self.inner);
        let [a, b, c, d] = core::array::from_fn(|n| nth(&first, n) + nth(&first, 4 + n));
        let [e, f, g, h] = core::array::from_fn(|n| nth(&inner, n) + nth(&inner, 4 + n));
        Shares { begin: [out, a, b, c, d, p, q, r], go: [e, f, g, h, s, t, u, v] }
    }
}

/// Scores as shares of the best one.
#[inline]
fn of_scores(scores: &Scores, weights: &Weights<'_>) -> Shares {
    let [begin, go] = *scores;
    let top = begin.max(go).reduce_max();
    let shares = |scores: i16x8| {
        let mut shares = [0; 8];
        for (share, score) in shares.iter_mut().zip(scores.to_array()) {
            *share = weights.power(u32::from(top.abs_diff(score)));
        }
        shares
    };
    Shares { begin: shares(begin), go: shares(go) }
}

#[inline(always)]
fn nth(shares: &Eight, n: usize) -> u64 {
    shares.get(n).copied().unwrap_or(0)
}

/// A share of a share. Both are below 2^32, which the masks say to the compiler: such products are made two at a time.
#[inline(always)]
fn times(a: u64, b: u64) -> u64 {
    const LOW: u64 = 0xffff_ffff;
    ((a & LOW) * (b & LOW)) >> 31
}

#[inline(always)]
fn product_of(a: &Eight, b: &Eight) -> Eight {
    core::array::from_fn(|n| times(nth(a, n), nth(b, n)))
}

/// What both say of each label.
#[inline(always)]
fn product(a: &Shares, b: &Shares) -> Shares {
    Shares { begin: product_of(&a.begin, &b.begin), go: product_of(&a.go, &b.go) }
}

/// The sum of rows of shares, each of them taken `by` its share.
#[inline(always)]
fn combined(rows: &[Eight; 8], by: Eight) -> Eight {
    let mut sum = [0; 8];
    for (row, by) in rows.iter().zip(by) {
        sum.iter_mut().zip(row).for_each(|(sum, share)| *sum += times(*share, by));
    }
    sum
}

/// The shares of the kinds.
#[inline]
fn kinds(shares: &Shares) -> Kinds {
    let [out, a, b, c, d, p, q, r] = shares.begin;
    let [e, f, g, h, s, t, u, v] = shares.go;
    let kinds = [a + e + p + s, b + f + q + t, c + g + r + u, d + h + v];
    Kinds { kinds, all: out + kinds.iter().sum::<u64>() }
}

/// Makes shares add up to [`ONE`] or a little less, not less than half of it. Only their ratios count.
#[inline(always)]
fn scaled(mut shares: Shares) -> Shares {
    let all: u64 = shares.begin.iter().sum::<u64>() + shares.go.iter().sum::<u64>();
    if all == 0 {
        // Nothing is possible in 31 bits: then nothing is known.
        let same = [u64::from(ONE) / 32; 8];
        return Shares { begin: same, go: same };
    }
    let bits = 64 - all.leading_zeros();
    let (left, right) = (31u32.saturating_sub(bits), bits.saturating_sub(31));
    for share in shares.begin.iter_mut().chain(&mut shares.go) {
        *share = (*share << left) >> right;
    }
    shares
}
