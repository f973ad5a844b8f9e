//! Text → tokens, one after another: words, numbers, signs, line breaks.
//!
//! Comes in: a text and the lexicon. Goes out: the next token. Each byte is looked at a bounded number of times, and
//! nothing is kept but the place.
//!
//! `'s`, `'m`, `'ll` and `l'`, `d'` are tokens of their own; `O'Brien` and `Jean-Luc` are one. What is a value of
//! another kind as a whole (e-mail address, link, handle, a label of ours) is one token, whatever it holds, so that a
//! text and what was redacted of it look alike to the model.
use super::bytes::{Byte, class, is_hidden, is_wordy};
use super::hash::{mix, of_bytes, packed};
use super::lexicon::Lexicon;
use super::token::{LABEL, LABEL_NAME, LABEL_PLACE, SIGN, Shape, Token};

/// Letters of a word that count, in bytes; what is longer is no name.
const LONGEST: usize = 48;
/// How far an `@` may stand behind a dot for both to be one address, in bytes.
const TO_AT: usize = 64;

/// Numbers of the tokens that stand for a kind.
const VALUE: u64 = 0x0E11;
const HANDLE: u64 = 0x0A11;
const TAG: u64 = 0x0A12;
const LONG: u64 = 0x0E15;
const BREAK: u64 = 0x0B0B;

/// The tokens of a text.
#[derive(Clone, Copy)]
pub(crate) struct Tokens<'t> {
    pub(super) bytes: &'t [u8],
    text: &'t str,
    pub(super) at: usize,
    /// Up to here there is no `@` in the token being read.
    no_at: usize,
}

/// A place between two tokens.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place {
    pub(crate) at: usize,
    no_at: usize,
}

impl Place {
    /// At byte `at`.
    pub(crate) fn new(at: usize) -> Self {
        Place { at, no_at: 0 }
    }

    /// The first `count` bytes of the text are gone.
    pub(crate) fn forget(&mut self, count: usize) {
        self.at = self.at.saturating_sub(count);
        self.no_at = self.no_at.saturating_sub(count);
    }
}

/// A word while it is read.
struct Word {
    letters: [u8; LONGEST],
    length: usize,
    capitals: usize,
    small: usize,
    digits: usize,
    caseless: usize,
    first_capital: bool,
    value: bool,
    long: bool,
}

impl Word {
    #[inline(always)]
    fn push(&mut self, byte: u8) {
        match self.letters.get_mut(self.length) {
            Some(place) => {
                *place = byte;
                self.length += 1;
            }
            None => self.long = true,
        }
    }
}

impl<'t> Tokens<'t> {
    /// Those of `text` from byte `at` on, which must be a character's edge and is best a token's.
    pub(crate) fn new(text: &'t str, at: usize) -> Self {
        Tokens { bytes: text.as_bytes(), text, at, no_at: 0 }
    }

    /// Where they go on, to be taken up again with [`resumed`](Tokens::resumed).
    pub(crate) fn place(&self) -> Place {
        Place { at: self.at, no_at: self.no_at }
    }

    /// Those of `text` from a place on; what was read before it may have gone from the text.
    pub(crate) fn resumed(text: &'t str, place: Place) -> Self {
        Tokens { bytes: text.as_bytes(), text, at: place.at, no_at: place.no_at }
    }

    #[inline(always)]
    pub(super) fn byte(&self, i: usize) -> u8 {
        self.bytes.get(i).copied().unwrap_or(0)
    }

    fn char(&self, i: usize) -> Option<char> {
        self.text.get(i..)?.chars().next()
    }

    /// The next token.
    pub(crate) fn next(&mut self, lexicon: &Lexicon<'_>) -> Option<Token> {
        self.read(lexicon)
    }

