//! The name model through the public door: the challenge set, name memory, precedence, and what switching it off does.
//!
//! The challenge set is 600 messages in ten languages, written by other grammars than those it was trained on. Half of it
//! is `tune` and may be looked at; of the other half, `held`, only counts are shown.
use std::fs;
use std::path::Path;

use serde_json::Value;
use wimple::{
    Allow, ContextKind, Engine, EntityType, Input, Keyset, Model, Operator, Policy, Score, Seen, Session,
    entity,
};

/// A message of one half of the challenge set: its text, and where in it names and addresses are, in bytes.
struct Message {
    text: String,
    people: Vec<(usize, usize)>,
    addresses: Vec<(usize, usize)>,
    /// Those and all other places: of these a home is an address.
    places: Vec<(usize, usize)>,
}

fn challenge(part: &str) -> Vec<Message> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/challenge.jsonl");
    let document = fs::read_to_string(path).unwrap();
    let values = document.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let read = |value: Value| {
        let text = value["text"].as_str().unwrap().to_owned();
        let mut edges: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        edges.push(text.len());
        let of = |kind: &str| -> Vec<(usize, usize)> {
            let spans = value["spans"].as_array().unwrap().iter().filter(|s| s["raw"] == kind);
            let edge = |s: &Value, key: &str| edges[s[key].as_u64().unwrap() as usize];
            spans.map(|s| (edge(s, "start"), edge(s, "end"))).collect()
        };
        let (people, addresses) = (of("PERSON"), [of("ADDRESS"), of("STREET_ADDRESS")].concat());
        let places = [addresses.clone(), of("LOCATION")].concat();
        Message { text, people, addresses, places }
    };
    values.filter(|value| value["part"] == part).map(read).collect()
}

/// Of a hundred: how many of what is there are found, and how many of what is told are right.
fn figures(messages: &[Message], lower: bool, names: bool) -> [(usize, usize); 2] {
    let engine = Engine::builder().policy(Policy::new().names(names)).build().unwrap();
    let mut figures = [(0, 0); 2];
    let overlap = |a: &(usize, usize), b: &(usize, usize)| a.0 < b.1 && b.0 < a.1;
    for (at, (name, of)) in [("PERSON", 0), ("STREET_ADDRESS", 1)].into_iter().enumerate() {
        let (mut gold, mut found, mut told, mut right) = (0, 0, 0, 0);
        for message in messages {
            let text = if lower { message.text.to_lowercase() } else { message.text.clone() };
            if text.len() != message.text.len() {
                continue;
            }
            let wanted = if of == 0 { &message.people } else { &message.addresses };
            let findings = engine.analyze(text.as_str()).unwrap();
            let got: Vec<(usize, usize)> = findings
                .iter()
                .filter(|f| f.entity_type().name() == name)
                .map(|f| (f.span().start(), f.span().end()))
                .collect();
            gold += wanted.len();
            told += got.len();
            found += wanted.iter().filter(|w| got.iter().any(|g| overlap(w, g))).count();
            let fitting = if of == 0 { &message.people } else { &message.places };
            right += got.iter().filter(|g| fitting.iter().any(|w| overlap(w, g))).count();
        }
        figures[at] = (100 * found / gold.max(1), 100 * right / told.max(1));
    }
    figures
}

#[test]
#[expect(clippy::print_stdout, reason = "the figures, for whoever runs it with --nocapture or sees it fail")]
fn the_challenge_is_met() {
    for part in ["tune", "held"] {
        let messages = challenge(part);
        assert!(messages.len() >= 250, "{part}: {}", messages.len());
        let [people, addresses] = figures(&messages, false, true);
        let [small, _] = figures(&messages, true, true);
        let [rules, _] = figures(&messages, false, false);
        println!(
            "{part}: people {people:?}, in small letters {small:?}, by rules alone {rules:?}; addresses {addresses:?}"
        );
        assert!(people.0 >= PEOPLE.0 && people.1 >= PEOPLE.1, "{part}: {people:?}");
        assert!(small.0 >= SMALL.0 && small.1 >= SMALL.1, "{part}: {small:?}");
        assert!(addresses.0 >= ADDRESSES.0 && addresses.1 >= ADDRESSES.1, "{part}: {addresses:?}");
        assert!(people.0 >= rules.0 + 20, "{part}: the model finds what no cue leads to");
    }
}

