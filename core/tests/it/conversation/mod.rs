//! Conversations: questions that say what an answer is, values typed over several messages, and what must not be taken for
//! either.
mod pairs;
mod pieces;
mod said;

use wimple::{Engine, Session, Speaker, Turn};

fn agent(session: &mut Session, text: &str) -> String {
    session.redact(Turn::new(text).speaker(Speaker::Agent)).expect("a short text").into_text()
}

fn customer(session: &mut Session, text: &str) -> String {
    session.redact(text).expect("a short text").into_text()
}

#[test]
fn questions_say_what_answers_are() {
    for (question, answer, redacted) in [
        ("What is your date of birth?", "4th of march 81", "[DATE_OF_BIRTH]"),
        ("last 4?", "4417", "[CARD_LAST_FOUR]"),
        ("and the code on the back?", "912", "[CARD_VERIFICATION_CODE]"),
        ("and the code on the back?", "it's 912 thanks", "it's [CARD_VERIFICATION_CODE] thanks"),
        ("Please enter the 6 digit code we sent you", "482193", "[ONE_TIME_CODE]"),
        ("May I have your full name please?", "sure, john smith", "sure, [PERSON]"),
        ("What's your zip code?", "75074", "[POSTAL_CODE]"),
        ("What is your social security number?", "472810094", "[US_SSN]"),
        ("Wie lautet Ihr Geburtsdatum?", "4. März 1981", "[DATE_OF_BIRTH]"),
        ("¿Cuál es su fecha de nacimiento?", "el 4 de marzo de 1981", "el [DATE_OF_BIRTH]"),
        ("what is your account number", "31926819", "[US_BANK_NUMBER]"),
        ("and your password?", "Tr0ub4dor&3", "[PASSWORD]"),
    ] {
        let mut session = Engine::new().session();
        agent(&mut session, question);
        assert_eq!(customer(&mut session, answer), redacted, "{question}");
    }
}

#[test]
fn without_the_question_a_bare_answer_says_nothing() {
    let mut session = Engine::new().session();
    for answer in ["912", "4417", "482193", "75074", "it's 912 thanks", "4th of march"] {
        assert_eq!(customer(&mut session, answer), answer);
    }
    // What the customer asks opens nothing.
    assert_eq!(
        customer(&mut session, "do you need the code on the back?"),
        "do you need the code on the back?"
    );
    assert_eq!(customer(&mut session, "912"), "912");
}

#[test]
fn questions_are_open_for_three_turns_or_ten_minutes() {
    let ask = "and the code on the back?";
    let mut session = Engine::new().session();
    agent(&mut session, ask);
    for text in ["one moment", "my dog ate the card"] {
        customer(&mut session, text);
    }
    assert_eq!(customer(&mut session, "912"), "[CARD_VERIFICATION_CODE]");
    assert_eq!(customer(&mut session, "913"), "913", "it was answered");
    agent(&mut session, ask);
    for text in ["one moment", "my dog ate the card", "i will look for it"] {
        customer(&mut session, text);
    }
    assert_eq!(customer(&mut session, "912"), "912", "it was long ago");
    for (later, found) in [(600, true), (601, false)] {
        session.redact(Turn::new(ask).speaker(Speaker::Bot).at(1000)).unwrap();
        let out = session.redact(Turn::new("912").at(1000 + later)).unwrap();
        assert_eq!(out.text() != "912", found, "after {later} seconds");
    }
}

#[test]
fn a_policy_decides_about_answers_as_about_everything() {
    let policy = wimple::Policy::new().disable(wimple::entity::CARD_VERIFICATION_CODE);
    let mut session = Engine::builder().policy(policy).build().unwrap().session();
    agent(&mut session, "and the code on the back?");
    assert_eq!(customer(&mut session, "912"), "912");

    let policy = wimple::Policy::new().default(wimple::Operator::placeholder());
    let mut session = Engine::builder().policy(policy).build().unwrap().session();
    agent(&mut session, "What is your date of birth?");
    let out = customer(&mut session, "4th of march 81");
    assert!(out.starts_with("[DATE_OF_BIRTH_1."), "{out}");
    assert_eq!(session.restore(&out).text(), "4th of march 81");
}

/// What failed has changed nothing: said again, it is the answer again, and the part again.
#[test]
fn a_turn_that_failed_is_understood_when_it_is_said_again() {
    use std::sync::atomic::{AtomicBool, Ordering};
    static FAILS: AtomicBool = AtomicBool::new(false);
    let policy = wimple::Policy::new().default(wimple::Operator::custom("hide"));
    let hide = |_: &wimple::Finding, _: &str| match FAILS.load(Ordering::Relaxed) {
        true => Err("the host is busy"),
        false => Ok("*".to_owned()),
    };
    let mut session = Engine::builder().policy(policy).custom("hide", hide).build().unwrap().session();
    for (first, said) in
        [("what is your date of birth?", "4th of march 81"), ("hold on", "4111 1111"), ("and?", "1111 1111")]
    {
        agent(&mut session, first);
        FAILS.store(true, Ordering::Relaxed);
        let failed = session.redact(Turn::new(said).id(said));
        FAILS.store(false, Ordering::Relaxed);
        if said != "4111 1111" {
            assert!(failed.is_err(), "{said}");
            let again = session.redact(Turn::new(said).id(said)).unwrap();
            assert_eq!((again.text(), again.revisions().len()), ("*", usize::from(said == "1111 1111")));
        }
    }
}

#[test]
fn what_the_platform_says_is_no_answer() {
    let mut session = Engine::new().session();
    agent(&mut session, "and the code on the back?");
    for _ in 0..5 {
        let out = session.redact(Turn::new("912").speaker(Speaker::System)).unwrap();
        assert_eq!(out.text(), "912");
    }
    assert_eq!(customer(&mut session, "912"), "[CARD_VERIFICATION_CODE]");
}

/// A draft is seen as the message it would be, and asking about it changes nothing.
#[test]
fn a_draft_is_understood_as_the_message_it_would_be() {
    let mut session = Engine::new().session();
    let found = |session: &mut Session, text: &str| -> Vec<String> {
        let findings = session.analyze(text).expect("a short text");
        findings.iter().map(|f| format!("{} {}", f.entity_type(), f.text(text).unwrap_or_default())).collect()
    };
    agent(&mut session, "and the code on the back?");
    for _ in 0..5 {
        assert_eq!(found(&mut session, "it's 912"), ["CARD_VERIFICATION_CODE 912"]);
        assert!(found(&mut session, "it's").is_empty());
    }
    assert_eq!(customer(&mut session, "it's 912"), "it's [CARD_VERIFICATION_CODE]");
    assert!(found(&mut session, "912").is_empty(), "it was answered");

    session.redact(Turn::new("4111 1111").id("m1")).unwrap();
    for _ in 0..5 {
        assert_eq!(found(&mut session, "then 1111 1111"), ["CREDIT_CARD 1111 1111"]);
    }
    assert!(session.analyze(Turn::new("1111 1111").speaker(Speaker::Agent)).unwrap().is_empty());
    assert_eq!(session.redact("then 1111 1111").unwrap().revisions().len(), 1);
}
