//! What a function of the host's works on: handed to it as it is, ended once.
use core::ffi::c_void;

use crate::custom::wimple_drop_fn;

/// A pointer of the host's and the function that ends it.
pub(crate) struct Owned {
    user: *mut c_void,
    drop: wimple_drop_fn,
}

// SAFETY: the contract of the header says that what a function works on is used by several threads.
unsafe impl Send for Owned {}
// SAFETY: as above.
unsafe impl Sync for Owned {}

impl Owned {
    /// From now on the pointer is ours to end: only where nothing can fail any more.
    pub(crate) fn new(user: *mut c_void, drop: wimple_drop_fn) -> Self {
        Owned { user, drop }
    }

    pub(crate) fn user(&self) -> *mut c_void {
        self.user
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        if let Some(drop) = self.drop {
            // SAFETY: the host gave it for `user`, and this is the last use of it.
            unsafe { drop(self.user) };
        }
    }
}
