//! What a policy may say and had better not.
//!
//! Comes in: a policy. Goes out: sentences for whoever wrote it, each with the rule it follows. Nothing is refused here.
use core::fmt;
use std::collections::BTreeSet;

use crate::entity::{self, EntityType};

use super::operator::{Mask, Operator};
use super::{Policy, Rule, law};

/// Types with so few values that whoever counts equal tokens or hashes can tell which is which (fewer than 2^20).
static FEW_VALUES: [EntityType; 4] =
    [entity::AGE, entity::POSTAL_CODE, entity::CARD_EXPIRY, entity::CARD_LAST_FOUR];

/// Something in a policy that works and may not be what was meant.
///
/// ```
/// use wimple::{entity, Operator, Policy, Rule};
/// let policy = Policy::new()
///     .on(entity::CREDIT_CARD, Operator::hash())
///     .rule(Rule::new(Operator::mask().keep_first(6).keep_last(4)).entity(entity::CREDIT_CARD).path("/receipt"));
/// let warnings = policy.warnings();
/// assert_eq!(warnings[0].rule(), "PCI DSS 4.0.1, 3.5.1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyWarning {
    rule: &'static str,
    problem: String,
}

impl PolicyWarning {
    /// The paragraph of a law or standard it follows, or the reason in a word.
    pub fn rule(&self) -> &'static str {
        self.rule
    }

    /// What is the matter, in one sentence.
    pub fn problem(&self) -> &str {
        &self.problem
    }
}

impl fmt::Display for PolicyWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.problem, self.rule)
    }
}

impl Policy {
    /// What works and may not be what was meant, in a fixed order. Empty where there is nothing to say.
    pub fn warnings(&self) -> Vec<PolicyWarning> {
        let mut warnings = Vec::new();
        let mut say = |rule, problem: String| warnings.push(PolicyWarning { rule, problem });
        let cards = self.done_to(&entity::CREDIT_CARD);
        if cards.iter().any(|o| **o == Operator::Hash) && cards.iter().any(|o| shows_a_part(o)) {
            let problem = "CREDIT_CARD is hashed in one place and shown in part in another: from both together the whole \
                           number can be found by trial, unless the hash key is kept apart from who sees the part";
            say("PCI DSS 4.0.1, 3.5.1", problem.to_owned());
        }
        if cards.iter().any(|o| **o == Operator::Keep) {
            say("PCI DSS 4.0.1, 3.4.1", "CREDIT_CARD is kept: the whole number stays in the text".to_owned());
        }
        for entity in [entity::CARD_VERIFICATION_CODE, entity::PIN, entity::CARD_TRACK] {
            if self.done_to(&entity).iter().any(|o| **o == Operator::Keep) {
                say("PCI DSS 4.0.1, 3.3.1", format!("{entity} is kept: it stays in the text"));
            }
        }
        let wide = |o: &&Operator| matches!(o, Operator::Mask(mask) if more_than_a_card_may(mask));
        if cards.iter().any(wide) {
            let problem = "a mask keeps more than the first 6 or last 4 characters: of a CREDIT_CARD it shows these only";
            say("PCI DSS 4.0.1, 3.4.1", problem.to_owned());
        }
        for entity in &FEW_VALUES {
            let named = self.types.iter().any(|(e, _)| e == entity)
                || self.rules.iter().any(|r| r.types.contains(entity));
            if named && let Some(operator) = self.done_to(entity).into_iter().find(|o| tells_equals(o)) {
                let name = operator.name();
                let problem = format!(
                    "{name} of {entity}: it has so few values that counting them may tell which is which"
                );
                say("frequency", problem);
            }
        }
        if self.override_reason.is_some() {
            for (name, weaker) in self.extends.iter().filter_map(|preset| {
                let preset_policy = super::preset::base(&[preset]).ok()?;
                Some((preset.0, self.weaker_than(&preset_policy)))
            }) {
                for weakening in weaker {
                    say("override_reason", super::preset::weaker(name, &weakening));
                }
            }
        }
        warnings
    }

