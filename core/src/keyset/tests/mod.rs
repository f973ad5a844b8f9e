//! Keysets as files: there and back, and held against what the host knows.
mod frozen;
mod hands;
mod locks;
mod vaults;
mod wrong;

use super::key::Root;
use super::open::{closed, line};
use super::read::read;
use super::sheet::{Format, Line, Sheet};
use super::*;
use crate::error::KeysetProblem as Wrong;
use crate::text::date::Date;
use base64ct::{Base64, Encoding};

const NOW: Date = Date { year: 2026, month: 11, day: 25 };

fn lock() -> TestPassphrase {
    TestPassphrase::new("for a test")
}

/// Three keys: the first enabled, the second disabled, the third primary, and a fourth that is destroyed.
fn keyset() -> Keyset {
    let mut keyset = Keyset::generate().unwrap();
    let second = keyset.add().unwrap();
    keyset.rotate().unwrap();
    let fourth = keyset.add().unwrap();
    keyset.disable(&second).unwrap();
    keyset.mark_compromised(&second).unwrap();
    keyset.destroy(&fourth).unwrap();
    let primary = keyset.primary_id();
    keyset.set_created(&primary, Some(NOW)).unwrap();
    keyset.set_expires(&primary, Some(Date { year: 2027, ..NOW })).unwrap();
    keyset
}

fn refused(file: &str) -> Wrong {
    refusal(Keyset::open(file, &lock()))
}

fn refusal(outcome: Result<Keyset, Error>) -> Wrong {
    match outcome.unwrap_err() {
        Error::Keyset(problem) => problem,
        error => panic!("{error}"),
    }
}

fn same(a: &Keyset, b: &Keyset) -> bool {
    let roots = |keyset: &Keyset| -> Vec<_> {
        keyset.inner.keys.iter().map(|key| key.root.as_ref().map(|root| *root.bytes())).collect()
    };
    (a.id(), a.sequence(), a.keys(), a.inner.salt, roots(a))
        == (b.id(), b.sequence(), b.keys(), b.inner.salt, roots(b))
}

/// The file with one part replaced; the part is there.
fn with(file: &str, old: &str, new: &str) -> String {
    assert!(file.contains(old), "{old}");
    file.replacen(old, new, 1)
}

/// The sheet of `keyset()` as `change` leaves it, wrapped and with a MAC that holds.
fn made(change: impl FnOnce(&mut Sheet, &mut Vec<(Line, Option<Root>)>)) -> String {
    let keyset = keyset();
    let inner = &*keyset.inner;
    let mut sheet = Sheet {
        id: inner.id.clone(),
        sequence: inner.sequence,
        salt: inner.salt,
        primary: Some(inner.primary),
        ..Sheet::blank()
    };
    let mut keys = inner.keys.iter().map(|key| (line(key), key.root.clone())).collect();
    change(&mut sheet, &mut keys);
    closed(sheet, keys, &[], (&lock()).into()).unwrap()
}

#[test]
fn a_keyset_comes_back_as_it_was() {
    let keyset = keyset();
    let file = keyset.seal(&lock()).unwrap();
    assert!(same(&keyset, &Keyset::open(&file, &lock()).unwrap()));
    // White space and order do not matter.
    let packed: serde_json::Value = serde_json::from_str(&file).unwrap();
    assert!(same(&keyset, &Keyset::open(&packed.to_string(), &lock()).unwrap()));
    // Two files of one keyset have nothing secret in common.
    let other = keyset.seal(&lock()).unwrap();
    let sheet = |file: &str| read(file, Format::Keyset).unwrap();
    let (one, two) = (sheet(&file), sheet(&other));
    assert!(one.wrap != two.wrap && one.mac != two.mac);
    for (a, b) in one.keys.iter().zip(&two.keys) {
        assert!(a.root.is_none() || a.root != b.root);
    }
    // No root is in the file, in any of its forms.
    for root in keyset.inner.keys.iter().filter_map(|key| key.root.as_ref()) {
        let hex: String = root.bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(
            !file.contains(&Base64::encode_string(&root.bytes()[..30])) && !file.contains(hex.split_at(16).0)
        );
    }
}

#[test]
fn an_expired_primary_is_refused_where_the_day_is_known() {
    let file = keyset().seal(&lock()).unwrap();
    let on =
        |year, day| Keyset::open_with(&file, &lock(), OpenOptions::new().today(Date { year, day, ..NOW }));
    assert!(Keyset::open(&file, &lock()).is_ok() && on(2027, 24).is_ok());
    for (year, day) in [(2027, 25), (2027, 26), (2031, 1)] {
        assert_eq!(refusal(on(year, day)), Wrong::PrimaryExpired);
    }
    // A key that is not primary may have expired: it opens what it made.
    let mut keyset = keyset();
    keyset.rotate().unwrap();
    let file = keyset.seal(&lock()).unwrap();
    let options = OpenOptions::new().today(Date { year: 2031, ..NOW });
    assert!(Keyset::open_with(&file, &lock(), options).is_ok());
}

#[test]
fn older_files_are_refused_where_newer_ones_were_seen() {
    let mut keyset = keyset();
    let (old, seen) = (keyset.seal(&lock()).unwrap(), keyset.sequence());
    keyset.rotate().unwrap();
    let new = keyset.seal(&lock()).unwrap();
    let least = keyset.sequence();
    assert!(least > seen);
    let options = OpenOptions::new().least_sequence(least);
    assert!(Keyset::open_with(&new, &lock(), options).is_ok());
    assert_eq!(refusal(Keyset::open_with(&old, &lock(), options)), Wrong::RolledBack { found: seen, least });
    // The number cannot be raised by hand.
    let raised = with(&old, &format!("\"seq\": {seen}"), &format!("\"seq\": {least}"));
    assert_eq!(refusal(Keyset::open_with(&raised, &lock(), options)), Wrong::Changed);
}
