//! Texts that come in pieces: what may go on goes on at once, and the whole is what it would be, had it come as one.
//!
//! Comes in: pieces, cut anywhere. Goes out: the redacted or restored text, findings and report. What may still change
//! waits; docs/streaming.md says how much, and why.
mod flow;
mod frames;
mod held;
mod hints;
mod outlet;
mod redactor;
mod restorer;
mod turn;

pub use flow::Streamed;
pub use outlet::Outlet;
pub use redactor::Redactor;
pub use restorer::{RestoreFlow, Restorer, Source};
pub use turn::{TurnFlow, TurnRedactor};
