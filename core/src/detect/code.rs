//! Tokens of letters and digits: windows that some code shape fits. The walk dies with the last shape.
use super::choose::Window;
use super::number::{and, any, may_end, may_start};
use super::scan::Scan;
use super::tables::CODES;
use crate::catalog::shape::{LONGEST, NO_CODE, code, separator_kind};

/// Groups of one window at most.
const GROUPS: usize = 12;

/// Letter, digit or separator, as the first of the four bits of each that make an index of `Codes::prefix`.
#[expect(clippy::indexing_slicing, reason = "const fn has no get; b is below 256")]
static CLASS: [u16; 256] = {
    let mut class = [0; 256];
    let mut b = 0;
    while b < 256 {
        class[b] = match code(b as u8) {
            0..=9 => 1 << 4,
            NO_CODE => ((separator_kind(b as u8) < 4) as u16) << 8,
            _ => 1,
        };
        b += 1;
    }
    class
};

impl Scan<'_, '_> {
    /// The token that starts at `at`. Gives the end of the last window that held a candidate, or `at`.
    #[inline(always)]
    #[expect(clippy::indexing_slicing, reason = "a key is 12 bits, codes are below 36")]
    pub(super) fn code(&mut self, at: usize) -> usize {
        let view = self.view;
        let first = [view.at(at), view.at(at + 1), view.at(at + 2), view.at(at + 3)];
        // The class pattern of the first four bytes, then the first two characters: nearly every token ends here.
        let key = first.iter().enumerate().fold(0, |key, (n, b)| key | CLASS[usize::from(*b)] << n);
        if CODES.prefix[usize::from(key) / 64] >> (key % 64) & 1 == 0 {
            return at;
        }
        let second = if separator_kind(first[1]) < 4 { first[2] } else { first[1] };
        let (a, b) = (code(first[0]), code(second));
        if a == NO_CODE || b == NO_CODE || CODES.first_two[usize::from(a)] >> b & 1 == 0 {
            return at;
        }
        self.code_walk(at)
    }

    #[inline(never)]
    #[expect(clippy::indexing_slicing, reason = "n is compared with LONGEST, codes are below 36")]
    fn code_walk(&mut self, at: usize) -> usize {
        let view = self.view;
        if view.before(at) == b'@' || !may_start(view, at) {
            return at;
        }
        let mut live = CODES.all;
        let (mut n, mut i, mut digits, mut end) = (0usize, at, 0usize, at);
        let (mut gaps, mut kinds) = (0u64, [0u64; 4]);
        let mut value = [0u8; LONGEST];
        for _ in 0..GROUPS {
            let group = n;
            loop {
                let c = code(view.at(i));
                if c == NO_CODE || n == LONGEST {
                    break;
                }
                and(&mut live, &CODES.character[n][usize::from(c)]);
                if n > group {
                    and(&mut live, &CODES.join[n]);
                }
                if !any(&live) {
                    return end;
                }
                value[n] = if c < 10 { b'0' + c } else { b'A' - 10 + c };
                digits += usize::from(c < 10);
                n += 1;
                i += 1;
            }
            let b = view.at(i);
            let kind = separator_kind(b);
            let goes_on = kind < 4 && code(view.at(i + 1)) != NO_CODE;
            if n >= 5 && digits > 0 && may_end(view, i) && (!goes_on || matches!(b, b' ' | b'.' | b'/')) {
                let mut fits = live;
                and(&mut fits, &CODES.end[n - 1]);
                if any(&fits) {
                    let window = Window {
                        chain: at,
                        start: at,
                        end: i,
                        characters: n,
                        gaps,
                        kinds,
                        cut: false,
                        number: false,
                        value: &value[..n],
                    };
                    if self.choose(&window, &fits, &CODES.forms) {
                        end = i;
                    }
                }
            }
            if !goes_on || n >= LONGEST {
                break;
            }
            and(&mut live, &CODES.gap[n][kind]);
            if !any(&live) {
                break;
            }
            gaps |= 1 << n;
            kinds[kind] |= 1 << n;
            i += 1;
        }
        end
    }
}
