//! Tokens that were written down: whatever changes in the library, they open, and the same values give the same tokens.
//!
//! `tests/data/tokens.tsv` holds them, with the keyset they were made with in `tests/data/tokens.keyset.json`. Its
//! passphrase is public, so nothing but these made values may ever be put under it. C and Python read the same files.
//! `WIMPLE_FREEZE_TOKENS=1` writes both anew; that is for a new version of the grammar, never for a failing test.
use std::fs;
use std::path::{Path, PathBuf};

use wimple::{Engine, Input, Keyset, Operator, Passphrase, Policy, TokenForm, TokenState};

const PASSPHRASE: &str = "published with the test vectors";

const TEXTS: [&str; 12] = [
    "bo@example.com",
    "Bo.Lee+shop@Example.COM",
    "4111 1111 1111 1111",
    "378282246310005",
    "192.0.2.7",
    "2001:db8::7",
    "+1 650 253 0000",
    "GB82 WEST 1234 5698 7654 32",
    "DE89370400440532013000",
    "SSN 472-81-0094",
    "https://example.com/?user=bo%40example.com&x=1",
    "al.dow@example.co.uk, 5555 5555 5555 4444",
];

const WHOSE: [(&str, &str); 4] = [("", ""), ("acme", ""), ("acme", "cust-42"), ("größe", "Zoë")];

const NAMES: [&str; 4] = ["tokenize", "tokenize canonical", "encrypt", "hash"];

fn operator(name: &str) -> Operator {
    match name {
        "tokenize" => Operator::tokenize().into(),
        "tokenize canonical" => Operator::tokenize().form(TokenForm::Canonical).into(),
        "encrypt" => Operator::encrypt(),
        _ => Operator::hash(),
    }
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn engine(keys: &Keyset, name: &str) -> Engine {
    Engine::builder().policy(Policy::new().default(operator(name))).keyset(keys.clone()).build().unwrap()
}

/// Half of the tokens are of a key that is no longer primary.
fn freeze() {
    let mut keys = Keyset::generate().unwrap();
    let mut lines =
        String::from("# operator, tenant, subject, text, the text with tokens, the text restored\n");
    let mut write = |keys: &Keyset| {
        for name in NAMES {
            let engine = engine(keys, name);
            for (tenant, subject) in WHOSE {
                for text in TEXTS {
                    let about = |text| Input::new(text).tenant(tenant).subject(subject);
                    let out = engine.redact(about(text)).unwrap().into_text();
                    let back = engine.restore(about(&out)).unwrap().into_text();
                    lines += &format!("{name}\t{tenant}\t{subject}\t{text}\t{out}\t{back}\n");
                }
            }
        }
    };
    write(&keys);
    keys.rotate().unwrap();
    write(&keys);
    fs::write(data("tokens.keyset.json"), keys.seal(&Passphrase::new(PASSPHRASE)).unwrap()).unwrap();
    fs::write(data("tokens.tsv"), lines).unwrap();
}

#[test]
fn tokens_of_earlier_versions_open_and_are_made_again() {
    if std::env::var_os("WIMPLE_FREEZE_TOKENS").is_some_and(|v| v == "1") {
        freeze();
    }
    let file = fs::read_to_string(data("tokens.keyset.json")).unwrap();
    let keys = Keyset::open(&file, &Passphrase::new(PASSPHRASE)).unwrap();
    let first = keys.keys()[0].id().to_owned();
    let engines = NAMES.map(|name| engine(&keys, name));
    let mut earlier = keys.clone();
    earlier.promote(&first).unwrap();
    let earlier = NAMES.map(|name| engine(&earlier, name));
    let (mut lines, mut tokens) = (0, 0);
    for line in fs::read_to_string(data("tokens.tsv")).unwrap().lines().filter(|line| !line.starts_with('#'))
    {
        let [name, tenant, subject, text, out, back] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let which = NAMES.iter().position(|known| *known == name).unwrap();
        let engine = &engines[which];
        let about = |text| Input::new(text).tenant(tenant).subject(subject);
        assert_eq!(engine.restore(about(out)).unwrap().text(), back, "{line}");
        let found = engine.tokens(out);
        assert!(!found.is_empty() && found.iter().all(|t| t.state() == TokenState::Own), "{line}");
        let made_by_first = found.iter().all(|t| t.key_id().as_deref() == Some(&first));
        let maker = if made_by_first { &earlier[which] } else { engine };
        if name != "encrypt" {
            assert_eq!(maker.redact(about(text)).unwrap().text(), out, "{line}");
        }
        assert_eq!(name != "hash", back != out, "{line}");
        (lines, tokens) = (lines + 1, tokens + found.len());
    }
    assert_eq!(lines, 2 * NAMES.len() * WHOSE.len() * TEXTS.len());
    assert!(tokens >= 400);
}
