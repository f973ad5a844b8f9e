//! Epoch keys and receipts: what is kept in the file, and what nobody can change.
use super::super::write::write;
use super::*;

const VAULT: [u8; 8] = [0, 1, 2, 3, 4, 5, 6, 7];

fn with_epochs() -> Keyset {
    let mut keyset = keyset();
    for vault in [VAULT, VAULT, [9; 8]] {
        keyset.add_epoch(vault).unwrap();
    }
    keyset
}

#[test]
fn epoch_keys_come_back_and_open_what_they_sealed() {
    let keyset = with_epochs();
    let file = keyset.seal(&lock()).unwrap();
    let packed: serde_json::Value = serde_json::from_str(&file).unwrap();
    for file in [file, packed.to_string()] {
        let again = Keyset::open(&file, &lock()).unwrap();
        assert_eq!(
            (again.epochs(VAULT), again.epochs([9; 8]), again.epochs([8; 8])),
            (vec![1, 2], vec![1], vec![])
        );
        for (vault, number) in [(VAULT, 1), (VAULT, 2), ([9; 8], 1)] {
            let sealed = keyset.epoch(vault, number).unwrap().seal(b"place", b"secret").unwrap();
            assert_eq!(sealed.len(), 6 + 28);
            assert_eq!(
                again.epoch(vault, number).unwrap().open(b"place", &sealed).as_deref(),
                Some(&b"secret"[..])
            );
            for (other, n) in [(VAULT, 1), (VAULT, 2), ([9; 8], 1)] {
                let opened = again.epoch(other, n).unwrap().open(b"place", &sealed);
                assert_eq!(opened.is_some(), (other, n) == (vault, number));
            }
        }
    }
}

#[test]
fn an_epoch_ends_once_and_the_newest_stays() {
    let mut keyset = with_epochs();
    let before = keyset.sequence();
    assert_eq!(keyset.destroy_epoch(VAULT, 2), Err(Error::Keyset(Wrong::EpochIsNewest)));
    assert_eq!(keyset.destroy_epoch(VAULT, 1), Ok(true));
    assert_eq!(keyset.destroy_epoch(VAULT, 1), Ok(false));
    assert_eq!(keyset.destroy_epoch([8; 8], 1), Ok(false));
    assert_eq!(keyset.sequence(), before + 1);
    assert!(keyset.epoch(VAULT, 1).is_none());
    assert_eq!(keyset.add_epoch(VAULT), Ok(3));
}

#[test]
fn lines_of_epochs_cannot_be_changed_by_hand() {
    let sheet = read(&with_epochs().seal(&lock()).unwrap(), Format::Keyset).unwrap();
    type Change = fn(&mut Sheet);
    let changes: [(Change, Wrong); 8] = [
        (|s| s.epochs.truncate(2), Wrong::Changed),
        (|s| s.epochs.clear(), Wrong::Changed),
        (|s| s.epochs.swap(0, 1), Wrong::Changed),
        (|s| s.epochs[0].number = 7, Wrong::Changed),
        (|s| s.epochs[0].vault = [8; 8], Wrong::Changed),
        (|s| s.epochs[0].root[20] ^= 1, Wrong::Changed),
        (|s| s.epochs[0].number = 2, Wrong::RepeatedId),
        (|s| s.epochs[0].number = 0, Wrong::ZeroId),
    ];
    for (n, (change, wrong)) in changes.into_iter().enumerate() {
        let mut sheet = sheet.clone();
        change(&mut sheet);
        assert_eq!(refused(&write(&sheet)), wrong, "{n}");
    }
}

#[test]
fn receipts_hold_what_they_say() {
    let mut keyset = keyset();
    let receipt = keyset.receipt(r#"{ "b": {"z": 1, "a": [1, "é\n"]}, "action": "erase" }"#).unwrap();
    assert!(keyset.verify_receipt(&receipt).unwrap());
    // Another writer's white space and order.
    let value: serde_json::Value = serde_json::from_str(&receipt).unwrap();
    assert!(keyset.verify_receipt(&serde_json::to_string_pretty(&value).unwrap()).unwrap());
    for (name, new) in [("action", "hold"), ("kid", "00000000"), ("more", "x"), ("mac", "AAAA")] {
        let mut changed = value.clone();
        changed[name] = new.into();
        let verified = keyset.verify_receipt(&changed.to_string());
        assert!(matches!(verified, Ok(false) | Err(Error::Keyset(Wrong::UnknownKey))), "{name}");
    }
    for none in ["", "{}", "[]", "{\"kid\":\"1\",\"mac\":\"\"}"] {
        assert_eq!(keyset.verify_receipt(none), Err(Error::Keyset(Wrong::NotAReceipt)), "{none}");
    }
    assert!(keyset.receipt(&receipt).is_err() && keyset.receipt("7").is_err());
    assert_ne!(Keyset::generate().unwrap().verify_receipt(&receipt), Ok(true));
    // A disabled key still verifies, a destroyed one does not.
    let old = keyset.primary_id();
    keyset.rotate().unwrap();
    keyset.disable(&old).unwrap();
    assert_eq!(keyset.verify_receipt(&receipt), Ok(true));
    keyset.destroy(&old).unwrap();
    assert_eq!(keyset.verify_receipt(&receipt), Err(Error::Keyset(Wrong::KeyDestroyed)));
}
