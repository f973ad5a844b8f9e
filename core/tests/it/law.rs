//! The law in the type of the policy: what is refused, what becomes a label, presets, and what makes one weaker.
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use wimple::{
    Allow, Category, Engine, EntityType, Error, Keyset, Operator, Policy, PolicyError, Recognizer, Rule,
    Score, Secret, Template, Weakening, entities, entity,
};

const CODES: [EntityType; 3] = [entity::CARD_VERIFICATION_CODE, entity::PIN, entity::CARD_TRACK];

fn back() -> Vec<Operator> {
    vec![
        Operator::placeholder().into(),
        Operator::tokenize().into(),
        Operator::encrypt(),
        Operator::fpe().into(),
        Operator::pseudonym(),
        Operator::shift_date().into(),
        Operator::custom("own"),
    ]
}

fn build(policy: Policy) -> Result<Engine, Error> {
    let key = Secret::new(*b"only an example, draw a real one");
    let keyset = Keyset::generate().unwrap();
    let custom = |_: &wimple::Finding, _: &str| Ok("[own]".to_owned());
    Engine::builder().policy(policy).hash_key(key).keyset(keyset).custom("own", custom).build()
}

fn refusal<T>(result: Result<T, Error>) -> PolicyError {
    match result {
        Err(Error::Policy(problem)) => *problem,
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("it was taken"),
    }
}

fn lines(weaker: &[Weakening]) -> Vec<String> {
    weaker.iter().map(Weakening::to_string).collect()
}

#[test]
fn codes_of_cards_are_named_in_no_reversible_line() {
    for entity in CODES {
        for operator in back() {
            let policies = [
                Policy::new().on(entity.clone(), operator.clone()),
                Policy::new().rule(Rule::new(operator.clone()).entity(entity.clone())),
                Policy::new()
                    .rule(Rule::new(operator.clone()).entity(entity::CUSTOMER_ID).entity(entity.clone())),
            ];
            for policy in policies {
                let problem = refusal(build(policy));
                assert!(problem.problem().contains(operator.name()), "{problem}");
            }
        }
    }
    // In a document with line and column.
    let document = "version = 1\n[on]\nPIN = \"tokenize\"\n";
    let problem = refusal(Policy::from_toml(document));
    assert_eq!((problem.line(), problem.column()), (3, 7));
    assert!(problem.problem().contains("3.3.1"), "{problem}");
}

const TEXT: &str = "card 4111 1111 1111 1111, cvv 123, PIN: 4711";

/// Whatever covers them among others, no code of a card comes out, and none can be had back.
#[test]
fn codes_of_cards_become_labels_where_they_are_covered() {
    for operator in back() {
        // Dates and numbers are asked for by their types, so that a default may not say these.
        for policy in [
            Policy::new().default(operator.clone()),
            Policy::new()
                .on_category(Category::Financial, operator.clone())
                .on_category(Category::Secret, operator.clone()),
            Policy::new()
                .rule(Rule::new(operator.clone()).category(Category::Financial).category(Category::Secret)),
            Policy::new().rule(Rule::new(operator.clone())),
        ] {
            let shown = |entity: &EntityType| policy.operator_for(entity).name() == "label";
            assert!(CODES.iter().all(shown), "{operator:?}");
            let Ok(engine) = build(policy.clone()) else { continue };
            let Ok(out) = engine.session().redact(TEXT) else { continue };
            let out = out.into_text();
            assert!(out.ends_with("cvv [CARD_VERIFICATION_CODE], PIN: [PIN]"), "{operator:?}: {out}");
        }
    }
}

#[test]
fn cards_show_six_and_four_at_most() {
    let wide = Operator::mask().keep_first(200).keep_last(200);
    assert!(refusal(build(Policy::new().on(entity::CREDIT_CARD, wide.clone()))).problem().contains("3.4.1"));
    let out = build(Policy::new().default(wide)).unwrap().redact(TEXT).unwrap().into_text();
    let digits = out.split(',').next().unwrap().bytes().filter(u8::is_ascii_digit).count();
    assert!(digits <= 10 && out.ends_with("cvv ***, PIN: ****"), "{out}");
}

