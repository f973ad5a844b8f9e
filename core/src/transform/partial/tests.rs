//! Each view by example, and what holds for all of them.
use proptest::prelude::*;

use super::*;
use crate::entity::{Category, EntityType};
use crate::finding::{ContextKind, Evidence, Verdict};
use crate::score::Score;
use crate::secret::Secret;
use crate::span::Span;

/// Types whose views are their own. Those of `generalize` have their laws beside it: a value that already is as general
/// as they make it stays.
const TYPES: &[&str] = &[
    "CREDIT_CARD",
    "CARD_LAST_FOUR",
    "IBAN_CODE",
    "US_BANK_NUMBER",
    "US_SSN",
    "EMAIL_ADDRESS",
    "PHONE_NUMBER",
    "PERSON",
    "USERNAME",
    "URL",
    "MAC_ADDRESS",
    "AWS_ACCESS_KEY",
    "LLM_API_KEY",
    "US_PASSPORT",
    "PASSWORD",
];

fn shown(name: &'static str, marked: &str, role: &str, key: Option<&HashKey>) -> String {
    let entity = EntityType::builtin(name).unwrap_or_else(|| EntityType::shared(name));
    let evidence = Evidence {
        recognizer: entity.clone(),
        verdict: Verdict::Unknown,
        context: ContextKind::None,
        claimed: false,
        specimen: false,
        folding: crate::finding::Folding::Plain,
        alternatives: Vec::new(),
        twin: None,
    };
    let (span, score) = (Span::new(0, 0), Score::new(90));
    let finding = Finding { entity, category: Category::Account, span, score, evidence };
    let how = Operator::partial().role("fraud").role("billing");
    let mut out = String::new();
    Place::marked(marked, |place| partial(place, &finding, &Input::new("").role(role), &how, key, &mut out));
    out
}

#[test]
fn what_each_role_sees() {
    #[rustfmt::skip]
    let table = [
        ("CREDIT_CARD", "4111 1111 1111 1111", "**** **** **** 1111", "4111 11** **** 1111"),
        ("CREDIT_CARD", "3782-822463-10005", "****-******-*0005", "3782-82****-*0005"),
        ("CREDIT_CARD", "4222222222222", "*********2222", "*********2222"),
        ("CREDIT_CARD", "４１１１１１１１１１１１１１１１", "************１１１１", "４１１１１１******１１１１"),
        ("IBAN_CODE", "GB82 WEST 1234 5698 7654 32", "GB** **** **** **** **54 32", "GB** WEST **** **** **54 32"),
        ("IBAN_CODE", "DE89370400440532013000", "DE****************3000", "DE****************3000"),
        ("IBAN_CODE", "IT60X0542811101000000123456", "IT*********************3456", "IT***05428*************3456"),
        ("IBAN_CODE", "NO9386011117947", "NO*********7947", "NO*********7947"),
        ("IBAN_CODE", "XX12345678901234567", "XX*************4567", "XX*************4567"),
        ("US_BANK_NUMBER", "000123456789", "********6789", "********6789"),
        ("US_BANK_NUMBER", "123456", "****56", "****56"),
        ("US_BANK_NUMBER", "1234", "[US_BANK_NUMBER]", "[US_BANK_NUMBER]"),
        ("US_SSN", "472-81-0094", "***-**-0094", "***-**-0094"),
        ("US_PASSPORT", "912803456", "*******56", "*******56"),
        ("UK_NINO", "AB 12 34 56 C", "[UK_NINO]", "[UK_NINO]"),
        ("EMAIL_ADDRESS", "jane.doe@example.com", "j****@e****.com", "j****@example.com"),
        ("EMAIL_ADDRESS", "bo@ab.co.uk", "****@****.uk", "****@ab.co.uk"),
        ("EMAIL_ADDRESS", "jürgen@müller.example", "j****@m****.example", "j****@müller.example"),
        ("PHONE_NUMBER", "+1 (650) 253-0000", "+1 (***) ***-**00", "+1 (***) ***-0000"),
        ("PHONE_NUMBER", "+44 20 7946 0958", "+44 ** **** **58", "+44 ** **** 0958"),
        ("PHONE_NUMBER", "00358 9 1234567", "00358 * *****67", "00358 * ***4567"),
        ("PHONE_NUMBER", "650 253 0000", "*** *** **00", "*** *** 0000"),
        ("PHONE_NUMBER", "253-0000", "***-**00", "[PHONE_NUMBER]"),
        ("PHONE_NUMBER", "112", "[PHONE_NUMBER]", "[PHONE_NUMBER]"),
        ("PERSON", "Jane Doe", "J**** D****", "J**** D****"),
        ("PERSON", "Bo Lee", "**** L****", "**** L****"),
        ("PERSON", "Bo", "[PERSON]", "[PERSON]"),
        ("PERSON", "山田太郎", "[PERSON]", "[PERSON]"),
        ("USERNAME", "@janedoe", "@j****", "@j****"),
        ("URL", "https://ann:pw@shop.example:8443/a?token=x#y", "https://shop.example:8443/****", "https://shop.example:8443/****"),
        ("URL", "https://shop.example/", "[URL]", "[URL]"),
        ("MAC_ADDRESS", "00:1A:2B:3C:4D:5E", "00:1A:2B:**:**:**", "00:1A:2B:**:**:**"),
        ("DATE_OF_BIRTH", "20.12.1980", "1980", "1980"),
        ("AGE", "34", "30-39", "30-39"),
        ("POSTAL_CODE", "62704", "627**", "627**"),
        ("IP_ADDRESS", "203.0.113.7", "203.0.113.0/24", "203.0.113.0/24"),
        ("GEO_COORDINATES", "52.52001, 13.40495", "52.5, 13.4", "52.5, 13.4"),
        ("CARD_VERIFICATION_CODE", "123", "[CARD_VERIFICATION_CODE]", "[CARD_VERIFICATION_CODE]"),
        ("STREET_ADDRESS", "12 Main St", "[STREET_ADDRESS]", "[STREET_ADDRESS]"),
        ("PASSWORD", "hunter22", "[PASSWORD]", "[PASSWORD]"),
    ];
    for (entity, value, narrow, wide) in table {
        assert_eq!(shown(entity, value, "", None), narrow, "{entity} {value}");
        assert_eq!(shown(entity, value, "agent", None), narrow, "{entity} {value}");
        for role in ["billing", "fraud"] {
            assert_eq!(shown(entity, value, role, None), wide, "{entity} {value}");
        }
    }
}

