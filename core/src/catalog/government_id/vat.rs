//! European value-added tax numbers that begin with their country.
use super::balkans::{is_egn, is_oib};
use super::central_europe::is_si_tax;
use super::company;
use super::south_europe::is_cy_tin;
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_monotone, number};
use crate::check::weighted::{digit_sum, is_digit, lack_of_10, lack_of_11, last_is, rest_of_11_or_0, sum, two_pass};
use crate::check::{iso7064, luhn, mod97};

rows! { VAT_NUMBER }

/// European value-added tax number with its country in front.
///
/// Two letters for the country (`EL` for Greece, `XI` for Northern Ireland) and eight to twelve characters, as each state gives
/// them. Italian, Swiss, Croatian and Slovenian ones are types of their own.
///
/// # Check
/// Each state's: weighted sums modulo 10, 11, 37, 89 or 97, Luhn, MOD 11,10. Lithuania's, Romania's and Latvia's too.
static VAT_NUMBER: Entry = company("VAT_NUMBER", "European value-added tax number")
    .shape(
        "'ATU'99999999|'AT' 'U'99999999|'BE'[01]999999999|'BE' [01]999999999|'BE'~[01]999~999~999|'BG'9{9,10}|'CZ'9{8,10}|'DE'999999999|\
         'DE' 999999999|'DE'~999~999~999|'DK'99999999|'DK'~99~99~99~99|'EE'999999999|'EL'999999999|'ES'[A-HJ-NP-Z0-9]9999999[0-9A-Z]|\
         'FI'99999999|'FR'XX999999999|'FR'~XX~999~999~999|'GB'999999999|'GB' 999 9999 99|'XI'999999999|'HU'99999999|\
         'IE'9999999A|'IE'9999999A[A-IW]|'LT'999999999|'LT'999999999999|'LU'99999999|'LV'99999999999|'MT'99999999|\
         'NL'999999999'B'99|'NL'999999999.'B'99|'PL'9999999999|'PT'999999999|'RO'9{6,10}|'SE'9999999999'01'|'SK'9999999999",
    )
    .check(vat)
    .score(62)
    .context(&["vat", "ust", "ustid", "ustidnr", "uid", "tva", "btw", "moms", "iva", "ddv", "dph", "mwst", "umsatzsteuer", "alv"])
    .finds(&[
        "DE136695976", "VAT no. <<ATU13585627>>", "btw: <<NL123456782B90>>", "TVA <<FR 83 404 833 048>>", "VAT <<GB980780684>>",
    ])
    .skips(&[
        ("DE136695977", "wrong check digit"),
        ("GB123456789", "wrong check digits"),
        ("vat 136695976", "no country"),
    ])
    .sources(&[
        "European Commission: VIES, structure of VAT identification numbers",
        "European Commission: TIN and VAT algorithms of the member states",
        "HMRC: VAT registration numbers, 97 and 9755 systems",
    ]);

fn vat(c: &[u8]) -> Verdict {
    let Some((country, rest)) = c.split_at_checked(2) else { return Verdict::Invalid };
    Verdict::from_check(holds(country, rest).unwrap_or(false) && !is_monotone(rest))
}