/// The least of a hundred that are found, and that are right.
const PEOPLE: (usize, usize) = (70, 75);
const SMALL: (usize, usize) = (57, 70);
const ADDRESSES: (usize, usize) = (80, 90);

fn told(engine: &Engine, text: &str) -> Vec<(String, String, ContextKind)> {
    let findings = engine.analyze(text).unwrap();
    let one = |f: &wimple::Finding| {
        (f.entity_type().name().to_owned(), f.text(text).unwrap().to_owned(), f.evidence().context())
    };
    findings.iter().map(one).collect()
}

#[test]
fn a_name_that_was_said_comes_again() {
    let text = "my name is Xanthor Quorble, the parcel is for quorble and not for Zub. xanthor waits";
    let again: Vec<String> = told(&Engine::new(), text)
        .into_iter()
        .filter(|(_, value, _)| {
            value.to_lowercase().contains("quorble") || value.to_lowercase().contains("xanthor")
        })
        .map(|(_, value, _)| value)
        .collect();
    assert_eq!(again, ["Xanthor Quorble", "quorble", "xanthor"]);
    // Only backward: what was not said yet is not known.
    let before =
        told(&Engine::builder().policy(Policy::new()).build().unwrap(), "a qzorble. I am the qzorble");
    assert!(before.iter().all(|(_, _, context)| *context != ContextKind::Earlier));
}

#[test]
fn the_names_of_an_address_are_those_of_its_owner() {
    let text = "write to vandersloot.mieke@example.com, mieke reads it daily";
    assert!(told(&Engine::new(), text).iter().any(|(kind, value, _)| kind == "PERSON" && value == "mieke"));
}

#[test]
fn a_session_knows_who_was_named() {
    let policy = Policy::new().default(Operator::placeholder());
    let engine = Engine::builder().policy(policy).keyset(Keyset::generate().unwrap()).build().unwrap();
    let mut session = engine.session();
    let text = "the parcel is for quorble and not for Zub";
    assert_eq!(session.redact(text).unwrap().text(), text, "not said yet");
    session.redact("my name is Xanthor Quorble").unwrap();
    let told = |session: &mut Session| session.redact(text).unwrap().into_text();
    assert!(told(&mut session).starts_with("the parcel is for [PERSON_"), "{}", told(&mut session));
    assert_eq!(session.analyze(text).unwrap().len(), 1);
    // What is sealed is remembered, too.
    let sealed = session.seal("ticket 1").unwrap();
    assert!(told(&mut engine.resume("ticket 1", &sealed).unwrap()).starts_with("the parcel is for [PERSON_"));
    assert_eq!(engine.session().redact(text).unwrap().text(), text, "another conversation");
}

#[test]
fn names_may_be_left_out() {
    let off = Engine::builder().policy(Policy::new().names(false)).build().unwrap();
    for message in challenge("tune").iter().take(100) {
        let without = told(&off, &message.text);
        assert!(without.iter().all(|(_, _, c)| !matches!(c, ContextKind::Model | ContextKind::Earlier)));
    }
    let document = Policy::new().names(false).to_json();
    assert_eq!(Policy::from_json(&document).unwrap(), Policy::new().names(false));
    assert!(document.contains("\"names\":false") && !Policy::new().to_json().contains("names"));
}

#[test]
fn allowed_names_stay() {
    let policy = Policy::new().allow(Allow::values(["Agent Xanthor Quorble", "Xanthor Quorble"]));
    let engine = Engine::builder().policy(policy).build().unwrap();
    let text = "you are talking to Xanthor Quorble, Maria Lopez asked for you";
    assert!(engine.redact(text).unwrap().text().contains("Xanthor Quorble"));
}

