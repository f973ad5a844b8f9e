//! Keysets through the public door: what any order of changes leaves, and that nothing is told of keys.
use proptest::prelude::*;
use wimple::{
    Date, Engine, Error, ErrorCode, KeyInfo, KeyStatus, KeyWrapper, Keyset, KeysetProblem, Lock, OpenOptions,
    Operator, Passphrase, Policy, Secret, TestPassphrase, TokenRecognizer,
};

/// What may be done to a keyset, and to which of its keys.
#[derive(Clone, Copy, Debug)]
enum Change {
    Rotate,
    Add,
    Promote,
    Disable,
    Enable,
    Destroy,
    Compromise,
    FreeSlot,
    Created,
    Expires,
}

use Change::*;

const CHANGES: [Change; 10] =
    [Rotate, Add, Promote, Disable, Enable, Destroy, Compromise, FreeSlot, Created, Expires];

const DAY: Date = Date { year: 2026, month: 11, day: 25 };

fn change(keyset: &mut Keyset, change: Change, id: &str) -> Result<(), Error> {
    match change {
        Rotate => keyset.rotate().map(drop),
        Add => keyset.add().map(drop),
        Promote => keyset.promote(id),
        Disable => keyset.disable(id),
        Enable => keyset.enable(id),
        Destroy => keyset.destroy(id),
        Compromise => keyset.mark_compromised(id),
        FreeSlot => keyset.free_slot(id),
        Created => keyset.set_created(id, Some(DAY)),
        Expires => keyset.set_expires(id, Some(DAY)),
    }
}

/// Why a change must be refused, said from what is shown of the key alone.
fn expected(change: Change, key: &KeyInfo) -> Option<KeysetProblem> {
    let destroyed = key.status() == KeyStatus::Destroyed;
    match change {
        Promote if key.status() == KeyStatus::Disabled => Some(KeysetProblem::KeyDisabled),
        Promote | Enable | Disable if destroyed => Some(KeysetProblem::KeyDestroyed),
        Promote if key.is_compromised() => Some(KeysetProblem::KeyCompromised),
        Disable | Destroy | Compromise if key.is_primary() => Some(KeysetProblem::KeyIsPrimary),
        FreeSlot if !destroyed => Some(KeysetProblem::KeyNotDestroyed),
        _ => None,
    }
}

proptest! {
    /// Whatever is done in whatever order: there is one primary key, which may be used; what is refused changes nothing;
    /// what is destroyed stays so; no slot is given twice; and the file says it all.
    #[test]
    fn any_life_leaves_a_keyset(steps in prop::collection::vec((0usize..10, 0usize..8), 0..40)) {
        let mut keyset = Keyset::generate().unwrap();
        let first = keyset.clone();
        for (n, which) in steps {
            let before = (keyset.keys(), keyset.sequence());
            let key = &before.0[which % before.0.len()];
            let outcome = change(&mut keyset, CHANGES[n], key.id());
            match expected(CHANGES[n], key) {
                Some(problem) => {
                    prop_assert_eq!(outcome, Err(Error::Keyset(problem)));
                    prop_assert_eq!(&(keyset.keys(), keyset.sequence()), &before);
                }
                None => prop_assert_eq!(outcome, Ok(())),
            }
            let keys = keyset.keys();
            prop_assert!(keyset.sequence() > before.1 || (keys == before.0 && keyset.sequence() == before.1));
            let primary: Vec<_> = keys.iter().filter(|key| key.is_primary()).collect();
            prop_assert_eq!(primary.len(), 1);
            prop_assert_eq!(primary[0].id(), keyset.primary_id());
            prop_assert!(primary[0].status() == KeyStatus::Enabled && !primary[0].is_compromised());
            let mut slots: Vec<_> = keys.iter().filter_map(KeyInfo::slot).collect();
            let mut ids: Vec<_> = keys.iter().map(KeyInfo::id).collect();
            slots.sort_unstable();
            slots.dedup();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(slots.len(), keys.iter().filter(|key| key.slot().is_some()).count());
            prop_assert_eq!(ids.len(), keys.len());
            for (now, then) in keys.iter().zip(&before.0) {
                prop_assert_eq!(now.id(), then.id());
                prop_assert!(then.status() != KeyStatus::Destroyed || now.status() == KeyStatus::Destroyed);
                prop_assert!(!then.is_compromised() || now.is_compromised());
            }
        }
        let lock = TestPassphrase::new("for a test");
        let again = Keyset::open(&keyset.seal(&lock).unwrap(), &lock).unwrap();
        prop_assert_eq!(again.keys(), keyset.keys());
        prop_assert_eq!((again.id(), again.sequence()), (keyset.id(), keyset.sequence()));
        prop_assert_eq!((first.keys().len(), first.sequence()), (1, 1), "clones are their own");
    }
}

