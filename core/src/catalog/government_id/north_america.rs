//! Numbers of people and companies in North and Central America and the Caribbean.
use super::{company, person};
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_day_of_either, is_monotone, pairs};
use crate::check::luhn;
use crate::check::weighted::{is_digit, lack_of_11};

rows! { CA_BN, CR_CEDULA, DO_CEDULA, GT_NIT, MX_CURP, MX_RFC, US_ATIN, US_PTIN }

/// Canadian business number (BN), alone or with its program account.
///
/// Nine digits; a program account adds two letters and four digits: `123456782 RT 0001`. Bare ones count only near a word.
///
/// # Check
/// Luhn over the nine digits.
static CA_BN: Entry = company("CA_BN", "Canadian business number")
    .shape("999999999~'R'[CGMNPRTZ]~9999|999999999?|99999 9999?")
    .check(ca_bn)
    .score(60)
    .context(&["bn", "gst", "hst", "cra", "tps", "arc"])
    .finds(&["123456782RT0001", "123456782 RP 0001", "our BN is <<123456782>>", "GST/HST: <<123456782 RT 0001>>"])
    .skips(&[
        ("123456783RT0001", "wrong check digit"),
        ("123456782", "nine bare digits that nobody calls a business number"),
        ("order 123456782", "an order"),
    ])
    .sources(&["Canada Revenue Agency: The Business Number and program accounts (RC2)"]);

fn ca_bn(c: &[u8]) -> Verdict {
    Verdict::from_check(c.get(..9).is_some_and(|d| luhn::is_valid(d) && !is_monotone(d)))
}

/// Costa Rican identity card number (cédula de identidad).
///
/// Nine digits, the first the province: `1-1234-0567`. Nothing in it can be checked, so it always needs a word.
///
/// # Check
/// No check digit. The first digit is 1 to 9, and the groups are not all zeros.
static CR_CEDULA: Entry = person("CR_CEDULA", "Costa Rican identity card number")
    .shape("[1-9]-9999-9999?|[1-9]99999999?")
    .check(cr_cedula)
    .score(50)
    .context(&["cédula", "cedula", "tico"])
    .finds(&["cédula <<1-1234-0567>>", "mi cedula es <<112340567>>", "cédula: <<7-0123-0456>>"])
    .skips(&[
        ("1-1234-0567", "a number that nobody calls a card"),
        ("cédula 1-123-456", "too short"),
        ("pedido 112340567", "an order"),
    ])
    .sources(&["Tribunal Supremo de Elecciones: formato de la cédula de identidad"]);

fn cr_cedula(d: &[u8]) -> Verdict {
    let empty = d.get(1..5) == Some(b"0000") || d.get(5..9) == Some(b"0000");
    if empty || is_monotone(d) { Verdict::Invalid } else { Verdict::Unknown }
}

/// Dominican identity card number (cédula).
///
/// Eleven digits, written 3-7-1. Bare ones count only near a word.
///
/// # Check
/// Luhn.
static DO_CEDULA: Entry = person("DO_CEDULA", "Dominican identity card number")
    .shape("999-9999999-9|99999999999?")
    .check(do_cedula)
    .score(60)
    .context(&["cédula", "cedula"])
    .hints(&["dominican", "dominicana", "dominicano"])
    .finds(&["001-1234567-3", "cédula <<00112345673>>", "mi cedula: <<001-1234567-3>>"])
    .skips(&[
        ("001-1234567-4", "wrong check digit"),
        ("00112345673", "eleven bare digits that nobody calls a card"),
        ("pedido 00112345673", "an order"),
    ])
    .sources(&["Junta Central Electoral: cédula de identidad y electoral"]);

fn do_cedula(d: &[u8]) -> Verdict {
    Verdict::from_check(d.len() == 11 && luhn::is_valid(d) && !is_monotone(d))
}

