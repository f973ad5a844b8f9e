//! Words that mean something to the scan, found by hash: cue words that call a parser, context words that speak for
//! an entry. Both tables are made when compiling.
#![expect(
    clippy::indexing_slicing,
    reason = "const fn has no get; every index is below the length it is made from"
)]

use super::tables::{Call, ENTRY_WORDS, Entries, never};
use crate::catalog::entry::{Anchor, Parser};
use crate::catalog::{CATALOG, COUNT};
use crate::text::word_set::{equal, hash_at, hash_of};
use crate::text::words::is_word;

/// Distinct words with open addressing: a filter bit first, a slot next, the word itself last.
struct Index<const WORDS: usize, const SLOTS: usize> {
    filter: [u64; 64],
    slot: [u16; SLOTS],
    word: [&'static str; WORDS],
    count: usize,
}

impl<const WORDS: usize, const SLOTS: usize> Index<WORDS, SLOTS> {
    const fn new() -> Self {
        assert!(SLOTS.is_power_of_two() && SLOTS > WORDS, "more slots than words, and a power of two");
        Index { filter: [0; 64], slot: [0; SLOTS], word: [""; WORDS], count: 0 }
    }

    /// Puts the word in, if it is new; gives its number.
    const fn put(&mut self, word: &'static str) -> usize {
        let h = hash_of(word);
        self.filter[(h >> 6) as usize % 64] |= 1 << (h & 63);
        let mut at = (h >> 20) as usize % SLOTS;
        while self.slot[at] != 0 {
            if equal(self.word[self.slot[at] as usize - 1], word) {
                return self.slot[at] as usize - 1;
            }
            at = (at + 1) % SLOTS;
        }
        self.word[self.count] = word;
        self.count += 1;
        self.slot[at] = self.count as u16;
        self.count - 1
    }

    #[inline(always)]
    fn find(&self, bytes: &[u8], at: usize, length: usize) -> Option<usize> {
        let h = hash_at(bytes, at, length);
        if self.filter[(h >> 6) as usize % 64] >> (h & 63) & 1 == 0 {
            return None;
        }
        self.find_slot(h, bytes.get(at..at + length)?)
    }

