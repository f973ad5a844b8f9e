//! What holds of every text, whichever values are in it.
use wimple::{Engine, Operator, Policy, TokenForm, TokenState};

use super::{builder, engine, keyset, redacted, with_vault};
use crate::laws::texts;

/// Engines whose tokens open byte for byte.
fn reversible() -> Vec<(&'static str, Engine)> {
    let keys = keyset();
    vec![
        ("tokenize", engine(Operator::tokenize(), &keys)),
        ("tokenize, vault", with_vault(Operator::tokenize(), &keys).0),
        ("encrypt", engine(Operator::encrypt(), &keys)),
    ]
}

/// Types whose values become labels, whatever the policy says.
fn kept_from_tokens() -> Policy {
    Policy::new().default(Operator::tokenize())
}

#[test]
fn what_was_redacted_comes_back_byte_for_byte() {
    for (name, engine) in reversible() {
        let (mut tokens, mut wrong) = (0, Vec::new());
        for text in texts() {
            let Ok(out) = engine.redact(&text) else { continue };
            let labels = ["CARD_VERIFICATION_CODE", "CARD_TRACK", "PIN"];
            let closed = out.findings().iter().any(|f| labels.contains(&f.entity_type().name()));
            let restored = engine.restore(out.text()).unwrap();
            tokens += restored.report().restored();
            assert_eq!((restored.report().damaged(), restored.report().forged()), (0, 0), "{text}");
            if restored.text() != text && !closed {
                wrong.push((text, out.into_text(), restored.into_text()));
            }
        }
        assert!(
            tokens > 1000 && wrong.is_empty(),
            "{name}: {} of {tokens}: {:#?}",
            wrong.len(),
            &wrong[..wrong.len().min(5)]
        );
    }
}

#[test]
fn tokens_twice_are_tokens_once() {
    let keys = keyset();
    let canonical = Operator::tokenize().form(TokenForm::Canonical);
    let mut engines = reversible();
    engines.push(("canonical", engine(canonical, &keys)));
    engines.push(("hash", engine(Operator::hash(), &keys)));
    for (name, engine) in engines {
        let (mut texts_in_all, mut changed) = (0, Vec::new());
        for text in texts() {
            let Ok(once) = engine.redact(&text) else { continue };
            let once = once.into_text();
            texts_in_all += 1;
            let twice = engine.redact(&once).unwrap();
            if twice.text() != once {
                changed.push((text, once, twice.into_text()));
            }
        }
        let most = texts_in_all / 250;
        assert!(
            changed.len() <= most,
            "{name}: {} of at most {most}: {:#?}",
            changed.len(),
            &changed[..changed.len().min(12)]
        );
    }
}

/// Detection is the same with keys as without, where there are no tokens in the text.
#[test]
fn keys_change_nothing_of_what_is_found() {
    let (with, without) = (builder(Operator::label(), &keyset()).build().unwrap(), Engine::new());
    for text in texts() {
        assert_eq!(with.analyze(&text), without.analyze(&text));
    }
}

/// A policy of all kinds at once, in one text, and each comes back as far as it can.
#[test]
fn kinds_live_beside_each_other() {
    use wimple::entity;
    let keys = keyset();
    let policy = kept_from_tokens()
        .on(entity::PHONE_NUMBER, Operator::encrypt())
        .on(entity::IP_ADDRESS, Operator::hash())
        .on(entity::CREDIT_CARD, Operator::mask().keep_last(4));
    let engine = Engine::builder().policy(policy).keyset(keys).build().unwrap();
    let text = "bo@example.com, +1 650 253 0000, 192.0.2.7, 4111 1111 1111 1111";
    let out = redacted(&engine, text);
    let states: Vec<_> = engine.tokens(&out).iter().map(|t| t.state()).collect();
    assert_eq!(states, [TokenState::Own; 3]);
    let restored = engine.restore(&out).unwrap();
    assert!(restored.text().starts_with("bo@example.com, +1 650 253 0000, wimh_ip_address1"));
    assert!(restored.text().ends_with(", **** **** **** 1111"));
    assert_eq!((restored.report().restored(), restored.report().closed()), (2, 1));
}
