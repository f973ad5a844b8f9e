//! Files that are wrong in every way a file can be, and frozen ones.
use base64ct::{Base64, Encoding};
use proptest::prelude::*;

use super::key::Root;
use super::open::{closed, line, opened};
use super::read::read;
use super::sheet::{FileKeys, Format, Line, Sheet, Wrap, bound};
use super::write::write;
use super::*;
use crate::crypto::Purpose;
use crate::error::KeysetProblem as Wrong;
use crate::secret::Secret;
use crate::text::date::Date;

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
    closed(sheet, keys, (&lock()).into()).unwrap()
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
        assert!(!file.contains(&Base64::encode_string(&root.bytes()[..30])) && !file.contains(&hex[..16]));
    }
}

#[test]
fn what_is_no_keyset_is_refused() {
    let file = keyset().seal(&lock()).unwrap();
    let expected = "wimple-keyset";
    for none in ["", "null", "[]", "{}", "\"wimple-keyset\"", "{\"format\":7}", "{\"format\":\"tk-keyset\"}"]
    {
        assert_eq!(refused(none), Wrong::WrongFormat { expected }, "{none}");
    }
    let cut = &file[..file.len() / 2];
    assert!(matches!(refused(cut), Wrong::NotJson { .. }));
    for (n, wrong) in
        ["{", "x", "{\"format\": \"wimple-keyset\",}", "{'format': 1}", "{} {}"].iter().enumerate()
    {
        assert!(matches!(refused(wrong), Wrong::NotJson { .. }), "{n}");
    }
    assert_eq!(refused(&" ".repeat((1 << 20) + 1)), Wrong::TooLong { limit: 1 << 20 });
    let recognizer = keyset().export_recognizer().seal(&lock()).unwrap();
    assert_eq!(refused(&recognizer), Wrong::WrongFormat { expected });
    let error = TokenRecognizer::open(&file, &lock()).unwrap_err();
    assert_eq!(error, Error::Keyset(Wrong::WrongFormat { expected: "wimple-recognizer" }));
}

#[test]
fn versions_of_later_releases_are_told() {
    let file = keyset().seal(&lock()).unwrap();
    assert_eq!(refused(&with(&file, "\"version\": 1", "\"version\": 2")), Wrong::UnknownVersion);
    assert_eq!(refused(&with(&file, "\"version\": 1,", "")), Wrong::MissingField { field: "version" });
    assert!(matches!(
        refused(&with(&file, "\"version\": 1", "\"version\": 1.0")),
        Wrong::WrongField { field: "version", .. }
    ));
    assert_eq!(refused(&with(&file, "\"suite\": \"WIM1\"", "\"suite\": \"WIM2\"")), Wrong::UnknownSuite);
    assert_eq!(
        refused(&with(&file, "\"method\": \"passphrase\"", "\"method\": \"age\"")),
        Wrong::UnknownWrap
    );
}

/// Each field in turn: missing, twice, unknown beside it, of another kind.
#[test]
fn every_field_is_asked_for_and_no_other() {
    let file = keyset().seal(&lock()).unwrap();
    let value: serde_json::Value = serde_json::from_str(&file).unwrap();
    let optional = ["compromised", "slot", "created", "expires", "root"];
    let mut tried = 0;
    for path in ["", "/wrap", "/keys/0", "/keys/1", "/keys/2"] {
        let names: Vec<String> = value.pointer(path).unwrap().as_object().unwrap().keys().cloned().collect();
        for name in names {
            let changed = |new: Option<serde_json::Value>| {
                let mut file = value.clone();
                let object = file.pointer_mut(path).unwrap().as_object_mut().unwrap();
                match new {
                    Some(new) => object.insert(name.clone(), new),
                    None => object.remove(&name),
                };
                file.to_string()
            };
            let missing = refused(&changed(None));
            match name.as_str() {
                "format" => assert!(matches!(missing, Wrong::WrongFormat { .. })),
                "root" => assert_eq!(missing, Wrong::RootMissing),
                "compromised" | "slot" | "created" | "expires" => {
                    assert_eq!(missing, Wrong::Changed, "{name}")
                }
                _ => assert!(matches!(missing, Wrong::MissingField { field } if field == name), "{name}"),
            }
            for other in [
                serde_json::json!(null),
                serde_json::json!({}),
                serde_json::json!([[1]]),
                serde_json::json!(-1),
            ] {
                let wrong = refused(&changed(Some(other)));
                let named = |field: &str| field == name || field == "keys";
                assert!(
                    matches!(wrong, Wrong::WrongField { field, .. } if named(field))
                        || matches!(
                            (name.as_str(), wrong),
                            ("format", _) | ("wrap", Wrong::MissingField { .. })
                        ),
                    "{name}: {wrong:?}"
                );
            }
            let twice =
                with(&value.to_string(), &format!("\"{name}\":"), &format!("\"{name}\":0,\"{name}\":"));
            assert!(matches!(refused(&twice), Wrong::RepeatedField { .. }), "{name}");
            tried += 1;
        }
        let mut file = value.clone();
        file.pointer_mut(path).unwrap().as_object_mut().unwrap().insert("comment".into(), "xylocarp".into());
        let wrong = refused(&file.to_string());
        assert!(matches!(wrong, Wrong::UnknownField { .. }), "{path}: {wrong:?}");
    }
    assert!(tried > 20 + optional.len());
    let at = file.find("\"seq\"").unwrap();
    let wrong = refused(&with(&file, "\"seq\":", "\"xyz\": 0, \"seq\":"));
    assert_eq!(wrong, Wrong::UnknownField { at });
}

