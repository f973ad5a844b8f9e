//! Values said again in a turn that comes in pieces.
//!
//! Comes in: the text as far as it is there, and findings that are final. Goes out: the same with what was said before, and up
//! to where that is final. A value that begins before what is settled ends before the end of the text that is there, since
//! what is settled stays farther behind than the longest spelling.
use super::{Looked, Said, with_again};
use crate::engine::Engine;
use crate::finding::{Finding, Findings};
use crate::input::Input;

/// How far a turn was looked through, and what is not settled.
pub(crate) struct SaidAgain {
    said: Said,
    looked: Looked,
    again: Vec<Finding>,
    found: Vec<Finding>,
}

impl SaidAgain {
    /// `None` where nothing was said that can be said again.
    pub(crate) fn new(said: &Said) -> Option<Self> {
        let looked = Looked::default();
        (!said.is_empty()).then(|| SaidAgain {
            said: said.clone(),
            looked,
            again: Vec::new(),
            found: Vec::new(),
        })
    }

    /// Takes the findings that end before `settled`; gives those that are final and up to where they are.
    pub(crate) fn go_on(
        &mut self,
        engine: &Engine,
        input: &Input<'_>,
        mut more: Vec<Finding>,
        mut settled: usize,
    ) -> (Vec<Finding>, usize) {
        self.said.look(input.text(), &mut self.looked, settled, &mut self.again);
        self.found.append(&mut more);
        // Nothing that is cut, of either kind.
        while let Some(start) = self
            .again
            .iter()
            .chain(&self.found)
            .filter(|f| f.span().start() < settled && f.span().end() > settled)
            .map(|f| f.span().start())
            .min()
        {
            settled = start;
        }
        let before = |list: &mut Vec<Finding>| -> Vec<Finding> {
            let (done, waiting) = core::mem::take(list).into_iter().partition(|f| f.span().end() <= settled);
            *list = waiting;
            done
        };
        let found = Findings::from_sorted(before(&mut self.found));
        let again = before(&mut self.again);
        (with_again(found, again, |finding| engine.wants(finding, input)).into_vec(), settled)
    }

    /// Where the first finding starts that is not settled.
    pub(crate) fn first(&self) -> Option<usize> {
        self.again.iter().chain(&self.found).map(|f| f.span().start()).min()
    }

    /// The first `count` bytes are gone.
    pub(crate) fn forget(&mut self, count: usize) {
        self.looked.at = self.looked.at.saturating_sub(count);
        self.looked.done = self.looked.done.saturating_sub(count);
        for finding in self.again.iter_mut().chain(&mut self.found) {
            *finding = finding.moved_back(count);
        }
    }
}
