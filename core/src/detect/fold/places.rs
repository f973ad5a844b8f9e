//! Where a folded look is worth while: the gates of folding, asked by the plain scan.
//!
//! Comes in: signs that the plain scan passes anyway (bytes beyond ASCII, digits, at signs, some words, long tokens). Goes
//! out: stretches of the text. A gate looks at a few bytes around its sign and says no to nearly all of them, because each
//! yes copies the text around it. What a gate says depends on these bytes alone, so that a text that comes in pieces has
//! the stretches of the whole.
use super::signs::{is_unseen, look_alike, stand_in};
use super::{at_dot, island, spelled, swaps};
use crate::detect::masks::{block_at, loud};
use crate::detect::scan::Scan;
use crate::text::view::{View, is_wordy};

/// How much text around a place the second look sees, in bytes: a value that is folded in one place only, and the words
/// that speak for it.
const AROUND: usize = 192;
/// How much farther an edge may move, so that it cuts no token.
const TOKEN: usize = 128;

/// How far the places of one stretch may be apart: a text full of them is looked at part by part, so that what stands far
/// before never matters.
const SPREAD: usize = 1024;
/// Farther from a stretch than this, nothing matters to it: no place joins it, and it sees none of the text.
pub(in super::super) const BESIDE: usize = 2 * AROUND + TOKEN;

/// Stretches of a text, from the first to the last noted place of each; roughly ascending.
#[derive(Default)]
pub(in super::super) struct Places(Vec<(usize, usize)>);

impl Places {
    pub(in super::super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn note(&mut self, at: usize) {
        match self.0.last_mut() {
            Some((first, last))
                if at <= *last + 2 * AROUND
                    && at + 2 * AROUND >= *first
                    && (*last).max(at) - (*first).min(at) < SPREAD =>
            {
                (*first, *last) = ((*first).min(at), (*last).max(at));
            }
            _ => self.0.push((at, at)),
        }
    }

    /// The stretches, without the text around them.
    pub(in super::super) fn stretches(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.0.iter().copied()
    }

    /// Where the first of them begins.
    pub(in super::super) fn first(&self) -> Option<usize> {
        self.0.iter().map(|(first, _)| *first).min()
    }

    /// Those before the first that is not `done` are looked at no more.
    pub(in super::super) fn take_while(&mut self, mut done: impl FnMut((usize, usize)) -> bool) {
        let count = self.0.iter().take_while(|stretch| done(**stretch)).count();
        self.0.drain(..count);
    }

    /// The first `count` bytes of the text are gone.
    pub(in super::super) fn forget(&mut self, count: usize) {
        for (first, last) in &mut self.0 {
            (*first, *last) = (first.saturating_sub(count), last.saturating_sub(count));
        }
    }
}

/// A stretch with the text around it, cut between tokens where there is a gap.
pub(super) fn around(view: View<'_>, (first, last): (usize, usize)) -> (usize, usize) {
    let mut start = first.saturating_sub(AROUND);
    let least = start.saturating_sub(TOKEN);
    while start > least && view.before(start) > b' ' {
        start -= 1;
    }
    let mut end = (last + AROUND).min(view.len());
    let most = end + TOKEN;
    while end < most && view.at(end) > b' ' {
        end += 1;
    }
    (edge(view, start), edge(view, end))
}

/// The edge of a character at or before `at`.
fn edge(view: View<'_>, mut at: usize) -> usize {
    while at > 0 && view.at(at) & 0xC0 == 0x80 {
        at -= 1;
    }
    at
}

impl Scan<'_, '_> {
    /// Bytes beyond ASCII in the block at `base`: characters that mean something by themselves, and the first and the last
    /// one of each run, which may be mixed with what is beside them. In a text of one script that is a few of a block.
    #[inline(never)]
    pub(in super::super) fn note_high(&mut self, base: usize, high: u64) {
        let view = self.view;
        let before = u64::from(view.before(base) >= 0x80);
        let ahead = u64::from(view.at(base + 64) >= 0x80) << 63;
        let mut places = loud(&block_at(view.bytes(), base)) & high;
        places |= high & !(high << 1 | before);
        let mut ends = high & !(high >> 1 | ahead);
        while ends != 0 {
            let end = base + ends.trailing_zeros() as usize;
            ends &= ends - 1;
            let start = edge(view, end);
            match start.checked_sub(base) {
                Some(o) => places |= 1 << o,
                // It begins in the block before.
                None => self.note_character(start),
            }
        }
        while places != 0 {
            let at = base + places.trailing_zeros() as usize;
            places &= places - 1;
            self.note_character(at);
        }
    }

