//! Chains of digit groups: windows that some number shape fits.
//!
//! A chain is digits joined by single ` - . /`. Windows start at the chain's start or after a space and end at its end
//! or before a space: `1234567 4111 1111 1111 1111` gives the card, `365-5601280-0585709` gives nothing. Group lengths
//! are read from the masks; each group, separator, end and the first two digits AND a constant set in.
use super::calls::{DATED, DECIMAL, DIALLED, DOTTED, EQUATED};
use super::choose::Window;
use super::masks::{block_at, classify};
use super::opening::Opening;
use super::scan::Scan;
use super::tables::{CODES, NUMBER_WORDS, NUMBERS, Set};
use crate::catalog::chain::{Chain, goes_on};
use crate::catalog::shape::{LONGEST, LONGEST_NUMBER, NO_CODE, code, separator_kind};
use crate::text::view::View;

/// Groups of one window at most.
const GROUPS: usize = 9;
/// Bytes of a chain that one look at the masks covers, and how many of them may hold starts: the rest is look-ahead.
const SEEN: usize = 62;
const STARTS: usize = 20;
/// Longer chains are no value but a row of numbers, and most of what fits its first groups has no end in it.
const LONG: usize = 40;

/// Whether what stands before `at` lets a value begin there.
pub(super) fn may_start(view: View<'_>, at: usize) -> bool {
    match view.before(at) {
        0 => true,
        b'_' | b'#' | b'*' => false,
        b if b.is_ascii_alphanumeric() => false,
        b'-' | b'.' | b'/' => {
            let b = view.before(at - 1);
            !(b.is_ascii_alphanumeric() || b == b'*')
        }
        b if b >= 0x80 => !joins(view.char_before(at)) && view.char_before(at) != Some('•'),
        b' ' => view.before(at - 1) != b'*',
        _ => true,
    }
}

/// Whether a character beyond ASCII and what stands beside it are one word. Those of Chinese, Japanese, Korean and Thai
/// are not: these are written without spaces, or with particles behind a number.
fn joins(c: Option<char>) -> bool {
    let apart = |c| matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    c.is_none_or(|c| c.is_alphanumeric() && !apart(c))
}

/// Start of the one to four letters, the first a small one, that stand right before `at` or one space before it:
/// `de89 3704 …`, `ab 12 34 56 c`. The code gate itself asks for capitals, or every `in 10 days` would open it.
pub(super) fn small_letters_before(view: View<'_>, at: usize) -> usize {
    let end = if view.before(at) == b' ' { at - 1 } else { at };
    let mut start = end;
    while view.before(start).is_ascii_alphabetic() && end - start < 5 {
        start -= 1;
    }
    let letters = end - start;
    let is_code = (1..=4).contains(&letters) && (end == at || CODES.spaced >> letters & 1 == 1);
    if is_code && view.at(start).is_ascii_lowercase() { start } else { at }
}

/// Whether no code begins with the two letters at `start`, a space and as many digits as the chain at `at` has:
/// `is 650-253-0000` is neither an Icelandic IBAN nor a parcel. The masks are those of the chain.
#[inline(always)]
#[expect(clippy::indexing_slicing, reason = "codes of letters are below 36")]
fn is_no_code(view: View<'_>, start: usize, at: usize, digit: u64, separator: u64) -> bool {
    let (a, b) = (code(view.at(start)), code(view.at(start + 1)));
    if at - start != 3 || a == NO_CODE || b == NO_CODE {
        return false;
    }
    let chain = digit | separator & digit << 1 & digit >> 1;
    let seen = (!chain).trailing_zeros() as usize;
    if seen >= SEEN {
        return false;
    }
    let digits = (digit & ((1 << seen) - 1)).count_ones();
    CODES.digits_behind[usize::from(a)][usize::from(b)] >> digits & 1 == 0
}

/// How many letters and digits stand from `at` on, as far as the longest code asks.
pub(super) fn run_at(view: View<'_>, at: usize) -> usize {
    view.slice(at, at + LONGEST + 1).iter().take_while(|b| b.is_ascii_alphanumeric()).count()
}

/// Whether what stands at `at` lets a value end there.
pub(super) fn may_end(view: View<'_>, at: usize) -> bool {
    match view.at(at) {
        // What an at sign follows is a part of an address.
        b'_' | b'*' | b'@' => false,
        b if b.is_ascii_alphanumeric() => false,
        b if b >= 0x80 => !joins(view.char_at(at)),
        _ => true,
    }
}

/// How many digits the groups of a window have at most, from the first byte of the masks on.
fn in_reach(digit: u64, separator: u64) -> usize {
    let mut gaps = separator & digit >> 1;
    for _ in 1..GROUPS {
        gaps &= gaps.wrapping_sub(1);
    }
    // The lowest bit is the gap behind the last group, if there are so many.
    let last = gaps & gaps.wrapping_neg();
    (digit & last.wrapping_sub(1)).count_ones() as usize
}

