//! What a text says by itself, and what the conversation says of it → one list.
//!
//! Both come in order, and what is found in a text is apart or nested; so each newcomer looks at few others, however long the
//! text is.
use core::cmp::Reverse;

use crate::finding::{Finding, Findings};
use crate::span::Span;

/// Findings in the order of their starts, and how far they and those before them reach.
struct Row {
    findings: Vec<Finding>,
    reach: Vec<usize>,
}

impl Row {
    fn new(findings: Findings) -> Self {
        let findings = findings.into_vec();
        let mut most = 0;
        let reach = findings.iter().map(|finding| {
            most = most.max(finding.span().end());
            most
        });
        Row { reach: reach.collect(), findings }
    }

    /// Those that overlap `span`, the last one first, with their numbers.
    fn over(&self, span: Span) -> impl Iterator<Item = (usize, &Finding)> {
        let end = self.findings.partition_point(|finding| finding.span().start() < span.end());
        let before = self.findings.iter().zip(&self.reach).enumerate().take(end).rev();
        let near = before.take_while(move |(_, (_, reach))| **reach > span.start());
        near.map(|(n, (finding, _))| (n, finding)).filter(move |(_, other)| other.span().overlaps(span))
    }
}

/// `found` with those of `more`, which say better what stands in their places; what reaches beyond them stays as it is.
pub(super) fn beside(found: Findings, more: Vec<Finding>) -> Findings {
    if more.is_empty() {
        return found;
    }
    let row = Row::new(found);
    let mut gone = vec![false; row.findings.len()];
    let mut new: Vec<Finding> = Vec::new();
    for finding in more {
        let span = finding.span();
        let alone = new.last().is_none_or(|other| !other.span().overlaps(span));
        if alone && row.over(span).all(|(_, other)| span.contains(other.span())) {
            row.over(span).filter_map(|(n, _)| gone.get_mut(n).map(|gone| *gone = true)).for_each(drop);
            new.push(finding);
        }
    }
    let stay = row.findings.into_iter().zip(gone).filter(|(_, gone)| !gone).map(|(finding, _)| finding);
    let mut all: Vec<Finding> = stay.chain(new).collect();
    all.sort_by_key(|finding| (finding.span().start(), Reverse(finding.span().end())));
    Findings::from_sorted(all)
}

/// Those of `more` that no finding holds of which `holds` is true.
pub(super) fn uncovered(
    found: Findings,
    more: &mut Vec<Finding>,
    holds: impl Fn(&Finding, &Finding) -> bool,
) -> Findings {
    if more.is_empty() {
        return found;
    }
    let row = Row::new(found);
    more.retain(|finding| {
        let span = finding.span();
        !row.over(span).any(|(_, other)| other.span().contains(span) && holds(other, finding))
    });
    Findings::from_sorted(row.findings)
}
