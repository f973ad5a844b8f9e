//! Placeholders between brackets of the text's own, in a text that goes out in pieces.
//!
//! Comes in: the redacted text, piece by piece. Goes out, at its end: which placeholders of the session stand so, taken down
//! in its numbers as for a whole text (`Numbers::frame`).
use std::collections::BTreeSet;

use super::held::floor;
use crate::transform::{Numbers, next_tolerant};

/// Longer than any way to write a placeholder, brackets and escapes included, in bytes.
const LONGEST: usize = 1024;

/// What was met so far.
#[derive(Default)]
pub(super) struct Frames {
    /// What went out last and may go on.
    tail: String,
    met: BTreeSet<(String, u32)>,
    placeholders: bool,
}

impl Frames {
    pub(super) fn take(&mut self, piece: &str, placeholders: bool, numbers: &Numbers) {
        self.placeholders |= placeholders;
        self.tail.push_str(piece);
        if self.tail.len() > 2 * LONGEST {
            self.read(numbers, false);
        }
    }

    /// The end of the text. A turn without placeholders of its own says nothing.
    pub(super) fn end(&mut self, numbers: &mut Numbers) {
        self.read(numbers, true);
        if self.placeholders {
            self.met.iter().for_each(|(name, number)| numbers.mark_framed(name, *number));
        }
    }

    fn read(&mut self, numbers: &Numbers, ended: bool) {
        let decided = if ended { usize::MAX } else { self.tail.len().saturating_sub(LONGEST) };
        let mut from = 0;
        while let Some(likeness) = next_tolerant(&self.tail, from).filter(|it| it.start < decided) {
            from = likeness.end;
            self.met.extend(numbers.framed(&likeness));
        }
        let rest = from.max(decided.min(self.tail.len()));
        let edge = floor(&self.tail, rest);
        self.tail.drain(..edge);
    }
}
