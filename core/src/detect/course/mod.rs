//! A text that comes in pieces → findings, each as soon as nothing that follows can change it.
//!
//! Comes in: the text as far as it is there, without what is done with, again and again. Goes out: the findings that are
//! final, and up to where all of them are. It is the detection of whole texts, stage by stage, put down where the text
//! ends and taken up when there is more; so what it finds cannot depend on how the text was cut:
//!
//! ```text
//! blocks ─► settled ─► folded looks ─► field, countries ─► names read ─► names again ─► findings
//! ```
//!
//! Each stage has come so far that nothing before its frontier can change; the next one stays behind it. How far the first
//! may go is said in `ahead`: parsers look ahead at most `REACH` bytes, or to the end of a value that has no gap.
mod ahead;
mod home;
#[cfg(feature = "names")]
mod people;

use core::cmp::Reverse;

use super::candidate::{Candidate, Candidates};
use super::fold::{BESIDE, Places, leave_out_parts, look_at};
use super::known::Known;
use super::masks::{Masks, block_at, classify};
use super::own::Walked;
use super::scan::{Carry, Early, Scan, Skip};
use super::{Detector, Settings, resolve, rows};
use crate::catalog::entry::{Hints, REACH};
use crate::error::Error;
use crate::finding::Finding;
use crate::input::Input;
use crate::limits::Limits;
use crate::text::view::View;

/// The frontier of a text that has ended.
const END: usize = rows::WHOLE as usize;
/// What is kept before the first byte that is still worked on, beside `REACH`.
const BEFORE: usize = 64;

/// What is known of a text that goes on. Places are bytes of the part that is there.
pub(crate) struct Course {
    /// The first block that was not scanned, and what the scan carries over to it.
    base: usize,
    carry: Carry,
    skip: Skip,
    walked: Walked,
    pending: Candidates,
    own: Vec<Candidate>,
    unsettled: usize,
    early: Early,
    over: usize,
    /// Settled by the scan; those that what is pending may reach into, and whatever stands behind the frontier.
    scanned: Candidates,
    /// Places to be looked at again, and what was seen there.
    foldable: Places,
    folded: Candidates,
    /// What waits for folded looks.
    unfolded: Candidates,
    /// What the stages of the catalogue say.
    kept: Candidates,
    home: home::Home,
    #[cfg(feature = "names")]
    people: people::People,
    /// Up to where all findings are known.
    settled: usize,
    count: usize,
}

impl Course {
    /// The course of a text before whose first byte `known` was said.
    pub(crate) fn new(known: &Known) -> Self {
        Course {
            base: 0,
            carry: Carry::default(),
            skip: Skip::default(),
            walked: Walked::default(),
            pending: Candidates::new(),
            own: Vec::new(),
            unsettled: 0,
            early: Early::default(),
            over: 0,
            scanned: Candidates::new(),
            foldable: Places::default(),
            folded: Candidates::new(),
            unfolded: Candidates::new(),
            kept: Candidates::new(),
            home: home::Home::new(known.lands()),
            #[cfg(feature = "names")]
            people: people::People::new(known.memory()),
            settled: 0,
            count: 0,
        }
    }

    /// Every finding that starts before this byte was given out.
    pub(crate) fn settled(&self) -> usize {
        self.settled
    }

    /// The first byte that has to stay where it is: a block starts there.
    pub(crate) fn needed(&self) -> usize {
        let lists = [&self.pending, &self.scanned, &self.folded, &self.unfolded, &self.kept];
        let starts = lists.into_iter().flatten().chain(&self.own).map(|c| c.start as usize);
        let first = starts.chain(self.foldable.first().map(|at| at.saturating_sub(BESIDE))).min();
        let first = first.unwrap_or(self.base).min(self.base).min(self.settled);
        let first = self.home.needed().map_or(first, |home| home.min(first));
        #[cfg(feature = "names")]
        let first = first.min(self.people.needed());
        first.saturating_sub(REACH + BEFORE) / 64 * 64
    }

    /// The first `count` bytes are gone, whole blocks.
    pub(crate) fn forget(&mut self, count: usize) {
        self.base -= count.min(self.base);
        self.carry.open.forget(count);
        self.skip.forget(count);
        self.walked.forget(count);
        for list in
            [&mut self.pending, &mut self.scanned, &mut self.folded, &mut self.unfolded, &mut self.kept]
        {
            forget(list, count);
        }
        forget(&mut self.own, count);
        self.foldable.forget(count);
        self.home.forget(count);
        #[cfg(feature = "names")]
        self.people.forget(count);
        self.settled = self.settled.saturating_sub(count);
    }

