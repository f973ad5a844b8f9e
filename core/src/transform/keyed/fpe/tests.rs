//! The operator as an engine carries it out.
use proptest::prelude::*;

use super::cipher::CARD;
use super::*;
use crate::catalog::CATALOG;
use crate::check::luhn;
use crate::engine::Engine;
use crate::entity::EntityType;
use crate::input::Input;
use crate::policy::{Operator, Policy, Rule};
use crate::score::Score;

fn engine(on: &[(EntityType, Fpe)]) -> Engine {
    // What the model reads in made words is not the matter here.
    let policy =
        on.iter().cloned().fold(Policy::new().names(false), |policy, (entity, how)| policy.on(entity, how));
    Engine::builder().policy(policy).keyset(keys()).build().unwrap()
}

fn keys() -> Keyset {
    Keyset::of_bytes(&[1, 2])
}

fn redacted(engine: &Engine, text: &str) -> String {
    engine.redact(Input::new(text).tenant("acme")).unwrap().into_text()
}

fn card_digits(text: &str) -> Vec<u8> {
    text.bytes().filter(u8::is_ascii_digit).collect()
}

#[test]
fn cards_keep_their_form_and_are_none() {
    let engine = engine(&[(entity::CREDIT_CARD, Operator::fpe().keep_last(4))]);
    for card in ["4111 1111 1111 1111", "5555-5555-5555-4444", "3782 822463 10005", "6011111111111117"] {
        let text = format!("my card is {card}, thanks");
        let once = redacted(&engine, &text);
        let made = once.strip_prefix("my card is ").unwrap().strip_suffix(", thanks").unwrap();
        assert_eq!(made.len(), card.len());
        assert!(made.ends_with(&card[card.len() - 4..]) && made != card);
        let shape = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "9");
        assert_eq!(shape(made), shape(card), "separators stay");
        assert!(!luhn::is_valid(&card_digits(made)));
        assert_eq!(redacted(&engine, &once), once, "a second run changes nothing");
        assert_eq!(open_card(&keys(), "acme", 4, made).unwrap().as_str(), card);
    }
    let spellings = ["card 4111 1111 1111 1111", "card 4111111111111111"]
        .map(|card| card_digits(&redacted(&engine, card)));
    assert_eq!(spellings[0], spellings[1], "one number for all spellings");
}

/// Where nobody calls it a card, or one of that length is not looked for behind a word, marks tell what it is.
#[test]
fn cards_that_would_not_be_known_again_stand_between_marks() {
    let engine = engine(&[(entity::CREDIT_CARD, Operator::fpe().keep_last(4))]);
    for text in ["4111 1111 1111 1111", "4111 1111 1111 1111 is my card", "my card 4222222222222"] {
        let once = redacted(&engine, text);
        assert!(next_wrapped(&once, 0).is_some(), "{once}");
        assert_eq!(engine.restore(Input::new(&once).tenant("acme")).unwrap().text(), text);
    }
    let sure = Policy::new().minimum_score(Score::new(60)).on(entity::CREDIT_CARD, Operator::fpe());
    let engine = Engine::builder().policy(sure).keyset(keys()).build().unwrap();
    let once = redacted(&engine, "my card 4111 1111 1111 1111");
    assert!(next_wrapped(&once, 0).is_some(), "what is merely called a card is not found here: {once}");
}

#[test]
fn other_numbers_stand_between_marks() {
    let fpe = Operator::fpe();
    let engine = engine(&[
        (entity::US_SSN, fpe.clone().keep_last(2)),
        (entity::PHONE_NUMBER, fpe.clone()),
        (entity::CREDIT_CARD, fpe.keep_first(6)),
    ]);
    let text = "ssn 472-81-0094, call +1 (650) 253-0000 or pay with 4111 1111 1111 1111";
    let once = redacted(&engine, text);
    let (mut from, mut plain, mut types) = (0, String::new(), Vec::new());
    while let Some(wrapped) = next_wrapped(&once, from) {
        plain.push_str(&once[from..wrapped.span.start]);
        plain.push_str(&wrapped.open(&keys(), "acme").unwrap());
        from = wrapped.span.end;
        types.push(wrapped.entity());
    }
    plain.push_str(&once[from..]);
    assert_eq!((plain.as_str(), types.len()), (text, 3), "{once}");
    assert!(once.contains("{wimf_credit_card:4111 11"), "{once}");
    assert_eq!(redacted(&engine, &once), once, "a second run changes nothing");
    // Nobody's marks hide nothing, and those of another tenant are nobody's.
    for forged in ["{wimf_us_ssn:472-81-0094:qqqqqqqq}", "ssn {wimf_us_ssn:472-81-0094:0.2:9x8gf2tv}"] {
        assert!(!redacted(&engine, forged).contains("472-81-0094"), "{forged}");
    }
    assert_ne!(engine.redact(Input::new(&once).tenant("b")).unwrap().text(), once);
}

