//! Numbers of people and companies in South America.
use super::{company, person};
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_monotone, number};
use crate::check::weighted::{is_digit, lack_of_10, lack_of_11, last_is, sum};
use crate::check::luhn;

rows! { AR_CUIT, AR_DNI, CL_RUT, CO_NIT, CO_CEDULA, EC_CEDULA, PE_RUC, PE_DNI, PY_RUC, UY_CI, VE_RIF }

/// Argentine tax number of a person or company (CUIT, CUIL).
///
/// Eleven digits, written 2-8-1: the kind, the number of the identity card, a check digit. Bare ones count only near a word.
///
/// # Check
/// Weights 5 4 3 2 7 6 5 4 3 2 modulo 11, ten written 9. The first two digits say a person (20, 23 to 27) or a company (30, 33, 34, 50, 51, 55).
static AR_CUIT: Entry = person("AR_CUIT", "Argentine tax number (CUIT, CUIL)")
    .shape("99-99999999-9|99 99999999 9?|99.99999999.9?|99999999999?")
    .check(ar_cuit)
    .score(60)
    .context(&["cuit", "cuil", "cuits", "cuils"])
    .hints(&["argentina", "argentine", "argentino"])
    .finds(&["20-12345678-6", "mi CUIT es <<20123456786>>", "cuil: <<20-12345678-6>>", "CUIT <<20123456785>>"])
    .skips(&[
        ("20-12345678-5", "wrong check digit"),
        ("20123456786", "eleven bare digits that nobody calls a tax number"),
        ("99-12345678-0", "no such kind"),
    ])
    .sources(&["ARCA (AFIP): Clave Única de Identificación Tributaria", "ANSES: Código Único de Identificación Laboral"]);

fn ar_cuit(d: &[u8]) -> Verdict {
    let kind = matches!(d.get(..2), Some(b"20" | b"23" | b"24" | b"25" | b"26" | b"27" | b"30" | b"33" | b"34" | b"50" | b"51" | b"55"));
    Verdict::from_check(kind && last_is(d, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2], |sum| lack_of_11(sum).min(9)))
}

/// Argentine national identity document (DNI).
///
/// Seven or eight digits, often with dots: `12.345.678`. Nothing in it can be checked, so it always needs a word.
///
/// # Check
/// No check digit. One digit over and over is no number.
static AR_DNI: Entry = person("AR_DNI", "Argentine national identity document (DNI)")
    .shape("99.999.999?|9.999.999?|9{7,8}?")
    .check(unchecked)
    .score(50)
    .context(&["dni", "documento", "dnis"])
    .finds(&["DNI <<23.456.789>>", "mi dni es <<23456789>>", "documento: <<9.345.678>>"])
    .skips(&[
        ("23.456.789", "a number that nobody calls a document"),
        ("dni 123456", "too short"),
        ("pedido 23456789", "an order"),
    ])
    .sources(&["RENAPER: Documento Nacional de Identidad", "Ley 17.671"]);

/// Numbers without a check digit.
fn unchecked(d: &[u8]) -> Verdict {
    if is_monotone(d) { Verdict::Invalid } else { Verdict::Unknown }
}

/// Chilean number of a person or company (RUT, RUN).
///
/// Up to eight digits and a check character, written `12.345.678-5`. Without dots it counts only near a word.
///
/// # Check
/// Weights 2 to 7 from the right, over and over, modulo 11; K stands for ten.
static CL_RUT: Entry = person("CL_RUT", "Chilean tax and identity number (RUT, RUN)")
    .shape("99.999.999-[0-9K]|9.999.999-[0-9K]|99999999-[0-9K]?|9999999-[0-9K]?|99999999[0-9K]?|9999999[0-9K]?")
    .check(cl_rut)
    .score(60)
    .context(&["rut", "ruts", "tributario"])
    .hints(&["chile", "chilean", "chileno", "chilena"])
    .finds(&["12.345.678-5", "mi rut es <<12345678-5>>", "RUT: <<12.345.670-K>>", "rut <<123456785>>"])
    .skips(&[
        ("12.345.678-6", "wrong check character"),
        ("12345678-5", "a number that nobody calls a RUT"),
        ("we run 12345678 tests", "another word, and the check fails"),
    ])
    .sources(&["Servicio de Impuestos Internos: Rol Único Tributario", "Servicio de Registro Civil: RUN"]);

