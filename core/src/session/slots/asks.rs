//! What an agent says → what is asked for.
//!
//! Comes in: a turn of whoever serves. Goes out: topics. A sentence asks where it ends with a question mark, holds a word of
//! asking, or is little more than the name of the thing, as bots write ("Date of birth:").
use super::topics::{Answer, TOPICS, Topic};

/// How much of a turn is read, from its end: questions stand there.
pub(in crate::session) const READ: usize = 1000;
/// A sentence of so many words that names something asks for it.
const PROMPT: usize = 4;

/// Words of asking, in the seven languages.
#[rustfmt::skip]
const ASKING: &[&str] = &[
    "please", "can", "could", "may", "might", "would", "what", "whats", "which", "provide", "confirm", "tell", "give",
    "enter", "need", "share", "verify", "type", "bitte", "nennen", "können", "könnten", "geben", "brauche",
    "benötige", "wie", "wann", "por favor", "puede", "puedes", "podría", "indique", "necesito", "cuál", "s il vous plaît", "svp",
    "merci de", "pouvez", "pourriez", "quel", "quelle", "pode", "poderia", "informe", "qual", "preciso", "per favore", "può",
    "potrebbe", "mi dica", "kunt", "graag", "alstublieft",
];

/// Words with which an agent goes on asking: "and the code on the back".
const JOINING: &[&str] = &["and", "und", "y", "et", "e", "en"];

/// The topics that `text` asks for.
pub(super) fn asked(text: &str) -> Vec<&'static Topic> {
    let from = text.len().saturating_sub(READ);
    let from = (from..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let text = text.get(from..).unwrap_or_default();
    let mut topics: Vec<&Topic> = Vec::new();
    let mut open = false;
    for sentence in text.split_inclusive(['.', '!', '?', '\n', ';']) {
        let mut words = plain(sentence);
        let count = words.split_whitespace().count();
        let joins = words.split_whitespace().next().is_some_and(|word| JOINING.contains(&word));
        let asks = sentence.ends_with('?')
            || count <= PROMPT
            || joins && count <= 2 * PROMPT
            || ASKING.iter().any(|word| words.contains(&format!(" {word} ")));
        // "What is your name? And the date of birth." goes on with what was begun.
        if !(asks || open && count <= 2 * PROMPT) {
            continue;
        }
        open = asks;
        for topic in TOPICS {
            let mut named = false;
            for word in topic.words {
                if let Some(at) = words.find(&format!(" {word} ")) {
                    named = true;
                    words.replace_range(at + 1..at + 1 + word.len(), "…");
                }
            }
            if named && topic.answer != Answer::Nothing && !topics.iter().any(|t| t.entity == topic.entity) {
                topics.push(topic);
            }
        }
    }
    topics
}

/// Small letters and digits, one space around each word.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&'static str> {
        asked(text).iter().map(|topic| topic.entity.name()).collect()
    }

    #[test]
    fn questions_name_what_they_ask_for() {
        for (text, wanted) in [
            ("What is your date of birth?", &["DATE_OF_BIRTH"][..]),
            ("last 4?", &["CARD_LAST_FOUR"]),
            ("and the code on the back?", &["CARD_VERIFICATION_CODE"]),
            ("Could I have your full name and date of birth please", &["DATE_OF_BIRTH", "PERSON"]),
            ("Please enter the 6 digit code we sent to your phone.", &["ONE_TIME_CODE", "PHONE_NUMBER"]),
            ("Date of birth:", &["DATE_OF_BIRTH"]),
            ("Wie ist Ihre Kontonummer?", &["US_BANK_NUMBER"]),
            ("¿Cuál es su nombre completo?", &["PERSON"]),
            ("Quelle est votre adresse ?", &["STREET_ADDRESS"]),
            ("Qual é o código de segurança do cartão?", &["CARD_VERIFICATION_CODE"]),
            ("Può dirmi il codice postale o il CAP?", &["POSTAL_CODE"]),
            ("Wat is uw geboortedatum?", &["DATE_OF_BIRTH"]),
            ("What is your username?", &["USERNAME"]),
        ] {
            assert_eq!(names(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_is_said_asks_for_nothing() {
        for text in [
            "We have updated the password on your account and everything works again.",
            "What is your email address?",
            "What is the order number?",
            "I have sent the parcel to the address on file this morning, as you wished.",
            "How can I help you today?",
            "",
        ] {
            assert!(names(text).is_empty(), "{text}: {:?}", names(text));
        }
    }
}
