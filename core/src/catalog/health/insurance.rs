//! Numbers of insured people and of those who treat them, by country.
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_day_of_either, is_monotone, number, pairs};
use crate::check::luhn;
use crate::check::weighted::{digit_sum, is_digit, lack_of_11, sum};

rows! { CA_OHIP, CA_PHN, CA_RAMQ, DE_KVNR, EU_HEALTH_CARD, MEDICAL_LICENSE, NZ_NHI, UK_CHI }

const fn health(id: &'static str, title: &'static str) -> Entry {
    Entry::new(id).title(title).category(Category::Health).sensitivity(Sensitivity::High)
}

/// Health card number of Ontario (OHIP).
///
/// Ten digits and often a version of two letters: `1012-345-672-AB`. It counts only near a word.
///
/// # Check
/// Luhn.
static CA_OHIP: Entry = health("CA_OHIP", "Health card number of Ontario")
    .shape("9999-999-999-AA?|9999~999~999?|9999999999AA?")
    .check(|c| Verdict::from_check(c.get(..10).is_some_and(|d| luhn::is_valid(d) && !is_monotone(d))))
    .score(60)
    .context(&["ohip", "ontario", "healthcard", "hcn"])
    .finds(&["OHIP <<1012-345-672-AB>>", "my OHIP number is <<5584486673>>", "Ontario health card: <<1012 345 672>>"])
    .skips(&[
        ("1012-345-672", "ten digits that nobody calls so"),
        ("ohip 101234567", "a digit is missing"),
        ("order 1012345672", "an order"),
    ])
    .sources(&["Ontario Ministry of Health: Health Card validation reference manual"]);

/// Personal health number of British Columbia (PHN).
///
/// Ten digits, the first a 9. It counts only near a word.
///
/// # Check
/// Weights 2 4 8 5 10 9 7 3 modulo 11.
static CA_PHN: Entry = health("CA_PHN", "Personal health number of British Columbia")
    .shape("[9]999~999~999?")
    .check(|d| {
        let value = d.get(1..9).map_or(99, |middle| lack_of_11(sum(middle, &[2, 4, 8, 5, 10, 9, 7, 3])));
        Verdict::from_check(d.len() == 10 && d.first() == Some(&b'9') && is_digit(d.last(), value))
    })
    .score(62)
    .context(&["phn", "msp", "carecard"])
    .finds(&["PHN <<9123 456 780>>", "my MSP number: <<9123456780>>", "CareCard <<9123-456-780>>"])
    .skips(&[
        ("9123 456 780", "ten digits that nobody calls so"),
        ("phn 912345678", "a digit is missing"),
        ("order 9123456780", "an order"),
    ])
    .sources(&["British Columbia Ministry of Health: Personal Health Number check digit routine"]);

/// Health insurance number of Quebec (RAMQ, NAM).
///
/// Three letters of the name and one of the first name, year, month and day of birth, two digits: `TREM 8501 1512`.
///
/// # Check
/// The date exists, women having 50 added to the month. The rule of the last digit is not published.
static CA_RAMQ: Entry = health("CA_RAMQ", "Health insurance number of Quebec")
    .shape("AAAA 9999 9999|AAAA99999999|AAAA-9999-9999")
    .check(|c| {
        let dated = c.get(4..).and_then(pairs).is_some_and(|[year, month, day]| {
            is_day_of_either(year, if month > 50 { month - 50 } else { month }, day)
        });
        if c.len() == 12 && dated { Verdict::Unknown } else { Verdict::Invalid }
    })
    .score(45)
    .context(&["ramq", "nam", "maladie", "soleil", "assurance"])
    .finds(&["RAMQ <<TREM 8551 1512>>", "carte d'assurance maladie : <<TREM85011512>>", "mon NAM est <<TREM 8501 1512>>"])
    .skips(&[
        ("TREM 8513 1512", "there is no month 13"),
        ("ramq TREM 8501 151", "a digit is missing"),
        ("commande TREM 8500 1512", "there is no month 0"),
    ])
    .sources(&["Régie de l'assurance maladie du Québec: Numéro d'assurance maladie"]);

