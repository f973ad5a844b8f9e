//! The catalogue keeps its own rules.
use std::collections::BTreeSet;

use wimple::{Category, Engine, EntityType, Policy, entities};

fn well_formed(id: &str) -> bool {
    id.len() <= 32
        && id.starts_with(|c: char| c.is_ascii_uppercase())
        && id.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
}

#[test]
fn every_entry_says_what_it_must() {
    let mut ids = BTreeSet::new();
    for entry in entities() {
        let id = entry.id();
        assert!(well_formed(id) && ids.insert(id), "{id}: well formed and unique");
        assert!(!entry.title().is_empty(), "{id}: title");
        assert!(!entry.sources().is_empty(), "{id}: source");
        assert!(entry.finds().len() >= 3, "{id}: three texts it finds");
        assert!(entry.skips().len() >= 3, "{id}: three texts it skips");
        for (text, reason) in entry.skips() {
            assert!(!text.is_empty() && reason.len() >= 5, "{id}: a reason for {text}");
        }
        for word in entry.context().iter().chain(entry.hints()).chain(&entry.cues()) {
            // Beyond Latin-1 the scan knows each spelling alone, so words in capitals are words of their own.
            let capitals = !word.is_ascii() && *word == word.to_uppercase();
            assert!(capitals || *word == word.to_lowercase(), "{id}: words in lower case");
            // What the scanner takes for one word: letters, and signs beyond ASCII such as ’.
            assert!(
                word.chars().all(|c| c.is_ascii_alphabetic() || !c.is_ascii()),
                "{id}: {word} is one word"
            );
        }
        assert!(entry.to_text().contains(entry.title()) && entry.to_json().contains(id));
    }
}

#[test]
fn the_default_engine_finds_the_examples_of_the_default_set() {
    let engine = Engine::new();
    for entry in entities().filter(|e| e.by_default() && e.category() != Category::Benign) {
        for example in entry.finds() {
            let text = example.replace("<<", "").replace(">>", "");
            let findings = engine.analyze(&text).unwrap();
            assert!(
                findings.iter().any(|f| f.entity_type().name() == entry.id()),
                "{}: {example}",
                entry.id()
            );
        }
    }
}

#[test]
fn a_type_that_is_switched_off_is_not_looked_for() {
    for entry in entities().filter(|e| e.category() != Category::Benign) {
        let own = EntityType::builtin(entry.id()).unwrap();
        let engine = Engine::builder().policy(Policy::new().disable(own.clone())).build().unwrap();
        for example in entry.finds() {
            let text = example.replace("<<", "").replace(">>", "");
            assert!(
                engine.analyze(&text).unwrap().iter().all(|f| *f.entity_type() != own),
                "{own}: {example}"
            );
        }
    }
}
