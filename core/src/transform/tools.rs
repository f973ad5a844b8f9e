//! What operators need beside the policy: the host's key and its callbacks.
use core::fmt;
use std::sync::Arc;

use super::custom::Callbacks;
use crate::crypto::HashKey;
use crate::keyset::Keyset;

/// The host's key and callbacks. `Debug` shows neither.
#[derive(Clone, Default)]
pub(crate) struct Tools {
    pub(crate) hash: Option<Arc<HashKey>>,
    /// The keys of operators that can be reversed.
    pub(crate) keyset: Option<Keyset>,
    /// How many last digits the policy's `fpe` leaves of cards, where these are written without marks.
    pub(crate) fpe_end: Option<usize>,
    pub(crate) callbacks: Callbacks,
}

impl fmt::Debug for Tools {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tools").finish_non_exhaustive()
    }
}
