//! Reads what was typed as a telephone number: its digits, how they were grouped, and what signs stood between.
//!
//! Comes in: a view and a place. Goes out: digits and groups, nothing decided.
use crate::text::sixteen::Sixteen;
use crate::text::view::View;

/// More digits than any telephone number with all its prefixes has.
const DIGITS: usize = 20;
/// More groups than anybody types.
const GROUPS: usize = 9;

/// Digits that were typed without a break.
#[derive(Clone, Copy, Default)]
pub(super) struct Group {
    /// How far after the start of the number it ends, with the `)` that closes it.
    end: u16,
    /// How many digits.
    pub(super) len: u8,
    /// What stood before it: `- . / (` or a space; `+` or 0 before the first.
    pub(super) sign: u8,
}

/// A run of groups.
pub(super) struct Dialled {
    start: usize,
    /// With room for what is copied beyond them.
    digits: [u8; DIGITS + 16],
    groups: [Group; GROUPS],
    len: usize,
    count: usize,
    /// It begins with `+`.
    pub(super) plus: bool,
}

impl Dialled {
    /// Reads as many groups as stand at `start`. A `(0)` after a country code is read and left out.
    pub(super) fn read(v: View<'_>, start: usize) -> Dialled {
        let (digits, groups) = ([0; DIGITS + 16], [Group::default(); GROUPS]);
        let mut d = Dialled { start, digits, groups, len: 0, count: 0, plus: false };
        // "(+33) 6 12 34 56 78"
        let in_bracket = v.at(start) == b'(' && v.at(start + 1) == b'+';
        let i = start + usize::from(in_bracket);
        d.plus = v.at(i) == b'+';
        let i = i + usize::from(d.plus);
        let (mut at, mut sign) = match v.at(i) {
            _ if in_bracket => (i, b'('),
            b'(' => (i + 1, b'('),
            _ => (i, b'+' * u8::from(d.plus)),
        };
        loop {
            let len = d.copy(v, at);
            // One digit too many: the whole group is left out.
            if d.len + len > DIGITS {
                return d;
            }
            let in_brackets = sign == b'(';
            let end = at + len + usize::from(in_brackets);
            if len == 0 || in_brackets && v.before(end) != b')' {
                return d;
            }
            let trunk = in_brackets && len == 1 && d.count > 0 && v.at(at) == b'0';
            if !trunk {
                let Some(slot) = d.groups.get_mut(d.count) else { return d };
                *slot = Group { end: (end - start) as u16, len: len as u8, sign };
                d.count += 1;
                d.len += len;
            }
            (at, sign) = match opening(v, end) {
                Some(next) => next,
                None => return d,
            };
        }
    }

    /// Copies the digits at `at`, sixteen bytes at a time: what is no digit is written over by the next group. Tells
    /// how many there are, as far as there is room for them.
    #[inline(always)]
    fn copy(&mut self, v: View<'_>, at: usize) -> usize {
        let mut len = 0;
        for _ in 0..2 {
            let bytes = Sixteen::at(v, at + len);
            if let Some(room) = self.digits.get_mut(self.len + len..).and_then(|room| room.first_chunk_mut())
            {
                *room = bytes.values();
            }
            let digits = bytes.digits().trailing_ones() as usize;
            len += digits;
            if digits < 16 {
                break;
            }
        }
        len
    }

    /// The digits, 0–9 each.
    pub(super) fn digits(&self) -> &[u8] {
        self.digits.get(..self.len).unwrap_or(&[])
    }

    pub(super) fn groups(&self) -> &[Group] {
        self.groups.get(..self.count).unwrap_or(&[])
    }

    /// Place after its last group.
    pub(super) fn end(&self) -> usize {
        self.start + self.groups().last().map_or(0, |g| usize::from(g.end))
    }

    /// Drops its last group; whether one is left.
    pub(super) fn shorten(&mut self) -> bool {
        self.len -= self.groups().last().map_or(0, |g| usize::from(g.len));
        self.count = self.count.saturating_sub(1);
        self.count > 0
    }

    /// Whether the groups have exactly these lengths.
    pub(super) fn is_grouped(&self, lens: &[u8]) -> bool {
        self.groups().iter().map(|g| g.len).eq(lens.iter().copied())
    }

    /// The lengths of the groups as the digits of one number: `3344` for groups of 3, 3, 4 and 4.
    pub(super) fn grouping(&self) -> u32 {
        self.groups().iter().fold(0u32, |n, g| n.wrapping_mul(10).wrapping_add(u32::from(g.len)))
    }

    /// Whether `sign` stands before some group but the first.
    pub(super) fn has(&self, sign: u8) -> bool {
        self.groups().iter().skip(1).any(|g| g.sign == sign)
    }

    /// Whether it is one unbroken run, or groups with only spaces between.
    pub(super) fn is_loose(&self) -> bool {
        self.groups().iter().all(|g| matches!(g.sign, b' ' | 0))
    }
}

/// Where the digits of the next group start behind one that ends at `i`, and the sign before them.
#[inline(always)]
fn opening(v: View<'_>, i: usize) -> Option<(usize, u8)> {
    match v.at(i) {
        sign @ (b'-' | b'.' | b'/' | b'(') => Some((i + 1, sign)),
        b' ' => match v.at(i + 1) {
            b'0'..=b'9' => Some((i + 1, b' ')),
            b'(' => Some((i + 2, b'(')),
            // "030 / 1234567"
            sign @ (b'/' | b'-') if v.at(i + 2) == b' ' => Some((i + 3, sign)),
            _ => None,
        },
        0xC2 if v.at(i + 1) == 0xA0 => Some((i + 2, b' ')),
        b'0'..=b'9' if v.before(i) == b')' => Some((i, b' ')),
        _ => None,
    }
}