#[test]
fn safe_harbor_has_no_derived_codes() {
    let preset = || Policy::preset("hipaa-safe-harbor").unwrap();
    let derived = [
        Operator::hash(),
        Operator::encrypt(),
        Operator::pseudonym(),
        Operator::fpe().into(),
        Operator::shift_date().into(),
        Operator::tokenize().into(),
    ];
    for operator in derived {
        let target = match operator.name() {
            "fpe" => entity::US_SSN,
            "shift_date" => entity::DATE_OF_BIRTH,
            _ => entity::PERSON,
        };
        // A reason does not help: this is no matter of more or less.
        let policy = preset().override_reason("we have always done it").on(target.clone(), operator.clone());
        let problem = refusal(build(policy));
        assert!(
            problem.problem().contains("164.514(c)") && problem.problem().contains(operator.name()),
            "{problem}"
        );
        let document = format!(
            "version = 1\nextends = [\"hipaa-safe-harbor\"]\noverride_reason = \"we have always done it\"\n[on]\n{target} = \"{}\"\n",
            operator.name()
        );
        match operator.name() {
            // A vault may draw tokens; whether there is one is known when the engine is made.
            "tokenize" => assert!(Policy::from_toml(&document).is_ok()),
            _ => assert_eq!(refusal(Policy::from_toml(&document)).line(), 5),
        }
    }
    let placeholder =
        preset().override_reason("a model needs them").on(entity::PERSON, Operator::placeholder());
    assert!(build(placeholder).is_ok(), "the tag of a placeholder is made of its number");
}

#[test]
fn presets_are_documents() {
    let names: Vec<_> = Policy::presets().collect();
    assert_eq!(names, ["pci-dss", "hipaa-safe-harbor", "gdpr", "ccpa"]);
    for name in names {
        let policy = Policy::preset(name).unwrap();
        let document = Policy::preset_document(name).unwrap();
        let extended = Policy::from_toml(&format!("version = 1\nextends = [\"{name}\"]")).unwrap();
        assert_eq!(policy, extended, "{name}");
        assert_eq!(Policy::from_json(&policy.to_json()).unwrap(), policy, "{name}");
        assert_eq!(policy.extends().collect::<Vec<_>>(), [name]);
        assert!(policy.warnings().is_empty() && policy.weaker_than(&policy).is_empty());
        // Each line follows a paragraph: above it, or above the lines before it without an empty one between.
        let mut explained = false;
        for line in document.lines() {
            match line {
                _ if line.starts_with("[[test]]") => break,
                "" => explained = false,
                _ if line.starts_with('#') => {
                    explained = line.bytes().any(|b| b.is_ascii_digit() || b == b'(')
                }
                "[on]" | "version = 1" => {}
                line => assert!(explained, "{name}: {line}"),
            }
        }
        // Its examples hold.
        let own = Policy::from_toml(document).unwrap();
        let failures = build(own).unwrap().check().unwrap();
        assert!(failures.is_empty(), "{name}: {failures:?}");
    }
    let problem = refusal(Policy::preset("pci-ds"));
    assert_eq!(
        (problem.problem(), problem.hint()),
        ("unknown preset \"pci-ds\"", Some("did you mean \"pci-dss\"?"))
    );
    let problem = refusal(Policy::from_toml("version = 1\nextends = [\"hippa\"]"));
    assert_eq!((problem.line(), problem.column()), (2, 12));
    assert!(Policy::preset_document("soc2").is_none());
}

/// What each preset does to each type, as a table that is looked at when it changes (`WIMPLE_BLESS=1` writes it anew).
#[test]
fn presets_do_what_their_tables_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/presets.tsv");
    let policies: Vec<_> = Policy::presets().map(|name| (name, Policy::preset(name).unwrap())).collect();
    let mut table = "type".to_owned();
    policies.iter().for_each(|(name, _)| table.push_str(&format!("\t{name}")));
    for info in entities().filter(|e| e.category() != Category::Benign) {
        let entity = EntityType::builtin(info.id()).unwrap();
        table.push_str(&format!("\n{entity}"));
        for (_, policy) in &policies {
            let looked_for = build(policy.clone()).unwrap().entities().contains(&entity);
            let done = if looked_for { policy.operator_for(&entity).name() } else { "-" };
            table.push_str(&format!("\t{done}"));
        }
    }
    table.push('\n');
    if std::env::var_os("WIMPLE_BLESS").is_some() {
        fs::write(&path, &table).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), table, "look at it, then WIMPLE_BLESS=1");
}

