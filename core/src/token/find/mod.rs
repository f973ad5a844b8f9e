//! Where a text holds what reads like a token, to the letter or as writers, programs and language models leave it.
//!
//! Comes in: a text. Goes out: places, and what stands there in lower case with what is no part of a token taken out.
//! Whether it is a token, and whose, others say. A start is read once, so that the whole is linear.
mod sign;

use core::ops::Range;

use bech32::primitives::checksum::Engine;
use bech32::{Bech32m, Checksum, Fe32, Hrp};

use super::codec::{Token, TokenKind};
use sign::{Sign, sign};

/// The longest token, in characters: where the code of Bech32m ends.
const LONGEST: usize = 1023;
/// The longest way to write one, in bytes, escapes and invisible signs included.
const SOURCE: usize = 2 * LONGEST;
/// The shortest data part, in characters: header, the shortest body, tag and checksum.
const SHORTEST_DATA: usize = 36 + 6;
/// The shortest data part of what is taken for a damaged token.
const SHORTEST_DAMAGED: usize = 16;
/// The last place where the `1` before the data can stand: five signs and a name of 32 before it.
const LAST_ONE: usize = 37;
/// Signs that are looked past before a token, at most.
const SKIPPED: usize = 8;

/// A place that reads like a token.
pub(crate) struct Found {
    /// The bytes of the text it takes up.
    pub(crate) span: Range<usize>,
    /// The token, where its checksum holds; `None` where it is damaged.
    pub(crate) token: Option<Token>,
    /// Whether the text says just what a token says.
    pub(crate) to_the_letter: bool,
}

/// All such places, left to right, none of them overlapping.
pub(crate) fn find(text: &str) -> impl Iterator<Item = Found> {
    find_from(text, 0, true)
}

/// Those from byte `from` on; where the text has not `ended`, only what cannot go on behind its end.
pub(crate) fn find_from(text: &str, from: usize, ended: bool) -> Finder<'_> {
    Finder { text, from, ended }
}

/// Goes from place to place.
pub(crate) struct Finder<'t> {
    text: &'t str,
    from: usize,
    ended: bool,
}

impl Finder<'_> {
    /// Up to where all places are known.
    pub(crate) fn place(&self) -> usize {
        self.from
    }
}

impl Iterator for Finder<'_> {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            let Some(at) = next_wim(self.text.as_bytes(), self.from) else {
                // The last two bytes may be the beginning of one.
                let last = self.text.len().saturating_sub(if self.ended { 0 } else { 2 });
                self.from = self.from.max(last);
                return None;
            };
            if !self.ended && goes_on(self.text, at) {
                self.from = at;
                return None;
            }
            match read(self.text, at) {
                Ok(found) => {
                    let found =
                        if found.token.is_none() { later(self.text, at).unwrap_or(found) } else { found };
                    self.from = found.span.end;
                    return Some(found);
                }
                Err(NotOne) => self.from = at + 3,
            }
        }
    }
}

/// How many bytes before the end an escape may begin that goes on behind it.
const ESCAPE: usize = 20;

/// Whether what follows the end of the text may decide about what starts at `at`: nothing stands between that ends it.
fn goes_on(text: &str, at: usize) -> bool {
    let mut reading = Reading::new(at, true);
    let (mut place, mut refused) = (at, false);
    while place - at < 2 * SOURCE + LAST_ONE {
        let read = sign(text, place);
        if place + ESCAPE > text.len() {
            return true;
        }
        let Some((sign, length)) = read else { return false };
        let taken = match sign {
            Sign::Letter(letter) => reading.take(letter),
            Sign::Line | Sign::Gap => reading.take(b'_'),
            Sign::Nothing => true,
            Sign::Break => reading.data.is_some(),
        };
        refused |= !taken;
        // Without data there is no token. With some there may be another inside it.
        if refused && reading.data.is_none() {
            return false;
        }
        place += length;
    }
    false
}

/// A token that begins inside the name of what is no token: `wimd_awimd_us_ssn1…`.
fn later(text: &str, at: usize) -> Option<Found> {
    let mut from = at + 3;
    while let Some(next) = next_wim(text.as_bytes(), from).filter(|next| next - at < LAST_ONE) {
        match read(text, next) {
            Ok(found) if found.token.is_some() => return Some(found),
            _ => from = next + 3,
        }
    }
    None
}

/// Nothing that reads like a token stands there.
struct NotOne;

/// The next `wim` in any case. Sixty-four places are asked at once, in a form that compilers make SIMD of.
fn next_wim(bytes: &[u8], from: usize) -> Option<usize> {
    const STEP: usize = 64;
    let is = |window: &[u8]| matches!(window, [b'w' | b'W', b'i' | b'I', b'm' | b'M']);
    let mut at = from;
    while let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk::<{ STEP + 2 }>()) {
        let (firsts, seconds, thirds) = (block.first_chunk::<STEP>()?, block.get(1..=STEP)?, block.get(2..)?);
        let mut any = 0;
        for ((a, b), c) in firsts.iter().zip(seconds).zip(thirds) {
            any |= u8::from(a | 32 == b'w') & u8::from(b | 32 == b'i') & u8::from(c | 32 == b'm');
        }
        if any != 0 {
            return block.windows(3).position(is).map(|found| at + found);
        }
        at += STEP;
    }
    let found = bytes.get(at..)?.windows(3).position(is)?;
    Some(at + found)
}

