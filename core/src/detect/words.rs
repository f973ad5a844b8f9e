//! Words that mean something to the scan, found by hash: cue words that call a parser, context words that speak for
//! an entry. Both tables are made when compiling.
#![expect(
    clippy::indexing_slicing,
    reason = "const fn has no get; every index is below the length it is made from"
)]

use core::num::NonZeroU64;

use super::calls::{Call, never};
use super::tables::{ENTRY_WORDS, Entries};
use crate::catalog::entry::{Anchor, Parser};
use crate::catalog::{CATALOG, COUNT};
use crate::text::word_set::{FOLDED, begin_of, equal, hash, hash_of};
use crate::text::words::fold;

/// Distinct words with open addressing: a slot first, the word itself last. What they begin with is asked before, of
/// `Beginnings`.
struct Index<const WORDS: usize, const SLOTS: usize> {
    slot: [u16; SLOTS],
    /// The first eight bytes of each word, folded, and its length: all there is to compare of nearly every word.
    begin: [(u64, usize); WORDS],
    word: [&'static str; WORDS],
    count: usize,
}

impl<const WORDS: usize, const SLOTS: usize> Index<WORDS, SLOTS> {
    const fn new() -> Self {
        assert!(SLOTS.is_power_of_two() && SLOTS > WORDS, "more slots than words, and a power of two");
        Index { slot: [0; SLOTS], begin: [(0, 0); WORDS], word: [""; WORDS], count: 0 }
    }

