//! Keys that their issuers mark with a prefix: one table row each, one walk for all.
//!
//! Comes in: a probe at the first word of a prefix, or at a token that is a prefix's beginning, and the rows of one
//! entry. Goes out: the key's place and what its row says of it. The scan finds the first word of a prefix (`ghp` of
//! `ghp_…`, `sk` of `sk-ant-…`) like any cue word, so a token that is no key costs nothing here. Which rows of a table
//! may fit is one look-up by the first three bytes, so that a hundred rows cost what one does.
use super::common::{is_dummy, is_example};
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::view::View;

/// The characters a key is made of.
#[derive(Clone, Copy)]
pub(super) struct Alphabet {
    set: &'static ByteSet,
}

impl Alphabet {
    /// Letters and digits.
    pub(super) const PLAIN: Self = Alphabet { set: &ByteSet::with("") };
    /// Letters, digits, `_`.
    pub(super) const NAME: Self = Alphabet { set: &ByteSet::with("_") };
    /// Letters, digits, `-`.
    pub(super) const DASHED: Self = Alphabet { set: &ByteSet::with("-") };
    /// base64url.
    pub(super) const URL: Self = Alphabet { set: &ByteSet::with("-_") };
    /// base64url with its padding.
    pub(super) const PADDED_URL: Self = Alphabet { set: &ByteSet::with("-_=") };
    /// base64url in parts joined by dots.
    pub(super) const DOTTED: Self = Alphabet { set: &ByteSet::with("-_.") };
    /// base64 with its padding.
    pub(super) const BASE64: Self = Alphabet { set: &ByteSet::with("+/=") };
    /// base64 and what a URL escapes it with.
    pub(super) const ESCAPED: Self = Alphabet { set: &ByteSet::with("+/=%-_") };
    /// Small hexadecimal.
    pub(super) const HEX: Self = Alphabet { set: &ByteSet::of("0123456789abcdef") };
    /// base64, base64url, their padding and the signs that join parts.
    pub(super) const JOINED: Self = Alphabet { set: &ByteSet::with("+/=-_.$") };
    /// Small hexadecimal in groups.
    pub(super) const UUID: Self = Alphabet { set: &ByteSet::of("0123456789abcdef-") };

    #[inline(always)]
    pub(super) fn holds(self, b: u8) -> bool {
        self.set.holds(b)
    }
}

/// What the rest of a key, without its prefix, says: `None` where it is no such key at all, `Invalid` where only its
/// check digits are wrong, `Valid` where they are right.
pub(super) type Check = fn(&[u8]) -> Option<Verdict>;

/// One kind of key.
pub(super) struct Key {
    /// Who gives it out; empty where the entry's own documentation says so.
    pub(super) provider: &'static str,
    pub(super) prefix: &'static str,
    /// The first word of the prefix, in small letters; empty where the prefix runs on into the rest.
    cue: &'static str,
    body: Alphabet,
    /// Characters behind the prefix.
    least: usize,
    most: usize,
    check: Option<Check>,
    /// Published test keys, without the prefix.
    specimens: &'static [&'static str],
}

impl Key {
    /// `prefix` as typed, and from `least` to `most` characters of `body`.
    pub(super) const fn new(prefix: &'static str, body: Alphabet, least: usize, most: usize) -> Self {
        let (bytes, mut word) = (prefix.as_bytes(), 0);
        while let Some((b, _)) = bytes.split_at(word).1.split_first()
            && b.is_ascii_alphabetic()
        {
            word += 1;
        }
        assert!(word > 0 && word < bytes.len(), "a prefix is a word and what follows it");
        let cue = prefix.split_at(word).0;
        Key { provider: "", prefix, cue, body, least, most, check: None, specimens: &[] }
    }

    /// A prefix that runs on into letters and digits, sixteen at least with its own: `dapi0123…`.
    pub(super) const fn begins(prefix: &'static str, body: Alphabet, least: usize, most: usize) -> Self {
        Key { provider: "", prefix, cue: "", body, least, most, check: None, specimens: &[] }
    }

