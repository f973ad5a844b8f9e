//! Bank accounts, banks and securities, by country.
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_monotone, number};
use crate::check::weighted::{is_digit, sum};
use crate::check::{country, luhn, mod97};

rows! { AR_CBU, AU_BSB_ACCOUNT, CA_BANK_NUMBER, CUSIP, IN_IFSC, ISIN, LEI, MX_CLABE, NZ_BANK_ACCOUNT, SEDOL }

const fn financial(id: &'static str, title: &'static str, sensitivity: Sensitivity) -> Entry {
    Entry::new(id).title(title).category(Category::Financial).sensitivity(sensitivity)
}

/// Argentine bank account number (CBU, CVU).
///
/// Twenty-two digits: bank and branch with a check digit, account with a check digit. It counts only near a word.
///
/// # Check
/// Weights 7 1 3 9 7 1 3, and 3 9 7 1 over and over, modulo 10.
static AR_CBU: Entry = financial("AR_CBU", "Argentine bank account number (CBU)", Sensitivity::High)
    .shape("9999999999999999999999?|99999999 99999999999999?|99999999-99999999999999?")
    .check(ar_cbu)
    .score(62)
    .context(&["cbu", "cvu", "alias"])
    .finds(&["CBU <<2850590940090418135249>>", "mi cbu: <<01100129 20000001234569>>", "CVU <<0110012920000001234569>>"])
    .skips(&[
        ("2850590940090418135249", "twenty-two bare digits that nobody calls so"),
        ("cbu 285059094009041813524", "a digit is missing"),
        ("pedido 2850590940090418135249", "an order"),
    ])
    .sources(&["Banco Central de la República Argentina: Clave Bancaria Uniforme, Comunicación A 2622"]);

fn ar_cbu(d: &[u8]) -> Verdict {
    let check = |d: &[u8], weights: &[u32]| is_digit(d.last(), (10 - sum(d, weights) % 10) % 10);
    let (bank, account) = (d.get(..8).unwrap_or(&[]), d.get(8..).unwrap_or(&[]));
    let held = check(bank, &[7, 1, 3, 9, 7, 1, 3]) && check(account, &[3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3]);
    Verdict::from_check(d.len() == 22 && held && !is_monotone(d))
}

/// Australian bank, state and branch number (BSB), with the account behind it.
///
/// Six digits written 3-3, then five to nine for the account. Nothing in it can be checked, so it always needs a word.
///
/// # Check
/// No check digit. The first two digits name a bank; not all are zeros.
static AU_BSB_ACCOUNT: Entry = financial("AU_BSB_ACCOUNT", "Australian bank account number (BSB)", Sensitivity::High)
    .shape("999-999?|999 999?|999-999 9{5,9}?|999 999 9{5,9}?")
    .check(|d| if is_monotone(d) || d.starts_with(b"00") { Verdict::Invalid } else { Verdict::Unknown })
    .score(55)
    .context(&["bsb", "bsbs"])
    .finds(&["BSB <<062-000>>", "bsb and account: <<062-000 12345678>>", "my BSB is <<733 000>>"])
    .skips(&[
        ("062-000", "digits that nobody calls so"),
        ("bsb 06-200", "too short"),
        ("order 062-000", "an order"),
    ])
    .sources(&["Australian Payments Network: BSB numbers in Australia"]);

/// Canadian bank transit and institution number, with the account behind it.
///
/// Five digits for the branch and three for the bank, then seven to twelve for the account. It always needs a word.
///
/// # Check
/// No check digit. The bank's number begins with 0, 2, 3, 5, 6, 8 or 9.
static CA_BANK_NUMBER: Entry = financial("CA_BANK_NUMBER", "Canadian bank transit number", Sensitivity::High)
    .shape("99999-999?|99999 999?|99999-999-9{7,12}?|99999 999 9{7,12}?|[0]99999999?")
    .check(|d| match d.get(5) {
        _ if is_monotone(d) => Verdict::Invalid,
        Some(b'1' | b'4' | b'7') if d.first() != Some(&b'0') => Verdict::Invalid,
        _ => Verdict::Unknown,
    })
    .score(55)
    .context(&["transit", "institution", "eft"])
    .finds(&["transit <<12345-003>>", "transit and institution: <<00011-004-1234567>>", "transit number <<12345 006>>"])
    .skips(&[
        ("12345-003", "digits that nobody calls so"),
        ("transit 123-003", "too short"),
        ("order 12345-003", "an order"),
    ])
    .sources(&["Payments Canada: Financial Institutions File, routing numbers"]);

