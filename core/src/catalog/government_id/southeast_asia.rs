//! Numbers of people and companies in Singapore, Malaysia, Indonesia, Thailand, the Philippines and Viet Nam.
use super::{company, person};
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_day_of_either, is_monotone, number, pairs};
use crate::check::luhn;
use crate::check::weighted::{last_is, sum};

rows! { ID_NIK, ID_NPWP, MY_NRIC, PH_PHILSYS, PH_TIN, PH_UMID, SG_UEN, TH_TNIN, VN_CCCD, VN_TAX_CODE }

/// No check digit: anything but one digit over and over.
fn unchecked(d: &[u8]) -> Verdict {
    if is_monotone(d) { Verdict::Invalid } else { Verdict::Unknown }
}

fn possible(held: bool) -> Verdict {
    if held { Verdict::Unknown } else { Verdict::Invalid }
}

/// Indonesian population number (NIK).
///
/// Sixteen digits: the district, day, month and year of birth, four digits. Cards look the same, so it counts only near a word.
///
/// # Check
/// No check digit. The province and the date exist; women have 40 added to the day.
static ID_NIK: Entry = person("ID_NIK", "Indonesian population number (NIK)")
    .shape("[1-9]999999999999999?|[1-9]999 9999 9999 9999?")
    .check(id_nik)
    .score(58)
    .context(&["nik", "ktp", "ektp", "kependudukan"])
    .finds(&["NIK <<3171011708450001>>", "no KTP: <<3171014108900001>>", "nik saya <<3171 0117 0845 0001>>"])
    .skips(&[
        ("3171011708450001", "sixteen bare digits that nobody calls so"),
        ("nik 317101170845000", "a digit is missing"),
        ("order 3171011708450001", "an order"),
    ])
    .sources(&["Direktorat Jenderal Kependudukan dan Pencatatan Sipil: NIK, UU 24/2013"]);

fn id_nik(d: &[u8]) -> Verdict {
    let province = matches!(d.get(..2).and_then(number), Some(11..=21 | 31..=36 | 51..=53 | 61..=65 | 71..=76 | 81 | 82 | 91..=97));
    let dated = d.get(6..).and_then(pairs).is_some_and(|[day, month, year]| {
        is_day_of_either(year, month, if day > 40 { day - 40 } else { day })
    });
    possible(d.len() == 16 && province && dated)
}

/// Indonesian tax number (NPWP).
///
/// Fifteen digits, written `01.234.567.4-123.000`. Bare ones count only near a word.
///
/// # Check
/// Luhn over the first nine.
static ID_NPWP: Entry = person("ID_NPWP", "Indonesian tax number (NPWP)")
    .shape("99.999.999.9-999.999|999999999999999?")
    .check(|d| Verdict::from_check(d.len() == 15 && d.get(..9).is_some_and(|d| luhn::is_valid(d) && !is_monotone(d))))
    .score(62)
    .context(&["npwp", "pajak"])
    .finds(&["01.234.567.4-123.000", "NPWP <<012345674123000>>", "npwp saya: <<01.234.567.4-123.000>>"])
    .skips(&[
        ("01.234.567.5-123.000", "wrong check digit"),
        ("012345674123000", "fifteen bare digits that nobody calls so"),
        ("npwp 01.234.567", "too short"),
    ])
    .sources(&["Direktorat Jenderal Pajak: Nomor Pokok Wajib Pajak"]);

/// Malaysian identity card number (MyKad, NRIC).
///
/// Year, month and day of birth, the place, four digits: `900101-07-1234`. Bare ones count only near a word.
///
/// # Check
/// No check digit. Date and place exist.
static MY_NRIC: Entry = person("MY_NRIC", "Malaysian identity card number (MyKad)")
    .shape("999999-99-9999|999999 99 9999?|999999999999?")
    .check(my_nric)
    .score(60)
    .context(&["mykad", "nric", "pengenalan", "kad", "ic"])
    .finds(&["900101-07-1234", "MyKad <<900101071234>>", "no. kad pengenalan: <<851231-14-5678>>"])
    .skips(&[
        ("901301-07-1234", "there is no month 13"),
        ("900101-00-1234", "there is no place 00"),
        ("900101071234", "twelve bare digits that nobody calls so"),
    ])
    .sources(&["Jabatan Pendaftaran Negara: MyKad, codes of the place of birth"]);

