//! International bank account number (IBAN).
//!
//! Country code, two check digits, and the country's own account number: a fixed length for each country.
//!
//! # Check
//! The first four characters moved to the end, letters as two-digit numbers, modulo 97 gives 1.
use crate::catalog::prelude::*;
use crate::check::mod97;

pub(super) static ENTRY: Entry = Entry::new("IBAN_CODE")
    .title("International bank account number")
    .category(Category::Financial)
    .sensitivity(Sensitivity::High)
    .shape(SHAPE)
    .check(check)
    .specimen(specimen)
    .score(60)
    .context(&["iban", "account", "konto", "kontonummer", "bank", "bankverbindung", "cuenta", "compte", "rib", "überweisung"])
    .finds(&[
        "GB29 NWBK 6016 1331 9268 19",
        "DE89370400440532013000",
        "FR14 2004 1010 0505 0001 3M02 606",
        "NO93 8601 1117 947",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "iban is <<de89 3704 0044 0532 0130 00>> thanks",
    ])
    .skips(&[
        ("GB28 NWBK 6016 1331 9268 19", "wrong check digits"),
        ("DE89 3704 0044 0532 0130", "too short for Germany"),
        ("XX89 3704 0044 0532 0130 00", "no such country"),
    ])
    .sources(&["ISO 13616-1:2020", "SWIFT IBAN Registry, release 99: countries, lengths, specimens"]);

/// One alternative a country, so that the scanner may give up after two letters. "4**" lets it be written in fours, and
/// in any other spacing where a word calls it an IBAN.
const SHAPE: &str = "4**'AD'99X{20}|4**'AE'99X{19}|4**'AL'99X{24}|4**'AT'99X{16}|4**'AZ'99X{24}|4**'BA'99X{16}|4**'BE'99X{12}|4**'BG'99X{18}|4**'BH'99X{18}|4**'BI'99X{23}|4**'BR'99X{25}|4**'BY'99X{24}|4**'CH'99X{17}|4**'CR'99X{18}|4**'CY'99X{24}|4**'CZ'99X{20}|4**'DE'99X{18}|4**'DJ'99X{23}|4**'DK'99X{14}|4**'DO'99X{24}|4**'EE'99X{16}|4**'EG'99X{25}|4**'ES'99X{20}|4**'FI'99X{14}|4**'FK'99X{14}|4**'FO'99X{14}|4**'FR'99X{23}|4**'GB'99X{18}|4**'GE'99X{18}|4**'GI'99X{19}|4**'GL'99X{14}|4**'GR'99X{23}|4**'GT'99X{24}|4**'HN'99X{24}|4**'HR'99X{17}|4**'HU'99X{24}|4**'IE'99X{18}|4**'IL'99X{19}|4**'IQ'99X{19}|4**'IS'99X{22}|4**'IT'99X{23}|4**'JO'99X{26}|4**'KW'99X{26}|4**'KZ'99X{16}|4**'LB'99X{24}|4**'LC'99X{28}|4**'LI'99X{17}|4**'LT'99X{16}|4**'LU'99X{16}|4**'LV'99X{17}|4**'LY'99X{21}|4**'MC'99X{23}|4**'MD'99X{20}|4**'ME'99X{18}|4**'MK'99X{15}|4**'MN'99X{16}|4**'MR'99X{23}|4**'MT'99X{27}|4**'MU'99X{26}|4**'NI'99X{24}|4**'NL'99X{14}|4**'NO'99X{11}|4**'OM'99X{19}|4**'PK'99X{20}|4**'PL'99X{24}|4**'PS'99X{25}|4**'PT'99X{21}|4**'QA'99X{25}|4**'RO'99X{20}|4**'RS'99X{18}|4**'RU'99X{29}|4**'SA'99X{20}|4**'SC'99X{27}|4**'SD'99X{14}|4**'SE'99X{20}|4**'SI'99X{15}|4**'SK'99X{20}|4**'SM'99X{23}|4**'SO'99X{19}|4**'ST'99X{21}|4**'SV'99X{24}|4**'TL'99X{19}|4**'TN'99X{20}|4**'TR'99X{22}|4**'UA'99X{25}|4**'VA'99X{18}|4**'VG'99X{20}|4**'XK'99X{16}|4**'YE'99X{26}";

fn check(characters: &[u8]) -> Verdict {
    if !length_fits(characters) {
        return Verdict::Invalid;
    }
    let (head, tail) = characters.split_at(characters.len().min(4));
    Verdict::from_check(mod97::remainder(tail.iter().chain(head).copied()) == Some(1))
}

/// Length of the whole number by country, `(first letter * 26 + second)`; 0 where there is none. Read off `SHAPE`.
#[expect(clippy::indexing_slicing, reason = "computed when compiling; out of bounds would be a compile error")]
static LENGTHS: [u8; 26 * 26] = {
    let mut lengths = [0u8; 26 * 26];
    let text = SHAPE.as_bytes();
    let mut i = 0;
    // Every alternative reads 4**'CC'99X{n}.
    while i + 10 < text.len() {
        if text[i] == b'\'' && text[i + 3] == b'\'' {
            let country = (text[i + 1] - b'A') as usize * 26 + (text[i + 2] - b'A') as usize;
            lengths[country] = 4 + (text[i + 8] - b'0') * 10 + (text[i + 9] - b'0');
            i += 10;
        }
        i += 1;
    }
    lengths
};

/// Whether the country exists and has numbers of this length: the alternatives say both.
fn length_fits(characters: &[u8]) -> bool {
    let [a @ b'A'..=b'Z', b @ b'A'..=b'Z', ..] = characters else { return false };
    let country = usize::from(a - b'A') * 26 + usize::from(b - b'A');
    LENGTHS.get(country).is_some_and(|&length| usize::from(length) == characters.len())
}

/// Specimens of the registry and of the standard.
fn specimen(characters: &[u8]) -> bool {
    const SPECIMENS: [&str; 8] = [
        "GB29NWBK60161331926819", "DE89370400440532013000", "FR1420041010050500013M02606", "NO9386011117947",
        "ES9121000418450200051332", "IT60X0542811101000000123456", "NL91ABNA0417164300", "MT84MALT011000012345MTLCAST001S",
    ];
    SPECIMENS.iter().any(|s| s.as_bytes() == characters)
}
