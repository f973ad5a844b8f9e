//! Numbers of people and companies in Australia and New Zealand.
use super::{company, person};
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_monotone, number};
use crate::check::weighted::{is_digit, lack_of_10, lack_of_11, last_is, sum};

rows! { AU_ABN, AU_ACN, NZ_IRD }

/// Australian business number (ABN).
///
/// Eleven digits, printed 2-3-3-3. It counts only near a word.
///
/// # Check
/// One is taken from the first digit; weights 10 1 3 5 … 19; a multiple of 89.
static AU_ABN: Entry = company("AU_ABN", "Australian business number")
    .shape("[1-9]9 999 999 999?|[1-9]9999999999?|[1-9]9-999-999-999?")
    .check(au_abn)
    .score(62)
    .context(&["abn", "abns", "gst"])
    .hints(&["australia", "australian"])
    .finds(&["ABN <<51 824 753 556>>", "our abn is <<18123456789>>", "ABN: <<18-123-456-789>>"])
    .skips(&[
        ("51 824 753 556", "eleven digits that nobody calls so"),
        ("abn 5182475355", "a digit is missing"),
        ("order 51824753556", "an order"),
    ])
    .sources(&["Australian Business Register: Format of the ABN"]);

fn au_abn(d: &[u8]) -> Verdict {
    let total = sum(d, &[10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]);
    Verdict::from_check(d.len() == 11 && d.first() != Some(&b'0') && total.wrapping_sub(10).is_multiple_of(89))
}

/// Australian company number (ACN).
///
/// Nine digits, printed 3-3-3. It counts only near a word.
///
/// # Check
/// Weights 8 to 1 modulo 10.
static AU_ACN: Entry = company("AU_ACN", "Australian company number")
    .shape("999~999~999?")
    .check(|d| Verdict::from_check(last_is(d, &[8, 7, 6, 5, 4, 3, 2, 1], lack_of_10)))
    .score(60)
    .context(&["acn", "acns", "arbn"])
    .finds(&["ACN <<004 085 616>>", "acn: <<123456780>>", "the ACN is <<010-499-966>>"])
    .skips(&[
        ("004 085 616", "nine digits that nobody calls so"),
        ("acn 00408561", "a digit is missing"),
        ("order 004085616", "an order"),
    ])
    .sources(&["Australian Securities and Investments Commission: Australian Company Number digit check"]);

/// New Zealand tax number (IRD number).
///
/// Eight or nine digits, printed `49-091-850`. It counts only near a word.
///
/// # Check
/// Weights 3 2 7 6 5 4 3 2 modulo 11; where that leaves ten, 7 4 3 2 5 2 7 6. Numbers run from 10 to 150 million.
static NZ_IRD: Entry = person("NZ_IRD", "New Zealand tax number (IRD)")
    .shape("99-999-999?|999-999-999?|99999999?|999999999?|99 999 999?|999 999 999?")
    .check(nz_ird)
    .score(60)
    .context(&["ird", "irds", "inland"])
    .finds(&["IRD <<49-091-850>>", "my IRD number is <<136410164>>", "ird: <<49091850>>"])
    .skips(&[
        ("49-091-850", "eight digits that nobody calls so"),
        ("ird 4909185", "a digit is missing"),
        ("order 49091850", "an order"),
    ])
    .sources(&["Inland Revenue of New Zealand: Resident withholding tax specification, IRD number validation"]);

fn nz_ird(d: &[u8]) -> Verdict {
    let Some((last, rest)) = d.split_last().filter(|_| matches!(d.len(), 8 | 9)) else { return Verdict::Invalid };
    // Eight digits have none in the first place.
    let skip = 8 - rest.len();
    let lack = |weights: &'static [u32]| lack_of_11(sum(rest, weights.get(skip..).unwrap_or(&[])));
    let check = match lack(&[3, 2, 7, 6, 5, 4, 3, 2]) {
        10 => lack(&[7, 4, 3, 2, 5, 2, 7, 6]),
        check => check,
    };
    let given = matches!(number(d), Some(10_000_000..150_000_000));
    Verdict::from_check(given && is_digit(Some(last), check) && !is_monotone(d))
}
