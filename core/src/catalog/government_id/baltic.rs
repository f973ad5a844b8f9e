//! Numbers of people in Estonia, Latvia and Lithuania.
use super::person;
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_day, is_day_of_either, pairs};
use crate::check::weighted::{is_digit, sum, two_pass};

rows! { EE_ISIKUKOOD, LT_ASMENS_KODAS, LV_PERSONAS_KODS }

/// Estonian personal identification code (isikukood).
///
/// Sex and century, the date of birth, three digits, a check digit. Lithuanian codes have the same form and the same
/// check, so a word must say whose it is.
///
/// # Check
/// Weights 1 2 … 9 1 modulo 11; where that leaves ten, 3 4 … 9 1 2 3. The date exists.
static EE_ISIKUKOOD: Entry = person("EE_ISIKUKOOD", "Estonian personal identification code")
    .shape("[1-8]9999999999?")
    .check(baltic)
    .score(62)
    .context(&["isikukood", "isikukoodi", "isikukoodiga", "isikukoodid", "ik"])
    .hints(&["estonia", "estonian", "eesti"])
    .finds(&["isikukood <<39001012822>>", "minu isikukood on <<39001016701>>", "Isikukood: <<39001012823>>"])
    .skips(&[
        ("39001012822", "eleven bare digits that nobody calls so"),
        ("isikukood 3900101282", "a digit is missing"),
        ("order 39001012822", "an order"),
    ])
    .sources(&["EVS 585:2007: Isikukood. Struktuur", "Rahvastikuregistri seadus"]);

/// Lithuanian personal code (asmens kodas).
///
/// Sex and century, the date of birth, three digits, a check digit. Estonian codes have the same form and the same check,
/// so a word must say whose it is.
///
/// # Check
/// Weights 1 2 … 9 1 modulo 11; where that leaves ten, 3 4 … 9 1 2 3. The date exists.
static LT_ASMENS_KODAS: Entry = person("LT_ASMENS_KODAS", "Lithuanian personal code")
    .shape("[1-6]9999999999?")
    .check(baltic)
    .score(62)
    .context(&["asmens", "kodas", "kodą", "KODĄ", "asmenskodas"])
    .hints(&["lithuania", "lithuanian", "lietuvos"])
    .finds(&["asmens kodas <<39001019834>>", "mano asmens kodas yra <<39001012060>>", "kodas: <<39001019835>>"])
    .skips(&[
        ("39001019834", "eleven bare digits that nobody calls so"),
        ("asmens kodas 3900101983", "a digit is missing"),
        ("order 39001019834", "an order"),
    ])
    .sources(&["Gyventojų registro įstatymas: structure of the asmens kodas"]);

fn baltic(d: &[u8]) -> Verdict {
    Verdict::from_check(is_baltic(d).unwrap_or(false))
}

fn is_baltic(d: &[u8]) -> Option<bool> {
    let (last, rest) = d.split_last().filter(|_| d.len() == 11)?;
    let century = match rest.first()? {
        b'1' | b'2' => 1800,
        b'3' | b'4' => 1900,
        b'5' | b'6' => 2000,
        b'7' | b'8' => 2100,
        _ => return None,
    };
    let [year, month, day] = pairs(rest.get(1..)?)?;
    let digit = two_pass(rest, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1], &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3], 0);
    Some(is_digit(Some(last), digit) && is_day(century + year, month, day))
}

/// Latvian personal code (personas kods).
///
/// Six digits, a dash, five digits. Codes given before July 2017 begin with the date of birth; newer ones with 32.
///
/// # Check
/// The date of an old code exists. Its check (weights 10 5 8 4 2 1 6 3 7 9 modulo 11) only raises the score; new codes have
/// none.
static LV_PERSONAS_KODS: Entry = person("LV_PERSONAS_KODS", "Latvian personal code")
    .shape("[0-3]99999-99999|[0-3]9999999999?")
    .check(lv_kods)
    .score(45)
    .context(&["personas", "kods", "kodu", "kodam", "pk"])
    .hints(&["latvia", "latvian", "latvijas"])
    .finds(&["010190-29538", "personas kods <<010190-28359>>", "mans personas kods ir <<321234-56789>>"])
    .skips(&[
        ("321234-56789", "a new code that nobody calls so"),
        ("personas kods 321234", "too short"),
        ("01019029538", "eleven bare digits that nobody calls so"),
    ])
    .sources(&["Pilsonības un migrācijas lietu pārvalde: Personas kods", "Fizisko personu reģistra likums"]);

fn lv_kods(d: &[u8]) -> Verdict {
    if d.len() != 11 {
        return Verdict::Invalid;
    }
    if d.starts_with(b"32") {
        return Verdict::Unknown;
    }
    let dated = pairs(d).is_some_and(|[day, month, year]| is_day_of_either(year, month, day));
    if !dated {
        return Verdict::Invalid;
    }
    let rest = (1 + sum(d, &[10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11;
    if is_digit(d.last(), rest % 10) { Verdict::Valid } else { Verdict::Unknown }
}