/// What is seen of a chain at one time.
struct Look {
    /// Where the chain starts, and the first byte of the look.
    chain: usize,
    start: usize,
    /// Bit o: byte o of the look is a digit, a separator.
    digit: u64,
    separator: u64,
    /// Its digits: read when the first window fits.
    digits: [u8; 64],
    read: bool,
    /// Shapes that count only with a word, and no word speaks for them: known when the first of them fits.
    dead: Set<NUMBER_WORDS>,
    buried: bool,
}

impl Look {
    #[inline(always)]
    fn new(chain: usize, start: usize, digit: u64, separator: u64) -> Self {
        let dead = [0; NUMBER_WORDS];
        Look { chain, start, digit, separator, digits: [0; 64], read: false, dead, buried: false }
    }

    /// The `n` digits from byte `o` on.
    #[inline(always)]
    fn digits(&self, o: usize, n: usize) -> &[u8] {
        let before = (self.digit & ((1 << o) - 1)).count_ones() as usize;
        self.digits.get(before..before + n).unwrap_or_default()
    }

    /// Reads the digits of a chain that ends at `end`, or goes on there.
    #[inline(never)]
    fn read(&mut self, view: View<'_>, end: usize) {
        self.read = true;
        let mut count = 0;
        for &b in view.slice(self.start, end.min(self.start + SEEN)) {
            if let Some(place) = self.digits.get_mut(count) {
                *place = b;
            }
            count += usize::from(b.is_ascii_digit());
        }
    }
}

impl Scan<'_, '_> {
    /// The chain that starts at `at`; bit 0 of the masks is that byte. Gives the chain's end.
    #[inline(never)]
    pub(super) fn number(&mut self, at: usize, mut digit: u64, mut separator: u64, mut space: u64) -> usize {
        let view = self.view;
        // Four digits with a sign behind each: see `fold`.
        if digit & 0x7f == 0x55 && separator & 0x2a == 0x2a {
            self.note_row(at + 6);
        }
        let (mut start, mut first) = (at, true);
        let mut from_here = may_start(view, at);
        let small = small_letters_before(view, at);
        if small < at && !is_no_code(view, small, at, digit, separator) {
            let run = run_at(view, small);
            let opening = if small + run < at {
                Opening::short(run, false, run_at(view, at), true)
            } else {
                Opening::read(view, small)
            };
            self.code(small, run, opening);
        }
        loop {
            let joined = digit | separator & digit << 1 & digit >> 1;
            let seen = (!joined).trailing_zeros() as usize;
            let whole = seen < SEEN;
            let mut starts = (space & joined) << 1 & digit | u64::from(from_here);
            starts &= if whole { (1 << seen) - 1 } else { (1 << STARTS) - 1 };
            let end = start + seen;
            // Nothing begins in what is glued to a word or a sign and has no space.
            if starts != 0 {
                let mut look = Look::new(at, start, digit, separator);
                let open = goes_on(view, end) || view.at(end) == b'=';
                let signs = if open { u64::MAX } else { separator & !space & joined };
                while starts != 0 {
                    let o = starts.trailing_zeros() as usize;
                    starts &= starts - 1;
                    let inside = !first || o > 0;
                    self.walk(&mut look, o, end, inside);
                    // Behind a space, groups with nothing but spaces between are no beginning for any parser.
                    if !inside || signs << (64 - seen) >> (64 - seen) >> o != 0 {
                        self.chain(Chain::new(start + o, end, digit >> o, space >> o));
                    }
                }
            }
            if whole {
                let dashed = view.at(end) == b'-' && view.at(end + 1).is_ascii_alphabetic();
                if first && (view.at(end).is_ascii_alphabetic() || dashed) {
                    // Digits that run into a letter, `12.345.678-Z`: perhaps a code that begins with digits.
                    // Where the code ends says nothing of numbers: another chain may begin inside it and go on.
                    self.code(at, run_at(view, at), Opening::read(view, at));
                }
                return end;
            }
            // Too long for one look: go on from the first start not yet tried, or just far enough on.
            let later = (space & joined & ((1 << (SEEN - 1)) - 1)) << 1 & digit & !((1 << STARTS) - 1);
            from_here = later != 0;
            let step = if from_here {
                later.trailing_zeros() as usize
            } else {
                SEEN - 12 + (digit >> (SEEN - 12)).trailing_zeros() as usize
            };
            start += step.clamp(1, SEEN);
            first = false;
            let masks = classify(&block_at(view.bytes(), start));
            (digit, separator, space) = (masks.digit, masks.separator, masks.space);
            if digit & 1 == 0 {
                return start;
            }
        }
    }

