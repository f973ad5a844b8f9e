//! What the name of the field and the countries that were spoken of show in a text that goes on.
//!
//! Comes in: what the folded looks have settled, and up to where. Goes out: the same with values that only the field's name
//! leads to, and with telephone numbers in the form of a country (`detect/field.rs`, `detect/lands.rs`).
use super::{END, Told, forget};
use crate::detect::candidate::Candidates;
use crate::detect::field;
use crate::detect::lands::{AtHome, Lands};
use crate::detect::rows;
use crate::detect::scan::Scan;
use crate::text::view::View;

/// What may stand before the first digit of a number and belong to it, in bytes.
const BEFORE: usize = 8;

/// Countries and the field of a text that goes on.
pub(super) struct Home {
    lands: Lands,
    looked: AtHome,
    /// The name of the field was asked.
    asked: bool,
    /// Found, not yet settled; settled.
    taken: Candidates,
    pub(super) kept: Candidates,
}

impl Home {
    pub(super) fn new(earlier: &Lands) -> Self {
        Home {
            lands: *earlier,
            looked: AtHome::default(),
            asked: false,
            taken: Candidates::new(),
            kept: Candidates::new(),
        }
    }

    /// The first byte that is still worked on.
    pub(super) fn needed(&self) -> Option<usize> {
        let starts = [&self.taken, &self.kept].into_iter().flatten().map(|c| c.start as usize);
        starts.chain(self.looked.place()).min()
    }

    /// The first `count` bytes are gone.
    pub(super) fn forget(&mut self, count: usize) {
        self.lands.forget(count);
        self.looked.forget(count);
        forget(&mut self.taken, count);
        forget(&mut self.kept, count);
    }

    /// Takes what is `settled` before `frontier`; gives the frontier of what is kept.
    pub(super) fn find(
        &mut self,
        text: &str,
        told: Told<'_>,
        settled: &mut Candidates,
        mut frontier: usize,
        ended: bool,
    ) -> usize {
        let view = View::new(text);
        let mut scan = Scan::new(view, told.settings, told.path, told.hints, false);
        let heeds_lands = scan.heeds_lands();
        if self.asked && !heeds_lands {
            self.kept.append(settled);
            return frontier;
        }
        core::mem::swap(&mut scan.kept, settled);
        core::mem::swap(&mut scan.pending, &mut self.taken);
        scan.sort_kept();
        let mut until = if ended { END } else { frontier };
        if !self.asked {
            if !ended && frontier <= field::LOOKED_AT + field::BESIDE {
                until = 0;
            } else {
                self.asked = true;
                if !told.path.is_empty() {
                    scan.find_in_field(text, told.path);
                }
            }
        }
        if self.asked && heeds_lands {
            scan.note_lands(&mut self.lands);
            scan.look_at_home(&self.lands, &mut self.looked, until);
            if let Some(at) = self.looked.place().filter(|_| !ended) {
                until = until.min(at.saturating_sub(BEFORE));
            }
        }
        frontier = rows::settle_rows(view, (&mut scan.kept, &mut scan.pending), until as u32, &mut self.kept)
            as usize;
        core::mem::swap(&mut scan.kept, settled);
        core::mem::swap(&mut scan.pending, &mut self.taken);
        frontier
    }
}
