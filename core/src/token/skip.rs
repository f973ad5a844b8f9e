//! Findings in tokens of ours are none, so that redacting twice changes nothing; what reads like a token hides nothing.
//!
//! Comes in: the findings of a text, and the recognition keys. Goes out: the findings that count.
use core::ops::Range;

use super::find::find;
use super::recognize::{Recognition, TokenState};
use crate::finding::{Finding, Findings};

/// Leaves out what lies in tokens whose tag verifies. Of other texts that read like one only the whole is left alone, so
/// that an engine does not make a token of somebody else's token, and a card number wrapped in such a text is found.
///
/// Costs a search for tokens, and only where there is a finding.
pub(crate) fn skip(findings: Findings, text: &str, recognition: &Recognition) -> Findings {
    if findings.is_empty() || recognition.is_empty() {
        return findings;
    }
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for found in find(text) {
        let Some(token) = &found.token else { continue };
        match recognition.state(token) {
            TokenState::Own => own.push(found.span),
            TokenState::UnknownKey | TokenState::DestroyedKey => others.push(found.span),
            TokenState::Forged | TokenState::Damaged => {}
        }
    }
    if own.is_empty() && others.is_empty() {
        return findings;
    }
    let counts = |finding: &Finding| {
        let span = finding.span().range();
        !others.contains(&span) && !covered(text, span, &own)
    };
    if findings.iter().all(counts) {
        return findings;
    }
    Findings::from_sorted(findings.into_iter().filter(counts).collect())
}

/// Whether a span holds tokens of ours, and beside them no letter or digit.
fn covered(text: &str, span: Range<usize>, own: &[Range<usize>]) -> bool {
    let first = own.partition_point(|token| token.end <= span.start);
    let inside = own.iter().skip(first).take_while(|token| token.start < span.end);
    let (mut done, mut any) = (span.start, false);
    for token in inside {
        if !is_bare(text.get(done..token.start.max(done))) {
            return false;
        }
        (done, any) = (token.end.min(span.end), true);
    }
    any && is_bare(text.get(done..span.end))
}

fn is_bare(between: Option<&str>) -> bool {
    between.is_some_and(|between| !between.contains(char::is_alphanumeric))
}
