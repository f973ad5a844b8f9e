//! The keys of one data subject: what a vault knows it by, and what it opens.
use wimple::vault::{MemoryVault, Record, SubjectKeys, TokenId, Vault, VaultErrorKind};
use wimple::{Engine, Error, Input, Keyset, Operator, TokenForm};

use super::{builder, keyset, with_vault};

fn about<'t>(text: &'t str, subject: &'t str) -> Input<'t> {
    Input::new(text).tenant("acme").subject(subject)
}

/// The records of a subject, under every key.
fn records(vault: &MemoryVault, keys: &SubjectKeys) -> Vec<Record> {
    let ids = keys.refs().iter().flat_map(|subject| vault.of_subject(subject, None, 99).unwrap());
    vault.get(&ids.collect::<Vec<_>>()).unwrap().into_iter().flatten().collect()
}

fn opened(vault: &MemoryVault, keys: &SubjectKeys, record: &Record) -> Option<String> {
    let key = vault.subject(&record.subject()).unwrap().unwrap();
    keys.open(&key, record).unwrap().map(|value| value.value().to_owned())
}

#[test]
fn every_key_that_is_not_destroyed_has_a_name_for_a_subject() {
    let mut keys = keyset();
    let of = |keys: &Keyset| SubjectKeys::new(keys, "acme", "42").unwrap().refs().to_vec();
    let first = of(&keys);
    let old = keys.primary_id();
    keys.rotate().unwrap();
    let both = of(&keys);
    assert_eq!((both.len(), both[1]), (2, first[0]), "the primary key's is first");
    keys.disable(&old).unwrap();
    assert_eq!(of(&keys), both);
    keys.destroy(&old).unwrap();
    assert_eq!(of(&keys), both[..1]);
    for (tenant, subject) in [("acme", "43"), ("", "42"), ("acme4", "2"), ("acme", "")] {
        assert_ne!(SubjectKeys::new(&keys, tenant, subject).unwrap().refs(), of(&keys));
    }
    assert!(SubjectKeys::new(&keys, &"x".repeat(65_536), "42").is_err());
    assert_eq!(format!("{:?}", SubjectKeys::new(&keys, "acme", "42").unwrap()), "SubjectKeys(..)");
}

#[test]
fn values_open_for_their_subject_alone_in_whichever_form() {
    let mut keyset = keyset();
    let text = "4111 1111 1111 1111";
    for (form, expected) in [(TokenForm::Exact, text), (TokenForm::Canonical, "4111111111111111")] {
        for subject in ["42", ""] {
            let (engine, vault) = with_vault(Operator::tokenize().form(form), &keyset);
            engine.redact(about(text, subject)).unwrap();
            let keys = SubjectKeys::new(&keyset, "acme", subject).unwrap();
            let record = records(&vault, &keys).remove(0);
            assert_eq!(opened(&vault, &keys, &record).as_deref(), Some(expected));
            let key = vault.subject(&record.subject()).unwrap().unwrap();
            assert_eq!(
                keys.open(&key, &record).unwrap().unwrap().is_canonical(),
                form == TokenForm::Canonical
            );
            let other = SubjectKeys::new(&keyset, "acme", "43").unwrap().open(&key, &record);
            assert!(
                matches!(other, Err(Error::Vault { problem }) if problem.kind() == VaultErrorKind::Corrupt)
            );
        }
    }
    // A key that is disabled opens nothing, and says so.
    let (engine, vault) = with_vault(Operator::tokenize(), &keyset);
    engine.redact(about(text, "42")).unwrap();
    let old = keyset.primary_id();
    keyset.rotate().unwrap();
    keyset.disable(&old).unwrap();
    let keys = SubjectKeys::new(&keyset, "acme", "42").unwrap();
    let record = records(&vault, &keys).remove(0);
    assert_eq!(opened(&vault, &keys, &record), None);
    let key = vault.subject(&record.subject()).unwrap().unwrap();
    assert_eq!(keys.rectified(&key, &record, "x").unwrap(), None);
}

#[test]
fn a_rectified_record_is_another_value_in_the_same_place() {
    let keyset = keyset();
    for form in [TokenForm::Exact, TokenForm::Canonical] {
        let operator = || Operator::tokenize().form(form);
        let (engine, vault) = with_vault(operator(), &keyset);
        let token = engine.redact(about("bo@example.com", "42")).unwrap().into_text();
        let keys = SubjectKeys::new(&keyset, "acme", "42").unwrap();
        let old = records(&vault, &keys).remove(0);
        assert_eq!(TokenId::of_token(&token), Some(old.id()));
        let key = vault.subject(&old.subject()).unwrap().unwrap();
        let new = keys.rectified(&key, &old, "bob@example.com").unwrap().unwrap();
        assert_eq!(
            (new.id(), new.subject(), new.key(), new.entity()),
            (old.id(), old.subject(), old.key(), old.entity())
        );
        assert!(new.lookup() != old.lookup() && new.sealed() != old.sealed());

        // A vault that holds the new one in its place restores and, where it was exact, finds it.
        let other = std::sync::Arc::new(MemoryVault::new());
        other.add_subject(&old.subject(), &key).unwrap();
        other.put(&[new]).unwrap();
        let engine: Engine = builder(operator(), &keyset).vault(other).build().unwrap();
        assert_eq!(engine.restore(about(&token, "42")).unwrap().text(), "bob@example.com");
        let again = engine.redact(about("bob@example.com", "42")).unwrap().into_text();
        assert_eq!(again == token, form == TokenForm::Exact);
    }
}

#[test]
fn only_tokens_of_vaults_name_a_record() {
    let keyset = keyset();
    let (engine, _) = with_vault(Operator::tokenize(), &keyset);
    let token = engine.redact("bo@example.com").unwrap().into_text();
    assert!(TokenId::of_token(&token).is_some());
    assert_eq!(TokenId::of_token(&token.to_uppercase()), TokenId::of_token(&token));
    let carried = super::engine(Operator::tokenize(), &keyset).redact("bo@example.com").unwrap().into_text();
    for none in ["", "wimv_", &token[1..], &format!("{token} "), &carried] {
        assert_eq!(TokenId::of_token(none), None, "{none}");
    }
}
