//! What is done to each finding.
//!
//! Comes in: findings and the input they are of. Goes out: one decision per finding, in their order.
use smallvec::SmallVec;

use crate::catalog::template::Template;
use crate::entity::{Category, EntityType};
use crate::finding::{Finding, Findings};
use crate::input::Input;
use crate::score::Score;

use super::{Operator, Policy, law};

/// The policy's answer for one finding.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Decision<'p> {
    pub(crate) operator: &'p Operator,
    /// Name of the rule that decided, `specimens` for an ignored specimen.
    pub(crate) rule: Option<&'p str>,
    /// An allow list covers the value.
    pub(crate) allowed: bool,
}

/// One decision a finding; those of most texts need no memory of their own.
pub(crate) type Decisions<'p> = SmallVec<[Decision<'p>; 4]>;

static KEEP: Operator = Operator::Keep;
static LABEL: Operator = Operator::Label;

impl Decision<'_> {
    /// The same for a part of a value that is spread over messages: an operator that would work on the whole, or leaves some of
    /// it, cannot work on a part, and the part becomes its label.
    pub(crate) fn of_a_part(self) -> Self {
        let whole = matches!(
            self.operator,
            Operator::Mask(_)
                | Operator::Partial(_)
                | Operator::Generalize(_)
                | Operator::Fpe(_)
                | Operator::Pseudonym
                | Operator::ShiftDate(_)
        );
        if whole { Decision { operator: &LABEL, ..self } } else { self }
    }
}

impl Policy {
    /// Whether a finding is sure enough to be reported: for the policy, or for a rule that asks for less.
    pub(crate) fn wanted(&self, finding: &Finding, input: &Input<'_>) -> bool {
        finding.score() >= self.minimum
            || self.rules.iter().any(|r| r.minimum.is_some() && r.matches(finding, input, self.minimum))
    }

    /// What is done to each of `findings`.
    pub(crate) fn decide<'p>(&'p self, findings: &Findings, input: &Input<'_>) -> Decisions<'p> {
        if self.says_one_thing() {
            let decision = Decision { operator: &self.default, rule: None, allowed: false };
            return SmallVec::from_elem(decision, findings.len());
        }
        findings.iter().map(|finding| self.decide_one(finding, input)).collect()
    }

    /// Whether the default decides everything, and may act on every type.
    fn says_one_thing(&self) -> bool {
        !self.default.may_come_back()
            && self.allow.is_empty()
            && !self.ignore_specimens
            && self.rules.is_empty()
            && self.types.is_empty()
            && self.categories.is_empty()
    }

    fn decide_one<'p>(&'p self, finding: &Finding, input: &Input<'_>) -> Decision<'p> {
        if self.allow.iter().any(|allow| allow.covers(finding, input.text())) {
            return Decision { operator: &KEEP, rule: None, allowed: true };
        }
        if self.ignore_specimens && finding.evidence().specimen() {
            return Decision { operator: &KEEP, rule: Some("specimens"), allowed: false };
        }
        let (operator, rule) = self.chosen(finding, input);
        Decision { operator: law::lawful(operator, finding.entity_type()), rule, allowed: false }
    }

    /// The operator that rules, types, categories and default say, and the name of the rule.
    pub(super) fn chosen(&self, finding: &Finding, input: &Input<'_>) -> (&Operator, Option<&str>) {
        if let Some(rule) = self.rules.iter().find(|r| r.matches(finding, input, self.minimum)) {
            return (&rule.operator, rule.name.as_deref());
        }
        (self.line_for(finding.entity_type(), Some(finding.category())), None)
    }

    /// The operator of a type where no rule decides.
    pub(super) fn line_for(&self, entity: &EntityType, category: Option<Category>) -> &Operator {
        let of_type = self.types.iter().find(|(e, _)| e == entity).map(|(_, o)| o);
        let of_category = || self.categories.iter().find(|(c, _)| Some(*c) == category).map(|(_, o)| o);
        of_type.or_else(of_category).unwrap_or(&self.default)
    }

    /// The lowest score anything in the policy asks for.
    pub(crate) fn minimum(&self) -> Score {
        self.rules.iter().filter_map(|r| r.minimum).fold(self.minimum, Score::min)
    }

    /// Whether the name model may read the text.
    pub(crate) fn reads_names(&self) -> bool {
        self.names
    }

    /// Types to look for beside the default set.
    pub(crate) fn enabled(&self) -> &[EntityType] {
        &self.enable
    }

    /// Types not to look for.
    pub(crate) fn disabled(&self) -> &[EntityType] {
        &self.disable
    }

