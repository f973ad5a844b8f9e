//! Numbers of people and companies in Italy, Greece, Cyprus, Malta and Turkey.
use super::{company, person};
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_day_of_either, is_monotone, pairs};
use crate::check::luhn;
use crate::check::weighted::{is_digit, last_is, rest_of_11_or_0, sum};

rows! { CY_TIN, GR_AFM, GR_AMKA, IT_VAT_CODE, MT_ID_CARD, TR_NATIONAL_ID, TR_VKN }

/// Cypriot tax identification code.
///
/// Eight digits and a check letter: `10123457H`. It always needs a word.
///
/// # Check
/// The digits of odd places by a table, those of even places as they are; the sum modulo 26 names the letter.
static CY_TIN: Entry = company("CY_TIN", "Cypriot tax identification code")
    .shape("99999999A?|'CY'99999999A")
    .check(|c| Verdict::from_check(is_cy_tin(c.strip_prefix(b"CY").unwrap_or(c))))
    .score(60)
    .context(&["tic", "tin"])
    .hints(&["cyprus", "cypriot"])
    .finds(&["TIC <<10123457H>>", "Cyprus tax id: <<10123450A>>", "our tin is <<10123457H>>"])
    .skips(&[
        ("10123457H", "a code that nobody calls so"),
        ("tic 10123457J", "wrong check letter"),
        ("part 10123457H", "a part"),
    ])
    .sources(&["Tax Department of Cyprus: Tax Identification Code", "European Commission: TIN algorithms, Cyprus"]);

/// See [`CY_TIN`]; the number of the value-added tax is the same.
pub(super) fn is_cy_tin(c: &[u8]) -> bool {
    let Some((last, digits)) = c.split_last().filter(|_| c.len() == 9) else { return false };
    const ODD: [u32; 10] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    let value = |(n, d): (usize, &u8)| {
        let value = d.wrapping_sub(b'0');
        if n % 2 == 0 { ODD.get(usize::from(value)).copied().unwrap_or(0) } else { u32::from(value) }
    };
    let sum: u32 = digits.iter().enumerate().map(value).sum();
    digits.iter().all(u8::is_ascii_digit) && !digits.starts_with(b"12") && u32::from(last.wrapping_sub(b'A')) == sum % 26
}

/// Greek tax number (ΑΦΜ).
///
/// Nine digits. It counts only near a word.
///
/// # Check
/// Weights 256 128 … 2 modulo 11 modulo 10.
static GR_AFM: Entry = person("GR_AFM", "Greek tax number (AFM)")
    .shape("999999999?|999 999 999?")
    .check(|d| Verdict::from_check(last_is(d, &[256, 128, 64, 32, 16, 8, 4, 2], rest_of_11_or_0)))
    .score(60)
    .context(&["αφμ", "ΑΦΜ", "afm"])
    .hints(&["greece", "greek"])
    .finds(&["ΑΦΜ <<123456783>>", "αφμ: <<123456783>>", "my AFM is <<123 456 783>>"])
    .skips(&[
        ("123456783", "nine bare digits that nobody calls so"),
        ("afm 12345678", "a digit is missing"),
        ("order 123456783", "an order"),
    ])
    .sources(&["ΑΑΔΕ: Αριθμός Φορολογικού Μητρώου", "European Commission: TIN algorithms, Greece"]);

/// Greek social security number (ΑΜΚΑ).
///
/// Day, month and year of birth, four digits, a check digit. It counts only near a word.
///
/// # Check
/// Luhn. The date exists.
static GR_AMKA: Entry = person("GR_AMKA", "Greek social security number (AMKA)")
    .shape("[0-3]9999999999?|[0-3]99999 99999?")
    .check(gr_amka)
    .score(62)
    .context(&["αμκα", "amka"])
    .hints(&["greece", "greek"])
    .finds(&["ΑΜΚΑ <<01019012341>>", "amka: <<01019012341>>", "το αμκα μου: <<010190 12341>>"])
    .skips(&[
        ("01019012341", "eleven bare digits that nobody calls so"),
        ("amka 0101901234", "a digit is missing"),
        ("order 01019012341", "an order"),
    ])
    .sources(&["ΗΔΙΚΑ: Αριθμός Μητρώου Κοινωνικής Ασφάλισης"]);

fn gr_amka(d: &[u8]) -> Verdict {
    let dated = pairs(d).is_some_and(|[day, month, year]| is_day_of_either(year, month, day));
    Verdict::from_check(d.len() == 11 && dated && luhn::is_valid(d))
}

/// Italian value-added tax number (partita IVA), which is a company's tax code, too.
///
/// Eleven digits, often behind `IT`. Bare ones count only near a word.
///
/// # Check
/// Luhn. The office in places 8 to 10 is 001 to 100, 120, 121, 888 or 999.
static IT_VAT_CODE: Entry = company("IT_VAT_CODE", "Italian value-added tax number")
    .shape("'IT'~99999999999|99999999999?")
    .check(|c| Verdict::from_check(is_it_vat(c.strip_prefix(b"IT").unwrap_or(c))))
    .score(60)
    .context(&["partita", "piva", "iva"])
    .finds(&["IT12345670017", "P.IVA <<12345670017>>", "partita iva: <<IT 12345670017>>"])
    .skips(&[
        ("IT12345670018", "wrong check digit"),
        ("12345670017", "eleven bare digits that nobody calls so"),
        ("ordine order 12345670017", "an order"),
    ])
    .sources(&["Agenzia delle Entrate: partita IVA, DPR 633/1972 article 35"]);

