//! Canonical forms, frozen.
use super::*;
use crate::entity;
use proptest::prelude::*;

fn form(entity: &EntityType, value: &str) -> String {
    let category = match entity.name() {
        "EMAIL_ADDRESS" | "PHONE_NUMBER" => Category::Contact,
        "PERSON" | "DATE_OF_BIRTH" => Category::Person,
        "URL" | "IP_ADDRESS" => Category::Network,
        "UUID" | "MAC_ADDRESS" | "IMEI" => Category::Device,
        "US_SSN" => Category::GovernmentId,
        "PASSWORD" | "SEED_PHRASE" => Category::Secret,
        "VIN" => Category::Vehicle,
        "USERNAME" => Category::Account,
        _ => Category::Financial,
    };
    canonical(entity, category, value).to_string()
}

/// Frozen: version 1. A line that changes is a new version.
#[test]
#[rustfmt::skip]
fn frozen() {
    assert_eq!(CANONICAL, 1);
    for (entity, value, expected) in [
        (entity::CREDIT_CARD, "4111 1111-1111.1111", "4111111111111111"),
        (entity::CREDIT_CARD, "４１１１ ١١١١ ११११ 1111", "4111111111111111"),
        (entity::IBAN_CODE, "gb82 west 1234 5698", "GB82WEST12345698"),
        (entity::US_SSN, "472-81-0094", "472810094"),
        (entity::VIN, "1m8gdm9axkp042788", "1M8GDM9AXKP042788"),
        (entity::MAC_ADDRESS, "00:1a:2b:3c:4d:5e", "001A2B3C4D5E"),
        (entity::CREDIT_CARD, "--", "--"),
        (entity::PHONE_NUMBER, "+1 (650) 253-0000", "+16502530000"),
        (entity::PHONE_NUMBER, "(650) 253-0000", "6502530000"),
        (entity::PHONE_NUMBER, "0049 30 123456", "+4930123456"),
        (entity::PHONE_NUMBER, "+49 (0)30 123456", "+4930123456"),
        (entity::PHONE_NUMBER, "(+49) 30 123456", "+4930123456"),
        (entity::PHONE_NUMBER, "+٤٩ ٣٠ ١٢٣٤٥٦", "+4930123456"),
        (entity::PHONE_NUMBER, "030 123456", "030123456"),
        (entity::PHONE_NUMBER, "650-253-0000 ext. 464", "6502530000X464"),
        (entity::PHONE_NUMBER, "650.253.0000x464", "6502530000X464"),
        (entity::PHONE_NUMBER, "1-800-FLOWERS", "1800FLOWERS"),
        (entity::EMAIL_ADDRESS, "Bo@Example.COM", "Bo@example.com"),
        (entity::EMAIL_ADDRESS, "jose\u{301}@Bücher.Example", "josé@xn--bcher-kva.example"),
        (entity::URL, "HTTPS://Bo@Bücher.Example:8080/Ä?B#C", "https://Bo@xn--bcher-kva.example:8080/Ä?B#C"),
        (entity::URL, "www.Example.com/A", "www.Example.com/A"),
        (entity::IP_ADDRESS, "2001:0DB8:0:0::1", "2001:db8::1"),
        (entity::IP_ADDRESS, "192.0.2.7", "192.0.2.7"),
        (entity::IP_ADDRESS, "192.0.2.7/24", "192.0.2.7/24"),
        (entity::UUID, "{F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6}", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        (entity::DATE_OF_BIRTH, "20.12.1980", "1980-12-20"),
        (entity::DATE_OF_BIRTH, "December 20th, 1980", "1980-12-20"),
        (entity::DATE_OF_BIRTH, "03/04/1980", "03/04/1980"),
        (entity::DATE_OF_BIRTH, "20.12.80", "20.12.80"),
        (entity::PERSON, " Bo  \n Lee ", "Bo Lee"),
        (entity::PERSON, "Zoe\u{308}", "Zoë"),
        (entity::USERNAME, "Bo_Lee", "Bo_Lee"),
        (entity::PASSWORD, "hunter  22 ", "hunter  22 "),
        (entity::SEED_PHRASE, "Abandon  ability\nable", "abandon ability able"),
        (entity::CRYPTO, "1ExampleOfAnAddress", "1ExampleOfAnAddress"),
    ] {
        assert_eq!(form(&entity, value), expected, "{value}");
    }
}

#[test]
fn different_values_stay_different() {
    for (entity, one, two) in [
        (entity::EMAIL_ADDRESS, "Bo@example.com", "bo@example.com"),
        (entity::PERSON, "bo lee", "Bo Lee"),
        (entity::CRYPTO, "1ExampleOfAnAddress", "1EXAMPLEoFaNaDDRESS"),
        (entity::PHONE_NUMBER, "650-253-0000 x464", "650-253-0000464"),
        (entity::PHONE_NUMBER, "1-800-FLOWERS", "1-800-FLOWERY"),
        (entity::PASSWORD, "a  b", "a b"),
    ] {
        assert_ne!(form(&entity, one), form(&entity, two));
    }
}

#[test]
fn digits_of_scripts_are_digits() {
    for zero in ZEROS {
        let digits: String = (0..12).filter_map(|n| char::from_u32(u32::from(zero) + n)).map(ascii).collect();
        assert!(
            digits.starts_with("0123456789") && !digits.ends_with(|c: char| c.is_ascii_digit()),
            "{digits}"
        );
    }
    assert_eq!(
        ["a", "é", "Ａ", "漢", "٫"].map(|c| ascii(c.chars().next().unwrap())),
        ['a', 'é', 'A', '漢', '٫']
    );
}

proptest! {
    /// A canonical form is its own: what is restored from a token of it gives the same token again.
    #[test]
    fn done_twice_is_done_once(value in "\\PC{0,30}|[+0-9() xX#-]{0,20}|[a-zé]{1,9}@[a-zé.]{1,12}|[0-9a-f:.]{2,20}") {
        for entity in [entity::PERSON, entity::CREDIT_CARD, entity::PHONE_NUMBER, entity::EMAIL_ADDRESS, entity::URL,
            entity::IP_ADDRESS, entity::UUID, entity::DATE_OF_BIRTH, entity::PASSWORD, entity::SEED_PHRASE] {
            let once = form(&entity, &value);
            prop_assert_eq!(form(&entity, &once), once.clone(), "{}", entity);
        }
    }

    #[test]
    fn separators_do_not_count(digits in "[0-9]{8,19}", sign in "[ ./-]") {
        let spread: String = digits.chars().flat_map(|c| [c.to_string(), sign.clone()]).collect();
        for entity in [entity::CREDIT_CARD, entity::PHONE_NUMBER, entity::US_SSN] {
            prop_assert_eq!(form(&entity, &digits), form(&entity, &spread));
        }
    }
}