    #[inline(always)]
    fn note_character(&mut self, at: usize) {
        let lead = self.view.at(at);
        // Most letters with accents begin with it.
        if lead != 0xC3 && may_fold(self.view, at, lead) && is_notable(self.view, at) {
            self.foldable.note(at);
        }
    }

    /// An `@` with something unusual around it.
    #[inline(always)]
    pub(in super::super) fn note_at(&mut self, at: usize) {
        let (before, after) = (self.view.before(at), self.view.at(at + 1));
        let plain = |b: u8| b.is_ascii_alphanumeric() || b >= 0x80;
        if !(plain(before) && plain(after)) {
            self.note_odd_at(at);
        } else if at_dot::ends_in_words(self.view, at + 1) {
            self.foldable.note(at);
        }
    }

    #[inline(never)]
    fn note_odd_at(&mut self, at: usize) {
        let view = self.view;
        let spaced = || {
            let behind = view.slice(at + 1, at + 5);
            let gap = behind.iter().take_while(|b| !b.is_ascii_alphanumeric()).count();
            (1..4).contains(&gap) && behind.get(gap).is_some() && !is_wordy(view.at(at + gap + 2))
        };
        if at_dot::may_go_on(view, at + 1) || spaced() {
            self.foldable.note(at);
        }
    }

    /// A word that may be part of what is said in words, or the letter of an escape.
    #[cold]
    #[inline(never)]
    pub(in super::super) fn note_word(&mut self, at: usize, end: usize) {
        let view = self.view;
        let short = end - at <= 3;
        let code = match (view.before(at), view.at(at) | 0x20) {
            (b'\\', b'u') => {
                let from = at + 1 + usize::from(view.at(at + 1) == b'{');
                hex(view, from, 4).is_some_and(|value| is_telling(value) || (0xD800..0xE000).contains(&value))
            }
            (b'\\', b'x') => hex(view, at + 1, 2).is_some_and(is_telling),
            (b'#', b'x') => view.before(at - 1) == b'&' && entity(view, at + 1, 16),
            (b'&', b'c') => view.at(end) == b';',
            // Characters of several bytes, each in a code that begins with a letter.
            (b'%' | b'=', b'd'..=b'f') if short => {
                hex(view, at, 2).is_some_and(|value| value >= 0xD8) && view.at(at + 2) == view.before(at)
            }
            (_, b'u' | b'x' | b'd' | b'e' | b'f') if short => false,
            _ => at_dot::may_go_on(view, end) || spelled::begins_row(view, at, end),
        };
        if code {
            self.foldable.note(at);
            self.foldable.note(end);
        }
    }

    /// Digits behind `%`, `#` or `=`: perhaps the code of a character.
    #[inline(never)]
    pub(in super::super) fn note_code(&mut self, at: usize) {
        let view = self.view;
        let sign = view.before(at);
        let two = hex(view, at, 2);
        let code = match sign {
            // The rest of a character of several bytes begins with a digit, too.
            b'%' => two.is_some_and(|value| is_telling(value) || (0x80..0xC0).contains(&value)),
            b'#' => view.before(at - 1) == b'&' && entity(view, at, 10),
            _ => two.is_some_and(|value| {
                let row = view.at(at + 2) == b'=' && hex(view, at + 3, 2).is_some()
                    || view.slice(at.saturating_sub(4), at.saturating_sub(3)) == b"=";
                let inside = is_wordy(view.before(at - 1)) && view.at(at + 2).is_ascii_alphabetic();
                is_telling(value) && (row || inside && !char::from(value as u8).is_ascii_alphanumeric())
                    || row && value >= 0x80
            }),
        };
        if code {
            self.foldable.note(at);
        }
    }

