//! SCAFFOLD of branch `front`: dropped when `detect` lands. Finds words that hold an `@` (EMAIL_ADDRESS), runs of
//! twelve or more digits and spaces (CREDIT_CARD), words after `Mr ` (PERSON) and `https://` words (URL).
use crate::entity::{self, Category, EntityType};
use crate::error::Error;
use crate::finding::{ContextKind, Evidence, Finding, Findings, Verdict};
use crate::input::Input;
use crate::limits::Limits;
use crate::score::Score;
use crate::span::Span;

pub(crate) struct Template;
#[allow(dead_code)]
pub(crate) struct Settings<'p> {
    pub(crate) minimum: Score,
    pub(crate) enable: &'p [EntityType],
    pub(crate) disable: &'p [EntityType],
    pub(crate) ignore_specimens: bool,
    pub(crate) templates: &'p [Template],
}
pub(crate) struct Detector;

impl Detector {
    pub(crate) fn new(_: &Settings<'_>) -> Self {
        Detector
    }
    pub(crate) fn detect(&self, input: &Input<'_>, limits: &Limits) -> Result<Findings, Error> {
        let text = input.text();
        if text.len() > limits.input() {
            return Err(Error::Limit { what: "input bytes", actual: text.len(), limit: limits.input() });
        }
        let mut found: Vec<Finding> = Vec::new();
        let mut push = |entity: EntityType, category, start: usize, end: usize| {
            found.push(Finding {
                entity: entity.clone(),
                category,
                span: Span::new(start, end),
                score: Score::new(90),
                evidence: Evidence {
                    recognizer: entity,
                    verdict: Verdict::Unknown,
                    context: ContextKind::None,
                    claimed: false,
                    specimen: true,
                    alternatives: Vec::new(),
                    twin: None,
                },
            });
        };
        let base = text.as_ptr() as usize;
        let mut mister = false;
        for word in text.split(|c: char| c.is_whitespace() || "[](),;<>".contains(c)) {
            let start = word.as_ptr() as usize - base;
            let w = word.trim_end_matches(['.', '!', '?']);
            let end = start + w.len();
            if mister && !w.is_empty() {
                push(entity::PERSON, Category::Person, start, end);
            } else if w.starts_with("https://") {
                push(entity::URL, Category::Network, start, end);
                if let Some(p) = w.find("token=") {
                    push(entity::AUTH_TOKEN, Category::Secret, start + p + 6, end);
                }
            } else if w.find('@').is_some_and(|p| p > 0 && p + 1 < w.len()) {
                push(entity::EMAIL_ADDRESS, Category::Contact, start, end);
            } else if w.len() >= 12 && w.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
                push(entity::CREDIT_CARD, Category::Financial, start, end);
            }
            mister = w == "Mr";
        }
        Ok(Findings::from_sorted(found))
    }
}
