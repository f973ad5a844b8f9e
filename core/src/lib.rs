//! Wimple finds personal and secret data in customer-support text.
#![forbid(unsafe_code)]
#![deny(
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
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
mod limits;
mod policy;
mod report;
mod score;
mod session;
mod span;
mod text;
mod transform;

pub use catalog::CATALOG_VERSION;
pub use catalog::info::{EntityInfo, entities};
pub use catalog::template::Template;
pub use engine::{CheckFailure, Engine, EngineBuilder, Explanation, analyze, redact};
pub use entity::{Category, EntityType, Sensitivity};
pub use error::{Error, ErrorCode, PolicyError};
pub use finding::{ContextKind, Evidence, Finding, Findings, Verdict};
pub use input::Input;
pub use limits::Limits;
pub use policy::{Allow, Mask, Operator, Placeholder, Policy, PolicyTest, Rule};
pub use report::Report;
pub use score::Score;
pub use session::{RestoreReport, Restored, Session, Tolerance};
pub use span::Span;
pub use text::date::Date;
pub use text::units::Units;
pub use transform::Redacted;

/// Version of this library, as `major.minor.patch`.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