/// Every example of the catalogue, under every type that can be encrypted: what comes out is left alone by a second run,
/// holds no number that passes for a card, and can be turned back.
#[test]
fn examples_of_all_types_twice_are_once_and_come_back() {
    let fits = |entity: &EntityType| {
        let policy = Policy::new().on(entity.clone(), Operator::fpe());
        Engine::builder().policy(policy).keyset(keys()).build().is_ok()
    };
    let types: Vec<EntityType> =
        CATALOG.iter().filter_map(|entry| EntityType::builtin(entry.id)).filter(fits).collect();
    assert!(types.len() > 30, "{}", types.len());
    let policy = types.iter().fold(Policy::new().default(Operator::keep()), |policy, entity| {
        policy.on(entity.clone(), Operator::fpe())
    });
    let engine = Engine::builder().policy(policy).keyset(keys()).build().unwrap();
    let (mut wrapped, mut bare, mut labels) = (0, 0, 0);
    for entry in CATALOG.iter() {
        for example in entry.finds {
            let called = if entry.id == entity::CREDIT_CARD.name() { "my card is " } else { "" };
            let text = called.to_owned() + &example.replace("<<", "").replace(">>", "");
            let done = engine.redact(Input::new(&text).tenant("acme")).unwrap();
            assert_eq!(redacted(&engine, done.text()), done.text(), "{text}");
            let mut back = text.clone();
            let acted: Vec<_> = done.replacements().iter().rev().collect();
            for replacement in acted {
                let span = done.findings()[replacement.finding()].span().range();
                let made = &done.text()[replacement.span().range()];
                if made.starts_with('[') {
                    labels += 1;
                    continue;
                }
                let open = match next_wrapped(made, 0) {
                    Some(number) => {
                        wrapped += 1;
                        assert_eq!(number.span, 0..made.len());
                        number.open(&keys(), "acme").unwrap()
                    }
                    None => {
                        bare += 1;
                        open_card(&keys(), "acme", 0, made).unwrap()
                    }
                };
                let digits = card_digits(made.rsplit(':').nth(1).unwrap_or(made));
                assert!(!(CARD.contains(&digits.len()) && luhn::is_valid(&digits)), "{made}");
                back.replace_range(span, &open);
            }
            assert_eq!(back, text);
        }
    }
    assert!(wrapped > 80 && bare > 5 && labels > 5, "{wrapped} {bare} {labels}");
}

#[test]
fn a_mistyped_card_is_no_card_and_does_not_stay() {
    let engine = engine(&[(entity::CREDIT_CARD, Operator::fpe().keep_last(4))]);
    for last in 2..=9 {
        let text = format!("my card 4111 1111 1111 111{last}");
        let once = redacted(&engine, &text);
        let wrapped = next_wrapped(&once, 0).unwrap();
        assert_eq!(wrapped.open(&keys(), "acme").unwrap().as_str(), &text[8..]);
        assert!(!luhn::is_valid(&card_digits(once.split(':').nth(1).unwrap())));
        assert_eq!(redacted(&engine, &once), once);
    }
}

#[test]
fn what_cannot_be_encrypted_becomes_its_label() {
    let fpe = || Operator::fpe().keep_last(4);
    let engine = engine(&[(entity::US_SSN, fpe()), (entity::PHONE_NUMBER, fpe())]);
    assert_eq!(redacted(&engine, "ssn 472-81-0094"), "ssn [US_SSN]", "five digits are too few");
    let out = redacted(&engine, "call 650-253-0000 ext 12");
    assert_eq!(out, "call [PHONE_NUMBER]", "letters would be shown");
}

