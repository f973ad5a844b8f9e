//! Policy documents: what is read, what is refused and where, and that no error holds a value.
use proptest::collection::vec as list;
use proptest::prelude::*;
use wimple::{
    Allow, Category, Engine, EngineBuilder, EntityType, Error, Finding, Generalization, Keyset, Operator,
    Policy, Rule, Score, Secret, Template, TokenForm, entity,
};

const DOCS: &str = include_str!("../../../docs/policy.md");

fn refused(document: &str) -> wimple::PolicyError {
    match Policy::from_document(document) {
        Err(Error::Policy(e)) => *e,
        Err(other) => panic!("{other} for {document}"),
        Ok(_) => panic!("accepted: {document}"),
    }
}

/// What is wrong, where, and what the hint holds (`""` where there is none).
#[rustfmt::skip]
const WRONG: &[(&str, usize, usize, &str)] = &[
    ("", 1, 1, "version = 1"),
    ("default = \"label\"", 1, 1, "version = 1"),
    ("version = 2", 1, 11, "version = 1"),
    ("version = \"1\"", 1, 11, "version = 1"),
    ("version = 1\nversion = 1", 2, 1, ""),
    ("version = 1\ndefualt = \"keep\"", 2, 1, "\"default\""),
    ("version = 1\nzzz = 1", 2, 1, "known keys here: version,"),
    ("version = 1\ndefault = \"msak\"", 2, 11, "\"mask\""),
    ("version = 1\ndefault = \"fold and burn\"", 2, 11, "known operators: keep, remove, label, mask, partial, hash, generalize, placeholder, tokenize, encrypt, fpe, pseudonym, shift_date, custom"),
    ("version = 1\ndefault = 4", 2, 11, ""),
    ("version = 1\ndefault = { operator = \"label\", keep_last = 4 }", 2, 33, "belongs to mask"),
    ("version = 1\ndefault = { operator = \"mask\", restorable = true }", 2, 32, "belongs to placeholder"),
    ("version = 1\ndefault = { operator = \"mask\", character = \"x\" }", 2, 44, ""),
    ("version = 1\ndefault = { operator = \"mask\", character = \"7\" }", 2, 44, ""),
    ("version = 1\ndefault = { operator = \"mask\", character = \" \" }", 2, 44, ""),
    ("version = 1\ndefault = { operator = \"mask\", character = \"\\u0007\" }", 2, 44, ""),
    ("version = 1\ndefault = { operator = \"mask\", character = \"**\" }", 2, 44, ""),
    ("version = 1\ndefault = { operator = \"mask\", keep_last = -1 }", 2, 44, ""),
    ("version = 1\ndefault = { operator = \"mask\", length = 0 }", 2, 41, ""),
    ("version = 1\ndefault = { operator = \"mask\", length = \"sam\" }", 2, 41, "\"same\""),
    ("version = 1\ndefault = { operator = \"mask\", roles = [\"a\"] }", 2, 32, "roles belongs to partial"),
    ("version = 1\ndefault = { operator = \"partial\", roles = [] }", 2, 43, "leave the key out"),
    ("version = 1\ndefault = { operator = \"partial\", roles = [\"\"] }", 2, 44, ""),
    ("version = 1\ndefault = { operator = \"partial\", role = \"a\" }", 2, 35, "\"roles\""),
    ("version = 1\ndefault = { operator = \"hash\", key = \"0123\" }", 2, 32, "known keys here"),
    ("version = 1\ndefault = { operator = \"hash\", to = \"year\" }", 2, 32, "belongs to generalize"),
    ("version = 1\ndefault = \"generalize\"", 2, 11, ""),
    ("version = 1\n[on]\nPERSON = \"generalize\"", 3, 10, ""),
    ("version = 1\n[on]\nlocation = \"generalize\"", 3, 12, ""),
    ("version = 1\n[on]\nIP_ADDRESS = { operator = \"generalize\", kind = \"age\" }", 3, 27, ""),
    ("version = 1\n[on]\nIP_ADDRESS = { operator = \"generalize\", kind = \"ages\" }", 3, 48, "\"age\""),
    ("version = 1\n[on]\nDATE_OF_BIRTH = { operator = \"generalize\", to = \"day\" }", 3, 49, "known values: year, month"),
    ("version = 1\n[on]\nDATE_OF_BIRTH = { operator = \"generalize\", width = 1 }", 3, 52, ""),
    ("version = 1\n[on]\nDATE_OF_BIRTH = { operator = \"generalize\", decimals = 3 }", 3, 55, ""),
    ("version = 1\n[[rule]]\noperator = \"generalize\"", 3, 12, ""),
    ("version = 1\n[[rule]]\ntypes = [\"IP_ADDRESS\", \"URL\"]\noperator = \"generalize\"", 4, 12, ""),
    ("version = 1\n[[rule]]\ntypes = [\"IP_ADDRESS\"]\ncategories = [\"network\"]\noperator = \"generalize\"", 5, 12, ""),
    ("version = 1\ndefault = \"custom\"", 2, 11, "name of a callback"),
    ("version = 1\ndefault = { operator = \"custom\" }", 2, 11, "name of a callback"),
    ("version = 1\ndefault = { operator = \"custom\", callback = \"\" }", 2, 45, ""),
    ("version = 1\ndefault = { operator = \"custom\", callback = \"bo@example.com\" }", 2, 45, ""),
    ("version = 1\ndefault = { operator = \"label\", callback = \"crm\" }", 2, 33, "belongs to custom"),
    ("version = 1\ndefault = { operator = \"tokenize\", form = \"exakt\" }", 2, 43, "\"exact\""),
    ("version = 1\ndefault = { operator = \"encrypt\", form = \"exact\" }", 2, 35, "belongs to tokenize"),
    ("version = 1\ndefault = { operator = \"tokenize\", key = \"0123\" }", 2, 36, "known keys here"),
    ("version = 1\ndefault = \"fpe\"", 2, 11, ""),
    ("version = 1\n[on]\nPERSON = \"fpe\"", 3, 10, ""),
    ("version = 1\n[on]\nCARD_VERIFICATION_CODE = \"fpe\"", 3, 26, ""),
    ("version = 1\n[on]\nUS_SSN = { operator = \"fpe\", keep_first = 7 }", 3, 43, ""),
    ("version = 1\n[on]\nUS_SSN = { operator = \"fpe\", keep_last = 5 }", 3, 42, ""),
    ("version = 1\n[on]\nUS_SSN = { operator = \"fpe\", character = \"#\" }", 3, 30, "belongs to mask"),
    ("version = 1\n[on]\nCREDIT_CARD = { operator = \"fpe\", keep_first = 6, keep_last = 4 }", 3, 28, ""),
    ("version = 1\ndefault = \"shift_date\"", 2, 11, ""),
    ("version = 1\n[on]\nAGE = \"shift_date\"", 3, 7, ""),
    ("version = 1\n[on]\nDATE_OF_BIRTH = { operator = \"shift_date\", least = 0 }", 3, 52, ""),
    ("version = 1\n[on]\nDATE_OF_BIRTH = { operator = \"shift_date\", most = 3661 }", 3, 51, ""),
    ("version = 1\n[on]\nDATE_OF_BIRTH = { operator = \"shift_date\", most = 9 }", 3, 51, ""),
    ("version = 1\n[on]\nDATE_OF_BIRTH = { operator = \"shift_date\", most = \"9\" }", 3, 51, ""),
    ("version = 1\n[on]\nDATE_OF_BIRTH = { operator = \"shift_date\", keep_weekday = 1 }", 3, 59, ""),
    ("version = 1\n[on]\nDATE_OF_BIRTH = { operator = \"shift_date\", width = 9 }", 3, 44, "belongs to generalize"),
    ("version = 1\ndefault = { operator = \"pseudonym\", least = 9 }", 2, 37, "belongs to shift_date"),
    ("version = 1\nminimum_score = 50", 2, 17, "0.50"),
    ("version = 1\nminimum_score = 1.5", 2, 17, ""),
    ("version = 1\nminimum_score = nan", 2, 17, ""),
    ("version = 1\nminimum_score = 0.555", 2, 17, ""),
    ("version = 1\nminimum_score = \"high\"", 2, 17, ""),
    ("version = 1\nspecimens = \"ignored\"", 2, 13, "\"ignore\""),
    ("version = 1\nenable = [\"EMAIL_ADRESS\"]", 2, 11, "\"EMAIL_ADDRESS\""),
    ("version = 1\nenable = [\"URL\"]\ndisable = [\"URL\"]", 3, 12, ""),
    ("version = 1\nenable = \"URL\"", 2, 10, ""),
    ("version = 1\n[on]\nCREDIT_CRAD = \"keep\"", 3, 1, "\"CREDIT_CARD\""),
    ("version = 1\n[[rule]]\ntypes = [\"URL\"]", 2, 1, "known operators"),
    ("version = 1\n[[rule]]\noperator = \"keep\"\ntypes = []", 4, 9, "leave the key out"),
    ("version = 1\n[[rule]]\noperator = \"keep\"\ncategories = [\"secrets\"]", 4, 15, "\"secret\""),
    ("version = 1\n[[rule]]\noperator = \"keep\"\npaths = [\"\"]", 4, 10, ""),
    ("version = 1\n[rule]\noperator = \"keep\"", 2, 1, ""),
    ("version = 1\n[[allow]]\nreason = \"ours\"", 2, 1, "values or patterns"),
    ("version = 1\n[[allow]]\npatterns = ['(']", 3, 13, ""),
    ("version = 1\n[[allow]]\npatterns = ['a)|(b']", 3, 13, ""),
    ("version = 1\n[[allow]]\npatterns = ['\\w{9999}']", 3, 13, ""),
    ("version = 1\n[[benign]]\nname = \"n\"", 2, 1, ""),
    ("version = 1\n[[benign]]\nname = \"n\"\nshape = \"99999999\"\nregex = \"9{8}\"", 5, 9, "one of them"),
    ("version = 1\n[[benign]]\nname = \"n\"\nregex = \"9*\"", 4, 9, ""),
    ("version = 1\n[[test]]\ntext = \"é\"", 2, 1, "redacted, finds or both"),
    ("version = 1\n[[test]]\nfinds = []", 2, 1, ""),
    ("version = 1\nenable = [\"URL\", \"éé\", 7]", 2, 18, "known entity types"),
    ("version = 1\ndefault = ", 2, 11, ""),
    ("version = 1\r\ndefault = \"abel\"\r\n", 2, 11, "\"label\""),
    ("{}", 1, 1, "version = 1"),
    ("{\"version\": 1,}", 1, 14, ""),
    ("{\"version\": 1, // no\n \"default\": \"keep\"}", 1, 16, ""),
    ("{\"version\": 1, \"version\": 1}", 1, 16, ""),
    ("{\"version\": 1,\n \"default\": null}", 2, 13, ""),
    ("{\"version\": 1,\n \"rules\": []}", 2, 2, "\"rule\""),
    ("{\"version\": 1,\n \"rule\": [{\"operator\": \"keep\", \"type\": []}]}", 2, 32, "\"types\""),
    ("{\"version\": 1", 1, 1, ""),
];