#[test]
fn slots_are_given_to_nine_keys_and_again_when_freed() {
    let mut keyset = Keyset::generate().unwrap();
    let first = keyset.primary_id();
    for _ in 0..10 {
        keyset.rotate().unwrap();
    }
    let slots = |keyset: &Keyset| keyset.keys().iter().map(KeyInfo::slot).collect::<Vec<_>>();
    let mut expected: Vec<Option<u8>> = (0..9).map(Some).chain([None, None]).collect();
    assert_eq!(slots(&keyset), expected);
    keyset.destroy(&first).unwrap();
    keyset.add().unwrap();
    expected.push(None);
    assert_eq!(slots(&keyset), expected, "a destroyed key keeps its slot");
    keyset.free_slot(&first).unwrap();
    keyset.add().unwrap();
    expected[0] = None;
    expected.push(Some(0));
    assert_eq!(slots(&keyset), expected);
}

#[test]
fn ids_that_name_no_key_are_refused() {
    let mut keyset = Keyset::generate().unwrap();
    let shouted = keyset.primary_id().to_uppercase();
    let wrong = ["", "00000000", "0", "xylocarp", "0123456", "012345678", "é23456", "+1234567"];
    for id in wrong.into_iter().chain(Some(shouted.as_str()).filter(|id| *id != id.to_lowercase())) {
        for n in CHANGES.into_iter().skip(2) {
            let error = change(&mut keyset, n, id).unwrap_err();
            assert_eq!(error, Error::Keyset(KeysetProblem::UnknownKey));
            assert_eq!(error.code(), ErrorCode::Keyset);
            assert!(id.is_empty() || !error.to_string().contains(id));
        }
    }
    let id = keyset.primary_id();
    for (year, month, day) in [(0, 1, 1), (2026, 2, 29), (2026, 13, 1), (2026, 4, 31), (10_000, 1, 1)] {
        let error = keyset.set_expires(&id, Some(Date { year, month, day })).unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidArgument);
    }
    assert_eq!(keyset.sequence(), 1);
}

#[test]
fn a_keyset_has_at_most_a_thousand_keys() {
    let mut keyset = Keyset::generate().unwrap();
    for _ in 1..1000 {
        keyset.add().unwrap();
    }
    let full = Error::Keyset(KeysetProblem::TooManyKeys { limit: 1000 });
    assert_eq!(keyset.add(), Err(full.clone()));
    assert_eq!(keyset.rotate(), Err(full));
    let lock = TestPassphrase::new("");
    let file = keyset.seal(&lock).unwrap();
    assert!(file.len() < 1 << 20, "{}", file.len());
    assert_eq!(Keyset::open(&file, &lock).unwrap().keys(), keyset.keys());
}

/// Part of the passphrase, of what a service answers, and of files; nothing that is said may have it.
const WORD: &str = "xylocarp";

struct Service;

impl KeyWrapper for Service {
    fn name(&self) -> &str {
        "keys/xylocarp"
    }

    fn wrap(&self, key: &[u8], _: &str) -> Result<Vec<u8>, &'static str> {
        Ok([WORD.as_bytes(), &key.iter().map(|b| b ^ 0x5a).collect::<Vec<_>>()].concat())
    }

    fn unwrap(&self, wrapped: &[u8], _: &str) -> Result<Secret, &'static str> {
        panic!("{WORD} {wrapped:?}")
    }
}

