//! Text → runs: rows of neighbouring tokens that the model decides about together.
//!
//! Comes in: a text. Goes out: one run after another, from left to right, at most [`LONGEST`] tokens each. Only a window
//! of the text is held at a time, so memory is bounded and no word can matter farther away than a window. Nothing is
//! allocated.
//!
//! A run knows its neighbours over line breaks, since signatures and postal blocks need them. How a line is written (small
//! letters only, capitals only) is said of the line, or of its first [`LINE`] tokens where it has more.
use core::ops::Range;

use smallvec::SmallVec;

use super::gate::{BACK, Marks};
use super::lexicon::{Lexicon, joined};
use super::token::{PHRASE_FIRST, PHRASE_REST, Shape, Token, class, line};
use super::tokens::Tokens;

/// The most tokens decided together.
pub(crate) const LONGEST: usize = 64;
/// How many tokens of a line say how it is written.
const LINE: usize = 64;
/// A line of this many tokens or fewer is short: a name alone, a line of an address.
const SHORT: usize = 4;
/// Tokens held at a time: a run, a line to be described, and what features see around.
pub(super) const ROOM: usize = LONGEST + LINE + 64;
/// Tokens that features and marks may need to either side.
const AROUND: usize = 4;

const _: () = assert!(AROUND > BACK);

/// The window over a text.
pub(crate) struct Walk<'t, 'l> {
    pub(super) source: Tokens<'t>,
    pub(super) lexicon: Lexicon<'l>,
    pub(super) tokens: SmallVec<[Token; ROOM]>,
    /// No token follows those that are held.
    pub(super) ended: bool,
    /// What ends behind this byte is not there as a whole yet: it is not read.
    pub(super) until: usize,
    /// Up to here names of several words are known and tokens marked, lines described, runs given out.
    pub(super) marked: usize,
    pub(super) described: usize,
    pub(super) given: usize,
    pub(super) marks: Marks,
    /// Where the line begins that is not described yet, and how its first part is written.
    pub(super) line_start: bool,
    pub(super) line_case: Option<u8>,
}

impl<'t, 'l> Walk<'t, 'l> {
    pub(crate) fn new(text: &'t str, lexicon: Lexicon<'l>) -> Self {
        Walk {
            source: Tokens::new(text, 0),
            lexicon,
            tokens: SmallVec::new(),
            ended: false,
            until: usize::MAX,
            marked: 0,
            described: 0,
            given: 0,
            marks: Marks::default(),
            line_start: true,
            line_case: None,
        }
    }

    /// The tokens that are held; runs are places among them.
    pub(crate) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// For the trainer, which hides what it knows from itself.
    #[cfg(feature = "train")]
    pub(super) fn tokens_mut(&mut self) -> &mut [Token] {
        &mut self.tokens
    }

    /// The next run. Its place holds until the next call.
    pub(crate) fn next_run(&mut self) -> Option<Range<usize>> {
        loop {
            let settled = if self.ended { self.tokens.len() } else { self.described.saturating_sub(AROUND) };
            let rest = self.tokens.get(self.given..settled).unwrap_or_default();
            if let Some(skipped) = rest.iter().position(|t| t.hot) {
                let start = self.given + skipped;
                let run = rest.iter().skip(skipped).take(LONGEST).take_while(|t| t.hot).count();
                // What reaches the end of what is settled may go on.
                if self.ended || start + run < settled || run == LONGEST {
                    self.given = start + run;
                    return Some(start..self.given);
                }
                self.given = start;
            } else {
                self.given = self.given.max(settled);
                if self.ended {
                    return None;
                }
            }
            if !self.fill() {
                return None;
            }
        }
    }

