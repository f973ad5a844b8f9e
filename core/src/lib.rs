//! Wimple finds personal and secret data in customer-support text, says what it is and why, and covers it.
//!
//! ```
//! let out = wimple::redact("I'm at bo@example.com, card 4111 1111 1111 1111.")?;
//! assert_eq!(out.text(), "I'm at [EMAIL_ADDRESS], card [CREDIT_CARD].");
//! # Ok::<(), wimple::Error>(())
//! ```
//!
//! A wimple is the cloth that covers all but the face: cover what identifies, leave what matters. The order number, the
//! price and the tracking number stay readable; the card, the address and the password do not.
//!
//! # What it says
//!
//! [`analyze`] gives [`Findings`]: what kind of data, where, how sure, and why. A finding holds no part of the text.
//!
//! ```
//! use wimple::{entity, Verdict};
//! let text = "card 4111 1111 1111 1111";
//! let findings = wimple::analyze(text)?;
//! let card = &findings[0];
//! assert_eq!(card.entity_type(), &entity::CREDIT_CARD);
//! assert_eq!(card.text(text), Some("4111 1111 1111 1111"));
//! assert_eq!(card.evidence().verdict(), Verdict::Valid);
//! assert!(card.evidence().specimen(), "a published test number");
//! # Ok::<(), wimple::Error>(())
//! ```
//!
//! [`Engine::explain`] goes further and also says what was *not* believed and which harmless thing it was taken for.
//! [`entities`] lists every kind of data there is. Spans are bytes; [`Units`] turns them into what other languages count.
//!
//! # What it does
//!
//! A [`Policy`] says which [`Operator`] acts on what, in code or as a document that can be kept beside the host's
//! configuration; an [`Engine`] carries one out.
//!
//! | operator | `bo@example.com` becomes |
//! |---|---|
//! | [`keep`](Operator::keep) | `bo@example.com`, and it is reported |
//! | [`remove`](Operator::remove) | nothing |
//! | [`label`](Operator::label) | `[EMAIL_ADDRESS]` |
//! | [`mask`](Operator::mask) | `**@*******.***` |
//! | [`partial`](Operator::partial) | `****@e****.com` (what is harmless, by type; [`Input::role`] may see more) |
//! | [`hash`](Operator::hash) | `[EMAIL_ADDRESS:5f3a…]`, keyed: equal values stay equal |
//! | [`generalize`](Operator::generalize) | dates, ages, places and IP addresses become less exact |
//! | [`placeholder`](Operator::placeholder) | `[EMAIL_ADDRESS_1.k7q]`, which a session can open again; or `[EMAIL_ADDRESS_1]` |
//! | [`custom`](Operator::custom) | what a callback of yours says |
//!
//! ```
//! use wimple::{entity, Engine, Operator, Policy};
//! let engine = Engine::builder()
//!     .policy(Policy::new()
//!         .default(Operator::label())
//!         .on(entity::CREDIT_CARD, Operator::mask().keep_last(4))
//!         .on(entity::EMAIL_ADDRESS, Operator::placeholder().irreversible()))
//!     .build()?;
//! let out = engine.redact("bo@example.com paid with 4111 1111 1111 1111")?;
//! assert_eq!(out.text(), "[EMAIL_ADDRESS_1] paid with **** **** **** 1111");
//! assert_eq!(out.report().findings(), 2);
//! # Ok::<(), wimple::Error>(())
//! ```
//!
//! Where findings nest (a secret inside a link) the outermost that is not kept is acted on. An [`Input`] can say more
//! than the text: the field it came from, the region whose forms are meant, today's date.
//!
//! # Conversations
//!
//! A [`Session`] remembers: the same value has the same placeholder in every turn, and what a language model or a
//! colleague made of the text gets its values back, even where brackets, case or line breaks were changed.
//!
//! ```
//! use wimple::{Engine, Operator, Policy};
//! let policy = Policy::new().default(Operator::placeholder());
//! let mut session = Engine::builder().policy(policy).build()?.session();
//! let turn = session.redact("Please write to bo@example.com")?;
//! let reply = turn.text().replace("Please write", "We have written");     // a model's work
//! assert_eq!(session.restore(&reply).text(), "We have written to bo@example.com");
//! # Ok::<(), wimple::Error>(())
//! ```
//!
//! A placeholder that opens carries a keyed tag: `[PERSON_1]` typed by a customer opens nothing.
//!
//! # Promises
//!
//! They are held by tests.
//!
//! - **Same in, same out.** Findings and output do not depend on threads, call order or machine. Only the tags of
//!   restorable placeholders differ, from session to session.
//! - **What is not found is not touched**, byte for byte. Spans lie on character edges.
//! - **All or nothing.** A call that fails gives no text. A text alone never makes an error: limits and operators do.
//! - **No leaks by the side door.** No part of a text is in an error, a report, a finding or a `Debug` form.
//! - **A mask covers** at least half of a value and four of its characters, and all of a short one.
//! - **Of a card at most the first six and last four digits** are ever shown in part, and a callback's answer never
//!   holds its value.
//! - **What was replaced by a restorable placeholder comes back** byte for byte.
//! - **Cost grows with the length of the text**, for any text, hostile ones included.
//! - **No input or output** but the operating system's randomness for a session's key: no files, network, clock,
//!   environment, threads or logging. No `unsafe`.
//!
//! What it is not: a proof that nothing is left. It finds what its catalogue describes; see `docs/limits.md` in the
//! repository. Test numbers and reserved values count as findings unless a policy says otherwise.
//!
//! # Threads and sharing
//!
//! An [`Engine`] is immutable, cheap to clone and shared by threads as it is; engines share the catalogue, so that one
//! per tenant costs little. A [`Session`] belongs to one conversation and takes `&mut self`.
//!
//! # Errors
//!
//! One [`Error`] with one table of numbers, [`ErrorCode`], the same in Rust, C and Python.
#![forbid(unsafe_code)]
#![deny(
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]
#![cfg_attr(
    test,
    allow(clippy::string_slice, reason = "tests cut their own texts, and a wrong cut is a failed test")
)]

