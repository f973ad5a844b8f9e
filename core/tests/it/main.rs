//! One test binary: each extra one would link the world again.
mod catalogue;
mod errors;
mod floors;
mod laws;
mod policy;
mod recognizers;
mod session;
