//! Words that mean something to the scan, found by hash: cue words that call a parser, context words that speak for
//! an entry. Both tables are made when compiling.
#![expect(
    clippy::indexing_slicing,
    reason = "const fn has no get; every index is below the length it is made from"
)]

use super::calls::{Call, never};
use super::tables::{ENTRY_WORDS, Entries};
use crate::catalog::entry::{Anchor, Parser};
use crate::catalog::{CATALOG, COUNT};
use crate::text::word_set::{FOLDED, begin_of, equal, hash, hash_of};
use crate::text::words::fold;

/// Distinct words with open addressing: a bit for what they begin with first, a slot next, the word itself last.
struct Index<const WORDS: usize, const SLOTS: usize> {
    beginnings: Beginnings,
    slot: [u16; SLOTS],
    /// The first eight bytes of each word, folded, and its length: all there is to compare of nearly every word.
    begin: [(u64, usize); WORDS],
    word: [&'static str; WORDS],
    count: usize,
}

impl<const WORDS: usize, const SLOTS: usize> Index<WORDS, SLOTS> {
    const fn new() -> Self {
        assert!(SLOTS.is_power_of_two() && SLOTS > WORDS, "more slots than words, and a power of two");
        Index {
            beginnings: Beginnings::NONE,
            slot: [0; SLOTS],
            begin: [(0, 0); WORDS],
            word: [""; WORDS],
            count: 0,
        }
    }

    /// Puts the word in, if it is new; gives its number.
    const fn put(&mut self, word: &'static str) -> usize {
        let h = hash_of(word);
        self.beginnings.put(begin_of(word));
        let mut at = (h >> 20) as usize % SLOTS;
        while self.slot[at] != 0 {
            if equal(self.word[self.slot[at] as usize - 1], word) {
                return self.slot[at] as usize - 1;
            }
            at = (at + 1) % SLOTS;
        }
        self.begin[self.count] = (begin_of(word), word.len());
        self.word[self.count] = word;
        self.count += 1;
        self.slot[at] = self.count as u16;
        self.count - 1
    }

    /// `begin` are the first eight letters of the word of `length` bytes at `at`.
    #[inline(always)]
    fn find(&self, begin: u64, bytes: &[u8], at: usize, length: usize) -> Option<usize> {
        let h = hash(begin, length);
        let mut place = (h >> 20) as usize % SLOTS;
        while self.slot[place] != 0 {
            let number = self.slot[place] as usize - 1;
            let (first, whole) = self.begin[number];
            if (first == begin) & (whole == length) && (length <= 8 || self.ends_alike(number, bytes, at)) {
                return Some(number);
            }
            place = (place + 1) % SLOTS;
        }
        None
    }

