//! Conformance of the catalogue, with every entry switched on, and laws of the scan that need its inside.
use super::*;

fn everything() -> Detector {
    Detector::new(Settings::everything())
}

fn found(detector: &Detector, text: &str) -> Vec<(String, String)> {
    let findings = detector.detect(&Input::new(text), &Limits::default()).unwrap();
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
    for entry in CATALOG.iter().filter(|e| e.category != Category::Benign) {
        for example in entry.finds {
            let (text, value) = unmark(example);
            let got = found(&detector, &text);
            let own = (entry.id.to_string(), value.clone());
            let others = got.iter().filter(|f| **f != own && !value.contains(&f.1)).count();
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
fn twins_hold_their_examples() {
    let detector = everything();
    let mut wrong = Vec::new();
    for entry in CATALOG.iter().filter(|e| e.category == Category::Benign) {
        for example in entry.finds {
            let got = found(&detector, &unmark(example).0);
            if !got.is_empty() {
                wrong.push(format!("{}: {example:?} gives {got:?}", entry.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
