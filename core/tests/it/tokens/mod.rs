//! Tokens through the public door: engines that make them, read them, open them and refuse to.
mod corpus;
mod forgery;
mod frozen;
mod keys;
mod laws;
mod subjects;
mod vault;

use std::sync::Arc;

use wimple::vault::MemoryVault;
use wimple::{
    Engine, EngineBuilder, Error, ErrorCode, Input, Keyset, Operator, Policy, RestoreOptions, Secret, Sink,
    TokenForm, TokenKind, TokenState, Tolerance, entity,
};

fn builder(operator: impl Into<Operator>, keyset: &Keyset) -> EngineBuilder {
    Engine::builder().policy(Policy::new().default(operator)).keyset(keyset.clone())
}

fn engine(operator: impl Into<Operator>, keyset: &Keyset) -> Engine {
    builder(operator, keyset).build().expect("a policy of one operator")
}

fn with_vault(operator: impl Into<Operator>, keyset: &Keyset) -> (Engine, Arc<MemoryVault>) {
    let vault = Arc::new(MemoryVault::new());
    (builder(operator, keyset).vault(vault.clone()).build().expect("a policy of one operator"), vault)
}

fn keyset() -> Keyset {
    Keyset::generate().expect("randomness")
}

fn redacted(engine: &Engine, text: &str) -> String {
    engine.redact(text).expect("a short text").into_text()
}

const MAIL: &str = "write to bo@example.com, or to Bo@EXAMPLE.com.";

#[test]
fn each_operator_writes_its_kind() {
    let keys = keyset();
    let (vaulted, _) = with_vault(Operator::tokenize(), &keys);
    for (engine, prefix, kind) in [
        (engine(Operator::tokenize(), &keys), "wimd_email_address1", TokenKind::Deterministic),
        (engine(Operator::encrypt(), &keys), "wime_email_address1", TokenKind::Random),
        (engine(Operator::hash(), &keys), "wimh_email_address1", TokenKind::Hash),
        (vaulted, "wimv_email_address1", TokenKind::Vault),
    ] {
        let out = redacted(&engine, MAIL);
        assert!(out.starts_with(&format!("write to {prefix}")), "{out}");
        let tokens = engine.tokens(&out);
        assert_eq!(tokens.len(), 2);
        for token in &tokens {
            assert_eq!((token.state(), token.kind()), (TokenState::Own, Some(kind)));
            assert_eq!(token.entity_type(), Some(&entity::EMAIL_ADDRESS));
            assert_eq!(token.key_id().map(|id| id.len()), Some(8));
        }
        let restored = engine.restore(&out).unwrap();
        let opens = kind.is_reversible();
        assert_eq!(restored.text(), if opens { MAIL } else { &out });
        let report = restored.report();
        let counts = (report.restored(), report.normalized(), report.closed());
        assert_eq!(counts, if opens { (2, 0, 0) } else { (0, 0, 2) });
    }
}

#[test]
fn forms_say_which_spelling_comes_back() {
    let keys = keyset();
    let spellings = "4111 1111 1111 1111 or 4111-1111-1111-1111";
    let canonical = Operator::tokenize().form(TokenForm::Canonical);
    for vault in [false, true] {
        let make =
            |operator: Operator| if vault { with_vault(operator, &keys).0 } else { engine(operator, &keys) };
        let (exact, canonical) = (make(Operator::tokenize().into()), make(canonical.clone().into()));
        let out = redacted(&exact, spellings);
        let (one, two) = out.split_once(" or ").unwrap();
        assert_ne!(one, two);
        assert_eq!(exact.restore(&out).unwrap().text(), spellings);

        let out = redacted(&canonical, spellings);
        let (one, two) = out.split_once(" or ").unwrap();
        assert_eq!(one, two);
        assert_eq!(canonical.restore(&out).unwrap().text(), "4111111111111111 or 4111111111111111");
    }
}

