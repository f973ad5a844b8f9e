//! Reads a name off a text: words with capitals, initials, particles, hyphens and apostrophes.
//!
//! Comes in: a view and the place where a cue says a name starts. Goes out: where it ends, how many words it has.
use super::stop_words::{ends_name, is_stop};
use crate::catalog::prelude::Found;
use crate::text::byte_set::ByteSet;
use crate::text::sixteen::{Sixteen, lowest};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::skip_spaces;

/// Longest word of a name, in bytes.
const WORD: usize = 40;
/// Most words, particles not counted.
const WORDS: usize = 4;

/// Words inside a name that keep their small letter.
static PARTICLES: WordSet<64> = WordSet::of(&[
    "de da do dos das del della la las los van von der den ter ten zu bin ibn al el di du le y st dal dalla dei degli",
]);

/// Those that begin a name with a capital only: `el valor` names nobody.
static ARTICLES: WordSet<32> = WordSet::of(&["la las los el le du del della dal dalla dei degli al"]);

/// A name.
#[derive(Clone, Copy, Debug)]
pub(in crate::catalog) struct Name {
    pub(in crate::catalog) start: usize,
    pub(in crate::catalog) end: usize,
    /// Without particles.
    pub(in crate::catalog) words: usize,
    /// Starts with a capital.
    pub(in crate::catalog) capital: bool,
    /// Its first word is written in capitals only.
    pub(in crate::catalog) loud: bool,
}

/// The finding of a name a cue led to.
pub(super) fn hit(name: Name, score: u8) -> Option<Found> {
    Some(Found::new(name.start, name.end).score(score).cued())
}

/// One word of a name.
#[derive(Clone, Copy)]
struct Token {
    end: usize,
    letters: usize,
    capital: bool,
    all_capitals: bool,
    initial: bool,
    /// Nothing of the name can follow: a possessive, or a full stop.
    last: bool,
}

/// The name that starts at `i`, each word with a capital.
pub(in crate::catalog) fn capitalised(v: View<'_>, i: usize) -> Option<Name> {
    capitals(v, i, after_particles(v, i)?)
}

/// The same, where its first word has been read.
fn capitals(v: View<'_>, i: usize, first: (Token, usize)) -> Option<Name> {
    let (mut end, mut words, mut full, mut loud) = (i, 0usize, false, false);
    let mut next = Some(first);
    while let Some(token) = next {
        let word = v.slice(token.1, token.0.end);
        let stop = if words == 0 { is_stop(word) } else { ends_name(word) };
        if stop && !token.0.initial || token.0.initial && words == 0 && v.before(token.0.end) != b'.' {
            break;
        }
        end = token.0.end;
        loud |= words == 0 && token.1 == i && token.0.all_capitals && token.0.letters > 1;
        words += 1;
        full |= !token.0.initial;
        if token.0.last {
            break;
        }
        let from = skip_spaces(v, end, 2);
        if words == WORDS || from == end && !token.0.initial {
            break;
        }
        next = after_particles(v, from);
    }
    full.then_some(Name { start: i, end, words, capital: true, loud })
}

/// The capitalised word at `i`, or the one behind up to three particles; and where that word starts.
fn after_particles(v: View<'_>, mut i: usize) -> Option<(Token, usize)> {
    for _ in 0..4 {
        let token = token(v, i)?;
        if token.capital {
            return Some((token, i));
        }
        if !PARTICLES.holds(v.slice(i, token.end)) || token.last {
            return None;
        }
        i = skip_spaces(v, token.end, 2);
    }
    None
}

/// The name that starts at `i` behind a cue so strong that capitals are not needed.
pub(in crate::catalog) fn any_case(v: View<'_>, i: usize) -> Option<Name> {
    let first = token(v, i)?;
    if first.capital {
        let name = capitals(v, i, (first, i))?;
        // "Anna smith": one small word may end it, where a clause ends there too.
        let next = skip_spaces(v, name.end, 2);
        return match token(v, next) {
            Some(t)
                if name.words == 1 && next > name.end && is_plain(v, next, t) && clause_ends(v, t.end) =>
            {
                Some(Name { end: t.end, words: 2, ..name })
            }
            _ => Some(name),
        };
    }
    if ARTICLES.holds(v.slice(i, first.end)) {
        return None;
    }
    let mut ends = [i; 3];
    let (mut from, mut words) = (i, 0usize);
    for slot in &mut ends {
        let Some(t) = plain_behind_particles(v, from) else { break };
        *slot = t.end;
        words += 1;
        from = skip_spaces(v, t.end, 2);
        if t.last || from == t.end {
            break;
        }
        from = behind_initial(v, from);
    }
    let [_, second, third] = ends;
    if words == 3 && !clause_ends(v, third) {
        words = 2;
    }
    let end = match words {
        0 => return None,
        1 => ends.first().copied()?,
        2 => second,
        _ => third,
    };
    Some(Name { start: i, end, words, capital: false, loud: false })
}

