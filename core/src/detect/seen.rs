//! What a model sees → candidates, settled with what the catalogue found.
//!
//! Comes in: places with a type and a score, once the scan is through and what it found is settled. The written
//! precedence between what the engine found and a model, its own or the host's:
//!
//! 1. Where both see the same type and overlap, the value is what either of them covers, with the engine's evidence and
//!    the higher score.
//! 2. A postal code or place inside an address is part of the address.
//! 3. In all else a model's word counts like a form that nothing speaks for, so that a cue, a check that passed and a
//!    longer value win, and what they leave uncovered stays (see `candidate`). A benign twin wins as always.
use super::Settings;
use super::candidate::{Candidate, NONE, Support};
use super::rows;
use super::scan::Scan;
use crate::catalog::entry::REACH;
use crate::catalog::{CATALOG, COUNT};
use crate::entity::EntityType;
use crate::finding::{ContextKind, Folding, Verdict};
use crate::recognizer::Seen;
use crate::text::view::View;

/// How many newcomers are looked at for one that touches another.
const LAST: usize = 64;

pub(super) const LOCATION: u16 = number("LOCATION");
pub(super) const ADDRESS: u16 = number("STREET_ADDRESS");
pub(super) const POSTAL_CODE: u16 = number("POSTAL_CODE");

/// The number of an entry of the catalogue; one that is not there does not compile.
pub(super) const fn number(id: &str) -> u16 {
    let mut n = 0;
    while n < COUNT {
        #[expect(clippy::indexing_slicing, reason = "n is below the length; computed when compiling")]
        if same(CATALOG[n].id.as_bytes(), id.as_bytes()) {
            return n as u16;
        }
        n += 1;
    }
    #[expect(clippy::panic, reason = "computed when compiling")]
    {
        panic!("no such entry")
    }
}

const fn same(mut a: &[u8], mut b: &[u8]) -> bool {
    while let (Some((x, more)), Some((y, others))) = (a.split_first(), b.split_first()) {
        if *x != *y {
            return false;
        }
        (a, b) = (more, others);
    }
    a.is_empty() && b.is_empty()
}

impl Settings {
    /// The number of a type that a model may give, if it is looked for.
    pub(super) fn wanted(&self, entity: &EntityType) -> Option<u16> {
        match CATALOG.iter().position(|entry| entry.id == entity.name()) {
            Some(n) => Some(n as u16).filter(|n| self.is_on(*n)),
            None => self.own.as_ref().and_then(|plan| plan.number(entity)),
        }
    }
}

impl Scan<'_, '_> {
    /// Takes what a model of the host's sees.
    pub(super) fn take_seen(&mut self, seen: &[Seen]) {
        self.sort_kept();
        let mut seen: Vec<&Seen> = seen.iter().collect();
        seen.sort_by_key(|one| (one.span().start(), one.span().end()));
        for one in seen {
            if let Some(entry) = self.settings.wanted(one.entity_type()) {
                let (start, end) = (one.span().start(), one.span().end());
                self.take_read(entry, start, end, one.score().percent(), ContextKind::Model);
            }
        }
        self.settle_newcomers();
    }

    /// Takes what a model reads at `start..end`, together with what was found at the same place.
    pub(super) fn take_read(
        &mut self,
        entry: u16,
        start: usize,
        end: usize,
        score: u8,
        context: ContextKind,
    ) {
        if end - start > REACH {
            return;
        }
        let own = Candidate {
            start: start as u32,
            end: end as u32,
            entry,
            support: Support::Nothing,
            verdict: Verdict::Unknown,
            exact: true,
            score,
            context,
            claimed: false,
            specimen: false,
            folding: Folding::Plain,
            others: [NONE; 3],
            twin: NONE,
        };
        if score < self.settings.minimum {
            return self.offer(own); // where it is written down why it is not kept
        }
        let joined = self.joined(own);
        if joined.context == context { self.offer(joined) } else { self.pending.push(joined) }
    }

    /// A candidate with those it swallows, which are kept no longer.
    fn joined(&mut self, own: Candidate) -> Candidate {
        let mut all = own;
        let view = self.view;
        let part = |c: &Candidate| {
            c.entry == own.entry && c.overlaps(&own)
                || own.entry == ADDRESS && matches!(c.entry, POSTAL_CODE | LOCATION) && own.holds(c)
        };
        for c in self.around_mut(own.start as usize, own.end as usize).filter(|c| part(c)) {
            (all.start, all.end) = both(view, &all, c);
            if (c.support, c.verdict) >= (all.support, all.verdict) {
                (all.support, all.verdict, all.context) = (c.support, c.verdict, c.context);
                all.claimed = c.claimed;
            }
            all.score = all.score.max(c.score);
            c.entry = NONE; // gone with the next settling
        }
        all
    }

    /// Puts what is kept in order, for `around`.
    pub(super) fn sort_kept(&mut self) {
        if !self.kept.is_sorted_by_key(|c| c.start) {
            self.kept.sort_by_key(|c| (c.start, c.end, c.entry));
        }
        self.longest = self.kept.iter().map(Candidate::length).max().unwrap_or(0);
    }

    /// What was found that may touch `start..end`, the bytes before and behind it: a part of what is kept, which must be
    /// in order, and the last newcomers. Bounded, so that a text full of names stays linear.
    #[cfg(feature = "names")]
    pub(super) fn around(&self, start: usize, end: usize) -> impl Iterator<Item = &Candidate> {
        let range = self.around_range(start, end);
        let kept = self.kept.get(range).unwrap_or_default().iter();
        kept.chain(self.pending.iter().rev().take(LAST)).filter(|c| c.entry != NONE)
    }

    fn around_mut(&mut self, start: usize, end: usize) -> impl Iterator<Item = &mut Candidate> {
        let range = self.around_range(start, end);
        let kept = self.kept.get_mut(range).unwrap_or_default().iter_mut();
        kept.chain(self.pending.iter_mut().rev().take(LAST)).filter(|c| c.entry != NONE)
    }

    fn around_range(&self, start: usize, end: usize) -> core::ops::Range<usize> {
        let first = self.kept.partition_point(|c| ((c.start + self.longest) as usize) < start);
        first..self.kept.partition_point(|c| c.start as usize <= end).max(first)
    }

    /// Settles what is pending against what was kept.
    pub(super) fn settle_newcomers(&mut self) {
        if !self.pending.is_empty() {
            let mut pending = core::mem::take(&mut self.pending);
            rows::settle_among(self.view, &mut self.kept, &mut pending);
            self.sort_kept();
        }
    }
}

/// The place that a model and a rule cover together. What the model adds to an address must look like a part of one: a
/// digit, a capital, or something behind a comma or a line break; the rule knows better where a street ends.
fn both(view: View<'_>, model: &Candidate, rule: &Candidate) -> (u32, u32) {
    let (mut start, mut end) = (model.start.min(rule.start), model.end.max(rule.end));
    if rule.entry == ADDRESS && rule.context != ContextKind::Model {
        let tells = |from: u32, to: u32| {
            let added = view.slice(from as usize, to as usize);
            let listed = matches!(added.iter().find(|b| **b != b' '), Some(b',' | b'\n'));
            listed || added.iter().any(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
        };
        if !tells(start, rule.start) {
            start = rule.start;
        }
        if !tells(rule.end, end) {
            end = rule.end;
        }
    }
    (start, end)
}
