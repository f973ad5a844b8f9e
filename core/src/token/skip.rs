//! Findings in tokens of ours are none, so that redacting twice changes nothing; what reads like a token hides nothing.
//!
//! Comes in: the findings of a text, and the recognition keys. Goes out: the findings that count.
use core::ops::Range;

use super::find::find_from;
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
    let mut tokens = Tokens::default();
    tokens.find(text, recognition, true);
    if tokens.are_none() || findings.iter().all(|finding| tokens.let_pass(text, finding)) {
        return findings;
    }
    Findings::from_sorted(findings.into_iter().filter(|finding| tokens.let_pass(text, finding)).collect())
}

/// Where a text that may come in pieces holds tokens.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    own: Vec<Range<usize>>,
    others: Vec<Range<usize>>,
    /// Up to where it was read.
    from: usize,
}

impl Tokens {
    /// Reads on; where the text has not `ended`, what may go on is left for later. Gives up to where all are known.
    pub(crate) fn find(&mut self, text: &str, recognition: &Recognition, ended: bool) -> usize {
        if recognition.is_empty() {
            self.from = text.len();
            return text.len();
        }
        let mut tokens = find_from(text, self.from, ended);
        for found in tokens.by_ref() {
            let Some(token) = &found.token else { continue };
            match recognition.state(token) {
                TokenState::Own => self.own.push(found.span),
                TokenState::UnknownKey | TokenState::DestroyedKey => self.others.push(found.span),
                TokenState::Forged | TokenState::Damaged => {}
            }
        }
        self.from = tokens.place();
        self.from
    }

    fn are_none(&self) -> bool {
        self.own.is_empty() && self.others.is_empty()
    }

    /// Whether a finding counts.
    pub(crate) fn let_pass(&self, text: &str, finding: &Finding) -> bool {
        let span = finding.span().range();
        self.are_none() || !self.others.contains(&span) && !covered(text, span, &self.own)
    }

    /// The first `count` bytes of the text are gone, and nobody asks about what stands there.
    pub(crate) fn forget(&mut self, count: usize) {
        for list in [&mut self.own, &mut self.others] {
            list.retain(|span| span.end > count);
            for span in list {
                *span = span.start.saturating_sub(count)..span.end - count;
            }
        }
        self.from = self.from.saturating_sub(count);
    }
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
