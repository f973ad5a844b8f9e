//! Files that are wrong in every way a file can be, each told by its name.
use proptest::prelude::*;

use super::frozen::published;
use super::*;

#[test]
fn what_is_no_keyset_is_refused() {
    let file = keyset().seal(&lock()).unwrap();
    let expected = "wimple-keyset";
    for none in ["", "null", "[]", "{}", "\"wimple-keyset\"", "{\"format\":7}", "{\"format\":\"tk-keyset\"}"]
    {
        assert_eq!(refused(none), Wrong::WrongFormat { expected }, "{none}");
    }
    let (cut, _) = file.split_at(file.len() / 2);
    assert!(matches!(refused(cut), Wrong::NotJson { .. }));
    for (n, wrong) in
        ["{", "x", "{\"format\": \"wimple-keyset\",}", "{'format': 1}", "{} {}"].iter().enumerate()
    {
        assert!(matches!(refused(wrong), Wrong::NotJson { .. }), "{n}");
    }
    assert_eq!(refused(&" ".repeat((1 << 20) + 1)), Wrong::TooLong { limit: 1 << 20 });
    let recognizer = keyset().export_recognizer().seal(&lock()).unwrap();
    assert_eq!(refused(&recognizer), Wrong::WrongFormat { expected });
    let error = TokenRecognizer::open(&file, &lock()).unwrap_err();
    assert_eq!(error, Error::Keyset(Wrong::WrongFormat { expected: "wimple-recognizer" }));
}

#[test]
fn versions_of_later_releases_are_told() {
    let file = keyset().seal(&lock()).unwrap();
    assert_eq!(refused(&with(&file, "\"version\": 1", "\"version\": 2")), Wrong::UnknownVersion);
    assert_eq!(refused(&with(&file, "\"version\": 1,", "")), Wrong::MissingField { field: "version" });
    assert!(matches!(
        refused(&with(&file, "\"version\": 1", "\"version\": 1.0")),
        Wrong::WrongField { field: "version", .. }
    ));
    assert_eq!(refused(&with(&file, "\"suite\": \"WIM1\"", "\"suite\": \"WIM2\"")), Wrong::UnknownSuite);
    assert_eq!(
        refused(&with(&file, "\"method\": \"passphrase\"", "\"method\": \"age\"")),
        Wrong::UnknownWrap
    );
}

/// Each field in turn: missing, twice, unknown beside it, of another kind.
#[test]
fn every_field_is_asked_for_and_no_other() {
    let file = keyset().seal(&lock()).unwrap();
    let value: serde_json::Value = serde_json::from_str(&file).unwrap();
    let optional = ["compromised", "slot", "created", "expires", "root"];
    let mut tried = 0;
    for path in ["", "/wrap", "/keys/0", "/keys/1", "/keys/2"] {
        let names: Vec<String> = value.pointer(path).unwrap().as_object().unwrap().keys().cloned().collect();
        for name in names {
            let changed = |new: Option<serde_json::Value>| {
                let mut file = value.clone();
                let object = file.pointer_mut(path).unwrap().as_object_mut().unwrap();
                match new {
                    Some(new) => object.insert(name.clone(), new),
                    None => object.remove(&name),
                };
                file.to_string()
            };
            let missing = refused(&changed(None));
            match name.as_str() {
                "format" => assert!(matches!(missing, Wrong::WrongFormat { .. })),
                "root" => assert_eq!(missing, Wrong::RootMissing),
                "compromised" | "slot" | "created" | "expires" => {
                    assert_eq!(missing, Wrong::Changed, "{name}")
                }
                _ => assert!(matches!(missing, Wrong::MissingField { field } if field == name), "{name}"),
            }
            for other in [
                serde_json::json!(null),
                serde_json::json!({}),
                serde_json::json!([[1]]),
                serde_json::json!(-1),
            ] {
                let wrong = refused(&changed(Some(other)));
                let named = |field: &str| field == name || field == "keys";
                assert!(
                    matches!(wrong, Wrong::WrongField { field, .. } if named(field))
                        || matches!(
                            (name.as_str(), wrong),
                            ("format", _) | ("wrap", Wrong::MissingField { .. })
                        ),
                    "{name}: {wrong:?}"
                );
            }
            let twice =
                with(&value.to_string(), &format!("\"{name}\":"), &format!("\"{name}\":0,\"{name}\":"));
            assert!(matches!(refused(&twice), Wrong::RepeatedField { .. }), "{name}");
            tried += 1;
        }
        let mut file = value.clone();
        file.pointer_mut(path).unwrap().as_object_mut().unwrap().insert("comment".into(), "xylocarp".into());
        let wrong = refused(&file.to_string());
        assert!(matches!(wrong, Wrong::UnknownField { .. }), "{path}: {wrong:?}");
    }
    assert!(tried > 20 + optional.len());
    let at = file.find("\"seq\"").unwrap();
    let wrong = refused(&with(&file, "\"seq\":", "\"xyz\": 0, \"seq\":"));
    assert_eq!(wrong, Wrong::UnknownField { at });
}

