//! Sets of words made when compiling, asked by hash: one look for any number of words.
#![expect(
    clippy::indexing_slicing,
    reason = "const fn has no get; every index is below the length it is made from"
)]
use core::ops::Deref;

use super::view::View;
use super::words::{fold, is_word};

/// Hash of a word: its first eight bytes, folded (see `begin_at`), and its length.
#[inline(always)]
pub(crate) const fn hash(begin: u64, length: usize) -> u64 {
    let h = (begin ^ (length as u64) << 56).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    h ^ h >> 29
}

/// The bits that fold the case of eight letters.
pub(crate) const FOLDED: u64 = 0x2020_2020_2020_2020;

/// The first eight bytes of the word of `length` bytes (at least 1) at `at`, folded; zeros behind a shorter word.
#[inline(always)]
pub(crate) fn begin_at(bytes: &[u8], at: usize, length: usize) -> u64 {
    let first = match bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => {
            let mut chunk = [0; 8];
            for (to, from) in chunk.iter_mut().zip(bytes.get(at..).unwrap_or(&[])) {
                *to = *from;
            }
            u64::from_le_bytes(chunk)
        }
    };
    let keep = u64::MAX >> (64 - 8 * if length < 8 { length } else { 8 });
    (first | FOLDED) & keep
}

/// The same of a word alone.
pub(crate) const fn begin_of(word: &str) -> u64 {
    begin_of_bytes(word.as_bytes())
}

const fn begin_of_bytes(bytes: &[u8]) -> u64 {
    let (mut first, mut i) = (0u64, 0);
    while i < bytes.len() && i < 8 {
        first |= (fold(bytes[i]) as u64) << (8 * i);
        i += 1;
    }
    first
}

/// Hash of the word of `length` bytes (at least 1) at `at`.
#[inline(always)]
pub(crate) fn hash_at(bytes: &[u8], at: usize, length: usize) -> u64 {
    hash(begin_at(bytes, at, length), length)
}

pub(crate) const fn hash_of(word: &str) -> u64 {
    hash_of_bytes(word.as_bytes())
}

/// Hash of a word that is not empty.
pub(crate) const fn hash_of_bytes(word: &[u8]) -> u64 {
    hash(begin_of_bytes(word), word.len())
}

