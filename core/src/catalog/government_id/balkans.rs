//! Numbers of people in Romania, Bulgaria and the states of former Yugoslavia.
use super::person;
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_day, number, pairs};
use crate::check::iso7064;
use crate::check::weighted::{is_digit, lack_of_11_or_0, rest_of_11_or_0, sum};

rows! { BA_JMBG, BG_EGN, HR_OIB, ME_JMBG, MK_EMBG, RO_CNP, RS_JMBG, SI_EMSO }

/// Bulgarian uniform civil number (ЕГН).
///
/// Year, month and day of birth, three digits, a check digit. It counts only near a word.
///
/// # Check
/// Weights 2 4 8 5 10 9 7 3 6 modulo 11 modulo 10. The date exists; 20 is added to months before 1900, 40 from 2000 on.
static BG_EGN: Entry = person("BG_EGN", "Bulgarian uniform civil number (EGN)")
    .shape("9999999999?|999999 9999?")
    .check(bg_egn)
    .score(62)
    .context(&["егн", "egn"])
    .hints(&["bulgaria", "bulgarian"])
    .finds(&["ЕГН <<9001011238>>", "egn: <<9001011238>>", "моето егн е <<900101 1238>>"])
    .skips(&[
        ("9001011238", "ten bare digits that nobody calls so"),
        ("егн 900101123", "a digit is missing"),
        ("order 9001011238", "an order"),
    ])
    .sources(&["ГД ГРАО: Единен граждански номер", "Закон за гражданската регистрация, чл. 11"]);

fn bg_egn(d: &[u8]) -> Verdict {
    Verdict::from_check(is_egn(d).unwrap_or(false))
}

/// See [`BG_EGN`].
pub(super) fn is_egn(d: &[u8]) -> Option<bool> {
    let [year, month, day] = pairs(d).filter(|_| d.len() == 10)?;
    let (year, month) = match month {
        41..=52 => (2000 + year, month - 40),
        21..=32 => (1800 + year, month - 20),
        _ => (1900 + year, month),
    };
    let held = is_digit(d.last(), rest_of_11_or_0(sum(d, &[2, 4, 8, 5, 10, 9, 7, 3, 6])));
    Some(held && is_day(year, month, day))
}

/// Croatian personal identification number (OIB).
///
/// Eleven digits. It counts only near a word.
///
/// # Check
/// ISO 7064 MOD 11,10.
static HR_OIB: Entry = person("HR_OIB", "Croatian personal identification number (OIB)")
    .shape("99999999999?|'HR'99999999999?")
    .check(|c| Verdict::from_check(is_oib(c.strip_prefix(b"HR").unwrap_or(c))))
    .score(60)
    .context(&["oib", "oiba", "oibu"])
    .hints(&["croatia", "croatian", "hrvatska"])
    .finds(&["OIB <<12345678903>>", "moj oib je <<33392005961>>", "OIB: <<HR12345678903>>"])
    .skips(&[
        ("12345678903", "eleven bare digits that nobody calls so"),
        ("oib 1234567890", "a digit is missing"),
        ("narudžba order 12345678903", "an order"),
    ])
    .sources(&["Porezna uprava: Osobni identifikacijski broj", "ISO/IEC 7064:2003"]);

/// See [`HR_OIB`].
pub(super) fn is_oib(d: &[u8]) -> bool {
    d.len() == 11 && iso7064::is_valid_11_10(d)
}

/// Romanian personal numerical code (CNP).
///
/// Sex and century, the date of birth, the county, three digits, a check digit. It counts only near a word.
///
/// # Check
/// Weights 2 7 9 1 4 6 3 5 8 2 7 9 modulo 11, ten written 1. Date and county exist.
static RO_CNP: Entry = person("RO_CNP", "Romanian personal numerical code (CNP)")
    .shape("[1-9]999999999999?")
    .check(ro_cnp)
    .score(62)
    .context(&["cnp", "cnpul", "numeric"])
    .hints(&["romania", "romanian", "românia"])
    .finds(&["CNP <<1900101123457>>", "CNP-ul meu este <<1900101123457>>", "cod numeric personal: <<1900101123457>>"])
    .skips(&[
        ("1900101123457", "thirteen bare digits that nobody calls so"),
        ("cnp 190010112345", "a digit is missing"),
        ("comanda order 1900101123457", "an order"),
    ])
    .sources(&["DEPABD: structura codului numeric personal", "OUG 97/2005"]);

