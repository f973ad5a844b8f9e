//! What the setters of a recognizer let through and nobody can have meant.
use super::{Form, Recognizer, builtin};
use crate::entity::Category;
use crate::text::plain::{Plain, is_word_char};

/// The longest name, in bytes.
const NAME: usize = 64;

impl Recognizer {
    /// The key of a document where something is wrong, and what it is.
    pub(crate) fn problem(&self) -> Option<(&'static str, &'static str)> {
        let name_is_plain = |name: &str| {
            !name.is_empty() && name.len() <= NAME && name.chars().all(|c| !c.is_control() && c != '#')
        };
        let is_word = |word: &str| {
            !word.is_empty()
                && word.chars().all(is_word_char)
                && Plain::of(word).is_some_and(|p| !p.bytes().is_empty())
        };
        let weak = matches!(&self.form, Form::Template { shapes, .. } if shapes.iter().any(|s| s.weak));
        if self.name.as_deref().is_some_and(|name| !name_is_plain(name)) {
            Some(("name", "a name has 1 to 64 bytes, no # and no control characters"))
        } else if self.check.is_some() && !matches!(self.form, Form::Template { .. }) {
            Some(("check", "a check needs a template"))
        } else if !self.context.iter().all(|word| is_word(word)) {
            Some(("context", "a context word is one word of letters and digits"))
        } else if weak && self.context.is_empty() {
            Some(("template", "a form with ? counts only with a context word, and there is none"))
        } else if self.category == Some(Category::Benign) {
            Some(("category", "what is benign is no recognizer but a benign template"))
        } else if let (Some(own), Some(builtin)) = (self.category, builtin(&self.entity))
            && own != builtin.category
        {
            Some(("category", "a built-in type keeps its category"))
        } else {
            None
        }
    }
}
