//! Recognizers of a user's own: one plan for all of them, walked beside the scan.
//!
//! Comes in: the recognizers of an engine, later a text. Goes out: candidates like any other, which are settled with
//! those of the catalogue. An engine without recognizers has no plan and pays nothing.
//!
//! The walk (`walk`) looks where a word begins and at signs: one table ends nearly every place after two bytes; what is
//! left is asked which patterns may begin there (`gates`), and which terms (`terms`). Each recognizer finds what it would find alone: from the left, what it matches at
//! the first place it can, then on behind that. Matches begin and end at the edge of a word.
mod gates;
mod take;
mod terms;
#[cfg(test)]
mod tests;
mod walk;

use core::fmt;

use gates::{Gate, Others, TOGETHER};
use terms::Terms;
pub(super) use walk::Walked;

use crate::catalog::COUNT;
use crate::catalog::shape::Shape;
use crate::entity::{Category, EntityType};
use crate::recognizer::{Beginning, Callback, Check, Form, Pattern, Recognizer};
use crate::text::plain::Plain;

/// All recognizers of an engine.
pub(super) struct Plan {
    /// By number; a candidate's entry is `COUNT` plus its number.
    parts: Vec<Part>,
    /// What the gates' bits stand for.
    sought: Vec<Sought>,
    gates: Vec<Gate>,
    terms: Option<Terms>,
    callbacks: Vec<(u16, Callback)>,
    others: Others,
}

/// A recognizer, or one of its patterns where it has several.
struct Part {
    entity: EntityType,
    /// What the evidence calls it.
    name: EntityType,
    category: Category,
    score: u8,
    check: Option<Check>,
    context: Vec<Plain>,
}

/// What a bit of a gate stands for.
struct Sought {
    part: u16,
    beginning: Beginning,
    how: How,
}

enum How {
    Pattern(Pattern),
    Shape(Shape),
}

/// What a recognizer matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Raw {
    start: usize,
    end: usize,
    part: u16,
    /// Counts only with a context word.
    weak: bool,
}

impl Plan {
    /// `None` where there is nothing to look for.
    pub(super) fn new(recognizers: &[Recognizer], callbacks: &[Callback]) -> Option<Self> {
        if recognizers.is_empty() {
            return None;
        }
        let mut plan = Plan {
            parts: Vec::new(),
            sought: Vec::new(),
            gates: Vec::new(),
            terms: None,
            callbacks: Vec::new(),
            others: Others::default(),
        };
        let mut terms = Vec::new();
        for recognizer in recognizers {
            match &recognizer.form {
                Form::Regex(patterns) => {
                    for (n, pattern) in patterns.iter().enumerate() {
                        let part = plan.part(recognizer, (patterns.len() > 1).then_some(n + 1));
                        plan.seek(part, *pattern.beginning(), How::Pattern(pattern.clone()));
                    }
                }
                Form::Template { shapes, .. } => {
                    let part = plan.part(recognizer, None);
                    for shape in shapes {
                        plan.seek(part, Beginning::of_shape(shape), How::Shape(*shape));
                    }
                }
                Form::Words(words) => {
                    let part = plan.part(recognizer, None);
                    for pattern in words.patterns() {
                        plan.seek(part, *pattern.beginning(), How::Pattern(pattern.clone()));
                    }
                    terms.extend(words.terms().iter().map(|term| (part, term.clone())));
                }
                Form::Callback => {
                    let part = plan.part(recognizer, None);
                    let own = callbacks.iter().filter(|c| c.entity == recognizer.entity);
                    plan.callbacks.extend(own.map(|c| (part, c.clone())));
                }
            }
        }
        plan.terms = Terms::of(terms);
        plan.gates = plan
            .sought
            .chunks(TOGETHER)
            .map(|together| Gate::of(together.iter().map(|sought| &sought.beginning)))
            .collect();
        plan.others = Others::of(&plan.gates, plan.terms.is_some());
        Some(plan)
    }

    /// Adds what a finding has to know; gives its number.
    fn part(&mut self, recognizer: &Recognizer, pattern: Option<usize>) -> u16 {
        // One name, one allocation: findings of a type share it.
        let known = self.parts.iter().find(|part| part.entity == recognizer.entity);
        let entity = known.map_or_else(|| recognizer.entity.clone(), |part| part.entity.clone());
        let mut name = match &recognizer.name {
            Some(name) => name.clone(),
            None => format!("{}:{}", recognizer.form.key(), entity.name()),
        };
        if let Some(n) = pattern {
            name.push_str(&format!("#{n}"));
        }
        self.parts.push(Part {
            entity,
            name: EntityType::shared(&name),
            category: recognizer.family(),
            score: recognizer.score.percent(),
            check: recognizer.check,
            context: recognizer.context.iter().filter_map(|word| Plain::of(word)).collect(),
        });
        (self.parts.len() - 1) as u16
    }

    /// Whether a function of the host's looks at each text.
    pub(super) fn calls_back(&self) -> bool {
        !self.callbacks.is_empty()
    }

    fn seek(&mut self, part: u16, beginning: Beginning, how: How) {
        self.sought.push(Sought { part, beginning, how });
    }

    /// The part behind a candidate's entry.
    fn behind(&self, entry: u16) -> Option<&Part> {
        self.parts.get(usize::from(entry).checked_sub(COUNT)?)
    }

    /// Type, category and name of what found a candidate.
    pub(super) fn told(&self, entry: u16) -> Option<(&EntityType, Category, &EntityType)> {
        self.behind(entry).map(|part| (&part.entity, part.category, &part.name))
    }

    /// The number of the recognizer that finds a type.
    pub(super) fn number(&self, entity: &EntityType) -> Option<u16> {
        let at = self.parts.iter().position(|part| part.entity == *entity)?;
        u16::try_from(COUNT + at).ok()
    }

    /// The types, each once, in the order of the recognizers.
    pub(super) fn types(&self) -> Vec<EntityType> {
        let mut types: Vec<EntityType> = Vec::new();
        for part in &self.parts {
            if !types.contains(&part.entity) {
                types.push(part.entity.clone());
            }
        }
        types
    }
}

impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plan").field("types", &self.types()).finish_non_exhaustive()
    }
}