/// The word in small letters at `i`, or the one behind up to three particles: no name ends in one.
fn plain_behind_particles(v: View<'_>, mut i: usize) -> Option<Token> {
    for _ in 0..4 {
        let t = token(v, i).filter(|t| is_plain(v, i, *t))?;
        if t.last || !PARTICLES.holds(v.slice(i, t.end)) {
            return Some(t);
        }
        i = skip_spaces(v, t.end, 2);
    }
    None
}

/// Where the word behind an initial in small letters starts, or `i`: "ana m lopez". Letters that people write for words
/// or endings ("john s order", "ana n i") are none.
fn behind_initial(v: View<'_>, i: usize) -> usize {
    let dot = usize::from(v.at(i + 1) == b'.');
    let next = skip_spaces(v, i + 1 + dot, 2);
    let initial =
        matches!(v.at(i), b'b' | b'c' | b'f'..=b'h' | b'j'..=b'm' | b'p' | b'q' | b'v' | b'w' | b'z');
    if initial && next > i + 1 + dot && token(v, next).is_some_and(|t| is_plain(v, next, t)) {
        next
    } else {
        i
    }
}

/// A word in small letters that may be part of a name.
fn is_plain(v: View<'_>, i: usize, t: Token) -> bool {
    let word = v.slice(i, t.end);
    !t.capital && t.letters >= 2 && (!is_stop(word) || PARTICLES.holds(word) && word != b"y")
}

/// The word at `i`.
fn token(v: View<'_>, i: usize) -> Option<Token> {
    let first = v.at(i);
    let capital = match first {
        b'A'..=b'Z' => true,
        0..=0x7F if !first.is_ascii_lowercase() => return None,
        0..=0x7F => false,
        _ => v.char_at(i)?.is_uppercase(),
    };
    let mut t = Token { end: i, letters: 0, capital, all_capitals: true, initial: false, last: false };
    loop {
        // Plain letters, sixteen bytes at a time.
        let from = t.end;
        loop {
            let sixteen = Sixteen::at(v, t.end);
            let run = sixteen.plain_letters().trailing_ones() as usize;
            t.all_capitals &= sixteen.small_letters() & lowest(run) == 0;
            t.end += run;
            if run < 16 || t.end - i > WORD {
                break;
            }
        }
        t.letters += t.end - from;
        if t.end - i > WORD {
            return None;
        }
        let b = v.at(t.end);
        if b < 0x80 && b != b'\'' && b != b'-' {
            break;
        }
        let Some(c) = v.char_at(t.end) else { break };
        let next = t.end + c.len_utf8();
        if is_name_letter(c) {
            t.letters += 1;
            t.all_capitals &= c.is_uppercase();
        } else if t.letters > 0
            && matches!(c, '\'' | '’' | '-')
            && v.char_at(next).is_some_and(is_name_letter)
        {
            let after = v.char_at(next + 1);
            if c != '-' && matches!(v.at(next), b's' | b'S') && !after.is_some_and(char::is_alphanumeric) {
                t.last = true;
                break;
            }
        } else {
            break;
        }
        t.end = next;
        if t.end - i > WORD {
            return None;
        }
    }
    let next = v.at(t.end);
    if t.letters == 0 || GOES_ON.holds(next) {
        return None;
    }
    if next == b'.' && v.char_at(t.end + 1).is_some_and(|c| c.is_lowercase() || c.is_numeric()) {
        return None;
    }
    if t.letters == 1 {
        if !t.capital || first == b'I' && next != b'.' {
            return None;
        }
        t.initial = true;
        t.end += usize::from(next == b'.');
    } else {
        t.last |= next == b'.';
    }
    Some(t)
}

/// What stands right behind no name.
static GOES_ON: ByteSet = ByteSet::of("0123456789_@=/\\");

fn is_name_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36F}')
}

/// Whether a line ends at `i`, closing punctuation and spaces aside.
pub(super) fn line_ends(v: View<'_>, mut i: usize) -> bool {
    while matches!(v.at(i), b'.' | b',' | b'!' | b'*') {
        i += 1;
    }
    let i = skip_spaces(v, i, 8);
    i >= v.len() || matches!(v.at(i), b'\n' | b'\r')
}

/// Whether a clause ends at `i`: the end of the text or line, punctuation, a dash, an emoji.
pub(super) fn clause_ends(v: View<'_>, i: usize) -> bool {
    match v.char_at(skip_spaces(v, i, 2)) {
        None => true,
        Some(c) if c.is_ascii() => "\r\n,.!?;:)(]}\"'<>|*-~".contains(c),
        Some(c) => !c.is_alphanumeric(),
    }
}

#[cfg(test)]
#[path = "names_tests.rs"]
mod tests;
