//! Sessions: numbers that stay, the way back, and what never opens.
use proptest::prelude::*;
use wimple::{Engine, ErrorCode, Input, Operator, Policy, Session, Tolerance, entity};

const CARD: &str = "4111 1111 1111 1111";
const OTHER: &str = "5555 5555 5555 4444";

fn session() -> Session {
    // Some ways to write a placeholder look like names.
    let policy = Policy::new().default(Operator::placeholder()).names(false);
    Engine::builder().policy(policy).build().unwrap().session()
}

/// A session that has given out `[CREDIT_CARD_1.tag]` for [`CARD`], and the tag.
fn with_card() -> (Session, String) {
    let mut session = session();
    let out = session.redact(format!("card {CARD}").as_str()).unwrap().into_text();
    let tag = out
        .strip_prefix("card [CREDIT_CARD_1.")
        .and_then(|rest| rest.strip_suffix(']'))
        .expect(&out)
        .to_owned();
    assert!(tag.len() == 3 && tag.bytes().all(|b| b"qpzry9x8gf2tvdw0s3jn54khce6mua7l".contains(&b)), "{tag}");
    (session, tag)
}

/// `@` stands for the tag, `~` for what the value takes the place of.
const VARIATIONS: &[(&str, &str)] = &[
    // to the letter, and what stays outside
    ("[CREDIT_CARD_1.@]", "~"),
    ("x[CREDIT_CARD_1.@]y", "x~y"),
    ("**[CREDIT_CARD_1.@]**", "**~**"),
    ("_[CREDIT_CARD_1.@]_", "_~_"),
    ("`[CREDIT_CARD_1.@]`", "`~`"),
    ("\"[CREDIT_CARD_1.@]\"", "\"~\""),
    ("“[CREDIT_CARD_1.@]”", "“~”"),
    ("[CREDIT_CARD_1.@]'s", "~'s"),
    ("[CREDIT_CARD_1.@]’s", "~’s"),
    ("[CREDIT_CARD_1.@]s, and", "~s, and"),
    ("[CREDIT_CARD_1.@](see below)", "~(see below)"),
    ("([CREDIT_CARD_1.@])", "(~)"),
    ("<[CREDIT_CARD_1.@]>", "<~>"),
    ("[CREDIT_CARD_1.@].", "~."),
    ("[[CREDIT_CARD_1.@]", "[~"),
    // letter case
    ("[credit_card_1.@]", "~"),
    ("[Credit_Card_1.@]", "~"),
    ("[cREDIT_cARD_1.@]", "~"),
    // gaps
    ("[CREDIT CARD 1.@]", "~"),
    ("[CREDIT-CARD-1.@]", "~"),
    ("[Credit Card_1.@]", "~"),
    ("[CREDITCARD1.@]", "~"),
    ("[CreditCard1.@]", "~"),
    ("[creditcard 1.@]", "~"),
    ("[CREDIT\u{A0}CARD\u{A0}1.@]", "~"),
    ("[CREDIT\u{202F}CARD\u{2009}1.@]", "~"),
    ("[CREDIT\u{2011}CARD\u{2013}1.@]", "~"),
    ("[CREDIT__CARD__1.@]", "~"),
    ("[CREDIT_CARD_-1.@]", "~"),
    ("[ CREDIT_CARD_1.@ ]", "~"),
    ("[CREDIT _ CARD _ 1 . @]", "~"),
    ("[CREDIT_CARD_1 .@]", "~"),
    ("[CREDIT_CARD_1. @]", "~"),
    ("[CREDIT\tCARD\t1.@]", "~"),
    // brackets
    ("【CREDIT_CARD_1.@】", "~"),
    ("〔CREDIT_CARD_1.@〕", "~"),
    ("(CREDIT_CARD_1.@)", "~"),
    ("<CREDIT_CARD_1.@>", "~"),
    ("{CREDIT_CARD_1.@}", "~"),
    ("[[CREDIT_CARD_1.@]]", "~"),
    ("{{CREDIT_CARD_1.@}}", "~"),
    ("{{ credit_card_1.@ }}", "~"),
    ("<<CREDIT_CARD_1.@>>", "~"),
    ("((CREDIT_CARD_1.@))", "~"),
    ("【【CREDIT_CARD_1.@】】", "~"),
    ("［CREDIT_CARD_1.@］", "~"),
    ("（CREDIT_CARD_1.@）", "~"),
    ("＜CREDIT_CARD_1.@＞", "~"),
    ("｛CREDIT_CARD_1.@｝", "~"),
    ("[{CREDIT_CARD_1.@}]", "[~]"),
    // full-width forms
    ("[ＣＲＥＤＩＴ＿ＣＡＲＤ＿１．@]", "~"),
    ("［credit＿card＿１．@］", "~"),
    // backslashes of Markdown and JSON
    ("\\[CREDIT_CARD_1.@\\]", "~"),
    ("\\[CREDIT\\_CARD\\_1.@\\]", "~"),
    ("[CREDIT\\_CARD\\_1.@]", "~"),
    ("[CREDIT\\_CARD\\_1\\.@]", "~"),
    ("\\\\[CREDIT\\\\_CARD\\\\_1.@\\\\]", "~"),
    ("\\(CREDIT_CARD_1.@\\)", "~"),
    ("\\u005bCREDIT_CARD_1.@\\u005D", "~"),
    ("[CREDIT\\u005FCARD_1.@]", "~"),
    ("[CREDIT_CARD\\n1.@]", "~"),
    ("[CREDIT\\tCARD\\t1.@]", "~"),
    ("\\{\\{CREDIT_CARD_1.@\\}\\}", "~"),
    // entities of HTML
    ("&#91;CREDIT_CARD_1.@&#93;", "~"),
    ("&#x5B;CREDIT_CARD_1.@&#x5d;", "~"),
    ("&lsqb;CREDIT_CARD_1.@&rsqb;", "~"),
    ("&lbrack;CREDIT&lowbar;CARD&#95;1&period;@&rbrack;", "~"),
    ("&lt;CREDIT_CARD_1.@&gt;", "~"),
    ("&lt;&lt;CREDIT_CARD_1.@&gt;&gt;", "~"),
    ("[CREDIT&nbsp;CARD&nbsp;1.@]", "~"),
    ("[CREDIT&#160;CARD_1.@]", "~"),
    ("[CREDIT&shy;_CARD_1.@]", "~"),
    // invisible characters
    ("[CREDIT_\u{200B}CARD_1.@]", "~"),
    ("[\u{FEFF}CREDIT_CARD_1.@\u{2060}]", "~"),
    ("[CRE\u{AD}DIT_CARD_1.@]", "~"),
    ("[CREDIT_CARD_1\u{200D}.@]", "~"),
    // one line break
    ("[CREDIT_CARD_\n1.@]", "~"),
    ("[CREDIT\nCARD_1.@]", "~"),
    ("[CREDIT_CARD_1.\r\n@]", "~"),
    ("[CREDIT_\r\n  CARD_1.@]", "~"),
    ("[\nCREDIT_CARD_1.@]", "~"),
    // several at once
    ("**\\[Credit&nbsp;Card\u{200B}-1.@\\]**'s", "**~**'s"),
    ("> 【credit\u{2011}card\n1 . @】!", "> ~!"),
];

