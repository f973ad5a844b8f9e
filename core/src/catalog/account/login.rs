//! What a login name looks like, and how much its looks say.
//!
//! Comes in: a view and the place where one may start. Goes out: its place and its looks. Every walk is bounded.
use crate::catalog::secret::{is_participle, is_placeholder, is_said_of_things};
use crate::catalog::talk_words::TALK;
use crate::text::phrase::clause_ends;
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::next_word;

/// The longest login name, in bytes.
const LONGEST: usize = 40;

/// How much a token looks like a login name. Later says more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Looks {
    /// Digits alone.
    Number,
    /// Letters, perhaps with hyphens.
    Word,
    /// Letters joined by `_` or `.`.
    Joined,
    /// Letters and digits.
    Mixed,
}

/// A token that may be a login name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Login {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) looks: Looks,
    /// An `@` stands before it.
    pub(super) at_sign: bool,
}

/// The token at `i`, over a quote and an `@`. What goes on as an address of any kind is none.
pub(super) fn read(v: View<'_>, i: usize) -> Option<Login> {
    let quote = match v.at(i) {
        b'"' | b'\'' | b'`' | b'*' | b'(' => 1,
        0xE2 if matches!(v.slice(i, i + 3), b"\xE2\x80\x9C" | b"\xE2\x80\x98" | b"\xE2\x80\x9E") => 3,
        _ => 0,
    };
    let at_sign = v.at(i + quote) == b'@';
    let start = i + quote + usize::from(at_sign);
    if !v.at(start).is_ascii_alphanumeric() && v.at(start) != b'_' {
        return None;
    }
    let mut end = start;
    while v.at(end).is_ascii_alphanumeric() || matches!(v.at(end), b'_' | b'.' | b'-') {
        end += 1;
        if end - start > LONGEST {
            return None;
        }
    }
    while matches!(v.before(end), b'.' | b'-') {
        end -= 1;
    }
    // `bob#1234`
    let tag = v.slice(end, end + 5);
    if matches!(tag, [b'#', digits @ ..] if digits.len() == 4 && digits.iter().all(u8::is_ascii_digit)) {
        end += 5;
    }
    let goes_on = match v.at(end) {
        b'@' | b'/' | b'\\' | b'[' | b'{' | b'=' | b'*' | b'+' | b'%' | b'$' | 0x80.. => true,
        b'(' | b':' | b'\'' => v.at(end + 1).is_ascii_alphanumeric() || v.at(end + 1) == b'/',
        _ => false,
    };
    let text = v.slice(start, end);
    if goes_on || text.len() < 2 || is_placeholder(text) {
        return None;
    }
    Some(Login { start, end, looks: looks(text), at_sign })
}

fn looks(text: &[u8]) -> Looks {
    let letters = text.iter().filter(|b| b.is_ascii_alphabetic()).count();
    let digits = text.iter().filter(|b| b.is_ascii_digit()).count();
    let joined = text.contains(&b'_')
        || text
            .windows(3)
            .any(|w| matches!(w, [a, b'.', b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic()));
    // `2nd`, `10am`, `v2`, `5gb`
    let ordinal =
        text.first().is_some_and(u8::is_ascii_digit) && letters <= 3 && digits <= 4 || text.len() < 4;
    if digits > 0 && letters > 0 && !ordinal {
        Looks::Mixed
    } else if joined && letters >= 3 {
        Looks::Joined
    } else if letters > 0 {
        Looks::Word
    } else {
        Looks::Number
    }
}

/// What people say of login names besides what they say of passwords, and names of nobody.
static NOBODY: WordSet<128> = WordSet::of(&[
    "taken case missing empty visible name names id ids code number and or if as at the a an of in to it so admin",
    "root guest test anonymous available unavailable",
    "user username benutzer usuario usuário utente utilisateur gebruiker session",
]);

/// What may follow a login name of plain letters.
static NEXT: WordSet<64> = WordSet::of(&[
    "and with pass password pw pwd passwort contraseña senha wachtwoord y und e et en con mit com met mdp pin but",
    "on for",
]);

/// Whether a login name of letters alone is one: nothing that people say about names, and the clause ends behind it.
/// Behind a sign it is a value; behind a verb it may be a participle.
pub(super) fn is_plain_name(v: View<'_>, login: &Login, sign: bool) -> bool {
    let text = v.slice(login.start, login.end);
    if text.len() < 3 || TALK.holds(text) || NOBODY.holds(text) || is_said_of_things(text) {
        return false;
    }
    if !sign && is_participle(text) {
        return false;
    }
    let quoted = matches!(v.before(login.start), b'"' | b'\'' | b'`');
    quoted || clause_ends(v, login.end) || NEXT.holds(next_word(v, login.end).1)
}
