//! What whoever has the file would like to write into it.
use super::super::sheet::{FileKeys, bound};
use super::super::write::write;
use super::*;

/// What an attacker with the file, and even with one root, would like to write into it.
#[test]
fn nothing_can_be_changed_by_hand() {
    let file = keyset().seal(&lock()).unwrap();
    let sheet = read(&file, Format::Keyset).unwrap();
    type Change = fn(&mut Sheet);
    let changes: [Change; 12] = [
        |s| s.primary = Some(s.keys[0].id),
        |s| s.keys[1].status = KeyStatus::Enabled,
        |s| s.keys[0].status = KeyStatus::Disabled,
        |s| s.keys[1].compromised = false,
        |s| s.keys[0].compromised = true,
        |s| s.keys[2].expires = None,
        |s| s.keys[2].created = None,
        |s| s.keys[0].slot = None,
        |s| s.keys.swap(0, 1),
        |s| s.sequence += 1,
        |s| s.salt[0] ^= 1,
        |s| s.keys.truncate(3),
    ];
    for (n, change) in changes.iter().enumerate() {
        let mut sheet = sheet.clone();
        change(&mut sheet);
        assert_eq!(refused(&write(&sheet)), Wrong::Changed, "{n}");
    }
    // Roots of two keys swapped, or a root from an older file.
    let mut swapped = sheet.clone();
    (swapped.keys[0].root, swapped.keys[1].root) = (sheet.keys[1].root, sheet.keys[0].root);
    assert_eq!(refused(&write(&swapped)), Wrong::Changed);
    // The name is bound to the wrapped key before the MAC is asked.
    let mut named = sheet.clone();
    named.id = "ks_0000000000000000".to_owned();
    assert_eq!(refused(&write(&named)), Wrong::DoesNotUnwrap);
    assert_eq!(write(&sheet), file);
}

/// Whoever has the key of the file, and only he, can make a MAC; a root is bound to its line all the same.
#[test]
fn roots_are_bound_to_their_lines() {
    let file = keyset().seal(&lock()).unwrap();
    let sheet = read(&file, Format::Keyset).unwrap();
    let key = Lock::from(&lock()).open(&sheet.wrap, &bound(Format::Keyset, &sheet.id)).unwrap();
    let keys = FileKeys::new(&key, &sheet.salt).unwrap();
    let remade = |change: &dyn Fn(&mut Sheet)| {
        let mut sheet = sheet.clone();
        change(&mut sheet);
        sheet.mac = sheet.computed(&keys);
        Keyset::open(&write(&sheet), &lock())
    };
    assert!(remade(&|_| ()).is_ok() && remade(&|s| s.keys[1].status = KeyStatus::Enabled).is_ok());
    let changes: [&dyn Fn(&mut Sheet); 4] = [
        &|s| s.keys[1].slot = None,
        &|s| s.keys[0].created = Some(NOW),
        &|s| s.keys[0].id[0] ^= 0x80,
        &|s| (s.keys[0].root, s.keys[1].root) = (s.keys[1].root, s.keys[0].root),
    ];
    for (n, change) in changes.iter().enumerate() {
        assert_eq!(refusal(remade(change)), Wrong::RootDoesNotOpen, "{n}");
    }
}
