//! Where findings are drawn. In: a redacted text. Out: places in the original, and in the text that went out.
use super::draw::{Kind, Place};
use crate::finding::{Finding, Findings};
use crate::span::Span;
use crate::transform::{Redacted, Replacement};

/// What became of a finding.
pub(super) enum Fate<'r> {
    Replaced(&'r Replacement),
    /// It went with the one around it.
    Covered(&'r Finding),
    Kept,
}

/// The fate of each finding, in their order.
pub(super) fn fates(redacted: &Redacted) -> Vec<Fate<'_>> {
    let mut replacements = redacted.replacements().iter().peekable();
    let mut outer: Option<&Finding> = None;
    let fate = |(index, finding): (usize, &'_ Finding)| {
        if let Some(replacement) = replacements.next_if(|r| r.finding() == index) {
            outer = redacted.findings().get(index);
            return Fate::Replaced(replacement);
        }
        match outer {
            Some(outer) if outer.span().contains(finding.span()) => Fate::Covered(outer),
            _ => Fate::Kept,
        }
    };
    redacted.findings().iter().enumerate().map(fate).collect()
}

/// Every finding in the original. The first one has the number `first`.
pub(super) fn in_original(findings: &Findings, first: usize) -> Vec<Place<'_>> {
    let place = |(number, finding): (usize, _)| Place {
        finding,
        span: Finding::span(finding),
        number,
        kind: Kind::Value,
    };
    (first..).zip(findings).map(place).collect()
}

/// Stand-ins, and values that were kept, by where they are in the text that went out.
pub(super) fn in_output<'r>(redacted: &'r Redacted, fates: &[Fate<'_>], first: usize) -> Vec<Place<'r>> {
    let mut places = Vec::new();
    for ((number, finding), fate) in (first..).zip(redacted.findings()).zip(fates) {
        let (span, kind) = match fate {
            Fate::Replaced(replacement) => (replacement.span(), Kind::StandIn),
            Fate::Covered(_) => continue,
            Fate::Kept => {
                let (start, end) = (finding.span().start(), finding.span().end());
                (Span::new(moved(start, redacted), moved(end, redacted)), Kind::Value)
            }
        };
        places.push(Place { finding, span, number, kind });
    }
    places
}

/// Where a place of the original that was not replaced is in the text that went out.
fn moved(at: usize, redacted: &Redacted) -> usize {
    let original = |r: &Replacement| redacted.findings().get(r.finding()).map_or(0, |f| f.span().end());
    let replacements = redacted.replacements();
    let before = replacements.partition_point(|r| original(r) <= at);
    let last = before.checked_sub(1).and_then(|last| replacements.get(last));
    last.map_or(at, |r| r.span().end() + (at - original(r)))
}