#[test]
fn wrong_documents_are_refused_at_their_place() {
    for (document, line, column, hint) in WRONG {
        let e = refused(document);
        assert_eq!((e.line(), e.column()), (*line, *column), "{e}\nfor {document}");
        match e.hint() {
            Some(given) => assert!(!hint.is_empty() && given.contains(hint), "{e}\nfor {document}"),
            None => assert_eq!("", *hint, "{e}\nfor {document}"),
        }
    }
}

#[test]
fn an_error_shows_the_slip_and_nothing_else() {
    let e = refused("version = 1\n[[rule]]\ntypes = [\"CREDIT_CARD\", \"EMAIL_ADRESS\"] # call bob");
    assert_eq!(
        e.to_string(),
        "policy 3:25: unknown entity type \"EMAIL_ADRESS\"\n\
         3 | types = [\"CREDIT_CARD\", \"EMAIL_ADRESS\"] # …\n  |                         ^^^^^^^^^^^^^^\n\
         did you mean \"EMAIL_ADDRESS\"?"
    );
    let e = refused("{\"version\": 1, \"allow\": [{\"values\": [\"bob\", \"al ice\"], \"reson\": \"pal\"}]}");
    let shown = "1 | {\"version\": …, \"allow\": [{\"values\": [\"…\", \"…\"], \"reson\": \"…\"}]}";
    assert!(e.to_string().contains(shown), "{e}");
    let long = "a".repeat(65);
    assert!(!refused(&format!("version = 1\ndefault = \"{long}\"")).to_string().contains("aaa"));
}

