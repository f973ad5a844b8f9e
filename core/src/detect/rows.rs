//! Newcomers among what was kept → settled anew, row by row.
//!
//! A row is what overlaps, one behind the other. Comes in: what was kept, and newcomers of a later look (the folded text,
//! the name model). Goes out: what is kept now. Only a row with a newcomer is settled again, so that what is far away
//! never matters; rows that may still grow stay where they are, for the next part of a stream.
use super::candidate::{Candidate, Candidates, NONE};
use super::resolve;
use crate::text::view::View;

/// Where a text ends that is there as a whole: every row is complete.
pub(super) const WHOLE: u32 = u32::MAX;

/// Settles `new` among `kept`; nothing may stay behind.
pub(super) fn settle_among(view: View<'_>, kept: &mut Candidates, new: &mut Candidates) {
    let mut out = Candidates::new();
    settle_rows(view, (kept, new), WHOLE, &mut out);
    *kept = out;
}

/// Moves the rows that end at or before `until` to `out`; gives where the first one starts that stays, `until` where none
/// does. Nothing may come later that reaches over `until` from behind.
pub(super) fn settle_rows(
    view: View<'_>,
    (kept, new): (&mut Candidates, &mut Candidates),
    until: u32,
    out: &mut Candidates,
) -> u32 {
    kept.retain(|c| c.entry != NONE);
    let place = |c: &Candidate| (c.start, c.end, c.entry);
    sort(kept, place);
    sort(new, place);
    let (mut old_done, mut new_done) = (0, 0);
    let mut row = Candidates::new();
    let mut stays = until;
    loop {
        // The next row: the first of either, and whatever overlaps.
        let (mut old_end, mut new_end) = (old_done, new_done);
        let mut reached = 0;
        loop {
            let (old, fresh) = (kept.get(old_end), new.get(new_end));
            let next = match (old, fresh) {
                (Some(a), Some(b)) if place(b) < place(a) => (b, false),
                (Some(a), _) => (a, true),
                (None, Some(b)) => (b, false),
                (None, None) => break,
            };
            if reached > 0 && next.0.start >= reached {
                break;
            }
            reached = reached.max(next.0.end);
            if next.1 { old_end += 1 } else { new_end += 1 }
        }
        if reached == 0 {
            break;
        }
        let (olds, news) = (kept.get(old_done..old_end), new.get(new_done..new_end));
        let (olds, news) = (olds.unwrap_or_default(), news.unwrap_or_default());
        if reached > until {
            let first = olds.iter().chain(news).map(|c| c.start).min();
            stays = first.unwrap_or(until).min(until);
            break;
        }
        if news.is_empty() {
            out.extend_from_slice(olds);
        } else {
            row.clear();
            row.extend_from_slice(olds);
            row.extend_from_slice(news);
            resolve::settle_all(view, &mut row);
            out.append(&mut row);
        }
        (old_done, new_done) = (old_end, new_end);
    }
    kept.drain(..old_done);
    new.drain(..new_done);
    stays
}

fn sort<K: Ord>(list: &mut Candidates, place: impl Fn(&Candidate) -> K) {
    if !list.is_sorted_by_key(&place) {
        list.sort_by_key(place);
    }
}
