//! Operators that work under a key: each in its file, all with the same things at hand.
//!
//! Comes in: a finding, its value, and the tools of the engine. Goes out: what stands there instead, or why there is nothing.
mod encrypt;
mod fpe;
mod pseudonym;
mod shift_date;
mod tokenize;

pub(super) use encrypt::encrypt;
pub(super) use fpe::fpe;
pub(crate) use fpe::{Wrapped, next_wrapped, open_card, open_wrapped, own_fpe, renewed_card};
pub(super) use pseudonym::pseudonym;
pub(super) use shift_date::shift_date;
pub(super) use tokenize::{kept, tokenize};

use super::Tools;
use crate::entity::EntityType;
use crate::finding::Finding;
use crate::input::Input;

/// What a keyed operator works on.
pub(super) struct Work<'w> {
    pub(super) finding: &'w Finding,
    pub(super) value: &'w str,
    pub(super) input: &'w Input<'w>,
    pub(super) tools: &'w Tools,
}

/// What authenticates a payment may not be kept in whatever form (PCI DSS 4.0.1, requirement 3.3.1): card verification
/// codes, PINs and card tracks become their label, whatever the policy says.
pub(super) fn authenticates(entity: &EntityType) -> bool {
    matches!(entity.name(), "CARD_VERIFICATION_CODE" | "CARD_TRACK" | "PIN")
}