    /// The digit at `at` and those before it, each alone and as far from the next: two of them, or three where a sign joins
    /// them, since three make a version or a date.
    #[inline(never)]
    pub(in super::super) fn note_row(&mut self, at: usize) {
        let view = self.view;
        let part = |b: u8| is_wordy(b) && b != b'_';
        let alone =
            |at: usize| view.at(at).is_ascii_digit() && !part(view.before(at)) && !part(view.at(at + 1));
        let least = if matches!(view.before(at), b'.' | b'-' | b'/') { 3 } else { 2 };
        let row = |step: usize| (0..=least).all(|n| at >= n * step && alone(at - n * step));
        if (2..=4).any(row) {
            self.foldable.note(at - 4);
            self.foldable.note(at);
        }
    }

    /// Letters of the block at `base` that touch a digit.
    #[inline(never)]
    pub(in super::super) fn note_swaps(&mut self, base: usize, mut letters: u64) {
        while letters != 0 {
            let at = base + letters.trailing_zeros() as usize;
            letters &= letters - 1;
            // `0x8B4E`: what is mixed with other letters is a code, and most are.
            let (before, after) = (self.view.before(at), self.view.at(at + 1));
            let other = |b: u8| b.is_ascii_alphabetic() && swaps::swapped(b).is_none();
            let alike = swaps::swapped(self.view.at(at)).is_some() && !other(before) && !other(after);
            if alike && swaps::is_among_digits(self.view, at) {
                self.foldable.note(at);
            }
        }
    }

