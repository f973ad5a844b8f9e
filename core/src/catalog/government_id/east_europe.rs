//! Numbers of people and companies in Russia, Ukraine, Belarus, Moldova and Kazakhstan.
use super::{company, person};
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_day, is_monotone, number, pairs};
use crate::check::weighted::{is_digit, last_is, rest_of_11_or_0, sum, two_pass};

rows! { BY_UNP, KZ_IIN, MD_IDNO, RU_INN, RU_SNILS, UA_RNTRC }

/// Belarusian payer's number (УНП).
///
/// Nine digits. It counts only near a word.
///
/// # Check
/// Weights 29 23 19 17 13 7 5 3 modulo 11.
static BY_UNP: Entry = company("BY_UNP", "Belarusian payer's number (UNP)")
    .shape("[1-79]99999999?")
    .check(|d| Verdict::from_check(last_is(d, &[29, 23, 19, 17, 13, 7, 5, 3], |sum| sum % 11)))
    .score(60)
    .context(&["унп", "УНП", "unp", "учетный", "УЧЕТНЫЙ"])
    .hints(&["belarus", "belarusian"])
    .finds(&["УНП <<200988766>>", "unp: <<200988766>>", "учетный номер плательщика <<200988766>>"])
    .skips(&[
        ("200988766", "nine bare digits that nobody calls so"),
        ("унп 20098876", "a digit is missing"),
        ("order 200988766", "an order"),
    ])
    .sources(&["Министерство по налогам и сборам Республики Беларусь: учетный номер плательщика"]);

/// Kazakh individual identification number (ИИН, ЖСН).
///
/// Year, month and day of birth, sex and century, four digits, a check digit. It counts only near a word.
///
/// # Check
/// Weights 1 to 11 modulo 11; where that leaves ten, 3 to 11 and 1 2. The date exists.
static KZ_IIN: Entry = person("KZ_IIN", "Kazakh individual identification number (IIN)")
    .shape("999999[1-6]99999?")
    .check(kz_iin)
    .score(62)
    .context(&["иин", "iin", "жсн", "ЖСН"])
    .hints(&["kazakhstan", "kazakh"])
    .finds(&["ИИН <<900101300017>>", "iin: <<010203500127>>", "мой иин <<900101300017>>"])
    .skips(&[
        ("900101300017", "twelve bare digits that nobody calls so"),
        ("иин 90010130001", "a digit is missing"),
        ("order 900101300017", "an order"),
    ])
    .sources(&["Закон Республики Казахстан о национальных реестрах идентификационных номеров"]);

fn kz_iin(d: &[u8]) -> Verdict {
    Verdict::from_check(is_iin(d).unwrap_or(false))
}

fn is_iin(d: &[u8]) -> Option<bool> {
    let [year, month, day] = pairs(d).filter(|_| d.len() == 12)?;
    let century = match d.get(6)? {
        b'1' | b'2' => 1800,
        b'3' | b'4' => 1900,
        b'5' | b'6' => 2000,
        _ => return None,
    };
    let digit = two_pass(d, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], &[3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2], 10);
    Some(is_digit(d.last(), digit) && is_day(century + year, month, day))
}

/// Moldovan identification number of a person (IDNP) or company (IDNO).
///
/// Thirteen digits. It counts only near a word.
///
/// # Check
/// Weights 7 3 1 over and over, modulo 10.
static MD_IDNO: Entry = person("MD_IDNO", "Moldovan identification number (IDNP, IDNO)")
    .shape("[0-2]999999999999?")
    .check(|d| Verdict::from_check(last_is(d, &[7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1], |sum| sum % 10)))
    .score(60)
    .context(&["idnp", "idno", "идно"])
    .hints(&["moldova", "moldovan"])
    .finds(&["IDNP <<2001234567891>>", "IDNO: <<1003600000006>>", "idnp-ul meu <<2001234567891>>"])
    .skips(&[
        ("2001234567891", "thirteen bare digits that nobody calls so"),
        ("idnp 200123456789", "a digit is missing"),
        ("order 2001234567891", "an order"),
    ])
    .sources(&["Agenția Servicii Publice: IDNP, IDNO", "Hotărârea Guvernului 272/2002"]);

