//! No part of a text is in what is said about it: errors, `Debug`, reports, explanations. And types cross threads.
use std::fmt::Debug;
use std::panic::{RefUnwindSafe, UnwindSafe};

use wimple::{
    Allow, Engine, EngineBuilder, Error, ErrorCode, Input, Limits, Operator, Policy, Redacted, Restored,
    Session, Template, Tolerance, entity,
};

/// Part of every value and text below; nothing else has it.
const CANARY: &str = "4111 1111 1111 1111";
const WORD: &str = "xylocarp";

fn silent(what: &str, said: &str) {
    for part in [CANARY, "4111", "1111", WORD, "Xylocarp"] {
        assert!(!said.contains(part), "{what} tells: {said}");
    }
}

fn silent_error(what: &str, error: &Error) {
    silent(what, &error.to_string());
    silent(what, &format!("{error:?} {error:#?}"));
    silent(what, &format!("{:?}", error.code()));
    assert!(std::error::Error::source(error).is_none());
}

fn silent_debug(what: &str, value: &impl Debug) {
    silent(what, &format!("{value:?} {value:#?}"));
}

fn engine(policy: Policy) -> Engine {
    Engine::builder().policy(policy).build().unwrap()
}

fn text() -> String {
    format!("{WORD} card {CANARY}, server 192.0.2.7 {WORD}")
}

#[test]
fn limits_say_how_much_not_what() {
    for (limits, code) in [
        (Limits::default().max_input(7), ErrorCode::Limit),
        (Limits::default().max_findings(1), ErrorCode::Limit),
        (Limits::default().max_input(0), ErrorCode::Limit),
    ] {
        let engine = Engine::builder().limits(limits).build().unwrap();
        let text = text();
        let input = Input::new(&text).path(WORD).region(WORD);
        let errors = [
            engine.analyze(input).unwrap_err(),
            engine.redact(input).unwrap_err(),
            engine.explain(input).unwrap_err(),
            engine.session().redact(input).unwrap_err(),
            engine.session().analyze(input).unwrap_err(),
        ];
        for error in errors {
            assert_eq!(error.code(), code);
            silent_error("limit", &error);
        }
    }
}

#[test]
fn operators_say_where_not_what() {
    let engine = engine(Policy::new().on(entity::CREDIT_CARD, Operator::placeholder()));
    let error = engine.redact(text().as_str()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::Operator);
    assert_eq!(
        error.to_string(),
        "placeholder cannot apply to the CREDIT_CARD at bytes 14..33: a placeholder that can be restored needs a session"
    );
    silent_error("operator", &error);
}

#[test]
fn nothing_that_is_given_out_shows_the_text() {
    let text = text();
    let input = Input::new(&text).path(WORD).region(WORD);
    silent_debug("input", &input);
    for operator in [
        Operator::label(),
        Operator::remove(),
        Operator::keep(),
        Operator::mask().into(),
        Operator::placeholder().into(),
        Operator::placeholder().irreversible().into(),
    ] {
        let engine = engine(Policy::new().default(operator));
        silent_debug("engine", &engine);
        let mut session = engine.session();
        let out = session.redact(input).unwrap();
        assert_eq!(out.findings().len(), 2);
        silent_debug("redacted", &out);
        silent_debug("findings", out.findings());
        for finding in out.findings() {
            silent("finding", &finding.to_string());
        }
        silent_debug("report", out.report());
        silent("report", &out.report().to_string());
        silent("report", &out.report().to_json());
        silent_debug("session", &session);

        for tolerance in [Tolerance::Exact, Tolerance::Tolerant] {
            let restored = session.restore_with(out.text(), tolerance);
            silent_debug("restored", &restored);
            silent_debug("restore report", restored.report());
            silent("restore report", &restored.report().to_json());
        }
        let why = engine.explain(input).unwrap();
        silent_debug("explanation", &why);
        silent("explanation", &why.to_text());
        silent("explanation", &why.to_json());
    }
}

#[test]
fn any_text_is_taken() {
    for text in
        ["", "\0", "\0\0a\0", "\u{FEFF}", "\u{10FFFF}", "e\u{301}", "\r\n", "[", "\u{202E}card\u{202C}"]
    {
        let out = wimple::redact(text).unwrap();
        assert_eq!((out.text(), out.report().findings()), (text, 0));
        assert_eq!(Engine::new().session().restore(text).text(), text);
    }
    let long = "a".repeat(3 << 20);
    assert_eq!(wimple::redact(&long).unwrap().into_text(), long);
}

#[test]
fn codes_are_stable() {
    let table = [
        (ErrorCode::NullPointer, 100),
        (ErrorCode::InvalidUtf8, 101),
        (ErrorCode::InvalidArgument, 102),
        (ErrorCode::Policy, 200),
        (ErrorCode::Pattern, 201),
        (ErrorCode::Limit, 300),
        (ErrorCode::Operator, 400),
        (ErrorCode::Random, 500),
        (ErrorCode::Callback, 600),
        (ErrorCode::Panic, 900),
    ];
    for (code, number) in table {
        assert_eq!(code as u32, number);
    }
    assert_eq!(Error::Random.code(), ErrorCode::Random);
}

