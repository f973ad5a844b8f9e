//! The gates that need a digit: masks in, the places of numbers, codes and addresses out.
//!
//! All by bit algebra over a block and the one after it, so that no digit costs a branch unless a gate opens.
use super::calls::{LINE, MASKED, SUFFIX, may_be_suffix};
use super::masks::Masks;
use super::scan::{Carry, Scan};
use crate::text::view::{View, is_wordy};

/// What the gates for numbers and codes are made of.
pub(super) struct Gates<'m> {
    pub(super) this: &'m Masks,
    pub(super) next: &'m Masks,
    pub(super) wordy: u64,
    pub(super) next_wordy: u64,
    pub(super) chain: u64,
    pub(super) code_chain: u64,
    pub(super) token_starts: u64,
}

impl Scan<'_, '_> {
    /// The gates that need a digit, for a block that has one at hand.
    #[inline(never)]
    pub(super) fn numbers_and_codes(&mut self, base: usize, gates: &Gates<'_>, carry: &Carry) {
        let before = |mask: u64, carried: u64| mask << 1 | carried >> 63;
        let wide = |mask: u64, ahead: u64| u128::from(mask) | u128::from(ahead) << 64;
        let &Gates { this, next, wordy, next_wordy, chain, code_chain, token_starts } = gates;
        // Digits joined by single separators, seven bytes or longer: numbers, phones, addresses, dates.
        let next_chain = next.digit | next.separator & before(next.digit, this.digit) & next.digit >> 1;
        let long = {
            let x = wide(chain, next_chain);
            let x = x & x >> 1;
            let x = x & x >> 2;
            (x & x >> 3) as u64
        };
        let mut starts = long & !before(chain, carry.chain);
        if starts != 0 {
            let (digit, separator, space) = (
                wide(this.digit, next.digit),
                wide(this.separator, next.separator),
                wide(this.space, next.space),
            );
            while starts != 0 {
                let o = starts.trailing_zeros();
                starts &= starts - 1;
                let at = base + o as usize;
                if at >= self.skip.number {
                    self.skip.number =
                        self.number(at, (digit >> o) as u64, (separator >> o) as u64, (space >> o) as u64);
                }
            }
        }

        // Four digits and no more: looked at where a mask ends before them.
        let run = wide(this.digit, next.digit);
        let run = run & run >> 1;
        let run = (run & run >> 2 & !(run >> 3)) as u64;
        let mut fours = run & !before(this.digit, carry.digit);
        while fours != 0 {
            let at = base + fours.trailing_zeros() as usize;
            fours &= fours - 1;
            if ends_mask(self.view, at) {
                self.call(MASKED.list(), at, at + 4);
            }
        }

        // What addresses are made of: numbers behind a word or at the start of a line, `9AA` behind a space.
        let numbers = chain & !before(chain | wordy, carry.chain | carry.wordy);
        if numbers != 0 {
            self.places(base, numbers);
        }
        let ahead = |x: u64, y: u64, n: u32| x >> n | y << (64 - n);
        let spaced = this.space & ahead(this.digit, next.digit, 1) & ahead(this.letter, next.letter, 2);
        if spaced != 0 {
            self.spaced_codes(base, spaced);
        }

        // Codes: capitals then a digit, with or without a separator; seven letters and digits that begin with
        // letters; digits then a letter, or a separator, one digit and a letter.
        // Scripts without spaces: behind one of their characters a code may begin, too (`may_start` says which they are).
        let behind = this.high << 1 | u64::from(self.view.before(base) >= 0x80);
        let after_high = u128::from(wordy & !this.high & behind);
        let token_starts_wide = u128::from(token_starts) | after_high;
        let (upper, letter, digit, separator) = (
            wide(this.upper, next.upper),
            wide(this.letter, next.letter),
            wide(this.digit, next.digit),
            wide(this.separator, next.separator),
        );
        let all = wide(wordy, next_wordy);
        let ascii = all & !wide(this.high, next.high);
        let two = all & all >> 1;
        let four = two & two >> 2;
        let seven = four & four >> 3;
        let upper_starts = token_starts_wide & upper;
        let upper_ends = upper.wrapping_add(upper_starts) & !upper & !upper_starts;
        let letter_starts = token_starts_wide & seven & letter;
        let letter_ends = letter.wrapping_add(letter_starts) & !letter;
        let mut codes = letter_ends & digit | upper_ends & (digit | separator & digit >> 1);
        let next_code_chain =
            next_wordy | next.separator & !next.space & before(next_wordy, wordy) & next_wordy >> 1;
        let long_code = {
            let x = wide(code_chain, next_code_chain);
            let x = x & x >> 1;
            let x = x & x >> 2;
            x & x >> 3
        };
        let digit_starts = token_starts_wide
            & digit
            & long_code
            & (!u128::from(before(code_chain, carry.code_chain)) | after_high);
        let space = wide(this.space, next.space);
        let joint = separator & !space;
        let then_letter = letter | separator & letter >> 1 | joint & digit >> 1 & letter >> 2;
        codes |= digit.wrapping_add(digit_starts) & !digit & then_letter;
        while codes != 0 {
            let o = codes.trailing_zeros();
            codes &= codes - 1;
            let earlier = token_starts_wide & ((1 << o) - 1);
            if earlier == 0 {
                continue;
            }
            let b = 127 - earlier.leading_zeros();
            let at = base + b as usize;
            if at >= self.skip.code {
                let run = (ascii >> b).trailing_ones() as usize;
                self.skip.code = self.code(at, run).max(at + 1);
            }
        }
    }

