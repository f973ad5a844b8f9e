//! The way back: placeholders in a text become the values they stand for.
//!
//! Comes in: a text and the numbers of a session. Goes out: the text with the values, and what was met on the way.
use std::collections::BTreeMap;

use super::{RestoreReport, Restored, Tolerance};
use crate::transform::{Issued, Likeness, Numbers, next_exact, next_tolerant};

/// One pass, left to right; what was put back is not read again.
pub(super) fn restore(text: &str, numbers: &Numbers, tolerance: Tolerance) -> Restored {
    let next = match tolerance {
        Tolerance::Exact => next_exact,
        Tolerance::Tolerant => next_tolerant,
    };
    let mut out = String::with_capacity(text.len());
    let mut report = RestoreReport::default();
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    let mut done = 0;
    while let Some(likeness) = next(text, done) {
        let opened = numbers.open(&likeness).and_then(|(number, issued)| {
            let exact = issued.exact(number)?;
            let place = place(text, &likeness, issued, &exact);
            Some((exact, place, issued.value()?))
        });
        if let Some((exact, (start, end), value)) = opened {
            out.push_str(text.get(done..start).unwrap_or_default());
            out.push_str(value);
            report.restored += 1;
            report.normalized += usize::from(text.get(start..end) != Some(&exact));
            *met.entry(exact).or_default() += 1;
            done = end;
        } else {
            report.unknown += usize::from(numbers.is_unknown(&likeness));
            out.push_str(text.get(done..likeness.end).unwrap_or_default());
            done = likeness.end;
        }
    }
    out.push_str(text.get(done..).unwrap_or_default());
    report.missing = numbers.restorable() - met.len();
    report.duplicated = met.values().map(|n| n - 1).sum();
    Restored::new(out, report)
}

/// Which bytes the value takes the place of. Where the placeholder stands there to the letter it is only those: a
/// backslash or bracket before it belongs to the text it came from, unless brackets were doubled that were not there.
fn place(text: &str, likeness: &Likeness, issued: &Issued, exact: &str) -> (usize, usize) {
    let from = likeness.bracket;
    let to_the_letter = text.get(from..).is_some_and(|rest| rest.starts_with(exact));
    if to_the_letter && (!likeness.doubled || issued.framed()) {
        (from, from + exact.len())
    } else {
        (likeness.start, likeness.end)
    }
}
