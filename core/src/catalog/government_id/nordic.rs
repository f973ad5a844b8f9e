//! Numbers of people and companies in Denmark, Finland, Iceland, Norway and Sweden.
use super::{company, person};
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_day, is_day_of_either, is_monotone, number, pairs};
use crate::check::luhn;
use crate::check::weighted::{is_digit, lack_of_11, sum};

rows! { DK_CPR, FI_PERSONAL_IDENTITY_CODE, IS_KENNITALA, NO_FODSELSNUMMER, SE_ORGANISATIONSNUMMER }

/// Danish civil registration number (CPR-nummer).
///
/// Day, month and year of birth, a dash, four digits: `010190-1009`. Without the dash it counts only near a word.
///
/// # Check
/// The date exists. The old check (weights 4 3 2 7 6 5 4 3 2 1 modulo 11) only raises the score: since 2007 numbers
/// are given without it.
static DK_CPR: Entry = person("DK_CPR", "Danish civil registration number (CPR)")
    .shape("999999-9999|999999 9999?|9999999999?")
    .check(dk_cpr)
    .score(48)
    .context(&["cpr", "cprnr", "cprnummer", "personnummer"])
    .hints(&["danish", "denmark", "dansk", "danske"])
    .finds(&["cpr <<010190-1009>>", "mit CPR-nummer er <<0101901017>>", "cpr: <<010190-1234>>"])
    .skips(&[
        ("010190-1234", "a number of this form that nobody calls so, without the old check"),
        ("cpr 010190-123", "a digit is missing"),
        ("0101901009", "ten bare digits that nobody calls so"),
    ])
    .sources(&["CPR-kontoret: Personnummeret i CPR (2008), on numbers without the modulus 11 check"]);

