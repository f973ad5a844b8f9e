//! What the library's own name model sees → candidates.
//!
//! Comes in: a text and what was kept of it so far. What is read is settled as `seen` says. Beside a label of ours the
//! model has to be surer: what it did not see before something was covered, it shall not see because it was. And a word
//! of a name that was said before is that name again.
use super::Settings;
use super::candidate::Candidate;
use super::home::{beside_code, is_lived_in};
use super::scan::Scan;
use super::seen::{ADDRESS, LOCATION, POSTAL_CODE, number};
use super::words::{calls_of, context_word, spoken_for};
use crate::catalog::CATALOG;
use crate::entity::Category;
use crate::finding::ContextKind;
use crate::model::{Kind, Memory, Model, Named};
use crate::text::word_set::begin_at;

/// What is read beside a label must be as sure as this, in percent.
const BESIDE_LABEL: u8 = 98;
/// How sure a word of a name is that was said before, in percent.
const AGAIN: u8 = 70;

/// How many bytes may stand between a name and a number that the words of the name lead to.
pub(super) const NEAR: usize = 6;

pub(super) const PERSON: u16 = number("PERSON");
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
    pub(super) fn find_names(&mut self, text: &str, known: &Memory) {
        let Some(model) = Model::shipped() else { return };
        self.sort_kept();
        model.find(text, |named| self.take_named(text, model, &named));
        self.settle_newcomers();
        if self.settings.is_on(PERSON) {
            self.find_again(text, model, known.clone());
            self.settle_newcomers();
        }
    }

    /// Takes what the model has read at one place.
    pub(super) fn take_named(&mut self, text: &str, model: &Model<'_>, named: &Named) {
        if named.beside_label && named.percent < BESIDE_LABEL {
            return;
        }
        let (entry, start, end) = match named.kind {
            Kind::Location => self.town(text, named),
            kind => (entry_of(kind), named.start, named.end),
        };
        let called = matches!(named.kind, Kind::Person | Kind::Organization);
        let tells = called
            && self.tells_of_a_value(start, end)
            && (self.speaks_for_the_next(start, end) || !model.knows_a_name(text, start, end))
            || self.leads_to_a_number(start, end);
        if self.settings.is_on(entry) && !tells {
            self.take_read(entry, start, end, named.percent, ContextKind::Model);
        }
    }

    /// Whether all words of a place speak for some type of the catalogue or lead to its values, as `ISIN` and `Geburtsdatum`
    /// do: they are no name.
    fn tells_of_a_value(&self, start: usize, end: usize) -> bool {
        let bytes = self.view.slice(0, end);
        let is_letter = |b: &u8| b.is_ascii_alphabetic() || *b >= 0x80;
        let mut at = start;
        while let Some(word) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let length = word.iter().take_while(|b| is_letter(b)).count();
            if length == 0 {
                at += 1;
                continue;
            }
            let begin = begin_at(bytes, at, length);
            if context_word(begin, bytes, at, length).is_none()
                && calls_of(begin, bytes, at, length).is_empty()
            {
                return false;
            }
            at += length;
        }
        true
    }

    /// Whether a place is one word, and what it speaks for stands a few words behind it: `our LEI code is …`.
    fn speaks_for_the_next(&self, start: usize, end: usize) -> bool {
        let bytes = self.view.slice(0, end);
        let length = end - start;
        let Some(word) = context_word(begin_at(bytes, start, length), bytes, start, length) else {
            return false;
        };
        let who = spoken_for(word);
        let is_one = |c: &Candidate| {
            let entry = usize::from(c.entry);
            c.start as usize >= end && who.get(entry / 64).is_some_and(|bits| bits >> (entry % 64) & 1 == 1)
        };
        self.around(end, end + 2 * NEAR).any(is_one)
    }

    /// Whether an identifier stands behind a place, or at its end, because words before it say so: then that place is the
    /// words, and neither name nor address (`matični broj 0101990101230`).
    fn leads_to_a_number(&self, start: usize, end: usize) -> bool {
        let is_number = |c: &Candidate| {
            let category = CATALOG.get(usize::from(c.entry)).map(|entry| entry.category);
            let identifies =
                matches!(category, Some(Category::GovernmentId | Category::Financial | Category::Health));
            let said = matches!(c.context, ContextKind::Before | ContextKind::Cue);
            identifies && said && c.start as usize > start
        };
        let numbers = self.around(start, end + NEAR).filter(|c| is_number(c)).map(|c| c.start as usize);
        let bare = |at: usize| !self.view.slice(start, end.min(at)).iter().any(u8::is_ascii_digit);
        numbers.min().is_some_and(bare)
    }

    /// What a place is: a short address where somebody lives there or a postal code belongs to it, otherwise a place.
    fn town(&self, text: &str, named: &Named) -> (u16, usize, usize) {
        let (start, end) = (named.start, named.end);
        let codes = self.around(start.saturating_sub(4), end + 4).filter(|c| c.entry == POSTAL_CODE);
        if let Some((start, end)) = beside_code(text, start, end, codes.copied()) {
            return (ADDRESS, start, end);
        }
        let numbered = self.view.slice(start, end).iter().any(u8::is_ascii_digit);
        let person_ends = |at: usize| self.around(at, at).any(|c| c.entry == PERSON && c.end as usize == at);
        let address = numbered || !named.is_broad && is_lived_in(text, start, person_ends);
        (if address { ADDRESS } else { LOCATION }, start, end)
    }

    /// Words of names that were found, in this text or before it, where they come again.
    fn find_again(&mut self, text: &str, model: &Model<'_>, mut memory: Memory) {
        self.kept.iter().for_each(|c| learn(text, model, c, &mut memory));
        let mut again = Vec::new();
        memory.again(text, model.lexicon(), |start, end| again.push((start, end)));
        self.take_again(&again);
    }

    /// Takes words of names where they come again, and nothing else was found.
    pub(super) fn take_again(&mut self, again: &[(usize, usize)]) {
        for &(start, end) in again {
            let touches = |c: &&Candidate| (c.start as usize) < end && start < c.end as usize;
            if !self.around(start, end).any(|c| touches(&c) && !c.is_benign()) {
                self.take_read(PERSON, start, end, AGAIN, ContextKind::Earlier);
            }
        }
    }
}

/// Remembers whom a candidate names, if it names somebody.
pub(super) fn learn(text: &str, model: &Model<'_>, c: &Candidate, memory: &mut Memory) {
    let (start, end) = (c.start as usize, c.end as usize);
    if c.entry == PERSON {
        memory.learn(text, start, end, model.lexicon(), false);
    } else if c.entry == EMAIL {
        let value = text.as_bytes().get(start..end).unwrap_or_default();
        let at = value.iter().position(|b| *b == b'@').unwrap_or(0);
        memory.learn(text, start, start + at, model.lexicon(), true);
    }
}
