//! What the cues must and must not lead to.
use super::person::ENTRY;
use crate::catalog::prelude::*;
use crate::text::view::View;
use crate::text::words::{is_any, word_end};
use proptest::prelude::*;

#[rustfmt::skip]
const NAMES: &[(&str, &str)] = &[
    ("[10:42] Ann: hi", "Ann"),
    ("Hi I'm Ann can you", "Ann"), ("Agent Kayla: hello", "Kayla"), ("in the name of ann lee, send", "ann lee"),
    ("I spoke to Ann Lee in billing", "Ann Lee"), ("spoke to ann in billing", "ann"), ("and name bo lind for", "bo lind"),
    ("Thanks, it works. - Wout van der Velde", "Wout van der Velde"), ("this is Ruby Weeks.", "Ruby Weeks"),
    ("Thanks Fulvio!", "Fulvio"), ("Thank you so much Anna.", "Anna"), ("I'm Anna Lee", "Anna Lee"),
    ("I’m Anna.", "Anna"), ("I am Anna from Leeds", "Anna"), ("name=john smith", "john smith"),
    ("name: JOHN SMITH", "JOHN SMITH"), ("the name on the card is Ann B. Lee", "Ann B. Lee"),
    ("From: Ann Lee <ann@example.com>", "Ann Lee"), ("Mit freundlichen Grüßen\nMax Muster", "Max Muster"),
    ("Saludos,\nAna", "Ana"), ("Cordialement,\nÉlodie Petit", "Élodie Petit"),
    ("je m'appelle luc petit", "luc petit"), ("thanks!\n- Alve Olsson", "Alve Olsson"),
    ("Ich heiße Max Muster.", "Max Muster"), ("thanks,\njohn", "john"),
    ("Mein Name ist Max Muster und", "Max Muster"), ("ich bin Max Muster", "Max Muster"),
    ("soy Ana López", "Ana López"), ("mi nombre es ana", "ana"), ("Herr von Muster", "von Muster"),
    ("ask mr smith about it", "smith"), ("Mr. O'Brien's order", "O'Brien"), ("M. Dupont", "Dupont"),
    ("my name's bo lind", "bo lind"), ("{\"name\": \"Ann Lee\"}", "Ann Lee"), ("first_name=ann", "ann"),
    ("Hi Anna can you", "Anna"), ("Dr. Lee said", "Lee"), ("Hey, Anna!", "Anna"),
    ("Kontoinhaber Jörg Brückner", "Jörg Brückner"), ("account holder is Ann Lee, see", "Ann Lee"),
    ("From: Ann Lee\nSubject: my order", "Ann Lee"), ("Von: Max Muster\nGesendet: Montag", "Max Muster"),
    ("hi im Anna", "Anna"), ("hello, im Anna from Leeds", "Anna"), ("thanks, all good. - ann lee", "ann lee"),
    ("Good morning Anna,", "Anna"), ("je suis Luc Petit", "Luc Petit"),
];

#[rustfmt::skip]
const PROSE: &[&str] = &[
    "Hi I have a problem", "Hello, my order", "I am having trouble", "I'm German.", "thanks for the help",
    "Thanks\nOrder number 12", "This is Ridiculous!", "this is a test", "product name: Widget",
    "ich bin Kunde", "12 Oak Dr Springfield", "MS Office", "Customer: Where is my order?",
    "Customer: Hello", "To: London", "hi please help", "Dear Sir or Madam", "Hallo zusammen,",
    "my name is on the account", "hi guys", "best of luck", "i am not happy", "{\"name\": \"Widget\"}",
    "es liegt im Paketzentrum.", "49 € im Monat", "Im Warenkorb: nichts", "das Paket ist im Shop und",
    "From: New York\nTo: San Francisco", "customer Best Buy, please", "Customer Care Center,",
    "I moved to Berlin: ok", "Note to self: buy",
    "what is the name", "I miss Anna", "thanks again", "thank you", "Hi I'm waiting", "Hi I’ve tried", "spoke to tech support", "name of the product", "at 10:42 Ann: hi",
];

/// Calls each parser at each of its cue words, as the scanner does.
fn found(text: &str) -> Vec<&str> {
    let view = View::new(text);
    let mut hits: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = word_end(view, at).max(at + 1);
        let word = view.slice(at, end);
        for (anchor, parser) in ENTRY.anchors {
            let called = match anchor {
                Anchor::Cue(words) => is_any(word, words),
                Anchor::Colon => word == b":",
                Anchor::At => word == b"@",
                _ => false,
            };
            if called {
                hits.extend(
                    parser(&Probe { view, at, end, hints: Default::default() }).map(|f| (f.start, f.end)),
                );
            }
        }
        at = end;
    }
    hits.sort_by_key(|h| (h.0, core::cmp::Reverse(h.1)));
    hits.dedup_by_key(|h| h.0);
    hits.into_iter().map(|(start, end)| text.get(start..end).unwrap()).collect()
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
    for &(text, want) in NAMES {
        assert_eq!(found(text), [want], "{text}");
    }
}

#[test]
fn prose_is_left_alone() {
    for text in PROSE {
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