/// Guatemalan tax number (NIT).
///
/// Six to eight digits and a check character, with or without a dash. It counts only near a word.
///
/// # Check
/// Weights from 2 upwards, from the right, modulo 11; K stands for ten.
static GT_NIT: Entry = person("GT_NIT", "Guatemalan tax number (NIT)")
    .shape("99999999-[0-9K]?|9999999-[0-9K]?|999999-[0-9K]?|9999999[0-9K]?|99999999[0-9K]?")
    .check(gt_nit)
    .score(60)
    .context(&["nit", "nits"])
    .hints(&["guatemala", "guatemalan", "guatemalteco"])
    .finds(&["NIT <<1234567-9>>", "mi nit es <<12345679>>", "nit: <<7654320-K>>"])
    .skips(&[
        ("1234567-9", "a number that nobody calls a tax number"),
        ("nit 12345", "too short"),
        ("pedido 12345679", "an order"),
    ])
    .sources(&["Superintendencia de Administración Tributaria: Número de Identificación Tributaria"]);

fn gt_nit(c: &[u8]) -> Verdict {
    let Some((last, digits)) = c.split_last() else { return Verdict::Invalid };
    let sum: u32 = digits.iter().rev().zip(2..).map(|(d, w)| u32::from(d.wrapping_sub(b'0')) * w).sum();
    let held = match lack_of_11(sum) {
        10 => *last == b'K',
        value => is_digit(Some(last), value),
    };
    Verdict::from_check(held && digits.iter().all(u8::is_ascii_digit) && !is_monotone(digits))
}

/// Mexican population registry code (CURP).
///
/// Eighteen characters: four letters of the name, the date of birth, sex, state, three consonants, a character, a check
/// digit.
///
/// # Check
/// Characters by their place in the Spanish alphabet (with Ñ) times 18 down to 2, modulo 10. The date and the state exist.
static MX_CURP: Entry = person("MX_CURP", "Mexican population registry code (CURP)")
    .shape("AAAA999999[HMX]AAAAAX9")
    .check(mx_curp)
    .score(70)
    .context(&["curp", "renapo"])
    .finds(&["BOXW310820HNERXN09", "mi CURP es <<HEGG560427MVZRRL04>>", "curp: <<boxw310820hnerxn09>>"])
    .skips(&[
        ("BOXW310820HNERXN08", "wrong check digit"),
        ("BOXW311320HNERXN09", "there is no month 13"),
        ("BOXW310820HXXRXN09", "no such state"),
    ])
    .sources(&["RENAPO: Instructivo normativo para la asignación de la Clave Única de Registro de Población (2021)"]);

const STATES: &[u8] = b"ASBCBSCCCLCMCSCHDFDGGTGRHGJCMCMNMSNTNLOCPLQTQRSPSLSRTCTSTLVZYNZSNE";

fn mx_curp(c: &[u8]) -> Verdict {
    Verdict::from_check(is_curp(c).unwrap_or(false))
}

fn is_curp(c: &[u8]) -> Option<bool> {
    let (last, rest) = c.split_last().filter(|_| c.len() == 18)?;
    let [year, month, day] = pairs(c.get(4..10)?)?;
    let state = c.get(11..13)?;
    let sum: u32 = rest.iter().zip((2..=18).rev()).map(|(&c, weight)| spanish(c) * weight).sum();
    let held = is_digit(Some(last), (10 - sum % 10) % 10);
    Some(held && is_day_of_either(year, month, day) && STATES.chunks(2).any(|s| s == state))
}

/// Place in the Spanish alphabet: digits as themselves, A to N as 10 to 23, O to Z as 25 to 36; Ñ has 24.
fn spanish(c: u8) -> u32 {
    match c {
        b'0'..=b'9' => u32::from(c - b'0'),
        b'A'..=b'N' => u32::from(c - b'A') + 10,
        b'O'..=b'Z' => u32::from(c - b'A') + 11,
        _ => 0,
    }
}