/// Russian taxpayer number (ИНН).
///
/// Twelve digits of a person, ten of a company. It counts only near a word.
///
/// # Check
/// Ten: weights 2 4 10 3 5 9 4 6 8 modulo 11 modulo 10. Twelve: the same kind of sum twice, with 7 and with 3 7 in front.
static RU_INN: Entry = person("RU_INN", "Russian taxpayer number (INN)")
    .shape("9999999999?|999999999999?")
    .check(ru_inn)
    .score(60)
    .context(&["инн", "inn"])
    .hints(&["russia", "russian"])
    .finds(&["ИНН <<7707083893>>", "мой инн <<770708389324>>", "INN: <<7707083893>>"])
    .skips(&[
        ("7707083893", "ten bare digits that nobody calls so"),
        ("инн 77070838", "too short"),
        ("заказ order 7707083893", "an order"),
    ])
    .sources(&["ФНС России: порядок присвоения ИНН, приказ ЕД-7-14/559@"]);

fn ru_inn(d: &[u8]) -> Verdict {
    const WEIGHTS: &[u32] = &[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    let tail = |n: usize| WEIGHTS.get(WEIGHTS.len() - n..).unwrap_or(&[]);
    let held = |d: &[u8], n: usize| last_is(d, tail(n), rest_of_11_or_0);
    Verdict::from_check(match d.len() {
        10 => held(d, 9),
        12 => d.get(..11).is_some_and(|front| held(front, 10)) && held(d, 11),
        _ => false,
    })
}

/// Russian pension insurance number (СНИЛС).
///
/// Nine digits and two check digits: `112-233-445 95`. Bare ones count only near a word.
///
/// # Check
/// Weights 9 to 1; the sum, modulo 101 where it is above 101, is the last two digits, a hundred written 00.
static RU_SNILS: Entry = person("RU_SNILS", "Russian pension insurance number (SNILS)")
    .shape("999-999-999 99|999-999-999-99?|99999999999?|999 999 999 99?")
    .check(ru_snils)
    .score(62)
    .context(&["снилс", "СНИЛС", "snils"])
    .hints(&["russia", "russian"])
    .finds(&["112-233-445 95", "СНИЛС <<11223344595>>", "снилс: <<123-456-789 64>>"])
    .skips(&[
        ("112-233-445 96", "wrong check digits"),
        ("11223344595", "eleven bare digits that nobody calls so"),
        ("снилс 112-233-445", "too short"),
    ])
    .sources(&["Социальный фонд России: СНИЛС, контрольное число", "Федеральный закон 27-ФЗ"]);

fn ru_snils(d: &[u8]) -> Verdict {
    let check = match sum(d, &[9, 8, 7, 6, 5, 4, 3, 2, 1]) {
        total if total < 100 => total,
        total => total % 101 % 100,
    };
    Verdict::from_check(d.len() == 11 && d.get(9..).and_then(number) == Some(check) && !is_monotone(d))
}

/// Ukrainian taxpayer number of a person (РНОКПП).
///
/// Ten digits; the first five count the days from 1900 to the day of birth. It counts only near a word.
///
/// # Check
/// Weights -1 5 7 9 4 6 10 5 7 modulo 11 modulo 10.
static UA_RNTRC: Entry = person("UA_RNTRC", "Ukrainian taxpayer number (RNTRC)")
    .shape("9999999999?")
    .check(ua_rntrc)
    .score(60)
    .context(&["рнокпп", "РНОКПП", "іпн", "ІПН", "ипн", "rntrc", "ідентифікаційний", "ІДЕНТИФІКАЦІЙНИЙ"])
    .hints(&["ukraine", "ukrainian"])
    .finds(&["РНОКПП <<1234567899>>", "ІПН: <<1234567899>>", "rntrc <<1234567899>>"])
    .skips(&[
        ("1234567899", "ten bare digits that nobody calls so"),
        ("рнокпп 123456789", "a digit is missing"),
        ("order 1234567899", "an order"),
    ])
    .sources(&["Державна податкова служба України: реєстраційний номер облікової картки платника податків"]);

fn ua_rntrc(d: &[u8]) -> Verdict {
    // Minus one is ten, modulo eleven.
    Verdict::from_check(last_is(d, &[10, 5, 7, 9, 4, 6, 10, 5, 7], rest_of_11_or_0))
}
