//! Sets of words made when compiling, asked by hash: one look for any number of words.
#![expect(
    clippy::indexing_slicing,
    reason = "const fn has no get; every index is below the length it is made from"
)]
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

/// A set of lower-case words with open addressing. `SLOTS` is a power of two and at least twice the words.
pub(crate) struct WordSet<const SLOTS: usize> {
    slot: [&'static str; SLOTS],
    /// By the first letter (five bits): bit n says that a word goes on with letter n. Nearly every word that is not one
    /// of the set ends here.
    begin: [u32; 32],
}

impl<const SLOTS: usize> WordSet<SLOTS> {
    /// All words of all `lists`, each a row of words with one space between them.
    pub(crate) const fn of(lists: &[&'static str]) -> Self {
        assert!(SLOTS.is_power_of_two(), "slots are a power of two");
        let mut set = WordSet { slot: [""; SLOTS], begin: [0; 32] };
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
                while !set.slot[at].is_empty() && !equal(set.slot[at], word) {
                    at = (at + 1) % SLOTS;
                }
                set.slot[at] = word;
                let first = word.as_bytes()[0] as usize & 31;
                set.begin[first] |= if word.len() > 1 { 1 << (word.as_bytes()[1] & 31) } else { u32::MAX };
                count += 1;
            }
            list += 1;
        }
        assert!(count * 2 <= SLOTS, "at least twice as many slots as words");
        set
    }

    /// Whether `word`, in any case, is one of the set.
    pub(crate) fn holds(&self, word: &[u8]) -> bool {
        self.holds_at(word, 0, word.len())
    }

    /// Whether one of the words may begin with these two bytes.
    #[inline(always)]
    pub(crate) fn begins(&self, first: u8, second: u8) -> bool {
        self.begin[usize::from(first & 31)] >> (second & 31) & 1 == 1
    }

    /// Whether the word of `length` bytes at `from` is one of the set. Quicker than [`holds`](Self::holds), because it
    /// may look at what follows the word.
    pub(crate) fn holds_at(&self, bytes: &[u8], from: usize, length: usize) -> bool {
        let (Some(first), second) = (bytes.get(from), bytes.get(from + 1)) else { return false };
        if length == 0 || !self.begins(*first, second.copied().unwrap_or(0)) {
            return false;
        }
        let mut at = hash_at(bytes, from, length) as usize % SLOTS;
        while !self.slot[at].is_empty() {
            if bytes.get(from..from + length).is_some_and(|word| is_word(word, self.slot[at])) {
                return true;
            }
            at = (at + 1) % SLOTS;
        }
        false
    }
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
}
