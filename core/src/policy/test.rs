//! An example inside a policy document: a text, and what has to come of it.
use core::fmt;

use crate::entity::EntityType;

/// An example of a policy document, run by [`Engine::check`](crate::Engine::check).
///
/// ```
/// let policy = wimple::Policy::from_toml(r#"
///     version = 1
///     [[test]]
///     name = "card"
///     text = "card 4111 1111 1111 1111"
///     finds = ["CREDIT_CARD"]
/// "#)?;
/// assert_eq!(policy.tests()[0].name(), "card");
/// assert_eq!(policy.tests()[0].finds(), Some(&[wimple::entity::CREDIT_CARD][..]));
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// `Debug` shows neither text.
#[derive(Clone, PartialEq, Eq)]
pub struct PolicyTest {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) redacted: Option<String>,
    pub(super) finds: Option<Vec<EntityType>>,
}

impl PolicyTest {
    /// What the document calls it; empty where it has no name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text that goes in.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text that has to come out, where the document says it.
    pub fn redacted(&self) -> Option<&str> {
        self.redacted.as_deref()
    }

    /// The types that have to be found, in the order of the text, where the document says it.
    pub fn finds(&self) -> Option<&[EntityType]> {
        self.finds.as_deref()
    }
}

impl fmt::Debug for PolicyTest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PolicyTest").field("finds", &self.finds).finish_non_exhaustive()
    }
}
