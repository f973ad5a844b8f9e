//! What operators do with a hidden value: the plain one's number, hash and token where the characters say the same; and
//! nothing of it shown where it stands there in words or codes.
use wimple::{Engine, Folding, Keyset, Operator, Policy, Secret, entity};

const PLAIN: &str = "4111 1111 1111 1111";
const WIDE: &str = "４１１１ １１１１ １１１１ １１１１";
const SAID: &str = "four one one one, one one one one, one one one one, one one one one";

fn engine(operator: impl Into<Operator>) -> Engine {
    let policy = Policy::new().names(false).on(entity::CREDIT_CARD, operator);
    let key = Secret::new((1..=32).collect::<Vec<u8>>());
    Engine::builder().policy(policy).hash_key(key).keyset(Keyset::generate().unwrap()).build().unwrap()
}

fn done(engine: &Engine, value: &str) -> String {
    let out = engine.redact(format!("my card is {value}.").as_str()).unwrap();
    assert_eq!(out.findings().len(), 1, "{value}");
    assert_eq!(*out.findings()[0].entity_type(), entity::CREDIT_CARD);
    out.text().strip_prefix("my card is ").unwrap().strip_suffix('.').unwrap().to_owned()
}

#[test]
fn other_characters_are_the_same_value() {
    for operator in [Operator::hash(), Operator::placeholder().irreversible().into()] {
        let engine = engine(operator);
        assert_eq!(done(&engine, PLAIN), done(&engine, WIDE));
    }
    let engine = engine(Operator::hash());
    let unseen: String = PLAIN.chars().flat_map(|c| [c, '\u{200B}']).collect();
    assert_eq!(done(&engine, PLAIN), done(&engine, unseen.trim_end_matches('\u{200B}')));
}

#[test]
fn words_and_codes_show_nothing() {
    let percent: String = PLAIN.bytes().map(|b| format!("%{b:02X}")).collect();
    let spaced: String = PLAIN.replace(' ', "").chars().flat_map(|c| [c, ' ']).collect();
    for value in [SAID, percent.as_str(), spaced.trim_end()] {
        let mask = engine(Operator::mask().keep_first(4).keep_last(4));
        assert_eq!(done(&mask, value), "********");
        let operators: [Operator; 3] =
            [Operator::partial().into(), Operator::pseudonym(), Operator::fpe().into()];
        for operator in operators {
            assert_eq!(done(&engine(operator), value), "[CREDIT_CARD]");
        }
    }
}

#[test]
fn every_way_to_hide_a_value_can_be_redacted() {
    let operators: Vec<Operator> = vec![
        Operator::label(),
        Operator::remove(),
        Operator::mask().keep_last(4).into(),
        Operator::partial().into(),
        Operator::hash(),
        Operator::tokenize().into(),
        Operator::fpe().into(),
        Operator::pseudonym(),
    ];
    for operator in operators {
        let engine = engine(operator.clone());
        for mutator in super::MUTATORS {
            for value in [PLAIN, "bo.lind@example.com", "DE89 3704 0044 0532 0130 00"] {
                let Some(hidden) = (mutator.change)(value) else { continue };
                let text = format!("my card, IBAN or email is {hidden}, thanks");
                let out = engine.redact(text.as_str()).unwrap();
                let told = out.findings().iter().any(|f| f.evidence().folding() != Folding::Plain);
                assert!(!told || !out.text().contains(&hidden), "{} by {}", mutator.name, operator.name());
            }
        }
    }
}

#[test]
fn an_explanation_says_that_it_was_hidden() {
    let why = Engine::new().explain(format!("my card is {SAID}").as_str()).unwrap();
    assert!(why.to_text().contains("written in words or codes"), "{}", why.to_text());
    assert!(why.to_json().contains(r#""folding":"written""#));
    let why = Engine::new().explain(format!("my card is {WIDE}").as_str()).unwrap();
    assert!(why.to_json().contains(r#""folding":"signs""#));
    let why = Engine::new().explain(format!("my card is {PLAIN}").as_str()).unwrap();
    assert!(why.to_json().contains(r#""folding":"plain""#));
}
