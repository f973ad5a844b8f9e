//! What stands between the brackets of a placeholder, folded, and how it parts into name, number and tag.
//!
//! Comes in: letters and gaps. Goes out: readings.
use super::{BODY, Reading, squeezed};
use crate::crypto::{TAG, TAG_ALPHABET, Tag};

/// The most digits an index has, so that it fits its type.
const DIGITS: usize = 9;

/// Stands for a letter that is none of A to Z, in names that no type has.
pub(super) const FOREIGN: u8 = b'~';

/// What stands between the brackets, folded; on the stack, since most of what is tried is no placeholder.
pub(super) struct Body {
    bytes: [u8; BODY],
    length: usize,
}

impl Default for Body {
    fn default() -> Self {
        Body { bytes: [0; BODY], length: 0 }
    }
}

impl Body {
    /// `None` where it is too long.
    pub(super) fn push(&mut self, letter: u8) -> Option<()> {
        *self.bytes.get_mut(self.length)? = letter;
        self.length += 1;
        Some(())
    }

    /// Gaps that follow each other are one.
    pub(super) fn gap(&mut self) -> Option<()> {
        let last = self.bytes.get(..self.length)?.last();
        if last == Some(&b'_') { Some(()) } else { self.push(b'_') }
    }

    /// Nothing, or a gap.
    pub(super) fn is_empty(&self) -> bool {
        self.text().is_none_or(|text| text.trim_matches('_').is_empty())
    }

    pub(super) fn text(&self) -> Option<&str> {
        core::str::from_utf8(self.bytes.get(..self.length)?).ok()
    }
}

/// Parts a body into readings and tag. Where `loose`, a tag may stand behind a gap instead of a dot.
pub(super) fn part(body: &str, start: usize, loose: bool) -> Option<(Vec<Reading>, Option<Tag>)> {
    let behind_gap = || {
        let (head, tail) = body.trim_end_matches('_').rsplit_once('_')?;
        Some((head, read_tag(tail)?)).filter(|_| loose && head.ends_with(|c: char| c.is_ascii_digit()))
    };
    let (head, tag) = match body.split_once('.') {
        Some((head, tag)) => (head, Some(read_tag(tag)?)),
        None => behind_gap().map_or((body, None), |(head, tag)| (head, Some(tag))),
    };
    Some((readings(head, start)?, tag))
}

/// The ways to part a head from its index. With no gap before the index, each digit may be the first of it.
pub(super) fn readings(head: &str, start: usize) -> Option<Vec<Reading>> {
    let head = head.trim_matches('_');
    if !head.starts_with(|c: char| c.is_ascii_uppercase() || c == char::from(FOREIGN)) {
        return None;
    }
    let name = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = head.get(name.len()..)?;
    let mut readings = Vec::new();
    if name.ends_with('_') {
        readings.push(Reading { name: squeezed(name), number: number(digits)?, start });
    } else {
        for cut in 0..digits.len() {
            let (rest, index) = digits.split_at_checked(cut)?;
            if let Some(number) = number(index) {
                readings.push(Reading { name: squeezed(name) + rest, number, start });
            }
        }
    }
    (!readings.is_empty()).then_some(readings)
}

pub(super) fn read_tag(written: &str) -> Option<Tag> {
    let mut tag = [0; TAG];
    let mut letters = written.bytes().filter(|&b| b != b'_').map(|b| b.to_ascii_lowercase());
    for place in &mut tag {
        *place = letters.next().filter(|b| TAG_ALPHABET.contains(b))?;
    }
    letters.next().is_none().then_some(tag)
}

/// Decimal, from 1, without leading zero.
pub(super) fn number(digits: &str) -> Option<u32> {
    let plain =
        !digits.starts_with('0') && digits.len() <= DIGITS && digits.bytes().all(|b| b.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}