#[test]
fn cards_of_several_layouts_stand_between_marks() {
    let policy = Policy::new()
        .on(entity::CREDIT_CARD, Operator::fpe().keep_last(4))
        .rule(Rule::new(Operator::fpe()).entity(entity::CREDIT_CARD).path("/own"));
    let engine = Engine::builder().policy(policy).keyset(keys()).build().unwrap();
    for path in ["", "/own"] {
        let out = engine.redact(Input::new("card 4111 1111 1111 1111").path(path)).unwrap().into_text();
        assert_eq!(next_wrapped(&out, 0).unwrap().open(&keys(), "").unwrap().as_str(), "4111 1111 1111 1111");
    }
}

#[test]
fn keys_are_turned_over() {
    let (old, new) = (keys(), keys().with_primary(2));
    let closed = card::close(&old, "", 4, b"4111111111111111").unwrap();
    let closed = String::from_utf8(closed.to_vec()).unwrap();
    let renewed = renewed_card(&new, "", 4, &closed).unwrap();
    assert_ne!(renewed, closed);
    assert_eq!(luhn::remainder(renewed.as_bytes()), Some(2), "the second slot");
    assert_eq!(open_card(&old, "", 4, &renewed).unwrap().as_str(), "4111111111111111");
    assert!(renewed_card(&new, "", 4, "4111111111111111").is_none());
}

#[test]
fn an_engine_without_keys_is_not_made() {
    let policy = Policy::new().on(entity::CREDIT_CARD, Operator::fpe());
    let error = Engine::builder().policy(policy).build().unwrap_err();
    assert!(error.to_string().contains("fpe needs a keyset"), "{error}");
}

/// Any of them may be followed or preceded by digits that pass for a shorter card by chance.
fn card() -> impl Strategy<Value = String> {
    const ISSUERS: [(&str, usize); 8] =
        [("4", 16), ("51", 16), ("34", 15), ("6011", 16), ("36", 14), ("4", 13), ("67", 12), ("62", 19)];
    let rest = prop::collection::vec(0..=9u8, 19);
    (prop::sample::select(&ISSUERS[..]), rest, prop::sample::select(&["", " ", "-", "."][..])).prop_map(
        |((begin, length), rest, between)| {
            let begin = begin.bytes().map(|b| b - b'0');
            let mut digits: Vec<u8> = begin.chain(rest).take(length).map(|d| d + b'0').collect();
            while !luhn::is_valid(&digits) {
                digits[length - 1] = b'0' + (digits[length - 1] - b'0' + 1) % 10;
            }
            let digits = String::from_utf8(digits).unwrap();
            let groups: &[usize] = if length == 15 { &[4, 10] } else { &[4, 8, 12, 16] };
            let mut written = String::new();
            for (n, digit) in digits.char_indices() {
                if groups.contains(&n) {
                    written += between;
                }
                written.push(digit);
            }
            written
        },
    )
}

proptest! {
    #[test]
    fn cards_come_back(card in card(), byte in 1..=255u8, last in 0..=4usize, called in any::<bool>()) {
        let policy = Policy::new().on(entity::CREDIT_CARD, Operator::fpe().keep_last(last));
        let engine = Engine::builder().policy(policy).keyset(Keyset::of_bytes(&[byte])).build().unwrap();
        let text = if called { format!("my card is {card}, thanks") } else { format!("{card} thanks") };
        let once = engine.redact(&text).unwrap().into_text();
        prop_assert!(!called || !once.contains(&card), "{}", once);
        prop_assert_eq!(engine.redact(&once).unwrap().into_text(), once.clone());
        prop_assert_eq!(engine.restore(&once).unwrap().into_text(), text, "{}", once);
    }

    /// Whatever surrounds them, numbers of ours are left alone, and no card comes out.
    #[test]
    fn twice_is_once(before in "[a-z .,:{]{0,12}", n in 0..1_000_000_000u64, after in "[ .,:}a-z]{0,12}") {
        let engine = engine(&[
            (entity::US_SSN, Operator::fpe()),
            (entity::CREDIT_CARD, Operator::fpe().keep_last(4)),
            (entity::PHONE_NUMBER, Operator::fpe()),
        ]);
        let mut card = format!("4{n:09}00000").into_bytes();
        card.push((b'0'..=b'9').find(|&d| luhn::is_valid(&[&card[..], &[d]].concat())).unwrap());
        let card = String::from_utf8(card).unwrap();
        let text = format!("{before} my card is {card} and my ssn {:03}-12-{:04} {after}", 100 + n % 500, 1 + n % 9000);
        let once = redacted(&engine, &text);
        prop_assert!(!once.contains(&card));
        prop_assert_eq!(redacted(&engine, &once), once);
    }
}
