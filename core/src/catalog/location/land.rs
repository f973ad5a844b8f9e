//! Which country an address or a postal code lies in.
//!
//! Comes in: a view and the place of an address or a code. Goes out: an ISO 3166 code, where the form, the language of the
//! street or the city says which; `None` where several countries write alike (`Hauptstrasse 3, 8001`).
use super::city_codes::CODE_FIRST;
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_word, next_word, previous_word};

/// The first city of each country in the table of codes of five digits.
const FIRST: [(&str, [u8; 2]); 4] =
    [("berlin", *b"DE"), ("paris", *b"FR"), ("madrid", *b"ES"), ("roma", *b"IT")];

/// Countries by their names at the end of an address.
static COUNTRIES: &[(&str, [u8; 2])] = &[
    ("germany", *b"DE"),
    ("deutschland", *b"DE"),
    ("france", *b"FR"),
    ("spain", *b"ES"),
    ("españa", *b"ES"),
    ("italy", *b"IT"),
    ("italia", *b"IT"),
    ("netherlands", *b"NL"),
    ("nederland", *b"NL"),
    ("austria", *b"AT"),
    ("österreich", *b"AT"),
    ("switzerland", *b"CH"),
    ("schweiz", *b"CH"),
    ("suisse", *b"CH"),
    ("belgium", *b"BE"),
    ("belgique", *b"BE"),
    ("belgië", *b"BE"),
    ("australia", *b"AU"),
    ("kingdom", *b"GB"),
    ("england", *b"GB"),
    ("scotland", *b"GB"),
];

static FRENCH: WordSet<32> = WordSet::of(&["rue avenue boulevard place chemin impasse allée quai route"]);
static SPANISH: WordSet<16> = WordSet::of(&["calle avenida plaza paseo carrer camino"]);
static ITALIAN: WordSet<16> = WordSet::of(&["via viale piazza corso largo vicolo"]);
static GERMAN: [&str; 9] = ["straße", "strasse", "str", "weg", "platz", "allee", "gasse", "ring", "damm"];

/// The longest address that is read, in bytes.
const LONGEST: usize = 200;

pub(in crate::catalog) fn land_of_address(v: View<'_>, start: usize, end: usize) -> Option<[u8; 2]> {
    let end = end.min(start + LONGEST);
    let (mut language, mut code, mut at) = (None, None, start);
    let (_, last) = previous_word(v, end);
    if let Some((_, land)) = COUNTRIES.iter().find(|(name, _)| is_word(last, name)) {
        return Some(*land);
    }
    while at < end {
        let b = v.at(at);
        let run = v.slice(at, end).iter().take_while(|b| b.is_ascii_alphanumeric() || **b >= 0x80).count();
        let word = v.slice(at, at + run);
        if b.is_ascii_digit() && word.iter().all(u8::is_ascii_digit) && run >= 4 {
            code = Some((at, at + run));
        } else if language.is_none() {
            language = language_of(word);
        }
        at += run.max(1);
    }
    if let Some(land) = code.and_then(|(start, end)| land_of_code(v, start, end)) {
        return Some(land);
    }
    match (language, code) {
        (Some(land), Some((start, end))) if end - start == 5 => Some(land),
        _ => is_british(v, end).then_some(*b"GB"),
    }
}

fn language_of(word: &[u8]) -> Option<[u8; 2]> {
    let ends = |end: &&str| {
        word.len() >= end.len() && word.get(word.len() - end.len()..).is_some_and(|w| is_word(w, end))
    };
    if FRENCH.holds(word) {
        Some(*b"FR")
    } else if SPANISH.holds(word) {
        Some(*b"ES")
    } else if ITALIAN.holds(word) {
        Some(*b"IT")
    } else {
        GERMAN.iter().any(ends).then_some(*b"DE")
    }
}

/// By its letters, by the word that calls it so, or by the city behind it.
pub(in crate::catalog) fn land_of_code(v: View<'_>, start: usize, end: usize) -> Option<[u8; 2]> {
    let text = v.slice(start, end);
    if is_british(v, end) {
        return Some(*b"GB");
    }
    let letters = text.iter().rev().take_while(|b| b.is_ascii_uppercase()).count();
    if letters == 2 && text.len() <= 7 && text.iter().take(4).all(u8::is_ascii_digit) {
        return Some(*b"NL");
    }
    let five = text.len() == 5 && text.iter().all(u8::is_ascii_digit);
    if !five {
        return None;
    }
    let (_, word) = previous_word(v, start);
    if is_word(word, "plz") || is_word(word, "postleitzahl") {
        return Some(*b"DE");
    }
    let number = text.iter().take(3).fold(0, |n, d| n * 10 + u16::from(d.wrapping_sub(b'0')));
    let (_, city) = next_word(v, end);
    let place = CODE_FIRST
        .iter()
        .position(|(name, from, to)| is_word(city, name) && (*from..=*to).contains(&number))?;
    let first = |name: &str| CODE_FIRST.iter().position(|row| row.0 == name).unwrap_or(usize::MAX);
    FIRST.iter().rev().find(|(name, _)| first(name) <= place).map(|(_, land)| *land)
}

/// Whether a British postal code ends at `end`: a digit and two letters behind a space, and one to two letters and a digit
/// before it.
fn is_british(v: View<'_>, end: usize) -> bool {
    let back = |n: usize| v.at(end.wrapping_sub(n));
    let letter = |b: u8| b.is_ascii_alphabetic();
    let inward = letter(back(1)) && letter(back(2)) && back(3).is_ascii_digit() && back(4) == b' ';
    let outward = v.slice(end.saturating_sub(8), end.saturating_sub(4));
    let code = outward.rsplit(|b| !b.is_ascii_alphanumeric()).next().unwrap_or_default();
    inward
        && code.len() >= 2
        && letter(code.first().copied().unwrap_or(0))
        && code.iter().any(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_codes_tell_their_country() {
        for (text, land) in [
            ("Hauptstraße 12, 38640 Goslar am Harz", Some(*b"DE")),
            ("12 rue de la Paix, 75002 Paris", Some(*b"FR")),
            ("Calle Mayor 5, 3º B, 28013 Madrid", Some(*b"ES")),
            ("via Garibaldi 12, 20121 Milano", Some(*b"IT")),
            ("10 Downing St, London SW1A 2AA", Some(*b"GB")),
            ("Bahnhofstrasse 3, 8001 Zürich", None),
            ("Bahnhofstrasse 3, 8001 Zürich, Schweiz", Some(*b"CH")),
            ("350 5th Ave, New York, NY 10118", None),
        ] {
            assert_eq!(land_of_address(View::new(text), 0, text.len()), land, "{text}");
        }
        let v = View::new("PLZ 38640, 50667 Köln, 1012 LG, 38640 Goslar");
        for (start, end, land) in
            [(4, 9, Some(*b"DE")), (11, 16, Some(*b"DE")), (24, 31, Some(*b"NL")), (33, 38, None)]
        {
            assert_eq!(land_of_code(v, start, end), land, "{start}");
        }
    }
}
