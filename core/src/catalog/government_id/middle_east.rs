//! Numbers of people in Israel, Egypt and the states of the Gulf.
use super::person;
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_day, is_monotone, number, pairs};
use crate::check::luhn;
use crate::check::weighted::{is_digit, lack_of_11, sum};

rows! { AE_EMIRATES_ID, BH_CPR, EG_NATIONAL_ID, IL_ID, KW_CIVIL_ID, OM_CIVIL_ID, QA_ID, SA_NATIONAL_ID }

/// Emirates ID number.
///
/// 784, the year of birth, seven digits, a check digit: `784-1990-1234567-6`.
///
/// # Check
/// The year is 1900 to 2099. Luhn only raises the score: the issuer has published no rule.
static AE_EMIRATES_ID: Entry = person("AE_EMIRATES_ID", "Emirates ID number")
    .shape("'784'-9999-9999999-9|'784' 9999 9999999 9|'784'999999999999?")
    .check(|d| match d.get(3..5) {
        Some(b"19" | b"20") if luhn::is_valid(d) => Verdict::Valid,
        Some(b"19" | b"20") => Verdict::Unknown,
        _ => Verdict::Invalid,
    })
    .score(60)
    .context(&["emirates", "eid", "emiratesid", "هوية", "الهوية"])
    .finds(&["784-1990-1234567-6", "Emirates ID: <<784199012345676>>", "my EID is <<784-1984-5678901-9>>"])
    .skips(&[
        ("784-1790-1234567-6", "nobody was born then"),
        ("784199012345676", "fifteen bare digits that nobody calls so"),
        ("785-1990-1234567-6", "begins with no 784"),
    ])
    .sources(&["Federal Authority for Identity, Citizenship, Customs & Port Security: Emirates ID", "ISO 3166-1: 784"]);

/// Bahraini personal number (CPR).
///
/// Nine digits that begin with year and month of birth. It counts only near a word.
///
/// # Check
/// The month exists; the rule of the last digit is not published.
static BH_CPR: Entry = person("BH_CPR", "Bahraini personal number (CPR)")
    .shape("999999999?")
    .check(|d| match d.get(2..4).and_then(number) {
        Some(1..=12) if d.len() == 9 && !is_monotone(d) => Verdict::Unknown,
        _ => Verdict::Invalid,
    })
    .score(50)
    .context(&["cpr", "bahrain", "bahraini"])
    .finds(&["CPR <<900112345>>", "Bahrain ID: <<851201234>>", "my cpr number is <<900112345>>"])
    .skips(&[
        ("900112345", "nine bare digits that nobody calls so"),
        ("cpr 9001123", "too short"),
        ("order 900112345", "an order"),
    ])
    .sources(&["Information & eGovernment Authority of Bahrain: Central Population Registry"]);

/// Egyptian national identity number.
///
/// Fourteen digits: the century, the date of birth, the governorate, four digits, a check digit. It counts only near a
/// word.
///
/// # Check
/// Date and governorate exist; the rule of the last digit is not published.
static EG_NATIONAL_ID: Entry = person("EG_NATIONAL_ID", "Egyptian national identity number")
    .shape("[23]9999999999999?|[23] 999999 99 99999?")
    .check(eg_id)
    .score(58)
    .context(&["القومي", "قومي", "egypt", "egyptian"])
    .finds(&["الرقم القومي <<29001010112345>>", "Egyptian national ID <<29001010112345>>", "رقم قومي: <<30002290112345>>"])
    .skips(&[
        ("29001010112345", "fourteen bare digits that nobody calls so"),
        ("egypt 2900101011234", "a digit is missing"),
        ("order 29001010112345", "an order"),
    ])
    .sources(&["Egyptian Civil Status Organization: structure of the national number"]);

fn eg_id(d: &[u8]) -> Verdict {
    let Some([year, month, day]) = d.get(1..).and_then(pairs) else { return Verdict::Invalid };
    let century = if d.first() == Some(&b'2') { 1900 } else { 2000 };
    let governorate = matches!(d.get(7..9).and_then(number), Some(1..=4 | 11..=19 | 21..=29 | 31..=35 | 88));
    let held = d.len() == 14 && governorate && is_day(century + year, month, day);
    if held { Verdict::Unknown } else { Verdict::Invalid }
}

/// Israeli identity number (teudat zehut).
///
/// Nine digits. It counts only near a word.
///
/// # Check
/// Luhn.
static IL_ID: Entry = person("IL_ID", "Israeli identity number")
    .shape("999999999?|99999999-9?")
    .check(|d| Verdict::from_check(d.len() == 9 && luhn::is_valid(d) && !is_monotone(d)))
    .score(60)
    .context(&["זהות", "הזהות", "teudat", "zehut", "ת״ז", "תז"])
    .hints(&["israel", "israeli"])
    .finds(&["תעודת זהות <<123456782>>", "teudat zehut: <<12345678-2>>", "מספר זהות <<123456782>>"])
    .skips(&[
        ("123456782", "nine bare digits that nobody calls so"),
        ("teudat zehut 12345678", "a digit is missing"),
        ("order 123456782", "an order"),
    ])
    .sources(&["Population and Immigration Authority of Israel: identity number, check digit"]);

