//! What is harmless of names and addresses of people.
use unicode_segmentation::UnicodeSegmentation;

use super::STARS;
use super::shown::{count, starred};

/// First letter of the address, first letter of the domain, top-level domain: `j****@e****.com`. Wide, the whole domain.
pub(super) fn email(value: &str, wide: bool, out: &mut String) -> Option<()> {
    let (local, domain) = value.rsplit_once('@')?;
    out.push_str(initial(local));
    out.push_str(STARS);
    out.push('@');
    let top = domain.rsplit_once('.').map(|(_, top)| top).filter(|top| !top.contains(']'));
    if let (true, Some(_)) = (wide, top) {
        out.push_str(domain);
        return Some(());
    }
    out.push_str(initial(domain.split('.').next().unwrap_or_default()));
    out.push_str(STARS);
    if let Some(top) = top {
        out.push('.');
        out.push_str(top);
    }
    Some(())
}

/// The first letter or digit of what has three at least: of a shorter one it would say too much.
fn initial(text: &str) -> &str {
    let mut graphemes = text.graphemes(true);
    let first = graphemes.next().filter(|first| first.chars().count() == 1);
    let first = first.filter(|first| first.chars().all(char::is_alphanumeric));
    first.filter(|_| graphemes.nth(1).is_some()).unwrap_or_default()
}

/// The fewest digits a number has of which some are shown.
const DIGITS: usize = 7;

/// The country code, if the number has one, and the last two digits; wide, the last four. Never the area code.
pub(super) fn phone(value: &str, wide: bool, out: &mut String) -> Option<()> {
    let last = if wide { 4 } else { 2 };
    let digits: String = value.chars().filter(char::is_ascii_digit).take(5).collect();
    let (prefix, code) = if value.trim_start_matches('(').starts_with('+') {
        (0, digits.as_str())
    } else if let Some(code) = digits.strip_prefix("00") {
        (2, code)
    } else {
        (0, "")
    };
    let shown = prefix + country_code(code);
    let n = count(value);
    let enough = n >= DIGITS && n >= shown + last + 4;
    enough.then(|| starred(value, |at, n| at < shown || at + last >= n, out))?
}

/// How many of the digits are the country code (ITU-T E.164): zones 1 and 7 are one code, the others have codes of two
/// digits, and of three under the tens that are not listed here.
fn country_code(digits: &str) -> usize {
    match digits.as_bytes() {
        [b'1' | b'7', ..] => 1,
        [b'2', b'0' | b'7', ..]
        | [b'3', b'0'..=b'4' | b'6' | b'9', ..]
        | [b'4', b'0' | b'1' | b'3'..=b'9', ..]
        | [b'5', b'1'..=b'8', ..]
        | [b'6', b'0'..=b'6', ..]
        | [b'8', b'1' | b'2' | b'4' | b'6', ..]
        | [b'9', b'0'..=b'5' | b'8', ..] => 2,
        [b'2' | b'3' | b'4' | b'5' | b'6' | b'8' | b'9', _, ..] => 3,
        _ => 0,
    }
}

/// More words than a name has.
const WORDS: usize = 6;

/// First letters: `J**** D****`. A short word, or one of a script without capitals, shows nothing.
pub(super) fn initials(value: &str, out: &mut String) -> Option<()> {
    let mut any = false;
    for (n, word) in value.split_whitespace().enumerate() {
        if n == WORDS {
            return None;
        }
        let cased = |first: &&str| first.chars().all(|c| c.is_uppercase() || c.is_lowercase());
        let first = Some(initial(word)).filter(cased).unwrap_or_default();
        any |= !first.is_empty();
        out.push_str(if n > 0 { " " } else { "" });
        out.push_str(first);
        out.push_str(STARS);
    }
    any.then_some(())
}

/// The first letter, behind the `@` of a handle.
pub(super) fn user(value: &str, out: &mut String) -> Option<()> {
    let bare = value.strip_prefix('@').unwrap_or(value);
    let first = initial(bare);
    out.push_str(value.get(..value.len() - bare.len()).unwrap_or_default());
    out.push_str(first);
    out.push_str(STARS);
    (!first.is_empty()).then_some(())
}
