//! Places in a document, and the errors that point at them.
//!
//! Comes in: a document, a byte range, what is wrong. Goes out: an error with line, column (code points) and the line
//! itself, in which only words of the policy language and the word in question can be read.
use core::ops::Range;

use crate::error::{Error, PolicyError};

use super::names;

/// How much of a line an excerpt shows to either side of the place, in characters.
const AROUND: usize = 60;

/// A complaint about a place in the document; the document itself is not known yet.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) at: Range<usize>,
    pub(super) problem: String,
    pub(super) hint: Option<String>,
    /// The place is a key, number or unknown name, so its text may be shown.
    pub(super) show: bool,
}

impl Fault {
    pub(super) fn new(at: &Range<usize>, problem: impl Into<String>) -> Self {
        Fault { at: at.clone(), problem: problem.into(), hint: None, show: false }
    }

    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Lets the excerpt show the place itself.
    pub(super) fn shown(mut self) -> Self {
        self.show = true;
        self
    }

    /// The error, with line, column and excerpt of `document`.
    pub(super) fn into_error(self, document: &str) -> Error {
        let start = edge(document, self.at.start.min(document.len()));
        let end = edge(document, self.at.end.clamp(start, document.len()));
        let before = document.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        let rest = document.get(line_start..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        let number = before.bytes().filter(|b| *b == b'\n').count() + 1;
        let column = document.get(line_start..start).unwrap_or_default().chars().count() + 1;
        let place = start - line_start..(end - line_start).min(line.len());
        let excerpt = excerpt(line, number, &place, self.show);
        Error::Policy(Box::new(PolicyError {
            problem: self.problem,
            line: number,
            column,
            excerpt,
            hint: self.hint,
        }))
    }
}

/// The nearest character edge at or before `at`.
fn edge(document: &str, at: usize) -> usize {
    (0..=at).rev().find(|i| document.is_char_boundary(*i)).unwrap_or(0)
}

/// The line with a gutter and carets under `place`.
fn excerpt(line: &str, number: usize, place: &Range<usize>, show: bool) -> String {
    let mut shown: Vec<char> = Vec::new();
    let (mut from, mut to) = (None, None);
    for piece in pieces(line) {
        let holds = piece.at.start <= place.start && place.start < piece.at.end;
        let readable = match piece.kind {
            Kind::Mark => true,
            Kind::Word | Kind::Quoted if names::is_vocabulary(piece.word) => true,
            Kind::Word => show && holds && (names::is_name(piece.word) || is_number(piece.word)),
            Kind::Quoted => show && holds && names::is_name(piece.word),
            Kind::Comment => false,
        };
        if holds {
            from = Some(shown.len());
        } else if piece.at.start >= place.end && from.is_some() && to.is_none() {
            to = Some(shown.len());
        }
        let text = line.get(piece.at.clone()).unwrap_or_default();
        match piece.kind {
            _ if readable => shown.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c })),
            Kind::Quoted => {
                let quote = if text.starts_with('\'') { '\'' } else { '"' };
                shown.extend([quote, '…', quote]);
            }
            Kind::Comment => shown.extend(['#', ' ', '…']),
            _ if shown.last() == Some(&'…') => {}
            _ => shown.push('…'),
        }
    }
    let from = from.unwrap_or(shown.len());
    let to = to.unwrap_or(shown.len()).max(from + 1);
    let first = from.saturating_sub(AROUND);
    let cut: String = shown.iter().skip(first).take(2 * AROUND).collect();
    let carets = (to - from).min(AROUND);
    let gutter = number.to_string();
    let blank = " ".repeat(gutter.len());
    format!("{gutter} | {}\n{blank} | {}{}", cut.trim_end(), " ".repeat(from - first), "^".repeat(carets))
}

/// A number short enough to be a setting.
fn is_number(word: &str) -> bool {
    word.len() <= 6 && word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e'))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Punctuation of TOML and JSON, spaces.
    Mark,
    /// A bare word or number, or anything else without quotes.
    Word,
    /// From a quote to the next one like it, or to the end of the line.
    Quoted,
    /// From `#` to the end of the line.
    Comment,
}

struct Piece<'l> {
    at: Range<usize>,
    kind: Kind,
    /// The text without its quotes.
    word: &'l str,
}

/// Cuts a line into pieces that follow each other without gaps.
fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let (kind, len) = match rest.chars().next() {
            Some('#') => (Kind::Comment, rest.len()),
            Some(q @ ('"' | '\'')) => (Kind::Quoted, quoted(rest, q)),
            Some(c) if is_mark(c) => (Kind::Mark, c.len_utf8()),
            _ => {
                (Kind::Word, rest.find(|c| is_mark(c) || matches!(c, '"' | '\'' | '#')).unwrap_or(rest.len()))
            }
        };
        let whole = rest.get(..len).unwrap_or_default();
        let word = if kind == Kind::Quoted { whole.trim_matches(['"', '\'']) } else { whole };
        pieces.push(Piece { at: at..at + len, kind, word });
        at += len.max(1);
    }
    pieces
}

fn is_mark(c: char) -> bool {
    matches!(c, ' ' | '\t' | '=' | ',' | ':' | '[' | ']' | '{' | '}')
}

/// Length of the quoted text at the start of `rest`, its quotes included.
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (i, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            c if c == quote => return i + 1,
            _ => {}
        }
    }
    rest.len()
}
