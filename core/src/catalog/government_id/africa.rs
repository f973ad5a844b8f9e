//! Numbers of people and companies in South Africa, Nigeria, Kenya, Ghana and Morocco.
use super::{company, person};
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_day_of_either, is_monotone, pairs};
use crate::check::{luhn, mod97, verhoeff};

rows! { GH_CARD, KE_NATIONAL_ID, KE_PIN, MA_ICE, NG_BVN, NG_NIN, ZA_ID }

/// Ghana card number.
///
/// `GHA`, nine digits and one more: `GHA-123456789-0`.
///
/// # Check
/// No published rule; the form is all there is.
static GH_CARD: Entry = person("GH_CARD", "Ghana card number")
    .shape("'GHA'-999999999-9|'GHA'9999999999|'GHA' 999999999 9")
    .check(|c| if c.get(3..).is_none_or(is_monotone) { Verdict::Invalid } else { Verdict::Unknown })
    .score(65)
    .context(&["ghana", "ghanacard", "nia"])
    .finds(&["GHA-123456789-0", "Ghana card <<GHA1234567890>>", "my card: <<GHA-700123456-1>>"])
    .skips(&[
        ("GHA-12345678-0", "a digit is missing"),
        ("GHB-123456789-0", "another country"),
        ("GHA-111111111-1", "one digit over and over"),
    ])
    .sources(&["National Identification Authority of Ghana: Ghana card, personal ID number"]);

/// Kenyan national identity card number.
///
/// Seven or eight digits. Nothing in it can be checked, so it always needs a word.
///
/// # Check
/// No check digit. One digit over and over is no number.
static KE_NATIONAL_ID: Entry = person("KE_NATIONAL_ID", "Kenyan national identity card number")
    .shape("9{7,8}?")
    .check(|d| if is_monotone(d) { Verdict::Invalid } else { Verdict::Unknown })
    .score(45)
    .context(&["kenya", "kenyan", "huduma", "maisha", "kitambulisho"])
    .finds(&["Kenyan ID <<23456789>>", "huduma namba <<23456789>>", "kitambulisho: <<3456789>>"])
    .skips(&[
        ("23456789", "eight bare digits that nobody calls so"),
        ("kenyan 234567", "too short"),
        ("order 23456789", "an order"),
    ])
    .sources(&["National Registration Bureau of Kenya: identity cards"]);

/// Kenyan tax number (KRA PIN).
///
/// A or P, nine digits, a letter: `A123456789B`.
///
/// # Check
/// No published rule; the form is all there is. Without a word its score is low.
static KE_PIN: Entry = person("KE_PIN", "Kenyan tax number (KRA PIN)")
    .shape("[AP]999999999A")
    .check(|c| if c.get(1..10).is_none_or(is_monotone) { Verdict::Invalid } else { Verdict::Unknown })
    .score(45)
    .context(&["kra", "itax", "krapin"])
    .finds(&["KRA PIN <<A123456789B>>", "kra: <<P051234567Q>>", "my iTax number is <<a123456789b>>"])
    .skips(&[
        ("B123456789A", "begins with neither A nor P"),
        ("kra A12345678B", "a digit is missing"),
        ("A111111111B", "one digit over and over"),
    ])
    .sources(&["Kenya Revenue Authority: Personal Identification Number"]);

/// Moroccan common company identifier (ICE).
///
/// Fifteen digits. It counts only near a word.
///
/// # Check
/// A multiple of 97 only raises the score, since the rule is not published.
static MA_ICE: Entry = company("MA_ICE", "Moroccan common company identifier (ICE)")
    .shape("999999999999999?|999 999 999 999 999?")
    .check(|d| match mod97::remainder(d.iter().copied()) {
        _ if is_monotone(d) => Verdict::Invalid,
        Some(0) => Verdict::Valid,
        _ => Verdict::Unknown,
    })
    .score(50)
    .context(&["ice", "maroc", "morocco"])
    .finds(&["ICE <<001561234000069>>", "ICE : <<001561234000070>>", "n° ICE <<001561234000069>>"])
    .skips(&[
        ("001561234000069", "fifteen bare digits that nobody calls so"),
        ("ice 00156123400006", "a digit is missing"),
        ("order 001561234000069", "an order"),
    ])
    .sources(&["OMPIC: Identifiant Commun de l'Entreprise", "Décret n° 2-11-63 (2011)"]);

/// Nigerian bank verification number (BVN).
///
/// Eleven digits that begin with 22. Nothing in it can be checked, so it always needs a word.
///
/// # Check
/// No published rule.
static NG_BVN: Entry = person("NG_BVN", "Nigerian bank verification number")
    .shape("'22'999999999?")
    .check(|d| if d.get(2..).is_none_or(is_monotone) { Verdict::Invalid } else { Verdict::Unknown })
    .score(58)
    .context(&["bvn", "bvns"])
    .finds(&["BVN <<22123456789>>", "my bvn is <<22198765432>>", "bvn: <<22123456780>>"])
    .skips(&[
        ("22123456789", "eleven bare digits that nobody calls so"),
        ("bvn 2212345678", "a digit is missing"),
        ("order 22123456789", "an order"),
    ])
    .sources(&["Nigeria Inter-Bank Settlement System: BVN"]);

/// Nigerian national identification number (NIN).
///
/// Eleven digits. It counts only near a word.
///
/// # Check
/// Verhoeff's digit only raises the score: others say that it holds, the issuer has published no rule.
static NG_NIN: Entry = person("NG_NIN", "Nigerian national identification number")
    .shape("99999999999?|9999 999 9999?")
    .check(|d| match verhoeff::is_valid(d) {
        _ if is_monotone(d) => Verdict::Invalid,
        true => Verdict::Valid,
        false => Verdict::Unknown,
    })
    .score(50)
    .context(&["nin", "nimc", "nins"])
    .finds(&["NIN <<12345678902>>", "my nin is <<70123456782>>", "NIMC: <<7012 345 6783>>"])
    .skips(&[
        ("12345678902", "eleven bare digits that nobody calls so"),
        ("nin 1234567890", "a digit is missing"),
        ("order 12345678902", "an order"),
    ])
    .sources(&["National Identity Management Commission of Nigeria: NIN"]);

/// South African identity number.
///
/// Year, month and day of birth, four digits for the sex, one for the citizenship, one old one, a check digit: thirteen in
/// all. It counts only near a word, or in its own grouping.
///
/// # Check
/// Luhn. The date exists; the eleventh digit is 0 to 2.
static ZA_ID: Entry = person("ZA_ID", "South African identity number")
    .shape("999999 9999 [0-2]99|999999 9999 9 9 9?|9999999999[0-2]99?")
    .check(za_id)
    .score(62)
    .context(&["rsa", "idno", "idnumber", "saidno", "african", "identiteitsnommer", "nommer"])
    .finds(&["900101 5009 086", "South African ID <<9001015009086>>", "my RSA ID number: <<900101 5009 086>>"])
    .skips(&[
        ("900101 5009 087", "wrong check digit"),
        ("9001015009086", "thirteen bare digits that nobody calls so"),
        ("901301 5009 086", "there is no month 13"),
    ])
    .sources(&["Department of Home Affairs, South Africa: identity number", "Identification Act 68 of 1997"]);

fn za_id(d: &[u8]) -> Verdict {
    let dated = pairs(d).is_some_and(|[year, month, day]| is_day_of_either(year, month, day));
    let citizen = matches!(d.get(10), Some(b'0'..=b'2'));
    Verdict::from_check(d.len() == 13 && dated && citizen && luhn::is_valid(d))
}