/// A model that sees what it is told to see.
struct Told(Vec<(EntityType, &'static str, u8)>);

impl Model for Told {
    fn entities(&self) -> Vec<EntityType> {
        self.0.iter().map(|(entity, _, _)| entity.clone()).collect()
    }

    fn find(&self, input: &Input<'_>) -> Result<Vec<Seen>, &'static str> {
        let places = self.0.iter().filter_map(|(entity, word, score)| {
            let at = input.text().find(word)?;
            Some(Seen::new(entity.clone(), at..at + word.len(), Score::new(*score)))
        });
        Ok(places.collect())
    }
}

fn with(seen: Vec<(EntityType, &'static str, u8)>) -> Engine {
    Engine::builder().policy(Policy::new().names(false)).model(Told(seen)).build().unwrap()
}

#[test]
fn a_model_of_the_hosts_is_settled_with_the_rest() {
    let redacted = |seen, text: &str| with(seen).redact(text).unwrap().into_text();
    // Alone; too unsure; of a type that is off.
    assert_eq!(redacted(vec![(entity::PERSON, "Qox", 80)], "for Qox now"), "for [PERSON] now");
    assert_eq!(redacted(vec![(entity::PERSON, "Qox", 40)], "for Qox now"), "for Qox now");
    assert_eq!(redacted(vec![(entity::LOCATION, "Qox", 80)], "for Qox now"), "for Qox now");
    // What a cue leads to and what the model sees are one value.
    assert_eq!(
        redacted(vec![(entity::PERSON, "Lee Qox", 80)], "my name is Ann Lee Qox."),
        "my name is [PERSON]."
    );
    // A passed check wins, and what it leaves uncovered stays covered.
    let card = "4111 1111 1111 1111 Qox";
    assert_eq!(redacted(vec![(entity::PERSON, card, 99)], card), "[CREDIT_CARD] [PERSON]");
    // A postal code inside an address is part of it.
    let address = "Qox 5, 60601 Chicago";
    assert_eq!(redacted(vec![(entity::STREET_ADDRESS, address, 80)], address), "[STREET_ADDRESS]");
}

#[test]
fn models_answer_many_texts_and_fail_closed() {
    let engine = with(vec![(entity::PERSON, "Qox", 80)]);
    let texts = ["Qox", "none", "a Qox b"].map(Input::new);
    let out: Vec<String> = engine.redact_many(&texts).unwrap().into_iter().map(|r| r.into_text()).collect();
    assert_eq!(out, ["[PERSON]", "none", "a [PERSON] b"]);
    let single: Vec<_> = texts.iter().map(|text| engine.analyze(*text).unwrap()).collect();
    assert_eq!(engine.analyze_many(&texts).unwrap(), single);

    type Answer = fn() -> Result<Vec<Seen>, &'static str>;
    struct Wrong(Answer);
    impl Model for Wrong {
        fn entities(&self) -> Vec<EntityType> {
            vec![entity::PERSON]
        }
        fn find(&self, _: &Input<'_>) -> Result<Vec<Seen>, &'static str> {
            (self.0)()
        }
    }
    let cases: [Answer; 5] = [
        || Err("no connection"),
        || panic!("a secret"),
        || Ok(vec![Seen::new(entity::PERSON, 1..2, Score::new(80))]),
        || Ok(vec![Seen::new(entity::PERSON, 0..99, Score::new(80))]),
        || Ok(vec![Seen::new(entity::AGE, 0..2, Score::new(80))]),
    ];
    for case in cases {
        let engine = Engine::builder().model(Wrong(case)).build().unwrap();
        let error = engine.redact("ñandú").unwrap_err().to_string();
        assert!(!error.contains("ñandú") && !error.contains("secret"), "{error}");
    }
}
