//! Name of a person, where the text itself says that a name follows.
//!
//! A greeting, a sign-off, a form of address, "my name is", "I'm", a label with a colon. Each cue has its own parser;
//! what may be a name is decided in `names`. Strong cues take names in small letters, weak ones ask for capitals and
//! for the end of the clause. Forms of address are not part of the name.
//!
//! # Sources
//! No standard says what a name is; the rules are ours.
use super::names::{Name, any_case, capitalised, clause_ends, is_loud, line_ends};
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
        (Anchor::Cue(NAME), named),
        (Anchor::Cue(LABELS), labelled),
        (Anchor::Cue(CALLED), called),
        (Anchor::Cue(BEING), being),
        (Anchor::Cue(TITLES), titled),
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

const GREETINGS: &[&str] = &[
    "hi",
    "hello",
    "hey",
    "dear",
    "hola",
    "hallo",
    "bonjour",
    "bonsoir",
    "ciao",
    "liebe",
    "lieber",
    "estimado",
    "estimada",
    "querido",
    "querida",
    "cher",
    "chère",
    "morning",
    "afternoon",
    "evening",
    "tardes",
    "noches",
    "días",
];
/// Greetings after which a name in small letters is believed.
const OPENERS: &[&str] = &["hi", "hello", "hey", "dear", "hola", "hallo", "bonjour"];
const SIGN_OFFS: &[&str] = &[
    "regards",
    "sincerely",
    "cheers",
    "thanks",
    "thx",
    "thank",
    "best",
    "grüße",
    "grüßen",
    "gruß",
    "gruss",
    "gruesse",
    "gruessen",
    "grüsse",
    "grüssen",
    "saludos",
    "saludo",
    "atentamente",
    "cordialement",
    "salutations",
    "yours",
    "warmly",
    "respectfully",
    "cordially",
    "gracias",
    "merci",
    "danke",
    "mfg",
    "vg",
    "lg",
];
/// What may stand between a sign-off and the end of its line or the name.
const TAILS: &[&str] = &[
    "regards",
    "wishes",
    "you",
    "so",
    "much",
    "again",
    "in",
    "advance",
    "very",
    "many",
    "a",
    "lot",
    "and",
    "kind",
    "best",
    "thanks",
    "sincerely",
    "truly",
    "faithfully",
    "for",
    "your",
    "help",
    "time",
    "support",
    "to",
    "all",
    "cordiales",
    "saludos",
    "cordiaux",
    "vielmals",
    "schön",
    "beaucoup",
    "aus",
    "grüße",
    "distinguées",
    "warm",
    "dear",
    "bien",
];
const NAME: &[&str] = &["name", "surname", "nombre", "nom", "nome", "names"];
const LABELS: &[&str] = &[
    "customer",
    "client",
    "cardholder",
    "holder",
    "contact",
    "recipient",
    "passenger",
    "patient",
    "guest",
    "attn",
    "employee",
    "sender",
    "payee",
    "beneficiary",
    "subscriber",
    "applicant",
    "agent",
    "kunde",
    "cliente",
    "from",
    "to",
    "cc",
];
const CALLED: &[&str] = &["llamo", "chiamo", "chamo", "heiße", "heisse", "appelle", "m’appelle"];
const BEING: &[&str] = &["this", "hier", "am", "m", "im", "i’m", "soy", "suis", "bin"];
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "herr",
    "herrn",
    "frau",
    "señor",
    "señora",
    "señorita",
    "sr",
    "sra",
    "srta",
    "monsieur",
    "madame",
    "mademoiselle",
    "mme",
    "mlle",
    "m",
    "doña",
    "prof",
];

fn hit(name: Name, score: u8) -> Option<Found> {
    Some(Found::new(name.start, name.end).score(score).cued())
}