    /// Puts the word in, if it is new; gives its number.
    const fn put(&mut self, word: &'static str) -> usize {
        let h = hash_of(word);
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

/// No entry: calls the folded look (see `fold`).
pub(super) const FOLD: u16 = u16::MAX - 1;

/// Words that may be part of what is said in words, and letters of escapes.
const FOLD_CUES: [&[&str]; 3] = [
    super::fold::AT_CUES,
    super::fold::DIGIT_CUES,
    &["u", "x", "uff", "ud", "udb", "udc", "xe", "xff", "commat"],
];

const CUES: usize = count_cues() + FOLD_CUES[0].len() + FOLD_CUES[1].len() + FOLD_CUES[2].len() + 1;
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
        let mut l = 0;
        while l < FOLD_CUES.len() {
            let mut w = 0;
            while w < FOLD_CUES[l].len() {
                // All of them are different words.
                let number = t.index.put(FOLD_CUES[l][w]);
                if pass == 0 {
                    t.first[number + 1] += 1;
                } else {
                    t.call[next[number] as usize] = (FOLD, never as Parser);
                    next[number] += 1;
                }
                w += 1;
            }
            l += 1;
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

/// What the first eight letters of words can be: one look ends nearly every word. A byte for each value of their hash
/// and not a bit, since this is asked for every word of a text, and a bit has to be shifted for.
struct Beginnings<const VALUES: usize>([u8; VALUES]);

impl<const VALUES: usize> Beginnings<VALUES> {
    const fn of<const WORDS: usize, const SLOTS: usize>(index: &Index<WORDS, SLOTS>) -> Self {
        assert!(VALUES.is_power_of_two(), "a hash is cut to its upper bits");
        let (mut values, mut word) = ([0; VALUES], 0);
        while word < index.count {
            values[Self::place(index.begin[word].0)] = 1;
            word += 1;
        }
        Beginnings(values)
    }

    #[inline(always)]
    const fn place(begin: u64) -> usize {
        (begin.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - VALUES.ilog2())) as usize
    }

    /// Of the first [`STEM`] letters alone.
    const fn of_stems<const WORDS: usize, const SLOTS: usize>(index: &Index<WORDS, SLOTS>) -> Self {
        let (mut values, mut word) = ([0; VALUES], 0);
        while word < index.count {
            if index.begin[word].1 >= STEM {
                values[Self::place(index.begin[word].0 & STEM_MASK)] = 1;
            }
            word += 1;
        }
        Beginnings(values)
    }

    /// 1 if one of the words may begin so, else 0.
    #[inline(always)]
    fn may_hold(&self, begin: u64) -> u8 {
        self.0[Self::place(begin)]
    }
}

static CUE_BEGINNINGS: Beginnings<{ CUES.next_power_of_two() * 4 }> = Beginnings::of(&CUE_TABLE.index);
/// How many letters of a context word are the least that stands before an ending (see `stem`).
pub(super) const STEM: usize = 4;
const STEM_MASK: u64 = u64::MAX >> (64 - 8 * STEM);

static CONTEXT_STEMS: Beginnings<{ CONTEXT.next_power_of_two() * 8 }> =
    Beginnings::of_stems(&CONTEXT_TABLE.index);
static CONTEXT_BEGINNINGS: Beginnings<{ CONTEXT.next_power_of_two() * 8 }> =
    Beginnings::of(&CONTEXT_TABLE.index);

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

/// The first eight letters, folded, of the word at byte `o` of a block, eight before its end or more. Bit n of `run`:
/// byte n of the word is a letter.
#[inline(always)]
pub(super) fn begin_in<const N: usize>(block: &[u8; N], o: usize, run: u64) -> u64 {
    let chunk = block.get(o..o + 8).and_then(|rest| rest.first_chunk::<8>());
    let first = chunk.map_or(0, |chunk| u64::from_le_bytes(*chunk));
    (first | FOLDED) & IN_WORD[(run & 0xff) as usize]
}

/// Which of the words that start at `starts` may call a parser: a bit where each of them starts, and few are left. No
/// branch for any of them. The letters are those of the block and of the next one.
#[inline(always)]
pub(super) fn may_call(block: &[u8; BLOCK], starts: u64, letters: u64, next: u64) -> u64 {
    // What is looked at of a word that starts among the first bytes is in the block. The others see the next one.
    const FIRST: u32 = 56;
    let mut called = 0;
    let mut first = starts << (64 - FIRST) >> (64 - FIRST);
    while let Some(some) = NonZeroU64::new(first) {
        let o = some.trailing_zeros();
        first &= first - 1;
        called |= u64::from(CUE_BEGINNINGS.may_hold(begin_in(block, o as usize, letters >> o))) << o;
    }
    let mut others = starts >> FIRST;
    let letters = letters >> FIRST | next << (64 - FIRST);
    let block = block.last_chunk().unwrap_or(&[0; 16]);
    while let Some(some) = NonZeroU64::new(others) {
        let o = some.trailing_zeros() & 7;
        others &= others - 1;
        called |=
            u64::from(CUE_BEGINNINGS.may_hold(begin_in(block, o as usize, letters >> o))) << (FIRST + o);
    }
    called
}

/// The parsers that the word of `length` bytes at `at` calls.
#[inline(always)]
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

/// Whether a word whose first eight letters are `begin` may be a form of a context word.
#[inline(always)]
pub(super) fn may_be_a_form(begin: u64) -> bool {
    CONTEXT_STEMS.may_hold(begin & STEM_MASK) != 0
}

/// Whether a word that begins so may be a context word.
#[inline(always)]
pub(super) fn may_tell(begin: u64) -> bool {
    CONTEXT_BEGINNINGS.may_hold(begin) != 0
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
    use crate::detect::masks::{block_at, letters};
    use crate::text::word_set::begin_at;

    fn context(word: &str) -> Option<Word> {
        let begin = begin_at(word.as_bytes(), 0, word.len());
        may_tell(begin).then(|| context_word(begin, word.as_bytes(), 0, word.len())).flatten()
    }

    fn calls(word: &str) -> &'static [Call] {
        // With what follows it, as in a text.
        let text = format!("{word}. And so on");
        let letters = text.bytes().take_while(|b| b.is_ascii_alphabetic() || *b >= 0x80).count();
        let block = filled_up(text.as_bytes(), 0);
        let run = u64::MAX >> (64 - letters);
        let begin = begin_in(&block, 0, run);
        if may_call(&block, 1, run, 0) == 1 { calls_of(begin, text.as_bytes(), 0, word.len()) } else { &[] }
    }

    #[test]
    fn words_are_looked_at_alike_wherever_they_stand_in_a_block() {
        for word in CATALOG.iter().flat_map(|e| e.anchors).filter_map(|(anchor, _)| match anchor {
            Anchor::Cue(words) => words.first(),
            _ => None,
        }) {
            for place in 0..64 {
                let text = [" ".repeat(place), (*word).to_owned(), "x".repeat(place % 2)].concat();
                let [this, next] = [0, 64].map(|from| letters(&block_at(text.as_bytes(), from)));
                let block =
                    text.as_bytes().first_chunk().copied().unwrap_or_else(|| filled_up(text.as_bytes(), 0));
                let called = may_call(&block, 1 << place, this, next);
                let begin = begin_at(text.as_bytes(), place, text.len() - place);
                assert_eq!(called, u64::from(CUE_BEGINNINGS.may_hold(begin)) << place, "{word} at {place}");
                assert!(called != 0 || place % 2 == 1);
            }
        }
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