    /// The same, written out where it is asked for.
    #[inline(always)]
    pub(super) fn read(&mut self, lexicon: &Lexicon<'_>) -> Option<Token> {
        self.at += usize::from(self.byte(self.at) == b' ');
        loop {
            let start = self.at;
            let first = *self.bytes.get(start)?;
            match class(first) {
                Byte::Small | Byte::Capital => {
                    let plain = self.plain_word(start, lexicon);
                    return Some(plain.unwrap_or_else(|| self.word(start, lexicon)));
                }
                Byte::Space => self.at += 1,
                Byte::Break => return Some(self.line_break(start)),
                Byte::Digit => {
                    let plain = self.plain_number(start);
                    return Some(plain.unwrap_or_else(|| self.word(start, lexicon)));
                }
                Byte::High => {
                    let Some(c) = self.char(start) else {
                        self.at += 1;
                        continue;
                    };
                    if is_wordy(c) {
                        return Some(self.word(start, lexicon));
                    }
                    self.at += c.len_utf8();
                    if !c.is_whitespace() && !is_hidden(c) {
                        return Some(sign(start, self.at, c as u32));
                    }
                }
                Byte::At | Byte::Sign | Byte::Joint | Byte::Dot | Byte::Bar => {
                    return Some(self.sign_or_value(start, first));
                }
            }
        }
    }

    /// A line break takes the spaces and line breaks behind it along.
    #[inline(never)]
    fn line_break(&mut self, start: usize) -> Token {
        let mut end = start + 1;
        while matches!(class(self.byte(end)), Byte::Space | Byte::Break) && end < self.bytes.len() {
            end += 1;
        }
        self.at = end;
        Token {
            start: start as u32,
            end: start as u32 + 1,
            hash: BREAK,
            shape: Shape::Break,
            ..Token::default()
        }
    }

    #[inline(never)]
    fn sign_or_value(&mut self, start: usize, first: u8) -> Token {
        let next = self.byte(start + 1);
        if matches!(first, b'@' | b'#') && (next.is_ascii_alphabetic() || next == b'_') {
            let mut end = start + 1;
            while matches!(class(self.byte(end)), Byte::Small | Byte::Capital | Byte::Digit | Byte::Bar) {
                end += 1;
            }
            self.at = end;
            return value(start, end, if first == b'@' { HANDLE } else { TAG });
        }
        if first == b'['
            && let Some((end, hash)) = self.label(start)
        {
            self.at = end;
            return value(start, end, hash);
        }
        self.at = start + 1;
        sign(start, self.at, u32::from(first))
    }

    /// A label, placeholder or hash of ours in brackets: its end, and the number of its kind.
    fn label(&self, start: usize) -> Option<(usize, u64)> {
        let mut end = start + 1;
        while matches!(self.byte(end), b'A'..=b'Z' | b'_' | b'0'..=b'9') && end - start < 48 {
            end += 1;
        }
        let name = self.bytes.get(start + 1..end)?;
        if name.len() < 3 || !name.first()?.is_ascii_uppercase() {
            return None;
        }
        if matches!(self.byte(end), b'.' | b':') {
            end += 1;
            while self.byte(end).is_ascii_alphanumeric() && end - start < 96 {
                end += 1;
            }
        }
        if self.byte(end) != b']' {
            return None;
        }
        let kind = if name.starts_with(b"PERSON") {
            LABEL_NAME
        } else if name.starts_with(b"STREET_ADDRESS") || name.starts_with(b"LOCATION") {
            LABEL_PLACE
        } else {
            LABEL
        };
        Some((end + 1, kind))
    }

