//! The challenge set: messages by other sentences than those of the templates, as JSON lines beside the tests of the core.
//!
//! Comes in: `core/tests/data/challenge.txt`. Goes out: `challenge.jsonl`, written by `WIMPLE_BLESS=1 cargo test -p
//! wimple-train`, with offsets in code points. Half of each language is `held`.
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::grammar::Part;
use super::shelf::{LANGUAGES, SECTIONS, Shelf};
use super::{Kind, Labelled, draft::Draft};

const SOURCE: &str = include_str!("../../../tests/data/challenge.txt");

/// The messages of the source, in its order.
fn challenge() -> Vec<Labelled> {
    let (mut all, mut language) = (Vec::new(), "");
    for line in SOURCE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix("= ") {
            Some(code) => {
                language = LANGUAGES.iter().map(|l| l.code).find(|known| *known == code).expect("a language");
            }
            None => all.push(read(line, language)),
        }
    }
    all
}

fn read(line: &str, language: &'static str) -> Labelled {
    let mut draft = Draft::default();
    let mut left = line;
    while let Some((before, rest)) = left.split_once('<') {
        draft.push(before, None);
        let kind = match rest.get(..2) {
            Some("P:") => Kind::Person,
            Some("A:") => Kind::Address,
            Some("L:") => Kind::Location,
            Some("O:") => Kind::Organization,
            _ => {
                draft.push("<", None);
                left = rest;
                continue;
            }
        };
        let (value, after) = rest[2..].split_once('>').expect("a name ends");
        draft.push(value, Some(kind));
        left = after;
    }
    draft.push(left, None);
    draft.finish(language)
}

/// FNV-1a: an order that has nothing to do with that of the source.
fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The texts that are held: of each language half of those that name something and half of the others.
fn held() -> BTreeSet<String> {
    let mut groups: BTreeMap<(&str, bool), Vec<(u64, String)>> = BTreeMap::new();
    for Labelled { text, spans, language } in challenge() {
        groups.entry((language, spans.is_empty())).or_default().push((hash(&text), text));
    }
    let halves = groups.into_values().flat_map(|mut group| {
        group.sort();
        group.into_iter().step_by(2).map(|(_, text)| text)
    });
    halves.collect()
}

/// The file of JSON lines.
fn lines() -> String {
    let (mut text, held) = (String::new(), held());
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for Labelled { text: message, spans, language } in challenge() {
        let part = if held.contains(&message) { "held" } else { "tune" };
        let number = numbers.entry(language).or_default();
        *number += 1;
        let points = |at: usize| message[..at].chars().count();
        let spans: Vec<serde_json::Value> = spans
            .iter()
            .map(|(start, end, kind)| {
                let (class, raw) = match kind {
                    Kind::Person => ("PERSON", "PERSON"),
                    Kind::Address => ("LOCATION", "STREET_ADDRESS"),
                    Kind::Location => ("LOCATION", "LOCATION"),
                    Kind::Organization => ("ORG", "ORGANIZATION"),
                };
                serde_json::json!({"start": points(*start), "end": points(*end), "type": class, "raw": raw})
            })
            .collect();
        let record = serde_json::json!({
            "id": format!("{language}-{number:03}"), "text": message, "spans": spans, "lang": language,
            "part": part, "source": "challenge",
        });
        text.push_str(&record.to_string());
        text.push('\n');
    }
    text
}

#[test]
fn the_file_is_that_of_the_source() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/challenge.jsonl");
    let wanted = lines();
    if std::env::var_os("WIMPLE_BLESS").is_some() {
        std::fs::write(&path, &wanted).expect("the file can be written");
    }
    let found = std::fs::read_to_string(&path).expect("the file is there");
    assert!(found == wanted, "challenge.jsonl is not that of challenge.txt: WIMPLE_BLESS=1 writes it anew");
}

#[test]
fn six_hundred_messages_half_of_them_held() {
    let all = challenge();
    assert_eq!(all.len(), 600);
    for language in LANGUAGES {
        let mine = all.iter().filter(|m| m.language == language.code);
        let (naming, neutral): (Vec<_>, Vec<_>) = mine.partition(|m| !m.spans.is_empty());
        assert!(naming.len() >= 20 && neutral.len() >= 20, "{}", language.code);
    }
    let lines = lines();
    let held = lines.lines().filter(|line| line.contains(r#""part":"held""#)).count();
    assert!((290..=310).contains(&held), "{held} are held");
    let mut kinds: BTreeSet<Kind> = BTreeSet::new();
    for Labelled { text, spans, .. } in &all {
        kinds.extend(spans.iter().map(|span| span.2));
        assert!(!text.contains("<P:") && !text.contains("<A:"), "{text}");
    }
    assert_eq!(kinds.len(), 4);
    let texts: BTreeSet<&String> = all.iter().map(|message| &message.text).collect();
    assert_eq!(texts.len(), 600, "each is there once");
}

/// The words of a sentence in small letters, `_` for what stands in a slot.
fn skeleton(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    let mut kept: Vec<String> = words.map(str::to_lowercase).collect();
    kept.dedup_by(|a, b| a == "_" && b == "_");
    kept.join(" ")
}

/// All ways in which a template may read, up to a bound.
fn ways(parts: &[Part]) -> Vec<String> {
    let mut all = vec![String::new()];
    for part in parts {
        let next: Vec<String> = match part {
            Part::Text(text) => vec![text.clone()],
            Part::Choice(choices) => choices.iter().flat_map(|choice| ways(choice)).collect(),
            Part::Slot(_) | Part::Form(_) | Part::Number(..) => vec![" _ ".to_owned()],
        };
        all = all
            .iter()
            .flat_map(|left| next.iter().map(move |right| left.clone() + right))
            .take(200)
            .collect();
    }
    all
}

#[test]
fn no_sentence_is_one_of_the_templates() {
    let shelf = Shelf::own();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for at in 0..LANGUAGES.len() {
        let language = shelf.language(at).expect("a language");
        for section in SECTIONS {
            for template in language.grammar.section(section) {
                known.extend(ways(&template.parts).iter().map(|way| skeleton(way)));
            }
        }
    }
    assert!(known.contains("my name is _"), "the comparison sees the templates");
    for Labelled { text, spans, .. } in challenge() {
        let mut open = text.clone();
        for (start, end, _) in spans.iter().rev() {
            open.replace_range(*start..*end, " _ ");
        }
        let whole = skeleton(&open);
        assert!(!known.contains(&whole), "{text}");
        for sentence in open.split(['.', '!', '?', ':', ';']) {
            let sentence = skeleton(sentence);
            let long = sentence.split(' ').filter(|word| *word != "_").count() > 2;
            assert!(!long || !known.contains(&sentence), "{text}: {sentence}");
        }
    }
}
