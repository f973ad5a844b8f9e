//! Numbers of people and companies in France, Ireland, Portugal and Spain.
use super::{company, person};
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_monotone, number};
use crate::check::luhn;
use crate::check::weighted::{digit_sum, is_digit, last_is, sum};
use crate::text::word_set::WordSet;

rows! { ES_CIF, ES_NUSS, FR_CNI, FR_SIREN, FR_SIRET, FR_SPI, IE_PPS, PT_CC, PT_NISS }

/// Spanish tax number of a company (CIF).
///
/// A letter for its form, seven digits, a check digit or letter: `B-12345674`. Without the dash it counts only near a word.
///
/// # Check
/// Luhn's sum over the seven digits; of foreign, public and religious bodies a letter stands for the check digit.
static ES_CIF: Entry = company("ES_CIF", "Spanish tax number of a company (CIF)")
    .shape("[A-HJNP-SUVW]-9999999[0-9A-J]|[A-HJNP-SUVW]-9999999-[0-9A-J]|[A-HJNP-SUVW]9999999[0-9A-J]?")
    .check(es_cif)
    .score(60)
    .context(&["cif", "nif", "empresa", "sociedad"])
    .finds(&["B-12345674", "CIF: <<A58818501>>", "nuestro cif es <<B12345674>>"])
    .skips(&[
        ("B-12345675", "wrong check digit"),
        ("B12345674", "a code that nobody calls a CIF"),
        ("cif B123", "too short"),
    ])
    .sources(&["Orden EHA/451/2008: composition of the NIF of legal persons"]);

fn es_cif(c: &[u8]) -> Verdict {
    let [kind, digits @ .., last] = c else { return Verdict::Invalid };
    if digits.len() != 7 || !digits.iter().all(u8::is_ascii_digit) {
        return Verdict::Invalid;
    }
    let value = (10 - digit_sum(digits, &[2, 1, 2, 1, 2, 1, 2]) % 10) % 10;
    let digit = is_digit(Some(last), value);
    let letter = b"JABCDEFGHI".get(value as usize) == Some(last);
    Verdict::from_check(match kind {
        b'A' | b'B' | b'H' => digit,
        b'K' | b'N' | b'P' | b'Q' | b'R' | b'S' | b'W' => letter,
        _ => digit || letter,
    })
}

/// Spanish social security number (NUSS, número de afiliación).
///
/// The province, eight digits, two check digits: `28/01234567/42`. Bare ones count only near a word.
///
/// # Check
/// The number before them modulo 97; where it is below ten million it is joined to the province without its first zero.
static ES_NUSS: Entry = person("ES_NUSS", "Spanish social security number")
    .shape("99/99999999/99|99-99999999-99|99 99999999 99|99/9999999999?|99 9999999999?|999999999999?")
    .check(es_nuss)
    .score(60)
    .context(&["nuss", "naf", "afiliación", "afiliacion", "seguridad", "tgss"])
    .finds(&["28/01234567/42", "NUSS <<280123456742>>", "número de la seguridad social: <<08 12345678 69>>"])
    .skips(&[
        ("28/01234567/43", "wrong check digits"),
        ("280123456742", "twelve bare digits that nobody calls so"),
        ("99/01234567/42", "no such province"),
    ])
    .sources(&["Tesorería General de la Seguridad Social: Número de Seguridad Social, dígitos de control"]);

fn es_nuss(d: &[u8]) -> Verdict {
    Verdict::from_check(is_nuss(d).unwrap_or(false))
}

fn is_nuss(d: &[u8]) -> Option<bool> {
    let (province, middle, check) = (number(d.get(..2)?)?, number(d.get(2..10)?)?, number(d.get(10..12)?)?);
    let before = u64::from(province) * if middle < 10_000_000 { 10_000_000 } else { 100_000_000 } + u64::from(middle);
    let given = matches!(province, 1..=53 | 66);
    Some(d.len() == 12 && given && middle != 0 && before % 97 == u64::from(check))
}

/// French identity card number (carte nationale d'identité).
///
/// Twelve digits that begin with a year and a month, or, since 2021, nine letters and digits. It always needs a word.
///
/// # Check
/// No check digit in what people write. The month of an old one exists; a new one mixes letters and digits.
static FR_CNI: Entry = person("FR_CNI", "French identity card number")
    .shape("999999999999?|=X{9}?")
    .check(fr_cni)
    .score(50)
    .context(&["cni", "identité", "cnie"])
    .finds(&["CNI <<880692310285>>", "carte d'identité n° <<X4RTBPFW4>>", "ma cni : <<170193G25>>"])
    .skips(&[
        ("880692310285", "twelve bare digits that nobody calls so"),
        ("cni 881392310285X", "there is no month 13, and it is too long"),
        ("commande 880692310285", "an order"),
    ])
    .sources(&["Agence nationale des titres sécurisés: numéro de la carte nationale d'identité", "Règlement (UE) 2019/1157"]);

