//! What comes of every type, and that it is nobody's.
use core::net::IpAddr;

use proptest::prelude::*;

use super::*;
use crate::catalog::{self, CATALOG};
use crate::check::{luhn, mod97};
use crate::engine::Engine;
use crate::entity::{self, Category};
use crate::finding::Verdict;
use crate::input::Input;
use crate::keyset::Keyset;
use crate::policy::{Operator, Policy};

/// Types that become their label; docs/policy.md names them.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "ADVERTISING_ID", "AGE", "AR_DNI", "AUTHORIZATION_HEADER", "AUTH_TOKEN", "AU_BSB_ACCOUNT", "AWS_ACCESS_KEY",
    "AWS_SECRET_KEY", "AZURE_AUTH_TOKEN", "BD_NID", "BOOKING_REFERENCE", "CARD_EXPIRY", "CARD_LAST_FOUR",
    "CARD_TRACK", "CARD_VERIFICATION_CODE", "CA_BANK_NUMBER", "CLOUD_API_KEY", "CONFIDENTIAL_MARKING",
    "CONNECTION_STRING", "CONTRACT_PRICE", "CO_CEDULA", "CRYPTO", "CRYPTO_PRIVATE_KEY", "CR_CEDULA",
    "CUSTOMER_ID", "DATE_OF_BIRTH", "DEVELOPER_TOKEN", "DEVICE_SERIAL", "DE_ID_CARD", "DOMAIN_NAME",
    "DRIVER_LICENSE", "ETHNICITY", "E_TICKET_NUMBER", "FR_CNI", "GENDER", "GENERIC_SECRET", "GEO_COORDINATES",
    "GH_CARD", "GIFT_CARD", "GITHUB_TOKEN", "GOOGLE_API_KEY", "HEALTH_CONDITION", "HELPDESK_TOKEN", "IN_IFSC",
    "IN_UPI", "IN_VOTER", "JWT", "KE_NATIONAL_ID", "KE_PIN", "LICENSE_KEY", "LICENSE_PLATE", "LLM_API_KEY",
    "LOCATION", "MACHINE_READABLE_ZONE", "MA_ICE", "MEDICAL_RECORD_NUMBER", "MEDICATION", "MEID",
    "MESSAGING_TOKEN", "MT_ID_CARD", "NG_BVN", "NG_NIN", "NZ_BANK_ACCOUNT", "OM_CIVIL_ID", "ONE_TIME_CODE",
    "ORDER_ID", "ORGANIZATION", "OTP_SEED", "PASSPORT", "PASSWORD", "PAYMENT_API_KEY", "PE_DNI", "PH_PHILSYS",
    "PH_TIN", "PH_UMID", "PIN", "PK_CNIC", "POLICY_NUMBER", "POLITICAL_OPINION", "POSTAL_CODE",
    "PRIVATE_KEY_BLOCK", "RECOVERY_CODE", "RELIGION", "SA_NATIONAL_ID", "SECURITY_ANSWER", "SEED_PHRASE",
    "SESSION_COOKIE", "SEXUAL_ORIENTATION", "SIGNATURE_BLOCK", "SLACK_TOKEN", "STRIPE_KEY", "TRADE_UNION",
    "UK_DRIVER_LICENSE", "UK_SORT_CODE_ACCOUNT", "US_ATIN", "US_BANK_NUMBER", "US_DRIVER_LICENSE", "US_MBI",
    "US_PASSPORT", "US_PTIN", "WIFI_CREDENTIALS",
];

const KEY: [u8; 32] = [7; 32];

fn of(entity: &EntityType, category: Category, value: &str) -> Option<String> {
    made(&KEY, entity, value, &canonical(entity, category, value))
}

fn contact(entity: &EntityType, value: &str) -> String {
    of(entity, Category::Contact, value).unwrap()
}

#[test]
fn every_type_has_a_pseudonym_or_becomes_its_label() {
    let page = include_str!("../../../../../docs/policy.md");
    let section = page.split("### `pseudonym`").nth(1).unwrap().split("\n### ").next().unwrap();
    for entry in CATALOG.iter().filter(|entry| entry.category != Category::Benign) {
        let entity = EntityType::builtin(entry.id).unwrap();
        let labelled = LABELS.contains(&entry.id);
        assert_eq!(maker(entry.id).is_none(), labelled, "{entity}");
        assert!(
            section.contains(entry.id) || entry.category == Category::Secret,
            "{entity} is not on the page"
        );
        for example in entry.finds {
            let value =
                example.split("<<").nth(1).and_then(|rest| rest.split(">>").next()).unwrap_or(example);
            let made = of(&entity, entry.category, value);
            assert!(made.is_none() || !labelled);
            let Some(made) = made else { continue };
            assert!(!tells(&made, value) && !made.is_empty(), "{value} gives {made}");
            if let Some(check) = entry.check {
                let plain: Vec<u8> =
                    made.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_uppercase()).collect();
                assert_ne!(check(&plain), Verdict::Valid, "{value} gives {made}");
            }
        }
        let first = entry.finds.first().unwrap();
        let value = first.split("<<").nth(1).and_then(|rest| rest.split(">>").next()).unwrap_or(first);
        assert!(labelled || of(&entity, entry.category, value).is_some(), "{entity}: {value}");
    }
}

