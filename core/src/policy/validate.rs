//! What no policy may say, whether built in code or read from a document.
use crate::entity::{Category, EntityType};
use crate::error::{Error, PolicyError};
use crate::score::Score;

use super::names::is_name;
use super::operator::{Mask, MaskLength, Operator};
use super::{Allow, Policy, Rule, law};

/// The most characters a mask may keep or write.
const MASK_MAX: usize = 255;
/// The most patterns (allowed and benign) one policy may hold: each may take a megabyte compiled.
const PATTERNS: usize = 256;

/// What an operator is to act on.
pub(super) enum Target<'t> {
    /// These types and no others.
    Types(&'t [EntityType]),
    /// Types that are not named one by one.
    All,
}

impl<'t> Target<'t> {
    /// What a rule with these conditions matches.
    pub(super) fn of(types: &'t [EntityType], categories: &[Category]) -> Self {
        if types.is_empty() || !categories.is_empty() { Target::All } else { Target::Types(types) }
    }
}

impl Policy {
    /// Looks for what a builder lets through.
    pub(crate) fn validate(&self) -> Result<(), Error> {
        let of_rule = |r: &Rule| fits(&r.operator, &Target::of(&r.types, &r.categories));
        for operator in self.operators() {
            self::operator(operator).map_err(|(_, problem)| built(problem))?;
        }
        fits(&self.default, &Target::All)
            .and(self.categories.iter().try_for_each(|(_, o)| fits(o, &Target::All)))
            .and(self.types.iter().try_for_each(|(e, o)| fits(o, &Target::Types(core::slice::from_ref(e)))))
            .and(self.rules.iter().try_for_each(of_rule))
            .map_err(built)?;
        if self.rules.iter().any(|r| r.paths.iter().any(String::is_empty)) {
            return Err(built("a path of a rule is empty"));
        }
        if self.rules.iter().any(|r| r.name.as_ref().is_some_and(String::is_empty)) {
            return Err(built("a rule's name is empty"));
        }
        if self.allow.iter().any(|a| a.is_empty() || a.values.iter().any(String::is_empty)) {
            return Err(built("an allow list is empty or holds an empty value"));
        }
        if self.benign.iter().any(|t| t.name().is_empty()) {
            return Err(built("a benign template has no name"));
        }
        patterns(self).map_err(built)
    }

    /// How many last digits of a card its `fpe` operators leave that leave nothing at the beginning, where all of them
    /// leave as many: then a card needs no marks, since it is known how to open it. Not where the least score is above
    /// that of what a writer merely calls a card, which is how such a number is found again.
    pub(crate) fn fpe_end(&self) -> Option<usize> {
        if self.minimum > Score::DEFAULT_MINIMUM {
            return None;
        }
        let card = crate::entity::CREDIT_CARD;
        let of_types = self.types.iter().filter(|(entity, _)| *entity == card).map(|(_, operator)| operator);
        let of_rules = self.rules.iter().filter(|rule| rule.types.contains(&card)).map(|rule| &rule.operator);
        let mut ends = of_types.chain(of_rules).filter_map(|operator| match operator {
            Operator::Fpe(fpe) if fpe.keep_first == 0 => Some(fpe.keep_last),
            _ => None,
        });
        let end = ends.next()?;
        ends.all(|other| other == end).then_some(end)
    }

    /// Every operator in it.
    pub(crate) fn operators(&self) -> impl Iterator<Item = &Operator> {
        [&self.default]
            .into_iter()
            .chain(self.types.iter().map(|(_, o)| o))
            .chain(self.categories.iter().map(|(_, o)| o))
            .chain(self.rules.iter().map(|r| &r.operator))
    }
}

/// Whether an operator can act on everything it is asked to act on; if not, why not.
pub(super) fn fits(operator: &Operator, target: &Target<'_>) -> Result<(), String> {
    if let Target::Types(types) = target {
        law::fits(operator, types)?;
    }
    match (operator, target) {
        (Operator::Generalize(generalize), Target::Types(types)) => {
            types.iter().try_for_each(|entity| generalize.fits(entity))
        }
        (Operator::Fpe(fpe), Target::Types(types)) => types.iter().try_for_each(|entity| fpe.fits(entity)),
        (Operator::ShiftDate(shift), Target::Types(types)) => {
            types.iter().try_for_each(|entity| shift.fits(entity))
        }
        (Operator::Generalize(_) | Operator::Fpe(_) | Operator::ShiftDate(_), Target::All) => {
            Err(format!("{} needs the types it is applied to, each by its name", operator.name()))
        }
        _ => Ok(()),
    }
}

/// The key that is wrong in an operator, and why.
pub(super) fn operator(operator: &Operator) -> Result<(), (&'static str, &'static str)> {
    match operator {
        Operator::Mask(mask) => self::mask(mask),
        Operator::Partial(partial) if partial.roles.iter().any(String::is_empty) => {
            Err(("roles", "the name of a role is empty"))
        }
        Operator::Generalize(g) if !(2..=50).contains(&g.width) => {
            Err(("width", "a band of ages has 2 to 50 years"))
        }
        Operator::Generalize(g) if g.decimals > 2 => {
            Err(("decimals", "more than 2 decimals of coordinates tell a street"))
        }
        Operator::Fpe(fpe) => fpe.check(),
        Operator::ShiftDate(shift) => shift.check(),
        Operator::Custom(custom) if !is_name(&custom.callback) => {
            Err(("callback", "the name of a callback is 1 to 64 letters, digits, _ and -, a letter first"))
        }
        _ => Ok(()),
    }
}

