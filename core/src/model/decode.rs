//! Scores of a run → its best labels.
//!
//! The best path through a chain of labels (Viterbi), in sixteen-bit integers. Eight labels can stand behind one that
//! has closed, and two behind one that is open, so a step is ten additions and comparisons of eight lanes.
//!
//! # Sources
//! Lafferty, McCallum and Pereira, Conditional Random Fields (2001); Viterbi (1967).
use smallvec::SmallVec;
use wide::i16x8;

use super::label::{CLOSED, INNER, LABELS, OPEN_FIRST, OPEN_INNER, OUTSIDE, may_follow};
use super::walk::LONGEST;
use super::weights::Weights;

/// Scores of one token, by label: those that may begin something, and those that go on.
pub(crate) type Scores = [i16x8; 2];
/// Lower than any score that can be reached.
const NEVER: i16 = -24_000;

/// Scores of one label after another, as lanes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Steps {
    /// For each closed label in the order of [`CLOSED`], what the eight that may begin cost behind it.
    begin: [i16x8; 8],
    /// For each label, what it costs behind each of the others, which is no less than all where it may not follow.
    back: [[i16x8; 2]; LABELS],
    /// What the last eight labels cost behind the first of their kind, and behind an inner one.
    first: i16x8,
    inner: i16x8,
}

impl Steps {
    pub(crate) fn new(weights: &Weights<'_>) -> Self {
        let lanes = |label: u8| i16x8::new(core::array::from_fn(|n| weights.step(label, n as u8)));
        let behind = |labels: [u8; 8]| {
            i16x8::new(core::array::from_fn(|n| {
                weights.step(labels.get(n).copied().unwrap_or(0), INNER + n as u8)
            }))
        };
        let cost =
            |label: u8, next: u8| if may_follow(label, next) { weights.step(label, next) } else { i16::MIN };
        let back = |next: usize| {
            [0, 8].map(|from| i16x8::new(core::array::from_fn(|n| cost(from + n as u8, next as u8))))
        };
        Steps {
            begin: CLOSED.map(lanes),
            back: core::array::from_fn(back),
            first: behind(OPEN_FIRST),
            inner: behind(OPEN_INNER),
        }
    }

    /// By which label, given what they have, the best path leads to `label`. Of equals it is the first.
    #[inline(always)]
    fn led_to(&self, label: u8, [begin, go]: &Scores) -> u8 {
        let [behind_begin, behind_go] =
            self.back.get(usize::from(label)).copied().unwrap_or([i16x8::ZERO; 2]);
        let (begin, go) = (begin.saturating_add(behind_begin), go.saturating_add(behind_go));
        let top = i16x8::splat(begin.max(go).reduce_max());
        let is_top = |ways: i16x8| ways.simd_eq(top).to_bitmask();
        (is_top(begin) | is_top(go) << 8).trailing_zeros() as u8
    }
}

/// Whether no path through these scores can be as good as staying outside.
#[inline]
pub(crate) fn is_outside(scores: &[Scores], weights: &Weights<'_>) -> bool {
    scores.iter().all(|[begin, go]| {
        let [outside, rest @ ..] = begin.to_array();
        let [a, b, c, d, e, f, g] = rest;
        let top = i16x8::new([a, b, c, d, e, f, g, NEVER]).max(*go).reduce_max();
        i32::from(outside) - i32::from(top) > weights.lead()
    })
}

/// Writes the best labels of a run. Before it and behind it nothing is open.
pub(crate) fn best(scores: &[Scores], steps: &Steps, labels: &mut [u8; LONGEST]) {
    // What stands behind each token; the way is found back from these.
    let mut states: SmallVec<[Scores; LONGEST]> = SmallVec::new();
    let never = i16x8::splat(NEVER);
    let mut state = [i16x8::new([0, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER]), never];
    for [own_begin, own_go] in scores {
        let [old_begin, old_go] = state.map(i16x8::to_array);
        let [_, a, b, c, d, ..] = old_begin;
        let [e, f, g, h, ..] = old_go;
        let mut begin = never;
        for (value, step) in closed(&state).into_iter().zip(&steps.begin) {
            begin = begin.max(i16x8::splat(value).saturating_add(*step));
        }
        let first = i16x8::new([a, b, c, d, a, b, c, d]).saturating_add(steps.first);
        let inner = i16x8::new([e, f, g, h, e, f, g, h]).saturating_add(steps.inner);
        let (begin, go) = (begin.saturating_add(*own_begin), first.max(inner).saturating_add(*own_go));
        // What counts is the distance to the best, and that stays small.
        let top = i16x8::splat(begin.max(go).reduce_max());
        state = [begin.saturating_sub(top).max(never), go.saturating_sub(top).max(never)];
        states.push(state);
    }
    // Outside follows.
    let mut label = OUTSIDE;
    for (place, state) in labels.iter_mut().zip(&states).rev() {
        label = steps.led_to(label, state);
        *place = label;
    }
}

