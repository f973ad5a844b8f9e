//! A helpdesk that forgets a customer: tickets with tokens, an export, an erasure, its receipt, and an old backup that is
//! dead afterwards. `cargo run -p wimple-sqlite --example forget_customer`
#![allow(clippy::print_stdout, reason = "an example talks to people")]
use std::path::PathBuf;
use std::sync::Arc;

use wimple::{Engine, Error, Input, Keyset, Operator, Passphrase, Policy, entity};
use wimple_sqlite::{Options, SqliteVault};

/// The tickets of the helpdesk: whose each is, and what was written.
const TICKETS: [(&str, &str); 3] = [
    ("customer 42", "Hello, I am at bo@example.com and my card 4111 1111 1111 1111 was charged twice."),
    ("customer 43", "Please send the invoice to al@example.com, thanks."),
    ("customer 42", "It is bo@example.com again: any news?"),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("wimple-helpdesk-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let done = helpdesk(&folder);
    std::fs::remove_dir_all(&folder)?;
    done
}

fn helpdesk(folder: &std::path::Path) -> Result<(), Box<dyn std::error::Error>> {
    // The keyset is kept beside the vault here; a real host keeps it elsewhere, or has a key service wrap it.
    let keys: PathBuf = folder.join("keys.json");
    let passphrase = Passphrase::new("twelve characters or more");
    let mut keep = |keyset: &Keyset| {
        let failed = |_| Error::Callback { what: "keep".into(), problem: "the keyset was not written" };
        let new = keys.with_extension("new");
        std::fs::write(&new, keyset.seal(&passphrase)?)
            .and_then(|()| std::fs::rename(&new, &keys))
            .map_err(failed)
    };
    let mut keyset = Keyset::generate()?;
    let path = folder.join("customers.vault");
    let vault = Arc::new(SqliteVault::create(&path, &mut keyset, &mut keep, Options::new())?);

    let engine = Engine::builder()
        .policy(
            Policy::new()
                .default(Operator::label())
                .on(entity::EMAIL_ADDRESS, Operator::tokenize())
                .on(entity::CREDIT_CARD, Operator::tokenize()),
        )
        .keyset(keyset.clone())
        .vault(vault.clone())
        .build()?;
    let about = |text| Input::new(text).tenant("acme");

    println!("What the helpdesk keeps:");
    let mut kept = Vec::new();
    for (customer, text) in TICKETS {
        let ticket = engine.redact(about(text).subject(customer))?.into_text();
        println!("  {customer}: {ticket}");
        kept.push((customer, ticket));
    }
    let shown = |title: &str| -> Result<(), Error> {
        println!("\n{title}");
        for (customer, ticket) in &kept {
            println!("  {}", engine.restore(about(ticket).subject(customer))?.text());
        }
        Ok(())
    };
    shown("What an agent sees:")?;

    println!("\nCustomer 42 asks what there is:\n  {}", vault.export("acme", "customer 42")?);
    let backup = folder.join("backup.vault");
    vault.backup(&backup)?;

    println!("\nCustomer 42 asks to be forgotten. The receipt:");
    let receipt = vault.erase("acme", "customer 42")?;
    println!("  {receipt}\n  of this keyset: {}", keyset.verify_receipt(&receipt)?);
    shown("What an agent sees now:")?;

    println!(
        "\nThe backup still has the customer. The vault goes over to a new key, and the old one is destroyed:"
    );
    println!("  {}", vault.finalise_erasure(&mut keyset, &mut keep, None)?);
    match SqliteVault::open(&backup, &keyset, Options::new()) {
        Ok(_) => return Err("the backup opens".into()),
        Err(error) => println!("  the backup: {error}"),
    }
    println!("  the vault: {}", vault.check()?);
    Ok(())
}