fn ro_cnp(d: &[u8]) -> Verdict {
    Verdict::from_check(is_cnp(d).unwrap_or(false))
}

fn is_cnp(d: &[u8]) -> Option<bool> {
    let [year, month, day] = pairs(d.get(1..)?).filter(|_| d.len() == 13)?;
    let century = match d.first()? {
        b'3' | b'4' => 1800,
        b'5' | b'6' => 2000,
        b'1' | b'2' | b'7' | b'8' | b'9' => 1900,
        _ => return None,
    };
    // Of residents and foreigners the century is not told.
    let of_either = matches!(d.first()?, b'7'..=b'9') && is_day(2000 + year, month, day);
    let county = matches!(number(d.get(7..9)?)?, 1..=48 | 51 | 52 | 70 | 80..=83);
    let check = match sum(d, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 {
        10 => 1,
        rest => rest,
    };
    Some((is_day(century + year, month, day) || of_either) && county && is_digit(d.last(), check))
}

/// A number of the register that Yugoslavia began in 1976: day, month and year of birth (its last three digits), the region, three
/// digits, a check digit; weights 7 to 2 twice, modulo 11. The region says which of its successors keeps it.
fn jmbg(d: &[u8], region: fn(u32) -> bool) -> Verdict {
    Verdict::from_check(is_jmbg(d, region).unwrap_or(false))
}

fn is_jmbg(d: &[u8], region: fn(u32) -> bool) -> Option<bool> {
    let (day, month, year) = (number(d.get(..2)?)?, number(d.get(2..4)?)?, number(d.get(4..7)?)?);
    let year = if year >= 800 { 1000 + year } else { 2000 + year };
    let held = is_digit(d.get(12), lack_of_11_or_0(sum(d, &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2])));
    Some(d.len() == 13 && is_day(year, month, day) && region(number(d.get(7..9)?)?) && held)
}

/// Bosnian unique master citizen number (JMBG).
///
/// Thirteen digits: the date of birth, a region from 10 to 19, three digits, a check digit. It counts only near a word.
///
/// # Check
/// Weights 7 to 2 twice, modulo 11. The date exists; the region is one of Bosnia's.
static BA_JMBG: Entry = person("BA_JMBG", "Bosnian unique master citizen number (JMBG)")
    .shape("[0-3]999[09]99[1]99999?")
    .check(|d| jmbg(d, |region| matches!(region, 10..=19)))
    .score(62)
    .context(&["jmbg", "jmb", "matični", "MATIČNI", "maticni", "matičnog", "MATIČNOG"])
    .hints(&["bosnia", "bosnian", "bosna"])
    .finds(&["JMBG <<0101990101230>>", "matični broj <<0101990101230>>", "JMB: <<0101990101230>>"])
    .skips(&[
        ("0101990101230", "thirteen bare digits that nobody calls so"),
        ("jmbg 010199010123", "a digit is missing"),
        ("order 0101990101230", "an order"),
    ])
    .sources(&["Zakon o jedinstvenom matičnom broju (BiH): regions 10 to 19"]);

/// Montenegrin unique master citizen number (JMBG).
///
/// Thirteen digits: the date of birth, a region from 20 to 29, three digits, a check digit. It counts only near a word.
///
/// # Check
/// Weights 7 to 2 twice, modulo 11. The date exists; the region is one of Montenegro's.
static ME_JMBG: Entry = person("ME_JMBG", "Montenegrin unique master citizen number (JMBG)")
    .shape("[0-3]999[09]99[2]99999?")
    .check(|d| jmbg(d, |region| matches!(region, 20..=29)))
    .score(62)
    .context(&["jmbg", "jmb", "matični", "MATIČNI", "maticni", "matičnog", "MATIČNOG"])
    .hints(&["montenegro", "montenegrin"])
    .finds(&["JMBG <<0101990201235>>", "matični broj <<0101990201235>>", "jmbg: <<0101990201235>>"])
    .skips(&[
        ("0101990201235", "thirteen bare digits that nobody calls so"),
        ("jmbg 010199020123", "a digit is missing"),
        ("order 0101990201235", "an order"),
    ])
    .sources(&["Zakon o centralnom registru stanovništva (Crna Gora): regions 20 to 29"]);

