//! Policies that follow a law or standard, as documents to be read, extended and made stricter.
//!
//! Comes in: names. Goes out: policies, and what a policy that extends one makes weaker.
use crate::entity::EntityType;
use crate::error::{Error, PolicyError};

use super::exposure::Exposure;
use super::law;
use super::names::Known;
use super::operator::Operator;
use super::{Policy, Weakening, document, put, tree};

/// One preset: its name and its document.
pub(super) type Preset = (&'static str, &'static str);

pub(super) const HIPAA: &str = "hipaa-safe-harbor";

static PRESETS: [Preset; 4] = [
    ("pci-dss", include_str!("presets/pci-dss.toml")),
    (HIPAA, include_str!("presets/hipaa-safe-harbor.toml")),
    ("gdpr", include_str!("presets/gdpr.toml")),
    ("ccpa", include_str!("presets/ccpa.toml")),
];

pub(super) const NAMES: Known = Known::Words("preset", &["pci-dss", "hipaa-safe-harbor", "gdpr", "ccpa"]);

/// The fewest characters of a reason: less says nothing.
pub(super) const REASON: usize = 10;

impl Policy {
    /// A policy that follows a law or standard: `pci-dss`, `hipaa-safe-harbor`, `gdpr` or `ccpa`.
    ///
    /// ```
    /// use wimple::{Engine, Policy};
    /// let engine = Engine::builder().policy(Policy::preset("pci-dss")?).build()?;
    /// let out = engine.redact("card 4111 1111 1111 1111, cvv 123")?;
    /// assert_eq!(out.text(), "card **** **** **** 1111, cvv [CARD_VERIFICATION_CODE]");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// A document does the same with `extends = ["pci-dss"]`. Whatever is said beside it may make it stricter; what makes
    /// it weaker is refused, unless [`override_reason`](Policy::override_reason) says why. A preset is a help, no
    /// certificate: which paragraph each of its lines follows, and what it leaves to the host, is in
    /// [its document](Policy::preset_document).
    ///
    /// # Errors
    /// [`Error::Policy`] where there is no preset of that name.
    pub fn preset(name: &str) -> Result<Self, Error> {
        let Some(preset) = find(name) else {
            return Err(built(NAMES.problem(name), NAMES.hint(name)));
        };
        base(&[preset])
    }

    /// The names of the presets.
    pub fn presets() -> impl Iterator<Item = &'static str> {
        PRESETS.iter().map(|(name, _)| *name)
    }

    /// The document of a preset: TOML, in which a comment beside each line names the paragraph it follows, with examples.
    ///
    /// ```
    /// let document = wimple::Policy::preset_document("pci-dss").expect("there is one");
    /// assert!(document.contains("3.4.1"));
    /// ```
    pub fn preset_document(name: &str) -> Option<&'static str> {
        find(name).map(|preset| preset.1)
    }

    /// The names of the presets it extends.
    pub fn extends(&self) -> impl Iterator<Item = &'static str> {
        self.extends.iter().map(|(name, _)| *name)
    }

    /// Why it may be weaker than the presets it extends: ten characters or more, for whoever reads the policy.
    ///
    /// ```
    /// use wimple::{entity, Engine, Operator, Policy};
    /// let shown = Policy::preset("pci-dss")?.on(entity::CARD_EXPIRY, Operator::keep());
    /// assert!(Engine::builder().policy(shown.clone()).build().is_err());
    /// let shown = shown.override_reason("agents compare expiry dates by telephone");
    /// assert!(Engine::builder().policy(shown).build().is_ok());
    /// # Ok::<(), wimple::Error>(())
    /// ```
    #[must_use]
    pub fn override_reason(mut self, reason: impl Into<String>) -> Self {
        self.override_reason = Some(reason.into());
        self
    }

    /// In what it is weaker than a preset it extends, with the preset's name, where it gives no reason.
    pub(super) fn unexplained(&self) -> Result<Option<(&'static str, Weakening)>, Error> {
        if self.override_reason.is_some() {
            return Ok(None);
        }
        for preset in &self.extends {
            if let Some(weakening) = self.weaker_than(&base(&[preset])?).into_iter().next() {
                return Ok(Some((preset.0, weakening)));
            }
        }
        Ok(None)
    }

    /// The first operator that a preset of this policy forbids, and why; `vault` is whether tokens come from one.
    pub(super) fn forbidden(&self, vault: bool) -> Option<(&Operator, String)> {
        let derived = |operator: &&Operator| operator.is_derived(vault);
        if !self.extends().any(|name| name == HIPAA) {
            return None;
        }
        self.operators().find(derived).map(|operator| (operator, derived_code(operator)))
    }

    /// What laws and presets ask of a policy beyond its being well-formed.
    pub(crate) fn validate_law(&self, vault: bool) -> Result<(), Error> {
        if let Some((operator, problem)) = self.forbidden(vault) {
            let hint = match operator {
                Operator::Tokenize(_) => "tokens that a vault draws are not derived: give the engine a vault",
                _ => "label and remove are safe",
            };
            return Err(built(problem, hint.to_owned()));
        }
        if self.override_reason.as_ref().is_some_and(|reason| reason.chars().count() < REASON) {
            return Err(built(short_reason(), String::new()));
        }
        match self.unexplained()? {
            Some((preset, weakening)) => Err(built(weaker(preset, &weakening), HINT.to_owned())),
            None => Ok(()),
        }
    }
}

