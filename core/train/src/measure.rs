//! Messages and what is found in them → figures.
//!
//! A name counts as found where something of its kind overlaps it, a finding as right where it overlaps something of its
//! kind; a city told as an address, and the other way round, is right too, since both are places.
use core::ops::Range;

use wimple::training::{KINDS, find};

use crate::corpus::{ADDRESS, LOCATION, Message};
use crate::export::Percents;

/// Counts of one kind.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    /// What is there.
    pub gold: usize,
    /// What of it is found.
    pub found: usize,
    /// What is told.
    pub told: usize,
    /// What of it is right.
    pub right: usize,
    /// What is told with its exact edges.
    pub exact: usize,
}

impl Count {
    /// Precision, recall and the balance of both, in percent.
    #[must_use]
    pub fn figures(&self) -> [f64; 3] {
        let part = |n: usize, of: usize| if of == 0 { 0.0 } else { 100.0 * n as f64 / of as f64 };
        let (p, r) = (part(self.right, self.told), part(self.found, self.gold));
        [p, r, if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }]
    }
}

/// What a model makes of some messages.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// By kind.
    pub counts: [Count; KINDS],
    /// Messages in which something wrong is told.
    pub alarms: usize,
    /// All messages.
    pub messages: usize,
    /// Of each kind and percentage: how many were told, and how many of them are right.
    pub by_percent: Vec<[[usize; 2]; 101]>,
}

/// Findings whose percentages are alike.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bin {
    /// How many were told.
    pub told: usize,
    /// How many of them are right.
    pub right: usize,
    /// How many should be right.
    pub promised: f64,
    /// By how much that scatters: the sum of variances.
    pub spread: f64,
}

fn fits(kind: u8, other: u8) -> bool {
    let place = |kind| matches!(kind, LOCATION | ADDRESS);
    kind == other || place(kind) && place(other)
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Measures a model from `least` percent on.
#[must_use]
pub fn measure<'m>(
    messages: impl Iterator<Item = &'m Message>,
    weights: &[u8],
    lexicon: &[u8],
    least: u8,
) -> Measured {
    let mut all = Measured { by_percent: vec![[[0; 2]; 101]; KINDS], ..Measured::default() };
    for message in messages {
        let found = find(&message.text, weights, lexicon);
        all.messages += 1;
        let mut alarm = false;
        for (place, kind, percent) in &found {
            let right = message.spans.iter().any(|(gold, of)| fits(*kind, *of) && overlap(place, gold));
            let cell = &mut all.by_percent[usize::from(*kind)][usize::from((*percent).min(100))];
            cell[0] += 1;
            cell[1] += usize::from(right);
            if *percent < least {
                continue;
            }
            let count = &mut all.counts[usize::from(*kind)];
            count.told += 1;
            count.right += usize::from(right);
            count.exact += usize::from(message.spans.iter().any(|(gold, of)| gold == place && of == kind));
            alarm |= !right;
        }
        all.alarms += usize::from(alarm);
        for (gold, kind) in &message.spans {
            let count = &mut all.counts[usize::from(*kind)];
            count.gold += 1;
            count.found += usize::from(
                found.iter().any(|(place, of, p)| *p >= least && fits(*of, *kind) && overlap(place, gold)),
            );
        }
    }
    all
}

impl Measured {
    /// Percentages of a kind in ten bins of ten points, as is usual.
    #[must_use]
    pub fn bins(&self, kind: usize) -> Vec<Bin> {
        let cells = self.by_percent.get(kind).map(|cells| cells.as_slice()).unwrap_or_default();
        let bin = |(n, cells): (usize, &[[usize; 2]])| {
            cells.iter().enumerate().fold(Bin::default(), |bin, (i, [told, right])| {
                let promised = (10 * n + i) as f64 / 100.0;
                Bin {
                    told: bin.told + told,
                    right: bin.right + right,
                    promised: bin.promised + promised * *told as f64,
                    spread: bin.spread + promised * (1.0 - promised) * *told as f64,
                }
            })
        };
        cells.chunks(10).enumerate().map(bin).collect()
    }

