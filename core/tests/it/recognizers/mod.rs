//! Recognizers of a user's own through the public door: what they find, what they win against, what is refused.
mod callbacks;
mod documents;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use wimple::{
    Allow, Category, Check, Engine, EntityType, Error, ErrorCode, Input, Limits, Match, Operator, Policy,
    Recognizer, Rule, Score, Template, Verdict, entity,
};

fn named(name: &str) -> EntityType {
    EntityType::named(name).unwrap()
}

fn engine(recognizers: impl IntoIterator<Item = Recognizer>) -> Engine {
    let policy = recognizers.into_iter().fold(Policy::new().names(false), Policy::recognizer);
    Engine::builder().policy(policy).build().unwrap()
}

fn redacted(engine: &Engine, text: &str) -> String {
    engine.redact(text).unwrap().into_text()
}

#[test]
fn words_are_found_however_they_are_written() {
    let words =
        ["Aurora", "Blue Falcon", "Projekt Müller", "Galaxy", ".NET", "C++", "AC/DC", "X2", "Go", "東京"];
    let engine = engine([Recognizer::words("TERM", words).unwrap()]);
    for (text, expected) in [
        ("aurora, AURORA and Auroras", "[TERM], [TERM] and [TERM]"),
        ("Aurora's and Aurora’s", "[TERM]'s and [TERM]’s"),
        ("des Projekt Müllers, PROJEKT-MULLER, projekt  mu\u{308}ller", "des [TERM], [TERM], [TERM]"),
        ("two blue falcons\nblue\nfalcon blue-falcon blue_falcon", "two [TERM]\n[TERM] [TERM] [TERM]"),
        ("galaxies and galaxy", "[TERM] and [TERM]"),
        ("“Aurora” (Aurora) Aurora.", "“[TERM]” ([TERM]) [TERM]."),
        ("in .NET, C++ and AC / DC", "in [TERM], [TERM] and [TERM]"),
        ("the X2 and a go", "the [TERM] and a [TERM]"),
        ("auroravision_aurora", "auroravision_[TERM]"),
        ("東京都 and Auroraを and 아Aurora를", "[TERM]都 and [TERM]を and 아[TERM]를"),
        // Near misses.
        (
            "auroral Auror bluefalcon blue, falcon blue x falcon",
            "auroral Auror bluefalcon blue, falcon blue x falcon",
        ),
        ("net C C+ AC DC X20 goes X2s", "net C C+ AC DC X20 goes X2s"),
        ("projekt mueller", "projekt mueller"),
    ] {
        assert_eq!(redacted(&engine, text), expected, "{text}");
    }
}

#[test]
fn the_longest_term_wins_and_the_first_place() {
    let engine =
        engine([Recognizer::words("CITY", ["York", "New York", "New York City", "City Hall"]).unwrap()]);
    assert_eq!(redacted(&engine, "new york city hall"), "[CITY] hall");
    assert_eq!(redacted(&engine, "new yorkers in York"), "new yorkers in [CITY]");
}

#[test]
fn matches_begin_and_end_where_words_do() {
    let engine = engine([
        Recognizer::regex("CONTRACT_NO", r"CT-\d{6}").unwrap(),
        Recognizer::regex("TAG", r"#\w+").unwrap(),
    ]);
    for (text, expected) in [
        ("CT-123456", "[CONTRACT_NO]"),
        ("(CT-123456), “CT-123456”", "([CONTRACT_NO]), “[CONTRACT_NO]”"),
        (
            "ACT-123456 CT-1234567 xCT-123456 éCT-123456 CT-123456_2",
            "ACT-123456 CT-1234567 xCT-123456 éCT-123456 CT-123456_2",
        ),
        ("番号CT-123456です", "番号[CONTRACT_NO]です"),
        ("a#b #été", "a[TAG] [TAG]"),
    ] {
        assert_eq!(redacted(&engine, text), expected, "{text}");
    }
}