fn dk_cpr(d: &[u8]) -> Verdict {
    let Some([day, month, year]) = pairs(d).filter(|_| d.len() == 10) else { return Verdict::Invalid };
    if !is_day_of_either(year, month, day) {
        return Verdict::Invalid;
    }
    let held = sum(d, &[4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11);
    if held { Verdict::Valid } else { Verdict::Unknown }
}

/// Finnish personal identity code (henkilötunnus).
///
/// Day, month and year of birth, a sign for the century, three digits, a check character: `131052-308T`. The sign is a
/// dash or U to Y for 19xx, A to F for 20xx.
///
/// # Check
/// The nine digits as one number, modulo 31, say the check character. The date exists.
static FI_PERSONAL_IDENTITY_CODE: Entry = person("FI_PERSONAL_IDENTITY_CODE", "Finnish personal identity code")
    .shape("999999-999X|999999[A-FU-Y]999X")
    .check(fi_code)
    .score(65)
    .context(&["hetu", "henkilötunnus", "henkilötunnukseni", "personbeteckning", "henkilotunnus"])
    .finds(&["131052-308T", "030201A005Y", "hetu on <<010190X002R>>"])
    .skips(&[
        ("131052-308U", "wrong check character"),
        ("310252-3087", "there is no 31 February"),
        ("131052-308", "no check character"),
    ])
    .sources(&["Digital and Population Data Services Agency: The personal identity code"]);

fn fi_code(c: &[u8]) -> Verdict {
    Verdict::from_check(is_fi_code(c).unwrap_or(false))
}

fn is_fi_code(c: &[u8]) -> Option<bool> {
    const SYMBOLS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    let (last, rest) = c.split_last().filter(|_| matches!(c.len(), 10 | 11))?;
    let (birth, serial) = (rest.get(..6)?, rest.get(rest.len() - 3..)?);
    // The check sees letters and digits alone: where the seventh is no letter, a dash stood there.
    let century = if matches!(rest.get(6)?, b'A'..=b'F') { 2000 } else { 1900 };
    let [day, month, year] = pairs(birth)?;
    let symbol = (number(birth)? * 1000 + number(serial)?) % 31;
    Some(is_day(century + year, month, day) && SYMBOLS.get(symbol as usize) == Some(last))
}

/// Icelandic identification number (kennitala).
///
/// Day, month and year of birth, two digits, a check digit, the century: `010190-4449`. Companies add 40 to the day.
///
/// # Check
/// Weights 3 2 7 6 5 4 3 2 modulo 11 say the ninth digit. The date exists; the last digit is 8, 9 or 0.
static IS_KENNITALA: Entry = person("IS_KENNITALA", "Icelandic identification number")
    .shape("999999-999[089]|999999999[089]?")
    .check(is_kennitala)
    .score(62)
    .context(&["kennitala", "kennitalan", "kennitölu", "kennitalu", "kt"])
    .hints(&["iceland", "icelandic", "íslensk"])
    .finds(&["kennitala <<010190-4449>>", "kt. <<0101904369>>", "kennitalan mín er <<010190-4369>>"])
    .skips(&[
        ("010190-4459", "wrong check digit"),
        ("0101904449", "ten bare digits that nobody calls so"),
        ("kennitala 010190", "too short"),
    ])
    .sources(&["Þjóðskrá Íslands (Registers Iceland): Um kennitölur"]);

fn is_kennitala(d: &[u8]) -> Verdict {
    let Some([day, month, year]) = pairs(d).filter(|_| d.len() == 10) else { return Verdict::Invalid };
    let century = match d.last() {
        Some(b'8') => 1800,
        Some(b'9') => 1900,
        Some(b'0') => 2000,
        _ => return Verdict::Invalid,
    };
    let day = if day > 40 { day - 40 } else { day };
    let held = is_digit(d.get(8), lack_of_11(sum(d, &[3, 2, 7, 6, 5, 4, 3, 2])));
    Verdict::from_check(held && is_day(century + year, month, day))
}

/// Norwegian identity number (fødselsnummer), and the D-number of people who stay for a time.
///
/// Day, month and year of birth, three digits, two check digits. D-numbers add 40 to the day. Bare ones count only near
/// a word.
///
/// # Check
/// Weights 3 7 6 1 8 9 4 5 2, then 5 4 3 2 7 6 5 4 3 2, both modulo 11. The date exists.
static NO_FODSELSNUMMER: Entry = person("NO_FODSELSNUMMER", "Norwegian identity number")
    .shape("[0-7]99999 99999|[0-7]9999999999?")
    .check(no_fnr)
    .score(62)
    .context(&["fødselsnummer", "fodselsnummer", "fødselsnummeret", "fødselsnr", "fnr", "personnummer", "personnr", "dnummer"])
    .hints(&["norwegian", "norway", "norsk", "norske", "norge"])
    .finds(&["010190 70537", "fødselsnummer: <<01019070537>>", "mitt personnummer er <<010190 02175>>"])
    .skips(&[
        ("010190 70538", "wrong check digit"),
        ("01019070537", "eleven bare digits that nobody calls so"),
        ("ordre order 01019070537", "an order"),
    ])
    .sources(&["Skatteetaten: The national identity number and the D number"]);

fn no_fnr(d: &[u8]) -> Verdict {
    Verdict::from_check(is_no_fnr(d).unwrap_or(false))
}

fn is_no_fnr(d: &[u8]) -> Option<bool> {
    let [day, month, year] = pairs(d).filter(|_| d.len() == 11)?;
    let day = if day > 40 { day - 40 } else { day };
    // Registers for tests and for health add 80 or 40 to the month.
    let month = if month > 80 { month - 80 } else if month > 40 { month - 40 } else { month };
    let first = is_digit(d.get(9), lack_of_11(sum(d, &[3, 7, 6, 1, 8, 9, 4, 5, 2])));
    let second = is_digit(d.get(10), lack_of_11(sum(d, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2])));
    Some(is_day_of_either(year, month, day) && first && second)
}

/// Swedish organisation number (organisationsnummer).
///
/// Ten digits written 6-4, the third a 2 or more, so that none is a person's. Bare ones count only near a word.
///
/// # Check
/// Luhn. The first digit is 1, 2, 3 or 5 to 9.
static SE_ORGANISATIONSNUMMER: Entry = company("SE_ORGANISATIONSNUMMER", "Swedish organisation number")
    .shape("[1-35-9]9[2-9]999-9999|[1-35-9]9[2-9]9999999?")
    .check(|d| Verdict::from_check(d.len() == 10 && luhn::is_valid(d) && !is_monotone(d) && d.get(2).is_some_and(|d| *d > b'1')))
    .score(60)
    .context(&["organisationsnummer", "organisationsnr", "orgnr", "orgnummer"])
    .finds(&["556123-4567", "organisationsnummer <<5561234567>>", "org.nr: <<556123-4567>>"])
    .skips(&[
        ("556123-4568", "wrong check digit"),
        ("5561234567", "ten bare digits that nobody calls so"),
        ("orgnr 556123", "too short"),
    ])
    .sources(&["Bolagsverket: organisationsnummer", "Lag (1974:174) om identitetsbeteckning för juridiska personer m.fl."]);
