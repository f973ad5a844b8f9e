//! Texts that go out: borrowed ones, and ones the caller owns.
use core::ffi::c_char;
use core::fmt;
use core::mem::MaybeUninit;

use zeroize::Zeroize;

use crate::boundary::{Failure, ask, end, make};
use crate::status::{wimple_error, wimple_status};

/// A borrowed text: UTF-8, len bytes at ptr, no NUL at its end. It dies with the object it was asked of. ptr is never
/// NULL; what does not exist is the empty text.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct wimple_str {
    pub ptr: *const c_char,
    pub len: usize,
}

impl From<&str> for wimple_str {
    fn from(text: &str) -> Self {
        wimple_str { ptr: text.as_ptr().cast(), len: text.len() }
    }
}

impl Default for wimple_str {
    fn default() -> Self {
        "".into()
    }
}

impl fmt::Debug for wimple_str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_str").field("len", &self.len).finish_non_exhaustive()
    }
}

/// A text that is yours.
pub struct wimple_text(String);

impl fmt::Debug for wimple_text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_text").finish_non_exhaustive()
    }
}

/// A call whose answer is a text.
pub(crate) fn make_text(
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
    work: impl FnOnce() -> Result<String, Failure>,
) -> wimple_status {
    make(out, err, || work().map(wimple_text))
}

/// The text itself.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_text_str(text: Option<&wimple_text>) -> wimple_str {
    ask(|| text.map(|t| t.0.as_str().into()))
}

/// Ends a text.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_text_free(text: Option<Box<wimple_text>>) {
    end(text, |mut t| t.0.zeroize());
}