fn cl_rut(c: &[u8]) -> Verdict {
    let Some((last, digits)) = c.split_last() else { return Verdict::Invalid };
    let sum: u32 = digits.iter().rev().zip([2, 3, 4, 5, 6, 7, 2, 3, 4]).map(|(d, w)| u32::from(d.wrapping_sub(b'0')) * w).sum();
    let held = match lack_of_11(sum) {
        10 => *last == b'K',
        value => is_digit(Some(last), value),
    };
    Verdict::from_check(held && digits.iter().all(u8::is_ascii_digit) && !is_monotone(digits))
}

/// Colombian tax number (NIT).
///
/// Nine digits and a check digit: `900.123.453-6`. Without the dots it counts only near a word.
///
/// # Check
/// Primes 3 7 13 17 19 23 29 37 41 from the right, modulo 11.
static CO_NIT: Entry = company("CO_NIT", "Colombian tax number (NIT)")
    .shape("999.999.999-9|999999999-9?|9999999999?")
    .check(co_nit)
    .score(60)
    .context(&["nit", "nits", "tributaria", "rut"])
    .hints(&["colombia", "colombian", "colombiana"])
    .finds(&["900.123.453-6", "NIT <<900123453-6>>", "nuestro nit es <<9001234536>>"])
    .skips(&[
        ("900.123.453-7", "wrong check digit"),
        ("9001234536", "ten bare digits that nobody calls a tax number"),
        ("nit 90012", "too short"),
    ])
    .sources(&["DIAN: Orden Administrativa 4 of 1989, check digit of the NIT"]);

fn co_nit(d: &[u8]) -> Verdict {
    Verdict::from_check(last_is(d, &[41, 37, 29, 23, 19, 17, 13, 7, 3], |sum| match sum % 11 {
        rest @ (0 | 1) => rest,
        rest => 11 - rest,
    }))
}

/// Colombian citizenship card number (cédula de ciudadanía).
///
/// Seven to ten digits, often with dots. Nothing in it can be checked, so it always needs a word.
///
/// # Check
/// No check digit. One digit over and over is no number.
static CO_CEDULA: Entry = person("CO_CEDULA", "Colombian citizenship card number")
    .shape("9.999.999.999?|99.999.999?|9{7,10}?")
    .check(unchecked)
    .score(45)
    .context(&["cédula", "cedula", "ciudadanía", "ciudadania"])
    .finds(&["cédula <<1.023.456.789>>", "mi cedula es <<52345678>>", "cédula de ciudadanía <<1023456789>>"])
    .skips(&[
        ("1.023.456.789", "a number that nobody calls a card"),
        ("cédula 12345", "too short"),
        ("pedido 52345678", "an order"),
    ])
    .sources(&["Registraduría Nacional del Estado Civil: cédula de ciudadanía"]);

/// Ecuadorian identity card number (cédula).
///
/// Ten digits: the province, eight more, a check digit. They count only near a word.
///
/// # Check
/// Luhn. The province is 01 to 24, or 30 for those abroad; the third digit is 0 to 6.
static EC_CEDULA: Entry = person("EC_CEDULA", "Ecuadorian identity card number")
    .shape("999999999-9?|9999999999?")
    .check(ec_cedula)
    .score(60)
    .context(&["cédula", "cedula", "identidad"])
    .hints(&["ecuador", "ecuadorian", "ecuatoriana", "ecuatoriano"])
    .finds(&["cédula <<1712345097>>", "mi cedula: <<171234509-7>>", "cédula de identidad <<1712345311>>"])
    .skips(&[
        ("1712345097", "ten bare digits that nobody calls a card"),
        ("cédula 9912345097", "there is no province 99"),
        ("pedido 1712345097", "an order"),
    ])
    .sources(&["Registro Civil del Ecuador: check digit of the cédula (módulo 10)"]);

