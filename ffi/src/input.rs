//! What is known about a text beside its bytes, set once and used for many calls.
use core::ffi::c_char;
use core::fmt;
use core::mem::MaybeUninit;

use wimple::{Date, Input, Speaker, Turn};
use zeroize::Zeroize;

use crate::boundary::{Failure, change, end, make, needed, utf8};
use crate::status::{wimple_error, wimple_status};

/// wimple_input_set_speaker: who is served speaks. So it is where nothing is said.
pub const WIMPLE_SPEAKER_CUSTOMER: u32 = 0;

/// wimple_input_set_speaker: a person who serves speaks.
pub const WIMPLE_SPEAKER_AGENT: u32 = 1;

/// wimple_input_set_speaker: a program that serves speaks.
pub const WIMPLE_SPEAKER_BOT: u32 = 2;

/// wimple_input_set_speaker: the platform speaks.
pub const WIMPLE_SPEAKER_SYSTEM: u32 = 3;

/// What is known about a text beside its bytes. Where a function takes one, NULL means nothing is known.
pub struct wimple_input {
    path: String,
    region: String,
    role: String,
    tenant: String,
    subject: String,
    today: Option<Date>,
    speaker: Speaker,
    turn: String,
    at: Option<u64>,
}

impl fmt::Debug for wimple_input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_input").finish_non_exhaustive()
    }
}

/// The core's input for `text` with the hints of `input`.
pub(crate) fn hinted<'t>(text: &'t str, input: Option<&'t wimple_input>) -> Input<'t> {
    let Some(hints) = input else {
        return Input::new(text);
    };
    let known = Input::new(text).path(&hints.path).region(&hints.region).role(&hints.role);
    let known = known.tenant(&hints.tenant).subject(&hints.subject);
    match hints.today {
        Some(today) => known.today(today),
        None => known,
    }
}

/// The core's turn of a conversation for `text`, as `input` says.
pub(crate) fn said<'t>(text: &'t str, input: Option<&'t wimple_input>) -> Turn<'t> {
    let turn = Turn::new(hinted(text, input));
    let Some(hints) = input else {
        return turn;
    };
    let turn = turn.speaker(hints.speaker).id(&hints.turn);
    hints.at.map_or(turn, |at| turn.at(at))
}

/// Makes an input without hints.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_input_new(
    out: Option<&mut MaybeUninit<*mut wimple_input>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        Ok(wimple_input {
            path: String::new(),
            region: String::new(),
            role: String::new(),
            tenant: String::new(),
            subject: String::new(),
            today: None,
            speaker: Speaker::Customer,
            turn: String::new(),
            at: None,
        })
    })
}

/// Where the text came from: a JSON pointer ("/customer/ssn"), a column, a header. Policies may name paths, and the
/// words of its last part count as context. The empty text takes the hint back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_input_set_path(
    input: Option<&mut wimple_input>,
    path: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let input = needed(input, "input")?;
        // SAFETY: the contract of the header promises `len` bytes at `path`, unchanged during the call.
        let path = unsafe { utf8(path, len, "path") }?;
        replace(&mut input.path, path);
        Ok(())
    })
}

/// The region whose national forms are meant, as an ISO 3166 country code ("US", "GB"). The empty text takes the hint
/// back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_input_set_region(
    input: Option<&mut wimple_input>,
    region: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let input = needed(input, "input")?;
        // SAFETY: the contract of the header promises `len` bytes at `region`, unchanged during the call.
        let region = unsafe { utf8(region, len, "region") }?;
        replace(&mut input.region, region);
        Ok(())
    })
}

/// Who will see the text: "billing". Policies may show a role more of a value. The empty text takes the hint back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_input_set_role(
    input: Option<&mut wimple_input>,
    role: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let input = needed(input, "input")?;
        // SAFETY: the contract of the header promises `len` bytes at `role`, unchanged during the call.
        let role = unsafe { utf8(role, len, "role") }?;
        replace(&mut input.role, role);
        Ok(())
    })
}

