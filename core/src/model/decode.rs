//! Scores of a run → its best labels.
//!
//! The best path through a chain of labels (Viterbi), in sixteen-bit integers. Eight labels can stand behind one that
//! has closed, and two behind one that is open, so a step is eight additions and comparisons of eight lanes.
//!
//! # Sources
//! Lafferty, McCallum and Pereira, Conditional Random Fields (2001); Viterbi (1967).
use super::label::{CLOSED, INNER, LABELS, OUTSIDE};
use super::walk::LONGEST;
use super::weights::Weights;

/// Scores of one token, by label.
pub(crate) type Scores = [i16; LABELS];
/// Lower than any score that can be reached.
const NEVER: i16 = -24_000;

/// Scores of one label after another, as lanes.
#[derive(Clone, Copy)]
pub(crate) struct Steps {
    /// For each closed label in the order of [`CLOSED`], what the eight that may begin cost behind it.
    begin: [[i16; 8]; 8],
    /// What the last eight labels cost behind the first of their kind, and behind an inner one.
    first: [i16; 8],
    inner: [i16; 8],
}

impl Steps {
    pub(crate) fn new(weights: &Weights<'_>) -> Self {
        let lanes = |label: u8, from: u8| core::array::from_fn(|n| weights.step(label, from + n as u8));
        let behind =
            |offset: u8| core::array::from_fn(|n| weights.step(offset + (n % 4) as u8, INNER + n as u8));
        Steps { begin: CLOSED.map(|label| lanes(label, 0)), first: behind(1), inner: behind(INNER) }
    }
}

/// The scores of eight lanes once each was raised by `value` plus `step` where that is more; `from` notes by which label.
#[inline(always)]
fn raise(best: &mut [i16; 8], from: &mut [i16; 8], value: i16, step: &[i16; 8], label: i16) {
    for ((best, from), step) in best.iter_mut().zip(from).zip(step) {
        let score = value.saturating_add(*step);
        let better = score > *best;
        *best = if better { score } else { *best };
        *from = if better { label } else { *from };
    }
}

/// Writes the best labels of a run. Before it and behind it nothing is open.
pub(crate) fn best(scores: &[Scores], steps: &Steps, labels: &mut [u8; LONGEST]) {
    let mut from = [[0u8; LABELS]; LONGEST];
    let mut state = [NEVER; LABELS];
    if let Some(outside) = state.first_mut() {
        *outside = 0;
    }
    for (scores, back) in scores.iter().zip(&mut from) {
        let (mut begin, mut begin_from) = ([NEVER; 8], [0i16; 8]);
        for (label, step) in CLOSED.iter().zip(&steps.begin) {
            let value = state.get(usize::from(*label)).copied().unwrap_or(NEVER);
            raise(&mut begin, &mut begin_from, value, step, i16::from(*label));
        }
        let (mut go, mut go_from) = ([NEVER; 8], [0i16; 8]);
        for (offset, step) in [(1usize, &steps.first), (usize::from(INNER), &steps.inner)] {
            for (n, ((best, from), step)) in go.iter_mut().zip(&mut go_from).zip(step).enumerate() {
                let label = offset + n % 4;
                let score = state.get(label).copied().unwrap_or(NEVER).saturating_add(*step);
                if score > *best {
                    (*best, *from) = (score, label as i16);
                }
            }
        }
        let mut top = i16::MIN;
        let lanes = begin.iter().chain(&go).zip(begin_from.iter().chain(&go_from));
        for (((lane, label), (state, back)), score) in lanes.zip(state.iter_mut().zip(back)).zip(scores) {
            *state = lane.saturating_add(*score);
            *back = *label as u8;
            top = top.max(*state);
        }
        // What counts is the distance to the best, and that stays small.
        state.iter_mut().for_each(|s| *s = s.saturating_sub(top).max(NEVER));
    }
    let end = CLOSED.iter().map(|label| {
        let value = state.get(usize::from(*label)).copied().unwrap_or(NEVER);
        // Of equals the first one.
        (value.saturating_add(steps.begin_of(*label)), core::cmp::Reverse(*label))
    });
    let mut label = end.max().map_or(OUTSIDE, |(_, label)| label.0);
    for (place, back) in labels.iter_mut().zip(&from).take(scores.len()).rev() {
        *place = label;
        label = back.get(usize::from(label)).copied().unwrap_or(OUTSIDE);
    }
}

impl Steps {
    /// What being outside costs behind a closed label.
    fn begin_of(&self, label: u8) -> i16 {
        let at = CLOSED.iter().position(|closed| *closed == label);
        at.and_then(|at| self.begin.get(at)).and_then(|lanes| lanes.first()).copied().unwrap_or(NEVER)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::label::may_follow;
    use crate::model::weights::{HEAD, MAGIC, SIZE};
    use proptest::prelude::*;

    /// Weights whose steps are `steps`, with empty rows.
    fn file(steps: &[i16]) -> Vec<u8> {
        let mut file = MAGIC.to_vec();
        file.extend(crate::model::features::EDITION.to_le_bytes());
        file.extend(crate::model::features::BITS.to_le_bytes());
        file.extend(steps.iter().flat_map(|s| s.to_le_bytes()));
        file.resize(HEAD, 0);
        file.resize(SIZE, 0);
        file
    }

    fn score(labels: &[u8], scores: &[Scores], steps: &[i16]) -> Option<i32> {
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
    fn tried(scores: &[Scores], steps: &[i16]) -> i32 {
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
        ) {
            let file = file(&steps);
            let steps_of = Steps::new(&Weights::new(&file).expect("of this format"));
            let mut labels = [0; LONGEST];
            best(&scores, &steps_of, &mut labels);
            let found = score(&labels[..scores.len()], &scores, &steps).expect("a path that may be");
            prop_assert_eq!(found, tried(&scores, &steps));
        }
    }
}
