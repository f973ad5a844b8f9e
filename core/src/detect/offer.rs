//! What was found → candidates → what is kept.
//!
//! Comes in: what a parser or a shape found. Weighed by the words near it, tried against the twins, and settled with its
//! neighbours as soon as nothing later can reach them.
use super::calls::{CANDIDATE, RIVAL};
use super::candidate::{Candidate, NONE, Support, weigh};
use super::resolve::{self, Lost};
use super::scan::{Early, Scan};
use super::tables::Entries;
use super::trace::Reason;
use crate::catalog::CATALOG;
use crate::catalog::entry::{Found, Probe, REACH};
use crate::finding::{ContextKind, Folding, Verdict};
use crate::text::hashed::is_hash;

impl Scan<'_, '_> {
    /// Weighs what a parser found.
    pub(super) fn take(&mut self, entry: u16, found: Found) {
        let Some(definition) = CATALOG.get(usize::from(entry)) else { return };
        let (mut support, mut context) = (Support::Nothing, ContextKind::None);
        if found.cued {
            (support, context) = (Support::Nearest, ContextKind::Cue);
        } else if !definition.context.is_empty() {
            let only = single(entry);
            let (_, s, c) = self.near.support(self.view, found.start, found.end, &only);
            // A hint counts for nothing where no check holds.
            if s != Support::Hinted || found.verdict == Verdict::Valid {
                (support, context) = (s, c);
            }
        }
        if found.weak && context == ContextKind::None {
            self.drop_with(entry, found.start, found.end, Reason::NoContext);
            return;
        }
        // As with shapes: what fails its check is kept as the writer's claim, where the words before it call it so.
        let claimed = found.verdict == Verdict::Invalid;
        if claimed && matches!(context, ContextKind::None | ContextKind::After) {
            self.drop_with(entry, found.start, found.end, Reason::CheckFailed);
            return;
        }
        self.offer(Candidate {
            start: found.start as u32,
            end: found.end as u32,
            entry,
            support: if claimed { Support::Nothing } else { support },
            verdict: found.verdict,
            exact: true,
            score: weigh(found.score.unwrap_or(definition.score), found.verdict, context, claimed),
            context,
            claimed,
            specimen: found.specimen,
            folding: Folding::Plain,
            others: [NONE; 3],
            twin: NONE,
        });
    }

    /// Takes a candidate that passed its own test: unless it is too unsure, it goes on to be settled, with its rivals.
    pub(super) fn offer(&mut self, candidate: Candidate) {
        let (start, end) = (candidate.start as usize, candidate.end as usize);
        if candidate.is_benign() {
            self.put(candidate);
            return;
        }
        if candidate.score < self.settings.minimum {
            self.drop_with(candidate.entry, start, end, Reason::BelowMinimum);
            return;
        }
        if is_hash(self.view, start, end) {
            self.drop_with(candidate.entry, start, end, Reason::Hash);
            return;
        }
        for template in &self.settings.templates {
            if template.around(self.view, start, end).is_some() {
                self.drop_with(candidate.entry, start, end, Reason::Template);
                return;
            }
        }
        let probe = Probe { view: self.view, at: start, end, hints: self.hints };
        for &(twin, parser) in CANDIDATE.list() {
            if self.settings.is_on(twin) && parser(&probe).is_some() {
                self.drop_with(candidate.entry, start, end, Reason::Twin(twin));
                return;
            }
        }
        self.put(candidate);
        if candidate.context != ContextKind::Cue {
            for &(entry, parser) in RIVAL.list() {
                if self.settings.is_on(entry) && parser(&probe).is_some() {
                    self.put(Candidate {
                        entry,
                        support: Support::Nearest,
                        verdict: Verdict::Unknown,
                        exact: true,
                        score: 60,
                        context: ContextKind::Cue,
                        claimed: false,
                        specimen: false,
                        ..candidate
                    });
                }
            }
        }
    }

    /// Puts a candidate in its place among those that wait: nearly always last or next to last, and so there is mostly
    /// nothing to sort when they are settled.
    #[inline(always)]
    fn put(&mut self, candidate: Candidate) {
        let last = self.pending.last();
        let behind = last.is_none_or(|last| in_order(last) <= in_order(&candidate));
        self.pending.push(candidate);
        if !behind {
            self.move_back();
        }
    }

    #[inline(never)]
    fn move_back(&mut self) {
        let (mut at, mut steps) = (self.pending.len() - 1, 0);
        while let Some([before, this]) = self.pending.get_mut(at.wrapping_sub(1)..=at)
            && steps < STEPS
            && in_order(this) < in_order(before)
        {
            core::mem::swap(before, this);
            (at, steps) = (at - 1, steps + 1);
        }
    }

