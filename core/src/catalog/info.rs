//! The catalogue for people: what an entity type is, told as text and as JSON.
use core::fmt::Write as _;

use serde_json::json;

use super::entry::{Anchor, Entry};
use super::{CATALOG, CATALOG_VERSION};
use crate::entity::{Category, Sensitivity};
use crate::score::Score;

/// What one built-in entity type is, how it is recognised and checked, with examples.
///
/// ```
/// let info = wimple::EntityInfo::of("US_SSN").expect("built in");
/// assert_eq!(info.title(), "US social security number");
/// assert!(info.context().contains(&"ssn"));
/// assert!(info.to_text().contains("666-12-3456"));
/// ```
#[derive(Clone, Copy)]
pub struct EntityInfo(&'static Entry);

/// All built-in entity types in catalogue order, benign twins (category [`Category::Benign`]) last.
///
/// ```
/// assert!(wimple::entities().any(|e| e.id() == "CREDIT_CARD"));
/// ```
pub fn entities() -> impl Iterator<Item = EntityInfo> {
    CATALOG.iter().map(|entry| EntityInfo(entry))
}

impl EntityInfo {
    /// The type of that name, in any case.
    pub fn of(name: &str) -> Option<Self> {
        entities().find(|e| e.id().eq_ignore_ascii_case(name))
    }

    /// The id, for example `US_SSN`.
    pub fn id(&self) -> &'static str {
        self.0.id
    }

    /// What people call it, in English.
    pub fn title(&self) -> &'static str {
        self.0.title
    }

    /// Its family.
    pub fn category(&self) -> Category {
        self.0.category
    }

    /// How much harm a leaked value does.
    pub fn sensitivity(&self) -> Sensitivity {
        self.0.sensitivity
    }

    /// The score before check and context: +20 for a valid check, +15 for a word before, +10 for a word after.
    pub fn score(&self) -> Score {
        Score::new(self.0.score)
    }

    /// Whether it is looked for unless a policy disables it.
    pub fn by_default(&self) -> bool {
        self.0.by_default
    }

    /// Its forms in the shape notation; empty where only parsers find it.
    pub fn shape(&self) -> &'static str {
        self.0.shape
    }

    /// Whether a check can raise or reject it.
    pub fn has_check(&self) -> bool {
        self.0.check.is_some() || self.0.shape.is_empty()
    }

    /// Words near a value that speak for it.
    pub fn context(&self) -> &'static [&'static str] {
        self.0.context
    }

    /// Words that lead to a value.
    pub fn cues(&self) -> Vec<&'static str> {
        let lists = self.0.anchors.iter().filter_map(|(anchor, _)| match anchor {
            Anchor::Cue(words) => Some(words.iter().copied()),
            _ => None,
        });
        lists.flatten().collect()
    }

    /// Texts in which it is found; the value stands between `<<` and `>>` where it is not the whole text.
    pub fn finds(&self) -> &'static [&'static str] {
        self.0.finds
    }

    /// Texts in which it is not found, each with the reason.
    pub fn skips(&self) -> &'static [(&'static str, &'static str)] {
        self.0.skips
    }

    /// Standards and issuers its rules come from.
    pub fn sources(&self) -> &'static [&'static str] {
        self.0.sources
    }

    /// As a page of plain text.
    pub fn to_text(&self) -> String {
        let mut page = String::new();
        let mut line = |name: &str, value: &str| {
            if !value.is_empty() {
                let _ = writeln!(page, "  {name:<12} {value}");
            }
        };
        let default = if self.by_default() { "yes" } else { "no, ask for it in a policy" };
        line("category", &format!("{}, sensitivity {}", self.category(), self.sensitivity().name()));
        line("default set", default);
        line("score", &format!("{} before check and context", self.score()));
        line("form", if self.shape().len() > 300 { "one form for each country" } else { self.shape() });
        line("check", if self.has_check() { "yes" } else { "none" });
        line("led to by", &self.cues().join(", "));
        line("words near", &self.context().join(", "));
        for example in self.finds() {
            line("finds", example);
        }
        for (example, reason) in self.skips() {
            line("skips", &format!("{example}  ({reason})"));
        }
        for source in self.sources() {
            line("source", source);
        }
        format!("{}: {}\n{page}  {:<12} {CATALOG_VERSION}\n", self.id(), self.title(), "catalogue")
    }

    /// As a JSON object.
    pub fn to_json(&self) -> String {
        json!({
            "id": self.id(),
            "title": self.title(),
            "category": self.category().name(),
            "sensitivity": self.sensitivity().name(),
            "score": f64::from(self.0.score) / 100.0,
            "default": self.by_default(),
            "shape": self.shape(),
            "check": self.has_check(),
            "cues": self.cues(),
            "context": self.context(),
            "finds": self.finds(),
            "skips": self.skips().iter().map(|(text, reason)| json!({"text": text, "reason": reason})).collect::<Vec<_>>(),
            "sources": self.sources(),
            "catalog": CATALOG_VERSION,
        })
        .to_string()
    }
}

impl core::fmt::Debug for EntityInfo {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_tuple("EntityInfo").field(&self.id()).finish()
    }
}
