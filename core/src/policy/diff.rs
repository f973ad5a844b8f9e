//! What one policy lets out that another does not.
//!
//! Comes in: two policies. Goes out: where the one is weaker, grouped by what changed.
//!
//! Policies are not compared line by line but by what they do: for every type, at every path that one of them names (and
//! at none), at every score at which one of them changes its mind. A path pattern is tried with one path that it fits; of
//! two patterns that overlap, the paths that only both fit are not looked at.
use core::fmt;
use std::collections::BTreeMap;

use serde_json::Value;

use crate::catalog::info::entities;
use crate::entity::{Category, EntityType, LOCATION, ORGANIZATION, PERSON, STREET_ADDRESS};
use crate::finding::{ContextKind, Evidence, Finding, Verdict};
use crate::input::Input;
use crate::score::Score;
use crate::span::Span;

use super::exposure::Exposure;
use super::{Operator, Policy, law, write};

/// One thing in which a policy is weaker than another.
///
/// ```
/// use wimple::{entity, Operator, Policy};
/// let before = Policy::new();
/// let after = Policy::new().on(entity::URL, Operator::keep());
/// let weaker = after.weaker_than(&before);
/// assert_eq!(weaker[0].to_string(), "URL: label became keep: the value stays in the text");
/// assert!(before.weaker_than(&after).is_empty());
/// ```
///
/// Holds names of types, paths and options as the policies have them; no allowed value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weakening {
    types: Vec<EntityType>,
    path: String,
    was: String,
    now: String,
    why: Vec<&'static str>,
}

impl Weakening {
    /// The types it is about; none where it is about all.
    pub fn entity_types(&self) -> &[EntityType] {
        &self.types
    }

    /// The path pattern it is about, as a rule has it; empty where it is about texts without one.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What the stronger policy does: an operator with its options, or another setting.
    pub fn was(&self) -> &str {
        &self.was
    }

    /// What the weaker one does.
    pub fn now(&self) -> &str {
        &self.now
    }

    /// In what that is weaker, in a few words each.
    pub fn why(&self) -> &[&'static str] {
        &self.why
    }

    /// As one JSON object with the keys `types`, `path`, `was`, `now` and `why`.
    pub fn to_json(&self) -> String {
        let types: Vec<&str> = self.types.iter().map(EntityType::name).collect();
        serde_json::json!({
            "types": types, "path": self.path, "was": self.was, "now": self.now, "why": self.why,
        })
        .to_string()
    }
}

impl fmt::Display for Weakening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let types: Vec<&str> = self.types.iter().map(EntityType::name).collect();
        let types = if types.is_empty() { "all types".to_owned() } else { types.join(", ") };
        let path = if self.path.is_empty() { String::new() } else { format!(" at {}", self.path) };
        write!(f, "{types}{path}: {} became {}: {}", self.was, self.now, self.why.join(", "))
    }
}

/// What a policy does to a type, somewhere.
#[derive(Clone, Copy, PartialEq)]
enum Fate<'p> {
    Done(&'p Operator),
    /// It is found, and not sure enough.
    NotReported,
    NotLookedFor,
}

impl Policy {
    /// In what this policy is weaker than another: what it leaves in a text, shows, lets be linked or lets be had back
    /// that the other does not. Empty where it is as strict everywhere.
    pub fn weaker_than(&self, other: &Policy) -> Vec<Weakening> {
        let mut found = Found::default();
        let types = types(self, other);
        let scores = scores(self, other);
        for path in paths(self, other) {
            let sample = path.replace('*', "x");
            let [now, was] = [self.at(&sample), other.at(&sample)];
            for kind in &types {
                for score in &scores {
                    let fates = [(&now, self), (&was, other)]
                        .map(|(rules, policy)| policy.fate(rules, kind, &sample, *score));
                    found.compare(path, &kind.entity, fates);
                }
            }
        }
        found.settings(self, other);
        found.list
    }