    /// Scans the blocks about which everything is there. Gives the frontier: what starts before it is unfolded.
    fn scan(&mut self, view: View<'_>, told: Told<'_>, ended: bool) -> usize {
        let until = if ended { END } else { ahead::limit(view, self.base) };
        let Told { settings, path, hints } = told;
        let mut scan = Scan::new(view, settings, path, hints, false);
        core::mem::swap(&mut scan.pending, &mut self.pending);
        core::mem::swap(&mut scan.own, &mut self.own);
        core::mem::swap(&mut scan.kept, &mut self.scanned);
        core::mem::swap(&mut scan.foldable, &mut self.foldable);
        (scan.unsettled, scan.early, scan.over, scan.skip) =
            (self.unsettled, self.early, self.over, self.skip);
        let stop = if ended { view.len() } else { until / 64 * 64 };
        if let Some(plan) = &settings.own {
            scan.find_own_before(plan, path, stop, &mut self.walked);
        }
        let bytes = view.bytes();
        let mut this = classify(&block_at(bytes, self.base));
        while self.base < stop {
            let last = self.base + 64 >= view.len();
            let next = if last { Masks::default() } else { classify(&block_at(bytes, self.base + 64)) };
            scan.block(self.base, &this, &next, &mut self.carry);
            if !last && scan.pending_in_time() >= scan.unsettled + resolve::MOST {
                scan.settle(self.base);
            }
            self.base += 64;
            this = next;
        }
        let mut frontier = END;
        if ended {
            let mut own = core::mem::take(&mut scan.own);
            scan.pending.extend(own.drain(..));
            scan.settle(usize::MAX);
        } else {
            scan.settle_early(self.base);
            let waiting = scan.pending.iter().chain(&scan.own).map(|c| c.start as usize).min();
            frontier = self.base.saturating_sub(REACH).min(waiting.unwrap_or(END));
        }
        core::mem::swap(&mut scan.pending, &mut self.pending);
        core::mem::swap(&mut scan.own, &mut self.own);
        core::mem::swap(&mut scan.kept, &mut self.scanned);
        core::mem::swap(&mut scan.foldable, &mut self.foldable);
        (self.unsettled, self.early, self.over, self.skip) =
            (scan.unsettled, scan.early, scan.over, scan.skip);
        let unfolded = &mut self.unfolded;
        self.scanned.retain(|c| {
            let done = c.end as usize <= frontier;
            if done {
                unfolded.push(*c);
            }
            !done
        });
        self.scanned.iter().map(|c| c.start as usize).fold(frontier, usize::min)
    }

    /// Looks again where the scan saw a need, as far as all is settled there. Gives the frontier of what is kept.
    fn fold(&mut self, view: View<'_>, told: Told<'_>, mut frontier: usize) -> usize {
        let Told { settings, path, hints } = told;
        let mut found = Candidates::new();
        self.foldable.take_while(|(first, last)| {
            let done = frontier == END || last + BESIDE < frontier;
            if done {
                look_at(view, (first, last), settings, path, hints, &mut found);
            }
            done
        });
        leave_out_parts(&mut found, &mut self.unfolded);
        self.folded.append(&mut found);
        if let Some(first) = self.foldable.first() {
            frontier = frontier.min(first.saturating_sub(BESIDE));
        }
        let lists = (&mut self.unfolded, &mut self.folded);
        rows::settle_rows(view, lists, frontier as u32, &mut self.kept) as usize
    }
}

/// What detection is told beside the text.
#[derive(Clone, Copy)]
struct Told<'s> {
    settings: &'s Settings,
    path: &'s str,
    hints: Hints,
}

fn forget(list: &mut [Candidate], count: usize) {
    for c in list {
        c.start = c.start.saturating_sub(count as u32);
        c.end = c.end.saturating_sub(count as u32);
    }
}

impl Detector {
    /// Whether a function or model of the host's looks at each text as a whole.
    pub(crate) fn calls_back(&self) -> bool {
        self.settings.own.as_ref().is_some_and(|plan| plan.calls_back())
    }

    /// Goes on with a text of which `input` is what is there; `ended` says that this is the last of it. Gives the findings
    /// that are final now and were not before, in their order, at places of this part.
    pub(crate) fn go_on(
        &self,
        course: &mut Course,
        input: &Input<'_>,
        limits: &Limits,
        ended: bool,
    ) -> Result<Vec<Finding>, Error> {
        let text = input.text();
        let view = View::new(text);
        let hints = Hints::new(input.today_hint(), input.region_hint());
        let told = Told { settings: &self.settings, path: input.path_hint(), hints };
        let frontier = course.scan(view, told, ended);
        let frontier = course.fold(view, told, frontier);
        let frontier = course.home.find(text, told, &mut course.kept, frontier, ended);
        #[cfg(feature = "names")]
        let (frontier, mut kept) = match self.settings.names {
            true => course.people.find(text, told, &mut course.home.kept, frontier, ended),
            false => (frontier, core::mem::take(&mut course.home.kept)),
        };
        #[cfg(not(feature = "names"))]
        let mut kept = core::mem::take(&mut course.home.kept);
        course.settled = frontier.min(text.len()).max(course.settled);
        kept.retain(|c| !c.is_benign());
        course.count += kept.len();
        if course.count > limits.findings() {
            return Err(Error::Limit { what: "findings", actual: course.count, limit: limits.findings() });
        }
        kept.sort_by_key(|c| (c.start, Reverse(c.end), Reverse(c.score), c.entry));
        Ok(kept.iter().map(|c| self.finding(c, text)).collect())
    }
}
