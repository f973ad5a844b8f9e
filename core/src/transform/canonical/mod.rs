//! What the spellings of one value have in common, so that all of them get one number, one hash, one token.
//!
//! Comes in: a finding's type and its value. Goes out: the value's canonical form, in memory that is wiped.
//!
//! | types | canonical form |
//! |---|---|
//! | financial, government and health numbers, vehicles, IMEI, MAC address | letters and digits alone, in capitals; digits of every script as ASCII ones |
//! | telephone number | `+` and digits: `00` before a country code is `+`, its `(0)` is left out; an extension follows an `X` |
//! | e-mail address | local part composed (NFC), its case kept; domain in ASCII and small letters (IDNA) |
//! | web address | scheme and host as a domain, the rest as it is |
//! | IP address | as RFC 5952 writes it |
//! | UUID | small letters in five groups |
//! | date of birth | `1980-12-20` where it is one day and has all digits of its year |
//! | secrets, addresses of crypto-currencies | as they are; the words of a seed phrase in small letters |
//! | everything else | composed (NFC), single spaces |
//!
//! A telephone number without a country code is another value than one with: no country is guessed. What has no form of
//! its type keeps the last one of the table.
use core::net::IpAddr;

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::entity::{Category, EntityType};
use crate::text::date::read;
use crate::text::punycode;
use crate::text::view::View;

/// The version of the rules above: part of what keys are derived for. A change to one of them is a new version, never an
/// edit, once tokens are out.
pub(crate) const CANONICAL: u8 = 1;

/// The canonical form.
pub(super) fn canonical(entity: &EntityType, category: Category, value: &str) -> Zeroizing<String> {
    let form = match entity.name() {
        "CRYPTO" => return Zeroizing::new(value.to_owned()),
        "SEED_PHRASE" => return spaced(&Zeroizing::new(value.to_lowercase())),
        "EMAIL_ADDRESS" => email(value),
        "PHONE_NUMBER" => phone(value),
        "URL" => url(value),
        "IP_ADDRESS" => ip(value),
        "UUID" => uuid(value),
        "DATE_OF_BIRTH" => date(value),
        _ => match category {
            Category::Secret => return Zeroizing::new(value.to_owned()),
            Category::Financial
            | Category::GovernmentId
            | Category::Health
            | Category::Vehicle
            | Category::Device => Some(plain(value)),
            _ => None,
        },
    };
    form.filter(|form| !form.is_empty()).unwrap_or_else(|| spaced(value))
}

/// An empty text that takes `bytes` without moving: a buffer that moved would leave a copy behind.
fn room(bytes: usize) -> Zeroizing<String> {
    Zeroizing::new(String::with_capacity(bytes))
}

/// Letters and digits alone, in capitals.
fn plain(value: &str) -> Zeroizing<String> {
    let mut form = room(value.len());
    form.extend(value.chars().map(ascii).filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_uppercase()));
    form
}

/// Composed, with single spaces and none at its ends. Composing makes at most three times as many bytes.
fn spaced(value: &str) -> Zeroizing<String> {
    let mut form = room(value.len() * 3 + 8);
    for word in value.split_whitespace() {
        if !form.is_empty() {
            form.push(' ');
        }
        form.extend(word.nfc());
    }
    form
}

fn email(value: &str) -> Option<Zeroizing<String>> {
    let (local, domain) = value.rsplit_once('@')?;
    let mut form = room(local.len() * 3 + 1 + host_room(domain));
    form.extend(local.nfc());
    form.push('@');
    punycode::domain(domain, &mut form);
    Some(form)
}

fn host_room(domain: &str) -> usize {
    if domain.is_ascii() { domain.len() } else { punycode::room(domain.len()) }
}