    /// Given out by `provider`.
    pub(super) const fn by(mut self, provider: &'static str) -> Self {
        self.provider = provider;
        self
    }

    /// With the first word of a prefix that has capitals, in small letters.
    pub(super) const fn cue(mut self, word: &'static str) -> Self {
        assert!(word.eq_ignore_ascii_case(self.cue), "the cue is the first word of the prefix");
        self.cue = word;
        self
    }

    /// With a check of what follows the prefix.
    pub(super) const fn check(mut self, check: Check) -> Self {
        self.check = Some(check);
        self
    }

    /// With published test keys, given without the prefix.
    pub(super) const fn specimens(mut self, bodies: &'static [&'static str]) -> Self {
        self.specimens = bodies;
        self
    }

    /// A key of this row, made of its alphabet; `None` where a check decides.
    #[cfg(test)]
    #[allow(clippy::indexing_slicing, reason = "a test's own numbers")]
    pub(super) fn made(&self, state: &mut u64) -> Option<String> {
        let mut random = || {
            *state = state.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
            (*state >> 33) as usize
        };
        let inner: Vec<u8> =
            (b'0'..=b'z').filter(|&b| b.is_ascii_alphanumeric() && self.body.holds(b)).collect();
        let length = self.least + random() % (self.most - self.least + 1).min(8);
        loop {
            let body: Vec<u8> = (0..length).map(|_| inner[random() % inner.len()]).collect();
            if is_mixed(&body) && !is_dummy(&body) {
                let body = String::from_utf8(body).ok()?;
                return self.check.is_none().then(|| format!("{}{body}", self.prefix));
            }
        }
    }

    /// The key that starts at `start`, if one does.
    fn at(&self, v: View<'_>, start: usize) -> Option<Found> {
        let body = start + self.prefix.len();
        if v.slice(start, body) != self.prefix.as_bytes() {
            return None;
        }
        // The middle of a longer chain, which is read from its start.
        let before = v.before(start);
        if before != b'=' && self.body.holds(before) && self.body.holds(v.before(start.saturating_sub(1))) {
            return None;
        }
        let mut end = body + self.body.set.run(v.slice(body, body + self.most));
        // A character more than the longest: something else.
        if v.at(end).is_ascii_alphanumeric() || v.at(end) == b'_' {
            return None;
        }
        if self.least < self.most {
            while end > body && matches!(v.before(end), b'-' | b'_' | b'.' | b'/' | b'+' | b'%') {
                end -= 1;
            }
        }
        let value = v.slice(body, end);
        if value.len() < self.least || !is_mixed(value) || is_dummy(value) {
            return None;
        }
        let specimen = is_example(value) || self.specimens.iter().any(|s| s.as_bytes() == value);
        let found = Found::new(start, end).specimen(specimen);
        match self.check.map_or(Some(Verdict::Unknown), |check| check(value))? {
            Verdict::Invalid => Some(found.verdict(Verdict::Invalid)),
            verdict => Some(found.verdict(verdict).cued()),
        }
    }
}

/// How many rows a table may have.
const ROWS: usize = 192;

/// Values of `bucket`.
const BUCKETS: usize = 128;

/// The rows of one entry, found by the first three bytes of their prefixes.
pub(super) struct Keys {
    pub(super) rows: &'static [Key],
    /// The first row with such a beginning, counted from 1; 0 for none.
    first: [u8; BUCKETS],
    /// The next row of the same beginning.
    next: [u8; ROWS],
}

/// A number for the first three bytes of a prefix.
const fn bucket(beginning: [u8; 3]) -> usize {
    let [a, b, c] = beginning;
    (a as usize + b as usize * 5 + c as usize * 23) % BUCKETS
}

