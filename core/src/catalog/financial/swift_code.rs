//! Bank identifier code (BIC, SWIFT code).
//!
//! Four letters for the bank, two for its country, two characters for the place and three for a branch: eight or eleven
//! in all. Many words have that form (`CUSTOMER` names Oman), so it counts only behind `SWIFT` or `BIC`, or, where it
//! holds a digit, near such a word. Letters alone that end like a word need a colon before them; in small letters they
//! must end like the places most banks are in.
//!
//! # Check
//! The country must exist. There is no check digit.
//!
//! # Sources
//! ISO 9362:2022 (structure), ISO 3166-1 (countries; XK as banks use it).
use crate::catalog::prelude::*;
use crate::check::country;
use crate::text::phrase::{NONE, is_label, lead};
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;

static CUES: &[&str] = &["swift", "bic", "swiftcode", "swiftbic", "biccode"];

static FILLERS: WordSet<64> = WordSet::of(&[
    "code codes number no my the of bank for address and or banks identifier nummer código codigo",
]);

pub(super) static ENTRY: Entry = Entry::new("SWIFT_CODE")
    .title("Bank identifier code (BIC, SWIFT)")
    .category(Category::Financial)
    .sensitivity(Sensitivity::Low)
    .shape("=AAAAAAXX?|=AAAAAAXXXXX?")
    .check(check)
    .score(65)
    .context(&["swift", "bic", "iban", "sepa"])
    .anchors(&[(Anchor::Cue(CUES), told)])
    .finds(&[
        "SWIFT code <<DEUTDEFF>>",
        "BIC: <<NEDSZAJJXXX>>",
        "bic/swift is <<deutdeff500>>",
        "IBAN to follow, <<CHASUS33>> as you asked",
        "the SWIFT of my bank is <<MARKDEFF>>",
    ])
    .skips(&[
        ("CUSTOMER INFORMATION", "words that have the form"),
        ("swift customer service", "a word in small letters"),
        ("SWIFT CUSTOMER SERVICE", "ends like a word, and no sign tells otherwise"),
        ("my swift code is required", "a word"),
        ("BIC DEUTXXFF", "no such country"),
        ("order CHASUS33", "nobody speaks of a bank"),
    ])
    .sources(&["ISO 9362:2022", "ISO 3166-1"]);

fn check(characters: &[u8]) -> Verdict {
    match characters {
        [_, _, _, _, a, b, ..] if country::is_code(*a, *b) => Verdict::Unknown,
        _ => Verdict::Invalid,
    }
}

fn told(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if is_label(v, probe.at, probe.end) {
        return None;
    }
    let lead = lead(v, probe.end, &FILLERS, &NONE, 48);
    let end = end_of(v, lead.at)?;
    let code = v.slice(lead.at, end);
    let digit = code.iter().any(u8::is_ascii_digit);
    let capitals = !code.iter().any(u8::is_ascii_lowercase);
    let believed = digit || if capitals { lead.sign || !ends_like_a_word(code) } else { ends_like_a_place(code) };
    (believed && check(code) != Verdict::Invalid).then(|| Found::new(lead.at, end).cued())
}

/// End of eight or eleven characters, the first six of them letters, that stand alone.
fn end_of(v: View<'_>, at: usize) -> Option<usize> {
    let length = (0..12).find(|&n| !v.at(at + n).is_ascii_alphanumeric())?;
    let letters = v.slice(at, at + 6).iter().all(u8::is_ascii_alphabetic);
    let alone = !is_wordy(v.before(at)) && !is_wordy(v.at(at + length));
    (matches!(length, 8 | 11) && letters && alone).then_some(at + length)
}

/// The ends of most English words of eight and eleven letters.
fn ends_like_a_word(code: &[u8]) -> bool {
    static ENDS: WordSet<128> = WordSet::of(&[
        "ed er ng ly le on al nt ry te es rs ty ar or ce se th ct ns ts ic us an en ge ve nd rd me ne re de ss",
    ]);
    code.len().checked_sub(2).and_then(|from| code.get(from..)).is_some_and(|end| ENDS.holds(end))
}

/// `deutdeff`, `bscheSMM`, `deutdeffxxx`: a place of two like letters, or the head office.
fn ends_like_a_place(code: &[u8]) -> bool {
    match code {
        [.., b'x', b'x', b'x'] | [.., b'X', b'X', b'X'] => code.len() == 11,
        [.., a, b] => code.len() == 8 && a == b && !matches!(a, b's' | b'l'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{cues, finds, skips};

    #[test]
    fn typed_in_chat() {
        for text in [
            "BIC <<COBADEFFXXX>> IBAN follows",
            "swift: <<BNPAFRPP>>",
            "SWIFT/BIC: <<SOLADEST>>",
            "swift <<cobadeff>>",
            "the bic code for my bank is <<INGBNL2A>>",
            "BIC=<<UBSWCHZH80A>>",
        ] {
            finds(&ENTRY, cues, text);
        }
    }

    #[test]
    fn words_are_no_codes() {
        for text in [
            "SWIFT RESPONSE REQUIRED",
            "swift code is verified",
            "my swift code is attached",
            "the swift code provided",
            "SWIFT DESTINATION BANK",
            "bic pens",
            "BIC DEUTDEFFX",
            "BIC DEUT12FF",
            "[SWIFT_CODE] CUSTOMER",
            "taylor swift fearless",
        ] {
            skips(&ENTRY, cues, text, "no code of a bank");
        }
    }
}
