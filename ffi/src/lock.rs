//! What keysets are sealed and opened with: passphrases, and key services of the host.
use core::ffi::{c_char, c_void};
use core::fmt;
use core::mem::MaybeUninit;

use wimple::{KeyWrapper, Lock, OpenOptions, Passphrase, Secret};
use zeroize::Zeroizing;

use crate::boundary::{ask, bytes, change, end, make, needed, utf8};
use crate::custom::wimple_drop_fn;
use crate::host::Owned;
use crate::input::date;
use crate::status::{wimple_error, wimple_status};
use crate::text::wimple_str;

/// What a keyset is sealed and opened with, and what it is held against when it is opened.
pub struct wimple_lock {
    with: With,
    options: OpenOptions,
}

enum With {
    Passphrase(Passphrase),
    Service(Service),
}

impl wimple_lock {
    pub(crate) fn lock(&self) -> Lock<'_> {
        match &self.with {
            With::Passphrase(passphrase) => passphrase.into(),
            With::Service(service) => service.into(),
        }
    }

    pub(crate) fn options(&self) -> OpenOptions {
        self.options
    }
}

impl fmt::Debug for wimple_lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_lock").finish_non_exhaustive()
    }
}

/// A key that waits to be wrapped or unwrapped. It lives while your function runs, and no longer.
pub struct wimple_wrapping {
    key: Zeroizing<Vec<u8>>,
    bound: String,
    answer: Option<Zeroizing<Vec<u8>>>,
}

impl fmt::Debug for wimple_wrapping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_wrapping").finish_non_exhaustive()
    }
}

/// Your function: it asks wrapping for the key, has your key service encrypt (or decrypt) it, hands the answer in and
/// returns 0. Whatever else it returns, and 0 without an answer, makes the call fail with WIMPLE_STATUS_CALLBACK. It must
/// return, neither by longjmp nor by an exception; deadlines and new tries are its own affair.
pub type wimple_wrapper_fn =
    Option<unsafe extern "C" fn(user: *mut c_void, wrapping: *mut wimple_wrapping) -> u32>;

type Wrapper = unsafe extern "C" fn(*mut c_void, *mut wimple_wrapping) -> u32;

/// A key service of the host and what it works on.
struct Service {
    name: String,
    wrap: Wrapper,
    unwrap: Wrapper,
    host: Owned,
}

impl Service {
    fn ask(&self, function: Wrapper, key: &[u8], bound: &str) -> Result<Zeroizing<Vec<u8>>, &'static str> {
        let mut wrapping =
            wimple_wrapping { key: Zeroizing::new(key.to_vec()), bound: bound.to_owned(), answer: None };
        // SAFETY: the host gave both for each other, and `wrapping` lives until the function returns.
        let returned = unsafe { function(self.host.user(), &raw mut wrapping) };
        wrapping.answer.take().filter(|_| returned == 0).ok_or("it gave no answer")
    }
}

impl KeyWrapper for Service {
    fn name(&self) -> &str {
        &self.name
    }

    fn wrap(&self, key: &[u8], bound: &str) -> Result<Vec<u8>, &'static str> {
        self.ask(self.wrap, key, bound).map(|mut answer| core::mem::take(&mut *answer))
    }

    fn unwrap(&self, wrapped: &[u8], bound: &str) -> Result<Secret, &'static str> {
        self.ask(self.unwrap, wrapped, bound).map(|mut answer| Secret::new(core::mem::take(&mut *answer)))
    }
}

/// Makes a lock of a passphrase, any bytes; they are copied, wipe yours. Sealing needs twelve characters or more. The key
/// is made of it by Argon2id with 64 MiB and three passes: a call takes a tenth of a second or so.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_lock_new_passphrase(
    passphrase: *const u8,
    len: usize,
    out: Option<&mut MaybeUninit<*mut wimple_lock>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        // SAFETY: the contract of the header promises `len` bytes at `passphrase`, unchanged during the call.
        let passphrase = Passphrase::new(unsafe { bytes(passphrase, len, "passphrase") }?);
        Ok(wimple_lock { with: With::Passphrase(passphrase), options: OpenOptions::new() })
    })
}

/// Makes a lock of a key service: one function encrypts, the other decrypts. name is written into the files, in clear, and
/// a file with another name is not opened; the empty name opens any. user is handed to the functions as it is; drop, which
/// may be NULL, ends it when the lock is freed. Where this call fails, drop is not called.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_lock_new_wrapper(
    name: *const c_char,
    len: usize,
    wrap: wimple_wrapper_fn,
    unwrap: wimple_wrapper_fn,
    user: *mut c_void,
    drop: wimple_drop_fn,
    out: Option<&mut MaybeUninit<*mut wimple_lock>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        // SAFETY: the contract of the header promises `len` bytes at `name`, unchanged during the call.
        let name = unsafe { utf8(name, len, "name") }?.to_owned();
        let (wrap, unwrap) = (needed(wrap, "wrap")?, needed(unwrap, "unwrap")?);
        let out = needed(out, "out")?;
        let with = With::Service(Service { name, wrap, unwrap, host: Owned::new(user, drop) });
        out.write(Box::into_raw(Box::new(wimple_lock { with, options: OpenOptions::new() })));
        Ok(())
    })
}

/// What day it is: a file whose primary key has expired by then is not opened.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_lock_set_today(
    lock: Option<&mut wimple_lock>,
    year: u32,
    month: u32,
    day: u32,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let lock = needed(lock, "lock")?;
        lock.options = lock.options.today(date(year, month, day)?);
        Ok(())
    })
}

/// The highest sequence number you have seen of the keyset: an older file is not opened.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_lock_set_least_sequence(
    lock: Option<&mut wimple_lock>,
    sequence: u64,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let lock = needed(lock, "lock")?;
        lock.options = lock.options.least_sequence(sequence);
        Ok(())
    })
}

/// Ends a lock and wipes its passphrase.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_lock_free(lock: Option<Box<wimple_lock>>) {
    end(lock, drop);
}

/// The bytes to encrypt or decrypt: no text, and they are wiped when your function has returned.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_wrapping_key(wrapping: Option<&wimple_wrapping>) -> wimple_str {
    ask(|| wrapping.map(|w| wimple_str { ptr: w.key.as_ptr().cast(), len: w.key.len() }))
}

/// Whose key it is: what key services call associated data or encryption context. Public; the same for both ways.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_wrapping_bound(wrapping: Option<&wimple_wrapping>) -> wimple_str {
    ask(|| wrapping.map(|w| w.bound.as_str().into()))
}

/// Hands in what your key service has made of it; the bytes are copied. Said twice, the later counts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_wrapping_answer(
    wrapping: Option<&mut wimple_wrapping>,
    answer: *const u8,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let wrapping = needed(wrapping, "wrapping")?;
        // SAFETY: the contract of the header promises `len` bytes at `answer`, unchanged during the call.
        let answer = unsafe { bytes(answer, len, "answer") }?;
        wrapping.answer = Some(Zeroizing::new(answer.to_vec()));
        Ok(())
    })
}