fn ec_cedula(d: &[u8]) -> Verdict {
    let province = matches!(d.get(..2).and_then(number), Some(1..=24 | 30));
    let kind = matches!(d.get(2), Some(b'0'..=b'6'));
    // A number that is none of Ecuador's may be a card of a neighbour, which has the same name.
    Verdict::from_check(d.len() == 10 && province && kind && luhn::is_valid(d))
}

/// Peruvian taxpayer number (RUC).
///
/// Eleven digits that begin with the kind of taxpayer. They count only near a word.
///
/// # Check
/// Weights 5 4 3 2 7 6 5 4 3 2 modulo 11. The kind is 10, 15, 16, 17 or 20.
static PE_RUC: Entry = company("PE_RUC", "Peruvian taxpayer number (RUC)")
    .shape("[12]9999999999?")
    .check(pe_ruc)
    .score(60)
    .context(&["ruc", "rucs", "contribuyente"])
    .hints(&["peru", "perú", "peruvian", "peruano"])
    .finds(&["RUC <<20123456786>>", "mi ruc: <<10123456781>>", "ruc del contribuyente <<20123456786>>"])
    .skips(&[
        ("20123456786", "eleven bare digits that nobody calls a taxpayer"),
        ("ruc 2012345678", "a digit is missing"),
        ("pedido 20123456786", "an order"),
    ])
    .sources(&["SUNAT: Registro Único de Contribuyentes"]);

fn pe_ruc(d: &[u8]) -> Verdict {
    let kind = matches!(d.get(..2), Some(b"10" | b"15" | b"16" | b"17" | b"20"));
    Verdict::from_check(kind && last_is(d, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2], |sum| (11 - sum % 11) % 10))
}

/// Peruvian identity document (DNI), with or without its check character (CUI).
///
/// Eight digits; a ninth character, a digit or a letter, checks them.
///
/// # Check
/// Weights 3 2 7 6 5 4 3 2 modulo 11. It only raises the score, since most people leave the character out.
static PE_DNI: Entry = person("PE_DNI", "Peruvian identity document (DNI)")
    .shape("99999999?|99999999-[0-9A-K]?|99999999[0-9A-K]?")
    .check(pe_dni)
    .score(45)
    .context(&["dni", "cui", "reniec"])
    .finds(&["CUI <<12345678-1>>", "reniec: <<40123456>>", "cui <<123456781>>"])
    .skips(&[
        ("12345678-1", "a number that nobody calls a document"),
        ("reniec 1234567", "too short"),
        ("pedido 40123456", "an order"),
    ])
    .sources(&["RENIEC: Código Único de Identificación"]);

fn pe_dni(c: &[u8]) -> Verdict {
    let (Some(digits), last) = (c.get(..8), c.get(8)) else { return Verdict::Invalid };
    let Some(last) = last else { return unchecked(digits) };
    let rest = sum(digits, &[3, 2, 7, 6, 5, 4, 3, 2]) as usize % 11;
    let held = b"65432110987".get(rest) == Some(last) || b"KJIHGFEDCBA".get(rest) == Some(last);
    if held { Verdict::Valid } else { unchecked(digits) }
}

