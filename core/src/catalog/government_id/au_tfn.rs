//! Australian tax file number (TFN).
//!
//! Nine digits, written 3-3-3. They look like any other number and count only near a word. Old numbers have eight digits
//! and count only right behind `TFN` itself.
//!
//! # Check
//! Nine digits: weights 1 4 3 7 5 8 6 9 10, sum modulo 11 gives 0. The rule for eight digits is not published.
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::check::digits::is_monotone;
use crate::check::weighted;
use crate::text::word_set::WordSet;
use crate::text::words::{is_word, next_word};

pub(super) static ENTRY: Entry = Entry::new("AU_TFN")
    .title("Australian tax file number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("999~999~999?")
    .check(check)
    .specimen(is_specimen)
    .score(55)
    .context(&["tfn", "tfns", "taxfile", "taxfilenumber"])
    .anchors(&[(Anchor::Cue(&["tfn"]), behind_letters), (Anchor::Cue(&["tax"]), behind_tax)])
    .finds(&[
        "my TFN is <<123 456 782>>",
        "tax file number: <<876543210>>",
        "tfn <<648-188-480>>",
        "tfn <<123456789>> does not work",
        "TFN: <<12 345 678>>",
    ])
    .skips(&[
        ("123 456 782", "a number that nobody calls a tax file number"),
        ("tfn 1234567", "too short"),
        ("tax invoice 123 456 782", "an invoice"),
        ("order 648188480", "an order"),
    ])
    .sources(&["Australian Taxation Office: tax file numbers, check digit algorithm"]);

static FILLERS: WordSet<8> = WordSet::of(&["number no num"]);

/// Nine digits behind `tax file number`.
fn behind_tax(p: &Probe<'_>) -> Option<Found> {
    static FILE: WordSet<8> = WordSet::of(&["file number no"]);
    called::number::<9>(p, &FILE, check, is_specimen).filter(|_| is_word(next_word(p.view, p.end).1, "file"))
}

/// Eight digits right behind the three letters.
fn behind_letters(p: &Probe<'_>) -> Option<Found> {
    called::number::<8>(p, &FILLERS, |_| Verdict::Unknown, |_| false)
}

fn is_specimen(digits: &[u8]) -> bool {
    matches!(digits, b"123456782" | b"876543210")
}

fn check(digits: &[u8]) -> Verdict {
    let sum = weighted::sum(digits, &[1, 4, 3, 7, 5, 8, 6, 9, 10]);
    Verdict::from_check(sum.is_multiple_of(11) && !is_monotone(digits))
}
