//! Which operator for what. (Scaffold until the policy branch lands.)
mod operator;
mod scaffold;
pub(crate) use operator::MaskLength;
pub use operator::{Mask, Operator, Placeholder};
pub(crate) use scaffold::Decision;
pub use scaffold::{Policy, PolicyTest};
