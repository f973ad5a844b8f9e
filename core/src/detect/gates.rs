//! The gates that need a digit: masks in, the places of numbers, codes and addresses out.
//!
//! All by bit algebra over a block and the one after it, so that no digit costs a branch unless a gate opens.
use super::calls::{LINE, MASKED, SUFFIX, may_be_suffix};
use super::masks::Masks;
use super::number::run_at;
use super::opening::Opening;
use super::scan::{Carry, Scan};
use crate::text::view::{View, is_wordy};

/// What the gates for numbers and codes are made of.
pub(super) struct Gates<'m> {
    pub(super) this: &'m Masks,
    pub(super) next: &'m Masks,
    pub(super) wordy: u64,
    pub(super) next_wordy: u64,
    /// Four, or two, of them in a row.
    pub(super) four: u64,
    pub(super) next_two: u64,
    pub(super) chain: u64,
    pub(super) code_chain: u64,
    pub(super) token_starts: u64,
}

/// Runs from the start of a token that the block before has left open: 1 where one may go on in this block.
#[derive(Clone, Copy, Default)]
pub(super) struct Open {
    letters: u64,
    capitals: u64,
    digits: u64,
    /// Where the last token of the blocks before starts.
    token: usize,
}

impl Open {
    /// The first `count` bytes of the text are gone. A token that began in them is longer than any code.
    pub(super) fn forget(&mut self, count: usize) {
        self.token = self.token.saturating_sub(count);
    }
}

impl Scan<'_, '_> {
    /// The gates that need a digit, for a block that has one at hand. Gives the runs that it leaves open. A block that did
    /// not come here leaves none: it holds no digit, and no token of it goes on to one.
    #[inline(always)] // called at one place, with a dozen masks
    pub(super) fn numbers_and_codes(&mut self, base: usize, gates: &Gates<'_>, carry: &Carry) -> Open {
        let before = |mask: u64, carried: u64| mask << 1 | carried >> 63;
        let ahead = |x: u64, y: u64, n: u32| x >> n | y << (64 - n);
        let wide = |mask: u64, ahead: u64| u128::from(mask) | u128::from(ahead) << 64;
        let &Gates { this, next, wordy, next_wordy, four, next_two, chain, code_chain, token_starts } = gates;
        // Digits joined by single separators, seven bytes or longer: numbers, phones, addresses, dates.
        let next_chain = next.digit | next.separator & before(next.digit, this.digit) & next.digit >> 1;
        let mut starts = seven(chain, next_chain) & !before(chain, carry.chain);
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

        // Numbers that are no part of a word: what addresses are made of, behind a word or at the start of a line, and the
        // ends of what is masked.
        let numbers = chain & !before(chain | wordy, carry.chain | carry.wordy);
        if numbers != 0 {
            self.places(base, numbers);
        }
        // Letters that touch digits: see `fold`.
        let swaps =
            this.letter & !this.high & (before(this.digit, carry.digit) | ahead(this.digit, next.digit, 1));
        if swaps != 0 {
            self.note_swaps(base, swaps);
        }
        // `9AA` behind a space.
        let spaced = this.space & ahead(this.digit, next.digit, 1) & ahead(this.letter, next.letter, 2);
        if spaced != 0 {
            self.spaced_codes(base, spaced);
        }

        // Codes: capitals then a digit, with or without a separator; seven letters and digits that begin with
        // letters; digits then a letter, or a separator, one digit and a letter. Adding one at the start of a run carries
        // it to where the run ends, in this block or in the next.
        // Scripts without spaces: behind one of their characters a code may begin, too (`may_start` says which they are).
        let behind = this.high << 1 | u64::from(self.view.before(base) >= 0x80);
        let after_high = wordy & !this.high & behind;
        let starts = token_starts | after_high;
        let seven_wordy = four & ahead(four, next_two & next_two >> 2, 3);
        let letter_starts = starts & this.letter & seven_wordy;
        let (letter_ends, letters) = ends(this.letter, letter_starts, carry.open.letters);
        let (upper_ends, capitals) = ends(this.upper, starts & this.upper, carry.open.capitals);
        let next_code_chain =
            next_wordy | next.separator & !next.space & before(next_wordy, wordy) & next_wordy >> 1;
        let digit_starts = starts
            & this.digit
            & seven(code_chain, next_code_chain)
            & (!before(code_chain, carry.code_chain) | after_high);
        let (digit_ends, digits) = ends(this.digit, digit_starts, carry.open.digits);
        let (then_digit, then_letter) =
            (ahead(this.digit, next.digit, 1), ahead(this.letter, next.letter, 1));
        let then_both = then_digit & ahead(this.letter, next.letter, 2);
        let to_letter = this.letter | this.separator & (then_letter | !this.space & then_both);
        let to_digit = this.digit | this.separator & then_digit;
        let codes = letter_ends & this.digit | upper_ends & to_digit | digit_ends & to_letter;
        if codes != 0 {
            self.codes(base, gates, (codes, starts), carry.open.token);
        }
        let token = match starts {
            0 => carry.open.token,
            some => base + 63 - some.leading_zeros() as usize,
        };
        Open { letters, capitals, digits, token }
    }

