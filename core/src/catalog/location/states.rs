//! States, territories and military regions of the US, and which ZIP codes lie in them.
//!
//! Comes in: two letters, or the first three digits of a ZIP code. Goes out: whether they are real and fit together.
//!
//! # Sources
//! USPS Publication 28, appendix B (two-letter codes); USPS labeling list L002 (three-digit prefixes).

/// A code and up to three ranges of three-digit ZIP prefixes.
type State = ([u8; 2], [(u16, u16); 3]);

const NONE: (u16, u16) = (1000, 0);

#[rustfmt::skip]
static STATES: &[State] = &[
    (*b"AA", [(340, 340), NONE, NONE]), (*b"AE", [(90, 98), NONE, NONE]), (*b"AK", [(995, 999), NONE, NONE]),
    (*b"AL", [(350, 369), NONE, NONE]), (*b"AP", [(962, 966), NONE, NONE]), (*b"AR", [(716, 729), NONE, NONE]),
    (*b"AS", [(967, 967), NONE, NONE]), (*b"AZ", [(850, 865), NONE, NONE]), (*b"CA", [(900, 961), NONE, NONE]),
    (*b"CO", [(800, 816), NONE, NONE]), (*b"CT", [(60, 69), NONE, NONE]), (*b"DC", [(200, 205), (569, 569), NONE]),
    (*b"DE", [(197, 199), NONE, NONE]), (*b"FL", [(320, 349), NONE, NONE]), (*b"GA", [(300, 319), (398, 399), NONE]),
    (*b"GU", [(969, 969), NONE, NONE]), (*b"HI", [(967, 968), NONE, NONE]), (*b"IA", [(500, 528), NONE, NONE]),
    (*b"ID", [(832, 838), NONE, NONE]), (*b"IL", [(600, 629), NONE, NONE]), (*b"IN", [(460, 479), NONE, NONE]),
    (*b"KS", [(660, 679), NONE, NONE]), (*b"KY", [(400, 427), NONE, NONE]), (*b"LA", [(700, 714), NONE, NONE]),
    (*b"MA", [(10, 27), (55, 55), NONE]), (*b"MD", [(206, 219), NONE, NONE]), (*b"ME", [(39, 49), NONE, NONE]),
    (*b"MI", [(480, 499), NONE, NONE]), (*b"MN", [(550, 567), NONE, NONE]), (*b"MO", [(630, 658), NONE, NONE]),
    (*b"MP", [(969, 969), NONE, NONE]), (*b"MS", [(386, 397), NONE, NONE]), (*b"MT", [(590, 599), NONE, NONE]),
    (*b"NC", [(270, 289), NONE, NONE]), (*b"ND", [(580, 588), NONE, NONE]), (*b"NE", [(680, 693), NONE, NONE]),
    (*b"NH", [(30, 38), NONE, NONE]), (*b"NJ", [(70, 89), NONE, NONE]), (*b"NM", [(870, 884), NONE, NONE]),
    (*b"NV", [(889, 898), NONE, NONE]), (*b"NY", [(5, 5), (63, 63), (100, 149)]), (*b"OH", [(430, 459), NONE, NONE]),
    (*b"OK", [(730, 749), NONE, NONE]), (*b"OR", [(970, 979), NONE, NONE]), (*b"PA", [(150, 196), NONE, NONE]),
    (*b"PR", [(6, 7), (9, 9), NONE]), (*b"RI", [(28, 29), NONE, NONE]), (*b"SC", [(290, 299), NONE, NONE]),
    (*b"SD", [(570, 577), NONE, NONE]), (*b"TN", [(370, 385), NONE, NONE]), (*b"TX", [(733, 733), (750, 799), (885, 885)]),
    (*b"UT", [(840, 847), NONE, NONE]), (*b"VA", [(201, 201), (220, 246), NONE]), (*b"VI", [(8, 8), NONE, NONE]),
    (*b"VT", [(50, 59), NONE, NONE]), (*b"WA", [(980, 994), NONE, NONE]), (*b"WI", [(530, 549), NONE, NONE]),
    (*b"WV", [(247, 268), NONE, NONE]), (*b"WY", [(820, 831), NONE, NONE]),
];

/// Where each code stands in the table, plus one, by five bits of each of its letters; 0 for what is no code.
#[expect(clippy::indexing_slicing, reason = "const fn has no get; every index is below its length")]
static BY_LETTERS: [u8; 1024] = {
    let (mut places, mut n) = ([0; 1024], 0);
    while n < STATES.len() {
        places[place(STATES[n].0[0], STATES[n].0[1])] = n as u8 + 1;
        n += 1;
    }
    places
};

const fn place(a: u8, b: u8) -> usize {
    (a as usize & 31) << 5 | b as usize & 31
}

fn find(code: &[u8]) -> Option<&'static State> {
    let &[a, b] = code else {
        return None;
    };
    let at = BY_LETTERS.get(place(a, b)).and_then(|at| at.checked_sub(1))?;
    (a.is_ascii_alphabetic() && b.is_ascii_alphabetic()).then(|| STATES.get(usize::from(at)))?
}

/// Whether the two letters, in any case, are a state.
pub(super) fn is_state(code: &[u8]) -> bool {
    find(code).is_some()
}

/// Whether ZIP codes that begin with the three `digits` (ASCII) lie in the state.
pub(super) fn holds(code: &[u8], digits: &[u8]) -> bool {
    let prefix = digits.iter().take(3).fold(0u16, |n, d| n * 10 + u16::from(d.wrapping_sub(b'0') % 10));
    digits.len() >= 3
        && find(code).is_some_and(|s| s.1.iter().any(|&(from, to)| (from..=to).contains(&prefix)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_whole() {
        assert!(STATES.windows(2).all(|w| w[0].0 < w[1].0));
        // 50 states, the district, five territories, three military regions.
        assert_eq!(STATES.len(), 59);
    }

    #[test]
    fn prefixes_lie_in_their_state() {
        assert!(holds(b"CA", b"94043") && holds(b"ny", b"10001") && holds(b"TX", b"73301"));
        assert!(!holds(b"CA", b"10001") && !holds(b"XX", b"94043") && !holds(b"CA", b"94"));
        assert!(is_state(b"dc") && !is_state(b"XY") && !is_state(b""));
    }
}