    /// What is done to a type where no rule says otherwise for a path or a score.
    ///
    /// ```
    /// use wimple::{entity, Operator, Policy};
    /// let policy = Policy::new().default(Operator::tokenize());
    /// assert_eq!(policy.operator_for(&entity::PERSON).name(), "tokenize");
    /// assert_eq!(policy.operator_for(&entity::PIN).name(), "label", "never in a form that comes back");
    /// ```
    pub fn operator_for(&self, entity: &EntityType) -> &Operator {
        let builtin = || entities().find(|e| e.id() == entity.name()).map(|e| e.category());
        let category = self.family(entity).or_else(builtin).unwrap_or(Category::Business);
        let finding = sample(entity, category, Score::new(100));
        law::lawful(self.chosen(&finding, &Input::new("")).0, entity)
    }

    /// The category its own recognizers give a type.
    fn family(&self, entity: &EntityType) -> Option<Category> {
        self.recognizers.iter().find(|r| r.entity == *entity).map(|r| r.family())
    }

    /// The policy with the rules that can match at a path alone, so that each path is looked up once.
    fn at(&self, path: &str) -> Policy {
        let fits = |globs: &[String]| globs.is_empty() || globs.iter().any(|g| super::glob::matches(g, path));
        let rules = self.rules.iter().filter(|r| fits(&r.paths)).cloned().collect();
        let mut small = Policy { rules, ..Policy::new().default(self.default.clone()) };
        small.minimum = self.minimum;
        small.types.clone_from(&self.types);
        small.categories.clone_from(&self.categories);
        small
    }

    fn fate<'p>(&self, rules: &'p Policy, kind: &Kind, path: &str, score: Score) -> Fate<'p> {
        let Kind { entity, category, by_default } = kind;
        let own = self.family(entity);
        let built_in = !self.disable.contains(entity) && (*by_default || self.enable.contains(entity));
        if own.is_none() && !built_in {
            return Fate::NotLookedFor;
        }
        let finding = sample(entity, own.unwrap_or(*category), score);
        let input = Input::new("").path(path);
        if rules.wanted(&finding, &input) {
            Fate::Done(law::lawful(rules.chosen(&finding, &input).0, entity))
        } else {
            Fate::NotReported
        }
    }
}

/// A finding as it might be.
fn sample(entity: &EntityType, category: Category, score: Score) -> Finding {
    let evidence = Evidence {
        recognizer: entity.clone(),
        verdict: Verdict::Unknown,
        context: ContextKind::None,
        claimed: false,
        specimen: false,
        folding: crate::finding::Folding::Plain,
        alternatives: Vec::new(),
        twin: None,
    };
    Finding { entity: entity.clone(), category, span: Span::new(0, 0), score, evidence }
}

/// A type that one of two policies may find.
struct Kind {
    entity: EntityType,
    category: Category,
    /// Looked for unless a policy says otherwise.
    by_default: bool,
}

/// Every type that either can find, in catalogue order, own ones last.
fn types(a: &Policy, b: &Policy) -> Vec<Kind> {
    let built_in = entities().filter(|e| e.category() != Category::Benign).filter_map(|e| {
        let entity = EntityType::builtin(e.id())?;
        Some(Kind { entity, category: e.category(), by_default: e.by_default() })
    });
    let mut types: Vec<Kind> = built_in.collect();
    for recognizer in a.recognizers.iter().chain(&b.recognizers) {
        if types.iter().all(|kind| kind.entity != recognizer.entity) {
            let (entity, category) = (recognizer.entity.clone(), recognizer.family());
            types.push(Kind { entity, category, by_default: false });
        }
    }
    types
}

/// No path, then every pattern that either names.
fn paths<'p>(a: &'p Policy, b: &'p Policy) -> Vec<&'p str> {
    let mut paths: Vec<&str> =
        a.rules.iter().chain(&b.rules).flat_map(|r| r.paths.iter().map(String::as_str)).collect();
    paths.sort_unstable();
    paths.dedup();
    paths.insert(0, "");
    paths
}

/// Every score at which either changes its mind, the highest first: what holds for sure findings is said before what
/// holds for doubtful ones.
fn scores(a: &Policy, b: &Policy) -> Vec<Score> {
    let of = |p: &Policy| -> Vec<Score> {
        p.rules.iter().filter_map(|r| r.minimum).chain([p.minimum, Score::new(100)]).collect()
    };
    let mut scores = [of(a), of(b)].concat();
    scores.sort_unstable_by(|a, b| b.cmp(a));
    scores.dedup();
    scores
}