/// What comes close and stays as it is.
const NEVER: &[&str] = &[
    "[CREDIT_CARD_1]",
    "[CREDIT CARD 1]",
    "CREDIT_CARD_1.@",
    "CREDIT_CARD_1.@]",
    "[CREDIT_CARD_1.@",
    "[CREDIT_CARD_1.@)",
    "[CREDIT_CARD_1.@}]",
    "<CREDIT_CARD_1.@]",
    "[CREDIT_CARD_2.@]",
    "[CREDIT_CARD_12.@]",
    "[CREDIT_CARD_11.@]",
    "[CREDIT_CARD_01.@]",
    "[CREDIT_CARD_1 1.@]",
    "[CREDIT_CARD_0.@]",
    "[CREDIT_CARD_l.@]",
    "[CREDIT_CARD_4294967297.@]",
    "[CREDIT_CARD_１１.@]",
    "[CREDIT_CARDS_1.@]",
    "[CREDIT_CART_1.@]",
    "[REDIT_CARD_1.@]",
    "[URL_1.@]",
    "[1.@]",
    "[_1.@]",
    "[CREDIT_CARD_1.@q]",
    "[CREDIT_CARD_1.q@]",
    "[CREDIT_CARD_1..@]",
    "[CREDIT_CARD_1:@]",
    "[CREDIT_CARD_1.]",
    "[CREDIT_CARD_.@]",
    "[CREDIT_CARD.@]",
    "[CREDIT\nCARD\n1.@]",
    "[CREDIT\n\nCARD_1.@]",
    "[CREDIT/CARD_1.@]",
    "[CREDIT_CARD_#1.@]",
    "[CRÉDIT_CARD_1.@]",
    "[C[REDIT_CARD_1.@]",
    "[the CREDIT_CARD_1.@]",
    "",
    "[",
    "\\",
    "&#91;",
];

