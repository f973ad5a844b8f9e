//! Scores of a run → how much of all that it could mean says the same of a token.
//!
//! The share of a step that may not be is nothing, so all steps are treated alike. Sums over all paths forward and backward, in integers with 31 bits of fraction, brought to the same size at each token. No
//! rounding depends on the machine.
//!
//! # Sources
//! Rabiner, A Tutorial on Hidden Markov Models (1989), section III: the forward-backward procedure with scaling.
use smallvec::SmallVec;
use wide::i16x8;

use super::decode::Scores;
use super::label::{KINDS, LABELS, kind_of};
use super::weights::{ONE, Weights};

/// A share for each label.
type Shares = [u64; LABELS];

/// For each token of a run, the share of each kind: [`ONE`] is all.
pub(crate) fn shares(scores: &[Scores], weights: &Weights<'_>) -> SmallVec<[[u32; KINDS]; 16]> {
    let steps = Steps::new(weights);
    let own: SmallVec<[Shares; 16]> = scores.iter().map(|scores| of_scores(scores, weights)).collect();
    let mut forward: SmallVec<[Shares; 16]> = SmallVec::new();
    let mut state = [0; LABELS];
    if let Some(outside) = state.first_mut() {
        *outside = u64::from(ONE);
    }
    for own in &own {
        let mut next = steps.ahead(&state);
        next.iter_mut().zip(own).for_each(|(n, o)| *n = (*n * o) >> 31);
        scale(&mut next);
        forward.push(next);
        state = next;
    }
    // Behind the run nothing may be open.
    let mut behind = [0; LABELS];
    behind.iter_mut().enumerate().for_each(|(label, share)| *share = weights.share(label, 0));
    scale(&mut behind);
    let mut result: SmallVec<[[u32; KINDS]; 16]> = SmallVec::new();
    for (own, forward) in own.iter().zip(&forward).rev() {
        let both: Shares = product(forward, &behind);
        let all: u64 = both.iter().sum::<u64>().max(1);
        let mut kinds = [0u64; KINDS];
        for (label, both) in both.iter().enumerate() {
            if let Some(sum) = kind_of(label as u8).and_then(|kind| kinds.get_mut(kind as usize)) {
                *sum += both;
            }
        }
        result.push(kinds.map(|sum| ((sum << 31) / all).min(u64::from(ONE)) as u32));
        behind = steps.back(&product(own, &behind));
        scale(&mut behind);
    }
    result.reverse();
    result
}

/// Scores as shares of the best one.
fn of_scores(scores: &Scores, weights: &Weights<'_>) -> Shares {
    let [begin, go] = scores.map(i16x8::to_array);
    let top = begin.iter().chain(&go).copied().max().unwrap_or(0);
    let mut shares = [0; LABELS];
    for (share, score) in shares.iter_mut().zip(begin.iter().chain(&go)) {
        *share = weights.power(u32::from(top.abs_diff(*score)));
    }
    shares
}

/// What both say of each label.
#[inline]
fn product(a: &Shares, b: &Shares) -> Shares {
    let mut both = *a;
    both.iter_mut().zip(b).for_each(|(a, b)| *a = (*a * b) >> 31);
    both
}

/// The shares of all steps, read from the file once.
struct Steps([[u64; LABELS]; LABELS]);

impl Steps {
    fn new(weights: &Weights<'_>) -> Self {
        let mut steps = [[0; LABELS]; LABELS];
        for (label, steps) in steps.iter_mut().enumerate() {
            steps.iter_mut().enumerate().for_each(|(next, step)| *step = weights.share(label, next));
        }
        Steps(steps)
    }

    /// One token ahead.
    fn ahead(&self, state: &Shares) -> Shares {
        let mut next = [0; LABELS];
        for (share, steps) in state.iter().zip(&self.0).filter(|(share, _)| **share != 0) {
            next.iter_mut().zip(steps).for_each(|(next, step)| *next += (share * step) >> 31);
        }
        next
    }

    /// One token back.
    fn back(&self, state: &Shares) -> Shares {
        let mut before = [0; LABELS];
        for (before, steps) in before.iter_mut().zip(&self.0) {
            *before = state.iter().zip(steps).map(|(share, step)| (share * step) >> 31).sum();
        }
        before
    }
}

/// Makes shares add up to [`ONE`] or a little less, not less than half of it. Only their ratios count.
fn scale(shares: &mut Shares) {
    let all: u64 = shares.iter().sum();
    if all == 0 {
        // Nothing is possible in 31 bits: then nothing is known.
        *shares = [u64::from(ONE) / (2 * LABELS as u64); LABELS];
        return;
    }
    let bits = 64 - all.leading_zeros();
    shares.iter_mut().for_each(|share| {
        *share = if bits > 31 { *share >> (bits - 31) } else { *share << (31 - bits) };
    });
}
