//! Why something was found, and why something else was not, for people and for programs.
use core::fmt::Write as _;

use serde_json::{Value, json};

use crate::catalog::CATALOG_VERSION;
use crate::detect::{self, Dropped, Reason};
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
    dropped: Vec<(&'static str, usize, usize, Reason)>,
}

impl Explanation {
    pub(crate) fn new(findings: Findings, dropped: &[Dropped]) -> Self {
        let mut dropped: Vec<_> =
            dropped.iter().map(|d| (detect::name_of(d.entry), d.start, d.end, d.reason)).collect();
        dropped.sort_by_key(|d| (d.1, d.2, d.0));
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
        for (entity, start, end, reason) in &self.dropped {
            let _ = writeln!(text, "{entity} at {start}..{end}: not kept, {}", why(*reason));
        }
        text
    }

    /// A JSON object with `catalog`, `findings` and `dropped`.
    pub fn to_json(&self) -> String {
        let findings: Vec<Value> = self.findings.iter().map(object).collect();
        let dropped: Vec<Value> = self
            .dropped
            .iter()
            .map(|(entity, start, end, reason)| {
                let (code, by) = code(*reason);
                json!({"type": entity, "start": start, "end": end, "reason": code, "by": by})
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
        "alternatives": evidence.alternatives().iter().map(|e| e.name()).collect::<Vec<_>>(),
        "twin": evidence.twin().map(|e| e.name()),
    })
}

fn why(reason: Reason) -> String {
    match reason {
        Reason::NoContext => "its form counts only with a word that speaks for it".into(),
        Reason::CheckFailed => "its check failed".into(),
        Reason::BelowMinimum => "its score is below the minimum".into(),
        Reason::Template => "a template of the policy holds it".into(),
        Reason::Hash => "it is a hash that an earlier run has left".into(),
        Reason::LostTo(entry) => format!("{} took its place", detect::name_of(entry)),
        Reason::Twin(entry) => format!("{} explains it better", detect::name_of(entry)),
    }
}

fn code(reason: Reason) -> (&'static str, Option<&'static str>) {
    match reason {
        Reason::NoContext => ("no_context", None),
        Reason::CheckFailed => ("check_failed", None),
        Reason::BelowMinimum => ("below_minimum", None),
        Reason::Template => ("template", None),
        Reason::Hash => ("hash", None),
        Reason::LostTo(entry) => ("lost_to", Some(detect::name_of(entry))),
        Reason::Twin(entry) => ("benign_twin", Some(detect::name_of(entry))),
    }
}
