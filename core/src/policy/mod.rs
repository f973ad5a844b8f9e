//! Which operator for what.
mod operator;
pub(crate) use operator::MaskLength;
pub use operator::{Mask, Operator, Placeholder};