/// North American security number (CUSIP).
///
/// Nine characters, the last a check digit. It counts only near a word.
///
/// # Check
/// Every second character counts twice, the products' digits added up, modulo 10; a letter counts 10 to 35.
static CUSIP: Entry = financial("CUSIP", "North American security number (CUSIP)", Sensitivity::Low)
    .shape("[0-9]99XXXXX9?")
    .check(|c| Verdict::from_check(is_cusip(c).unwrap_or(false)))
    .score(60)
    .context(&["cusip", "cusips"])
    .finds(&["CUSIP <<037833100>>", "cusip: <<38259P508>>", "the CUSIP is <<594918104>>"])
    .skips(&[
        ("38259P508", "a code that nobody calls so"),
        ("cusip 03783310", "a digit is missing"),
        ("order 037833100", "an order"),
    ])
    .sources(&["CUSIP Global Services: check digit", "ANSI X9.6"]);

fn is_cusip(c: &[u8]) -> Option<bool> {
    let (last, rest) = c.split_last().filter(|_| c.len() == 9)?;
    let mut total = 0;
    for (n, c) in rest.iter().enumerate() {
        let value = match c {
            b'0'..=b'9' => u32::from(c - b'0'),
            b'A'..=b'Z' => u32::from(c - b'A') + 10,
            _ => return None,
        };
        let value = if n % 2 == 1 { value * 2 } else { value };
        total += value / 10 + value % 10;
    }
    Some(is_digit(Some(last), (10 - total % 10) % 10))
}

/// Indian bank branch code (IFSC).
///
/// Four letters for the bank, a 0, six characters for the branch. It always needs a word.
///
/// # Check
/// No check digit; the fifth character is 0.
static IN_IFSC: Entry = financial("IN_IFSC", "Indian bank branch code (IFSC)", Sensitivity::Low)
    .shape("AAAA'0'X{6}?")
    .check(|c| if c.get(5..).is_none_or(is_monotone) { Verdict::Invalid } else { Verdict::Unknown })
    .score(62)
    .context(&["ifsc", "rtgs", "neft", "ifsccode"])
    .finds(&["IFSC <<SBIN0001234>>", "ifsc code: <<HDFC0ABC123>>", "NEFT to <<ICIC0000104>>"])
    .skips(&[
        ("SBIN0001234", "a code that nobody calls so"),
        ("ifsc SBIN1001234", "the fifth is no 0"),
        ("ifsc SBIN000123", "a digit is missing"),
    ])
    .sources(&["Reserve Bank of India: Indian Financial System Code"]);

/// International securities number (ISIN).
///
/// Two letters for the country, nine characters, a check digit. It counts only near a word.
///
/// # Check
/// Luhn, every letter written as two digits. The country exists, or is XS for international securities.
static ISIN: Entry = financial("ISIN", "International securities number (ISIN)", Sensitivity::Low)
    .shape("AAXXXXXXXXX9?")
    .check(|c| match c {
        [a, b, ..] if c.len() == 12 => {
            let known = country::is_code(*a, *b) || matches!((a, b), (b'X', b'S') | (b'E', b'U'));
            Verdict::from_check(known && luhn::is_valid_spelled(c))
        }
        _ => Verdict::Invalid,
    })
    .score(62)
    .context(&["isin", "isins", "wkn", "depot"])
    .finds(&["ISIN <<US0378331005>>", "isin: <<DE000BAY0017>>", "the ISIN is <<XS0104440986>>"])
    .skips(&[
        ("US0378331005", "a code that nobody calls so"),
        ("isin US0378331006", "wrong check digit"),
        ("isin US037833100", "a digit is missing"),
    ])
    .sources(&["ISO 6166: International securities identification number"]);

/// Legal entity identifier (LEI).
///
/// Twenty characters, the last two check digits. It counts only near a word.
///
/// # Check
/// MOD 97-10.
static LEI: Entry = financial("LEI", "Legal entity identifier (LEI)", Sensitivity::Low)
    .shape("9999X{14}99?|[0-9A-Z]X{17}99?")
    .check(|c| Verdict::from_check(c.len() == 20 && mod97::remainder(c.iter().copied()) == Some(1)))
    .score(62)
    .context(&["lei", "leis", "gleif"])
    .finds(&["LEI <<5493001KJTIIGC8Y1R12>>", "lei: <<5493001kjtiigc8y1r12>>", "our LEI code is <<5493001KJTIIGC8Y1R12>>"])
    .skips(&[
        ("5493001KJTIIGC8Y1R12", "a code that nobody calls so"),
        ("lei 5493001KJTIIGC8Y1R13", "wrong check digits"),
        ("lei 5493001KJTIIGC8Y1R1", "a digit is missing"),
    ])
    .sources(&["ISO 17442-1:2020", "Global Legal Entity Identifier Foundation"]);

