//! The durable vault of Wimple: one SQLite file that many processes and threads share, and that can forget a person.
//!
//! ```
//! use std::sync::Arc;
//! use wimple::{Engine, Input, Keyset, Operator, Policy};
//! use wimple_sqlite::{Options, SqliteVault};
//! # let folder = std::env::temp_dir().join(format!("wimple-doc-{}", std::process::id()));
//! # std::fs::create_dir_all(&folder)?;
//! # let path = folder.join("customers.vault");
//! # let _ = std::fs::remove_file(&path);
//!
//! // Once: the vault has a key of its own in the keyset, which has to be kept before the vault is made.
//! let mut keyset = Keyset::generate()?;
//! let mut keep = |_keyset: &Keyset| Ok(()); // a host writes `keyset.seal(…)` to a file here
//! let vault = SqliteVault::create(&path, &mut keyset, &mut keep, Options::new())?;
//!
//! let vault = Arc::new(vault);
//! let engine = Engine::builder()
//!     .policy(Policy::new().default(Operator::tokenize()))
//!     .keyset(keyset.clone())
//!     .vault(vault.clone())
//!     .build()?;
//! let text = Input::new("I am at bo@example.com").tenant("acme").subject("customer 42");
//! let out = engine.redact(text)?.into_text();
//! let back = |text: &str| engine.restore(Input::new(text).tenant("acme").subject("customer 42"));
//! assert_eq!(back(&out)?.text(), "I am at bo@example.com");
//!
//! // The customer asks to be forgotten.
//! let receipt = vault.erase("acme", "customer 42")?;
//! assert!(keyset.verify_receipt(&receipt)?);
//! assert_eq!(back(&out)?.text(), out, "the token opens no more");
//! // And old copies of the file with him: the vault goes over to a new key, and the old one is destroyed.
//! vault.finalise_erasure(&mut keyset, &mut keep, None)?;
//! # drop((engine, vault));
//! # std::fs::remove_dir_all(&folder)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Comes in: what [`Vault`](wimple::vault::Vault) is given, a path and a keyset. Goes out: the same from disk, receipts, and
//! errors that hold no part of what is kept. The page for operators is `docs/vault.md`.
#![deny(
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]
#![cfg_attr(
    test,
    allow(
        clippy::string_slice,
        clippy::indexing_slicing,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test that fails shall stop"
    )
)]

mod check;
mod day;
mod epoch;
mod erase;
mod export;
mod failure;
mod file;
mod forks;
mod keys;
mod marks;
mod options;
mod pool;
mod receipt;
mod retention;
mod row;
mod schema;
mod status;
#[cfg(test)]
mod tests;
mod vault;

pub use check::Health;
pub use options::Options;
pub use vault::SqliteVault;
