//! No part of a text is in what is said about it: errors, `Debug`, reports, explanations. And types cross threads.
use std::fmt::Debug;
use std::panic::{RefUnwindSafe, UnwindSafe};

use wimple::{
    Allow, Engine, EngineBuilder, Error, ErrorCode, Input, Limits, Operator, Policy, Redacted, Restored,
    Secret, Session, Template, Tolerance, entity,
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

/// Callbacks that fail in every way they can, each saying what it was given.
#[test]
fn callbacks_say_where_not_what() {
    type Callback = fn(&str) -> Result<String, &'static str>;
    let failing: [(&str, Callback); 5] = [
        ("no number", |value| value.parse::<u8>().map(|n| n.to_string()).map_err(|_| "no number")),
        ("it panicked", |value| panic!("{value}")),
        ("it panicked", |value| std::panic::panic_any(value.to_owned())),
        ("its answer holds the value", |value| Ok(format!("<{value}>"))),
        ("its answer holds the value", |value| Ok(value.replace(' ', "-"))),
    ];
    for (problem, callback) in failing {
        let policy = Policy::new().on(entity::CREDIT_CARD, Operator::custom("crm"));
        let builder = Engine::builder().policy(policy).custom("crm", move |_, value| callback(value));
        silent_debug("builder", &builder);
        let engine = builder.build().unwrap();
        silent_debug("engine", &engine);
        for error in [engine.redact(&text()).unwrap_err(), engine.session().redact(&text()).unwrap_err()] {
            assert_eq!(error.code(), ErrorCode::Callback);
            let said =
                format!("the callback of custom crm for the CREDIT_CARD at bytes 14..33 failed: {problem}");
            assert_eq!(error.to_string(), said);
            silent_error("callback", &error);
        }
        // Without a card nothing is asked.
        assert!(engine.redact("server 192.0.2.7").is_ok());
    }
}

#[test]
fn keys_are_shown_to_nobody() {
    let key = || Secret::new(format!("{WORD} {CANARY} and some more").into_bytes());
    silent_debug("secret", &key());
    let policy = Policy::new().default(Operator::hash());
    let builder = Engine::builder().policy(policy.clone()).hash_key(key());
    silent_debug("builder", &builder);
    let engine = builder.build().unwrap();
    silent_debug("engine", &engine);
    silent("policy", &engine.policy().to_json());
    silent("output", engine.redact(&text()).unwrap().text().trim_start_matches(WORD).trim_end_matches(WORD));
    let short = Engine::builder().policy(policy).hash_key(Secret::new(&b"xylocarp 4111"[..])).build();
    let error = short.unwrap_err();
    assert_eq!(error.code(), ErrorCode::InvalidArgument);
    silent_error("key", &error);
}

#[test]
fn nothing_that_is_given_out_shows_the_text() {
    let text = text();
    let input = Input::new(&text).path(WORD).region(WORD).role(WORD);
    silent_debug("input", &input);
    for operator in [
        Operator::label(),
        Operator::remove(),
        Operator::keep(),
        Operator::mask().into(),
        Operator::partial().role(WORD).into(),
        Operator::hash(),
        Operator::custom("crm"),
        Operator::placeholder().into(),
        Operator::placeholder().irreversible().into(),
    ] {
        let builder =
            Engine::builder().policy(Policy::new().default(operator)).custom("crm", |_, _| Ok("".into()));
        let engine = builder.hash_key(Secret::new(*b"a key of the tests of no worth..")).build().unwrap();
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
        (ErrorCode::Keyset, 700),
        (ErrorCode::Token, 710),
        (ErrorCode::Vault, 720),
        (ErrorCode::Session, 730),
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
    crosses::<Secret>();
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
    crosses::<wimple::Keyset>();
    crosses::<wimple::KeyInfo>();
    crosses::<wimple::TokenRecognizer>();
    crosses::<wimple::Passphrase>();
    crosses::<wimple::TestPassphrase>();
    crosses::<wimple::OpenOptions>();
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