fn fr_cni(c: &[u8]) -> Verdict {
    let digits = c.iter().filter(|c| c.is_ascii_digit()).count();
    let month = c.get(2..4).and_then(number);
    let held = match c.len() {
        12 => matches!(month, Some(1..=12)),
        9 => (2..=8).contains(&digits),
        _ => false,
    };
    if held { Verdict::Unknown } else { Verdict::Invalid }
}

/// French company number (SIREN).
///
/// Nine digits, written 3-3-3. Telephone numbers look the same, so it counts only near a word.
///
/// # Check
/// Luhn.
static FR_SIREN: Entry = company("FR_SIREN", "French company number (SIREN)")
    .shape("999 999 999?|999999999?")
    .check(|d| Verdict::from_check(d.len() == 9 && luhn::is_valid(d) && !is_monotone(d)))
    .score(60)
    .context(&["siren", "rcs", "sirene"])
    .finds(&["SIREN <<732 829 320>>", "RCS Paris <<732829320>>", "n° siren : <<732829320>>"])
    .skips(&[
        ("732 829 320", "nine digits that nobody calls so"),
        ("siren 73282932", "a digit is missing"),
        ("commande 732829320", "an order"),
    ])
    .sources(&["INSEE: numéro SIREN", "Code de commerce, article R123-220"]);

/// French establishment number (SIRET): a company's SIREN and five digits more.
///
/// Fourteen digits, written 3-3-3-5. It counts only near a word.
///
/// # Check
/// Luhn. Those of La Poste need only a digit sum that is a multiple of five.
static FR_SIRET: Entry = company("FR_SIRET", "French establishment number (SIRET)")
    .shape("999 999 999 99999?|99999999999999?")
    .check(fr_siret)
    .score(60)
    .context(&["siret", "sirets", "siren"])
    .finds(&["SIRET <<732 829 320 00074>>", "n° siret : <<73282932000074>>", "siret <<35600000000048>>"])
    .skips(&[
        ("73282932000074", "fourteen bare digits that nobody calls so"),
        ("siret 7328293200007", "a digit is missing"),
        ("commande 73282932000074", "an order"),
    ])
    .sources(&["INSEE: numéro SIRET, and the exception of La Poste"]);

fn fr_siret(d: &[u8]) -> Verdict {
    let post = d.starts_with(b"356000000") && sum(d, &[1; 14]).is_multiple_of(5);
    Verdict::from_check(d.len() == 14 && (luhn::is_valid(d) || post) && !is_monotone(d))
}

/// French tax number of a person (numéro fiscal, SPI).
///
/// Thirteen digits, the first one 0 to 3. It counts only near a word.
///
/// # Check
/// The first ten digits modulo 511 are the last three.
static FR_SPI: Entry = person("FR_SPI", "French tax number (numéro fiscal)")
    .shape("[0-3]9 99 999 999 999?|[0-3]999999999999?")
    .check(fr_spi)
    .score(62)
    .context(&["fiscal", "spi", "impôts", "impots", "impôt"])
    .finds(&["numéro fiscal : <<30 12 345 673 162>>", "SPI <<3012345673162>>", "n° fiscal <<3012345674163>>"])
    .skips(&[
        ("3012345673162", "thirteen bare digits that nobody calls so"),
        ("numéro fiscal 30123456731", "too short"),
        ("commande 3012345673162", "an order"),
    ])
    .sources(&["DGFiP: numéro fiscal de référence", "OECD: Tax identification numbers, France"]);

fn fr_spi(d: &[u8]) -> Verdict {
    let front = d.get(..10).and_then(|f| f.iter().try_fold(0u64, |n, d| d.is_ascii_digit().then(|| n * 10 + u64::from(d - b'0'))));
    let key = d.get(10..).and_then(number);
    Verdict::from_check(d.len() == 13 && !is_monotone(d) && front.map(|n| n % 511) == key.map(u64::from))
}

