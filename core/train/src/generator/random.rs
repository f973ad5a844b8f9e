//! Random numbers: a seed goes in, the same numbers come out on every machine.

/// SplitMix64 of Steele, Lea and Flood (2014): one state, no bad seeds.
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

impl Random {
    /// The numbers of one message.
    pub(super) fn of(seed: u64, number: u64) -> Self {
        let mut random = Random(seed ^ number.wrapping_mul(0xd1b5_4a32_d192_ed03));
        random.next();
        random
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 where `bound` is 0.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as u64
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// True in so many of a hundred cases.
    pub(super) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub(super) fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len() as u64) as usize)
    }

    /// One of several words; the empty word where there is none.
    pub(super) fn word<'a>(&mut self, of: &[&'a str]) -> &'a str {
        self.pick(of).copied().unwrap_or_default()
    }

    /// The place of one of several that have weights, which are given as running totals.
    pub(super) fn weighted(&mut self, totals: &[u64]) -> usize {
        let drawn = self.below(totals.last().copied().unwrap_or(0));
        totals.partition_point(|total| *total <= drawn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_sequence() {
        // The first outputs of SplitMix64 for state 1234567, as the Rosetta Code task on it gives them.
        let mut random = Random(1_234_567);
        let expected = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        assert_eq!(expected, [random.next(), random.next(), random.next()]);
    }

    #[test]
    fn weights_are_shares() {
        let mut random = Random(5);
        let mut counts = [0u32; 3];
        for _ in 0..9000 {
            counts[random.weighted(&[1, 1, 3])] += 1;
        }
        assert_eq!(counts[1], 0, "nothing between two equal totals");
        assert!((2700..3300).contains(&counts[0]) && (5700..6300).contains(&counts[2]), "{counts:?}");
    }

    #[test]
    fn bounds_are_reached_and_kept() {
        let mut random = Random(9);
        let drawn: std::collections::BTreeSet<u64> = (0..200).map(|_| random.between(3, 6)).collect();
        assert_eq!(drawn.into_iter().collect::<Vec<_>>(), [3, 4, 5, 6]);
        assert_eq!((random.below(0), random.pick::<u8>(&[])), (0, None));
    }
}
