//! Postal code: US ZIP codes, five digits or five and four.
//!
//! Found behind a word that says so ("zip", "postal code", also other countries' words for five-digit codes), or
//! behind a state's two capitals. A code in its own state is proven; where the letters are a word or an abbreviation
//! too ("OK 12345", "ID 12345"), nothing less is taken.
//!
//! # Sources
//! USPS Publication 28; USPS labeling list L002.
use super::states::{holds, is_state};
use crate::catalog::prelude::*;
use crate::text::view::{View, is_wordy};
use crate::text::words::{is_any, next_word};

pub(super) static ENTRY: Entry = Entry::new("POSTAL_CODE")
    .title("Postal code")
    .category(Category::Location)
    .sensitivity(Sensitivity::Low)
    .score(55)
    .shape("=AA 99999|=AA 99999-9999")
    .lead(3)
    .check(check)
    .context(&[
        "zip", "zipcode", "postal", "postcode", "address", "city", "state", "ship", "shipping", "live",
    ])
    .anchors(&[(Anchor::Cue(CUES), behind_cue)])
    .finds(&[
        "zip <<94043>>",
        "my zip code is <<10001-1234>>.",
        "Springfield, IL <<62704>>",
        "Postal code: <<60601>>",
    ])
    .skips(&[
        ("order ID 12345", "no code of Idaho, and an abbreviation"),
        ("zip file 12345678", "more digits than a code has"),
        ("XY 12345", "no such state"),
        ("OK 20000 then", "a word, and no code of Oklahoma"),
    ])
    .sources(&["USPS Publication 28", "USPS L002"]);

const CUES: &[&str] = &["zip", "zipcode", "zips", "postal", "postcode", "plz", "postleitzahl", "cap"];
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "code", "codes", "is", "number", "no", "ist", "es", "est", "s", "to", "was", "lautet",
];
/// States whose letters mean something else as well.
const WORDS: &[&[u8]] = &[
    b"AL", b"AS", b"CO", b"DE", b"HI", b"ID", b"IN", b"LA", b"MA", b"ME", b"MS", b"OK", b"OR", b"PA", b"PR",
    b"AP", b"AA",
];

/// Judges two letters and five or nine digits.
fn check(value: &[u8]) -> Verdict {
    let Some((state, zip)) = value.split_at_checked(2) else {
        return Verdict::Invalid;
    };
    match (holds(state, zip), is_state(state)) {
        (true, _) => Verdict::Valid,
        (false, true) if !WORDS.contains(&state) => Verdict::Unknown,
        _ => Verdict::Invalid,
    }
}

/// "zip 94043", "zip code is: 94043", "postcode=60601-1234".
fn behind_cue(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let mut i = p.end;
    for _ in 0..4 {
        let (at, word) = next_word(v, i);
        if word.is_empty() || !is_any(word, FILLERS) {
            break;
        }
        i = at + word.len();
    }
    let start =
        (i..i + 8).find(|&j| !matches!(v.at(j), b' ' | b':' | b'=' | b'#' | b'"' | b'\'' | b'-' | b'\t'))?;
    // "zip's 94043"
    let start = if v.before(start) == b'\'' && v.at(start) == b's' && v.at(start + 1) == b' ' {
        start + 2
    } else {
        start
    };
    let end = zip_end(v, start)?;
    Some(Found::new(start, end).score(75).cued())
}

/// End of the ZIP code that starts at `start`: five digits, or five and four.
pub(super) fn zip_end(v: View<'_>, start: usize) -> Option<usize> {
    let digits = |from, to| (from..to).all(|i| v.at(i).is_ascii_digit());
    if is_wordy(v.before(start)) || !digits(start, start + 5) {
        return None;
    }
    let mut end = start + 5;
    if v.at(end) == b'-' && digits(end + 1, end + 5) && !is_wordy(v.at(end + 5)) {
        end += 5;
    }
    let open = matches!(v.at(end), b'-' | b'.' | b'/' | b',') && v.at(end + 1).is_ascii_digit();
    (!is_wordy(v.at(end)) && !open && v.at(end) != b'@').then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Option<&str> {
        let view = View::new(text);
        let at = CUES
            .iter()
            .filter_map(|cue| text.to_ascii_lowercase().find(cue).map(|at| (at, cue.len())))
            .max()?;
        behind_cue(&Probe { view, at: at.0, end: at.0 + at.1, hints: Default::default() })
            .and_then(|f| text.get(f.start..f.end))
    }

    #[test]
    fn cues_lead_to_codes() {
        for (text, want) in [
            ("zip 94043", "94043"),
            ("my zip code is 10001-1234.", "10001-1234"),
            ("Postal code: 60601", "60601"),
            ("ZIP=60601", "60601"),
            ("my zip's 60601", "60601"),
            ("plz 10115", "10115"),
            ("zip: \"60601\"", "60601"),
        ] {
            assert_eq!(found(text), Some(want), "{text}");
        }
        for text in [
            "zip file 12345",
            "zip 123456",
            "zip 12345.67",
            "zip",
            "postal 1234",
            "zip 60601abc",
            "zip 94043-12345",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn states_are_judged() {
        for (value, want) in [
            ("CA94043", Verdict::Valid),
            ("CA12345", Verdict::Unknown),
            ("ID12345", Verdict::Invalid),
            ("ID83201", Verdict::Valid),
            ("XY12345", Verdict::Invalid),
            ("C", Verdict::Invalid),
            ("NY100011234", Verdict::Valid),
        ] {
            assert_eq!(check(value.as_bytes()), want, "{value}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "zip( code)?[ :='é]{0,4}(is )?[0-9\\-]{0,12}[é ]?") {
            if let Some(code) = found(&text) {
                prop_assert!(code.len() == 5 || code.len() == 10);
            }
        }
    }
}