#[test]
fn values_have_their_form() {
    let file = keyset().seal(&lock()).unwrap();
    let sequence = format!("\"seq\": {}", keyset().sequence());
    let field = |file: &str| match refused(file) {
        Wrong::WrongField { field, .. } => field,
        other => panic!("{other:?}"),
    };
    for wrong in ["0", "1e3", "9007199254740992", "0x1", "007"] {
        let file = with(&file, &sequence, &format!("\"seq\": {wrong}"));
        assert!(
            matches!(refused(&file), Wrong::WrongField { field: "seq", .. } | Wrong::NotJson { .. }),
            "{wrong}"
        );
    }
    assert_eq!(field(&with(&file, "\"id\": \"ks_", "\"id\": \"KS_")), "id");
    for wrong in ["2026-02-29", "2026-2-01", "26-11-25", "2026-11-25T00:00", "0000-01-01", "2026/11/25"] {
        assert_eq!(
            field(&with(&file, "\"created\": \"2026-11-25\"", &format!("\"created\": \"{wrong}\""))),
            "created"
        );
    }
    assert_eq!(field(&with(&file, "\"slot\": 0", "\"slot\": 9")), "slot");
    assert_eq!(field(&with(&file, "\"status\": \"enabled\"", "\"status\": \"pending\"")), "status");
    assert_eq!(field(&with(&file, "\"salt\": \"", "\"salt\": \"AAAA")), "salt");
    assert_eq!(field(&with(&file, "\"root\": \"", "\"root\": \"AAAA")), "root");
    assert_eq!(field(&with(&file, "\"mac\": \"", "\"mac\": \"!")), "mac");
}