#[test]
fn a_match_has_at_most_1024_bytes() {
    let engine = engine([Recognizer::regex("RUN", r"x[a-z ]*y").unwrap()]);
    let run = |n: usize| format!("x{}y", "a ".repeat(n / 2 - 1));
    assert_eq!(redacted(&engine, &run(1024)), "[RUN]");
    assert_eq!(redacted(&engine, &run(1026)), run(1026));
}

#[test]
fn templates_have_check_digits_and_claims() {
    let loyalty = Recognizer::template("LOYALTY_NO", "'L'-9999-9999").unwrap().check(Check::Luhn);
    let loyalty = engine([loyalty.context(["loyalty", "Kundenkarte"])]);
    let one = |text: &str| loyalty.analyze(text).unwrap().first().cloned();
    let valid = one("L-7992-7398").unwrap();
    assert_eq!((valid.evidence().verdict(), valid.score()), (Verdict::Valid, Score::new(95)));
    assert!(one("L-7992-7397").is_none());
    let claimed = one("my kundenkarte is l-7992-7397").unwrap();
    assert!(claimed.evidence().claimed() && claimed.score() == Score::new(50));

    let mod97 = engine([Recognizer::template("REF", "'RF'99X{4,20}").unwrap().check(Check::Mod97)]);
    // Letters and digits as one number leave 1 modulo 97.
    let good =
        (10..99).map(|n| format!("RF55AB{n}C")).filter(|text| !mod97.analyze(text).unwrap().is_empty());
    assert!((1..=2).contains(&good.count()));
}

#[test]
fn templates_stand_alone_as_the_catalogue_s_values_do() {
    let engine = engine([
        Recognizer::template("CUSTOMER_NO", "'K'~999999").unwrap(),
        Recognizer::template("BARE", "99999999").unwrap(),
        Recognizer::template("SOME", "9999999?").unwrap().context(["member"]),
    ]);
    for (text, expected) in [
        ("K-123456, k 123456 and K123456.", "[CUSTOMER_NO], [CUSTOMER_NO] and [CUSTOMER_NO]."),
        ("K-123456-7 XK-123456 K-1234567", "K-123456-7 XK-123456 K-1234567"),
        ("no 12345678 or #12345678", "no [BARE] or #[BARE]"),
        ("12345678-9 9-12345678 123456789 1.12345678", "12345678-9 9-12345678 123456789 1.12345678"),
        ("K\u{a0}123456", "[CUSTOMER_NO]"),
        (
            "1234567 is none of them at all, member 7654321 is",
            "1234567 is none of them at all, member [SOME] is",
        ),
    ] {
        assert_eq!(redacted(&engine, text), expected, "{text}");
    }
}

#[test]
fn context_words_and_scores_decide() {
    let weak = Recognizer::regex("CODE", r"\d{5}-\d{2}").unwrap().score(Score::new(40));
    let engine = engine([weak.context(["Größe", "lot"])]);
    let found = |input: Input<'_>| engine.analyze(input).unwrap().iter().map(|f| f.score().percent()).next();
    assert_eq!(found(Input::new("12345-67")), None);
    assert_eq!(found(Input::new("groesse 12345-67")), None);
    assert_eq!(found(Input::new("grosse 12345-67")), Some(55));
    assert_eq!(found(Input::new("LOT no. 12345-67")), Some(55));
    assert_eq!(found(Input::new("12345-67 (lot)")), Some(50));
    assert_eq!(found(Input::new("lots 12345-67")), None);
    assert_eq!(found(Input::new("12345-67").path("/goods/lot_no")), Some(55));
    assert_eq!(found(Input::new("12345-67").path("/lot/no")), None);
    assert_eq!(found(Input::new(&format!("lot {} 12345-67", "x".repeat(64)))), None);
    assert_eq!(found(Input::new("lot@example 12345-67")), None, "a word of an address says nothing");
}

