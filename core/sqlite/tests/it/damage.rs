//! Disks that are full, files that can only be read, are cut off or damaged: an error, never a wrong value.
use wimple::vault::Vault;

use super::*;

#[test]
fn a_full_disk_is_told_and_what_was_kept_stays() {
    let folder = Folder::new();
    let (vault, keyset) = made(&folder);
    let first = token(&engine(&vault, &keyset), "bo@example.com", "42");
    drop(vault);
    let small = options().most_bytes(20 * 4096);
    let vault = Arc::new(SqliteVault::open(folder.vault(), &keyset, small).unwrap());
    let working = engine(&vault, &keyset);
    let mut kept = Vec::new();
    let full = loop {
        let value = format!("n{}@example.com", kept.len());
        match working.redact(about(&value, "42")) {
            Ok(out) => kept.push((value, out.into_text())),
            Err(error) => break error,
        }
        assert!(kept.len() < 10_000, "there was no limit");
    };
    assert_eq!(kind(full), VaultErrorKind::Full);
    assert!(!kept.is_empty());
    assert!(fs::metadata(folder.vault()).unwrap().len() <= 20 * 4096);
    assert_eq!(vault.count().unwrap(), kept.len() + 1);
    for (value, token) in &kept {
        assert_eq!(&restored(&working, token, "42"), value);
    }
    // To forget still works, and makes room.
    vault.erase("acme", "42").unwrap();
    assert_eq!(restored(&working, &first, "42"), first);
    token(&working, "cy@example.com", "44");
    assert!(vault.check().unwrap().is_well());
}

#[cfg(unix)]
#[test]
fn a_file_that_may_only_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    let (vault, keyset) = made(&folder);
    drop(vault);
    fs::set_permissions(folder.vault(), fs::Permissions::from_mode(0o400)).unwrap();
    if fs::OpenOptions::new().write(true).open(folder.vault()).is_ok() {
        // Whoever is root may write everywhere; a handle for reading stands in his case (see `rules`).
        return;
    }
    let refused = SqliteVault::open(folder.vault(), &keyset, options()).unwrap_err();
    assert_eq!(kind(refused), VaultErrorKind::Closed);
}

/// A vault of many pages, closed: its values with their tokens, and its bytes.
fn large() -> (Folder, Keyset, Vec<(String, String)>, Vec<u8>) {
    let folder = Folder::new();
    let (vault, keyset) = made(&folder);
    let working = engine(&vault, &keyset);
    let mut kept = Vec::new();
    for n in 0..30 {
        let values: Vec<String> = (0..10).map(|m| format!("v{n}x{m}@example.com")).collect();
        let out = working.redact(about(&values.join(" "), "42")).unwrap().into_text();
        kept.extend(values.into_iter().zip(out.split(' ').map(str::to_owned)));
    }
    drop((vault, working));
    let bytes = fs::read(folder.vault()).unwrap();
    (folder, keyset, kept, bytes)
}

/// What the tokens restore to is their value, or a token that stays, or an error. Says how many values came.
fn honest(folder: &Folder, keyset: &Keyset, kept: &[(String, String)]) -> Option<usize> {
    let vault = Arc::new(SqliteVault::open(folder.vault(), keyset, options()).ok()?);
    let working = engine(&vault, keyset);
    let mut right = 0;
    for (value, token) in kept.iter().step_by(7) {
        if let Ok(back) = working.restore(about(token, "42")) {
            assert!(back.text() == value || back.text() == token, "a wrong value came out");
            right += usize::from(back.text() == value);
        }
    }
    let all = kept.len().div_ceil(7);
    match vault.check() {
        // What lies in no page that is used harms nobody; else the check has to see it.
        Ok(health) if health.is_well() => assert_eq!((right, vault.count().ok()), (all, Some(kept.len()))),
        _ => {}
    }
    Some(right)
}