/// Mexican taxpayer code (RFC).
///
/// Four letters of a person's name or three of a company's, a date, and three characters that the tax office adds:
/// `GODE561231GR8`.
///
/// # Check
/// The date exists. The last character checks the others modulo 11; it only raises the score, since many old codes were
/// given out without it.
static MX_RFC: Entry = person("MX_RFC", "Mexican taxpayer code (RFC)")
    .shape("AAAA999999XXX|AAA999999XXX|AAAA-999999-XXX|AAA-999999-XXX")
    .check(mx_rfc)
    .score(40)
    .context(&["rfc", "contribuyente", "sat", "homoclave"])
    .finds(&["GODE561231GR8", "RFC <<GODE561231GR8>>", "mi rfc: <<GODE-561231-GR0>>"])
    .skips(&[
        ("GODE561331GR8", "there is no month 13"),
        ("see RFC 561231", "a document of the internet"),
        ("rfc GODE5612", "too short"),
    ])
    .sources(&["SAT: Registro Federal de Contribuyentes, homoclave and check digit"]);

fn mx_rfc(c: &[u8]) -> Verdict {
    match is_rfc(c) {
        Some(true) => Verdict::Valid,
        Some(false) => Verdict::Unknown,
        None => Verdict::Invalid,
    }
}

/// Whether the last character holds; `None` where there is no such date.
fn is_rfc(c: &[u8]) -> Option<bool> {
    let letters = c.len().checked_sub(9).filter(|n| matches!(n, 3 | 4))?;
    let [year, month, day] = pairs(c.get(letters..)?)?;
    if !is_day_of_either(year, month, day) {
        return None;
    }
    let (last, rest) = c.split_last()?;
    // A company's code is filled up with a space in front, which counts 37.
    let front = if letters == 3 { 37 * 13 } else { 0 };
    let sum: u32 = rest.iter().rev().zip(2..).map(|(&c, weight)| spanish(c) * weight).sum();
    let check = lack_of_11(front + sum);
    Some(if check == 10 { *last == b'A' } else { is_digit(Some(last), check) })
}

/// US adoption taxpayer identification number (ATIN).
///
/// Nine digits written 3-2-4, the first a 9, the middle two 93. It is given to children while they are adopted.
///
/// # Check
/// No check digit; the form is all there is.
static US_ATIN: Entry = person("US_ATIN", "US adoption taxpayer identification number")
    .shape("[9]99-'93'-9999|[9]99'93'9999?")
    .check(|d| if is_monotone(d) { Verdict::Invalid } else { Verdict::Unknown })
    .score(60)
    .context(&["atin", "adoption", "adopted"])
    .finds(&["912-93-1234", "ATIN <<912931234>>", "the adoption number is <<900-93-0001>>"])
    .skips(&[
        ("912931234", "nine bare digits that nobody calls so"),
        ("812-93-1234", "begins with no 9"),
        ("order 912931234", "an order"),
    ])
    .sources(&["IRS: Adoption Taxpayer Identification Number", "IRS Publication 4757"]);

/// US preparer tax identification number (PTIN).
///
/// The letter P and eight digits. Codes of other kinds look the same, so it always needs a word.
///
/// # Check
/// No check digit. One digit over and over is no number.
static US_PTIN: Entry = person("US_PTIN", "US preparer tax identification number")
    .shape("[P]99999999?|[P]-99999999?")
    .check(|c| if c.get(1..).is_none_or(is_monotone) { Verdict::Invalid } else { Verdict::Unknown })
    .score(55)
    .context(&["ptin", "ptins", "preparer"])
    .finds(&["PTIN <<P01234567>>", "my preparer's number is <<P-01234567>>", "ptin: <<p01234567>>"])
    .skips(&[
        ("P01234567", "a code that nobody calls so"),
        ("ptin P0123456", "a digit is missing"),
        ("part P01234567", "a part"),
    ])
    .sources(&["IRS: PTIN requirements for tax return preparers"]);
