//! Numbers of people and companies in Poland, the Czech Republic, Slovakia, Hungary and Slovenia.
use super::{company, person};
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_day, is_monotone, pairs};
use crate::check::weighted::{is_digit, lack_of_11, last_is, rest_of_11_or_0, sum};

rows! { CZ_BIRTH_NUMBER, HU_TAJ, HU_TAX_ID, PL_ID_CARD, PL_NIP, PL_REGON, SI_TAX_NUMBER }

/// Czech and Slovak birth number (rodné číslo).
///
/// Year, month and day of birth, a slash, three or four digits: `900101/1239`. Both states give the same numbers, so both
/// have this type.
///
/// # Check
/// Ten digits: a multiple of eleven, or, until 1985, a remainder of ten with a last digit of 0. Nine digits (until 1953) have
/// no check. The date exists; women have 50 added to the month, and either may have 20 more.
static CZ_BIRTH_NUMBER: Entry = person("CZ_BIRTH_NUMBER", "Czech and Slovak birth number")
    .shape("999999/9999|999999/999?|9999999999?|999999999?|999999 9999?")
    .check(birth_number)
    .score(60)
    .context(&["rodné", "rodne", "rodného", "rč", "RČ", "rodnecislo", "rodným"])
    .hints(&["czech", "slovak", "slovakia", "czechia"])
    .finds(&["900101/1239", "rodné číslo <<9001011239>>", "rodné číslo: <<530101/123>>", "moje RČ je <<906231/1236>>"])
    .skips(&[
        ("900101/1238", "no multiple of eleven"),
        ("9001011239", "ten bare digits that nobody calls so"),
        ("901301/1239", "there is no month 13"),
    ])
    .sources(&["Zákon č. 133/2000 Sb., § 13", "Zákon č. 301/1995 Z. z. o rodnom čísle"]);

pub(super) fn birth_number(d: &[u8]) -> Verdict {
    let Some([year, month, day]) = pairs(d) else { return Verdict::Invalid };
    let month = match month {
        71..=82 => month - 70,
        51..=62 => month - 50,
        21..=32 => month - 20,
        _ => month,
    };
    let old = d.len() == 9;
    let year = if old || year >= 54 { 1900 + year } else { 2000 + year };
    if !is_day(year, month, day) || old && year > 1953 {
        return Verdict::Invalid;
    }
    if old {
        return Verdict::Unknown;
    }
    let value = |d: &[u8]| d.iter().fold(0, |n, d| (n * 10 + u64::from(d.wrapping_sub(b'0'))) % 11);
    let front = d.get(..9).map_or(0, value);
    Verdict::from_check(d.len() == 10 && is_digit(d.last(), (front % 10) as u32) && !is_monotone(d))
}

/// Hungarian social security number (TAJ-szám).
///
/// Nine digits, written 3-3-3. It counts only near a word.
///
/// # Check
/// Weights 3 and 7 in turn, modulo 10.
static HU_TAJ: Entry = person("HU_TAJ", "Hungarian social security number (TAJ)")
    .shape("999~999~999?")
    .check(|d| Verdict::from_check(last_is(d, &[3, 7, 3, 7, 3, 7, 3, 7], |sum| sum % 10)))
    .score(60)
    .context(&["taj", "tajszám", "tajszámom", "társadalombiztosítási"])
    .finds(&["TAJ-szám: <<111 223 334>>", "tajszámom <<040123459>>", "TAJ <<111-223-334>>"])
    .skips(&[
        ("111 223 334", "nine digits that nobody calls so"),
        ("taj 11122333", "a digit is missing"),
        ("taj order 111223334", "an order"),
    ])
    .sources(&["1996. évi XX. törvény, 2. számú melléklet"]);

/// Hungarian tax identification number of a person (adóazonosító jel).
///
/// Ten digits, the first an 8. It counts only near a word.
///
/// # Check
/// Each digit times its place, modulo 11.
static HU_TAX_ID: Entry = person("HU_TAX_ID", "Hungarian tax identification number")
    .shape("[8]999999999?")
    .check(|d| Verdict::from_check(d.starts_with(b"8") && last_is(d, &[1, 2, 3, 4, 5, 6, 7, 8, 9], |sum| sum % 11)))
    .score(62)
    .context(&["adóazonosító", "adóazonosítóm", "adoazonosito", "adóazonosítója"])
    .hints(&["hungary", "hungarian", "magyar"])
    .finds(&["adóazonosító jel: <<8071234567>>", "adóazonosítóm <<8362512342>>", "adoazonosito <<8431200014>>"])
    .skips(&[
        ("8071234567", "ten bare digits that nobody calls so"),
        ("adóazonosító 807123456", "a digit is missing"),
        ("order 8071234567", "an order"),
    ])
    .sources(&["1996. évi XX. törvény, 1. számú melléklet"]);

