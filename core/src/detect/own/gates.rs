//! All patterns and shapes of a user in one table: which of them may begin at a place.
//!
//! A row for each of the first bytes holds, for every value of that byte, the set of patterns that admit it. ANDed
//! together they leave the few that are worth a try, and at nearly every place none after two bytes. One pattern costs
//! as much as sixty-four.
use crate::recognizer::{Beginning, SEEN};
use crate::text::view::View;

/// Patterns of one table.
pub(super) const TOGETHER: usize = 64;
/// The value that stands for the end of the text.
const END: usize = 256;

/// Up to sixty-four patterns.
#[derive(Clone)]
pub(super) struct Gate {
    rows: Box<[[u64; END + 1]; SEEN]>,
}

impl Gate {
    pub(super) fn of<'b>(beginnings: impl Iterator<Item = &'b Beginning>) -> Self {
        let mut rows = Box::new([[0; END + 1]; SEEN]);
        for (bit, beginning) in beginnings.take(TOGETHER).enumerate() {
            for (n, row) in rows.iter_mut().enumerate() {
                for (value, set) in row.iter_mut().enumerate() {
                    let admitted = match u8::try_from(value) {
                        Ok(byte) => beginning.admits(n, byte),
                        Err(_) => beginning.may_be_over(n),
                    };
                    *set |= u64::from(admitted) << bit;
                }
            }
        }
        Gate { rows }
    }

    /// The patterns that may begin at `at`.
    #[inline(always)]
    #[expect(clippy::indexing_slicing, reason = "n is below SEEN, a byte below END")]
    pub(super) fn at(&self, view: View<'_>, at: usize) -> u64 {
        let Some(bytes) = view.bytes().get(at..).and_then(|rest| rest.first_chunk::<SEEN>()) else {
            return self.at_the_end(view, at);
        };
        let mut set = self.rows[0][usize::from(bytes[0])] & self.rows[1][usize::from(bytes[1])];
        if set == 0 {
            return 0;
        }
        for n in 2..SEEN {
            set &= self.rows[n][usize::from(bytes[n])];
        }
        set
    }

    #[inline(never)]
    fn at_the_end(&self, view: View<'_>, at: usize) -> u64 {
        let value = |i: usize| view.bytes().get(i).map_or(END, |b| usize::from(*b));
        let sets =
            self.rows.iter().enumerate().map(|(n, row)| row.get(value(at + n)).copied().unwrap_or_default());
        sets.fold(u64::MAX, |set, row| set & row)
    }

    /// Whether some pattern may begin with one of `bytes`.
    pub(super) fn begins_with(&self, mut bytes: impl Iterator<Item = u8>) -> bool {
        bytes.any(|b| self.rows.first().and_then(|row| row.get(usize::from(b))).is_some_and(|set| *set != 0))
    }
}