/// Paraguayan taxpayer number (RUC).
///
/// Six to eight digits, a dash, a check digit: `80012345-0`. It counts only near a word.
///
/// # Check
/// Weights from 2 upwards, from the right, modulo 11.
static PY_RUC: Entry = company("PY_RUC", "Paraguayan taxpayer number (RUC)")
    .shape("99999999-9?|9999999-9?|999999-9?")
    .check(py_ruc)
    .score(60)
    .context(&["ruc", "rucs", "contribuyente"])
    .hints(&["paraguay", "paraguayan", "paraguayo"])
    .finds(&["RUC <<80012345-0>>", "mi ruc es <<8001234-5>>", "ruc: <<80012345-1>>"])
    .skips(&[
        ("80012345-0", "a number that nobody calls a taxpayer"),
        ("ruc 8001-5", "too short"),
        ("pedido 80012345-0", "an order"),
    ])
    .sources(&["Dirección Nacional de Ingresos Tributarios (SET): dígito verificador, módulo 11"]);

fn py_ruc(d: &[u8]) -> Verdict {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2];
    let weights = weights.get((weights.len() + 1).saturating_sub(d.len())..).unwrap_or(&[]);
    Verdict::from_check(last_is(d, weights, |sum| lack_of_11(sum) % 10))
}

/// Uruguayan identity card number (cédula de identidad).
///
/// Seven digits and a check digit, written `1.234.567-2`. Without dots it counts only near a word.
///
/// # Check
/// Weights 2 9 8 7 6 3 4 modulo 10.
static UY_CI: Entry = person("UY_CI", "Uruguayan identity card number")
    .shape("9.999.999-9|9999999-9?|99999999?")
    .check(uy_ci)
    .score(60)
    .context(&["cédula", "cedula", "identidad"])
    .hints(&["uruguay", "uruguayan", "uruguaya", "uruguayo"])
    .finds(&["1.234.567-2", "cédula <<4012345-0>>", "mi cedula es <<12345672>>"])
    .skips(&[
        ("1.234.567-3", "wrong check digit"),
        ("12345672", "eight bare digits that nobody calls a card"),
        ("pedido 12345672", "an order"),
    ])
    .sources(&["Dirección Nacional de Identificación Civil: dígito verificador de la cédula de identidad"]);

fn uy_ci(d: &[u8]) -> Verdict {
    Verdict::from_check(last_is(d, &[2, 9, 8, 7, 6, 3, 4], lack_of_10))
}

/// Venezuelan tax number (RIF).
///
/// A letter for the kind (V, E, J, P, G, C), eight digits, a check digit: `J-30123456-1`. Bare ones count only near a word.
///
/// # Check
/// The letter counts 4 to 20, then weights 3 2 7 6 5 4 3 2, modulo 11.
static VE_RIF: Entry = person("VE_RIF", "Venezuelan tax number (RIF)")
    .shape("[VEJPGC]-99999999-9|[VEJPGC]-999999999|[VEJPGC]999999999?")
    .check(ve_rif)
    .score(60)
    .context(&["rif", "rifs", "seniat"])
    .hints(&["venezuela", "venezuelan", "venezolano"])
    .finds(&["J-30123456-1", "RIF <<V123456781>>", "mi rif: <<V-12345678-1>>"])
    .skips(&[
        ("J-30123456-2", "wrong check digit"),
        ("V123456781", "a code that nobody calls a tax number"),
        ("rif J-301234", "too short"),
    ])
    .sources(&["SENIAT: Registro Único de Información Fiscal"]);

fn ve_rif(c: &[u8]) -> Verdict {
    let Some((letter, digits)) = c.split_first() else { return Verdict::Invalid };
    let kind = match letter {
        b'V' => 4,
        b'E' => 8,
        b'J' | b'C' => 12,
        b'P' => 16,
        b'G' => 20,
        _ => return Verdict::Invalid,
    };
    let rest = (kind + sum(digits, &[3, 2, 7, 6, 5, 4, 3, 2])) as usize % 11;
    Verdict::from_check(digits.len() == 9 && b"00987654321".get(rest) == digits.last() && !is_monotone(digits))
}
