//! The checks of national numbers against numbers that their issuers publish, and how many wrong ones they refuse.
use crate::catalog::CATALOG;
use crate::catalog::entry::Entry;
use crate::check::tests::caught;
use crate::entity::Category;
use crate::finding::Verdict;

fn entry(id: &str) -> &'static Entry {
    CATALOG.iter().find(|e| e.id == id).unwrap()
}

fn verdict(id: &str, characters: &str) -> Verdict {
    let plain: Vec<u8> = characters.bytes().filter(u8::is_ascii_alphanumeric).collect();
    entry(id).check.unwrap()(&plain)
}

/// Published numbers, and numbers that break one rule.
#[rustfmt::skip]
const NUMBERS: &[(&str, &[&str], &[&str])] = &[
    ("AU_MEDICARE", &["2123 45670 1", "2123 45670 1 1"], &["2123 45670 0", "2123 45671 1", "1123 45678 1"]),
    ("AU_TFN", &["123 456 782", "876 543 210"], &["123 456 783", "000 000 000"]),
    ("BE_NATIONAL_NUMBER", &["85.07.30-033.28", "17.07.30-033.84", "85.27.30-033.71", "21.47.30-015.78"],
        &["85.07.30-033.84", "17.07.30-033.28", "85.07.32-033.90"]),
    ("BR_CNPJ", &["11.222.333/0001-81", "12.ABC.345/01DE-35"], &["11.222.333/0001-18", "00.000.000/0000-00"]),
    ("BR_CPF", &["111.444.777-35", "390.533.447-05"], &["111.444.777-53", "000.000.000-00"]),
    ("CA_SIN", &["046 454 286", "130 692 544"], &["046 454 285", "846 454 288", "012 345 674"]),
    ("CH_AHV", &["756.1234.5678.97", "756.9217.0769.85"], &["756.1234.5678.79"]),
    ("CN_RESIDENT_ID", &["11010519491231002X", "440524188001010014"], &["110105194912310020", "11010517991231002X"]),
    ("DE_TAX_ID", &["86095742719", "65929970489", "47036892816"], &["86095742718", "11111111111", "12345678903"]),
    ("ES_NIE", &["X1234567L", "X0000000T", "Y1234567X", "Z1234567R"], &["X1234567X", "A1234567L"]),
    ("ES_NIF", &["12345678Z", "99999999R", "00000000T", "K1234567L"], &["12345678A", "X1234567L"]),
    ("FR_NIR", &["269054958815780", "255081416802538", "175012A00400122"], &["269054958815781", "175012B00400122", "269050058815766"]),
    ("IN_AADHAAR", &["9999 4105 7058", "2341 2341 2346"], &["9999 4105 7085", "1341 2341 2340"]),
    ("IT_FISCAL_CODE", &["RSSMRA85T10A562S", "MRTMTT91D08F205J", "MLLSNT82P65Z404U", "RSSMRA85T10A56NH"], &["RSSMRA85T10A562R"]),
    ("JP_MY_NUMBER", &["123456789018"], &["123456789081", "000000000000"]),
    ("KR_RRN", &["900101-1234568", "900101-5234561"], &["901301-1234568", "900230-1234568"]),
    ("NL_BSN", &["111222333", "123456782"], &["111222332", "000000000"]),
    ("PL_PESEL", &["44051401359", "02070803628"], &["44051401358", "44151401356"]),
    ("PT_NIF", &["123456789", "501234560"], &["123456788", "423456780", "023456780"]),
    ("SE_PERSONNUMMER", &["811228-9874", "640823-3234", "701063-2391", "19811228-9874"], &["811228-9875", "17811228-9874"]),
    ("SG_NRIC_FIN", &["S1234567D", "T0000001E", "F1234567N", "G1234567X", "M1234567K"], &["S1234567E", "M1234567X"]),
    ("UK_NHS", &["943 476 5919"], &["943 476 5918", "111 111 1111"]),
    ("UK_UTR", &["19558 39661"], &["19558 39662"]),
    ("US_NPI", &["1234567893", "1245319599"], &["1234567892", "3234567891"]),
];

