//! What card rules and health rules forbid, whatever a policy says.
//!
//! Comes in: operators and the types they are asked to act on. Goes out: what is refused, and what is done instead where
//! nobody named the type.
//!
//! The rule: a policy that names a type and asks of it what may not be done is refused. A category, a default or a rule
//! that covers such a type among others does not fail; the type becomes its label, or less of it is shown.
//!
//! # Sources
//! PCI DSS 4.0.1: 3.3.1 (sensitive authentication data is not kept after authorization, even encrypted), 3.4.1 (at most
//! BIN and last four digits of a card are displayed). 45 CFR 164.514(c): a code that stands for a person is not derived
//! from information about that person.
use std::borrow::Cow;

use crate::entity::{self, EntityType};

use super::operator::{Mask, Operator};

/// The most digits of a card that may be seen: the six of its bank's number, and the last four.
pub(super) const CARD_FIRST: usize = 6;
pub(super) const CARD_LAST: usize = 4;

static LABEL: Operator = Operator::Label;

/// What cards are authenticated with: codes, PINs, the magnetic stripe.
pub(super) fn is_authentication(entity: &EntityType) -> bool {
    [entity::CARD_VERIFICATION_CODE, entity::PIN, entity::CARD_TRACK].contains(entity)
}

impl Operator {
    /// Whether somebody may get the value back from what this makes of it, or from what a callback keeps of it; or
    /// something is made of the value that under a key tells it again.
    pub(super) fn may_come_back(&self) -> bool {
        match self {
            Operator::Placeholder(placeholder) => placeholder.restorable,
            Operator::Tokenize(_)
            | Operator::Encrypt
            | Operator::Fpe(_)
            | Operator::Pseudonym
            | Operator::ShiftDate(_)
            | Operator::Custom(_) => true,
            Operator::Keep
            | Operator::Remove
            | Operator::Label
            | Operator::Mask(_)
            | Operator::Partial(_)
            | Operator::Hash
            | Operator::Generalize(_) => false,
        }
    }

    /// Whether what it makes is derived from the value. A token that a vault draws is not, and neither is a placeholder,
    /// whose tag is made of its number.
    pub(super) fn is_derived(&self, vault: bool) -> bool {
        match self {
            Operator::Hash
            | Operator::Encrypt
            | Operator::Fpe(_)
            | Operator::Pseudonym
            | Operator::ShiftDate(_) => true,
            Operator::Tokenize(_) => !vault,
            _ => false,
        }
    }
}

/// Whether an operator may be asked of types that are named one by one; if not, why not.
pub(super) fn fits(operator: &Operator, types: &[EntityType]) -> Result<(), String> {
    for entity in types {
        if is_authentication(entity) {
            if operator.may_come_back() {
                return Err(format!(
                    "{} may not be applied to {entity}: what cards are authenticated with is not kept in any form that \
                     comes back (PCI DSS 4.0.1, 3.3.1)",
                    operator.name()
                ));
            }
            if matches!(operator, Operator::Mask(mask) if mask.keep_first + mask.keep_last > 0) {
                return Err(format!("a mask may keep nothing of a {entity} (PCI DSS 4.0.1, 3.3.1)"));
            }
        }
        let shows = |mask: &Mask| mask.keep_first > CARD_FIRST || mask.keep_last > CARD_LAST;
        if *entity == entity::CREDIT_CARD && matches!(operator, Operator::Mask(mask) if shows(mask)) {
            return Err(format!(
                "a mask may keep at most the first {CARD_FIRST} and last {CARD_LAST} digits of a {entity} (PCI DSS \
                 4.0.1, 3.4.1)"
            ));
        }
    }
    Ok(())
}

/// The operator for a type that it covers among others: the label where the value would come back.
pub(super) fn lawful<'p>(operator: &'p Operator, entity: &EntityType) -> &'p Operator {
    if operator.may_come_back() && is_authentication(entity) { &LABEL } else { operator }
}

impl Mask {
    /// The mask for a type that it covers among others.
    pub(crate) fn lawful(&self, entity: &EntityType) -> Cow<'_, Mask> {
        if self.keep_first + self.keep_last == 0 {
            return Cow::Borrowed(self);
        }
        let (first, last) = match entity {
            entity if is_authentication(entity) => (0, 0),
            entity if *entity == entity::CREDIT_CARD => (CARD_FIRST, CARD_LAST),
            _ => return Cow::Borrowed(self),
        };
        if self.keep_first <= first && self.keep_last <= last {
            return Cow::Borrowed(self);
        }
        let (keep_first, keep_last) = (self.keep_first.min(first), self.keep_last.min(last));
        Cow::Owned(Mask { keep_first, keep_last, ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_authentication_data_is_refused() {
        let back: [Operator; 7] = [
            Operator::placeholder().into(),
            Operator::tokenize().into(),
            Operator::encrypt(),
            Operator::fpe().into(),
            Operator::pseudonym(),
            Operator::shift_date().into(),
            Operator::custom("own"),
        ];
        let shows: [Operator; 2] =
            [Operator::mask().keep_last(1).into(), Operator::mask().keep_first(2).into()];
        let fine: [Operator; 7] = [
            Operator::keep(),
            Operator::remove(),
            Operator::label(),
            Operator::mask().into(),
            Operator::partial().into(),
            Operator::hash(),
            Operator::placeholder().irreversible().into(),
        ];
        for entity in [entity::CARD_VERIFICATION_CODE, entity::PIN, entity::CARD_TRACK] {
            for operator in back.iter().chain(&shows) {
                let both = [entity::URL, entity.clone()];
                assert!(fits(operator, &both).unwrap_err().contains(entity.name()), "{operator:?}");
            }
            assert!(back.iter().all(|operator| *lawful(operator, &entity) == Operator::Label));
            for operator in &fine {
                assert!(fits(operator, core::slice::from_ref(&entity)).is_ok(), "{operator:?}");
                assert_eq!(lawful(operator, &entity), operator);
            }
        }
        for operator in back.iter().chain(&shows).chain(&fine) {
            assert!(fits(operator, &[entity::PERSON]).is_ok());
            assert_eq!(lawful(operator, &entity::PERSON), operator);
        }
    }

    #[test]
    fn masks_show_of_cards_what_they_may() {
        for (first, last) in [(0, 0), (6, 4), (6, 0), (0, 4), (7, 4), (6, 5), (255, 255)] {
            let mask = Operator::mask().keep_first(first).keep_last(last);
            let allowed = first <= 6 && last <= 4;
            let operator = Operator::from(mask.clone());
            assert_eq!(fits(&operator, &[entity::CREDIT_CARD]).is_ok(), allowed, "{first} {last}");
            let card = mask.lawful(&entity::CREDIT_CARD);
            assert_eq!((card.keep_first, card.keep_last), (first.min(6), last.min(4)));
            let pin = mask.lawful(&entity::PIN);
            assert_eq!((pin.keep_first, pin.keep_last), (0, 0));
            assert_eq!(*mask.lawful(&entity::PERSON), mask);
        }
    }
}
