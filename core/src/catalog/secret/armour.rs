//! Armour: base64 between two lines of dashes, as keys are pasted. What the parsers of private keys ask.
//!
//! Comes in: a view and a place, or the bytes behind a first line. Goes out: where the lines and the base64 end.
use super::common::is_dummy;
use super::keys::{Alphabet, is_mixed};
use crate::text::view::View;
use crate::text::words::is_word;

/// The shortest run of base64 that counts as a part of a key. Lines are 64 or more; words of prose are shorter.
const RUN: usize = 24;
/// How far behind one run the next one may start: a line break, the sign of a quotation.
const GAP: usize = 32;
/// How far behind the first line the first run may start: headers such as `DEK-Info`.
const HEADERS: usize = 256;
/// A line of base64 and its break, at most.
const LINE: usize = 80;

/// The line `-----BEGIN … PRIVATE KEY-----` (or `END`) around its first word: where it starts and ends.
pub(super) fn marker(v: View<'_>, word: usize, end: usize) -> Option<(usize, usize)> {
    // Nearly every "begin" and "end" of a text has a space or letter here.
    let dashes = if v.before(word) == b' ' { word - 1 } else { word };
    if v.before(dashes) != b'-' || v.at(end) != b' ' {
        return None;
    }
    let label = v.slice(end + 1, end + 48);
    let label = label.get(..label.iter().position(|&b| b == b'-')?)?.trim_ascii_end();
    let name = label.strip_suffix(b" BLOCK").unwrap_or(label);
    let private = [b"PRIVATE KEY", b" SECRET KEY"].iter().any(|kind| {
        name.len()
            .checked_sub(kind.len())
            .is_some_and(|at| name.get(at..).is_some_and(|tail| tail.eq_ignore_ascii_case(*kind)))
    });
    let dash = |b: &&u8| **b == b'-';
    let before = v.slice(dashes.saturating_sub(5), dashes).iter().rev().take_while(dash).count();
    let close = end + 1 + v.slice(end + 1, end + 48).iter().position(|&b| b == b'-')?;
    let after = v.slice(close, close + 5).iter().take_while(dash).count();
    (private && before >= 4 && after >= 4).then_some((dashes - before, close + after))
}

/// Whether the line that ends with the dashes before `end` is the first one of a private key.
pub(super) fn is_first_line(v: View<'_>, end: usize) -> bool {
    let line = v.slice(end.saturating_sub(64), end);
    let dashes = line.iter().rev().take_while(|&&b| b == b'-').count();
    let label = line.get(..line.len() - dashes).unwrap_or(&[]);
    let start = label.iter().rposition(|&b| b == b'-').map_or(0, |at| at + 1);
    let word = end - dashes - (label.len() - start);
    let word = word + usize::from(v.at(word) == b' ');
    is_word(v.slice(word, word + 5), "begin") && marker(v, word, word + 5).is_some()
}

/// The first word behind the dashes at `at`.
pub(super) fn word_behind(v: View<'_>, at: usize) -> usize {
    let dashes = v.slice(at, at + 6).iter().take_while(|&&b| b == b'-').count();
    at + dashes + usize::from(v.at(at + dashes) == b' ')
}

/// Whether a run of base64 in it can be a part of a key.
pub(super) fn holds_key(body: &[u8]) -> bool {
    body.split(|&b| !Alphabet::BASE64.holds(b)).any(is_key)
}

/// Where the base64 of a body ends: its runs, as far as each begins near the one before, and the short line behind the
/// last. `None` where no run can be a part of a key.
pub(super) fn armour(body: &[u8]) -> Option<usize> {
    let (mut at, mut end, mut real) = (0, None, false);
    while at < body.len() && at - end.unwrap_or(0) <= if end.is_some() { GAP } else { HEADERS } {
        let rest = body.get(at..)?;
        let run = rest.iter().take_while(|&&b| Alphabet::BASE64.holds(b)).count();
        if run >= RUN {
            real |= is_key(rest.get(..run)?);
            end = Some(at + run);
        }
        at += run.max(1);
    }
    let end = end.filter(|_| real)?;
    let rest = body.get(end..)?;
    let gap = line_break(rest);
    let last = rest.get(gap..)?;
    let last = last.get(..last.iter().take_while(|&&b| Alphabet::BASE64.holds(b)).count())?;
    let closed = matches!(rest.get(gap + last.len()), None | Some(b'\n' | b'\r' | b'\\' | b'"' | b'\''));
    // In a block folded into one line, what follows may be prose.
    let random = last.iter().skip(1).any(|b| !b.is_ascii_lowercase());
    let belongs = !last.is_empty() && gap <= GAP && (closed || random);
    Some(if belongs { end + gap + last.len() } else { end })
}

/// Where the base64 that ends with `left` starts: its runs, as far as each ends near the next one; the last line may be
/// short, and so may a first one that is `cut`. `None` where no run can be a part of a key.
pub(super) fn armour_before(left: &[u8], cut: bool) -> Option<usize> {
    let (mut edge, mut at, mut real) = (left.len(), left.len(), false);
    while at > 0 && edge - at <= LINE {
        let rest = left.get(..at)?;
        let run = rest.iter().rev().take_while(|&&b| Alphabet::BASE64.holds(b)).count();
        let begin = at - run;
        // The last line may be short, and the first one in sight may be cut.
        if run >= RUN || run > 0 && begin == 0 && cut {
            edge = begin;
            real |= is_key(left.get(begin..at)?);
        }
        at = begin.saturating_sub(usize::from(run == 0 || begin > 0));
    }
    real.then_some(edge)
}

/// How many bytes of line breaks, as they are or written `\n`, and of signs stand first in `rest`.
fn line_break(rest: &[u8]) -> usize {
    let mut at = 0;
    loop {
        match (rest.get(at), rest.get(at + 1)) {
            (Some(b'\\'), Some(b'n' | b'r' | b't')) => at += 2,
            (Some(b'+'), Some(b' ' | b'\r' | b'\n')) => at += 1,
            (Some(b), _) if !Alphabet::BASE64.holds(*b) => at += 1,
            _ => return at,
        }
    }
}

/// Whether a run can be a part of a key: random, and no placeholder.
fn is_key(run: &[u8]) -> bool {
    run.len() >= RUN && is_mixed(run) && !is_dummy(run)
}

pub(super) fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|w| w == part)
}