/// "Hi Anna," "hello john" "Dear Ms. …" (the last is `titled`'s).
fn greeted(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let cue = v.slice(p.at, p.end);
    if is_any(cue, &["morning", "afternoon", "evening", "tardes", "noches", "días"])
        && !is_any(previous_word(v, p.at).1, &["good", "buenas", "buenos"])
    {
        return None;
    }
    let mut i = skip_spaces(v, p.end, 3);
    let comma = v.at(i) == b',';
    if comma {
        i = skip_spaces(v, i + 1, 3);
    }
    if i == p.end || is_any(v.slice(i, word_end(v, i)), TITLES) {
        return None;
    }
    if let Some(name) = capitalised(v, i) {
        let open = !comma && !is_loud(v, &name);
        return if clause_ends(v, name.end) || open { hit(name, 62) } else { None };
    }
    let name = any_case(v, i)?;
    let long = name.end - name.start >= 3;
    if !comma && long && name.words == 1 && clause_ends(v, name.end) && is_any(cue, OPENERS) {
        hit(name, 55)
    } else {
        None
    }
}

/// "Best regards,\nJohn Smith", "Thanks Anna!", "Thanks - Anna Lee".
fn signed(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let mut i = p.end;
    for _ in 0..6 {
        let (at, word) = next_word(v, i);
        if !is_any(word, TAILS)
            || v.at(at).is_ascii_uppercase() && clause_ends(v, at + word.len()) && i > p.end
        {
            break;
        }
        i = at + word.len();
    }
    let (mut lines, mut dash, mut comma) = (0, false, false);
    let text = i;
    while i - text < 24 {
        match v.at(i) {
            b' ' | b'\t' | b'\r' | b'>' | b'*' => i += 1,
            b'\n' => {
                lines += 1;
                i += 1;
            }
            b',' | b'.' | b'!' => {
                comma |= v.at(i) == b',';
                i += 1;
            }
            b'-' | b'~' => {
                dash = true;
                i += 1;
            }
            0xE2 if matches!(v.char_at(i), Some('–' | '—')) => {
                dash = true;
                i += 3;
            }
            _ => break,
        }
    }
    if i == text || is_any(v.slice(i, word_end(v, i)), TITLES) {
        return None;
    }
    if let Some(name) = capitalised(v, i) {
        return match lines > 0 || dash {
            true if line_ends(v, name.end) => hit(name, 68),
            // "Thanks Anna!"
            false if clause_ends(v, name.end) && v.at(skip_spaces(v, name.end, 2)) != b':' => hit(name, 60),
            _ => None,
        };
    }
    let name = any_case(v, i)?;
    let whole = name.words <= 2 && name.end - name.start >= 3 && line_ends(v, name.end);
    if (lines > 0 || dash && !comma) && whole { hit(name, 55) } else { None }
}

/// "my name is …", "name: …", "name=…", "the name on the card is …".
fn named(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let joined = usize::from(matches!(v.before(p.at), b'_' | b'-'));
    let (_, prior) = previous_word(v, p.at - joined);
    if is_any(prior, NOT_PEOPLE) {
        return None;
    }
    let mut i = p.end;
    let (at, word) = next_word(v, i);
    if is_any(word, &["on", "for", "en"]) {
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
    } else if is_any(word, &["is", "ist", "es", "est", "è", "é"]) {
        at + word.len() + usize::from(v.at(at + word.len()) == b':')
    } else if v.at(i) == b'\'' && v.at(i + 1) == b's' {
        i + 2
    } else if word.starts_with("’s".as_bytes()) {
        at + word.len()
    } else {
        return None;
    };
    start = skip_spaces(v, start, 3);
    if matches!(v.at(start), b'"' | b'\'' | b'*') {
        start += 1;
    }
    let title = word_end(v, start);
    if is_any(v.slice(start, title), TITLES) && title > start {
        return None;
    }
    let name = any_case(v, start)?;
    // In a document any thing has a name; a person's has two words with capitals.
    if quoted == 1 && !(name.capital && name.words >= 2) {
        return None;
    }
    hit(name, 75)
}

