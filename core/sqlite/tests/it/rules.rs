//! The rules of every vault, held on this one; and those of a handle.
use std::cell::RefCell;

use wimple::vault::{Vault, VaultErrorKind, conformance};

use super::*;

#[test]
fn it_keeps_to_the_rules_of_every_vault() {
    // One file for each law: they end with the test.
    let folders = RefCell::new(Vec::new());
    let make = || -> Box<dyn Vault> {
        let folder = Folder::new();
        let (vault, _) = made(&folder);
        folders.borrow_mut().push(folder);
        Box::new(Arc::into_inner(vault).unwrap())
    };
    assert_eq!(conformance(make), [""; 0]);
}

#[test]
fn what_was_kept_is_there_after_opening_anew() {
    let folder = Folder::new();
    let (vault, keyset) = made(&folder);
    let id = vault.id();
    let first = token(&engine(&vault, &keyset), "bo@example.com", "42");
    drop(vault);
    let (vault, keyset) = opened(&folder.0);
    let engine = engine(&vault, &keyset);
    assert_eq!(vault.id(), id);
    assert_eq!(restored(&engine, &first, "42"), "bo@example.com");
    assert_eq!(token(&engine, "bo@example.com", "42"), first, "the same value, the same token");
    assert_ne!(token(&engine, "bo@example.com", "43"), first, "another subject, another token");
    assert_eq!(restored(&engine, &first, "43"), first, "and it opens for nobody else");
    assert!(vault.check().unwrap().is_well());
}

#[test]
fn a_vault_is_made_once_and_is_its_owners() {
    let folder = Folder::new();
    let (vault, mut keyset) = made(&folder);
    let before = keyset.sequence();
    let again = SqliteVault::create(folder.vault(), &mut keyset, &mut |_| Ok(()), options());
    assert_eq!(kind(again.unwrap_err()), VaultErrorKind::Taken);
    assert_eq!(keyset.sequence(), before, "no key was made");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        token(&engine(&vault, &keyset), "bo@example.com", "42");
        for entry in fs::read_dir(&folder.0).unwrap().flatten() {
            let name = entry.file_name().into_string().unwrap();
            if name.starts_with("customers.vault") {
                assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o077, 0, "{name}");
            }
        }
    }
    drop(vault);
    // A keyset that cannot be kept makes no vault, and leaves nothing.
    let other = Folder::new();
    let refuse = &mut |_: &Keyset| Err(Error::Random);
    assert_eq!(
        SqliteVault::create(other.vault(), &mut keyset, refuse, options()).unwrap_err(),
        Error::Random
    );
    assert_eq!(fs::read_dir(&other.0).unwrap().count(), 0);
}

#[test]
fn another_keyset_is_told_and_an_older_one() {
    let folder = Folder::new();
    let (vault, mut keyset) = made(&folder);
    let old = keyset.clone();
    token(&engine(&vault, &keyset), "bo@example.com", "42");
    vault.finalise_erasure(&mut keyset, &mut |_| Ok(()), None).unwrap();
    drop(vault);
    for wrong in [&Keyset::generate().unwrap(), &old] {
        let refused = SqliteVault::open(folder.vault(), wrong, options()).unwrap_err();
        assert_eq!(kind(refused), VaultErrorKind::MissingKey);
    }
    // An epoch of the same number, of a keyset that never saw this vault.
    let id =
        u64::from_str_radix(&SqliteVault::open(folder.vault(), &keyset, options()).unwrap().id()[3..], 16);
    let mut made_up = Keyset::generate().unwrap();
    for _ in 0..2 {
        made_up.add_epoch(id.clone().unwrap().to_be_bytes()).unwrap();
    }
    let refused = SqliteVault::open(folder.vault(), &made_up, options()).unwrap_err();
    assert_eq!(kind(refused), VaultErrorKind::MissingKey);
}

#[test]
fn a_handle_for_reading_reads() {
    let folder = Folder::new();
    let (vault, keyset) = made(&folder);
    let first = token(&engine(&vault, &keyset), "bo@example.com", "42");
    let reading = SqliteVault::open(folder.vault(), &keyset, options().read_only().quick_check()).unwrap();
    let reading = Arc::new(reading);
    let engine = engine(&reading, &keyset);
    assert_eq!(restored(&engine, &first, "42"), "bo@example.com");
    assert_eq!(token(&engine, "bo@example.com", "42"), first, "it is kept already");
    let refused = engine.redact(about("al@example.com", "42")).unwrap_err();
    assert_eq!(kind(refused), VaultErrorKind::Closed);
    assert_eq!(kind(reading.erase("acme", "42").unwrap_err()), VaultErrorKind::Closed);
    assert_eq!(reading.count().unwrap(), 1);
    // A newer keyset is taken up, though marks cannot be carried on to its keys from here.
    vault.hold("acme", "42").unwrap();
    let mut newer = keyset.clone();
    newer.rotate().unwrap();
    reading.take_keys(&newer).unwrap();
}

#[test]
fn nothing_is_said_of_what_is_kept() {
    let folder = Folder::new();
    let (vault, keyset) = made(&folder);
    let engine = engine(&vault, &keyset);
    token(&engine, "k7q-canary@example.com", "k7q-subject");
    for said in [
        vault.status().unwrap(),
        vault.erase("acme", "k7q-subject").unwrap(),
        format!("{vault:?} {engine:?} {:?}", vault.rectify("k7q", "k7q", "k7q", "k7q")),
        vault.check().unwrap().to_json(),
    ] {
        assert!(!said.contains("k7q") && !said.contains("acme"), "{said}");
    }
}
