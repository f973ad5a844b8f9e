//! How a match of a pattern may begin, byte by byte: what lets the scan pass over nearly every place.
//!
//! Comes in: a regular expression as the parser gives it, or a shape. Goes out: for each of the first bytes the set of
//! values it may have. A set may hold more than what really occurs, never less, so that asking it loses no match.
use regex_syntax::hir::{Class, Hir, HirKind};
use regex_syntax::utf8::{Utf8Sequence, Utf8Sequences};

use crate::catalog::shape::{Shape, code, separator_kind};

/// How many bytes are looked at.
pub(crate) const SEEN: usize = 8;

/// A set of bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Bytes([u64; 4]);

impl Bytes {
    const ALL: Bytes = Bytes([u64::MAX; 4]);

    fn add(&mut self, byte: u8) {
        if let Some(word) = self.0.get_mut(usize::from(byte / 64)) {
            *word |= 1 << (byte % 64);
        }
    }

    fn join(&mut self, other: &Bytes) {
        self.0.iter_mut().zip(other.0).for_each(|(a, b)| *a |= b);
    }

    fn holds(&self, byte: u8) -> bool {
        self.0.get(usize::from(byte / 64)).is_some_and(|word| word >> (byte % 64) & 1 == 1)
    }
}

/// The first bytes of all matches of one pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Beginning {
    sets: [Bytes; SEEN],
    /// Bit n: a match may be over after n bytes, so that what follows may be anything, the end of the text included.
    over: u16,
}

impl Beginning {
    pub(crate) fn of_regex(regex: &Hir) -> Self {
        let mut beginning = Beginning { sets: Default::default(), over: 0 };
        let ends = beginning.walk(regex, 1);
        beginning.close(ends)
    }

    pub(crate) fn of_shape(shape: &Shape) -> Self {
        let mut beginning = Beginning { sets: Default::default(), over: 0 };
        let (mut places, mut ends) = (1u16, 0u16);
        for n in 0..usize::from(shape.max) {
            let mut separators = Bytes::default();
            for b in *b" -./" {
                if shape.gap.get(separator_kind(b)).is_some_and(|gap| gap >> n & 1 == 1) {
                    separators.add(b);
                }
            }
            if separators != Bytes::default() {
                let after = beginning.put(places, &separators);
                places = if shape.need >> n & 1 == 1 { after } else { places | after };
            }
            let mut characters = Bytes::default();
            for b in 0..128u8 {
                if shape.admits(n, usize::from(code(b))) {
                    characters.add(b);
                }
            }
            places = beginning.put(places, &characters);
            if n + 1 >= usize::from(shape.min) {
                ends |= places;
            }
        }
        beginning.close(ends)
    }

    /// Whether byte `n` of a match may be `byte`.
    pub(crate) fn admits(&self, n: usize, byte: u8) -> bool {
        self.sets.get(n).is_some_and(|set| set.holds(byte))
    }

    /// Whether a match may be over before its byte `n`.
    fn may_be_over(&self, n: usize) -> bool {
        self.over & ((2 << n) - 1) != 0
    }

    /// After a match anything may follow.
    fn close(mut self, ends: u16) -> Self {
        self.over = ends;
        for n in 0..SEEN {
            if self.may_be_over(n)
                && let Some(set) = self.sets.get_mut(n)
            {
                *set = Bytes::ALL;
            }
        }
        self
    }

    /// Lets one of `bytes` stand at each of `places`; gives the places after it. What is beyond sight is forgotten.
    fn put(&mut self, places: u16, bytes: &Bytes) -> u16 {
        for (n, set) in self.sets.iter_mut().enumerate() {
            if places >> n & 1 == 1 {
                set.join(bytes);
            }
        }
        places << 1 & ((1 << SEEN) - 1)
    }

    /// Lets a match of `regex` begin at each of `places`; gives the places where it may end.
    fn walk(&mut self, regex: &Hir, mut places: u16) -> u16 {
        if places == 0 {
            return 0;
        }
        match regex.kind() {
            HirKind::Empty | HirKind::Look(_) => places,
            HirKind::Literal(literal) => {
                for &byte in &literal.0 {
                    let mut one = Bytes::default();
                    one.add(byte);
                    places = self.put(places, &one);
                }
                places
            }
            HirKind::Class(class) => self.class(class, places),
            HirKind::Capture(capture) => self.walk(&capture.sub, places),
            HirKind::Concat(parts) => parts.iter().fold(places, |places, part| self.walk(part, places)),
            HirKind::Alternation(parts) => parts.iter().fold(0, |ends, part| ends | self.walk(part, places)),
            HirKind::Repetition(repeated) => {
                let most = repeated.max.map_or(SEEN, |max| (max as usize).min(SEEN));
                let mut ends = if repeated.min == 0 { places } else { 0 };
                for n in 1..=most {
                    let after = self.walk(&repeated.sub, places);
                    if n >= repeated.min as usize || after == places {
                        ends |= after;
                    }
                    if after == 0 || after == places {
                        return ends;
                    }
                    places = after;
                }
                // Where fewer turns than the least are in sight, what is left of them is taken as empty.
                if repeated.min as usize > most { ends | places } else { ends }
            }
        }
    }

