//! Codes of a place on a grid: plus codes (`8FVC9G8F+6W`) and geohashes (`u33dc0f`), behind a word that says so.
//!
//! Comes in: the word's probe. Goes out: the code, where it names a place to within a street.
use crate::catalog::prelude::*;
use crate::text::phrase::{NONE, lead};
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, next_word};

static FILLERS: WordSet<16> = WordSet::of(&["code codes my the location"]);

/// Behind `plus code`, `pluscode` and `olc`.
pub(super) fn plus_code(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let cue = v.slice(p.at, p.end);
    let said = !is_any(cue, &["plus"]) || is_any(next_word(v, p.end).1, &["code", "codes"]);
    if !said {
        return None;
    }
    let start = lead(v, p.end, &FILLERS, &NONE, 32).at;
    let end = open_location_code(v, start)?;
    Some(Found::new(start, end).cued())
}

/// Eight, six or four digits of base 20, `+`, and two or three more. The whole ones begin with a latitude below 180
/// degrees and a longitude below 360.
fn open_location_code(v: View<'_>, start: usize) -> Option<usize> {
    let digit = |b: u8| b"23456789CFGHJMPQRVWX".iter().position(|d| *d == b.to_ascii_uppercase());
    let run = |at: usize| v.slice(at, at + 9).iter().take_while(|b| digit(**b).is_some()).count();
    let front = run(start);
    let end = start + front + 1 + run(start + front + 1);
    let plausible = front < 8 || digit(v.at(start)) < Some(9) && digit(v.at(start + 1)) < Some(18);
    let form = matches!(front, 4 | 6 | 8)
        && v.at(start + front) == b'+'
        && (2..=3).contains(&(end - start - front - 1));
    (form && plausible && !is_wordy(v.at(end))).then_some(end)
}

/// Behind `geohash`.
pub(super) fn geohash(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let start = lead(v, p.end, &FILLERS, &NONE, 32).at;
    let start = start + usize::from(matches!(v.at(start), b'"' | b'\''));
    let part =
        |b: &&u8| b.is_ascii_alphanumeric() && !matches!(b.to_ascii_lowercase(), b'a' | b'i' | b'l' | b'o');
    let length = v.slice(start, start + 13).iter().take_while(part).count();
    let text = v.slice(start, start + length);
    // Six characters name a square of a kilometre; a word has no digit.
    let close =
        (6..=12).contains(&length) && text.iter().any(u8::is_ascii_digit) && !is_wordy(v.at(start + length));
    close.then(|| Found::new(start, start + length).cued())
}