#[test]
fn a_group_named_value_is_the_value() {
    let engine = engine([Recognizer::regex("SEAT", r"(?i)seat:? (?<value>\d{1,2}[a-k])( window)?").unwrap()]);
    assert_eq!(redacted(&engine, "Seat: 17C window, seat 3A"), "Seat: [SEAT] window, seat [SEAT]");
}

#[test]
fn overlaps_are_settled_by_the_same_order() {
    let engine = engine([
        Recognizer::regex("NINE", r"\d{3}-\d{2}-\d{4}").unwrap(),
        Recognizer::regex("SIXTEEN", r"\d{4} \d{4} \d{4} \d{4}").unwrap(),
        Recognizer::words("CODENAME", ["Example"]).unwrap(),
        Recognizer::regex("LONG", r"\d{3}-\d{2}-\d{4} extra").unwrap(),
    ]);
    for (text, expected) in [
        // Its owner wrote the form down, and nothing near speaks for the built-in one.
        ("472-81-0094", "[NINE]"),
        // The nearest word speaks for the built-in one, whose score is higher then.
        ("my ssn is 472-81-0094", "my ssn is [US_SSN]"),
        ("472-81-0094 extra", "[LONG]"),
        // A check that holds tells more than a form.
        ("4111 1111 1111 1111", "[CREDIT_CARD]"),
        ("4111 1111 1111 1112", "[SIXTEEN]"),
        ("mail bo@example.com, an example", "mail [EMAIL_ADDRESS], an [CODENAME]"),
    ] {
        assert_eq!(redacted(&engine, text), expected, "{text}");
    }
    // Inside a value that holds others it is a finding of its own.
    let findings = engine.analyze("https://shop.test/example?token=Zk3vPq81xw").unwrap();
    let names: Vec<&str> = findings.iter().map(|f| f.entity_type().name()).collect();
    assert_eq!(names[..2], ["URL", "CODENAME"]);
}

#[test]
fn twins_do_not_take_them_and_benign_templates_do() {
    let order = || Recognizer::template("ORDER_NO", "'ORD'-99999999").unwrap();
    let text = "my order ORD-12345678 was tracked";
    let own = Engine::builder().policy(Policy::new().recognizer(order())).build().unwrap();
    assert_eq!(redacted(&own, text), "my order [ORDER_NO] was tracked");
    let benign = Template::shape("order", "'ORD'-99999999").unwrap();
    let policy = Policy::new().recognizer(order()).benign(benign);
    let why = Engine::builder().policy(policy).build().unwrap().explain(text).unwrap();
    assert!(why.findings().is_empty());
    assert!(why.to_text().contains("ORDER_NO at 9..21: not kept, a template of the policy holds it"));
}

