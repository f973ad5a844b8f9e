//! A number as people write it: digits, and signs that only part them.
//!
//! Comes in: a value. Goes out: its digits, and the value again with other digits in their places.
use zeroize::Zeroizing;

use crate::crypto::FF1_MOST;

/// The longest value, in bytes.
pub(super) const LONGEST: usize = 96;

/// The ASCII digits of a value. `None` where it holds anything but digits and signs that part them: a letter that would
/// stay where it is would be shown. Digits of other scripts are none here, since they could not be put back as they were.
pub(super) fn digits(value: &str) -> Option<Zeroizing<Vec<u8>>> {
    let known = value.len() <= LONGEST && value.chars().all(|c| c.is_ascii_digit() || parts(c));
    let mut digits = Zeroizing::new(Vec::with_capacity(value.len()));
    digits.extend(value.bytes().filter(u8::is_ascii_digit));
    (known && digits.len() <= FF1_MOST).then_some(digits)
}

/// The value with `digits` in place of its own, one for one.
pub(super) fn with_digits(value: &str, digits: &[u8]) -> Zeroizing<String> {
    let mut digits = digits.iter();
    let mut text = Zeroizing::new(String::with_capacity(value.len()));
    text.extend(value.chars().map(|c| match c {
        c if c.is_ascii_digit() => digits.next().map_or('0', |&d| char::from(d)),
        c => c,
    }));
    text
}

/// Signs between digits: spaces, dashes, dots, slashes, brackets and a plus sign; typographic ones, too.
pub(super) fn parts(c: char) -> bool {
    matches!(
        c,
        ' ' | '-' | '.' | '/' | '(' | ')' | '+' | '\u{A0}' | '\u{AD}' | '\u{2000}'..='\u{200D}'
            | '\u{2010}'..='\u{2015}' | '\u{202F}' | '\u{2060}' | '\u{2212}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_taken_out_and_put_back() {
        for (value, expected) in [
            ("4111 1111-1111.1111", "4111111111111111"),
            ("+1 (650) 253\u{2011}0000", "16502530000"),
            ("7", "7"),
        ] {
            let taken = digits(value).unwrap();
            assert_eq!(taken.as_slice(), expected.as_bytes());
            assert_eq!(with_digits(value, &taken).as_str(), value);
        }
        assert_eq!(with_digits("1-2 3", b"789").as_str(), "7-8 9");
        let long = "1".repeat(65);
        for value in ["12345a", "A1234567", "１２３４５６７", "1:2", "{1}", "1\n2", "0x12", long.as_str()]
        {
            assert!(digits(value).is_none(), "{value}");
        }
        assert!(digits(&"1".repeat(64)).is_some() && digits(&" ".repeat(97)).is_none());
    }
}
