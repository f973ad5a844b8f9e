//! Country codes of the world's telephone numbers and how long the numbers behind them are.
//!
//! Comes in: digits. Goes out: how many of them are the country code, and whether the rest has a possible length.
//!
//! # Sources
//! ITU-T E.164 and its list of assigned country codes; the lengths are those of the national numbering plans that
//! the ITU publishes. Where a plan knows short special numbers, only subscriber lengths are listed.

/// Country code, fewest and most digits of a national number; sorted by code.
#[rustfmt::skip]
static PLANS: &[(u16, u8, u8)] = &[
    (1, 10, 10), (7, 10, 10), (20, 8, 10), (27, 9, 9), (30, 10, 10), (31, 9, 11), (32, 8, 9), (33, 9, 9),
    (34, 9, 9), (36, 8, 9), (39, 6, 12), (40, 9, 9), (41, 9, 9), (43, 5, 13), (44, 9, 10), (45, 8, 8),
    (46, 7, 10), (47, 8, 8), (48, 9, 9), (49, 6, 13), (51, 8, 9), (52, 10, 11), (53, 6, 8), (54, 10, 11),
    (55, 10, 11), (56, 9, 9), (57, 8, 10), (58, 10, 10), (60, 8, 10), (61, 9, 9), (62, 7, 12), (63, 8, 10),
    (64, 8, 10), (65, 8, 8), (66, 8, 9), (81, 9, 10), (82, 8, 11), (84, 9, 10), (86, 10, 11), (90, 10, 10),
    (91, 10, 10), (92, 9, 10), (93, 9, 9), (94, 9, 9), (95, 7, 10), (98, 10, 10), (211, 9, 9), (212, 9, 9),
    (213, 8, 9), (216, 8, 8), (218, 8, 9), (220, 7, 7), (221, 9, 9), (222, 8, 8), (223, 8, 8), (224, 8, 9),
    (225, 10, 10), (226, 8, 8), (227, 8, 8), (228, 8, 8), (229, 8, 10), (230, 7, 8), (231, 7, 9), (232, 8, 8),
    (233, 9, 9), (234, 8, 10), (235, 8, 8), (236, 8, 8), (237, 8, 9), (238, 7, 7), (239, 7, 7), (240, 9, 9),
    (241, 7, 8), (242, 9, 9), (243, 7, 9), (244, 9, 9), (245, 7, 9), (246, 7, 7), (247, 4, 5), (248, 6, 7),
    (249, 9, 9), (250, 9, 9), (251, 9, 9), (252, 6, 9), (253, 8, 8), (254, 7, 10), (255, 9, 9), (256, 9, 9),
    (257, 8, 8), (258, 8, 9), (260, 9, 9), (261, 9, 10), (262, 9, 9), (263, 8, 10), (264, 7, 9), (265, 7, 9),
    (266, 8, 8), (267, 7, 8), (268, 8, 8), (269, 7, 7), (290, 4, 5), (291, 7, 7), (297, 7, 7), (298, 6, 6),
    (299, 6, 6), (350, 8, 8), (351, 9, 9), (352, 5, 11), (353, 7, 10), (354, 7, 9), (355, 6, 9), (356, 8, 8),
    (357, 8, 8), (358, 5, 12), (359, 7, 9), (370, 8, 8), (371, 8, 8), (372, 7, 8), (373, 8, 8), (374, 8, 8),
    (375, 9, 10), (376, 6, 9), (377, 8, 9), (378, 6, 10), (379, 6, 11), (380, 9, 9), (381, 8, 9), (382, 8, 9),
    (383, 8, 9), (385, 8, 9), (386, 8, 8), (387, 8, 9), (389, 8, 8), (420, 9, 9), (421, 9, 9), (423, 7, 9),
    (500, 5, 5), (501, 7, 7), (502, 8, 8), (503, 8, 8), (504, 8, 8), (505, 8, 8), (506, 8, 8), (507, 7, 8),
    (508, 6, 9), (509, 8, 8), (590, 9, 9), (591, 8, 8), (592, 7, 7), (593, 8, 9), (594, 9, 9), (595, 8, 9),
    (596, 9, 9), (597, 6, 7), (598, 7, 8), (599, 7, 8), (670, 7, 8), (672, 5, 6), (673, 7, 7), (674, 7, 7),
    (675, 7, 8), (676, 5, 7), (677, 5, 7), (678, 5, 7), (679, 7, 7), (680, 7, 7), (681, 6, 9), (682, 5, 5),
    (683, 4, 7), (685, 5, 7), (686, 5, 8), (687, 6, 6), (688, 5, 7), (689, 6, 9), (690, 4, 7), (691, 7, 7),
    (692, 7, 7), (800, 8, 8), (808, 8, 8), (850, 8, 10), (852, 8, 8), (853, 8, 8), (855, 8, 9), (856, 8, 10),
    (870, 8, 12), (878, 10, 12), (880, 8, 10), (881, 8, 12), (882, 7, 12), (883, 7, 12), (886, 8, 10), (888, 7, 12),
    (960, 7, 7), (961, 7, 8), (962, 8, 9), (963, 8, 9), (964, 8, 10), (965, 8, 8), (966, 8, 9), (967, 7, 9),
    (968, 8, 8), (970, 8, 9), (971, 7, 9), (972, 8, 9), (973, 8, 8), (974, 7, 8), (975, 8, 8), (976, 8, 8),
    (977, 8, 10), (979, 9, 9), (992, 9, 9), (993, 8, 8), (994, 9, 9), (995, 9, 9), (996, 9, 9), (998, 9, 9),
];