/// Polish identity card number (numer dowodu osobistego).
///
/// Three letters and six digits, the first of them a check digit. It always needs a word.
///
/// # Check
/// Weights 7 3 1, 9 for the check digit, 7 3 1 7 3, modulo 10.
static PL_ID_CARD: Entry = person("PL_ID_CARD", "Polish identity card number")
    .shape("AAA999999?|AAA 999999?")
    .check(pl_id_card)
    .score(62)
    .context(&["dowód", "dowodu", "dowod", "osobisty", "osobistego", "dowodem"])
    .finds(&["nr dowodu osobistego <<ABS123456>>", "dowód: <<ABC 500000>>", "dowód osobisty <<AYW336000>>"])
    .skips(&[
        ("ABS123456", "a code that nobody calls so"),
        ("dowód ABS223456", "wrong check digit"),
        ("dowód ABS12345", "a digit is missing"),
    ])
    .sources(&["Ministerstwo Cyfryzacji: seria i numer dowodu osobistego", "ICAO Doc 9303, part 3: weights"]);

fn pl_id_card(c: &[u8]) -> Verdict {
    let (Some(letters), Some(check), Some(digits)) = (c.get(..3), c.get(3), c.get(4..9)) else { return Verdict::Invalid };
    // A letter counts ten at A: seven less than its distance from `0` in ASCII.
    let letters = sum(letters, &[7, 3, 1]).wrapping_sub(7 * 11);
    Verdict::from_check(is_digit(Some(check), letters.wrapping_add(sum(digits, &[7, 3, 1, 7, 3])) % 10))
}

/// Polish tax number (NIP).
///
/// Ten digits, written 3-3-2-2 or 3-2-2-3. Bare ones count only near a word.
///
/// # Check
/// Weights 6 5 7 2 3 4 5 6 7 modulo 11.
static PL_NIP: Entry = company("PL_NIP", "Polish tax number (NIP)")
    .shape("999-999-99-99|999-99-99-999|9999999999?|999 999 99 99?")
    .check(|d| Verdict::from_check(last_is(d, &[6, 5, 7, 2, 3, 4, 5, 6, 7], |sum| sum % 11)))
    .score(60)
    .context(&["nip", "nipu", "podatkowy"])
    .finds(&["526-000-12-46", "NIP <<1234563218>>", "nip: <<123-45-63-218>>"])
    .skips(&[
        ("526-000-12-47", "wrong check digit"),
        ("1234563218", "ten bare digits that nobody calls so"),
        ("nip 123456321", "a digit is missing"),
    ])
    .sources(&["Ustawa o zasadach ewidencji i identyfikacji podatników: NIP", "Ministerstwo Finansów: algorithm of the check digit"]);

/// Polish statistical number of a company (REGON).
///
/// Nine digits, or fourteen for a part of a company. It counts only near a word.
///
/// # Check
/// Weights 8 9 2 3 4 5 6 7, and 2 4 8 5 0 9 7 3 6 1 2 4 8 for fourteen, modulo 11 modulo 10.
static PL_REGON: Entry = company("PL_REGON", "Polish statistical number (REGON)")
    .shape("999999999?|99999999999999?")
    .check(pl_regon)
    .score(60)
    .context(&["regon", "regonu"])
    .finds(&["REGON <<123456785>>", "regon: <<12345678512347>>", "nr regon <<123456785>>"])
    .skips(&[
        ("123456785", "nine bare digits that nobody calls so"),
        ("regon 12345678", "a digit is missing"),
        ("order 123456785", "an order"),
    ])
    .sources(&["GUS: Rejestr REGON, budowa numeru"]);

fn pl_regon(d: &[u8]) -> Verdict {
    let short = |d: &[u8]| last_is(d, &[8, 9, 2, 3, 4, 5, 6, 7], rest_of_11_or_0);
    Verdict::from_check(match d.len() {
        9 => short(d),
        14 => d.get(..9).is_some_and(short) && last_is(d, &[2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8], rest_of_11_or_0),
        _ => false,
    })
}

/// Slovenian tax number (davčna številka).
///
/// Eight digits, the first not 0. It counts only near a word.
///
/// # Check
/// Weights 8 to 2 modulo 11; ten is written 0.
static SI_TAX_NUMBER: Entry = person("SI_TAX_NUMBER", "Slovenian tax number")
    .shape("[1-9]9999999?|'SI'[1-9]9999999?")
    .check(|c| Verdict::from_check(is_si_tax(c.strip_prefix(b"SI").unwrap_or(c))))
    .score(60)
    .context(&["davčna", "DAVČNA", "davcna", "davčno", "DAVČNO", "ddv"])
    .hints(&["slovenia", "slovenian"])
    .finds(&["davčna številka <<12345679>>", "davcna: <<12345679>>", "ID za DDV <<SI12345679>>"])
    .skips(&[
        ("12345679", "eight bare digits that nobody calls so"),
        ("davčna 1234567", "a digit is missing"),
        ("naročilo order 12345679", "an order"),
    ])
    .sources(&["FURS: davčna številka, Zakon o finančni upravi", "European Commission: TIN algorithms, Slovenia"]);

/// See [`SI_TAX_NUMBER`]; the number of the value-added tax is the same.
pub(super) fn is_si_tax(d: &[u8]) -> bool {
    // Where nothing is lacking the number is never given; ten is written 0.
    let value = |sum: u32| match lack_of_11(sum) {
        0 => 99,
        lack => lack % 10,
    };
    d.first() != Some(&b'0') && last_is(d, &[8, 7, 6, 5, 4, 3, 2], value)
}
