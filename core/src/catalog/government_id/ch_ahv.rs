//! Swiss social insurance number (AHV, AVS).
//!
//! Thirteen digits, 756 for Switzerland first: `756.1234.5678.97`.
//!
//! # Check
//! Weights 1 and 3 in turn, sum modulo 10 gives 0, as in the article numbers of the trade (EAN-13).
use crate::catalog::prelude::*;
use crate::check::weighted;

pub(super) static ENTRY: Entry = Entry::new("CH_AHV")
    .title("Swiss social insurance number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("'756'~9999~9999~99")
    .check(check)
    .specimen(|d| matches!(d, b"7561234567897" | b"7569217076985"))
    .score(60)
    .context(&["ahv", "avs", "navs", "ahvn", "ahvnr", "versichertennummer", "sozialversicherungsnummer"])
    .finds(&["756.1234.5678.97", "756 9217 0769 85", "AHV-Nummer <<7569217076985>>", "avs <<756.1234.5678.98>>"])
    .skips(&[
        ("756.1234.5678.98", "wrong check digit"),
        ("757.1234.5678.97", "does not begin with 756"),
        ("756.1234.5678", "no check digit"),
        ("Bestellung 7569217076985", "an order"),
    ])
    .sources(&["Central Compensation Office (ZAS): structure of the social insurance number", "GS1 General Specifications: check digit"]);

fn check(digits: &[u8]) -> Verdict {
    Verdict::from_check(weighted::sum(digits, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]).is_multiple_of(10))
}
