//! Slack token, or the address of an incoming webhook.
//!
//! `xoxb-` (bot), `xoxp-` (user), `xoxa-`, `xoxc-`, `xoxo-`, `xoxr-`, `xoxs-` and parts joined by dashes, the first of
//! digits and the last of eight or more letters and digits; `xoxd-` (a browser's cookie); `xoxe-1-`, `xoxe.xoxb-1-`,
//! `xoxe.xoxp-1-` (tokens that are rotated); `xapp-1-` (app); `xwfp-` (workflow). Whoever knows the address of a webhook
//! may post there, so that `hooks.slack.com/services/T…/B…/…` is a secret as a whole.
use super::common::is_dummy;
use super::keys::{Alphabet, Key, Keys, cues, find, is_mixed};
use crate::catalog::prelude::*;
use crate::text::view::is_wordy;
use crate::text::words::is_word;

pub(super) static ENTRY: Entry = Entry::new("SLACK_TOKEN")
    .title("Slack token or webhook")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(95)
    .anchors(&[(Anchor::Cue(&CUES), token), (Anchor::Cue(&["hooks"]), webhook)])
    .finds(&[
        concat!("xo", "xb-", "123456789012-1234567890123-EXAMPLEa1B2c3D4e5F6g7H8i"),
        concat!(
            "slack token: <<",
            "xo",
            "xp-",
            "123456789012-123456789012-1234567890123-0123456789abcdefEXAMPLE0123456789>>"
        ),
        concat!(
            "SLACK_APP_TOKEN=<<",
            "xa",
            "pp-1-",
            "A0EXAMPLE0-1234567890123-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef>>"
        ),
        concat!(
            "it posts to <<https://hooks.",
            "slack.com/services/",
            "T0EXAMPLE/B0EXAMPLE/a1B2c3D4e5F6g7H8i9J0k1L2>>."
        ),
        concat!(
            "<<",
            "xo",
            "xe.",
            "xo",
            "xp-1-",
            "Mi0yLTEyMzQ1Njc4OTAxMi1FWEFNUExFLWV4YW1wbGUtZXhhbXBsZQ>> has expired"
        ),
    ])
    .skips(&[
        (concat!("xo", "xb-", "your-token-here"), "a placeholder"),
        (concat!("xo", "xb-", "xxxxxxxxxxxx-xxxxxxxxxxxxx-xxxxxxxxxxxxxxxxxxxxxxxx"), "a placeholder"),
        (
            concat!("hooks.", "slack.com/services/", "T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX"),
            "Slack's own placeholder",
        ),
        (concat!("tokens start with ", "xo", "xb-"), "a prefix alone"),
        ("https://slack.com/help/articles/115005265703", "a page"),
        (concat!("hooks.", "slack.com/services"), "no secret in it"),
    ])
    .sources(&[
        "Slack API, \"Tokens\": kinds of tokens and their prefixes",
        "Slack API, \"Token rotation\"; \"Sending messages using incoming webhooks\"",
    ]);

static CUES: [&str; ROWS.len()] = cues(ROWS);

pub(super) static KEYS: Keys = Keys::of(ROWS);

static ROWS: &[Key] = &[
    Key::new("xoxb-", Alphabet::DASHED, 20, 255).check(parts).by("Slack"),
    Key::new("xoxp-", Alphabet::DASHED, 20, 255).check(parts).by("Slack"),
    Key::new("xoxa-", Alphabet::DASHED, 20, 255).check(parts).by("Slack"),
    Key::new("xoxc-", Alphabet::DASHED, 20, 255).check(parts).by("Slack"),
    Key::new("xoxo-", Alphabet::DASHED, 20, 255).check(parts).by("Slack"),
    Key::new("xoxr-", Alphabet::DASHED, 20, 255).check(parts).by("Slack"),
    Key::new("xoxs-", Alphabet::DASHED, 20, 255).check(parts).by("Slack"),
    Key::new("xoxd-", Alphabet::ESCAPED, 40, 512).by("Slack"),
    Key::new("xoxe-1-", Alphabet::URL, 40, 512).by("Slack"),
    Key::new("xoxe.xoxb-1-", Alphabet::URL, 40, 512).by("Slack"),
    Key::new("xoxe.xoxp-1-", Alphabet::URL, 40, 512).by("Slack"),
    Key::new("xapp-1-", Alphabet::DASHED, 40, 255).by("Slack"),
    Key::new("xwfp-", Alphabet::DASHED, 20, 255).check(parts).by("Slack"),
];

fn token(probe: &Probe<'_>) -> Option<Found> {
    // The second half of `xoxe.xoxp-…`, which is found at its first.
    let half = probe.view.before(probe.at) == b'.'
        && is_word(probe.view.slice(probe.at.saturating_sub(5), probe.at), "xoxe.");
    if half { None } else { find(probe, &KEYS) }
}

/// Digits first, letters and digits last.
fn parts(body: &[u8]) -> Option<Verdict> {
    let mut parts = body.split(|&b| b == b'-');
    let (first, last) = (parts.next()?, parts.next_back()?);
    (first.iter().all(u8::is_ascii_digit) && last.len() >= 8 && is_mixed(last) && !is_dummy(last))
        .then_some(Verdict::Unknown)
}

/// `hooks.slack.com/services/T…/B…/…`, with its `https://`.
fn webhook(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let host = ["hooks.slack.com/", "hooks.slack-gov.com/"]
        .into_iter()
        .find(|host| is_word(v.slice(probe.at, probe.at + host.len()), host))?;
    let path = probe.at + host.len();
    let kind = ["services/", "workflows/", "triggers/"]
        .into_iter()
        .find(|kind| v.slice(path, path + kind.len()) == kind.as_bytes())?;
    let body = path + kind.len();
    let mut end = body;
    while end - body < 256 && (Alphabet::NAME.holds(v.at(end)) || v.at(end) == b'/') {
        end += 1;
    }
    while v.before(end) == b'/' {
        end -= 1;
    }
    let last = v.slice(body, end).rsplit(|&b| b == b'/').next()?;
    if last.len() < 16 || end - body < last.len() + 8 || !is_mixed(last) || is_dummy(last) {
        return None;
    }
    let mut start = probe.at;
    for scheme in ["https://", "http://"] {
        let from = probe.at.saturating_sub(scheme.len());
        if v.slice(from, probe.at) == scheme.as_bytes() {
            start = from;
        }
    }
    (!is_wordy(v.before(start)) || start < probe.at).then(|| Found::new(start, end).cued())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues, finds};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }

    #[test]
    fn other_addresses() {
        for text in [
            concat!("<<hooks.", "slack.com/workflows/", "T0EXAMPLE/A0EXAMPLE/123456789/a1B2c3D4e5F6g7H8>>"),
            concat!(
                "{\"url\":\"<<https://hooks.",
                "slack.com/triggers/",
                "T0EXAMPLE/123456789/0a1b2c3d4e5f6071>>\"}"
            ),
        ] {
            finds(&ENTRY, cues, text);
        }
    }
}