#[test]
fn toml_and_json_say_the_same() {
    let toml = r#"
        version = 1
        default = { operator = "mask", keep_last = 4, character = "•", length = 8, keep_separators = false }
        minimum_score = 0.29
        specimens = "ignore"
        enable = ["URL"]
        disable = ["POSTAL_CODE"]
        [on]
        JWT = "remove"
        person = "hash"
        DATE_OF_BIRTH = { operator = "generalize", kind = "date", to = "month", width = 5, decimals = 0 }
        US_SSN = { operator = "custom", callback = "crm" }
        EMAIL_ADDRESS = { operator = "tokenize", form = "canonical" }
        IBAN_CODE = "encrypt"
        CREDIT_CARD = { operator = "fpe", keep_first = 1, keep_last = 4 }
        PERSON = "pseudonym"
        contact = { operator = "placeholder", restorable = false }
        [[rule]]
        name = "cards"
        types = ["CREDIT_CARD"]
        categories = ["secret"]
        paths = ["/customer/*"]
        minimum_score = 0.2
        operator = "mask"
        keep_first = 2
        [[rule]]
        types = ["DATE_OF_BIRTH"]
        operator = "shift_date"
        least = 7
        most = 700
        keep_weekday = true
        [[rule]]
        name = "phones"
        types = ["PHONE_NUMBER"]
        operator = "partial"
        roles = ["billing", "fraud"]
        [[allow]]
        values = ["support@example.com"]
        patterns = ['.*@example\.org']
        types = ["EMAIL_ADDRESS"]
        reason = "ours"
        [[benign]]
        name = "order"
        regex = 'ORD-\d{8}'
        [[test]]
        name = "t"
        text = "a"
        redacted = "a"
        finds = []
    "#;
    let json = r#"{"version": 1, "default": {"operator": "mask", "keep_last": 4, "character": "\u2022", "length": 8,
        "keep_separators": false}, "minimum_score": 0.29, "specimens": "ignore", "enable": ["URL"],
        "disable": ["POSTAL_CODE"],
        "on": {"contact": {"operator": "placeholder", "restorable": false}, "JWT": "remove", "person": "hash",
        "US_SSN": {"operator": "custom", "callback": "crm"},
        "EMAIL_ADDRESS": {"operator": "tokenize", "form": "canonical"}, "IBAN_CODE": "encrypt", "PERSON": "pseudonym",
        "CREDIT_CARD": {"operator": "fpe", "keep_first": 1, "keep_last": 4},
        "DATE_OF_BIRTH": {"operator": "generalize", "kind": "date", "to": "month", "width": 5, "decimals": 0}},
        "rule": [{"name": "cards", "types": ["CREDIT_CARD"], "categories": ["secret"], "paths": ["/customer/*"],
        "minimum_score": 0.2, "operator": "mask", "keep_first": 2},
        {"types": ["DATE_OF_BIRTH"], "operator": "shift_date", "least": 7, "most": 700, "keep_weekday": true},
        {"name": "phones", "types": ["PHONE_NUMBER"], "operator": "partial", "roles": ["billing", "fraud"]}],
        "allow": [{"values": ["support@example.com"], "patterns": [".*@example\\.org"], "types": ["EMAIL_ADDRESS"],
        "reason": "ours"}], "benign": [{"name": "order", "regex": "ORD-\\d{8}"}],
        "test": [{"name": "t", "text": "a", "redacted": "a", "finds": []}]}"#;
    let built = Policy::new()
        .default(Operator::mask().keep_last(4).character('•').fixed_length(8).keep_separators(false))
        .minimum_score(Score::new(29))
        .ignore_specimens(true);
    let policy = Policy::from_document(toml).unwrap();
    assert_eq!(policy, Policy::from_document(json).unwrap());
    assert_eq!(policy, Policy::from_json(&policy.to_json()).unwrap());
    assert_ne!(policy, built);
    assert_eq!(policy.tests()[0].finds(), Some(&[][..]));
}