    /// The tokens that a code may begin with; in each of them, or behind it, a bit of `codes` is set. `open` is the last
    /// token before the block.
    #[inline(always)]
    fn codes(&mut self, base: usize, gates: &Gates<'_>, (mut codes, starts): (u64, u64), open: usize) {
        let &Gates { this, next, wordy, next_wordy, .. } = gates;
        let wide = |mask: u64, ahead: u64| u128::from(mask) | u128::from(ahead) << 64;
        let ascii = wide(wordy & !this.high, next_wordy & !next.high);
        let (digit, separator) = (wide(this.digit, next.digit), wide(this.separator, next.separator));
        while codes != 0 {
            let o = codes.trailing_zeros();
            codes &= codes - 1;
            let earlier = starts & ((1 << o) - 1);
            let (at, run, opening) = if earlier == 0 {
                (open, run_at(self.view, open), Opening::read(self.view, open))
            } else {
                let b = 63 - earlier.leading_zeros();
                let (ascii, digit) = ((ascii >> b) as u64, (digit >> b) as u64);
                let opening = Opening::of(ascii, digit, (separator >> b) as u64);
                (base + b as usize, ascii.trailing_ones() as usize, opening)
            };
            if at >= self.skip.code {
                self.skip.code = self.code(at, run, opening).max(at + 1);
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

    /// Digits behind a sign that may be, or follow, the end of a mask: four and no more are shown of what is masked.
    #[inline(never)]
    fn masked(&mut self, at: usize) {
        let digits = self.view.slice(at, at + 5).iter().take_while(|b| b.is_ascii_digit()).count();
        if digits == 4 && ends_mask(self.view, at) {
            self.call(MASKED.list(), at, at + 4);
        } else if digits == 1 {
            self.note_row(at);
        }
    }

    /// A number that starts at `at`, not glued to a letter: asks the parsers of addresses, if a word that may be a street
    /// stands before it, or if it is four or five digits behind a comma or a line break; and those of what is masked, if it
    /// is the end of a mask. Nearly every number is done with
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
            b'*' | b'-' => self.masked(at),
            b'%' | b'#' | b'=' => self.note_code(at),
            b'_' | b' ' => self.note_row(at),
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
        } else if digits == 1 {
            self.note_row(at);
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
            self.code(start, token.len(), Opening::read(view, start));
        }
    }
}

/// Where seven in a row begin.
#[inline(always)]
fn seven(this: u64, next: u64) -> u64 {
    let ahead = |x: u64, y: u64, n: u32| x >> n | y << (64 - n);
    let (two, next_two) = (this & ahead(this, next, 1), next & next >> 1);
    let (four, next_four) = (two & ahead(two, next_two, 2), next_two & next_two >> 2);
    four & ahead(four, next_four, 3)
}

/// Right behind which bytes the runs of `class` end that begin at `starts`, or that go on from the block before; and
/// whether one goes on in the next block.
#[inline(always)]
fn ends(class: u64, starts: u64, open: u64) -> (u64, u64) {
    // No token starts where a run goes on, or ends, from the block before.
    let sum = class.wrapping_add(starts | open);
    // What the one has been carried through is cleared.
    (sum & !class, (class & !sum) >> 63)
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
