//! Numbers in place of numbers.
//!
//! Comes in: a value, how much of it stays, and keys. Goes out: a number of as many digits, separators in their places: a
//! card without marks, everything else (and a card whose beginning stays, or that is mistyped) between marks by which it
//! is known. What holds letters, or leaves fewer than a million numbers to choose from, becomes its label.
//!
//! Which key made a number, and that it did, is told by the number: see `card` and `wrapped`.
mod card;
mod cipher;
mod number;
mod own;
mod wrapped;

pub(crate) use own::own_fpe;
pub(crate) use wrapped::{Wrapped, next_wrapped, open_wrapped};

use zeroize::Zeroizing;

use super::Work;
use crate::detect::is_found_as_claimed_card;
use crate::entity;
use crate::finding::ContextKind;
use crate::keyset::Keyset;
use crate::policy::Fpe;
use crate::transform::place::label;

pub(in crate::transform) fn fpe(work: &Work<'_>, how: &Fpe, out: &mut String) -> Result<(), &'static str> {
    let keys = work.tools.keyset.as_ref().ok_or("the engine has no keys")?;
    let (entity, tenant) = (work.finding.entity_type(), work.input.tenant_hint());
    let bare = || {
        // Without marks it is known again only where a card is spoken of.
        let context = work.finding.evidence().context();
        if matches!(context, ContextKind::None | ContextKind::After) {
            return None;
        }
        // Marks would be needed where the policy leaves one number of last digits here and another there.
        let last = work.tools.fpe_end.filter(|last| how.keep_first == 0 && *last == how.keep_last)?;
        let digits = number::digits(work.value).filter(|_| *entity == entity::CREDIT_CARD)?;
        let closed = number::with_digits(work.value, &card::close(keys, tenant, last, &digits)?);
        is_found_as_claimed_card(&closed).then(|| closed.to_string())
    };
    let kept = (how.keep_first, how.keep_last);
    let wrapped = || wrapped::close(keys, tenant, entity.name(), kept, work.value);
    let allowed = !super::authenticates(entity);
    match Some(()).filter(|()| allowed).and_then(|()| bare().or_else(wrapped)) {
        Some(closed) => out.push_str(&closed),
        None => label(entity, out),
    }
    Ok(())
}

/// The card that a number without marks stands for, as it was written. `last` says how many last digits the policy's
/// operators leave: [`Tools::fpe_end`](crate::transform::Tools).
///
/// Sure enough where a card is meant: a column of cards, a place where [`own_fpe`] says yes. Not for any number of a text, of
/// which one in a dozen that begin so would be turned into a card nobody wrote.
pub(crate) fn open_card(keys: &Keyset, tenant: &str, last: usize, value: &str) -> Option<Zeroizing<String>> {
    card::open(keys, tenant, last, value)
}

/// The same card under the primary key, where an enabled one made this number.
pub(crate) fn renewed_card(keys: &Keyset, tenant: &str, last: usize, value: &str) -> Option<String> {
    let card = card::open(keys, tenant, last, value)?;
    let closed = card::close(keys, tenant, last, &number::digits(&card)?)?;
    Some(number::with_digits(&card, &closed).to_string())
}

#[cfg(test)]
mod tests;