/// With the keys and the callback that the page's examples are told with.
fn builder(policy: Policy) -> EngineBuilder {
    without_keyset(policy).keyset(Keyset::generate().unwrap())
}

fn without_keyset(policy: Policy) -> EngineBuilder {
    let customer =
        |_: &Finding, value: &str| Ok(if value == "bo@example.com" { "[customer 17]" } else { "" }.into());
    Engine::builder()
        .policy(policy)
        .hash_key(Secret::new(*b"a key of docs/policy.md, no more"))
        .custom("crm", customer)
}

#[test]
fn the_document_page_is_true() {
    let mut blocks = 0;
    for block in DOCS.split("```toml\n").skip(1) {
        let example = block.split("```").next().unwrap();
        let policy = Policy::from_toml(example).unwrap_or_else(|e| panic!("{e}\nin\n{example}"));
        // A keyset makes tokens of hashes, which are others with every keyset: only where it is needed.
        let engine = without_keyset(policy.clone()).build().or_else(|_| builder(policy).build()).unwrap();
        assert_eq!(engine.check().unwrap().iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
        blocks += 1;
    }
    assert!(blocks >= 8, "{blocks}");
}

#[test]
fn debug_hides_values_and_texts() {
    let policy = Policy::from_toml(
        "version = 1\n[[allow]]\nvalues = [\"7f3a99\"]\npatterns = ['x7f3a99']\n[[test]]\ntext = \"7f3a99\"\nfinds = []",
    )
    .unwrap();
    let shown = format!("{policy:?} {policy:#?}");
    assert!(shown.contains("Allow") && shown.contains("minimum") && !shown.contains("7f3a99"), "{shown}");
    let error = Allow::pattern("7f3a99(").unwrap_err();
    assert!(!format!("{error} {error:?}").contains("7f3a99"));
}

#[test]
fn own_contacts_are_allowed_by_domain_and_number() {
    let ours = Allow::pattern(r"(?i).*@([a-z0-9-]+\.)*example\.org").unwrap().entity(entity::EMAIL_ADDRESS);
    let hotline =
        Allow::pattern(r"(\+?1[-. ]?)?\(?800\)?[-. ]?555[-. ]?0100").unwrap().entity(entity::PHONE_NUMBER);
    let engine = Engine::builder().policy(Policy::new().allow(ours).allow(hotline)).build().unwrap();
    for kept in [
        "help@example.org",
        "Help@Desk.Example.org",
        "call 1-800-555-0100",
        "call (800) 555-0100",
        "call 800.555.0100",
        "call +1 800 555 0100",
    ] {
        let done = engine.redact(kept).unwrap();
        assert_eq!((done.text(), done.findings().len()), (kept, 1), "found, reported and kept");
    }
    for covered in [
        "help@example.org.example.com",
        "help@notexample.org",
        "help@example.com",
        "call 1-800-555-0101",
        "call +44 20 7946 0018",
    ] {
        assert_ne!(engine.redact(covered).unwrap().text(), covered);
    }
}

#[test]
fn size_and_depth_are_bounded() {
    let long = format!("version = 1\n#{}", "x".repeat(1 << 20));
    assert!(matches!(Policy::from_document(&long), Err(Error::Limit { .. })));
    for n in [20, 100, 100_000] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            refused(&format!("{{\"version\": 1, \"on\": {}1{}}}", open.repeat(n), close.repeat(n)));
        }
        refused(&format!("version = 1\nenable = {}{}", "[".repeat(n), "]".repeat(n)));
        refused(&format!("version = 1\n{}b = 1", "a.".repeat(n)));
    }
}