    #[inline(never)]
    fn places(&mut self, base: usize, mut numbers: u64) {
        while numbers != 0 {
            let at = base + numbers.trailing_zeros() as usize;
            numbers &= numbers - 1;
            self.place(at);
        }
    }

    /// A number that starts at `at`, not glued to a letter: asks the parsers of addresses, if a word that may be a street
    /// stands before it, or if it is four or five digits behind a comma or a line break. Nearly every number is done with
    /// after a look at the eight bytes before it.
    #[inline(always)]
    pub(super) fn place(&mut self, at: usize) {
        let bytes = self.view.bytes();
        let mut last = match bytes.get(at.wrapping_sub(8)..at).and_then(|last| last.first_chunk::<8>()) {
            Some(last) => u64::from_le_bytes(*last),
            None => self.view.slice(0, at).iter().fold(0, |last, &b| last >> 8 | u64::from(b) << 56),
        };
        if last >> 56 == u64::from(b' ') {
            last <<= 8;
        }
        match (last >> 56) as u8 {
            b',' | b'\n' => self.line(at),
            sign => {
                if sign == b'.' {
                    last <<= 8;
                }
                if may_be_suffix(last >> 40) {
                    self.call(SUFFIX.list(), at, at + 1);
                }
            }
        }
    }

    #[inline(never)]
    fn line(&mut self, at: usize) {
        let digits = self.view.slice(at, at + 6).iter().take_while(|b| b.is_ascii_digit()).count();
        if matches!(digits, 4 | 5) {
            self.call(LINE.list(), at, at + digits);
        }
    }

    #[inline(never)]
    fn spaced_codes(&mut self, base: usize, mut spaced: u64) {
        while spaced != 0 {
            let at = base + spaced.trailing_zeros() as usize;
            spaced &= spaced - 1;
            self.spaced_code(at);
        }
    }

    /// A space before a digit and a letter: `sw1a 2aa` may be a code, though the gate for codes asks for capitals before
    /// the first digit. What has them has been walked already.
    pub(super) fn spaced_code(&mut self, at: usize) {
        let view = self.view;
        // Three letters and digits behind the space, two to four before it.
        if !is_wordy(view.at(at + 3)) || is_wordy(view.at(at + 4)) {
            return;
        }
        let mut start = at;
        while is_wordy(view.before(start)) && at - start < 5 {
            start -= 1;
        }
        let token = view.slice(start, at);
        let capitals = token.iter().take_while(|b| b.is_ascii_uppercase()).count();
        let walked = capitals > 0 && token.get(capitals).is_some_and(u8::is_ascii_digit);
        let sound = (2..=4).contains(&token.len()) && token.iter().any(u8::is_ascii_digit);
        if sound && view.at(start).is_ascii_alphabetic() && !walked {
            self.code(start, token.len());
        }
    }
}

/// Whether a `*` stands right before `at`, or before the space or `-` there.
#[inline(always)]
pub(super) fn ends_mask(view: View<'_>, at: usize) -> bool {
    match view.before(at) {
        b'*' => true,
        b' ' | b'-' => view.before(at - 1) == b'*',
        _ => false,
    }
}
