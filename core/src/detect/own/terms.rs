//! All word lists of a user in one index: one hash a word of the text, however many terms there are.
//!
//! A filter bit ends nearly every word; then come a slot, the word itself, and what else belongs to the term.
use super::gates::Pairs;
use crate::recognizer::{self as own, Word, signs_of};
use crate::text::plain::{LONGEST, Plain, is_word_char};
use crate::text::view::View;
use crate::text::word_set::{hash_at, hash_of_bytes};

/// The most characters between two words of a term.
const BETWEEN: usize = 4;
/// Filter bits for each word, about, so that few words pass by chance.
const BITS_A_WORD: usize = 32;

/// The index.
pub(super) struct Terms {
    filter: Vec<u64>,
    /// Number of a first word, from 1; 0 is an empty slot.
    slot: Vec<u32>,
    first: Vec<First>,
    pairs: Pairs,
    /// The terms, each with the number of its part of the plan; those of one part stand together.
    term: Vec<(u16, own::Term)>,
}

/// A word that terms begin with.
struct First {
    word: Word,
    /// Its terms, each with the mark of what may be its second word, `ALONE` where it has none.
    terms: Vec<(u64, u32)>,
}

const ALONE: u64 = 0;

/// What tells second words apart, before they are compared.
fn mark(word: &[u8]) -> u64 {
    hash_of_bytes(word) | 1
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
            pairs: Pairs::new(),
            term: Vec::new(),
        };
        for (n, (_, term)) in term.iter().enumerate() {
            let n = n as u32;
            match (term.words.first(), term.words.get(1)) {
                (None, _) => term.last.iter().for_each(|word| index.put(word, ALONE, n)),
                (Some((first, _)), Some((second, _))) => index.put(first, mark(second.as_bytes()), n),
                (Some((first, _)), None) => {
                    term.last.iter().for_each(|second| index.put(first, mark(second.as_bytes()), n));
                }
            }
        }
        index.term = term;
        Some(index)
    }

    fn put(&mut self, word: &Word, second: u64, term: u32) {
        let hash = hash_of_bytes(word.as_bytes());
        if let Some(bits) = self.filter_word(hash) {
            *bits |= 1 << (hash & 63);
        }
        let mut at = self.place(hash);
        while let Some(slot) = self.slot.get_mut(at) {
            if *slot == 0 {
                self.first.push(First { word: word.clone(), terms: vec![(second, term)] });
                self.pairs.put_word(word);
                *slot = self.first.len() as u32;
                return;
            }
            if let Some(first) = self.first.get_mut(*slot as usize - 1)
                && first.word == *word
            {
                first.terms.push((second, term));
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

    /// Whether a term may begin with these two bytes.
    #[inline(always)]
    pub(super) fn may_begin(&self, first: u8, second: u8) -> bool {
        self.pairs.hold(first, second)
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

    /// The terms that begin with the word at `at`, whatever it is made of, if a word begins there.
    #[inline(never)]
    pub(super) fn at_any(&self, view: View<'_>, at: usize, mut found: impl FnMut(Term)) {
        if view.char_before(at).is_some_and(is_word_char) {
            return;
        }
        let ascii = view.slice(at, at + LONGEST).iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        if ascii > 0 && ascii < LONGEST && view.at(at + ascii).is_ascii() {
            return self.at_ascii(view, at, ascii, found);
        }
        let Some((plain, end)) = word_at(view, at) else { return };
        let hash = hash_of_bytes(plain.bytes());
        if self.passes(hash)
            && let Some(first) = self.find(hash, |word| word == plain.bytes())
        {
            self.whole(view, first, at, end, &mut found);
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
            if same(first.word.as_bytes()) {
                return Some(first);
            }
            at = (at + 1) & (self.slot.len() - 1);
        }
    }

    /// Of the terms that begin with this word and stand there whole, the longest of each part.
    #[inline(never)]
    fn whole(&self, view: View<'_>, first: &First, start: usize, end: usize, found: &mut impl FnMut(Term)) {
        let mut best: Option<Term> = None;
        // Many terms may begin with one word: what follows it is read once.
        let (mut next, mut behind) = (None, ALONE);
        for &(second, term) in &first.terms {
            if second != ALONE {
                if next.is_none() {
                    let read = Next::behind(view, end);
                    behind = read.as_ref().map_or(ALONE, |next| mark(next.plain.bytes()));
                    next = Some(read);
                }
                if second != behind {
                    continue;
                }
            }
            let Some((part, term)) = self.term.get(term as usize) else { continue };
            let next = next.as_ref().and_then(Option::as_ref);
            let Some((start, end)) = stands(view, term, start, end, next) else { continue };
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

/// The word behind a word.
struct Next<'t> {
    /// What stands between the two.
    between: &'t str,
    plain: Plain,
    end: usize,
}

impl<'t> Next<'t> {
    /// The word behind the one that ends at `at`.
    fn behind(view: View<'t>, at: usize) -> Option<Self> {
        let (mut start, mut count) = (at, 0);
        while let Some(c) = view.char_at(start).filter(|c| !is_word_char(*c)) {
            count += 1;
            if count > BETWEEN {
                return None;
            }
            start += c.len_utf8();
        }
        let between =
            core::str::from_utf8(view.slice(at, start)).ok().filter(|between| !between.is_empty())?;
        let (plain, end) = word_at(view, start)?;
        Some(Next { between, plain, end })
    }
}

/// The word that starts at `at`, plain, and its end. `None` where there is no word, or an endless one.
fn word_at(view: View<'_>, at: usize) -> Option<(Plain, usize)> {
    let (mut plain, mut end) = (Plain::EMPTY, at);
    while let Some(c) = view.char_at(end).filter(|c| is_word_char(*c)) {
        if !plain.push(c) {
            return None;
        }
        end += c.len_utf8();
    }
    (!plain.bytes().is_empty()).then_some((plain, end))
}

/// Whether `term`, whose first word stands in `start..end`, stands there whole; gives its place. `next` is the word
/// behind the first one.
fn stands(
    view: View<'_>,
    term: &own::Term,
    start: usize,
    mut end: usize,
    next: Option<&Next<'_>>,
) -> Option<(usize, usize)> {
    let lead = start.checked_sub(term.lead.len())?;
    if view.slice(lead, start) != term.lead.as_bytes() {
        return None;
    }
    for (n, (_, signs)) in term.words.iter().enumerate() {
        let later;
        let read = if n == 0 {
            next?
        } else {
            later = Next::behind(view, end)?;
            &later
        };
        let fits = match term.words.get(n + 1) {
            Some((word, _)) => read.plain.bytes() == word.as_bytes(),
            None => term.last.iter().any(|form| read.plain.bytes() == form.as_bytes()),
        };
        if !fits || !signs_of(read.between).eq(signs.chars()) {
            return None;
        }
        end = read.end;
    }
    let trail = end + term.trail.len();
    (view.slice(end, trail) == term.trail.as_bytes()).then_some((lead, trail))
}