/// Mexican bank account number (CLABE).
///
/// Eighteen digits: bank, city, account, check digit. It counts only near a word.
///
/// # Check
/// Weights 3 7 1 over and over, each product modulo 10, the sum modulo 10.
static MX_CLABE: Entry = financial("MX_CLABE", "Mexican bank account number (CLABE)", Sensitivity::High)
    .shape("999999999999999999?|999 999 99999999999 9?")
    .check(mx_clabe)
    .score(62)
    .context(&["clabe", "interbancaria", "spei"])
    .finds(&["CLABE <<032180000118359719>>", "mi clabe: <<032 180 00011835971 9>>", "CLABE interbancaria <<012180012345678909>>"])
    .skips(&[
        ("032180000118359719", "eighteen bare digits that nobody calls so"),
        ("clabe 03218000011835971", "a digit is missing"),
        ("pedido 032180000118359719", "an order"),
    ])
    .sources(&["Asociación de Bancos de México: CLABE, dígito de control", "Banco de México: SPEI"]);

fn mx_clabe(d: &[u8]) -> Verdict {
    let total = sum(d, &[3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7]);
    Verdict::from_check(d.len() == 18 && is_digit(d.last(), (10 - total % 10) % 10) && !is_monotone(d))
}

/// New Zealand bank account number.
///
/// Two digits for the bank, four for the branch, seven, and two or three for the kind: `01-0902-0068389-00`.
///
/// # Check
/// The bank exists. Weights by bank only raise the score, since they change and not all are published.
static NZ_BANK_ACCOUNT: Entry = financial("NZ_BANK_ACCOUNT", "New Zealand bank account number", Sensitivity::High)
    .shape("99-9999-9999999-99|99-9999-9999999-999|99 9999 9999999 999?|99 9999 9999999 99?|9{15,16}?")
    .check(nz_account)
    .score(58)
    .context(&["kiwibank", "anz", "asb", "westpac", "bnz", "zealand"])
    .finds(&["01-0902-0068389-00", "Kiwibank <<38-9000-1234567-00>>", "ANZ account <<01-0902-0068389-000>>"])
    .skips(&[
        ("99-0902-0068389-00", "no such bank"),
        ("010902006838900", "fifteen bare digits that nobody calls so"),
        ("01-0902-006838-00", "a digit is missing"),
    ])
    .sources(&["Payments NZ: bank account number formats", "Inland Revenue of New Zealand: bank account number validation"]);

fn nz_account(d: &[u8]) -> Verdict {
    let bank = d.get(..2).and_then(number);
    if !matches!(bank, Some(1..=4 | 6 | 8..=13 | 15..=25 | 27 | 29..=31 | 33 | 35 | 38 | 88)) {
        return Verdict::Invalid;
    }
    // Most banks: branch and account below 990000, branch left out above.
    let base = d.get(6..13).and_then(number).unwrap_or(0);
    let body = d.get(2..13).unwrap_or(&[]);
    let weights: &[u32] = if base < 990_000 { &[6, 3, 7, 9, 0, 10, 5, 8, 4, 2, 1] } else { &[0, 0, 0, 0, 0, 10, 5, 8, 4, 2, 1] };
    let usual = !matches!(bank, Some(8 | 9 | 25 | 29 | 31 | 33));
    if usual && sum(body, weights).is_multiple_of(11) { Verdict::Valid } else { Verdict::Unknown }
}

/// British and Irish security number (SEDOL).
///
/// Seven characters without vowels, the last a check digit. It counts only near a word.
///
/// # Check
/// Weights 1 3 1 7 3 9 1 modulo 10; a letter counts 10 to 35.
static SEDOL: Entry = financial("SEDOL", "British and Irish security number (SEDOL)", Sensitivity::Low)
    .shape("[0-9B-DF-HJ-NP-TV-Z]{6}9?")
    .check(|c| {
        let value = |c: u8| if c.is_ascii_digit() { u32::from(c - b'0') } else { u32::from(c.wrapping_sub(b'A')) + 10 };
        let total: u32 = c.iter().zip([1, 3, 1, 7, 3, 9, 1]).map(|(&c, weight)| value(c) * weight).sum();
        Verdict::from_check(c.len() == 7 && total.is_multiple_of(10) && !is_monotone(c))
    })
    .score(60)
    .context(&["sedol", "sedols"])
    .finds(&["SEDOL <<0263494>>", "sedol: <<B0YBKJ7>>", "the SEDOL is <<0263494>>"])
    .skips(&[
        ("0263494", "seven bare digits that nobody calls so"),
        ("sedol B0YBKJ8", "wrong check digit"),
        ("order 0263494", "an order"),
    ])
    .sources(&["London Stock Exchange: SEDOL Masterfile, check digit"]);
