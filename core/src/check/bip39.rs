//! BIP-39, the words and the checksum of wallet recovery phrases.
//!
//! Comes in: a word, or the numbers of a row of words. Goes out: the word's number, or whether the checksum holds.
//! The list is the English one of the standard: 2048 words in order, none longer than eight letters, so that each is one
//! number of 64 bits.
use sha2::{Digest, Sha256};

const LIST: &str = include_str!("bip39_english.txt");

/// How many words the list has: eleven bits a word.
pub(crate) const WORDS: usize = 2048;

/// Shortest and longest word.
const SHORTEST: usize = 3;
const LONGEST: usize = 8;

/// The numbers of words that a phrase may have.
pub(crate) const LENGTHS: [usize; 5] = [24, 21, 18, 15, 12];

/// The letters of a word, in small, as a number that sorts like the word.
#[expect(clippy::indexing_slicing, reason = "const fn has no get; i is below both lengths")]
const fn packed(word: &[u8]) -> u64 {
    let mut letters = [0u8; LONGEST];
    let mut i = 0;
    while i < word.len() && i < LONGEST {
        letters[i] = word[i] | 0x20;
        i += 1;
    }
    u64::from_be_bytes(letters)
}

#[expect(
    clippy::indexing_slicing,
    reason = "computed when compiling; out of bounds would be a compile error"
)]
static PACKED: [u64; WORDS] = {
    let mut all = [0u64; WORDS];
    let (bytes, mut i, mut n) = (LIST.as_bytes(), 0, 0);
    while i < bytes.len() {
        let mut word = [0u8; LONGEST];
        let mut length = 0;
        while bytes[i] != b'\n' {
            word[length] = bytes[i];
            length += 1;
            i += 1;
        }
        all[n] = packed(&word) & (u64::MAX << (8 * (LONGEST - length)));
        assert!(n == 0 || all[n - 1] < all[n], "the list is in order");
        n += 1;
        i += 1;
    }
    assert!(n == WORDS, "the list has 2048 words, each with its line's end");
    all
};

/// The number of a word, in any case.
#[expect(clippy::indexing_slicing, reason = "const fn has no get; middle is below WORDS")]
pub(crate) const fn index_of(word: &[u8]) -> Option<u16> {
    if word.len() < SHORTEST || word.len() > LONGEST {
        return None;
    }
    let wanted = packed(word);
    let (mut low, mut high) = (0, WORDS);
    while low < high {
        let middle = (low + high) / 2;
        if PACKED[middle] < wanted {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if low < WORDS && PACKED[low] == wanted { Some(low as u16) } else { None }
}

/// Whether the last bits of a phrase, given as the numbers of its words, are the first bits of the hash of the others.
pub(crate) fn is_valid(words: &[u16]) -> bool {
    if !LENGTHS.contains(&words.len()) {
        return false;
    }
    let entropy = words.len() * 4 / 3;
    let mut bytes = [0u8; 33];
    let (mut bits, mut held) = (0u32, 0u32);
    let mut out = bytes.iter_mut();
    for &word in words {
        bits = bits << 11 | u32::from(word) & 0x7ff;
        held += 11;
        while held >= 8 {
            held -= 8;
            if let Some(byte) = out.next() {
                *byte = (bits >> held) as u8;
            }
        }
    }
    // What is left of the last byte, moved to its top.
    if let Some(byte) = out.next().filter(|_| held > 0) {
        *byte = (bits << (8 - held)) as u8;
    }
    let (Some(secret), Some(&told)) = (bytes.get(..entropy), bytes.get(entropy)) else { return false };
    let hash = Sha256::digest(secret);
    let spare = 8 - words.len() / 3;
    hash.first().is_some_and(|first| first >> spare == told >> spare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(phrase: &str) -> Vec<u16> {
        phrase.split(' ').map(|w| index_of(w.as_bytes()).unwrap_or_else(|| panic!("{w}"))).collect()
    }

    #[test]
    fn the_list_is_in_order_and_found() {
        for (n, word) in LIST.lines().enumerate() {
            assert!(
                (SHORTEST..=LONGEST).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase())
            );
            assert_eq!(index_of(word.as_bytes()), Some(n as u16));
            assert_eq!(index_of(word.to_ascii_uppercase().as_bytes()), Some(n as u16));
        }
        // First four letters tell each word, says the standard.
        let heads: std::collections::HashSet<_> =
            LIST.lines().map(|word| word.as_bytes().chunks(4).next()).collect();
        assert_eq!(heads.len(), WORDS);
        assert_eq!((index_of(b"abandon"), index_of(b"zoo")), (Some(0), Some(2047)));
        for word in ["", "a", "the", "abandons", "zzz", "abandonabandon", "caf\u{e9}"] {
            assert_eq!(index_of(word.as_bytes()), None, "{word}");
        }
    }

    /// Phrases of the standard's test vectors, of each length they have.
    fn published() -> Vec<Vec<u16>> {
        let row =
            |word: &str, times: usize, last: &str| format!("{}{last}", format!("{word} ").repeat(times));
        [
            row("abandon", 11, "about"),
            row("abandon", 17, "agent"),
            row("abandon", 23, "art"),
            row("zoo", 11, "wrong"),
            row("zoo", 17, "when"),
            row("zoo", 23, "vote"),
            "legal winner thank year wave sausage worth useful legal winner thank yellow".into(),
            "letter advice cage absurd amount doctor acoustic avoid letter advice cage above".into(),
        ]
        .iter()
        .map(|phrase| numbers(phrase))
        .collect()
    }

    #[test]
    fn published_phrases() {
        for phrase in published() {
            assert!(is_valid(&phrase), "{phrase:?}");
            assert!(!is_valid(&phrase[1..]) && !is_valid(&[&phrase[..], &[0]].concat()));
        }
        assert!(!is_valid(&numbers("abandon ".repeat(12).trim())));
        assert!(!is_valid(&[]));
    }

    /// A checksum of n bits lets one wrong last word in 2^n pass.
    #[test]
    fn as_many_last_words_fit_as_the_checksum_has_room_for() {
        for phrase in published() {
            let mut words = phrase.clone();
            let last = words.len() - 1;
            let fit = (0..WORDS as u16).filter(|&w| {
                words[last] = w;
                is_valid(&words)
            });
            assert_eq!(fit.count(), WORDS >> (phrase.len() / 3));
        }
    }
}
