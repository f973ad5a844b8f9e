//! The walk over a text: places where something may begin, and what begins there.
use super::gates::{SIGHT, TOGETHER};
use super::terms::{Term, Terms};
use super::{How, Plan, Raw, Sought};
use crate::catalog::shape::{NO_CODE, Shape, code, separator_kind};
use crate::detect::masks::classify;
use crate::detect::number::{may_end, may_start};
use crate::recognizer::{Matched, Pattern};
use crate::text::plain::is_word_char;
use crate::text::view::View;

/// A block of 64 bytes and what stands behind it, filled up with zeros.
const WINDOW: usize = 64 + SIGHT;

impl Plan {
    /// Everything the patterns, shapes and word lists match, by place.
    #[cfg(test)]
    pub(super) fn matches(&self, view: View<'_>) -> Vec<Raw> {
        self.matches_before(view, view.len(), &mut Walked::default())
    }

    /// What they match from where the walk has come to up to `until`, by place.
    pub(in crate::detect) fn matches_before(
        &self,
        view: View<'_>,
        until: usize,
        walked: &mut Walked,
    ) -> Vec<Raw> {
        let bytes = view.bytes();
        let Walked { base: mut next, mut ascii_before, mut wordy_before, ends } = core::mem::take(walked);
        let mut found = Found { ends, raw: Vec::new() };
        for base in (next..until.min(bytes.len())).step_by(64) {
            next = base + 64;
            let mut end = [0; WINDOW];
            let rest = bytes.get(base..).unwrap_or(&[]);
            let window = rest.first_chunk::<WINDOW>().unwrap_or_else(|| {
                end.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
                &end
            });
            let Some(block) = window.first_chunk::<64>() else { break };
            let masks = classify(block);
            let wordy = masks.digit | masks.letter;
            let ascii = wordy & !masks.high;
            let within = if rest.len() < 64 { (1 << rest.len()) - 1 } else { u64::MAX };
            let words = wordy & !(wordy << 1 | wordy_before >> 63);
            let tokens = ascii & !(ascii << 1 | ascii_before >> 63);
            let mut starts = tokens | words | self.others.of_block(&masks, within);
            while starts != 0 {
                let o = starts.trailing_zeros() as usize & 63;
                starts &= starts - 1;
                let Some(bytes) = window.get(o..).and_then(|bytes| bytes.first_chunk::<SIGHT>()) else {
                    break;
                };
                for (n, gate) in self.gates.iter().enumerate() {
                    let set = gate.admits(bytes);
                    if set != 0 {
                        self.patterns(view, base + o, n, set, &mut found);
                    }
                }
                if let Some(terms) = &self.terms
                    && terms.may_begin(bytes[0], bytes[1])
                {
                    // The bits of a word that goes on behind the block do not show its end.
                    let run = (wordy >> o).trailing_ones() as usize;
                    let known =
                        o + run < 64 && words >> o & 1 == 1 && masks.high >> o & ((1 << run) - 1) == 0;
                    self.word(view, base + o, if known { run } else { 0 }, terms, &mut found);
                }
            }
            (ascii_before, wordy_before) = (ascii, wordy);
        }
        *walked = Walked { base: next, ascii_before, wordy_before, ends: found.ends };
        found.raw.sort_unstable();
        // Where two shapes of a template fit, the one that needs no word counts.
        found.raw.dedup_by_key(|raw| (raw.start, raw.end, raw.part));
        found.raw
    }

    /// Tries those patterns of gate `n` that are in `set` at a place.
    #[inline(never)]
    fn patterns(&self, view: View<'_>, at: usize, n: usize, mut set: u32, found: &mut Found) {
        while set != 0 {
            let lane = n * TOGETHER + set.trailing_zeros() as usize;
            set &= set - 1;
            if let Some(sought) = self.sought.get(lane) {
                found.pattern(view, at, lane, sought);
            }
        }
    }

    /// Looks for terms that begin at a place, where a word of ASCII letters and digits of this `length` stands, or
    /// perhaps any word where it is 0.
    #[inline(never)]
    fn word(&self, view: View<'_>, at: usize, length: usize, terms: &Terms, found: &mut Found) {
        // Each word list has a lane behind those of the patterns.
        let note = |term: Term| {
            let lane = self.sought.len() + usize::from(term.part);
            if found.is_behind(lane, term.start) {
                let raw = Raw { start: term.start, end: term.end, part: term.part, weak: false };
                found.note(lane, raw, term.end);
            }
        };
        if length > 0 {
            terms.at_ascii(view, at, length, note);
        } else {
            terms.at_any(view, at, note);
        }
    }
}

