//! A user's own harmless numbers: order and ticket templates.
use core::fmt;

use regex::{Regex, RegexBuilder};

use super::shape::{self, Shape};
use crate::error::Error;
use crate::text::view::{View, is_wordy};

/// The form of something harmless that only its owner knows: an order number, a ticket id.
///
/// ```
/// use wimple::{Engine, Policy, Template};
/// let policy = Policy::new().benign(Template::shape("order number", "'SO'-999-99-9999")?);
/// let engine = Engine::builder().policy(policy).build()?;
/// assert!(engine.analyze("see SO-472-81-0094")?.is_empty());
/// assert_eq!(engine.analyze("see 472-81-0094")?.len(), 1);
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// A candidate that lies wholly inside a match is dropped. Templates are tried only where there is a candidate, in a
/// window of 64 bytes to either side, so they cost nothing elsewhere.
#[derive(Clone)]
pub struct Template {
    name: String,
    source: String,
    form: Form,
}

#[derive(Clone)]
enum Form {
    Shape(Vec<Shape>),
    Regex(Regex),
}

/// How far from a candidate a match may begin or end, in bytes.
pub(crate) const WINDOW: usize = 64;
const REGEX_SIZE: usize = 1 << 20;
const REGEX_NESTING: u32 = 50;

impl Template {
    /// A template in the catalogue's shape notation: `9` digit, `A` letter, `X` either, `'ABC'` as it stands,
    /// `[A-F]` one of, `{n}` so many, separators space `-` `.` `/`, alternatives `|`.
    ///
    /// # Errors
    /// [`Error::Pattern`] where the notation is wrong or the form is shorter than five characters.
    pub fn shape(name: &str, shape: &str) -> Result<Self, Error> {
        let mut shapes = Vec::new();
        let mut next = Some(0);
        while let Some(at) = next {
            let (one, then) = shape::parse(shape.as_bytes(), at)
                .map_err(|e| Error::Pattern { what: "benign shape".into(), problem: e.problem().into() })?;
            shapes.push(one);
            next = (then > 0).then_some(then);
        }
        Ok(Template { name: name.into(), source: shape.into(), form: Form::Shape(shapes) })
    }

    /// A template as a regular expression (the syntax of the `regex` crate: linear time, no look-around).
    ///
    /// # Errors
    /// [`Error::Pattern`] where it does not compile, matches the empty text, or is over 1 MiB compiled.
    pub fn regex(name: &str, pattern: &str) -> Result<Self, Error> {
        let regex =
            RegexBuilder::new(pattern).size_limit(REGEX_SIZE).nest_limit(REGEX_NESTING).build().map_err(
                |e| Error::Pattern { what: "benign regex".into(), problem: regex_problem(&e).into() },
            )?;
        if regex.is_match("") {
            return Err(Error::Pattern {
                what: "benign regex".into(),
                problem: "matches the empty text".into(),
            });
        }
        Ok(Template { name: name.into(), source: pattern.into(), form: Form::Regex(regex) })
    }

    /// What its owner calls it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// `("shape", …)` or `("regex", …)`: how it was written.
    pub fn source(&self) -> (&'static str, &str) {
        match &self.form {
            Form::Shape(_) => ("shape", &self.source),
            Form::Regex(_) => ("regex", &self.source),
        }
    }

    /// The match around `start..end`, if there is one that holds it.
    pub(crate) fn around(&self, view: View<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
        let low = start.saturating_sub(WINDOW);
        let high = (end + WINDOW).min(view.len());
        match &self.form {
            Form::Shape(shapes) => {
                let longest = shapes.iter().map(|s| usize::from(s.max) * 2).max().unwrap_or(0);
                for s in low..=start {
                    if is_wordy(view.before(s)) || !view.at(s).is_ascii_alphanumeric() {
                        continue;
                    }
                    for e in (end..=high.min(s + longest)).filter(|&e| !is_wordy(view.at(e))) {
                        if shapes.iter().any(|shape| shape.fits(view.slice(s, e))) {
                            return Some((s, e));
                        }
                    }
                }
                None
            }
            Form::Regex(regex) => {
                let (low, high) = (edge_up(view, low), edge_down(view, high));
                let window = core::str::from_utf8(view.slice(low, high)).ok()?;
                regex.find_iter(window).map(|m| (low + m.start(), low + m.end())).find(|&(s, e)| {
                    s <= start && end <= e && !is_wordy(view.before(s)) && !is_wordy(view.at(e))
                })
            }
        }
    }
}

fn edge_up(view: View<'_>, mut i: usize) -> usize {
    while view.at(i) & 0xC0 == 0x80 {
        i += 1;
    }
    i
}

fn edge_down(view: View<'_>, mut i: usize) -> usize {
    while i > 0 && view.at(i) & 0xC0 == 0x80 {
        i -= 1;
    }
    i
}

/// What is wrong with a pattern, without quoting it.
pub(crate) fn regex_problem(error: &regex::Error) -> &'static str {
    match error {
        regex::Error::CompiledTooBig(_) => "is too large",
        regex::Error::Syntax(_) => "is not a regular expression of the supported syntax",
        _ => "does not compile",
    }
}

impl PartialEq for Template {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.source() == other.source()
    }
}

impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Template").field("name", &self.name).field("source", &self.source).finish()
    }
}
