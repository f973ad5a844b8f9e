//! US bank routing number (ABA number, RTN).
//!
//! Nine digits, bare or written 4-4-1. They count only where a word calls them so: one order number in thirty passes
//! the check.
//!
//! # Check
//! A prefix that is given out (Federal Reserve districts, thrift institutions, electronic payments, travellers'
//! cheques), then weights 3 7 1 modulo 10. What the writer calls a routing number and fails is kept as claimed.
use crate::catalog::prelude::*;
use crate::check::aba;

pub(super) static ENTRY: Entry = Entry::new("ABA_ROUTING_NUMBER")
    .title("US bank routing number")
    .category(Category::Financial)
    .sensitivity(Sensitivity::Medium)
    .shape("9{9}?|9999-9999-9?")
    .check(check)
    .score(60)
    .context(&["routing", "aba", "rtn", "abartn"])
    .finds(&[
        "routing number <<011000015>>",
        "ABA: <<121000374>>",
        "my bank's RTN is <<1110-0002-5>>",
        "routing <<123456789>> please check",
    ])
    .skips(&[
        ("011000015", "nine bare digits that nobody calls a routing number"),
        ("order 121000374", "the check holds by chance, the writer calls it an order"),
        ("routing number 12345678", "eight digits"),
        ("routing number 1234567890", "ten digits"),
        ("tracking number 111000025 is stuck", "a parcel"),
    ])
    .sources(&[
        "American Bankers Association, Routing Number Policy (structure, check digit)",
        "Federal Reserve Banks, FedACH and Fedwire participant directories (prefixes 00-12, 21-32, 61-72, 80)",
    ]);

fn check(digits: &[u8]) -> Verdict {
    Verdict::from_check(aba::is_valid(digits))
}
