//! The front: a policy and a detector behind one handle.
//!
//! Comes in: a text and its hints. Goes out: findings, or the text with the policy applied to them.
mod builder;
mod check;
mod explain;
mod met;
mod pieces;
mod restore;
mod retokenize;
mod standing;
mod tokens;

use core::fmt;
use std::sync::Arc;

pub use builder::EngineBuilder;
pub use check::CheckFailure;
pub use explain::Explanation;
pub(crate) use restore::Opening;
pub use retokenize::{RetokenizeReport, Retokenized};
pub use standing::{analyze, redact};
pub use tokens::FoundToken;

use crate::detect::{Detector, Known, Settings};
use crate::entity::{Category, EntityType};
use crate::error::Error;
use crate::finding::{Finding, Findings};
use crate::input::Input;
use crate::keyset::Keyset;
use crate::limits::Limits;
use crate::policy::Policy;
use crate::recognizer::{Callback, Reader, Seen};
use crate::span::Span;
use crate::token;
use crate::transform::{self, Numbers, Redacted, Tools};

/// Finds sensitive data and applies one policy to it.
///
/// ```
/// use wimple::{Engine, Operator, Policy, entity};
/// let engine = Engine::builder()
///     .policy(Policy::new().on(entity::CREDIT_CARD, Operator::mask().keep_last(4)))
///     .build()?;
/// let out = engine.redact("Write to bo@example.com, card 4111 1111 1111 1111.")?;
/// assert_eq!(out.text(), "Write to [EMAIL_ADDRESS], card **** **** **** 1111.");
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// Cheap to clone, immutable, and shared by threads as it is: clones are handles to one engine. Engines share the
/// catalogue, so a host can hold one per tenant. An engine remembers nothing between calls; what has to be remembered
/// over a conversation is in a [`Session`](crate::Session).
#[derive(Clone)]
pub struct Engine {
    inner: Arc<Inner>,
}

struct Inner {
    policy: Policy,
    limits: Limits,
    detector: Detector,
    tools: Tools,
    models: Vec<Reader>,
}