    /// How far percentages are from what they promise, on average, in points: the expected calibration error of one kind.
    #[must_use]
    pub fn calibration_error(&self, kind: usize) -> f64 {
        self.on_average(kind, |bin| (bin.promised - bin.right as f64).abs())
    }

    /// What that error would be, expected, if each percentage were exactly true: few findings are never right as often as
    /// they should be. A bin of independent findings is off by the mean deviation of its (normal) distribution.
    #[must_use]
    pub fn calibration_error_of_truth(&self, kind: usize) -> f64 {
        self.on_average(kind, |bin| (bin.spread * core::f64::consts::FRAC_2_PI).sqrt())
    }

    /// By how many points more is promised than is right, over all findings of a kind.
    #[must_use]
    pub fn promised_too_much(&self, kind: usize) -> f64 {
        self.on_average(kind, |bin| bin.promised - bin.right as f64)
    }

    fn on_average(&self, kind: usize, of: impl Fn(&Bin) -> f64) -> f64 {
        let bins = self.bins(kind);
        let all: usize = bins.iter().map(|bin| bin.told).sum();
        if all == 0 { 0.0 } else { 100.0 * bins.iter().map(of).sum::<f64>() / all as f64 }
    }

    /// What a share is worth: for each kind and 64th the part that is right, never falling (pooled neighbours). The
    /// messages must have been measured with [`plain`](crate::export::plain) percentages.
    #[must_use]
    pub fn percents(&self) -> Percents {
        let mut percents = [[0; 64]; KINDS];
        for (percents, cells) in percents.iter_mut().zip(&self.by_percent) {
            // Pool adjacent violators; each bin starts with one finding that is as right as its share says.
            let mut pools: Vec<(f64, f64, usize)> = Vec::new();
            for (n, cell) in cells.iter().take(64).enumerate() {
                let share = (n as f64 + 0.5) / 64.0;
                pools.push((cell[0] as f64 + 1.0, cell[1] as f64 + share, 1));
                while let [.., a, b] = pools.as_slice() {
                    if a.1 / a.0 <= b.1 / b.0 {
                        break;
                    }
                    let both = (a.0 + b.0, a.1 + b.1, a.2 + b.2);
                    pools.truncate(pools.len() - 2);
                    pools.push(both);
                }
            }
            let values = pools
                .iter()
                .flat_map(|(told, right, bins)| core::iter::repeat_n((100.0 * right / told) as u8, *bins));
            percents.iter_mut().zip(values).for_each(|(place, value)| *place = value.clamp(1, 99));
        }
        percents
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_never_fall_and_tell_what_was_right() {
        let mut measured = Measured { by_percent: vec![[[0; 2]; 101]; KINDS], ..Measured::default() };
        measured.by_percent[0][60] = [1000, 900];
        measured.by_percent[0][61] = [1000, 700];
        measured.by_percent[0][30] = [1000, 300];
        let percents = measured.percents()[0];
        assert!(percents.is_sorted());
        // The two neighbours are pooled, with a little of the empty bins between.
        assert!(percents[60] == percents[61] && (79..=81).contains(&percents[60]), "{percents:?}");
        assert!((29..=31).contains(&percents[30]), "{percents:?}");
    }

    #[test]
    fn the_error_of_percentages_is_their_distance() {
        let mut measured = Measured { by_percent: vec![[[0; 2]; 101]; KINDS], ..Measured::default() };
        measured.by_percent[0][80] = [100, 60];
        assert!((measured.calibration_error(0) - 20.0).abs() < 1e-9);
        assert!((measured.promised_too_much(0) - 20.0).abs() < 1e-9);
        // A hundred findings of 0.80 are right 80 times, give or take four; the mean deviation is 0.8 of that.
        assert!((measured.calibration_error_of_truth(0) - 3.19).abs() < 0.01);
        assert!((measured.calibration_error(1), measured.calibration_error_of_truth(1)) == (0.0, 0.0));
    }
}
