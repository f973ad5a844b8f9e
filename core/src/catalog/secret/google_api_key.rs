//! Google API key (Maps, Firebase, Gemini and the rest of Google Cloud).
//!
//! `AIza` and 35 characters of base64url. No check digit is published; the prefix and the length say enough.
//!
//! # Reach
//! A key is found where it begins with sixteen letters and digits, where a longer run of them follows inside it, and
//! behind the word key. One in twenty has neither run, because dashes and underscores cut it into shorter ones; such a
//! one is missed where nobody calls it a key.
use super::common::{is_dummy, is_example};
use super::keys::Alphabet;
use crate::catalog::prelude::*;
use crate::text::view::View;
use crate::text::words::skip_spaces;

const LENGTH: usize = 39;

pub(super) static ENTRY: Entry = Entry::new("GOOGLE_API_KEY")
    .title("Google API key")
    .category(Category::Secret)
    .sensitivity(Sensitivity::High)
    .score(95)
    .anchors(&[
        (Anchor::Begins(&["AIza"]), begun),
        (Anchor::Token, inside),
        (Anchor::Cue(&["key", "apikey"]), called),
    ])
    .finds(&[
        concat!("AI", "zaSy", "EXAMPLE0123456789abcdefghijkLMNOP"),
        concat!("maps/api/js?key=<<", "AI", "zaSy", "D-EXAMPLE0123456789_abcdefghijkLM>>&v=3"),
        concat!("apiKey: \"<<", "AI", "zaSy", "B_EXAMPLE_01-23456789_abc-defghij>>\","),
        concat!("use <<", "AI", "zaSy", "A1b-EXAMPLE0123456789abcdefghijkL>> for now"),
    ])
    .skips(&[
        (concat!("AI", "zaSy", "EXAMPLE0123456789abcdefghijkLMNO"), "38 characters"),
        (concat!("AI", "zaSy", "EXAMPLE0123456789abcdefghijkLMNOPQ"), "40 characters"),
        (concat!("AI", "zaSy", "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"), "a placeholder"),
        (concat!("b-AI", "zaSy", "EXAMPLE0123456789abcdefghijkLMNOP"), "the middle of something longer"),
        ("key: YOUR_API_KEY", "a placeholder"),
    ])
    .sources(&[
        "Google Cloud, \"Manage API keys\": the key string",
        "Google Maps Platform, \"Using API keys\"",
    ]);

/// A key whose first run is a token of its own.
fn begun(probe: &Probe<'_>) -> Option<Found> {
    key(probe.view, probe.at)
}

/// A key whose first long run comes behind shorter ones.
fn inside(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if !matches!(v.before(probe.at), b'-' | b'_') {
        return None;
    }
    let left = v.slice(probe.at.saturating_sub(LENGTH), probe.at);
    let joined = left.iter().rev().take_while(|&&b| Alphabet::URL.holds(b)).count();
    let start = probe.at - joined;
    let run = v.slice(start, probe.at).split(|b| !b.is_ascii_alphanumeric()).map(<[u8]>::len).max()?;
    (run < 16).then(|| key(v, start)).flatten()
}

/// `key=AIza…`, `apiKey: "AIza…"`, `the key is AIza…`.
fn called(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let mut at = probe.end;
    while at - probe.end < 4 && matches!(v.at(at), b'=' | b':' | b' ' | b'"' | b'\'') {
        at += 1;
    }
    if v.at(at) == b'i' {
        at = skip_spaces(v, at + 2, 1);
    }
    (at > probe.end).then(|| key(v, at)).flatten()
}

fn key(v: View<'_>, start: usize) -> Option<Found> {
    let end = start + LENGTH;
    let body = v.slice(start, end).strip_prefix(b"AIza")?;
    let whole = body.len() == LENGTH - 4 && body.iter().all(|&b| Alphabet::URL.holds(b));
    let edges = !Alphabet::URL.holds(v.before(start)) && !Alphabet::NAME.holds(v.at(end));
    (whole && edges && !is_dummy(body)).then(|| Found::new(start, end).cued().specimen(is_example(body)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, everything, finds};

    #[test]
    fn examples() {
        conforms(&ENTRY, everything);
    }

    #[test]
    fn a_key_of_short_runs_is_found_where_it_is_called_one() {
        for text in [
            concat!("key=<<", "AI", "zaSyA-bcdefg-hij-EXAMPLE-k_lmno-pqr-1>>"),
            concat!("\"key\": \"<<", "AI", "zaSyA-bcdefg-hij-EXAMPLE-k_lmno-pqr-1>>\""),
            concat!("the key is <<", "AI", "zaSyA-bcdefg-hij-EXAMPLE-k_lmno-pqr-1>>"),
        ] {
            finds(&ENTRY, everything, text);
        }
    }
}
