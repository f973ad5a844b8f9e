//! The durable vault through the public door.
mod crash;
mod damage;
mod erasure;
mod example;
mod many;
mod places;
mod rules;
mod subjects;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use wimple::vault::{VaultError, VaultErrorKind};
use wimple::{Date, Engine, Error, Input, Keyset, Operator, Policy, TestPassphrase};
use wimple_sqlite::{Options, SqliteVault};

/// A folder of its own for a test, gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::SeqCst);
        let path = std::env::temp_dir().join(format!("wimple-sqlite-{}-{n}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn vault(&self) -> PathBuf {
        self.0.join("customers.vault")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn lock() -> TestPassphrase {
    TestPassphrase::new("for a test")
}

/// Keeps a keyset beside the vault, whole or not at all, as the bindings do.
fn keep(folder: &Path, keyset: &Keyset) -> Result<(), Error> {
    let (new, place) = (folder.join("keys.new"), folder.join("keys.json"));
    fs::write(&new, keyset.seal(&lock())?).unwrap();
    fs::File::open(&new).unwrap().sync_all().unwrap();
    fs::rename(new, place).unwrap();
    Ok(())
}

fn kept(folder: &Path) -> Keyset {
    Keyset::open(&fs::read_to_string(folder.join("keys.json")).unwrap(), &lock()).unwrap()
}

/// The day every test begins on.
const DAY: Date = Date { year: 2026, month: 11, day: 25 };

/// A machine may be busy with other things: nobody waits too long here but where that is what is tried.
fn options() -> Options {
    Options::new().today(DAY).wait(std::time::Duration::from_secs(60))
}

/// A new vault in a folder, with its keyset beside it.
fn made(folder: &Folder) -> (Arc<SqliteVault>, Keyset) {
    let mut keyset = Keyset::generate().unwrap();
    let mut keeper = |keyset: &Keyset| keep(&folder.0, keyset);
    let vault = SqliteVault::create(folder.vault(), &mut keyset, &mut keeper, options()).unwrap();
    (Arc::new(vault), keyset)
}

fn opened(folder: &Path) -> (Arc<SqliteVault>, Keyset) {
    let keyset = kept(folder);
    let vault = SqliteVault::open(folder.join("customers.vault"), &keyset, options()).unwrap();
    (Arc::new(vault), keyset)
}

fn engine(vault: &Arc<SqliteVault>, keyset: &Keyset) -> Engine {
    let policy = Policy::new().default(Operator::tokenize());
    Engine::builder().policy(policy).keyset(keyset.clone()).vault(vault.clone()).build().unwrap()
}

fn about<'t>(text: &'t str, subject: &'t str) -> Input<'t> {
    Input::new(text).tenant("acme").subject(subject)
}

/// The token of an address.
fn token(engine: &Engine, value: &str, subject: &str) -> String {
    let out = engine.redact(about(value, subject)).unwrap().into_text();
    assert!(out.starts_with("wimv_email_address1"), "{out}");
    out
}

fn restored(engine: &Engine, token: &str, subject: &str) -> String {
    engine.restore(about(token, subject)).unwrap().into_text()
}

fn kind(error: Error) -> VaultErrorKind {
    match error {
        Error::Vault { problem } => VaultError::kind(&problem),
        other => panic!("{other}"),
    }
}

/// Whether the long tests run, too.
fn full() -> bool {
    std::env::var_os("WIMPLE_FULL").is_some()
}

/// This program once more, as a child that does what `name` says with the folder.
fn child(name: &str, folder: &Path, what: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture", "--test-threads=1"])
        .env("WIMPLE_CHILD_FOLDER", folder)
        .env("WIMPLE_CHILD_WHAT", what)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// What a child is to do; `None` in the run of all tests.
fn task() -> Option<(PathBuf, String)> {
    let folder = std::env::var_os("WIMPLE_CHILD_FOLDER")?;
    Some((folder.into(), std::env::var("WIMPLE_CHILD_WHAT").unwrap()))
}
