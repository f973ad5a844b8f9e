//! How an engine is made: policy and limits come in, an engine or what is wrong with them goes out.
use super::Engine;
use crate::error::Error;
use crate::limits::Limits;
use crate::policy::Policy;

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

    /// Makes the engine.
    ///
    /// # Errors
    /// [`Error::Policy`] or [`Error::Pattern`] where the policy holds something that cannot work.
    pub fn build(self) -> Result<Engine, Error> {
        let policy = self.policy.unwrap_or_else(Policy::new);
        policy.validate()?;
        Ok(Engine::assemble(policy, self.limits))
    }
}