fn operators() -> impl Strategy<Value = Operator> {
    let mask = (0..9usize, 0..9usize, prop::sample::select(vec!['*', '•', '#']), any::<bool>(), 0..9usize)
        .prop_map(|(first, last, character, separators, length)| {
            let mask = Operator::mask().keep_first(first).keep_last(last).character(character);
            let mask = mask.keep_separators(separators);
            Operator::from(if length > 0 { mask.fixed_length(length) } else { mask })
        });
    prop_oneof![
        Just(Operator::keep()),
        Just(Operator::remove()),
        Just(Operator::label()),
        Just(Operator::placeholder().into()),
        Just(Operator::placeholder().irreversible().into()),
        Just(Operator::hash()),
        list("[a-z]{1,9}", 0..3).prop_map(|roles| {
            roles.into_iter().fold(Operator::partial(), |partial, role| partial.role(role)).into()
        }),
        Just(Operator::custom("crm")),
        Just(Operator::tokenize().into()),
        Just(Operator::tokenize().form(TokenForm::Canonical).into()),
        Just(Operator::encrypt()),
        Just(Operator::pseudonym()),
        mask,
    ]
}

/// With options of every sort; those that do not concern the type do no harm.
fn generalize() -> impl Strategy<Value = Operator> {
    (any::<bool>(), any::<bool>(), 2..=50u8, 0..=2u8).prop_map(|(kind, month, width, decimals)| {
        let plain = Operator::generalize().width(width).decimals(decimals);
        let plain = if month { plain.to_month() } else { plain };
        (if kind { plain.kind(Generalization::Date) } else { plain }).into()
    })
}

fn types() -> impl Strategy<Value = EntityType> {
    prop::sample::select(vec![entity::URL, entity::JWT, entity::PERSON, entity::IBAN_CODE])
}