/// Bounds what the patterns of a policy may take.
pub(super) fn patterns(policy: &Policy) -> Result<(), &'static str> {
    let allowed: usize = policy.allow.iter().map(|a: &Allow| a.patterns().count()).sum();
    if allowed + policy.benign.len() > PATTERNS {
        return Err("more than 256 allow patterns and benign templates");
    }
    Ok(())
}

/// The key that is wrong in a mask, and why.
fn mask(mask: &Mask) -> Result<(), (&'static str, &'static str)> {
    if !covers(mask.character) {
        let why = "a mask character may not be a letter, digit, space, control character or part of a longer character";
        return Err(("character", why));
    }
    if mask.keep_first > MASK_MAX {
        return Err(("keep_first", "keep_first is over 255"));
    }
    if mask.keep_last > MASK_MAX {
        return Err(("keep_last", "keep_last is over 255"));
    }
    match mask.length {
        MaskLength::Fixed(0) => Err(("length", "a mask of fixed length 0 covers nothing")),
        MaskLength::Fixed(n) if n > MASK_MAX => Err(("length", "the fixed length is over 255")),
        _ => Ok(()),
    }
}

/// Whether a character stands for itself on paper and cannot be taken for part of a value.
fn covers(c: char) -> bool {
    use unicode_segmentation::UnicodeSegmentation as _;
    let invisible = matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}');
    let alone = || format!("a{c}a").graphemes(true).count() == 3;
    !(c.is_alphanumeric() || c.is_whitespace() || c.is_control() || invisible) && alone()
}

fn built(problem: impl Into<String>) -> Error {
    Error::Policy(Box::new(PolicyError { problem: problem.into(), ..PolicyError::default() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn builder_mistakes_are_refused_at_line_zero() {
        let wrong = [
            Policy::new().default(Operator::mask().character('x')),
            Policy::new().default(Operator::mask().character('\u{301}')),
            Policy::new().on(crate::entity::URL, Operator::mask().fixed_length(0)),
            Policy::new().on_category(Category::Secret, Operator::mask().keep_last(256)),
            Policy::new().rule(Rule::new(Operator::mask().character(' '))),
            Policy::new().rule(Rule::new(Operator::keep()).path("")),
            Policy::new().rule(Rule::new(Operator::keep()).name("")),
            Policy::new().allow(Allow::values([""])),
            Policy::new().allow(Allow::values(Vec::<String>::new())),
            Policy::new().default(Operator::generalize()),
            Policy::new().on(crate::entity::PERSON, Operator::generalize()),
            Policy::new().on_category(Category::Network, Operator::generalize()),
            Policy::new().on(crate::entity::DATE_OF_BIRTH, Operator::generalize().width(1)),
            Policy::new().on(crate::entity::DATE_OF_BIRTH, Operator::generalize().width(51)),
            Policy::new().on(crate::entity::IP_ADDRESS, Operator::generalize().decimals(3)),
            Policy::new().rule(Rule::new(Operator::generalize())),
            Policy::new().rule(Rule::new(Operator::generalize()).category(Category::Person)),
            Policy::new().rule(Rule::new(Operator::generalize()).entity(crate::entity::URL)),
            Policy::new().default(Operator::partial().role("")),
            Policy::new().default(Operator::fpe()),
            Policy::new().on(crate::entity::PERSON, Operator::fpe()),
            Policy::new().on(crate::entity::CARD_VERIFICATION_CODE, Operator::fpe()),
            Policy::new().on_category(Category::Financial, Operator::fpe()),
            Policy::new().on(crate::entity::US_SSN, Operator::fpe().keep_first(7)),
            Policy::new().on(crate::entity::US_SSN, Operator::fpe().keep_last(5)),
            Policy::new().on(crate::entity::CREDIT_CARD, Operator::fpe().keep_first(6).keep_last(4)),
            Policy::new().default(Operator::shift_date()),
            Policy::new().on(crate::entity::AGE, Operator::shift_date()),
            Policy::new().on(crate::entity::DATE_OF_BIRTH, Operator::shift_date().between(0, 9)),
            Policy::new().rule(Rule::new(Operator::shift_date()).category(Category::Person)),
            Policy::new().default(Operator::custom("")),
            Policy::new().default(Operator::custom("bo@example.com")),
        ];
        for policy in wrong {
            match policy.validate() {
                Err(Error::Policy(e)) => assert_eq!((e.line(), e.column()), (0, 0)),
                other => panic!("{other:?} for {policy:?}"),
            }
        }
        for c in ['*', '•', '█', '#', '_'] {
            assert!(Policy::new().default(Operator::mask().character(c)).validate().is_ok(), "{c}");
        }
    }
}
