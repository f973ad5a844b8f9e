//! Numbers and codes: set aside for examples, or never issued.
use core::net::{Ipv4Addr, Ipv6Addr};

use super::Made;
use super::draw::Draw;
use crate::catalog;
use crate::check::{luhn, mod97};
use crate::finding::Verdict;
use crate::transform::canonical::ascii;

const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const HEX: &str = "0123456789ABCDEF";

/// The value with `characters` in place of its letters and digits, one for one, each in the case of what it replaces.
/// What is left over is left out.
pub(super) fn laid_out(value: &str, characters: &str) -> String {
    let mut characters = characters.chars();
    value
        .chars()
        .filter_map(|c| match c {
            c if c.is_lowercase() => characters.next().map(|new| new.to_ascii_lowercase()),
            c if c.is_alphanumeric() => characters.next(),
            c => Some(c),
        })
        .collect()
}

/// The letters and digits of a value, in capitals. `None` where some are not ASCII.
fn characters(value: &str) -> Option<Vec<char>> {
    let all = value.chars().map(ascii).filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_uppercase());
    let all: Vec<char> = all.collect();
    all.iter().all(char::is_ascii).then_some(all)
}

/// In 192.0.2.0/24 or 2001:db8::/32.
pub(super) fn ip(_: &str, value: &str, draw: &mut Draw<'_>) -> Option<Made> {
    if !value.contains(':') {
        let host = u8::try_from(1 + draw.below(254)).ok()?;
        return Some(Made::from(Ipv4Addr::new(192, 0, 2, host).to_string()));
    }
    let mut group = || u16::try_from(draw.below(1 << 16)).unwrap_or(0);
    let address = Ipv6Addr::new(0x2001, 0xdb8, group(), group(), group(), group(), group(), group());
    Some(Made::from(address.to_string()))
}

/// One of the 256 addresses for documentation.
pub(super) fn mac_address(_: &str, value: &str, draw: &mut Draw<'_>) -> Option<Made> {
    let last = [draw.character(HEX), draw.character(HEX)];
    let address: String = "00005E0053".chars().chain(last).collect();
    (characters(value)?.len() == 12).then(|| Made::from(in_case_of(value, laid_out(value, &address))))
}

/// Version 8: 122 bits that no other version gives out.
pub(super) fn uuid(_: &str, value: &str, draw: &mut Draw<'_>) -> Option<Made> {
    let number = |place| match place {
        12 => '8',
        16 => draw.character("89AB"),
        _ => draw.character(HEX),
    };
    let made: String = (0..32).map(number).collect();
    (characters(value)?.len() == 32).then(|| Made::from(in_case_of(value, laid_out(value, &made))))
}

/// Capitals where the value has some, small letters otherwise.
fn in_case_of(value: &str, made: String) -> String {
    if value.contains(|c: char| c.is_ascii_uppercase()) {
        made.to_ascii_uppercase()
    } else {
        made.to_ascii_lowercase()
    }
}

/// As long as the card, with a wrong check digit.
pub(super) fn card(_: &str, value: &str, draw: &mut Draw<'_>) -> Option<Made> {
    let length = characters(value)?.len();
    let begin = match length {
        14 => "36",
        15 => "37",
        12 | 13 | 16..=19 => "4",
        _ => return None,
    };
    let mut digits: String = begin.chars().chain((begin.len()..length - 1).map(|_| draw.digit())).collect();
    let remainder = u8::try_from(1 + draw.below(9)).ok()?;
    let last = ('0'..='9').find(|last| {
        let whole = [digits.as_bytes(), &[*last as u8]].concat();
        luhn::remainder(&whole) == Some(remainder)
    })?;
    digits.push(last);
    Some(Made::from(laid_out(value, &digits)))
}

/// Of no country, and with wrong check digits (2 to 98, as true ones are).
pub(super) fn iban(_: &str, value: &str, draw: &mut Draw<'_>) -> Option<Made> {
    let length = characters(value)?.len();
    if !(15..=34).contains(&length) {
        return None;
    }
    let account: String = (4..length).map(|_| draw.digit()).collect();
    let right = 98 - mod97::remainder(account.bytes().chain(*b"ZZ00"))?;
    let wrong = 2 + (right - 2 + 1 + draw.below(96)) % 97;
    Some(Made::from(laid_out(value, &format!("ZZ{wrong:02}{account}"))))
}

/// A test code of no country.
pub(super) fn bic(_: &str, value: &str, draw: &mut Draw<'_>) -> Option<Made> {
    let length = characters(value)?.len();
    let bank: String = (0..4).map(|_| draw.character(LETTERS)).collect();
    let place = draw.character(LETTERS);
    let branch = if length == 11 { "XXX" } else { "" };
    let code = format!("{bank}ZZ{place}0{branch}");
    matches!(length, 8 | 11).then(|| Made::from(laid_out(value, &code)))
}

/// Numbers of ranges that their issuer keeps empty.
pub(super) fn reserved(entity: &str, value: &str, draw: &mut Draw<'_>) -> Option<Made> {
    let length = characters(value)?.len();
    let code = match (entity, length) {
        ("US_SSN", 9) => format!("000{:02}{:04}", 1 + draw.below(99), 1 + draw.below(9999)),
        // Groups 10 to 49 are neither taxpayers' nor anybody's.
        ("US_ITIN", 9) => {
            format!("9{:02}{:02}{:04}", draw.below(100), 10 + draw.below(40), draw.below(10_000))
        }
        ("UK_NINO", 9) => format!("QQ{:06}{}", draw.below(1_000_000), draw.character("ABCD")),
        ("VIN", 17) => {
            let letters = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
            (0..17).map(|place| if place == 8 { 'Q' } else { draw.character(letters) }).collect()
        }
        _ => return None,
    };
    Some(Made::from(laid_out(value, &code)))
}

/// Of the form of the type, with check digits that do not hold, or a date that does not exist.
pub(super) fn never_issued(entity: &str, value: &str, draw: &mut Draw<'_>) -> Option<Made> {
    let characters = characters(value)?;
    let mut code = String::with_capacity(characters.len());
    for (place, c) in characters.iter().enumerate() {
        code.push(match (entity, place, c) {
            ("CH_AHV", 0..3, _) | ("VAT_NUMBER", 0..2, _) => *c,
            ("IN_PAN", 5..9, _) => '0',
            ("ES_NIE", 0, _) => draw.character("XYZ"),
            ("ES_NIF", 0, 'A'..='Z') => draw.character("KLM"),
            ("SG_NRIC_FIN", 0, _) => draw.character("FGMST"),
            ("IT_FISCAL_CODE", 8, _) => draw.character("ABCDEHLMPRST"),
            ("FR_NIR", 0, _) => draw.character("12"),
            ("CN_RESIDENT_ID" | "FR_NIR", ..) | (_, _, '0'..='9') => draw.digit(),
            _ => draw.character(LETTERS),
        });
    }
    let invalid = catalog::verdict(entity, code.as_bytes()) == Some(Verdict::Invalid);
    let like_a_card = (12..=19).contains(&code.len()) && luhn::is_valid(code.as_bytes());
    Some(Made { text: laid_out(value, &code), will_do: invalid && !like_a_card })
}
