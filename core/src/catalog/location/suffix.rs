//! What follows a street: direction, unit, city, state, ZIP code, country.
//!
//! Comes in: the place where the street type ends. Goes out: where the whole address ends.
use super::postal_code::zip_end;
use super::states::is_state;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::{is_word, next_word, skip_spaces, word_end};

/// Words that are in no street's or city's name when they stand in small letters or count something.
static STOP: WordSet<1024> = WordSet::of(&[
    "a about after all am an and any are as at be because been before but by can cannot could day days \
    did do does don't each every extra few for from get gb got had has have he help here hour hours how hrs i i'm if in \
    into is it its items just kb km left less lot many mb me mi mile miles min mins minute minutes mm month months more \
    most my need no not now of off on once one only or order other our out over pcs per percent pieces please pls same \
    sec second seconds she should since so some star stars still tb than thank thanks that the their them then there \
    these they this those times to too two until up us usb users via wait want was way ways we week weeks weren't were \
    what when where which who will with working business would yards year years you your phone call ticket number \
    zip code am pm hard flash external test lane different separate possible",
]);

static UNITS: WordSet<32> =
    WordSet::of(&["apt apartment suite ste unit floor fl rm room bldg building lot no flat"]);
static DIRECTIONS: WordSet<64> =
    WordSet::of(&["n s e w ne nw se sw north south east west northeast northwest southeast southwest"]);

/// Whether `word` cannot be part of a name of a street or city.
pub(super) fn is_stop(word: &[u8]) -> bool {
    STOP.holds(word)
}

/// End of the address whose street ends at `end`, and whether a unit, state or ZIP code proves it.
pub(super) fn tail_end(v: View<'_>, mut end: usize) -> (usize, bool) {
    let mut proven = false;
    let (at, word) = next_word(v, end + usize::from(v.at(end) == b'.'));
    let direction = DIRECTIONS.holds(word) && (word.len() != 1 || v.at(at).is_ascii_uppercase());
    if direction && !is_wordy(v.at(at + word.len())) && v.at(at + word.len()) != b'\'' {
        end = at + word.len();
    }
    for _ in 0..2 {
        if let Some(next) = unit_end(v, end) {
            (end, proven) = (next, true);
        }
    }
    if let Some(next) = place_end(v, end) {
        (end, proven) = (next, true);
    }
    (end, proven)
}

/// Over the signs between two parts of an address; at most two line breaks. Whether there was a comma or a break.
fn gap(v: View<'_>, end: usize) -> (usize, bool) {
    let (mut i, mut breaks, mut strong) = (end, 0, false);
    while i - end < 16 {
        match v.at(i) {
            b' ' | b'\t' | b'\r' | b'.' => {}
            b',' => strong = true,
            b'\n' if breaks < 2 => {
                breaks += 1;
                strong = true;
            }
            _ => break,
        }
        i += 1;
    }
    (i, strong)
}

/// End of "apt 5p", "#4", "Suite 200", "3rd floor" behind `end`.
fn unit_end(v: View<'_>, end: usize) -> Option<usize> {
    let (start, _) = gap(v, end);
    if start == end {
        return None;
    }
    let after = word_end(v, start);
    let mut i = start;
    let named = UNITS.holds(v.slice(start, after));
    if named {
        i = skip_spaces(v, after + usize::from(v.at(after) == b'.'), 2);
    }
    let hash = v.at(i) == b'#';
    if hash {
        i = skip_spaces(v, i + 1, 1);
    }
    let mut j = i;
    while (v.at(j).is_ascii_alphanumeric() || v.at(j) == b'-' && v.at(j + 1).is_ascii_alphanumeric())
        && j - i < 8
    {
        j += 1;
    }
    let id = v.slice(i, j);
    if !(named || hash) {
        // "3rd floor"
        let (at, word) = next_word(v, j);
        let floor = at > j
            && (is_word(word, "floor") || is_word(word, "fl"))
            && id.first().is_some_and(u8::is_ascii_digit);
        return floor.then_some(at + word.len());
    }
    let single = id.len() == 1 && !(is_word(id, "i") || is_word(id, "a") && !hash && v.at(i) == b'a');
    let sound = id.len() <= 6 && (id.iter().any(u8::is_ascii_digit) || single);
    (i > start && sound && !is_wordy(v.at(j))).then_some(j)
}

/// End of ", City, ST 12345", "\nCity ST", " city st 12345", ", 12345" behind `end`, and of the country behind that.
fn place_end(v: View<'_>, end: usize) -> Option<usize> {
    let (mut i, strong) = gap(v, end);
    let (mut words, mut capital, mut comma, mut best) = (0usize, true, strong, None);
    if i == end {
        return None;
    }
    for _ in 0..6 {
        if let Some(zip) = zip_end(v, i) {
            // Without comma, state or capitals, five digits behind words are any number.
            let sound = if words == 0 { strong } else { comma || capital || best.is_some() };
            return if sound { Some(country_end(v, zip)) } else { best };
        }
        let after = name_end(v, i);
        let word = v.slice(i, after);
        if word.is_empty() || is_stop(word) {
            return best;
        }
        let state = after - i == 2 && is_state(word);
        if state {
            let loud = word.iter().all(u8::is_ascii_uppercase);
            let (zip_at, _) = gap(v, after);
            if let Some(zip) = zip_end(v, zip_at) {
                return Some(country_end(v, zip));
            }
            if loud && words > 0 && comma && capital {
                best = Some(after);
            }
        }
        capital &= v.char_at(i).is_some_and(char::is_uppercase);
        words += 1;
        let (next, sign) = gap(v, after);
        if next == after {
            return best;
        }
        comma |= sign;
        i = next;
    }
    best
}

/// End of a word of a city's name: letters, hyphens, apostrophes.
fn name_end(v: View<'_>, i: usize) -> usize {
    let mut end = word_end(v, i);
    while end > i && matches!(v.at(end), b'-' | b'\'') {
        let next = word_end(v, end + 1);
        if next == end + 1 || next - i > 60 {
            break;
        }
        end = next;
    }
    end
}

/// With ", USA" where it follows.
fn country_end(v: View<'_>, end: usize) -> usize {
    let (at, _) = gap(v, end);
    let after = word_end(v, at);
    let word = v.slice(at, after);
    if is_word(word, "usa") || word == b"US" {
        return after;
    }
    let (next, states) = next_word(v, after);
    if is_word(word, "united") && is_word(states, "states") { next + states.len() } else { end }
}
