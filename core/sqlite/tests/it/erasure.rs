//! Erasure that is real: what the bytes on disk still give to whoever has the keys of today.
use serde_json::Value;
use wimple::vault::{SubjectKeys, Vault};

use super::*;

/// Whether `part` is somewhere in `bytes`.
fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn vault_number(vault: &SqliteVault) -> [u8; 8] {
    u64::from_str_radix(&vault.id()[3..], 16).unwrap().to_be_bytes()
}

/// Whether a data key of the subject opens anywhere in `bytes` under any epoch key of the keyset: each place is tried.
fn data_key_opens(bytes: &[u8], keyset: &Keyset, vault: [u8; 8], tenant: &str, subject: &str) -> bool {
    let keys = SubjectKeys::new(keyset, tenant, subject).unwrap();
    let place = [&b"wimple subject key 1"[..], &vault, keys.refs()[0].bytes()].concat();
    let epochs: Vec<_> = keyset.epochs(vault).into_iter().filter_map(|n| keyset.epoch(vault, n)).collect();
    assert!(!epochs.is_empty());
    // 60 bytes of the keyset's own wrapping, and 28 more.
    bytes.windows(88).any(|window| epochs.iter().any(|epoch| epoch.open(&place, window).is_some()))
}

#[test]
fn after_finishing_no_byte_of_it_opens_in_file_log_or_old_backup() {
    let folder = Folder::new();
    let (vault, mut keyset) = made(&folder);
    let working = engine(&vault, &keyset);
    let gone = token(&working, "k7q.gone@example.com", "42");
    let stays = token(&working, "k7q.stays@example.com", "43");
    let subject = SubjectKeys::new(&keyset, "acme", "42").unwrap().refs()[0];
    let ids = vault.of_subject(&subject, None, 9).unwrap();
    let record = vault.get(&ids).unwrap()[0].clone().unwrap();
    let id = vault_number(&vault);

    let (backup, log) = (folder.0.join("backup.vault"), folder.0.join("customers.vault-wal"));
    vault.backup(&backup).unwrap();
    let old_log = fs::read(&log).unwrap();
    let old_keyset = keyset.clone();
    // What the scan below looks for is there to be found.
    let old_backup = fs::read(&backup).unwrap();
    for bytes in [&old_backup, &old_log] {
        assert!(holds(bytes, record.sealed()) && holds(bytes, record.lookup().bytes()));
        assert!(data_key_opens(bytes, &keyset, id, "acme", "42"));
    }

    let receipt = vault.erase("acme", "42").unwrap();
    assert!(keyset.verify_receipt(&receipt).unwrap());
    let receipt: Value = serde_json::from_str(&receipt).unwrap();
    assert_eq!(
        (&receipt["values"]["by_type"]["EMAIL_ADDRESS"], &receipt["log_emptied"]),
        (&1.into(), &true.into())
    );
    assert_eq!(restored(&working, &gone, "42"), gone);
    // File and log: already without it, byte by byte.
    let wrapped_gone = |bytes: &[u8], keyset: &Keyset| {
        assert!(!holds(bytes, record.sealed()) && !holds(bytes, record.lookup().bytes()));
        assert!(!holds(bytes, subject.bytes()) && !holds(bytes, record.id().bytes()));
        assert!(!data_key_opens(bytes, keyset, id, "acme", "42"));
    };
    for path in [folder.vault(), log.clone()] {
        wrapped_gone(&fs::read(path).unwrap(), &keyset);
    }
    // The backup: until the epoch is over it opens.
    assert!(data_key_opens(&old_backup, &keyset, id, "acme", "42"));

    let receipt = vault.finalise_erasure(&mut keyset, &mut |keyset| keep(&folder.0, keyset), None).unwrap();
    assert!(keyset.verify_receipt(&receipt).unwrap());
    let keyset = kept(&folder.0);
    for path in [folder.vault(), log] {
        wrapped_gone(&fs::read(path).unwrap(), &keyset);
    }
    for bytes in [&old_backup, &old_log] {
        for subject in ["42", "43"] {
            assert!(!data_key_opens(bytes, &keyset, id, "acme", subject));
        }
        assert!(data_key_opens(bytes, &old_keyset, id, "acme", "42"), "it was the key");
    }
    let refused = SqliteVault::open(&backup, &keyset, options()).unwrap_err();
    assert_eq!(kind(refused), VaultErrorKind::MissingKey);
    // And nothing else is lost.
    assert_eq!(restored(&engine(&vault, &keyset), &stays, "43"), "k7q.stays@example.com");
    assert!(vault.check().unwrap().is_well());
}

