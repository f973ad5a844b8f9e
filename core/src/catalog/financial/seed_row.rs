//! A row of words of the BIP-39 list, and the recovery phrase in it.
//!
//! Comes in: a view and a place. Goes out: the words to either side of it, and where a phrase stands whose checksum holds.
use crate::catalog::prelude::*;
use crate::check::bip39;
use crate::text::view::{View, is_wordy};

/// The most words looked at to one side: one more than the longest phrase, so that more are seen to be more.
pub(super) const SIDE: usize = 25;

/// One word of the list, and where it stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) number: u16,
}

/// A row of words of the list.
pub(super) struct Row {
    words: [Word; 2 * SIDE],
    pub(super) count: usize,
}

impl Row {
    pub(super) fn new() -> Self {
        Row { words: [Word::default(); 2 * SIDE], count: 0 }
    }

    pub(super) fn push(&mut self, word: Word) {
        if let Some(place) = self.words.get_mut(self.count) {
            *place = word;
            self.count += 1;
        }
    }

    pub(super) fn words(&self) -> &[Word] {
        self.words.get(..self.count).unwrap_or(&[])
    }

    /// The phrase in the row: the whole row, else a phrase at its end, else one at its beginning; longer before shorter.
    /// A bounded number of hashes, whatever the row.
    pub(super) fn phrase(&self) -> Option<Found> {
        let words = self.words();
        let most = words.len();
        let mut numbers = [0u16; 2 * SIDE];
        for (to, from) in numbers.iter_mut().zip(words) {
            *to = from.number;
        }
        let fits = |from: usize, to: usize| numbers.get(from..to).is_some_and(bip39::is_valid);
        let lengths = || bip39::LENGTHS.iter().copied().filter(|&n| n <= most);
        let whole = fits(0, most).then_some((0, most));
        let at_end =
            || lengths().filter(|&n| n < most).find(|n| fits(most - n, most)).map(|n| (most - n, most));
        let at_start = || lengths().filter(|&n| n < most).find(|&n| fits(0, n)).map(|n| (0, n));
        let (mut from, to) = whole.or_else(at_end).or_else(at_start)?;
        // Two phrases, one behind the other.
        if fits(0, from) {
            from = 0;
        }
        let part = words.get(from..to)?;
        let (first, last) = (part.first()?, part.last()?);
        let specimen = part.iter().rev().skip(1).all(|w| w.number == first.number);
        Some(Found::new(first.start, last.end).verdict(Verdict::Valid).specimen(specimen).cued())
    }
}

/// Whether the byte at `i` may stand between two words of a phrase. A colon counts the words; behind another word it
/// leads to them.
fn is_between(v: View<'_>, i: usize) -> bool {
    match v.at(i) {
        b' '
        | b'\n'
        | b'\r'
        | b'\t'
        | b','
        | b';'
        | b'.'
        | b')'
        | b'('
        | b'-'
        | b'|'
        | b'"'
        | b'\''
        | b'0'..=b'9' => true,
        b':' => v.before(i).is_ascii_digit(),
        _ => false,
    }
}

/// The most of them between two words.
pub(super) const BETWEEN: usize = 8;

/// The word that starts at `start`, if it is in the list.
pub(super) fn word_at(v: View<'_>, start: usize) -> Option<Word> {
    let length = (0..9).find(|&n| !v.at(start + n).is_ascii_alphabetic())?;
    let end = start + length;
    if is_wordy(v.before(start)) && !v.before(start).is_ascii_digit()
        || v.at(end) >= 0x80
        || v.at(end) == b'_'
    {
        return None;
    }
    Some(Word { start, end, number: bip39::index_of(v.slice(start, end))? })
}

/// The word after `end`.
pub(super) fn next(v: View<'_>, end: usize) -> Option<Word> {
    let start = (end..end + BETWEEN).find(|&i| !is_between(v, i))?;
    if start > end { word_at(v, start) } else { None }
}

/// The word before `start`.
pub(super) fn previous(v: View<'_>, start: usize) -> Option<Word> {
    let gap = (0..BETWEEN.min(start)).find(|&n| !is_between(v, start - n - 1))?;
    let end = start - gap;
    let length = (0..9.min(end + 1)).find(|&n| !v.before(end - n).is_ascii_alphabetic())?;
    if gap > 0 { word_at(v, end - length).filter(|w| w.end == end) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> Row {
        let v = View::new(text);
        let mut row = Row::new();
        let mut word = word_at(v, 0);
        while let Some(one) = word {
            row.push(one);
            word = next(v, one.end);
        }
        row
    }

    #[test]
    fn words_to_either_side() {
        let v = View::new("zoo, 2. Zone\n(zebra) the zero");
        let second = next(v, 3).unwrap();
        assert_eq!((second.start, second.end), (8, 12));
        assert_eq!(previous(v, 8).map(|w| (w.start, w.end)), Some((0, 3)));
        assert_eq!(next(v, second.end).map(|w| w.start), Some(14));
        assert!(next(v, 19).is_none(), "the word is not in the list");
        assert!(next(View::new("zoo: zone"), 3).is_none() && next(View::new("1: zone"), 1).is_some());
    }

    #[test]
    fn the_phrase_of_a_row() {
        let phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        let found = |text: &str| row(text).phrase().map(|f| text.get(f.start..f.end).unwrap().to_string());
        assert_eq!(found(phrase).as_deref(), Some(phrase));
        assert_eq!(found(&format!("zoo {phrase}")).as_deref(), Some(phrase));
        assert_eq!(found(&format!("{phrase} {phrase}")), Some(format!("{phrase} {phrase}")));
        assert!(found(&phrase.replace("yellow", "legal")).is_none());
        assert!(found("zoo").is_none());
        // More words than fit are not taken.
        assert_eq!(row(&"zoo ".repeat(99)).count, 2 * SIDE);
    }
}
