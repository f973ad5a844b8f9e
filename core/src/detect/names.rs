//! What the library's own name model sees → candidates.
//!
//! Comes in: a text and what was kept of it so far. What is read is settled as `seen` says. Beside a label of ours the
//! model has to be surer: what it did not see before something was covered, it shall not see because it was. And a word
//! of a name that was said before is that name again.
use super::Settings;
use super::scan::Scan;
use super::seen::{ADDRESS, LOCATION, number};
use crate::finding::ContextKind;
use crate::model::{Kind, Memory, Model};

/// What is read beside a label must be as sure as this, in percent.
const BESIDE_LABEL: u8 = 98;
/// How sure a word of a name is that was said before, in percent.
const AGAIN: u8 = 70;

const PERSON: u16 = number("PERSON");
const ORGANIZATION: u16 = number("ORGANIZATION");
const EMAIL: u16 = number("EMAIL_ADDRESS");

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
        model.find(text, |named| {
            let entry = entry_of(named.kind);
            if self.settings.is_on(entry) && (!named.beside_label || named.percent >= BESIDE_LABEL) {
                self.take_read(entry, named.start, named.end, named.percent, ContextKind::Model);
            }
        });
        if self.settings.is_on(PERSON) {
            self.find_again(text, &model);
        }
        self.settle_newcomers();
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
        let mut again = Vec::new();
        memory.again(text, model.lexicon(), |start, end| again.push((start, end)));
        for (start, end) in again {
            let touches = |c: &super::Candidate| (c.start as usize) < end && start < c.end as usize;
            let mut found = self.kept.iter().chain(&self.pending);
            if !found.any(|c| touches(c) && !c.is_benign()) {
                self.take_read(PERSON, start, end, AGAIN, ContextKind::Earlier);
            }
        }
    }
}
