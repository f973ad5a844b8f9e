//! Tokens of letters and digits: windows that some code shape fits. The walk dies with the last shape.
use super::choose::Window;
use super::number::{and, any, may_end, may_start};
use super::opening::Opening;
use super::scan::Scan;
use super::tables::CODES;
use crate::catalog::shape::{LONGEST, NO_CODE, code, separator_kind};
use crate::text::view::View;

/// Groups of one window at most.
const GROUPS: usize = 12;

impl Scan<'_, '_> {
    /// The token that starts at `at` with `run` letters and digits, and how it begins. Gives the end of the last window
    /// that held a candidate, or `at`.
    #[inline(always)]
    pub(super) fn code(&mut self, at: usize, run: usize, opening: Opening) -> usize {
        let view = self.view;
        let second = if run == 1 { view.at(at + 2) } else { view.at(at + 1) };
        // Order numbers, dates and model names that no code begins like end here.
        if !CODES.openings.admit(view.at(at), second, opening) || view.at(at + run) == b'@' {
            return at;
        }
        self.code_walk(at, run)
    }

    #[inline(never)]
    #[expect(
        clippy::indexing_slicing,
        reason = "n is compared with LONGEST, codes are below 36 but for NO_CODE"
    )]
    fn code_walk(&mut self, at: usize, run: usize) -> usize {
        let view = self.view;
        if view.before(at) == b'@' || !may_start(view, at) {
            return at;
        }
        let bytes = view.bytes();
        let Some(mut live) = CODES.first_group.get(run).copied() else { return at };
        let (mut n, mut i, mut end) = (0usize, at, at);
        let (mut gaps, mut kinds) = (0u64, [0u64; 4]);
        let mut value = Characters { characters: [0; LONGEST], count: 0, read: at };
        for _ in 0..GROUPS {
            // The first character of a group may stand behind a separator, the others may not.
            let first = code(view.at(i));
            if first != NO_CODE && n < LONGEST {
                and(&mut live, &CODES.character[n][usize::from(first)]);
                if !any(&live) {
                    return end;
                }
                n += 1;
                let group = n;
                let others = bytes.get(i + 1..).unwrap_or_default().iter();
                for (b, sets) in others.zip(CODES.joined.get(n..).unwrap_or_default()) {
                    let Some(set) = sets.get(usize::from(code(*b))) else { break };
                    and(&mut live, set);
                    if !any(&live) {
                        return end;
                    }
                    n += 1;
                }
                i += 1 + n - group;
            }
            let b = view.at(i);
            let kind = separator_kind(b);
            let goes_on = kind < 4 && code(view.at(i + 1)) != NO_CODE;
            if n >= 5 && (!goes_on || matches!(b, b' ' | b'.' | b'/')) {
                let mut fits = live;
                and(&mut fits, &CODES.end[n - 1]);
                if any(&fits) && may_end(view, i) {
                    let value = value.up_to(view, i);
                    let window = Window {
                        chain: at,
                        start: at,
                        end: i,
                        characters: n,
                        gaps,
                        kinds,
                        cut: false,
                        number: false,
                        value,
                    };
                    if value.iter().any(u8::is_ascii_digit) && self.choose(&window, &fits, &CODES.forms) {
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

/// Letters, as capitals, and digits of a window. The windows of one walk share them.
struct Characters {
    characters: [u8; LONGEST],
    count: usize,
    /// Up to where the text was read.
    read: usize,
}

impl Characters {
    fn up_to(&mut self, view: View<'_>, end: usize) -> &[u8] {
        for b in view.slice(self.read, end).iter().filter(|b| b.is_ascii_alphanumeric()) {
            if let Some(place) = self.characters.get_mut(self.count) {
                *place = b.to_ascii_uppercase();
                self.count += 1;
            }
        }
        self.read = end;
        self.characters.get(..self.count).unwrap_or_default()
    }
}
