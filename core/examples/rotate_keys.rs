//! Keys are rotated while texts with their tokens live: made, kept, replaced, renewed, put out of use, destroyed.
//! `cargo run --example rotate_keys`
use std::error::Error;
use std::io::{self, Write};

use wimple::{Date, Engine, Keyset, OpenOptions, Operator, Passphrase, Policy, entity};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    let policy = Policy::new()
        .default(Operator::tokenize())
        .on(entity::CREDIT_CARD, Operator::fpe().keep_last(4))
        .on(entity::US_SSN, Operator::label());
    let engine = |keyset: &Keyset| Engine::builder().policy(policy.clone()).keyset(keyset.clone()).build();

    // Day one: a keyset, and a text that is stored for years.
    let mut keyset = Keyset::generate()?;
    let first = keyset.primary_id();
    keyset.set_created(&first, Some(Date { year: 2025, month: 11, day: 25 }))?;
    keyset.set_expires(&first, Some(Date { year: 2026, month: 11, day: 25 }))?;
    let text = "Marla asked for it at marla.finch@example.com, card 4111 1111 1111 1111.";
    let stored = engine(&keyset)?.redact(text)?.into_text();
    writeln!(out, "stored   {stored}")?;

    // The keyset as its host keeps it, in a file for its owner alone, and the number that tells an older file.
    let passphrase = Passphrase::new("only an example, take a better one");
    let file = keyset.seal(&passphrase)?;
    let seen = keyset.sequence();
    writeln!(out, "file     {} bytes, number {seen}", file.len())?;

    // A year later the key has expired: the file is not taken any more by whoever says what day it is.
    let today = Date { year: 2026, month: 11, day: 26 };
    let options = OpenOptions::new().least_sequence(seen);
    if let Err(error) = Keyset::open_with(&file, &passphrase, options.today(today)) {
        writeln!(out, "refused  {error}")?;
    }

    // So it is rotated. The new key is added first and promoted when every process has the file with it.
    let mut keyset = Keyset::open_with(&file, &passphrase, options)?;
    let second = keyset.add()?;
    keyset.set_created(&second, Some(today))?;
    let handed_round = keyset.seal(&passphrase)?;
    keyset = Keyset::open(&handed_round, &passphrase)?;
    keyset.promote(&second)?;
    let rotated = engine(&keyset)?;
    writeln!(out, "opens    {}", rotated.restore(&stored)?.text())?;

    // Stored texts are rewritten under the new key.
    let renewed = rotated.retokenize(&stored)?;
    writeln!(out, "renewed  {}", renewed.text())?;
    writeln!(out, "         {}", renewed.report().to_json())?;

    // The old key goes in two steps: out of use, which can be undone, and out of the world, which cannot.
    keyset.disable(&first)?;
    let without = engine(&keyset)?;
    writeln!(out, "closed   {}", without.restore(&stored)?.report().to_json())?;
    keyset.destroy(&first)?;
    writeln!(out, "opens    {}", engine(&keyset)?.restore(renewed.text())?.text())?;
    for key in keyset.keys() {
        let primary = if key.is_primary() { ", primary" } else { "" };
        writeln!(out, "key      {} {}{primary}", key.id(), key.status())?;
    }
    Ok(())
}
