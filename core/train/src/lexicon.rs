//! Words and their classes → the lexicon's file.
//!
//! Comes in: lines `word TAB bits` (see `core/src/model/token.rs` for the bits). Goes out: an XOR filter with values, two
//! bytes a place, built by peeling: places that only one key has are given to it last, so that each key has one place of
//! its own to make the sum right.
//!
//! # Sources
//! Graf and Lemire, Xor Filters: Faster and Smaller Than Bloom and Cuckoo Filters (2020), algorithm 3.
use core::ops::Range;
use std::collections::BTreeMap;

use wimple::training::{LEXICON, STARTS, phrase, places, words};

use crate::corpus::Message;

/// Classes that have a number of their own; 0 is for what is unknown.
const CLASSES: usize = 255;
/// Words of any dictionary, and those everybody uses.
const WORDS: u32 = 7 << 7;
const EVERYDAY: u32 = 1 << 7;
/// Bits by which a class is told from others when it has no number of its own: the weakest first.
const WEAKEST_FIRST: [u32; 16] = [
    1 << 15,
    1 << 9,
    1 << 14,
    1 << 12,
    1 << 5,
    1 << 8,
    1 << 3,
    1 << 1,
    1 << 13,
    1 << 11,
    1 << 6,
    1 << 10,
    1 << 4,
    1 << 2,
    1,
    1 << 7,
];

/// Keys with their classes, out of lines of text and of words that are known to be common.
#[must_use]
pub fn entries(lines: &str, common: impl Iterator<Item = String>) -> BTreeMap<u64, u32> {
    let mut entries: BTreeMap<u64, u32> = BTreeMap::new();
    for line in lines.lines() {
        let Some((word, bits)) = line.rsplit_once('\t') else { continue };
        let Ok(bits) = bits.trim().parse::<u32>() else { continue };
        let words = numbers(word);
        let bits = bits & 0x7fff;
        match words.as_slice() {
            [one] => *entries.entry(*one).or_default() |= bits,
            [first, _] | [first, _, _] if bits != 0 => {
                if let Some(all) = phrase(&words) {
                    *entries.entry(all).or_default() |= bits;
                    *entries.entry(*first).or_default() |= STARTS;
                }
            }
            _ => {}
        }
    }
    for word in common {
        if let [one] = numbers(&word).as_slice() {
            entries.entry(*one).or_insert(1 << 8);
        }
    }
    entries.retain(|_, bits| *bits != 0);
    entries
}

fn numbers(text: &str) -> Vec<u64> {
    words(text).into_iter().map(|(_, number)| number).collect()
}

/// How often a word must be seen outside of names for what lists say of it to be doubted, and how often for each time
/// it is seen in one.
const SEEN: (usize, usize) = (30, 150);

/// Takes from everyday words the classes that the lists give them and the messages do not: "is" is a short form of a
/// street's type somewhere, and "the" a last name. What is left says that they are words, so that nobody looks at them.
pub fn plain_words<'m>(entries: &mut BTreeMap<u64, u32>, messages: impl Iterator<Item = &'m Message>) {
    let mut seen: BTreeMap<u64, (usize, usize)> = BTreeMap::new();
    for message in messages {
        for (place, word) in words(&message.text) {
            let (outside, inside) = seen.entry(word).or_default();
            let named = |(span, _): &(Range<usize>, u8)| place.start < span.end && span.start < place.end;
            *(if message.spans.iter().any(named) { inside } else { outside }) += 1;
        }
    }
    for (word, (outside, inside)) in seen {
        if outside >= SEEN.0
            && outside > SEEN.1 * inside
            && let Some(bits) = entries.get_mut(&word)
            && *bits & WORDS != 0
        {
            *bits = *bits & (WORDS | STARTS) | EVERYDAY;
        }
    }
}

/// The file of these entries.
///
/// # Errors
/// Where no seed of a hundred works, which does not happen.
pub fn file(entries: &BTreeMap<u64, u32>) -> Result<Vec<u8>, String> {
    let classes = classes(entries);
    let number =
        |bits: u32| classes.iter().position(|class| *class == nearest(bits, &classes)).unwrap_or(0) as u8;
    let keys: Vec<(u64, u8)> = entries.iter().map(|(word, bits)| (*word, number(*bits))).collect();
    let third = (keys.len() as u32 * 41 / 100).max(16);
    for seed in 1..100 {
        if let Some(table) = table(&keys, seed, third) {
            let mut file = LEXICON.to_vec();
            file.extend(third.to_le_bytes());
            file.extend(seed.to_le_bytes());
            file.extend((0..256).flat_map(|n| classes.get(n).copied().unwrap_or(0).to_le_bytes()));
            file.extend(table.into_iter().flatten());
            return Ok(file);
        }
    }
    Err("the lexicon cannot be laid out".to_owned())
}