#[test]
fn published_numbers_pass_and_wrong_ones_do_not() {
    for (id, good, bad) in NUMBERS {
        for number in *good {
            assert_eq!(verdict(id, number), Verdict::Valid, "{id} {number}");
        }
        for number in *bad {
            assert_eq!(verdict(id, number), Verdict::Invalid, "{id} {number}");
        }
    }
}

#[test]
fn forms_without_a_check_digit_are_never_proven() {
    for (id, good, bad) in [
        ("FR_NIR", "2690549588157", "2691349588157"),
        ("IN_PAN", "AAAPL1234C", "AAAPL0000C"),
        ("KR_RRN", "900101-1234567", "900132-1234567"),
        ("US_EIN", "12-3456789", "07-3456789"),
        ("US_ITIN", "912-70-1234", "912-93-1234"),
        ("US_PASSPORT", "A12345678", "A11111111"),
        ("US_SSN", "472-81-0094", "666-81-0094"),
        ("UK_NINO", "AB123456C", "GB123456C"),
    ] {
        assert_eq!((verdict(id, good), verdict(id, bad)), (Verdict::Unknown, Verdict::Invalid), "{id}");
    }
}

/// Numbers of digits alone, how long they are, and the share of wrong digits that is caught: all, or nearly all where the
/// scheme writes two remainders as one digit.
const RATES: &[(&str, usize, f64)] = &[
    ("AU_TFN", 9, 1.0),
    ("BR_CNPJ", 14, 0.97),
    ("BR_CPF", 11, 0.97),
    ("CA_SIN", 9, 1.0),
    ("DE_TAX_ID", 11, 1.0),
    ("IN_AADHAAR", 12, 1.0),
    ("JP_MY_NUMBER", 12, 0.97),
    ("NL_BSN", 9, 1.0),
    ("PL_PESEL", 11, 1.0),
    ("PT_NIF", 9, 0.97),
    ("SE_PERSONNUMMER", 10, 1.0),
    ("UK_NHS", 10, 1.0),
    ("UK_UTR", 10, 0.95),
    ("US_NPI", 10, 1.0),
];

#[test]
fn wrong_digits_are_refused_at_the_rate_of_the_algorithm() {
    for (id, length, rate) in RATES {
        let check = entry(id).check.unwrap();
        let caught = caught(*length, |digits| check(digits) == Verdict::Valid);
        assert!(caught.single >= *rate && caught.swapped >= 0.85, "{id}: {caught:?}");
    }
}

#[test]
fn no_wrong_digit_of_a_dated_or_lettered_number_passes() {
    for id in ["CH_AHV", "CN_RESIDENT_ID", "ES_NIE", "ES_NIF", "FR_NIR", "IT_FISCAL_CODE", "SG_NRIC_FIN"] {
        let (_, good, _) = NUMBERS.iter().find(|n| n.0 == id).unwrap();
        for number in *good {
            let plain: Vec<u8> = number.bytes().filter(u8::is_ascii_alphanumeric).collect();
            for place in (0..plain.len()).filter(|&n| plain[n].is_ascii_digit()) {
                for digit in (b'0'..=b'9').filter(|d| *d != plain[place]) {
                    let mut wrong = plain.clone();
                    wrong[place] = digit;
                    assert_eq!(entry(id).check.unwrap()(&wrong), Verdict::Invalid, "{id} {place} {digit}");
                }
            }
        }
    }
}

#[test]
fn only_what_is_meant_as_a_slip_fails_its_own_check() {
    let numbers = |e: &&&Entry| matches!(e.category, Category::GovernmentId | Category::Health);
    for entry in CATALOG.iter().filter(numbers) {
        let Some(check) = entry.check else { continue };
        let values =
            entry.finds.iter().map(|f| f.split("<<").nth(1).and_then(|r| r.split(">>").next()).unwrap_or(f));
        let wrong = values
            .filter(|v| {
                check(
                    &v.bytes()
                        .filter(u8::is_ascii_alphanumeric)
                        .map(|b| b.to_ascii_uppercase())
                        .collect::<Vec<_>>(),
                ) == Verdict::Invalid
            })
            .count();
        // The check of tax file numbers knows nine digits, one example has eight.
        assert!(wrong <= 1 + usize::from(entry.id == "AU_TFN"), "{}: {wrong} examples fail", entry.id);
    }
}
