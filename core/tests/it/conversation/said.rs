//! Values that were said in one turn and come again in another, spelled otherwise and with no word that speaks for them.
use super::{agent, customer};
use proptest::prelude::*;
use wimple::{Engine, Keyset, Operator, Policy, Speaker, Turn, entity};

/// What is said first, the type of its value, and how it may be said again.
const SAID: [(&str, &str, &[&str]); 10] = [
    ("my ssn is 472-81-0094", "US_SSN", &["472810094", "4728 10094", "472.81.0094", "472 810 094"]),
    (
        "my date of birth is March 4, 1981",
        "DATE_OF_BIRTH",
        &["1981-03-04", "4 mars 1981", "4.3.1981", "03/04/1981"],
    ),
    (
        "call me on +49 30 901820",
        "PHONE_NUMBER",
        &["030 901820", "030/901820", "30-90-18-20", "0049 30 901820", "٠٣٠٩٠١٨٢٠"],
    ),
    ("my password is Tr0ub4dor&3", "PASSWORD", &["Tr0ub4dor&3", "\"Tr0ub4dor&3\""]),
    ("my nhs number is 943 476 5919", "UK_NHS", &["9434765919", "943-476-5919", "94 34 76 59 19"]),
    (
        "iban GB82 WEST 1234 5698 7654 32",
        "IBAN_CODE",
        &["gb82west12345698765432", "GB82-WEST-1234-5698-7654-32"],
    ),
    (
        "card 4111 1111 1111 1111",
        "CREDIT_CARD",
        &["4111-1111 1111-1111", "４１１１ １１１１ １１１１ １１１１", "41 11 11 11 11 11 11 11"],
    ),
    ("my bank account number is 31926819", "US_BANK_NUMBER", &["3192-6819", "319 268 19"]),
    ("the code is 482193", "ONE_TIME_CODE", &["482 193", "482-193", "48 21 93"]),
    ("I live at 4821 Maple Street, Plano, TX 75074", "STREET_ADDRESS", &["4821 maple street plano tx 75074"]),
];

#[test]
fn values_are_known_again_in_other_spellings() {
    for (first, entity, spellings) in SAID {
        for spelling in spellings {
            for said in [spelling.to_string(), format!("so {spelling}, right?"), format!("({spelling})")] {
                let mut session = Engine::new().session();
                let out = customer(&mut session, first);
                assert!(out.contains(&format!("[{entity}]")), "{first}: {out}");
                let again = customer(&mut session, &said);
                let label = format!("[{entity}]");
                let wanted = said.replace(spelling.trim_matches('"'), &label);
                assert_eq!(again, wanted, "after {first:?}");
            }
        }
    }
}

#[test]
fn whoever_says_it_again() {
    let mut session = Engine::new().session();
    customer(&mut session, "my ssn is 472-81-0094");
    assert_eq!(agent(&mut session, "so 4728 10094?"), "so [US_SSN]?");
    let out = session.redact(Turn::new("noted 4728 10094").speaker(Speaker::System)).unwrap();
    assert_eq!(out.text(), "noted [US_SSN]");
    assert_eq!(out.findings()[0].evidence().context().name(), "earlier");
    assert_eq!(session.analyze("4728 10094").unwrap()[0].entity_type(), &entity::US_SSN);
}

#[test]
fn what_was_put_together_is_known_whole() {
    let mut session = Engine::new().session();
    session.redact(Turn::new("4111 1111").id("m1")).unwrap();
    session.redact(Turn::new("1111 1111").id("m2")).unwrap();
    assert_eq!(agent(&mut session, "so 4111-1111 1111-1111 it is"), "so [CREDIT_CARD] it is");
    assert_eq!(agent(&mut session, "4111 1111 of them"), "4111 1111 of them");
}

#[test]
fn a_part_of_a_value_or_more_than_it_is_another_one() {
    let mut session = Engine::new().session();
    for first in ["my ssn is 472-81-0094", "my bank account number is 31926819", "the code is 482193"] {
        customer(&mut session, first);
    }
    for other in [
        "4728100",
        "47281009",
        "3192 681",
        "x482193",
        "482193x",
        "482193 4 of them",
        "1482193",
        "482,1930",
        "4 82 19 3 4",
    ] {
        let out = customer(&mut session, other);
        assert!(!out.contains("US_SSN") && !out.contains("BANK"), "{other}: {out}");
    }
    for other in ["x482193", "482193x", "1482193"] {
        assert!(!customer(&mut session, other).contains("ONE_TIME_CODE"), "{other}");
    }
}

#[test]
fn what_says_little_is_not_held() {
    for (first, again) in [
        ("my pin is 4821", "i bought 4821 of them"),
        ("the code on the back is 912", "912 euros"),
        ("my password is summer", "it was a long summer"),
        ("I am 44 years old", "44 of them"),
        ("my zip code is 75074", "75074 items"),
    ] {
        let mut session = Engine::new().session();
        customer(&mut session, first);
        assert_eq!(customer(&mut session, again), again);
    }
}

#[test]
fn a_policy_decides_about_them_as_about_everything() {
    let policy = Policy::new().on(entity::US_SSN, Operator::mask().keep_last(4));
    let mut session = Engine::builder().policy(policy).build().unwrap().session();
    customer(&mut session, "my ssn is 472-81-0094");
    assert_eq!(customer(&mut session, "4728 10094"), "**** *0094");

    // What was never found is not known either.
    let policy = Policy::new().disable(entity::US_SSN);
    let mut session = Engine::builder().policy(policy).build().unwrap().session();
    customer(&mut session, "my ssn is 472-81-0094");
    assert_eq!(customer(&mut session, "4728 10094"), "4728 10094");
}

#[test]
fn a_session_taken_up_again_knows_what_can_be_put_back() {
    let policy = Policy::new().default(Operator::placeholder());
    let engine = Engine::builder().policy(policy).keyset(Keyset::generate().unwrap()).build().unwrap();
    let mut session = engine.session();
    customer(&mut session, "my ssn is 472-81-0094");
    let sealed = session.seal("ticket").unwrap();
    let mut session = engine.resume("ticket", &sealed).unwrap();
    let out = customer(&mut session, "so 4728 10094");
    assert!(out.starts_with("so [US_SSN_"), "{out}");
    assert_eq!(session.restore(&out).text(), "so 4728 10094");
}

proptest! {
    /// Whatever was said before: no panic, spans on edges of characters, and a text that repeats nothing stays as it is.
    #[test]
    fn any_texts_may_follow_each_other(first in ".{0,60}", number in "[0-9]{6,12}", gap in "[-. ]{1,4}", second in "\\PC{0,60}") {
        let mut session = Engine::new().session();
        session.redact(format!("my bank account number is {number} {first}").as_str()).unwrap();
        let spaced: Vec<&str> = number.split("").collect();
        let text = format!("{second}{}{second}", spaced.join(&gap));
        let out = session.redact(text.as_str()).unwrap();
        for finding in out.findings() {
            prop_assert!(finding.text(&text).is_some());
        }
    }
}
