//! The catalogue for people: what an entity type is, told as text and as JSON.
use core::fmt::Write as _;

use serde_json::json;

use super::entry::{Anchor, Entry};
use super::notes::note;
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

    /// What it is and what it looks like, in a few sentences; paragraphs are separated by an empty line.
    ///
    /// ```
    /// let info = wimple::EntityInfo::of("US_SSN").expect("built in");
    /// assert!(info.about().contains("written 3-2-4"));
    /// assert!(info.about_check().contains("666"));
    /// ```
    pub fn about(&self) -> &'static str {
        note(self.0.id).map_or("", |note| note.about)
    }

    /// What its check tests, in a few sentences; empty where there is nothing to tell.
    pub fn about_check(&self) -> &'static str {
        note(self.0.id).map_or("", |note| note.check)
    }

    /// Its family.
    pub fn category(&self) -> Category {
        self.0.category
    }

    /// How much harm a leaked value does.
    pub fn sensitivity(&self) -> Sensitivity {
        self.0.sensitivity
    }

    /// The score before check and context: +20 for a valid check, +15 for a word before, +10 for a word
    /// after; numbers that nothing proves lose 10 behind a word for an order, a parcel, a model.
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

    /// Words near a value that speak for it only where its check holds, such as the name of its country.
    ///
    /// ```
    /// let info = wimple::EntityInfo::of("IL_ID").expect("built in");
    /// assert!(info.hints().contains(&"israel"));
    /// ```
    pub fn hints(&self) -> &'static [&'static str] {
        self.0.hints
    }

    /// Words that lead to a value, each once.
    pub fn cues(&self) -> Vec<&'static str> {
        let lists = self.0.anchors.iter().filter_map(|(anchor, _)| match anchor {
            Anchor::Cue(words) => Some(words.iter().copied()),
            _ => None,
        });
        let mut cues = Vec::new();
        for cue in lists.flatten() {
            if !cues.contains(&cue) {
                cues.push(cue);
            }
        }
        cues
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
        // Where the prose begins with the title, its first paragraph says more of it.
        let (first, rest) = self.about().split_once("\n\n").unwrap_or((self.about(), ""));
        let told = first.starts_with(self.title());
        let (title, rest) = if told { (first, rest) } else { (self.title(), self.about()) };
        let mut page = String::new();
        lines("", &format!("{}: {}", self.id(), title.trim_end_matches('.')), &mut page);
        for paragraph in rest.split("\n\n").filter(|p| !p.is_empty()) {
            lines("", paragraph, &mut page);
        }
        let mut say = |name: &str, value: &str| {
            if !value.is_empty() {
                lines(name, value, &mut page);
            }
        };
        let default = match (self.category(), self.by_default()) {
            (Category::Benign, _) => "never reported; it competes with what it is taken for",
            (_, true) => "yes",
            (_, false) => "no, ask for it in a policy",
        };
        let check = match (self.has_check(), self.about_check()) {
            (_, told) if !told.is_empty() => told,
            (true, _) => "yes",
            (false, _) => "none",
        };
        say("category", &format!("{}, sensitivity {}", self.category(), self.sensitivity().name()));
        say("default set", default);
        say("score", &format!("{} before check and context", self.score()));
        say("form", if self.shape().len() > 300 { "one form for each country" } else { self.shape() });
        say("check", check);
        say("led to by", &self.cues().join(", "));
        say("words near", &self.context().join(", "));
        say("hinted by", &self.hints().join(", "));
        for example in self.finds() {
            line("finds", example, &mut page);
        }
        for (example, reason) in self.skips() {
            line("skips", &format!("{example}  ({reason})"), &mut page);
        }
        for source in self.sources() {
            lines("source", source, &mut page);
        }
        line("catalogue", CATALOG_VERSION, &mut page);
        page
    }

    /// As a JSON object.
    pub fn to_json(&self) -> String {
        json!({
            "id": self.id(),
            "title": self.title(),
            "about": self.about(),
            "category": self.category().name(),
            "sensitivity": self.sensitivity().name(),
            "score": f64::from(self.0.score) / 100.0,
            "default": self.by_default(),
            "shape": self.shape(),
            "check": self.has_check(),
            "about_check": self.about_check(),
            "cues": self.cues(),
            "context": self.context(),
            "hints": self.hints(),
            "finds": self.finds(),
            "skips": self.skips().iter().map(|(text, reason)| json!({"text": text, "reason": reason})).collect::<Vec<_>>(),
            "sources": self.sources(),
            "catalog": CATALOG_VERSION,
        })
        .to_string()
    }
}

/// Width of a page of plain text, and where the values start.
const WIDTH: usize = 100;
const VALUE: usize = 15;

/// A name and its value as it is, on one line.
fn line(name: &str, value: &str, page: &mut String) {
    let _ = writeln!(page, "  {name:<12} {}", value.replace('\n', "\\n"));
}

/// A name and its value in words; without a name a paragraph.
fn lines(name: &str, value: &str, page: &mut String) {
    let margin = if name.is_empty() { 0 } else { VALUE };
    let mut at = margin;
    if !name.is_empty() {
        let _ = write!(page, "  {name:<12} ");
    }
    for (number, word) in value.split_ascii_whitespace().enumerate() {
        let length = word.chars().count();
        if number > 0 && at + 1 + length > WIDTH {
            let _ = write!(page, "\n{:margin$}", "");
            at = margin;
        } else if number > 0 {
            page.push(' ');
            at += 1;
        }
        page.push_str(word);
        at += length;
    }
    page.push('\n');
}

impl core::fmt::Debug for EntityInfo {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_tuple("EntityInfo").field(&self.id()).finish()
    }
}
