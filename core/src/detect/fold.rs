//! The folded look: where signs beyond ASCII only look like an end of a number.
//!
//! Word processors and phones put no-break spaces and typographic hyphens between digit groups. The plain scan sees an
//! end there and notes the place; around such places a copy with plain signs is scanned, with an exact way back. Only
//! what covers or touches a folded sign is taken from it, so plain text never pays and nothing is found twice.
use super::candidate::{Candidate, Candidates};
use super::scan::Scan;
use super::{Settings, rows};
use crate::catalog::entry::Hints;
use crate::text::view::View;

/// How much text around a folded sign the second look sees, in bytes.
pub(super) const AROUND: usize = 256;
/// How far the signs of one look may be apart, the first from the last, in bytes: a text full of them is looked at
/// part by part, so that what stands far before never matters.
const SPREAD: usize = 2048;

/// The ASCII stand-in of the sign that starts at `at` and its length, if it is one that is folded.
fn stand_in(view: View<'_>, at: usize) -> Option<(u8, usize)> {
    Some(match (view.at(at), view.at(at + 1), view.at(at + 2)) {
        (0xC2, 0xA0, _) => (b' ', 2),                                // no-break space
        (0xC2, 0xAD, _) => (0, 2),                                   // soft hyphen: vanishes
        (0xE2, 0x80, 0x80..=0x8A | 0xAF) => (b' ', 3), // typographic spaces, narrow no-break space
        (0xE2, 0x80, 0x8B..=0x8D) | (0xE2, 0x81, 0xA0) => (0, 3), // zero-width: vanishes
        (0xE2, 0x80, 0x90..=0x95) | (0xE2, 0x88, 0x92) => (b'-', 3), // hyphens, dashes, minus
        _ => return None,
    })
}

impl Scan<'_, '_> {
    /// Notes the character that the byte at `at` belongs to, if it is one to fold.
    #[inline(never)]
    pub(super) fn note_foldable(&mut self, at: usize) {
        let mut start = at;
        while start > 0 && self.view.at(start) & 0xC0 == 0x80 && at - start < 3 {
            start -= 1;
        }
        if stand_in(self.view, start).is_some() && self.foldable.last() != Some(&start) {
            self.foldable.push(start);
        }
    }
}

/// Looks again around `places` (ascending) and adds to `kept` what the folded text shows there.
pub(super) fn look_again(
    view: View<'_>,
    places: &[usize],
    settings: &Settings,
    path: &str,
    hints: Hints,
    kept: &mut Candidates,
) {
    let mut rest = places;
    let mut found = Candidates::new();
    while let Some(&first) = rest.first() {
        let (count, last) = together(rest);
        look_at(view, (first, last), settings, path, hints, &mut found);
        rest = rest.get(count..).unwrap_or(&[]);
    }
    if found.is_empty() {
        return;
    }
    rows::settle_among(view, kept, &mut found);
}

/// How many of the first `places` are looked at together, and the last of them.
pub(super) fn together(places: &[usize]) -> (usize, usize) {
    let first = places.first().copied().unwrap_or(0);
    let (mut count, mut last) = (1, first);
    while let Some(&next) =
        places.get(count).filter(|&&next| next < last + 2 * AROUND && next < first + SPREAD)
    {
        last = next;
        count += 1;
    }
    (count, last)
}

/// Looks again around the signs from `first` to `last`; what the folded text shows there goes to `found`.
pub(super) fn look_at(
    view: View<'_>,
    (first, last): (usize, usize),
    settings: &Settings,
    path: &str,
    hints: Hints,
    found: &mut Candidates,
) {
    let start = edge(view, first.saturating_sub(AROUND));
    let end = edge(view, (last + AROUND).min(view.len()));
    region(view, start, end, settings, path, hints, found);
}

fn edge(view: View<'_>, mut at: usize) -> usize {
    while at > 0 && view.at(at) & 0xC0 == 0x80 {
        at -= 1;
    }
    at
}

fn region(
    view: View<'_>,
    start: usize,
    end: usize,
    settings: &Settings,
    path: &str,
    hints: Hints,
    found: &mut Candidates,
) {
    let mut folded = Vec::with_capacity(end - start);
    // origin[i]: where byte i of the folded text stands in the original; one more for the end.
    let mut origin = Vec::with_capacity(end - start + 1);
    let mut signs = Vec::new();
    let mut at = start;
    while at < end {
        if let Some((sign, length)) = stand_in(view, at) {
            signs.push(at);
            if sign != 0 {
                folded.push(sign);
                origin.push(at);
            }
            at += length;
        } else {
            folded.push(view.at(at));
            origin.push(at);
            at += 1;
        }
    }
    origin.push(end);
    let Ok(text) = core::str::from_utf8(&folded) else { return };
    let mut scan = Scan::new(View::new(text), settings, path, hints, false);
    if let Some(plan) = &settings.own {
        scan.find_own(plan, path);
    }
    scan.run();
    for candidate in &scan.kept {
        let (Some(&from), Some(&last)) =
            (origin.get(candidate.start as usize), origin.get((candidate.end as usize).saturating_sub(1)))
        else {
            continue;
        };
        // The end is one past the last byte, not where the next one stands: folded signs after it stay outside.
        let to = last + 1;
        // Ascending: the first sign that does not end before it tells.
        let touches = signs.get(signs.partition_point(|&s| s + 3 < from)).is_some_and(|&s| s <= to);
        if touches {
            found.push(Candidate { start: from as u32, end: to as u32, ..*candidate });
        }
    }
}
