//! Sealed sessions: taken up again whole, by nobody else, and by nothing that was changed.
use proptest::prelude::*;
use wimple::{Engine, Error, ErrorCode, Keyset, Operator, Policy, SessionName, SessionProblem, Tolerance};

fn engine(keyset: &Keyset) -> Engine {
    let policy = Policy::new().default(Operator::placeholder());
    Engine::builder().policy(policy).keyset(keyset.clone()).build().unwrap()
}

fn problem<T>(result: Result<T, Error>) -> SessionProblem {
    match result {
        Err(Error::Session(problem)) => problem,
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("it opened"),
    }
}

const TURNS: [&str; 3] = [
    "I am bo@example.com, [URL_1] is not mine",
    "call +1 650 253 0000 or bo@EXAMPLE.com",
    "bo@example.com again",
];

#[test]
fn a_resumed_session_is_the_session() {
    let engine = engine(&Keyset::generate().unwrap());
    let mut session = engine.session();
    let out = TURNS.map(|turn| session.redact(turn).unwrap().into_text());
    let sealed = session.seal("ticket").unwrap();
    assert!(sealed.starts_with("wims1.") && sealed.is_ascii());
    let mut resumed = engine.resume("ticket", &sealed).unwrap();
    for (turn, out) in TURNS.iter().zip(&out) {
        for tolerance in [Tolerance::Exact, Tolerance::Tolerant] {
            let (a, b) = (session.restore_with(out, tolerance), resumed.restore_with(out, tolerance));
            assert_eq!((a.text(), a.report()), (b.text(), b.report()));
            assert_eq!(a.text(), *turn);
        }
        assert_eq!(resumed.redact(*turn).unwrap().text(), out, "the same value keeps its number and tag");
    }
    // What somebody typed is still nobody's, and numbers go on where they were.
    let next = resumed.redact("see https://example.com/other and al@example.com").unwrap().into_text();
    assert!(next.contains("[EMAIL_ADDRESS_3.") && !next.contains("[URL_1."), "{next}");
    assert_eq!(resumed.restore("[URL_1]").report().unknown(), 0);
}

#[test]
fn two_seals_of_one_session_differ_and_both_open() {
    let engine = engine(&Keyset::generate().unwrap());
    let mut session = engine.session();
    let out = session.redact("bo@example.com").unwrap().into_text();
    let seals = [session.seal("t").unwrap(), session.seal("t").unwrap()];
    assert_ne!(seals[0], seals[1]);
    for sealed in &seals {
        assert_eq!(engine.resume("t", sealed).unwrap().restore(&out).text(), "bo@example.com");
    }
    // An empty session can be sealed, too.
    let empty = engine.session().seal("t").unwrap();
    assert_eq!(engine.resume("t", &empty).unwrap().restore("x").text(), "x");
}

#[test]
fn name_and_tenant_are_bound() {
    let engine = engine(&Keyset::generate().unwrap());
    let mut session = engine.session();
    session.redact("bo@example.com").unwrap();
    let sealed = session.seal(SessionName::new("ab").tenant("c")).unwrap();
    assert!(engine.resume(SessionName::new("ab").tenant("c"), &sealed).is_ok());
    for (name, tenant) in
        [("ab", ""), ("ab", "C"), ("a", "bc"), ("abc", ""), ("", "abc"), ("c", "ab"), ("", "")]
    {
        let other = engine.resume(SessionName::new(name).tenant(tenant), &sealed);
        assert_eq!(problem(other), SessionProblem::DoesNotOpen);
    }
    let long = "x".repeat(65_536);
    assert_eq!(problem(session.seal(long.as_str())), SessionProblem::NameTooLong);
    assert_eq!(problem(session.seal(SessionName::new("x").tenant(&long))), SessionProblem::NameTooLong);
    assert_eq!(problem(engine.resume(long.as_str(), &sealed)), SessionProblem::NameTooLong);
}

#[test]
fn what_is_wrong_has_a_name() {
    let keyset = Keyset::generate().unwrap();
    let (mine, other) = (engine(&keyset), engine(&Keyset::generate().unwrap()));
    let sealed = mine.session().seal("t").unwrap();
    assert_eq!(problem(other.resume("t", &sealed)), SessionProblem::UnknownKey);
    assert_eq!(problem(Engine::new().resume("t", &sealed)), SessionProblem::NoKeyset);
    assert_eq!(problem(Engine::new().session().seal("t")), SessionProblem::NoKeyset);
    for later in ["wims2.", "wims12.AAAA"] {
        assert_eq!(problem(mine.resume("t", later)), SessionProblem::UnknownVersion);
    }
    let padded = format!("{sealed}=");
    for none in ["", "wims", "wims1", "wims1.", "wimsx.AAAA", "WIMS1.AAAA", "wims1.AAAA", "wims1.!", &padded]
    {
        assert_eq!(problem(mine.resume("t", none)), SessionProblem::NotSealed, "{none}");
    }
    let error = mine.resume("secret name", &sealed).unwrap_err();
    assert_eq!(error.code(), ErrorCode::Session);
    assert_eq!(ErrorCode::Session as u32, 730);
    assert!(!format!("{error} {error:?} {:?}", SessionName::new("secret name")).contains("secret"));
}

/// A sealed text in which one character is another, or a piece is missing, opens for nobody.
#[test]
fn changed_texts_do_not_open() {
    let engine = engine(&Keyset::generate().unwrap());
    let mut session = engine.session();
    session.redact(TURNS[0]).unwrap();
    let sealed = session.seal("t").unwrap();
    for at in 0..sealed.len() {
        let mut bytes = sealed.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        assert!(engine.resume("t", &String::from_utf8(bytes).unwrap()).is_err(), "character {at}");
        assert!(engine.resume("t", &sealed[..at]).is_err(), "cut at {at}");
        assert!(engine.resume("t", &(sealed[..at].to_owned() + &sealed[at + 1..])).is_err(), "without {at}");
    }
}

proptest! {
    #[test]
    fn any_text_is_taken(sealed in "(wims[0-9]\\.)?[A-Za-z0-9_=.-]{0,80}|.{0,40}", name in ".{0,8}") {
        let engine = engine(&Keyset::generate().unwrap());
        prop_assert!(engine.resume(name.as_str(), &sealed).is_err());
    }

    /// Values are in no part of what is written down, and its length tells little of theirs.
    #[test]
    fn nothing_can_be_read(name in "[a-z]{3,20}") {
        let engine = engine(&Keyset::generate().unwrap());
        let mut session = engine.session();
        session.redact(format!("{name}@example.com").as_str()).unwrap();
        let sealed = session.seal(name.as_str()).unwrap();
        prop_assert_eq!(sealed.len(), 6 + (4usize + 12 + 256 + 16).div_ceil(3) * 4);
        prop_assert!(!sealed.contains("EMAIL"));
    }
}
