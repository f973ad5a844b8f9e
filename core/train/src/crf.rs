//! Runs with labels → weights.
//!
//! A linear-chain conditional random field, trained by stochastic gradients with a rate of its own for each weight. One
//! thread, one order, no arithmetic but what IEEE 754 makes exact: the same input gives the same bits.
//!
//! # Sources
//! Lafferty, McCallum and Pereira, Conditional Random Fields (2001); Duchi, Hazan and Singer, Adaptive Subgradient Methods
//! (2011).
use wimple::training::{FEATURES, LABELS, may_follow};

use crate::math::{exp, ln};

/// A number for each label.
pub type Lane = [f32; LABELS];

/// Rows asked for each token.
const COUNT: usize = FEATURES.0;

/// How fast weights move.
const RATE: f32 = 0.15;
/// What pulls weights back to nothing, in parts of themselves for each time they are used.
const PULL: f32 = 2e-6;

/// Weights while they are trained.
#[derive(Debug)]
pub struct Field {
    /// One lane for each row of the table.
    pub rows: Vec<Lane>,
    /// The score of a label (inside) behind another.
    pub steps: [Lane; LABELS],
    /// Squares of the gradients so far.
    row_squares: Vec<Lane>,
    step_squares: [Lane; LABELS],
}

/// The mean of weights at several times: what they have in common is worth more than what the last examples moved.
#[derive(Debug, Default)]
pub struct Means {
    rows: Vec<Lane>,
    steps: [Lane; LABELS],
    count: f32,
}

impl Means {
    /// Takes the weights as they are now.
    pub fn add(&mut self, field: &Field) {
        self.rows.resize(field.rows.len(), [0.0; LABELS]);
        for (sum, now) in
            self.rows.iter_mut().chain(&mut self.steps).zip(field.rows.iter().chain(&field.steps))
        {
            sum.iter_mut().zip(now).for_each(|(sum, now)| *sum += now);
        }
        self.count += 1.0;
    }

    /// Puts the mean in their place, where there is one.
    pub fn put(&self, field: &mut Field) {
        if self.count > 0.0 {
            let sums = self.rows.iter().chain(&self.steps);
            for (now, sum) in field.rows.iter_mut().chain(&mut field.steps).zip(sums) {
                now.iter_mut().zip(sum).for_each(|(now, sum)| *now = sum / self.count);
            }
        }
    }
}

/// A run with its labels.
#[derive(Debug, Default)]
pub struct Example {
    /// `COUNT` rows for each token.
    pub rows: Vec<u32>,
    /// One label for each token.
    pub labels: Vec<u8>,
}

/// What one example needs while it is looked at; kept, so that nothing is allocated again and again.
#[derive(Debug, Default)]
pub struct Scratch {
    scores: Vec<Lane>,
    own: Vec<Lane>,
    forward: Vec<Lane>,
    backward: Vec<Lane>,
}

impl Default for Field {
    fn default() -> Self {
        let rows = 1usize << FEATURES.1;
        Field {
            rows: vec![[0.0; LABELS]; rows],
            steps: [[0.0; LABELS]; LABELS],
            row_squares: vec![[1e-3; LABELS]; rows],
            step_squares: [[1e-3; LABELS]; LABELS],
        }
    }
}

impl Field {
    /// Learns from one example. `slow` is the part of the usual rate. Gives what the example still costs.
    pub fn learn(&mut self, example: &Example, slow: f32, scratch: &mut Scratch) -> f64 {
        let count = example.labels.len();
        if count == 0 {
            return 0.0;
        }
        let steps = self.shares();
        let cost = self.sums(example, &steps, scratch);
        let rate = RATE * slow;
        // How often each step is taken, less how often it should be.
        let mut wrong_steps = [[0f32; LABELS]; LABELS];
        let mut before = 0usize;
        let mut outside = [0f32; LABELS];
        outside[0] = 1.0;
        for at in 0..=count {
            // The last step goes outside again.
            let last = at == count;
            let next = if last { 0 } else { usize::from(example.labels[at]) };
            let left = if at == 0 { &outside } else { &scratch.forward[at - 1] };
            let mut sum = 0f32;
            let mut taken = [[0f32; LABELS]; LABELS];
            for (label, taken) in taken.iter_mut().enumerate() {
                for (to, taken) in taken.iter_mut().enumerate() {
                    let right = match last {
                        true => f32::from(u8::from(to == 0)),
                        false => scratch.own[at][to] * scratch.backward[at][to],
                    };
                    *taken = left[label] * steps[label][to] * right;
                    sum += *taken;
                }
            }
            let part = 1.0 / sum.max(1e-30);
            for (wrong, taken) in wrong_steps.iter_mut().zip(&taken) {
                wrong.iter_mut().zip(taken).for_each(|(w, t)| *w += t * part);
            }
            wrong_steps[before][next] -= 1.0;
            before = next;
        }
        for at in 0..count {
            let mut wrong: Lane = core::array::from_fn(|n| scratch.forward[at][n] * scratch.backward[at][n]);
            let sum: f32 = wrong.iter().sum();
            let part = 1.0 / sum.max(1e-30);
            wrong.iter_mut().for_each(|w| *w *= part);
            wrong[usize::from(example.labels[at])] -= 1.0;
            if wrong.iter().all(|w| w.abs() < 1e-4) {
                continue;
            }
            for row in &example.rows[at * COUNT..(at + 1) * COUNT] {
                let (lane, squares) = (&mut self.rows[*row as usize], &mut self.row_squares[*row as usize]);
                for n in 0..LABELS {
                    let slope = wrong[n] + PULL * lane[n];
                    squares[n] += slope * slope;
                    lane[n] -= rate * slope / squares[n].sqrt();
                }
            }
        }
        for (label, wrong) in wrong_steps.iter().enumerate() {
            for (next, slope) in wrong.iter().enumerate().filter(|(_, slope)| **slope != 0.0) {
                let square = &mut self.step_squares[label][next];
                *square += slope * slope;
                self.steps[label][next] -= rate * slope / square.sqrt();
            }
        }
        cost
    }

