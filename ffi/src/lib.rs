//! The C interface of Wimple: C calls come in, the core's answers go out.
//!
//! The contract stands at the top of `include/wimple.h`, which a test generates from these files. Nothing here decides
//! anything about data: a function checks its pointers, calls the core and hands back what it said.
//!
//! Pointers arrive as `Option<&T>`, `Option<Box<T>>` or `Option<&mut MaybeUninit<T>>`, so that NULL is a case the
//! compiler asks about; what is left of `unsafe` is one block that turns pointer and length into a slice, the calls of the
//! host's functions, and the names of the exported ones.
#![allow(unsafe_code, reason = "C hands over raw pointers, and exported names have to be unmangled")]
#![allow(non_camel_case_types, reason = "a type has one name, in Rust as in C")]
#![allow(unreachable_pub, reason = "cbindgen takes what is pub, and C reaches it")]
#![allow(
    clippy::missing_safety_doc,
    reason = "safety is told once, in the contract at the top of the header"
)]
#![deny(
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

mod boundary;
mod config;
mod custom;
mod engine;
mod entities;
mod explain;
mod host;
mod input;
mod keyset;
mod keyset_file;
mod lock;
mod policy;
mod reading;
mod recognizer;
mod restore;
mod result;
mod session;
mod status;
mod stream;
mod text;
mod token;
mod vault;
#[cfg(feature = "sqlite")]
mod vault_file;
#[cfg(feature = "sqlite")]
mod vault_options;
#[cfg(feature = "sqlite")]
mod vault_subject;
mod version;

/// What the contract says of threads, held by the compiler: every object may move between threads and be read by many. Only
/// `wimple_ask` and `wimple_wrapping` stay in the call they were made for.
const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<config::wimple_config>();
    shared::<engine::wimple_engine>();
    shared::<explain::wimple_explain>();
    shared::<input::wimple_input>();
    shared::<keyset::wimple_keyset>();
    shared::<keyset::wimple_token_recognizer>();
    shared::<lock::wimple_lock>();
    shared::<policy::wimple_policy>();
    shared::<result::wimple_result>();
    shared::<session::wimple_session>();
    shared::<stream::wimple_redactor>();
    shared::<stream::wimple_restorer>();
    shared::<text::wimple_text>();
    shared::<token::wimple_tokens>();
    shared::<vault::wimple_vault>();
    #[cfg(feature = "sqlite")]
    shared::<vault_options::wimple_vault_options>();
};
