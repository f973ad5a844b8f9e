//! Recognizers of a user's own: one plan for all of them, walked beside the scan.
//!
//! Comes in: the recognizers of an engine, later a text. Goes out: candidates like any other, which are settled with
//! those of the catalogue. An engine without recognizers has no plan and pays nothing.
//!
//! The plan looks where a word begins and at signs: the table of `gates` says which patterns may begin there, the index
//! of `terms` which word lists do. Each recognizer finds what it would find alone: from the left, what it matches at
//! the first place it can, then on behind that. Matches begin and end at the edge of a word.
mod gates;
mod take;
mod terms;
#[cfg(test)]
mod tests;

use core::fmt;

use gates::{Gate, TOGETHER};
use terms::{Term, Terms};

use super::masks::{block_at, classify};
use super::number::{may_end, may_start};
use crate::catalog::COUNT;
use crate::catalog::shape::{NO_CODE, Shape, code, separator_kind};
use crate::entity::{Category, EntityType};
use crate::recognizer::{Beginning, Callback, Check, Form, Matched, Pattern, Recognizer};
use crate::text::plain::{Plain, is_word_char};
use crate::text::view::View;

/// All recognizers of an engine.
pub(super) struct Plan {
    /// By number; a candidate's entry is `COUNT` plus its number.
    parts: Vec<Part>,
    /// What the gates' bits stand for.
    sought: Vec<Sought>,
    gates: Vec<Gate>,
    terms: Option<Terms>,
    callbacks: Vec<(u16, Callback)>,
    /// Whether some pattern may begin with a space, with another sign, beyond ASCII.
    spaces: bool,
    signs: bool,
    high: bool,
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
struct Raw {
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
            spaces: false,
            signs: false,
            high: false,
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
        let begins = |bytes: fn(u8) -> bool| {
            plan.gates.iter().any(|gate| gate.begins_with((0..=255).filter(|b| bytes(*b))))
        };
        (plan.spaces, plan.high) = (begins(|b| b == b' '), begins(|b| b >= 0x80));
        plan.signs = begins(|b| b < 0x80 && b != b' ' && !b.is_ascii_alphanumeric());
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

    /// Everything the patterns, shapes and word lists match, by place.
    fn matches(&self, view: View<'_>) -> Vec<Raw> {
        let bytes = view.bytes();
        let mut found = Found::default();
        let (mut ascii_before, mut wordy_before) = (0u64, 0u64);
        let mut this = classify(&block_at(bytes, 0));
        for base in (0..bytes.len()).step_by(64) {
            let next = if base + 64 < bytes.len() {
                classify(&block_at(bytes, base + 64))
            } else {
                Default::default()
            };
            let wordy = this.digit | this.letter;
            let ascii = wordy & !this.high;
            let within = if bytes.len() - base < 64 { (1 << (bytes.len() - base)) - 1 } else { u64::MAX };
            if !self.gates.is_empty() {
                let mut starts = ascii & !(ascii << 1 | ascii_before >> 63);
                if self.high {
                    starts |= this.high;
                }
                if self.spaces {
                    starts |= this.space;
                }
                if self.signs {
                    starts |= !wordy & !this.space & within;
                }
                while starts != 0 {
                    let at = base + starts.trailing_zeros() as usize;
                    starts &= starts - 1;
                    self.patterns_at(view, at, &mut found);
                }
            }
            if let Some(terms) = &self.terms {
                let next_wordy = next.digit | next.letter;
                let mut starts = wordy & !(wordy << 1 | wordy_before >> 63);
                while starts != 0 {
                    let o = starts.trailing_zeros();
                    starts &= starts - 1;
                    let run = wordy >> o | next_wordy << 1 << (63 - o);
                    let high = this.high >> o | next.high << 1 << (63 - o);
                    let length = run.trailing_ones();
                    let at = base + o as usize;
                    if length < 64 && high & ((1 << length) - 1) == 0 {
                        terms.at_ascii(view, at, length as usize, |term| self.term(term, &mut found));
                    } else {
                        let end = end_of_run(view, at);
                        terms.in_run(view, at, end, |term| self.term(term, &mut found));
                    }
                }
            }
            (ascii_before, wordy_before) = (ascii, wordy);
            this = next;
        }
        found.raw.sort_unstable();
        // Where two shapes of a template fit, the one that needs no word counts.
        found.raw.dedup_by_key(|raw| (raw.start, raw.end, raw.part));
        found.raw
    }

