//! Dutch citizen service number (burgerservicenummer, BSN).
//!
//! Nine digits. They count only near a word.
//!
//! # Check
//! The eleven test: weights 9 to 2 and -1, sum modulo 11 gives 0.
use crate::catalog::prelude::*;
use crate::check::digits::is_monotone;
use crate::check::weighted;

pub(super) static ENTRY: Entry = Entry::new("NL_BSN")
    .title("Dutch citizen service number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("999~999~999?|9999~99~999?")
    .check(check)
    .specimen(|d| matches!(d, b"111222333" | b"123456782"))
    .score(60)
    .context(&["bsn", "bsnnummer", "bsnnr", "burgerservicenummer", "burgerservice", "sofinummer", "sofi"])
    .finds(&["mijn BSN is <<111222333>>", "burgerservicenummer: <<1112.22.333>>", "bsn <<123 456 782>>", "bsn <<111222334>>"])
    .skips(&[
        ("111222333", "nine bare digits that nobody calls a BSN"),
        ("factuur 111222333", "an invoice"),
        ("bsn 11122233", "a digit is missing"),
    ])
    .sources(&["Rijksdienst voor Identiteitsgegevens: Logisch ontwerp BRP, burgerservicenummer"]);

fn check(digits: &[u8]) -> Verdict {
    // The last weight is -1, which is 10 modulo 11.
    let sum = weighted::sum(digits, &[9, 8, 7, 6, 5, 4, 3, 2, 10]);
    Verdict::from_check(sum.is_multiple_of(11) && !is_monotone(digits))
}