    /// Asks the parsers of what the chain looks like.
    #[inline(always)]
    pub(super) fn chain(&mut self, chain: Chain) {
        let Chain { at, end, .. } = chain;
        match chain.decimals(self.view) {
            0 => {}
            1..=3 => self.call(DOTTED.list(), at, end),
            _ => self.call(DECIMAL.list(), at, end),
        }
        if chain.is_dated() {
            self.call(DATED.list(), at, end);
        }
        if self.view.at(end) == b'=' {
            self.call(EQUATED.list(), at, end);
        }
        if chain.is_dialled(self.view) {
            self.call(DIALLED.list(), at, end);
        }
    }

    /// Shapes that count only with a word, and no word near the chain, which ends at `end` or goes on there, speaks for
    /// them: they are dead for the whole look.
    #[inline(never)]
    #[expect(clippy::indexing_slicing, reason = "entries are numbered by the bits of the set")]
    fn bury(&mut self, look: &mut Look, end: usize) {
        look.buried = true;
        if self.trace.is_some() {
            return; // an explanation names them
        }
        look.dead = NUMBERS.weak;
        let spoken_for = self.near.all_spoken_for(self.view, look.chain, end);
        for (w, bits) in spoken_for.iter().enumerate() {
            let mut bits = *bits;
            while bits != 0 {
                let of = &NUMBERS.of[w * 64 + bits.trailing_zeros() as usize];
                bits &= bits - 1;
                look.dead.iter_mut().zip(of).for_each(|(dead, of)| *dead &= !of);
            }
        }
    }

    /// All windows that start at byte `o` of the look.
    #[inline(always)]
    #[expect(
        clippy::indexing_slicing,
        reason = "n and lengths are compared with LONGEST_NUMBER, digits are below 10"
    )]
    fn walk(&mut self, look: &mut Look, o: usize, end: usize, inside: bool) {
        let view = self.view;
        let (from, start) = (o, look.start + o);
        let (digit, separator) = (look.digit >> o, look.separator >> o);
        let mut o = (!digit).trailing_zeros() as usize;
        if o == 0 || o > LONGEST_NUMBER {
            return;
        }
        let mut n = o;
        let mut live = NUMBERS.group[0][n];
        let second = if n > 1 { view.at(start + 1) } else { view.at(start + 2) };
        let two = usize::from(view.at(start) & 15) * 10 + usize::from(second & 15).min(9);
        and(&mut live, &NUMBERS.first_two[two]);
        if look.buried {
            live.iter_mut().zip(&look.dead).for_each(|(live, dead)| *live &= !dead);
        }
        if end - start > LONG {
            and(&mut live, &NUMBERS.within[in_reach(digit, separator).min(LONGEST_NUMBER)]);
        }
        let (mut gaps, mut kinds) = (0u64, [0u64; 4]);
        for _ in 0..GROUPS {
            if !any(&live) {
                return;
            }
            let b = view.at(start + o);
            let goes_on = separator >> o & digit >> (o + 1) & 1 == 1;
            if n >= 5 && (!goes_on || b == b' ') {
                if !goes_on && !may_end(view, start + o) {
                    return;
                }
                let mut fits = live;
                and(&mut fits, &NUMBERS.end[n - 1]);
                if !look.buried && fits.iter().zip(&NUMBERS.weak).any(|(fits, weak)| fits & weak != 0) {
                    self.bury(look, end);
                    fits.iter_mut().zip(&look.dead).for_each(|(fits, dead)| *fits &= !dead);
                    live.iter_mut().zip(&look.dead).for_each(|(live, dead)| *live &= !dead);
                }
                if any(&fits) {
                    if !look.read {
                        look.read(view, end);
                    }
                    let window = Window {
                        chain: look.chain,
                        start,
                        end: start + o,
                        characters: n,
                        gaps,
                        kinds,
                        cut: inside || goes_on,
                        number: true,
                        value: look.digits(from, n),
                    };
                    self.choose(&window, &fits, &NUMBERS.forms);
                }
            }
            if !goes_on {
                return;
            }
            let kind = separator_kind(b);
            let length = (!(digit >> (o + 1))).trailing_zeros() as usize;
            if n + length > LONGEST_NUMBER || kind > 3 {
                return;
            }
            and(&mut live, &NUMBERS.gap[n][kind]);
            and(&mut live, &NUMBERS.group[n][length]);
            gaps |= 1 << n;
            kinds[kind] |= 1 << n;
            n += length;
            o += length + 1;
            if o >= 62 {
                return;
            }
        }
    }
}

#[inline(always)]
pub(super) fn and<const W: usize>(a: &mut Set<W>, b: &Set<W>) {
    for (x, y) in a.iter_mut().zip(b) {
        *x &= y;
    }
}

#[inline(always)]
pub(super) fn any<const W: usize>(a: &Set<W>) -> bool {
    a.iter().fold(0, |x, y| x | y) != 0
}