    /// A word, a number, or a value that begins with one.
    #[inline(never)]
    fn word(&mut self, start: usize, lexicon: &Lexicon<'_>) -> Token {
        let mut word = Word {
            letters: [0; LONGEST],
            length: 0,
            capitals: 0,
            small: 0,
            digits: 0,
            caseless: 0,
            first_capital: class(self.byte(start)) == Byte::Capital,
            value: false,
            long: false,
        };
        let mut i = start;
        while let Some(&b) = self.bytes.get(i) {
            match class(b) {
                Byte::Small => {
                    word.small += 1;
                    word.push(b);
                }
                Byte::Capital => {
                    word.capitals += 1;
                    word.push(b | 0x20);
                }
                Byte::Digit => {
                    word.digits += 1;
                    word.push(b'0');
                }
                Byte::High => {
                    let Some(c) = self.char(i) else { break };
                    if !(is_wordy(c) || is_hidden(c)) || !self.letter(c, i == start, &mut word) {
                        break;
                    }
                    i += c.len_utf8();
                    continue;
                }
                Byte::Space | Byte::Break | Byte::Sign => break,
                Byte::Joint | Byte::Dot | Byte::Bar | Byte::At => {
                    if !self.goes_on(start, i, b, &mut word) {
                        break;
                    }
                    word.push(b);
                }
            }
            i += 1;
        }
        // "https://…" and "www.…" are links up to the next space.
        if self.byte(i) == b':' && self.bytes.get(i..i + 3) == Some(b"://")
            || self.byte(i) == b'.' && word.length == 3 && word.letters.starts_with(b"www")
        {
            while !matches!(class(self.byte(i)), Byte::Space | Byte::Break)
                && i < self.bytes.len()
                && !matches!(self.byte(i), b'<' | b'>' | b'"')
            {
                i += 1;
            }
            while !self.text.is_char_boundary(i) {
                i += 1;
            }
            word.value = true;
        }
        self.at = i;
        finished(start, i, &mut word, lexicon)
    }

    /// Takes a letter beyond ASCII. `false` where it is none that may stand here.
    #[inline(never)]
    fn letter(&self, c: char, first: bool, word: &mut Word) -> bool {
        if is_hidden(c) {
            return !first;
        }
        let mut bytes = [0; 4];
        if c.is_uppercase() {
            word.first_capital |= first;
            word.capitals += 1;
            for small in c.to_lowercase() {
                small.encode_utf8(&mut bytes).bytes().for_each(|b| word.push(b));
            }
        } else {
            if c.is_lowercase() {
                word.small += 1;
            } else if !('\u{300}'..='\u{36f}').contains(&c) {
                word.caseless += 1;
            }
            c.encode_utf8(&mut bytes).bytes().for_each(|b| word.push(b));
        }
        true
    }

    /// Whether a token goes on over the sign `b` at `i`.
    #[inline(never)]
    fn goes_on(&mut self, start: usize, i: usize, b: u8, word: &mut Word) -> bool {
        let next = self.byte(i + 1);
        let wordy = |b: u8| matches!(class(b), Byte::Small | Byte::Capital | Byte::Digit | Byte::High);
        if !wordy(next) {
            return false;
        }
        match b {
            b'@' => {
                word.value = true;
                true
            }
            b'_' => true,
            b'.' => word.value || word.digits > 0 && next.is_ascii_digit() || self.before_at(i),
            b'-' => true,
            _ => {
                let letters = !self.byte(i.wrapping_sub(1)).is_ascii_digit();
                letters && !self.is_clitic(start, i, word)
            }
        }
    }

    /// Whether an `@` stands in what follows the dot at `i` without a gap.
    fn before_at(&mut self, i: usize) -> bool {
        if i < self.no_at {
            return false;
        }
        let mut j = i + 1;
        while j - i < TO_AT {
            match self.byte(j) {
                b'@' => return true,
                b'.' | b'_' | b'-' | b'+' => j += 1,
                b if b.is_ascii_alphanumeric() => j += 1,
                _ => break,
            }
        }
        self.no_at = j;
        false
    }

    /// Whether the apostrophe at `i` parts two words: "she's", "l'ami".
    fn is_clitic(&self, start: usize, i: usize, word: &Word) -> bool {
        if i - start <= 2 && word.length <= 2 {
            let last = word.letters.first().copied().unwrap_or(0);
            let double = word.letters.starts_with(b"qu");
            if matches!(last, b'l' | b'd' | b'j' | b'c' | b'n' | b'm' | b's' | b't')
                && word.length == 1
                && !word.first_capital
                || double
            {
                return true;
            }
        }
        let rest = self.bytes.get(i + 1..).unwrap_or_default();
        let ends = |word: &[u8]| {
            rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
                && !matches!(
                    rest.get(word.len()).map_or(Byte::Space, |b| class(*b)),
                    Byte::Small | Byte::Capital | Byte::Digit | Byte::High
                )
        };
        [&b"s"[..], b"m", b"re", b"ve", b"ll", b"d", b"t"].iter().any(|word| ends(word))
    }
}

