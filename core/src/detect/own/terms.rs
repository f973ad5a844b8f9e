//! All word lists of a user in one index: one hash a word of the text, however many terms there are.
//!
//! A filter bit ends nearly every word; then come a slot, the word itself, and what else belongs to the term.
use crate::recognizer::{self as own, Word, signs_of};
use crate::text::plain::{Plain, is_word_char};
use crate::text::view::View;
use crate::text::word_set::{hash_at, hash_of_bytes};

/// The most characters between two words of a term.
const BETWEEN: usize = 4;
/// Filter bits for each word, about, so that few words pass by chance.
const BITS_A_WORD: usize = 32;

/// The index.
#[derive(Clone)]
pub(super) struct Terms {
    filter: Vec<u64>,
    /// Number of a first word, from 1; 0 is an empty slot.
    slot: Vec<u32>,
    first: Vec<First>,
    /// The terms, each with the number of its part of the plan; those of one part stand together.
    term: Vec<(u16, own::Term)>,
}

/// A word that terms begin with.
#[derive(Clone)]
struct First {
    word: Word,
    terms: Vec<u32>,
}

/// A term found: of which part of the plan, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) part: u16,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Terms {
    /// `None` where there are no terms. Those of one part must stand together.
    pub(super) fn of(term: Vec<(u16, own::Term)>) -> Option<Self> {
        if term.is_empty() {
            return None;
        }
        let begins: usize = term.iter().map(|(_, t)| if t.words.is_empty() { t.last.len() } else { 1 }).sum();
        let mut index = Terms {
            filter: vec![0; (begins * BITS_A_WORD).next_power_of_two().max(64) / 64],
            slot: vec![0; (begins * 2).next_power_of_two()],
            first: Vec::new(),
            term: Vec::new(),
        };
        for (n, (_, term)) in term.iter().enumerate() {
            match term.words.first() {
                Some((word, _)) => index.put(word, n as u32),
                None => term.last.iter().for_each(|word| index.put(word, n as u32)),
            }
        }
        index.term = term;
        Some(index)
    }

    fn put(&mut self, word: &Word, term: u32) {
        let hash = hash_of_bytes(word);
        if let Some(bits) = self.filter_word(hash) {
            *bits |= 1 << (hash & 63);
        }
        let mut at = self.place(hash);
        while let Some(slot) = self.slot.get_mut(at) {
            if *slot == 0 {
                self.first.push(First { word: word.clone(), terms: vec![term] });
                *slot = self.first.len() as u32;
                return;
            }
            if let Some(first) = self.first.get_mut(*slot as usize - 1)
                && first.word == *word
            {
                first.terms.push(term);
                return;
            }
            at = (at + 1) & (self.slot.len() - 1);
        }
    }

    fn filter_word(&mut self, hash: u64) -> Option<&mut u64> {
        let at = (hash >> 6) as usize & (self.filter.len() - 1);
        self.filter.get_mut(at)
    }

    fn place(&self, hash: u64) -> usize {
        (hash >> 20) as usize & (self.slot.len() - 1)
    }

    /// The terms that begin with the word at `at`, which is `length` ASCII letters and digits.
    #[inline(always)]
    pub(super) fn at_ascii(&self, view: View<'_>, at: usize, length: usize, mut found: impl FnMut(Term)) {
        let hash = hash_at(view.bytes(), at, length);
        if self.passes(hash) {
            let fold = |b: &u8| b.to_ascii_lowercase();
            let word = view.slice(at, at + length);
            if let Some(first) =
                self.find(hash, |w| w.len() == length && word.iter().map(fold).eq(w.iter().copied()))
            {
                self.whole(view, first, at, at + length, &mut found);
            }
        }
    }

    /// The terms that begin with one of the words in `start..end`, which is a run of letters and digits with a
    /// character beyond ASCII among them. Other signs beyond ASCII part words.
    #[inline(never)]
    pub(super) fn in_run(&self, view: View<'_>, start: usize, end: usize, mut found: impl FnMut(Term)) {
        let mut at = start;
        while at < end {
            let mut plain = Some(Plain::EMPTY);
            let mut to = at;
            while to < end
                && let Some(c) = view.char_at(to).filter(|c| is_word_char(*c))
            {
                plain = plain.and_then(|mut plain| plain.push(c).then_some(plain));
                to += c.len_utf8();
            }
            if let Some(plain) = plain.filter(|p| !p.bytes().is_empty()) {
                let hash = hash_of_bytes(plain.bytes());
                if self.passes(hash)
                    && let Some(first) = self.find(hash, |word| word == plain.bytes())
                {
                    self.whole(view, first, at, to, &mut found);
                }
            }
            // Past the word, or past the sign that is none.
            at = to.max(at + view.char_at(at).map_or(1, char::len_utf8));
        }
    }

    #[inline(always)]
    fn passes(&self, hash: u64) -> bool {
        self.filter
            .get((hash >> 6) as usize & (self.filter.len() - 1))
            .is_some_and(|f| f >> (hash & 63) & 1 == 1)
    }

    fn find(&self, hash: u64, same: impl Fn(&[u8]) -> bool) -> Option<&First> {
        let mut at = self.place(hash);
        loop {
            let first = self.first.get((*self.slot.get(at)? as usize).checked_sub(1)?)?;
            if same(&first.word) {
                return Some(first);
            }
            at = (at + 1) & (self.slot.len() - 1);
        }
    }

    /// Of the terms that begin with this word and stand there whole, the longest of each part.
    #[inline(never)]
    fn whole(&self, view: View<'_>, first: &First, start: usize, end: usize, found: &mut impl FnMut(Term)) {
        let mut best: Option<Term> = None;
        for &term in &first.terms {
            let Some((part, term)) = self.term.get(term as usize) else { continue };
            let Some((start, end)) = stands(view, term, start, end) else { continue };
            let new = Term { part: *part, start, end };
            match best {
                Some(old) if old.part == new.part && old.end - old.start >= end - start => {}
                Some(old) if old.part != new.part => {
                    found(old);
                    best = Some(new);
                }
                _ => best = Some(new),
            }
        }
        if let Some(best) = best {
            found(best);
        }
    }
}