mod catalog;
mod check;
mod crypto;
mod detect;
mod engine;
pub mod entity;
mod error;
mod finding;
mod input;
mod keyset;
mod limits;
#[cfg(feature = "names")]
mod model;
mod policy;
mod recognizer;
mod report;
mod restored;
mod score;
mod secret;
mod session;
mod span;
mod stream;
mod text;
mod token;
mod transform;
pub mod vault;

#[cfg(feature = "train")]
#[doc(hidden)]
pub use model::training;

pub use catalog::CATALOG_VERSION;
pub use catalog::info::{EntityInfo, entities};
pub use catalog::template::Template;
pub use engine::{
    CheckFailure, Engine, EngineBuilder, Explanation, FoundToken, RetokenizeReport, Retokenized, analyze,
    redact,
};
pub use entity::{Category, EntityType, Sensitivity};
pub use error::{Error, ErrorCode, KeysetProblem, PolicyError, SessionProblem};
pub use finding::{ContextKind, Evidence, Finding, Findings, Folding, Verdict};
pub use input::Input;
pub use keyset::{
    EpochKey, KeyInfo, KeyStatus, KeyWrapper, Keyset, Lock, OpenOptions, Passphrase, TestPassphrase,
    TokenRecognizer,
};
pub use limits::Limits;
pub use policy::{
    Allow, Custom, Fpe, Generalization, Generalize, Mask, Operator, Partial, Placeholder, Policy, PolicyTest,
    PolicyWarning, Rule, ShiftDate, TokenForm, Tokenize, Weakening,
};
pub use recognizer::{Check, Match, Model, Recognizer, Seen};
pub use report::{HtmlReport, Report};
pub use restored::{RestoreOptions, RestoreReport, Restored, Sink, Tolerance};
pub use score::Score;
pub use secret::Secret;
pub use session::{NoSpeaker, Session, SessionName, Speaker, Turn};
pub use span::Span;
pub use stream::{Outlet, Redactor, RestoreFlow, Restorer, Source, Streamed, TurnFlow, TurnRedactor};
pub use text::date::Date;
pub use text::units::Units;
pub use token::{TokenKind, TokenState};
pub use transform::{Redacted, Replacement, Revision};

/// Version of this library, as `major.minor.patch`.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
