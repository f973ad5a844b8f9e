//! What only the inside can show: a handle after a fork, which no test in safe Rust can make.
use wimple::Keyset;
use wimple::vault::{Vault, VaultErrorKind};

use crate::options::Options;
use crate::vault::SqliteVault;

#[test]
fn a_handle_of_another_process_does_nothing_and_closes_nothing() {
    let folder = std::env::temp_dir().join(format!("wimple-sqlite-fork-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("customers.vault");
    let mut keyset = Keyset::generate().unwrap();
    let mut keep = |_: &Keyset| Ok(());
    let mut vault = SqliteVault::create(&path, &mut keyset, &mut keep, Options::new()).unwrap();
    vault.hold("acme", "42").unwrap();
    let log = folder.join("customers.vault-wal");
    assert!(log.exists());

    vault.pool.forked();
    for refused in [
        vault.count().map(drop),
        vault.find(&[]).map(drop),
        vault.get(&[]).map(drop),
        vault.erase_subject(&wimple::vault::SubjectRef::new([1; 32])).map(drop),
    ] {
        assert_eq!(refused.unwrap_err().kind(), VaultErrorKind::Closed);
    }
    assert!(vault.check().is_err() && vault.status().is_err() && vault.erase("acme", "42").is_err());
    assert!(vault.finalise_erasure(&mut keyset, &mut keep, None).is_err());
    // What SQLite remembers of the parent's locks is wrong here, so that the file is not opened anew either; a name more
    // does not help.
    let link = folder.join("link.vault");
    std::fs::hard_link(&path, &link).unwrap();
    for path in [&path, &link] {
        let refused = SqliteVault::open(path, &keyset, Options::new()).unwrap_err();
        assert!(refused.to_string().contains("fork"), "{refused}");
    }
    drop(vault);
    assert!(log.exists(), "closing the last handle would have removed it");
    assert!(SqliteVault::open(&path, &keyset, Options::new()).is_err());
    std::fs::remove_dir_all(&folder).unwrap();
}
