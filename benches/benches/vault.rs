//! A vault on disk: values in, found again and restored, beside a plain insert into SQLite in the same run.
//!
//! A million values by default, a thousand where `--test` asks for one pass; `WIMPLE_VAULT_VALUES` says another number.
//! Not criterion: a step that takes a minute is measured once.
#![allow(clippy::print_stdout, reason = "a benchmark talks to people")]
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use rusqlite::{Connection, params};
use wimple::{Engine, Input, Keyset, Operator, Policy};
use wimple_sqlite::{Options, SqliteVault};

/// Values of one text, which are one step of the vault.
const BATCH: usize = 500;

fn main() {
    let one_pass = std::env::args().any(|argument| argument == "--test");
    let said = std::env::var("WIMPLE_VAULT_VALUES").ok().and_then(|n| n.parse().ok());
    let count: usize = said.unwrap_or(if one_pass { 1000 } else { 1_000_000 });
    let folder = std::env::temp_dir().join(format!("wimple-bench-vault-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for temporary files");
    println!(
        "{count} values in steps of {BATCH}, synchronous=FULL; µs a value, and how often the plain insert fits in"
    );
    let texts: Vec<String> = (0..count.div_ceil(BATCH)).map(|n| text(n, count)).collect();
    let plain = plain(&folder.join("plain.db"), &texts);
    row("plain insert", plain, plain, count);
    vault(&folder, &texts, plain, count);
    std::fs::remove_dir_all(&folder).expect("it was made above");
}

fn row(name: &str, seconds: f64, plain: f64, count: usize) {
    println!("{name:<28} {:>9.2} µs {:>7.2} x", seconds * 1e6 / count as f64, seconds / plain);
}

/// A text of addresses, each another one.
fn text(n: usize, count: usize) -> String {
    let values = n * BATCH..((n + 1) * BATCH).min(count);
    values.map(|value| format!("customer{value}@example.com")).collect::<Vec<_>>().join(" ")
}

/// What a program would do that keeps values in clear: one table, one index to find them by, the same settings.
fn plain(path: &Path, texts: &[String]) -> f64 {
    let mut connection = Connection::open(path).expect("a file");
    let sql = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;
               CREATE TABLE kept (id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE) STRICT";
    connection.execute_batch(sql).expect("a table");
    let started = Instant::now();
    for text in texts {
        let step = connection.transaction().expect("a step");
        for value in text.split(' ') {
            let mut insert =
                step.prepare_cached("INSERT INTO kept (value) VALUES (?1)").expect("a statement");
            insert.execute(params![value]).expect("room");
        }
        step.commit().expect("a disk");
    }
    started.elapsed().as_secs_f64()
}

fn vault(folder: &Path, texts: &[String], plain: f64, count: usize) {
    let mut keyset = Keyset::generate().expect("randomness");
    let path = folder.join("bench.vault");
    let vault = SqliteVault::create(&path, &mut keyset, &mut |_| Ok(()), Options::new()).expect("a file");
    let vault = Arc::new(vault);
    let engine = |vault: Option<Arc<SqliteVault>>| {
        let policy = Policy::new().default(Operator::tokenize());
        let builder = Engine::builder().policy(policy).keyset(keyset.clone());
        let builder = match vault {
            Some(vault) => builder.vault(vault),
            None => builder,
        };
        builder.build().expect("a policy of one operator")
    };
    let about = |text| Input::new(text).tenant("acme").subject("42");
    let redacted = |engine: &Engine| -> (Vec<String>, f64) {
        let started = Instant::now();
        let out = texts.iter().map(|text| engine.redact(about(text)).expect("a vault").into_text()).collect();
        (out, started.elapsed().as_secs_f64())
    };
    // What finding the values and writing tokens takes, where nothing is kept.
    let (_, without) = redacted(&engine(None));
    row("tokens without a vault", without, plain, count);
    let working = engine(Some(vault.clone()));
    let (first, inserted) = redacted(&working);
    row("vault: in", inserted, plain, count);
    let (second, found) = redacted(&working);
    assert_eq!(first, second, "each value has one token");
    row("vault: found again", found, plain, count);
    let started = Instant::now();
    for (text, out) in texts.iter().zip(&first) {
        assert_eq!(working.restore(about(out)).expect("a vault").text(), text);
    }
    row("vault: restored", started.elapsed().as_secs_f64(), plain, count);
    let started = Instant::now();
    assert!(vault.check().expect("a whole file").is_well());
    row("vault: checked", started.elapsed().as_secs_f64(), plain, count);
    let bytes = std::fs::metadata(&path).map_or(0, |data| data.len());
    println!("{:<28} {:>9.1} bytes a value", "vault: size", bytes as f64 / count as f64);
}