#[test]
fn opens_what_writers_and_models_make_of_it() {
    assert!(VARIATIONS.len() >= 60);
    let (session, tag) = with_card();
    for (written, expected) in VARIATIONS {
        let written = written.replace('@', &tag);
        let reply = session.restore(&written);
        assert_eq!(reply.text(), expected.replace('~', CARD), "{written}");
        let report = reply.report();
        assert_eq!((report.restored(), report.missing(), report.unknown()), (1, 0, 0), "{written}");
        let letter = format!("[CREDIT_CARD_1.{tag}]");
        let doubled = written.contains(&format!("[{letter}]"));
        assert_eq!(report.normalized() == 0, written.contains(&letter) && !doubled, "{written}");
    }
    // The tag itself in capitals.
    let shouted = format!("[CREDIT_CARD_1.{}]", tag.to_uppercase());
    assert_eq!(session.restore(&shouted).text(), CARD);
}

#[test]
fn exact_takes_the_letter_only() {
    let (session, tag) = with_card();
    let exact = format!("[CREDIT_CARD_1.{tag}]");
    for (written, _) in VARIATIONS {
        let written = written.replace('@', &tag);
        let reply = session.restore_with(&written, Tolerance::Exact);
        assert_eq!(reply.text(), written.replace(&exact, CARD));
        assert_eq!(reply.report().normalized(), 0);
    }
}

#[test]
fn what_comes_close_stays() {
    let (session, tag) = with_card();
    for written in NEVER {
        let written = written.replace('@', &tag);
        for tolerance in [Tolerance::Exact, Tolerance::Tolerant] {
            let reply = session.restore_with(&written, tolerance);
            assert_eq!(reply.text(), written);
            assert_eq!((reply.report().restored(), reply.report().missing()), (0, 1), "{written}");
        }
    }
}

#[test]
fn one_tag_of_all_opens() {
    let (session, tag) = with_card();
    let letters: Vec<char> = "qpzry9x8gf2tvdw0s3jn54khce6mua7l".chars().collect();
    let mut text = String::new();
    for a in &letters {
        for b in &letters {
            for c in &letters {
                text.extend(["[CREDIT_CARD_1.", &String::from_iter([a, b, c]), "] "]);
            }
        }
    }
    let reply = session.restore(&text);
    assert_eq!(reply.report().restored(), 1);
    assert_eq!(reply.report().unknown(), 32 * 32 * 32 - 1);
    assert_eq!(reply.text(), text.replace(&format!("[CREDIT_CARD_1.{tag}]"), CARD));
}

#[test]
fn another_session_opens_nothing() {
    // One tag in 32,768 is the same by chance; eight in a row are not.
    let mut texts = Vec::new();
    let mut others = session();
    for number in 0..8 {
        let address = format!("server 192.0.2.1{number}");
        texts.push(session().redact(address.as_str()).unwrap().into_text());
        others.redact(address.as_str()).unwrap();
    }
    assert!(texts.iter().any(|text| others.restore(text).text() == text));
    assert!(texts.iter().all(|text| text.contains("[IP_ADDRESS_1.")));
}

