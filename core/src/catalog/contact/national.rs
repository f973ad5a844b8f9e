//! Asks the national numbering plans about a number.
//!
//! Comes in: digits and groups. Goes out: whether a plan knows such a number, and what its grouping says for it. The
//! plans are sets of bits by first digits and length, so that a number that no plan has costs two look-ups.
use super::dialled::Dialled;
use super::plans::{CODE, COUNT, DASH, PLANS, SLASH, SPACE, TAIL, WORD};

/// Plans as bits, by the first two digits and by the number of digits.
type Plans = u128;
const LONGEST: usize = 13;

struct Index {
    first_two: [Plans; 100],
    length: [Plans; LONGEST + 1],
    /// By a number for each grouping; some groupings share one.
    grouping: [Plans; GROUPINGS],
}

const GROUPINGS: usize = 64;

/// A number for a grouping, most of them their own.
const fn grouping(code: u32) -> usize {
    ((code & CODE).wrapping_mul(0x9E37_79B1) >> 26) as usize
}

#[expect(
    clippy::indexing_slicing,
    reason = "const fn has no get; all indexes are below the lengths they come from"
)]
static INDEX: Index = {
    let mut index = Index { first_two: [0; 100], length: [0; LONGEST + 1], grouping: [0; GROUPINGS] };
    let mut n = 0;
    while n < COUNT {
        let plan = PLANS[n];
        let mut two = plan.from as usize / 100;
        while two <= plan.to as usize / 100 {
            index.first_two[two] |= 1 << n;
            two += 1;
        }
        let mut length = plan.least as usize;
        while length <= plan.most as usize {
            index.length[length] |= 1 << n;
            length += 1;
        }
        let mut form = 0;
        while form < plan.forms.len() {
            index.grouping[grouping(plan.forms[form])] |= 1 << n;
            form += 1;
        }
        n += 1;
    }
    index
};

/// What the plans say of a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Says {
    /// Nothing: no plan has such a number.
    Nothing,
    /// Usual somewhere, but other numbers look so too.
    Usual,
    /// A number of the input's own region.
    Home,
    /// Its grouping is a telephone number's.
    Telling,
}

/// What the national plans say of the number; `region` is the input's.
pub(super) fn judge(d: &Dialled, region: [u8; 2]) -> Says {
    let digits = d.digits();
    let &[a, b, c, e, ..] = digits else {
        return Says::Nothing;
    };
    let two = INDEX.first_two.get(usize::from(a) * 10 + usize::from(b)).copied().unwrap_or(0);
    let mut plans = two & INDEX.length.get(digits.len()).copied().unwrap_or(0);
    if plans == 0 {
        return Says::Nothing;
    }
    let code = d.grouping();
    // Only at home a plan says something of numbers that are grouped in none of its ways.
    if region == [0; 2] {
        plans &= INDEX.grouping.get(grouping(code)).copied().unwrap_or(0);
    }
    let head = [a, b, c, e].iter().fold(0, |n, &d| n * 10 + u16::from(d));
    let signs = Signs::of(d);
    let mut best = Says::Nothing;
    while plans != 0 {
        let plan = PLANS.get(plans.trailing_zeros() as usize);
        plans &= plans - 1;
        let Some(plan) = plan.filter(|p| (p.from..=p.to).contains(&head)) else {
            continue;
        };
        let home = plan.country == region;
        // At home a number needs no grouping, and with the trunk prefix any grouping will do.
        if home && (d.groups().len() == 1 || a == 0 && d.is_loose()) {
            best = best.max(Says::Home);
        }
        for form in plan.forms.iter().filter(|&form| form & CODE == code) {
            let telling = signs.bracket || signs.are(form & !CODE);
            best = best.max(match (telling, home) {
                // Nothing says more.
                (true, _) if a == 0 || !signs.dots => return Says::Telling,
                (_, true) => Says::Home,
                _ => Says::Usual,
            });
        }
    }
    best
}

/// The signs between the groups of a number, as far as the forms tell them apart.
struct Signs {
    /// The first group stands in brackets.
    bracket: bool,
    dots: bool,
    first: u8,
    last: u8,
    /// Whether a sign but a space stands between the first and the last gap.
    middle: bool,
}

impl Signs {
    fn of(d: &Dialled) -> Signs {
        let mut gaps = d.groups().iter().skip(1).map(|g| g.sign);
        let first = gaps.next().unwrap_or(b' ');
        let last = gaps.next_back();
        Signs {
            bracket: d.groups().first().is_some_and(|g| g.sign == b'(') && d.groups().len() > 1,
            dots: d.has(b'.'),
            first,
            last: last.unwrap_or(first),
            middle: gaps.any(|sign| sign != b' ') || last.is_some() && first != b' ',
        }
    }

    fn are(&self, class: u32) -> bool {
        match class {
            DASH => matches!(self.first, b'-' | b'/'),
            SLASH => self.first == b'/',
            TAIL => self.last == b'-' && !self.middle,
            SPACE => self.first == b' ' && self.last == b' ' && !self.middle,
            WORD => false,
            _ => true,
        }
    }
}