/// Whose customer the text is about, where one host serves several: keys of one tenant open nothing of another. The empty
/// text takes the hint back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_input_set_tenant(
    input: Option<&mut wimple_input>,
    tenant: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let input = needed(input, "input")?;
        // SAFETY: the contract of the header promises `len` bytes at `tenant`, unchanged during the call.
        let tenant = unsafe { utf8(tenant, len, "tenant") }?;
        replace(&mut input.tenant, tenant);
        Ok(())
    })
}

/// Whom the text is about: the number or name by which the host knows the person. shift_date needs it. The empty text
/// takes the hint back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_input_set_subject(
    input: Option<&mut wimple_input>,
    subject: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let input = needed(input, "input")?;
        // SAFETY: the contract of the header promises `len` bytes at `subject`, unchanged during the call.
        let subject = unsafe { utf8(subject, len, "subject") }?;
        replace(&mut input.subject, subject);
        Ok(())
    })
}

/// Who says it, for wimple_session_redact: one of WIMPLE_SPEAKER_.... What an agent or a bot asks for is known in the
/// customer's bare answer. Another number is refused with WIMPLE_STATUS_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_input_set_speaker(
    input: Option<&mut wimple_input>,
    speaker: u32,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let input = needed(input, "input")?;
        input.speaker = match speaker {
            WIMPLE_SPEAKER_CUSTOMER => Speaker::Customer,
            WIMPLE_SPEAKER_AGENT => Speaker::Agent,
            WIMPLE_SPEAKER_BOT => Speaker::Bot,
            WIMPLE_SPEAKER_SYSTEM => Speaker::System,
            _ => return Err(Failure::argument("speaker is none of the WIMPLE_SPEAKER_ constants")),
        };
        Ok(())
    })
}

/// By what the host knows the message, for wimple_session_redact: a later turn may revise it. The empty text takes it back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wimple_input_set_turn(
    input: Option<&mut wimple_input>,
    turn: *const c_char,
    len: usize,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let input = needed(input, "input")?;
        // SAFETY: the contract of the header promises `len` bytes at `turn`, unchanged during the call.
        let turn = unsafe { utf8(turn, len, "turn") }?;
        replace(&mut input.turn, turn);
        Ok(())
    })
}

/// When it was said, for wimple_session_redact, in seconds since whenever the host counts from: a question is open for
/// ten minutes where both turns say when they were.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_input_set_time(
    input: Option<&mut wimple_input>,
    seconds: u64,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        needed(input, "input")?.at = Some(seconds);
        Ok(())
    })
}

/// Today's date, for the plausibility of birth and expiry dates: the library reads no clock. A day that is not in the
/// calendar is refused with WIMPLE_STATUS_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_input_set_today(
    input: Option<&mut wimple_input>,
    year: u32,
    month: u32,
    day: u32,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let input = needed(input, "input")?;
        input.today = Some(date(year, month, day)?);
        Ok(())
    })
}

pub(crate) fn date(year: u32, month: u32, day: u32) -> Result<Date, Failure> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    let wrong = || Failure::argument("year, month and day are no date");
    if !(1..=9999).contains(&year) || !(1..=days).contains(&day) {
        return Err(wrong());
    }
    let part = |number: u32| u8::try_from(number).map_err(|_| wrong());
    Ok(Date { year: u16::try_from(year).map_err(|_| wrong())?, month: part(month)?, day: part(day)? })
}

/// Ends an input.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_input_free(input: Option<Box<wimple_input>>) {
    end(input, |mut i| {
        i.path.zeroize();
        i.region.zeroize();
        i.role.zeroize();
        i.tenant.zeroize();
        i.subject.zeroize();
    });
}

fn replace(old: &mut String, new: &str) {
    old.zeroize();
    *old = new.to_owned();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for (year, month, day) in [(2026, 11, 23), (2024, 2, 29), (2000, 2, 29), (1, 1, 1), (9999, 12, 31)] {
            assert!(date(year, month, day).is_ok(), "{year}-{month}-{day}");
        }
        let wrong = [(2026, 2, 29), (1900, 2, 29), (2026, 0, 1), (2026, 13, 1), (2026, 4, 31), (2026, 1, 0)];
        for (year, month, day) in
            wrong.into_iter().chain([(0, 1, 1), (10_000, 1, 1), (2026, 257, 1), (2026, 1, 257)])
        {
            assert!(date(year, month, day).is_err(), "{year}-{month}-{day}");
        }
    }
}
