//! Version numbers: dotted numbers that a word calls a version.
use crate::catalog::prelude::*;
use crate::text::word_set::WordSet;
use crate::text::words::{skip_spaces_back, word_start};

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

static WORDS: WordSet<32> = WordSet::of(&[
    "version versions versión ver v firmware build release update driver software app ios android",
    "chrome kernel",
]);

/// A candidate of digits and dots right after such a word.
fn after_version(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    // What stands before most candidates ends like none of the words.
    let end = probe.at - usize::from(v.before(probe.at) == b' ');
    let (last, other) = (v.before(end), v.at(end.wrapping_sub(2)));
    let may = matches!(last, b'v' | b'V' | b' ' | b'\t') || WORDS.ends(other, last);
    if may && v.at(probe.at).is_ascii_digit() && v.before(probe.end).is_ascii_digit() {
        judge(probe)
    } else {
        None
    }
}

#[inline(never)]
fn judge(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let end = skip_spaces_back(v, probe.at, 4);
    let called = matches!(v.before(probe.at), b'v' | b'V')
        || WORDS.hold(v, word_start(v, end), end);
    let dotted = || v.slice(probe.at, probe.end).iter().all(|b| b.is_ascii_digit() || *b == b'.');
    (called && dotted()).then(|| Found::new(probe.at, probe.end).cued())
}