/// See [`IT_VAT_CODE`].
pub(super) fn is_it_vat(d: &[u8]) -> bool {
    let office = d.get(7..10).and_then(crate::check::digits::number);
    let given = matches!(office, Some(1..=100 | 120 | 121 | 888 | 999)) && d.get(..7) != Some(b"0000000");
    d.len() == 11 && given && luhn::is_valid(d)
}

/// Maltese identity card number.
///
/// Seven digits and a letter (M, G, A, P, L, H, B or Z). Nothing in it can be checked, so it always needs a word.
///
/// # Check
/// No check digit; the letter is one of those given.
static MT_ID_CARD: Entry = person("MT_ID_CARD", "Maltese identity card number")
    .shape("9999999[MGAPLHBZ]?")
    .check(|c| if c.get(..7).is_none_or(is_monotone) { Verdict::Invalid } else { Verdict::Unknown })
    .score(50)
    .context(&["karta", "identità", "malta", "maltese"])
    .finds(&["Maltese ID <<0123456M>>", "karta tal-identità: <<0123456G>>", "my Malta ID card is <<0012390A>>"])
    .skips(&[
        ("0123456M", "a code that nobody calls so"),
        ("Malta 0123456K", "no such letter"),
        ("Malta 012345M", "too short"),
    ])
    .sources(&["Identity Malta: Identity card numbers", "European Commission: TIN structures, Malta"]);

/// Turkish identity number (T.C. kimlik numarası).
///
/// Eleven digits, the first not 0. It counts only near a word.
///
/// # Check
/// Seven times the odd places less the even ones, modulo 10, is the tenth digit; the sum of ten digits modulo 10 the last.
static TR_NATIONAL_ID: Entry = person("TR_NATIONAL_ID", "Turkish identity number")
    .shape("[1-9]9999999999?")
    .check(tr_id)
    .score(62)
    .context(&["tckn", "kimlik", "tckimlik", "kimliğim", "KIMLIĞIM", "kimlikno"])
    .hints(&["turkey", "turkish", "türkiye", "türk"])
    .finds(&["TC kimlik no: <<12345678950>>", "TCKN <<12345678950>>", "kimlik numaram <<10000000146>>"])
    .skips(&[
        ("12345678950", "eleven bare digits that nobody calls so"),
        ("tckn 1234567895", "a digit is missing"),
        ("sipariş order 12345678950", "an order"),
    ])
    .sources(&["Nüfus ve Vatandaşlık İşleri: Türkiye Cumhuriyeti kimlik numarası"]);

fn tr_id(d: &[u8]) -> Verdict {
    let odd = sum(d, &[1, 0, 1, 0, 1, 0, 1, 0, 1]);
    let even = sum(d, &[0, 1, 0, 1, 0, 1, 0, 1]);
    let tenth = (odd * 7 + 10 * 36 - even) % 10;
    let held = is_digit(d.get(9), tenth) && is_digit(d.get(10), sum(d, &[1; 10]) % 10);
    Verdict::from_check(d.len() == 11 && d.first() != Some(&b'0') && held)
}

/// Turkish tax number (vergi kimlik numarası).
///
/// Ten digits. It counts only near a word.
///
/// # Check
/// Each of nine digits plus its distance from the tenth place, modulo 10, times a power of two modulo 9; what the sum lacks
/// to a multiple of ten.
static TR_VKN: Entry = company("TR_VKN", "Turkish tax number")
    .shape("9999999999?|999 999 9999?")
    .check(tr_vkn)
    .score(60)
    .context(&["vkn", "vergi", "vergino"])
    .finds(&["VKN <<1234567890>>", "vergi no: <<1234567890>>", "vergi numarası <<123 456 7890>>"])
    .skips(&[
        ("1234567890", "ten bare digits that nobody calls so"),
        ("vkn 123456789", "a digit is missing"),
        ("order 1234567890", "an order"),
    ])
    .sources(&["Gelir İdaresi Başkanlığı: vergi kimlik numarası algoritması"]);

fn tr_vkn(d: &[u8]) -> Verdict {
    let Some((last, rest)) = d.split_last().filter(|_| d.len() == 10) else { return Verdict::Invalid };
    let value = |(place, d): (u32, &u8)| match (u32::from(d.wrapping_sub(b'0')) + place) % 10 {
        0 => 0,
        shifted => match (shifted << place) % 9 {
            0 => 9,
            rest => rest,
        },
    };
    let sum: u32 = (1..).zip(rest.iter().rev()).map(value).sum();
    Verdict::from_check(is_digit(Some(last), (10 - sum % 10) % 10) && !is_monotone(d))
}
