//! The examples inside a policy: each is run, and what differs is said without quoting it.
use core::fmt;

use super::Engine;
use crate::entity::EntityType;
use crate::error::Error;
use crate::input::Input;
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
        // Dates are shifted for somebody, so that an example is about somebody.
        let input = Input::new(example.text()).subject("example");
        let problems = match engine.redact_numbered(&input, &mut Numbers::of_example()) {
            Ok(redacted) => problems(example.finds(), example.redacted(), &redacted),
            Err(error @ (Error::Operator { .. } | Error::Callback { .. })) => vec![error.to_string()],
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

/// What differs from the types and the output an example names.
fn problems(finds: Option<&[EntityType]>, output: Option<&str>, redacted: &Redacted) -> Vec<String> {
    let mut problems = Vec::new();
    if let Some(expected) = finds {
        let found = types(redacted.findings().iter().map(|f| f.entity_type()));
        let expected = types(expected.iter());
        if found != expected {
            problems.push(format!("finds {}, expected {}", names(&found), names(&expected)));
        }
    }
    if let Some(expected) = output {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity;
    use crate::policy::{Operator, Policy};

    const TEXT: &str = "card 4111 1111 1111 1111, server 192.0.2.7, card 4111 1111 1111 1111";

    fn redacted(operator: impl Into<Operator>) -> Redacted {
        let engine = Engine::builder().policy(Policy::new().default(operator)).build().unwrap();
        engine.redact_numbered(&Input::new(TEXT), &mut Numbers::of_example()).unwrap()
    }

    #[test]
    fn what_holds_is_no_problem() {
        let out = redacted(Operator::label());
        // Each type once, in any order; a type that occurs twice is named once.
        let types = [entity::IP_ADDRESS, entity::CREDIT_CARD];
        let text = "card [CREDIT_CARD], server [IP_ADDRESS], card [CREDIT_CARD]";
        assert_eq!(problems(Some(&types), Some(text), &out), [""; 0]);
        assert_eq!(problems(None, None, &out), [""; 0]);
    }

    #[test]
    fn what_differs_is_said_without_the_text() {
        let out = redacted(Operator::keep());
        assert_eq!(problems(Some(&[]), None, &out), ["finds CREDIT_CARD, IP_ADDRESS, expected nothing"]);
        let wrong = problems(Some(&[entity::URL]), Some("card [CREDIT_CARD]"), &out);
        assert_eq!(
            wrong,
            [
                "finds CREDIT_CARD, IP_ADDRESS, expected URL".to_owned(),
                format!("output differs from byte 5 on ({} bytes, expected 18)", TEXT.len()),
            ]
        );
        let failure = CheckFailure { test: 1, name: "cards".to_owned(), problem: wrong.concat() };
        assert!(failure.to_string().starts_with("test 2 \"cards\": finds "));
        for part in ["4111", "192.0.2.7", "server"] {
            assert!(!format!("{failure} {failure:?}").contains(part));
        }
    }

    #[test]
    fn examples_write_restorable_placeholders_without_their_tag() {
        let text = "card [CREDIT_CARD_1], server [IP_ADDRESS_1], card [CREDIT_CARD_1]";
        assert_eq!(redacted(Operator::placeholder()).text(), text);
        // Numbered as a session numbers them: by spelling where they can be opened, by value where not.
        let text = "cards 4111 1111 1111 1111 and 4111-1111-1111-1111";
        for (operator, expected) in [
            (Operator::placeholder(), "cards [CREDIT_CARD_1] and [CREDIT_CARD_2]"),
            (Operator::placeholder().irreversible(), "cards [CREDIT_CARD_1] and [CREDIT_CARD_1]"),
        ] {
            let engine = Engine::builder().policy(Policy::new().default(operator)).build().unwrap();
            let out = engine.redact_numbered(&Input::new(text), &mut Numbers::of_example()).unwrap();
            assert_eq!(out.text(), expected);
        }
    }
}