    /// Settles the clusters that end well before `base`; nothing found from there on can reach them.
    #[inline(always)]
    pub(super) fn settle(&mut self, base: usize) {
        if !self.pending.is_empty() {
            self.settle_pending(base);
        }
    }

    #[inline(never)]
    fn settle_pending(&mut self, base: usize) {
        self.take_own_before(base);
        // Most texts are short, with nothing that overlaps: then what was found is what is kept.
        if base == usize::MAX && self.kept.is_empty() && self.pending.is_sorted_by(|a, b| a.end <= b.start) {
            core::mem::swap(&mut self.kept, &mut self.pending);
            return;
        }
        // The user's own are all known up to here, so that any number of them may wait.
        let own = self.settings.own.as_ref().map_or(0, |_| self.count_own());
        self.settle_clusters(base, 4 * resolve::MOST + own + self.early.own);
        self.unsettled = self.pending.len();
        self.early = Early::default();
    }

    /// Settles what is complete before `base` and nothing else, ahead of its time: what is settled later is the same as if
    /// this was never called.
    pub(super) fn settle_early(&mut self, base: usize) {
        let (before, own) = (self.pending.len(), self.settings.own.is_some());
        self.take_own_before(base);
        let taken = self.pending.len() - before;
        let own_before = if own { self.count_own() } else { 0 };
        let waiting = self.pending.len();
        self.settle_clusters(base, usize::MAX);
        let own_after = if own { self.count_own() } else { 0 };
        // Without this call the user's own would not be pending yet, and what is settled would be.
        self.early.gone += waiting - self.pending.len();
        self.early.taken += taken;
        self.early.own += own_before - own_after;
    }

    /// How many would be pending, had nothing been settled early.
    #[inline(always)]
    pub(super) fn pending_in_time(&self) -> usize {
        self.pending.len() + self.early.gone - self.early.taken
    }

    fn count_own(&self) -> usize {
        self.pending.iter().filter(|c| c.is_own()).count()
    }

    /// Takes up the user's own before `base`, and puts all that is pending in order.
    fn take_own_before(&mut self, base: usize) {
        while let Some(own) = self.own.pop_if(|c| (c.start as usize) < base) {
            self.pending.push(own);
        }
        if !self.pending.is_sorted_by_key(in_order) {
            self.pending.sort_unstable_by_key(in_order);
        }
    }

    /// Settles the clusters that end well before `base`; as many as `most` candidates may wait for more.
    fn settle_clusters(&mut self, base: usize, most: usize) {
        let mut pending = core::mem::take(&mut self.pending);
        let safe = base.saturating_sub(REACH);
        let mut rest: &mut [Candidate] = &mut pending;
        loop {
            let reached = resolve::reach(&self.kept, self.over);
            let mut end = rest.first().map_or(0, |c| c.end.max(reached));
            let mut count = usize::from(!rest.is_empty());
            while let Some(next) = rest.get(count).filter(|c| c.start < end && count < resolve::MOST) {
                end = end.max(next.end);
                count += 1;
            }
            if count == 0 || end as usize >= safe && rest.len() < most && base != usize::MAX {
                break;
            }
            let (cluster, others) = rest.split_at_mut(count);
            let (view, trace) = (self.view, &mut self.trace);
            let first = self.kept.len() - self.over;
            resolve::settle(view, cluster, self.over, &mut self.kept, |loser, to| {
                if let Some(trace) = trace {
                    let reason = match to {
                        Lost::To(winner) => Reason::LostTo(winner),
                        Lost::Twin(twin) => Reason::Twin(twin),
                    };
                    trace.drop_with(loser.entry, loser.start as usize, loser.end as usize, reason);
                }
            });
            // A row that is cut here: what reaches over the cut stands against the rest of it, too.
            let goes_on = others.first().filter(|next| next.start < end).map(|next| next.start);
            self.over = resolve::reaching(&mut self.kept, first, goes_on);
            rest = others;
        }
        let left = rest.len();
        let done = pending.len() - left;
        pending.drain(..done);
        self.pending = pending;
    }

    pub(super) fn drop_with(&mut self, entry: u16, start: usize, end: usize, reason: Reason) {
        if let Some(trace) = &mut self.trace {
            trace.drop_with(entry, start, end, reason);
        }
    }
}

/// How far a new candidate is moved back at most; what is farther out of order is sorted with all others.
const STEPS: usize = 8;

/// The order in which candidates are settled: by start, end and entry.
#[inline(always)]
fn in_order(c: &Candidate) -> (u64, u16) {
    (u64::from(c.start) << 32 | u64::from(c.end), c.entry)
}

/// The set of one entry.
pub(super) fn single(entry: u16) -> Entries {
    let mut set = Entries::default();
    if let Some(word) = set.get_mut(usize::from(entry) / 64) {
        *word = 1 << (entry % 64);
    }
    set
}