/// Things that have names too.
const NOT_PEOPLE: &[&str] = &[
    "user",
    "company",
    "product",
    "file",
    "domain",
    "brand",
    "host",
    "business",
    "store",
    "display",
    "model",
    "item",
    "folder",
    "project",
    "server",
    "app",
    "event",
    "school",
    "street",
    "city",
    "plan",
    "package",
    "variable",
    "column",
    "field",
    "table",
    "bank",
    "pet",
    "dog",
    "cat",
    "network",
    "wifi",
    "device",
    "login",
    "screen",
    "hotel",
    "class",
    "function",
    "method",
    "group",
    "team",
    "channel",
    "shop",
    "organization",
    "workspace",
    "campaign",
    "tag",
    "d",
    "image",
    "key",
    "type",
    "resource",
    "bucket",
    "database",
    "db",
    "game",
    "print",
    "drug",
    "de",
    "service",
];

/// "Customer: Ann Lee", "From: Ann Lee <".
fn labelled(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let colon = skip_spaces(v, p.end, 2);
    if v.at(colon) != b':' {
        return None;
    }
    let start = skip_spaces(v, colon + 1, 4);
    let quoted = usize::from(v.at(start) == b'"');
    if is_any(v.slice(start, word_end(v, start)), TITLES) {
        return None;
    }
    let name = capitalised(v, start + quoted)?;
    let after = v.at(skip_spaces(v, name.end + quoted, 2));
    let header = is_any(v.slice(p.at, p.end), &["from", "to", "cc"]);
    let ends = if header {
        matches!(after, b'<' | b'[')
    } else if name.words >= 2 {
        clause_ends(v, name.end)
    } else {
        matches!(after, b'\n' | b'\r' | b'<' | b'(' | 0)
    };
    if ends { hit(name, 65) } else { None }
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
        is_any(prior, &["ich", "je"])
    };
    if fits { hit(any_case(v, skip_spaces(v, p.end, 3))?, 75) } else { None }
}

/// "this is Maria Lopez", "I'm Anna Lee", "soy Ana", "je suis …", "ich bin …": capitals only.
fn being(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let cue = v.slice(p.at, p.end);
    let (_, prior) = previous_word(v, p.at - usize::from(v.before(p.at) == b'\''));
    let mut start = p.end;
    if is_any(cue, &["this", "hier"]) {
        let (at, word) = next_word(v, p.end);
        if !is_any(word, &["is", "ist", "spricht"]) {
            return None;
        }
        start = at + word.len();
    } else if is_any(cue, &["am", "m"]) && !is_any(prior, &["i"])
        || is_any(cue, &["suis"]) && !is_any(prior, &["je"])
        || is_any(cue, &["bin"]) && !is_any(prior, &["ich"])
        || is_any(cue, &["m"]) && v.before(p.at) != b'\''
    {
        return None;
    }
    let at = skip_spaces(v, start, 3);
    if at == start || is_any(v.slice(at, word_end(v, at)), TITLES) {
        return None;
    }
    let name = capitalised(v, at)?;
    if is_loud(v, &name) {
        return None;
    }
    let (_, then) = next_word(v, name.end);
    let introduced =
        is_any(then, &["from", "here", "calling", "speaking", "again", "de", "von", "aus", "und", "y", "et"]);
    // German writes every noun with a capital: "ich bin Kunde".
    let single = !is_any(cue, &["bin", "hier"]) && (clause_ends(v, name.end) || is_any(then, &["and"]));
    if name.words >= 2 || introduced || single { hit(name, 58) } else { None }
}