fn holds(country: &[u8], n: &[u8]) -> Option<bool> {
    Some(match country {
        b"AT" => {
            let d = n.strip_prefix(b"U")?;
            d.len() == 8 && is_digit(d.last(), (10 - (digit_sum(d, &[1, 2, 1, 2, 1, 2, 1]) + 4) % 10) % 10)
        }
        b"BE" => n.len() == 10 && 97 - number(n.get(..8)?)? % 97 == number(n.get(8..)?)?,
        b"BG" if n.len() == 10 => is_egn(n).unwrap_or(false) || bulgarian(n),
        b"BG" => is_digit(n.get(8), two_pass(n, &[1, 2, 3, 4, 5, 6, 7, 8], &[3, 4, 5, 6, 7, 8, 9, 10], 0)),
        b"CZ" => czech(n)?,
        b"DE" => n.first() != Some(&b'0') && iso7064::is_valid_11_10(n),
        b"DK" => sum(n, &[2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11),
        b"EE" => last_is(n, &[3, 7, 1, 3, 7, 1, 3, 7], lack_of_10),
        b"EL" => last_is(n, &[256, 128, 64, 32, 16, 8, 4, 2], rest_of_11_or_0),
        b"ES" => spanish(n),
        b"FI" => last_is(n, &[7, 9, 10, 5, 8, 4, 2], lack_of_11),
        b"FR" => french(n)?,
        b"GB" | b"XI" => british(n)?,
        b"HU" => last_is(n, &[9, 7, 3, 1, 9, 7, 3], lack_of_10),
        b"IE" => irish(n),
        b"LT" => {
            let weights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2];
            let second = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4];
            let front = n.len().checked_sub(1).filter(|front| *front > 0)?;
            let held = is_digit(n.last(), two_pass(n, weights.get(..front)?, second.get(..front)?, 0));
            held && n.get(front - 1) == Some(&b'1')
        }
        b"LU" => number(n.get(..6)?)? % 89 == number(n.get(6..)?)?,
        b"LV" => latvian(n)?,
        b"MT" => sum(n, &[3, 4, 6, 7, 8, 9, 10, 1]).is_multiple_of(37),
        b"NL" => dutch(n),
        b"PL" => last_is(n, &[6, 5, 7, 2, 3, 4, 5, 6, 7], |sum| sum % 11),
        b"PT" => n.first() != Some(&b'0') && last_is(n, &[9, 8, 7, 6, 5, 4, 3, 2], |sum| lack_of_11(sum) % 10),
        b"RO" => {
            let weights = [7, 5, 3, 2, 1, 7, 5, 3, 2];
            last_is(n, weights.get(10usize.checked_sub(n.len())?..)?, |sum| sum * 10 % 11 % 10)
        }
        b"SE" => n.len() == 12 && n.ends_with(b"01") && luhn::is_valid(n.get(..10)?),
        b"SK" => n.iter().try_fold(0, |rest, d| d.is_ascii_digit().then(|| (rest * 10 + u32::from(d - b'0')) % 11))? == 0,
        b"CY" => is_cy_tin(n),
        b"HR" => is_oib(n),
        b"SI" => is_si_tax(n),
        _ => false,
    })
}

/// Ten digits of a foreigner, or of somebody else.
fn bulgarian(n: &[u8]) -> bool {
    let foreign = last_is(n, &[21, 19, 17, 13, 11, 9, 7, 3, 1], |sum| sum % 10);
    foreign || last_is(n, &[4, 3, 2, 7, 6, 5, 4, 3, 2], lack_of_11)
}

/// Eight digits of a company, or a birth number of nine or ten; nine that begin with a 6 are those of special cases.
fn czech(n: &[u8]) -> Option<bool> {
    Some(match n.len() {
        8 => {
            let check = lack_of_11(sum(n, &[8, 7, 6, 5, 4, 3, 2]));
            let check = match check {
                0 => 1,
                10 => 0,
                check => check,
            };
            n.first() != Some(&b'9') && is_digit(n.last(), check)
        }
        9 if n.first() == Some(&b'6') => {
            let check = sum(n.get(1..)?, &[8, 7, 6, 5, 4, 3, 2]) % 11;
            // What is taken from eight; nine and ten are too many.
            let taken = (10 + 11 - check) % 11;
            taken <= 8 && is_digit(n.last(), 8 - taken)
        }
        _ => matches!(super::central_europe::birth_number(n), Verdict::Valid | Verdict::Unknown),
    })
}

fn spanish(n: &[u8]) -> bool {
    let number = |id: &str| crate::catalog::verdict(id, n) == Some(Verdict::Valid);
    number("ES_NIF") || number("ES_NIE") || number("ES_CIF")
}

/// Two digits that check the nine, or two characters of the newer system.
fn french(n: &[u8]) -> Option<bool> {
    let (key, siren) = n.split_at_checked(2)?;
    if key.iter().any(u8::is_ascii_alphabetic) {
        return Some(n.len() == 11 && luhn::is_valid(siren));
    }
    Some(n.len() == 11 && (number(siren)? % 97 * 3 + 12) % 97 == number(key)?)
}

/// Weights 8 to 2 and the last two digits make a multiple of 97, or 55 more do.
fn british(n: &[u8]) -> Option<bool> {
    let total = sum(n, &[8, 7, 6, 5, 4, 3, 2]) + number(n.get(7..9)?)?;
    Some(n.len() == 9 && (total.is_multiple_of(97) || (total + 55).is_multiple_of(97)))
}

fn irish(n: &[u8]) -> bool {
    crate::catalog::verdict("IE_PPS", n) == Some(Verdict::Valid)
}

/// A company's begins above 3; a person's is a personal code.
fn latvian(n: &[u8]) -> Option<bool> {
    if *n.first()? <= b'3' {
        return Some(crate::catalog::verdict("LV_PERSONAS_KODS", n)? == Verdict::Valid);
    }
    Some(sum(n, &[9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3)
}

/// A citizen's or company's number by the eleven-test, or the whole by MOD 97-10.
fn dutch(n: &[u8]) -> bool {
    if n.ends_with(b"00") {
        return false;
    }
    let eleven = sum(n, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    let person = is_digit(n.get(8), eleven);
    person || mod97::remainder(b"NL".iter().chain(n).copied()) == Some(1)
}
