//! Postal codes: what tells a region stays, `SW1A 1AA` becomes `SW1A ***`.
//!
//! # Sources
//! HHS guidance on de-identification under the HIPAA Privacy Rule (section on ZIP codes, with the list of prefixes of
//! the 2000 census that hold 20,000 people or fewer); USPS Publication 28; Royal Mail PAF programmers' guide; Canada
//! Post addressing guidelines; Eircode product guide; UPU addressing sheets of the countries named below.
use super::Outcome;

/// US prefixes of so few people that they tell too much: shown as `000`.
const FEW: [&str; 17] = [
    "036", "059", "063", "102", "203", "556", "692", "790", "821", "823", "830", "831", "878", "879", "884",
    "890", "893",
];

/// How much of a code stays, in letters and digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shown {
    /// So many, from the left.
    First(usize),
    /// Three, or `000` where few people live.
    Zip,
}

pub(super) fn postal_code(value: &str, region: &str, out: &mut String) -> Outcome {
    let value = value.trim();
    // `D-10115`, `CH-8001`: the country stands before it.
    let (country, code) = match value.split_once('-') {
        Some((country, code))
            if matches!(country.len(), 1 | 2) && country.bytes().all(|b| b.is_ascii_alphabetic()) =>
        {
            (value.get(..country.len() + 1).unwrap_or_default(), code)
        }
        _ => ("", value),
    };
    let Some(shown) = shown(code, if country.is_empty() { region } else { "abroad" }) else {
        return Outcome::Unreadable;
    };
    let few = shown == Shown::Zip && code.get(..3).is_some_and(|prefix| FEW.contains(&prefix));
    let most = match shown {
        Shown::First(n) => n,
        Shown::Zip => 3,
    };
    out.push_str(country);
    let mut at = 0;
    out.extend(code.chars().map(|c| {
        if !c.is_ascii_alphanumeric() {
            return c;
        }
        at += 1;
        match at <= most {
            true if few => '0',
            true => c,
            false => '*',
        }
    }));
    Outcome::Written
}

/// What stays of a code, by its form; `None` where it is none that is known.
fn shown(code: &str, region: &str) -> Option<Shown> {
    let plain = code.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'-'));
    if !plain || code.len() > 12 || !code.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let form: Vec<u8> = code
        .bytes()
        .filter(u8::is_ascii_alphanumeric)
        .map(|b| if b.is_ascii_digit() { b'9' } else { b'A' })
        .collect();
    let united_states = region.is_empty() || region.eq_ignore_ascii_case("US");
    let broken = form.len() != code.len();
    match form.as_slice() {
        b"99999" if united_states && !broken => Some(Shown::Zip),
        b"999999999" if code.get(5..6) == Some("-") || !broken => Some(Shown::Zip),
        // Many countries: the first two digits tell a region. Netherlands: letters behind four digits.
        b"9999" | b"99999" | b"999999" | b"9999999" | b"99999999" | b"9999AA" => Some(Shown::First(2)),
        // Canada: the forward sortation area. Ireland: the routing key.
        b"A9A9A9" | [b'A', b'9', _, _, _, _, _] => Some(Shown::First(3)),
        // United Kingdom: the outward code, all but the last three.
        b"A99AA" | b"A999AA" | b"A9A9AA" | b"AA99AA" | b"AA999AA" | b"AA9A9AA" => {
            Some(Shown::First(form.len() - 3))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn made(value: &str, region: &str) -> Option<String> {
        let mut out = String::new();
        (postal_code(value, region, &mut out) == Outcome::Written).then_some(out)
    }

    #[test]
    fn the_region_stays() {
        for (value, region, expected) in [
            ("62704", "", "627**"),
            ("62704", "US", "627**"),
            ("10001-1234", "", "100**-****"),
            ("100011234", "", "100******"),
            // Few people live there.
            ("03601", "", "000**"),
            ("89301-0042", "us", "000**-****"),
            ("03601", "FR", "03***"),
            ("10115", "DE", "10***"),
            ("D-10115", "", "D-10***"),
            ("CH-8001", "", "CH-80**"),
            ("8001", "", "80**"),
            ("114 55", "", "11* **"),
            ("00-950", "", "00-***"),
            ("1000-205", "", "10**-***"),
            ("100-0001", "", "10*-****"),
            ("01310-100", "", "01***-***"),
            ("1012 AB", "", "10** **"),
            ("SW1A 1AA", "", "SW1A ***"),
            ("m1 1ae", "", "m1 ***"),
            ("M60 1NW", "GB", "M60 ***"),
            ("CR2 6XH", "", "CR2 ***"),
            ("DN55 1PT", "", "DN55 ***"),
            ("W1A0AX", "", "W1A***"),
            ("K1A 0B1", "", "K1A ***"),
            ("D02 X285", "", "D02 ****"),
            ("D6W XY00", "", "D6W ****"),
        ] {
            assert_eq!(made(value, region).as_deref(), Some(expected), "{value} {region}");
        }
        for value in [
            "",
            "SW1A",
            "627",
            "Berlin",
            "10115 Berlin",
            "10115, 10117",
            "１０１１５",
            "-10115",
            "123456789012",
        ] {
            assert_eq!(made(value, ""), None, "{value}");
        }
    }

    proptest! {
        #[test]
        fn something_is_always_covered(value in "[A-Z0-9]{0,4}[ -]?[A-Z0-9]{0,5}", region in "(US|DE)?") {
            if let Some(out) = made(&value, &region) {
                prop_assert!(out != value && out.matches('*').count() >= 2, "{}", out);
                prop_assert_eq!(made(&out, &region), None);
            }
        }
    }
}
