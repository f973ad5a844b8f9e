//! The shape notation: how an entry says what its value looks like, parsed by `const fn`.
//!
//! ```text
//! shape = alt { "|" alt }                     alternatives
//! alt   = ["="] [ every ] body [ "?" ]        "=" : letters must be capitals as typed
//! every = "*" | k "*" | k "**"                "*" : a separator may stand before any character; "4*": after every
//!                                             fourth; "4**": as "4*", and anywhere else with a context word near
//!                                             "?" : counts only with a context word near (bare, ambiguous forms)
//! body  = { atom [ "{n}" | "{n,m}" ] | sep | "~" }     {n,m} on the last atom only
//! atom  = "9" digit | "A" letter | "X" letter or digit | "[" set "]" | "'" literal "'"     letters fold case
//! sep   = " " | "-" | "." | "/"               required here
//! "~"                                         optional: all ~ of one match are the same sign, or all absent
//! ```
//!
//! The shape says the form; arithmetic, calendars and ranges belong to the check; edges are applied by the engine.

/// The longest value of a shape, in characters without separators.
pub(crate) const LONGEST: usize = 36;
/// The longest value of digits alone.
pub(crate) const LONGEST_NUMBER: usize = 24;
/// The shortest: less is no shape but a coincidence.
pub(crate) const SHORTEST: usize = 5;
const DIGITS: u64 = 0x3ff;
const LETTERS: u64 = ((1 << 26) - 1) << 10;
/// The value `code` gives to what is neither letter nor digit.
pub(crate) const NO_CODE: u8 = 36;

/// 0–9 for digits, 10–35 for letters of either case, 36 for all else.
#[inline(always)]
#[expect(clippy::indexing_slicing, reason = "a byte is below 256")]
pub(crate) const fn code(b: u8) -> u8 {
    CODE_OF[b as usize]
}

#[expect(clippy::indexing_slicing, reason = "const fn has no get; b is below 256")]
static CODE_OF: [u8; 256] = {
    let mut codes = [NO_CODE; 256];
    let mut b = 0;
    while b < 256 {
        codes[b] = match b as u8 {
            digit @ b'0'..=b'9' => digit - b'0',
            capital @ b'A'..=b'Z' => capital - b'A' + 10,
            small @ b'a'..=b'z' => small - b'a' + 10,
            _ => NO_CODE,
        };
        b += 1;
    }
    codes
};

/// Which separator a byte is, or 4.
pub(crate) const fn separator_kind(b: u8) -> usize {
    match b {
        b' ' => 0,
        b'-' => 1,
        b'.' => 2,
        b'/' => 3,
        _ => 4,
    }
}

/// One alternative of a shape, as sets of what may stand where.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Shape {
    /// Characters at least and at most.
    pub(crate) min: u8,
    pub(crate) max: u8,
    /// Counts only with a context word.
    pub(crate) weak: bool,
    /// Letters must be capitals.
    pub(crate) capitals: bool,
    /// A separator may stand before any character (`*`).
    pub(crate) anywhere: bool,
    /// Where separators usually stand, all of them or none (`4**`); 0 where no place is usual. Any other spacing counts
    /// only with a context word.
    pub(crate) usual: u64,
    /// Bit c of `set[n]`: character n may be code c.
    pub(crate) set: [u64; LONGEST],
    /// Bit n of `gap[k]`: separator kind k may stand before character n.
    pub(crate) gap: [u64; 4],
    /// Bit n: a separator must, or may, stand before character n.
    pub(crate) need: u64,
    pub(crate) optional: u64,
}

/// Why a shape does not parse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ShapeError {
    UnknownSign,
    OpenBracket,
    Length,
    RangeNotLast,
    Count,
}

impl ShapeError {
    pub(crate) const fn problem(self) -> &'static str {
        match self {
            ShapeError::UnknownSign => "holds a sign the notation does not know",
            ShapeError::OpenBracket => "has an open bracket, brace or quote",
            ShapeError::Length => "must match 5 to 36 characters",
            ShapeError::RangeNotLast => "may have a range of lengths only on its last atom",
            ShapeError::Count => "has a count that is no number",
        }
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "every index is compared with its bound first; const fn has no get"
)]
impl Shape {
    pub(crate) const EMPTY: Shape = Shape {
        min: 0,
        max: 0,
        weak: false,
        capitals: false,
        anywhere: false,
        usual: 0,
        set: [0; LONGEST],
        gap: [0; 4],
        need: 0,
        optional: 0,
    };

    /// Whether some character may be a letter.
    pub(crate) const fn takes_letters(&self) -> bool {
        let mut n = 0;
        while n < self.max as usize {
            if self.set[n] & LETTERS != 0 {
                return true;
            }
            n += 1;
        }
        false
    }

    /// Whether every character may be a digit.
    pub(crate) const fn takes_digits_alone(&self) -> bool {
        let mut n = 0;
        while n < self.max as usize {
            if self.set[n] & DIGITS == 0 {
                return false;
            }
            n += 1;
        }
        self.max as usize <= LONGEST_NUMBER
    }

