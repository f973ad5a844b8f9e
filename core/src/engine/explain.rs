//! Why something was found, and why something else was not, for people and for programs.
use core::fmt::Write as _;

use serde_json::{Value, json};

use crate::catalog::CATALOG_VERSION;
use crate::detect::{Dropped, Reason};
use crate::entity::EntityType;
use crate::finding::{Finding, Findings, Verdict};
use crate::report::words;

/// The findings of one text with their evidence, and the candidates that were not kept, each with the reason.
///
/// ```
/// let engine = wimple::Engine::new();
/// let why = engine.explain("order 4539148803436467")?;
/// assert!(why.findings().is_empty());
/// assert!(why.to_text().contains("CREDIT_CARD at 6..22: not kept, ORDER_REFERENCE explains it better"));
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// Holds types, places and reasons, never the text. Offsets are bytes.
#[derive(Debug, Clone)]
pub struct Explanation {
    findings: Findings,
    dropped: Vec<NotKept>,
}

/// A candidate that was not kept.
#[derive(Debug, Clone, PartialEq)]
struct NotKept {
    start: usize,
    end: usize,
    entity: EntityType,
    reason: Reason,
    /// What took its place.
    by: Option<EntityType>,
}

impl Explanation {
    pub(crate) fn new(findings: Findings, dropped: &[Dropped], type_of: impl Fn(u16) -> EntityType) -> Self {
        let not_kept = |d: &Dropped| NotKept {
            start: d.start,
            end: d.end,
            entity: type_of(d.entry),
            reason: d.reason,
            by: match d.reason {
                Reason::LostTo(entry) | Reason::Twin(entry) => Some(type_of(entry)),
                _ => None,
            },
        };
        let mut dropped: Vec<_> = dropped.iter().map(not_kept).collect();
        dropped.sort_by(|a, b| (a.start, a.end, &a.entity).cmp(&(b.start, b.end, &b.entity)));
        dropped.dedup();
        Explanation { findings, dropped }
    }

    /// What was found.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// One paragraph a finding, then one line a candidate that was not kept.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for finding in &self.findings {
            let _ = writeln!(text, "{}", told(finding));
        }
        if self.findings.is_empty() {
            text.push_str("Nothing found.\n");
        }
        for NotKept { start, end, entity, reason, by } in &self.dropped {
            let by = by.as_ref().map_or("", EntityType::name);
            let _ = writeln!(text, "{entity} at {start}..{end}: not kept, {}", why(*reason, by));
        }
        text
    }

    /// A JSON object with `catalog`, `findings` and `dropped`.
    pub fn to_json(&self) -> String {
        let findings: Vec<Value> = self.findings.iter().map(object).collect();
        let dropped: Vec<Value> = self
            .dropped
            .iter()
            .map(|d| {
                let by = d.by.as_ref().map(EntityType::name);
                json!({"type": d.entity.name(), "start": d.start, "end": d.end, "reason": code(d.reason), "by": by})
            })
            .collect();
        json!({"catalog": CATALOG_VERSION, "findings": findings, "dropped": dropped}).to_string()
    }
}

fn told(finding: &Finding) -> String {
    let evidence = finding.evidence();
    let span = finding.span();
    let mut text =
        format!("{} at {}..{}, score {}", finding.entity_type(), span.start(), span.end(), finding.score());
    let mut say = |part: &str| {
        text.push_str("; ");
        text.push_str(part);
    };
    if evidence.recognizer() != finding.entity_type() {
        say(&format!("found by the recognizer {}", evidence.recognizer()));
    }
    match evidence.verdict() {
        Verdict::Valid => say("its check passed"),
        Verdict::Invalid => say("its check failed"),
        Verdict::Unknown => say("no check can tell"),
    }
    say(words::context(evidence.context()));
    if evidence.claimed() {
        say(words::CLAIMED);
    }
    if evidence.specimen() {
        say(words::SPECIMEN);
    }
    if let Some(how) = words::folding(evidence.folding()) {
        say(how);
    }
    if !evidence.alternatives().is_empty() {
        let names: Vec<&str> = evidence.alternatives().iter().map(|e| e.name()).collect();
        say(&format!("could also be {}", names.join(", ")));
    }
    if let Some(twin) = evidence.twin() {
        say(&format!("the benign twin {twin} lost against it"));
    }
    text
}

fn object(finding: &Finding) -> Value {
    let evidence = finding.evidence();
    json!({
        "type": finding.entity_type().name(),
        "start": finding.span().start(),
        "end": finding.span().end(),
        "score": f64::from(finding.score().percent()) / 100.0,
        "recognizer": evidence.recognizer().name(),
        "check": evidence.verdict().name(),
        "context": evidence.context().name(),
        "claimed": evidence.claimed(),
        "specimen": evidence.specimen(),
        "folding": evidence.folding().name(),
        "alternatives": evidence.alternatives().iter().map(|e| e.name()).collect::<Vec<_>>(),
        "twin": evidence.twin().map(|e| e.name()),
    })
}

fn why(reason: Reason, by: &str) -> String {
    match reason {
        Reason::NoContext => "its form counts only with a word that speaks for it".into(),
        Reason::CheckFailed => "its check failed".into(),
        Reason::BelowMinimum => "its score is below the minimum".into(),
        Reason::Template => "a template of the policy holds it".into(),
        Reason::Hash => "it is a hash that an earlier run has left".into(),
        Reason::LostTo(_) => format!("{by} took its place"),
        Reason::Twin(_) => format!("{by} explains it better"),
    }
}

fn code(reason: Reason) -> &'static str {
    match reason {
        Reason::NoContext => "no_context",
        Reason::CheckFailed => "check_failed",
        Reason::BelowMinimum => "below_minimum",
        Reason::Template => "template",
        Reason::Hash => "hash",
        Reason::LostTo(_) => "lost_to",
        Reason::Twin(_) => "benign_twin",
    }
}
