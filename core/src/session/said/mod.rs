//! Values that were said → where they come again, however they are spelled.
//!
//! Comes in: turns and what was found in them. Goes out: places of later turns that say one of those values again, though
//! nothing there speaks for it: a number in other groups or without its country, a date with its month in words, an
//! address in small letters, a password without the word "password". Only values that say little else are held: what has
//! fewer than six letters and digits could be anything.
mod course;
mod form;

pub(crate) use course::SaidAgain;

use form::{Form, form};

use super::beside::{beside, uncovered};
use crate::entity::{Category, EntityType};
use crate::finding::{ContextKind, Evidence, Finding, Findings, Folding, Verdict};
use crate::score::Score;
use crate::span::Span;

/// The most values held; the oldest goes.
const MOST: usize = 64;
/// How sure it is that it is the same value.
const SCORE: u8 = 90;

/// The values of a conversation that may be said again.
#[derive(Clone, Default)]
pub(crate) struct Said {
    values: Vec<Value>,
}

#[derive(Clone)]
struct Value {
    entity: EntityType,
    category: Category,
    verdict: Verdict,
    form: Form,
}

impl Said {
    /// Holds the values of a turn that was passed on.
    pub(super) fn learn(&mut self, text: &str, findings: &[Finding]) {
        for finding in findings {
            let value = finding.text(text).unwrap_or_default();
            self.learn_value(finding.entity_type(), finding.category(), finding.evidence().verdict(), value);
        }
    }

    /// Holds one value.
    pub(super) fn learn_value(
        &mut self,
        entity: &EntityType,
        category: Category,
        verdict: Verdict,
        value: &str,
    ) {
        let Some(form) = form(entity, category, value) else { return };
        if self.values.iter().any(|value| value.form == form) {
            return;
        }
        if self.values.len() == MOST {
            self.values.remove(0);
        }
        self.values.push(Value { entity: entity.clone(), category, verdict, form });
    }

    /// Whether there is anything to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The places in a text where one of them stands, from left to right.
    pub(super) fn again(&self, text: &str) -> Vec<Finding> {
        let mut found = Vec::new();
        self.look(text, &mut Looked::default(), text.len(), &mut found);
        found
    }

    /// Goes on looking, at places before `until`.
    fn look(&self, text: &str, looked: &mut Looked, until: usize, found: &mut Vec<Finding>) {
        let until = (looked.at..=until).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(looked.at);
        let rest = text.get(looked.at..until).filter(|_| !self.is_empty()).unwrap_or_default();
        for (n, c) in rest.char_indices() {
            let (at, before) = (looked.at + n, core::mem::replace(&mut looked.before, c));
            let word = c.is_alphanumeric() && !before.is_alphanumeric();
            let begins = word || before.is_whitespace() && !c.is_whitespace();
            if at >= looked.done
                && begins
                && let Some((value, end)) =
                    self.values.iter().find_map(|v| Some((v, v.form.end(text, at, word)?)))
            {
                found.push(value.found(Span::new(value.form.start(text, at, end), end)));
                looked.done = end;
            }
        }
        looked.at = until.max(looked.at);
    }
}

/// How far a text was looked through.
struct Looked {
    at: usize,
    /// The character before that place, a space where there is none.
    before: char,
    /// Where the last value found ends.
    done: usize,
}

impl Default for Looked {
    fn default() -> Self {
        Looked { at: 0, before: ' ', done: 0 }
    }
}

impl Value {
    fn found(&self, span: Span) -> Finding {
        Finding {
            entity: self.entity.clone(),
            category: self.category,
            span,
            score: Score::new(SCORE),
            evidence: Evidence {
                recognizer: self.entity.clone(),
                verdict: self.verdict,
                context: ContextKind::Earlier,
                folding: Folding::Plain,
                claimed: false,
                specimen: false,
                alternatives: Vec::new(),
                twin: None,
            },
        }
    }
}

/// What was found in a text, with what was found again. The same place under another name, by its form alone, is what it was
/// said to be.
pub(super) fn with_again(
    found: Findings,
    mut again: Vec<Finding>,
    wanted: impl Fn(&Finding) -> bool,
) -> Findings {
    again.retain(wanted);
    let found = uncovered(found, &mut again, |other, finding| {
        let better = other.span() == finding.span()
            && other.entity_type() != finding.entity_type()
            && other.evidence().context() == ContextKind::None;
        !better
    });
    beside(found, again)
}
