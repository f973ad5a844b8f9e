//! How a call went: a number that is returned, and a message on the caller's stack.
use core::ffi::c_char;

use wimple::ErrorCode;

/// How a call went. The same numbers in Rust, C and Python; more may be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum wimple_status {
    /// It went well.
    Ok = 0,
    /// An object or a buffer that is needed was NULL.
    NullPointer = 100,
    /// A text is not valid UTF-8; the message says at which byte.
    InvalidUtf8 = 101,
    /// An argument is outside the values it may take.
    InvalidArgument = 102,
    /// A policy is wrong; the message says where.
    Policy = 200,
    /// A pattern of a policy does not compile or is too large.
    Pattern = 201,
    /// A limit was exceeded.
    Limit = 300,
    /// An operator cannot apply to a value.
    Operator = 400,
    /// The operating system gave no randomness.
    Random = 500,
    /// A callback stopped the call.
    Callback = 600,
    /// A keyset cannot be written, read or changed; the message says why.
    Keyset = 700,
    /// A token cannot be made, or there are no keys to open one.
    Token = 710,
    /// The vault gave no answer.
    Vault = 720,
    /// A session cannot be sealed or resumed.
    Session = 730,
    /// A bug inside Wimple; the call had no effect.
    Panic = 900,
}

impl From<ErrorCode> for wimple_status {
    fn from(code: ErrorCode) -> Self {
        match code {
            ErrorCode::NullPointer => wimple_status::NullPointer,
            ErrorCode::InvalidUtf8 => wimple_status::InvalidUtf8,
            ErrorCode::InvalidArgument => wimple_status::InvalidArgument,
            ErrorCode::Policy => wimple_status::Policy,
            ErrorCode::Pattern => wimple_status::Pattern,
            ErrorCode::Limit => wimple_status::Limit,
            ErrorCode::Operator => wimple_status::Operator,
            ErrorCode::Random => wimple_status::Random,
            ErrorCode::Callback => wimple_status::Callback,
            ErrorCode::Keyset => wimple_status::Keyset,
            ErrorCode::Token => wimple_status::Token,
            ErrorCode::Vault => wimple_status::Vault,
            ErrorCode::Session => wimple_status::Session,
            // A code this table does not know is a bug of ours, and the call failed all the same.
            _ => wimple_status::Panic,
        }
    }
}

/// What went wrong. Lives on your stack; nothing to free.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct wimple_error {
    /// A wimple_status.
    pub status: u32,
    /// UTF-8, always NUL-terminated, cut between two characters where it is too long. Empty on success.
    pub message: [c_char; 252],
}

impl core::fmt::Debug for wimple_error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("wimple_error").field("status", &self.status).finish_non_exhaustive()
    }
}

impl wimple_error {
    /// `message` up to the last character that fits before the closing NUL.
    pub(crate) fn new(status: wimple_status, message: &str) -> Self {
        let mut error = wimple_error { status: status as u32, message: [0; 252] };
        let room = error.message.len() - 1;
        let fitting =
            message.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= room).last();
        // zip also keeps the last place, which stays NUL, from being written.
        for (place, byte) in error.message.iter_mut().zip(message.bytes().take(fitting.unwrap_or(0))) {
            // A NUL inside would end the message for a reader in C.
            *place = if byte == 0 { b' ' as c_char } else { byte as c_char };
        }
        error
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(error: &wimple_error) -> String {
        let bytes: Vec<u8> = error.message.iter().map(|c| *c as u8).take_while(|b| *b != 0).collect();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn messages_are_cut_on_character_edges_and_end_in_nul() {
        for filler in 0..8 {
            for character in ["a", "é", "語", "😀"] {
                let long = "x".repeat(filler) + &character.repeat(300);
                let error = wimple_error::new(wimple_status::Policy, &long);
                let kept = read(&error);
                assert!(long.starts_with(&kept) && kept.len() <= 251);
                assert!(kept.len() + character.len() > 251, "no room is wasted");
                assert_eq!(error.message[251], 0);
            }
        }
        let short = wimple_error::new(wimple_status::Policy, "a\0b");
        assert_eq!(read(&short), "a b");
        assert_eq!(read(&wimple_error::new(wimple_status::Ok, "")), "");
    }

    #[test]
    fn codes_keep_their_numbers() {
        use ErrorCode::*;
        for code in [
            NullPointer,
            InvalidUtf8,
            InvalidArgument,
            Policy,
            Pattern,
            Limit,
            Operator,
            Random,
            Callback,
            Keyset,
            Token,
            Vault,
            Session,
            Panic,
        ] {
            assert_eq!(wimple_status::from(code) as u32, code as u32);
        }
    }
}
