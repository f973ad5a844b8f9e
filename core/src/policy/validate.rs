//! What no policy may say, whether built in code or read from a document.
use crate::error::{Error, PolicyError};

use super::operator::{Mask, MaskLength, Operator};
use super::{Allow, Policy};

/// The most characters a mask may keep or write.
const MASK_MAX: usize = 255;
/// The most patterns (allowed and benign) one policy may hold: each may take a megabyte compiled.
const PATTERNS: usize = 256;

impl Policy {
    /// Looks for what a builder lets through.
    pub(crate) fn validate(&self) -> Result<(), Error> {
        let operators = [&self.default]
            .into_iter()
            .chain(self.types.iter().map(|(_, o)| o))
            .chain(self.categories.iter().map(|(_, o)| o))
            .chain(self.rules.iter().map(|r| &r.operator));
        for operator in operators {
            if let Operator::Mask(mask) = operator {
                self::mask(mask).map_err(|(_, problem)| built(problem))?;
            }
        }
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
pub(super) fn mask(mask: &Mask) -> Result<(), (&'static str, &'static str)> {
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

fn built(problem: &'static str) -> Error {
    Error::Policy(Box::new(PolicyError { problem: problem.to_owned(), ..PolicyError::default() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Rule;

    #[test]
    fn builder_mistakes_are_refused_at_line_zero() {
        let wrong = [
            Policy::new().default(Operator::mask().character('x')),
            Policy::new().default(Operator::mask().character('\u{301}')),
            Policy::new().on(crate::entity::URL, Operator::mask().fixed_length(0)),
            Policy::new().on_category(crate::Category::Secret, Operator::mask().keep_last(256)),
            Policy::new().rule(Rule::new(Operator::mask().character(' '))),
            Policy::new().rule(Rule::new(Operator::keep()).path("")),
            Policy::new().rule(Rule::new(Operator::keep()).name("")),
            Policy::new().allow(Allow::values([""])),
            Policy::new().allow(Allow::values(Vec::<String>::new())),
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
