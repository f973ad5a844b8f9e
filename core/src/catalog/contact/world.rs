//! Asks the plans of the world about a number: whether its country has such numbers, and whether it is one that is
//! dialled at home.
//!
//! Comes in: digits, and the input's region. Goes out: yes or no. The plans are sets of first two digits by country code
//! and length, so that a question costs a walk over the rows of one country, eleven at most.
use super::world_plans::{REGIONS, WORLD};

/// Where the rows of a country code begin and end.
#[expect(clippy::indexing_slicing, reason = "const fn has no get; codes are below 1000")]
static ROWS: [(u16, u16); 1000] = {
    let (mut rows, mut n) = ([(0, 0); 1000], 0);
    while n < WORLD.len() {
        let code = WORLD[n].0 as usize;
        if rows[code].1 == 0 {
            rows[code].0 = n as u16;
        }
        rows[code].1 = n as u16 + 1;
        n += 1;
    }
    rows
};

/// Whom a number reaches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Somebody's telephone at home, at work or in the pocket.
    Subscriber,
    /// A free, shared or premium number.
    Service,
}

/// Whom a national number behind the country `code` reaches; `None` where the country has no such numbers.
pub(super) fn kind(code: u16, national: &[u8]) -> Option<Kind> {
    let &(from, to) = ROWS.get(usize::from(code))?;
    let rows = WORLD.get(usize::from(from)..usize::from(to))?;
    let (first, second) = (*national.first()?, *national.get(1)?);
    let bit = 1u128.checked_shl(u32::from(first) * 10 + u32::from(second))?;
    let row = rows.iter().find(|row| usize::from(row.1) == national.len())?;
    if row.2 & bit != 0 { Some(Kind::Subscriber) } else { (row.3 & bit != 0).then_some(Kind::Service) }
}

/// Whether a country has such a national number.
pub(super) fn has(code: &[u8], national: &[u8]) -> bool {
    kind(code.iter().fold(0, |n, &d| n * 10 + u16::from(d)), national).is_some()
}

/// The same, where a trunk `0` may stand before it.
pub(super) fn exists(code: &[u8], national: &[u8]) -> bool {
    has(code, national) || national.strip_prefix(&[0]).is_some_and(|rest| has(code, rest))
}

/// Whether a number is one of a subscriber as it is dialled in `region`, with the trunk prefix where there is one.
pub(super) fn is_dialled_in(region: [u8; 2], digits: &[u8]) -> bool {
    let Ok(place) = REGIONS.binary_search_by(|row| row.0.as_bytes().cmp(&region)) else {
        return false;
    };
    let Some(&(_, code, trunk)) = REGIONS.get(place) else {
        return false;
    };
    let national = trunk.bytes().try_fold(digits, |rest, sign| rest.strip_prefix(&[sign & 15]));
    national.is_some_and(|national| national.len() >= 7 && kind(code, national) == Some(Kind::Subscriber))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> Vec<u8> {
        text.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect()
    }

    #[test]
    fn the_tables_are_sorted_and_cover_the_world() {
        assert!(WORLD.windows(2).all(|pair| (pair[0].0, pair[0].1) < (pair[1].0, pair[1].1)));
        assert!(REGIONS.windows(2).all(|pair| pair[0].0 < pair[1].0) && REGIONS.len() >= 240);
        assert!(WORLD.iter().all(|row| row.2 | row.3 != 0 && row.1 <= 15));
        let rows = |code: u16| ROWS.get(usize::from(code)).map_or(0, |rows| rows.1 - rows.0);
        assert!((1..1000).all(|code| rows(code) <= 11));
        assert!(REGIONS.iter().all(|&(_, code, _)| rows(code) > 0));
    }

    /// Numbers that the regulators publish for films and as examples, and such as no plan has.
    #[test]
    fn numbers_of_regulators() {
        for (code, number) in [
            (44, "20 7946 0958"),
            (44, "7700 900123"),
            (33, "1 99 00 12 34"),
            (61, "491 570 156"),
            (353, "1 234 5678"),
            (49, "30 23125000"),
            (46, "8 465 004 15"),
            (47, "22 12 34 56"),
            (971, "50 123 4567"),
            (254, "712 123456"),
        ] {
            assert_eq!(kind(code, &digits(number)), Some(Kind::Subscriber), "+{code} {number}");
        }
        assert_eq!(kind(44, &digits("800 123 4567")), Some(Kind::Service));
        for (code, number) in
            [(44, "6 1234 5678 9"), (33, "0 12 34 56 78"), (999, "1234567"), (45, "1234"), (254, "")]
        {
            assert_eq!(kind(code, &digits(number)), None, "+{code} {number}");
        }
    }

    /// A number of every length and every first two digits of every plan is found in text of every kind.
    #[test]
    fn made_numbers_are_found_in_text_of_every_kind() {
        let (mut wrong, mut made) = (Vec::new(), 0);
        for &(code, length, subscribers, services) in WORLD.iter().filter(|row| row.0 != 1 && row.1 >= 7) {
            // One row has up to a hundred beginnings: five of them, spread.
            let two: Vec<u32> = (0..100).filter(|n| (subscribers | services) >> n & 1 == 1).collect();
            for n in two.iter().step_by(two.len().div_ceil(5)) {
                let rest: String = "31425926535897".chars().take(usize::from(length) - 2).collect();
                let number = format!("+{code}{n:02}{rest}");
                if number.len() > 16 {
                    continue;
                }
                made += 1;
                for text in [
                    format!("they may reach us under {number} today"),
                    format!("contact: {number}"),
                    format!("({number})"),
                    format!("{number}, please"),
                    format!("密 {number} 钥"),
                    format!("{number} {number}"),
                    format!("contact:\n{number}\nthanks"),
                ] {
                    let found = crate::analyze(text.as_str()).unwrap();
                    // Brackets around a whole number belong to it.
                    let whole = |f: &crate::Finding| {
                        let value = text.get(f.span().range()).map(|value| value.trim_matches(['(', ')']));
                        f.entity_type().name() == "PHONE_NUMBER" && value == Some(number.as_str())
                    };
                    if !found.iter().any(whole) {
                        wrong.push(text);
                    }
                }
            }
        }
        assert!(made > 800, "{made} numbers made");
        assert!(
            wrong.is_empty(),
            "{} of {made}: {:?}",
            wrong.len(),
            wrong.iter().take(40).collect::<Vec<_>>()
        );
    }

    #[test]
    fn at_home_the_trunk_prefix_belongs_to_it() {
        assert!(
            is_dialled_in(*b"KE", &digits("0712 123456")) && !is_dialled_in(*b"KE", &digits("712 123456"))
        );
        assert!(
            is_dialled_in(*b"AE", &digits("050 123 4567")) && is_dialled_in(*b"NO", &digits("22 12 34 56"))
        );
        assert!(
            !is_dialled_in(*b"ZZ", &digits("050 123 4567"))
                && !is_dialled_in([0; 2], &digits("050 123 4567"))
        );
    }
}