    /// Lets go of what is done with, and reads on; `false` where there is nothing to be read yet.
    fn fill(&mut self) -> bool {
        let gone = self.given.saturating_sub(AROUND);
        self.tokens.drain(..gone);
        for place in [&mut self.marked, &mut self.described, &mut self.given] {
            *place -= gone;
        }
        self.marks.forget(gone);
        let held = self.tokens.len();
        while self.tokens.len() < ROOM {
            let before = self.source;
            let token = self.source.read(&self.lexicon);
            if self.source.place().at > self.until {
                self.source = before;
                break;
            }
            match token {
                Some(token) => self.tokens.push(token),
                None => {
                    self.ended = self.until == usize::MAX;
                    break;
                }
            }
        }
        self.mark();
        self.describe_lines();
        self.ended || self.tokens.len() > held
    }

    /// Marks what the model looks at, as far as is known which words are names together.
    fn mark(&mut self) {
        let tokens = self.tokens.as_mut_slice();
        let known = if self.ended { tokens.len() } else { tokens.len().saturating_sub(2) };
        for at in self.marked..known {
            if tokens.get(at).is_some_and(|token| token.class & class::STARTS != 0) {
                find_phrase(tokens.get_mut(at..).unwrap_or_default(), &self.lexicon);
            }
            self.marks.take(tokens, at);
        }
        self.marked = self.marked.max(known);
    }

    /// Says of each token where it stands in its line and how the line is written.
    fn describe_lines(&mut self) {
        let tokens = self.tokens.as_mut_slice();
        while self.described < tokens.len() {
            let rest = tokens.get_mut(self.described..).unwrap_or_default();
            let broken = rest.iter().take(LINE + 1).position(|t| t.shape == Shape::Break);
            let length = match broken {
                Some(at) => at,
                None if rest.len() > LINE || self.ended => rest.len().min(LINE),
                None => return,
            };
            let ends = broken.is_some() || self.ended && length == rest.len();
            let part = rest.get_mut(..length).unwrap_or_default();
            let case = *self.line_case.get_or_insert_with(|| case_of(part));
            let short = if self.line_start && ends && length <= SHORT { line::SHORT } else { 0 };
            for token in part.iter_mut() {
                token.case = case;
                token.line = short;
            }
            if self.line_start
                && let Some(first) = part.first_mut()
            {
                first.line |= line::FIRST;
            }
            if ends && let Some(last) = part.last_mut() {
                last.line |= line::LAST;
            }
            self.described += length + usize::from(broken.is_some());
            self.line_start = broken.is_some();
            if broken.is_some() {
                self.line_case = None;
            }
        }
    }
}

/// Names of several words: two or three that the lexicon knows together, of which the first begins some such name.
#[inline(never)]
fn find_phrase(tokens: &mut [Token], lexicon: &Lexicon<'_>) {
    let [first, second, rest @ ..] = tokens else { return };
    let two = joined(first.hash, second.hash);
    let mut known = 0;
    if let [third, ..] = rest {
        known = lexicon.phrase(two, third.hash);
        if known != 0 {
            third.phrase |= known & 0xffff | PHRASE_REST;
        }
    }
    if known == 0 {
        known = lexicon.phrase(first.hash, second.hash);
    }
    if known != 0 {
        first.phrase |= known & 0xffff | PHRASE_FIRST;
        second.phrase |= known & 0xffff | PHRASE_REST;
    }
}

/// How a line is written: 0 without capitals, 1 as sentences are, 2 most words with one, 3 most words in capitals.
fn case_of(tokens: &[Token]) -> u8 {
    // Three counts in one number, so that no word is asked about twice.
    let written = |token: &Token| match token.shape {
        Shape::Lower => 1u64,
        Shape::Title | Shape::Mixed => 1 << 16,
        Shape::Upper => 1 << 32,
        _ => 0,
    };
    let counts: u64 = tokens.iter().map(written).sum();
    let (small, title, capitals) = (counts & 0xffff, counts >> 16 & 0xffff, counts >> 32);
    match () {
        () if title + capitals == 0 => 0,
        () if capitals > small + title => 3,
        () if title > 2 * small => 2,
        () => 1,
    }
}
