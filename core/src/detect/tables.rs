//! Everything the scan looks up, computed from the catalogue when compiling: shapes as bit sets.
//! Nothing here is built at run time, so the first message of a process pays only for page faults.
#![expect(
    clippy::indexing_slicing,
    reason = "const fn has no get; every index is below the length it is made from"
)]

use super::opening::Openings;
use crate::catalog::shape::{self, LONGEST, LONGEST_NUMBER, Shape};
use crate::catalog::{CATALOG, COUNT};

/// A set of entries, shapes, …: one bit each.
pub(super) type Set<const W: usize> = [u64; W];
/// Machine words of a set of entries.
pub(super) const ENTRY_WORDS: usize = COUNT.div_ceil(64);
/// Every entry's set.
pub(super) type Entries = Set<ENTRY_WORDS>;
/// Machine words of a set of number shapes, and of code shapes.
pub(super) const NUMBER_WORDS: usize = count_distinct::<{ count_alternatives(true) }>(true).div_ceil(64);
pub(super) const CODE_WORDS: usize = count_distinct::<{ count_alternatives(false) }>(false).div_ceil(64);

/// What the scan must know of a shape once a window fits it. The shape itself stays in a colder table.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) optional: u64,
    pub(super) weak: bool,
    pub(super) anywhere: bool,
    pub(super) usual: u64,
    pub(super) capitals: bool,
    /// Some position beyond the second is narrower than the tables can tell.
    pub(super) narrow: bool,
    pub(super) who: Entries,
}

/// Values that digits alone can fill, matched by digit group. One bit of a set is one distinct shape.
pub(super) struct Numbers {
    /// `group[a][n]`: shapes in which characters a..a+n may stand without a separator between them.
    pub(super) group: [[Set<NUMBER_WORDS>; LONGEST_NUMBER + 1]; LONGEST_NUMBER],
    pub(super) gap: [[Set<NUMBER_WORDS>; 4]; LONGEST_NUMBER],
    pub(super) end: [Set<NUMBER_WORDS>; LONGEST_NUMBER],
    /// `within[n]`: shapes for which n characters are enough.
    pub(super) within: [Set<NUMBER_WORDS>; LONGEST_NUMBER + 1],
    pub(super) first_two: [Set<NUMBER_WORDS>; 100],
    pub(super) forms: [Form; NUMBER_WORDS * 64],
    /// Shapes that count only with a word for one of their entries.
    pub(super) weak: Set<NUMBER_WORDS>,
    /// The shapes of each entry.
    pub(super) of: [Set<NUMBER_WORDS>; COUNT],
}

/// Values with letters, matched character by character.
pub(super) struct Codes {
    pub(super) character: [[Set<CODE_WORDS>; 36]; LONGEST],
    /// The same where no separator stands before character n.
    pub(super) joined: [[Set<CODE_WORDS>; 36]; LONGEST],
    pub(super) gap: [[Set<CODE_WORDS>; 4]; LONGEST],
    pub(super) end: [Set<CODE_WORDS>; LONGEST],
    /// Codes whose first n characters may stand without a separator between them, with one or the end behind them.
    pub(super) first_group: [Set<CODE_WORDS>; LONGEST + 1],
    /// How codes begin.
    pub(super) openings: Openings,
    /// Bit k: some code begins with k letters and a space.
    pub(super) spaced: u64,
    /// By two letters in any case: bit n says that some code begins with them, a space and n digits, before a letter or
    /// its end.
    pub(super) digits_behind: [[u64; 36]; 36],
    pub(super) forms: [Form; CODE_WORDS * 64],
}

const NO_FORM: Form = Form {
    optional: 0,
    weak: false,
    anywhere: false,
    usual: 0,
    capitals: false,
    narrow: false,
    who: [0; ENTRY_WORDS],
};

#[allow(long_running_const_eval, reason = "bounded by the catalogue")]
static NUMBER_SHAPES: [Shape; NUMBER_WORDS * 64] = distinct_shapes(true);
#[allow(long_running_const_eval, reason = "bounded by the catalogue")]
static CODE_SHAPES: [Shape; CODE_WORDS * 64] = distinct_shapes(false);
#[allow(long_running_const_eval, reason = "bounded by the catalogue")]
pub(super) static NUMBERS: Numbers = numbers();
#[allow(long_running_const_eval, reason = "bounded by the catalogue")]
pub(super) static CODES: Codes = codes();

