//! Indian Aadhaar number.
//!
//! Twelve digits, printed 4-4-4, the first one 2 to 9. Parcels and parts of card numbers look the same, so it counts
//! only near a word.
//!
//! # Check
//! Verhoeff.
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::check::digits::is_monotone;
use crate::check::verhoeff;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("IN_AADHAAR")
    .title("Indian Aadhaar number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("999999999999?|9999 9999 9999?|9999-9999-9999?")
    .check(check)
    .specimen(is_specimen)
    .score(60)
    .context(WORDS)
    .anchors(&[(Anchor::Cue(WORDS), behind_word)])
    .finds(&[
        "aadhaar <<9999 4105 7058>>",
        "my aadhar card number is <<234123412346>>",
        "Adhar: <<2341-2341-2346>>",
        "aadhaar no. <<2341 2341 2347>>",
    ])
    .skips(&[
        ("9999 4105 7058", "three groups of four that nobody calls an Aadhaar number"),
        ("tracking 234123412346", "a parcel"),
        ("aadhaar 23412341234", "a digit is missing"),
        ("order 2341-2341-2346", "an order"),
    ])
    .sources(&["Unique Identification Authority of India: A UID Numbering Scheme (2010)"]);

const WORDS: &[&str] = &["aadhaar", "aadhar", "adhaar", "adhar", "aadharcard", "aadhaarcard", "uidai", "आधार"];
static FILLERS: WordSet<16> = WordSet::of(&["card number no num id my"]);

/// Right behind its name, also where `card` stands between, which speaks for payment cards.
fn behind_word(p: &Probe<'_>) -> Option<Found> {
    called::number::<12>(p, &FILLERS, check, is_specimen)
}

fn is_specimen(digits: &[u8]) -> bool {
    digits == b"999941057058"
}

fn check(digits: &[u8]) -> Verdict {
    let given = matches!(digits.first(), Some(b'2'..=b'9')) && !is_monotone(digits);
    Verdict::from_check(given && verhoeff::is_valid(digits))
}
