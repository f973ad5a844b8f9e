//! Decisions become text.
//!
//! Comes in: a text, its findings, one decision for each. Goes out: the text with the decisions carried out, and the
//! report. All or nothing: where one operator cannot apply there is no output.
mod canonical;
mod glyph;
mod likeness;
mod mask;
mod numbers;

use core::fmt;

pub(crate) use likeness::{Likeness, next_exact, next_tolerant};
pub(crate) use numbers::{Issued, Numbers};

use crate::error::Error;
use crate::finding::{Finding, Findings};
use crate::input::Input;
use crate::policy::{Decision, Operator};
use crate::report::Report;

/// Name under which a report counts findings inside one that was replaced.
const COVERED: &str = "covered";

/// A text after the policy was applied, with what was found and what was done.
///
/// ```
/// let out = wimple::redact("Write to bo@example.com.")?;
/// assert_eq!(out.text(), "Write to [EMAIL_ADDRESS].");
/// assert_eq!(out.findings()[0].span().start(), 9);
/// assert_eq!(out.report().findings(), 1);
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// `Debug` shows the report, not the text.
#[derive(Clone, PartialEq, Eq)]
pub struct Redacted {
    text: String,
    findings: Findings,
    report: Report,
}

impl Redacted {
    /// The text to pass on.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text to pass on, without copying it.
    pub fn into_text(self) -> String {
        self.text
    }

    /// What was found. Spans are bytes of the text that came in.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// What was done, in numbers and names.
    pub fn report(&self) -> &Report {
        &self.report
    }
}

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redacted").field("report", &self.report).finish_non_exhaustive()
    }
}

/// Carries out one decision per finding, in one pass over the original.
///
/// What is acted on is the outermost finding that is not kept: a kept link lets the secret inside it be replaced, a
/// replaced link covers whatever it holds.
pub(crate) fn apply(
    input: &Input<'_>,
    findings: Findings,
    decisions: &[Decision<'_>],
    numbers: &mut Numbers,
) -> Result<Redacted, Error> {
    let text = input.text();
    prepare(text, &findings, decisions, numbers)?;
    let mut out = String::with_capacity(text.len() + 8 * findings.len());
    let mut report = Report::default();
    let mut done = 0;
    for (finding, decision) in findings.iter().zip(decisions) {
        let operator = acting(decision);
        let span = finding.span();
        if span.start() < done {
            report.count(finding, COVERED, decision.allowed);
            continue;
        }
        report.count(finding, operator.name(), decision.allowed);
        if *operator == Operator::Keep {
            continue;
        }
        let place = text.get(done..span.start()).zip(text.get(span.range()));
        let Some((between, value)) = place else {
            return Err(refusal(finding, operator, "the finding is not a place in the text"));
        };
        out.push_str(between);
        done = span.end();
        match operator {
            Operator::Keep | Operator::Remove => {}
            Operator::Label => {
                out.push('[');
                out.push_str(finding.entity_type().name());
                out.push(']');
            }
            Operator::Mask(how) => mask::mask(value, how, &mut out),
            Operator::Placeholder(how) => {
                let bytes = text.as_bytes();
                let framed = between.ends_with('[') && bytes.get(done) == Some(&b']');
                numbers
                    .stand_in(finding, value, how.restorable, framed, &mut out)
                    .ok_or_else(|| refusal(finding, operator, "there is no number left for it"))?;
            }
        }
    }
    out.push_str(text.get(done..).unwrap_or_default());
    report.close(text.len(), out.len());
    Ok(Redacted { text: out, findings, report })
}

/// Whatever can fail is tried before anything is written or remembered.
fn prepare(
    text: &str,
    findings: &Findings,
    decisions: &[Decision<'_>],
    numbers: &mut Numbers,
) -> Result<(), Error> {
    let mut placeholders = false;
    for (finding, decision) in findings.iter().zip(decisions) {
        let operator = acting(decision);
        if let Operator::Placeholder(how) = operator {
            placeholders = true;
            if how.restorable && !numbers.prepare()? {
                return Err(refusal(finding, operator, "a placeholder that can be restored needs a session"));
            }
        }
    }
    if placeholders || numbers.is_session() {
        numbers.reserve(text);
    }
    Ok(())
}

/// What is done: an allow list keeps.
fn acting<'p>(decision: &Decision<'p>) -> &'p Operator {
    if decision.allowed { &Operator::Keep } else { decision.operator }
}

fn refusal(finding: &Finding, operator: &Operator, problem: &'static str) -> Error {
    let span = finding.span();
    Error::Operator {
        operator: operator.name(),
        entity: finding.entity_type().clone(),
        start: span.start(),
        end: span.end(),
        problem,
    }
}