/// Whether `term`, whose first word stands in `start..end`, stands there whole; gives its place.
fn stands(view: View<'_>, term: &own::Term, start: usize, mut end: usize) -> Option<(usize, usize)> {
    let lead = start.checked_sub(term.lead.len())?;
    if view.slice(lead, start) != term.lead.as_bytes() {
        return None;
    }
    for (n, (_, signs)) in term.words.iter().enumerate() {
        let next = between(view, end, signs)?;
        let (plain, to) = word_at(view, next)?;
        let fits = match term.words.get(n + 1) {
            Some((word, _)) => plain.bytes() == &**word,
            None => term.last.iter().any(|form| plain.bytes() == &**form),
        };
        if !fits {
            return None;
        }
        end = to;
    }
    let trail = end + term.trail.len();
    (view.slice(end, trail) == term.trail.as_bytes()).then_some((lead, trail))
}

/// End of the gap that begins at `at`, if its signs are `signs`.
fn between(view: View<'_>, at: usize, signs: &str) -> Option<usize> {
    let mut end = at;
    let mut count = 0;
    while let Some(c) = view.char_at(end).filter(|c| !is_word_char(*c)) {
        count += 1;
        if count > BETWEEN {
            return None;
        }
        end += c.len_utf8();
    }
    let written = core::str::from_utf8(view.slice(at, end)).ok()?;
    (end > at && signs_of(written).eq(signs.chars())).then_some(end)
}

/// The plain word at `at` and its end.
fn word_at(view: View<'_>, at: usize) -> Option<(Plain, usize)> {
    let (mut plain, mut end) = (Plain::EMPTY, at);
    while let Some(c) = view.char_at(end).filter(|c| is_word_char(*c)) {
        if !plain.push(c) {
            return None;
        }
        end += c.len_utf8();
    }
    (end > at).then_some((plain, end))
}
