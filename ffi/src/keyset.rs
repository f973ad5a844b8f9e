//! Keysets: made, sealed and opened, their keys promoted, disabled and destroyed.
use core::ffi::c_char;
use core::fmt;
use core::mem::MaybeUninit;

use wimple::{Date, KeyInfo, Keyset, TokenRecognizer};

use crate::boundary::{Failure, ask, change, end, make, needed, utf8};
use crate::config::wimple_config;
use crate::input::date;
use crate::lock::wimple_lock;
use crate::status::{wimple_error, wimple_status};
use crate::text::{make_text, wimple_str, wimple_text};

/// The keys of an engine, one of them primary: new tokens are made with that, and each token is opened with the key it
/// names. Ids of keys are eight hexadecimal digits.
pub struct wimple_keyset {
    keyset: Keyset,
    keys: Vec<Shown>,
}

/// What is told of a key.
struct Shown {
    info: KeyInfo,
    created: String,
    expires: String,
}

impl wimple_keyset {
    pub(crate) fn of(keyset: Keyset) -> Self {
        let keys = keyset.keys().into_iter();
        let day = |day: Option<Date>| {
            day.map(|d| format!("{:04}-{:02}-{:02}", d.year, d.month, d.day)).unwrap_or_default()
        };
        let keys =
            keys.map(|info| Shown { created: day(info.created()), expires: day(info.expires()), info });
        wimple_keyset { keys: keys.collect(), keyset }
    }

    pub(crate) fn keyset(&self) -> &Keyset {
        &self.keyset
    }

    /// A change after which the keys count as they are then, also where it failed: they may have been kept already.
    #[cfg(feature = "sqlite")]
    pub(crate) fn keep_changing<T>(
        &mut self,
        how: impl FnOnce(&mut Keyset) -> Result<T, wimple::Error>,
    ) -> Result<T, wimple::Error> {
        let mut changed = self.keyset.clone();
        let done = how(&mut changed);
        *self = wimple_keyset::of(changed);
        done
    }

    /// A change that may be refused; then nothing was changed.
    fn change<T>(
        &mut self,
        how: impl FnOnce(&mut Keyset) -> Result<T, wimple::Error>,
    ) -> Result<(), Failure> {
        let mut changed = self.keyset.clone();
        how(&mut changed)?;
        *self = wimple_keyset::of(changed);
        Ok(())
    }
}

impl fmt::Debug for wimple_keyset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_keyset").finish_non_exhaustive()
    }
}

/// Knows the tokens of a keyset and opens none.
pub struct wimple_token_recognizer(TokenRecognizer);

impl fmt::Debug for wimple_token_recognizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_token_recognizer").finish_non_exhaustive()
    }
}

/// Makes a keyset of one fresh key, enabled and primary.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_keyset_new(
    out: Option<&mut MaybeUninit<*mut wimple_keyset>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || Ok(wimple_keyset::of(Keyset::generate()?)))
}

/// Reads what wimple_keyset_seal has written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_keyset_open(
    text: *const c_char,
    len: usize,
    lock: Option<&wimple_lock>,
    out: Option<&mut MaybeUninit<*mut wimple_keyset>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let text = unsafe { utf8(text, len, "text") }?;
        let lock = needed(lock, "lock")?;
        Ok(wimple_keyset::of(Keyset::open_with(text, lock.lock(), lock.options())?))
    })
}

/// Writes the keyset as JSON: ids, states and dates readable, keys encrypted, everything authenticated.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_keyset_seal(
    keyset: Option<&wimple_keyset>,
    lock: Option<&wimple_lock>,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make_text(out, err, || Ok(needed(keyset, "keyset")?.keyset.seal(needed(lock, "lock")?.lock())?))
}

/// Whether a receipt of a vault is of this keyset and says what it said; white space and the order of its fields do not
/// matter.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_keyset_verify_receipt(
    keyset: Option<&wimple_keyset>,
    receipt: *const c_char,
    len: usize,
    out: Option<&mut MaybeUninit<bool>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let receipt = unsafe { utf8(receipt, len, "receipt") }?;
        let verified = needed(keyset, "keyset")?.keyset.verify_receipt(receipt)?;
        needed(out, "out")?.write(verified);
        Ok(())
    })
}

/// Makes a new key and makes it primary; it is the last of the keys. The old ones stay enabled. Engines that were made
/// before do not see it.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_keyset_rotate(
    keyset: Option<&mut wimple_keyset>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || needed(keyset, "keyset")?.change(Keyset::rotate))
}

/// Makes a new key, enabled and not primary; it is the last of the keys.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_keyset_add(
    keyset: Option<&mut wimple_keyset>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || needed(keyset, "keyset")?.change(Keyset::add))
}

