//! AWS access key id.
//!
//! Twenty characters: `AKIA` (a user's key) or `ASIA` (a temporary one) and sixteen of `A–Z`, `2–7`. There is no check
//! digit; the prefix and the alphabet say enough. The id alone opens nothing, but it names the account and mostly
//! stands beside its secret.
//!
//! # Sources
//! AWS, "IAM identifiers", table of unique id prefixes; the documentation's examples end in `EXAMPLE`.
use crate::catalog::prelude::*;
use crate::text::view::is_wordy;

pub(super) static ENTRY: Entry = Entry::new("AWS_ACCESS_KEY")
    .title("AWS access key id")
    .category(Category::Secret)
    .sensitivity(Sensitivity::High)
    .score(95)
    .context(&["aws", "amazon", "access", "key", "iam", "credentials"])
    .anchors(&[(Anchor::Begins(&["AKIA", "ASIA"]), key)])
    .finds(&[
        concat!("AKIA", "IOSFODNN7EXAMPLE"),
        concat!("aws_access_key_id = <<", "ASIA", "IOSFODNN7EXAMPLE>>"),
        concat!("the key <<", "AKIA", "QQQQQQQQQQQQQQQQ>> was posted"),
    ])
    .skips(&[
        (concat!("AKIA", "IOSFODNN7EXAMPL"), "nineteen characters"),
        (concat!("AKIA", "IOSFODNN7EXAMPLEX"), "twenty-one characters"),
        (concat!("AKIA", "IOSFODNN18EXAMPL"), "1 and 8 are not in the alphabet"),
        (concat!("akia", "iosfodnn7example"), "small letters"),
    ])
    .sources(&["AWS, IAM User Guide, \"IAM identifiers\""]);

fn key(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if probe.end.checked_sub(probe.at)? != 20 {
        return None;
    }
    let run = v.slice(probe.at, probe.end);
    let rest = run.strip_prefix(b"AKIA").or_else(|| run.strip_prefix(b"ASIA"))?;
    if !rest.iter().all(|b| matches!(b, b'A'..=b'Z' | b'2'..=b'7')) {
        return None;
    }
    // Inside a longer chain of base64 it is chance.
    let (before, after) = (v.before(probe.at), v.at(probe.end));
    if is_wordy(before) || is_wordy(after) || before == b'+' || after == b'+' {
        return None;
    }
    Some(Found::new(probe.at, probe.end).cued().specimen(rest.ends_with(b"EXAMPLE")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, tokens};

    #[test]
    fn examples() {
        conforms(&ENTRY, tokens);
    }

    #[test]
    fn the_documentation_key_is_a_specimen() {
        let text = concat!("AKIA", "IOSFODNN7EXAMPLE");
        assert!(tokens(&ENTRY, text)[0].specimen);
        let text = concat!("AKIA", "QQQQQQQQQQQQQQQQ");
        assert!(!tokens(&ENTRY, text)[0].specimen);
    }
}