/// `+16502530000`, `6502530000X464`.
fn phone(value: &str) -> Option<Zeroizing<String>> {
    let mut signs = room(value.len());
    signs.extend(
        value.chars().map(ascii).filter(|c| c.is_alphanumeric() || matches!(c, '+' | '(' | ')' | '#')),
    );
    // A `#` at an end parts nothing.
    let signs = signs.trim_start_matches(['(', ')', '#']).trim_end_matches(['(', ')', '#', '+']);
    let plus = signs.starts_with('+');
    // `+49 (0)30`: what is dialled inside the country only.
    let trunk = signs.split_once("(0)").filter(|(code, _)| {
        let digits = code.trim_start_matches('+').trim_start_matches("00").len();
        (plus || code.starts_with("00")) && (1..=3).contains(&digits)
    });
    let (code, subscriber) = trunk.unwrap_or((signs, ""));
    let mut flat = room(signs.len());
    let signs = code.chars().chain(subscriber.chars()).map(|c| if c == '#' { 'X' } else { c });
    flat.extend(signs.filter(|c| c.is_alphanumeric()));
    let (international, rest) = match flat.strip_prefix("00").filter(|_| !plus) {
        Some(rest) => (true, rest),
        None => (plus, flat.as_str()),
    };
    // An extension: behind a number, letters (or a `#`) and then digits to the end. Letters that are dialled are none.
    let before = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = before.trim_end_matches(char::is_alphabetic);
    let extended = before.len() < rest.len()
        && number.len() < before.len()
        && number.ends_with(|c: char| c.is_ascii_digit())
        && !number.contains(char::is_alphabetic);
    let (number, extension) = if extended { (number, rest.get(before.len()..)) } else { (rest, None) };
    let mut form = room(rest.len() + 2);
    if international {
        form.push('+');
    }
    form.extend(number.chars().map(|c| c.to_ascii_uppercase()));
    if let Some(extension) = extension {
        form.push('X');
        form.push_str(extension);
    }
    form.contains(char::is_alphanumeric).then_some(form)
}

fn url(value: &str) -> Option<Zeroizing<String>> {
    let (scheme, rest) = value.split_once("://")?;
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(end)?;
    let (user, host) = match authority.rsplit_once('@') {
        Some((user, host)) => (Some(user), host),
        None => (None, authority),
    };
    let mut form = room(value.len() + host_room(host) + 8);
    form.extend(scheme.chars().map(|c| c.to_ascii_lowercase()));
    form.push_str("://");
    if let Some(user) = user {
        form.push_str(user);
        form.push('@');
    }
    punycode::domain(host, &mut form);
    form.push_str(path);
    Some(form)
}

fn ip(value: &str) -> Option<Zeroizing<String>> {
    let address: IpAddr = value.trim_matches(['[', ']']).parse().ok()?;
    Some(Zeroizing::new(address.to_string()))
}

fn uuid(value: &str) -> Option<Zeroizing<String>> {
    let digits = value.bytes().filter(u8::is_ascii_hexdigit);
    let others = value.bytes().any(|b| !b.is_ascii_hexdigit() && !matches!(b, b'-' | b'{' | b'}'));
    if others || digits.clone().count() != 32 {
        return None;
    }
    let mut form = room(36);
    for (place, digit) in digits.enumerate() {
        if matches!(place, 8 | 12 | 16 | 20) {
            form.push('-');
        }
        form.push(char::from(digit.to_ascii_lowercase()));
    }
    Some(form)
}

fn date(value: &str) -> Option<Zeroizing<String>> {
    let value = value.trim();
    let written = read(View::new(value), 0).filter(|written| written.end == value.len())?;
    let year = value.as_bytes().windows(4).any(|digits| digits.iter().all(u8::is_ascii_digit));
    let date = written.date.filter(|_| year && written.other.is_none())?;
    Some(Zeroizing::new(format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)))
}

/// Full-width letters and signs as the plain ones, and digits of every script as ASCII ones.
pub(crate) fn ascii(c: char) -> char {
    match c {
        '\0'..='\u{65F}' => c,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => {
            let zero = ZEROS.iter().rev().find(|zero| **zero <= c).copied().unwrap_or(c);
            let value = u32::from(c) - u32::from(zero);
            char::from_digit(value, 10).filter(|_| zero <= c && zero > '\u{65F}').unwrap_or(c)
        }
    }
}

/// The zeros of the scripts whose digits are typed in numbers (Unicode, general category Nd).
#[rustfmt::skip]
const ZEROS: [char; 17] = [
    '\u{660}', '\u{6F0}', '\u{7C0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{B66}', '\u{BE6}', '\u{C66}', '\u{CE6}',
    '\u{D66}', '\u{E50}', '\u{ED0}', '\u{F20}', '\u{1040}', '\u{17E0}',
];

#[cfg(test)]
mod tests;