/// Rows of the table that no change may touch.
#[test]
fn what_presets_stand_for() {
    for name in Policy::presets() {
        let policy = Policy::preset(name).unwrap();
        for entity in CODES.iter().chain(&[entity::PASSWORD, entity::PRIVATE_KEY_BLOCK, entity::UK_NHS]) {
            assert_eq!(policy.operator_for(entity).name(), "label", "{name} {entity}");
        }
        for info in entities().filter(|e| e.category() != Category::Benign) {
            let entity = EntityType::builtin(info.id()).unwrap();
            let kept = policy.operator_for(&entity).name() == "keep";
            assert!(!kept || entity == entity::CARD_LAST_FOUR, "{name} keeps {entity}");
        }
    }
    let hipaa = Policy::preset("hipaa-safe-harbor").unwrap();
    for info in entities().filter(|e| e.category() != Category::Benign) {
        let entity = EntityType::builtin(info.id()).unwrap();
        let done = hipaa.operator_for(&entity).name();
        let coarse = [entity::AGE, entity::POSTAL_CODE].contains(&entity);
        assert_eq!(done, if coarse { "generalize" } else { "label" }, "{entity}");
    }
}

#[test]
fn a_weaker_policy_needs_a_reason() {
    let document = |lines: &str| format!("version = 1\nextends = [\"pci-dss\"]\n{lines}");
    // Stricter is always allowed.
    for lines in [
        "[on]\nCREDIT_CARD = \"label\"",
        "[on]\nCARD_LAST_FOUR = \"remove\"\nCREDIT_CARD = { operator = \"mask\", keep_last = 2 }",
        "[on]\nCREDIT_CARD = \"partial\"",
        "minimum_score = 0.3",
        "enable = [\"UUID\"]",
    ] {
        let policy = Policy::from_toml(&document(lines)).unwrap_or_else(|e| panic!("{lines}: {e}"));
        assert!(build(policy).is_ok());
    }
    // Weaker is not, wherever it is said; the error says where and what.
    for (lines, line, says) in [
        ("[on]\nCREDIT_CARD = { operator = \"mask\", keep_first = 6, keep_last = 4 }", 4, "CREDIT_CARD"),
        ("[on]\nCARD_EXPIRY = \"keep\"", 4, "CARD_EXPIRY"),
        ("default = \"tokenize\"", 2, "tokenize"),
        ("specimens = \"ignore\"", 3, "specimens"),
        ("minimum_score = 0.6", 2, "not reported"),
        ("disable = [\"CREDIT_CARD\"]", 2, "not looked for"),
        ("[[rule]]\npaths = [\"/public/**\"]\noperator = \"keep\"", 2, "at /public/**"),
        ("[[rule]]\nminimum_score = 0.9\noperator = \"keep\"", 2, "keep"),
        ("[[allow]]\nvalues = [\"4111 1111 1111 1111\"]", 3, "allow of 1"),
        ("[[benign]]\nname = \"order\"\nshape = \"'ORD'-9999\"", 3, "benign"),
    ] {
        let problem = refusal(Policy::from_toml(&document(lines)));
        assert_eq!(problem.line(), line, "{problem}");
        assert!(
            problem.problem().starts_with("weaker than pci-dss: ") && problem.problem().contains(says),
            "{problem}"
        );
        assert!(!problem.to_string().contains("4111"), "{problem}");
        let reason = format!("override_reason = \"decided on 2026-11-02\"\n{lines}");
        assert!(Policy::from_toml(&document(&reason)).is_ok(), "{lines}");
    }
    for (lines, line) in [("override_reason = \"because\"", 3), ("override_reason = 1", 3)] {
        assert_eq!(refusal(Policy::from_toml(&document(lines))).line(), line);
    }
    let alone = refusal(Policy::from_toml("version = 1\noverride_reason = \"nothing to override\""));
    assert_eq!(alone.hint(), Some("extends names no preset"));
    // Built in code, it is the engine that refuses.
    let built = Policy::preset("pci-dss").unwrap().on(entity::CARD_EXPIRY, Operator::keep());
    assert!(refusal(build(built.clone())).problem().contains("CARD_EXPIRY"));
    assert!(refusal(build(built.clone().override_reason("because"))).problem().contains("10 characters"));
    assert!(build(built.override_reason("decided on 2026-11-02")).is_ok());
}

