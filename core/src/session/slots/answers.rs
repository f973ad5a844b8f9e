//! An answer, and what was asked → the value in it.
//!
//! Comes in: a turn and a topic. Goes out: the place of the value. The catalogue finds a value behind the words that lead to
//! it; a bare answer has none, so the topic's are put before it. What is left around the value must be what people say
//! around values: the answer to "your PIN?" is "it's 4417 thanks", not "I called 4417 times".
use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

use super::topics::{Answer, Topic};
use crate::finding::{ContextKind, Finding};
use crate::span::Span;

/// A turn longer than this is no bare answer.
pub(in crate::session) const LONGEST: usize = 160;
/// How many words that say nothing may stand around a value with a form of its own.
const AROUND: usize = 4;

/// What is said before and behind values, in the seven languages.
#[rustfmt::skip]
const SAID: &[&str] = &[
    "it", "its", "it's", "is", "that", "thats", "that's", "this", "would", "be", "the", "number", "yes", "yeah", "yep", "yup", "ok", "okay", "sure",
    "of", "course", "um", "uh", "hmm", "well", "so", "my", "mine", "was", "hi", "hello", "here", "you", "go", "i", "think", "thanks",
    "thank", "thx", "ty", "please", "pls", "sir", "mam", "maam", "for", "im", "i'm", "am", "on", "born", "ends", "in", "with", "ja", "klar", "gerne",
    "das", "es", "ist", "lautet", "die", "der", "mein", "meine", "danke", "bitte", "hier", "natürlich", "sí", "claro", "el", "la",
    "es el", "gracias", "oui", "c'est", "est", "le", "voici", "merci", "bien", "sûr", "sim", "é", "o", "obrigado", "obrigada", "aqui", "sì",
    "certo", "è", "il", "grazie", "ecco", "het", "dat", "bedankt", "dank",
];

/// How a reply begins that answers something else, or nothing.
#[rustfmt::skip]
const ELSE: &[&str] = &[
    "why", "what", "who", "how", "when", "where", "which", "can", "could", "do", "does", "did", "dont", "don't", "no", "not", "nope", "never",
    "wait", "one", "hold", "hang", "let", "just", "sorry", "unfortunately", "maybe", "because", "never mind", "nevermind", "same", "already",
    "warum", "wieso", "was", "wer", "nein", "nicht", "kein", "keine", "moment", "weiß", "por", "qué", "quién", "no sé", "un", "una", "espera", "pourquoi",
    "quoi", "non", "je", "attendez", "não", "porque", "quem", "um", "uma", "espere", "perché", "chi", "aspetti", "aspetta", "nee", "waarom",
    "wie", "geen", "een", "wacht",
];

/// Digits without a sign between them tell something by themselves from so many on.
const LONG: usize = 9;

/// What stands before things and not before names.
const ARTICLES: &[&str] = &["the", "der", "die", "das", "el", "la", "le", "il", "o", "het"];

/// Words of short replies, which are nobody's name: the same seven languages.
#[rustfmt::skip]
const REPLIES: &[&str] = &[
    "hello", "right", "great", "good", "fine", "perfect", "correct", "exactly", "done", "nothing", "none", "what", "still", "waiting", "working",
    "broken", "back", "later", "again", "now", "soon", "checking", "looking", "ready", "there", "any", "all", "this", "that", "it", "was",
    "vale", "bueno", "bien", "perfecto", "correcto", "exacto", "listo", "está", "esta", "estoy", "estaba", "roto", "nada", "nadie", "ahora",
    "luego", "después", "todavía", "aún", "esperando", "momento", "momentito", "segundo", "acuerdo", "genial", "muy", "también", "funciona",
    "super", "prima", "perfekt", "richtig", "genau", "alles", "klar", "gut", "kaputt", "defekt", "gleich", "später", "jetzt", "schon", "noch",
    "immer", "nichts", "niemand", "warte", "warten", "moment", "augenblick", "bin", "bereit", "fertig", "funktioniert", "geht", "läuft",
    "d'accord", "accord", "parfait", "exact", "exactement", "cassé", "cassée", "rien", "personne", "maintenant", "toujours", "encore",
    "attends", "j'attends", "j'ai", "instant", "seconde", "minute", "voilà", "très", "marche", "fonctionne", "prêt", "suis",
    "perfeito", "certo", "correto", "exato", "pronto", "quebrado", "quebrada", "agora", "depois", "ainda", "minuto", "instante", "estou",
    "bom", "boa", "tudo", "ótimo", "legal", "beleza", "aguarde",
    "va", "bene", "perfetto", "esatto", "giusto", "rotto", "rotta", "niente", "nessuno", "adesso", "ora", "dopo", "ancora", "attimo", "momentino",
    "sto", "sono", "aspettando", "tutto", "ottimo", "d'accordo", "funziona",
    "idea", "idée", "idee", "idea", "ideia", "clue", "ahnung", "aucun", "aucune", "ninguna", "ningún", "nenhum", "nenhuma", "nessuna", "nessun",
    "already", "ya", "já", "già", "déjà", "tomorrow", "mañana", "amanhã", "domani", "demain", "morgen", "heute", "today", "hoy", "hoje", "oggi",
    "yesterday", "gestern", "ayer", "ontem", "ieri", "hier", "gisteren", "hasta", "até", "missing", "falta", "faltan", "fehlt", "manca", "manque",
    "ontbreekt", "wird", "werden", "wurde", "passt", "stimmt", "whatever", "delivered", "lost", "late", "mist", "schade", "jammer", "pena",
    "dommage", "peccato", "lástima", "ha", "han", "hat", "habe", "haben", "hay", "há", "c'è", "avete", "avez", "tiene", "tengo", "tenho", "tem", "ho",
    "heb", "hebben", "heeft", "quiero", "quero", "voglio", "veux", "will", "want", "need", "brauche", "puedo", "posso", "peux", "kann", "kan",
    "ugh", "lol", "haha", "wow", "hmm", "hey",
    "oké", "oke", "goed", "precies", "klopt", "kapot", "stuk", "niets", "niemand", "nu", "straks", "later", "nog", "steeds", "even", "moment",
    "ogenblik", "klaar", "werkt", "wacht", "ben", "mooi", "top", "fijn",
];

