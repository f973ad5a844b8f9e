//! What an entry's file needs, in one line.
pub(crate) use super::entry::{Anchor, Entry, Found, Probe};
pub(crate) use crate::entity::{Category, Sensitivity};
pub(crate) use crate::finding::Verdict;
