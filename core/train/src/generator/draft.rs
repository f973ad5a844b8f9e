//! A message while it is made: pieces of text, each with what it names or nothing.
//!
//! Pieces are changed one by one and joined at the end, so that spans need no correction whatever happens to a text.
use super::{Kind, Labelled};

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) kind: Option<Kind>,
}

/// A message while it is made.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) pieces: Vec<Piece>,
}

impl Draft {
    /// Adds text. What names something begins a new piece, always.
    pub(super) fn push(&mut self, text: &str, kind: Option<Kind>) {
        match self.pieces.last_mut() {
            Some(last) if last.kind.is_none() && kind.is_none() => last.text.push_str(text),
            _ if text.is_empty() => {}
            _ => self.pieces.push(Piece { text: text.to_owned(), kind }),
        }
    }

    /// Adds all of another draft.
    pub(super) fn append(&mut self, other: Draft) {
        for piece in other.pieces {
            self.push(&piece.text, piece.kind);
        }
    }

    /// Whether nothing is in it yet.
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Leaves out what ends a sentence, and white space.
    pub(super) fn trim_end(&mut self) {
        if let Some(last) = self.pieces.last_mut().filter(|piece| piece.kind.is_none()) {
            let length = last.text.trim_end_matches(['.', '!', '?', ',', ' ', '\n']).len();
            last.text.truncate(length);
        }
    }

    /// The last character.
    pub(super) fn last(&self) -> Option<char> {
        self.pieces.last().and_then(|piece| piece.text.chars().last())
    }

    /// The finished message. White space at either end of a name is not part of it.
    pub(super) fn finish(self, language: &'static str) -> Labelled {
        let (mut text, mut spans) = (String::new(), Vec::new());
        for Piece { text: part, kind } in self.pieces {
            let start = text.len();
            text.push_str(&part);
            let value = part.trim();
            if let Some(kind) = kind
                && !value.is_empty()
            {
                let start = start + (part.len() - part.trim_start().len());
                spans.push((start, start + value.len(), kind));
            }
        }
        Labelled { text, spans, language }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_become_spans() {
        let mut draft = Draft::default();
        draft.push("I am ", None);
        draft.push(" Zoë ", Some(Kind::Person));
        draft.push("", Some(Kind::Address));
        draft.push("of ", None);
        draft.push("here", None);
        assert_eq!((draft.pieces.len(), draft.last()), (3, Some('e')));
        let made = draft.finish("en");
        assert_eq!(made.text, "I am  Zoë of here");
        assert_eq!(made.spans, [(6, 10, Kind::Person)]);
    }
}
