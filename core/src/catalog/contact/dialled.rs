//! Reads what was typed as a telephone number: its digits, how they were grouped, and what signs stood between.
//!
//! Comes in: a view and a place. Goes out: digits and groups, nothing decided.
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
#[derive(Default)]
pub(super) struct Dialled {
    start: usize,
    digits: [u8; DIGITS],
    groups: [Group; GROUPS],
    len: usize,
    count: usize,
    /// It begins with `+`.
    pub(super) plus: bool,
}

impl Dialled {
    /// Reads as many groups as stand at `start`. A `(0)` after a country code is read and left out.
    pub(super) fn read(v: View<'_>, start: usize) -> Dialled {
        let mut d = Dialled { start, ..Dialled::default() };
        // "(+33) 6 12 34 56 78"
        let in_bracket = v.at(start) == b'(' && v.at(start + 1) == b'+';
        let mut i = start + usize::from(in_bracket);
        if v.at(i) == b'+' {
            d.plus = true;
            i += 1;
        }
        let mut sign = if in_bracket { b'(' } else { b'+' * u8::from(d.plus) };
        let mut next = if in_bracket { Some((i, sign)) } else { opening(v, i, sign) };
        while let Some((group_start, group_sign)) = next {
            let before = d.len;
            let digits =
                v.slice(group_start, group_start + DIGITS + 1).iter().take_while(|b| b.is_ascii_digit());
            let mut len = 0;
            for b in digits {
                // One digit too many: the whole group is left out below.
                if let Some(slot) = d.digits.get_mut(d.len) {
                    *slot = b - b'0';
                }
                d.len += 1;
                len += 1;
            }
            let end = group_start + len;
            let in_brackets = group_sign == b'(';
            let trunk = in_brackets && d.count > 0 && len == 1 && v.at(group_start) == b'0';
            let broken = len == 0 || in_brackets && v.at(end) != b')' || !trunk && d.len > DIGITS;
            let slot = d.groups.get_mut(d.count).filter(|_| !broken);
            if trunk || broken || slot.is_none() {
                d.len = before;
            }
            i = end + usize::from(in_brackets);
            match slot {
                _ if broken => break,
                _ if trunk => {}
                Some(slot) => {
                    *slot = Group { end: (i - start) as u16, len: len as u8, sign: group_sign };
                    d.count += 1;
                }
                None => break,
            }
            sign = 1;
            next = opening(v, i, sign);
        }
        d
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

/// Where the digits of the next group start and the sign before them; `sign` is 0 or `+` for the first group.
fn opening(v: View<'_>, i: usize, sign: u8) -> Option<(usize, u8)> {
    let bracket = |i| if v.at(i) == b'(' { Some((i + 1, b'(')) } else { None };
    if sign != 1 {
        return bracket(i).or(Some((i, sign)));
    }
    let closed = v.before(i) == b')';
    match v.at(i) {
        b'(' => bracket(i),
        // "030 / 1234567"
        b' ' if matches!(v.at(i + 1), b'/' | b'-') && v.at(i + 2) == b' ' => Some((i + 3, v.at(i + 1))),
        b' ' if v.at(i + 1) == b'(' => bracket(i + 1),
        b @ (b' ' | b'-' | b'.' | b'/') => Some((i + 1, b)),
        0xC2 if v.at(i + 1) == 0xA0 => Some((i + 2, b' ')),
        b if closed && b.is_ascii_digit() => Some((i, b' ')),
        _ => None,
    }
}
