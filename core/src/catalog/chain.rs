//! Chains of digits, as bits: what a look at where the digits and the spaces stand tells before any parser is called.
//!
//! Comes in: a place of a chain from which a value may begin, and the chain's end. Goes out: which anchors it is. The
//! scan has the bits at hand, so that most chains cost a few operations and call nothing.
use crate::text::view::View;

/// The rest of a chain of digits joined by single `- . /` or spaces, from a place where a value may begin: 64 bytes at
/// most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chain {
    pub(crate) at: usize,
    pub(crate) end: usize,
    /// Bit n: byte n is a digit, a space.
    digits: u64,
    spaces: u64,
}

impl Chain {
    /// The chain `at..end`; bit 0 of `digits` and `spaces` is the byte at `at`, and bits beyond the end do not count.
    #[inline(always)]
    pub(crate) fn new(at: usize, end: usize, digits: u64, spaces: u64) -> Self {
        let within = below(end - at);
        Chain { at, end, digits: digits & within, spaces: spaces & within }
    }

    /// The same, read from the text.
    pub(crate) fn read(v: View<'_>, at: usize, end: usize) -> Self {
        let end = end.min(at + 64);
        let (mut digits, mut spaces) = (0, 0);
        for (n, b) in v.slice(at, end).iter().enumerate() {
            digits |= u64::from(b.is_ascii_digit()) << n;
            spaces |= u64::from(*b == b' ') << n;
        }
        Chain { at, end, digits, spaces }
    }

    /// The signs between its digits that are no spaces.
    #[inline(always)]
    fn signs(self) -> u64 {
        below(self.end - self.at) & !(self.digits | self.spaces)
    }

    /// How many digits stand behind the dot, where it begins with one to three digits and a dot; 0 where it does not.
    #[inline(always)]
    pub(crate) fn decimals(self, v: View<'_>) -> usize {
        let digits = self.digits.trailing_ones() as usize;
        let dotted = digits <= 3 && v.at(self.at + digits) == b'.';
        if dotted { (self.digits >> (digits + 1)).trailing_ones() as usize } else { 0 }
    }

    /// Whether a number of thirteen digits, a space and a month fit before a sign in it, and not much more behind.
    #[inline(always)]
    pub(crate) fn is_dated(self) -> bool {
        matches!(self.end - self.at, 18..=40) && self.signs() >> 15 != 0
    }

    /// Whether a telephone number may begin with it, by how many digits stand in a row, by the signs between them and by
    /// what stands around; or one that begins before it: see [`is_opened`].
    #[inline(always)]
    pub(crate) fn is_dialled(self, v: View<'_>) -> bool {
        is_opened(v, self.at) || self.is_whole_number(v)
    }

    /// The same for a number that begins with the chain: no card, order number of 3, 7 and 7 digits, date, IP address, or
    /// the later groups of an IBAN.
    pub(crate) fn is_whole_number(self, v: View<'_>) -> bool {
        let (goes_on, signs) = (goes_on(v, self.end), self.signs());
        let inside = v.before(self.at) == b' ' && v.before(self.at.wrapping_sub(1)).is_ascii_digit();
        if inside && !goes_on && signs == 0 {
            return false;
        }
        // Only behind `0` or `00` do the longest numbers fit, and dots or slashes only in North American ones.
        let local = v.at(self.at) != b'0';
        let most = if local { 13 } else { 18 };
        let head = (self.digits & below(self.spaces.trailing_zeros() as usize)).count_ones();
        if head > most {
            return false;
        }
        if goes_on || self.spaces != 0 && signs != 0 {
            return true;
        }
        if self.spaces != 0 {
            return (7..=most).contains(&self.digits.count_ones());
        }
        if head < 7 || head == 8 && self.is_date() {
            return false;
        }
        !local || matches!(head, 10 | 11) || self.has_only_dashes(v, signs)
    }

    /// "2024-01-15", "01/02/2024", "15.01.2024".
    #[inline(always)]
    fn is_date(self) -> bool {
        let gap = |n: u32| self.digits >> n & 1 == 0;
        self.end - self.at == 10 && (gap(2) && gap(5) || gap(4) && gap(7))
    }

