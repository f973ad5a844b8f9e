//! One line of a policy: conditions, and the operator where all of them hold.
use crate::entity::{Category, EntityType};
use crate::finding::Finding;
use crate::input::Input;
use crate::score::Score;

use super::glob;
use super::operator::Operator;

/// An operator with the conditions under which it applies. The first rule of a policy that matches a finding decides.
///
/// ```
/// use wimple::{entity, Operator, Policy, Rule, Score};
/// let cards = Rule::new(Operator::mask().keep_last(4))
///     .name("cards")
///     .entity(entity::CREDIT_CARD)
///     .path("/customer/**")
///     .minimum_score(Score::new(40));
/// let policy = Policy::new().rule(cards);
/// # let _ = policy;
/// ```
///
/// What is found (any of the types or categories named), where (any of the paths) and how sure: each must hold that
/// is said. A rule that says nothing matches everything.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub(super) name: Option<String>,
    pub(super) types: Vec<EntityType>,
    pub(super) categories: Vec<Category>,
    pub(super) paths: Vec<String>,
    pub(super) minimum: Option<Score>,
    pub(super) operator: Operator,
}

impl Rule {
    /// A rule for everything.
    #[must_use]
    pub fn new(operator: impl Into<Operator>) -> Self {
        Rule {
            name: None,
            types: Vec::new(),
            categories: Vec::new(),
            paths: Vec::new(),
            minimum: None,
            operator: operator.into(),
        }
    }

    /// For this type; said again, for that one too.
    #[must_use]
    pub fn entity(mut self, entity: EntityType) -> Self {
        self.types.push(entity);
        self
    }

    /// For the types of this category; said again, for those of that one too.
    #[must_use]
    pub fn category(mut self, category: Category) -> Self {
        self.categories.push(category);
        self
    }

    /// Only where the input's path matches: `*` stands for any run without `/`, `**` for any run. Said again, that
    /// path will do too. A text without a path matches no pattern but those of `*` alone.
    #[must_use]
    pub fn path(mut self, glob: impl Into<String>) -> Self {
        self.paths.push(glob.into());
        self
    }

    /// Only for findings at least this sure. May be less than the policy's minimum score: what this rule matches is
    /// then reported although it is below that.
    #[must_use]
    pub fn minimum_score(mut self, score: Score) -> Self {
        self.minimum = Some(score);
        self
    }

    /// What reports and explanations call it.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Whether every condition holds; `floor` is the policy's minimum score, which counts where the rule has none.
    pub(super) fn matches(&self, finding: &Finding, input: &Input<'_>, floor: Score) -> bool {
        let anything = self.types.is_empty() && self.categories.is_empty();
        finding.score() >= self.minimum.unwrap_or(floor)
            && (anything
                || self.types.contains(finding.entity_type())
                || self.categories.contains(&finding.category()))
            && (self.paths.is_empty() || self.paths.iter().any(|p| glob::matches(p, input.path_hint())))
    }
}
