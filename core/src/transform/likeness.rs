//! What looks like one of our placeholders, in the exact form or in what writers and models make of it.
//!
//! Comes in: a text and a place. Goes out: which placeholder it may be. Whether it is one, only the session knows.
use super::glyph::{Glyph, glyph, may_open};
use crate::crypto::{TAG, TAG_ALPHABET, Tag};

/// The longest name, index and tag together, in characters.
const BODY: usize = 96;

/// The longest source of a placeholder, in bytes: escapes and invisible characters included.
const SOURCE: usize = 512;

/// The most digits an index has, so that it fits its type.
const DIGITS: usize = 9;

/// A name without gaps, in capitals, and the index after it.
type Reading = (String, u32);

/// A placeholder as it is read. No `Debug`: the names are people's text.
pub(crate) struct Likeness {
    /// First byte, of the outer bracket where there are two, its escape included.
    pub(crate) start: usize,
    /// The byte before the name: the bracket itself where it is written plainly.
    pub(crate) bracket: usize,
    /// One past the last byte.
    pub(crate) end: usize,
    /// Two brackets on either side.
    pub(crate) doubled: bool,
    /// Written `[TYPE_1]` or `[TYPE_1.k7q]` to the letter.
    pub(crate) exact: bool,
    /// Each way to part the name from the index.
    pub(crate) readings: Vec<Reading>,
    pub(crate) tag: Option<Tag>,
}

/// The first placeholder-like text that starts at or after `from`, read tolerantly.
pub(crate) fn next_tolerant(text: &str, from: usize) -> Option<Likeness> {
    openings(text, from, may_open).find_map(|at| read_tolerant(text, at))
}

/// The first text of the exact form that starts at or after `from`.
pub(crate) fn next_exact(text: &str, from: usize) -> Option<Likeness> {
    openings(text, from, |b| b == b'[').find_map(|at| read_exact(text, at))
}

fn openings(text: &str, from: usize, may: impl Fn(u8) -> bool) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes().get(from..).unwrap_or(&[]);
    bytes.iter().enumerate().filter(move |(_, b)| may(**b)).map(move |(i, _)| from + i)
}

/// A body holds no bracket, so that what is read for one opening is not read again for the next: the whole is linear.
fn read_tolerant(text: &str, start: usize) -> Option<Likeness> {
    let (Glyph::Open(close), length) = glyph(text, start)? else { return None };
    let (mut at, mut inner, mut doubled) = (start + length, start, false);
    if let Some((Glyph::Open(second), length)) = glyph(text, at)
        && second == close
    {
        (inner, at, doubled) = (at, at + length, true);
    }
    let bracket = at - 1;
    let mut body = Body::default();
    let mut breaks = 0;
    loop {
        let (glyph, length) = glyph(text, at)?;
        at += length;
        match glyph {
            Glyph::Letter(letter) => body.push(letter)?,
            Glyph::Gap => body.gap()?,
            Glyph::Nothing => {}
            Glyph::Break if breaks == 0 => breaks = 1,
            Glyph::Close(c) if c == close => break,
            _ => return None,
        }
        if at - start > SOURCE {
            return None;
        }
    }
    let mut start = start;
    match glyph(text, at) {
        Some((Glyph::Close(c), length)) if doubled && c == close => at += length,
        // Two open and one closes: the outer one is no part of it.
        _ => (start, doubled) = (inner, false),
    }
    let (readings, tag) = readings(body.text()?)?;
    let exact =
        !doubled && read_exact(text, bracket).is_some_and(|exact| exact.end == at) && start == bracket;
    Some(Likeness { start, bracket, end: at, doubled, exact, readings, tag })
}

/// `[TYPE_1]` or `[TYPE_1.k7q]`.
fn read_exact(text: &str, start: usize) -> Option<Likeness> {
    let rest = text.get(start..)?.strip_prefix('[')?;
    let length = rest.bytes().take(BODY + 1).position(|b| b == b']')?;
    let inside = rest.get(..length)?;
    let (head, tag) = match inside.split_once('.') {
        Some((head, tag)) => (head, Some(Tag::try_from(tag.as_bytes()).ok()?)),
        None => (inside, None),
    };
    let (name, index) = head.rsplit_once('_')?;
    let well = name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
        && tag.is_none_or(|t| t.iter().all(|c| TAG_ALPHABET.contains(c)));
    let index = number(index).filter(|_| well)?;
    let end = start + length + 2;
    let readings = vec![(squeezed(name), index)];
    Some(Likeness { start, bracket: start, end, doubled: false, exact: true, readings, tag })
}

/// A name as tolerant reading compares it: without gaps.
pub(crate) fn squeezed(name: &str) -> String {
    name.chars().filter(|&c| c != '_').collect()
}

/// Parts a body into name, index and tag. With no gap before the index, each digit may be the first of it.
fn readings(body: &str) -> Option<(Vec<Reading>, Option<Tag>)> {
    let (head, tag) = match body.split_once('.') {
        Some((head, tag)) => (head, Some(read_tag(tag)?)),
        None => (body, None),
    };
    let head = head.trim_matches('_');
    if !head.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let name = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = head.get(name.len()..)?;
    let mut readings = Vec::new();
    if name.ends_with('_') {
        readings.push((squeezed(name), number(digits)?));
    } else {
        for cut in 0..digits.len() {
            let (rest, index) = digits.split_at_checked(cut)?;
            if let Some(index) = number(index) {
                readings.push((squeezed(name) + rest, index));
            }
        }
    }
    (!readings.is_empty()).then_some((readings, tag))
}

fn read_tag(written: &str) -> Option<Tag> {
    let mut tag = [0; TAG];
    let mut letters = written.bytes().filter(|&b| b != b'_').map(|b| b.to_ascii_lowercase());
    for place in &mut tag {
        *place = letters.next().filter(|b| TAG_ALPHABET.contains(b))?;
    }
    letters.next().is_none().then_some(tag)
}

/// Decimal, from 1, without leading zero.
fn number(digits: &str) -> Option<u32> {
    let plain =
        !digits.starts_with('0') && digits.len() <= DIGITS && digits.bytes().all(|b| b.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

/// What stands between the brackets, folded; on the stack, since most of what is tried is no placeholder.
struct Body {
    bytes: [u8; BODY],
    length: usize,
}

impl Default for Body {
    fn default() -> Self {
        Body { bytes: [0; BODY], length: 0 }
    }
}

impl Body {
    fn push(&mut self, letter: u8) -> Option<()> {
        *self.bytes.get_mut(self.length)? = letter;
        self.length += 1;
        Some(())
    }

    /// Gaps that follow each other are one.
    fn gap(&mut self) -> Option<()> {
        let last = self.bytes.get(..self.length)?.last();
        if last == Some(&b'_') { Some(()) } else { self.push(b'_') }
    }

    fn text(&self) -> Option<&str> {
        core::str::from_utf8(self.bytes.get(..self.length)?).ok()
    }
}