    /// The steps as factors; nothing for those that may not be.
    fn shares(&self) -> [Lane; LABELS] {
        core::array::from_fn(|label| {
            core::array::from_fn(|next| match may_follow(label as u8, next as u8) {
                true => exp(self.steps[label][next]),
                false => 0.0,
            })
        })
    }

    /// Sums over all paths, forward and backward, each token's scaled to one. Gives the cost of the right path.
    fn sums(&self, example: &Example, steps: &[Lane; LABELS], scratch: &mut Scratch) -> f64 {
        let Scratch { scores, own, forward, backward } = scratch;
        let count = example.labels.len();
        scores.clear();
        own.clear();
        forward.clear();
        let mut cost = 0f64;
        for rows in example.rows.chunks_exact(COUNT) {
            let mut score = [0f32; LABELS];
            for row in rows {
                score.iter_mut().zip(&self.rows[*row as usize]).for_each(|(s, w)| *s += w);
            }
            let top = score.iter().copied().fold(f32::MIN, f32::max);
            cost += f64::from(top);
            own.push(score.map(|s| exp(s - top)));
            scores.push(score);
        }
        let mut state = [0f32; LABELS];
        state[0] = 1.0;
        for own in own.iter() {
            let mut next = [0f32; LABELS];
            for (share, steps) in state.iter().zip(steps) {
                next.iter_mut().zip(steps).for_each(|(n, s)| *n += share * s);
            }
            next.iter_mut().zip(own).for_each(|(n, o)| *n *= o);
            let sum = next.iter().sum::<f32>().max(1e-30);
            cost += ln(f64::from(sum));
            state = next.map(|n| n / sum);
            forward.push(state);
        }
        let close: Lane = core::array::from_fn(|label| steps[label][0]);
        let end: f32 = state.iter().zip(&close).map(|(s, c)| s * c).sum::<f32>().max(1e-30);
        cost += ln(f64::from(end));
        backward.clear();
        backward.resize(count, [0.0; LABELS]);
        let mut behind = close;
        for at in (0..count).rev() {
            backward[at] = behind;
            let right: Lane = core::array::from_fn(|n| behind[n] * own[at][n]);
            let mut next: Lane =
                core::array::from_fn(|label| steps[label].iter().zip(&right).map(|(s, r)| s * r).sum());
            let sum = next.iter().sum::<f32>().max(1e-30);
            next.iter_mut().for_each(|n| *n /= sum);
            behind = next;
        }
        let mut before = 0usize;
        for (label, score) in example.labels.iter().zip(scores.iter()) {
            cost -= f64::from(score[usize::from(*label)] + self.steps[before][usize::from(*label)]);
            before = usize::from(*label);
        }
        cost - f64::from(self.steps[before][0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wimple::training::label;

    /// Two tokens that are a name wherever the first row is 7, else outside.
    fn examples() -> Vec<Example> {
        let rows = |first: u32| {
            (0..2)
                .flat_map(|at| (0..COUNT as u32).map(move |n| if n == 0 { first + at } else { 100 + n }))
                .collect()
        };
        let name = Example { rows: rows(7), labels: vec![label(0, 0, 2), label(0, 1, 2)] };
        let none = Example { rows: rows(20), labels: vec![0, 0] };
        vec![name, none]
    }

    #[test]
    fn what_is_learnt_costs_less_each_time() {
        let (mut field, mut scratch) = (Field::default(), Scratch::default());
        let mut costs = Vec::new();
        for _ in 0..30 {
            costs.push(examples().iter().map(|e| field.learn(e, 1.0, &mut scratch)).sum::<f64>());
        }
        assert!(costs[0] > 1.0, "{costs:?}");
        assert!(costs[29] < 0.1 * costs[0] && costs.iter().all(|cost| *cost > -1e-4), "{costs:?}");
    }

    #[test]
    fn the_slope_is_that_of_the_cost() {
        // Finite differences on one step's score, with everything else as it is.
        let example = &examples()[0];
        let field = Field::default();
        let cost = |field: &Field| {
            let mut scratch = Scratch::default();
            field.sums(example, &field.shares(), &mut scratch)
        };
        let mut moved = Field::default();
        moved.steps[0][usize::from(example.labels[0])] += 0.01;
        let slope = (cost(&moved) - cost(&field)) / 0.01;
        // Of all paths some begin a person: raising that score makes the right path cheaper, but by less than one.
        assert!((-1.0..0.0).contains(&slope), "{slope}");
    }
}
