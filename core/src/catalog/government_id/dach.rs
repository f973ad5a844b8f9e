//! Numbers of people and companies in Germany, Austria, Switzerland and Luxembourg.
use super::{company, person};
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_day, is_day_of_either, is_monotone, number, pairs};
use crate::check::icao;
use crate::check::weighted::{digit_sum, is_digit, lack_of_11, last_is, sum};
use crate::check::{luhn, verhoeff};
use crate::text::word_set::WordSet;

rows! { AT_SVNR, CH_UID, DE_ID_CARD, DE_SOCIAL_SECURITY, LU_NIN }

/// Austrian social insurance number (Sozialversicherungsnummer).
///
/// Three digits, a check digit, day, month and year of birth: `6186 010190`. Bare ones count only near a word.
///
/// # Check
/// Weights 3 7 9 and 5 8 4 2 1 6 modulo 11 say the fourth digit. The date exists; months 13 to 15 are given where a day's
/// numbers have run out.
static AT_SVNR: Entry = person("AT_SVNR", "Austrian social insurance number")
    .shape("[1-9]999 999999|[1-9]999-999999|[1-9]999999999?")
    .check(at_svnr)
    .score(60)
    .context(&["svnr", "sozialversicherungsnummer", "versicherungsnummer", "sozialversicherung", "ecard", "svn"])
    .hints(&["austria", "austrian", "österreich", "österreichische"])
    .finds(&["6186 010190", "SVNR: <<5167010190>>", "meine Sozialversicherungsnummer ist <<6186-010190>>"])
    .skips(&[
        ("6187 010190", "wrong check digit"),
        ("6186010190", "ten bare digits that nobody calls so"),
        ("6186 321390", "there is no such day"),
    ])
    .sources(&["Dachverband der Sozialversicherungsträger: Aufbau der Versicherungsnummer"]);

fn at_svnr(d: &[u8]) -> Verdict {
    Verdict::from_check(is_at_svnr(d).unwrap_or(false))
}

