//! Connection strings of pairs: `Server=…;Password=…`, `host=… password=…`.
//!
//! Comes in: a probe at the first pair's name. Goes out: the string, if one of its pairs is a password or key.
use super::common::is_placeholder;
use crate::catalog::entry::REACH;
use crate::catalog::prelude::*;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, is_word, skip_spaces};

/// First words of pairs that such strings begin with. `Data Source` and `Initial Catalog` are found at their second
/// word, which is the rarer one.
#[rustfmt::skip]
pub(super) static KEYS: &[&str] = &[
    "server", "source", "driver", "provider", "endpoint", "host", "hostname", "dsn", "uid", "catalog", "database",
    "dbname", "accountname", "defaultendpointsprotocol",
];

/// Names of the pair that is the secret, without their spaces.
pub(super) static SECRETS: WordSet<32> = WordSet::of(&[
    "password pwd accountkey sharedaccesskey sharedsecret sharedaccesssignature accesskey secretkey clientsecret authkey",
]);

/// The longest value of a pair, in bytes.
const VALUE: usize = 300;
/// The most pairs.
const PAIRS: usize = 24;

/// Pairs that begin with a known name: `Server=…;…`, `host=… …`.
pub(super) fn pairs(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let sign = probe.end;
    if v.at(sign) != b'=' || v.at(sign + 1) == b'=' {
        return None;
    }
    let start = first_word(v, probe.at);
    let inside = is_wordy(v.before(start)) || matches!(v.before(start), b'-' | b'.' | b'/' | b'?' | b'&');
    if inside || follows_known(v, start) {
        return None;
    }
    let (mut at, mut end, mut count, mut secret) = (sign, sign, 1, false);
    let mut name = (probe.at, probe.end);
    // Pairs end with a semicolon, or with a space where the first one does (libpq).
    let mut spaced = None;
    loop {
        let value = at + 1;
        let names_secret = is_name_of_secret(v.slice(name.0, name.1));
        let limit = (value + VALUE).min(start + REACH - 64);
        let Some(stop) = value_end(v, value, limit, spaced == Some(true), names_secret) else { break };
        secret |= names_secret && is_secret(&[], v.slice(value, stop).trim_ascii());
        let closed = v.at(stop) == b';';
        spaced = spaced.or(Some(!closed));
        end = if closed { stop + 1 } else { stop.max(end) };
        let next = skip_spaces(v, if closed { stop + 1 } else { stop }, 4);
        let Some(equals) = name_end(v, next, closed).filter(|_| count < PAIRS) else { break };
        name = (next, equals);
        at = equals;
        count += 1;
    }
    (count >= 2 && secret && end > start).then(|| Found::new(start, end).cued())
}

/// Whether a pair with a known name stands before the one at `start`: the string begins there, and has been read.
fn follows_known(v: View<'_>, start: usize) -> bool {
    let mut end = start;
    for _ in 0..4 {
        if !matches!(v.before(end), b' ' | b';') {
            return false;
        }
        if v.before(end) == b' ' {
            end -= 1;
        }
        let left = v.slice(end.saturating_sub(80), end);
        let pair = left.strip_suffix(b";").unwrap_or(left);
        let spaced = pair.len() == left.len();
        let stop = |b: &u8| matches!(b, b';' | b'"' | b'\'' | b'<' | b'>' | 0..b' ') || spaced && *b == b' ';
        let pair = pair.get(pair.iter().rposition(stop).map_or(0, |at| at + 1)..).unwrap_or(&[]);
        let Some(sign) = pair.iter().position(|&b| b == b'=') else { return false };
        let name = pair.get(..sign).unwrap_or(&[]).trim_ascii();
        if is_any(name.rsplit(|&b| b == b' ').next().unwrap_or(name), KEYS) {
            return true;
        }
        end = end.saturating_sub(pair.len() + usize::from(!spaced));
    }
    false
}

/// `Data Source`, `Initial Catalog`: where a name of two words starts whose second word stands at `at`.
fn first_word(v: View<'_>, at: usize) -> usize {
    for first in ["data ", "initial "] {
        let from = at.saturating_sub(first.len());
        if is_word(v.slice(from, at), first) {
            return from;
        }
    }
    at
}

/// Where the name at `at` ends, if a name and an equals sign stand there; it may hold spaces where a semicolon came
/// before it.
fn name_end(v: View<'_>, at: usize, spaces: bool) -> Option<usize> {
    let part = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || spaces && b == b' ';
    let end = at + v.slice(at, at + 40).iter().take_while(|&&b| part(b)).count();
    let named = v.at(at).is_ascii_alphabetic() && v.before(end) != b' ';
    (named && v.at(end) == b'=' && v.at(end + 1) != b'=').then_some(end)
}

/// Whether the name, its spaces aside, is that of a password or key.
fn is_name_of_secret(name: &[u8]) -> bool {
    let mut plain = [0u8; 40];
    let mut length = 0;
    for &b in name.iter().filter(|b| **b != b' ' && **b != b'_') {
        let Some(place) = plain.get_mut(length) else { return false };
        *place = b;
        length += 1;
    }
    plain.get(..length).is_some_and(|name| SECRETS.holds(name))
}

/// Where the value at `at` ends: at `;`, a line's end or the quote around all; at its first space where pairs are
/// `spaced`, or where no semicolon with another pair follows. `None` where it goes on beyond `limit`, or holds an equals
/// sign, which only a `secret` may.
fn value_end(v: View<'_>, at: usize, limit: usize, spaced: bool, secret: bool) -> Option<usize> {
    // A value in braces or quotes of its own; `<password>` stands for one.
    if let open @ (b'{' | b'"' | b'\'' | b'<') = v.at(at) {
        let close = match open {
            b'{' => b'}',
            b'<' => b'>',
            quote => quote,
        };
        let inside = v.slice(at + 1, limit).iter().position(|&b| b == close || b < b' ')?;
        let end = at + inside + 2;
        return (v.before(end) == close).then_some(end);
    }
    let (mut end, mut space) = (at, None);
    while !matches!(v.at(end), b';' | 0..b' ' | b'"' | b'\'' | b'`' | b'<' | b'>') {
        if v.at(end) == b' ' && space.is_none() {
            space = Some(end);
            if spaced {
                break;
            }
        }
        // The next pair, behind a space.
        if v.at(end) == b'=' && !secret && space.is_some() {
            break;
        }
        if end >= limit || v.at(end) == b'=' && !secret {
            return None;
        }
        end += 1;
    }
    let another = || name_end(v, skip_spaces(v, end + 1, 4), true).is_some();
    if v.at(end) == b';' && (space.is_none() || another()) {
        return Some(end);
    }
    let mut stop = space.unwrap_or(end);
    while stop > at && matches!(v.before(stop), b'.' | b',' | b')' | b'?' | b'!') {
        stop -= 1;
    }
    while stop > at && v.at(stop) & 0xC0 == 0x80 {
        stop -= 1;
    }
    Some(stop)
}

/// Whether a password is one: no placeholder, and not the words that manuals put there.
pub(super) fn is_secret(name: &[u8], password: &[u8]) -> bool {
    static WORDS: WordSet<32> = WordSet::of(&["pass pwd password passwd secret yourpassword mypassword"]);
    static NAMES: WordSet<8> = WordSet::of(&["user username"]);
    let manual = WORDS.holds(password) || NAMES.holds(name) && is_word(password, "pw");
    !password.is_empty() && !is_placeholder(password) && !manual
}
