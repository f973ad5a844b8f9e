//! What the name model sees → candidates, settled with what the catalogue found.
//!
//! Comes in: a text and what was kept of it so far, twins among it. Goes out: the same with names, places, organizations
//! and addresses. The written precedence between a rule and the model:
//!
//! 1. Where both see the same type and overlap, the value is what either of them covers, with the rule's evidence.
//! 2. A postal code or place inside an address is part of the address.
//! 3. In all else the model's word counts like a form that nothing speaks for, so that a cue, a check that passed and a
//!    longer value win, and what they leave uncovered stays (see `candidate`). A benign twin wins as always.
//! 4. Beside a label of ours the model has to be surer: what it did not see before something was covered, it shall not
//!    see because it was.
//! 5. A word of a name that was said before is that name again.
use super::Settings;
use super::candidate::{Candidate, NONE, Support};
use super::resolve;
use super::scan::Scan;
use crate::catalog::entry::REACH;
use crate::catalog::{CATALOG, COUNT};
use crate::finding::{ContextKind, Verdict};
use crate::model::{Kind, Memory, Model, Named};

/// What is read beside a label must be as sure as this, in percent.
const BESIDE_LABEL: u8 = 85;
/// How sure a word of a name is that was said before, in percent.
const AGAIN: u8 = 70;

const PERSON: u16 = number("PERSON");
const LOCATION: u16 = number("LOCATION");
const ORGANIZATION: u16 = number("ORGANIZATION");
const ADDRESS: u16 = number("STREET_ADDRESS");
const POSTAL_CODE: u16 = number("POSTAL_CODE");
const EMAIL: u16 = number("EMAIL_ADDRESS");

/// The number of an entry of the catalogue, found when compiling.
const fn number(id: &str) -> u16 {
    let mut n = 0;
    while n < COUNT {
        #[expect(clippy::indexing_slicing, reason = "n is below the length; computed when compiling")]
        if same(CATALOG[n].id.as_bytes(), id.as_bytes()) {
            return n as u16;
        }
        n += 1;
    }
    NONE
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

const _: () = assert!(
    PERSON < NONE
        && LOCATION < NONE
        && ORGANIZATION < NONE
        && ADDRESS < NONE
        && POSTAL_CODE < NONE
        && EMAIL < NONE
);

/// Whether any type is on that the model knows.
pub(super) fn are_wanted(settings: &Settings) -> bool {
    [PERSON, LOCATION, ORGANIZATION, ADDRESS].iter().any(|entry| settings.is_on(*entry))
}

fn entry_of(kind: Kind) -> u16 {
    match kind {
        Kind::Person => PERSON,
        Kind::Location => LOCATION,
        Kind::Organization => ORGANIZATION,
        Kind::Address => ADDRESS,
    }
}

impl Scan<'_, '_> {
    /// Reads the text with the model. What was found so far must be settled.
    #[inline(never)]
    pub(super) fn find_names(&mut self, text: &str) {
        let Some(model) = Model::shipped() else { return };
        model.find(text, |named| self.take_named(named));
        if self.settings.is_on(PERSON) {
            self.find_again(text, &model);
        }
        if !self.pending.is_empty() {
            self.settle_newcomers();
        }
    }

    /// Takes what the model named, together with what rules found at the same place.
    fn take_named(&mut self, named: Named) {
        let entry = entry_of(named.kind);
        if !self.settings.is_on(entry)
            || named.beside_label && named.percent < BESIDE_LABEL
            || named.end - named.start > REACH
        {
            return;
        }
        let own = Candidate {
            start: named.start as u32,
            end: named.end as u32,
            entry,
            support: Support::Nothing,
            verdict: Verdict::Unknown,
            exact: true,
            score: named.percent,
            context: ContextKind::Model,
            claimed: false,
            specimen: false,
            others: [NONE; 3],
            twin: NONE,
        };
        if named.percent < self.settings.minimum {
            return self.offer(own); // where it is written down why it is not kept
        }
        let joined = self.joined(own);
        if joined.context == ContextKind::Model { self.offer(joined) } else { self.pending.push(joined) }
    }

    /// A candidate with those kept that it swallows; they are kept no longer.
    fn joined(&mut self, own: Candidate) -> Candidate {
        let mut all = own;
        let part = |c: &Candidate| {
            c.entry == own.entry && c.overlaps(&own)
                || own.entry == ADDRESS && matches!(c.entry, POSTAL_CODE | LOCATION) && own.holds(c)
        };
        for list in [&mut self.kept, &mut self.pending] {
            list.retain(|c| {
                let swallowed = part(c);
                if swallowed {
                    all.start = all.start.min(c.start);
                    all.end = all.end.max(c.end);
                    if (c.support, c.verdict) >= (all.support, all.verdict) && c.context != ContextKind::Model
                    {
                        (all.support, all.verdict, all.context) = (c.support, c.verdict, c.context);
                    }
                    all.score = all.score.max(c.score);
                }
                !swallowed
            });
        }
        all
    }

    /// Words of names that were found, where they come again.
    fn find_again(&mut self, text: &str, model: &Model<'_>) {
        let mut memory = Memory::default();
        for c in self.kept.iter().chain(&self.pending) {
            let (start, end) = (c.start as usize, c.end as usize);
            if c.entry == PERSON {
                memory.learn(text, start, end, model.lexicon(), false);
            } else if c.entry == EMAIL {
                let at = self.view.slice(start, end).iter().position(|b| *b == b'@').unwrap_or(0);
                memory.learn(text, start, start + at, model.lexicon(), true);
            }
        }
        if memory.is_empty() {
            return;
        }
        let mut again = Vec::new();
        memory.again(text, model.lexicon(), |start, end| again.push((start as u32, end as u32)));
        for (start, end) in again {
            let mut found = self.kept.iter().chain(&self.pending);
            if found.any(|c| c.start < end && start < c.end && !c.is_benign()) {
                continue;
            }
            self.offer(Candidate {
                start,
                end,
                entry: PERSON,
                support: Support::Nothing,
                verdict: Verdict::Unknown,
                exact: true,
                score: AGAIN,
                context: ContextKind::Earlier,
                claimed: false,
                specimen: false,
                others: [NONE; 3],
                twin: NONE,
            });
        }
    }

    /// Settles what is pending against what was kept.
    fn settle_newcomers(&mut self) {
        let mut pending = core::mem::take(&mut self.pending);
        self.kept.append(&mut pending);
        resolve::settle_all(self.view, &mut self.kept);
    }
}
