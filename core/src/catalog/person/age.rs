//! Age of a person in years.
//!
//! A number of one to three digits, below 120, with a unit (`34 years old`, `34 y/o`, `34 Jahre alt`, `j'ai 34 ans`,
//! `tengo 34 años`), a noun (`age: 34`, `im Alter von 34`), or a verb (`I just turned 40`). Things are old too:
//! orders, accounts, routers. So somebody must have the age: a first person, a pronoun for people, a word such as *son*
//! or *patient*. Limits (`over 18`, `minimum age 16`) are nobody's age. The number alone is the value.
//!
//! # Sources
//! 45 CFR 164.514(b)(2)(i)(C) (ages as identifiers); the rules are ours.
use super::age_words::{ABOUT, AGED, AND, DOES, I_AM, IS, NO_AGE, NOBODY, OF, PEOPLE, SOMEBODY, SOMETHING};
use super::being::opens_clause;
use super::years::Years;
use crate::catalog::prelude::*;
use crate::text::phrase::{NONE, clause_ends, closes, digits_end, follows, is_label, lead};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, is_word, next_word, previous_word, skip_spaces_back};

static OLD: &[&str] = &["old", "alt", "oud"];
static UNITS: &[&str] = &["ans", "años", "anos", "anni", "jaar", "jahre", "yrs", "yo", "y"];
#[rustfmt::skip]
static ADJECTIVES: &[&str] = &[
    "jährig", "jährige", "jähriger", "jährigen", "jähriges", "jaehrige", "jarige", "jarig", "enne",
];
static NOUNS: &[&str] = &["age", "âge", "alter", "edad", "idade", "età", "leeftijd"];
static BEING: &[&str] = &["am", "m", "im", "i’m", "bin", "ben"];

pub(super) static ENTRY: Entry = Entry::new("AGE")
    .title("Age of a person")
    .category(Category::Person)
    .sensitivity(Sensitivity::Low)
    .score(70)
    .anchors(&[
        (Anchor::Cue(OLD), old),
        (Anchor::Cue(UNITS), counted),
        (Anchor::Cue(ADJECTIVES), adjective),
        (Anchor::Cue(NOUNS), noun),
        (Anchor::Cue(&["aged"]), aged),
        (Anchor::Cue(&["turned", "turning"]), turned),
        (Anchor::Cue(BEING), being),
    ])
    .finds(&[
        "I am <<34>> years old",
        "my son is <<8>> years old",
        "<<34>> y/o male",
        "a patient aged <<71>>",
        "age: <<34>>",
        "ich bin <<34>> Jahre alt",
        "j'ai <<34>> ans",
        "tengo <<34>> años",
        "tenho <<34>> anos",
        "ho <<34>> anni",
        "ik ben <<34>> jaar",
    ])
    .skips(&[
        ("my order is 3 days old", "an order"),
        ("the account is 5 years old", "an account"),
        ("my 3 year old router", "a router"),
        ("you must be 18 years old", "a limit"),
        ("minimum age 18", "a limit"),
        ("hace 5 años", "a stretch of time"),
        ("il y a 5 ans", "a stretch of time"),
    ])
    .sources(&["45 CFR 164.514(b)(2)"]);

/// Behind *old*: a unit stands before it, and a number before that.
fn old(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let gap = p.at.checked_sub(1)?;
    if !matches!(v.at(gap), b' ' | b'-') || !matches!(v.before(gap) | 0x20, b's' | b'r' | b'e' | b'o' | b'.')
    {
        return None;
    }
    let dot = usize::from(v.before(gap) == b'.');
    let (unit, word) = previous_word(v, gap - dot);
    if !is_any(word, &["years", "year", "yrs", "yr", "jahre", "jaar", "yo"]) {
        return None;
    }
    unit_end(p, unit, p.end, true)
}

/// At a unit that needs no *old*: `34 ans`, `34 yrs`, `34yo`, `34 y/o`.
fn counted(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let near = v.before(p.at);
    let digit = if matches!(near, b' ' | b'-') { v.at(p.at.wrapping_sub(2)) } else { near };
    if !digit.is_ascii_digit() {
        return None;
    }
    let unit = v.slice(p.at, p.end);
    let short = is_word(unit, "y");
    if short
        && !(v.at(p.end) == b'/'
            && v.at(p.end + 1) | 0x20 == b'o'
            && !v.at(p.end + 2).is_ascii_alphanumeric())
    {
        return None;
    }
    let end = if short { p.end + 2 } else { p.end };
    unit_end(p, p.at, end, short || is_word(unit, "yo"))
}

