//! Keys that their issuers mark with a prefix: one table row each, one walk for all.
//!
//! Comes in: a probe at the first word of a prefix, or at a token that is a prefix's beginning, and the rows of one
//! entry. Goes out: the key's place and what its row says of it. The scan finds the first word of a prefix (`ghp` of
//! `ghp_…`, `sk` of `sk-ant-…`) like any cue word, so a token that is no key costs nothing here, and a hundred rows
//! cost what one does.
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
    prefix: &'static str,
    /// The first word of the prefix, in small letters.
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
        Key { prefix, cue, body, least, most, check: None, specimens: &[] }
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

    /// The key that starts at `start`, if one does.
    fn at(&self, v: View<'_>, start: usize) -> Option<Found> {
        let body = start + self.prefix.len();
        if v.slice(start, body) != self.prefix.as_bytes() {
            return None;
        }
        // The middle of a longer chain, which is read from its start.
        if self.body.holds(v.before(start)) && self.body.holds(v.before(start.saturating_sub(1))) {
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

/// The words that call a parser of these keys.
pub(super) const fn cues<const N: usize>(keys: &[Key]) -> [&'static str; N] {
    let (mut cues, mut n) = ([""; N], 0);
    let (mut places, mut rest): (&mut [&str], &[Key]) = (&mut cues, keys);
    while let (Some((place, places_left)), Some((key, keys_left))) =
        (places.split_first_mut(), rest.split_first())
    {
        *place = key.cue;
        (places, rest, n) = (places_left, keys_left, n + 1);
    }
    assert!(n == N, "one cue for each key");
    cues
}

/// The key that begins with the cue word of the probe. The first row that fits is taken.
pub(super) fn find(probe: &Probe<'_>, keys: &[Key]) -> Option<Found> {
    let v = probe.view;
    // First words of prefixes are words of the language, too: what follows tells.
    if !matches!(v.at(probe.end), b'_' | b'-' | b'.' | b'0'..=b'9') || v.before(probe.at).is_ascii_digit() {
        return None;
    }
    keys.iter().find_map(|key| key.at(v, probe.at))
}

/// Nobody's word: digits among letters, or letters of both cases.
pub(super) fn is_mixed(value: &[u8]) -> bool {
    let any = |class: fn(&u8) -> bool| value.iter().any(class);
    let (small, capital) = (any(u8::is_ascii_lowercase), any(u8::is_ascii_uppercase));
    any(u8::is_ascii_digit) || small && capital
}
