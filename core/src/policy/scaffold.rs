//! SCAFFOLD of branch `front`: dropped when `policy` lands.
#![allow(missing_docs, dead_code)]
use super::Operator;
use crate::entity::EntityType;
use crate::error::Error;
use crate::finding::{Finding, Findings};
use crate::input::Input;
use crate::score::Score;

#[derive(Clone, Debug)]
pub struct Policy {
    default: Operator,
    on: Vec<(EntityType, Operator)>,
    allow: Vec<String>,
    tests: Vec<PolicyTest>,
}
pub(crate) struct Decision<'p> {
    pub(crate) operator: &'p Operator,
    pub(crate) rule: Option<&'p str>,
    pub(crate) allowed: bool,
}
#[derive(Clone, Debug)]
pub struct PolicyTest {
    name: String,
    text: String,
    redacted: Option<String>,
    finds: Option<Vec<EntityType>>,
}
impl PolicyTest {
    pub fn name(&self) -> &str {
        &self.name
    }
    pub fn text(&self) -> &str {
        &self.text
    }
    pub fn redacted(&self) -> Option<&str> {
        self.redacted.as_deref()
    }
    pub fn finds(&self) -> Option<&[EntityType]> {
        self.finds.as_deref()
    }
}
impl Policy {
    pub fn new() -> Self {
        Policy { default: Operator::Label, on: Vec::new(), allow: Vec::new(), tests: Vec::new() }
    }
    pub fn default(mut self, operator: impl Into<Operator>) -> Self {
        self.default = operator.into();
        self
    }
    pub fn on(mut self, entity: EntityType, operator: impl Into<Operator>) -> Self {
        self.on.push((entity, operator.into()));
        self
    }
    pub fn tests(&self) -> &[PolicyTest] {
        &self.tests
    }
    pub(crate) fn validate(&self) -> Result<(), Error> {
        Ok(())
    }
    pub(crate) fn minimum(&self) -> Score {
        Score::DEFAULT_MINIMUM
    }
    pub(crate) fn enabled(&self) -> &[EntityType] {
        &[]
    }
    pub(crate) fn disabled(&self) -> &[EntityType] {
        &[]
    }
    pub(crate) fn templates(&self) -> &[crate::catalog::template::Template] {
        &[]
    }
    pub(crate) fn ignores_specimens(&self) -> bool {
        false
    }
    pub(crate) fn wanted(&self, _: &Finding, _: &Input<'_>) -> bool {
        true
    }
    pub(crate) fn decide<'p>(&'p self, findings: &Findings, input: &Input<'_>) -> Vec<Decision<'p>> {
        findings
            .iter()
            .map(|f| {
                let operator =
                    self.on.iter().find(|(e, _)| e == f.entity_type()).map_or(&self.default, |(_, o)| o);
                let allowed = f.text(input.text()).is_some_and(|t| self.allow.iter().any(|a| a == t));
                Decision { operator, rule: None, allowed }
            })
            .collect()
    }
}