    #[inline(always)]
    fn patterns_at(&self, view: View<'_>, at: usize, found: &mut Found) {
        for (n, gate) in self.gates.iter().enumerate() {
            let mut set = gate.at(view, at);
            while set != 0 {
                let lane = n * TOGETHER + set.trailing_zeros() as usize;
                set &= set - 1;
                if let Some(sought) = self.sought.get(lane) {
                    found.pattern(view, at, lane, sought);
                }
            }
        }
    }

    /// Each word list has a lane behind those of the patterns.
    fn term(&self, term: Term, found: &mut Found) {
        let lane = self.sought.len() + usize::from(term.part);
        if found.is_behind(lane, term.start) {
            let raw = Raw { start: term.start, end: term.end, part: term.part, weak: false };
            found.note(lane, raw, term.end);
        }
    }
}

/// What was found so far.
#[derive(Default)]
struct Found {
    /// Where the last match of each pattern, shape and word list ends; made with the first match.
    ends: Vec<usize>,
    raw: Vec<Raw>,
}

impl Found {
    fn is_behind(&self, lane: usize, at: usize) -> bool {
        self.ends.get(lane).is_none_or(|end| at >= *end)
    }

    fn note(&mut self, lane: usize, raw: Raw, whole: usize) {
        if self.ends.len() <= lane {
            self.ends.resize(lane + 1, 0);
        }
        if let Some(end) = self.ends.get_mut(lane) {
            *end = whole;
        }
        self.raw.push(raw);
    }

    #[inline(never)]
    fn pattern(&mut self, view: View<'_>, at: usize, lane: usize, sought: &Sought) {
        if !self.is_behind(lane, at) {
            return;
        }
        let (weak, matched) = match &sought.how {
            How::Pattern(pattern) => (false, pattern_at(view, at, pattern)),
            How::Shape(shape) => (shape.weak, shape_at(view, at, shape)),
        };
        if let Some(Matched { start, end, whole }) = matched {
            self.note(lane, Raw { start, end, part: sought.part, weak }, whole);
        }
    }
}

/// The match of a pattern that begins at `at`, where it stands between edges of words.
fn pattern_at(view: View<'_>, at: usize, pattern: &Pattern) -> Option<Matched> {
    if !is_edge(view, at) {
        return None;
    }
    let matched = pattern.at(view.bytes(), at)?;
    [matched.start, matched.end, matched.whole].iter().all(|&edge| is_edge(view, edge)).then_some(matched)
}

/// End of the run of letters, digits and bytes beyond ASCII that starts at `at`.
fn end_of_run(view: View<'_>, at: usize) -> usize {
    let rest = view.slice(at, view.len());
    rest.iter().position(|b| !b.is_ascii_alphanumeric() && *b < 0x80).map_or(view.len(), |n| at + n)
}

/// Whether `at` does not stand between two characters of one word.
fn is_edge(view: View<'_>, at: usize) -> bool {
    let inside = |c: Option<char>| c.is_some_and(|c| c == '_' || is_word_char(c));
    !(inside(view.char_before(at)) && inside(view.char_at(at)))
}

/// The longest match of `shape` that begins at `at` and stands alone.
fn shape_at(view: View<'_>, at: usize, shape: &Shape) -> Option<Matched> {
    // A number sign may stand before a user's own number.
    let marked = view.before(at) == b'#' && !view.before(at - 1).is_ascii_alphanumeric();
    if !marked && !may_start(view, at) {
        return None;
    }
    let (mut end, mut characters, mut letters, mut longest) = (at, 0, false, None);
    loop {
        let b = view.at(end);
        if code(b) != NO_CODE {
            characters += 1;
            letters |= b.is_ascii_alphabetic();
            end += 1;
            if characters >= usize::from(shape.min)
                && stands_alone(view, end, letters)
                && shape.fits(view.slice(at, end))
            {
                longest = Some(Matched { start: at, end, whole: end });
            }
            if characters == usize::from(shape.max) {
                return longest;
            }
        } else if separator_kind(b) < 4 && code(view.at(end + 1)) != NO_CODE {
            end += 1;
        } else {
            return longest;
        }
    }
}

/// Whether a value with or without letters may end at `end`, as values of the catalogue may: a number ends before a
/// space or what joins no digit to it, a code also before a dot or slash.
fn stands_alone(view: View<'_>, end: usize, letters: bool) -> bool {
    let (b, next) = (view.at(end), view.at(end + 1));
    let goes_on =
        separator_kind(b) < 4 && if letters { code(next) != NO_CODE } else { next.is_ascii_digit() };
    may_end(view, end) && (!goes_on || b == b' ' || letters && matches!(b, b'.' | b'/'))
}

impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plan").field("types", &self.types()).finish_non_exhaustive()
    }
}