    /// Every operator that some text may have for a type, each once.
    fn done_to(&self, entity: &EntityType) -> Vec<&Operator> {
        let builtin = crate::catalog::info::entities().find(|e| e.id() == entity.name());
        let category = builtin.map(|e| e.category());
        let of_rules: Vec<_> = self
            .rules
            .iter()
            .filter(|rule| {
                (rule.types.is_empty() && rule.categories.is_empty())
                    || rule.types.contains(entity)
                    || category.is_some_and(|c| rule.categories.contains(&c))
            })
            .collect();
        // A rule without conditions leaves nothing to the lines below it.
        let everywhere =
            |rule: &&Rule| rule.paths.is_empty() && rule.minimum.is_none_or(|m| m <= self.minimum);
        let rest = (!of_rules.iter().any(everywhere)).then(|| self.line_for(entity, category));
        let mut all: Vec<&Operator> =
            of_rules.iter().map(|rule| &rule.operator).chain(rest).map(|o| law::lawful(o, entity)).collect();
        let mut seen = BTreeSet::new();
        all.retain(|operator| seen.insert(super::write::operator(operator).to_string()));
        all
    }
}

fn shows_a_part(operator: &Operator) -> bool {
    match operator {
        Operator::Partial(_) => true,
        Operator::Mask(mask) => mask.keep_first + mask.keep_last > 0,
        Operator::Fpe(fpe) => fpe.keep_first + fpe.keep_last > 0,
        _ => false,
    }
}

fn more_than_a_card_may(mask: &Mask) -> bool {
    mask.keep_first > law::CARD_FIRST || mask.keep_last > law::CARD_LAST
}

/// Whether equal values are equal in the output, wherever the key is used.
fn tells_equals(operator: &Operator) -> bool {
    matches!(operator, Operator::Hash | Operator::Tokenize(_) | Operator::Fpe(_) | Operator::Pseudonym)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::Category;

    fn said(policy: &Policy) -> Vec<String> {
        policy.warnings().iter().map(PolicyWarning::to_string).collect()
    }

    #[test]
    fn a_card_is_not_hashed_here_and_shown_there() {
        let hash = || Policy::new().on(entity::CREDIT_CARD, Operator::hash());
        let shown: [Operator; 3] = [
            Operator::partial().into(),
            Operator::mask().keep_last(4).into(),
            Operator::fpe().keep_last(4).into(),
        ];
        for operator in shown {
            let rules = [
                Rule::new(operator.clone()).entity(entity::CREDIT_CARD).path("/a"),
                Rule::new(operator.clone()).category(Category::Financial).path("/c"),
                Rule::new(operator).path("/b/**"),
            ];
            for rule in rules {
                assert!(said(&hash().rule(rule))[0].ends_with("(PCI DSS 4.0.1, 3.5.1)"));
            }
        }
        assert!(said(&hash()).is_empty());
        let other = Rule::new(Operator::partial()).entity(entity::PERSON);
        assert!(said(&hash().rule(other)).is_empty());
        assert!(said(&hash().rule(Rule::new(Operator::mask()).path("/a"))).is_empty());
    }

    #[test]
    fn each_warning_has_its_case() {
        assert!(said(&Policy::new()).is_empty());
        let all = said(&Policy::new().default(Operator::keep()));
        assert_eq!(all.len(), 4, "{all:?}");
        let pin = said(&Policy::new().on(entity::PIN, Operator::keep()));
        assert_eq!(pin, ["PIN is kept: it stays in the text (PCI DSS 4.0.1, 3.3.1)"]);
        assert_eq!(said(&Policy::new().default(Operator::mask().keep_last(8))).len(), 1);
        let few = said(&Policy::new().on(entity::AGE, Operator::tokenize()));
        assert_eq!(
            few,
            ["tokenize of AGE: it has so few values that counting them may tell which is which (frequency)"]
        );
        // A default says nothing of single types.
        assert!(said(&Policy::new().default(Operator::tokenize())).is_empty());
        let weaker = Policy::preset("pci-dss")
            .unwrap()
            .on(entity::CARD_EXPIRY, Operator::keep())
            .override_reason("agents compare expiry dates");
        let said = said(&weaker);
        assert_eq!(said.len(), 1);
        assert!(said[0].starts_with("weaker than pci-dss: CARD_EXPIRY: label became keep"), "{said:?}");
    }
}