impl Keys {
    #[expect(
        clippy::indexing_slicing,
        reason = "computed when compiling; out of bounds would be a compile error"
    )]
    pub(super) const fn of(rows: &'static [Key]) -> Self {
        let mut keys = Keys { rows, first: [0; BUCKETS], next: [0; ROWS] };
        // From the last to the first, so that rows of one beginning stay in their order.
        let mut n = rows.len();
        while n > 0 {
            let prefix = rows[n - 1].prefix.as_bytes();
            let place = bucket([prefix[0], prefix[1], prefix[2]]);
            keys.next[n - 1] = keys.first[place];
            keys.first[place] = n as u8;
            n -= 1;
        }
        keys
    }

    /// How many rows have a cue, or, without one, run on into the rest.
    pub(super) const fn count(rows: &[Key], cued: bool) -> usize {
        let (mut count, mut rest) = (0, rows);
        while let Some((key, left)) = rest.split_first() {
            count += (key.cue.is_empty() != cued) as usize;
            rest = left;
        }
        count
    }

    /// The first row that fits at `at`, of those with a cue or of those without.
    fn at(&self, v: View<'_>, at: usize, cued: bool) -> Option<Found> {
        let mut row = usize::from(*self.first.get(bucket([v.at(at), v.at(at + 1), v.at(at + 2)]))?);
        while row > 0 {
            let key = self.rows.get(row - 1)?;
            if key.cue.is_empty() != cued
                && let Some(found) = key.at(v, at)
            {
                return Some(found);
            }
            row = usize::from(*self.next.get(row - 1)?);
        }
        None
    }
}

/// The words that call a parser of these keys.
#[expect(
    clippy::indexing_slicing,
    reason = "computed when compiling; out of bounds would be a compile error"
)]
pub(super) const fn cues<const N: usize>(keys: &[Key]) -> [&'static str; N] {
    let (mut all, mut n, mut rest) = ([""; N], 0, keys);
    while let Some((key, left)) = rest.split_first() {
        if !key.cue.is_empty() {
            all[n] = key.cue;
            n += 1;
        }
        rest = left;
    }
    assert!(n == N, "one cue for each key that has one");
    all
}

/// The beginnings of those keys whose prefix runs on.
#[expect(
    clippy::indexing_slicing,
    reason = "computed when compiling; out of bounds would be a compile error"
)]
pub(super) const fn beginnings<const N: usize>(keys: &[Key]) -> [&'static str; N] {
    let (mut all, mut n, mut rest) = ([""; N], 0, keys);
    while let Some((key, left)) = rest.split_first() {
        if key.cue.is_empty() {
            all[n] = key.prefix;
            n += 1;
        }
        rest = left;
    }
    assert!(n == N, "one beginning for each key that runs on");
    all
}

/// The key that begins with the cue word of the probe. The first row that fits is taken.
pub(super) fn find(probe: &Probe<'_>, keys: &Keys) -> Option<Found> {
    let v = probe.view;
    // First words of prefixes are words of the language, too: what follows tells.
    if !matches!(v.at(probe.end), b'_' | b'-' | b'.' | b'0'..=b'9') || v.before(probe.at).is_ascii_digit() {
        return None;
    }
    keys.at(v, probe.at, true)
}

/// The key whose prefix begins the token of the probe.
pub(super) fn begun(probe: &Probe<'_>, keys: &Keys) -> Option<Found> {
    if is_inside(probe) { None } else { keys.at(probe.view, probe.at, false) }
}

/// The same, of one key alone.
pub(super) fn begun_as(probe: &Probe<'_>, key: &Key) -> Option<Found> {
    if is_inside(probe) { None } else { key.at(probe.view, probe.at) }
}

/// Whether the token is part of something longer: base64, an escaped text.
fn is_inside(probe: &Probe<'_>) -> bool {
    let before = probe.view.before(probe.at);
    before >= 0x80 || matches!(before, b'+' | b'%' | b'_' | b'-' | b'.')
}

/// Nobody's word: digits among letters, or letters of both cases.
pub(super) fn is_mixed(value: &[u8]) -> bool {
    let any = |class: fn(&u8) -> bool| value.iter().any(class);
    let (small, capital) = (any(u8::is_ascii_lowercase), any(u8::is_ascii_uppercase));
    any(u8::is_ascii_digit) || small && capital
}
