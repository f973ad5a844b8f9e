//! What a person may ask for: what is kept, that it be right, that it be shown to nobody, that it be gone.
use serde_json::Value;
use wimple::vault::Vault;

use super::*;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn next_day(folder: &Folder, day: u8) -> (Arc<SqliteVault>, Keyset) {
    let keyset = kept(&folder.0);
    let options = Options::new().today(Date { year: 2026, month: 12, day });
    (Arc::new(SqliteVault::open(folder.vault(), &keyset, options).unwrap()), keyset)
}

#[test]
fn an_export_is_everything_of_one_subject() {
    let folder = Folder::new();
    let (vault, keyset) = made(&folder);
    let working = engine(&vault, &keyset);
    let text = "I am at bo@example.com, card 4111 1111 1111 1111, \"quoted\"";
    working.redact(about(text, "42")).unwrap();
    working.redact(about("al@example.com", "43")).unwrap();
    working.redact(Input::new("cy@example.com").tenant("other").subject("42")).unwrap();
    let export = json(&vault.export("acme", "42").unwrap());
    let mut values: Vec<(&str, &str)> = export["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|value| (value["type"].as_str().unwrap(), value["value"].as_str().unwrap()))
        .collect();
    values.sort_unstable();
    assert_eq!(values, [("CREDIT_CARD", "4111 1111 1111 1111"), ("EMAIL_ADDRESS", "bo@example.com")]);
    assert_eq!(export["values"][0]["since"], "2026-11-25");
    assert_eq!(json(&vault.export("acme", "nobody").unwrap())["values"], json("[]"));
}

#[test]
fn keys_that_came_later_and_keys_out_of_use_are_reached() {
    let folder = Folder::new();
    let (vault, mut keyset) = made(&folder);
    let old = keyset.primary_id();
    let first = token(&engine(&vault, &keyset), "bo@example.com", "42");
    keyset.rotate().unwrap();
    vault.take_keys(&keyset).unwrap();
    let second = token(&engine(&vault, &keyset), "bo@example.com", "42");
    assert_ne!(first, second);
    assert_eq!(json(&vault.export("acme", "42").unwrap())["values"].as_array().unwrap().len(), 2);
    keyset.disable(&old).unwrap();
    vault.take_keys(&keyset).unwrap();
    let export = json(&vault.export("acme", "42").unwrap());
    assert_eq!((export["values"].as_array().unwrap().len(), &export["closed"]), (1, &json("1")));
    let receipt = json(&vault.erase("acme", "42").unwrap());
    assert_eq!(receipt["values"]["total"], 2, "the disabled key's, too");
    assert_eq!(vault.count().unwrap(), 0);
}

#[test]
fn a_corrected_value_is_what_its_tokens_restore() {
    let folder = Folder::new();
    let (vault, keyset) = made(&folder);
    let engine = engine(&vault, &keyset);
    let (wrong, other) = (token(&engine, "bo@example.com", "42"), token(&engine, "al@example.com", "42"));
    let receipt = vault.rectify("acme", "42", &wrong, "bob@example.com").unwrap();
    assert!(keyset.verify_receipt(&receipt).unwrap());
    assert_eq!(restored(&engine, &wrong, "42"), "bob@example.com");
    assert_eq!(token(&engine, "bob@example.com", "42"), wrong, "found by its new value");
    assert_ne!(token(&engine, "bo@example.com", "42"), wrong, "and by the old one no more");
    // By its id; to a value that is kept already under another token, which stays what it is found by.
    let id = json(&receipt)["id"].as_str().unwrap().to_owned();
    vault.rectify("acme", "42", &id, "al@example.com").unwrap();
    assert_eq!(restored(&engine, &wrong, "42"), "al@example.com");
    assert_eq!(token(&engine, "al@example.com", "42"), other);
    assert!(vault.check().unwrap().is_well());
    // Another's value, none at all, and an empty one change nothing.
    for (subject, which, value) in
        [("43", wrong.as_str(), "x"), ("42", "x", "x"), ("42", &"0".repeat(24), "x"), ("42", &wrong, "")]
    {
        assert!(vault.rectify("acme", subject, which, value).is_err());
    }
    assert_eq!(restored(&engine, &wrong, "42"), "al@example.com");
}

#[test]
fn a_hold_keeps_what_a_restriction_hides() {
    let folder = Folder::new();
    let (vault, mut keyset) = made(&folder);
    let first = token(&engine(&vault, &keyset), "bo@example.com", "42");
    let receipt = vault.hold("acme", "42").unwrap();
    assert!(keyset.verify_receipt(&receipt).unwrap());
    vault.restrict("acme", "42").unwrap();
    vault.set_retention("EMAIL_ADDRESS", Some(1)).unwrap();
    // The marks go with the subject to a key that came later, and to another epoch.
    keyset.rotate().unwrap();
    keep(&folder.0, &keyset).unwrap();
    vault.finalise_erasure(&mut keyset, &mut |keyset| keep(&folder.0, keyset), None).unwrap();
    drop(vault);
    let (vault, keyset) = next_day(&folder, 24);
    let working = engine(&vault, &keyset);
    let second = token(&working, "bo@example.com", "42");
    assert_ne!(first, second);
    for closed in [&first, &second] {
        assert_eq!(&restored(&working, closed, "42"), closed, "restricted");
    }
    assert_eq!(json(&vault.export("acme", "42").unwrap())["values"].as_array().unwrap().len(), 2);
    assert_eq!(kind(vault.erase("acme", "42").unwrap_err()), VaultErrorKind::Held);
    let other = token(&working, "al@example.com", "43");
    assert_eq!(json(&vault.sweep().unwrap())["values"]["total"], 0, "held, or of today");
    let refs = wimple::vault::SubjectKeys::new(&keyset, "acme", "42").unwrap();
    for subject in refs.refs() {
        assert_eq!(vault.erase_subject(subject).unwrap_err().kind(), VaultErrorKind::Held);
    }
    let status = json(&vault.status().unwrap());
    assert_eq!((&status["held"], &status["restricted"]), (&json("2"), &json("2")), "one for each key");
    vault.unrestrict("acme", "42").unwrap();
    assert_eq!(restored(&working, &first, "42"), "bo@example.com");
    vault.release("acme", "42").unwrap();
    assert_eq!(json(&vault.erase("acme", "42").unwrap())["values"]["total"], 2);
    assert_eq!(restored(&working, &first, "42"), first);
    assert_eq!(restored(&working, &other, "43"), "al@example.com");
    assert_eq!(json(&vault.status().unwrap())["held"], 0);
    assert!(vault.check().unwrap().is_well());
}

#[test]
fn a_type_is_kept_as_long_as_it_shall_be() {
    let folder = Folder::new();
    let (vault, keyset) = made(&folder);
    engine(&vault, &keyset).redact(about("bo@example.com, 4111 1111 1111 1111", "42")).unwrap();
    engine(&vault, &keyset).redact(about("al@example.com", "43")).unwrap();
    vault.set_retention("EMAIL_ADDRESS", Some(10)).unwrap();
    vault.set_retention("CREDIT_CARD", Some(5)).unwrap();
    vault.set_retention("CREDIT_CARD", None).unwrap();
    assert_eq!(vault.retention().unwrap().into_iter().collect::<Vec<_>>(), [("EMAIL_ADDRESS".into(), 10)]);
    assert!(vault.set_retention("no type", Some(1)).is_err());
    drop(vault);
    for (day, total, left) in [(4, 0, 3), (5, 2, 1), (5, 0, 1)] {
        let (vault, keyset) = next_day(&folder, day);
        let receipt = vault.sweep().unwrap();
        assert!(keyset.verify_receipt(&receipt).unwrap());
        assert_eq!(json(&receipt)["values"]["total"], total, "on the {day}th");
        assert_eq!(vault.count().unwrap(), left);
    }
    let (vault, keyset) = next_day(&folder, 6);
    assert_eq!(vault.counts().unwrap().into_iter().collect::<Vec<_>>(), [("CREDIT_CARD".into(), 1)]);
    assert_eq!(json(&vault.status().unwrap())["subjects"], 1, "nothing is left of the other");
    token(&engine(&vault, &keyset), "al@example.com", "43");
}
