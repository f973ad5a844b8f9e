//! What kinds of sensitive data there are.
use core::fmt;
use std::sync::Arc;

use crate::error::Error;

mod names;
pub use names::*;

/// A kind of sensitive data, named in `SCREAMING_SNAKE_CASE`.
///
/// ```
/// use wimple::entity;
/// assert_eq!(entity::CREDIT_CARD.name(), "CREDIT_CARD");
/// assert_eq!(wimple::EntityType::builtin("CREDIT_CARD"), Some(entity::CREDIT_CARD));
/// ```
///
/// Ids are Presidio's where it has one, else Google's, else ours; national ones start with the ISO country code.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityType(Name);

#[derive(Clone)]
enum Name {
    // Behind one more reference, so that a type is two words long and not three.
    Static(&'static &'static str),
    Shared(Arc<str>),
}

impl EntityType {
    pub(crate) const fn new(name: &'static &'static str) -> Self {
        EntityType(Name::Static(name))
    }

    /// The built-in type of that name, if there is one.
    pub fn builtin(name: &str) -> Option<Self> {
        ALL.iter().find(|e| e.name() == name).cloned()
    }

    /// The type of that name: the built-in one, or one of your own, which a [`Recognizer`](crate::Recognizer) finds.
    ///
    /// ```
    /// use wimple::EntityType;
    /// assert_eq!(EntityType::named("CREDIT_CARD")?, wimple::entity::CREDIT_CARD);
    /// assert_eq!(EntityType::named("CONTRACT_NO")?.name(), "CONTRACT_NO");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::InvalidArgument`] where the name is not 2 to 32 capitals, digits and underscores that begin with a
    /// letter and end in no underscore, or where it ends like the number of a placeholder (`CONTRACT_2`).
    pub fn named(name: &str) -> Result<Self, Error> {
        if let Some(builtin) = EntityType::builtin(name) {
            return Ok(builtin);
        }
        match well_formed(name) {
            Ok(()) => Ok(EntityType::shared(name)),
            Err(problem) => Err(Error::InvalidArgument { what: "entity type", problem: problem.to_owned() }),
        }
    }

    /// A name that is not in the catalogue.
    pub(crate) fn shared(name: &str) -> Self {
        EntityType(Name::Shared(name.into()))
    }

    /// The id, for example `EMAIL_ADDRESS`.
    pub fn name(&self) -> &str {
        match &self.0 {
            Name::Static(name) => name,
            Name::Shared(name) => name,
        }
    }
}

/// What is wrong with the name of a type, if anything is.
fn well_formed(name: &str) -> Result<(), &'static str> {
    let shape = (2..=32).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
        && !name.ends_with('_');
    if !shape {
        return Err(
            "a name has 2 to 32 capitals, digits and underscores, a capital first and no underscore last",
        );
    }
    match name.rsplit_once('_') {
        Some((_, last)) if last.bytes().all(|b| b.is_ascii_digit()) => {
            Err("a name may not end in an underscore and a number, as placeholders do")
        }
        _ => Ok(()),
    }
}

/// Every built-in type, sorted by name.
pub(crate) fn builtins() -> &'static [EntityType] {
    ALL
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        // Names of built-in types mostly are one and the same text.
        let (a, b) = (self.as_str(), other.as_str());
        core::ptr::eq(a, b) || a == b
    }
}
impl Eq for Name {}
impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Name {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}
impl core::hash::Hash for Name {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}
impl Name {
    fn as_str(&self) -> &str {
        match self {
            Name::Static(name) => name,
            Name::Shared(name) => name,
        }
    }
}

impl fmt::Display for EntityType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for EntityType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A family of entity types. Policies may name one instead of its members.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Category {
    /// E-mail, phone, messenger.
    Contact,
    /// Names, birth dates.
    Person,
    /// Addresses and places.
    Location,
    /// Cards and bank accounts.
    Financial,
    /// Numbers issued by states.
    GovernmentId,
    /// Health records.
    Health,
    /// Passwords, keys, codes.
    Secret,
    /// IP addresses, URLs.
    Network,
    /// Devices.
    Device,
    /// Vehicles.
    Vehicle,
    /// Customer and user accounts.
    Account,
    /// Business data.
    Business,
    /// Special categories of the GDPR: health, religion, origin, orientation, union, politics.
    SpecialCategory,
    /// Harmless things that look like data: they compete with candidates and are never reported.
    Benign,
}

impl Category {
    /// Every category, in the order above.
    pub const ALL: [Category; 14] = [
        Category::Contact,
        Category::Person,
        Category::Location,
        Category::Financial,
        Category::GovernmentId,
        Category::Health,
        Category::Secret,
        Category::Network,
        Category::Device,
        Category::Vehicle,
        Category::Account,
        Category::Business,
        Category::SpecialCategory,
        Category::Benign,
    ];

    /// The name used in policies and reports: `government_id`.
    pub const fn name(self) -> &'static str {
        match self {
            Category::Contact => "contact",
            Category::Person => "person",
            Category::Location => "location",
            Category::Financial => "financial",
            Category::GovernmentId => "government_id",
            Category::Health => "health",
            Category::Secret => "secret",
            Category::Network => "network",
            Category::Device => "device",
            Category::Vehicle => "vehicle",
            Category::Account => "account",
            Category::Business => "business",
            Category::SpecialCategory => "special_category",
            Category::Benign => "benign",
        }
    }

    /// The category of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Category::ALL.into_iter().find(|c| c.name() == name)
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How much harm a leaked value does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Sensitivity {
    /// Little by itself.
    Low,
    /// Identifies or reaches a person.
    Medium,
    /// Opens the way to fraud or discrimination.
    High,
    /// Usable at once by whoever reads it.
    Critical,
}

impl Sensitivity {
    /// `low`, `medium`, `high` or `critical`.
    pub const fn name(self) -> &'static str {
        match self {
            Sensitivity::Low => "low",
            Sensitivity::Medium => "medium",
            Sensitivity::High => "high",
            Sensitivity::Critical => "critical",
        }
    }

    /// The sensitivity of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        use Sensitivity::{Critical, High, Low, Medium};
        [Low, Medium, High, Critical].into_iter().find(|s| s.name() == name)
    }
}
