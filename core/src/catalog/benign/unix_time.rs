//! Unix time: seconds or milliseconds since 1970, behind a word that says so.
//!
//! Ten digits that begin with 1 (2001 to 2033) or thirteen. Telephones and identity numbers have ten digits, too, so the
//! word must stand right before it: `timestamp`, `epoch`, `ts`, `time`, `created_at`.
use crate::catalog::prelude::*;
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{previous_word, skip_spaces_back, word_start};

pub(super) static ENTRY: Entry = Entry::new("UNIX_TIME")
    .title("Unix time")
    .category(Category::Benign)
    .sensitivity(Sensitivity::Low)
    .score(60)
    .anchors(&[(Anchor::Rival, behind_word)])
    .finds(&[
        "phone log, timestamp <<1712345678>>",
        "call ended ts=<<1712345678>>",
        "sms \"created_at\": <<1712345678>>",
        "my mobile synced at epoch <<1712345678901>>",
    ])
    .skips(&[
        ("call me any time 2025550143", "no such second until 2034"),
        ("1712345678", "nobody calls it a time"),
        ("the last time it worked", "no number"),
    ])
    .sources(&["IEEE Std 1003.1 (POSIX), section 4.19, seconds since the epoch"]);

static WORDS: WordSet<64> = WordSet::of(&[
    "timestamp timestamps unix epoch ts time unixtime millis ms iat exp nbf mtime ctime date created updated modified",
]);

/// Signs and words that may stand between the word and the number.
static BETWEEN: WordSet<8> = WordSet::of(&["at is on"]);

fn behind_word(probe: &Probe<'_>) -> Option<Found> {
    let length = probe.end.wrapping_sub(probe.at);
    if matches!(length, 10 | 13) && probe.view.at(probe.at) == b'1' { judge(probe) } else { None }
}

#[inline(never)]
fn judge(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if !v.slice(probe.at, probe.end).iter().all(u8::is_ascii_digit) {
        return None;
    }
    is_said(v, probe.at).then(|| Found::new(probe.at, probe.end).cued())
}

/// Whether the word before `at`, or the one before that, says that a time follows.
fn is_said(v: View<'_>, at: usize) -> bool {
    let mut at = over_signs(v, at);
    for _ in 0..2 {
        let start = word_start(v, at);
        let word = v.slice(start, at);
        if WORDS.holds(word) {
            return true;
        }
        if !BETWEEN.holds(word) {
            return false;
        }
        // `created_at`, `time is`
        at = if v.before(start) == b'_' { start - 1 } else { over_signs(v, start) };
    }
    let (_, word) = previous_word(v, at);
    WORDS.holds(word)
}

/// Back over spaces and what stands between a name and its value.
fn over_signs(v: View<'_>, mut at: usize) -> usize {
    for _ in 0..4 {
        at = skip_spaces_back(v, at, 4);
        if !matches!(v.before(at), b':' | b'=' | b'"' | b'\'' | b'(' | b'@') {
            break;
        }
        at -= 1;
    }
    at
}
