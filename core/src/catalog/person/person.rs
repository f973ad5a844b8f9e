//! Name of a person, where the text itself says that a name follows.
//!
//! A greeting, a sign-off, a form of address, "my name is", "I'm", a label with a colon. Each cue has its own parser;
//! what may be a name is decided in `names`. Strong cues take names in small letters, weak ones ask for capitals and
//! for the end of the clause. Forms of address are not part of the name.
//!
//! # Sources
//! No standard says what a name is; the rules are ours.
use super::being::being;
use super::cues::{BEING, CALLED, GREETINGS, LABELS, NAME, NOT_PEOPLE, SIGN_OFFS, TITLES, WHOLE, is_title};
use super::labels::labelled;
use super::letters::{dashed, greeted, signed};
use super::mail::{WROTE, addressed, wrote};
use super::names::{Name, any_case, capitalised, hit};
use super::stop_words::is_stop;
use crate::catalog::prelude::*;
use crate::text::view::View;
use crate::text::words::{is_any, next_word, previous_word, skip_spaces, word_end, word_start};

pub(super) static ENTRY: Entry = Entry::new("PERSON")
    .title("Name of a person")
    .category(Category::Person)
    .sensitivity(Sensitivity::Medium)
    .score(60)
    .anchors(&[
        (Anchor::Cue(GREETINGS), greeted),
        (Anchor::Cue(SIGN_OFFS), signed),
        (Anchor::Cue(SIGN_OFFS), dashed),
        (Anchor::Cue(SPOKEN), spoken),
        (Anchor::Colon, stamped),
        (Anchor::Cue(NAME), named),
        (Anchor::Cue(LABELS), labelled),
        (Anchor::Cue(CALLED), called),
        (Anchor::Cue(BEING), being),
        (Anchor::Cue(TITLES), titled),
        (Anchor::Cue(WROTE), wrote),
        (Anchor::At, addressed),
    ])
    .finds(&[
        "Hi <<Anna>>, how can I help?",
        "hello <<john>>!",
        "my name is <<john smith>> and i need help",
        "this is <<Maria Lopez>> from Leeds",
        "Dear Ms. <<Kopecký>>,",
        "Best regards,\n<<John Smith>>",
        "me llamo <<ana lópez>>",
        "Customer: <<Ann Lee>>\n",
    ])
    .skips(&[
        ("Hi there, quick question", "nobody is named"),
        ("I'm sorry about that", "a feeling"),
        ("my name is misspelled on the card", "about the name, not the name"),
        ("hello support team", "a role"),
        ("username: jsmith", "a login name"),
    ])
    .sources(&["Wimple"]);

#[rustfmt::skip]
const SPOKEN: &[&str] = &[
    "spoke", "spoken", "talked", "chatted", "parlato", "falei", "gesproken", "sprak", "hablé", "parlé",
];

/// "my name is …", "name: …", "name=…", "the name on the card is …".
fn named(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let joined = usize::from(matches!(v.before(p.at), b'_' | b'-'));
    let (mut before, mut prior) = previous_word(v, p.at - joined);
    if prior == b"s" && v.before(before) == b'\'' {
        // "my cat's name"
        (before, prior) = previous_word(v, before - 1);
    }
    if NOT_PEOPLE.holds(prior) {
        return None;
    }
    let mut i = whole_name(v, p.end);
    let (at, word) = next_word(v, i);
    if i == p.end && is_any(word, &["on", "for", "en"]) {
        // "name on the card is": three words at most before the verb.
        i = at + word.len();
        for _ in 0..4 {
            let (at, word) = next_word(v, i);
            if is_any(word, &["is", "es"]) {
                break;
            }
            i = at + word.len();
        }
    }
    let quoted = usize::from(matches!(v.at(i), b'"'));
    let sign = skip_spaces(v, i + quoted, 3);
    let (at, word) = next_word(v, i);
    let mut start = if matches!(v.at(sign), b':' | b'=') {
        sign + 1
    } else if is_any(word, &["is", "ist", "es", "est", "è", "é"])
        || is_any(word, &["e", "eh"]) && is_any(prior, &["meu", "mio"])
    {
        at + word.len() + usize::from(v.at(at + word.len()) == b':')
    } else if v.at(i) == b'\'' && v.at(i + 1) == b's' {
        i + 2
    } else if word.starts_with("’s".as_bytes()) {
        at + word.len()
    } else if i == p.end && v.at(i) == b' ' {
        // "patient name Ann Lee", "and name ann"
        // "in the name of Ann Lee", "under the name ann lee"
        let held = is_any(prior, &["the"]) && is_any(previous_word(v, before).1, &["in", "under"]);
        let of = is_any(word, &["of"]);
        let strong = held || is_any(prior, &["and", "patient", "customer", "guest", "passenger", "contact"]);
        let at = if of { skip_spaces(v, at + word.len(), 2) } else { at };
        let name = any_case(v, at).filter(|n| if of { held } else { strong || n.capital })?;
        return hit(name, 60);
    } else {
        return None;
    };
    start = skip_spaces(v, start, 3);
    if matches!(v.at(start), b'"' | b'\'' | b'*') {
        start += 1;
    }
    if is_title(v, start) {
        return None;
    }
    let name = any_case(v, start)?;
    // "Il nome è sbagliato": without capitals and outside English it must be somebody's own.
    if !name.capital && is_any(v.slice(p.at, p.end), FOREIGN) && !is_any(prior, OWN) && !sign_before(v, start) {
        return None;
    }
    // In a document any thing has a name; a person's has two words with capitals.
    if quoted == 1 && !(name.capital && name.words >= 2) {
        return None;
    }
    hit(name, 75)
}

