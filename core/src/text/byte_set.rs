//! Sets of bytes made when compiling: what a token is made of, asked by one look in a table.
//!
//! Comes in: bytes. Goes out: how many of them, from either end, are of the set.
#![expect(clippy::indexing_slicing, reason = "const fn has no get; a byte is below 256")]

use super::sixteen::Sixteen;

/// A set of bytes, and whether the letters of ASCII and the digits are among them.
#[derive(Debug)]
pub(crate) struct ByteSet([bool; 256], bool);

impl ByteSet {
    /// The bytes of these characters.
    pub(crate) const fn of(signs: &str) -> Self {
        let (mut set, mut rest) = ([false; 256], signs.as_bytes());
        while let Some((&b, tail)) = rest.split_first() {
            set[b as usize] = true;
            rest = tail;
        }
        ByteSet(set, false)
    }

    /// ASCII letters, digits, and these.
    pub(crate) const fn with(signs: &str) -> Self {
        let (mut set, mut b) = (ByteSet::of(signs), 0);
        while b < 0x80 {
            set.0[b] |= (b as u8).is_ascii_alphanumeric();
            b += 1;
        }
        set.1 = true;
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
        ByteSet(set, false)
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
        // Letters and digits, of which most are, sixteen at a time; one by one what is neither.
        while self.1
            && let Some(next) = bytes.get(n..).and_then(|rest| rest.first_chunk())
        {
            let run = Sixteen::of(next).alphanumerics().trailing_ones() as usize;
            n += run;
            match next.get(run) {
                None => {}
                Some(&sign) if self.holds(sign) => n += 1,
                Some(_) => return n,
            }
        }
        while bytes.get(n).is_some_and(|&b| self.holds(b)) {
            n += 1;
        }
        n
    }

    /// How many of the last bytes are of the set.
    #[inline(always)]
    pub(crate) fn run_back(&self, bytes: &[u8]) -> usize {
        let mut left = bytes;
        while self.1
            && let Some(last) = left.last_chunk()
        {
            let run = (Sixteen::of(last).alphanumerics() << 16).leading_ones() as usize;
            left = left.get(..left.len() - run).unwrap_or_default();
            match last.get(15_usize.wrapping_sub(run)) {
                None => {}
                Some(&sign) if self.holds(sign) => left = left.split_last().map_or(left, |(_, left)| left),
                Some(_) => return bytes.len() - left.len(),
            }
        }
        while let Some((_, before)) = left.split_last().filter(|(b, _)| self.holds(**b)) {
            left = before;
        }
        bytes.len() - left.len()
    }
}

#[cfg(test)]
mod tests {
    use super::ByteSet;

    #[test]
    fn runs_end_where_a_loop_over_bytes_ends() {
        static WORDY: ByteSet = ByteSet::with("-_");
        static SIGNS: ByteSet = ByteSet::of("-_");
        let text = "a1-".repeat(14);
        for end in 0..text.len() {
            for stop in ["", "#", "-#", "#-", "aaaaaaaaaaaaaaaaaaaaaaaa", "-a#aaaaaaaaaaaaaaaaaaaaaaaaaa"] {
                let bytes = [&text[..end], stop].concat().into_bytes();
                for set in [&WORDY, &SIGNS] {
                    let held = |b: &&u8| set.holds(**b);
                    assert_eq!(set.run(&bytes), bytes.iter().take_while(held).count());
                    assert_eq!(set.run_back(&bytes), bytes.iter().rev().take_while(held).count());
                }
            }
        }
    }

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
