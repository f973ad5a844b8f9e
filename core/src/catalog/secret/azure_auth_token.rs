//! Key or secret of Azure: of a storage, search, batch or other account, of an application, of Azure DevOps.
//!
//! Newer keys are 84 letters and digits with the mark `JQQJ99` in the 53rd place; tokens of Azure DevOps have `AZDO` in
//! the 77th besides. The secret of an application has `7Q~` or `8Q~` behind its first three characters and is 37 to 40
//! long. Keys in connection strings, and signatures in links, are types of their own.
use super::common::is_dummy;
use super::keys::is_mixed;
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::view::is_wordy;

pub(super) static ENTRY: Entry = Entry::new("AZURE_AUTH_TOKEN")
    .title("Azure key or client secret")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(95)
    .anchors(&[(Anchor::Token, marked), (Anchor::Token, client)])
    .finds(&[
        concat!("EXAMPLE0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHI", "JQQ", "J99", "BAACAAAAAAAEXAMPLEAAZDOa1B"),
        concat!("AZURE_CLIENT_SECRET=<<", "abc", "8Q~", "EXAMPLE0123456789abcdefghijklmnopq>>"),
        concat!("the client secret is <<", "X1y", "7Q~", "EXAMPLE0123456789abcdefghijklmno>>."),
    ])
    .skips(&[
        (concat!("abc", "8Q~", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"), "a placeholder"),
        (concat!("abc", "8Q~", "EXAMPLE012345678"), "too short"),
        ("EXAMPLE0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHI", "no mark"),
    ])
    .sources(&[
        "Microsoft, \"Identifiable keys\": common annotated security keys",
        "Microsoft Entra documentation, \"Client secrets\"; Azure DevOps documentation, \"Personal access tokens\"",
    ]);

fn marked(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if probe.end - probe.at != 84 || v.slice(probe.at + 52, probe.at + 58) != b"JQQJ99" {
        return None;
    }
    let key = v.slice(probe.at, probe.end);
    let edges = !is_wordy(v.before(probe.at)) && !is_wordy(v.at(probe.end));
    (edges && is_mixed(key) && !is_dummy(key)).then(|| Found::new(probe.at, probe.end).cued())
}

static SIGNS: ByteSet = ByteSet::with("_~.-");

fn client(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if !matches!(v.before(probe.at), b'~' | b'.' | b'_' | b'-') {
        return None;
    }
    let left = v.slice(probe.at.saturating_sub(30), probe.at);
    let mark = left.windows(3).rposition(|w| matches!(w, [b'7' | b'8', b'Q', b'~']))?;
    let start = (probe.at - left.len() + mark).checked_sub(3)?;
    let mut end = start + SIGNS.run(v.slice(start, start + 42));
    if v.before(end) == b'.' {
        end -= 1;
    }
    let value = v.slice(start, end);
    let edges = !SIGNS.holds(v.before(start)) && value.iter().take(3).all(|&b| SIGNS.holds(b));
    let secret = value.get(6..)?;
    ((37..=40).contains(&value.len()) && edges && is_mixed(secret) && !is_dummy(secret))
        .then(|| Found::new(start, end).cued())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, tokens};

    #[test]
    fn examples() {
        conforms(&ENTRY, tokens);
    }
}
