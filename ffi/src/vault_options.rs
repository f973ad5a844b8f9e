//! How a vault on disk is opened.
use core::fmt;
use core::mem::MaybeUninit;
use core::time::Duration;

use wimple_sqlite::Options;

use crate::boundary::{change, end, make, needed};
use crate::input::date;
use crate::status::{wimple_error, wimple_status};

/// How a vault on disk is opened: at first it waits five seconds for others, and has no limit of size.
pub struct wimple_vault_options(Options);

impl wimple_vault_options {
    /// What was set; the defaults where there is nothing.
    pub(crate) fn given(options: Option<&wimple_vault_options>) -> Options {
        options.map_or_else(Options::new, |options| options.0.clone())
    }

    fn set(&mut self, how: impl FnOnce(Options) -> Options) {
        self.0 = how(core::mem::take(&mut self.0));
    }
}

impl fmt::Debug for wimple_vault_options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_vault_options").finish_non_exhaustive()
    }
}

/// Makes the options of a vault on disk.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_options_new(
    out: Option<&mut MaybeUninit<*mut wimple_vault_options>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || Ok(wimple_vault_options(Options::new())))
}

/// How many milliseconds a call waits for other threads and processes before it fails.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_options_set_wait(
    options: Option<&mut wimple_vault_options>,
    milliseconds: u32,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let wait = Duration::from_millis(milliseconds.into());
        needed(options, "options")?.set(|options| options.wait(wait));
        Ok(())
    })
}

/// The most bytes the file may have; a call that needs more fails and changes nothing.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_options_set_max_bytes(
    options: Option<&mut wimple_vault_options>,
    bytes: u64,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        needed(options, "options")?.set(|options| options.most_bytes(bytes));
        Ok(())
    })
}

/// What day it is, instead of the system's clock.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_options_set_today(
    options: Option<&mut wimple_vault_options>,
    year: u32,
    month: u32,
    day: u32,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let day = date(year, month, day)?;
        needed(options, "options")?.set(|options| options.today(day));
        Ok(())
    })
}

/// Values can be found and restored; every change fails.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_options_set_read_only(
    options: Option<&mut wimple_vault_options>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        needed(options, "options")?.set(Options::read_only);
        Ok(())
    })
}

/// Has the whole file checked when it is opened.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_options_set_quick_check(
    options: Option<&mut wimple_vault_options>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        needed(options, "options")?.set(Options::quick_check);
        Ok(())
    })
}

/// Also opens a file on a network file system, where it will be damaged unless locks and shared memory work there.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_options_set_any_file_system(
    options: Option<&mut wimple_vault_options>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        needed(options, "options")?.set(Options::any_file_system);
        Ok(())
    })
}

/// Ends options. Vaults opened with them stay as they are.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_options_free(options: Option<Box<wimple_vault_options>>) {
    end(options, drop);
}