    /// Whether code `c` may be character `n`.
    pub(crate) const fn admits(&self, n: usize, c: usize) -> bool {
        n < self.max as usize && self.set[n] >> c & 1 == 1
    }

    /// Whether character `n` may be some letter, and whether it may be some digit.
    pub(crate) const fn classes(&self, n: usize) -> (bool, bool) {
        (self.set[n] & LETTERS != 0, self.set[n] & DIGITS != 0)
    }

    /// Some position beyond the second wants less than any digit: group tables cannot see it.
    pub(crate) const fn narrow_beyond_two(&self) -> bool {
        let mut n = 2;
        while n < self.max as usize {
            if self.set[n] & DIGITS != DIGITS {
                return true;
            }
            n += 1;
        }
        false
    }

    pub(crate) const fn equals(&self, other: &Shape) -> bool {
        if self.min != other.min
            || self.max != other.max
            || self.weak != other.weak
            || self.capitals != other.capitals
            || self.anywhere != other.anywhere
            || self.usual != other.usual
            || self.need != other.need
            || self.optional != other.optional
        {
            return false;
        }
        let mut k = 0;
        while k < 4 {
            if self.gap[k] != other.gap[k] {
                return false;
            }
            k += 1;
        }
        let mut n = 0;
        while n < LONGEST {
            if self.set[n] != other.set[n] {
                return false;
            }
            n += 1;
        }
        true
    }

    /// Whether all of `bytes` is a match, edges aside. The naive matcher: the scanner's tables must agree with it.
    pub(crate) fn fits(&self, bytes: &[u8]) -> bool {
        let (mut n, mut gaps, mut kinds, mut between) = (0usize, 0u64, 0u32, true);
        for &b in bytes {
            let c = code(b);
            if c == NO_CODE {
                let kind = separator_kind(b);
                if kind == 4 || between || n >= LONGEST || self.gap[kind] >> n & 1 == 0 {
                    return false;
                }
                gaps |= 1 << n;
                if self.optional >> n & 1 == 1 {
                    kinds |= 1 << kind;
                }
                between = true;
            } else {
                if !self.admits(n, c as usize) || self.capitals && b.is_ascii_lowercase() {
                    return false;
                }
                if gaps >> n & 1 == 0 && self.need >> n & 1 == 1 {
                    return false;
                }
                n += 1;
                between = false;
            }
        }
        !between && n >= self.min as usize && self.uniform(n, gaps, kinds)
    }

    /// Whether the optional separators seen are all alike and, unless they may stand anywhere, all there or all absent.
    pub(crate) const fn uniform(&self, n: usize, gaps: u64, kinds: u32) -> bool {
        let optional = self.optional & ((1 << n) - 1);
        kinds.count_ones() <= 1 && (self.anywhere || gaps & optional == 0 || gaps & optional == optional)
    }
}

/// Whether separators before the characters of `gaps` stand where they usually do in a value of `n` characters: at all
/// places of `usual`, or nowhere.
pub(crate) const fn is_usual(usual: u64, n: usize, gaps: u64) -> bool {
    gaps == 0 || gaps == usual & ((1 << n) - 1)
}

