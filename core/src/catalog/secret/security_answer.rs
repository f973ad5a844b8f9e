//! Answer to a security question: a mother's maiden name, a first pet, whatever *the answer* is said to be.
//!
//! Names behind `maiden name`, `Mädchenname`, `apellido de soltera`, … and behind a first pet, or before them (`Miller
//! is my mother's maiden name`); behind *answer*, *Antwort*, *réponse*, … where security or a secret is spoken of near
//! by, all that stands up to the end of the clause. What people say *about* answers (`wrong`, `case sensitive`) is none.
//!
//! # Sources
//! NIST SP 800-63B section 5.1.1.2 (prompts such as the name of a first pet); the rules are ours.
use super::common::is_placeholder;
use super::typed::{is_said_of_things, quoted};
use crate::catalog::person::{any_case, capitalised};
use crate::catalog::prelude::*;
use crate::catalog::talk_words::TALK;
use crate::text::phrase::{Lead, clause_ends, follows, is_covered, is_label, lead, within};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, next_word, previous_word, skip_spaces, word_end};

#[rustfmt::skip]
static MAIDEN: &[&str] = &[
    "maiden", "mädchenname", "mädchennamen", "geburtsname", "soltera", "solteira", "nubile", "meisjesnaam", "fille",
];
#[rustfmt::skip]
static PETS: &[&str] = &[
    "pet", "pets", "dog", "dogs", "cat", "cats", "haustier", "haustiers", "haustieres", "mascota", "animal", "animale",
    "estimação", "estimacao", "huisdier",
];
#[rustfmt::skip]
static ANSWERS: &[&str] = &[
    "answer", "answers", "antwort", "sicherheitsantwort", "réponse", "reponse", "respuesta", "resposta", "risposta",
    "antwoord", "memorable",
];

static NAME: WordSet<64> = WordSet::of(&[
    "name names lastname surname nombre apellido nom nome cognome sobrenome naam namen word palabra",
]);

static CALLED: WordSet<64> = WordSet::of(&[
    "called named hieß hiess heißt heisst llamaba llama chiamava chiama appelait appelle s’appelait chamava chama",
    "heette heet",
]);

/// What is passed between a question and its answer.
static FILLERS: WordSet<256> = WordSet::of(&[
    "a of my the mother mothers mother’s mum mom s last first childhood pet dog cat name her his question questions to",
    "security secret recovery challenge auf die der das meine meiner meines mutter sicherheitsfrage geheimfrage",
    "geheime frage ersten de la mi madre le ma mère à question secrète sécurité compagnie se pregunta secreta",
    "seguridad da minha mãe do meu pergunta segurança di mia madre mamma alla domanda segreta sicurezza si domestico",
    "van mijn moeder op vraag beveiligingsvraag geheime il è name word think it one number 1 both",
]);

/// First, and of one's childhood.
static FIRST: WordSet<64> = WordSet::of(&[
    "first childhood 1st erstes ersten erster primera primer premier première primeiro primeira primo prima eerste",
    "infancia kindheit enfance infância infanzia",
]);

static MOTHER: WordSet<32> =
    WordSet::of(&["mother mothers mother’s mum mom mums moms mutter madre mère mãe mamma moeder maman"]);

static SECRETS: WordSet<64> = WordSet::of(&[
    "security secret recovery challenge sicherheitsfrage geheimfrage geheime secrète secrete sécurité securite secreta",
    "seguridad segurança seguranca segreta sicurezza beveiligingsvraag verification",
]);

/// Words that begin what is no answer.
static STOPS: WordSet<128> = WordSet::of(&[
    "the a an my your his her our it that this i we you they he she in on at for to so what which one please und die",
    "der el la le mi ma",
]);

