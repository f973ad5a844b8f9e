//! Files that are no vault, and rows that are not in their place.
use rusqlite::Connection;
use wimple::vault::{SubjectKeys, Vault};

use super::*;

fn refused(path: &Path) -> VaultErrorKind {
    kind(SqliteVault::open(path, &Keyset::generate().unwrap(), options()).unwrap_err())
}

#[test]
fn what_is_no_vault_is_refused_and_left_alone() {
    let folder = Folder::new();
    let path = |name: &str| folder.0.join(name);
    assert_eq!(refused(&path("nothing")), VaultErrorKind::Closed);
    assert!(!path("nothing").exists(), "nothing is made by opening");
    assert_eq!(refused(&folder.0), VaultErrorKind::Foreign, "a folder");
    fs::write(path("empty"), b"").unwrap();
    fs::write(path("text"), b"bo@example.com").unwrap();
    Connection::open(path("foreign")).unwrap().execute_batch("CREATE TABLE theirs (x)").unwrap();
    for name in ["empty", "text", "foreign"] {
        let before = fs::read(path(name)).unwrap();
        assert_eq!(refused(&path(name)), VaultErrorKind::Foreign, "{name}");
        assert_eq!(fs::read(path(name)).unwrap(), before, "{name}");
    }
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 3);
}

#[test]
fn a_vault_of_a_later_release_is_refused() {
    let folder = Folder::new();
    let (vault, keyset) = made(&folder);
    drop(vault);
    by_hand(&folder, "PRAGMA user_version = 99");
    let refused = SqliteVault::open(folder.vault(), &keyset, options()).unwrap_err();
    assert!(refused.to_string().contains("later release"));
    assert_eq!(kind(refused), VaultErrorKind::Foreign);
}

/// What somebody with the file and a SQLite of his own would write into it.
fn by_hand(folder: &Folder, sql: &str) {
    Connection::open(folder.vault()).unwrap().execute_batch(sql).unwrap();
}

/// Each change of a row that is a change of what it says: no wrong value comes out, and the check sees it.
#[test]
fn rows_that_were_changed_or_swapped_do_not_open() {
    let swap = |column: &str| {
        format!(
            "CREATE TEMP TABLE two AS SELECT n, {column} AS x FROM records;
             UPDATE records SET {column} = randomblob(length({column})) WHERE typeof({column}) = 'blob';
             UPDATE records SET {column} = (SELECT x FROM two WHERE two.n <> records.n)"
        )
    };
    let changes = [
        swap("id"),
        swap("lookup"),
        swap("sealed"),
        swap("tag"),
        swap("subject"),
        "UPDATE records SET type = 3 - type".to_owned(),
        "UPDATE records SET day = day + 1".to_owned(),
        "UPDATE records SET key = x'00000000'".to_owned(),
        "UPDATE types SET name = 'PERSON' WHERE n = 1; UPDATE types SET name = 'X' WHERE n = 2".to_owned(),
        "UPDATE records SET sealed = substr(sealed, 1, length(sealed) - 1)".to_owned(),
        "UPDATE records SET sealed = CAST (sealed || sealed AS BLOB)".to_owned(),
    ];
    for change in changes {
        let folder = Folder::new();
        let (vault, keyset) = made(&folder);
        let working = engine(&vault, &keyset);
        let texts = [("42", "bo@example.com"), ("43", "4111 1111 1111 1111")];
        let tokens = texts.map(|(subject, text)| working.redact(about(text, subject)).unwrap().into_text());
        drop((vault, working));
        by_hand(&folder, &change);
        let (vault, keyset) = opened(&folder.0);
        assert_eq!(vault.check().unwrap().bad_records(), 2, "{change}");
        let engine = engine(&vault, &keyset);
        for ((subject, text), token) in texts.iter().zip(&tokens) {
            assert!(engine.restore(about(token, subject)).is_err(), "{change}");
            // Asked for again it is an error, never the token of something else.
            assert!(engine.redact(about(text, subject)).is_err(), "{change}");
        }
    }
}

#[test]
fn data_keys_and_marks_that_were_swapped_do_not_open() {
    let folder = Folder::new();
    let (vault, keyset) = made(&folder);
    let working = engine(&vault, &keyset);
    let tokens = ["42", "43"].map(|subject| token(&working, "bo@example.com", subject));
    vault.hold("acme", "42").unwrap();
    vault.hold("acme", "43").unwrap();
    drop((vault, working));
    by_hand(
        &folder,
        "CREATE TEMP TABLE two AS SELECT n, wrapped FROM subjects;
         UPDATE subjects SET wrapped = (SELECT wrapped FROM two WHERE two.n <> subjects.n);
         CREATE TEMP TABLE names AS SELECT subject, named FROM marks;
         UPDATE marks SET named = (SELECT named FROM names WHERE names.subject <> marks.subject)",
    );
    let (vault, keyset) = opened(&folder.0);
    let health = vault.check().unwrap();
    assert_eq!((health.bad_subjects(), health.is_well()), (2, false));
    assert!(health.to_json().contains("\"bad_marks\":2"), "{health:?}");
    for (subject, token) in ["42", "43"].iter().zip(tokens) {
        assert!(engine(&vault, &keyset).restore(about(&token, subject)).is_err());
    }
    let subject = SubjectKeys::new(&keyset, "acme", "42").unwrap().refs()[0];
    assert_eq!(vault.subject(&subject).unwrap_err().kind(), VaultErrorKind::Corrupt);
}
