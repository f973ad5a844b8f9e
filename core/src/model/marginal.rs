//! Scores of a run → how much of all that it could mean says the same of a token.
//!
//! Sums over all paths forward and backward, in integers with 31 bits of fraction, brought to the same size at each token. No
//! rounding depends on the machine.
//!
//! # Sources
//! Rabiner, A Tutorial on Hidden Markov Models (1989), section III: the forward-backward procedure with scaling.
use smallvec::SmallVec;

use super::decode::Scores;
use super::label::{CLOSED, INNER, KINDS, LABELS, kind_of};
use super::weights::{ONE, Weights};

/// A share for each label.
type Shares = [u64; LABELS];

/// For each token of a run, the share of each kind: [`ONE`] is all.
pub(crate) fn shares(scores: &[Scores], weights: &Weights<'_>) -> SmallVec<[[u32; KINDS]; 16]> {
    let own: SmallVec<[Shares; 16]> = scores.iter().map(|scores| of_scores(scores, weights)).collect();
    let mut forward: SmallVec<[Shares; 16]> = SmallVec::new();
    let mut state = [0; LABELS];
    if let Some(outside) = state.first_mut() {
        *outside = u64::from(ONE);
    }
    for own in &own {
        let mut next = ahead(&state, weights);
        next.iter_mut().zip(own).for_each(|(n, o)| *n = *n * o >> 31);
        scale(&mut next);
        forward.push(next);
        state = next;
    }
    // Behind the run nothing may be open.
    let mut behind: Shares =
        core::array::from_fn(
            |label| {
                if CLOSED.contains(&(label as u8)) { weights.share(label, 0) } else { 0 }
            },
        );
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
        behind = back(&product(own, &behind), weights);
        scale(&mut behind);
    }
    result.reverse();
    result
}

/// Scores as shares of the best one.
fn of_scores(scores: &Scores, weights: &Weights<'_>) -> Shares {
    let top = scores.iter().copied().max().unwrap_or(0);
    scores.map(|score| weights.power(u32::from(top.abs_diff(score))))
}

fn product(a: &Shares, b: &Shares) -> Shares {
    core::array::from_fn(|n| a.get(n).zip(b.get(n)).map_or(0, |(a, b)| a * b >> 31))
}

/// One token ahead.
fn ahead(state: &Shares, weights: &Weights<'_>) -> Shares {
    let from = |label: usize, next: usize| {
        state.get(label).map_or(0, |share| share * weights.share(label, next) >> 31)
    };
    core::array::from_fn(|next| match next {
        0..8 => CLOSED.iter().map(|label| from(usize::from(*label), next)).sum(),
        _ => from(1 + next % 4, next) + from(usize::from(INNER) + next % 4, next),
    })
}

/// One token back.
fn back(state: &Shares, weights: &Weights<'_>) -> Shares {
    let to = |label: usize, next: usize| {
        state.get(next).map_or(0, |share| share * weights.share(label, next) >> 31)
    };
    core::array::from_fn(|label| match label {
        1..5 => to(label, 7 + label) + to(label, 11 + label),
        8..12 => to(label, label) + to(label, 4 + label),
        _ => (0..8).map(|next| to(label, next)).sum(),
    })
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
