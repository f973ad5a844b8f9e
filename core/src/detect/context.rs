//! Words near a candidate: which entries they speak for, nearest first.
//!
//! 64 bytes before, 24 after. Words inside `[A_LABEL]` are ours and speak for nothing, so that redacting twice finds
//! nothing new.
use core::num::NonZeroU64;

use super::candidate::Support;
use super::masks::letters;
use super::stem;
use super::tables::{ENTRY_WORDS, Entries};
use super::words::{Word, begin_in, context_word, filled_up, hinted_by, may_tell, spoken_for};
use crate::catalog::{CATALOG, COUNT};
use crate::entity::Category;
use crate::finding::ContextKind;
use crate::text::sixteen::Sixteen;
use crate::text::view::View;
use crate::text::word_set::begin_at;

/// Bytes before and after a candidate in which words count.
pub(super) const BEFORE: usize = 64;
pub(super) const AFTER: usize = 24;
/// Telling words kept of one side.
const KEPT: usize = 8;
/// The longest word in a script without spaces, in bytes, and how many characters may stand between it and the value.
const UNSPACED: usize = 36;
const SKIPPED: usize = 6;

/// The telling words around one place, and the field's name. Looked up at most once for the same place.
pub(super) struct Near {
    before_at: usize,
    after_at: usize,
    before: [Word; KEPT],
    before_count: usize,
    after: [Word; KEPT],
    after_count: usize,
    field: Entries,
}

impl Near {
    /// `path` is where the text came from; the words of its last part count.
    #[inline(always)]
    pub(super) fn new(path: &str) -> Self {
        Near {
            before_at: usize::MAX,
            after_at: usize::MAX,
            before: [0; KEPT],
            before_count: 0,
            after: [0; KEPT],
            after_count: 0,
            field: if path.is_empty() { [0; ENTRY_WORDS] } else { spoken_for_by_field(path) },
        }
    }

    /// Which of `live` the surroundings speak for: the words before `from`, nearest first, then the field's name,
    /// then the words after `to`. Only the first that speaks for any of them counts.
    pub(super) fn support(
        &mut self,
        view: View<'_>,
        from: usize,
        to: usize,
        live: &Entries,
    ) -> (Entries, Support, ContextKind) {
        if let Some(said) = self.said_before(view, from, live) {
            return said;
        }
        self.said_after(view, to, live)
    }

    /// Every entry that any word around `from..to` or the field's name speaks for.
    pub(super) fn all_spoken_for(&mut self, view: View<'_>, from: usize, to: usize) -> Entries {
        self.look_before(view, from);
        self.look_after(view, to);
        let before = self.before.iter().take(self.before_count);
        let after = self.after.iter().take(self.after_count);
        let words = before.chain(after);
        let who = words.flat_map(|word| [spoken_for(*word), hinted_by(*word)]);
        who.fold(self.field, |mut all, who| {
            all.iter_mut().zip(who).for_each(|(a, b)| *a |= b);
            all
        })
    }

    /// What the words before `from` and the field's name say; where they say nothing, what they hint at.
    pub(super) fn said_before(
        &mut self,
        view: View<'_>,
        from: usize,
        live: &Entries,
    ) -> Option<(Entries, Support, ContextKind)> {
        self.look_before(view, from);
        for (n, word) in self.before.iter().take(self.before_count).enumerate() {
            if let Some(both) = meet(live, spoken_for(*word)) {
                let support = if n == 0 { Support::Nearest } else { Support::Farther };
                return Some((both, support, ContextKind::Before));
            }
        }
        if let Some(both) = meet(live, &self.field) {
            return Some((both, Support::Nearest, ContextKind::Field));
        }
        let before = self.before.iter().take(self.before_count);
        let hinted = before.map(|word| meet(live, hinted_by(*word))).find_map(|both| both);
        hinted.map(|both| (both, Support::Hinted, ContextKind::Before))
    }

    /// Whether the nearest telling word before `from` speaks of something harmless: an order, a parcel, a model.
    pub(super) fn is_harmless(&mut self, view: View<'_>, from: usize) -> bool {
        self.look_before(view, from);
        let nearest = self.before.first().filter(|_| self.before_count > 0);
        nearest.is_some_and(|word| meet(spoken_for(*word), &HARMLESS).is_some())
    }

    /// What the words after `to` say.
    pub(super) fn said_after(
        &mut self,
        view: View<'_>,
        to: usize,
        live: &Entries,
    ) -> (Entries, Support, ContextKind) {
        self.look_after(view, to);
        for word in self.after.iter().take(self.after_count) {
            if let Some(both) = meet(live, spoken_for(*word)) {
                return (both, Support::After, ContextKind::After);
            }
        }
        ([0; ENTRY_WORDS], Support::Nothing, ContextKind::None)
    }

