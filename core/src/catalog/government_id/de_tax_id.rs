//! German tax identification number (steuerliche Identifikationsnummer, IdNr).
//!
//! Eleven digits, written `12 345 678 901` or bare. They count only near a word.
//!
//! # Check
//! ISO 7064 MOD 11,10. Of the first ten digits exactly one occurs twice or three times, three of a kind never in a row.
//! A leading 0 is kept for tests.
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::check::iso7064;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("DE_TAX_ID")
    .title("German tax identification number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("99999999999?|99 999 999 999?")
    .check(check)
    .specimen(is_specimen)
    .score(60)
    .context(&[
        "steuer", "steuerid", "steueridnr", "steueridentifikationsnummer", "steuernummer", "steuerliche",
        "identifikationsnummer", "idnr", "tin", "taxid",
    ])
    .anchors(&[(Anchor::Cue(&["tax"]), behind_tax)])
    .finds(&[
        "Steuer-ID <<86 095 742 719>>",
        "meine Identifikationsnummer: <<65929970489>>",
        "German tax id <<47036892816>>",
        "Steuer-IdNr.: <<02476291358>>",
    ])
    .skips(&[
        ("86095742719", "eleven bare digits that nobody calls a tax number"),
        ("Rechnung 86095742719", "an invoice"),
        ("Steuer-ID 8609574271", "a digit is missing"),
    ])
    .sources(&["Bundeszentralamt für Steuern: structure of the identification number under sections 139a and 139b AO"]);

/// Behind `tax id`.
fn behind_tax(p: &Probe<'_>) -> Option<Found> {
    static ID: WordSet<16> = WordSet::of(&["id identification number no"]);
    called::number::<11>(p, &ID, check, is_specimen)
}

fn is_specimen(digits: &[u8]) -> bool {
    digits.starts_with(b"0") || matches!(digits, b"86095742719" | b"65929970489" | b"47036892816")
}

fn check(digits: &[u8]) -> Verdict {
    Verdict::from_check(repeats_once(digits.get(..10).unwrap_or(&[])) && iso7064::is_valid_11_10(digits))
}

/// Whether exactly one digit occurs more than once, at most three times, and not three times in a row.
fn repeats_once(digits: &[u8]) -> bool {
    let count = |digit: u8| digits.iter().filter(|d| **d == digit).count();
    let (twice, thrice) = (b'0'..=b'9').map(count).fold((0, 0), |(two, three), n| match n {
        0 | 1 => (two, three),
        2 => (two + 1, three),
        3 => (two, three + 1),
        _ => (two + 9, three),
    });
    let in_a_row = digits.windows(3).any(|w| w.first() == w.get(1) && w.first() == w.last());
    twice + thrice == 1 && !in_a_row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_repeat_as_the_rule_says() {
        for (digits, holds) in [
            ("1123456789", true),
            ("1213415678", true),
            ("1112345678", false),
            ("1122345678", false),
            ("1213141567", false),
            ("0123456789", false),
        ] {
            assert_eq!(repeats_once(digits.as_bytes()), holds, "{digits}");
        }
    }
}
