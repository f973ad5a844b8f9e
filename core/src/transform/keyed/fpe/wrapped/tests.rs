//! Numbers between marks, there and back, and what only looks like them.
use super::*;
use proptest::prelude::*;

fn keys() -> Keyset {
    Keyset::of_bytes(&[1, 2, 3])
}

fn only(text: &str) -> Wrapped<'_> {
    let wrapped = next_wrapped(text, 0).unwrap();
    assert_eq!(wrapped.span, 0..text.len());
    wrapped
}

proptest! {
    #[test]
    fn numbers_come_back_in_any_case(value in "[0-9]{6,11}([ ./-][0-9]{1,9}){0,3}", first in 0..=6usize, last in 0..=4usize, primary in 1..=3u8) {
        let keys = keys().with_primary(primary);
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        let made = close(&keys, "acme", "US_BANK_NUMBER", (first, last), &value);
        prop_assert!(made.is_some() || digits < first + last + 7);
        if let Some(made) = made {
            prop_assert!(made.len() <= LONGEST);
            for text in [made.clone(), made.to_uppercase()] {
                let wrapped = only(&text);
                prop_assert_eq!(wrapped.entity(), "US_BANK_NUMBER");
                prop_assert_eq!(wrapped.open(&self::keys(), "acme").unwrap().to_string(), value.clone());
            }
            let renewed = only(&made).renewed(&self::keys().with_primary(2), "acme").unwrap();
            prop_assert_eq!(renewed == made, primary == 2);
            prop_assert_eq!(only(&renewed).open(&keys, "acme").unwrap().to_string(), value);
        }
    }

    #[test]
    fn one_other_character_and_it_is_nobodys(at in 0..60usize, with in "[0-9a-z:.{}_ ]") {
        let made = close(&keys(), "", "US_SSN", (0, 2), "472-81-0094").unwrap();
        let at = at % made.len();
        let mut other = made.clone();
        other.replace_range(at..=at, &with);
        prop_assume!(other != made);
        let own = next_wrapped(&other, 0).is_some_and(|w| w.is_own(&keys(), ""));
        prop_assert!(!own, "{}", other);
    }

    #[test]
    fn any_text_is_safe(text in "\\PC{0,40}|(\\{wimf_|[a-z0-9:}é.]){0,40}", from in 0..50usize) {
        if let Some(wrapped) = next_wrapped(&text, from) {
            prop_assert!(wrapped.span.start >= from && text.get(wrapped.span.clone()).is_some());
            prop_assert!(wrapped.open(&keys(), "").is_none());
        }
    }
}

#[test]
fn tenant_key_and_type_are_bound() {
    let made = close(&keys(), "a", "US_SSN", (0, 0), "472-81-0094").unwrap();
    assert!(only(&made).is_own(&keys(), "a") && !only(&made).is_own(&keys(), "b"));
    assert!(!only(&made).is_own(&Keyset::of_bytes(&[4, 5]), "a"));
    assert!(!only(&made.replace("us_ssn", "us_ein")).is_own(&keys(), "a"));
    let (one, two) = (close(&keys(), "a", "US_EIN", (0, 0), "472-81-0094").unwrap(), &made);
    assert_ne!(one.replace("us_ein", "us_ssn"), *two);
}

#[test]
fn forgeries_are_not_ours() {
    let known = keys();
    let tag = |n: u64| {
        let [a, b, c, d, e, ..] = n.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
        String::from_utf8(letters([a, b, c, d, e]).to_vec()).unwrap()
    };
    let count = if std::env::var_os("WIMPLE_FULL").is_some() { 1_000_000 } else { 20_000 };
    for n in 0..count {
        let forged = format!("{{wimf_us_ssn:472-81-0094:{}}}", tag(n));
        assert!(!only(&forged).is_own(&known, ""), "{forged}");
    }
}

#[test]
fn forms_that_are_none() {
    for text in [
        "{wimf_us_ssn:472-81-0094:9x8gf2t}",
        "{wimf_us_ssn:472-81-0094:9x8gf2tvd}",
        "{wimf_us_ssn:472-81-0094:0.0:9x8gf2tv}",
        "{wimf_us_ssn:472-81-0094:10.0:9x8gf2tv}",
        "{wimf_us_ssn:472-81-0094:0.4:9x8gf2tv:}",
        "{wimf_us_ssn:472-81-OO94:9x8gf2tv}",
        "{wimf_:472-81-0094:9x8gf2tv}",
        "{wimf_us ssn:472-81-0094:9x8gf2tv}",
        "{wimv_us_ssn:472-81-0094:9x8gf2tv}",
        "{wimf_us_ssn:472-81-0094:9x8gf2tv",
        "wimf_us_ssn:472-81-0094:9x8gf2tv}",
        "",
    ] {
        assert!(next_wrapped(text, 0).is_none(), "{text}");
    }
    assert_eq!(next_wrapped("{{wimf_a:1:qqqqqqqq}", 0).unwrap().span, 1..20);
}

#[test]
fn frozen() {
    let made = |entity, kept, value| close(&keys(), "acme", entity, kept, value).unwrap();
    assert_eq!(
        [
            made("US_SSN", (0, 0), "472-81-0094"),
            made("PHONE_NUMBER", (0, 2), "+1 (650) 253-0000"),
            made("CREDIT_CARD", (6, 0), "4111 1111 1111 1111"),
        ],
        [
            "{wimf_us_ssn:796-80-0280:fef9tvxy}",
            "{wimf_phone_number:+3 (527) 943-7200:0.2:fse2a8cx}",
            "{wimf_credit_card:4111 1151 7344 2372:6.0:mpczcvj8}",
        ]
    );
}
