//! Short texts, cut everywhere; errors; canaries.
use std::fs;

use wimple::{Engine, ErrorCode, Input, Operator, Policy, entity};

use super::{Numbers, cut, hold, is_full, streamed, whole};
use crate::laws::texts;

/// The texts of the sets of this project, and examples of the catalogue with what people write between them.
fn corpus() -> Vec<String> {
    let mut all = texts();
    for set in ["challenge.jsonl", "hard_negatives.jsonl"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(set);
        for line in fs::read_to_string(path).unwrap().lines() {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            all.push(row["text"].as_str().unwrap().to_owned());
        }
    }
    all
}

/// Every two-way split, also inside characters, and many others, behind text enough that it does not wait for its end.
#[test]
fn every_split_gives_the_whole() {
    let engine = Engine::new();
    let unnamed = Engine::builder().policy(Policy::new().names(false)).build().unwrap();
    let mut numbers = Numbers(99);
    let all = corpus();
    let step = if is_full() { 1 } else { all.len() / 120 };
    for (n, text) in all.iter().skip(3).step_by(step).enumerate() {
        for engine in [&engine, &unnamed] {
            let should = whole(engine, Input::new(text)).unwrap();
            for at in 0..=text.len() {
                let (a, b) = text.as_bytes().split_at(at);
                let got = streamed(engine, Input::new(""), [a, b], &should.0).unwrap();
                assert_eq!(got, should);
            }
            for _ in 0..if is_full() && n % 10 == 0 { 10_000 } else { 1_000 } {
                let size = numbers.below(40) + 1;
                hold(engine, text, || numbers.below(size) + 1, &should);
            }
        }
    }
}

/// The same inside longer texts, where what is before goes out while what is behind comes in.
#[test]
fn every_item_in_the_middle_of_a_text() {
    let engine = Engine::new();
    let all = corpus();
    let mut numbers = Numbers(1234);
    let filler = "the parcel is late and nobody answers, ".repeat(120);
    let rounds = if is_full() { 20_000 } else { 150 };
    for _ in 0..rounds {
        let mut text = filler[..39 * numbers.below(120)].to_owned();
        for _ in 0..30 {
            text.push_str(&all[numbers.below(all.len())]);
            text.push_str(["\n", " ", ", ", ""][numbers.below(4)]);
        }
        text.push_str(&filler);
        let should = whole(&engine, Input::new(&text)).unwrap();
        let size = [1, 40, 300, 1000, 5000][numbers.below(5)];
        hold(&engine, &text, || numbers.below(2 * size) + 1, &should);
    }
}

#[test]
fn hints_count() {
    let engine = Engine::new();
    let hints = Input::new("").region("US").path("/customer/ssn");
    let text = "it is 6502530000 or 472810094";
    let should = whole(&engine, Input::new(text).region("US").path("/customer/ssn")).unwrap();
    assert_eq!(streamed(&engine, hints, cut(text.as_bytes(), || 3), &should.0).unwrap(), should);
}

#[test]
fn callbacks_see_places_of_the_whole() {
    let place = |finding: &wimple::Finding, _: &str| Ok(format!("<{}>", finding.span().start()));
    let policy = Policy::new().on(entity::EMAIL_ADDRESS, Operator::custom("place"));
    let engine = Engine::builder().policy(policy).custom("place", place).build().unwrap();
    let text = "mail bo@example.com or somebody else at some other place ".repeat(300);
    let should = whole(&engine, Input::new(&text)).unwrap();
    hold(&engine, &text, || 700, &should);
}

#[test]
fn errors_tell_places_of_the_whole() {
    let policy = Policy::new().on(entity::EMAIL_ADDRESS, Operator::custom("no"));
    let engine = Engine::builder().policy(policy).custom("no", |_, _| Err("no")).build().unwrap();
    let text = format!("{}bo@example.com {}", "and so on ".repeat(900), "and so on ".repeat(900));
    let should = engine.redact(&text).unwrap_err();
    let mut redactor = engine.redactor("", |_: &str| ()).unwrap();
    let error = cut(text.as_bytes(), || 333).into_iter().find_map(|piece| redactor.write_bytes(piece).err());
    assert_eq!(error, Some(should));
    assert_eq!(redactor.write("x").unwrap_err().code(), ErrorCode::InvalidArgument);
}

#[test]
fn an_outlet_may_say_stop() {
    let mut count = 0;
    let full = |_: &str| {
        count += 1;
        if count > 2 { Err("full") } else { Ok(()) }
    };
    let mut redactor = Engine::new().redactor("", full).unwrap();
    let error = (0..99).find_map(|_| redactor.write(&"and so on ".repeat(100)).err()).unwrap();
    assert_eq!(error.code(), ErrorCode::Callback);
    assert!(redactor.write("x").is_err());
    drop(redactor);
    assert_eq!(count, 3, "it is asked no more");
}

#[test]
fn bytes_that_are_no_text_end_the_stream() {
    for (pieces, at) in
        [(vec![&b"ab\xff"[..]], 2), (vec![b"a\xc3", b"b"], 1), (vec![b"\xe2\x82", b"\xac\x80"], 3)]
    {
        let mut redactor = Engine::new().redactor("", |_: &str| ()).unwrap();
        let error = pieces.into_iter().find_map(|piece| redactor.write_bytes(piece).err());
        assert_eq!(error, Some(wimple::Error::InvalidUtf8 { at }));
        assert!(redactor.end().is_err());
    }
    let mut redactor = Engine::new().redactor("", |_: &str| ()).unwrap();
    redactor.write_bytes(b"a\xc3").unwrap();
    assert_eq!(redactor.end().unwrap_err().code(), ErrorCode::InvalidUtf8);
}

#[test]
fn who_looks_at_whole_texts_is_refused() {
    let engine = Engine::builder().recognizer(entity::PERSON, |_| Ok(Vec::new())).build().unwrap();
    assert_eq!(engine.redactor("", |_: &str| ()).unwrap_err().code(), ErrorCode::InvalidArgument);
}

#[test]
fn what_is_held_is_bounded() {
    let mut redactor = Engine::new().redactor("", |_: &str| ()).unwrap();
    for _ in 0..3000 {
        redactor.write("So I wrote to Ana Pérez at bo@example.com again. ").unwrap();
        assert!(redactor.held() < 4608, "{}", redactor.held());
    }
}
