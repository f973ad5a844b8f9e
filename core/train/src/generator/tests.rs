//! What holds for all files of templates, and for all messages made of them.
use std::collections::{BTreeMap, BTreeSet};

use super::grammar::Grammar;
use super::random::Random;
use super::shelf::{LANGUAGES, SECTIONS, Shelf};
use super::writer::{THINGS, Writer, kind_of};
use super::{Kind, Labelled, Pools, messages, neutral_words};

fn made(seed: u64, count: usize) -> Vec<Labelled> {
    messages(seed, count, &Pools::own()).collect()
}

/// Templates of the sections messages are made of: all, and those that name nobody.
fn counts(language: usize) -> (usize, usize) {
    let shelf = Shelf::own();
    let language = shelf.language(language).expect("a language");
    let count =
        |naming| -> usize { SECTIONS.iter().map(|section| language.templates(section, naming).len()).sum() };
    (count(true) + count(false), count(false))
}

#[test]
fn every_slot_is_known() {
    let shelf = Shelf::own();
    let empty = Grammar::default();
    let check = |place: &str, own: &Grammar, builtin: &dyn Fn(&str) -> bool| {
        for (section, templates) in own.sections() {
            for template in templates {
                for slot in template.slots() {
                    let found = [own, &shelf.common].iter().any(|grammar| !grammar.section(slot).is_empty());
                    assert!(found || builtin(slot), "{place}, {section}: {slot} in {:?}", template.source);
                }
            }
        }
    };
    let spelled = |slot: &str| matches!(slot, "FIRST" | "LAST" | "PER" | "CITY" | "W" | "Word");
    let written = |slot: &str| kind_of(slot).is_some() || THINGS.contains(&slot);
    for at in 0..LANGUAGES.len() {
        let language = shelf.language(at).expect("a language");
        check(language.language.code, &language.grammar, &|slot| written(slot) || spelled(slot));
    }
    for code in shelf.countries() {
        check(code, shelf.country(code).unwrap_or(&empty), &spelled);
    }
    check("common", &shelf.common, &|slot| written(slot) || spelled(slot));
}

#[test]
fn no_template_is_there_twice() {
    let shelf = Shelf::own();
    for at in 0..LANGUAGES.len() {
        let language = shelf.language(at).expect("a language");
        for section in SECTIONS {
            let mut seen = BTreeSet::new();
            for template in language.grammar.section(section) {
                // A slot alone may be there several times, to be drawn more often.
                let weighs = template.slots().len() == 1 && template.parts.len() == 1;
                let code = language.language.code;
                assert!(seen.insert(&template.source) || weighs, "{code}, {section}: {:?}", template.source);
            }
        }
    }
}

#[test]
fn names_stand_apart() {
    // Two names with a space between would be two spans of one person.
    let shelf = Shelf::own();
    for at in 0..LANGUAGES.len() {
        for (_, templates) in shelf.language(at).expect("a language").grammar.sections() {
            for template in templates {
                for pair in ["{FIRST} {LAST}", "{FIRST} {FIRST}", "{LAST} {FIRST}", "{PER} {PER}", "@{"] {
                    assert!(!template.source.contains(pair), "{:?}", template.source);
                }
            }
        }
    }
}

#[test]
fn there_are_as_many_as_promised() {
    let (english, neutral) = counts(0);
    assert!(english >= 1500, "{english} English templates");
    assert!(neutral * 100 >= english * 42, "{neutral} of {english} name nobody");
    for (at, language) in LANGUAGES.iter().enumerate().skip(1) {
        let (all, neutral) = counts(at);
        assert!(all >= 300, "{}: {all} templates", language.code);
        assert!(neutral * 100 >= all * 42, "{}: {neutral} of {all} name nobody", language.code);
    }
}

#[test]
fn one_seed_gives_one_text() {
    let (first, second) = (made(11, 300), made(11, 300));
    assert_eq!(first, second);
    assert_eq!(made(11, 100), first[..100], "a longer run begins like a shorter one");
    assert_ne!(made(12, 100), first[..100]);
}