const FOREIGN: &[&str] = &["nombre", "nom", "nome", "naam", "apellido", "apellidos"];
const OWN: &[&str] = &["mi", "mon", "meu", "mio", "mijn", "su", "seu", "suo", "son", "tu", "votre", "complet"];

/// Whether a sign leads to the value at `i`.
fn sign_before(v: View<'_>, i: usize) -> bool {
    v.slice(i.saturating_sub(3), i).iter().any(|b| matches!(b, b':' | b'='))
}

/// Behind `e cognome`, `completo` where a sign or verb follows them, else `i`.
fn whole_name(v: View<'_>, i: usize) -> usize {
    let mut end = i;
    for _ in 0..3 {
        let (at, word) = next_word(v, end);
        if !WHOLE.holds(word) {
            let told = matches!(v.at(at), b':' | b'=') || is_any(word, &["is", "ist", "es", "est", "è", "é"]);
            return if told { end } else { i };
        }
        end = at + word.len();
    }
    i
}

/// "[10:42] Ann: hello", at the colon of the time.
fn stamped(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    // `[9:42`, `[10:42`
    if v.at(p.at.wrapping_sub(2)) != b'[' && v.at(p.at.wrapping_sub(3)) != b'[' {
        return None;
    }
    let hour = v.slice(p.at.saturating_sub(2), p.at).iter().rev().take_while(|b| b.is_ascii_digit()).count();
    if hour == 0 || v.before(p.at - hour) != b'[' {
        return None;
    }
    let mut i = p.at;
    while i - p.at < 12
        && (v.at(i).is_ascii_digit()
            || matches!(v.at(i), b':' | b' ' | b'A' | b'P' | b'M' | b'a' | b'p' | b'm'))
    {
        i += 1;
    }
    if v.at(i) != b']' {
        return None;
    }
    let name = any_case(v, skip_spaces(v, i + 1, 2))?;
    if v.at(name.end) == b':' { hit(name, 65) } else { None }
}

/// "I spoke to Ann Lee", "talked with ann in billing".
fn spoken(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let (at, word) = next_word(v, p.end);
    if !is_any(word, &["to", "with", "con", "com", "met", "avec", "à"]) {
        return None;
    }
    let start = skip_spaces(v, at + word.len(), 2);
    if is_title(v, start) {
        return None;
    }
    let name = any_case(v, start)?;
    let (_, then) = next_word(v, name.end);
    let closed = is_any(then, &["in", "from", "at", "yesterday", "today"]);
    if name.capital || closed && name.words <= 2 { hit(name, 60) } else { None }
}

/// "me llamo …", "ich heiße …", "je m'appelle …".
fn called(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let cue = v.slice(p.at, p.end);
    let apostrophe = usize::from(v.before(p.at) == b'\'');
    let (_, prior) = previous_word(v, p.at - apostrophe);
    let fits = if is_any(cue, &["llamo", "chiamo", "chamo"]) {
        is_any(prior, &["me", "mi"])
    } else if is_any(cue, &["appelle"]) {
        is_any(prior, &["m"])
    } else {
        is_any(prior, &["ich", "je", "ik"])
    };
    // "chamo-me João"
    let joined = v.slice(p.end, p.end + 4).eq_ignore_ascii_case(b"-me ");
    let end = if joined { p.end + 3 } else { p.end };
    if fits || joined { hit(any_case(v, skip_spaces(v, end, 3))?, 75) } else { None }
}

/// "Mr. Smith", "Frau Dr. Muster": the name only.
fn titled(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let cue = v.slice(p.at, p.end);
    let dot = v.at(p.end) == b'.';
    // "Sig.ra Rossi"
    let tail = if dot && is_any(cue, &["sig"]) && v.slice(p.end + 1, p.end + 4) == b"ra " { 2 } else { 0 };
    let start = skip_spaces(v, p.end + usize::from(dot) + tail, 2);
    if start == p.end || is_title(v, start) {
        return None;
    }
    let loud = cue.len() > 1 && cue.iter().all(u8::is_ascii_uppercase);
    // "M. Dupont", but neither "J. M. Smith" nor "I'm Anna".
    let monsieur = cue == b"M" && dot && !matches!(v.before(p.at), b'\'' | b'.') && !after_capital(v, p.at);
    if cue.len() == 1 && !monsieur {
        return None;
    }
    if is_any(cue, &["miss", "m", "dr"]) && !v.at(p.at).is_ascii_uppercase() && !dot {
        return None;
    }
    // "12 Oak Dr Springfield" is a street.
    if is_any(cue, &["dr", "st"]) && v.slice(p.at.saturating_sub(40), p.at).iter().any(u8::is_ascii_digit) {
        return None;
    }
    if let Some(name) = capitalised(v, start) {
        return if loud && !name.loud && !dot { None } else { hit(name, 70) };
    }
    let name = any_case(v, start)?;
    let single = Name { end: word_end(v, name.start).min(name.end), ..name };
    let plain = is_any(cue, &["mr", "mrs", "ms", "herr", "frau", "señor", "señora", "monsieur", "madame"]);
    let long = single.end - single.start >= 3;
    if plain && long && !is_stop(v.slice(single.start, single.end)) { hit(single, 58) } else { None }
}

/// Whether the word before `at` starts with a capital.
fn after_capital(v: View<'_>, at: usize) -> bool {
    let (start, word) = previous_word(v, at);
    !word.is_empty() && v.char_at(word_start(v, start + word.len())).is_some_and(char::is_uppercase)
}
