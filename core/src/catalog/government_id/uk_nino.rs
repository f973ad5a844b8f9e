//! UK national insurance number (NINO).
//!
//! Two prefix letters, six digits, a suffix A to D.
//!
//! # Check
//! No check digit. D, F, I, Q, U and V are in no prefix, O is never its second letter, and BG, GB, KN, NK, NT, TN and
//! ZZ are never given.
use crate::catalog::prelude::*;

pub(super) static ENTRY: Entry = Entry::new("UK_NINO")
    .title("UK national insurance number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]~99~99~99~[A-D]|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] 999999 [A-D]|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] 999999[A-D]|'QQ'~99~99~99~[A-D]")
    .check(check)
    .specimen(|c| matches!(c, b"QQ123456C" | b"AB123456C"))
    .score(65)
    .context(&["nino", "ni", "insurance", "national"])
    .finds(&["AB 12 34 56 C", "JG103759A", "ni number <<jg 10 37 59 a>>", "AB 123456 C"])
    .skips(&[
        ("GB 12 34 56 C", "prefix GB is never given"),
        ("DA 12 34 56 C", "no prefix begins with D"),
        ("AB 12 34 56 E", "no suffix beyond D"),
    ])
    .sources(&["HM Revenue & Customs, National Insurance Manual NIM39110: format and security"]);

fn check(characters: &[u8]) -> Verdict {
    match characters.get(..2) {
        Some(b"BG" | b"GB" | b"KN" | b"NK" | b"NT" | b"TN" | b"ZZ") => Verdict::Invalid,
        _ => Verdict::Unknown,
    }
}
