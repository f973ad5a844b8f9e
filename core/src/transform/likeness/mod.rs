//! What looks like one of our placeholders, in the exact form or in what writers and models make of it.
//!
//! Comes in: a text and a place. Goes out: which placeholder it may be. Whether it is one, only the session knows.
mod bare;
mod body;
mod bracketed;
mod open;

use super::glyph::may_open;
use crate::crypto::{TAG_ALPHABET, Tag};
use crate::restored::Tolerance;
use body::number;
pub(crate) use open::{bare_name, undecided};

/// The longest name, index and tag together, in characters.
const BODY: usize = 96;

/// One way to part a name from the index after it. No `Debug`: the names are people's text.
pub(crate) struct Reading {
    /// The name in capitals, without gaps.
    pub(crate) name: String,
    pub(crate) number: u32,
    /// First byte of what is read so: without brackets only they would tell where a name begins.
    pub(crate) start: usize,
}

/// A placeholder as it is read.
pub(crate) struct Likeness {
    /// First byte, of the outer bracket where there are two, its escape included.
    pub(crate) start: usize,
    /// The byte before the name: the bracket itself where it is written plainly.
    pub(crate) bracket: usize,
    /// One past the last byte.
    pub(crate) end: usize,
    /// Two brackets on either side.
    pub(crate) doubled: bool,
    /// Without brackets.
    pub(crate) bare: bool,
    /// Written `[TYPE_1]` or `[TYPE_1.k7q]` to the letter.
    pub(crate) exact: bool,
    /// Those with the longest name first.
    pub(crate) readings: Vec<Reading>,
    pub(crate) tag: Option<Tag>,
}

impl Likeness {
    /// From where on to look for the next one, if this one does not open: something without brackets may stand inside
    /// brackets that somebody else put there. A body holds no opening bracket, so that it is read twice at most.
    pub(crate) fn retry(&self) -> usize {
        if self.bare { self.end } else { self.start + 1 }
    }
}

/// The first placeholder-like text in brackets that starts at or after `from`, read tolerantly.
pub(crate) fn next_tolerant(text: &str, from: usize) -> Option<Likeness> {
    places(text, from, may_open).find_map(|(at, _)| bracketed::read(text, at, false))
}

/// How far a text was read. What has no brackets is met at its dot, behind every bracket that could be before it, so one
/// walk gives both in order.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Typed {
    /// What has no brackets begins at this byte or later.
    pub(crate) from: usize,
    /// No bracket or dot before this byte is tried again.
    pub(crate) tried: usize,
}

impl Typed {
    /// Goes on at byte `at`.
    pub(crate) fn go_on(&mut self, at: usize) {
        (self.from, self.tried) = (at, at);
    }

    /// The first `count` bytes of the text are gone.
    pub(crate) fn forget(&mut self, count: usize) {
        self.from = self.from.saturating_sub(count);
        self.tried = self.tried.saturating_sub(count);
    }
}

/// The next one, read as `tolerance` says, that has its bracket or dot before the byte `until`; goes on where it has come to
/// before.
pub(crate) fn next_before(
    text: &str,
    tolerance: Tolerance,
    typed: &mut Typed,
    until: usize,
) -> Option<Likeness> {
    let from = typed.from;
    let tried = typed.tried.max(from);
    let may = |b: u8| match tolerance {
        Tolerance::Exact => b == b'[',
        Tolerance::Tolerant => may_open(b),
        Tolerance::Loose => b == b'.' || may_open(b),
    };
    let mut found = places(text, tried, may).take_while(|(at, _)| *at < until);
    let found = found.find_map(|(at, byte)| match (tolerance, byte) {
        (Tolerance::Exact, _) => read_exact(text, at),
        (Tolerance::Loose, b'.') => bare::read(text, from, at),
        _ => bracketed::read(text, at, tolerance == Tolerance::Loose),
    });
    if found.is_none() {
        typed.tried = tried.max(until.min(text.len()));
    }
    found
}

fn places(text: &str, from: usize, may: impl Fn(u8) -> bool) -> impl Iterator<Item = (usize, u8)> {
    let bytes = text.as_bytes().get(from..).unwrap_or(&[]);
    bytes.iter().enumerate().filter(move |(_, b)| may(**b)).map(move |(i, b)| (from + i, *b))
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
    let number = number(index).filter(|_| well)?;
    let end = start + length + 2;
    let readings = vec![Reading { name: squeezed(name), number, start }];
    Some(Likeness { start, bracket: start, end, doubled: false, bare: false, exact: true, readings, tag })
}

/// A name as tolerant reading compares it: without gaps.
pub(crate) fn squeezed(name: &str) -> String {
    name.chars().filter(|&c| c != '_').collect()
}
