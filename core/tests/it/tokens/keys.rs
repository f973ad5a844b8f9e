//! Tokens over the life of their keys: rotated, disabled, destroyed, marked, renewed.
use std::sync::Arc;

use wimple::vault::{MemoryVault, Vault};
use wimple::{Engine, Input, Keyset, Operator, Policy, TokenForm, TokenState, entity};

use super::{builder, engine, keyset, redacted};

const TEXT: &str = "bo@example.com, again bo@example.com, card 4539 1488 0343 6467";

/// Policies whose values come back, with and without a vault.
fn ways() -> Vec<(Policy, bool)> {
    let canonical = Operator::tokenize().form(TokenForm::Canonical);
    let policy = |operator: Operator| Policy::new().default(operator);
    let fpe = Operator::fpe().keep_last(4);
    vec![
        (policy(Operator::tokenize().into()), false),
        (policy(Operator::tokenize().into()), true),
        (policy(canonical.clone().into()), false),
        (policy(canonical.into()), true),
        (policy(Operator::encrypt()), false),
        (policy(Operator::tokenize().into()).on(entity::CREDIT_CARD, fpe.clone()), false),
        (policy(Operator::tokenize().into()).on(entity::CREDIT_CARD, fpe.keep_first(1)), true),
    ]
}

/// Makes engines of one policy over the life of one keyset, on one vault.
fn maker(policy: Policy, with_vault: bool) -> impl Fn(&Keyset) -> Engine {
    let vault = with_vault.then(|| Arc::new(MemoryVault::new()));
    move |keyset| {
        let mut builder = Engine::builder().policy(policy.clone()).keyset(keyset.clone());
        if let Some(vault) = &vault {
            builder = builder.vault(vault.clone());
        }
        builder.build().unwrap()
    }
}

#[test]
fn keys_are_rotated_under_live_tokens() {
    for (policy, with_vault) in ways() {
        let engine = maker(policy, with_vault);
        let mut keys = keyset();
        let first = keys.primary_id();
        let old = redacted(&engine(&keys), TEXT);
        let back = engine(&keys).restore(&old).unwrap().into_text();
        assert!(back == TEXT || back == TEXT.replace("4539 1488 0343 6467", "4539148803436467"), "{back}");

        let second = keys.rotate().unwrap();
        let rotated = engine(&keys);
        // Old tokens open beside new ones, and are left alone by detection.
        assert_eq!(rotated.restore(&old).unwrap().text(), back);
        assert_eq!(redacted(&rotated, &old), old);
        assert_ne!(redacted(&rotated, TEXT), old);

        let renewed = rotated.retokenize(&old).unwrap();
        assert_eq!(
            (renewed.report().renewed(), renewed.report().current(), renewed.report().closed()),
            (3, 0, 0)
        );
        let tokens = rotated.tokens(renewed.text());
        assert!(
            tokens.iter().all(|t| t.key_id().as_deref() == Some(&second) && t.state() == TokenState::Own)
        );
        let again = rotated.retokenize(renewed.text()).unwrap();
        assert_eq!((again.text(), again.report().current()), (renewed.text(), 3));

        // Nothing needs the first key any more.
        keys.disable(&first).unwrap();
        assert_eq!(engine(&keys).restore(renewed.text()).unwrap().text(), back);
        keys.destroy(&first).unwrap();
        assert_eq!(engine(&keys).restore(renewed.text()).unwrap().text(), back);
    }
}

#[test]
fn keys_that_may_not_be_used_open_nothing() {
    let mut keys = keyset();
    let first = keys.primary_id();
    let old = redacted(&engine(Operator::tokenize(), &keys), "bo@example.com");
    keys.rotate().unwrap();
    let states = |keys: &Keyset| {
        let engine = engine(Operator::tokenize(), keys);
        let restored = engine.restore(&old).unwrap();
        let renewed = engine.retokenize(&old).unwrap();
        let opens = restored.report().restored() == 1;
        assert_eq!(restored.text() == "bo@example.com", opens);
        assert_eq!(
            (restored.report().closed(), renewed.report().closed()),
            if opens { (0, 0) } else { (1, 1) }
        );
        assert_eq!(redacted(&engine, &old), old, "and nothing is made of it anew");
        (opens, engine.tokens(&old)[0].state())
    };
    keys.mark_compromised(&first).unwrap();
    assert_eq!(states(&keys), (true, TokenState::Own));
    keys.disable(&first).unwrap();
    assert_eq!(states(&keys), (false, TokenState::Own));
    keys.enable(&first).unwrap();
    assert_eq!(states(&keys), (true, TokenState::Own));
    keys.destroy(&first).unwrap();
    assert_eq!(states(&keys), (false, TokenState::DestroyedKey));
}

