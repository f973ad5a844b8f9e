//! Colour and harmless characters. In: the environment and texts. Out: escape sequences where they are wanted, and
//! text that cannot steer the reader's terminal.
use std::borrow::Cow;
use std::env;
use std::io::{self, IsTerminal};

use wimple::Category;

/// Whether to colour, and how.
#[derive(Clone, Copy)]
pub(crate) struct Paint {
    on: bool,
}

impl Paint {
    /// For standard output: `NO_COLOR` switches off, then `CLICOLOR_FORCE` switches on, else a terminal decides.
    pub(crate) fn of_stdout() -> Self {
        let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
        let on = if set("NO_COLOR").is_some() {
            false
        } else if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") {
            true
        } else {
            io::stdout().is_terminal() && set("TERM").is_none_or(|value| value != "dumb")
        };
        Paint { on }
    }

    pub(crate) fn is_on(self) -> bool {
        self.on
    }

    /// A value of that category.
    pub(crate) fn value(self, category: Category, text: &str) -> String {
        self.wrap(colour(category), text)
    }

    /// What matters less than the text.
    pub(crate) fn faint(self, text: &str) -> String {
        self.wrap("2", text)
    }

    pub(crate) fn strong(self, text: &str) -> String {
        self.wrap("1", text)
    }

    fn wrap(self, code: &str, text: &str) -> String {
        if self.on { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// Black on a light ground, one ground a family: readable on dark and light terminals alike.
fn colour(category: Category) -> &'static str {
    match category {
        Category::Contact => "30;46",
        Category::Person => "30;42",
        Category::Location => "30;43",
        Category::Financial => "97;44",
        Category::GovernmentId | Category::Health => "97;45",
        Category::Secret => "97;41",
        _ => "30;47",
    }
}

/// `text` without characters that move the cursor, ring, or turn the writing direction. Line breaks stay.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    let steers = |c: char| {
        c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    let shown = |c: char| match c {
        '\t' => ' ',
        '\r' => '␍',
        c if steers(c) => '\u{fffd}',
        c => c,
    };
    Cow::Owned(text.chars().map(shown).collect())
}