#[test]
fn rules_lists_tests_and_sessions_know_own_types() {
    let document = r#"
        version = 1
        default = "placeholder"

        [on]
        CODENAME = "remove"

        [[rule]]
        types = ["CONTRACT_NO"]
        paths = ["/public/**"]
        operator = "keep"

        [[allow]]
        values = ["CT-000000"]
        types = ["CONTRACT_NO"]

        [[recognizer]]
        type = "CONTRACT_NO"
        regex = 'CT-\d{6}'

        [[recognizer]]
        type = "CODENAME"
        words = ["Aurora"]
        category = "secret"

        [[test]]
        text = "aurora CT-123456 CT-123456"
        redacted = " [CONTRACT_NO_1] [CONTRACT_NO_1]"
        finds = ["CONTRACT_NO", "CODENAME"]
    "#;
    let policy = Policy::from_toml(document).unwrap();
    assert_eq!(policy, Policy::from_json(&policy.to_json()).unwrap());
    let engine = Engine::builder().policy(policy).build().unwrap();
    assert!(engine.check().unwrap().is_empty());
    let mut session = engine.session();
    let out = session.redact("for CT-123456 and CT-000000").unwrap();
    assert!(out.text().starts_with("for [CONTRACT_NO_1.") && out.text().ends_with(" and CT-000000"));
    assert_eq!(session.restore(out.text()).text(), "for CT-123456 and CT-000000");
    let kept = session.redact(Input::new("CT-123456").path("/public/a")).unwrap();
    assert_eq!(kept.text(), "CT-123456");
    let codename = &engine.analyze("Aurora").unwrap()[0];
    assert_eq!((codename.category(), codename.entity_type().name()), (Category::Secret, "CODENAME"));
    assert!(out.report().to_json().contains(r#""type":"CONTRACT_NO","operator":"keep""#));
}

#[test]
fn a_built_in_type_may_have_recognizers_of_one_s_own() {
    let own = || Recognizer::regex("CREDIT_CARD", r"TESTCARD-\d{4}").unwrap();
    let both = engine([own()]);
    assert_eq!(redacted(&both, "TESTCARD-1234, 4111 1111 1111 1111"), "[CREDIT_CARD], [CREDIT_CARD]");
    let finding = &both.analyze("TESTCARD-1234").unwrap()[0];
    assert_eq!((finding.entity_type(), finding.category()), (&entity::CREDIT_CARD, Category::Financial));
    assert_eq!(finding.evidence().recognizer().name(), "regex:CREDIT_CARD");
    // What is disabled is the built-in recognizer.
    let policy = Policy::new().recognizer(own()).disable(entity::CREDIT_CARD);
    let alone = Engine::builder().policy(policy).build().unwrap();
    assert_eq!(redacted(&alone, "TESTCARD-1234, 4111 1111 1111 1111"), "[CREDIT_CARD], 4111 1111 1111 1111");
    assert!(alone.entities().contains(&entity::CREDIT_CARD));
}

#[test]
fn order_and_customer_ids_come_from_templates() {
    // Built-in types that are off by default: a template of one's own finds them without switching them on.
    let engine = engine([
        Recognizer::template("ORDER_ID", "'SO'-99999999").unwrap(),
        Recognizer::template("CUSTOMER_ID", "'K'~999999").unwrap().check(Check::Luhn),
    ]);
    let text = "order SO-12345678 of K-123455, not order 4417720";
    assert_eq!(redacted(&engine, text), "order [ORDER_ID] of [CUSTOMER_ID], not order 4417720");
    assert_eq!(engine.analyze(text).unwrap()[1].category(), Category::Account);
}

#[test]
fn names_of_types_are_held_to_their_form() {
    for name in ["", "A", "contract", "9LIVES", "A-B", "A B", "A_", "_A", "ÄB", "CONTRACT_2", &"A".repeat(33)]
    {
        let error = Recognizer::regex(name, "ab").unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidArgument, "{name}");
        assert!(EntityType::named(name).is_err(), "{name}");
    }
    let twin = Recognizer::regex("ORDER_REFERENCE", "ab").unwrap_err();
    assert!(twin.to_string().contains("benign twin"), "{twin}");
    assert_eq!(named("IBAN2_X"), named("IBAN2_X"));
    assert_eq!(named("PERSON"), entity::PERSON);
}

#[test]
fn explanations_name_recognizer_and_pattern() {
    let engine = engine([
        Recognizer::regexes("CONTRACT_NO", [r"CT-\d{6}", r"[A-Z]{2}/\d{4}"]).unwrap().name("contracts 2019"),
        Recognizer::words("CODENAME", ["Aurora"]).unwrap(),
        Recognizer::regex("WEAK", r"w\d{4}").unwrap().score(Score::new(10)),
        Recognizer::template("SUMMED", "'S'99999").unwrap().check(Check::Luhn),
    ]);
    let why = engine.explain("AB/1234, Aurora, w1234, S12345").unwrap();
    let told = why.to_text();
    for line in [
        "CONTRACT_NO at 0..7, score 0.75; found by the recognizer contracts 2019#2; no check can tell",
        "CODENAME at 9..15, score 0.75; found by the recognizer words:CODENAME;",
        "WEAK at 17..22: not kept, its score is below the minimum",
        "SUMMED at 24..30: not kept, its check failed",
    ] {
        assert!(told.contains(line), "{line} in {told}");
    }
    assert!(why.to_json().contains(r#""recognizer":"contracts 2019#2""#));
    let built_in = Engine::new().explain("bo@example.com").unwrap().to_text();
    assert!(!built_in.contains("recognizer"), "{built_in}");
}

#[test]
fn labels_are_not_found_again() {
    let engine = engine([
        Recognizer::words("PROJECT_CODENAME", ["project", "codename"]).unwrap(),
        Recognizer::regex("CAPITALS", r"[A-Z_]{4,}").unwrap(),
        Recognizer::words("AURORA", ["Aurora"]).unwrap(),
    ]);
    for text in ["the project ABCD", "codename aurora, project", "[project] [ABCD] [AURORA_X] [CARD]"] {
        let once = redacted(&engine, text);
        assert_ne!(once, text);
        assert_eq!(redacted(&engine, &once), once, "{text}");
    }
    assert_eq!(
        redacted(&engine, "[CREDIT_CARD] [PERSON_1] [PERSON_1.k7q]"),
        "[CREDIT_CARD] [PERSON_1] [PERSON_1.k7q]"
    );
}

#[test]
fn nothing_beyond_reach_matters() {
    let engine = engine([
        Recognizer::regex("RUN", r"x[a-z ]*y").unwrap(),
        Recognizer::words("TERM", ["Blue Falcon"]).unwrap().context(["near"]),
        Recognizer::template("NO", "'C'-999999?").unwrap().context(["near"]),
    ]);
    let filler = "the parcel is late and nobody answers ".repeat(60);
    let inner = "\nx abc y blue falcon near C-123456\n";
    let spans = |text: &str, at: usize| -> Vec<(usize, usize, u8)> {
        let findings = engine.analyze(text).unwrap();
        let place = |f: &wimple::Finding| (f.span().start() - at, f.span().end() - at, f.score().percent());
        findings
            .iter()
            .filter(|f| f.span().start() >= at && f.span().end() <= at + inner.len())
            .map(place)
            .collect()
    };
    let plain = spans(&format!("{filler}{inner}{filler}"), filler.len());
    assert_eq!(plain.len(), 3);
    for far in ["near ", "x", "y", "Blue ", "near C-123456 blue falcon"] {
        let other = format!("{far}{filler}{inner}{filler}{far}");
        assert_eq!(spans(&other, far.len() + filler.len()), plain, "{far}");
    }
}

#[test]
fn spans_stay_disjoint_among_many_matches() {
    // Many matches at every word, of which each overlaps something, between values of the catalogue, of which some are
    // known only when the sign in their middle is seen.
    let mut all = vec![
        Recognizer::regex("PAIR", r"\w+[ .@]\w+").unwrap(),
        Recognizer::regex("TRIPLE", r"\w+\W\w+\W\w+").unwrap(),
        Recognizer::words("TERM", ["example com", "write", "to"]).unwrap(),
        Recognizer::template("NUMBER", "9{5,9}").unwrap(),
    ];
    all.extend((0..60).map(|n| Recognizer::regex(&format!("WORD{n}"), r"\w+").unwrap()));
    let engine = engine(all);
    let long = "first.second.third.fourth.fifth.sixth.seventh@example.com ";
    let pieces = [
        long,
        "write to ",
        "bo@example.com ",
        "192.0.2.1 ",
        "4111 1111 1111 1111 ",
        "é.b.c d ",
        "12345678 ",
        "\n",
    ];
    let mut state = 0x2545_F491_4F6C_DD1Du64;
    for length in [3, 30, 300, 1000] {
        for _ in 0..5 {
            let text: String = (0..length)
                .map(|_| {
                    state =
                        state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    pieces[(state >> 33) as usize % pieces.len()]
                })
                .collect();
            let findings = engine.analyze(&text).unwrap();
            // Nothing here holds others.
            for pair in findings.windows(2) {
                assert!(!pair[0].span().overlaps(pair[1].span()), "{} {} in {text:?}", pair[0], pair[1]);
            }
        }
    }
}

#[test]
fn entities_of_an_engine_include_its_own() {
    let engine = Engine::builder()
        .policy(Policy::new().recognizer(Recognizer::words("CODENAME", ["Aurora"]).unwrap()))
        .recognizer(named("SEAT"), |_| Ok(Vec::new()))
        .recognizer(entity::PERSON, |_| Ok(Vec::new()))
        .build()
        .unwrap();
    let types = engine.entities();
    let last: Vec<&str> = types.iter().rev().take(2).map(EntityType::name).collect();
    assert_eq!(last, ["SEAT", "CODENAME"]);
    assert_eq!(types.iter().filter(|t| **t == entity::PERSON).count(), 1);
    assert_eq!(types.len(), Engine::new().entities().len() + 2);
}

#[test]
fn what_cannot_work_is_refused_when_the_engine_is_made() {
    let words = |context: &str| Recognizer::words("TERM", ["Aurora"]).unwrap().context([context]);
    let template = |t: &str| Recognizer::template("TERM", t).unwrap();
    let wrong = [
        (Policy::new().recognizer(words("two words")), "one word"),
        (Policy::new().recognizer(words("")), "one word"),
        (Policy::new().recognizer(words("a").check(Check::Luhn)), "needs a template"),
        (Policy::new().recognizer(words("a").name("")), "name"),
        (Policy::new().recognizer(words("a").name("a#1")), "name"),
        (Policy::new().recognizer(words("a").category(Category::Benign)), "benign template"),
        (Policy::new().recognizer(template("99999?")), "context word"),
        (
            Policy::new().recognizer(words("a")).recognizer(template("99999").category(Category::Health)),
            "differ",
        ),
        (
            Policy::new().recognizer(Recognizer::regex("PERSON", "bob").unwrap().category(Category::Health)),
            "keeps its category",
        ),
        (Policy::new().recognizer(Recognizer::callback("SEAT").unwrap()), "callback of SEAT was not given"),
        (Policy::new().on(named("NOBODY"), Operator::remove()), "no recognizer finds NOBODY"),
        (Policy::new().rule(Rule::new(Operator::keep()).entity(named("NOBODY"))), "no recognizer finds"),
        (Policy::new().allow(Allow::values(["a"]).entity(named("NOBODY"))), "no recognizer finds"),
        (Policy::new().recognizer(words("a")).enable(named("TERM")), "could be enabled"),
        (Policy::new().recognizer(words("a")).disable(named("TERM")), "could be enabled"),
    ];
    for (policy, problem) in wrong {
        let error = Engine::builder().policy(policy).build().unwrap_err();
        assert_eq!(error.code(), ErrorCode::Policy);
        assert!(error.to_string().contains(problem), "{error}");
    }
}

#[test]
fn debug_shows_neither_patterns_nor_terms() {
    let policy = Policy::new()
        .recognizer(Recognizer::words("TERM", ["xylocarp"]).unwrap().context(["xylocarp"]))
        .recognizer(Recognizer::regex("CODE", "xylocarp").unwrap());
    let shown = format!("{policy:?} {policy:#?} {:?}", Engine::builder().policy(policy.clone()));
    assert!(shown.contains("TERM") && !shown.contains("xylocarp"), "{shown}");
    let errors = [
        Recognizer::regex("CODE", "xylocarp(").unwrap_err(),
        Recognizer::template("CODE", "xylocarp").unwrap_err(),
        Recognizer::words("TERM", ["xylocarp".repeat(9)]).unwrap_err(),
        Recognizer::regex("xylocarp", "a").unwrap_err(),
    ];
    for error in errors {
        assert!(!format!("{error} {error:?}").contains("xylocarp"), "{error}");
    }
}