#[test]
fn tokens_open_for_their_tenant_and_subject_alone() {
    let keys = keyset();
    let operators: [Operator; 2] = [Operator::tokenize().into(), Operator::encrypt()];
    let mut engines: Vec<Engine> = operators.into_iter().map(|o| engine(o, &keys)).collect();
    engines.push(with_vault(Operator::tokenize(), &keys).0);
    for engine in engines {
        let input = Input::new("bo@example.com").tenant("acme").subject("cust-42");
        let bound = engine.redact(input).unwrap().into_text();
        let unbound = engine.redact(Input::new("bo@example.com").tenant("acme")).unwrap().into_text();
        assert_ne!(bound, unbound);
        let opens = |token: &str, tenant: &str, subject: &str| {
            let restored = engine.restore(Input::new(token).tenant(tenant).subject(subject)).unwrap();
            let report = restored.report();
            assert_eq!(report.restored() + report.closed(), 1);
            assert_eq!(restored.text() == "bo@example.com", report.restored() == 1);
            assert!(report.restored() == 1 || restored.text() == token);
            report.restored() == 1
        };
        assert!(
            opens(&bound, "acme", "cust-42") && opens(&unbound, "acme", "") && opens(&unbound, "acme", "any")
        );
        for (tenant, subject) in
            [("", "cust-42"), ("acme", ""), ("acme", "cust-4"), ("acmec", "ust-42"), ("", "")]
        {
            assert!(!opens(&bound, tenant, subject), "{tenant} {subject}");
        }
        assert!(!opens(&unbound, "", "") && !opens(&unbound, "ACME", ""));
        // What the options say goes before what the input says.
        let options = RestoreOptions::new().tenant("acme").subject("cust-42");
        let input = Input::new(&bound).tenant("other").subject("other");
        assert_eq!(engine.restore_with(input, options).unwrap().text(), "bo@example.com");
    }
}

#[test]
fn a_token_of_another_keyset_stays_closed() {
    let (ours, theirs) = (engine(Operator::tokenize(), &keyset()), engine(Operator::tokenize(), &keyset()));
    let out = redacted(&ours, "bo@example.com");
    let restored = theirs.restore(&out).unwrap();
    assert_eq!((restored.text(), restored.report().unknown()), (out.as_str(), 1));
    let renewed = theirs.retokenize(&out).unwrap();
    assert_eq!((renewed.text(), renewed.report().unknown()), (out.as_str(), 1));
}

#[test]
fn restoring_escapes_for_the_sink_and_holds_to_the_tolerance() {
    let keys = keyset();
    let names = wimple::Recognizer::regex("NICK", "Bo \"<b>\" & Co").unwrap();
    let policy = Policy::new().default(Operator::tokenize()).recognizer(names);
    let engine = Engine::builder().policy(policy).keyset(keys).build().unwrap();
    let out = redacted(&engine, "from Bo \"<b>\" & Co");
    let into = |sink: Sink| engine.restore_with(&out, sink).unwrap().into_text();
    assert_eq!(into(Sink::Text), "from Bo \"<b>\" & Co");
    assert_eq!(into(Sink::Json), "from Bo \\\"\\u003cb>\\\" & Co");
    assert_eq!(into(Sink::Html), "from Bo &quot;&lt;b&gt;&quot; &amp; Co");

    let shouted = out.to_uppercase();
    let exact = engine.restore_with(&shouted, Tolerance::Exact).unwrap();
    assert_eq!((exact.text(), exact.report().closed()), (shouted.as_str(), 1));
    let tolerant = engine.restore(&shouted).unwrap();
    assert_eq!(tolerant.text(), "FROM Bo \"<b>\" & Co");
    assert_eq!((tolerant.report().restored(), tolerant.report().normalized()), (1, 1));
}

#[test]
fn values_that_were_put_back_are_not_read_again() {
    let keys = keyset();
    let engine = engine(Operator::tokenize(), &keys);
    let inner = redacted(&engine, "bo@example.com");
    let link = format!("https://example.com/?mail={inner}");
    let url = Engine::builder()
        .policy(Policy::new().default(Operator::keep()).on(entity::URL, Operator::tokenize()))
        .keyset(keys)
        .build()
        .unwrap();
    let out = redacted(&url, &link);
    assert!(out.starts_with("wimd_url1"), "{out}");
    assert_eq!(url.restore(&out).unwrap().text(), link);
}