/// How far a walk has come.
#[derive(Default)]
pub(in crate::detect) struct Walked {
    pub(in crate::detect) base: usize,
    ascii_before: u64,
    wordy_before: u64,
    ends: Vec<usize>,
}

impl Walked {
    /// The first `count` bytes of the text are gone.
    pub(in crate::detect) fn forget(&mut self, count: usize) {
        self.base = self.base.saturating_sub(count);
        self.ends.iter_mut().for_each(|end| *end = end.saturating_sub(count));
    }
}

/// What was found so far.
struct Found {
    /// Where the last match of each pattern, shape and word list ends; made with the first match.
    ends: Vec<usize>,
    raw: Vec<Raw>,
}

impl Found {
    fn is_behind(&self, lane: usize, at: usize) -> bool {
        self.ends.get(lane).is_none_or(|end| at >= *end)
    }

    fn note(&mut self, lane: usize, raw: Raw, whole: usize) {
        if self.ends.len() <= lane {
            self.ends.resize(lane + 1, 0);
        }
        if let Some(end) = self.ends.get_mut(lane) {
            *end = whole;
        }
        self.raw.push(raw);
    }

    #[inline(never)]
    fn pattern(&mut self, view: View<'_>, at: usize, lane: usize, sought: &Sought) {
        if !self.is_behind(lane, at) {
            return;
        }
        let (weak, matched) = match &sought.how {
            How::Pattern(pattern) => (false, pattern_at(view, at, pattern)),
            How::Shape(shape) => (shape.weak, shape_at(view, at, shape)),
        };
        if let Some(Matched { start, end, whole }) = matched {
            self.note(lane, Raw { start, end, part: sought.part, weak }, whole);
        }
    }
}

/// The match of a pattern that begins at `at`, where it stands between edges of words.
pub(super) fn pattern_at(view: View<'_>, at: usize, pattern: &Pattern) -> Option<Matched> {
    if !is_edge(view, at) {
        return None;
    }
    let matched = pattern.at(view.bytes(), at)?;
    [matched.start, matched.end, matched.whole].iter().all(|&edge| is_edge(view, edge)).then_some(matched)
}

/// Whether `at` does not stand between two characters of one word.
fn is_edge(view: View<'_>, at: usize) -> bool {
    let inside = |c: Option<char>| c.is_some_and(|c| c == '_' || is_word_char(c));
    !(inside(view.char_before(at)) && inside(view.char_at(at)))
}

/// The longest match of `shape` that begins at `at` and stands alone.
fn shape_at(view: View<'_>, at: usize, shape: &Shape) -> Option<Matched> {
    // A number sign may stand before a user's own number.
    let marked = view.before(at) == b'#' && !view.before(at - 1).is_ascii_alphanumeric();
    if !marked && !may_start(view, at) {
        return None;
    }
    let (mut end, mut characters, mut letters, mut longest) = (at, 0, false, None);
    loop {
        let b = view.at(end);
        if code(b) != NO_CODE {
            characters += 1;
            letters |= b.is_ascii_alphabetic();
            end += 1;
            if characters >= usize::from(shape.min)
                && stands_alone(view, end, letters)
                && shape.fits(view.slice(at, end))
            {
                longest = Some(Matched { start: at, end, whole: end });
            }
            if characters == usize::from(shape.max) {
                return longest;
            }
        } else if separator_kind(b) < 4 && code(view.at(end + 1)) != NO_CODE {
            end += 1;
        } else {
            return longest;
        }
    }
}

/// Whether a value with or without letters may end at `end`, as values of the catalogue may: a number ends before a
/// space or what joins no digit to it, a code also before a dot or slash.
pub(super) fn stands_alone(view: View<'_>, end: usize, letters: bool) -> bool {
    let (b, next) = (view.at(end), view.at(end + 1));
    let goes_on =
        separator_kind(b) < 4 && if letters { code(next) != NO_CODE } else { next.is_ascii_digit() };
    may_end(view, end) && (!goes_on || b == b' ' || letters && matches!(b, b'.' | b'/'))
}