pub(super) static ENTRY: Entry = Entry::new("SECURITY_ANSWER")
    .title("Answer to a security question")
    .category(Category::Secret)
    .sensitivity(Sensitivity::High)
    .score(80)
    .anchors(&[(Anchor::Cue(MAIDEN), maiden), (Anchor::Cue(PETS), pet), (Anchor::Cue(ANSWERS), answer)])
    .finds(&[
        "my mother's maiden name is <<Sanders>>",
        "<<Miller>> is my mother's maiden name",
        "my first pet was <<Rex>>",
        "the answer to the security question is <<blue honda>>",
        "el apellido de soltera de mi madre es <<García>>",
        "Mädchenname meiner Mutter: <<Weber>>",
        "mein erstes Haustier hieß <<Bello>>",
        "le nom de jeune fille de ma mère est <<Petit>>",
        "a resposta à pergunta secreta é <<Lisboa>>",
        "il cognome da nubile di mia madre è <<Rossi>>",
        "antwoord op de geheime vraag: <<Utrecht>>",
    ])
    .skips(&[
        ("i forgot my mother's maiden name", "no value"),
        ("the maiden name is wrong", "what people say of answers"),
        ("my pet is sick", "no question is answered"),
        ("the answer is no", "nothing speaks of security"),
        ("the security answer is case sensitive", "what people say of answers"),
        ("maiden voyage is in May", "a voyage"),
    ])
    .sources(&["NIST SP 800-63B, section 5.1.1.2"]);

/// Behind or before a maiden name.
fn maiden(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    if is_label(v, p.at, p.end) {
        return None;
    }
    let cue = v.slice(p.at, p.end);
    let lead = lead(v, p.end, &FILLERS, &NAME, 56);
    let mother = || follows(v, p.at, &MOTHER, 5) || within(v, p.end, lead.at, &MOTHER);
    let fits = if is_any(cue, &["fille"]) {
        is_any(previous_word(v, p.at).1, &["jeune"]) && mother()
    } else if is_any(cue, &["maiden"]) {
        lead.marked || lead.verb
    } else {
        mother()
    };
    if !fits || is_covered(v, lead.at) {
        return None;
    }
    name_behind(v, lead, lead.sign || lead.verb).or_else(|| name_before(p)).map(|f| f.score(80))
}

/// Behind or before a pet that answers a question.
fn pet(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let cue = v.slice(p.at, p.end);
    let first = follows(v, p.at, &FIRST, 3);
    let beast = is_any(cue, &["dog", "dogs", "cat", "cats", "animal", "animale"]);
    if beast && !first || is_label(v, p.at, p.end) {
        return None;
    }
    let lead = lead(v, p.end, &FILLERS, &PET_NAMES, 40);
    let named = first || lead.marked || follows(v, p.at, &NAME, 5);
    let told = lead.sign || lead.verb || within(v, p.end, lead.at, &CALLED);
    if is_covered(v, lead.at) || !named && !lead.verb {
        return None;
    }
    let behind = if told { name_behind(v, lead, true) } else { None };
    if !named {
        // `my pet was Rex`: a name beyond doubt.
        let sure = |f: &Found| v.at(f.start).is_ascii_uppercase() && clause_ends(v, f.end);
        return behind.filter(sure).map(|f| f.score(62));
    }
    behind.or_else(|| name_before(p)).map(|f| f.score(72))
}

/// `pet's name is`, `mascota se llamaba`.
static PET_NAMES: WordSet<64> = WordSet::of(&[
    "name names nombre nom nome naam called named hieß hiess heißt heisst llamaba llama chiamava chiama appelait",
    "appelle s’appelait chamava chama heette heet",
]);

/// The name behind a bridge, or behind the question mark of one.
fn name_behind(v: View<'_>, lead: Lead, told: bool) -> Option<Found> {
    if v.at(lead.at) == b'?' {
        // The question and its answer in one message.
        let mut at = skip_spaces(v, lead.at + 1, 2);
        at += usize::from(v.at(at) == b'\n');
        let name = capitalised(v, at).filter(|n| n.words <= 2 && is_name(v, n.start, n.end))?;
        return clause_ends(v, name.end).then(|| found(name.start, name.end));
    }
    if let Some((start, end)) = quoted(v, lead.at).filter(|_| told) {
        return (!is_placeholder(v.slice(start, end))).then(|| found(start, end));
    }
    let Some(name) = any_case(v, lead.at) else {
        // Pets are called what nobody else is: Buddy, Prince, Lucky.
        let end = word_end(v, lead.at);
        let capital = v.at(lead.at).is_ascii_uppercase() && clause_ends(v, end);
        return (told && capital && is_name(v, lead.at, end)).then(|| found(lead.at, end));
    };
    let next = next_word(v, name.end).1;
    let ends = clause_ends(v, name.end) || is_any(next, &["and", "y", "et", "und", "e", "en", "or"]);
    let known = name.capital || told && ends && name.words == 1;
    (known && (told || lead.marked) && is_name(v, name.start, name.end)).then(|| found(name.start, name.end))
}