/// A change of one key, named by its id.
///
/// # Safety
/// `id` points to `len` bytes that stay as they are during the call.
unsafe fn change_key(
    keyset: Option<&mut wimple_keyset>,
    (id, len): (*const c_char, usize),
    err: Option<&mut MaybeUninit<wimple_error>>,
    how: impl FnOnce(&mut Keyset, &str) -> Result<(), wimple::Error>,
) -> wimple_status {
    change(err, || {
        let keyset = needed(keyset, "keyset")?;
        // SAFETY: the caller promises the same.
        let id = unsafe { utf8(id, len, "id") }?;
        keyset.change(|keyset| how(keyset, id))
    })
}

/// Makes an enabled key the primary one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_keyset_promote(
    keyset: Option<&mut wimple_keyset>,
    id: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    // SAFETY: the contract of the header promises `len` bytes at `id`, unchanged during the call.
    unsafe { change_key(keyset, (id, len), err, |keyset, id| keyset.promote(id)) }
}

/// Puts a key out of use, which may not be the primary one: its tokens stay closed until it is enabled again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_keyset_disable(
    keyset: Option<&mut wimple_keyset>,
    id: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    // SAFETY: the contract of the header promises `len` bytes at `id`, unchanged during the call.
    unsafe { change_key(keyset, (id, len), err, |keyset, id| keyset.disable(id)) }
}

/// Puts a disabled key into use again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_keyset_enable(
    keyset: Option<&mut wimple_keyset>,
    id: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    // SAFETY: the contract of the header promises `len` bytes at `id`, unchanged during the call.
    unsafe { change_key(keyset, (id, len), err, |keyset, id| keyset.enable(id)) }
}

/// Destroys a key, which may not be the primary one: what was made with it can never be opened. The id stays. Engines made
/// before, and older files, still have it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_keyset_destroy(
    keyset: Option<&mut wimple_keyset>,
    id: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    // SAFETY: the contract of the header promises `len` bytes at `id`, unchanged during the call.
    unsafe { change_key(keyset, (id, len), err, |keyset, id| keyset.destroy(id)) }
}

/// Notes that somebody may have a key who should not: it is never made primary again, and still opens. The mark is never
/// taken back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_keyset_mark_compromised(
    keyset: Option<&mut wimple_keyset>,
    id: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    // SAFETY: the contract of the header promises `len` bytes at `id`, unchanged during the call.
    unsafe { change_key(keyset, (id, len), err, |keyset, id| keyset.mark_compromised(id)) }
}

/// Gives the slot of a destroyed key to the next key that is made. There are nine; a card that was made by fpe names its key
/// by the slot alone, so do it when no such card of the destroyed key is left.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_keyset_free_slot(
    keyset: Option<&mut wimple_keyset>,
    id: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    // SAFETY: the contract of the header promises `len` bytes at `id`, unchanged during the call.
    unsafe { change_key(keyset, (id, len), err, |keyset, id| keyset.free_slot(id)) }
}

/// Notes the day a key was made. 0, 0, 0 takes it back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_keyset_set_created(
    keyset: Option<&mut wimple_keyset>,
    id: *const c_char,
    len: usize,
    year: u32,
    month: u32,
    day: u32,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    // SAFETY: the contract of the header promises `len` bytes at `id`, unchanged during the call.
    unsafe { set_day(keyset, (id, len), (year, month, day), err, Keyset::set_created) }
}

/// Sets the day from which a key shall be primary no more, see wimple_lock_set_today. 0, 0, 0 takes it back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_keyset_set_expires(
    keyset: Option<&mut wimple_keyset>,
    id: *const c_char,
    len: usize,
    year: u32,
    month: u32,
    day: u32,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    // SAFETY: the contract of the header promises `len` bytes at `id`, unchanged during the call.
    unsafe { set_day(keyset, (id, len), (year, month, day), err, Keyset::set_expires) }
}

/// # Safety
/// `id` points to `len` bytes that stay as they are during the call.
unsafe fn set_day(
    keyset: Option<&mut wimple_keyset>,
    (id, len): (*const c_char, usize),
    (year, month, day): (u32, u32, u32),
    err: Option<&mut MaybeUninit<wimple_error>>,
    how: impl FnOnce(&mut Keyset, &str, Option<Date>) -> Result<(), wimple::Error>,
) -> wimple_status {
    change(err, || {
        let keyset = needed(keyset, "keyset")?;
        // SAFETY: the caller promises the same.
        let id = unsafe { utf8(id, len, "id") }?;
        let none = (year, month, day) == (0, 0, 0);
        let day = if none { None } else { Some(date(year, month, day)?) };
        keyset.change(|keyset| how(keyset, id, day))
    })
}