/// Reads what starts at `at`, where `wim` stands: to the letter first, then as it may have been wrapped or glued to
/// what follows, then with spaces for lines.
fn read(text: &str, at: usize) -> Result<Found, NotOne> {
    let alone = !inside_a_word(text, at);
    let mut reading = Reading::new(at, false);
    let mut stop = reading.run(text, at);
    if reading.data.is_none() && alone {
        reading = Reading::new(at, true);
        stop = reading.run(text, at);
    }
    let data = reading.data.ok_or(NotOne)?;
    let whole = || Some((Token::read(&reading.written)?, reading.end));
    let wrapped = || {
        let Stop::Break(after) = stop else { return None };
        let mut longer = Reading { written: reading.written.clone(), ..reading };
        longer.run(text, after);
        Some((Token::read(&longer.written)?, longer.end))
    };
    let glued = || {
        let length = valid_beginning(&reading.written, data)?;
        let token = Token::read(reading.written.get(..length)?)?;
        Some((token, Reading::new(at, reading.gaps).end_of(text, at, length)))
    };
    if let Some((token, end)) = whole().or_else(wrapped).or_else(glued) {
        let to_the_letter = text.get(at..end).is_some_and(|said| reading.written.starts_with(said));
        return Ok(Found { span: at..end, token: Some(token), to_the_letter });
    }
    if alone && !reading.gaps && reading.written.len() - data >= SHORTEST_DAMAGED {
        // The letter w is data, too: one that begins the next token is none.
        let end = reading.end - usize::from(begins_wim(text, reading.end - 1));
        return Ok(Found { span: at..end, token: None, to_the_letter: false });
    }
    Err(NotOne)
}

/// How much of `written` is a text whose checksum holds. Found in one pass, since the checksum of a beginning is on the
/// way to that of the whole; so a token needs no sign after it to end.
fn valid_beginning(written: &str, data: usize) -> Option<usize> {
    let mut engine = Engine::<Bech32m>::new();
    engine.input_hrp(Hrp::parse(written.get(..data - 1)?).ok()?);
    let beginning = written.get(data..)?.chars().enumerate().find_map(|(n, c)| {
        engine.input_fe(Fe32::from_char(c).ok()?);
        let holds = *engine.residue() == Bech32m::TARGET_RESIDUE && n + 1 >= SHORTEST_DATA;
        holds.then_some(n + 1)
    })?;
    Some(data + beginning)
}

/// What a candidate grows in.
struct Reading {
    written: String,
    /// One past the last byte that was read as part of it.
    end: usize,
    /// Where the data begins: after the last `1` that may end a name.
    data: Option<usize>,
    /// Spaces and hyphens are lines.
    gaps: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    End,
    /// A line ended inside the data; the next one begins there.
    Break(usize),
}

impl Reading {
    fn new(at: usize, gaps: bool) -> Self {
        Reading { written: String::with_capacity(96), end: at, data: None, gaps }
    }

    /// Reads on from `at` until something is no part of a token.
    fn run(&mut self, text: &str, at: usize) -> Stop {
        self.read(text, at, LONGEST)
    }

    /// Where the text's first `most` signs of a token end.
    fn end_of(mut self, text: &str, at: usize, most: usize) -> usize {
        self.read(text, at, most);
        self.end
    }

    fn read(&mut self, text: &str, from: usize, most: usize) -> Stop {
        let mut at = from;
        while self.written.len() < most && at - from < SOURCE {
            let Some((sign, length)) = sign(text, at) else { break };
            let taken = match sign {
                Sign::Letter(letter) => self.take(letter),
                Sign::Line => self.take(b'_'),
                Sign::Gap => self.gaps && !begins_wim(text, at + length) && self.take(b'_'),
                // It counts only where something of the token follows.
                Sign::Nothing => {
                    at += length;
                    continue;
                }
                Sign::Break if self.data.is_some() => return Stop::Break(at + length),
                Sign::Break => false,
            };
            if !taken {
                break;
            }
            at += length;
            self.end = at;
        }
        Stop::End
    }

    /// Takes the next sign in, if it can follow what is there: `wim`, the letter of a kind, a line, a name of at most
    /// 32 signs, a `1`, and data.
    fn take(&mut self, sign: u8) -> bool {
        let at = self.written.len();
        let fits = match at {
            0 => sign == b'w',
            1 => sign == b'i',
            2 => sign == b'm',
            3 => TokenKind::from_letter(sign).is_some(),
            4 => sign == b'_',
            5 => sign.is_ascii_lowercase(),
            // A 1 may end the name or be part of it; data has none, and no b, i, o and line either.
            6..=LAST_ONE if sign == b'1' => {
                self.data = Some(at + 1);
                true
            }
            _ if Fe32::from_char(char::from(sign)).is_ok() => self.data.is_some() || at < LAST_ONE,
            _ => {
                if at < LAST_ONE {
                    self.data = None;
                }
                at < LAST_ONE
            }
        };
        if fits {
            self.written.push(char::from(sign));
        }
        fits
    }
}

fn begins_wim(text: &str, at: usize) -> bool {
    text.as_bytes().get(at..at + 3).is_some_and(|next| next.eq_ignore_ascii_case(b"wim"))
}

/// Whether what stands at `at` goes on from a letter or digit before it. The lines of Markdown around a token do not
/// count, nor do signs without a glyph.
fn inside_a_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().chars().rev();
    for (n, c) in before.enumerate() {
        match c {
            _ if n == SKIPPED => return true,
            '_' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
            c => return c.is_ascii_alphanumeric(),
        }
    }
    false
}

#[cfg(test)]
mod tests;