#[test]
fn numbers_stay_over_turns() {
    let mut session = session();
    let one = session.redact(format!("card {CARD}").as_str()).unwrap().into_text();
    let two = session.redact(format!("card {OTHER}").as_str()).unwrap().into_text();
    let both = session.redact(format!("cards {OTHER}, {CARD}").as_str()).unwrap().into_text();
    let (one, two) = (one.replace("card ", ""), two.replace("card ", ""));
    assert!(one.starts_with("[CREDIT_CARD_1.") && two.starts_with("[CREDIT_CARD_2."));
    assert_eq!(both, format!("cards {two}, {one}"));
    let reply = session.restore(&format!("{one}{one} {two}"));
    assert_eq!(reply.text(), format!("{CARD}{CARD} {OTHER}"));
    let report = reply.report();
    assert_eq!((report.restored(), report.duplicated(), report.missing()), (3, 1, 0));
    assert_eq!(session.restore("none").report().missing(), 2);
}

#[test]
fn each_spelling_comes_back_as_it_was() {
    let mut session = session();
    for spelling in ["4111111111111111", "4111-1111-1111-1111", CARD] {
        let text = format!("card {spelling}, once more");
        let out = session.redact(text.as_str()).unwrap();
        assert_eq!(session.restore(out.text()).text(), text);
    }
}

#[test]
fn spellings_share_a_number_that_nobody_opens() {
    let policy = Policy::new().default(Operator::placeholder().irreversible());
    let engine = Engine::builder().policy(policy).build().unwrap();
    let mut session = engine.session();
    let text = "card 4111111111111111 or 4111-1111-1111-1111, not 5555 5555 5555 4444";
    let expected = "card [CREDIT_CARD_1] or [CREDIT_CARD_1], not [CREDIT_CARD_2]";
    assert_eq!(session.redact(text).unwrap().text(), expected);
    assert_eq!(engine.redact(text).unwrap().text(), expected);
    let reply = session.restore(expected);
    assert_eq!(reply.text(), expected);
    // They are ours and were never meant to open: no news.
    assert_eq!((reply.report().unknown(), reply.report().missing()), (0, 0));
    assert_eq!(session.restore("[CREDIT_CARD_3]").report().unknown(), 1);
}

#[test]
fn what_people_type_is_never_given_out() {
    for (written, _) in VARIATIONS {
        for tag in [".qqq", ""] {
            let typed = written.replace(".@", tag).replace("．@", tag);
            // Not every way to write it makes sense without its tag; what does not, reserves nothing.
            if typed.contains('@') {
                continue;
            }
            let mut session = session();
            let text = format!("{typed} and card {CARD}");
            let out = session.redact(text.as_str()).unwrap().into_text();
            assert!(out.contains("[CREDIT_CARD_2."), "{out}");
            let reply = session.restore(&format!("{typed}|{out}"));
            assert_eq!(reply.text(), format!("{typed}|{text}"));
            assert_eq!(reply.report().restored(), 1);
        }
    }
}

#[test]
fn what_people_type_in_an_earlier_turn_stays_reserved() {
    let mut session = session();
    session.redact("please use [CREDIT_CARD_1] and (credit card 3)").unwrap();
    let out = session.redact(format!("cards {CARD}, {OTHER}").as_str()).unwrap().into_text();
    assert!(out.contains("[CREDIT_CARD_2.") && out.contains("[CREDIT_CARD_4."), "{out}");
    // A plain one opens nothing, typed before or after.
    for plain in ["[CREDIT_CARD_1]", "[CREDIT_CARD_2]", "[CREDIT_CARD_3]", "[CREDIT_CARD_4]"] {
        assert_eq!(session.restore(plain).text(), plain);
    }
    // Typed by people: no news. A number with its tag lost: news.
    assert_eq!(session.restore("[CREDIT_CARD_1] [CREDIT_CARD_3]").report().unknown(), 0);
    assert_eq!(session.restore("[CREDIT_CARD_2]").report().unknown(), 1);
}

