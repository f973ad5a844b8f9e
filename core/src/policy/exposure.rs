//! What an operator lets out of a value, so that two can be compared.
//!
//! Comes in: an operator and a type. Goes out: what can be seen, what can be linked, who can open it; and in which of
//! these one operator goes further than another. Where two show different things neither of which is part of the other,
//! each is taken to go further.
use crate::entity::{self, EntityType};

use super::generalize::Generalize;
use super::law::{self, CARD_FIRST, CARD_LAST};
use super::operator::{MaskLength, Operator};

/// What an operator lets out of the values of a type.
pub(super) struct Exposure<'p> {
    shown: Shown<'p>,
    linked: Linked,
    opened: Opened,
}

#[derive(Clone, Copy, PartialEq)]
enum Shown<'p> {
    /// The type at most.
    Nothing,
    /// How long it is, where separators stand.
    Length,
    /// That, and some characters of each end.
    Ends(usize, usize),
    /// What is harmless of the type, with who sees more.
    View(&'p [String]),
    Coarse(&'p Generalize),
    /// Another date; the time between two of them.
    Shifted(&'p Operator),
    /// What a callback says.
    Unknown(&'p str),
    Everything,
}

#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Linked {
    No,
    /// Equal values can be told within one text or conversation.
    Conversation,
    /// Wherever the same key is used.
    Key,
}

/// By whom the value can be had back.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Opened {
    Nobody,
    Session,
    Key,
    Anybody,
}

impl<'p> Exposure<'p> {
    /// What is let out where nothing is done.
    pub(super) const EVERYTHING: Exposure<'static> =
        Exposure { shown: Shown::Everything, linked: Linked::Key, opened: Opened::Anybody };

    pub(super) fn of(operator: &'p Operator, entity: &EntityType) -> Self {
        let (shown, linked, opened) = match law::lawful(operator, entity) {
            Operator::Keep => return Exposure::EVERYTHING,
            Operator::Remove | Operator::Label => (Shown::Nothing, Linked::No, Opened::Nobody),
            Operator::Hash if law::is_authentication(entity) => (Shown::Nothing, Linked::No, Opened::Nobody),
            Operator::Mask(mask) => {
                let mask = mask.lawful(entity);
                let shown = match (mask.length, mask.keep_first + mask.keep_last) {
                    (MaskLength::Fixed(_), 0) => Shown::Nothing,
                    (MaskLength::Same, 0) => Shown::Length,
                    _ => Shown::Ends(mask.keep_first, mask.keep_last),
                };
                (shown, Linked::No, Opened::Nobody)
            }
            Operator::Partial(partial) => (view(&partial.roles, entity), Linked::No, Opened::Nobody),
            Operator::Generalize(how) => (Shown::Coarse(how), Linked::No, Opened::Nobody),
            Operator::Hash | Operator::Pseudonym => (Shown::Nothing, Linked::Key, Opened::Nobody),
            Operator::Placeholder(how) => {
                let opened = if how.restorable { Opened::Session } else { Opened::Nobody };
                (Shown::Nothing, Linked::Conversation, opened)
            }
            Operator::Tokenize(_) => (Shown::Nothing, Linked::Key, Opened::Key),
            Operator::Encrypt => (Shown::Nothing, Linked::No, Opened::Key),
            Operator::Fpe(how) => (Shown::Ends(how.keep_first, how.keep_last), Linked::Key, Opened::Key),
            Operator::ShiftDate(_) => (Shown::Shifted(operator), Linked::Key, Opened::Key),
            Operator::Custom(how) => (Shown::Unknown(&how.callback), Linked::Key, Opened::Key),
        };
        Exposure { shown, linked, opened }
    }

    /// In what this goes further than another.
    pub(super) fn beyond(&self, other: &Exposure<'_>) -> Vec<&'static str> {
        let mut why = Vec::new();
        if self.shown.more_than(&other.shown) {
            why.push(if self.shown == Shown::Everything {
                "the value stays in the text"
            } else {
                "other or more parts are shown"
            });
        }
        if self.linked > other.linked && self.shown != Shown::Everything {
            why.push("equal values can be told");
        }
        if self.opened > other.opened && self.shown != Shown::Everything {
            why.push("the value can be had back");
        }
        why
    }
}

/// What `partial` shows. Of cards it is known what that is.
fn view<'p>(roles: &'p [String], entity: &EntityType) -> Shown<'p> {
    match roles {
        _ if law::is_authentication(entity) => Shown::Nothing,
        [] if *entity == entity::CREDIT_CARD => Shown::Ends(0, CARD_LAST),
        _ if *entity == entity::CREDIT_CARD => Shown::Ends(CARD_FIRST, CARD_LAST),
        roles => Shown::View(roles),
    }
}