/// Judges the number before the unit at `unit`; `end` is where the whole expression ends, `old` that it says *old*.
fn unit_end(p: &Probe<'_>, unit: usize, end: usize, old: bool) -> Option<Found> {
    let v = p.view;
    let gap = unit - usize::from(matches!(v.before(unit), b' ' | b'-'));
    let years = Years::ending_at(v, gap)?;
    if is_label(v, p.at, p.end) {
        return None;
    }
    let score = if old { 75 } else { 70 };
    if followed_by_somebody(v, end) || is_somebodys(v, years, end, old) { years.found(score) } else { None }
}

/// Whether a word for somebody follows, with at most one other before it: `34 year old married man`.
fn followed_by_somebody(v: View<'_>, end: usize) -> bool {
    let (at, first) = next_word(v, end);
    let second = next_word(v, at + first.len()).1;
    let adjective = first.len() > 2 && !DOES.holds(first) && !AND.holds(first);
    PEOPLE.holds(first) || adjective && PEOPLE.holds(second)
}

/// Whether the words before the number say whose age it is.
fn is_somebodys(v: View<'_>, years: Years, end: usize, old: bool) -> bool {
    let mut at = years.start;
    let mut words: [&[u8]; 4] = [&[]; 4];
    let mut comma = false;
    for word in &mut words {
        let mut passed = 0;
        loop {
            let left = skip_spaces_back(v, at, 3);
            // `I'm`, `j'ai`, `John, 34 years old`
            comma |= v.before(left) == b',' && left > 0 && at == years.start;
            at = left - usize::from(matches!(v.before(left), b'\'') || comma && v.before(left) == b',');
            let (start, read) = previous_word(v, at);
            at = start;
            *word = read;
            passed += 1;
            if passed > 2 || !ABOUT.holds(read) {
                break;
            }
        }
    }
    let [verb, subject, second, third] = words;
    let (_, after) = next_word(v, end);
    let closed = clause_ends(v, end) || AND.holds(after) || is_of_age(v, end);
    if comma {
        let name = verb.first().is_some_and(u8::is_ascii_uppercase) && (16..110).contains(&years.value);
        return closed && (PEOPLE.holds(verb) || name && old);
    }
    if verb.is_empty() {
        // The message or line begins with it.
        let first = matches!(v.before(years.start), 0 | b'\n' | b'(');
        return first && (old || is_of_age(v, end)) && closed && years.value >= 16;
    }
    let am =
        is_any(verb, &["am", "m"]) && is_word(subject, "i") || is_word(verb, "ai") && is_word(subject, "j");
    if am || I_AM.holds(verb) {
        // What one has for five years is a contract, and a child is a customer of nobody.
        return closed && years.value >= if old { 4 } else { 10 };
    }
    // `my son Tom`, but neither `my wife's phone` nor `the phone of my wife`.
    let owner = is_word(second, "s") || PEOPLE.holds(subject) && OF.holds(third);
    let people = !owner && (PEOPLE.holds(subject) || PEOPLE.holds(second) || PEOPLE.holds(third));
    if IS.holds(verb) {
        let pronoun = SOMEBODY.holds(subject) || verb.ends_with("’s".as_bytes());
        let thing = SOMETHING.holds(subject) && years.value >= 16;
        return closed && (pronoun && !NOBODY.holds(second) || thing || people);
    }
    if OF.holds(verb) {
        return AGED.holds(subject) || PEOPLE.holds(subject) || PEOPLE.holds(second);
    }
    // `my 3 year old is sick`, `male 34 y/o`
    let child =
        old && is_any(verb, &["my", "our", "his", "her", "a"]) && years.value < 20 && DOES.holds(after);
    child || PEOPLE.holds(verb) && closed
}