#[test]
fn values_have_their_form() {
    let file = keyset().seal(&lock()).unwrap();
    let sequence = format!("\"seq\": {}", keyset().sequence());
    let field = |file: &str| match refused(file) {
        Wrong::WrongField { field, .. } => field,
        other => panic!("{other:?}"),
    };
    for wrong in ["0", "1e3", "9007199254740992", "0x1", "007"] {
        let file = with(&file, &sequence, &format!("\"seq\": {wrong}"));
        assert!(
            matches!(refused(&file), Wrong::WrongField { field: "seq", .. } | Wrong::NotJson { .. }),
            "{wrong}"
        );
    }
    assert_eq!(field(&with(&file, "\"id\": \"ks_", "\"id\": \"KS_")), "id");
    for wrong in ["2026-02-29", "2026-2-01", "26-11-25", "2026-11-25T00:00", "0000-01-01", "2026/11/25"] {
        assert_eq!(
            field(&with(&file, "\"created\": \"2026-11-25\"", &format!("\"created\": \"{wrong}\""))),
            "created"
        );
    }
    assert_eq!(field(&with(&file, "\"slot\": 0", "\"slot\": 9")), "slot");
    assert_eq!(field(&with(&file, "\"status\": \"enabled\"", "\"status\": \"pending\"")), "status");
    assert_eq!(field(&with(&file, "\"salt\": \"", "\"salt\": \"AAAA")), "salt");
    assert_eq!(field(&with(&file, "\"root\": \"", "\"root\": \"AAAA")), "root");
    assert_eq!(field(&with(&file, "\"mac\": \"", "\"mac\": \"!")), "mac");
}

#[test]
fn keys_that_cannot_be_a_keyset_are_refused() {
    type Change = fn(&mut Sheet, &mut Vec<(Line, Option<Root>)>);
    let wrong = |change: Change| refused(&made(change));
    assert_eq!(wrong(|_, keys| keys.clear()), Wrong::NoKeys);
    assert_eq!(wrong(|_, keys| keys[0].0.id = [0; 4]), Wrong::ZeroId);
    assert_eq!(wrong(|_, keys| keys[0].0.id = keys[1].0.id), Wrong::RepeatedId);
    assert_eq!(wrong(|_, keys| keys[0].0.slot = keys[1].0.slot), Wrong::RepeatedSlot);
    assert_eq!(wrong(|sheet, _| sheet.primary = Some([1, 2, 3, 4])), Wrong::PrimaryUnknown);
    assert_eq!(wrong(|sheet, keys| sheet.primary = Some(keys[1].0.id)), Wrong::PrimaryNotEnabled);
    assert_eq!(wrong(|sheet, keys| sheet.primary = Some(keys[3].0.id)), Wrong::PrimaryNotEnabled);
    assert_eq!(wrong(|_, keys| keys[2].0.compromised = true), Wrong::PrimaryCompromised);
    assert_eq!(wrong(|_, keys| keys[0].1 = None), Wrong::RootMissing);
    assert_eq!(wrong(|_, keys| keys[3].1 = keys[0].1.clone()), Wrong::RootNotGone);
    let weak = |byte| {
        Root::written(|root| {
            root.fill(byte);
            true
        })
    };
    assert_eq!(refused(&made(|_, keys| keys[1].1 = weak(0))), Wrong::WeakRoot);
    assert_eq!(refused(&made(|_, keys| keys[0].1 = weak(0xff))), Wrong::WeakRoot);
    let many = |sheet: &mut Sheet, keys: &mut Vec<(Line, Option<Root>)>| {
        let (line, root) = keys[2].clone();
        sheet.primary = Some([0, 0, 0, 1]);
        *keys = (1..=1001u32)
            .map(|n| (Line { id: n.to_be_bytes(), slot: None, ..line.clone() }, root.clone()))
            .collect();
    };
    assert_eq!(refused(&made(many)), Wrong::TooManyKeys { limit: 1000 });
    assert!(Keyset::open(&made(|_, _| {}), &lock()).is_ok());
}

proptest! {
    /// Files that were damaged anywhere give an error, and never another keyset.
    #[test]
    fn damaged_files_are_refused(at in 0usize..1000, to: char, cut in 0usize..3) {
        let file = frozen_cheap();
        let characters: Vec<char> = file.chars().collect();
        let at = at % characters.len();
        let mut damaged: String = characters[..at].iter().collect();
        if cut != 2 {
            damaged.push(to);
        }
        if cut != 1 {
            damaged.extend(characters.get(at + 1..).unwrap_or_default());
        }
        if let Ok(keyset) = Keyset::open(&damaged, &lock()) {
            prop_assert!(same(&keyset, &published()), "white space alone is free");
        }
    }

    /// Any text at all gives an error.
    #[test]
    fn any_text_is_refused(text in any::<String>(), json in "[\\[\\]{}\":, 0-9a-e\\\\]{0,60}") {
        for text in [&text, &json, &format!("{{\"format\":\"wimple-keyset\",\"version\":1,{json}")] {
            prop_assert!(Keyset::open(text, &lock()).is_err());
        }
    }
}

fn frozen_cheap() -> &'static str {
    static FILE: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    FILE.get_or_init(|| published().seal(&lock()).unwrap())
}

/// Brackets without end do not overflow the stack.
#[test]
fn deep_nesting_is_refused() {
    for open in ["[", "{\"a\":", "{\"format\":["] {
        assert!(Keyset::open(&open.repeat(100_000), &lock()).is_err());
    }
}
