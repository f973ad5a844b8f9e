//! A value becomes a token that opens again and that nobody can link: another one each time.
//!
//! Comes in: a value. Goes out: `wime_…`, which carries the value as it was written.
use super::tokenize::whose;
use super::{Work, authenticates};
use crate::token;
use crate::transform::place::label;

/// Appends the token.
pub(in crate::transform) fn encrypt(work: &Work<'_>, out: &mut String) -> Result<(), &'static str> {
    let entity = work.finding.entity_type();
    if authenticates(entity) {
        label(entity, out);
        return Ok(());
    }
    token::random(&work.tools.ring, entity.name(), work.value, whose(work.input), out)
}