/// `de edad`, `d'âge`, `di età`, `of age` behind the unit.
fn is_of_age(v: View<'_>, end: usize) -> bool {
    let (at, word) = next_word(v, end);
    let next = at + word.len() + usize::from(v.at(at + word.len()) == b'\'');
    is_any(word, &["de", "d", "di", "of"]) && AGED.holds(next_word(v, next).1)
}

/// `34-jährige Frau`, `34enne`.
fn adjective(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let hyphen = usize::from(matches!(v.before(p.at), b'-' | b' '));
    let years = Years::ending_at(v, p.at - hyphen)?;
    let person = is_word(v.slice(p.at, p.end), "enne") && hyphen == 0 && years.value >= 10;
    if person || followed_by_somebody(v, p.end) || is_somebodys(v, years, p.end, true) {
        years.found(70)
    } else {
        None
    }
}

static FILLERS: WordSet<64> = WordSet::of(&[
    "of the i my mine her his de la mi mon ma mein von della o meu a minha la mia mijn van sex years d",
]);

/// `age: 34`, `at the age of 34`, `mi edad es 34`; `34 years of age`.
fn noun(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if is_label(v, p.at, p.end) {
        return None;
    }
    let (of, word) = previous_word(v, p.at);
    if is_word(word, "of") {
        let (unit, word) = previous_word(v, of);
        if is_any(word, &["years", "year", "yrs"]) {
            return unit_end(p, unit, p.end, true);
        }
    }
    let lead = lead(v, p.end, &FILLERS, &NONE, 28);
    labelled(p, lead.at, 70)
}

/// `aged 71`, `my kids aged 3 and 5`.
fn aged(p: &Probe<'_>) -> Option<Found> {
    labelled(p, lead(p.view, p.end, &NONE, &NONE, 8).at, 70)
}

/// The number at `at` behind a word for age.
fn labelled(p: &Probe<'_>, at: usize, score: u8) -> Option<Found> {
    let v = p.view;
    let end = digits_end(v, at, 3);
    let years = Years::of(v, at, end)?;
    let range = matches!(v.at(end), b'+' | b'-' | b'\'');
    let (unit, word) = next_word(v, end);
    let limit = is_word(word, "and") && NO_AGE.holds(next_word(v, unit + 3).1);
    if range || !closes(v, end) || NO_AGE.holds(word) || limit || follows(v, p.at, &NOBODY, 3) {
        return None;
    }
    years.found(score)
}

/// `I just turned 40`, `my son is turning 5`.
fn turned(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let at = p.end + 1;
    let years = Years::of(v, at, digits_end(v, at, 3)).filter(|_| v.at(p.end) == b' ')?;
    let (_, word) = next_word(v, years.end);
    let when =
        is_any(word, &["last", "this", "next", "in", "on", "today", "yesterday", "and", "years", "soon"]);
    let mut at = p.at;
    let mut somebody = false;
    for _ in 0..4 {
        let (start, word) = previous_word(v, at - usize::from(v.before(at) == b'\''));
        somebody |= is_word(word, "i") || SOMEBODY.holds(word) || PEOPLE.holds(word);
        at = start;
    }
    let whole = closes(v, years.end) && (when || clause_ends(v, years.end));
    if whole && somebody { years.found(65) } else { None }
}

/// `I'm 34 and live in Leeds`: no unit, so the clause must be over.
fn being(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let at = p.end + 1;
    if v.at(p.end) != b' ' || !v.at(at).is_ascii_digit() {
        return None;
    }
    let years = Years::of(v, at, digits_end(v, at, 3)).filter(|y| (13..=99).contains(&y.value))?;
    let cue = v.slice(p.at, p.end);
    let apostrophe = usize::from(v.before(p.at) == b'\'');
    let behind = |pronoun: &str| is_word(previous_word(v, p.at - apostrophe).1, pronoun);
    let i = match cue.len() {
        // "Jahre im 21. Jahrhundert"
        2 if is_word(cue, "im") => opens_clause(v, p.at),
        1 | 2 => behind("i"),
        3 => behind("ich") || behind("ik"),
        _ => true,
    };
    let (_, word) = next_word(v, years.end);
    let goes_on = is_any(word, &["and", "male", "female", "m", "f", "yo", "from", "but", "und", "en"]);
    let whole = closes(v, years.end) && (goes_on || clause_ends(v, years.end));
    if i && whole { years.found(55) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }
}
