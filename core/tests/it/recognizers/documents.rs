//! Recognizers in documents: what is refused where, what is not told, what reads back, how many there may be.
use super::*;

/// Documents that are wrong in their recognizers: where, and what is said.
#[rustfmt::skip]
const WRONG: &[(&str, usize, usize, &str)] = &[
    ("[[recognizer]]\nregex = 'ab'", 2, 1, "type is missing"),
    ("[[recognizer]]\ntype = \"CODE\"", 2, 1, "give regex, words, template or callback"),
    ("[[recognizer]]\ntype = \"CODE\"\nregex = 'ab'\nwords = [\"a\"]", 5, 9, "a recognizer finds in one way"),
    ("[[recognizer]]\ntype = \"code\"\nregex = 'ab'", 3, 8, "a type has 2 to 32 capitals"),
    ("[[recognizer]]\ntype = \"CODE_1\"\nregex = 'ab'", 3, 8, "as placeholders do"),
    ("[[recognizer]]\ntype = \"ORDER_REFERENCE\"\nregex = 'ab'", 3, 8, "benign twin"),
    ("[[recognizer]]\ntype = \"CODE\"\nregex = '('", 4, 9, "recognizer regex: is not a regular expression"),
    ("[[recognizer]]\ntype = \"CODE\"\nregex = 'a*'", 4, 9, "matches the empty text"),
    ("[[recognizer]]\ntype = \"CODE\"\nregex = []", 4, 9, "there is no pattern"),
    ("[[recognizer]]\ntype = \"CODE\"\nregex = ['a', 7]", 4, 15, "expected a string"),
    ("[[recognizer]]\ntype = \"CODE\"\nregex = '\\w{900}'", 4, 9, "too large"),
    ("[[recognizer]]\ntype = \"CODE\"\nwords = []", 4, 9, "is empty"),
    ("[[recognizer]]\ntype = \"CODE\"\nwords = [\"++\"]", 4, 9, "without a letter or digit"),
    ("[[recognizer]]\ntype = \"CODE\"\nwords = \"one\"", 4, 9, "expected a list"),
    ("[[recognizer]]\ntype = \"CODE\"\ntemplate = \"999\"", 4, 12, "must match 5 to 36 characters"),
    ("[[recognizer]]\ntype = \"CODE\"\ntemplate = \"99?999\"", 4, 12, "the notation does not know"),
    ("[[recognizer]]\ntype = \"CODE\"\ntemplate = \"99999?\"", 4, 12, "counts only with a context word"),
    ("[[recognizer]]\ntype = \"CODE\"\ntemplate = \"99999\"\ncheck = \"luhm\"", 5, 9, "did you mean \"luhn\"?"),
    ("[[recognizer]]\ntype = \"CODE\"\nregex = 'ab'\ncheck = \"luhn\"", 5, 9, "a check needs a template"),
    ("[[recognizer]]\ntype = \"CODE\"\nregex = 'ab'\nscore = 75", 5, 9, "did you mean 0.75?"),
    ("[[recognizer]]\ntype = \"CODE\"\nregex = 'ab'\ncontext = [\"a b\"]", 5, 11, "one word of letters"),
    ("[[recognizer]]\ntype = \"CODE\"\nregex = 'ab'\ncategory = \"busines\"", 5, 12, "did you mean \"business\"?"),
    ("[[recognizer]]\ntype = \"PERSON\"\nregex = 'ab'\ncategory = \"health\"", 5, 12, "keeps its category"),
    ("[[recognizer]]\ntype = \"CODE\"\nregex = 'ab'\nsensitivity = \"hihg\"", 5, 15, "did you mean \"high\"?"),
    ("[[recognizer]]\ntype = \"CODE\"\ncallback = false", 4, 12, "callback is true where there is one"),
    ("[[recognizer]]\ntype = \"CODE\"\nregx = 'ab'", 4, 1, "did you mean \"regex\"?"),
    ("[[recognizer]]\ntype = \"CODE\"\nregex = 'ab'\nname = \"a#b\"", 5, 8, "no # and no control characters"),
    ("enable = [\"CODE\"]\n[[recognizer]]\ntype = \"CODE\"\nregex = 'ab'", 2, 11, "unknown entity type"),
    ("[on]\nCONTRAKT_NO = \"keep\"\n[[recognizer]]\ntype = \"CONTRACT_NO\"\nregex = 'ab'", 3, 1, "did you mean \"CONTRACT_NO\"?"),
    ("[[rule]]\noperator = \"keep\"\ntypes = [\"CONTRAKT_NO\"]\n[[recognizer]]\ntype = \"CONTRACT_NO\"\nregex = 'ab'", 4, 10,
     "did you mean \"CONTRACT_NO\"?"),
    ("[[test]]\ntext = \"a\"\nfinds = [\"CONTRACT_NO\"]", 4, 10, "unknown entity type \"CONTRACT_NO\""),
];

