//! Engines with a vault: what they keep there, and what they make of a vault that fails or lies.
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use wimple::vault::{
    Lookup, MemoryVault, Record, SubjectRef, TokenId, Vault, VaultError, VaultErrorKind, WrappedKey,
};
use wimple::{Engine, ErrorCode, Input, Operator, Policy, entity};

use super::{builder, keyset, redacted, with_vault};

/// What becomes of a record on its way back.
type Lie = fn(Record) -> Option<Record>;

/// A vault that does what it is told between the engine and a good one.
#[derive(Default)]
struct Middle {
    good: MemoryVault,
    /// Calls by their names.
    calls: Mutex<Vec<&'static str>>,
    /// The name of the call that fails.
    fails: Mutex<&'static str>,
    /// How records are changed on their way back.
    lies: Mutex<Option<Lie>>,
    /// How often the subject is erased before a put.
    erases: AtomicUsize,
}

impl Middle {
    fn called(&self, name: &'static str) -> Result<(), VaultError> {
        self.calls.lock().unwrap().push(name);
        let fails = *self.fails.lock().unwrap() == name;
        if fails { Err(VaultError::new(VaultErrorKind::Busy, "busy with something else")) } else { Ok(()) }
    }
}

impl Vault for Middle {
    fn subject(&self, subject: &SubjectRef) -> Result<Option<WrappedKey>, VaultError> {
        self.called("subject")?;
        self.good.subject(subject)
    }
    fn add_subject(&self, subject: &SubjectRef, key: &WrappedKey) -> Result<WrappedKey, VaultError> {
        self.called("add_subject")?;
        self.good.add_subject(subject, key)
    }
    fn find(&self, lookups: &[Lookup]) -> Result<Vec<Option<TokenId>>, VaultError> {
        self.called("find")?;
        self.good.find(lookups)
    }
    fn put(&self, records: &[Record]) -> Result<Vec<TokenId>, VaultError> {
        self.called("put")?;
        if self.erases.load(Ordering::SeqCst) > 0 {
            self.erases.fetch_sub(1, Ordering::SeqCst);
            self.good.erase_subject(&records[0].subject())?;
        }
        self.good.put(records)
    }
    fn get(&self, ids: &[TokenId]) -> Result<Vec<Option<Record>>, VaultError> {
        self.called("get")?;
        let records = self.good.get(ids)?;
        Ok(match *self.lies.lock().unwrap() {
            Some(lie) => records.into_iter().map(|record| record.and_then(lie)).collect(),
            None => records,
        })
    }
    fn of_subject(
        &self,
        s: &SubjectRef,
        after: Option<TokenId>,
        most: usize,
    ) -> Result<Vec<TokenId>, VaultError> {
        self.good.of_subject(s, after, most)
    }
    fn erase_subject(&self, subject: &SubjectRef) -> Result<usize, VaultError> {
        self.good.erase_subject(subject)
    }
    fn count(&self) -> Result<usize, VaultError> {
        self.good.count()
    }
}

fn middle() -> (Engine, Arc<Middle>) {
    let vault = Arc::new(Middle::default());
    (builder(Operator::tokenize(), &keyset()).vault(vault.clone()).build().unwrap(), vault)
}

const TEXT: &str = "bo@example.com, al@example.com, bo@example.com, 4111 1111 1111 1111";

#[test]
fn a_text_is_one_step_and_a_value_is_kept_once() {
    let (engine, vault) = middle();
    let out = redacted(&engine, TEXT);
    assert_eq!(*vault.calls.lock().unwrap(), ["find", "subject", "add_subject", "put"]);
    assert_eq!(vault.count().unwrap(), 3);
    assert_eq!(redacted(&engine, TEXT), out);
    assert_eq!(vault.calls.lock().unwrap()[4..], ["find"]);
    vault.calls.lock().unwrap().clear();
    assert_eq!(engine.restore(&out).unwrap().text(), TEXT);
    assert_eq!(*vault.calls.lock().unwrap(), ["get", "subject"]);
    // A text without values asks nothing.
    vault.calls.lock().unwrap().clear();
    redacted(&engine, "nothing here");
    engine.restore("nothing here").unwrap();
    assert!(vault.calls.lock().unwrap().is_empty());
}