#[test]
fn keys_that_cannot_be_a_keyset_are_refused() {
    let wrong = |change: fn(&mut Sheet, &mut Vec<(Line, Option<Root>)>)| refused(&made(change));
    assert_eq!(wrong(|_, keys| keys.clear()), Wrong::NoKeys);
    assert_eq!(wrong(|_, keys| keys[0].0.id = [0; 4]), Wrong::ZeroId);
    assert_eq!(wrong(|_, keys| keys[0].0.id = keys[1].0.id), Wrong::RepeatedId);
    assert_eq!(wrong(|_, keys| keys[0].0.slot = keys[1].0.slot), Wrong::RepeatedSlot);
    assert_eq!(wrong(|sheet, _| sheet.primary = Some([1, 2, 3, 4])), Wrong::PrimaryUnknown);
    assert_eq!(wrong(|sheet, keys| sheet.primary = Some(keys[1].0.id)), Wrong::PrimaryNotEnabled);
    assert_eq!(wrong(|sheet, keys| sheet.primary = Some(keys[3].0.id)), Wrong::PrimaryNotEnabled);
    assert_eq!(wrong(|_, keys| keys[2].0.compromised = true), Wrong::PrimaryCompromised);
    assert_eq!(wrong(|_, keys| keys[0].1 = None), Wrong::RootMissing);
    assert_eq!(wrong(|_, keys| keys[3].1 = keys[0].1.clone()), Wrong::RootNotGone);
    let weak = |byte| {
        Root::written(|root| {
            root.fill(byte);
            true
        })
    };
    assert_eq!(refused(&made(|_, keys| keys[1].1 = weak(0))), Wrong::WeakRoot);
    assert_eq!(refused(&made(|_, keys| keys[0].1 = weak(0xff))), Wrong::WeakRoot);
    let many = |sheet: &mut Sheet, keys: &mut Vec<(Line, Option<Root>)>| {
        let (line, root) = keys[2].clone();
        sheet.primary = Some([0, 0, 0, 1]);
        *keys = (1..=1001u32)
            .map(|n| (Line { id: n.to_be_bytes(), slot: None, ..line.clone() }, root.clone()))
            .collect();
    };
    assert_eq!(refused(&made(many)), Wrong::TooManyKeys { limit: 1000 });
    assert!(Keyset::open(&made(|_, _| {}), &lock()).is_ok());
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
        |s| drop(s.keys.remove(0)),
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

#[test]
fn passphrases_open_what_they_closed() {
    let keyset = keyset();
    let file = keyset.seal(&lock()).unwrap();
    let other = TestPassphrase::new("for a tests");
    assert_eq!(refusal(Keyset::open(&file, &other)), Wrong::DoesNotUnwrap);
    // Another cost is another key; one that is too high is not tried.
    assert_eq!(refused(&with(&file, "\"passes\": 1", "\"passes\": 2")), Wrong::DoesNotUnwrap);
    assert_eq!(refused(&with(&file, "\"memory_kib\": 32", "\"memory_kib\": 4294967295")), Wrong::Cost);
    assert_eq!(refused(&with(&file, "\"lanes\": 1", "\"lanes\": 0")), Wrong::Cost);
    assert_eq!(refusal(Keyset::open(&file, &Passphrase::new("for a test"))), Wrong::Cost);
    assert_eq!(
        keyset.seal(&Passphrase::new("eleven char")),
        Err(Error::Keyset(Wrong::ShortPassphrase { least: 12 }))
    );
}

/// Stands for a key service, with ways to fail.
struct Service {
    name: &'static str,
    wrapped: fn(&[u8], &str) -> Result<Vec<u8>, &'static str>,
    unwrapped: fn(&[u8], &str) -> Result<Secret, &'static str>,
}

impl KeyWrapper for Service {
    fn name(&self) -> &str {
        self.name
    }

    fn wrap(&self, key: &[u8], bound: &str) -> Result<Vec<u8>, &'static str> {
        (self.wrapped)(key, bound)
    }

    fn unwrap(&self, wrapped: &[u8], bound: &str) -> Result<Secret, &'static str> {
        (self.unwrapped)(wrapped, bound)
    }
}

fn crossed(bytes: &[u8], bound: &str) -> Vec<u8> {
    bytes.iter().zip(bound.bytes().cycle()).map(|(a, b)| a ^ b).collect()
}

const SERVICE: Service = Service {
    name: "keys/„support“",
    wrapped: |key, bound| Ok(crossed(key, bound)),
    unwrapped: |wrapped, bound| Ok(Secret::new(crossed(wrapped, bound))),
};

#[test]
fn a_key_service_wraps_and_unwraps() {
    let keyset = keyset();
    let file = keyset.seal(&SERVICE).unwrap();
    assert!(same(&keyset, &Keyset::open(&file, &SERVICE).unwrap()));
    let object: &dyn KeyWrapper = &Service { name: "", ..SERVICE };
    assert!(same(&keyset, &Keyset::open(&file, object).unwrap()), "no name, any file");
    assert_eq!(refusal(Keyset::open(&file, &Service { name: "other", ..SERVICE })), Wrong::WrongWrap);
    assert_eq!(refused(&file), Wrong::WrongWrap);
    assert_eq!(refusal(Keyset::open(&keyset.seal(&lock()).unwrap(), &SERVICE)), Wrong::WrongWrap);
    // The service gave another key than it was given.
    let other = Service { unwrapped: |wrapped, _| Ok(Secret::new(wrapped)), ..SERVICE };
    assert_eq!(refusal(Keyset::open(&file, &other)), Wrong::Changed);
    for length in [0usize, 31, 33] {
        let short = Service {
            unwrapped: match length {
                0 => |_, _| Ok(Secret::new("")),
                31 => |w, _| Ok(Secret::new(&w[1..])),
                _ => |w, _| Ok(Secret::new([w, &[1]].concat())),
            },
            ..SERVICE
        };
        assert_eq!(refusal(Keyset::open(&file, &short)), Wrong::WrongAnswer, "{length}");
    }
    for bad in [
        Service { wrapped: |_, _| Ok(vec![]), ..SERVICE },
        Service { wrapped: |_, _| Ok(vec![1; 8193]), ..SERVICE },
        Service { wrapped: |key, _| Ok([b"v1:", key].concat()), ..SERVICE },
        Service { name: "a\nb", ..SERVICE },
    ] {
        assert_eq!(keyset.seal(&bad), Err(Error::Keyset(Wrong::WrongAnswer)));
    }
}