impl Engine {
    /// An engine with the default policy: the default set of entity types, minimum score 50 %, everything labelled.
    ///
    /// ```
    /// let out = wimple::Engine::new().redact("I am at bo@example.com")?;
    /// assert_eq!(out.text(), "I am at [EMAIL_ADDRESS]");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    pub fn new() -> Self {
        Engine::assemble(Policy::new(), Limits::default(), Tools::default(), &[], Vec::new())
    }

    /// Starts the making of an engine with a policy or limits of your own.
    pub fn builder() -> EngineBuilder {
        EngineBuilder::default()
    }

    /// Says what is in a text, and changes nothing.
    ///
    /// ```
    /// let findings = wimple::Engine::new().analyze("I am at bo@example.com")?;
    /// assert_eq!(findings.len(), 1);
    /// assert_eq!(findings[0].to_string(), format!("EMAIL_ADDRESS 8..22 {}", findings[0].score()));
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Limit`] where the text or the number of findings is over the engine's limits.
    pub fn analyze<'t>(&self, input: impl Into<Input<'t>>) -> Result<Findings, Error> {
        self.find_knowing(&input.into(), &Known::default())
    }

    /// Applies the policy to a text.
    ///
    /// ```
    /// let out = wimple::Engine::new().redact("bo@example.com wrote")?;
    /// assert_eq!(out.text(), "[EMAIL_ADDRESS] wrote");
    /// assert_eq!(out.findings()[0].span().len(), 14);
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// Placeholders are numbered from 1 within this text. Those that shall be opened again, or stay the same over
    /// several texts, need a [`session`](Engine::session).
    ///
    /// # Errors
    /// [`Error::Limit`] where the text or the number of findings is over the engine's limits; [`Error::Operator`] where
    /// an operator cannot apply, a restorable placeholder outside a session for one; [`Error::Callback`] where a callback
    /// gives no answer, panics, or answers with the value. Then there is no output at all.
    pub fn redact<'t>(&self, input: impl Into<Input<'t>>) -> Result<Redacted, Error> {
        self.redact_numbered(&input.into(), &mut Numbers::of_text())
    }

    /// [`analyze`](Engine::analyze) for each of several texts. A [`Model`](crate::Model) is asked once for all of them.
    ///
    /// ```
    /// use wimple::{Engine, Input};
    /// let texts = ["I am at bo@example.com", "nothing here"].map(Input::new);
    /// let found = Engine::new().analyze_many(&texts)?;
    /// assert_eq!(found.iter().map(|f| f.len()).collect::<Vec<_>>(), [1, 0]);
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`analyze`](Engine::analyze); where one text fails, the whole call does.
    pub fn analyze_many(&self, inputs: &[Input<'_>]) -> Result<Vec<Findings>, Error> {
        let seen = self.seen_in(inputs)?;
        inputs
            .iter()
            .zip(&seen)
            .map(|(input, seen)| self.find_beside(input, seen, &Known::default()))
            .collect()
    }

    /// [`redact`](Engine::redact) for each of several texts. A [`Model`](crate::Model) is asked once for all of them.
    ///
    /// ```
    /// use wimple::{Engine, Input};
    /// let out = Engine::new().redact_many(&["I am at bo@example.com", "nothing here"].map(Input::new))?;
    /// assert_eq!(out[0].text(), "I am at [EMAIL_ADDRESS]");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`redact`](Engine::redact); where one text fails, the whole call does, and no text goes out.
    pub fn redact_many(&self, inputs: &[Input<'_>]) -> Result<Vec<Redacted>, Error> {
        let seen = self.seen_in(inputs)?;
        let redacted = inputs.iter().zip(&seen).map(|(input, seen)| {
            let findings = self.find_beside(input, seen, &Known::default())?;
            self.redact_found(input, findings, &[], &mut Numbers::of_text())
        });
        redacted.collect()
    }

    /// Says why something was found, and why something else was not.
    ///
    /// ```
    /// let why = wimple::Engine::new().explain("card 4111 1111 1111 1112")?;
    /// assert!(why.to_text().contains("kept because the writer calls it so"));
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// Slower than [`analyze`](Engine::analyze): every candidate that was not kept is written down.
    ///
    /// # Errors
    /// [`Error::Limit`] where the text or the number of findings is over the engine's limits.
    pub fn explain<'t>(&self, input: impl Into<Input<'t>>) -> Result<Explanation, Error> {
        let Inner { policy, limits, detector, tools, .. } = &*self.inner;
        let input = input.into();
        let traced = detector.trace(&input, limits, &self.seen(&input)?)?;
        let found = token::skip(traced.findings, input.text(), tools.ring.recognition());
        let findings = found.into_iter().filter(|f| policy.wanted(f, &input)).collect();
        let findings = Findings::from_sorted(findings);
        Ok(Explanation::new(findings, &traced.dropped, |entry| detector.type_of(entry)))
    }

    /// The entity types this engine looks for: those of the catalogue that are on, in its order, then those of the
    /// policy's own recognizers and the builder's callbacks.
    ///
    /// ```
    /// use wimple::{Engine, Policy, Recognizer, entity};
    /// let policy = Policy::new()
    ///     .disable(entity::CREDIT_CARD)
    ///     .recognizer(Recognizer::regex("CONTRACT_NO", r"CT-\d{6}")?);
    /// let types = Engine::builder().policy(policy).build()?.entities();
    /// assert!(!types.contains(&entity::CREDIT_CARD));
    /// assert_eq!(types.last().map(|e| e.name()), Some("CONTRACT_NO"));
    /// # Ok::<(), wimple::Error>(())
    /// ```
    pub fn entities(&self) -> Vec<EntityType> {
        self.inner.detector.types()
    }

    /// The policy this engine applies.
    pub fn policy(&self) -> &Policy {
        &self.inner.policy
    }

    /// Runs the `[[test]]` examples of the policy. An empty list means that all of them hold.
    ///
    /// ```
    /// use wimple::{Engine, Policy};
    /// let policy = Policy::from_toml(r#"
    ///     version = 1
    ///     [[test]]
    ///     name = "addresses are found"
    ///     text = "I am at bo@example.com"
    ///     finds = ["URL"]
    /// "#)?;
    /// let failures = Engine::builder().policy(policy).build()?.check()?;
    /// assert_eq!(failures[0].problem(), "finds EMAIL_ADDRESS, expected URL");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// `finds` names each type once, in any order. Examples are run as the first turn of a session, and a restorable
    /// placeholder is written without its tag, `[PERSON_1]`, since tags differ from session to session.
    ///
    /// # Errors
    /// [`Error::Limit`] where an example's text is over the engine's limits.
    pub fn check(&self) -> Result<Vec<CheckFailure>, Error> {
        check::run(self)
    }

    /// The whole library in one function.
    pub(crate) fn redact_numbered(
        &self,
        input: &Input<'_>,
        numbers: &mut Numbers,
    ) -> Result<Redacted, Error> {
        let findings = self.find_knowing(input, &Known::default())?;
        self.redact_found(input, findings, &[], numbers)
    }

    /// The second half of it. Those of `findings` that stand at one of `parts` are parts of values: no part of them stays.
    pub(crate) fn redact_found(
        &self,
        input: &Input<'_>,
        findings: Findings,
        parts: &[Span],
        numbers: &mut Numbers,
    ) -> Result<Redacted, Error> {
        let mut decisions = self.inner.policy.decide(&findings, input);
        if !parts.is_empty() {
            for (finding, decision) in findings.iter().zip(&mut decisions) {
                if parts.contains(&finding.span()) {
                    *decision = decision.of_a_part();
                }
            }
        }
        transform::apply(input, findings, &decisions, numbers, &self.inner.tools)
    }

    /// The keys the engine was given.
    pub(crate) fn keyset(&self) -> Option<&Keyset> {
        self.inner.tools.keyset.as_ref()
    }

    /// What the detector sees and the policy cares for.
    pub(crate) fn find_knowing(&self, input: &Input<'_>, known: &Known) -> Result<Findings, Error> {
        if self.inner.models.is_empty() {
            return self.find_beside(input, &[], known);
        }
        self.find_beside(input, &self.seen(input)?, known)
    }

    /// The same for a text that words of ours lead into: no model of the host's is asked about what nobody wrote.
    pub(crate) fn find_led(&self, input: &Input<'_>) -> Result<Findings, Error> {
        self.find_beside(input, &[], &Known::default())
    }

    /// Whether the policy cares for something that the session found.
    pub(crate) fn wants(&self, finding: &Finding, input: &Input<'_>) -> bool {
        self.inner.policy.wanted(finding, input)
    }

    /// The category of a type this engine looks for.
    pub(crate) fn category_of(&self, entity: &EntityType) -> Option<Category> {
        self.inner.detector.category_of(entity)
    }

    /// What the host's models see in one text.
    fn seen(&self, input: &Input<'_>) -> Result<Vec<Vec<Seen>>, Error> {
        if self.inner.models.is_empty() {
            return Ok(Vec::new());
        }
        Ok(self.seen_in(core::slice::from_ref(input))?.pop().unwrap_or_default())
    }

    /// What the host's models see: for each text, the answer of each model. Texts over the limit are shown to none.
    fn seen_in(&self, inputs: &[Input<'_>]) -> Result<Vec<Vec<Vec<Seen>>>, Error> {
        let limits = &self.inner.limits;
        if let Some(long) = inputs.iter().find(|input| input.text().len() > limits.input()) {
            return Err(Error::Limit {
                what: "input bytes",
                actual: long.text().len(),
                limit: limits.input(),
            });
        }
        let mut all = vec![Vec::new(); inputs.len()];
        for model in &self.inner.models {
            let answers = model.ask(inputs, limits.findings())?;
            all.iter_mut().zip(answers).for_each(|(all, answer)| all.push(answer));
        }
        Ok(all)
    }

    fn find_beside(&self, input: &Input<'_>, seen: &[Vec<Seen>], known: &Known) -> Result<Findings, Error> {
        let Inner { policy, limits, detector, tools, .. } = &*self.inner;
        let found = detector.detect(input, limits, seen, known)?;
        if found.is_empty() {
            return Ok(found);
        }
        let found = token::skip(found, input.text(), tools.ring.recognition());
        // What an earlier run has put there under a key of ours stays as it is.
        let numbers = !tools.known.is_empty();
        let own = |f: &Finding| numbers && transform::own_fpe(input, f, tools);
        let wanted = |f: &Finding| policy.wanted(f, input) && !own(f);
        if found.iter().all(wanted) {
            return Ok(found);
        }
        Ok(Findings::from_sorted(found.into_iter().filter(|f| wanted(f)).collect()))
    }

    fn assemble(
        policy: Policy,
        limits: Limits,
        tools: Tools,
        callbacks: &[Callback],
        models: Vec<Reader>,
    ) -> Self {
        let settings =
            Settings::new(policy.minimum(), policy.enabled(), policy.disabled(), policy.templates());
        let settings = settings.reading_names(policy.reads_names());
        let detector = Detector::new(settings.own(policy.recognizers(), callbacks));
        Engine { inner: Arc::new(Inner { policy, limits, detector, tools, models }) }
    }
}

impl Default for Engine {
    /// As [`Engine::new`].
    fn default() -> Self {
        Engine::new()
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine").finish_non_exhaustive()
    }
}