/// Macedonian unique master citizen number (ЕМБГ).
///
/// Thirteen digits: the date of birth, a region from 40 to 49, three digits, a check digit. It counts only near a word.
///
/// # Check
/// Weights 7 to 2 twice, modulo 11. The date exists; the region is one of North Macedonia's.
static MK_EMBG: Entry = person("MK_EMBG", "Macedonian unique master citizen number (EMBG)")
    .shape("[0-3]999[09]99[4]99999?")
    .check(|d| jmbg(d, |region| matches!(region, 40..=49)))
    .score(62)
    .context(&["embg", "ембг", "матичен", "МАТИЧЕН"])
    .hints(&["macedonia", "macedonian"])
    .finds(&["ЕМБГ <<0101990410012>>", "embg: <<0101990410012>>", "матичен број <<0101990410012>>"])
    .skips(&[
        ("0101990410012", "thirteen bare digits that nobody calls so"),
        ("embg 010199041001", "a digit is missing"),
        ("order 0101990410012", "an order"),
    ])
    .sources(&["Закон за матичниот број на граѓанинот: regions 40 to 49"]);

/// Serbian unique master citizen number (ЈМБГ).
///
/// Thirteen digits: the date of birth, a region from 70 to 99 (or 00 to 09 for foreigners), three digits, a check digit. It
/// counts only near a word.
///
/// # Check
/// Weights 7 to 2 twice, modulo 11. The date exists; the region is one of Serbia's.
static RS_JMBG: Entry = person("RS_JMBG", "Serbian unique master citizen number (JMBG)")
    .shape("[0-3]999[09]99[07-9]99999?")
    .check(|d| jmbg(d, |region| matches!(region, 0..=9 | 70..=99)))
    .score(62)
    .context(&["jmbg", "јмбг", "ЈМБГ", "matični", "MATIČNI", "maticni", "матични", "МАТИЧНИ"])
    .hints(&["serbia", "serbian", "srbija"])
    .finds(&["JMBG <<0710985711000>>", "ЈМБГ: <<0101990711233>>", "matični broj <<0101990711233>>"])
    .skips(&[
        ("0710985711000", "thirteen bare digits that nobody calls so"),
        ("jmbg 071098571100", "a digit is missing"),
        ("order 0710985711000", "an order"),
    ])
    .sources(&["Закон о јединственом матичном броју грађана (Србија): regions 70 to 99"]);

/// Slovenian unique master citizen number (EMŠO).
///
/// Thirteen digits: the date of birth, the region 50, three digits, a check digit. It counts only near a word.
///
/// # Check
/// Weights 7 to 2 twice, modulo 11. The date exists; the region is 50 to 59.
static SI_EMSO: Entry = person("SI_EMSO", "Slovenian unique master citizen number (EMŠO)")
    .shape("[0-3]999[09]99[5]99999?")
    .check(|d| jmbg(d, |region| matches!(region, 50..=59)))
    .score(62)
    .context(&["emšo", "EMŠO", "emso", "emša", "EMŠA"])
    .hints(&["slovenia", "slovenian"])
    .finds(&["EMŠO <<0101990501239>>", "emso: <<1505985505002>>", "moj EMŠO je <<0101990501239>>"])
    .skips(&[
        ("0101990501239", "thirteen bare digits that nobody calls so"),
        ("emšo 010199050123", "a digit is missing"),
        ("order 0101990501239", "an order"),
    ])
    .sources(&["Zakon o centralnem registru prebivalstva: EMŠO"]);