    fn class(&mut self, class: &Class, places: u16) -> u16 {
        match class {
            Class::Bytes(class) => {
                let mut set = Bytes::default();
                class.ranges().iter().flat_map(|r| r.start()..=r.end()).for_each(|b| set.add(b));
                self.put(places, &set)
            }
            Class::Unicode(class) => {
                // By length of the character in bytes, what each byte may be.
                let mut by_length = [[Bytes::default(); 4]; 4];
                let mut lengths = 0u16;
                for range in class.ranges() {
                    for sequence in Utf8Sequences::new(range.start(), range.end()) {
                        lengths |= 1 << sequence.len();
                        note(&mut by_length, &sequence);
                    }
                }
                let mut ends = 0;
                for (n, bytes) in by_length.iter().enumerate() {
                    if lengths >> (n + 1) & 1 == 1 {
                        ends |= bytes.iter().take(n + 1).fold(places, |places, set| self.put(places, set));
                    }
                }
                ends
            }
        }
    }
}

fn note(by_length: &mut [[Bytes; 4]; 4], sequence: &Utf8Sequence) {
    let Some(bytes) = by_length.get_mut(sequence.len() - 1) else { return };
    for (set, range) in bytes.iter_mut().zip(sequence.as_slice()) {
        (range.start..=range.end).for_each(|b| set.add(b));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::shape;

    /// Whether `text`, cut to what is seen, may begin a match.
    fn fits(beginning: &Beginning, text: &str) -> bool {
        (0..SEEN).all(|n| match text.as_bytes().get(n) {
            Some(&b) => beginning.admits(n, b),
            None => beginning.may_be_over(n),
        })
    }

    #[test]
    fn what_matches_fits_and_most_else_does_not() {
        for (pattern, yes, no) in [
            (r"CT-\d{6}", &["CT-123456"][..], &["CT-1234", "CT-1234x", "ct-123456", "CT 123456"][..]),
            (r"(?i)ct-\d{6}", &["ct-123456", "Ct-٣٤٥"], &["cx-123456"]),
            (r"\bA\d{2,3}\b", &["A12", "A123", "A12 and more"], &["A1", "B12", "AA12"]),
            (r"a*b", &["b", "ab", "aaaaaaaaaaab"], &["c", "ca"]),
            (r"(x|yz){3}q", &["xxxq", "yzyzyzq", "xyzxq"], &["xxq", "zyx"]),
            (r"[€£]\d", &["€5", "£5"], &["$5", "5"]),
            (r"(|a)b?", &["", "a", "ab", "b", "c"], &[]),
            (r"(a{20}){20}", &["aaaaaaaaaaaaaaaa", "aaaaaaaab"], &["aaaaaaab"]),
            (r"(\b){30}ab", &["ab"], &["b"]),
        ] {
            let beginning = Beginning::of_regex(&regex_syntax::parse(pattern).unwrap());
            for text in yes {
                assert!(fits(&beginning, text), "{pattern} {text}");
            }
            for text in no {
                assert!(!fits(&beginning, text), "{pattern} {text}");
            }
        }
    }

    #[test]
    fn shapes_begin_as_they_say() {
        for (shape, yes, no) in [
            ("'C'-999999", &["C-123456", "c-123456"][..], &["C123456", "D-123456", "C-12345"][..]),
            ("'C'~999999", &["C-123456", "C123456", "C 123456"], &["C_123456"]),
            ("9{5,12}", &["12345", "123456789012"], &["1234", "1234x"]),
        ] {
            let beginning = Beginning::of_shape(&shape::parse(shape.as_bytes(), 0).unwrap().0);
            for text in yes {
                assert!(fits(&beginning, text), "{shape} {text}");
            }
            for text in no {
                assert!(!fits(&beginning, text), "{shape} {text}");
            }
        }
    }
}