/// The most frequent classes, each with a number: its place in the list. The first is that of unknown words.
fn classes(entries: &BTreeMap<u64, u32>) -> Vec<u32> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for bits in entries.values() {
        *counts.entry(*bits).or_default() += 1;
    }
    let mut ranked: Vec<(u32, usize)> = counts.into_iter().collect();
    ranked.sort_by_key(|(bits, count)| (core::cmp::Reverse(*count), *bits));
    core::iter::once(0).chain(ranked.into_iter().take(CLASSES).map(|(bits, _)| bits)).collect()
}

/// The class that stands for `bits`: itself, or what is left once its weakest bits are gone.
fn nearest(bits: u32, classes: &[u32]) -> u32 {
    let mut left = bits;
    for bit in WEAKEST_FIRST {
        if left == 0 || classes.contains(&left) {
            break;
        }
        left &= !bit;
    }
    if left != 0 && classes.contains(&left) { left } else { 0 }
}

/// Lays the keys out, or says that this seed does not work.
fn table(keys: &[(u64, u8)], seed: u32, third: u32) -> Option<Vec<[u8; 2]>> {
    let size = 3 * third as usize;
    // Of each place: how many keys have it, and the XOR of their numbers.
    let (mut counts, mut sums) = (vec![0u32; size], vec![0usize; size]);
    for (n, (word, _)) in keys.iter().enumerate() {
        for place in places(*word, seed, third).0 {
            counts[place] += 1;
            sums[place] ^= n;
        }
    }
    let mut alone: Vec<usize> = (0..size).filter(|place| counts[*place] == 1).collect();
    let mut order = Vec::with_capacity(keys.len());
    while let Some(place) = alone.pop() {
        if counts[place] != 1 {
            continue;
        }
        let key = sums[place];
        order.push((key, place));
        for other in places(keys[key].0, seed, third).0 {
            counts[other] -= 1;
            sums[other] ^= key;
            if counts[other] == 1 {
                alone.push(other);
            }
        }
    }
    if order.len() != keys.len() {
        return None;
    }
    let mut table = vec![[0u8; 2]; size];
    for (key, own) in order.into_iter().rev() {
        let (word, class) = keys[key];
        let (all, print) = places(word, seed, third);
        let mut value = [class, print];
        for place in all.into_iter().filter(|place| *place != own) {
            value = [value[0] ^ table[place][0], value[1] ^ table[place][1]];
        }
        table[own] = value;
    }
    Some(table)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wimple::training::class;

    #[test]
    fn what_was_put_in_comes_out() {
        let lines = "ann\t2\nsmith\t4\nnew york\t16\nnew\t128\nsão paulo\t16\nrio de janeiro\t16\n";
        let entries = entries(lines, ["kettle", "ann"].iter().map(|w| w.to_string()));
        let file = file(&entries).expect("a table");
        let known = |word: &str| class(&file, phrase(&numbers(word)).expect("a word"));
        assert_eq!(known("Ann"), Some(2));
        assert_eq!(known("SMITH"), Some(4));
        assert_eq!(known("new york"), Some(16));
        assert_eq!(known("new"), Some(128 | STARTS));
        assert_eq!(known("Rio de Janeiro"), Some(16));
        assert_eq!(known("kettle"), Some(1 << 8));
    }

    #[test]
    fn words_nobody_is_called_by_are_only_words() {
        let mut entries = entries("is\t1408\nwill\t129\nann\t2\n", core::iter::empty());
        let message =
            |text: &str, spans| Message { text: text.into(), spans, language: "en".into(), real: false };
        let messages: Vec<Message> = (0..100)
            .map(|n| message("it is will ann", if n < 10 { vec![(6..10, 0)] } else { Vec::new() }))
            .collect();
        plain_words(&mut entries, messages.iter());
        let bits = |word: &str| entries[&numbers(word)[0]];
        assert_eq!((bits("is"), bits("will"), bits("ann")), (1408 & WORDS, 129, 2));
    }

    #[test]
    fn strangers_are_taken_for_known_once_in_256() {
        let lines: String = (0..20_000)
            .map(|n| {
                format!(
                    "w{}x\t2\n",
                    "abcdefghij".chars().cycle().skip(n % 10).take(n % 7 + 1).collect::<String>()
                        + &letters(n)
                )
            })
            .collect();
        let entries = entries(&lines, core::iter::empty());
        let file = file(&entries).expect("a table");
        assert!(entries.iter().all(|(word, bits)| class(&file, *word) == Some(*bits)));
        let strangers = (0..50_000u64).map(|n| n.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let taken =
            strangers.filter(|word| !entries.contains_key(word) && class(&file, *word) != Some(0)).count();
        assert!((100..320).contains(&taken), "{taken} of 50000");
    }

    fn letters(mut n: usize) -> String {
        let mut word = String::new();
        loop {
            word.push((b'a' + (n % 26) as u8) as char);
            n /= 26;
            if n == 0 {
                return word;
            }
        }
    }
}
