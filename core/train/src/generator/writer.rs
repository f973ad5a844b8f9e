//! Fills the slots of a template: a template goes in, pieces of a message come out.
use super::draft::Draft;
use super::grammar::{Grammar, Part, Template, form};
use super::names::Name;
use super::pools::Pools;
use super::random::Random;
use super::shelf::{Shelf, Shelved};
use super::{Kind, names, places, things};

/// What is known while a message is made.
pub(super) struct Writer<'a> {
    pub(super) random: Random,
    pub(super) shelf: &'a Shelf,
    pub(super) pools: &'a Pools,
    pub(super) language: &'a Shelved,
    /// Who was named last: the mail address after a name is often that person's.
    pub(super) person: Option<Name>,
}

/// The kind of what fills a slot; none for what is no name.
pub(super) fn kind_of(slot: &str) -> Option<Kind> {
    match slot {
        "PER" | "FIRST" | "LAST" | "ANY" | "INFLECTED" => Some(Kind::Person),
        "ADDR" | "STREET" | "LINES" => Some(Kind::Address),
        "CITY" | "REGION" | "COUNTRY" | "LOC" | "TOWN" => Some(Kind::Location),
        "ORG" => Some(Kind::Organization),
        _ => None,
    }
}

/// Slots that the code fills and that name nothing.
pub(super) static THINGS: &[&str] = &["EMAIL", "USER", "W", "HEAD", "SALAD", "WORDNAME", "PHONE"];

impl Writer<'_> {
    /// The template with its slots filled.
    pub(super) fn template(&mut self, template: &Template) -> Draft {
        let mut draft = Draft::default();
        self.write(&template.parts, &mut draft);
        draft
    }

    fn write(&mut self, parts: &[Part], draft: &mut Draft) {
        for part in parts {
            match part {
                Part::Choice(ways) => {
                    let at = self.random.below(ways.len() as u64) as usize;
                    self.write(ways.get(at).map_or(&[], Vec::as_slice), draft);
                }
                Part::Slot(name) => match kind_of(name) {
                    Some(kind) => draft.push(&self.named(name, kind), Some(kind)),
                    None if THINGS.contains(&name.as_str()) => draft.push(&things::value(self, name), None),
                    None => {
                        let (language, common) = (&self.language.grammar, &self.shelf.common);
                        let found = [language, common].map(|grammar| grammar.section(name));
                        let templates = found.into_iter().find(|templates| !templates.is_empty());
                        if let Some(template) = self.random.pick(templates.unwrap_or_default()) {
                            self.write(&template.parts, draft);
                        }
                    }
                },
                other => draft.push(&self.plain(other), None),
            }
        }
    }

    /// A name of a kind.
    fn named(&mut self, slot: &str, kind: Kind) -> String {
        match kind {
            Kind::Person => names::value(self, slot),
            Kind::Address => places::address(self, slot),
            Kind::Location => places::location(self, slot),
            Kind::Organization => things::organization(self),
        }
    }

    /// The templates of a grammar that is no language, as one text: nothing inside it is told apart.
    pub(super) fn spell(&mut self, parts: &[Part], scope: &Grammar, country: &str) -> String {
        let mut text = String::new();
        for part in parts {
            match part {
                Part::Choice(ways) => {
                    let at = self.random.below(ways.len() as u64) as usize;
                    text.push_str(&self.spell(ways.get(at).map_or(&[], Vec::as_slice), scope, country));
                }
                Part::Slot(name) => match name.as_str() {
                    "FIRST" | "LAST" | "PER" => text.push_str(&names::plain(self, name, country)),
                    "CITY" => text.push_str(&places::city(self, country)),
                    "W" => text.push_str(&things::value(self, name)),
                    "Word" => text.push_str(&things::capital(&things::long_word(self))),
                    _ => {
                        let found = [scope, &self.shelf.common].map(|grammar| grammar.section(name));
                        let templates = found.into_iter().find(|templates| !templates.is_empty());
                        if let Some(template) = self.random.pick(templates.unwrap_or_default()) {
                            text.push_str(&self.spell(&template.parts, scope, country));
                        }
                    }
                },
                other => text.push_str(&self.plain(other)),
            }
        }
        text
    }

    fn plain(&mut self, part: &Part) -> String {
        match part {
            Part::Text(text) => text.clone(),
            Part::Form(pattern) => form(pattern, &mut self.random),
            Part::Number(low, high) => self.random.between(*low, *high).to_string(),
            Part::Slot(_) | Part::Choice(_) => String::new(),
        }
    }
}