#[test]
fn one_value_has_one_number_tagged_or_not() {
    // A policy that opens cards only: the numbers of a type are one row, whoever may open them.
    let policy = Policy::new()
        .default(Operator::placeholder().irreversible())
        .on(entity::CREDIT_CARD, Operator::placeholder());
    let mut session = Engine::builder().policy(policy).build().unwrap().session();
    let text = format!("card {CARD}, server 192.0.2.7, card {OTHER}, server 192.0.2.7");
    let out = session.redact(text.as_str()).unwrap().into_text();
    assert_eq!(out.matches("[IP_ADDRESS_1]").count(), 2);
    assert!(out.contains("[CREDIT_CARD_1.") && out.contains("[CREDIT_CARD_2."), "{out}");
    let restored = session.restore(&out);
    assert_eq!(restored.text(), text.replace("192.0.2.7", "[IP_ADDRESS_1]"));
    assert_eq!((restored.report().restored(), restored.report().unknown()), (2, 0));
}

#[test]
fn a_failed_turn_leaves_no_trace() {
    let policy = Policy::new().default(Operator::placeholder());
    let limits = wimple::Limits::default().max_input(40);
    let mut session = Engine::builder().policy(policy).limits(limits).build().unwrap().session();
    let error = session.redact(format!("card {CARD}, and so on and so on and so on").as_str()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::Limit);
    assert_eq!(session.restore("").report().missing(), 0);
}

#[test]
fn a_placeholder_to_open_needs_a_session() {
    let policy = Policy::new().on(entity::CREDIT_CARD, Operator::placeholder());
    let engine = Engine::builder().policy(policy).build().unwrap();
    let error = engine.redact(format!("card {CARD}").as_str()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::Operator);
    assert!(engine.redact("nothing here").is_ok());
    assert!(engine.session().redact(format!("card {CARD}").as_str()).is_ok());
}

#[test]
fn analysis_is_the_engines() {
    let engine = Engine::new();
    let text = format!("card {CARD}, server 192.0.2.7");
    let input = Input::new(&text).path("/note");
    assert_eq!(engine.session().analyze(input).unwrap(), engine.analyze(input).unwrap());
    assert_eq!(engine.session().redact(input).unwrap(), engine.redact(input).unwrap());
}

proptest! {
    /// Law 2 through the whole library: what a session redacts it restores byte for byte.
    #[test]
    fn turns_come_back(turns in prop::collection::vec(turn(), 1..5)) {
        let mut session = session();
        let outs: Vec<String> = turns.iter().map(|t| session.redact(t.as_str()).unwrap().into_text()).collect();
        for (turn, out) in turns.iter().zip(&outs) {
            for tolerance in [Tolerance::Exact, Tolerance::Tolerant] {
                prop_assert_eq!(session.restore_with(out, tolerance).into_text(), turn.as_str());
            }
        }
        // What went out is not found again, nor are its numbers.
        for out in &outs {
            let twice = session.redact(out.as_str()).unwrap();
            prop_assert_eq!(twice.text(), out.as_str());
        }
        // A session answers the same to the same turns, its tags aside.
        let mut again = self::session();
        for (turn, out) in turns.iter().zip(&outs) {
            let redacted = again.redact(turn.as_str()).unwrap();
            prop_assert_eq!(redacted.text().len(), out.len());
        }
    }

    /// Any text may come back from a model.
    #[test]
    fn any_reply_is_taken(reply in "\\PC{0,80}|[\\[\\]\\\\(){}<>&;#_.a-z0-9 \\n-]{0,80}") {
        let (session, tag) = with_card();
        prop_assume!(!reply.to_lowercase().contains(&tag));
        for tolerance in [Tolerance::Exact, Tolerance::Tolerant] {
            let restored = session.restore_with(&reply, tolerance);
            prop_assert_eq!(restored.text(), reply.as_str());
        }
    }
}

/// Talk with values in it, brackets and escapes around them, and people who type placeholders.
fn turn() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "card 4111 1111 1111 1111",
        "card 5555-5555-5555-4444",
        " [192.0.2.1] ",
        " \\192.0.2.55",
        " (192.0.2.1) ",
        "[CREDIT_CARD_1]",
        "(ip address 2)",
        "[[",
        "]]",
        "[",
        "]",
        " and ",
        "é😀",
        "\n",
        "&lsqb;",
        ". ",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}
