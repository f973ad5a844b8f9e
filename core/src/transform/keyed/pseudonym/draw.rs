//! Choices that a key makes for a value: always the same ones, and nobody without the key can tell them.
//!
//! Comes in: a key, a value in its canonical form, the number of the attempt. Goes out: numbers, each as likely as any
//! other. HMAC-SHA-256 over both and a counter.
use crate::crypto::mac;

pub(super) struct Draw<'d> {
    key: &'d [u8; 32],
    value: &'d str,
    attempt: u32,
    block: u32,
    left: Vec<u32>,
}

/// Part of every choice: another version of the lists is another version of all choices.
const VERSION: &[u8] = b"wimple pseudonym 1";

impl<'d> Draw<'d> {
    pub(super) fn new(key: &'d [u8; 32], value: &'d str, attempt: u32) -> Self {
        Draw { key, value, attempt, block: 0, left: Vec::new() }
    }

    /// A number below `n`; 0 where `n` is 0.
    pub(super) fn below(&mut self, n: u32) -> u32 {
        // What is above the last multiple of `n` is drawn again, so that no number is more likely than another.
        let Some(fair) = u32::MAX.checked_rem(n).map(|rest| u32::MAX - rest) else { return 0 };
        loop {
            let drawn = self.next();
            if drawn < fair {
                return drawn % n;
            }
        }
    }

    fn next(&mut self) -> u32 {
        loop {
            if let Some(number) = self.left.pop() {
                return number;
            }
            let numbers = [self.attempt.to_be_bytes(), self.block.to_be_bytes()].concat();
            let bytes = mac(self.key, &[VERSION, self.value.as_bytes(), &numbers]);
            self.left = bytes.as_chunks::<4>().0.iter().map(|chunk| u32::from_be_bytes(*chunk)).collect();
            self.block = self.block.wrapping_add(1);
        }
    }

    /// One of these; `T::default` where there are none.
    pub(super) fn of<T: Copy + Default>(&mut self, all: &[T]) -> T {
        let index = self.below(u32::try_from(all.len()).unwrap_or(0));
        all.get(index as usize).copied().unwrap_or_default()
    }

    /// One character of an ASCII alphabet.
    pub(super) fn character(&mut self, alphabet: &str) -> char {
        char::from(self.of(alphabet.as_bytes()))
    }

    pub(super) fn digit(&mut self) -> char {
        self.character("0123456789")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_even_and_bound_to_key_value_and_attempt() {
        let mut draw = Draw::new(&[7; 32], "x", 0);
        let mut counts = [0; 10];
        (0..10_000).for_each(|_| counts[draw.below(10) as usize] += 1);
        assert!(counts.iter().all(|n| (850..1150).contains(n)), "{counts:?}");
        let first = |key: u8, value: &str, attempt| {
            let (key, mut all) = ([key; 32], Vec::new());
            let mut draw = Draw::new(&key, value, attempt);
            (0..9).for_each(|_| all.push(draw.below(u32::MAX)));
            all
        };
        assert_eq!(first(7, "x", 0), first(7, "x", 0));
        for other in [first(8, "x", 0), first(7, "y", 0), first(7, "x", 1)] {
            assert_ne!(other, first(7, "x", 0));
        }
        assert_eq!((Draw::new(&[0; 32], "", 0).below(0), Draw::new(&[0; 32], "", 0).below(1)), (0, 0));
        assert_eq!(Draw::new(&[0; 32], "", 0).of::<u8>(&[]), 0);
    }
}
