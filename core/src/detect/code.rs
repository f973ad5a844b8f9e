//! Tokens of letters and digits: windows that some code shape fits. The walk dies with the last shape.
use super::choose::Window;
use super::number::{and, any, may_end, may_start};
use super::scan::Scan;
use super::tables::CODES;
use crate::catalog::shape::{LONGEST, NO_CODE, code, separator_kind};

/// Groups of one window at most.
const GROUPS: usize = 12;

impl Scan<'_, '_> {
    /// The token that starts at `at`, whose first four bytes show the class pattern `key` (`usize::MAX`: unknown).
    /// Gives the end of the last window that held a candidate, or `at`.
    #[inline(never)]
    #[expect(
        clippy::indexing_slicing,
        reason = "key is 12 bits, n is compared with LONGEST, codes are below 36"
    )]
    pub(super) fn code(&mut self, at: usize, key: usize) -> usize {
        if key != usize::MAX && CODES.prefix[(key & 0xfff) / 64] >> (key % 64) & 1 == 0 {
            return at;
        }
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
                        value: Some(&value[..n]),
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