/// The value that answers `topic`. `find` gives what is found of the topic's type in a text.
pub(super) fn value(
    text: &str,
    topic: &Topic,
    mut find: impl FnMut(&str) -> Vec<Finding>,
) -> Option<Finding> {
    let end = text.trim_end().len();
    if end == 0 || end > LONGEST || text.contains('?') {
        return None;
    }
    let mut starts = vec![behind_what_is_said(text)];
    if let Some(digit) = text.find(|c: char| c.is_ascii_digit()) {
        let signed = text.get(..digit).is_some_and(|before| before.ends_with(['+', '(']));
        starts.push(digit - usize::from(signed));
    }
    starts.dedup();
    starts.into_iter().find_map(|start| {
        let rest = text.get(start..end).filter(|rest| !begins_otherwise(rest))?;
        let mut finding = behind(topic.lead, rest, &mut find)?;
        let span = finding.span();
        finding.span = Span::new(start + span.start(), start + span.end());
        fits(text, finding.span(), topic.answer).then_some(finding)
    })
}

/// The value right behind `lead`, at its place in `rest`.
fn behind(lead: &str, rest: &str, find: &mut impl FnMut(&str) -> Vec<Finding>) -> Option<Finding> {
    let led = Zeroizing::new([lead, rest].concat());
    let mut finding = find(&led).into_iter().find(|finding| finding.span().end() > lead.len())?;
    let span = finding.span();
    finding.span = Span::new(span.start().max(lead.len()) - lead.len(), span.end() - lead.len());
    finding.evidence.context = ContextKind::Question;
    let before = rest.get(..finding.span.start())?;
    (!before.contains(char::is_alphanumeric)).then_some(finding)
}

/// Where the first word stands that is not said before values.
fn behind_what_is_said(text: &str) -> usize {
    let mut words = text.unicode_word_indices();
    words.find(|(_, word)| !is_said(word)).map_or(text.len(), |(at, _)| at)
}

fn is_said(word: &str) -> bool {
    SAID.contains(&word.to_lowercase().replace('’', "'").as_str())
}

fn begins_otherwise(text: &str) -> bool {
    let first = text.unicode_words().next().unwrap_or_default().to_lowercase();
    ELSE.contains(&first.replace('’', "'").as_str())
}

/// Whether what stands around the value leaves it the answer, and it can be one.
fn fits(text: &str, place: Span, answer: Answer) -> bool {
    let value = text.get(place.range()).unwrap_or_default();
    let around = [text.get(..place.start()), text.get(place.end()..)];
    let words = around.into_iter().flatten().flat_map(UnicodeSegmentation::unicode_words);
    let left = words.filter(|word| !is_said(word)).count();
    let tells = value.bytes().filter(u8::is_ascii_digit).count() >= LONG
        || value.contains(|c: char| !c.is_ascii_digit());
    match answer {
        Answer::Form => left == 0 || tells && left <= AROUND,
        Answer::Words => {
            let before = text.get(..place.start()).and_then(|before| before.unicode_words().next_back());
            let article = before.is_some_and(|word| ARTICLES.contains(&word.to_lowercase().as_str()));
            left == 0 && !article && !value.unicode_words().any(is_reply)
        }
        _ => left == 0,
    }
}

fn is_reply(word: &str) -> bool {
    REPLIES.contains(&word.to_lowercase().replace('’', "'").as_str())
}