/// Kuwaiti civil number.
///
/// Twelve digits: the century, the date of birth, four digits, a check digit. It counts only near a word.
///
/// # Check
/// The date exists. Weights 2 1 6 3 7 9 10 5 8 4 2 modulo 11 only raise the score.
static KW_CIVIL_ID: Entry = person("KW_CIVIL_ID", "Kuwaiti civil number")
    .shape("[1-3]99999999999?")
    .check(kw_civil)
    .score(55)
    .context(&["civil", "kuwait", "kuwaiti", "المدني", "المدنية"])
    .finds(&["civil ID <<284010112345>>", "الرقم المدني: <<299051512347>>", "Kuwait ID <<301020312342>>"])
    .skips(&[
        ("284010112345", "twelve bare digits that nobody calls so"),
        ("civil ID 28401011234", "a digit is missing"),
        ("order 284010112345", "an order"),
    ])
    .sources(&["Public Authority for Civil Information, Kuwait: civil number"]);

fn kw_civil(d: &[u8]) -> Verdict {
    let Some([year, month, day]) = d.get(1..).and_then(pairs).filter(|_| d.len() == 12) else { return Verdict::Invalid };
    let century = match d.first() {
        Some(b'1') => 1800,
        Some(b'2') => 1900,
        _ => 2000,
    };
    if !is_day(century + year, month, day) {
        return Verdict::Invalid;
    }
    let held = is_digit(d.last(), lack_of_11(sum(d, &[2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])));
    if held { Verdict::Valid } else { Verdict::Unknown }
}

/// Omani civil number.
///
/// Seven to nine digits. Nothing in it can be checked, so it always needs a word.
///
/// # Check
/// No check digit. One digit over and over is no number.
static OM_CIVIL_ID: Entry = person("OM_CIVIL_ID", "Omani civil number")
    .shape("9{7,9}?")
    .check(|d| if is_monotone(d) { Verdict::Invalid } else { Verdict::Unknown })
    .score(45)
    .context(&["civil", "oman", "omani"])
    .finds(&["Oman civil ID <<12345678>>", "my civil number is <<1234567>>", "Omani ID: <<98765432>>"])
    .skips(&[
        ("12345678", "eight bare digits that nobody calls so"),
        ("Oman 123456", "too short"),
        ("order 12345678", "an order"),
    ])
    .sources(&["Royal Oman Police: civil status, civil number"]);

/// Qatari identity number (QID).
///
/// Eleven digits: the century, the year of birth, the country by its number, five digits. It counts only near a word.
///
/// # Check
/// No check digit. The century is 2 or 3, the country is a possible one.
static QA_ID: Entry = person("QA_ID", "Qatari identity number (QID)")
    .shape("[23]9999999999?")
    .check(|d| match d.get(3..6).and_then(number) {
        Some(4..=894) if d.len() == 11 => Verdict::Unknown,
        _ => Verdict::Invalid,
    })
    .score(55)
    .context(&["qid", "qatar", "qatari"])
    .finds(&["QID <<28463400123>>", "my Qatar ID is <<29035612345>>", "qid: <<30163400001>>"])
    .skips(&[
        ("28463400123", "eleven bare digits that nobody calls so"),
        ("qid 2846340012", "a digit is missing"),
        ("order 28463400123", "an order"),
    ])
    .sources(&["Ministry of Interior, Qatar: ID card", "ISO 3166-1, numeric codes"]);

/// Saudi national identity number, and the residence number of foreigners (iqama).
///
/// Ten digits, the first 1 for citizens and 2 for residents. It counts only near a word.
///
/// # Check
/// Luhn only raises the score: the issuer has published no rule.
static SA_NATIONAL_ID: Entry = person("SA_NATIONAL_ID", "Saudi national identity or residence number")
    .shape("[12]999999999?")
    .check(|d| match luhn::is_valid(d) {
        _ if is_monotone(d) => Verdict::Invalid,
        true => Verdict::Valid,
        false => Verdict::Unknown,
    })
    .score(50)
    .context(&["iqama", "absher", "saudi", "هوية", "الهوية", "إقامة", "الإقامة", "اقامة"])
    .finds(&["iqama <<2123456788>>", "رقم الهوية <<1123456780>>", "my iqama number is <<2123456789>>"])
    .skips(&[
        ("1123456780", "ten bare digits that nobody calls so"),
        ("iqama 3123456788", "begins with neither 1 nor 2"),
        ("order 2123456788", "an order"),
    ])
    .sources(&["Ministry of Interior, Saudi Arabia (Absher): national identity, residence permit"]);
