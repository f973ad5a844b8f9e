//! Evidence in plain English. In: what a finding knows about itself. Out: half sentences, the same in every report.
use crate::finding::{ContextKind, Folding};

/// What near the value spoke for its type.
pub(crate) fn context(context: ContextKind) -> &'static str {
    match context {
        ContextKind::None => "no word near speaks for it",
        ContextKind::After => "a word after it speaks for it",
        ContextKind::Before => "a word before it speaks for it",
        ContextKind::Field => "the field's name speaks for it",
        ContextKind::Cue => "a cue leads to it",
        ContextKind::Question => "it answers a question",
        ContextKind::Model => "the sentence speaks for it",
        ContextKind::Earlier => "the text has said that name before",
    }
}

/// How the value is written, where it is not written plainly.
pub(crate) fn folding(folding: Folding) -> Option<&'static str> {
    match folding {
        Folding::Plain => None,
        Folding::Signs => Some("written with other characters, or with some that nobody sees"),
        Folding::Written => Some("written in words or codes, spaced out, or with letters for digits"),
    }
}

/// Said of a finding whose check failed.
pub(crate) const CLAIMED: &str = "kept because the writer calls it so";

/// Said of a published test number.
pub(crate) const SPECIMEN: &str = "a published specimen or reserved value";
