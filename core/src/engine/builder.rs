//! How an engine is made: policy and limits come in, an engine or what is wrong with them goes out.
use super::Engine;
use crate::entity::EntityType;
use crate::error::Error;
use crate::input::Input;
use crate::limits::Limits;
use crate::policy::Policy;
use crate::recognizer::{Callback, Match};

/// Makes an [`Engine`].
///
/// ```
/// use wimple::{Engine, Limits, Operator, Policy};
/// let engine = Engine::builder()
///     .policy(Policy::new().default(Operator::remove()))
///     .limits(Limits::default().max_input(1 << 20))
///     .build()?;
/// assert_eq!(engine.redact("mail bo@example.com!")?.text(), "mail !");
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct EngineBuilder {
    policy: Option<Policy>,
    limits: Limits,
    callbacks: Vec<Callback>,
}

impl EngineBuilder {
    /// What shall be done to what is found; without it everything is labelled.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = Some(policy);
        self
    }

    /// How much one call may take.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Finds a type with a function of your own. Said twice of one type, the later counts.
    ///
    /// ```
    /// use wimple::{Engine, EntityType, Match};
    /// let seat = EntityType::named("SEAT")?;
    /// let engine = Engine::builder()
    ///     .callback(seat, |input| {
    ///         let at = input.text().find("17C");
    ///         Ok(at.map(|at| Match::new(at..at + 3)).into_iter().collect())
    ///     })
    ///     .build()?;
    /// assert_eq!(engine.redact("seat 17C, please")?.text(), "seat [SEAT], please");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// Score, context words and category are those of a [`Recognizer::callback`](crate::Recognizer::callback) of the
    /// policy, or the usual ones where the policy has none. The function sees each text once, with its hints, on the
    /// thread of the call, and threads that share the engine may call it at the same time. Its matches take part in the
    /// settling of overlaps; places where they begin and end are its own affair, character edges excepted.
    ///
    /// Where the function says why it cannot answer, panics, or gives places that are none, the call fails with
    /// [`Error::Callback`] and has no output. The reason is a constant of the program, so that no text gets into it.
    pub fn callback(
        mut self,
        entity: EntityType,
        function: impl Fn(&Input<'_>) -> Result<Vec<Match>, &'static str> + Send + Sync + 'static,
    ) -> Self {
        self.callbacks.retain(|c| c.entity != entity);
        self.callbacks.push(Callback::new(entity, function));
        self
    }

    /// Makes the engine.
    ///
    /// # Errors
    /// [`Error::Policy`] or [`Error::Pattern`] where the policy holds something that cannot work, or declares a callback
    /// that was not given.
    pub fn build(self) -> Result<Engine, Error> {
        let mut policy = self.policy.unwrap_or_else(Policy::new);
        for callback in &self.callbacks {
            policy = policy.declare(&callback.entity)?;
        }
        policy.validate()?;
        policy.validate_own(&self.callbacks.iter().map(|c| &c.entity).collect::<Vec<_>>())?;
        Ok(Engine::assemble(policy, self.limits, &self.callbacks))
    }
}
