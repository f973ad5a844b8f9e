//! Explanations: one account, as text for people and as JSON for programs.
use core::fmt;

use crate::boundary::{ask, end};
use crate::text::wimple_str;

/// An account of what was found and why, or of an entity type. Never holds your text.
pub struct wimple_explain {
    text: String,
    json: String,
}

impl wimple_explain {
    pub(crate) fn new(text: String, json: String) -> Self {
        wimple_explain { text, json }
    }
}

impl fmt::Debug for wimple_explain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_explain").finish_non_exhaustive()
    }
}

/// For people.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_explain_text(explain: Option<&wimple_explain>) -> wimple_str {
    ask(|| explain.map(|e| e.text.as_str().into()))
}

/// For programs. Offsets are bytes.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_explain_json(explain: Option<&wimple_explain>) -> wimple_str {
    ask(|| explain.map(|e| e.json.as_str().into()))
}

/// Ends an explanation.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_explain_free(explain: Option<Box<wimple_explain>>) {
    end(explain, drop);
}
