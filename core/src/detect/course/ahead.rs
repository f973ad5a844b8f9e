//! How far a text that goes on may be scanned.
//!
//! Comes in: the text as far as it is there. Goes out: a place; whatever is asked of an anchor before it is decided by what
//! is there. A parser looks `REACH` bytes ahead of its anchor, or follows a value without a gap for `UNBROKEN` bytes;
//! chains of digits are walked to their end; private keys are read up to their last line.
use crate::catalog::entry::{REACH, UNBROKEN};
use crate::text::view::View;

/// More than what is looked at around an anchor beside its reach: context words, edges, the block ahead.
const AROUND: usize = 256;
/// What begins with one of these is followed as far as `UNBROKEN`, whatever stands in it; in small letters.
const LONG: [&[u8]; 4] = [b"-begin ", b"- begin ", b"putty-user-key", b"ls0tls1crudjti"];

/// The first place whose anchors have to wait; what is before `base` is scanned.
pub(super) fn limit(view: View<'_>, base: usize) -> usize {
    let bytes = view.bytes();
    let gap = bytes.iter().rposition(|b| *b == b' ').unwrap_or(0);
    let near = gap.saturating_sub(REACH).max(bytes.len().saturating_sub(UNBROKEN));
    let limit = near.saturating_sub(AROUND);
    if limit <= base {
        return base;
    }
    let limit = before_run(bytes, before_chain(view, limit, base));
    before_long(bytes, limit, base)
}

/// `limit`, or the start of the chain of digits that goes on over it.
fn before_chain(view: View<'_>, limit: usize, base: usize) -> usize {
    let separator = |b: u8| matches!(b, b' ' | b'-' | b'.' | b'/');
    let digit = |at: usize| view.at(at).is_ascii_digit();
    if !(digit(limit) || separator(view.at(limit)) && digit(limit + 1)) {
        return limit;
    }
    let mut at = limit;
    while at > base && (digit(at - 1) || separator(view.at(at - 1)) && view.before(at - 1).is_ascii_digit()) {
        at -= 1;
    }
    at
}

/// `limit`, or the start of the token that goes on over it, or as far before as one is looked at.
fn before_run(bytes: &[u8], limit: usize) -> usize {
    let from = limit.saturating_sub(REACH + 64);
    let before = bytes.get(from..limit).unwrap_or_default();
    before.iter().rposition(|b| *b == b' ').map_or(from, |at| from + at + 1)
}

/// `limit`, or where something long begins before it whose end is not in sight.
fn before_long(bytes: &[u8], limit: usize, base: usize) -> usize {
    let from = base.max(bytes.len().saturating_sub(UNBROKEN + AROUND));
    let begins = |at: usize| {
        let rest = bytes.get(at..).unwrap_or_default();
        LONG.iter().any(|long| rest.get(..long.len()).is_some_and(|head| head.eq_ignore_ascii_case(long)))
    };
    let may = |b: u8| matches!(b, b'-' | b'p' | b'P' | b'L' | b'l');
    let area = bytes.get(from.min(limit)..limit).unwrap_or_default();
    let found = area.iter().enumerate().find(|(n, b)| may(**b) && begins(from + n));
    found.map_or(limit, |(n, _)| from + n)
}