/// The name of the keyset: "ks_" and sixteen hexadecimal digits.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_keyset_id(keyset: Option<&wimple_keyset>) -> wimple_str {
    ask(|| keyset.map(|k| k.keyset.id().into()))
}

/// How many changes the keyset has seen; see wimple_lock_set_least_sequence.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_keyset_sequence(keyset: Option<&wimple_keyset>) -> u64 {
    ask(|| keyset.map(|k| k.keyset.sequence()))
}

/// How many keys there are, destroyed ones included; the oldest has index 0.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_keyset_count(keyset: Option<&wimple_keyset>) -> usize {
    ask(|| keyset.map(|k| k.keys.len()))
}

/// The id of a key.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_keyset_key_id(keyset: Option<&wimple_keyset>, index: usize) -> wimple_str {
    ask(|| keyset?.keys.get(index).map(|key| key.info.id().into()))
}

/// "enabled", "disabled" or "destroyed".
#[unsafe(no_mangle)]
pub extern "C" fn wimple_keyset_key_status(keyset: Option<&wimple_keyset>, index: usize) -> wimple_str {
    ask(|| keyset?.keys.get(index).map(|key| key.info.status().name().into()))
}

/// Whether new tokens are made with it.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_keyset_key_is_primary(keyset: Option<&wimple_keyset>, index: usize) -> bool {
    ask(|| keyset?.keys.get(index).map(|key| key.info.is_primary()))
}

/// Whether somebody may have it who should not.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_keyset_key_is_compromised(keyset: Option<&wimple_keyset>, index: usize) -> bool {
    ask(|| keyset?.keys.get(index).map(|key| key.info.is_compromised()))
}

/// The day it was made, "2026-11-23"; empty where nobody has said it.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_keyset_key_created(keyset: Option<&wimple_keyset>, index: usize) -> wimple_str {
    ask(|| keyset?.keys.get(index).map(|key| key.created.as_str().into()))
}

/// The day from which it shall be primary no more; empty where nobody has said it.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_keyset_key_expires(keyset: Option<&wimple_keyset>, index: usize) -> wimple_str {
    ask(|| keyset?.keys.get(index).map(|key| key.expires.as_str().into()))
}

/// Ends a keyset. Its keys are wiped when the last config, engine and session made with them have ended, too.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_keyset_free(keyset: Option<Box<wimple_keyset>>) {
    end(keyset, drop);
}

/// Gives a config the keys of the operators tokenize, encrypt, fpe, pseudonym, shift_date and hash, and of sealed sessions:
/// as they are now.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_config_set_keyset(
    config: Option<&mut wimple_config>,
    keyset: Option<&wimple_keyset>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let config = needed(config, "config")?;
        let keyset = needed(keyset, "keyset")?.keyset.clone();
        config.builder = core::mem::take(&mut config.builder).keyset(keyset);
        Ok(())
    })
}

/// Takes the recognition keys out of a keyset: they tell its tokens from other texts, and open none.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_keyset_export_recognizer(
    keyset: Option<&wimple_keyset>,
    out: Option<&mut MaybeUninit<*mut wimple_token_recognizer>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || Ok(wimple_token_recognizer(needed(keyset, "keyset")?.keyset.export_recognizer())))
}

/// Reads what wimple_token_recognizer_seal has written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_token_recognizer_open(
    text: *const c_char,
    len: usize,
    lock: Option<&wimple_lock>,
    out: Option<&mut MaybeUninit<*mut wimple_token_recognizer>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        // SAFETY: the contract of the header promises `len` bytes there, unchanged during the call.
        let text = unsafe { utf8(text, len, "text") }?;
        let lock = needed(lock, "lock")?;
        Ok(wimple_token_recognizer(TokenRecognizer::open_with(text, lock.lock(), lock.options())?))
    })
}

/// Writes a token recognizer as JSON, as wimple_keyset_seal does with a keyset.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_token_recognizer_seal(
    recognizer: Option<&wimple_token_recognizer>,
    lock: Option<&wimple_lock>,
    out: Option<&mut MaybeUninit<*mut wimple_text>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make_text(out, err, || Ok(needed(recognizer, "recognizer")?.0.seal(needed(lock, "lock")?.lock())?))
}

/// Ends a token recognizer.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_token_recognizer_free(recognizer: Option<Box<wimple_token_recognizer>>) {
    end(recognizer, drop);
}

/// Lets an engine know tokens it cannot open, beside those of its keyset: nothing is looked for in them. Said more than once,
/// all count.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_config_add_token_recognizer(
    config: Option<&mut wimple_config>,
    recognizer: Option<&wimple_token_recognizer>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let config = needed(config, "config")?;
        let recognizer = needed(recognizer, "recognizer")?.0.clone();
        config.builder = core::mem::take(&mut config.builder).token_recognizer(recognizer);
        Ok(())
    })
}