#[test]
fn a_key_service_that_fails_is_told_without_its_key() {
    let keyset = keyset();
    let file = keyset.seal(&SERVICE).unwrap();
    let what = || "the key wrapper".to_owned();
    let failing =
        Service { wrapped: |_, _| Err("no network"), unwrapped: |_, _| Err("no network"), ..SERVICE };
    let error = Error::Callback { what: what(), problem: "no network" };
    assert_eq!(keyset.seal(&failing), Err(error.clone()));
    assert_eq!(Keyset::open(&file, &failing).unwrap_err(), error);
    let panicking = Service {
        wrapped: |key, _| panic!("{key:?}"),
        unwrapped: |wrapped, _| std::panic::panic_any(wrapped.to_vec()),
        ..SERVICE
    };
    let error = Error::Callback { what: what(), problem: "it panicked" };
    assert_eq!(keyset.seal(&panicking), Err(error.clone()));
    assert_eq!(Keyset::open(&file, &panicking).unwrap_err(), error);
}

/// A file of this release, frozen: every later release must read it.
const FROZEN: &str = include_str!("../../tests/data/keyset.json");
/// The recognizer that belongs to it.
const FROZEN_RECOGNIZER: &str = include_str!("../../tests/data/recognizer.json");

/// The passphrase of the frozen files, which protects nothing.
const PUBLISHED: &str = "published with the tests";

/// What the frozen file holds. Its roots are counted, not drawn: whoever uses them has no secret.
fn published() -> Keyset {
    let key = |n: u8, id: [u8; 4], status| RootKey {
        id,
        slot: Some(n),
        status,
        compromised: n == 1,
        created: Some(Date { day: n + 1, ..NOW }),
        expires: None,
        root: (status != KeyStatus::Destroyed)
            .then(|| {
                Root::written(|root| {
                    root.iter_mut().zip(n * 0x20..).for_each(|(to, from)| *to = from);
                    true
                })
            })
            .flatten(),
    };
    let mut salt = [0; ROOT];
    salt.iter_mut().zip(0xa0..).for_each(|(to, from)| *to = from);
    let inner = Inner {
        id: "ks_0123456789abcdef".to_owned(),
        sequence: 7,
        salt,
        primary: [0x33; 4],
        keys: vec![
            key(0, [0x11; 4], KeyStatus::Enabled),
            key(1, [0x22; 4], KeyStatus::Disabled),
            key(2, [0x33; 4], KeyStatus::Enabled),
            key(3, [0x44; 4], KeyStatus::Destroyed),
        ],
    };
    Keyset { inner: Arc::new(inner) }
}

#[test]
fn frozen_files_are_read() {
    let passphrase = Passphrase::new(PUBLISHED);
    let keyset = Keyset::open(FROZEN, &passphrase).unwrap();
    assert!(same(&keyset, &published()));
    let recognizer = TokenRecognizer::open(FROZEN_RECOGNIZER, &passphrase).unwrap();
    let exported = published().export_recognizer();
    assert!(recognizer.keys().eq(exported.keys()));
    assert_eq!((recognizer.id(), recognizer.sequence()), (exported.id(), exported.sequence()));
}

/// `WIMPLE_FREEZE=1` writes the frozen files; only a new version of the format may need it.
#[test]
fn frozen_files_are_written_on_request_only() {
    if std::env::var_os("WIMPLE_FREEZE").is_none() {
        return;
    }
    let passphrase = Passphrase::new(PUBLISHED);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/");
    std::fs::write(format!("{folder}keyset.json"), published().seal(&passphrase).unwrap()).unwrap();
    let recognizer = published().export_recognizer().seal(&passphrase).unwrap();
    std::fs::write(format!("{folder}recognizer.json"), recognizer).unwrap();
}