#[test]
fn the_bytes_are_those_of_every_machine() {
    // FNV-1a over texts and spans. A change of grammars or of the generator changes it, and so it shall: it says that the
    // weights must be trained anew.
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    let mut eat = |bytes: &[u8]| {
        for byte in bytes {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for message in made(1, 2000) {
        eat(message.text.as_bytes());
        for (start, end, kind) in message.spans {
            eat(&[start as u8, end as u8, kind as u8]);
        }
    }
    assert_eq!(hash, FINGERPRINT, "the fingerprint is now {hash:#018x}");
}

const FINGERPRINT: u64 = 0x23b3_f18f_ad2d_6a56;

#[test]
fn spans_are_sound() {
    for message in made(2, 6000) {
        let Labelled { text, spans, .. } = &message;
        let mut before = 0;
        for (start, end, _) in spans {
            assert!(before <= *start && start < end, "{message:?}");
            assert!(text.is_char_boundary(*start) && text.is_char_boundary(*end), "{message:?}");
            let value = &text[*start..*end];
            assert_eq!(value.trim(), value, "{message:?}");
            assert!(value.chars().any(char::is_alphanumeric), "{message:?}");
            before = *end;
        }
        assert!(!text.contains(['{', '}', '[', ']', '|']) || text.contains(" | "), "{text:?}");
    }
}

#[test]
fn names_do_not_touch_the_words_around() {
    // A letter beside a span would be a name that is cut: what is left is what languages put at its end.
    for Labelled { text, spans, .. } in made(3, 4000) {
        for (start, end, _) in spans {
            let before = text[..start].chars().next_back();
            let after = text[end..].chars().next();
            assert!(!before.is_some_and(char::is_alphanumeric), "{text:?} at {start}");
            let suffix = text[end..].starts_with('s') && !text[end + 1..].starts_with(char::is_alphanumeric);
            assert!(!after.is_some_and(char::is_alphanumeric) || suffix, "{text:?} at {end}");
        }
    }
}

#[test]
fn shares_are_those_of_support_text() {
    let all = made(4, 8000);
    let share =
        |wanted: &dyn Fn(&Labelled) -> bool| all.iter().filter(|m| wanted(m)).count() * 100 / all.len();
    let neutral = share(&|message| message.spans.is_empty());
    assert!((40..60).contains(&neutral), "{neutral} % name nobody");
    let small = share(&|message| message.text.to_lowercase() == message.text);
    assert!((30..65).contains(&small), "{small} % are in small letters");
    let english = share(&|message| message.language == "en");
    assert!((40..60).contains(&english), "{english} % are English");
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    for (.., kind) in all.iter().flat_map(|message| &message.spans) {
        *kinds.entry(*kind).or_default() += 1;
    }
    assert_eq!(kinds.len(), 4, "{kinds:?}");
    assert!(kinds.values().all(|count| *count > 200), "{kinds:?}");
    let empty = share(&|message| message.text.trim().is_empty());
    assert_eq!(empty, 0, "{empty} % are empty");
}

#[test]
fn every_country_has_all_forms_of_address() {
    let shelf = Shelf::own();
    let codes = shelf.countries();
    for code in ["us", "ca", "gb", "ie", "au", "nz", "de", "at", "ch", "fr", "be", "nl", "es", "it", "br"] {
        assert!(codes.contains(&code), "{code}");
    }
    let pools = Pools::own();
    let language = shelf.language(0).expect("English");
    for code in codes {
        let grammar = shelf.country(code).expect("a grammar");
        for section in ["street", "line", "lines", "box", "region", "phone", "city"] {
            assert!(!grammar.section(section).is_empty(), "{code}: {section}");
        }
        let random = Random::of(1, code.len() as u64);
        let mut writer = Writer { random, shelf: &shelf, pools: &pools, language, person: None };
        let mut numbered = 0;
        for _ in 0..200 {
            for section in ["street", "line", "lines", "box"] {
                let template = writer.random.pick(grammar.section(section)).expect("a template");
                let address = writer.spell(&template.parts, grammar, code);
                assert_eq!(address.trim(), address, "{code}");
                assert!(!address.contains(",,") && !address.contains(", ,"), "{code}: {address}");
                let broken = address.contains('\n');
                assert!(broken || section != "lines", "{code}: {address}");
                assert!(!broken || matches!(section, "lines" | "box"), "{code}: {address}");
                numbered += usize::from(address.contains(|c: char| c.is_ascii_digit()));
            }
        }
        assert!(numbered > 700, "{code}: {numbered} of 800 hold a number");
    }
}

#[test]
fn neutral_words_are_words() {
    let words = neutral_words();
    assert!(words.windows(2).all(|pair| pair[0] < pair[1]), "in order, each once");
    for word in ["the", "order", "refund", "please"] {
        assert!(words.iter().any(|known| known == word), "{word}");
    }
}