#[test]
fn a_file_that_was_cut_off_is_seen() {
    let (folder, keyset, kept, bytes) = large();
    assert_eq!(honest(&folder, &keyset, &kept), Some(kept.len().div_ceil(7)));
    for part in 1..20 {
        fs::write(folder.vault(), &bytes[..bytes.len() * part / 20]).unwrap();
        honest(&folder, &keyset, &kept);
        let checked = SqliteVault::open(folder.vault(), &keyset, options()).and_then(|vault| vault.check());
        assert!(!checked.is_ok_and(|health| health.is_well()), "{part}/20");
        for left in ["customers.vault-wal", "customers.vault-shm"] {
            let _ = fs::remove_file(folder.0.join(left));
        }
    }
}

/// Where a page stands in the place of another, a walk through the file may come round to where it was: it ends all the
/// same.
#[test]
fn a_page_in_the_place_of_its_neighbour_is_seen() {
    let (folder, keyset, kept, bytes) = large();
    let pages = bytes.len() / 4096;
    for page in 1..pages {
        for other in [page - 1, (page + 1) % pages] {
            let mut damaged = bytes.clone();
            damaged.copy_within(other * 4096..other * 4096 + 4096, page * 4096);
            fs::write(folder.vault(), &damaged).unwrap();
            honest(&folder, &keyset, &kept);
            if let Ok(vault) = SqliteVault::open(folder.vault(), &keyset, options()) {
                let _ = vault.finalise_erasure(&mut keyset.clone(), &mut |_| Ok(()), None);
                let _ = (vault.status(), vault.export("acme", "42"), vault.sweep());
            }
            for left in ["customers.vault-wal", "customers.vault-shm"] {
                let _ = fs::remove_file(folder.0.join(left));
            }
        }
    }
}

#[test]
fn bytes_that_were_changed_never_make_a_wrong_value() {
    let (folder, keyset, kept, bytes) = large();
    let mut random = 0x9e37_79b9_7f4a_7c15u64;
    let mut next = |below: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % below
    };
    let (mut seen, rounds) = (0, if full() { 1000 } else { 40 });
    for round in 0..rounds {
        let mut damaged = bytes.clone();
        // One bit, some bytes, or a page of another place.
        match round % 3 {
            0 => damaged[next(bytes.len())] ^= 1 << next(8),
            1 => {
                let at = next(bytes.len() - 64);
                damaged[at..at + 64].iter_mut().for_each(|byte| *byte = next(256) as u8);
            }
            _ => {
                let (from, to) = (next(bytes.len() / 4096) * 4096, next(bytes.len() / 4096) * 4096);
                damaged.copy_within(from..from + 4096, to);
            }
        }
        fs::write(folder.vault(), &damaged).unwrap();
        let right = honest(&folder, &keyset, &kept);
        seen += usize::from(right != Some(kept.len().div_ceil(7)));
        for left in ["customers.vault-wal", "customers.vault-shm"] {
            let _ = fs::remove_file(folder.0.join(left));
        }
    }
    assert!(seen > rounds / 8, "the damage hit what is used: {seen}");
}

#[test]
fn a_log_that_is_lost_or_of_another_file_is_no_wrong_value() {
    let (folder, keyset, kept, bytes) = large();
    // A log of a vault with other values beside this one.
    let other = Folder::new();
    let (vault, other_keyset) = made(&other);
    token(&engine(&vault, &other_keyset), "other@example.com", "42");
    fs::copy(other.0.join("customers.vault-wal"), folder.0.join("customers.vault-wal")).unwrap();
    drop(vault);
    honest(&folder, &keyset, &kept);
    fs::write(folder.vault(), &bytes).unwrap();
    let _ = fs::remove_file(folder.0.join("customers.vault-wal"));
    let _ = fs::remove_file(folder.0.join("customers.vault-shm"));
    assert_eq!(honest(&folder, &keyset, &kept), Some(kept.len().div_ceil(7)));
}