/// German health insurance number (Krankenversichertennummer, KVNR).
///
/// A letter and nine digits. Codes of other kinds look the same, so it always needs a word.
///
/// # Check
/// The letter as two digits, weights 1 2 in turn, the products' digits added up, modulo 10.
static DE_KVNR: Entry = health("DE_KVNR", "German health insurance number")
    .shape("A999999999?")
    .check(de_kvnr)
    .score(62)
    .context(&[
        "kvnr", "krankenversichertennummer", "versichertennummer", "krankenversicherung", "krankenkasse", "gesundheitskarte",
        "versichertennr", "krankenversicherungsnummer",
    ])
    .finds(&["KVNR <<A123456780>>", "Versichertennummer: <<M310567891>>", "auf der Gesundheitskarte steht <<A123456780>>"])
    .skips(&[
        ("A123456780", "a code that nobody calls so"),
        ("kvnr A123456781", "wrong check digit"),
        ("kvnr A12345678", "a digit is missing"),
    ])
    .sources(&["GKV-Spitzenverband: Richtlinien zum Aufbau der Krankenversichertennummer, § 290 SGB V"]);

fn de_kvnr(c: &[u8]) -> Verdict {
    let Some((letter, digits)) = c.split_first().filter(|(letter, _)| letter.is_ascii_uppercase()) else {
        return Verdict::Invalid;
    };
    let place = letter - b'A' + 1;
    let front = digit_sum(&[b'0' + place / 10, b'0' + place % 10], &[1, 2]);
    let total = front + digit_sum(digits, &[1, 2, 1, 2, 1, 2, 1, 2]);
    Verdict::from_check(digits.len() == 9 && is_digit(digits.last(), total % 10) && !is_monotone(digits))
}

/// European health insurance card number (EHIC): the number of the card itself.
///
/// Twenty digits that begin with 80, the country by its number, the institution and the card. It counts only near a word.
///
/// # Check
/// The country is one of those that give the card; there is no check digit that all of them use.
static EU_HEALTH_CARD: Entry = health("EU_HEALTH_CARD", "European health insurance card number")
    .shape("'80'999999999999999999?|'80'999 99999 9999999999?|'80' 999 99999 9999999999?")
    .check(|d| match d.get(2..5).and_then(number) {
        Some(40 | 56 | 100 | 191 | 196 | 203 | 208 | 233 | 246 | 250 | 276 | 300 | 348 | 352 | 372 | 380 | 428 | 438 | 440 | 442
        | 470 | 528 | 578 | 616 | 620 | 642 | 703 | 705 | 724 | 752 | 756 | 826) if d.len() == 20 => Verdict::Unknown,
        _ => Verdict::Invalid,
    })
    .score(60)
    .context(&["ehic", "ghic", "krankenversicherungskarte", "ceam", "tse", "tessera", "healthcard"])
    .finds(&["EHIC <<80276001234567890123>>", "carte CEAM <<80250000011234567890>>", "tessera sanitaria: <<80380 00001 1234567890>>"])
    .skips(&[
        ("80276001234567890123", "twenty bare digits that nobody calls so"),
        ("ehic 8027600123456789", "too short"),
        ("order 80276001234567890123", "an order"),
    ])
    .sources(&["Administrative Commission, Decision S1 of 12 June 2009", "EN 1867: identification of cards in health care"]);

