//! Addresses known by their postal code: a name and a house number, and behind a comma or on the next line five or four
//! digits and a city. `Am Markt 5, 38640 Goslar`, `Damrak 1, 1012 LG Amsterdam`.
//!
//! Comes in: a view and the digits that begin the line or stand behind the comma. Goes out: the address around them. It
//! finds streets whose name has no type at all; those that have one are found from it, with the same end.
use super::Style;
use super::beside_city::has_short_code;
use super::city_name::city_behind_code;
use super::codes::{Kind, code_at};
use super::gaps::{is_capital, name_start};
use super::house_number::{is_house_number, number_behind};
use super::stops::ends_name;
use super::tail::tail_end;
use crate::catalog::prelude::*;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::{skip_spaces, skip_spaces_back, word_start};

/// Words that begin a street's name: nothing before them belongs to it.
static OPENING: WordSet<64> = WordSet::of(&[
    "am an auf im in zum zur bei beim unter unterm hinter vor neben ober obere alte alter alten neue neuer große kleine",
]);
/// Small words inside a name.
static INSIDE: WordSet<64> =
    WordSet::of(&["der den dem des de la del di du van het aan op en les el los las della dei"]);
/// Words with a number that are no streets.
static OTHERS: WordSet<256> = WordSet::of(&[
    "invoice order ticket rechnung bestellung auftrag position pos artikel seite zimmer raum kapitel teil version nummer nr no \
     number ref reference case item page room chapter part pedido factura commande facture ordine bestelling apt \
     apartment suite unit flat table tisch gate platz reihe row seat woche week kw tag day level stufe step schritt \
     klasse class version windows iphone galaxy android menge qty quantity anzahl stück \
     january february march april may june july august september october november december jan feb mar apr jun jul aug sep \
     sept oct nov dec",
]);

/// The digits are `p.at..p.end`.
pub(super) fn before_code(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    // Over the comma or the line break to the house number.
    let mut i = p.at;
    let mut signs = 0;
    while p.at - i < 4 && matches!(v.before(i), b' ' | b',' | b'\n' | b'\r') {
        signs += usize::from(matches!(v.before(i), b',' | b'\n'));
        i -= 1;
    }
    let number_end = i;
    while number_end - i < 10 && (v.before(i).is_ascii_alphanumeric() || matches!(v.before(i), b'-' | b'/')) {
        i -= 1;
    }
    let (number, spaced) = match (i, v.at(i).is_ascii_digit()) {
        (i, true) => (i, false),
        // "12 a, 10115 Berlin"
        (i, false) if number_end - i == 1 && v.before(i) == b' ' => {
            let mut j = i - 1;
            while i - j < 6 && v.before(j).is_ascii_digit() {
                j -= 1;
            }
            (j, true)
        }
        _ => return None,
    };
    if !(1..=2).contains(&signs) || number == number_end || v.before(number) != b' ' {
        return None;
    }
    let house = number_behind(v, number)?;
    if house.end != number_end || !spaced && !is_house_number(v, number, number_end) {
        return None;
    }
    let code = code_at(v, p.at)?;
    let city = city_behind_code(v, code.end)?;
    // Dutch letters are proof by themselves; a short code without them is any number beside a word.
    let proof = code.kind == Kind::Dutch || city.capital;
    let (start, capitals) = name_before(v, number, proof)?;
    if !capitals && code.kind != Kind::Dutch {
        return None;
    }
    // "March 5, 2024 Monday", but "Meir 12, 2000 Antwerpen".
    let year = code.kind == Kind::Four && matches!((v.at(p.at), v.at(p.at + 1)), (b'1', b'9') | (b'2', b'0'));
    if year && !has_short_code(v, p.at, skip_spaces(v, code.end, 2)) {
        return None;
    }
    let tail = tail_end(v, house.end, Style::Continental);
    let found = super::whole(start, tail.end, true).score(70);
    // "Graben 12, 1010 Wien", but "Score 5, 10000 Points": one word and a small town need a word about addresses near.
    let single = !v.slice(start, number - 1).contains(&b' ');
    let sure = !single || code.kind == Kind::Dutch || city.large;
    tail.code
        .is_some()
        .then(|| if sure { found.cued() } else { found.verdict(Verdict::Unknown).score(55).weak() })
}

/// Start of the street's name before `number`, and whether it has capitals. Words in small letters end it, but for those
/// inside names; a name without any capital is the one or two words before the number.
fn name_before(v: View<'_>, number: usize, proof: bool) -> Option<(usize, bool)> {
    let (mut i, mut best, mut words) = (number, None, 0);
    while proof && words < 5 {
        let end = skip_spaces_back(v, i, 1);
        let end = if v.before(end) == b'.' && words == 0 { end - 1 } else { end };
        let start = name_start(v, end);
        // "Hans-Meier-Weg" by its last part, "C.so" as a whole.
        let dotted = v.slice(start, end).contains(&b'.');
        let word = v.slice(if dotted { start } else { word_start(v, end) }, end);
        if end == i || start == end || is_wordy(v.before(start)) || OTHERS.holds(word) {
            break;
        }
        if is_capital(v, start) {
            let opening = OPENING.holds(word);
            if !opening && (ends_name(word) || words == 0 && end - start < 3) {
                break;
            }
            best = Some((start, true));
            if opening {
                break;
            }
        } else if words == 0 || !INSIDE.holds(word) {
            break;
        }
        words += 1;
        i = start;
    }
    if best.is_some() {
        return best;
    }
    let end = skip_spaces_back(v, number, 1);
    let start = name_start(v, end);
    let word = v.slice(start, end);
    let sound = end < number
        && end - start > 3
        && !is_wordy(v.before(start))
        && !OTHERS.holds(word)
        && !ends_name(word);
    sound.then_some((start, is_capital(v, start)))
}
