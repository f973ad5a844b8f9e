//! What Wimple is measured on: corpora made of templates and a fixed seed, and hostile texts.
//!
//! Nothing is read from disk and nothing depends on the machine, so two runs measure the same bytes.
mod corpus;
mod foreign;
mod hostile;
mod own;
mod random;
mod reference;
mod row;
mod templates;
mod values;

pub use corpus::{clean, dense, short};
pub use foreign::foreign;
pub use hostile::hostile;
pub use own::own;
pub use random::Random;
pub use reference::table_sum;
pub use row::{heading, row};