#[test]
fn forms_are_kept() {
    let form = |text: &str| -> String {
        let sign = |c: char| match c {
            '0'..='9' => '9',
            'a'..='z' => 'a',
            'A'..='Z' => 'A',
            c => c,
        };
        text.chars().map(sign).collect()
    };
    for (entity, category, value) in [
        (entity::CREDIT_CARD, Category::Financial, "4111 1111-1111.1111"),
        (entity::US_SSN, Category::GovernmentId, "472-81-0094"),
        (entity::US_ITIN, Category::GovernmentId, "912 70 1234"),
        (entity::UK_NINO, Category::GovernmentId, "QQ 12 34 56 C"),
        (entity::IN_AADHAAR, Category::GovernmentId, "9999 4105 7058"),
        (entity::ES_NIE, Category::GovernmentId, "X-1234567-L"),
        (entity::IMEI, Category::Device, "49-015420-323751-8"),
        (entity::PHONE_NUMBER, Category::Contact, "(650) 253-0000"),
        (entity::PHONE_NUMBER, Category::Contact, "+1 650.253.0000"),
    ] {
        assert_eq!(form(&of(&entity, category, value).unwrap()), form(value));
    }
    let mac = |value| of(&entity::MAC_ADDRESS, Category::Device, value).unwrap();
    assert!(
        mac("00:1a:2b:3c:4d:5e").starts_with("00:00:5e:00:53:")
            && mac("001A.2B3C.4D5E").starts_with("0000.5E00.53")
    );
    let uuid = of(&entity::UUID, Category::Device, "f81d4fae-7dec-11d0-a765-00a0c91e6bf6").unwrap();
    assert!(
        uuid.get(14..15) == Some("8") && uuid.len() == 36 && !uuid.contains(char::is_uppercase),
        "{uuid}"
    );
    let vin = of(&entity::VIN, Category::Vehicle, "1M8GDM9AXKP042788").unwrap();
    assert!(vin.len() == 17 && vin.get(8..9) == Some("Q"));
    let bic = of(&entity::SWIFT_CODE, Category::Financial, "DEUTDEFF500").unwrap();
    assert!(bic.get(4..6) == Some("ZZ") && bic.get(7..) == Some("0XXX"), "{bic}");
}

#[test]
fn people_stay_people() {
    let person = |value| of(&entity::PERSON, Category::Person, value).unwrap();
    let words = |text: String| text.split(' ').count();
    assert_eq!(
        (words(person("Zoë")), words(person("Zoë Ñandú")), words(person("Ana de la Cruz"))),
        (1, 2, 2)
    );
    assert!(person("ZOË ÑANDÚ").chars().all(|c| c.is_uppercase() || c == ' '));
    assert_eq!(person("Zoë  Ñandú"), person("Zoe\u{308} Ñandú"), "one for all spellings");
    assert!(contact(&entity::EMAIL_ADDRESS, "bo@company.test").ends_with("@example.com"));
    let user = of(&entity::USERNAME, Category::Account, "@bob_77").unwrap();
    assert!(user.starts_with('@') && !user.contains("bob"), "{user}");
    let street = of(&entity::STREET_ADDRESS, Category::Location, "45 elm street apt 5p").unwrap();
    assert!(lists::STREETS.iter().any(|name| street.contains(name)), "{street}");
    // Names of the lists, so that one of them might come back.
    for name in lists::FIRST_NAMES {
        assert_ne!(person(name), name);
        let mail = format!("{name}@example.com").to_lowercase();
        assert!(!contact(&entity::EMAIL_ADDRESS, &mail).contains(&*name.to_lowercase()));
    }
}