#[test]
fn a_vault_that_fails_gives_no_text() {
    for call in ["find", "subject", "add_subject", "put"] {
        let (engine, vault) = middle();
        *vault.fails.lock().unwrap() = call;
        let error = engine.redact(TEXT).unwrap_err();
        assert_eq!(
            (error.code() as u32, error.to_string().as_str()),
            (720, "vault: busy with something else")
        );
        assert_eq!(vault.count().unwrap(), 0);
        *vault.fails.lock().unwrap() = "";
        assert_eq!(engine.restore(&redacted(&engine, TEXT)).unwrap().text(), TEXT);
    }
    for call in ["get", "subject"] {
        let (engine, vault) = middle();
        let out = redacted(&engine, TEXT);
        *vault.fails.lock().unwrap() = call;
        assert_eq!(engine.restore(&out).unwrap_err().code(), ErrorCode::Vault);
    }
}

#[test]
fn a_subject_that_is_forgotten_meanwhile_is_taken_in_again() {
    let (engine, vault) = middle();
    redacted(&engine, "al@example.com");
    vault.erases.store(1, Ordering::SeqCst);
    let out = redacted(&engine, TEXT);
    assert_eq!(engine.restore(&out).unwrap().text(), TEXT);
    vault.erases.store(9, Ordering::SeqCst);
    assert_eq!(engine.redact("eve@example.com").unwrap_err().code(), ErrorCode::Vault);
}

fn remade(record: Record, change: impl Fn(&mut Vec<u8>)) -> Record {
    let mut sealed = record.sealed().to_vec();
    change(&mut sealed);
    Record::new(record.id(), record.lookup(), record.subject(), record.key(), record.entity(), sealed)
}

/// A record that was changed, moved to another id, or given to another key is an error, never another value.
#[test]
fn a_vault_that_lies_is_not_believed() {
    let lies: [fn(Record) -> Option<Record>; 4] = [
        |record| Some(remade(record, |sealed| sealed[20] ^= 1)),
        |record| Some(remade(record, |sealed| sealed.truncate(5))),
        |r| {
            Some(Record::new(
                TokenId::new([1; 12]),
                r.lookup(),
                r.subject(),
                r.key(),
                r.entity(),
                r.sealed().to_vec(),
            ))
        },
        |r| Some(Record::new(r.id(), r.lookup(), r.subject(), [9; 4], r.entity(), r.sealed().to_vec())),
    ];
    for lie in lies {
        let (engine, vault) = middle();
        let out = redacted(&engine, "bo@example.com");
        *vault.lies.lock().unwrap() = Some(lie);
        let error = engine.restore(&out).unwrap_err();
        assert_eq!(error.to_string(), "vault: what the vault holds is not what was kept");
    }
    // What it says it does not have, or that it is somebody else's, stays closed.
    let lies: [fn(Record) -> Option<Record>; 2] = [
        |_| None,
        |r| {
            Some(Record::new(
                r.id(),
                r.lookup(),
                SubjectRef::new([1; 32]),
                r.key(),
                r.entity(),
                r.sealed().to_vec(),
            ))
        },
    ];
    for lie in lies {
        let (engine, vault) = middle();
        let out = redacted(&engine, "bo@example.com");
        *vault.lies.lock().unwrap() = Some(lie);
        let restored = engine.restore(&out).unwrap();
        assert_eq!((restored.text(), restored.report().closed()), (out.as_str(), 1));
    }
}