    #[inline(never)]
    fn find_slot(&self, h: u64, word: &[u8]) -> Option<usize> {
        let mut at = (h >> 20) as usize % SLOTS;
        while self.slot[at] != 0 {
            let number = self.slot[at] as usize - 1;
            if is_word(word, self.word[number]) {
                return Some(number);
            }
            at = (at + 1) % SLOTS;
        }
        None
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
        count += CATALOG[e].context.len();
        e += 1;
    }
    count
}

const CUES: usize = count_cues() + 1;
const CONTEXT: usize = count_context() + 1;
const CUE_SLOTS: usize = (CUES * 4).next_power_of_two();
const CONTEXT_SLOTS: usize = (CONTEXT * 2).next_power_of_two();

struct CueTable {
    /// One bit for each value of `beginning`: nearly every word of a text ends here.
    filter: [u64; 1 << (BITS - 6)],
    index: Index<CUES, CUE_SLOTS>,
    /// Calls of word w: `call[first[w]..first[w + 1]]`.
    first: [u16; CUES + 1],
    call: [Call; CUES],
}

#[allow(long_running_const_eval, reason = "bounded by the catalogue")]
static CUE_TABLE: CueTable = {
    let mut t = CueTable {
        filter: [0; 1 << (BITS - 6)],
        index: Index::new(),
        first: [0; CUES + 1],
        call: [(0, never as Parser); CUES],
    };
    // Number the words and count the calls of each; then put the calls in their places, in catalogue order.
    let mut numbers = [0u16; CUES];
    let mut counts = [0u16; CUES + 1];
    // The anchor that called last, so that a word that is twice in one list calls once.
    let mut last = [0u32; CUES];
    let (mut e, mut k) = (0, 0);
    while e < COUNT {
        let anchors = CATALOG[e].anchors;
        let mut a = 0;
        while a < anchors.len() {
            if let Anchor::Cue(words) = anchors[a].0 {
                let mut w = 0;
                while w < words.len() {
                    let word = words[w].as_bytes();
                    let mut first = 0;
                    let mut i = 0;
                    while i < word.len() && i < 4 {
                        first |= (word[i] as u32) << (8 * i);
                        i += 1;
                    }
                    let bit = beginning(first, word.len());
                    t.filter[bit / 64] |= 1 << (bit % 64);
                    let number = t.index.put(words[w]);
                    let caller = 1 + (e * 256 + a) as u32;
                    numbers[k] = number as u16;
                    if last[number] == caller {
                        numbers[k] = u16::MAX;
                    } else {
                        last[number] = caller;
                        counts[number] += 1;
                    }
                    k += 1;
                    w += 1;
                }
            }
            a += 1;
        }
        e += 1;
    }
    let mut number = 0;
    while number < CUES {
        t.first[number + 1] = t.first[number] + counts[number];
        number += 1;
    }
    let mut next = t.first;
    (e, k) = (0, 0);
    while e < COUNT {
        let anchors = CATALOG[e].anchors;
        let mut a = 0;
        while a < anchors.len() {
            if let Anchor::Cue(words) = anchors[a].0 {
                let mut w = 0;
                while w < words.len() {
                    let number = numbers[k];
                    if number != u16::MAX {
                        let at = next[number as usize];
                        t.call[at as usize] = (e as u16, anchors[a].1);
                        next[number as usize] = at + 1;
                    }
                    k += 1;
                    w += 1;
                }
            }
            a += 1;
        }
        e += 1;
    }
    t
};

struct ContextTable {
    index: Index<CONTEXT, CONTEXT_SLOTS>,
    who: [Entries; CONTEXT],
}

#[allow(long_running_const_eval, reason = "bounded by the catalogue")]
static CONTEXT_TABLE: ContextTable = {
    let mut t = ContextTable { index: Index::new(), who: [[0; ENTRY_WORDS]; CONTEXT] };
    let mut e = 0;
    while e < COUNT {
        let words = CATALOG[e].context;
        let mut w = 0;
        while w < words.len() {
            let number = t.index.put(words[w]);
            t.who[number][e / 64] |= 1 << (e % 64);
            w += 1;
        }
        e += 1;
    }
    t
};

/// Bits of the value that `beginning` gives.
const BITS: usize = 16;

/// A number for the first four bytes of a word, in any case, and its length. What follows a shorter word is shifted
/// out.
#[inline(always)]
const fn beginning(first: u32, length: usize) -> usize {
    let short = 4usize.saturating_sub(length);
    let letters = (first | 0x2020_2020) << (8 * short);
    (letters ^ (length as u32)).wrapping_mul(0x9E37_79B1) as usize >> (32 - BITS)
}

/// The parsers that the word at `at` calls; empty for nearly every word.
#[inline(always)]
pub(super) fn calls_of(bytes: &[u8], at: usize, length: usize) -> &'static [Call] {
    let first = match bytes.get(at..).and_then(|rest| rest.first_chunk::<4>()) {
        Some(chunk) => u32::from_le_bytes(*chunk),
        None => return calls_of_word(bytes, at, length), // the last letters of the text
    };
    let bit = beginning(first, length);
    if CUE_TABLE.filter[bit / 64] >> (bit % 64) & 1 == 0 {
        return &[];
    }
    calls_of_word(bytes, at, length)
}

#[inline(never)]
fn calls_of_word(bytes: &[u8], at: usize, length: usize) -> &'static [Call] {
    match CUE_TABLE.index.find(bytes, at, length) {
        Some(number) => {
            &CUE_TABLE.call[CUE_TABLE.first[number] as usize..CUE_TABLE.first[number + 1] as usize]
        }
        None => &[],
    }
}

/// The number of a context word.
pub(super) type Word = u16;

/// The context word at `at`, if it is one.
#[inline(always)]
pub(super) fn context_word(bytes: &[u8], at: usize, length: usize) -> Option<Word> {
    CONTEXT_TABLE.index.find(bytes, at, length).map(|number| number as Word)
}

/// The entries that a context word speaks for.
#[inline(always)]
pub(super) fn spoken_for(word: Word) -> &'static Entries {
    &CONTEXT_TABLE.who[usize::from(word)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_catalogue_is_found_in_any_case() {
        for (e, entry) in CATALOG.iter().enumerate() {
            for word in entry.context {
                for spelling in [word.to_string(), word.to_uppercase()] {
                    let who = context_word(spelling.as_bytes(), 0, spelling.len()).map(spoken_for);
                    assert!(
                        who.is_some_and(|who| who[e / 64] >> (e % 64) & 1 == 1),
                        "{word} of {}",
                        entry.id
                    );
                }
            }
            for (anchor, _) in entry.anchors {
                if let Anchor::Cue(words) = anchor {
                    for word in *words {
                        // A word of one letter is looked up with what follows it.
                        let calls = calls_of(format!("{word}.").as_bytes(), 0, word.len());
                        assert!(calls.iter().any(|c| usize::from(c.0) == e), "{word} of {}", entry.id);
                    }
                }
            }
        }
        assert!(context_word(b"zzz", 0, 3).is_none());
    }
}
