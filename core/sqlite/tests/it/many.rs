//! Many processes and threads on one file: each value has one token, whoever asks.
use std::collections::BTreeMap;
use std::io::Write as _;

use wimple::vault::Vault;

use super::*;

const PROCESSES: usize = 8;
/// Values that all of them keep.
const SHARED: usize = 40;

fn operations() -> usize {
    if full() { 10_000 } else { 60 }
}

/// Asks for the tokens of shared values and of some of its own, in an order of its own, and says those of the shared.
#[test]
fn a_child_that_works() {
    let Some((folder, me)) = task() else { return };
    let keyset = kept(&folder);
    let waiting = options().wait(std::time::Duration::from_secs(120));
    let vault = SqliteVault::open(folder.join("customers.vault"), &keyset, waiting).unwrap();
    let engine = engine(&Arc::new(vault), &keyset);
    let me: usize = me.parse().unwrap();
    let mut out = std::io::stdout().lock();
    for n in 0..operations() {
        // Every tenth value is its own.
        if n % 10 == 9 {
            token(&engine, &format!("own{me}x{n}@example.com"), "own");
            continue;
        }
        let which = (n * (2 * me + 1) + me) % SHARED;
        let token = token(&engine, &format!("shared{which}@example.com"), "shared");
        writeln!(out, "said {which} {token}").unwrap();
    }
}

#[test]
fn processes_agree_on_every_token() {
    let folder = Folder::new();
    drop(made(&folder));
    let children: Vec<Child> =
        (0..PROCESSES).map(|n| child("many::a_child_that_works", &folder.0, &n.to_string())).collect();
    let mut tokens: BTreeMap<String, String> = BTreeMap::new();
    let mut heard = 0;
    let outputs: Vec<_> = std::thread::scope(|scope| {
        let waiting: Vec<_> =
            children.into_iter().map(|child| scope.spawn(|| child.wait_with_output().unwrap())).collect();
        waiting.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    for output in outputs {
        assert!(output.status.success());
        for line in String::from_utf8(output.stdout).unwrap().lines() {
            let Some((_, said)) = line.split_once("said ") else { continue };
            let (which, token) = said.split_once(' ').unwrap();
            let first = tokens.entry(which.to_owned()).or_insert_with(|| token.to_owned());
            assert_eq!(first, token, "value {which} has two tokens");
            heard += 1;
        }
    }
    assert_eq!((tokens.len(), heard), (SHARED, PROCESSES * operations() / 10 * 9));
    let (vault, keyset) = opened(&folder.0);
    assert_eq!(vault.count().unwrap(), SHARED + PROCESSES * operations() / 10, "no value is there twice");
    assert!(vault.check().unwrap().is_well());
    for (which, token) in &tokens {
        assert_eq!(restored(&engine(&vault, &keyset), token, "shared"), format!("shared{which}@example.com"));
    }
}

#[test]
fn threads_share_a_handle() {
    let folder = Folder::new();
    let (vault, keyset) = made(&folder);
    let engine = engine(&vault, &keyset);
    let answers: Vec<Vec<String>> = std::thread::scope(|scope| {
        let work = || (0..40).map(|n| token(&engine, &format!("v{n}@example.com"), "42")).collect();
        let threads: Vec<_> = (0..6).map(|_| scope.spawn(work)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(vault.count().unwrap(), 40);
}

#[test]
fn a_step_that_takes_too_long_makes_others_wait_and_then_fail_as_busy() {
    let folder = Folder::new();
    let (vault, mut keyset) = made(&folder);
    let first = token(&engine(&vault, &keyset), "bo@example.com", "42");
    let hurried = options().wait(std::time::Duration::from_millis(20));
    let hurried = Arc::new(SqliteVault::open(folder.vault(), &keyset, hurried).unwrap());
    let working = engine(&hurried, &keyset);
    // While `keep` runs the vault is locked for writing, and only for that.
    let mut refused = None;
    let mut keeper = |_: &Keyset| {
        refused = Some(working.redact(about("al@example.com", "43")).unwrap_err());
        assert_eq!(restored(&working, &first, "42"), "bo@example.com");
        Err(Error::Random)
    };
    assert_eq!(vault.finalise_erasure(&mut keyset, &mut keeper, None), Err(Error::Random));
    assert_eq!(kind(refused.unwrap()), VaultErrorKind::Busy);
    token(&working, "al@example.com", "43");
}

/// Between the moment in which a change of epoch is on disk and that in which its keys are known, no thread of the same
/// handle may be told that a key is missing.
#[test]
fn threads_of_one_handle_go_on_over_changes_of_epoch() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let folder = Folder::new();
    let (vault, mut keyset) = made(&folder);
    let working = engine(&vault, &keyset);
    let ended = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let writes = scope.spawn(|| {
            let mut count = 0;
            while !ended.load(Ordering::Relaxed) || count == 0 {
                token(&working, &format!("b{count}@example.com"), &count.to_string());
                count += 1;
            }
            count
        });
        let reads = scope.spawn(|| {
            let first = token(&working, "bo@example.com", "reader");
            while !ended.load(Ordering::Relaxed) {
                assert_eq!(restored(&working, &first, "reader"), "bo@example.com");
            }
        });
        let moved: Vec<_> = (0..12)
            .map(|_| vault.finalise_erasure(&mut keyset, &mut |keyset| keep(&folder.0, keyset), None))
            .collect();
        // First of all: a thread that is waited for must end.
        ended.store(true, Ordering::Relaxed);
        assert!(moved.iter().all(Result::is_ok));
        assert!(writes.join().unwrap() > 0);
        reads.join().unwrap();
    });
}