#[test]
fn what_may_not_be_kept_after_a_payment_is_never_a_token() {
    let keys = keyset();
    for operator in [Operator::tokenize().into(), Operator::encrypt(), Operator::hash()] {
        assert_eq!(redacted(&engine(operator, &keys), "cvv 123"), "cvv [CARD_VERIFICATION_CODE]");
    }
    let (engine, vault) = with_vault(Operator::tokenize(), &keys);
    let out = redacted(&engine, "cvv 123, bo@example.com");
    assert!(out.starts_with("cvv [CARD_VERIFICATION_CODE], wimv_email_address1"), "{out}");
    assert_eq!(wimple::vault::Vault::count(&*vault).unwrap(), 1);
}

#[test]
fn without_keys_there_are_no_tokens() {
    for operator in [Operator::tokenize().into(), Operator::encrypt()] {
        let name = Operator::name(&operator);
        let error = Engine::builder().policy(Policy::new().default(operator.clone())).build().unwrap_err();
        assert_eq!(error.code(), ErrorCode::Policy);
        assert!(error.to_string().contains(&format!("{name} needs a keyset")), "{error}");
    }
    let error = Engine::new().restore("bo").unwrap_err();
    assert_eq!(error.code() as u32, 710);
    assert!(matches!(error, Error::Token { .. }));
    assert_eq!(Engine::new().retokenize("bo").unwrap_err().code(), ErrorCode::Token);
    let out = redacted(&engine(Operator::tokenize(), &keyset()), MAIL);
    assert!(Engine::new().tokens(&out).iter().all(|token| token.state() == TokenState::UnknownKey));
}

#[test]
fn a_value_that_is_too_long_for_a_token_needs_a_vault() {
    let keys = keyset();
    let of_length = |length: usize| format!("see {}", "é7".repeat(length / 3) + &"7".repeat(length % 3));
    let policy = |operator: Operator| {
        let blob = wimple::Recognizer::regex("BLOB", "(é7+)+").unwrap();
        Engine::builder().policy(Policy::new().default(operator).recognizer(blob)).keyset(keys.clone())
    };
    let long = of_length(513);
    for operator in [Operator::tokenize().into(), Operator::encrypt()] {
        let engine = policy(operator).build().unwrap();
        let error = engine.redact(&long).unwrap_err();
        assert_eq!(error.code(), ErrorCode::Operator);
        let problem = "the value is longer than 512 bytes; a vault holds longer ones";
        assert!(error.to_string().ends_with(problem), "{error}");
        let longest = of_length(512);
        assert_eq!(engine.restore(&redacted(&engine, &longest)).unwrap().text(), longest);
    }
    let engine = policy(Operator::tokenize().into()).vault(Arc::new(MemoryVault::new())).build().unwrap();
    let out = redacted(&engine, &long);
    assert!(out.len() < 70);
    assert_eq!(engine.restore(&out).unwrap().text(), long);
}

#[test]
fn a_hash_is_a_token_where_there_is_a_keyset() {
    let keys = keyset();
    let policy = || Policy::new().default(Operator::hash());
    let key = || Secret::new(*b"0123456789abcdef0123456789abcdef");
    let both = Engine::builder().policy(policy()).keyset(keys.clone()).hash_key(key()).build().unwrap();
    let alone = Engine::builder().policy(policy()).hash_key(key()).build().unwrap();
    let card = "4111 1111 1111 1111";
    assert!(redacted(&both, card).starts_with("wimh_credit_card1"));
    assert!(redacted(&alone, card).starts_with("[CREDIT_CARD:"));
    assert_eq!(redacted(&both, card), redacted(&engine(Operator::hash(), &keys), "4111-1111-1111-1111"));
    let of = |tenant| both.redact(Input::new(card).tenant(tenant)).unwrap().into_text();
    assert_ne!(of("a"), of("b"));
    let about = |subject| both.redact(Input::new(card).subject(subject)).unwrap().into_text();
    assert_eq!(about("a"), about("b"));
}