#[test]
fn old_keys_can_be_kept_for_as_long_as_backups_are() {
    let folder = Folder::new();
    let (vault, mut keyset) = made(&folder);
    let stays = token(&engine(&vault, &keyset), "bo@example.com", "42");
    let backup = folder.0.join("backup.vault");
    vault.backup(&backup).unwrap();
    assert!(vault.backup(&backup).is_err(), "no file is written over");
    let mut keeper = |keyset: &Keyset| keep(&folder.0, keyset);
    let receipt = vault.finalise_erasure(&mut keyset, &mut keeper, Some(30)).unwrap();
    let receipt: Value = serde_json::from_str(&receipt).unwrap();
    assert_eq!(receipt["old_copies_open_until"], "2026-12-25");
    assert_eq!(receipt["destroyed_epochs"], serde_json::json!([]));
    drop(vault);
    for (date, epochs) in
        [(Date { month: 12, day: 24, ..DAY }, vec![1, 2]), (Date { month: 12, day: 25, ..DAY }, vec![2])]
    {
        let mut keyset = kept(&folder.0);
        let vault = SqliteVault::open(folder.vault(), &keyset, Options::new().today(date)).unwrap();
        let backup = SqliteVault::open(&backup, &keyset, Options::new());
        assert!(backup.is_ok(), "until the key is destroyed");
        vault.destroy_epochs(&mut keyset, &mut keeper).unwrap();
        assert_eq!(kept(&folder.0).epochs(vault_number(&vault)), epochs);
    }
    assert!(SqliteVault::open(&backup, &kept(&folder.0), options()).is_err());
    let (vault, keyset) = opened(&folder.0);
    assert_eq!(restored(&engine(&vault, &keyset), &stays, "42"), "bo@example.com");
}

#[test]
fn who_finishes_with_an_older_keyset_is_refused_and_keeps_nothing() {
    let folder = Folder::new();
    let (vault, mut keyset) = made(&folder);
    let stays = token(&engine(&vault, &keyset), "bo@example.com", "42");
    let mut older = keyset.clone();
    let mut keeper = |keyset: &Keyset| keep(&folder.0, keyset);
    vault.finalise_erasure(&mut keyset, &mut keeper, None).unwrap();
    let mut nothing = |_: &Keyset| -> Result<(), Error> { panic!("it would overwrite the newer keyset") };
    for refused in [
        vault.finalise_erasure(&mut older, &mut nothing, None),
        vault.destroy_epochs(&mut older, &mut nothing),
    ] {
        assert_eq!(kind(refused.unwrap_err()), VaultErrorKind::MissingKey);
    }
    // A keyset that cannot be kept changes nothing, neither at the first nor at the second step.
    for fails_at in [0, 1] {
        let mut keyset = kept(&folder.0);
        let mut calls = 0;
        let mut failing = |keyset: &Keyset| {
            calls += 1;
            if calls > fails_at { Err(Error::Random) } else { keep(&folder.0, keyset) }
        };
        assert_eq!(vault.finalise_erasure(&mut keyset, &mut failing, None), Err(Error::Random));
        let (again, keyset) = opened(&folder.0);
        assert_eq!(restored(&engine(&again, &keyset), &stays, "42"), "bo@example.com");
    }
}

#[test]
fn a_process_with_the_old_keyset_reloads_it() {
    let folder = Folder::new();
    let (vault, mut keyset) = made(&folder);
    let stays = token(&engine(&vault, &keyset), "bo@example.com", "42");
    // Another handle, as another process would have it: with and without a way to the keyset of today.
    let path = folder.0.clone();
    let reloading = options().reload(move || Ok(kept(&path)));
    let worker = Arc::new(SqliteVault::open(folder.vault(), &keyset, reloading).unwrap());
    let stuck = Arc::new(SqliteVault::open(folder.vault(), &keyset, options()).unwrap());
    let (of_worker, of_stuck) = (engine(&worker, &keyset), engine(&stuck, &keyset));
    vault.finalise_erasure(&mut keyset, &mut |keyset| keep(&folder.0, keyset), None).unwrap();

    assert_eq!(restored(&of_worker, &stays, "42"), "bo@example.com");
    token(&of_worker, "al@example.com", "43");
    let refused = of_stuck.restore(about(&stays, "42")).unwrap_err();
    assert_eq!(kind(refused), VaultErrorKind::MissingKey);
    stuck.take_keys(&kept(&folder.0)).unwrap();
    assert_eq!(restored(&of_stuck, &stays, "42"), "bo@example.com");
}
