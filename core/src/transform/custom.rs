//! Values that a callback of the host replaces.
//!
//! Comes in: findings, decisions and the callbacks. Goes out: one answer for each value that asks for one, or why there is
//! none. An answer that holds the value is no answer.
use core::panic::{RefUnwindSafe, UnwindSafe};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use zeroize::Zeroizing;

use super::canonical::ascii;
use super::{acting, place::Place, refusal};
use crate::error::Error;
use crate::finding::{Finding, Findings};
use crate::input::Input;
use crate::policy::{Decision, Operator};

/// What a host gives.
pub(crate) type Callback = dyn Fn(&Finding, &str) -> Result<String, &'static str> + Send + Sync;

/// Callbacks by their names.
#[derive(Clone, Default)]
pub(crate) struct Callbacks(BTreeMap<String, Registered>);

#[derive(Clone)]
struct Registered(Arc<Callback>);

// What a callback leaves behind when it panics is the host's; the engine holds no state that it could tear.
impl UnwindSafe for Registered {}
impl RefUnwindSafe for Registered {}

impl Callbacks {
    /// Adds a callback; said twice, the later counts.
    pub(crate) fn add(&mut self, name: String, callback: Arc<Callback>) {
        self.0.insert(name, Registered(callback));
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    fn ask(&self, name: &str, finding: &Finding, value: &str) -> Result<String, &'static str> {
        let Registered(callback) = self.0.get(name).ok_or("the engine was given no callback of that name")?;
        match catch_unwind(AssertUnwindSafe(|| callback(finding, value))) {
            Ok(Ok(answer)) if holds(&answer, value) => Err("its answer holds the value"),
            Ok(answer) => answer,
            Err(payload) => {
                // Never shown, since it may hold the value; never dropped, since dropping it may panic again.
                core::mem::forget(payload);
                Err("it panicked")
            }
        }
    }
}

/// The answers for all values that are given to a callback, in their order. What an outer finding covers is not asked for.
pub(super) fn answers(
    input: &Input<'_>,
    findings: &Findings,
    decisions: &[Decision<'_>],
    callbacks: &Callbacks,
) -> Result<Vec<String>, Error> {
    let mut answers = Vec::new();
    let mut done = 0;
    for (finding, decision) in findings.iter().zip(decisions) {
        let operator = acting(decision);
        let span = finding.span();
        if span.start() < done || *operator == Operator::Keep {
            continue;
        }
        done = span.end();
        let Operator::Custom(custom) = operator else { continue };
        let Some(place) = Place::of(input.text(), span.range()) else {
            return Err(refusal(finding, operator, "the finding is not a place in the text"));
        };
        // The host counts from where its text began.
        let told = finding.moved(input.offset());
        let answer = callbacks.ask(&custom.callback, &told, place.value());
        answers.push(answer.map_err(|problem| Error::Callback {
            what: format!(
                "custom {} for the {} at bytes {}..{}",
                custom.callback,
                told.entity_type(),
                told.span().start(),
                told.span().end()
            ),
            problem,
        })?);
    }
    Ok(answers)
}

/// The fewest letters and digits by which a value is known in another spelling.
const KNOWN: usize = 4;

/// Whether the value stands in `answer`, as it is or in another spelling: with other separators, case or width.
fn holds(answer: &str, value: &str) -> bool {
    if value.is_empty() {
        return false;
    }
    if answer.contains(value) {
        return true;
    }
    let (value, answer) = (spelled(value), spelled(answer));
    value.chars().nth(KNOWN - 1).is_some() && answer.contains(value.as_str())
}

/// Letters and digits alone, full-width ones as the plain ones, in lower case; in memory that is wiped.
fn spelled(text: &str) -> Zeroizing<String> {
    // Lower case takes at most half as much again as upper case (`Ⱥ`), so the buffer never moves.
    let mut plain = Zeroizing::new(String::with_capacity(text.len() * 3 / 2 + 8));
    plain.extend(text.chars().map(ascii).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase));
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_value_is_known_in_every_spelling() {
        for (answer, value) in [
            ("4111 1111 1111 1111", "4111 1111 1111 1111"),
            ("card 4111-1111-1111-1111!", "4111 1111 1111 1111"),
            ("４１１１1111.1111.1111", "4111 1111 1111 1111"),
            ("BO@EXAMPLE.COM", "bo@example.com"),
            ("bo at example com: boexamplecom", "bo@example.com"),
            ("Mr LEE, BO", "lee bo"),
            ("x1x", "1"),
            ("ÀÉÎÕ", "àéîõ"),
        ] {
            assert!(holds(answer, value), "{answer} holds {value}");
        }
        for (answer, value) in [
            ("", "4111"),
            ("[CARD 1]", "4111 1111"),
            ("1111 4111", "4111 1111"),
            ("LEE", "lee"),
            ("a-b", "ab"),
            ("anything", ""),
        ] {
            assert!(!holds(answer, value), "{answer} does not hold {value}");
        }
    }

    proptest! {
        /// Whatever a callback puts around a value or between its characters, the value is seen.
        #[test]
        fn what_is_put_around_hides_nothing(value in "[a-zA-Z0-9]{4,20}", sign in "[ .:/-]", left in "\\PC{0,9}", right in "\\PC{0,9}") {
            let spread: Vec<String> = value.chars().map(String::from).collect();
            let answer = format!("{left}{}{right}", spread.join(&sign));
            prop_assert!(holds(&answer, &value));
            prop_assert!(holds(&answer.to_uppercase(), &value));
        }
    }

    #[test]
    fn buffers_do_not_move() {
        for text in ["İ".repeat(99), "Ⱥ".repeat(99), "4111 ".repeat(99)] {
            let plain = spelled(&text);
            assert!(plain.len() <= text.len() * 3 / 2 + 8);
        }
    }
}