/// What to do about a policy that is weaker than its preset.
pub(super) const HINT: &str = "say why in override_reason, or leave it as the preset has it";

pub(super) fn weaker(preset: &str, weakening: &Weakening) -> String {
    format!("weaker than {preset}: {weakening}")
}

pub(super) fn derived_code(operator: &Operator) -> String {
    format!(
        "{HIPAA} does not allow {}: a code is not derived from what it stands for (45 CFR 164.514(c))",
        operator.name()
    )
}

pub(super) fn short_reason() -> String {
    format!("an override_reason has {REASON} characters or more")
}

pub(super) fn find(name: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|(known, _)| *known == name)
}

/// What a policy that extends these presets starts from: of what they say differently, the stricter.
pub(super) fn base(presets: &[&'static Preset]) -> Result<Policy, Error> {
    let mut base = Policy::new();
    for (index, preset) in presets.iter().enumerate() {
        let read = document::read(preset.1, tree::from_toml)?;
        base = if index == 0 { read } else { stricter(&base, &read) };
    }
    base.extends = presets.to_vec();
    // Examples hold for the preset alone, not for what is made of it.
    base.tests.clear();
    Ok(base)
}

/// Presets have a default, lines for types and categories, types to look for, and a least score; no rules.
fn stricter(a: &Policy, b: &Policy) -> Policy {
    let mut both = Policy::new().default(strict(&a.default, &b.default, None).clone());
    both.minimum = a.minimum.min(b.minimum);
    for entity in a.enable.iter().chain(&b.enable) {
        both = both.enable(entity.clone());
    }
    for (category, _) in a.categories.iter().chain(&b.categories) {
        let of = |p: &'_ Policy| {
            p.categories.iter().find(|(c, _)| c == category).map_or(&p.default, |(_, o)| o).clone()
        };
        put(&mut both.categories, *category, strict(&of(a), &of(b), None).clone());
    }
    // A type of one is what the other makes of its category; so every type that either names is named.
    for (entity, _) in a.types.iter().chain(&b.types) {
        let operator = strict(a.operator_for(entity), b.operator_for(entity), Some(entity)).clone();
        put(&mut both.types, entity.clone(), operator);
    }
    both
}

/// The stricter of two operators; the label where neither is.
fn strict<'o>(a: &'o Operator, b: &'o Operator, entity: Option<&EntityType>) -> &'o Operator {
    static LABEL: Operator = Operator::Label;
    let anything = crate::entity::PERSON;
    let entity = entity.unwrap_or(&anything);
    let (of_a, of_b) = (Exposure::of(a, entity), Exposure::of(b, entity));
    match (of_a.beyond(&of_b).is_empty(), of_b.beyond(&of_a).is_empty()) {
        (true, _) => a,
        (false, true) => b,
        (false, false) => &LABEL,
    }
}

fn built(problem: String, hint: String) -> Error {
    let hint = Some(hint).filter(|hint| !hint.is_empty());
    Error::Policy(Box::new(PolicyError { problem, hint, ..PolicyError::default() }))
}

/// A mask that shows no more of a card than may be seen is what every preset has for cards.
const _: () = assert!(law::CARD_FIRST == 6 && law::CARD_LAST == 4);