/// What stands inside a token of a destroyed key is looked at: nobody can tell whether it is a token.
#[test]
fn a_destroyed_key_hides_nothing() {
    let mut keys = keyset();
    let first = keys.primary_id();
    let old = redacted(&engine(Operator::tokenize(), &keys), "bo@example.com");
    keys.rotate().unwrap();
    keys.destroy(&first).unwrap();
    let engine = engine(Operator::label(), &keys);
    assert_eq!(redacted(&engine, &format!("{old} al@example.com")), format!("{old} [EMAIL_ADDRESS]"));
}

#[test]
fn recognition_keys_know_and_do_not_open() {
    let keys = keyset();
    let inside = engine(Operator::tokenize(), &keys);
    let out = redacted(&inside, TEXT);
    let edge = Engine::builder().token_recognizer(keys.export_recognizer()).build().unwrap();
    assert!(edge.tokens(&out).iter().all(|t| t.state() == TokenState::Own));
    assert_eq!(redacted(&edge, &out), out);
    assert_eq!(redacted(&edge, &format!("{out}, al@example.com")), format!("{out}, [EMAIL_ADDRESS]"));
    assert!(edge.restore(&out).is_err() && edge.retokenize(&out).is_err());
    // A keyset of its own beside it makes tokens, and leaves those of the other alone.
    let both =
        builder(Operator::tokenize(), &keyset()).token_recognizer(keys.export_recognizer()).build().unwrap();
    assert_eq!(redacted(&both, &out), out);
    let restored = both.restore(&out).unwrap();
    assert_eq!((restored.text(), restored.report().closed()), (out.as_str(), 3));
}

#[test]
fn renewing_needs_the_subject_and_keeps_the_bond() {
    for with_vault in [false, true] {
        let engine = maker(Policy::new().default(Operator::tokenize()), with_vault);
        let mut keys = keyset();
        let about = |text| Input::new(text).tenant("acme").subject("cust-42");
        let bound = engine(&keys).redact(about("bo@example.com")).unwrap().into_text();
        let free = engine(&keys).redact(Input::new("al@example.com").tenant("acme")).unwrap().into_text();
        keys.rotate().unwrap();
        let rotated = engine(&keys);
        let text = format!("{bound} {free}");
        let stranger = rotated.retokenize(Input::new(&text).tenant("acme")).unwrap();
        assert_eq!((stranger.report().renewed(), stranger.report().closed()), (1, 1));
        let renewed = rotated.retokenize(about(&text)).unwrap();
        assert_eq!(renewed.report().renewed(), 2);
        let restored = |input: Input<'_>| rotated.restore(input).unwrap().into_text();
        assert_eq!(restored(about(renewed.text())), "bo@example.com al@example.com");
        let (bound, _) = renewed.text().split_once(' ').unwrap();
        let elsewhere = restored(Input::new(renewed.text()).tenant("acme").subject("cust-43"));
        assert_eq!(elsewhere, format!("{bound} al@example.com"));
    }
}

#[test]
fn hashes_stay_as_they_are() {
    let mut keys = keyset();
    let old = redacted(&engine(Operator::hash(), &keys), "bo@example.com");
    let rotated = |keys: &Keyset| engine(Operator::hash(), keys).retokenize(&old).unwrap();
    assert_eq!(rotated(&keys).report().current(), 1);
    keys.rotate().unwrap();
    let renewed = rotated(&keys);
    assert_eq!((renewed.text(), renewed.report().closed()), (old.as_str(), 1));
    assert_ne!(redacted(&engine(Operator::hash(), &keys), "bo@example.com"), old);
}

#[test]
fn a_rotated_vault_keeps_a_value_once_a_key() {
    let vault = Arc::new(MemoryVault::new());
    let mut keys = keyset();
    let engine = |keys: &Keyset| builder(Operator::tokenize(), keys).vault(vault.clone()).build().unwrap();
    let old = redacted(&engine(&keys), TEXT);
    assert_eq!(vault.count().unwrap(), 2);
    keys.rotate().unwrap();
    let first = engine(&keys).retokenize(&old).unwrap();
    let second = engine(&keys).retokenize(&old).unwrap();
    assert_eq!(first.text(), second.text());
    assert_eq!(redacted(&engine(&keys), TEXT), first.text());
    assert_eq!(vault.count().unwrap(), 4);
}