fn rules() -> impl Strategy<Value = Rule> {
    let category = prop::sample::select(Category::ALL.to_vec());
    (
        operators(),
        list(types(), 0..3),
        list(category, 0..3),
        list(".{1,9}", 0..3),
        prop::option::of(0..=100u8),
    )
        .prop_map(|(operator, types, categories, paths, minimum)| {
            let rule = types.into_iter().fold(Rule::new(operator), Rule::entity);
            let rule = categories.into_iter().fold(rule, Rule::category);
            let rule = paths.into_iter().fold(rule, Rule::path);
            minimum.into_iter().fold(rule.name("r"), |r, m| r.minimum_score(Score::new(m)))
        })
}

fn policies() -> impl Strategy<Value = Policy> {
    let category = prop::sample::select(Category::ALL.to_vec());
    (
        (operators(), 0..=100u8, any::<bool>(), list((types(), any::<bool>()), 0..4)),
        list((types(), operators()), 0..4),
        list((category, operators()), 0..4),
        list(rules(), 0..4),
        list(list(".{1,9}", 1..4), 0..3),
        prop::option::of(generalize()),
    )
        .prop_map(|((default, minimum, specimens, switches), on, on_category, rules, allow, general)| {
            let mut p =
                Policy::new().default(default).minimum_score(Score::new(minimum)).ignore_specimens(specimens);
            for (entity, up) in switches {
                p = if up { p.enable(entity) } else { p.disable(entity) };
            }
            p = on.into_iter().fold(p, |p, (e, o)| p.on(e, o));
            p = general.into_iter().fold(p, |p, o| p.on(entity::DATE_OF_BIRTH, o));
            p = on_category.into_iter().fold(p, |p, (c, o)| p.on_category(c, o));
            p = rules.into_iter().fold(p, Policy::rule);
            p = allow
                .into_iter()
                .fold(p, |p, v| p.allow(Allow::values(v).entity(entity::PERSON).reason("r")));
            p.allow(Allow::pattern(r"(?i).*@example\.org").unwrap())
                .benign(Template::regex("o", r"OR\d{8}").unwrap())
        })
}

/// A right document with a canary wherever a value may stand. It starts with a digit, so that no part of it can be
/// taken for a mistyped name.
const CANARY: &str = "7f3a99@zz";

fn with_canaries(json: bool) -> String {
    let toml = format!(
        "version = 1\ndefault = \"mask\"\n[[allow]]\nvalues = [\"{CANARY}\", '{CANARY}']\npatterns = ['{CANARY}']\n\
         reason = \"r\"\n[[test]]\nname = \"n\"\ntext = \"\"\"\n{CANARY}\n{CANARY}\"\"\"\nredacted = \"{CANARY}\"\n"
    );
    if json { Policy::from_toml(&toml).unwrap().to_json() } else { toml }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_is_written_reads_back(policy in policies()) {
        prop_assert_eq!(&Policy::from_json(&policy.to_json()).unwrap(), &policy);
        prop_assert!(builder(policy).build().is_ok());
    }

    #[test]
    fn no_text_panics(document in "\\PC{0,60}", bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        for text in [document.as_str(), &String::from_utf8_lossy(&bytes)] {
            for reader in [Policy::from_document, Policy::from_toml, Policy::from_json] {
                if let Err(e) = reader(text) { let _ = e.to_string(); }
            }
        }
    }

    #[test]
    fn no_tokens_panic(tokens in prop::collection::vec(prop::sample::select(vec![
        "version = 1\n", "default", "=", "\"mask\"", "{", "}", "[", "]", "[[rule]]", "[[allow]]\n", "'", "\"", "\"\"\"",
        "\n", "\r\n", ",", ":", "0.5", "é", "\u{0}", "\\u", "\\ud800", "#", ".", "types", "\"version\": 1", "inf", "1979-05-27",
    ]), 0..30)) {
        let text = tokens.concat();
        for reader in [Policy::from_toml, Policy::from_json] {
            if let Err(e) = reader(&text) { let _ = e.to_string(); }
        }
    }

    #[test]
    fn no_error_holds_a_value(json: bool, at in 0.0..1.0f64, cut in 0..12usize, put in "[ -~\n]{0,3}") {
        let right = with_canaries(json);
        let at = (right.len() as f64 * at) as usize;
        let end = (at + cut).min(right.len());
        let wrong = format!("{}{put}{}", &right[..at], &right[end..]);
        for reader in [Policy::from_toml, Policy::from_json] {
            if let Err(e) = reader(&wrong) {
                let shown = format!("{e} {e:?}");
                prop_assert!(!shown.contains("7f3a") && !shown.contains("a99"), "{}", shown);
            }
        }
    }
}
