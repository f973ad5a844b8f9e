//! Telephone numbers in the national form of a country that the text itself has spoken of.
//!
//! Comes in: a chain of digits and a country. Goes out: the number, where it has that country's form. Since the country is only
//! inferred, a bare run of digits must begin with the trunk prefix `0`, and what may be a sum, `12 345 678`, is none. North
//! American forms tell enough by themselves, and ten bare digits too little. And which country a number with `+` is of.
use super::numbering::national;
use super::phone_number::typed;
use super::world_plans::REGIONS;
use crate::catalog::chain::Chain;
use crate::catalog::prelude::*;

/// Percent for a number that nothing else speaks for.
const SCORE: u8 = 52;

/// The countries that give a code its name, where several share it.
const MAIN: [(u16, [u8; 2]); 11] = [
    (7, *b"RU"),
    (39, *b"IT"),
    (44, *b"GB"),
    (47, *b"NO"),
    (61, *b"AU"),
    (212, *b"MA"),
    (262, *b"RE"),
    (290, *b"SH"),
    (358, *b"FI"),
    (590, *b"GP"),
    (599, *b"CW"),
];

/// The country of a number with a `+`; `None` for North America, whose national forms need no such hint.
pub(in crate::catalog) fn land_of(number: &[u8]) -> Option<[u8; 2]> {
    let plus = number.iter().position(|b| *b == b'+').filter(|at| *at <= 1)?;
    let mut digits = [0u8; 18];
    let mut count = 0;
    for b in number.iter().skip(plus).filter(|b| b.is_ascii_digit()) {
        *digits.get_mut(count)? = b - b'0';
        count += 1;
    }
    let (code, _) = national(digits.get(..count)?)?;
    let code = code.iter().fold(0, |n, d| n * 10 + u16::from(*d));
    if code == 1 {
        return None;
    }
    let main = MAIN.iter().find(|(main, _)| *main == code).map(|(_, land)| *land);
    let only =
        || REGIONS.iter().find(|row| row.1 == code).and_then(|row| row.0.as_bytes().first_chunk().copied());
    main.or_else(only)
}

/// The number that begins with the chain of the probe, in the national form of the region of its hints.
pub(crate) fn at_home(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if matches!(&p.hints.region, b"US" | b"CA") || !Chain::read(v, p.at, p.end).is_dialled(v) {
        return None;
    }
    let found = typed(p).filter(|found| !found.weak)?;
    let text = v.slice(found.start, found.end);
    let trunk = text.iter().find(|b| b.is_ascii_digit()) == Some(&b'0');
    let bare = text.iter().all(u8::is_ascii_digit);
    let national = !text.contains(&b'+') && (trunk || !bare && !is_thousands(text));
    national.then(|| found.score(SCORE).verdict(Verdict::Unknown))
}

/// One or two digits and then groups of three: how sums are written.
fn is_thousands(text: &[u8]) -> bool {
    let mut groups = text.split(|b| !b.is_ascii_digit()).map(<[u8]>::len);
    groups.next().is_some_and(|first| first < 3) && groups.all(|length| length == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_name_their_country() {
        for (number, land) in [
            ("+49 30 123456", Some(*b"DE")),
            ("(+44) 20 7946 0958", Some(*b"GB")),
            ("+1 650 253 0000", None),
            ("+254 712 123456", Some(*b"KE")),
            ("+39 06 1234 5678", Some(*b"IT")),
            ("030 123456", None),
        ] {
            assert_eq!(land_of(number.as_bytes()), land, "{number}");
        }
    }
}
