//! Numbers told by their rows of letters and digits: `AB12 CDE` is two letters, two digits, three letters.
//!
//! Comes in: a view and a place, or the characters of a number and the forms of a table. Goes out: the characters and
//! their end, and whether some form fits.
use crate::text::phrase::closes;
use crate::text::view::View;

/// Fewest and most of a row, letters below zero: `(-3, -1)` is one to three letters, `(4, 4)` four digits.
pub(in crate::catalog) type Row = (i8, i8);

/// The most characters of a number.
const LONGEST: usize = 16;

/// A short number, its letters as capitals.
pub(in crate::catalog) struct Number {
    characters: [u8; LONGEST],
    length: usize,
}

impl Number {
    pub(in crate::catalog) fn as_slice(&self) -> &[u8] {
        self.characters.get(..self.length).unwrap_or_default()
    }
}

/// Letters and digits from `i`, single `signs` between them, and their end. A group behind a sign is taken only where
/// it has a digit or capitals, so that the words of a sentence are none of it.
pub(in crate::catalog) fn read(v: View<'_>, i: usize, signs: &[u8]) -> Option<(Number, usize)> {
    let mut number = Number { characters: [0; LONGEST], length: 0 };
    let mut end = i;
    loop {
        let group =
            end + v.slice(end, end + LONGEST + 1).iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        for b in v.slice(end, group) {
            *number.characters.get_mut(number.length)? = b.to_ascii_uppercase();
            number.length += 1;
        }
        end = group;
        let next = v.slice(end + 1, end + 1 + LONGEST);
        let length = next.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        let goes_on = next.get(..length).is_some_and(|group| {
            !group.is_empty() && group.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        });
        if number.length == 0 || !goes_on || !signs.contains(&v.at(end)) || number.length + length > LONGEST {
            break;
        }
        end += 1;
    }
    let joined = v.at(end) == b'-' && v.at(end + 1).is_ascii_alphanumeric();
    (number.length > 0 && !joined && closes(v, end)).then_some((number, end))
}

/// Whether one of the forms has these rows.
pub(in crate::catalog) fn fits(number: &[u8], forms: &[&[Row]]) -> bool {
    forms.iter().any(|form| is_of(number, form))
}

/// Whether the number has these rows and nothing more.
pub(in crate::catalog) fn is_of(number: &[u8], form: &[Row]) -> bool {
    let mut rest = number;
    for &(least, most) in form {
        let letters = least < 0;
        let run = rest.iter().take_while(|b| b.is_ascii_digit() != letters).count();
        let signed = i8::try_from(run).unwrap_or(i8::MAX);
        if !(least..=most).contains(&if letters { -signed } else { signed }) {
            return false;
        }
        rest = rest.get(run..).unwrap_or_default();
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_letters_and_digits() {
        let form: &[Row] = &[(-2, -1), (1, 3), (-3, -3)];
        for good in ["AB1CDE", "A123CDE"] {
            assert!(is_of(good.as_bytes(), form), "{good}");
        }
        for bad in ["", "AB1CD", "ABC1CDE", "A1234CDE", "A1CDE1", "1CDE"] {
            assert!(!is_of(bad.as_bytes(), form), "{bad}");
        }
    }

    #[test]
    fn groups_are_read_and_words_are_not() {
        let number = |text: &str| {
            read(View::new(text), 0, b" -")
                .map(|(n, end)| (String::from_utf8(n.as_slice().to_vec()).unwrap(), end))
        };
        assert_eq!(number("ab12 CDE is"), Some(("AB12CDE".into(), 8)));
        assert_eq!(number("B-AB 1234."), Some(("BAB1234".into(), 9)));
        assert_eq!(number("12/34"), None);
        assert_eq!(number(""), None);
        assert_eq!(number("12345678901234567"), None);
    }
}
