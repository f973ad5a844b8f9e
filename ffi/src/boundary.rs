//! The one gate between C and the core: pointers and texts come in checked, failures and panics go out as statuses.
use core::ffi::c_char;
use core::mem::MaybeUninit;
use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::status::{wimple_error, wimple_status};

/// Why a call failed.
pub(crate) struct Failure {
    status: wimple_status,
    message: Cow<'static, str>,
}

impl Failure {
    pub(crate) fn null(what: &'static str) -> Self {
        Failure { status: wimple_status::NullPointer, message: format!("{what} is NULL").into() }
    }

    pub(crate) fn argument(message: impl Into<Cow<'static, str>>) -> Self {
        Failure { status: wimple_status::InvalidArgument, message: message.into() }
    }

    pub(crate) fn keyset(message: impl Into<Cow<'static, str>>) -> Self {
        Failure { status: wimple_status::Keyset, message: message.into() }
    }

    pub(crate) fn panic() -> Self {
        Failure {
            status: wimple_status::Panic,
            message: "a bug inside Wimple; the call had no effect, please report it".into(),
        }
    }
}

impl From<wimple::Error> for Failure {
    fn from(error: wimple::Error) -> Self {
        Failure { status: error.code().into(), message: error.to_string().into() }
    }
}

/// A call that makes an object: `out` is written only when `work` succeeds.
pub(crate) fn make<T>(
    out: Option<&mut MaybeUninit<*mut T>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
    work: impl FnOnce() -> Result<T, Failure>,
) -> wimple_status {
    change(err, || {
        let out = needed(out, "out")?;
        out.write(Box::into_raw(Box::new(work()?)));
        Ok(())
    })
}

/// A call that makes `count` objects: all places of `out` are written when `work` succeeds, and none where it does not.
///
/// # Safety
/// `out` is NULL or points to `count` pointers that may be written.
pub(crate) unsafe fn make_many<T>(
    out: *mut *mut T,
    count: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
    work: impl FnOnce() -> Result<Vec<T>, Failure>,
) -> wimple_status {
    change(err, || {
        if out.is_null() && count > 0 {
            return Err(Failure::null("out"));
        }
        let made = work()?;
        debug_assert_eq!(made.len(), count, "one object a place");
        for (at, made) in made.into_iter().take(count).enumerate() {
            // SAFETY: not NULL, and `at` is below `count`, so that the caller's promise holds for this place.
            unsafe { out.add(at).write(Box::into_raw(Box::new(made))) };
        }
        Ok(())
    })
}

/// A call that does something and only may fail.
pub(crate) fn change(
    err: Option<&mut MaybeUninit<wimple_error>>,
    work: impl FnOnce() -> Result<(), Failure>,
) -> wimple_status {
    // Unwind safety: shared objects are immutable, and a session that was left half-way refuses further turns.
    let outcome = caught(work).unwrap_or_else(|| Err(Failure::panic()));
    let (status, message) = match &outcome {
        Ok(()) => (wimple_status::Ok, ""),
        Err(failure) => (failure.status, &*failure.message),
    };
    if let Some(err) = err {
        err.write(wimple_error::new(status, message));
    }
    status
}

/// A question that cannot fail; `T::default()` stands for "no such thing".
pub(crate) fn ask<T: Default>(work: impl FnOnce() -> Option<T>) -> T {
    caught(work).flatten().unwrap_or_default()
}

/// The end of an object; `last` takes it apart.
pub(crate) fn end<T>(object: Option<Box<T>>, last: impl FnOnce(T)) {
    if let Some(object) = object {
        caught(|| last(*object));
    }
}

fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(value) => Some(value),
        Err(payload) => {
            // Never shown, since it may hold anything; never dropped, since dropping it may panic again.
            core::mem::forget(payload);
            None
        }
    }
}

/// The object, or the failure that names it.
pub(crate) fn needed<T>(object: Option<T>, what: &'static str) -> Result<T, Failure> {
    object.ok_or_else(|| Failure::null(what))
}

/// Bytes of the caller. NULL with length 0 is none.
///
/// # Safety
/// `ptr` is NULL or points to `len` bytes that stay as they are while `'t` lasts.
pub(crate) unsafe fn bytes<'t>(ptr: *const u8, len: usize, what: &'static str) -> Result<&'t [u8], Failure> {
    // SAFETY: the caller promises the same.
    unsafe { slice(ptr, len, what) }
}

/// Several things of the caller. NULL with length 0 is none.
///
/// # Safety
/// `ptr` is NULL or points to `len` things that stay as they are while `'t` lasts.
pub(crate) unsafe fn slice<'t, T>(ptr: *const T, len: usize, what: &'static str) -> Result<&'t [T], Failure> {
    if len == 0 {
        return Ok(&[]);
    }
    if ptr.is_null() {
        return Err(Failure::null(what));
    }
    if len.checked_mul(size_of::<T>()).and_then(|size| isize::try_from(size).ok()).is_none() {
        return Err(Failure::argument(format!("{what} is longer than memory can be")));
    }
    // SAFETY: not NULL and of a possible length; that they are there and stay is the caller's promise.
    Ok(unsafe { core::slice::from_raw_parts(ptr, len) })
}

/// A text of the caller. NULL with length 0 is the empty text.
///
/// # Safety
/// `ptr` is NULL or points to `len` bytes that stay as they are while `'t` lasts.
pub(crate) unsafe fn utf8<'t>(
    ptr: *const c_char,
    len: usize,
    what: &'static str,
) -> Result<&'t str, Failure> {
    // SAFETY: the caller promises the same.
    let bytes = unsafe { bytes(ptr.cast(), len, what) }?;
    core::str::from_utf8(bytes).map_err(|error| Failure {
        status: wimple_status::InvalidUtf8,
        message: format!("{what} is not UTF-8 at byte {}", error.valid_up_to()).into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_status_and_its_payload_is_not_shown() {
        let mut err = MaybeUninit::uninit();
        let mut out = MaybeUninit::new(core::ptr::null_mut::<u8>());
        let status = make(Some(&mut out), Some(&mut err), || panic!("canary 4111 1111 1111 1111"));
        assert_eq!(status, wimple_status::Panic);
        // SAFETY: initialised above, and calls only ever write valid pointers.
        assert!(unsafe { out.assume_init() }.is_null(), "an output of a failed call stays as it was");
        // SAFETY: every call writes `err`.
        let err = unsafe { err.assume_init() };
        let message: String = err.message.iter().map(|c| char::from(*c as u8)).collect();
        assert_eq!(err.status, 900);
        assert!(message.starts_with("a bug inside Wimple") && !message.contains("canary"));

        assert_eq!(ask(|| -> Option<usize> { panic!("canary") }), 0);
        end(Some(Box::new(1)), |_| panic!("canary"));
    }

    #[test]
    fn a_payload_that_panics_when_dropped_does_not_get_out() {
        struct Bomb;
        impl Drop for Bomb {
            fn drop(&mut self) {
                panic!("dropped");
            }
        }
        let status = change(None, || std::panic::panic_any(Bomb));
        assert_eq!(status, wimple_status::Panic);
    }

    #[test]
    fn impossible_lengths_are_refused_before_a_byte_is_read() {
        let byte = 0;
        // SAFETY: the length is refused, so nothing is read.
        let outcome = unsafe { utf8(&raw const byte, usize::MAX, "text") };
        assert!(outcome.is_err_and(|f| f.status == wimple_status::InvalidArgument));
    }
}
