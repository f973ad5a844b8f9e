//! Singapore identity card number (NRIC) and foreign identification number (FIN).
//!
//! A letter for the series (S and T for residents, F, G and M for foreigners), seven digits, a check letter.
//!
//! # Check
//! Weights 2 7 6 5 4 3 2, plus 4 for T and G and 3 for M, modulo 11, say the letter in the table of the series.
use crate::catalog::prelude::*;
use crate::check::weighted;

pub(super) static ENTRY: Entry = Entry::new("SG_NRIC_FIN")
    .title("Singapore identity card number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("[FGMST]9999999A")
    .check(check)
    .specimen(|c| c == b"S1234567D")
    .score(60)
    .context(&["nric", "nricfin", "singpass"])
    .finds(&["S1234567D", "my nric is <<t0000001e>>", "FIN <<G1234567X>>", "M1234567K", "nric <<S1234567A>>"])
    .skips(&[
        ("S1234567A", "wrong check letter"),
        ("A1234567D", "no such series"),
        ("S123456D", "a digit is missing"),
        ("fin de contrat S1234567A", "the French word, and a wrong letter"),
        ("serial S1234567D8", "goes on"),
    ])
    .sources(&["Immigration & Checkpoints Authority: series of NRIC and FIN, M from 2022", "National Registration Regulations"]);

fn check(characters: &[u8]) -> Verdict {
    let (Some(series), Some(letter)) = (characters.first(), characters.last()) else { return Verdict::Invalid };
    let (offset, table): (u32, &[u8; 11]) = match series {
        b'S' => (0, b"JZIHGFEDCBA"),
        b'T' => (4, b"JZIHGFEDCBA"),
        b'F' => (0, b"XWUTRQPNMLK"),
        b'G' => (4, b"XWUTRQPNMLK"),
        b'M' => (3, b"XWUTRQPNJLK"),
        _ => return Verdict::Invalid,
    };
    let sum = offset + weighted::sum(characters.get(1..8).unwrap_or(&[]), &[2, 7, 6, 5, 4, 3, 2]);
    Verdict::from_check(table.get(sum as usize % 11) == Some(letter))
}
