//! Parts of a house: flats, floors, doors, buildings, in the languages of the grammars.
//!
//! Comes in: a view and the place where a street ends. Goes out: where the part behind it ends.
//!
//! # Sources
//! USPS Publication 28, appendix C2 (secondary units); Universal Postal Union, addressing systems of Germany, France,
//! Spain, Italy, Austria, Belgium and the Netherlands.
use super::Style;
use super::gaps::{gap, is_capital};
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, is_word, next_word, skip_spaces, word_end};

static UNITS: WordSet<64> = WordSet::of(&[
    "apt apartment suite ste unit floor fl rm room bldg building lot no flat level shop villa station stn",
]);
static FOREIGN: WordSet<256> = WordSet::of(&[
    "appartement appt app bât bat bâtiment batiment étage etage escalier esc porte résidence residence entrée hall bte boîte \
     piso planta puerta pta escalera portal bloque blq local oficina \
     scala sc int interno piano palazzina edificio \
     apto bloco sala casa andar conjunto \
     wohnung whg stock stiege tür top haus aufgang zimmer bus verdieping",
]);
/// Parts that need no number.
static ALONE: WordSet<64> = WordSet::of(&[
    "bajo bajos ático atico entresuelo principal izquierda derecha izq izda dcha hinterhaus vorderhaus seitenflügel \
     erdgeschoss eg dachgeschoss rdc",
]);
/// Words behind an ordinal that is a floor.
static FLOORS: WordSet<64> = WordSet::of(&[
    "floor fl og stock etage obergeschoss étage piso planta piano verdieping izq izquierda izda dcha derecha hoog",
]);

/// End of the part of a house behind `end`: "apt 5p", "#4", "3rd floor", "bât. B", "3º izq", "2. OG".
pub(super) fn unit_end(v: View<'_>, end: usize, style: Style) -> Option<usize> {
    let start = gap(v, end).to;
    if start == end {
        return None;
    }
    let after = word_end(v, start);
    let word = v.slice(start, after);
    let foreign = style == Style::Continental;
    // "RD 2", a rural delivery of New Zealand; in small letters it is a road.
    let named = UNITS.holds(word) || word == b"RD" || foreign && FOREIGN.holds(word);
    let mut i = start;
    if named {
        i = skip_spaces(v, after + usize::from(matches!(v.at(after), b'.' | b':')), 2);
    }
    let hash = v.at(i) == b'#';
    if hash {
        i = skip_spaces(v, i + 1, 1);
    }
    if !(named || hash) {
        if foreign && ALONE.holds(word) && !is_wordy(v.at(after)) {
            return Some(after + usize::from(v.at(after) == b'.'));
        }
        return floor_end(v, start, foreign);
    }
    let mut j = i;
    while (v.at(j).is_ascii_alphanumeric() || v.at(j) == b'-' && v.at(j + 1).is_ascii_alphanumeric())
        && j - i < 8
    {
        j += 1;
    }
    let id = v.slice(i, j);
    let single = id.len() == 1 && !(is_word(id, "i") || is_word(id, "a") && !hash && v.at(i) == b'a');
    let sound = id.len() <= 6 && (id.iter().any(u8::is_ascii_digit) || single);
    if i > start && sound && !is_wordy(v.at(j)) {
        return Some(j);
    }
    // "piso 3º B"
    if named && foreign { floor_end(v, i, true) } else { None }
}

/// End of "3rd floor", "2. OG", "3º B", "1er étage", "2 hoog" at `start`.
fn floor_end(v: View<'_>, start: usize, foreign: bool) -> Option<usize> {
    let digits = v.slice(start, start + 3).iter().take_while(|b| b.is_ascii_digit()).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let mut i = start + digits;
    let after = word_end(v, i);
    let mark = v.slice(i, after);
    // "3º", and "4ºD" with the door glued to it.
    let (sign, door) = mark.split_at_checked(2).unwrap_or((mark, &[]));
    let spanish = foreign && ["º", "ª", "°"].iter().any(|s| sign == s.as_bytes()) && door.len() < 2;
    let ordinal = is_any(mark, &["st", "nd", "rd", "th"])
        || foreign && (is_any(mark, &["e", "er", "ème", "eme", "ère", "ter"]) || mark.is_empty());
    if !spanish && !ordinal {
        return None;
    }
    if !door.is_empty() && spanish {
        return Some(after);
    }
    i = after + usize::from(v.at(after) == b'.');
    let (at, word) = next_word(v, i);
    let next = at + word.len();
    if FLOORS.holds(word) && !is_wordy(v.at(next)) {
        let door = skip_spaces(v, next + usize::from(v.at(next) == b'.'), 1);
        let lettered = spanish && is_capital(v, door) && !is_wordy(v.at(door + 1));
        return Some(if lettered { door + 1 } else { next + usize::from(v.at(next) == b'.' && spanish) });
    }
    // "3º B", "2º 1ª", "4º"
    if !spanish {
        return None;
    }
    if matches!(word, [b'A'..=b'Z']) && !is_wordy(v.at(next)) {
        return Some(next);
    }
    let second = skip_spaces(v, i, 2);
    let door = v.at(second).is_ascii_digit() && second > after;
    Some(if door && v.slice(second + 1, second + 3) == "ª".as_bytes() { second + 3 } else { after })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_end() {
        for (text, style, want) in [
            (", Apt. 5p, x", Style::English, Some(", Apt. 5p")),
            (" #4", Style::English, Some(" #4")),
            (", Suite #200", Style::English, Some(", Suite #200")),
            (" 3rd floor", Style::English, Some(" 3rd floor")),
            (" unit b", Style::English, Some(" unit b")),
            (" room i had", Style::English, None),
            (" bus 3", Style::English, None),
            (" bus 3", Style::Continental, Some(" bus 3")),
            (", 3º B", Style::Continental, Some(", 3º B")),
            (" 4ºD, x", Style::Continental, Some(" 4ºD")),
            (", 2º 1ª", Style::Continental, Some(", 2º 1ª")),
            (", 3º izq.", Style::Continental, Some(", 3º izq.")),
            (", piso 3º B", Style::Continental, Some(", piso 3º B")),
            (", 2. OG", Style::Continental, Some(", 2. OG")),
            (", 1er étage", Style::Continental, Some(", 1er étage")),
            (", Bât. B", Style::Continental, Some(", Bât. B")),
            (", bajo", Style::Continental, Some(", bajo")),
            (", int. 5", Style::Continental, Some(", int. 5")),
            (", 28013 Madrid", Style::Continental, None),
            (" 2 Tage", Style::Continental, None),
            ("", Style::Continental, None),
        ] {
            let got = unit_end(View::new(text), 0, style).map(|end| text.get(..end).unwrap());
            assert_eq!(got, want, "{text}");
        }
    }
}
