//! Indian permanent account number (PAN).
//!
//! Five letters, four digits, a letter. The fourth letter says whose it is: P for a person, C for a company, and so on.
//! That of a person, in capitals, counts by itself, any other only near a word.
//!
//! # Check
//! The last letter is a check letter whose rule is not published. Serial number 0000 is never given.
use crate::catalog::prelude::*;

pub(super) static ENTRY: Entry = Entry::new("IN_PAN")
    .title("Indian permanent account number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("=AAA'P'A9999A|AAA[ABCFGHJLPT]A9999A?")
    .check(check)
    .specimen(|c| matches!(c, b"AAAPL1234C" | b"AAAPZ1234C"))
    .score(60)
    .context(&["pan", "pancard", "permanent", "income"])
    .finds(&["AAAPL1234C", "pan card <<ABCCE1234F>>", "my pan is <<abcpe1234f>>"])
    .skips(&[
        ("abcpe1234f", "small letters that nobody calls a PAN"),
        ("serial ABCCE1234F", "no person's, and nobody calls it a PAN"),
        ("ABCDE1234F", "the fourth letter names no kind of holder"),
        ("ABCPE0000F", "number 0000 is never given"),
        ("ABCPE12345", "no letter at the end"),
    ])
    .sources(&["Income Tax Department of India: Permanent Account Number, structure"]);

fn check(characters: &[u8]) -> Verdict {
    if characters.get(5..9) == Some(b"0000") { Verdict::Invalid } else { Verdict::Unknown }
}