    /// Forms of the user's own harmless numbers.
    pub(crate) fn templates(&self) -> &[Template] {
        &self.benign
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity;
    use crate::finding::{ContextKind, Evidence, Verdict};
    use crate::policy::{Allow, Rule};
    use crate::span::Span;

    fn finding(entity: EntityType, category: Category, score: u8, specimen: bool) -> Finding {
        let evidence = Evidence {
            recognizer: entity.clone(),
            verdict: Verdict::Unknown,
            context: ContextKind::None,
            claimed: false,
            specimen,
            folding: crate::finding::Folding::Plain,
            alternatives: Vec::new(),
            twin: None,
        };
        Finding { entity, category, span: Span::new(0, 5), score: Score::new(score), evidence }
    }

    fn mail(score: u8) -> Finding {
        finding(entity::EMAIL_ADDRESS, Category::Contact, score, false)
    }

    fn one<'p>(policy: &'p Policy, finding: Finding, input: Input<'_>) -> Decision<'p> {
        policy.decide(&Findings::from_sorted(vec![finding]), &input)[0]
    }

    #[test]
    fn rule_then_type_then_category_then_default() {
        let policy = Policy::new()
            .default(Operator::placeholder())
            .on(entity::EMAIL_ADDRESS, Operator::label())
            .on_category(Category::Contact, Operator::remove())
            .rule(Rule::new(Operator::keep()).entity(entity::EMAIL_ADDRESS).path("/own/*").name("own"))
            .rule(Rule::new(Operator::mask()).path("/own/**"));
        let phone = || finding(entity::PHONE_NUMBER, Category::Contact, 80, false);
        let url = || finding(entity::URL, Category::Network, 80, false);
        let at = |path| Input::new("value").path(path);
        assert_eq!(one(&policy, mail(80), at("/own/mail")).rule, Some("own"));
        assert_eq!(one(&policy, mail(80), at("/own/a/b")).operator.name(), "mask");
        assert_eq!(one(&policy, mail(80), at("")).operator.name(), "label");
        assert_eq!(one(&policy, phone(), at("")).operator.name(), "remove");
        assert_eq!(one(&policy, url(), at("")).operator.name(), "placeholder");
    }

    #[test]
    fn rules_reach_below_the_floor_for_their_types_only() {
        let policy = Policy::new()
            .rule(Rule::new(Operator::keep()).entity(entity::EMAIL_ADDRESS))
            .rule(Rule::new(Operator::remove()).entity(entity::EMAIL_ADDRESS).minimum_score(Score::new(30)));
        let input = Input::new("value");
        assert_eq!(policy.minimum(), Score::new(30));
        assert!(policy.wanted(&mail(30), &input) && !policy.wanted(&mail(29), &input));
        assert!(!policy.wanted(&finding(entity::URL, Category::Network, 40, false), &input));
        assert_eq!(one(&policy, mail(30), input).operator.name(), "remove");
        assert_eq!(one(&policy, mail(50), input).operator.name(), "keep");
    }

    #[test]
    fn a_higher_minimum_is_a_condition() {
        let policy = Policy::new()
            .rule(Rule::new(Operator::remove()).category(Category::Contact).minimum_score(Score::new(90)));
        let input = Input::new("value");
        assert_eq!(policy.minimum(), Score::DEFAULT_MINIMUM);
        assert!(policy.wanted(&mail(60), &input));
        assert_eq!(one(&policy, mail(60), input).operator.name(), "label");
        assert_eq!(one(&policy, mail(90), input).operator.name(), "remove");
    }

    #[test]
    fn allowed_values_and_ignored_specimens_stay() {
        let allowed = |text: &str, policy: &Policy| one(policy, mail(80), Input::new(text)).allowed;
        let values = Policy::new().allow(Allow::values(["ÀB-CD"]).entity(entity::EMAIL_ADDRESS));
        // "àb-c" is five bytes long, so the finding ends before the d.
        assert!(!allowed("àb-cd", &values));
        let short = Policy::new().allow(Allow::values(["ZZ", "ÀB-C"]));
        assert!(allowed("àb-cd", &short));
        let other = Policy::new().allow(Allow::values(["abcde"]).entity(entity::URL));
        assert!(!allowed("abcde", &other));
        // The whole value, whichever alternative the engine would prefer.
        let pattern = Policy::new().allow(Allow::pattern("ab|abcde").unwrap());
        assert!(allowed("abcde", &pattern) && !allowed("xabcd", &pattern) && !allowed("abcd\n", &pattern));

        let policy = Policy::new().ignore_specimens(true).default(Operator::remove());
        let specimen = finding(entity::CREDIT_CARD, Category::Financial, 90, true);
        let kept = one(&policy, specimen, Input::new("value"));
        assert_eq!((kept.operator.name(), kept.rule, kept.allowed), ("keep", Some("specimens"), false));
        assert_eq!(one(&policy, mail(80), Input::new("value")).operator.name(), "remove");
    }
}