/// Irish personal public service number (PPSN).
///
/// Seven digits, a check letter, and for some a second letter. Codes of other kinds look the same, so it always needs a word.
///
/// # Check
/// Weights 8 to 2, and 9 for the second letter, modulo 23 name the check letter.
static IE_PPS: Entry = person("IE_PPS", "Irish personal public service number")
    .shape("9999999A?|9999999A[A-IWTX]?")
    .check(ie_pps)
    .score(62)
    .context(&["pps", "ppsn", "ppsno"])
    .hints(&["ireland", "irish"])
    .finds(&["PPSN <<1234567T>>", "my PPS number is <<1234567T>>", "pps no: <<1234567FA>>"])
    .skips(&[
        ("1234567T", "a code that nobody calls so"),
        ("pps 1234567Z", "wrong check letter"),
        ("part 1234567T", "a part"),
    ])
    .sources(&["Department of Social Protection: Personal Public Service Number", "Revenue: PPSN check character"]);

fn ie_pps(c: &[u8]) -> Verdict {
    let second = match c.get(8) {
        None | Some(b'W' | b'T' | b'X') => 0,
        Some(letter) => u32::from(letter.wrapping_sub(b'A')) + 1,
    };
    let rest = (sum(c, &[8, 7, 6, 5, 4, 3, 2]) + second * 9) as usize % 23;
    Verdict::from_check(b"WABCDEFGHIJKLMNOPQRSTUV".get(rest) == c.get(7) && !c.get(..7).is_none_or(is_monotone))
}

/// Portuguese citizen card number (Cartão de Cidadão).
///
/// Eight digits, a check digit, two characters for the issue, a check digit: `12345678 7 ZZ5`.
///
/// # Check
/// Luhn's formula over digits and letters, a letter counting 10 to 35.
static PT_CC: Entry = person("PT_CC", "Portuguese citizen card number")
    .shape("99999999-9-XX9|999999999XX9?")
    .check(pt_cc)
    .score(62)
    .context(&["cartão", "cartao", "cidadão", "cidadao", "cc"])
    .anchors(&[(Anchor::Cue(&["cidadão", "cidadao", "cc"]), in_groups)])
    .finds(&["12345678-7-ZZ5", "cartão de cidadão <<123456787ZZ5>>", "CC: <<12345678 9 ZZ1>>"])
    .skips(&[
        ("12345678-7-ZZ6", "wrong check digit"),
        ("123456787ZZ5", "a code that nobody calls so"),
        ("cartão 1234567", "too short"),
    ])
    .sources(&["Agência para a Modernização Administrativa: Validação de Número de Documento do Cartão de Cidadão"]);

/// With spaces between its groups, behind its name.
fn in_groups(p: &Probe<'_>) -> Option<Found> {
    static FILLERS: WordSet<4> = WordSet::of(&["número numero"]);
    called::code::<12>(p, &FILLERS, pt_cc)
}

fn pt_cc(c: &[u8]) -> Verdict {
    let mut sum = 0;
    for (n, c) in c.iter().rev().enumerate() {
        let value = match c {
            b'0'..=b'9' => u32::from(c - b'0'),
            c => u32::from(c.wrapping_sub(b'A')) + 10,
        };
        sum += match n % 2 {
            1 if value * 2 > 9 => value * 2 - 9,
            1 => value * 2,
            _ => value,
        };
    }
    let digits = c.get(..9).is_some_and(|d| d.iter().all(u8::is_ascii_digit) && !is_monotone(d));
    Verdict::from_check(c.len() == 12 && digits && sum % 10 == 0)
}

/// Portuguese social security number (NISS).
///
/// Eleven digits, the first 1 or 2. It counts only near a word.
///
/// # Check
/// Prime weights 29 23 19 17 13 11 7 5 3 2; nine less the sum modulo 10.
static PT_NISS: Entry = person("PT_NISS", "Portuguese social security number")
    .shape("[12]9999999999?|[12]99 999 999 99?")
    .check(|d| Verdict::from_check(last_is(d, &[29, 23, 19, 17, 13, 11, 7, 5, 3, 2], |sum| 9 - sum % 10)))
    .score(62)
    .context(&["niss", "segurança", "seguranca"])
    .finds(&["NISS <<11012345676>>", "o meu niss é <<12345678902>>", "segurança social: <<110 123 456 76>>"])
    .skips(&[
        ("11012345676", "eleven bare digits that nobody calls so"),
        ("niss 1101234567", "a digit is missing"),
        ("encomenda order 11012345676", "an order"),
    ])
    .sources(&["Instituto da Segurança Social: Número de Identificação de Segurança Social"]);
