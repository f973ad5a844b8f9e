//! The part of a text that is held: what came in and may still matter.
//!
//! Comes in: pieces, cut anywhere between characters, or anywhere at all as bytes. Goes out: one text, the front of which is
//! let go of when nobody asks for it any more. What is let go of is wiped.
use zeroize::{Zeroize, Zeroizing};

use crate::error::Error;

/// A text that grows behind and goes in front.
#[derive(Default)]
pub(super) struct Held {
    text: Zeroizing<String>,
    /// Bytes that have gone.
    gone: usize,
}

impl Held {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Where what is held begins in the whole, in bytes.
    pub(super) fn offset(&self) -> usize {
        self.gone
    }

    /// Appends a piece. A buffer that is too small is wiped when it has moved.
    pub(super) fn push(&mut self, piece: &str) {
        let need = self.text.len() + piece.len();
        if need > self.text.capacity() {
            let mut larger = Zeroizing::new(String::with_capacity(need.next_power_of_two().max(1024)));
            larger.push_str(&self.text);
            self.text = larger;
        }
        self.text.push_str(piece);
    }

    /// Lets go of the first `count` bytes. Where a character is cut, spaces stand for what is left of it: nothing this near
    /// the front is looked at.
    pub(super) fn forget(&mut self, count: usize) {
        let edge = |at: &usize| self.text.is_char_boundary(*at);
        let (Some(start), Some(end)) = ((0..=count).rev().find(edge), (count..=self.text.len()).find(edge))
        else {
            return;
        };
        if start < end {
            const SPACES: &str = "    ";
            self.text.replace_range(start..end, SPACES.get(..end - start).unwrap_or_default());
        }
        self.text.drain(..count);
        self.gone += count;
    }

    /// Wipes it all.
    pub(super) fn wipe(&mut self) {
        self.text.zeroize();
    }
}

/// The edge of a character at or before byte `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Bytes that come in pieces → text: a character may be cut by the end of a piece.
#[derive(Default)]
pub(super) struct Bytes {
    cut: [u8; 4],
    length: usize,
    seen: usize,
}

impl Bytes {
    /// Gives what a piece has made whole, in at most two texts.
    pub(super) fn take(
        &mut self,
        mut piece: &[u8],
        mut give: impl FnMut(&str) -> Result<(), Error>,
    ) -> Result<(), Error> {
        // The character that the last piece has begun.
        while self.length > 0 && !piece.is_empty() {
            let (Some((byte, rest)), Some(place)) = (piece.split_first(), self.cut.get_mut(self.length))
            else {
                return Err(self.wrong());
            };
            *place = *byte;
            (self.length, piece) = (self.length + 1, rest);
            match core::str::from_utf8(self.cut.get(..self.length).unwrap_or_default()) {
                Ok(character) => {
                    give(character)?;
                    self.seen += self.length;
                    self.length = 0;
                }
                Err(error) if error.error_len().is_some() => return Err(self.wrong()),
                Err(_) => {}
            }
        }
        let (whole, rest) = match core::str::from_utf8(piece) {
            Ok(whole) => (whole, &[][..]),
            Err(error) => {
                let (whole, rest) = piece.split_at(error.valid_up_to());
                if error.error_len().is_some() {
                    self.seen += whole.len();
                    return Err(self.wrong());
                }
                (core::str::from_utf8(whole).unwrap_or_default(), rest)
            }
        };
        self.seen += whole.len();
        if !rest.is_empty() {
            self.cut.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            self.length = rest.len();
        }
        if whole.is_empty() { Ok(()) } else { give(whole) }
    }

    /// The end: no character may be open.
    pub(super) fn end(&mut self) -> Result<(), Error> {
        if self.length == 0 { Ok(()) } else { Err(self.wrong()) }
    }

    fn wrong(&mut self) -> Error {
        self.cut.zeroize();
        Error::InvalidUtf8 { at: self.seen }
    }
}

impl Drop for Bytes {
    fn drop(&mut self) {
        self.cut.zeroize();
    }
}