#[test]
fn keys_show_their_issuer_and_a_fingerprint() {
    let key = HashKey::new(&Secret::new(*b"0123456789abcdef0123456789abcdef")).unwrap();
    let value = concat!("AKIA", "IOSFODNN7EXAMPLE");
    let of = |role, key| shown("AWS_ACCESS_KEY", value, role, key);
    assert_eq!(of("", Some(&key)), "AKIA****");
    assert_eq!(of("fraud", None), "AKIA****");
    let wide = of("fraud", Some(&key));
    let print = wide.strip_prefix("AKIA****#").unwrap();
    assert!(print.len() == 8 && print.bytes().all(|b| b.is_ascii_hexdigit()), "{wide}");
    assert_eq!(shown("LLM_API_KEY", concat!("sk-", "ant-", "0123456789"), "", None), "sk-ant-****");
    assert_eq!(shown("LLM_API_KEY", "0123456789abcdef", "", None), "[LLM_API_KEY]");
    assert_eq!(shown("AWS_ACCESS_KEY", "AKIA", "", None), "[AWS_ACCESS_KEY]");
}

/// Stars of an earlier run around what was found.
#[test]
fn what_an_earlier_run_left_stays() {
    for (entity, text, left) in [
        ("CARD_LAST_FOUR", "card **** **** **** «1111»", "1111"),
        ("CARD_LAST_FOUR", "card «**** 1111»", "**** 1111"),
        ("URL", "see «https://shop.example/»****", "https://shop.example/"),
        ("EMAIL_ADDRESS", "j****@e****.com", "j****@e****.com"),
        ("PERSON", "J**** D****", "J**** D****"),
        ("CREDIT_CARD", "**** **** **** 1111", "[CREDIT_CARD]"),
    ] {
        assert_eq!(shown(entity, text, "", None), left, "{entity} {text}");
    }
    assert_eq!(shown("CARD_LAST_FOUR", "ending in «1111»", "", None), "[CARD_LAST_FOUR]");
    assert_eq!(shown("EMAIL_ADDRESS", "j****@example.com", "fraud", None), "j****@example.com");
}

#[test]
fn country_codes_are_those_of_the_itu() {
    for (number, shown_code) in [
        ("+7 495 123 45 67", "+7 *"),
        ("+420 601 123 456", "+420 *"),
        ("+39 06 1234 5678", "+39 *"),
        ("+353 1 234 5678", "+353 *"),
        ("+852 2123 4567", "+852 *"),
        ("+971 4 123 4567", "+971 *"),
        ("+98 21 1234 5678", "+98 *"),
    ] {
        assert!(shown("PHONE_NUMBER", number, "", None).starts_with(shown_code), "{number}");
    }
}

/// Law 4 for this operator: at every length.
#[test]
fn never_the_value_at_any_length() {
    let alphabet: String = ('0'..='9').chain('a'..='z').chain("é@. -:/".chars()).collect();
    for entity in TYPES {
        for start in 0..alphabet.chars().count() {
            for length in 1..40 {
                let value: String = alphabet.chars().cycle().skip(start).take(length).collect();
                for role in ["", "fraud"] {
                    let out = shown(entity, &value, role, None);
                    assert!(!out.contains(&value) || out == format!("[{entity}]"), "{entity} {value} {out}");
                }
            }
        }
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn never_the_value(value in "\\PC{1,30}|[0-9 +().-]{1,30}|[A-Z]{2}[0-9]{13,30}|[a-z.]{1,9}@[a-z.]{1,12}|https?://[a-z@:/?=.]{0,20}",
        entity in prop::sample::select(TYPES), wide: bool)
    {
        prop_assume!(!value.contains(['«', '»']));
        let out = shown(entity, &value, if wide { "fraud" } else { "" }, None);
        prop_assert!(value.contains('*') || !out.contains(&value) || out == format!("[{}]", entity), "{}", out);
    }

    /// Numbers: at least four stars, and of a card never more than the first six and the last four.
    #[test]
    fn enough_is_starred(value in "[0-9]{1,20}|[0-9]{4}( [0-9]{4}){2,4}", wide: bool) {
        for entity in ["CREDIT_CARD", "IBAN_CODE", "US_BANK_NUMBER", "US_SSN", "PHONE_NUMBER", "US_PASSPORT", "UUID"] {
            let out = shown(entity, &value, if wide { "fraud" } else { "" }, None);
            if out.starts_with('[') {
                continue;
            }
            let stars = out.matches('*').count();
            prop_assert_eq!(stars + letters(&out), letters(&value));
            prop_assert!(stars >= 4, "{} {}", entity, out);
            let most = match entity {
                "CREDIT_CARD" if wide => 10,
                "PHONE_NUMBER" => 2 + 3 + 4,
                _ => 8,
            };
            prop_assert!(letters(&out) <= most, "{} {}", entity, out);
        }
    }
}