    /// Whether what follows the first eight bytes of word `number` follows at `at` too.
    #[inline(never)]
    fn ends_alike(&self, number: usize, bytes: &[u8], at: usize) -> bool {
        let word = self.word[number].as_bytes();
        let rest = bytes.get(at + 8..at + word.len()).unwrap_or_default();
        rest.len() == word.len() - 8 && rest.iter().zip(&word[8..]).all(|(&a, &b)| fold(a) == fold(b))
    }
}

const fn count_cues() -> usize {
    let (mut count, mut e) = (0, 0);
    while e < COUNT {
        let anchors = CATALOG[e].anchors;
        let mut a = 0;
        while a < anchors.len() {
            if let Anchor::Cue(words) = anchors[a].0 {
                count += words.len();
            }
            a += 1;
        }
        e += 1;
    }
    count
}

const fn count_context() -> usize {
    let (mut count, mut e) = (0, 0);
    while e < COUNT {
        count += CATALOG[e].context.len() + CATALOG[e].hints.len();
        e += 1;
    }
    count
}

const CUES: usize = count_cues() + 1;
const CONTEXT: usize = count_context() + 1;
const CUE_SLOTS: usize = (CUES * 4).next_power_of_two();
const CONTEXT_SLOTS: usize = (CONTEXT * 2).next_power_of_two();

struct CueTable {
    index: Index<CUES, CUE_SLOTS>,
    /// Calls of word w: `call[first[w]..first[w + 1]]`.
    first: [u16; CUES + 1],
    call: [Call; CUES],
}

#[allow(long_running_const_eval, reason = "bounded by the catalogue")]
static CUE_TABLE: CueTable = {
    let mut t = CueTable { index: Index::new(), first: [0; CUES + 1], call: [(0, never as Parser); CUES] };
    // Two passes over the catalogue, so that the work grows with the words and not with their square: number the words
    // and count the calls of each, then put the calls in their places, in catalogue order.
    let (mut seen, mut placed) = ([0u16; CUES], [0u16; CUES]);
    let mut next = [0u16; CUES + 1];
    let mut pass = 0;
    while pass < 2 {
        let (mut e, mut list) = (0, 0);
        while e < COUNT {
            let anchors = CATALOG[e].anchors;
            let mut a = 0;
            while a < anchors.len() {
                if let Anchor::Cue(words) = anchors[a].0 {
                    list += 1;
                    let mut w = 0;
                    while w < words.len() {
                        let number = t.index.put(words[w]);
                        // A word that stands twice in one list is called once.
                        if pass == 0 && seen[number] != list {
                            seen[number] = list;
                            t.first[number + 1] += 1;
                        } else if pass == 1 && placed[number] != list {
                            placed[number] = list;
                            t.call[next[number] as usize] = (e as u16, anchors[a].1);
                            next[number] += 1;
                        }
                        w += 1;
                    }
                }
                a += 1;
            }
            e += 1;
        }
        if pass == 0 {
            let mut number = 0;
            while number < CUES {
                t.first[number + 1] += t.first[number];
                number += 1;
            }
            next = t.first;
        }
        pass += 1;
    }
    t
};

struct ContextTable {
    index: Index<CONTEXT, CONTEXT_SLOTS>,
    who: [Entries; CONTEXT],
    hinted: [Entries; CONTEXT],
}

#[allow(long_running_const_eval, reason = "bounded by the catalogue")]
static CONTEXT_TABLE: ContextTable = {
    let mut t = ContextTable {
        index: Index::new(),
        who: [[0; ENTRY_WORDS]; CONTEXT],
        hinted: [[0; ENTRY_WORDS]; CONTEXT],
    };
    let mut e = 0;
    while e < COUNT {
        let words = CATALOG[e].context;
        let mut w = 0;
        while w < words.len() {
            let number = t.index.put(words[w]);
            t.who[number][e / 64] |= 1 << (e % 64);
            w += 1;
        }
        let words = CATALOG[e].hints;
        let mut w = 0;
        while w < words.len() {
            let number = t.index.put(words[w]);
            t.hinted[number][e / 64] |= 1 << (e % 64);
            w += 1;
        }
        e += 1;
    }
    t
};

/// Bits of the value that `beginning` gives.
const BITS: usize = 15;

/// By which of the next eight bytes are letters: the bytes of the word.
static IN_WORD: [u64; 256] = {
    let mut masks = [0; 256];
    let mut letters = 0;
    while letters < 256 {
        let run = (letters as u8).trailing_ones();
        masks[letters] = if run == 0 { 0 } else { u64::MAX >> (64 - 8 * run) };
        letters += 1;
    }
    masks
};

/// What the first eight letters of words can be. One look ends nearly every word.
struct Beginnings([u32; 1 << (BITS - 5)]);

impl Beginnings {
    const NONE: Self = Beginnings([0; 1 << (BITS - 5)]);

    const fn place(begin: u64) -> usize {
        (begin.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - BITS)) as usize
    }

    const fn put(&mut self, begin: u64) {
        let bit = Self::place(begin);
        self.0[bit / 32] |= 1 << (bit % 32);
    }

    #[inline(always)]
    fn may_hold(&self, begin: u64) -> bool {
        let bit = Self::place(begin);
        self.0[bit / 32] >> (bit % 32) & 1 != 0
    }
}

/// Bytes of a block of the scan, and the first seven of the next.
pub(super) const BLOCK: usize = 64 + 8;