/// US prescriber's registration number (DEA number).
///
/// Two letters and seven digits. Codes of other kinds look the same, so it always needs a word.
///
/// # Check
/// First, third and fifth digit, and twice the second, fourth and sixth, modulo 10.
static MEDICAL_LICENSE: Entry = health("MEDICAL_LICENSE", "US prescriber's registration number (DEA)")
    .shape("[A-HJ-MPRSTUX][A-Z9]9999999?")
    .check(|c| {
        let digits = c.get(2..).unwrap_or(&[]);
        let total = sum(digits, &[1, 2, 1, 2, 1, 2]);
        Verdict::from_check(digits.len() == 7 && is_digit(digits.last(), total % 10) && !is_monotone(digits))
    })
    .score(60)
    .context(&["dea", "prescriber", "registrant"])
    .finds(&["DEA <<AB1234563>>", "DEA number: <<BF3381009>>", "prescriber's dea no <<AB1234563>>"])
    .skips(&[
        ("AB1234563", "a code that nobody calls so"),
        ("DEA AB1234564", "wrong check digit"),
        ("DEA AB123456", "a digit is missing"),
    ])
    .sources(&["Drug Enforcement Administration: DEA registration number, Pharmacist's Manual", "21 CFR 1301"]);

/// New Zealand national health index number (NHI).
///
/// Three letters without I and O, then two digits and a digit and check digit (old), or two digits, a letter and a check letter
/// (since 2022). It always needs a word.
///
/// # Check
/// Weights 7 to 2; modulo 11 for old ones, modulo 23 for new ones.
static NZ_NHI: Entry = health("NZ_NHI", "New Zealand national health index number")
    .shape("[A-HJ-NP-Z][A-HJ-NP-Z][A-HJ-NP-Z]9999?|[A-HJ-NP-Z][A-HJ-NP-Z][A-HJ-NP-Z]99[A-HJ-NP-Z][A-HJ-NP-Z]?")
    .check(nz_nhi)
    .score(62)
    .context(&["nhi", "nhis"])
    .finds(&["NHI <<ZAC5361>>", "my NHI number is <<ZBN77VL>>", "nhi: <<zac5361>>"])
    .skips(&[
        ("ZAC5361", "a code that nobody calls so"),
        ("NHI ZAC5362", "wrong check digit"),
        ("NHI ZBN77VM", "wrong check letter"),
    ])
    .sources(&["Health New Zealand: HISO 10046, Consumer Health Identity Standard"]);

fn nz_nhi(c: &[u8]) -> Verdict {
    const LETTERS: &[u8; 24] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
    let value = |c: &u8| match c {
        b'0'..=b'9' => u32::from(c - b'0'),
        c => (1..).zip(LETTERS).find(|(_, known)| *known == c).map_or(0, |(place, _)| place),
    };
    let total: u32 = c.iter().take(6).zip((2..=7).rev()).map(|(c, weight)| value(c) * weight).sum();
    let Some(last) = c.get(6).filter(|_| c.len() == 7) else { return Verdict::Invalid };
    Verdict::from_check(match last.is_ascii_digit() {
        true if total.is_multiple_of(11) => false,
        true => is_digit(Some(last), (11 - total % 11) % 10),
        false => value(last) == 23 - total % 23,
    })
}

/// Scottish community health index number (CHI).
///
/// Ten digits, the first six the day, month and year of birth. It counts only near a word.
///
/// # Check
/// Weights 10 to 2 modulo 11. The date exists.
static UK_CHI: Entry = health("UK_CHI", "Scottish community health index number (CHI)")
    .shape("[0-3]999999999?|[0-3]99999 9999?|[0-3]99 999 9999?")
    .check(|d| {
        let dated = pairs(d).is_some_and(|[day, month, year]| is_day_of_either(year, month, day));
        let held = is_digit(d.last(), lack_of_11(sum(d, &[10, 9, 8, 7, 6, 5, 4, 3, 2])));
        Verdict::from_check(d.len() == 10 && dated && held)
    })
    .score(62)
    .context(&["chi", "chis"])
    .finds(&["CHI <<0101901232>>", "my CHI number is <<150285 1237>>", "chi: <<0101900015>>"])
    .skips(&[
        ("0101901232", "ten bare digits that nobody calls so"),
        ("chi 010190123", "a digit is missing"),
        ("order 0101901232", "an order"),
    ])
    .sources(&["Public Health Scotland: Community Health Index", "NHS Scotland data dictionary: CHI number"]);