    /// A long token that may be a text in base64.
    #[inline(never)]
    pub(in super::super) fn note_island(&mut self, at: usize, end: usize) {
        if island::may_be_text(self.view, at, end) {
            self.foldable.note(at);
            self.foldable.note(end);
        }
    }
}

/// By the first byte of a character, and the second where the first says little: whether it may be one that is folded.
#[inline(always)]
fn may_fold(view: View<'_>, at: usize, lead: u8) -> bool {
    let (second, third) = (view.at(at + 1), view.at(at + 2));
    match lead {
        0xC2 => matches!(second, 0xA0 | 0xAD | 0xB2 | 0xB3 | 0xB9),
        // Letters count beside ASCII alone: in a text of one script that is asked of two bytes, and no more.
        0xC4 | 0xC6..=0xCB | 0xCE | 0xCF | 0xD0..=0xD6 => {
            touches(view.before(at)) || touches(view.at(at + 2))
        }
        0xCC | 0xCD => view.before(at) < 0x80 || view.at(at + 2) < 0x80,
        0xDF => true,
        0xD9 => second >= 0xA0,
        0xDB => second >= 0xB0,
        0xE0 => third >= 0x90 && (second & 1 == 1 || second == 0xBC),
        // Most letters of Vietnamese and of Greek with accents are behind these.
        0xE1 => second < 0xB8,
        0xE2 => match second {
            0x80 => matches!(third, 0x80..=0x95 | 0xA8..=0xAF),
            0x81 | 0x84 | 0x85 | 0x91..=0x93 | 0x9E | 0xB2 | 0xB3 => true,
            0x82 => third <= 0x8E,
            0x83 => (0x9D..=0xA4).contains(&third),
            0x9D => third >= 0xB6,
            0x88 => third == 0x92,
            _ => false,
        },
        0xE3 => second == 0x80 && matches!(third, 0x80 | 0x82),
        0xEA => second < 0xB0,
        0xEF => true,
        0xF0 => second != 0x9F || matches!(third, 0x84 | 0x85 | 0xAF),
        0xF3 => true,
        _ => false,
    }
}

/// Whether a letter of another script beside this byte is mixed with it.
#[inline(always)]
fn touches(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'@' || b == b'.'
}

/// Whether the character at `at` stands where it hides something: beside what it is mixed with.
#[inline(never)]
fn is_notable(view: View<'_>, at: usize) -> bool {
    let Some(c) = view.char_at(at) else { return false };
    let end = at + c.len_utf8();
    let (before, after) = (view.before(at), view.at(end));
    let part = |b: u8| b.is_ascii_alphanumeric() || b == b'@';
    let beside_part = part(before) || part(after);
    let beside_digit = before.is_ascii_digit() || after.is_ascii_digit();
    match c {
        '\u{E0020}'..='\u{E007E}' => {
            beside_part || view.char_at(end).is_some_and(|c| matches!(c, '\u{E0020}'..='\u{E007E}'))
        }
        '。' => part(before) && part(after),
        '\u{300}'..='\u{331}' | '\u{339}'..='\u{36F}' => before.is_ascii_digit(),
        _ if is_unseen(c) => beside_part || before == b'.' || after == b'.',
        _ => match stand_in(c).filter(|_| !is_letter(c)) {
            Some(([b' ' | b'-', ..], _)) => beside_digit,
            // Of two characters and more it is no part of a value: ™, №, ﬁ inside a word. Nor are full-width commas.
            Some(([b, ..], count))
                if count > 1 || !(b.is_ascii_alphanumeric() || matches!(b, b'@' | b'.' | b'_' | b'+')) =>
            {
                false
            }
            Some(_) => {
                let signs = |b: &&u8| matches!(b, b' ' | b'-' | b'.' | b'/' | b',' | b'_');
                let next = end + view.slice(end, end + 2).iter().take_while(signs).count();
                let other = |c: char| !c.is_ascii() && (is_unseen(c) || stand_in(c).is_some());
                beside_part || view.at(next).is_ascii_digit() || view.char_at(next).is_some_and(other)
            }
            None => {
                let Some(b) = look_alike(c) else { return false };
                let like_digit = b.is_ascii_digit() || swaps::swapped(b).is_some();
                let letter = |b: u8| b.is_ascii_alphabetic() || b == b'@';
                letter(before)
                    || letter(after)
                    || like_digit && beside_digit
                    || before == b'.' && view.before(at - 1).is_ascii_alphanumeric()
                    || after == b'.' && view.at(end + 1).is_ascii_alphanumeric()
            }
        },
    }
}

/// Letters of Latin, Greek, Cyrillic and Armenian: what they look like counts, not what they are compatible with.
fn is_letter(c: char) -> bool {
    matches!(c, '\u{100}'..='\u{2FF}' | '\u{370}'..='\u{58F}')
}

/// The value of `count` hexadecimal digits at `at`.
fn hex(view: View<'_>, at: usize, count: usize) -> Option<u32> {
    let digits = view.slice(at, at + count);
    let value = |value: u32, b: &u8| Some(value << 4 | char::from(*b).to_digit(16)?);
    (digits.len() == count).then(|| digits.iter().try_fold(0, value)).flatten()
}

/// Whether digits of an entity stand at `at`, and a telling character behind them.
fn entity(view: View<'_>, at: usize, radix: u32) -> bool {
    let rest = view.slice(at, at + 8);
    let length = rest.iter().position(|b| *b == b';').unwrap_or(0);
    let value = |value: u32, b: &u8| value.checked_mul(radix)?.checked_add(char::from(*b).to_digit(radix)?);
    let value = rest.get(..length).and_then(|digits| digits.iter().try_fold(0, value));
    length > 0 && value.is_some_and(is_telling)
}

/// Whether a character in code is worth a look: one that values are made of. Quotes, spaces and accents are not.
fn is_telling(value: u32) -> bool {
    char::from_u32(value).is_some_and(|c| match c {
        '\0'..='\x7F' => c.is_ascii_alphanumeric() || matches!(c, '@' | '.' | '-' | '_' | '+' | '%'),
        '\u{AD}' => false,
        _ => {
            is_unseen(c)
                || stand_in(c).is_some_and(|(plain, count)| count == 1 && !matches!(plain, [b' ' | b'-', ..]))
        }
    })
}
