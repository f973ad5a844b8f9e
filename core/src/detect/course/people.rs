//! The stages of the name model in a text that goes on.
//!
//! Comes in: what the catalogue has settled, and up to where. Goes out: what is final when names were read, and when the
//! words of names were met again. The same steps as for a whole text (`detect/names.rs`), each behind the one before.
use std::collections::VecDeque;

use super::{END, Told};
use crate::detect::candidate::{Candidate, Candidates};
use crate::detect::names::{NEAR, PERSON, learn};
use crate::detect::rows;
use crate::detect::scan::Scan;
use crate::model::{Again, Memory, Model, Named, Paused};
use crate::text::view::View;

/// How far before a name what was found is looked at, in bytes.
const BEFORE: usize = 64;

/// Names of a text that goes on.
pub(super) struct People {
    paused: Paused,
    /// Read, and not yet compared with what stands around.
    named: VecDeque<Named>,
    /// Taken, and not yet settled.
    taken: Candidates,
    /// Settled with the names that were read; waits for words of names that come again.
    kept: Candidates,
    memory: Memory,
    again: Again,
    /// Words that came again, not yet settled.
    met: Candidates,
}

impl People {
    pub(super) fn new(memory: &Memory) -> Self {
        People {
            paused: Paused::default(),
            named: VecDeque::new(),
            taken: Candidates::new(),
            kept: Candidates::new(),
            memory: memory.clone(),
            again: Again::default(),
            met: Candidates::new(),
        }
    }

    /// The first byte that is still worked on.
    pub(super) fn needed(&self) -> usize {
        let lists = [&self.taken, &self.kept, &self.met];
        let starts = lists.into_iter().flatten().map(|c| c.start as usize);
        let places = [Some(self.paused.held()), self.named.front().map(|named| named.start)];
        let again = self.again.place();
        starts.chain(places.into_iter().flatten()).chain(again).min().unwrap_or(0)
    }

    pub(super) fn forget(&mut self, count: usize) {
        self.paused.forget(count);
        for named in &mut self.named {
            named.start = named.start.saturating_sub(count);
            named.end = named.end.saturating_sub(count);
        }
        for list in [&mut self.taken, &mut self.kept, &mut self.met] {
            super::forget(list, count);
        }
        self.memory.forget(count);
        self.again.forget(count);
    }

    /// Takes what the catalogue has `settled` before `frontier`; gives what is final, and up to where.
    pub(super) fn find(
        &mut self,
        text: &str,
        told: Told<'_>,
        settled: &mut Candidates,
        frontier: usize,
        ended: bool,
    ) -> (usize, Candidates) {
        let Some(model) = Model::shipped() else { return (frontier, core::mem::take(settled)) };
        let named = &mut self.named;
        model.find_more(text, &mut self.paused, ended, |one| named.push_back(one));
        let frontier = self.read(text, model, told, settled, frontier, ended);
        self.meet_again(text, model, told, frontier, ended)
    }

    /// Takes the names that were read, and settles them with what the catalogue says.
    fn read(
        &mut self,
        text: &str,
        model: &Model<'_>,
        told: Told<'_>,
        settled: &mut Candidates,
        frontier: usize,
        ended: bool,
    ) -> usize {
        let view = View::new(text);
        let mut scan = Scan::new(view, told.settings, told.path, told.hints, false);
        core::mem::swap(&mut scan.kept, settled);
        core::mem::swap(&mut scan.pending, &mut self.taken);
        scan.sort_kept();
        while let Some(named) = self.named.front().filter(|one| ended || one.end + 2 * NEAR < frontier) {
            scan.take_named(text, model, named);
            self.named.pop_front();
        }
        let read = self.named.front().map_or(self.paused.decided(), |one| one.start);
        let until = if ended { END } else { frontier.min(read.saturating_sub(BEFORE)) };
        let mut done = Candidates::new();
        let stays = rows::settle_rows(view, (&mut scan.kept, &mut scan.pending), until as u32, &mut done);
        core::mem::swap(&mut scan.kept, settled);
        core::mem::swap(&mut scan.pending, &mut self.taken);
        done.sort_by_key(|c: &Candidate| (c.start, c.end, c.entry));
        done.iter().for_each(|c| learn(text, model, c, &mut self.memory));
        self.kept.append(&mut done);
        stays as usize
    }

    /// Looks for words of names that come again.
    fn meet_again(
        &mut self,
        text: &str,
        model: &Model<'_>,
        told: Told<'_>,
        frontier: usize,
        ended: bool,
    ) -> (usize, Candidates) {
        if !told.settings.is_on(PERSON) {
            return (frontier, core::mem::take(&mut self.kept));
        }
        let mut found = Vec::new();
        let note = |start, end| found.push((start, end));
        self.memory.again_before(text, model.lexicon(), frontier, &mut self.again, note);
        let view = View::new(text);
        let mut scan = Scan::new(view, told.settings, told.path, told.hints, false);
        core::mem::swap(&mut scan.kept, &mut self.kept);
        core::mem::swap(&mut scan.pending, &mut self.met);
        scan.sort_kept();
        scan.take_again(&found);
        let until = if ended { END } else { self.again.place().map_or(frontier, |at| at.min(frontier)) };
        let mut done = Candidates::new();
        let stays = rows::settle_rows(view, (&mut scan.kept, &mut scan.pending), until as u32, &mut done);
        core::mem::swap(&mut scan.kept, &mut self.kept);
        core::mem::swap(&mut scan.pending, &mut self.met);
        (stays as usize, done)
    }
}