#[derive(Default)]
struct Found {
    list: Vec<Weakening>,
    /// Where the group of a change is in the list, by path, before and after.
    groups: BTreeMap<(String, String, String), usize>,
}

impl Found {
    fn compare(&mut self, path: &str, entity: &EntityType, [now, was]: [Fate<'_>; 2]) {
        if now == was {
            return;
        }
        let [weak, strong] = [now, was].map(|fate| match fate {
            Fate::Done(operator) => Exposure::of(operator, entity),
            Fate::NotReported | Fate::NotLookedFor => Exposure::EVERYTHING,
        });
        let why = weak.beyond(&strong);
        if why.is_empty() {
            return;
        }
        let (was, now) = (described(was), described(now));
        let known = |path: &str| {
            let group = self.groups.get(&(path.to_owned(), was.clone(), now.clone()));
            group.and_then(|at| self.list.get(*at)).is_some_and(|w| w.types.contains(entity))
        };
        // What holds everywhere is not said again for each path.
        if known("") || known(path) {
            return;
        }
        let (key, at) = ((path.to_owned(), was.clone(), now.clone()), self.list.len());
        let at = *self.groups.entry(key).or_insert(at);
        match self.list.get_mut(at) {
            Some(group) => group.types.push(entity.clone()),
            None => {
                let types = vec![entity.clone()];
                self.list.push(Weakening { types, path: path.to_owned(), was, now, why });
            }
        }
    }

    /// What is not said of single types.
    fn settings(&mut self, weak: &Policy, strong: &Policy) {
        let mut say = |types: Vec<EntityType>, was: &str, now: String, why: &'static str| {
            let (path, was) = (String::new(), was.to_owned());
            self.list.push(Weakening { types, path, was, now, why: vec![why] });
        };
        if weak.ignore_specimens && !strong.ignore_specimens {
            say(
                Vec::new(),
                "specimens = redact",
                "specimens = ignore".to_owned(),
                "test numbers stay in the text",
            );
        }
        if !weak.names && strong.names {
            let types = [PERSON, STREET_ADDRESS, LOCATION, ORGANIZATION].to_vec();
            say(types, "names = true", "names = false".to_owned(), "what no cue leads to stays in the text");
        }
        for allow in &weak.allow {
            let same = |other: &super::Allow| {
                other.types == allow.types
                    && other.values == allow.values
                    && other.patterns().eq(allow.patterns())
            };
            if !strong.allow.iter().any(same) {
                let count = allow.values.len() + allow.patterns().count();
                let now = format!(
                    "allow of {count} {}",
                    if count == 1 { "value or pattern" } else { "values or patterns" }
                );
                say(allow.types.clone(), "no such allow", now, "what is allowed stays in the text");
            }
        }
        for template in &weak.benign {
            if !strong.benign.contains(template) {
                let now = format!("benign \"{}\"", template.name());
                say(Vec::new(), "no such benign", now, "what has this form stays in the text");
            }
        }
        for recognizer in &strong.recognizers {
            let kept = weak.recognizers.contains(recognizer);
            if !kept && weak.recognizers.iter().any(|r| r.entity == recognizer.entity) {
                let types = vec![recognizer.entity.clone()];
                say(types, "a recognizer", "another recognizer".to_owned(), "it may find less");
            }
        }
    }
}

/// An operator with those of its options that are not as by default: `mask keep_last = 4`.
fn described(fate: Fate<'_>) -> String {
    let operator = match fate {
        Fate::Done(operator) => operator,
        Fate::NotReported => return "not reported at a low score".to_owned(),
        Fate::NotLookedFor => return "not looked for".to_owned(),
    };
    let mut said = operator.name().to_owned();
    if let Value::Object(table) = write::operator(operator) {
        for (key, value) in table.iter().filter(|(key, _)| *key != "operator") {
            said.push_str(&format!(" {key} = {value}"));
        }
    }
    said
}