#[test]
fn wrong_recognizers_are_refused_at_their_place() {
    for (document, line, column, said) in WRONG {
        let error = Policy::from_document(&format!("version = 1\n{document}")).expect_err(document);
        let Error::Policy(e) = &error else { panic!("{error} for {document}") };
        assert_eq!((e.line(), e.column()), (*line, *column), "{e}\nfor {document}");
        assert!(e.to_string().contains(said), "{e}\nfor {document}");
    }
}

#[test]
fn documents_do_not_tell_their_terms_and_patterns() {
    let table = "version = 1\n[[recognizer]]\ntype = \"CODE\"\n";
    for wrong in [
        "words = [\"xylocarp\"]\nwordss = 1",
        "words = [\"xylocarp\", 7]",
        "words = [\"xylocarp\", \"++\"]",
        "regex = 'xylocarp('",
        "regex = ['xylocarp', '']",
        "template = \"xylocarp\"",
        "words = [\"a\"]\ncontext = [\"xylocarp xylocarp\"]",
    ] {
        let error = Policy::from_document(&format!("{table}{wrong}")).expect_err(wrong);
        assert!(!format!("{error} {error:?}").contains("xylocarp"), "{error}");
    }
}

#[test]
fn what_is_written_reads_back() {
    let all = [
        Recognizer::regex("CODE", r#"a"\\d{3}\w"#).unwrap(),
        Recognizer::regexes("CODE", ["ab", r"c\d"]).unwrap().name("two of them").score(Score::new(29)),
        Recognizer::words("TERM", ["Blue Falcon", "東京", "C++"]).unwrap().context(["größe", "lot"]),
        Recognizer::template("NO", "='AB'~99999|9{5,8}?").unwrap().check(Check::Mod97).context(["no1"]),
        Recognizer::callback("SEAT")
            .unwrap()
            .category(Category::Account)
            .sensitivity(wimple::Sensitivity::Critical),
        Recognizer::regex("PERSON", "bob").unwrap(),
    ];
    let policy = all.into_iter().fold(Policy::new(), Policy::recognizer);
    assert_eq!(Policy::from_json(&policy.to_json()).unwrap(), policy);
    assert_ne!(Policy::from_json(&policy.to_json()).unwrap(), Policy::new());
    let given = |input: &Input<'_>| Ok(vec![Match::new(0..input.text().len().min(1))]);
    let engine = Engine::builder().policy(policy.clone()).recognizer(named("SEAT"), given).build().unwrap();
    assert_eq!(engine.policy(), &policy, "a declared callback is not declared again");
    let other = Engine::builder().recognizer(named("GATE"), given).build().unwrap();
    assert!(
        other.policy().to_json().contains(r#"{"callback":true,"type":"GATE"}"#),
        "{}",
        other.policy().to_json()
    );
}

#[test]
fn there_are_bounds() {
    let many =
        |n: usize| (0..n).fold(Policy::new(), |p, _| p.recognizer(Recognizer::regex("CODE", "ab").unwrap()));
    assert!(Engine::builder().policy(many(1000)).build().is_ok());
    assert!(Engine::builder().policy(many(1001)).build().is_err());
    let patterns = Recognizer::regexes("CODE", vec!["ab"; 1001]).unwrap();
    assert!(Engine::builder().policy(Policy::new().recognizer(patterns)).build().is_err());
    assert!(Recognizer::words("TERM", (0..100_001).map(|n| format!("term {n}"))).is_err());
    let long = Recognizer::words("TERM", (0..20_000).map(|n| format!("term{n}"))).unwrap();
    let engine = engine([long]);
    assert_eq!(redacted(&engine, "term17 term19999 term20000"), "[TERM] [TERM] term20000");
}
