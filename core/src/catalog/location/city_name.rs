//! The name of a city behind its postal code: `10115 Berlin`, `38640 Goslar am Harz`, `75008 Paris Cedex 08`.
//!
//! Comes in: a view and the place where the code ends. Goes out: where the name ends.
use super::cities::city_end;
use super::gaps::{is_capital, name_end};
use super::regions::country_end;
use super::stops::ends_name;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::{is_word, skip_spaces};

/// A city's name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct CityName {
    pub(super) end: usize,
    /// It begins with a capital.
    pub(super) capital: bool,
    /// It is one of the large ones.
    pub(super) large: bool,
}

/// First words that need another one.
static OPENING: WordSet<128> = WordSet::of(&[
    "bad sankt st saint sainte san santa santo sant la le les los las el den de het new neu alt reggio monte porto castel \
     hannoversch sint groß gross klein markt schwäbisch villa palma a lutherstadt hansestadt",
]);

/// Words between two parts of a name.
static JOINING: WordSet<128> = WordSet::of(&[
    "am an der im in ob vorm vor bei auf dem den de la del di du des sur sous en les lès aan op do da el las los van het",
]);

/// The city behind the code that ends at `end`.
pub(super) fn city_behind_code(v: View<'_>, end: usize) -> Option<CityName> {
    let comma = usize::from(v.at(end) == b',');
    let start = skip_spaces(v, end + comma, 2);
    if start == end + comma && comma == 0 {
        return None;
    }
    // "'s-Hertogenbosch"
    let apostrophe = usize::from(v.at(start) == b'\'' && v.at(start + 2) == b'-');
    let first = name_end(v, start + apostrophe);
    let word = v.slice(start, first);
    let opening = OPENING.holds(word);
    let capital = is_capital(v, start) || apostrophe == 1;
    if !opening && (word.len() < 2 || ends_name(word) || is_wordy(v.at(first))) {
        return None;
    }
    let mut name = CityName { end: first, capital, large: city_end(v, start).is_some() };
    if opening {
        name.end = more(v, first + usize::from(v.at(first) == b'.'), capital)?;
    }
    while let Some(next) = joined(v, name.end, capital) {
        name.end = next;
        if next - start > 60 {
            break;
        }
    }
    name.end = addition_end(v, name.end);
    Some(name)
}

/// The next word of the name, if one stands at `end` behind a space.
fn more(v: View<'_>, end: usize, capital: bool) -> Option<usize> {
    let start = skip_spaces(v, end, 1);
    let next = name_end(v, start);
    let word = v.slice(start, next);
    let sound = start > end && next > start && !ends_name(word) && !is_wordy(v.at(next));
    (sound && (!capital || is_capital(v, start))).then_some(next)
}

/// The part of the name behind "am", "an der", "de la".
fn joined(v: View<'_>, end: usize, capital: bool) -> Option<usize> {
    let mut i = end;
    for words in 0..3 {
        let start = skip_spaces(v, i, 1);
        let after = name_end(v, start);
        if start == i || after == start {
            return None;
        }
        if is_capital(v, start) || !JOINING.holds(v.slice(start, after)) {
            if words == 0 {
                return None;
            }
            let next = more(v, i, capital)?;
            // "Las Palmas de Gran Canaria"
            let second = more(v, next, true).filter(|_| capital && is_word(v.slice(start, after), "gran"));
            return Some(second.unwrap_or(next));
        }
        i = after;
    }
    None
}

/// With "(MI)", "MI", "Cedex 08", "/Main", "(Saale)", "a.M." behind it.
fn addition_end(v: View<'_>, end: usize) -> usize {
    if v.at(end) == b'/' {
        let next = name_end(v, end + 1);
        return if next > end + 1 { next } else { end };
    }
    let i = skip_spaces(v, end, 1);
    if i == end {
        return end;
    }
    if v.at(i) == b'(' {
        let next = name_end(v, i + 1);
        let closed = next > i + 1 && v.at(next) == b')' && is_capital(v, i + 1);
        return if closed { next + 1 } else { end };
    }
    let next = name_end(v, i);
    let word = v.slice(i, next);
    if is_word(word, "cedex") {
        let digits = skip_spaces(v, next, 1);
        let count = v.slice(digits, digits + 3).iter().take_while(|b| b.is_ascii_digit()).count();
        return if (1..=2).contains(&count) { digits + count } else { next };
    }
    if v.slice(i, i + 4) == b"a.M." || v.slice(i, i + 4) == b"a.d." {
        return i + 4;
    }
    // An Italian province; "US" and the like are countries.
    let province = word.len() == 2 && word.iter().all(u8::is_ascii_uppercase) && !is_wordy(v.at(next));
    if province && country_end(v, i).is_none() { next } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end() {
        for (text, want) in [
            (" Berlin, bitte", Some(" Berlin")),
            (" berlin bitte", Some(" berlin")),
            (" Mühldorf am Inn VAT", Some(" Mühldorf am Inn")),
            (" osterode am harz, x", Some(" osterode am harz")),
            (" Rothenburg ob der Tauber", Some(" Rothenburg ob der Tauber")),
            (" Bad Homburg vor der Höhe", Some(" Bad Homburg vor der Höhe")),
            (" Frankfurt/Main", Some(" Frankfurt/Main")),
            (" Frankfurt a.M.", Some(" Frankfurt a.M.")),
            (" Halle (Saale)", Some(" Halle (Saale)")),
            (" Paris Cedex 08", Some(" Paris Cedex 08")),
            (" Le Kremlin-Bicêtre", Some(" Le Kremlin-Bicêtre")),
            (" L'Hospitalet de Llobregat", Some(" L'Hospitalet de Llobregat")),
            (" Las Palmas de Gran Canaria", Some(" Las Palmas de Gran Canaria")),
            (" Milano (MI)", Some(" Milano (MI)")),
            (" Roma RM.", Some(" Roma RM")),
            (" 's-Hertogenbosch", Some(" 's-Hertogenbosch")),
            (" Den Haag", Some(" Den Haag")),
            (" Capelle aan den IJssel", Some(" Capelle aan den IJssel")),
            (" St. Gallen", Some(" St. Gallen")),
            (" Berlin Bitte melden", Some(" Berlin")),
            (" Berlin am Montag", Some(" Berlin")),
            (" bitte", None),
            (" please", None),
            ("Berlin", None),
            (" 12", None),
            ("", None),
        ] {
            let got = city_behind_code(View::new(text), 0).map(|c| text.get(..c.end).unwrap());
            assert_eq!(got, want, "{text}");
        }
    }
}