/// Of several presets the stricter line of each type holds, in whatever order they are named.
#[test]
fn presets_add_up_to_the_stricter() {
    let names: Vec<_> = Policy::presets().collect();
    for a in &names {
        for b in names.iter().filter(|b| *b != a) {
            let both = format!("version = 1\nextends = [\"{a}\", \"{b}\"]");
            let both = Policy::from_toml(&both).unwrap_or_else(|e| panic!("{a} {b}: {e}"));
            for one in [a, b] {
                let weaker = both.weaker_than(&Policy::preset(one).unwrap());
                assert!(weaker.is_empty(), "{a} and {b}: {:?}", lines(&weaker));
            }
            assert_eq!(Policy::from_json(&both.to_json()).unwrap(), both);
        }
    }
}

#[test]
fn a_diff_says_what_became_weaker() {
    let before = Policy::from_toml(
        r#"
        version = 1
        enable = ["UUID"]
        [on]
        CREDIT_CARD = { operator = "mask", keep_last = 4 }
        contact = { operator = "placeholder", restorable = false }
        [[recognizer]]
        type = "CONTRACT_NO"
        regex = 'CT-\d{6}'
        "#,
    )
    .unwrap();
    let after = Policy::from_toml(
        r#"
        version = 1
        specimens = "ignore"
        minimum_score = 0.6
        [on]
        CREDIT_CARD = { operator = "mask", keep_first = 6, keep_last = 4 }
        contact = "placeholder"
        PERSON = "remove"
        [[rule]]
        paths = ["/own/*"]
        types = ["URL"]
        operator = "keep"
        [[recognizer]]
        type = "CONTRACT_NO"
        regex = 'CT-\d{7}'
        [[allow]]
        values = ["bo@example.com"]
        "#,
    )
    .unwrap();
    let said = lines(&after.weaker_than(&before));
    for line in [
        "CREDIT_CARD: mask keep_last = 4 became mask keep_first = 6 keep_last = 4: other or more parts are shown",
        "EMAIL_ADDRESS, PHONE_NUMBER: placeholder restorable = false became placeholder: the value can be had back",
        "UUID: label became not looked for: the value stays in the text",
        "URL at /own/*: label became keep: the value stays in the text",
        "all types: specimens = redact became specimens = ignore: test numbers stay in the text",
        "all types: no such allow became allow of 1 value or pattern: what is allowed stays in the text",
        "CONTRACT_NO: a recognizer became another recognizer: it may find less",
    ] {
        assert!(said.iter().any(|s| s == line), "{line} is not in\n{}", said.join("\n"));
    }
    assert!(said.iter().any(|s| s.contains("label became not reported at a low score")));
    assert!(!said.iter().any(|s| s.contains("bo@example.com")));
    let back = lines(&before.weaker_than(&after));
    assert!(back.iter().all(|s| !s.contains("CREDIT_CARD") && !s.contains("URL")), "{back:?}");
    let json = after.weaker_than(&before)[0].to_json();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(["types", "path", "was", "now", "why"].iter().all(|key| json.get(key).is_some()));
}