/// Two values swapped in the vault: neither opens.
#[test]
fn swapped_records_do_not_open() {
    static OTHER: Mutex<Option<Record>> = Mutex::new(None);
    let (engine, vault) = middle();
    let (one, two) = (redacted(&engine, "bo@example.com"), redacted(&engine, "al@example.com"));
    *vault.lies.lock().unwrap() = Some(|record| {
        *OTHER.lock().unwrap() = Some(record.clone());
        Some(record)
    });
    engine.restore(&one).unwrap();
    *vault.lies.lock().unwrap() = Some(|record| {
        let other = OTHER.lock().unwrap().clone().unwrap();
        Some(remade(record, |sealed| *sealed = other.sealed().to_vec()))
    });
    assert_eq!(engine.restore(&two).unwrap_err().code(), ErrorCode::Vault);
}

#[test]
fn the_vault_sees_no_value() {
    let keys = keyset();
    let (engine, vault) = middle();
    drop(keys);
    engine.redact(Input::new(TEXT).tenant("acme-canary").subject("cust-canary")).unwrap();
    let mut seen = Vec::new();
    let out = engine.redact(Input::new(TEXT).tenant("acme-canary").subject("cust-canary")).unwrap();
    for token in engine.tokens(out.text()) {
        let (_, data) = bech32::decode(&out.text()[token.span().range()]).unwrap();
        let id = TokenId::new(data[5..17].try_into().unwrap());
        let record = vault.good.get(&[id]).unwrap().remove(0).unwrap();
        seen.extend([record.sealed(), record.lookup().bytes(), record.subject().bytes()].concat());
        assert!(!format!("{record:?}").contains("example"));
    }
    for marked in ["bo@", "al@", "example", "4111", "canary"] {
        assert!(!seen.windows(marked.len()).any(|window| window == marked.as_bytes()));
    }
}

#[test]
fn what_is_forgotten_stays_closed() {
    let (engine, vault) = middle();
    let of =
        |text: &str, subject: &str| engine.redact(Input::new(text).subject(subject)).unwrap().into_text();
    let (bo, al) = (of("bo@example.com", "bo"), of("al@example.com", "al"));
    let (_, data) = bech32::decode(&bo).unwrap();
    let id = TokenId::new(data[5..17].try_into().unwrap());
    let subject = vault.good.get(&[id]).unwrap().remove(0).unwrap().subject();
    assert_eq!(vault.erase_subject(&subject).unwrap(), 1);
    let restored = |token: &str, subject: &str| {
        let restored = engine.restore(Input::new(token).subject(subject)).unwrap();
        (restored.report().restored(), restored.report().closed())
    };
    assert_eq!((restored(&bo, "bo"), restored(&al, "al")), ((0, 1), (1, 0)));
    assert_ne!(of("bo@example.com", "bo"), bo, "kept anew, under another id");
}

#[test]
fn threads_and_engines_that_share_a_vault_agree() {
    let keys = keyset();
    let (_, vault) = with_vault(Operator::tokenize(), &keys);
    let engine = || builder(Operator::tokenize(), &keys).vault(vault.clone()).build().unwrap();
    let texts: Vec<String> = (0..40).map(|n| format!("user{n}@example.com")).collect();
    let outs: Vec<Vec<String>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    let engine = engine();
                    texts.iter().map(|t| redacted(&engine, t)).collect()
                })
            })
            .collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert!(outs.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(vault.count().unwrap(), 40);
}

/// Two runs that find what an outer finding covers, or what is kept: nothing of it goes into the vault.
#[test]
fn only_what_is_replaced_is_kept() {
    let vault = Arc::new(MemoryVault::new());
    let policy = Policy::new().default(Operator::tokenize()).on(entity::URL, Operator::label());
    let engine = Engine::builder().policy(policy).keyset(keyset()).vault(vault.clone()).build().unwrap();
    redacted(&engine, "https://bo:secret@example.com/?mail=bo@example.com");
    assert_eq!(vault.count().unwrap(), 0);
}