/// What the closed labels have, in the order of [`CLOSED`].
#[inline(always)]
fn closed(state: &Scores) -> [i16; 8] {
    let [[out, _, _, _, _, p, q, r], [_, _, _, _, s, t, u, v]] = state.map(i16x8::to_array);
    [out, p, q, r, s, t, u, v]
}

/// By how much outside must lead at each token for no path to be better: the most that steps to something and back gain
/// over staying, for each token on the way.
#[cfg(any(test, feature = "train"))]
pub(crate) fn lead(steps: &[i16]) -> i32 {
    const FAR: i64 = -1_000_000;
    let stay = i64::from(steps.first().copied().unwrap_or(0));
    let gain = |label: usize, next: usize| match may_follow(label as u8, next as u8) {
        true => steps.get(label * LABELS + next).map_or(FAR, |step| i64::from(*step) - stay),
        false => FAR,
    };
    let mut gains: Vec<i64> = (0..LABELS).map(|next| if next == 0 { FAR } else { gain(0, next) }).collect();
    let mut most = i64::from(i32::MIN);
    for tokens in 1..=LONGEST as i64 {
        let back =
            gains.iter().enumerate().skip(1).map(|(label, sum)| sum + gain(label, 0)).max().unwrap_or(0);
        most = most.max(back.div_euclid(tokens) + 1);
        let longer = |next: usize| {
            let sums = gains.iter().enumerate().skip(1).map(|(label, sum)| sum + gain(label, next));
            sums.max().unwrap_or(FAR)
        };
        gains = (0..LABELS).map(|next| if next == 0 { FAR } else { longer(next).max(FAR) }).collect();
    }
    most as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::features::{BITS, EDITION};
    use crate::model::weights::{HEAD, MAGIC, SIZE};
    use proptest::prelude::*;

    /// Weights whose steps are `steps`, with empty rows.
    fn file(steps: &[i16]) -> Vec<u8> {
        let mut file = MAGIC.to_vec();
        file.extend(EDITION.to_le_bytes());
        file.extend(BITS.to_le_bytes());
        file.extend(steps.iter().flat_map(|s| s.to_le_bytes()));
        file.resize(HEAD - 16, 0);
        file.extend(lead(steps).to_le_bytes());
        file.resize(SIZE, 0);
        file
    }

    fn lanes(scores: &[[i16; LABELS]]) -> Vec<Scores> {
        let half = |s: &[i16; LABELS], from: usize| i16x8::new(core::array::from_fn(|n| s[from + n]));
        scores.iter().map(|s| [half(s, 0), half(s, 8)]).collect()
    }

    fn score(labels: &[u8], scores: &[[i16; LABELS]], steps: &[i16]) -> Option<i32> {
        let mut sum = 0;
        let mut before = OUTSIDE;
        for (label, scores) in labels.iter().zip(scores) {
            if !may_follow(before, *label) {
                return None;
            }
            sum += i32::from(steps[usize::from(before) * LABELS + usize::from(*label)]);
            sum += i32::from(scores[usize::from(*label)]);
            before = *label;
        }
        CLOSED.contains(&before).then(|| sum + i32::from(steps[usize::from(before) * LABELS]))
    }

    /// The best score of all paths, tried one by one.
    fn tried(scores: &[[i16; LABELS]], steps: &[i16]) -> i32 {
        let mut paths: Vec<Vec<u8>> = vec![vec![]];
        for _ in scores {
            let longer = paths.iter().flat_map(|path| {
                let last = path.last().copied().unwrap_or(OUTSIDE);
                let next = (0..LABELS as u8).filter(move |l| may_follow(last, *l));
                next.map(|l| path.iter().copied().chain([l]).collect())
            });
            paths = longer.collect();
        }
        paths.iter().filter_map(|path| score(path, scores, steps)).max().expect("outside is always there")
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_path_is_better(
            scores in proptest::collection::vec(proptest::array::uniform16(-2000i16..2000), 1..4),
            steps in proptest::collection::vec(-400i16..400, 256),
            ahead in 0i16..3000,
        ) {
            let file = file(&steps);
            let weights = Weights::new(&file).expect("of this format");
            let steps_of = Steps::new(&weights);
            let mut labels = [0; LONGEST];
            best(&lanes(&scores), &steps_of, &mut labels);
            let found = score(&labels[..scores.len()], &scores, &steps).expect("a path that may be");
            prop_assert_eq!(found, tried(&scores, &steps));
            // Where outside leads by enough, nothing else is best.
            let mut far = scores.clone();
            far.iter_mut().for_each(|s| s[0] = 2000 + ahead);
            if is_outside(&lanes(&far), &weights) {
                best(&lanes(&far), &steps_of, &mut labels);
                prop_assert!(labels[..far.len()].iter().all(|l| *l == OUTSIDE));
            }
        }
    }
}