/// The full shape behind a form of `NUMBERS` or `CODES`.
pub(super) fn shape_of(number: bool, form: usize) -> &'static Shape {
    if number { &NUMBER_SHAPES[form] } else { &CODE_SHAPES[form] }
}

#[expect(clippy::panic, reason = "a bad template is a compile error that names the table")]
const fn parse(text: &[u8], at: usize) -> (Shape, usize) {
    match shape::parse(text, at) {
        Ok(parsed) => parsed,
        Err(_) => panic!("an entry's shape does not parse"),
    }
}

const fn belongs(shape: &Shape, number: bool) -> bool {
    if number { shape.takes_digits_alone() } else { shape.takes_letters() }
}

const fn count_alternatives(number: bool) -> usize {
    let (mut count, mut e) = (0, 0);
    while e < COUNT {
        let text = CATALOG[e].shape.as_bytes();
        let mut at = 0;
        while !text.is_empty() {
            let (shape, next) = parse(text, at);
            if belongs(&shape, number) {
                count += 1;
            }
            if next == 0 {
                break;
            }
            at = next;
        }
        e += 1;
    }
    if count == 0 { 1 } else { count }
}

const fn place<const N: usize>(shapes: &[Shape; N], shape: &Shape) -> usize {
    let mut q = 0;
    while q < N && shapes[q].max != 0 && !shapes[q].equals(shape) {
        q += 1;
    }
    q
}

const fn distinct_shapes<const N: usize>(number: bool) -> [Shape; N] {
    let mut shapes = [Shape::EMPTY; N];
    let mut e = 0;
    while e < COUNT {
        let text = CATALOG[e].shape.as_bytes();
        let mut at = 0;
        while !text.is_empty() {
            let (shape, next) = parse(text, at);
            if belongs(&shape, number) {
                let q = place(&shapes, &shape);
                shapes[q] = shape;
            }
            if next == 0 {
                break;
            }
            at = next;
        }
        e += 1;
    }
    shapes
}

/// Equal shapes share a bit: many entries have the same bare digits.
const fn count_distinct<const N: usize>(number: bool) -> usize {
    let shapes: [Shape; N] = distinct_shapes(number);
    let mut count = 0;
    while count < N && shapes[count].max != 0 {
        count += 1;
    }
    if count == 0 { 1 } else { count }
}

const fn forms<const N: usize>(shapes: &[Shape; N], number: bool) -> [Form; N] {
    let mut forms = [NO_FORM; N];
    let mut e = 0;
    while e < COUNT {
        let text = CATALOG[e].shape.as_bytes();
        let mut at = 0;
        while !text.is_empty() {
            let (shape, next) = parse(text, at);
            if belongs(&shape, number) {
                let q = place(shapes, &shape);
                forms[q].optional = shape.optional;
                forms[q].weak = shape.weak;
                forms[q].anywhere = shape.anywhere;
                forms[q].usual = shape.usual;
                forms[q].capitals = shape.capitals;
                forms[q].narrow = number && shape.narrow_beyond_two();
                forms[q].who[e / 64] |= 1 << (e % 64);
            }
            if next == 0 {
                break;
            }
            at = next;
        }
        e += 1;
    }
    forms
}

