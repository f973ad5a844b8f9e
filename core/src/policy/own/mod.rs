//! Recognizers of the policy's owner, and the names of their types in the rest of a policy.
//!
//! Comes in: builder calls and the tables of a document (`table`). Goes out: what cannot work.
mod table;

pub(super) use table::{RECOGNIZER, Types, recognizers, written};

use crate::catalog::CATALOG;
use crate::entity::EntityType;
use crate::error::{Error, PolicyError};
use crate::recognizer::{Form, Recognizer};

use super::Policy;

/// The most recognizers of one policy, and the most patterns and templates of all of them: each is tried by itself where
/// it may match.
const RECOGNIZERS: usize = 1000;
const PATTERNS: usize = 1000;

impl Policy {
    /// Adds a recognizer of your own. Those of one type find it together.
    ///
    /// ```
    /// use wimple::{Engine, Operator, Policy, Recognizer};
    /// let contract = Recognizer::regex("CONTRACT_NO", r"CT-\d{6}")?.context(["contract"]);
    /// let policy = Policy::new().on(contract.entity_type().clone(), Operator::remove()).recognizer(contract);
    /// let engine = Engine::builder().policy(policy).build()?;
    /// assert_eq!(engine.redact("contract CT-004711 ends")?.text(), "contract  ends");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    #[must_use]
    pub fn recognizer(mut self, recognizer: Recognizer) -> Self {
        self.recognizers.push(recognizer);
        self
    }

    /// The recognizers of your own, in the order they were added.
    pub fn recognizers(&self) -> &[Recognizer] {
        &self.recognizers
    }

    /// Declares a callback where the policy does not do so itself.
    pub(crate) fn declare(self, entity: &EntityType) -> Result<Self, Error> {
        if self.callbacks().any(|declared| declared == entity) {
            return Ok(self);
        }
        Ok(self.recognizer(Recognizer::callback(entity.name())?))
    }

    /// The types of declared callbacks.
    pub(crate) fn callbacks(&self) -> impl Iterator<Item = &EntityType> {
        self.recognizers.iter().filter(|r| r.form == Form::Callback).map(|r| &r.entity)
    }

    /// Looks for recognizers that cannot work, for types that nothing finds, and for declared callbacks that are not
    /// among those `given`.
    pub(crate) fn validate_own(&self, given: &[&EntityType]) -> Result<(), Error> {
        if let Some(r) = self.recognizers.iter().find(|r| r.problem().is_some()) {
            let problem = r.problem().map_or("", |(_, problem)| problem);
            return Err(built(format!("recognizer of {}: {problem}", r.entity)));
        }
        bounds(&self.recognizers).map_err(|problem| built(problem.to_owned()))?;
        if let Some(missing) = self.callbacks().find(|declared| !given.contains(declared)) {
            return Err(built(format!("the callback of {missing} was not given to the engine")));
        }
        let found_by_own = |entity: &EntityType| self.recognizers.iter().any(|r| r.entity == *entity);
        let known = |entity: &&EntityType| !is_builtin(entity) && !found_by_own(entity);
        if let Some(entity) = self.named().find(known) {
            return Err(built(format!("no recognizer finds {entity}")));
        }
        if let Some(entity) = self.enable.iter().chain(&self.disable).find(|entity| !is_builtin(entity)) {
            return Err(built(format!("{entity} is no built-in type that could be enabled or disabled")));
        }
        Ok(())
    }

    /// Every type that something other than a recognizer names.
    fn named(&self) -> impl Iterator<Item = &EntityType> {
        let types = self.types.iter().map(|(entity, _)| entity);
        let rules = self.rules.iter().flat_map(|rule| &rule.types);
        let allow = self.allow.iter().flat_map(|allow| &allow.types);
        let tests = self.tests.iter().flat_map(|test| test.finds.iter().flatten());
        types.chain(rules).chain(allow).chain(tests)
    }
}

fn is_builtin(entity: &EntityType) -> bool {
    CATALOG.iter().any(|e| e.id == entity.name())
}

fn built(problem: String) -> Error {
    Error::Policy(Box::new(PolicyError { problem, ..PolicyError::default() }))
}

/// Bounds how many there are, and holds that those of one type agree on its category.
fn bounds(recognizers: &[Recognizer]) -> Result<(), &'static str> {
    if recognizers.len() > RECOGNIZERS {
        return Err("more than 1000 recognizers");
    }
    let patterns = recognizers.iter().map(|r| match &r.form {
        Form::Regex(patterns) => patterns.len(),
        Form::Template { shapes, .. } => shapes.len(),
        Form::Words(_) | Form::Callback => 1,
    });
    if patterns.sum::<usize>() > PATTERNS {
        return Err("more than 1000 patterns and templates in recognizers");
    }
    let differs = |r: &Recognizer| {
        let first = recognizers.iter().find(|other| other.entity == r.entity);
        first.is_some_and(|first| first.family() != r.family())
    };
    if recognizers.iter().any(differs) {
        Err("recognizers of one type differ in its category")
    } else {
        Ok(())
    }
}
