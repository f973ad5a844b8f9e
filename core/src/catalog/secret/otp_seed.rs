//! Seed of one-time codes: the `secret` of an `otpauth:` link, which an authenticator's QR code holds.
//!
//! # Check
//! The seed is base32, sixteen characters or more.
use super::common::is_dummy;
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::view::is_wordy;

pub(super) static ENTRY: Entry = Entry::new("OTP_SEED")
    .title("Seed of one-time codes")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(97)
    .anchors(&[(Anchor::Cue(&["otpauth"]), seed)])
    .finds(&[
        concat!("otpauth://totp/Acme:bo?secret=<<", "JBSWY3DPEHPK3PXP", "EXAMPLE2>>&issuer=Acme"),
        concat!("scan otpauth://hotp/bo?counter=1&secret=<<", "EXAMPLE2JBSWY3DPEHPK3PXP", ">>"),
        concat!("otpauth://totp/bo?algorithm=SHA1&secret=<<", "ABCDEFGH234567ABCDEFGHEXAMPLE2", ">>&period=30"),
    ])
    .skips(&[
        ("otpauth://totp/Acme:bo?issuer=Acme", "no seed in it"),
        ("otpauth://totp/Acme:bo?secret=AAAAAAAAAAAAAAAA", "a placeholder"),
        ("the otpauth secret=JBSW", "no such link"),
    ])
    .sources(&["Google Authenticator, \"Key URI format\"", "RFC 4648, section 6 (base32)"]);

static BASE32: ByteSet = ByteSet::of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz234567");

fn seed(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if v.slice(probe.end, probe.end + 3) != b"://" {
        return None;
    }
    let link = v.slice(probe.end, probe.end + 400);
    let link = link.split(|b| *b <= b' ').next()?;
    let name = b"secret=";
    let at = probe.end + link.windows(name.len()).position(|w| w == name)? + name.len();
    let end = at + BASE32.run(v.slice(at, at + 257));
    let value = v.slice(at, end);
    ((16..=256).contains(&value.len()) && !is_wordy(v.at(end)) && !is_dummy(value))
        .then(|| Found::new(at, end).verdict(Verdict::Valid).cued())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }
}