const fn numbers() -> Numbers {
    let mut t = Numbers {
        group: [[[0; NUMBER_WORDS]; LONGEST_NUMBER + 1]; LONGEST_NUMBER],
        gap: [[[0; NUMBER_WORDS]; 4]; LONGEST_NUMBER],
        end: [[0; NUMBER_WORDS]; LONGEST_NUMBER],
        within: [[0; NUMBER_WORDS]; LONGEST_NUMBER + 1],
        first_two: [[0; NUMBER_WORDS]; 100],
        forms: forms(&NUMBER_SHAPES, true),
        weak: [0; NUMBER_WORDS],
        of: [[0; NUMBER_WORDS]; COUNT],
    };
    let mut q = 0;
    while q < NUMBER_WORDS * 64 && NUMBER_SHAPES[q].max != 0 {
        let s = &NUMBER_SHAPES[q];
        let (w, bit) = (q / 64, 1u64 << (q % 64));
        if t.forms[q].weak {
            t.weak[w] |= bit;
        }
        let mut e = 0;
        while e < COUNT {
            if t.forms[q].who[e / 64] >> (e % 64) & 1 == 1 {
                t.of[e][w] |= bit;
            }
            e += 1;
        }
        let max = s.max as usize;
        let mut n = s.min as usize;
        while n <= LONGEST_NUMBER {
            t.within[n][w] |= bit;
            n += 1;
        }
        n = 0;
        while n < max {
            let mut k = 0;
            while k < 4 {
                if s.gap[k] >> n & 1 == 1 {
                    t.gap[n][k][w] |= bit;
                }
                k += 1;
            }
            if n + 1 >= s.min as usize {
                t.end[n][w] |= bit;
            }
            let mut len = 1;
            while n + len <= max {
                if len > 1 && s.need >> (n + len - 1) & 1 == 1 {
                    break;
                }
                t.group[n][len][w] |= bit;
                len += 1;
            }
            n += 1;
        }
        let mut d = 0;
        while d < 100 {
            if s.admits(0, d / 10) && s.admits(1, d % 10) {
                t.first_two[d][w] |= bit;
            }
            d += 1;
        }
        q += 1;
    }
    t
}

const fn codes() -> Codes {
    let mut t = Codes {
        character: [[[0; CODE_WORDS]; 36]; LONGEST],
        joined: [[[0; CODE_WORDS]; 36]; LONGEST],
        gap: [[[0; CODE_WORDS]; 4]; LONGEST],
        end: [[0; CODE_WORDS]; LONGEST],
        first_group: [[0; CODE_WORDS]; LONGEST + 1],
        openings: Openings::of(&CODE_SHAPES),
        spaced: 0,
        digits_behind: [[0; 36]; 36],
        forms: forms(&CODE_SHAPES, false),
    };
    let mut q = 0;
    while q < CODE_WORDS * 64 && CODE_SHAPES[q].max != 0 {
        let s = &CODE_SHAPES[q];
        let (w, bit) = (q / 64, 1u64 << (q % 64));
        let mut first = 1;
        while first <= s.max as usize {
            let gap = first < s.max as usize && (s.need | s.optional) >> first & 1 == 1;
            let whole = first >= s.min as usize;
            if s.need & ((1 << first) - 1) == 0 && (gap || whole) {
                t.first_group[first][w] |= bit;
            }
            first += 1;
        }
        let mut n = 0;
        while n < s.max as usize {
            let mut set = s.set[n];
            while set != 0 {
                let c = set.trailing_zeros() as usize;
                t.character[n][c][w] |= bit;
                if s.need >> n & 1 == 0 {
                    t.joined[n][c][w] |= bit;
                }
                set &= set - 1;
            }
            let mut k = 0;
            while k < 4 {
                if s.gap[k] >> n & 1 == 1 {
                    t.gap[n][k][w] |= bit;
                }
                k += 1;
            }
            if n + 1 >= s.min as usize {
                t.end[n][w] |= bit;
            }
            n += 1;
        }
        let mut letters = 0;
        while letters < s.max as usize && s.classes(letters).0 {
            letters += 1;
            t.spaced |= (s.gap[0] >> letters & 1) << letters;
        }
        digits_behind(s, &mut t.digits_behind);
        q += 1;
    }
    t
}

/// See `Codes::digits_behind`.
const fn digits_behind(s: &Shape, counts: &mut [[u64; 36]; 36]) {
    if s.capitals || s.max <= 2 || s.gap[0] >> 2 & 1 == 0 {
        return;
    }
    let mut n = 2;
    while n < s.max as usize && s.set[n] >> 10 == 0 {
        n += 1;
    }
    // Where a letter has to come, there are so many digits before it; else there may be more of them.
    let least = if n < s.min as usize { n } else { s.min as usize } - 2;
    let exact = n < s.min as usize && s.set[n] & 0x3ff == 0;
    let allowed = if exact { 1 << least } else { u64::MAX << least };
    let (mut a, mut b) = (10, 10);
    while a < 36 {
        if s.admits(0, a) && s.admits(1, b) {
            counts[a][b] |= allowed;
        }
        b += 1;
        if b == 36 {
            a += 1;
            b = 10;
        }
    }
}