/// One key of each purpose under the frozen keyset, computed with another implementation of HMAC-SHA-256 from what
/// `crypto::derive` says. They may never change: tokens are made with them.
#[test]
fn frozen_derivations() {
    let keyset = published();
    for (purpose, tenant, entity, canonical, expected) in DERIVED {
        let scope = Scope { purpose: *purpose, tenant, entity, canonical: *canonical };
        let key = keyset.derive::<32>([0x33; 4], &scope).unwrap();
        let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(&hex, expected, "{purpose:?}");
    }
    // Longer keys begin with the shorter, and other keys and scopes share nothing.
    let scope = Scope { purpose: Purpose::Tokenize, tenant: "acme", entity: "PERSON", canonical: 1 };
    let long = keyset.derive::<64>([0x33; 4], &scope).unwrap();
    assert_eq!(long[..32], *keyset.derive::<32>([0x33; 4], &scope).unwrap());
    assert_ne!(keyset.derive::<32>([0x11; 4], &scope), keyset.derive::<32>([0x33; 4], &scope));
    assert!(keyset.derive::<32>([0x22; 4], &scope).is_none(), "disabled");
    assert!(keyset.derive::<32>([0x44; 4], &scope).is_none(), "destroyed");
}

#[rustfmt::skip]
const DERIVED: &[(Purpose, &str, &str, u8, &str)] = &[
    (Purpose::Tokenize, "acme", "PERSON", 1, "263e12f209568537154f7db4a2c0965ead8a6628c2e820ecfa93f2614dcd5741"),
    (Purpose::Encrypt, "acme", "PERSON", 0, "609aac1ec2c79285363d6022986f69d53a6b32ab34561a8d77837ad26ba56748"),
    (Purpose::Fpe, "acme", "CREDIT_CARD", 1, "80f3d0be3fab43b0796c441f2c3ed2db237e6e7d10f885338a1359be2044d8c9"),
    (Purpose::Hash, "", "EMAIL_ADDRESS", 1, "768d3af9717bf76643d919ee3d363e15b7eaa6e6856c4f5738d6abe70e0294a6"),
    (Purpose::Recognize, "", "", 0, "bfb5f192ff6a37c2555d6ca4b91f50304af55e7722e383bdd758a966e8d48183"),
    (Purpose::Lookup, "acme", "PERSON", 1, "423a358f8771145d128ffbdd40cb224ef9c8e925e589d219aa37d865f5e75186"),
    (Purpose::Store, "acme", "", 0, "8beb6cd3a8881929305effb52d9ce26cbf78e3d49d52ecf57ebd40594bd97607"),
    (Purpose::ShiftDate, "acme", "", 0, "c087493f76b01b6cda0666dfec69b828e39b7c122c6095afca5f4ef45354ef9a"),
    (Purpose::Pseudonym, "acme", "PERSON", 1, "96cc77adf93040342fa9c3d78f7bcd7e5acf7a17a0404c7f173c5f9c108cbf3e"),
    (Purpose::Session, "acme", "", 0, "c13ddbe16b11e8a56774ea3a8720d843efedc1d21de4fd0a7bd34df5694c02c7"),
    (Purpose::Keyset, "", "", 0, "837124dae853b4878c860a7ed28df4efbf6709f86e63af96c403a5fa767f9e48"),
    (Purpose::Wrap, "", "", 0, "e6a2c46a7f04f29d66b1b01c9221f49fbc6e4b2ae196da5816b3ccf1d047bc73"),
];

proptest! {
    /// Files that were damaged anywhere give an error, and never another keyset.
    #[test]
    fn damaged_files_are_refused(at in 0usize..1000, to: char, cut in 0usize..3) {
        let file = frozen_cheap();
        let characters: Vec<char> = file.chars().collect();
        let at = at % characters.len();
        let mut damaged: String = characters[..at].iter().collect();
        if cut != 2 {
            damaged.push(to);
        }
        if cut != 1 {
            damaged.extend(characters.get(at + 1..).unwrap_or_default());
        }
        if let Ok(keyset) = Keyset::open(&damaged, &lock()) {
            prop_assert!(same(&keyset, &published()), "white space alone is free");
        }
    }

    /// Any text at all gives an error.
    #[test]
    fn any_text_is_refused(text in any::<String>(), json in "[\\[\\]{}\":, 0-9a-e\\\\]{0,60}") {
        for text in [&text, &json, &format!("{{\"format\":\"wimple-keyset\",\"version\":1,{json}")] {
            prop_assert!(Keyset::open(text, &lock()).is_err());
        }
    }
}

fn frozen_cheap() -> &'static str {
    static FILE: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    FILE.get_or_init(|| published().seal(&lock()).unwrap())
}

/// Brackets without end do not overflow the stack.
#[test]
fn deep_nesting_is_refused() {
    for open in ["[", "{\"a\":", "{\"format\":["] {
        assert!(Keyset::open(&open.repeat(100_000), &lock()).is_err());
    }
}