fn is_at_svnr(d: &[u8]) -> Option<bool> {
    let [day, month, year] = pairs(d.get(4..).filter(|rest| rest.len() == 6)?)?;
    let dated = is_day_of_either(year, if (13..=15).contains(&month) { 1 } else { month }, day);
    let rest = sum(d, &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11;
    Some(dated && d.first() != Some(&b'0') && is_digit(d.get(3), rest))
}

/// Swiss enterprise identification number (UID), which is the value-added tax number, too.
///
/// `CHE` and nine digits: `CHE-123.456.788`. `MWST`, `TVA` or `IVA` behind it is no part of it.
///
/// # Check
/// Weights 5 4 3 2 7 6 5 4 modulo 11.
static CH_UID: Entry = company("CH_UID", "Swiss enterprise identification number")
    .shape("'CHE'-999.999.999|'CHE'~999~999~999|'CHE'~999999999")
    .check(|c| Verdict::from_check(c.get(3..).is_some_and(|d| last_is(d, &[5, 4, 3, 2, 7, 6, 5, 4], lack_of_11))))
    .score(65)
    .context(&["uid", "mwst", "tva", "iva", "ide"])
    .finds(&["CHE-123.456.788", "UID <<CHE123456788>>", "<<CHE-123.456.788>> MWST"])
    .skips(&[
        ("CHE-123.456.789", "wrong check digit"),
        ("CHE-123.456", "too short"),
        ("CHF 123.456.788", "a sum of money"),
    ])
    .sources(&["Bundesamt für Statistik: Unternehmens-Identifikationsnummer (UID)"]);

/// German identity card number (Personalausweis).
///
/// Nine letters and digits without vowels, the first a letter, and often the check digit behind them. Nothing else tells
/// it from other codes, so it always needs a word.
///
/// # Check
/// Weights 7 3 1 modulo 10 where the check digit stands behind it (ICAO 9303).
static DE_ID_CARD: Entry = person("DE_ID_CARD", "German identity card number")
    .shape("=[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}?|=[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}9?")
    .check(de_id_card)
    .score(50)
    .context(&["personalausweis", "ausweisnummer", "personalausweisnummer", "ausweis", "perso", "ausweisnr"])
    .finds(&["Personalausweis <<T220001293>>", "Ausweisnummer: <<T22000129>>", "mein Perso: <<L01X00T471>>"])
    .skips(&[
        ("T220001293", "a code that nobody calls an identity card"),
        ("Ausweisnummer T2200012", "too short"),
        ("Ausweis AUSWEISE1", "vowels are in none"),
    ])
    .sources(&["Personalausweisverordnung, Anhang 1: Seriennummer", "ICAO Doc 9303, part 3: check digits"]);

fn de_id_card(c: &[u8]) -> Verdict {
    let digits = c.iter().filter(|c| c.is_ascii_digit()).count();
    match c {
        [serial @ .., last] if c.len() == 10 => Verdict::from_check(icao::check_digit(serial) == Some(*last)),
        _ if c.len() == 9 && digits >= 2 => Verdict::Unknown,
        _ => Verdict::Invalid,
    }
}

/// German pension insurance number (Rentenversicherungsnummer, Sozialversicherungsnummer).
///
/// The area, the date of birth, the first letter of the name, two digits, a check digit: `15 070649 C 103`.
///
/// # Check
/// The letter as two digits; weights 2 1 2 5 7 1 2 1 2 1 2 1, the products' digits added up, modulo 10. The date exists.
static DE_SOCIAL_SECURITY: Entry = person("DE_SOCIAL_SECURITY", "German pension insurance number")
    .shape("99~999999~A~999|99999999A999")
    .check(de_rvnr)
    .score(62)
    .context(&[
        "rentenversicherungsnummer", "sozialversicherungsnummer", "rvnr", "versicherungsnummer", "svnr", "rentenversicherung",
    ])
    .anchors(&[(Anchor::Cue(&["rentenversicherungsnummer", "sozialversicherungsnummer", "rvnr", "versicherungsnummer"]), in_groups)])
    .finds(&["15070649C103", "RVNR <<15 070649 C 103>>", "meine Sozialversicherungsnummer: <<65170839J003>>"])
    .skips(&[
        ("15 070649 C 104", "wrong check digit"),
        ("15 321349 C 103", "there is no such day"),
        ("RVNR 15070649C", "too short"),
    ])
    .sources(&["Verordnung über die Versicherungsnummer (VKVV), § 2", "Deutsche Rentenversicherung: Aufbau der Versicherungsnummer"]);

/// With spaces between its groups, behind its name.
fn in_groups(p: &Probe<'_>) -> Option<Found> {
    static FILLERS: WordSet<4> = WordSet::of(&["nummer nr"]);
    called::code::<12>(p, &FILLERS, de_rvnr)
}

fn de_rvnr(c: &[u8]) -> Verdict {
    Verdict::from_check(is_rvnr(c).unwrap_or(false))
}

fn is_rvnr(c: &[u8]) -> Option<bool> {
    let letter = c.get(8).filter(|l| l.is_ascii_uppercase() && c.len() == 12)? - b'A' + 1;
    let [day, month, year] = pairs(c.get(2..8)?)?;
    let mut digits = [0; 12];
    let spelled = [b'0' + letter / 10, b'0' + letter % 10];
    let all = c.get(..8)?.iter().chain(&spelled).chain(c.get(9..11)?);
    digits.iter_mut().zip(all).for_each(|(place, digit)| *place = *digit);
    let total = digit_sum(&digits, &[2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]);
    // Where two people share all of it, the day is written higher by 30.
    let day = if day > 31 { day - 30 } else { day };
    Some(is_digit(c.last(), total % 10) && is_day_of_either(year, month, day))
}

/// Luxembourg national identification number (matricule).
///
/// Year, month and day of birth, three digits, two check digits. It counts only near a word.
///
/// # Check
/// The twelfth digit is Luhn's, the thirteenth Verhoeff's, each over the first eleven. The date exists.
static LU_NIN: Entry = person("LU_NIN", "Luxembourg national identification number")
    .shape("[12]999 9999 99999?|[12]999999999999?|[12]999~99~99~99999?")
    .check(lu_nin)
    .score(62)
    .context(&["matricule", "cns", "sozialversicherungsnummer", "ccss"])
    .hints(&["luxembourg", "luxemburg", "lëtzebuerg"])
    .finds(&["matricule <<1990010112385>>", "numéro matricule : <<1893 1205 10567>>", "CNS: <<2001022800194>>"])
    .skips(&[
        ("1990010112385", "thirteen bare digits that nobody calls so"),
        ("matricule 199001011238", "a digit is missing"),
        ("order 1990010112385", "an order"),
    ])
    .sources(&["Loi du 19 juin 2013 relative à l'identification des personnes physiques", "CTIE: structure of the numéro d'identification"]);

fn lu_nin(d: &[u8]) -> Verdict {
    Verdict::from_check(is_lu_nin(d).unwrap_or(false))
}

fn is_lu_nin(d: &[u8]) -> Option<bool> {
    let born = (number(d.get(..4)?)?, number(d.get(4..6)?)?, number(d.get(6..8)?)?);
    let mut with_verhoeff = [0; 12];
    with_verhoeff.get_mut(..11)?.copy_from_slice(d.get(..11)?);
    *with_verhoeff.last_mut()? = *d.get(12)?;
    let held = luhn::is_valid(d.get(..12)?) && verhoeff::is_valid(&with_verhoeff);
    Some(d.len() == 13 && is_day(born.0, born.1, born.2) && held && !is_monotone(d))
}