fn my_nric(d: &[u8]) -> Verdict {
    let dated = pairs(d).is_some_and(|[year, month, day]| is_day_of_either(year, month, day));
    let place = d.get(6..8).and_then(number);
    let known = matches!(place, Some(1..=16 | 21..=68 | 71 | 72 | 74..=79 | 82..=93 | 98 | 99));
    possible(d.len() == 12 && dated && known)
}

/// Philippine identity number of the national register (PhilSys, PCN).
///
/// Sixteen digits, written in fours. Cards look the same, so it counts only near a word.
///
/// # Check
/// No published rule.
static PH_PHILSYS: Entry = person("PH_PHILSYS", "Philippine identity number (PhilSys)")
    .shape("9999-9999-9999-9999?|9999999999999999?|9999 9999 9999 9999?")
    .check(unchecked)
    .score(58)
    .context(&["philsys", "philid", "pcn", "ephilid"])
    .finds(&["PhilSys <<1234-5678-9012-3456>>", "PCN: <<1234567890123456>>", "my PhilID number <<1234 5678 9012 3457>>"])
    .skips(&[
        ("1234-5678-9012-3456", "a number that nobody calls so"),
        ("philsys 1234-5678-9012", "too short"),
        ("order 1234567890123456", "an order"),
    ])
    .sources(&["Philippine Statistics Authority: PhilSys, Republic Act 11055"]);

/// Philippine tax number (TIN).
///
/// Nine digits and a branch of three or five, written in threes. It counts only near a word.
///
/// # Check
/// The issuer publishes no rule, so none is held against a number.
static PH_TIN: Entry = person("PH_TIN", "Philippine tax number (TIN)")
    .shape("999-999-999-999?|999-999-999-99999?|999-999-999?|999999999999?|999 999 999 999?")
    .check(unchecked)
    .score(52)
    .context(&["tin", "bir", "philippine", "philippines"])
    .finds(&["BIR TIN <<123-456-789-000>>", "my TIN is <<123-456-789-00000>>", "TIN: <<123456789000>>"])
    .skips(&[
        ("123-456-789-000", "a number that nobody calls so"),
        ("tin 123-456", "too short"),
        ("order 123456789000", "an order"),
    ])
    .sources(&["Bureau of Internal Revenue of the Philippines: Taxpayer Identification Number"]);

/// Philippine social insurance numbers (UMID's CRN, SSS, PhilHealth).
///
/// Twelve digits written 4-7-1 or 2-9-1, or ten written 2-7-1. They count only near a word.
///
/// # Check
/// No published rule.
static PH_UMID: Entry = person("PH_UMID", "Philippine social insurance number (UMID, SSS, PhilHealth)")
    .shape("9999-9999999-9?|99-9999999-9?|99-999999999-9?|9999999999?|999999999999?")
    .check(unchecked)
    .score(55)
    .context(&["umid", "crn", "sss", "philhealth", "gsis"])
    .finds(&["UMID <<0111-1234567-8>>", "SSS number: <<34-1234567-8>>", "PhilHealth <<12-345678901-2>>"])
    .skips(&[
        ("34-1234567-8", "a number that nobody calls so"),
        ("sss 34-12345", "too short"),
        ("order 3412345678", "an order"),
    ])
    .sources(&["Social Security System, GSIS and PhilHealth: Unified Multi-Purpose ID, common reference number"]);

/// Singaporean unique entity number (UEN).
///
/// Eight digits and a letter (businesses), nine and a letter (local companies), or `T`, `S` or `R`, a year, two letters of the kind,
/// four digits and a letter. The first two count only near a word.
///
/// # Check
/// Weights 10 4 9 3 8 2 7 1, 10 8 6 4 9 7 5 3 1, and 4 3 5 3 10 2 2 5 7, modulo 11, each with letters of its own.
static SG_UEN: Entry = company("SG_UEN", "Singaporean unique entity number")
    .shape("[TSR]99AA9999A|99999999A?|[12]99999999A?")
    .check(sg_uen)
    .score(62)
    .context(&["uen", "acra", "bizfile"])
    .finds(&["T01FC6132D", "UEN <<00192200M>>", "uen: <<197401143C>>"])
    .skips(&[
        ("T01FC6132E", "wrong check letter"),
        ("00192200M", "a code that nobody calls so"),
        ("uen 0019220M", "a digit is missing"),
    ])
    .sources(&["Accounting and Corporate Regulatory Authority: Unique Entity Number"]);