#[test]
fn keys_files_and_passphrases_are_told_to_nobody() {
    let keyset = Keyset::generate().unwrap();
    let passphrase = Passphrase::new(format!("{WORD} and some more"));
    let test = TestPassphrase::new(WORD);
    let said = [
        format!("{keyset:?} {keyset:#?}"),
        format!("{:?}", keyset.export_recognizer()),
        format!("{passphrase:?} {test:?} {:?} {:?}", Lock::from(&passphrase), Lock::from(&Service)),
        format!(
            "{:?}",
            Engine::builder().keyset(keyset.clone()).token_recognizer(keyset.export_recognizer())
        ),
    ];
    for said in &said {
        assert!(
            !said.contains(WORD) && !said.contains(keyset.id()) && !said.contains(&keyset.primary_id()),
            "{said}"
        );
    }
    let file = keyset.seal(&test).unwrap();
    assert!(!file.contains(WORD));
    let marked = |old: &str, new: &str| file.replacen(old, new, 1);
    let mut errors = vec![
        Keyset::open(WORD, &test).unwrap_err(),
        Keyset::open(&file, &TestPassphrase::new("xylocarp!")).unwrap_err(),
        Keyset::open(&file, &passphrase).unwrap_err(),
        Keyset::open(&file, &Service).unwrap_err(),
        Keyset::open(&keyset.seal(&Service).unwrap(), &Service).unwrap_err(),
        keyset.seal(&Passphrase::new(WORD)).unwrap_err(),
        TokenRecognizer::open(&file, &test).unwrap_err(),
        Keyset::open_with(&file, &test, OpenOptions::new().least_sequence(2)).unwrap_err(),
    ];
    for (old, new) in [
        ("\"seq\"", "\"xylocarp\""),
        ("\"seq\":", "\"xylocarp\": 1, \"seq\":"),
        ("\"seq\": 1", "\"seq\": \"xylocarp\""),
        ("wimple-keyset", "xylocarp"),
        ("WIM1", "xylocarp"),
        ("passphrase", "xylocarp"),
        ("enabled", "xylocarp"),
        ("\"keys\"", "\"keys\": \"xylocarp\", \"keys\""),
        ("\"salt\": \"", "\"salt\": \"xylocarp"),
        ("{", "{xylocarp"),
    ] {
        errors.push(Keyset::open(&marked(old, new), &test).unwrap_err());
    }
    for error in errors {
        for said in [error.to_string(), format!("{error:?} {error:#?}")] {
            assert!(!said.contains(WORD), "{said}");
        }
        assert!(std::error::Error::source(&error).is_none());
    }
}

/// Threads that restore while another rotates: each keeps the keys its engine was made with.
#[test]
fn engines_keep_their_keys_while_a_keyset_changes() {
    let policy = Policy::new().default(Operator::tokenize());
    let mut keyset = Keyset::generate().unwrap();
    let engine =
        |keyset: &Keyset| Engine::builder().policy(policy.clone()).keyset(keyset.clone()).build().unwrap();
    let before = engine(&keyset);
    let token = before.redact("bo@example.com").unwrap().into_text();
    let old = keyset.primary_id();
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                for _ in 0..200 {
                    assert_eq!(before.restore(&token).unwrap().text(), "bo@example.com");
                    assert_eq!(before.redact("bo@example.com").unwrap().text(), token);
                }
            });
        }
        for _ in 0..20 {
            keyset.rotate().unwrap();
            assert_eq!(engine(&keyset).restore(&token).unwrap().text(), "bo@example.com");
        }
        keyset.destroy(&old).unwrap();
    });
    assert_eq!(engine(&keyset).restore(&token).unwrap().text(), token);
    assert_eq!(before.restore(&token).unwrap().text(), "bo@example.com", "the engine was made before");
}

/// Numbers between marks are known by recognition keys, like tokens; those of a disabled key, too.
#[test]
fn numbers_between_marks_are_known_where_they_do_not_open() {
    let policy = Policy::new().default(Operator::label()).on(wimple::entity::US_SSN, Operator::fpe());
    let engine =
        |keyset: &Keyset| Engine::builder().policy(policy.clone()).keyset(keyset.clone()).build().unwrap();
    let mut keyset = Keyset::generate().unwrap();
    let first = keyset.primary_id();
    let made = engine(&keyset).redact("my SSN is 472-81-0094").unwrap().into_text();
    assert!(made.contains("{wimf_us_ssn:"), "{made}");
    let edge = |recognizer| Engine::builder().token_recognizer(recognizer).build().unwrap();
    assert_eq!(edge(keyset.export_recognizer()).redact(&made).unwrap().text(), made);
    let other = Keyset::generate().unwrap().export_recognizer();
    assert_ne!(edge(other.clone()).redact(&made).unwrap().text(), made);
    let both = Engine::builder().token_recognizer(other).token_recognizer(keyset.export_recognizer());
    assert_eq!(both.build().unwrap().redact(&made).unwrap().text(), made);

    keyset.rotate().unwrap();
    keyset.disable(&first).unwrap();
    assert_eq!(engine(&keyset).redact(&made).unwrap().text(), made);
    assert_eq!(engine(&keyset).restore(&made).unwrap().text(), made);
    keyset.enable(&first).unwrap();
    assert_eq!(engine(&keyset).restore(&made).unwrap().text(), "my SSN is 472-81-0094");
}