/// A sign as a token.
fn sign(start: usize, end: usize, number: u32) -> Token {
    Token {
        start: start as u32,
        end: end as u32,
        hash: mix(u64::from(number), SIGN),
        shape: Shape::Sign,
        ..Token::default()
    }
}

/// A value of another kind as a token.
fn value(start: usize, end: usize, hash: u64) -> Token {
    Token { start: start as u32, end: end as u32, hash, shape: Shape::Value, ..Token::default() }
}

/// The token of a word that was read.
#[inline]
fn finished(start: usize, end: usize, word: &mut Word, lexicon: &Lexicon<'_>) -> Token {
    if word.value {
        return value(start, end, VALUE);
    }
    if let Some(kind) = token_of_ours(word.letters.get(..word.length).unwrap_or_default()) {
        return value(start, end, kind);
    }
    if word.long {
        return value(start, end, LONG);
    }
    let shape = shape(word);
    let letters = word.letters.get_mut(..word.length).unwrap_or_default();
    let length = letters.len();
    let tail = packed(letters.get(length.saturating_sub(8)..).unwrap_or_default());
    let tail = tail << (8 * (8 - length.min(8)));
    let head = packed(letters.get(..length.min(3)).unwrap_or_default()) as u32;
    // Of a code its pattern counts: "SW1A" is "aa0a".
    if shape == Shape::Code {
        letters.iter_mut().filter(|b| b.is_ascii_lowercase()).for_each(|b| *b = b'a');
    }
    let known = if word.digits > 0 { letters.get(..length.min(8)) } else { Some(&*letters) };
    let hash = of_bytes(known.unwrap_or_default());
    let class = if word.digits > 0 { 0 } else { class_of(letters, hash, lexicon) };
    Token { start: start as u32, end: end as u32, hash, tail, head, class, shape, ..Token::default() }
}

/// The number of a label's kind where a word, in small letters, begins as a token of ours does: `wimd_person1…`. Whether it
/// is one does not matter here: nobody is called so.
#[inline]
fn token_of_ours(letters: &[u8]) -> Option<u64> {
    let [b'w', b'i', b'm', b'd' | b'v' | b'e' | b'h' | b'f', b'_', entity @ ..] = letters else {
        return None;
    };
    Some(match entity {
        _ if entity.starts_with(b"person") => LABEL_NAME,
        _ if entity.starts_with(b"street_address") || entity.starts_with(b"location") => LABEL_PLACE,
        _ => LABEL,
    })
}

/// What the lexicon knows of a word; of "Anna-Lena" what it knows of "Anna".
#[inline]
fn class_of(letters: &[u8], hash: u64, lexicon: &Lexicon<'_>) -> u32 {
    let class = lexicon.class(hash);
    if class != 0 {
        return class;
    }
    match letters.iter().position(|b| *b == b'-') {
        Some(at) => lexicon.class(of_bytes(letters.get(..at).unwrap_or_default())),
        None => 0,
    }
}

#[inline]
fn shape(word: &Word) -> Shape {
    let letters = word.capitals + word.small + word.caseless;
    if word.digits > 0 {
        return if letters == 0 { Shape::of_digits(word.digits) } else { Shape::Code };
    }
    // Letters of two kinds of script without a space between are more than one word.
    if word.caseless > 0 {
        return Shape::Caseless;
    }
    match (word.capitals, word.small) {
        (0, 0) => Shape::Caseless,
        (0, _) => Shape::Lower,
        (1, 0) if letters == 1 => Shape::Initial,
        (_, 0) => Shape::Upper,
        (1, _) if word.first_capital => Shape::Title,
        _ => Shape::Mixed,
    }
}