/// Fewest and most digits behind each country code, (0, 0) for what is none.
#[expect(clippy::indexing_slicing, reason = "const fn has no get; codes are below 1000")]
static LENGTHS: [(u8, u8); 1000] = {
    let (mut lengths, mut n) = ([(0, 0); 1000], 0);
    while n < PLANS.len() {
        lengths[PLANS[n].0 as usize] = (PLANS[n].1, PLANS[n].2);
        n += 1;
    }
    lengths
};

/// The length of the country code `digits` (values 0–9) start with, and the shortest and longest national number.
/// No code is the start of another, so at most one fits.
pub(super) fn plan(digits: &[u8]) -> Option<(usize, usize, usize)> {
    let mut code = 0;
    for (i, &d) in digits.iter().take(3).enumerate() {
        code = code * 10 + usize::from(d);
        let &(min, max) = LENGTHS.get(code)?;
        if max > 0 {
            return Some((i + 1, usize::from(min), usize::from(max)));
        }
    }
    None
}

/// Shorter numbers need a length that the whole country has.
const SHORT: usize = 7;

/// The national number behind the country code, if `digits` is a whole international number. A trunk `0` that was
/// typed after the country code ("+44 07700 …") is passed over.
pub(super) fn national(digits: &[u8]) -> Option<(&[u8], &[u8])> {
    let (code, min, max) = plan(digits)?;
    let (country, rest) = digits.split_at_checked(code)?;
    // The plans of the world know lengths that only some first digits have.
    let fits = |rest: &[u8]| {
        (min..=max).contains(&rest.len()) || rest.len() >= SHORT && super::world::has(country, rest)
    };
    if fits(rest) && digits.len() <= 15 {
        return Some((country, rest));
    }
    let rest = rest.strip_prefix(&[0])?;
    fits(rest).then_some((country, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_free_of_prefixes() {
        for pair in PLANS.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{} before {}", pair[0].0, pair[1].0);
        }
        for &(code, min, max) in PLANS {
            assert!(min <= max && code < 1000 && usize::from(max) + code.to_string().len() <= 15, "{code}");
            for &(other, ..) in PLANS {
                let (code, other) = (code.to_string(), other.to_string());
                assert!(code == other || !other.starts_with(&code), "{code} starts {other}");
            }
        }
    }

    #[test]
    fn lengths_are_held() {
        assert_eq!(national(&[1, 6, 5, 0, 2, 5, 3, 0, 0, 0, 0]).map(|n| n.1.len()), Some(10));
        assert_eq!(national(&[1, 6, 5, 0, 2, 5, 3, 0, 0, 0]), None);
        assert_eq!(national(&[4, 4, 0, 7, 7, 0, 0, 9, 0, 0, 1, 2, 3]).map(|n| n.1.len()), Some(10));
        assert_eq!(national(&[9, 9, 9, 1, 2, 3, 4, 5, 6, 7]), None);
        assert_eq!(national(&[]), None);
    }
}