    fn has_only_dashes(self, v: View<'_>, mut signs: u64) -> bool {
        while signs != 0 {
            if v.at(self.at + signs.trailing_zeros() as usize) != b'-' {
                return false;
            }
            signs &= signs - 1;
        }
        true
    }
}

/// Whether what stands before a chain at `at`, or before one space there, may open a telephone number: `+`, `(212)`,
/// `+49 (0)`. A digit behind a space is another number.
#[inline(always)]
pub(crate) fn is_opened(v: View<'_>, at: usize) -> bool {
    let last = match v.before(at) {
        b' ' => v.before(at - 1),
        last => last,
    };
    matches!(last, b' ' | b'(' | b')' | b'+' | b'-' | b'.' | b'/')
}

/// Whether a value of digits may go on over what stands at the end of a chain: `650 (253) …`, `030 / 123`.
#[inline(always)]
pub(crate) fn goes_on(v: View<'_>, end: usize) -> bool {
    match v.at(end) {
        b' ' => matches!(v.at(end + 1), b'(' | b'/' | b'-'),
        b'(' | 0xC2 => true,
        _ => false,
    }
}

/// The lowest `n` bits.
#[inline(always)]
fn below(n: usize) -> u64 {
    if n < 64 { (1 << n) - 1 } else { u64::MAX }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn chain(text: &str) -> Chain {
        Chain::read(View::new(text), 0, text.len())
    }

    #[test]
    fn kinds() {
        for (text, decimals, dated, whole) in [
            ("192.0.2.1", 1, false, false),
            ("1234.5678", 0, false, false),
            ("52.5200", 4, false, false),
            ("4111 1111 1111 1111", 0, false, false),
            ("4111 1111 1111 1111 09/27", 0, true, true),
            ("4111111111111 9/27 123", 0, true, true),
            ("114-4663600-3067245", 0, false, false),
            ("2024-01-15", 0, false, false),
            ("15.01.2024", 2, false, false),
            ("650-253-0000", 0, false, true),
            ("650.253.0000", 3, false, true),
            ("650.253.000", 3, false, false),
            ("0151/12345678", 0, false, true),
            ("06 12 34 56 78", 0, false, true),
            ("12 34 56", 0, false, false),
            ("01234567890123456", 0, false, true),
        ] {
            let (c, v) = (chain(text), View::new(text));
            assert_eq!(
                (c.decimals(v), c.is_dated(), c.is_whole_number(v)),
                (decimals, dated, whole),
                "{text}"
            );
        }
    }

    #[test]
    fn what_stands_around_counts() {
        for text in ["(212) 5550123", "+2125550123", "+49 (0)30123456"] {
            assert!(is_opened(View::new(text), text.rfind([' ', '+', ')']).unwrap() + 1), "{text}");
        }
        for text in ["", "call ", "1 ", "a"] {
            assert!(!is_opened(View::new(text), text.len()), "{text}");
        }
        let v = View::new("123 456 7890");
        assert!(!Chain::read(v, 4, 12).is_whole_number(v), "the end of another number");
        let v = View::new("650 (253) 0000");
        assert!(Chain::read(v, 0, 3).is_whole_number(v), "goes on behind a bracket");
    }

    proptest! {
        #[test]
        fn bits_say_what_the_text_says(text in "[0-9]{1,5}([ ./-][0-9]{1,5}){0,12}", junk in any::<u64>()) {
            let c = chain(&text);
            let bits = |class: fn(u8) -> bool| text.bytes().take(64).enumerate().fold(0, |m, (n, b)| m | u64::from(class(b)) << n);
            let beyond = junk & !below(c.end);
            let same = Chain::new(0, c.end, bits(|b| b.is_ascii_digit()) | beyond, bits(|b| b == b' ') | beyond);
            prop_assert_eq!(c, same);
            prop_assert_eq!(c.signs(), bits(|b| matches!(b, b'-' | b'.' | b'/')));
        }
    }
}