/// The block from `at`, with zeros behind the end of the text.
#[inline(never)]
pub(super) fn filled_up(bytes: &[u8], at: usize) -> [u8; BLOCK] {
    let rest = bytes.get(at..).unwrap_or_default();
    let mut block = [0; BLOCK];
    if let Some(part) = block.get_mut(..rest.len()) {
        part.copy_from_slice(rest);
    }
    block
}

/// The first eight letters, folded, of the word at byte `o` of a block, below 64. Bit n of `run`: byte n of it is a letter.
#[inline(always)]
pub(super) fn begin_in(block: &[u8; BLOCK], o: usize, run: u64) -> u64 {
    let chunk = block.get(o..o + 8).and_then(|rest| rest.first_chunk::<8>());
    let first = chunk.map_or(0, |chunk| u64::from_le_bytes(*chunk));
    (first | FOLDED) & IN_WORD[(run & 0xff) as usize]
}

/// Whether a word that begins so may call a parser; `false` for nearly every word.
#[inline(always)]
pub(super) fn may_call(begin: u64) -> bool {
    CUE_TABLE.index.beginnings.may_hold(begin)
}

/// The parsers that the word of `length` bytes at `at` calls.
#[inline(never)]
pub(super) fn calls_of(begin: u64, bytes: &[u8], at: usize, length: usize) -> &'static [Call] {
    match CUE_TABLE.index.find(begin, bytes, at, length) {
        Some(number) => {
            &CUE_TABLE.call[CUE_TABLE.first[number] as usize..CUE_TABLE.first[number + 1] as usize]
        }
        None => &[],
    }
}

/// The number of a context word.
pub(super) type Word = u16;

/// Whether a word that begins so may be a context word.
#[inline(always)]
pub(super) fn may_tell(begin: u64) -> bool {
    CONTEXT_TABLE.index.beginnings.may_hold(begin)
}

/// The context word of `length` bytes at `at`, if it is one.
#[inline(always)]
pub(super) fn context_word(begin: u64, bytes: &[u8], at: usize, length: usize) -> Option<Word> {
    CONTEXT_TABLE.index.find(begin, bytes, at, length).map(|number| number as Word)
}

/// The entries that a context word speaks for.
#[inline(always)]
pub(super) fn spoken_for(word: Word) -> &'static Entries {
    &CONTEXT_TABLE.who[usize::from(word)]
}

/// The entries that a context word speaks for only where their check holds.
#[inline(always)]
pub(super) fn hinted_by(word: Word) -> &'static Entries {
    &CONTEXT_TABLE.hinted[usize::from(word)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::word_set::begin_at;

    fn context(word: &str) -> Option<Word> {
        let begin = begin_at(word.as_bytes(), 0, word.len());
        may_tell(begin).then(|| context_word(begin, word.as_bytes(), 0, word.len())).flatten()
    }

    fn calls(word: &str) -> &'static [Call] {
        // With what follows it, as in a text.
        let text = format!("{word}. And so on");
        let letters = text.bytes().take_while(|b| b.is_ascii_alphabetic() || *b >= 0x80).count();
        let begin = begin_in(&filled_up(text.as_bytes(), 0), 0, u64::MAX >> (64 - letters));
        if may_call(begin) { calls_of(begin, text.as_bytes(), 0, word.len()) } else { &[] }
    }

    #[test]
    fn every_word_of_the_catalogue_is_found_in_any_case() {
        for (e, entry) in CATALOG.iter().enumerate() {
            for word in entry.context {
                for spelling in [word.to_string(), word.to_uppercase()] {
                    let who = context(&spelling).map(spoken_for);
                    assert!(
                        who.is_some_and(|who| who[e / 64] >> (e % 64) & 1 == 1),
                        "{word} of {}",
                        entry.id
                    );
                }
            }
            for word in entry.hints {
                let who = context(word).map(hinted_by);
                assert!(who.is_some_and(|who| who[e / 64] >> (e % 64) & 1 == 1), "{word} of {}", entry.id);
            }
            for (anchor, _) in entry.anchors {
                if let Anchor::Cue(words) = anchor {
                    for word in *words {
                        assert!(calls(word).iter().any(|c| usize::from(c.0) == e), "{word} of {}", entry.id);
                    }
                }
            }
        }
        assert!(context("zzz").is_none());
    }
}
