//! US social security number (SSN).
//!
//! Nine digits, written 3-2-4; bare ones count only where a word calls them so.
//!
//! # Check
//! No check digit. The Social Security Administration never gives area 000, 666 or 900–999, group 00 or serial 0000.
use crate::catalog::prelude::*;

pub(super) static ENTRY: Entry = Entry::new("US_SSN")
    .title("US social security number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("999-99-9999|999 99 9999|999.99.9999?|999999999?")
    .check(check)
    .specimen(|d| matches!(d, b"078051120" | b"219099999" | b"457555462"))
    .score(60)
    .context(&["ssn", "ssns", "social", "security", "sozialversicherung"])
    .finds(&["472-81-0094", "my ssn is <<472810094>>", "social security number: <<078 05 1120>>", "ssn <<000-12-3456>>"])
    .skips(&[
        ("000-12-3456", "area 000 is never given"),
        ("666-12-3456", "area 666 is never given"),
        ("472-00-1234", "group 00 is never given"),
        ("472810094", "nine bare digits that nobody calls a social security number"),
    ])
    .sources(&["Social Security Administration, \"Social Security Number Randomization\" (2011)", "20 CFR 422.103"]);

fn check(digits: &[u8]) -> Verdict {
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or(b"");
    let area = part(0, 3);
    let never = area == b"000" || area == b"666" || area.first() == Some(&b'9');
    if never || part(3, 5) == b"00" || part(5, 9) == b"0000" { Verdict::Invalid } else { Verdict::Unknown }
}