/// Parses the alternative that starts at byte `i` of `text`; gives it and where the next one starts (0: none).
#[expect(
    clippy::indexing_slicing,
    reason = "every index is compared with its bound first; const fn has no get"
)]
pub(crate) const fn parse(text: &[u8], mut i: usize) -> Result<(Shape, usize), ShapeError> {
    let mut s = Shape::EMPTY;
    let (mut n, mut every, mut spread) = (0usize, 0usize, 0usize);
    if i < text.len() && text[i] == b'=' {
        s.capitals = true;
        i += 1;
    }
    if i + 1 < text.len() && text[i].is_ascii_digit() && text[i + 1] == b'*' {
        every = (text[i] - b'0') as usize;
        i += 2;
        if i < text.len() && text[i] == b'*' {
            s.anywhere = true;
            i += 1;
        }
    } else if i < text.len() && text[i] == b'*' {
        every = 1;
        i += 1;
    }
    while i < text.len() && text[i] != b'|' {
        if s.weak || spread > 0 && text[i] != b'?' {
            return Err(if s.weak { ShapeError::UnknownSign } else { ShapeError::RangeNotLast });
        }
        let sign = text[i];
        i += 1;
        let mut set = 0u64;
        match sign {
            b'9' => set = DIGITS,
            b'A' => set = LETTERS,
            b'X' => set = DIGITS | LETTERS,
            b'[' => {
                while i < text.len() && text[i] != b']' {
                    let low = code(text[i]);
                    let range = i + 2 < text.len() && text[i + 1] == b'-' && text[i + 2] != b']';
                    let high = if range { code(text[i + 2]) } else { low };
                    if low == NO_CODE || high == NO_CODE || low > high {
                        return Err(ShapeError::UnknownSign);
                    }
                    let mut c = low;
                    while c <= high {
                        set |= 1 << c;
                        c += 1;
                    }
                    i += if range { 3 } else { 1 };
                }
                if i >= text.len() || set == 0 {
                    return Err(ShapeError::OpenBracket);
                }
                i += 1;
            }
            b'\'' => {
                while i < text.len() && text[i] != b'\'' {
                    let c = code(text[i]);
                    if c == NO_CODE {
                        return Err(ShapeError::UnknownSign);
                    }
                    if n >= LONGEST {
                        return Err(ShapeError::Length);
                    }
                    s.set[n] = 1 << c;
                    n += 1;
                    i += 1;
                }
                if i >= text.len() {
                    return Err(ShapeError::OpenBracket);
                }
                i += 1;
                continue;
            }
            b'?' => {
                s.weak = true;
                continue;
            }
            b'~' => {
                if n == 0 || n >= LONGEST {
                    return Err(ShapeError::UnknownSign);
                }
                s.optional |= 1 << n;
                let mut k = 0;
                while k < 4 {
                    s.gap[k] |= 1 << n;
                    k += 1;
                }
                continue;
            }
            _ => {
                let kind = separator_kind(sign);
                if kind == 4 || n == 0 || n >= LONGEST {
                    return Err(ShapeError::UnknownSign);
                }
                s.need |= 1 << n;
                s.gap[kind] |= 1 << n;
                continue;
            }
        }
        let mut high = 1;
        if i < text.len() && text[i] == b'{' {
            let mut counts = [0usize; 2];
            let mut which = 0;
            i += 1;
            while i < text.len() && text[i] != b'}' {
                if text[i] == b',' && which == 0 {
                    which = 1;
                } else if text[i].is_ascii_digit() && counts[which] < LONGEST {
                    counts[which] = counts[which] * 10 + (text[i] - b'0') as usize;
                } else {
                    return Err(ShapeError::Count);
                }
                i += 1;
            }
            if i >= text.len() {
                return Err(ShapeError::OpenBracket);
            }
            i += 1;
            let low = counts[0];
            high = if which == 1 { counts[1] } else { low };
            if low == 0 || low > high {
                return Err(ShapeError::Count);
            }
            spread = high - low;
        }
        let mut k = 0;
        while k < high {
            if n >= LONGEST {
                return Err(ShapeError::Length);
            }
            s.set[n] = set;
            n += 1;
            k += 1;
        }
    }
    if every > 0 {
        if s.anywhere {
            let mut at = every;
            while at < n {
                s.usual |= 1 << at;
                at += every;
            }
            every = 1;
        }
        let mut at = every;
        while at < n {
            s.optional |= 1 << at;
            let mut k = 0;
            while k < 4 {
                s.gap[k] |= 1 << at;
                k += 1;
            }
            at += every;
        }
        s.anywhere = every == 1;
    }
    s.max = n as u8;
    s.min = (n - spread) as u8;
    if (s.min as usize) < SHORTEST || s.need >> n != 0 || s.optional >> n != 0 {
        return Err(ShapeError::Length);
    }
    Ok((s, if i < text.len() { i + 1 } else { 0 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(shape: &str) -> Shape {
        parse(shape.as_bytes(), 0).unwrap().0
    }

    #[test]
    fn forms_fit() {
        for (shape, yes, no) in [
            ("999-99-9999", "123-45-6789", "123456789"),
            ("AA~99~99~99~[A-D]", "AB 12 34 56 C", "AB 12-34 56 C"),
            ("AA~99~99~99~[A-D]", "ab123456c", "AB 123456C"),
            ("4*'GB'99X{18}", "GB29 NWBK 6016 1331 9268 19", "GB29-NWBK 6016 1331 9268 19"),
            ("4**'GB'99X{18}", "GB29NW BK6016 1331926819", "GB29 NWBK 6016-1331 9268 19"),
            ("*[2-6]9{11,18}", "4-1111111111-1", "41111111111"),
            ("='AB'999", "AB123", "ab123"),
            ("99999.9", "12345.6", "12345-6"),
        ] {
            assert!(one(shape).fits(yes.as_bytes()), "{shape} {yes}");
            assert!(!one(shape).fits(no.as_bytes()), "{shape} {no}");
        }
    }

    #[test]
    fn mistakes_are_named() {
        for (shape, error) in [
            ("9999", ShapeError::Length),
            ("999;99", ShapeError::UnknownSign),
            ("[0-9999", ShapeError::OpenBracket),
            ("[9-0]999", ShapeError::UnknownSign),
            ("[09", ShapeError::OpenBracket),
            ("'ORD", ShapeError::OpenBracket),
            ("9{2,4}999", ShapeError::RangeNotLast),
            ("9{40}", ShapeError::Length),
            ("9{x}", ShapeError::Count),
            ("-99999", ShapeError::UnknownSign),
            ("99999-", ShapeError::Length),
            ("99999?9", ShapeError::UnknownSign),
        ] {
            assert_eq!(parse(shape.as_bytes(), 0).err(), Some(error), "{shape}");
        }
    }
}