fn sg_uen(c: &[u8]) -> Verdict {
    let Some((last, rest)) = c.split_last() else { return Verdict::Invalid };
    let letter = match c.len() {
        9 => b"XMKECAWLJDB".get(sum(rest, &[10, 4, 9, 3, 8, 2, 7, 1]) as usize % 11),
        10 if rest.iter().all(u8::is_ascii_digit) => {
            b"ZKCMDNERGWH".get(sum(rest, &[10, 8, 6, 4, 9, 7, 5, 3, 1]) as usize % 11)
        }
        10 => other_entity(rest),
        _ => None,
    };
    Verdict::from_check(letter == Some(last))
}

fn other_entity(rest: &[u8]) -> Option<&'static u8> {
    const CHARACTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWX0123456789";
    let mut total = 0;
    for (c, weight) in rest.iter().zip([4, 3, 5, 3, 10, 2, 2, 5, 7]) {
        total += CHARACTERS.iter().position(|known| known == c)? * weight;
    }
    CHARACTERS.get((total + 6) % 11)
}

/// Thai identity number (เลขประจำตัวประชาชน).
///
/// Thirteen digits, written 1-4-5-2-1. Bare ones count only near a word.
///
/// # Check
/// Weights 13 to 2 modulo 11.
static TH_TNIN: Entry = person("TH_TNIN", "Thai identity number")
    .shape("[1-8]-9999-99999-99-9|[1-8] 9999 99999 99 9|[1-8]999999999999?")
    .check(|d| Verdict::from_check(last_is(d, &[13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2], |sum| (11 - sum % 11) % 10)))
    .score(62)
    .context(&["บัตรประชาชน", "เลขบัตรประชาชน", "ประชาชน", "เลขประจำตัวประชาชน"])
    .hints(&["thai", "thailand"])
    .finds(&["1-1017-00203-45-0", "เลขบัตรประชาชน <<1101700203450>>", "my Thai ID is <<1101700203450>>"])
    .skips(&[
        ("1-1017-00203-45-1", "wrong check digit"),
        ("1101700203450", "thirteen bare digits that nobody calls so"),
        ("9-1017-00203-45-0", "begins with a 9"),
    ])
    .sources(&["Department of Provincial Administration, Thailand: identification number"]);

/// Vietnamese citizen identity number (CCCD).
///
/// Twelve digits: the province, sex and century, the year of birth, six digits. It counts only near a word.
///
/// # Check
/// No check digit. The province is 001 to 096.
static VN_CCCD: Entry = person("VN_CCCD", "Vietnamese citizen identity number (CCCD)")
    .shape("[0]99999999999?")
    .check(|d| possible(d.len() == 12 && matches!(d.get(..3).and_then(number), Some(1..=96)) && !is_monotone(d)))
    .score(58)
    .context(&["cccd", "căn", "CĂN", "cước", "CƯỚC", "cmnd", "cmt"])
    .finds(&["CCCD <<001090012345>>", "số căn cước <<079190123456>>", "cccd: <<001090012345>>"])
    .skips(&[
        ("001090012345", "twelve bare digits that nobody calls so"),
        ("cccd 00109001234", "a digit is missing"),
        ("order 001090012345", "an order"),
    ])
    .sources(&["Ministry of Public Security, Viet Nam: Circular 59/2021/TT-BCA"]);

/// Vietnamese tax code (mã số thuế).
///
/// Ten digits, for a branch a dash and three more. It counts only near a word.
///
/// # Check
/// Prime weights 31 29 23 19 17 13 7 5 3 modulo 11; ten less that is the tenth digit.
static VN_TAX_CODE: Entry = company("VN_TAX_CODE", "Vietnamese tax code (MST)")
    .shape("9999999999?|9999999999-999?")
    .check(|d| {
        let front = d.get(..10).unwrap_or(&[]);
        let value = |sum: u32| 10 - sum % 11;
        Verdict::from_check(matches!(d.len(), 10 | 13) && last_is(front, &[31, 29, 23, 19, 17, 13, 7, 5, 3], value))
    })
    .score(60)
    .context(&["mst", "thuế", "THUẾ", "thue"])
    .finds(&["MST <<0100233488>>", "mã số thuế: <<0100233488-001>>", "mst <<0314409058>>"])
    .skips(&[
        ("0100233488", "ten bare digits that nobody calls so"),
        ("mst 01002334", "too short"),
        ("order 0100233488", "an order"),
    ])
    .sources(&["General Department of Taxation, Viet Nam: tax code, Circular 105/2020/TT-BTC"]);
