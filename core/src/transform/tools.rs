//! What operators need beside the policy: the host's key and its callbacks.
use core::fmt;
use core::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

use super::custom::Callbacks;
use crate::crypto::HashKey;
use crate::keyset::{Keyset, TokenRecognizer};
use crate::token::Ring;
use crate::vault::Vault;

/// The host's key and callbacks. `Debug` shows neither.
#[derive(Clone, Default)]
pub(crate) struct Tools {
    pub(crate) hash: Option<Arc<HashKey>>,
    /// The keys of operators that can be reversed.
    pub(crate) keyset: Option<Keyset>,
    /// By what the stand-ins of those keys are known, and others that this engine cannot open.
    pub(crate) known: Vec<TokenRecognizer>,
    /// What is derived from them for tokens, and by what tokens are known.
    pub(crate) ring: Arc<Ring>,
    /// Where values are kept that a token only names.
    pub(crate) vault: Option<Kept>,
    /// How many last digits the policy's `fpe` leaves of cards, where these are written without marks.
    pub(crate) fpe_end: Option<usize>,
    pub(crate) callbacks: Callbacks,
}

impl fmt::Debug for Tools {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tools").finish_non_exhaustive()
    }
}

/// The host's vault.
#[derive(Clone)]
pub(crate) struct Kept(pub(crate) Arc<dyn Vault>);

// What a vault leaves behind when it panics is the vault's; the engine holds no state that it could tear.
impl UnwindSafe for Kept {}
impl RefUnwindSafe for Kept {}