impl Shown<'_> {
    fn more_than(&self, other: &Shown<'_>) -> bool {
        match (self, other) {
            (Shown::Nothing, _) | (_, Shown::Everything) => false,
            (Shown::Everything, _) | (_, Shown::Nothing) => true,
            (Shown::Length, _) => false,
            (Shown::Ends(first, last), Shown::Ends(f, l)) => first > f || last > l,
            (Shown::Ends(first, last), Shown::Length) => first + last > 0,
            (Shown::View(roles), Shown::View(others)) => roles.iter().any(|role| !others.contains(role)),
            (Shown::Coarse(a), Shown::Coarse(b)) => {
                a.kind != b.kind || (a.month && !b.month) || a.width < b.width || a.decimals > b.decimals
            }
            (Shown::Shifted(a), Shown::Shifted(b)) => a != b,
            (Shown::Unknown(a), Shown::Unknown(b)) => a != b,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the one that lets out least to the one that lets out most, as far as that can be said.
    fn ladder() -> Vec<Operator> {
        vec![
            Operator::label(),
            Operator::mask().into(),
            Operator::mask().keep_last(2).into(),
            Operator::mask().keep_last(4).into(),
            Operator::mask().keep_first(6).keep_last(4).into(),
            Operator::Fpe(crate::policy::Fpe { keep_first: 6, keep_last: 4 }),
            Operator::keep(),
        ]
    }

    fn beyond(a: &Operator, b: &Operator, entity: &EntityType) -> bool {
        !Exposure::of(a, entity).beyond(&Exposure::of(b, entity)).is_empty()
    }

    #[test]
    fn each_step_lets_out_more() {
        let ladder = ladder();
        for (low, a) in ladder.iter().enumerate() {
            for (high, b) in ladder.iter().enumerate() {
                assert_eq!(beyond(a, b, &entity::CREDIT_CARD), low > high, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn what_cannot_be_compared_goes_further_both_ways() {
        let hash = Operator::hash();
        let mask = Operator::from(Operator::mask().keep_last(4));
        let partial = Operator::from(Operator::partial());
        let encrypt = Operator::encrypt();
        for (a, b) in [(&hash, &mask), (&partial, &mask), (&encrypt, &hash), (&partial, &hash)] {
            assert!(beyond(a, b, &entity::PERSON) && beyond(b, a, &entity::PERSON), "{a:?} {b:?}");
        }
        // Of a card it is known what `partial` shows.
        assert!(
            !beyond(&partial, &mask, &entity::CREDIT_CARD) && !beyond(&mask, &partial, &entity::CREDIT_CARD)
        );
    }

    #[test]
    fn nothing_goes_further_than_itself_and_keep_goes_furthest() {
        let keep = Operator::keep();
        let mut all = ladder();
        all.extend([
            Operator::remove(),
            Operator::hash(),
            Operator::partial().role("a").into(),
            Operator::generalize().into(),
            Operator::placeholder().into(),
            Operator::placeholder().irreversible().into(),
            Operator::tokenize().into(),
            Operator::encrypt(),
            Operator::pseudonym(),
            Operator::shift_date().into(),
            Operator::custom("own"),
        ]);
        for operator in &all {
            for entity in [entity::PERSON, entity::CREDIT_CARD, entity::PIN] {
                assert!(!beyond(operator, operator, &entity), "{operator:?}");
                assert!(!beyond(operator, &keep, &entity), "{operator:?}");
                let label = Operator::label();
                assert!(!beyond(&label, operator, &entity), "{operator:?}");
            }
        }
    }

    #[test]
    fn options_count() {
        let date = entity::DATE_OF_BIRTH;
        let coarse = |g: Generalize| Operator::from(g);
        assert!(beyond(&coarse(Operator::generalize().to_month()), &coarse(Operator::generalize()), &date));
        assert!(!beyond(&coarse(Operator::generalize()), &coarse(Operator::generalize().to_month()), &date));
        assert!(beyond(
            &coarse(Operator::generalize().width(5)),
            &coarse(Operator::generalize()),
            &entity::AGE
        ));
        let seen = |role| Operator::from(Operator::partial().role(role));
        assert!(beyond(&seen("a"), &Operator::partial().into(), &entity::PERSON));
        assert!(!beyond(&Operator::partial().into(), &seen("a"), &entity::PERSON));
        assert!(beyond(&seen("a"), &seen("b"), &entity::PERSON));
        let fixed = Operator::from(Operator::mask().fixed_length(6));
        assert!(beyond(&Operator::mask().into(), &fixed, &entity::PERSON));
        assert!(!beyond(&fixed, &Operator::label(), &entity::PERSON));
    }
}