    #[inline(never)]
    fn look_before(&mut self, view: View<'_>, from: usize) {
        if self.before_at == from {
            return;
        }
        self.before_at = from;
        self.before_count = 0;
        let start = from.saturating_sub(BEFORE);
        let width = from - start;
        let padded;
        let block = match view.bytes().get(start..).and_then(|rest| rest.first_chunk()) {
            Some(block) => block,
            None => {
                padded = filled_up(view.bytes(), start);
                &padded
            }
        };
        let all = letters(block);
        let mut mask = all;
        if width < 64 {
            mask &= (1 << width) - 1;
        }
        if start > 0 && is_letter(view.before(start)) {
            mask &= mask.wrapping_add(1); // a word cut at the left is no word
        }
        self.before_count = self.look_unspaced(view, from);
        if self.before_count == KEPT {
            return;
        }
        // From the right: the nearest word first.
        let mut starts = mask & !(mask << 1);
        while let Some(some) = NonZeroU64::new(starts) {
            let at = 63 - some.leading_zeros() as usize;
            starts ^= 1 << at;
            let begin = begin_in(block, at, all >> at);
            let place = (start + at, (mask >> at).trailing_ones() as usize);
            self.before_count = keep(view, begin, place, &mut self.before, self.before_count);
            if self.before_count == KEPT {
                return;
            }
        }
    }

    /// Scripts without spaces, and particles behind a noun: a word may stand anywhere at the end of its run. The longest one
    /// that ends nearest to `from` counts; gives how many words there are.
    fn look_unspaced(&mut self, view: View<'_>, from: usize) -> usize {
        let mut end = from;
        while end > from.saturating_sub(3) && matches!(view.before(end), b' ' | b':' | b'"' | b'=') {
            end -= 1;
        }
        // Characters of three bytes, as all of these scripts have; the full-width colon is one, too.
        for _ in 0..SKIPPED {
            if !is_unspaced(view, end) {
                return 0;
            }
            let mut length = 0;
            while length < UNSPACED && is_unspaced(view, end - length) {
                length += 3;
            }
            while length >= 6 {
                let begin = begin_at(view.bytes(), end - length, length);
                if may_tell(begin) && keep(view, begin, (end - length, length), &mut self.before, 0) > 0 {
                    return 1;
                }
                length -= 3;
            }
            end -= 3;
        }
        0
    }

    #[inline(never)]
    fn look_after(&mut self, view: View<'_>, to: usize) {
        if self.after_at == to {
            return;
        }
        self.after_at = to;
        self.after_count = 0;
        let padded;
        let block = match view.bytes().get(to..).and_then(|rest| rest.first_chunk()) {
            Some(block) => block,
            None => {
                padded = filled_up(view.bytes(), to);
                &padded
            }
        };
        let all = letters(block);
        let mut starts = all & !(all << 1) & ((1 << AFTER) - 1);
        while let Some(some) = NonZeroU64::new(starts) {
            let at = some.trailing_zeros() as usize;
            starts &= starts - 1;
            let begin = begin_in(block, at, all >> at);
            let run = (all >> at).trailing_ones() as usize;
            self.after_count = keep(view, begin, (to + at, run), &mut self.after, self.after_count);
            if self.after_count == KEPT {
                return;
            }
        }
    }
}

/// The entries that the words of a field's name speak for.
#[inline(never)]
fn spoken_for_by_field(path: &str) -> Entries {
    let last = path.rsplit(['/', ':']).next().unwrap_or(path);
    let bytes = last.as_bytes();
    let mut at = 0;
    let mut field: Entries = [0; ENTRY_WORDS];
    let mut told = |at: usize, length: usize| {
        let begin = begin_at(bytes, at, length);
        let known = context_word(begin, bytes, at, length);
        if let Some(word) = known.or_else(|| stem::word(begin, bytes, at, length)) {
            field.iter_mut().zip(spoken_for(word)).for_each(|(a, b)| *a |= b);
        }
    };
    for word in last.split(|c: char| !c.is_alphabetic()) {
        if !word.is_empty() {
            told(at, word.len());
            // `customerSsn`
            let mut part = at;
            for place in at + 1..at + word.len() {
                let capital = |n: usize| bytes.get(n).is_some_and(u8::is_ascii_uppercase);
                if capital(place)
                    && (!capital(place - 1) || place + 1 < at + word.len() && !capital(place + 1))
                {
                    told(part, place - part);
                    part = place;
                }
            }
            if part > at {
                told(part, at + word.len() - part);
            }
        }
        at +=
            word.len() + last.get(at + word.len()..).and_then(|r| r.chars().next()).map_or(0, char::len_utf8);
    }
    field
}

