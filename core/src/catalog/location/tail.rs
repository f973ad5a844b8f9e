//! What follows a street: direction, unit, city, region, postal code, country.
//!
//! Comes in: the place where street and house number end. Goes out: where the whole address ends.
use super::Style;
use super::codes::Kind;
use super::place::place_end;
use super::units::unit_end;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::next_word;

static DIRECTIONS: WordSet<64> = WordSet::of(&[
    "n s e w ne nw se sw north south east west northeast northwest southeast southwest ouest est nord sud",
]);

/// The end of an address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Tail {
    pub(super) end: usize,
    /// A unit, a region or a postal code proves that it is one.
    pub(super) proven: bool,
    /// A postal code was found.
    pub(super) code: Option<Kind>,
    /// A city was found.
    pub(super) city: bool,
}

/// End of the address whose street, number included, ends at `end`.
pub(super) fn tail_end(v: View<'_>, end: usize, style: Style) -> Tail {
    let mut tail = Tail { end, proven: false, code: None, city: false };
    let (at, word) = next_word(v, end + usize::from(v.at(end) == b'.'));
    let direction = DIRECTIONS.holds(word) && (word.len() != 1 || v.at(at).is_ascii_uppercase());
    if direction && !is_wordy(v.at(at + word.len())) && v.at(at + word.len()) != b'\'' {
        tail.end = at + word.len();
    }
    for _ in 0..3 {
        match unit_end(v, tail.end, style) {
            Some(next) => (tail.end, tail.proven) = (next, true),
            None => break,
        }
    }
    if let Some(place) = place_end(v, tail.end, style) {
        tail.end = place.end;
        tail.proven |= place.proven;
        (tail.code, tail.city) = (place.code, place.city);
    }
    tail
}
