//! Operators that need more than a policy: keys, callbacks, roles.
use std::sync::{Arc, Mutex};

use wimple::{Allow, Engine, EngineBuilder, ErrorCode, Input, Operator, Policy, Rule, Secret, entity};

/// What is wrong with a policy that was built, or with the engine made of it.
fn unbuilt(builder: EngineBuilder) -> (ErrorCode, String) {
    let error = builder.build().expect_err("an engine that cannot work");
    (error.code(), error.to_string())
}

#[test]
fn an_engine_is_given_what_its_policy_asks_for() {
    let hash = || Policy::new().on(entity::PERSON, Operator::hash());
    let (code, said) = unbuilt(Engine::builder().policy(hash()));
    assert_eq!(code, ErrorCode::Policy);
    assert!(said.starts_with("policy: hash needs a key, and the engine was given none\n"), "{said}");
    assert!(said.contains("hash_key"), "{said}");
    let (code, said) = unbuilt(Engine::builder().policy(hash()).hash_key(Secret::new(*b"too short")));
    assert_eq!(
        (code, said.as_str()),
        (ErrorCode::InvalidArgument, "hash key: needs 32 random bytes or more, has 9")
    );
    // A key that is not needed has to be one all the same.
    assert_eq!(unbuilt(Engine::builder().hash_key(Secret::new([7; 40]))).0, ErrorCode::InvalidArgument);

    let rule = Rule::new(Operator::custom("crm")).entity(entity::URL);
    let custom = || Policy::new().rule(rule.clone());
    let (code, said) = unbuilt(Engine::builder().policy(custom()).custom("crn", |_, _| Err("not today")));
    assert_eq!(code, ErrorCode::Policy);
    assert!(said.starts_with("policy: the engine was given no callback named \"crm\"\n"), "{said}");
    assert!(Engine::builder().policy(custom()).custom("crm", |_, _| Err("not today")).build().is_ok());
}

#[test]
fn hashes_are_those_of_the_key_and_of_the_value() {
    let engine = |key: &[u8; 32]| {
        let policy = Policy::new().default(Operator::hash());
        Engine::builder().policy(policy).hash_key(Secret::new(*key)).build().unwrap()
    };
    let (one, two) =
        (engine(b"0123456789abcdef0123456789abcdef"), engine(b"fedcba9876543210fedcba9876543210"));
    let hash = |engine: &Engine, text: &str| engine.redact(text).unwrap().into_text();
    // HMAC-SHA-256 of "wimple hash 1", the length of the name in eight bytes, the name and "4111111111111111".
    let card = "card [CREDIT_CARD:192958ad24534342bde90c7a8c00999c]";
    assert_eq!(hash(&one, "card 4111 1111 1111 1111"), card);
    assert_eq!(hash(&one, "card 4111-1111-1111-1111"), card);
    assert_ne!(hash(&one, "card 5555 5555 5555 4444"), card);
    assert_ne!(hash(&two, "card 4111 1111 1111 1111"), card);
    // Three digits are no secret, whatever is made of them.
    assert_eq!(hash(&one, "cvv 123"), "cvv [CARD_VERIFICATION_CODE]");
    let mut session = one.session();
    assert_eq!(session.redact("card 4111 1111 1111 1111").unwrap().text(), card);
    assert_eq!(session.restore(card).text(), card);
}

#[test]
fn a_callback_is_asked_once_for_what_it_replaces() {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&asked);
    let policy = Policy::new()
        .on(entity::URL, Operator::custom("links"))
        .on(entity::AUTH_TOKEN, Operator::custom("links"))
        .on(entity::EMAIL_ADDRESS, Operator::placeholder().irreversible())
        .allow(Allow::values(["https://shop.example/?token=Zk3vPq81xx"]));
    let builder = Engine::builder().policy(policy).custom("links", move |finding, value| {
        log.lock().unwrap().push(format!("{finding} {value}"));
        Ok(format!("<{}>", finding.entity_type()))
    });
    let engine = builder.build().unwrap();
    let text =
        "bo@example.com: https://shop.example/?token=Zk3vPq81xw and https://shop.example/?token=Zk3vPq81xx";
    let out = engine.redact(text).unwrap();
    // The link covers its token; the allowed link is kept, and the token in it is not.
    assert_eq!(out.text(), "[EMAIL_ADDRESS_1]: <URL> and https://shop.example/?token=<AUTH_TOKEN>");
    let asked = asked.lock().unwrap();
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert!(asked[0].starts_with("URL 16..54 ") && asked[0].ends_with("81xw"), "{asked:?}");
    assert!(asked[1].starts_with("AUTH_TOKEN ") && asked[1].ends_with(" Zk3vPq81xx"), "{asked:?}");
    assert_eq!(out.report().counts().filter(|(_, operator, _)| *operator == "custom").count(), 2);
}

#[test]
fn a_callback_that_fails_leaves_nothing_behind() {
    let policy = Policy::new()
        .on(entity::EMAIL_ADDRESS, Operator::placeholder())
        .on(entity::CREDIT_CARD, Operator::custom("cards"));
    let builder = Engine::builder().policy(policy);
    let engine = builder.custom("cards", |_, _| Err("not today")).build().unwrap();
    let mut session = engine.session();
    assert_eq!(
        session.redact("al@example.com, card 4111 1111 1111 1111").unwrap_err().code(),
        ErrorCode::Callback
    );
    // The number of the address was not given out.
    assert!(session.redact("bo@example.com").unwrap().text().starts_with("[EMAIL_ADDRESS_1."));
    // An example of a policy that fails this way fails, and the others are run.
    let policy = Policy::from_toml(
        "version = 1\n[on]\nURL = { operator = \"custom\", callback = \"c\" }\n[[test]]\ntext = \"https://a.example/?x=17\"\n\
         finds = [\"URL\"]\n[[test]]\ntext = \"nothing\"\nfinds = []",
    );
    let engine =
        Engine::builder().policy(policy.unwrap()).custom("c", |_, _| Err("not today")).build().unwrap();
    let failures = engine.check().unwrap();
    assert_eq!(failures.len(), 1);
    assert_eq!(
        failures[0].problem(),
        "the callback of custom c for the URL at bytes 0..23 failed: not today"
    );
}

#[test]
fn only_the_roles_that_are_named_see_more() {
    let policy = Policy::new()
        .on(entity::CREDIT_CARD, Operator::partial().role("billing").role("fraud"))
        .on(entity::PHONE_NUMBER, Operator::partial());
    let engine = Engine::builder().policy(policy).build().unwrap();
    let text = "card 4111 1111 1111 1111, call +1 650 253 0000";
    let seen = |role| engine.redact(Input::new(text).role(role)).unwrap().into_text();
    let narrow = "card **** **** **** 1111, call +1 *** *** **00";
    for role in ["", "agent", "bill", "billing ", "Billing"] {
        assert_eq!(seen(role), narrow, "{role}");
    }
    for role in ["billing", "fraud"] {
        assert_eq!(seen(role), "card 4111 11** **** 1111, call +1 *** *** **00", "{role}");
    }
}
