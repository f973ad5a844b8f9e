//! Version numbers: dotted numbers that a word calls a version.
use crate::catalog::prelude::*;
use crate::text::words::{is_any, previous_word};

pub(super) static ENTRY: Entry = Entry::new("VERSION_NUMBER")
    .title("Version number")
    .category(Category::Benign)
    .sensitivity(Sensitivity::Low)
    .score(60)
    .anchors(&[(Anchor::Rival, after_version)])
    .finds(&["version <<1.2.3.4>>", "firmware <<10.20.30.40>>", "since v<<2.30.8.6>>"])
    .skips(&[
        ("192.0.2.1", "nobody calls it a version"),
        ("the new version is late", "no number"),
        ("version two", "no dots"),
    ])
    .sources(&["Semantic Versioning 2.0.0 and common use"]);

const WORDS: [&str; 16] = [
    "version", "versions", "versión", "ver", "v", "firmware", "build", "release", "update", "driver", "software", "app",
    "ios", "android", "chrome", "kernel",
];

/// A candidate of digits and dots right after such a word.
fn after_version(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let dotted = v.slice(probe.at, probe.end).iter().all(|b| b.is_ascii_digit() || *b == b'.');
    let before = v.before(probe.at);
    let word = is_any(previous_word(v, probe.at).1, &WORDS);
    (dotted && (word || matches!(before, b'v' | b'V'))).then(|| Found::new(probe.at, probe.end).cued())
}