/// "Mr. Smith", "Frau Dr. Muster": the name only.
fn titled(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let cue = v.slice(p.at, p.end);
    let dot = v.at(p.end) == b'.';
    let start = skip_spaces(v, p.end + usize::from(dot), 2);
    if start == p.end || is_any(v.slice(start, word_end(v, start)), TITLES) {
        return None;
    }
    let loud = cue.len() > 1 && cue.iter().all(u8::is_ascii_uppercase);
    // "M. Dupont", but neither "J. M. Smith" nor "I'm Anna".
    if cue.len() == 1
        && !(cue == b"M" && dot && !matches!(v.before(p.at), b'\'' | b'.') && !after_capital(v, p.at))
    {
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
        return if loud && !is_loud(v, &name) && !dot { None } else { hit(name, 70) };
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Calls each parser at each of its cue words, as the scanner does.
    fn found(text: &str) -> Vec<&str> {
        let view = View::new(text);
        let mut hits: Vec<(usize, usize)> = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let end = word_end(view, at).max(at + 1);
            let word = view.slice(at, end);
            for (anchor, parser) in ENTRY.anchors {
                if let Anchor::Cue(words) = anchor
                    && is_any(word, words)
                {
                    hits.extend(parser(&Probe { view, at, end, today: None }).map(|f| (f.start, f.end)));
                }
            }
            at = end;
        }
        hits.sort_by_key(|h| (h.0, core::cmp::Reverse(h.1)));
        hits.dedup_by_key(|h| h.0);
        hits.into_iter().map(|(start, end)| &text[start..end]).collect()
    }

    #[test]
    fn examples_hold() {
        for text in ENTRY.finds {
            let want = text.split("<<").nth(1).and_then(|t| t.split(">>").next()).unwrap();
            assert_eq!(found(&text.replace("<<", "").replace(">>", "")), [want], "{text}");
        }
        for (text, why) in ENTRY.skips {
            assert_eq!(found(text), [""; 0], "{why}");
        }
    }

    #[test]
    fn cues_lead_to_names() {
        for (text, want) in [
            ("Thanks Fulvio!", "Fulvio"),
            ("Thank you so much Anna.", "Anna"),
            ("I'm Anna Lee", "Anna Lee"),
            ("I’m Anna.", "Anna"),
            ("I am Anna from Leeds", "Anna"),
            ("name=john smith", "john smith"),
            ("name: JOHN SMITH", "JOHN SMITH"),
            ("the name on the card is Ann B. Lee", "Ann B. Lee"),
            ("From: Ann Lee <ann@example.com>", "Ann Lee"),
            ("Mit freundlichen Grüßen\nMax Muster", "Max Muster"),
            ("Saludos,\nAna", "Ana"),
            ("Cordialement,\nÉlodie Petit", "Élodie Petit"),
            ("je m'appelle luc petit", "luc petit"),
            ("thanks!\n- Alve Olsson", "Alve Olsson"),
            ("Ich heiße Max Muster.", "Max Muster"),
            ("thanks,\njohn", "john"),
            ("Mein Name ist Max Muster und", "Max Muster"),
            ("ich bin Max Muster", "Max Muster"),
            ("soy Ana López", "Ana López"),
            ("mi nombre es ana", "ana"),
            ("Herr von Muster", "von Muster"),
            ("ask mr smith about it", "smith"),
            ("Mr. O'Brien's order", "O'Brien"),
            ("M. Dupont", "Dupont"),
            ("my name's bo lind", "bo lind"),
            ("{\"name\": \"Ann Lee\"}", "Ann Lee"),
            ("first_name=ann", "ann"),
            ("Hi Anna can you", "Anna"),
            ("Dr. Lee said", "Lee"),
            ("Hey, Anna!", "Anna"),
            ("Good morning Anna,", "Anna"),
            ("je suis Luc Petit", "Luc Petit"),
        ] {
            assert_eq!(found(text), [want], "{text}");
        }
    }

    #[test]
    fn prose_is_left_alone() {
        for text in [
            "Hi I have a problem",
            "Hello, my order",
            "I am having trouble",
            "I'm German.",
            "thanks for the help",
            "Thanks\nOrder number 12",
            "This is Ridiculous!",
            "this is a test",
            "product name: Widget",
            "ich bin Kunde",
            "12 Oak Dr Springfield",
            "MS Office",
            "Customer: Where is my order?",
            "Customer: Hello",
            "To: London",
            "hi please help",
            "Dear Sir or Madam",
            "Hallo zusammen,",
            "my name is on the account",
            "hi guys",
            "best of luck",
            "i am not happy",
            "{\"name\": \"Widget\"}",
            "what is the name",
            "I miss Anna",
            "thanks again",
            "thank you",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "((my name is|hi|thanks|I'm|Mr|name|from|llamo|this is|m)[ ,.:'’\"\n-]{0,3}[A-Za-zÉß’'. \n王]{0,12}){1,3}") {
            for value in found(&text) {
                prop_assert!(value.chars().any(char::is_alphabetic));
            }
        }
    }
}