/// Whether a character of three bytes ends at `end` that may stand in a word without spaces around it: Thai, the scripts of
/// China, Japan and Korea, and their signs.
fn is_unspaced(view: View<'_>, end: usize) -> bool {
    end >= 3
        && matches!(view.at(end - 3), 0xE0 | 0xE3..=0xED | 0xEF)
        && view.at(end - 2) & 0xC0 == 0x80
        && view.before(end) & 0xC0 == 0x80
}

/// The benign twins.
#[expect(clippy::indexing_slicing, reason = "const fn has no get; e is below COUNT")]
static HARMLESS: Entries = {
    let mut set = [0; ENTRY_WORDS];
    let mut e = 0;
    while e < COUNT {
        if matches!(CATALOG[e].category, Category::Benign) {
            set[e / 64] |= 1 << (e % 64);
        }
        e += 1;
    }
    set
};

fn is_letter(b: u8) -> bool {
    b.is_ascii_alphabetic() || b >= 0x80
}

/// Keeps the word if it speaks for an entry; gives the new count.
#[inline(always)]
fn keep(
    view: View<'_>,
    begin: u64,
    (at, length): (usize, usize),
    kept: &mut [Word; KEPT],
    count: usize,
) -> usize {
    if length < 2 {
        return count;
    }
    let known = if may_tell(begin) { context_word(begin, view.bytes(), at, length) } else { None };
    match known.or_else(|| stem::word(begin, view.bytes(), at, length)) {
        Some(word) if !is_in_value(view, at, at + length) => {
            if let Some(place) = kept.get_mut(count) {
                *place = word;
            }
            count + 1
        }
        _ => count,
    }
}

/// Whether the word is part of a value: of an e-mail address, of a code, or of a label in brackets.
#[inline(always)]
pub(super) fn is_in_value(view: View<'_>, start: usize, end: usize) -> bool {
    // Behind a space nearly every word stands, and none of a label or token.
    matches!(view.at(end), b'@' | b'+') || view.before(start) != b' ' && is_glued(view, start, end)
}

/// The same where no space stands before the word.
#[inline(never)]
fn is_glued(view: View<'_>, start: usize, end: usize) -> bool {
    matches!(view.before(start), b'@' | b'+') || is_of_a_token(view, start) || is_in_label(view, start, end)
}

/// Whether what stands at `at` is no word but part of a code: of what a token of ours says of itself
/// (`wimd_credit_card1q…`), or the end of a token or another code (`…4sr`).
#[inline(always)]
pub(super) fn is_of_a_token(view: View<'_>, at: usize) -> bool {
    match view.before(at) {
        b'0'..=b'9' => ends_a_code(view, at),
        b'_' => is_readable_part(view, at),
        _ => false,
    }
}

/// Whether at least twelve letters and digits, of both some, stand right before `at`.
#[inline(never)]
fn ends_a_code(view: View<'_>, at: usize) -> bool {
    const LAST: u32 = 0xFFF << 4;
    let last = Sixteen::before(view, at);
    let digits = last.digits() & LAST;
    last.alphanumerics() & LAST == LAST && digits != 0 && digits != LAST
}

/// Whether the words before `at`, joined by bars, begin as tokens do: `wim`, a letter for the kind, a bar.
#[inline(never)]
fn is_readable_part(view: View<'_>, at: usize) -> bool {
    let mut start = at;
    while at - start < LONGEST_NAME
        && (view.before(start).is_ascii_alphabetic() || view.before(start) == b'_')
    {
        start -= 1;
    }
    let begin = view.slice(start, start + 3);
    begin.eq_ignore_ascii_case(b"wim") && view.at(start + 4) == b'_'
}

/// No token has a longer readable part, in bytes.
const LONGEST_NAME: usize = 72;

/// Whether the word is part of a label, placeholder or hash in brackets: `[US_SSN]`, `[PERSON_1.k7q]`, `[US_SSN:5f3a…]`.
fn is_in_label(view: View<'_>, start: usize, end: usize) -> bool {
    let inside = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_' || b == b'.' || b == b':';
    let (mut left, mut right) = (start, end);
    while inside(view.before(left)) && start - left < 40 {
        left -= 1;
    }
    while (inside(view.at(right)) || view.at(right).is_ascii_lowercase()) && right - end < 72 {
        right += 1;
    }
    view.before(left) == b'[' && view.at(right) == b']'
}

#[inline(always)]
fn meet(a: &Entries, b: &Entries) -> Option<Entries> {
    let mut both = *a;
    let mut any = 0;
    for (x, y) in both.iter_mut().zip(b) {
        *x &= y;
        any |= *x;
    }
    (any != 0).then_some(both)
}
