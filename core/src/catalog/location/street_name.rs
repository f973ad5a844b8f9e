//! The name of a street behind its type: `de la Paix`, `Giuseppe Garibaldi`, `del 25 de Mayo`, and the number behind it.
//!
//! Comes in: a view and the place where the street type ends. Goes out: where the name ends and where a number starts.
use super::Style;
use super::cities::city_end;
use super::gaps::{is_capital, name_end};
use super::stops::{ends_name, is_month};
use super::units::unit_end;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, next_word, skip_spaces, word_end};

/// Small words inside a name.
static INSIDE: WordSet<128> = WordSet::of(&[
    "de du des d la le les l aux et en sur sous saint sainte st ste del el los las y di della dello dei degli delle dell da dal \
     san santa sant santo e do dos das a den der dem van het",
]);
/// What stands before a number: "nº 12", "n. 12", "número 12".
const LABELS: &[&str] =
    &["nº", "n°", "núm", "num", "número", "numero", "nro", "no", "nr", "n", "civico", "numéro"];

/// Content words of a name in small letters, and in all.
const SMALL: usize = 3;
const MOST: usize = 6;

/// What stands behind a street type.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Name {
    /// Where the name ends.
    pub(super) end: usize,
    /// Words that are no particles.
    pub(super) content: usize,
    /// A content word begins with a capital.
    pub(super) capital: bool,
    /// Where the number behind it starts, or ends for "s/n".
    pub(super) number: Option<usize>,
    /// The number is "s/n", which says that there is none.
    pub(super) none: bool,
}

/// Reads the name that starts at or behind `from`. With `numbered` it goes on to the house number; without, it ends where
/// small letters follow capitals, or where a city or a part of the house begins.
pub(super) fn name_behind(v: View<'_>, from: usize, numbered: bool) -> Name {
    let mut name = Name { end: from, ..Name::default() };
    let mut i = from;
    for _ in 0..MOST + 6 {
        let comma = usize::from(v.at(i) == b',');
        let start = skip_spaces(v, i + comma, 2);
        if start == i && i > from {
            return name;
        }
        if v.at(start).is_ascii_digit() {
            match day_end(v, start).filter(|_| comma == 0) {
                Some(end) => {
                    (name.end, name.content, name.capital, i) = (end, name.content + 1, true, end);
                    continue;
                }
                None => {
                    name.number = Some(start);
                    return name;
                }
            }
        }
        let end = name_end(v, start);
        let word = v.slice(start, end);
        if word.is_empty() {
            return name;
        }
        if is_any(v.slice(start, start + 3), &["s/n"]) && !is_wordy(v.at(start + 3)) {
            return Name { number: Some(start + 3), none: true, ..name };
        }
        if is_any(v.slice(start, word_end(v, start)), LABELS) && name.content > 0 {
            let after = skip_spaces(v, end + usize::from(matches!(v.at(end), b'.' | b':')), 1);
            if v.at(after).is_ascii_digit() {
                return Name { number: Some(after), ..name };
            }
        }
        if comma == 1 {
            return name;
        }
        let capital = is_capital(v, start);
        if INSIDE.holds(word) && !(capital && name.content > 0) {
            i = end + usize::from(v.at(end) == b'.');
            continue;
        }
        let over =
            ends_name(word) || name.content == MOST || !name.capital && !capital && name.content == SMALL;
        if over || is_wordy(v.at(end)) {
            return name;
        }
        if !numbered && name.content > 0 {
            let small = name.capital && !capital;
            if small || city_end(v, start).is_some() || unit_end(v, name.end, Style::Continental).is_some() {
                return name;
            }
        }
        name.capital |= capital;
        name.content += 1;
        name.end = end;
        i = end + usize::from(v.at(end) == b'.' && end - start < 4);
    }
    name
}

/// End of the day that a street is named after: "8 mai 1945", "25 de Mayo", "4 Novembre".
fn day_end(v: View<'_>, start: usize) -> Option<usize> {
    let digits = v.slice(start, start + 3).iter().take_while(|b| b.is_ascii_digit()).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let (mut at, mut word) = next_word(v, start + digits + usize::from(v.at(start + digits) == b'.'));
    if is_any(word, &["de", "er"]) {
        (at, word) = next_word(v, at + word.len());
    }
    if !is_month(word) {
        return None;
    }
    let end = at + word.len();
    let year = skip_spaces(v, end, 1);
    let digits = v.slice(year, year + 5).iter().take_while(|b| b.is_ascii_digit()).count();
    Some(if year > end && digits == 4 { year + 4 } else { end })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end() {
        for (text, numbered, end, number) in [
            (" de la Paix, Paris", false, " de la Paix", None),
            (" victor hugo 75011", false, " victor hugo", Some(13)),
            (" du 8 mai 1945 à", false, " du 8 mai 1945", None),
            (" Victor Hugo est", false, " Victor Hugo", None),
            (" de la république paris", false, " de la république", None),
            (" Foch appartement 5", false, " Foch", None),
            (" Mayor, 5", true, " Mayor", Some(8)),
            (" Mayor nº 5", true, " Mayor", Some(11)),
            (" 25 de Mayo 12", true, " 25 de Mayo", Some(12)),
            (" Mayor s/n", true, " Mayor", Some(10)),
            (" Giuseppe Garibaldi 5", true, " Giuseppe Garibaldi", Some(20)),
            (" a tiempo", true, "", None),
            (" is closed 5", true, "", None),
            ("", true, "", None),
        ] {
            let name = name_behind(View::new(text), 0, numbered);
            let ends = if end.is_empty() { None } else { text.get(..name.end) };
            assert_eq!(ends.unwrap_or(""), end, "{text}");
            if !end.is_empty() {
                assert_eq!(name.number, number, "{text}");
            }
        }
    }
}