fn any_policy() -> impl Strategy<Value = Policy> {
    let operator = || {
        prop::sample::select(vec![
            Operator::keep(),
            Operator::remove(),
            Operator::label(),
            Operator::mask().into(),
            Operator::mask().keep_last(4).into(),
            Operator::partial().into(),
            Operator::hash(),
            Operator::placeholder().into(),
            Operator::placeholder().irreversible().into(),
            Operator::tokenize().into(),
            Operator::encrypt(),
        ])
    };
    let entity = || {
        prop::sample::select(vec![
            entity::PERSON,
            entity::URL,
            entity::CREDIT_CARD,
            entity::UUID,
            entity::PIN,
        ])
    };
    let category = || prop::sample::select(vec![Category::Contact, Category::Financial, Category::Secret]);
    let path = || prop::sample::select(vec!["", "/a/*", "/b/**", "*"]);
    (
        operator(),
        prop::collection::vec((entity(), operator()), 0..3),
        prop::collection::vec((category(), operator()), 0..2),
        prop::collection::vec((entity(), path(), 0u8..100, operator()), 0..3),
        (any::<bool>(), 0u8..100, entity(), entity(), 0usize..3),
    )
        .prop_map(|(default, types, categories, rules, (specimens, minimum, on, off, more))| {
            let mut policy =
                Policy::new().default(default).ignore_specimens(specimens).minimum_score(Score::new(minimum));
            for (entity, operator) in types {
                policy = policy.on(entity, operator);
            }
            for (category, operator) in categories {
                policy = policy.on_category(category, operator);
            }
            for (entity, path, minimum, operator) in rules {
                let rule = Rule::new(operator).entity(entity).minimum_score(Score::new(minimum));
                policy = policy.rule(if path.is_empty() { rule } else { rule.path(path) });
            }
            policy = match more {
                1 => policy
                    .allow(Allow::values(["x"]))
                    .recognizer(Recognizer::words("OWN_WORD", ["falcon"]).unwrap()),
                2 => policy.benign(Template::shape("order", "'ORD'-9999").unwrap()),
                _ => policy,
            };
            policy.enable(on).disable(off)
        })
}

/// A card that is no published specimen; nobody has it.
const CARD: &str = "4539 1488 0343 6467";

proptest! {
    /// A policy is not weaker than itself; keeping everything is as weak as can be, and removing everything as strict.
    #[test]
    fn weaker_is_an_order(policy in any_policy()) {
        prop_assert!(policy.weaker_than(&policy).is_empty());
        let mut strict = Policy::new().default(Operator::remove()).minimum_score(Score::new(0));
        for info in entities().filter(|e| e.category() != Category::Benign && !e.by_default()) {
            strict = strict.enable(EntityType::builtin(info.id()).unwrap());
        }
        if policy.recognizers().is_empty() {
            prop_assert!(strict.weaker_than(&policy).is_empty(), "{:?}", lines(&strict.weaker_than(&policy)));
        }
    }

    /// What holds for real texts: where no weakening is reported, the stricter policy leaves no value that the other took.
    #[test]
    fn nothing_new_stays_unsaid(a in any_policy(), b in any_policy(), path in prop::sample::select(vec!["", "/a/x"])) {
        let kept = |policy: &Policy| -> Option<Vec<String>> {
            // No specimen: where those are ignored, switching their type off lets another type take them.
            let text = TEXT.replace("4111 1111 1111 1111", CARD);
            let out = build(policy.clone()).ok()?.session().redact(wimple::Input::new(&text).path(path)).ok()?.into_text();
            Some([CARD, "123", "4711"].into_iter().filter(|v| out.contains(v)).map(str::to_owned).collect())
        };
        if let (Some(of_a), Some(of_b)) = (kept(&a), kept(&b))
            && a.weaker_than(&b).is_empty()
        {
            prop_assert!(of_a.iter().all(|value| of_b.contains(value)), "{:?} {:?}", of_a, of_b);
        }
    }

    /// The written form is read back with what it extends and why.
    #[test]
    fn documents_keep_presets(name in prop::sample::select(Policy::presets().collect::<Vec<_>>())) {
        let policy = Policy::preset(name).unwrap().on(entity::URL, Operator::keep()).override_reason("links are needed");
        let back = Policy::from_json(&policy.to_json()).unwrap();
        prop_assert_eq!(&back, &policy);
        prop_assert!(policy.to_json().contains("links are needed"));
    }
}
