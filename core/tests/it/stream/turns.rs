//! Turns of a conversation in pieces: the conversation goes on as if each had come as one.
use wimple::{Engine, Operator, Policy, Session, Speaker, Turn};

use super::{Numbers, cut, difference};

/// One turn, as a whole in the first session and in pieces in the second. Tags differ from session to session: they are
/// taken out before outputs are compared.
fn turn(whole: &mut Session, pieces: &mut Session, turn: (&str, Speaker, &str), size: usize) -> String {
    let (text, speaker, id) = turn;
    let should = whole.redact(Turn::new(text).speaker(speaker).id(id)).unwrap();
    let mut sent = String::new();
    let hints = Turn::new("").speaker(speaker).id(id);
    let mut redactor = pieces.redactor(hints, |piece: &str| sent.push_str(piece)).unwrap();
    for piece in cut(text.as_bytes(), || size) {
        redactor.write_bytes(piece).unwrap();
    }
    let (done, revisions) = redactor.end().unwrap();
    let (is, should_be) = (untagged(&sent), untagged(should.text()));
    assert!(is == should_be, "{}", difference(&is, &should_be));
    assert_eq!(done.findings(), should.findings());
    assert_eq!(done.report(), should.report());
    let ids = |list: &[wimple::Revision]| list.iter().map(|one| one.turn().to_owned()).collect::<Vec<_>>();
    assert_eq!(ids(&revisions), ids(should.revisions()));
    assert_eq!(pieces.restore(&sent).text(), whole.restore(should.text()).text());
    is
}

/// Without the tags of placeholders.
fn untagged(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('.') {
        out.push_str(before);
        let tag = behind.len() > 3 && behind.is_char_boundary(3) && behind[3..].starts_with(']');
        out.push_str(if tag { "" } else { "." });
        rest = if tag { &behind[3..] } else { behind };
    }
    out + rest
}

#[test]
fn a_conversation_in_pieces() {
    let policy = Policy::new().default(Operator::placeholder());
    let engine = Engine::builder().policy(policy).build().unwrap();
    let (customer, agent) = (Speaker::Customer, Speaker::Agent);
    let long = "So I wrote to Ana Pérez at bo@example.com again, and [EMAIL_ADDRESS_4] said [[PERSON_9]]. "
        .repeat(90);
    let many: String = (0..300).map(|n| format!("mail al{n}@example.com and nobody answers; ")).collect();
    let asked = format!("{long} What is your date of birth?");
    let turns = [
        ("hello, I am Ana Pérez", customer, "1"),
        (long.as_str(), customer, "2"),
        (asked.as_str(), agent, "3"),
        ("4th of march 81", customer, "4"),
        ("and the code on the back?", agent, "5"),
        (long.as_str(), customer, "6"),
        ("912", customer, "7"),
        ("4111 1111", customer, "8"),
        ("1111 1111", customer, "9"),
        (many.as_str(), customer, "10"),
        ("ana again, and [al3@example.com]", customer, "11"),
        ("Anna has joined", Speaker::System, "12"),
        ("", customer, "13"),
    ];
    for size in [1, 50, 4096] {
        let (mut whole, mut pieces) = (engine.session(), engine.session());
        let out: Vec<String> = turns.iter().map(|one| turn(&mut whole, &mut pieces, *one, size)).collect();
        assert_eq!(out[3], "[DATE_OF_BIRTH_1]");
        assert!(out[9].contains("[EMAIL_ADDRESS_200]"), "numbers go on over the pieces");
    }
}

#[test]
fn what_was_said_before_is_known_in_a_turn_in_pieces() {
    let engine = Engine::new();
    let mut numbers = Numbers(9);
    let again = [
        "4728 10094",
        "472.81.0094 and",
        "030/901820",
        "1981-03-04",
        "4 mars 1981,",
        "Tr0ub4dor&3",
        "472 810 094 12",
        "4728 1009",
        "the parcel is late",
        "\u{ff14}\u{ff17}28 10094",
    ];
    let said = [
        "my ssn is 472-81-0094",
        "call me on +49 30 901820",
        "my date of birth is March 4, 1981",
        "my password is Tr0ub4dor&3",
    ];
    for size in [1, 7, 700, 4096] {
        let (mut whole, mut pieces) = (engine.session(), engine.session());
        for text in said {
            turn(&mut whole, &mut pieces, (text, Speaker::Customer, ""), size);
        }
        let long: String = (0..1500)
            .map(|_| again[numbers.below(again.len())].to_owned() + [" ", "\n", "; "][numbers.below(3)])
            .collect();
        let out = turn(&mut whole, &mut pieces, (&long, Speaker::Customer, ""), size);
        for label in ["US_SSN", "PHONE_NUMBER", "DATE_OF_BIRTH", "PASSWORD"] {
            assert!(out.matches(label).count() > 50, "{label}");
        }
        turn(&mut whole, &mut pieces, ("so 4728 10094", Speaker::Agent, ""), size);
    }
}

#[test]
fn a_turn_that_fails_changes_no_question() {
    let policy = Policy::new().on(wimple::entity::EMAIL_ADDRESS, Operator::custom("no"));
    let engine = Engine::builder().policy(policy).custom("no", |_, _| Err("no")).build().unwrap();
    let mut session = engine.session();
    session.redact(Turn::new("And the code on the back?").speaker(Speaker::Agent)).unwrap();
    for _ in 0..5 {
        let mut redactor = session.redactor("", |_: &str| ()).unwrap();
        redactor.write(&"so on and so forth ".repeat(10)).unwrap();
        redactor.write("bo@example.com ").unwrap();
        assert!(redactor.end().is_err());
    }
    assert_eq!(session.redact("it's 912").unwrap().text(), "it's [CARD_VERIFICATION_CODE]");
}

#[test]
fn nothing_of_a_value_is_seen_at_any_moment() {
    let engine = Engine::new();
    let mut numbers = Numbers(5);
    let canary = "4111 1111 1111 1111";
    for _ in 0..60 {
        let filler = "the parcel is late, ".repeat(numbers.below(400));
        let text = format!("{filler}card {canary} and {filler}");
        let mut session = engine.session();
        let mut sent = String::new();
        let mut redactor = session.redactor("", |piece: &str| {
            sent.push_str(piece);
            assert!(!sent.contains("41"), "a byte of the card went out");
        });
        let redactor = redactor.as_mut().unwrap();
        for piece in cut(text.as_bytes(), || numbers.below(40) + 1) {
            redactor.write_bytes(piece).unwrap();
        }
    }
}