fn found(start: usize, end: usize) -> Found {
    Found::new(start, end).cued()
}

static LINKS: WordSet<32> = WordSet::of(&["is was es est è é ist war era"]);

/// `Miller is my mother's maiden name`.
fn name_before(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let mut at = p.at;
    for _ in 0..7 {
        let (start, word) = previous_word(v, at - usize::from(v.before(at) == b'\''));
        if word.is_empty() {
            return None;
        }
        at = start;
        if LINKS.holds(word) {
            let (from, word) = previous_word(v, at);
            let whole = from + word.len();
            let name = capitalised(v, from).filter(|n| n.end == whole)?;
            return is_name(v, name.start, name.end).then(|| found(name.start, name.end));
        }
        if !FILLERS.holds(word) && !FIRST.holds(word) {
            return None;
        }
    }
    None
}

/// Behind *answer*, where security is spoken of near by.
fn answer(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let cue = v.slice(p.at, p.end);
    let named = is_any(cue, &["sicherheitsantwort", "memorable"]);
    if is_label(v, p.at, p.end) {
        return None;
    }
    let lead = lead(v, p.end, &FILLERS, &NAME, 72);
    let told = lead.sign || lead.verb;
    if !told || is_any(cue, &["memorable"]) && !lead.marked || is_covered(v, lead.at) {
        return None;
    }
    if !named && !within(v, p.at.saturating_sub(48), lead.at, &SECRETS) {
        return None;
    }
    if let Some((start, end)) = quoted(v, lead.at) {
        return (!is_placeholder(v.slice(start, end))).then(|| found(start, end));
    }
    let end = phrase_end(v, lead.at)?;
    is_answer(v, lead.at, end).then(|| found(lead.at, end).score(75))
}

/// End of the at most four words from `i` to the end of the clause.
fn phrase_end(v: View<'_>, i: usize) -> Option<usize> {
    let (mut end, mut words) = (i, 1);
    while end - i <= 40 {
        match v.at(end) {
            0 | b'\n' | b'\r' | b',' | b';' | b'!' | b'?' | b')' | b'"' | b'<' => break,
            b'.' if !v.at(end + 1).is_ascii_alphanumeric() => break,
            b':' | b'[' | b'{' | b'=' | b'@' => return None,
            b' ' if is_any(
                next_word(v, end).1,
                &["and", "but", "und", "y", "et", "e", "en", "thanks", "please"],
            ) =>
            {
                break;
            }
            b' ' => words += 1,
            _ => {}
        }
        end += 1;
    }
    while v.before(end) == b' ' {
        end -= 1;
    }
    (end > i + 1 && end - i <= 40 && words <= 4).then_some(end)
}

/// Whether a value is an answer and not something said about one.
fn is_answer(v: View<'_>, start: usize, end: usize) -> bool {
    let first = v.slice(start, word_end(v, start).min(end));
    is_name(v, start, end) && !(first.len() == end - start && is_said_of_things(first))
}

/// Whether a value is a name and not something said about one. Molly and Alfred end like adverbs and participles.
fn is_name(v: View<'_>, start: usize, end: usize) -> bool {
    let text = v.slice(start, end);
    let first = v.slice(start, word_end(v, start).min(end));
    let said = !v.at(start).is_ascii_uppercase() && first.len() > 4 && first.ends_with(b"ed");
    text.len() >= 2 && !TALK.holds(first) && !STOPS.holds(first) && !said && !is_placeholder(text)
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
