//! UK unique taxpayer reference (UTR).
//!
//! Ten digits, printed 5-5 or bare. They count only near a word.
//!
//! # Check
//! The first digit checks the others: weights 6 7 8 9 10 5 4 3 2 modulo 11 say it, where what is above 9 counts on from
//! 1 again.
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::check::weighted::{is_digit, lack_11};
use crate::text::word_set::WordSet;
use crate::text::words::{is_word, next_word};

pub(super) static ENTRY: Entry = Entry::new("UK_UTR")
    .title("UK unique taxpayer reference")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("9999999999?|99999 99999?")
    .check(check)
    .score(60)
    .context(&["utr", "utrs", "taxpayer", "hmrc"])
    .anchors(&[(Anchor::Cue(&["taxpayer", "tax", "hmrc"]), behind_word)])
    .finds(&["my UTR is <<19558 39661>>", "unique taxpayer reference: <<1955839661>>", "utr <<1955839662>>"])
    .skips(&[
        ("1955839661", "ten bare digits that nobody calls a taxpayer reference"),
        ("order 1955839661", "an order"),
        ("utr 195583966", "a digit is missing"),
        ("tax invoice 19558 39661", "an invoice"),
    ])
    .sources(&["HM Revenue & Customs: unique taxpayer reference", "OECD: tax identification numbers, United Kingdom"]);

static FILLERS: WordSet<16> = WordSet::of(&["reference number no utr"]);

/// Behind `taxpayer reference` and the like, where the second word alone speaks for orders and tickets.
fn behind_word(p: &Probe<'_>) -> Option<Found> {
    let told = is_word(next_word(p.view, p.end).1, "reference");
    called::number::<10>(p, &FILLERS, check, |_| false).filter(|_| told)
}

fn check(digits: &[u8]) -> Verdict {
    let lack = lack_11(digits.get(1..).unwrap_or(&[]), &[6, 7, 8, 9, 10, 5, 4, 3, 2]);
    Verdict::from_check(is_digit(digits.first(), if lack > 9 { lack - 9 } else { lack }))
}
