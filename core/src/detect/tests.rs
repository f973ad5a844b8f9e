//! Conformance of the catalogue, with every entry switched on, and laws of the scan that need its inside.
use super::*;

fn everything() -> Detector {
    Detector::new(Settings::everything())
}

fn found(detector: &Detector, text: &str) -> Vec<(String, String)> {
    let findings = detector.detect(&Input::new(text), &Limits::default(), &[], &Known::default()).unwrap();
    findings.iter().map(|f| (f.entity_type().name().into(), f.text(text).unwrap_or("?").into())).collect()
}

/// The text without `<<` `>>`, and the value between them (the whole text where there are none).
fn unmark(text: &str) -> (String, String) {
    let value = text.split("<<").nth(1).and_then(|r| r.split(">>").next()).unwrap_or(text);
    (text.replace("<<", "").replace(">>", ""), value.to_string())
}

#[test]
fn every_entry_finds_its_examples_as_itself_and_nothing_else() {
    let detector = everything();
    let mut wrong = Vec::new();
    // Found by the name model alone.
    let there = |id: &str| cfg!(feature = "names") || !matches!(id, "LOCATION" | "ORGANIZATION");
    for entry in CATALOG.iter().filter(|e| e.category != Category::Benign && there(e.id)) {
        for example in entry.finds {
            let (text, value) = unmark(example);
            let got = found(&detector, &text);
            let own = (entry.id.to_string(), value.clone());
            // The city beside a postal code is a part of the address, or a place; "UK passport" names one, too.
            let city = |f: &(String, String)| {
                matches!(f.0.as_str(), "LOCATION" | "ORGANIZATION")
                    || f.0 == "STREET_ADDRESS" && entry.category == Category::Location
            };
            let others = got.iter().filter(|f| **f != own && !value.contains(&f.1) && !city(f)).count();
            if !got.contains(&own) || others > 0 {
                wrong.push(format!("{}: {example:?} gives {got:?}", entry.id));
            }
        }
        for (example, reason) in entry.skips {
            let got = found(&detector, example);
            if got.iter().any(|f| f.0 == entry.id) {
                wrong.push(format!("{}: {example:?} ({reason}) gives {got:?}", entry.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_code_that_begins_with_digits_hides_no_number_behind_it() {
    let found = found(&everything(), "1 75 01 2A 004 001 22 4111 1111 1111 1111");
    let types: Vec<&str> = found.iter().map(|f| f.0.as_str()).collect();
    assert_eq!(types, ["FR_NIR", "CREDIT_CARD"]);
}

#[test]
fn a_track_may_follow_another_number() {
    let found = found(&everything(), "1 378282246310005=271210100000?");
    assert_eq!(found, [("CARD_TRACK".into(), "378282246310005=271210100000?".into())]);
}

#[test]
fn what_else_a_number_may_be_is_told() {
    let text = "tin 912701234";
    let findings =
        everything().detect(&Input::new(text), &Limits::default(), &[], &Known::default()).unwrap();
    let told: Vec<(&str, Vec<&str>)> = findings
        .iter()
        .map(|f| (f.entity_type().name(), f.evidence().alternatives().iter().map(|e| e.name()).collect()))
        .collect();
    assert_eq!(told, [("US_ITIN", vec!["US_EIN"])]);
}

#[test]
fn numbers_stand_alone_between_letters_of_scripts_without_spaces() {
    let detector = everything();
    for text in [
        "卡号是4111111111111111，谢谢",
        "カード番号は4111111111111111です",
        "카드번호는 4111111111111111입니다",
    ] {
        assert_eq!(found(&detector, text), [("CREDIT_CARD".into(), "4111111111111111".into())], "{text}");
    }
    assert!(found(&detector, "é4111111111111111").is_empty(), "a Latin letter makes one word of it");
}

#[test]
fn words_for_harmless_things_lower_the_score_of_what_nothing_proves() {
    let score = |text: &str| {
        let found =
            everything().detect(&Input::new(text), &Limits::default(), &[], &Known::default()).unwrap();
        found.iter().map(|f| f.score().percent()).next()
    };
    assert_eq!(score("472-81-0094"), Some(60));
    for word in ["order", "tracking", "ref", "invoice", "model"] {
        assert_eq!(score(&format!("{word} from me, 472-81-0094")), Some(50), "{word}");
    }
    assert_eq!(score("order from me, ssn 472-81-0094"), Some(75), "a nearer word calls it so");
    assert_eq!(
        score("4111 1111 1111 1111"),
        score("order from me, 4111 1111 1111 1111"),
        "its check proves it"
    );
}

#[test]
fn the_name_of_the_field_is_a_word_before() {
    for (path, text, entity) in [
        ("customer/tfn", "123456782", "AU_TFN"),
        ("rows.csv:pesel", "44051401359", "PL_PESEL"),
        ("codice_fiscale", "RSSMRA85T10A562S", "IT_FISCAL_CODE"),
        ("user/abn", "51824753556", "AU_ABN"),
    ] {
        let found = everything()
            .detect(&Input::new(text).path(path), &Limits::default(), &[], &Known::default())
            .unwrap();
        assert_eq!(found.iter().map(|f| f.entity_type().name()).collect::<Vec<_>>(), [entity], "{path}");
        assert!(
            found.iter().all(|f| f.evidence().context() == crate::finding::ContextKind::Field
                || entity == "IT_FISCAL_CODE")
        );
    }
    assert!(found(&everything(), "51824753556").is_empty(), "without its name nothing says what it is");
}

#[test]
fn countries_hint_where_the_check_holds() {
    let detector = everything();
    assert_eq!(found(&detector, "my Israeli ID: 123456782"), [("IL_ID".into(), "123456782".into())]);
    assert!(found(&detector, "my Israeli ID: 123456783").is_empty(), "and claim nothing where it does not");
    let ordered = found(&detector, "an Israeli order 123456782");
    assert!(
        ordered.iter().all(|f| f.0 == "ORDER_ID" || f.0 == "LOCATION"),
        "the order is nearer: {ordered:?}"
    );
    assert_eq!(found(&detector, "我的身分證字號是A123456789。"), [("TW_ID".into(), "A123456789".into())]);
}

#[test]
fn twins_hold_their_examples() {
    let detector = everything();
    let mut wrong = Vec::new();
    for entry in CATALOG.iter().filter(|e| e.category == Category::Benign) {
        for example in entry.finds {
            let mut got = found(&detector, &unmark(example).0);
            // What one twin holds back is what this type is for, where somebody asks for it.
            got.retain(|f| !["ORDER_ID", "DEVICE_SERIAL"].contains(&f.0.as_str()));
            if !got.is_empty() {
                wrong.push(format!("{}: {example:?} gives {got:?}", entry.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Words, values and signs that texts of the laws are made of: everything a gate reacts to, and its near misses.
fn pieces() -> Vec<String> {
    let mut pieces: Vec<String> = [
        " ",
        " ",
        " ",
        "-",
        ".",
        "/",
        ":",
        "@",
        "\n",
        ", ",
        "(",
        ")",
        "+",
        "#",
        "_",
        "*",
        "****",
        "é",
        "ñ",
        "€",
        "\u{a0}",
        "😀",
        "[",
        "]",
        "=",
        "1",
        "12",
        "123",
        "1234",
        "12345",
        "1111",
        "4111",
        "a",
        "A",
        "AB",
        "Xy",
        "card",
        "order",
        "ssn",
        "iban",
        "tracking",
        "phone",
        "call",
        "my name is",
        "hello",
        "password",
        "code is",
        "version",
        "$",
        "AB12",
        "GB29",
        "1Z",
        "www",
        "http://",
        "4111 1111 1111 1111",
        "4111-1111-1111-1112",
        "472-81-0094",
        "GB29 NWBK 6016 1331 9268 19",
        "de89 3704 0044 0532 0130 00",
        "1Z999AA10123456784",
        "192.0.2.1",
        "2001:db8::1",
        "365-5601280-0585709",
        "2026-11-23 14:05",
        "abcdefghijklmnopqrstuv",
        "A1B2C3D4E5F6G7H8I9",
        "00000000000000000000000000",
        "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
        "the parcel is late",
        "４１１１ １１１１ １１１１ １１１１",
        "4\u{200b}1\u{200b}1\u{200b}1",
        "\u{e0034}\u{e0031}\u{e0031}",
        "bо@ехample.com",
        "%34%31",
        "&#52;",
        "\\u0034",
        "=34=31",
        "NDExMTExMTExMTExMTExMQ==",
        "bo at example dot com",
        "(at)",
        " dot ",
        "four one one one",
        "double",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
        "4l11 11O1",
    ]
    .iter()
    .map(|s| s.to_string())
    .collect();
    for entry in CATALOG {
        pieces.extend(entry.finds.iter().map(|f| unmark(f).0));
        pieces.extend(entry.skips.iter().map(|s| s.0.to_string()));
    }
    pieces
}

/// Made texts: `count` of them, each a row of pieces; the same on every run.
fn texts(count: usize, most: usize) -> impl Iterator<Item = String> {
    let pieces = pieces();
    let mut state = 0x2545_F491_4F6C_DD1Du64;
    let mut next = move |n: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % n
    };
    (0..count).map(move |_| {
        let length = 1 + next(most);
        let mut text = String::new();
        for _ in 0..length {
            text.push_str(&pieces[next(pieces.len())]);
            if next(3) == 0 {
                text.push(' ');
            }
        }
        text
    })
}

fn rounds() -> usize {
    if std::env::var_os("WIMPLE_FULL").is_some() { 40_000 } else { 3_000 }
}

type Place = (u32, u32, u16, bool);

fn kept(text: &str, naive: bool) -> Vec<Place> {
    let settings = Settings::everything();
    let mut scan = Scan::new(View::new(text), &settings, "", Default::default(), false);
    if naive {
        naive::run(&mut scan);
    } else {
        scan.run();
    }
    let mut kept: Vec<Place> = scan.kept.iter().map(|c| (c.start, c.end, c.entry, c.claimed)).collect();
    kept.sort_unstable();
    kept.dedup();
    kept
}

#[test]
fn the_fast_scan_is_the_naive_one() {
    for text in texts(rounds(), 24).chain(hostile(4_000)) {
        let (fast, slow) = (kept(&text, false), kept(&text, true));
        assert_eq!(fast, slow, "{text:?}");
    }
}

fn hostile(bytes: usize) -> Vec<String> {
    [
        "1",
        "1-",
        "1.",
        "1 ",
        "12 ",
        "123456789 ",
        "@",
        "a",
        "a@",
        "a.",
        "Aa ",
        "A1 ",
        "AB12 CD34 ",
        "GB82 ",
        "1111 ",
        "4111 1111 1111 1111 ",
        "::",
        "1:",
        "password ",
        "http://",
        "[",
        "é",
        "1\u{a0}",
        "４",
        "4\u{200b}",
        "%34",
        "four ",
        "4O",
        "a @ ",
    ]
    .iter()
    .map(|p| p.repeat(bytes / p.len()))
    .collect()
}

/// How far the text around a finding may matter, in bytes to either side: the parsers' bound and the context words.
const FAR: usize = crate::catalog::entry::REACH + 200;

#[test]
fn nothing_beyond_reach_matters() {
    let detector = everything();
    let filler = |n: usize| "the parcel is late and nobody answers ".repeat(n / 30 + 2);
    let inner = |whole: &str, from: usize, to: usize| -> Vec<(String, usize, usize)> {
        let findings =
            detector.detect(&Input::new(whole), &Limits::default(), &[], &Known::default()).unwrap();
        let inside = findings.iter().filter(|f| f.span().start() >= from && f.span().end() <= to);
        inside
            .map(|f| {
                (
                    f.to_string().split(' ').next().unwrap_or("").into(),
                    f.span().start() - from,
                    f.span().end() - from,
                )
            })
            .collect()
    };
    for (n, text) in texts(rounds() / 10, 12).enumerate() {
        let far = ["card 4111 1111 1111 1111 ", "password: ", "mail bo@example.com ", "a", "1"][n % 5];
        let plain = format!("{}\n{text}\n{}", filler(FAR), filler(FAR));
        let other = format!("{far}{}\n{text}\n{}{far}", filler(FAR), filler(FAR));
        let at = filler(FAR).len() + 1;
        let (a, b) =
            (inner(&plain, at, at + text.len()), inner(&other, at + far.len(), at + far.len() + text.len()));
        assert_eq!(a, b, "{text:?}");
    }
}

#[test]
fn spans_are_sorted_on_edges_and_disjoint_or_nested() {
    let detector = everything();
    for text in texts(rounds(), 24) {
        let findings =
            detector.detect(&Input::new(&text), &Limits::default(), &[], &Known::default()).unwrap();
        for pair in findings.windows(2) {
            assert!(
                (pair[0].span().start(), Reverse(pair[0].span().end()))
                    <= (pair[1].span().start(), Reverse(pair[1].span().end()))
            );
        }
        for (i, a) in findings.iter().enumerate() {
            assert!(a.text(&text).is_some_and(|t| !t.is_empty()), "{text:?}");
            for b in &findings[i + 1..] {
                let (a, b) = (a.span(), b.span());
                assert!(!a.overlaps(b) || a.contains(b) && a != b, "{text:?}: {a:?} {b:?}");
            }
        }
    }
}

#[test]
fn what_reaches_over_many_others_keeps_them_out() {
    // More candidates inside one value than are settled together.
    let detector = everything();
    let inside = "bo.lind@example.com 4111 1111 1111 1111\n".repeat(2 * resolve::MOST);
    let line = "EXAMPLE0123456789abcdefghijklmnopqrstuvwxyz";
    let text = format!("{}{line}\n{inside}{}", "-----BEGIN PRIVATE KEY-----\n", "-----END PRIVATE KEY-----");
    let got = found(&detector, &text);
    assert_eq!(
        got.iter().map(|f| (f.0.as_str(), f.1.len())).collect::<Vec<_>>(),
        [("PRIVATE_KEY_BLOCK", text.len())]
    );
}

#[test]
fn one_text_of_many_lines_is_the_lines() {
    // A line break is no separator: what stands in one message is found in a text of many.
    let detector = everything();
    let lines: Vec<String> = texts(400, 6)
        .map(|t| {
            t.replace('\n', " ") + " and so on and so forth, nothing else to tell you about it today at all"
        })
        .collect();
    let whole = lines.join("\n");
    let all = found(&detector, &whole);
    let each: usize = lines.iter().map(|l| found(&detector, l).len()).sum();
    assert!(all.len().abs_diff(each) * 20 <= each, "{} in one text, {each} in its lines", all.len());
}