pub(crate) const fn equal(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// A set of lower-case words, with room for `SLOTS` of them: a power of two and at least twice the words. Asked as
/// [`Words`], which it is whatever its size.
pub(crate) struct WordSet<const SLOTS: usize>(Words<[Slot; SLOTS]>);

/// The words of a [`WordSet`], with open addressing.
///
/// Nearly every word of a text is not one of the set. It ends at a bit: for its first two letters where its start is
/// known, for its last two where only its end is.
pub(crate) struct Words<S: ?Sized = [Slot]> {
    /// By the first letter (five bits): bit n says that a word goes on with letter n.
    begin: [u32; 32],
    /// By the last letter: bit n says that a word has letter n before it.
    end: [u32; 32],
    slots: S,
}

/// A word and its first eight bytes, folded, zeros behind a shorter one: all there is to compare of most words. Zero
/// where there is no word.
#[derive(Clone, Copy)]
pub(crate) struct Slot {
    begin: u64,
    word: &'static str,
}

impl<const SLOTS: usize> WordSet<SLOTS> {
    /// All words of all `lists`, each a row of words with one space between them.
    pub(crate) const fn of(lists: &[&'static str]) -> Self {
        assert!(SLOTS.is_power_of_two(), "slots are a power of two");
        let (mut begins, mut ends) = ([0; 32], [0; 32]);
        let mut slots = [Slot { begin: 0, word: "" }; SLOTS];
        let (mut list, mut count) = (0, 0);
        while list < lists.len() {
            let mut rest = lists[list];
            while !rest.is_empty() {
                let mut end = 0;
                while end < rest.len() && rest.as_bytes()[end] != b' ' {
                    end += 1;
                }
                let (word, tail) = rest.split_at(end);
                rest = if tail.is_empty() { tail } else { tail.split_at(1).1 };
                let mut at = hash_of(word) as usize % SLOTS;
                while slots[at].begin != 0 && !equal(slots[at].word, word) {
                    at = (at + 1) % SLOTS;
                }
                slots[at] = Slot { begin: begin_of(word), word };
                let (letters, n) = (word.as_bytes(), word.len());
                begins[letters[0] as usize & 31] |= if n > 1 { 1 << (letters[1] & 31) } else { u32::MAX };
                ends[letters[n - 1] as usize & 31] |=
                    if n > 1 { 1 << (letters[n - 2] & 31) } else { u32::MAX };
                count += 1;
            }
            list += 1;
        }
        assert!(count * 2 <= SLOTS, "at least twice as many slots as words");
        WordSet(Words { begin: begins, end: ends, slots })
    }
}

impl<const SLOTS: usize> Deref for WordSet<SLOTS> {
    type Target = Words;

    #[inline(always)]
    fn deref(&self) -> &Words {
        &self.0
    }
}

impl Words {
    /// Whether one of the words may begin with these two bytes.
    #[inline(always)]
    pub(crate) fn begins(&self, first: u8, second: u8) -> bool {
        self.begin[usize::from(first & 31)] >> (second & 31) & 1 == 1
    }

    /// Whether one of the words may end with these two bytes: asked before the start of a word is looked for.
    #[inline(always)]
    pub(crate) fn ends(&self, last_but_one: u8, last: u8) -> bool {
        self.end[usize::from(last & 31)] >> (last_but_one & 31) & 1 == 1
    }

    /// Whether `word`, in any case, is one of the set.
    #[inline(always)]
    pub(crate) fn holds(&self, word: &[u8]) -> bool {
        let may = match word {
            [] => false,
            [first] => self.begins(*first, 0),
            [first, second, ..] => self.begins(*first, *second),
        };
        may && self.has(begin_in(word), word)
    }

    /// Whether the word of `length` bytes at `from`, in any case, is one of the set.
    #[inline(always)]
    pub(crate) fn holds_at(&self, bytes: &[u8], from: usize, length: usize) -> bool {
        bytes.get(from..from + length).is_some_and(|word| self.holds(word))
    }

    /// Whether the word `start..end` of a text, in any case, is one of the set.
    #[inline(always)]
    pub(crate) fn hold(&self, v: View<'_>, start: usize, end: usize) -> bool {
        self.holds(v.slice(start, end))
    }

    /// The look itself: `begin` are the first eight letters of `word`, which is not empty.
    #[inline(never)]
    fn has(&self, begin: u64, word: &[u8]) -> bool {
        let last = self.slots.len() - 1;
        let mut at = hash(begin, word.len()) as usize & last;
        while self.slots[at].begin != 0 {
            let slot = &self.slots[at];
            // Eight bytes tell the whole of a shorter word, its length included: no letter is a zero.
            if slot.begin == begin && (word.len() < 8 || is_word(word, slot.word)) {
                return true;
            }
            at = (at + 1) & last;
        }
        false
    }
}

/// The first eight bytes of a word that is not empty, folded; zeros behind a shorter one.
#[inline(always)]
fn begin_in(word: &[u8]) -> u64 {
    let length = word.len().min(8);
    let first = match word {
        [a, b, c, d, e, f, g, h, ..] => u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h]),
        _ => match (word.first_chunk::<4>(), word.last_chunk::<4>()) {
            // Two halves, which overlap: the bytes both have are the same.
            (Some(head), Some(tail)) => {
                let tail = u64::from(u32::from_le_bytes(*tail)) << (8 * length - 32);
                u64::from(u32::from_le_bytes(*head)) | tail
            }
            _ => word.iter().rev().fold(0, |first, &b| first << 8 | u64::from(b)),
        },
    };
    (first | FOLDED) & (u64::MAX >> (64 - 8 * length))
}

#[cfg(test)]
mod tests {
    use super::WordSet;

    #[test]
    fn holds_its_words_in_any_case_and_no_others() {
        static SET: WordSet<8> = WordSet::of(&["and über", "extraordinarily and"]);
        for word in ["and", "AND", "Über", "extraordinarily"] {
            assert!(SET.holds(word.as_bytes()), "{word}");
            assert!(SET.holds_at(format!("({word})").as_bytes(), 1, word.len()), "{word}");
        }
        for word in ["", "an", "ands", "extraordinary", "extraordinarilx"] {
            assert!(!SET.holds(word.as_bytes()), "{word}");
        }
    }

    #[test]
    fn words_of_every_length_are_found_and_told_apart() {
        static SET: WordSet<32> = WordSet::of(&["a bc def ghij klmno pqrstu vwxyzab cdefghij klmnopqrs é"]);
        for word in "A bC dEf GHIJ klmnO pqrstu VWXYZAB cdefghij klmnopqrs É".split(' ') {
            assert!(SET.holds(word.as_bytes()) && SET.holds_at(word.as_bytes(), 0, word.len()), "{word}");
            let (more, less) = (format!("{word}x"), &word.as_bytes()[..word.len() - 1]);
            assert!(!SET.holds(more.as_bytes()) && !SET.holds(less), "{word}");
            let end = format!(" {word}").into_bytes();
            assert!(SET.ends(end[end.len() - 2], end[end.len() - 1]), "{word}");
        }
        assert!(!SET.ends(b'b', b'a') || !SET.ends(b'i', b'h'));
    }
}
