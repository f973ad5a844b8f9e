//! The folded look: what people and programs write so that it is not seen.
//!
//! Comes in: a text, the stretches of it where the plain scan saw a need (`places`), and what was found. Goes out: what a
//! copy of these stretches with plain signs shows as well. Each kind of folding is a file: what it reads and what it writes
//! instead. They run one after the other, so two disguises on one value are taken off, and `map` keeps the exact way back.
//!
//! Two copies are scanned by the same catalogue. The first is as sure as the plain text: other characters, codes and
//! islands have one meaning. The second, with words, spaced characters and swapped letters, could be meant otherwise: what
//! it shows counts only with a check that holds or a word that speaks for it. From both, only what needs the fold is taken,
//! so plain text never pays and nothing is found twice.
mod at_dot;
mod encoded;
mod island;
mod map;
mod places;
mod signs;
mod spaced;
mod spelled;
mod swaps;
mod tables;

pub(super) use at_dot::CUES as AT_CUES;
use map::{Folded, mark};
pub(super) use places::{BESIDE, Places};
pub(super) use spelled::CUES as DIGIT_CUES;

use super::candidate::{Candidate, Candidates};
use super::scan::Scan;
use super::{Settings, rows};
use crate::catalog::entry::Hints;
use crate::finding::{ContextKind, Folding, Verdict};
use crate::text::view::View;

/// A check alone proves a value with so many letters and digits at least: of shorter numbers too many pass one by chance.
const PROVEN: usize = 12;

/// Looks again at the stretches of `places` and adds to `kept` what the folded text shows there.
pub(super) fn look_again(
    view: View<'_>,
    places: &Places,
    settings: &Settings,
    path: &str,
    hints: Hints,
    kept: &mut Candidates,
) {
    let mut found = Candidates::new();
    for stretch in places.stretches() {
        look_at(view, stretch, settings, path, hints, &mut found);
    }
    leave_out_parts(&mut found, kept);
    if !found.is_empty() {
        rows::settle_among(view, kept, &mut found);
    }
}

/// Looks again at one stretch; what the folded text shows there goes to `found`.
pub(super) fn look_at(
    view: View<'_>,
    stretch: (usize, usize),
    settings: &Settings,
    path: &str,
    hints: Hints,
    found: &mut Candidates,
) {
    let (start, end) = places::around(view, stretch);
    let mut look = |text: &Folded, soft: bool| {
        let Some(folded) = text.view() else { return };
        let mut scan = Scan::new(folded, settings, path, hints, false);
        if let Some(plan) = &settings.own {
            scan.find_own(plan, path);
        }
        scan.run();
        found.extend(scan.kept.iter().filter_map(|candidate| taken(text, candidate, soft)));
    };
    let whole = Folded::of(view, start, end);
    let sure = sure(whole);
    if sure.folded {
        look(&sure.text, false);
    }
    if let Some(text) = soft(&sure.text) {
        look(&text, true);
    }
}

/// Leaves out what is written in a part of a value that was found as a whole: the text inside a token is the token's.
pub(super) fn leave_out_parts(found: &mut Candidates, kept: &mut Candidates) {
    if found.is_empty() {
        return;
    }
    found.sort_by_key(|c| (c.start, c.end));
    kept.sort_by_key(|c| (c.start, c.end));
    // Where the farthest ends of those that begin before, and of those that begin at the same place.
    let (mut rest, mut before, mut beside, mut at) =
        (kept.iter().filter(|c| !c.is_benign()).peekable(), 0, 0, 0);
    found.retain(|new| {
        if new.start > at {
            (before, beside, at) = (before.max(beside), 0, new.start);
        }
        while let Some(c) = rest.next_if(|c| c.start <= new.start) {
            let farthest = if c.start < new.start { &mut before } else { &mut beside };
            *farthest = c.end.max(*farthest);
        }
        new.folding != Folding::Written || before < new.end && beside <= new.end
    });
}

struct Sure {
    text: Folded,
    folded: bool,
}

/// Islands, codes and characters, each as often as one may hide another.
fn sure(text: Folded) -> Sure {
    let mut sure = Sure { text, folded: false };
    for fold in [island::fold, encoded::fold, signs::fold, encoded::fold, signs::fold, at_dot::fold] {
        if let Some(text) = fold(&sure.text) {
            sure = Sure { text, folded: true };
        }
    }
    sure
}

/// Words, spaced characters and swapped letters.
fn soft(text: &Folded) -> Option<Folded> {
    let mut folded: Option<Folded> = None;
    for fold in [spelled::fold, spaced::fold, swaps::fold] {
        if let Some(text) = fold(folded.as_ref().unwrap_or(text)) {
            folded = Some(text);
        }
    }
    folded
}

/// A candidate of the folded text, in its place in the original, if it needs the fold and is proven enough.
fn taken(text: &Folded, candidate: &Candidate, soft: bool) -> Option<Candidate> {
    let (start, end) = (candidate.start as usize, candidate.end as usize);
    let (inside, beside) = text.marks(start, end);
    const SOFT: u8 = mark::SOFT | mark::SOFT_GAP;
    let needed = if soft {
        inside & SOFT != 0 && !candidate.is_benign() && is_proven(text, candidate)
    } else {
        inside | beside != 0
    };
    let folding = match inside {
        0 => Folding::Plain,
        inside if inside & (SOFT | mark::WRITTEN) != 0 => Folding::Written,
        _ => Folding::Signs,
    };
    let (from, to) = text.original(start, end).filter(|_| needed)?;
    Some(Candidate { start: from, end: to, folding, ..*candidate })
}

/// Whether a check that few numbers pass holds, or something near says what it is.
fn is_proven(text: &Folded, candidate: &Candidate) -> bool {
    let characters = text.slice(candidate.start as usize, candidate.end as usize);
    let long = characters.iter().filter(|b| b.is_ascii_alphanumeric()).count() >= PROVEN;
    match candidate.context {
        ContextKind::Before | ContextKind::Field | ContextKind::Cue => true,
        _ => long && candidate.verdict == Verdict::Valid,
    }
}
