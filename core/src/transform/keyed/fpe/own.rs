//! Numbers that an earlier run has left in a text.
//!
//! Comes in: a finding in its text, and keys. Goes out: whether what was found is a number of ours, which is to be left as
//! it is.
use core::ops::Range;

use super::{card, wrapped};
use crate::entity;
use crate::finding::Finding;
use crate::input::Input;
use crate::transform::Tools;

/// Whether a finding is a number of ours: all of it inside one between marks, or the number in place of a card where a
/// card is spoken of. Costs a look at some bytes before the finding, and a MAC or two where marks are there.
pub(crate) fn own_fpe(input: &Input<'_>, finding: &Finding, tools: &Tools) -> bool {
    if tools.known.is_empty() {
        return false;
    }
    let (text, span, tenant) = (input.text(), finding.span(), input.tenant_hint());
    let around = around(text, span.range());
    if let Some(wrapped) = around.filter(|wrapped| wrapped.span.end >= span.end()) {
        return wrapped.is_own(&tools.known, tenant);
    }
    let claimed = *finding.entity_type() == entity::CREDIT_CARD && finding.evidence().claimed();
    let Some((last, value)) = tools.fpe_end.filter(|_| claimed).zip(text.get(span.range())) else {
        return false;
    };
    tools.keyset.as_ref().and_then(|keys| card::open(keys, tenant, last, value)).is_some()
}

/// The wrapped number that begins at or before a place, as near as it can.
fn around(text: &str, place: Range<usize>) -> Option<wrapped::Wrapped<'_>> {
    let from = place.start.saturating_sub(wrapped::LONGEST);
    let before = text.as_bytes().get(from..=place.start)?;
    let at = from + before.iter().rposition(|&b| b == b'{')?;
    wrapped::read(text, at)
}
