//! Sets of bytes made when compiling: what a token is made of, asked by one look in a table.
//!
//! Comes in: bytes. Goes out: how many of them, from either end, are of the set.
#![expect(clippy::indexing_slicing, reason = "const fn has no get; a byte is below 256")]

/// A set of bytes.
#[derive(Debug)]
pub(crate) struct ByteSet([bool; 256]);

impl ByteSet {
    /// The bytes of these characters.
    pub(crate) const fn of(signs: &str) -> Self {
        let (mut set, mut rest) = ([false; 256], signs.as_bytes());
        while let Some((&b, tail)) = rest.split_first() {
            set[b as usize] = true;
            rest = tail;
        }
        ByteSet(set)
    }

    /// ASCII letters, digits, and these.
    pub(crate) const fn with(signs: &str) -> Self {
        let (mut set, mut b) = (ByteSet::of(signs), 0);
        while b < 0x80 {
            set.0[b] |= (b as u8).is_ascii_alphanumeric();
            b += 1;
        }
        set
    }

    /// All bytes but these, spaces and control characters.
    pub(crate) const fn without(signs: &[u8]) -> Self {
        let (mut set, mut rest, mut b) = ([false; 256], signs, b' ' as usize + 1);
        while b < 256 {
            set[b] = true;
            b += 1;
        }
        while let Some((&b, tail)) = rest.split_first() {
            set[b as usize] = false;
            rest = tail;
        }
        ByteSet(set)
    }

    /// With every byte of characters beyond ASCII.
    pub(crate) const fn beyond_ascii(mut self) -> Self {
        let mut b = 0x80;
        while b < 0x100 {
            self.0[b] = true;
            b += 1;
        }
        self
    }

    #[inline(always)]
    pub(crate) const fn holds(&self, b: u8) -> bool {
        self.0[b as usize]
    }

    /// How many of the first bytes are of the set.
    #[inline(always)]
    pub(crate) fn run(&self, bytes: &[u8]) -> usize {
        let mut n = 0;
        for &b in bytes {
            if !self.holds(b) {
                break;
            }
            n += 1;
        }
        n
    }

    /// How many of the last bytes are of the set.
    #[inline(always)]
    pub(crate) fn run_back(&self, bytes: &[u8]) -> usize {
        let mut n = 0;
        for &b in bytes.iter().rev() {
            if !self.holds(b) {
                break;
            }
            n += 1;
        }
        n
    }
}

#[cfg(test)]
mod tests {
    use super::ByteSet;

    #[test]
    fn holds_its_characters_and_no_others() {
        static SET: ByteSet = ByteSet::with("-_");
        for b in 0..=255u8 {
            assert_eq!(SET.holds(b), b.is_ascii_alphanumeric() || b == b'-' || b == b'_', "{b}");
        }
        for b in 0..=255u8 {
            let held = ByteSet::without(b"<\xC2").holds(b);
            assert_eq!(held, b > b' ' && b != b'<' && b != 0xC2, "{b}");
        }
        let beyond = ByteSet::of("-").beyond_ascii();
        assert!("é-".bytes().all(|b| beyond.holds(b)) && !beyond.holds(b'e'));
        assert!(ByteSet::of("+").holds(b'+') && !ByteSet::of("+").holds(b'a'));
        assert_eq!((SET.run(b"a-1.b"), SET.run(b"a"), SET.run(b".")), (3, 1, 0));
        assert_eq!((SET.run_back(b"a.b-"), SET.run_back(b""), SET.run_back(b".")), (2, 0, 0));
    }
}
