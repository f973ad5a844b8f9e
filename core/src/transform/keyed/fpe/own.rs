//! Numbers that an earlier run has left in a text.
//!
//! Comes in: a finding in its text, and keys. Goes out: whether what was found is a number of ours, which is to be left as
//! it is; and where numbers stand that may be cards of ours.
use core::ops::Range;

use super::{card, wrapped};
use crate::entity;
use crate::finding::Finding;
use crate::input::Input;
use crate::transform::Tools;

/// Whether a finding is a number of ours: all of it inside one between marks, or the number in place of a card where a
/// card is spoken of. Costs a look at some bytes before the finding, and a MAC or two where marks are there.
pub(crate) fn own_fpe(input: &Input<'_>, finding: &Finding, tools: &Tools) -> bool {
    let Some(keys) = &tools.keyset else { return false };
    let (text, span, tenant) = (input.text(), finding.span(), input.tenant_hint());
    let around = around(text, span.range());
    if let Some(wrapped) = around.filter(|wrapped| wrapped.span.end >= span.end()) {
        return wrapped.is_own(keys, tenant);
    }
    let claimed = *finding.entity_type() == entity::CREDIT_CARD && finding.evidence().claimed();
    let Some((last, value)) = tools.fpe_end.filter(|_| claimed).zip(text.get(span.range())) else {
        return false;
    };
    card::open(keys, tenant, last, value).is_some()
}

/// The wrapped number that begins at or before a place, as near as it can.
fn around(text: &str, place: Range<usize>) -> Option<wrapped::Wrapped<'_>> {
    let from = place.start.saturating_sub(wrapped::LONGEST);
    let before = text.as_bytes().get(from..=place.start)?;
    let at = from + before.iter().rposition(|&b| b == b'{')?;
    wrapped::read(text, at)
}

/// The first run of 12 to 19 digits, parted by single spaces, dashes or dots and standing alone, that begins at `from` or
/// later: what a card of ours may be.
pub(crate) fn next_card(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let at = |i: usize| bytes.get(i).copied().unwrap_or(0);
    let wordy = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80;
    let mut i = from;
    while i < bytes.len() {
        if !at(i).is_ascii_digit() || i > 0 && wordy(at(i - 1)) {
            i += 1;
            continue;
        }
        let (start, mut digits, mut end) = (i, 0, i);
        while at(i).is_ascii_digit() || matches!(at(i), b' ' | b'-' | b'.') && at(i + 1).is_ascii_digit() {
            digits += usize::from(at(i).is_ascii_digit());
            i += 1;
            end = i;
        }
        if super::cipher::CARD.contains(&digits) && !wordy(at(end)) {
            return Some(start..end);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_that_may_be_cards() {
        let all = |text: &str| {
            let (mut from, mut found) = (0, Vec::new());
            while let Some(range) = next_card(text, from) {
                from = range.end;
                found.push(text[range].to_owned());
            }
            found
        };
        assert_eq!(all("7123-4567 8901.2345, 123456789012."), ["7123-4567 8901.2345", "123456789012"]);
        for none in
            ["", "12345678901", "12345678901234567890", "a123456789012", "123456789012é", "1234  56789012"]
        {
            assert!(all(none).is_empty(), "{none}");
        }
    }
}
