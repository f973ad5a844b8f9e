//! Numbers of goods, books and journals: GTIN, EAN, UPC, ISBN, ISSN.
//!
//! Eight, twelve, thirteen or fourteen digits, or ten characters of an older ISBN, behind such a word; thirteen digits
//! that begin with 978 or 979 also without.
//!
//! # Check
//! GS1's modulo 10; modulo 11 for ISBNs of ten characters and for ISSNs.
use crate::catalog::prelude::*;
use crate::check::gs1;

pub(super) static ENTRY: Entry = Entry::new("ARTICLE_NUMBER")
    .title("Number of an article or book (GTIN, EAN, UPC, ISBN, ISSN)")
    .category(Category::Benign)
    .sensitivity(Sensitivity::Low)
    .score(60)
    .shape("*'97'[89]9{10}|9{8}?|9{12,14}?|*9{9}[0-9X]?|9999-999[0-9X]?|9 99999 99999 9?|9 999999 999999?")
    .check(check)
    .context(&[
        "ean", "eans", "gtin", "upc", "isbn", "barcode", "barcodes", "strichcode", "codebarre", "streepjescode", "asin",
        "issn", "eissn",
    ])
    .finds(&[
        "card or book <<9783161484100>>",
        "call about ISBN <<978-3-16-148410-0>>",
        "ISBN <<0-306-40615-2>>",
        "the upc is <<036000291452>> not a phone",
        "EAN <<4006381333931>> on the card",
        "call about ISSN <<0317-8471>>",
    ])
    .skips(&[
        ("9783161484101", "wrong check digit"),
        ("036000291452", "twelve bare digits"),
        ("the barcode is torn", "no number"),
    ])
    .sources(&["GS1 General Specifications, section 7.9 (check digits)", "ISO 2108:2017 (ISBN)", "ISO 3297:2022 (ISSN)"]);

fn check(characters: &[u8]) -> Verdict {
    Verdict::from_check(match characters.len() {
        10 => gs1::is_isbn_10(characters),
        8 => gs1::is_valid(characters) || is_issn(characters),
        12..=14 => gs1::is_valid(characters),
        _ => false,
    })
}

/// Weights 8 to 2, modulo 11; X for ten.
fn is_issn(c: &[u8]) -> bool {
    let Some((last, digits)) = c.split_last() else { return false };
    let sum: u32 = digits.iter().zip((2..=8).rev()).map(|(d, weight)| u32::from(d.wrapping_sub(b'0')) * weight).sum();
    let value = if *last == b'X' { 10 } else { u32::from(last.wrapping_sub(b'0')) };
    digits.iter().all(u8::is_ascii_digit) && (sum + value).is_multiple_of(11)
}