/// Compiles only where it holds: hosts move these between threads and catch panics around them.
#[test]
fn types_cross_threads_and_panics() {
    fn crosses<T: Send + Sync + UnwindSafe + RefUnwindSafe>() {}
    crosses::<Engine>();
    crosses::<EngineBuilder>();
    crosses::<Session>();
    crosses::<Redacted>();
    crosses::<Restored>();
    crosses::<Policy>();
    crosses::<Operator>();
    crosses::<Limits>();
    crosses::<Input<'_>>();
    crosses::<Error>();
    crosses::<wimple::Report>();
    crosses::<wimple::RestoreReport>();
    crosses::<wimple::Explanation>();
    crosses::<wimple::Findings>();
    crosses::<wimple::Finding>();
    crosses::<wimple::CheckFailure>();
    crosses::<wimple::EntityType>();
    crosses::<wimple::EntityInfo>();
    crosses::<Template>();
    crosses::<wimple::Recognizer>();
    crosses::<wimple::Match>();
}

/// Law 8: threads that share an engine get what one alone gets.
#[test]
fn threads_change_nothing() {
    let engine = engine(Policy::new().default(Operator::mask().keep_last(4)));
    let texts: Vec<String> = (0..40).map(|i| format!("{} and 192.0.2.{i}", text())).collect();
    let alone: Vec<Redacted> = texts.iter().map(|t| engine.redact(t).unwrap()).collect();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for (text, expected) in texts.iter().zip(&alone).rev() {
                    assert_eq!(&engine.clone().redact(text).unwrap(), expected);
                }
            });
        }
    });
}

/// Documents that are wrong somewhere, with the canary in allowed values, in texts of tests and in patterns.
const WRONG: &[&str] = &[
    "version = 1\n[[allow]]\nvalues = [\"xylocarp\", \"4111 1111 1111 1111\"]\nvaluess = 1\n",
    "version = 1\n[[allow]]\nvalues = [\"xylocarp\", 7]\n",
    "version = 1\nallow = [{ values = [\"xylocarp\"], valuess = 1 }]\n",
    "version = 1\n[[test]]\ntext = \"4111 1111 1111 1111\"\nredacted = 7\n",
    "version = 1\n[[test]]\nname = \"a\"\ntext = \"4111 1111 1111 1111\"\n",
    "version = 1\n[[test]]\ntext = \"xylocarp\"\ntext = \"4111 1111 1111 1111\"\n",
    "version = 1\n[[test]]\ntext = \"xylocarp\" oops\n",
    "version = 1\n[[test]]\ntext = \"xylocarp\nredacted = \"x\"\n",
    "version = 1\n[[test]]\ntext = \"4111 1111 1111 1111\"\nfinds = [\"CREDIT_CRAD\"]\n",
    "{\"version\":1,\"allow\":[{\"values\":[\"xylocarp\"],\"valuess\":1}]}",
    "{\"version\":1,\"test\":[{\"text\":\"4111 1111 1111 1111\",\"finds\":[\"CREDIT_CRAD\"]}]}",
    "{\"version\":1,\"test\":[{\"text\":\"xylocarp\",\"redacted\":\"xylocarp\",}]}",
    "{\"version\":1,\"test\":[{\"text\":\"xylocarp\"",
    "{\"version\":1,\"test\":[{\"text\":\"xylocarp",
];

#[test]
fn wrong_documents_are_refused_without_their_values() {
    for document in WRONG {
        let error = Policy::from_document(document).expect_err(document);
        assert_eq!(error.code(), ErrorCode::Policy, "{document}");
        silent_error("policy", &error);
        let Error::Policy(error) = error else { panic!("{document}") };
        silent_debug("policy error", &error);
        assert!(error.line() > 0 && error.column() > 0, "{document}");
    }
}

#[test]
fn wrong_patterns_are_refused_without_being_quoted() {
    let errors = [
        Allow::pattern("xylocarp(").unwrap_err(),
        Allow::pattern("(xylocarp{900}){900}").unwrap_err(),
        Template::regex("order", "xylocarp(").unwrap_err(),
        Template::shape("order", "xylocarp[").unwrap_err(),
    ];
    for error in errors {
        assert_eq!(error.code(), ErrorCode::Pattern);
        silent_error("pattern", &error);
    }
}

const EXAMPLES: &str = r#"
version = 1
default = { operator = "mask", keep_last = 4 }
[[allow]]
values = ["xylocarp", "4111 1111 1111 1111"]
[[test]]
name = "fails twice"
text = "card 4111 1111 1111 1111 xylocarp"
redacted = "card **** **** **** 1111 xylocarp"
finds = ["URL"]
[[test]]
name = "holds"
text = "card 5555 5555 5555 4444 xylocarp"
redacted = "card **** **** **** 4444 xylocarp"
finds = ["CREDIT_CARD"]
"#;

#[test]
fn policies_show_neither_allowed_values_nor_texts() {
    let policy = Policy::from_toml(EXAMPLES).unwrap();
    silent_debug("policy", &policy);
    silent_debug("builder", &Engine::builder().policy(policy.clone()));
    silent_debug("tests", &policy.tests());
    let engine = engine(policy);
    let failures = engine.check().unwrap();
    assert_eq!(failures.iter().map(|f| (f.test(), f.name())).collect::<Vec<_>>(), [(0, "fails twice"); 2]);
    for failure in &failures {
        silent_debug("check", failure);
        silent("check", &failure.to_string());
    }
    let out = engine.redact(text().as_str()).unwrap();
    assert!(out.text().contains(CANARY));
    assert_eq!(out.report().allowed(), 1);
    silent("report of what is allowed", &format!("{:?} {}", out.report(), out.report().to_json()));
}
