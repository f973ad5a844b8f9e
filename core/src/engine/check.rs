//! The examples inside a policy: each is run, and what differs is said without quoting it.
use core::fmt;

use super::Engine;
use crate::entity::EntityType;
use crate::error::Error;
use crate::input::Input;
use crate::policy::PolicyTest;
use crate::transform::{Numbers, Redacted};

/// An example of a policy that does not hold: which one, and how far off. Never quotes a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckFailure {
    test: usize,
    name: String,
    problem: String,
}

impl CheckFailure {
    /// Which example of the policy, from 0.
    pub fn test(&self) -> usize {
        self.test
    }

    /// The example's name as the policy gives it, which may be empty.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What differs, in types, counts and offsets.
    pub fn problem(&self) -> &str {
        &self.problem
    }
}

impl fmt::Display for CheckFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "test {}", self.test + 1)?;
        if !self.name.is_empty() {
            write!(f, " \"{}\"", self.name)?;
        }
        write!(f, ": {}", self.problem)
    }
}

/// Runs every example. One whose operators cannot apply fails as an example; other errors end the run.
pub(super) fn run(engine: &Engine) -> Result<Vec<CheckFailure>, Error> {
    let mut failures = Vec::new();
    for (test, example) in engine.policy().tests().iter().enumerate() {
        // Tags differ from run to run, so that an example is written, and compared, without them.
        let problems = match engine.redact_numbered(&Input::new(example.text()), &mut Numbers::of_example()) {
            Ok(redacted) => problems(example, &redacted),
            Err(error @ Error::Operator { .. }) => vec![error.to_string()],
            Err(error) => return Err(error),
        };
        failures.extend(problems.into_iter().map(|problem| CheckFailure {
            test,
            name: example.name().to_owned(),
            problem,
        }));
    }
    Ok(failures)
}

fn problems(example: &PolicyTest, redacted: &Redacted) -> Vec<String> {
    let mut problems = Vec::new();
    if let Some(expected) = example.finds() {
        let found = types(redacted.findings().iter().map(|f| f.entity_type()));
        let expected = types(expected.iter());
        if found != expected {
            problems.push(format!("finds {}, expected {}", names(&found), names(&expected)));
        }
    }
    if let Some(expected) = example.redacted() {
        let actual = redacted.text();
        if actual != expected {
            let same = actual.bytes().zip(expected.bytes()).take_while(|(a, b)| a == b).count();
            problems.push(format!(
                "output differs from byte {same} on ({} bytes, expected {})",
                actual.len(),
                expected.len()
            ));
        }
    }
    problems
}

/// Each type once, sorted.
fn types<'e>(types: impl Iterator<Item = &'e EntityType>) -> Vec<&'e EntityType> {
    let mut types: Vec<_> = types.collect();
    types.sort();
    types.dedup();
    types
}

fn names(types: &[&EntityType]) -> String {
    if types.is_empty() {
        return "nothing".to_owned();
    }
    types.iter().map(|t| t.name()).collect::<Vec<_>>().join(", ")
}
