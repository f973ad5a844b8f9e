//! AWS secret access key: what signs in the name of an access key id.
//!
//! Forty characters of base64 that nothing marks, so that only the setting's name tells: `aws_secret_access_key = …`,
//! `SecretAccessKey: …`.
use super::common::{is_dummy, is_example};
use super::keys::{Alphabet, is_mixed};
use crate::catalog::prelude::*;
use crate::text::phrase::{NONE, lead};
use crate::text::words::is_any;

const LENGTH: usize = 40;

pub(super) static ENTRY: Entry = Entry::new("AWS_SECRET_KEY")
    .title("AWS secret access key")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(97)
    .anchors(&[(Anchor::Cue(&["key", "secretaccesskey", "awssecretaccesskey"]), key)])
    .finds(&[
        concat!("aws_secret_access_key = <<", "wJalrXUtnFEMI/K7MDENG", "/bPxRfiCYEXAMPLEKEY>>"),
        concat!("export AWS_SECRET_ACCESS_KEY=<<", "EXAMPLEa1B2c3D4e5F6", "g7H8i9J0k1L2m3N4o5P6q>>"),
        concat!("{\"SecretAccessKey\": \"<<", "EXAMPLEa1B2c3D4e5F6", "g7H8i9J0k1L2m3N4o5+/q>>\"}"),
    ])
    .skips(&[
        ("aws_secret_access_key = YOUR_SECRET_KEY", "a placeholder"),
        (concat!("git_key = ", "EXAMPLEa1B2c3D4e5F6", "g7H8i9J0k1L2m3N4o5P6q"), "another key"),
        (concat!("aws_secret_access_key = ", "EXAMPLEa1B2c3D4e5F6", "g7H8i9J0k1L2"), "too short"),
    ])
    .sources(&["AWS, IAM User Guide, \"Manage access keys for IAM users\""]);

/// What stands before the last word of the setting's name.
static NAMES: [&[u8]; 4] = [b"secret_access_", b"aws_secret_", b"secret access ", b"secret-access-"];

fn key(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let named = NAMES.iter().any(|name| {
        v.slice(probe.at.saturating_sub(name.len()), probe.at).eq_ignore_ascii_case(name)
    });
    if !named && !is_any(v.slice(probe.at, probe.end), &["secretaccesskey", "awssecretaccesskey"]) {
        return None;
    }
    let lead = lead(v, probe.end, &NONE, &NONE, 16);
    let at = lead.at + usize::from(matches!(v.at(lead.at), b'"' | b'\''));
    let end = at + v.slice(at, at + LENGTH + 1).iter().take_while(|&&b| Alphabet::BASE64.holds(b)).count();
    let value = v.slice(at, end);
    (end - at == LENGTH && is_mixed(value) && !is_dummy(value))
        .then(|| Found::new(at, end).cued().specimen(is_example(value)))
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