#[test]
fn frozen() {
    let all = [
        of(&entity::PERSON, Category::Person, "Bo Lee"),
        of(&entity::EMAIL_ADDRESS, Category::Contact, "bo@company.test"),
        of(&entity::PHONE_NUMBER, Category::Contact, "+44 20 7946 0958"),
        of(&entity::CREDIT_CARD, Category::Financial, "4111 1111 1111 1111"),
        of(&entity::IP_ADDRESS, Category::Network, "203.0.113.7"),
        of(&entity::IBAN_CODE, Category::Financial, "GB82 WEST 1234 5698 7654 32"),
        of(&entity::US_SSN, Category::GovernmentId, "472-81-0094"),
        of(&entity::STREET_ADDRESS, Category::Location, "45 elm street"),
    ];
    let expected = [
        "Edith Farrell",
        "olga.braun8479@example.com",
        "+1 219-555-0105",
        "4966 8974 9875 4839",
        "192.0.2.179",
        "ZZ82 0265 3626 8992 8083 56",
        "000-76-8629",
        "2361 Sample Way",
    ];
    assert_eq!(all.map(Option::unwrap), expected);
}

#[test]
fn an_engine_replaces_and_is_the_same_again() {
    let policy = || Policy::new().default(Operator::pseudonym());
    let engine = |byte| Engine::builder().policy(policy()).keyset(Keyset::of_bytes(&[byte])).build().unwrap();
    let text = "I am Maria Novak, maria.novak@company.test, card 4111 1111 1111 1111, password: hunter22";
    let out = |engine: &Engine, tenant| engine.redact(Input::new(text).tenant(tenant)).unwrap().into_text();
    let (one, two) = (engine(1), engine(2));
    let made = out(&one, "");
    assert!(made.contains("@example.com") && made.ends_with("password: [PASSWORD]"), "{made}");
    for part in ["Maria", "Novak", "company", "4111 1111", "hunter"] {
        assert!(!made.contains(part), "{made}");
    }
    assert_eq!(out(&one, ""), made);
    assert!(out(&one, "acme") != made && out(&two, "") != made, "bound to tenant and key");
    assert!(Engine::builder().policy(policy()).build().is_err(), "no keys, no engine");
}

proptest! {
    #[test]
    fn numbers_are_in_their_ranges(digits in "[2-9][0-9]{15}", n: u32) {
        let phone = contact(&entity::PHONE_NUMBER, &digits[..10]);
        prop_assert_eq!(&phone[3..8], "55501");
        prop_assert!(!phone.starts_with("800") && !phone.starts_with("900"));
        let far = contact(&entity::PHONE_NUMBER, &format!("+49 {}", &digits[..10]));
        prop_assert!(far.starts_with("+1 ") && far[7..].starts_with("555-01"));
        let v4 = std::net::Ipv4Addr::from(n).to_string();
        let made: IpAddr = of(&entity::IP_ADDRESS, Category::Network, &v4).unwrap().parse().unwrap();
        prop_assert!(matches!(made, IpAddr::V4(a) if a.octets()[..3] == [192, 0, 2]) && made.to_string() != v4);
        let v6 = of(&entity::IP_ADDRESS, Category::Network, &format!("fe80::{:x}", n & 0xffff)).unwrap();
        prop_assert!(v6.starts_with("2001:db8:") && v6.parse::<IpAddr>().is_ok());
        for length in 12..=16 {
            let card = of(&entity::CREDIT_CARD, Category::Financial, &digits[..length]).unwrap();
            prop_assert!(card.len() == length && !luhn::is_valid(card.as_bytes()) && card != digits[..length]);
        }
        let iban = of(&entity::IBAN_CODE, Category::Financial, &format!("DE82{digits}")).unwrap();
        let moved = iban.bytes().cycle().skip(4).take(iban.len());
        prop_assert!(iban.starts_with("ZZ") && mod97::remainder(moved) != Some(1) && iban.len() == 20);
        let ssn = of(&entity::US_SSN, Category::GovernmentId, &digits[..9]).unwrap();
        prop_assert_eq!(catalog::verdict("US_SSN", ssn.as_bytes()), Some(Verdict::Invalid));
        let itin = of(&entity::US_ITIN, Category::GovernmentId, &digits[..9]).unwrap();
        prop_assert_eq!(catalog::verdict("US_ITIN", itin.as_bytes()), Some(Verdict::Invalid));
    }

    #[test]
    fn any_value_is_safe_and_never_comes_back(value in "\\PC{0,24}|[A-Za-z0-9 .:@/-]{0,24}") {
        for entry in CATALOG.iter() {
            let entity = EntityType::builtin(entry.id).unwrap_or(entity::URL);
            let made = of(&entity, entry.category, &value);
            let shown = |made: String| made == value || value.len() > 3 && made.contains(&value);
            prop_assert!(made.is_none_or(|made| !shown(made)), "{}", entry.id);
        }
    }
}
