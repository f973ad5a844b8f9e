//! US individual taxpayer identification number (ITIN).
//!
//! Nine digits written 3-2-4 like a social security number, the first one a 9. Bare ones count only where a word
//! calls them so.
//!
//! # Check
//! No check digit. The fourth and fifth digit are 50–65, 70–88, 90–92 or 94–99; 93 belongs to adoption numbers.
use crate::catalog::prelude::*;

pub(super) static ENTRY: Entry = Entry::new("US_ITIN")
    .title("US individual taxpayer identification number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("999-99-9999|999 99 9999|999999999?")
    .check(check)
    .score(65)
    .context(&["itin", "itins", "taxpayer", "tin", "taxid"])
    .finds(&["912-70-1234", "my itin is <<998 88 4321>>", "taxpayer number <<912701234>>", "itin <<912-49-1234>>"])
    .skips(&[
        ("912-93-1234", "group 93 belongs to adoption numbers"),
        ("912-66-1234", "group 66 is never given"),
        ("812-70-1234", "does not begin with 9"),
        ("912701234", "nine bare digits that nobody calls a taxpayer number"),
    ])
    .sources(&["Internal Revenue Service, Internal Revenue Manual 3.21.263: ITIN format and ranges"]);

fn check(digits: &[u8]) -> Verdict {
    match (digits.first(), digits.get(3..5)) {
        (Some(b'9'), Some([b'5', _] | [b'6', b'0'..=b'5'] | [b'7', _] | [b'8', b'0'..=b'8'])) => Verdict::Unknown,
        (Some(b'9'), Some([b'9', b'0'..=b'2' | b'4'..=b'9'])) => Verdict::Unknown,
        _ => Verdict::Invalid,
    }
}
