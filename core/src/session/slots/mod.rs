//! What was asked, and whether a turn answers it.
//!
//! Comes in: turns in their order. Goes out: values in answers that nobody would know without the question. `topics` says what
//! can be asked for, `asks` reads questions, `answers` answers.
mod answers;
mod asks;
mod topics;

pub(super) use answers::LONGEST;
pub(super) use asks::READ;

use crate::entity::EntityType;
use crate::finding::Finding;
use topics::Topic;

/// How many turns of the customer a question stays open.
const TURNS: u8 = 3;
/// How many seconds, where both turns say when they were.
const SECONDS: u64 = 600;
/// The most questions that are open at a time; the oldest goes.
const MOST: usize = 8;

/// Questions that are open.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots {
    open: Vec<Slot>,
}

#[derive(Clone, Debug)]
struct Slot {
    topic: &'static Topic,
    /// Turns of the customer since.
    turns: u8,
    at: Option<u64>,
}

impl Slots {
    /// Takes a turn of whoever serves: what it asks for is open. What is asked again is asked anew.
    pub(super) fn ask(&mut self, text: &str, at: Option<u64>) {
        for topic in asks::asked(text) {
            self.open.retain(|slot| slot.topic.entity != topic.entity);
            self.open.push(Slot { topic, turns: 0, at });
        }
        let over = self.open.len().saturating_sub(MOST);
        self.open.drain(..over);
    }

    /// Takes a turn of the customer: the values that answer what is open, from left to right. `find` gives what is found of
    /// a type in a text.
    pub(super) fn answer(
        &mut self,
        text: &str,
        at: Option<u64>,
        mut find: impl FnMut(&str, &EntityType) -> Vec<Finding>,
    ) -> Vec<Finding> {
        let late =
            |slot: &Slot| at.zip(slot.at).is_some_and(|(now, then)| now.saturating_sub(then) > SECONDS);
        self.open.retain(|slot| !late(slot));
        let mut found: Vec<Finding> = Vec::new();
        self.open.retain_mut(|slot| {
            slot.turns += 1;
            let value = answers::value(text, slot.topic, |text| find(text, &slot.topic.entity));
            let value = value.filter(|value| found.iter().all(|other| !other.span().overlaps(value.span())));
            let answered = value.is_some();
            found.extend(value);
            !answered && slot.turns < TURNS
        });
        found.sort_by_key(|finding| finding.span().start());
        found
    }

    /// The types that are asked for, and what leads to a value of each.
    pub(super) fn leads(&self) -> impl Iterator<Item = (&EntityType, &'static str)> {
        self.open.iter().map(|slot| (&slot.topic.entity, slot.topic.lead))
    }
}
