//! Overlaps → one finding a place, by written precedence.
//!
//! Candidates come roughly in order; those that touch form a cluster, and each cluster is settled as soon as nothing
//! later can reach it. A cluster is cut at `MOST` candidates, so that hostile text stays linear.
use super::candidate::{Candidate, Candidates};
use crate::text::view::View;

/// The most candidates settled together.
pub(super) const MOST: usize = 64;

/// Why a candidate was not kept.
#[derive(Clone, Copy, Debug)]
pub(super) enum Lost {
    /// To another candidate, whose entry this is.
    To(u16),
    /// To a benign twin, whose entry this is.
    Twin(u16),
}

/// Settles `cluster`: the best first; each next one is kept whole, kept nested, cut to what is still uncovered, or
/// lost. No byte of an accepted candidate stays uncovered unless a benign twin holds it. The last `over` of `kept` reach
/// into the cluster from one that was cut off before it; what they take is taken.
pub(super) fn settle(
    view: View<'_>,
    cluster: &mut [Candidate],
    over: usize,
    kept: &mut Candidates,
    mut lost: impl FnMut(&Candidate, Lost),
) {
    if let ([only], 0) = (&*cluster, over) {
        kept.push(*only);
        return;
    }
    cluster.sort_unstable_by(|a, b| {
        if a.beats(b) { core::cmp::Ordering::Less } else { core::cmp::Ordering::Greater }
    });
    let first = kept.len() - over;
    for &candidate in cluster.iter() {
        if is_part_of_claim(&candidate, cluster) {
            lost(&candidate, Lost::To(candidate.entry));
        } else {
            place(view, candidate, first, kept, &mut lost);
        }
    }
}

/// Whether the writer calls a longer number so of which this, grouped in no usual way, is a part that passes by chance:
/// `card 7907 6743 9052 6467` ends in twelve digits that could be a card.
fn is_part_of_claim(candidate: &Candidate, cluster: &[Candidate]) -> bool {
    let holds = |other: &Candidate| {
        other.claimed
            && other.entry == candidate.entry
            && other.length() > candidate.length()
            && other.holds(candidate)
    };
    !candidate.exact && !candidate.claimed && cluster.iter().any(holds)
}

/// Settles newcomers against what was kept before them: all of them stand in `kept`, in any order.
pub(super) fn settle_all(view: View<'_>, kept: &mut Candidates) {
    kept.sort_by_key(|c| (c.start, c.end, c.entry));
    let mut all = core::mem::take(kept);
    let mut rest: &mut [Candidate] = &mut all;
    let mut over = 0;
    while let Some(first) = rest.first() {
        let (mut end, mut count) = (first.end.max(reach(kept, over)), 1);
        while let Some(next) = rest.get(count).filter(|c| c.start < end && count < MOST) {
            end = end.max(next.end);
            count += 1;
        }
        let (cluster, others) = rest.split_at_mut(count);
        let first = kept.len() - over;
        settle(view, cluster, over, kept, |_, _| {});
        over = reaching(kept, first, others.first().filter(|c| c.start < end).map(|c| c.start));
        rest = others;
    }
}

/// Puts those of `kept[first..]` last that reach beyond `at`, where a cut row goes on; gives how many they are.
pub(super) fn reaching(kept: &mut [Candidate], first: usize, at: Option<u32>) -> usize {
    let (Some(at), Some(row)) = (at, kept.get_mut(first..)) else { return 0 };
    row.sort_by_key(|c| c.end > at);
    row.iter().rev().take_while(|c| c.end > at).count()
}

/// Where the farthest of the last `over` of `kept` ends.
pub(super) fn reach(kept: &[Candidate], over: usize) -> u32 {
    kept.iter().rev().take(over).map(|c| c.end).max().unwrap_or(0)
}

/// Up to this many pieces of a candidate can stay uncovered.
const PIECES: usize = 4;

/// What is left of a candidate beside those that were kept before it.
enum Left {
    Whole,
    Lost(Lost),
    Pieces([(u32, u32); PIECES], u16),
}

fn place(
    view: View<'_>,
    candidate: Candidate,
    first: usize,
    kept: &mut Candidates,
    lost: &mut impl FnMut(&Candidate, Lost),
) {
    let before = kept.get_mut(first..).unwrap_or(&mut []);
    let mut left = beside(&candidate, before, true);
    if matches!(left, Left::Pieces(..)) {
        left = beside(&candidate, before, false); // only a whole one can hold others
    }
    match left {
        Left::Whole => kept.push(candidate),
        Left::Lost(to) => lost(&candidate, to),
        Left::Pieces(pieces, winner) => {
            let mut some = false;
            for (start, end) in pieces {
                let (start, end) = trimmed(view, start as usize, end as usize);
                if start < end {
                    kept.push(Candidate { start: start as u32, end: end as u32, ..candidate });
                    some = true;
                }
            }
            if !some {
                lost(&candidate, Lost::To(winner));
            }
        }
    }
}

fn beside(candidate: &Candidate, kept: &mut [Candidate], may_nest: bool) -> Left {
    let mut pieces = [(0u32, 0u32); PIECES];
    if let Some(piece) = pieces.first_mut() {
        *piece = (candidate.start, candidate.end);
    }
    let mut winner = None;
    for other in kept.iter_mut().filter(|other| candidate.overlaps(other)) {
        let nests = may_nest && candidate.length() != other.length();
        if nests
            && (other.holds_others() && other.holds(candidate)
                || candidate.holds_others() && candidate.holds(other))
        {
            continue;
        }
        if other.is_benign() {
            if other.holds(candidate) && !candidate.is_own() {
                return Left::Lost(Lost::Twin(other.entry));
            }
            continue; // a twin that covers a part says nothing of the rest, and none knows a user's own data
        }
        if candidate.is_benign() {
            if candidate.holds(other) {
                other.twin = candidate.entry;
            }
            return Left::Lost(Lost::To(other.entry));
        }
        winner = Some(other.entry);
        let mut left = [(0u32, 0u32); PIECES];
        let mut places = left.iter_mut();
        for (start, end) in pieces {
            for piece in [(start, end.min(other.start)), (start.max(other.end), end)] {
                if piece.0 < piece.1
                    && let Some(place) = places.next()
                {
                    *place = piece;
                }
            }
        }
        pieces = left;
    }
    match winner {
        None => Left::Whole,
        Some(winner) => Left::Pieces(pieces, winner),
    }
}

/// Without the spaces and signs at its ends; empty where it holds no letter or digit.
fn trimmed(view: View<'_>, mut start: usize, mut end: usize) -> (usize, usize) {
    let wordy = |b: u8| b.is_ascii_alphanumeric() || b >= 0x80;
    while start < end && !wordy(view.at(start)) {
        start += 1;
    }
    while end > start && !wordy(view.before(end)) {
        end -= 1;
    }
    (start, end)
}
