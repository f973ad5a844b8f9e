//! Three laws over all types: words count in their inflected forms, the name of a field counts as words before its value,
//! and what only stands for a secret is none.
use super::*;
use crate::catalog::entry::{Anchor, Entry};
use crate::finding::ContextKind;

fn everything() -> Detector {
    Detector::new(Settings::everything())
}

fn found(detector: &Detector, input: &Input<'_>) -> Vec<Finding> {
    detector.detect(input, &Limits::default(), &[], &Known::default()).unwrap().into_vec()
}

/// The value of an example, and the text around it.
fn parts(example: &str) -> (&str, &str, &str) {
    let Some((before, rest)) = example.split_once("<<") else { return ("", example, "") };
    let (value, after) = rest.split_once(">>").unwrap();
    (before, value, after)
}

/// Words that the entry itself has, of ASCII letters: those that speak for it, then those that lead to it.
fn words(entry: &'static Entry) -> impl Iterator<Item = &'static str> {
    let cues = entry.anchors.iter().flat_map(|(anchor, _)| match anchor {
        Anchor::Cue(words) => *words,
        _ => &[],
    });
    entry.context.iter().chain(cues).copied().filter(|word| word.is_ascii())
}

/// Behind a word, the values that no form proves count; so they must behind its plural and its cases.
#[test]
fn words_count_in_their_forms() {
    let detector = everything();
    let (mut types, mut all, mut missed) = (0, 0, Vec::new());
    for entry in CATALOG.iter().filter(|e| e.category != Category::Benign && !e.shape.is_empty()) {
        let Some(word) = entry.context.iter().find(|w| w.is_ascii() && w.len() >= 5 && !w.ends_with('s'))
        else {
            continue;
        };
        let itself = |text: &str| {
            found(&detector, &Input::new(text)).iter().any(|f| {
                let context = matches!(f.evidence().context(), ContextKind::Before | ContextKind::After);
                f.entity_type().name() == entry.id && context
            })
        };
        // A value for which the word counts.
        let value = entry
            .finds
            .iter()
            .map(|example| parts(example).1)
            .find(|value| itself(&format!("{word} {value}")));
        let Some(value) = value else { continue };
        types += 1;
        for form in [
            format!("{word}s"),
            format!("{word}en"),
            format!("{}s", word.to_uppercase()),
            format!("{}em", word.to_uppercase()),
        ] {
            all += 1;
            if !itself(&format!("{form} {value}")) {
                missed.push(format!("{}: {form}", entry.id));
            }
        }
    }
    assert!(types >= 60, "{types}");
    assert!(missed.len() * 100 <= all * 3, "{} of {all}: {missed:?}", missed.len());
}

/// A value alone, and its field's name: a word of its type, as people name columns and keys.
#[test]
fn the_name_of_a_field_says_what_its_value_is() {
    let detector = everything();
    let (mut types, mut missed) = (0, Vec::new());
    for entry in CATALOG.iter().filter(|e| e.category != Category::Benign) {
        let values: Vec<&str> = entry.finds.iter().map(|example| parts(example).1).collect();
        let told = |path: &str| {
            values.iter().any(|value| {
                found(&detector, &Input::new(value).path(path))
                    .iter()
                    .any(|f| f.entity_type().name() == entry.id)
            })
        };
        let mut any = NAMES.iter().any(|(id, name)| *id == entry.id && told(name));
        let names = words(entry).flat_map(|word| {
            let first = word.get(..1).unwrap_or_default().to_uppercase();
            [
                format!("/rows/0/{word}"),
                format!("/rows/user_{word}"),
                format!("customer{first}{}", word.get(1..).unwrap_or_default()),
            ]
        });
        for (n, path) in names.take(90).enumerate() {
            any |= told(&path);
            if any && n % 3 == 2 {
                break;
            }
        }
        if words(entry).next().is_some() {
            types += 1;
            if !any {
                missed.push(entry.id);
            }
        }
    }
    assert!(types >= 200, "{types}");
    // What stands behind more words than one, or on several lines, is no field's; a bare name is known by the model alone.
    let excused = |id: &&str| NO_FIELDS.contains(id) || *id == "PERSON" && !cfg!(feature = "names");
    assert!(missed.iter().all(excused), "{types}: {missed:?}");
}

const NO_FIELDS: &[&str] = &["OTP_SEED", "SIGNATURE_BLOCK"];

/// Names of fields whose words lead to nothing by themselves.
const NAMES: &[(&str, &str)] = &[
    ("CARD_EXPIRY", "card_expiry"),
    ("CARD_LAST_FOUR", "cardLastFour"),
    ("US_BANK_NUMBER", "bank_account_number"),
    ("ETHNICITY", "ethnicity"),
    ("HEALTH_CONDITION", "diagnosis"),
    ("MEDICATION", "medication"),
    ("POLITICAL_OPINION", "party"),
    ("RELIGION", "religion"),
    ("SEXUAL_ORIENTATION", "sexual_orientation"),
    ("TRADE_UNION", "union_member"),
];

/// What stands where a secret will be.
const PLACEHOLDERS: &[&str] = &[
    "<YOUR_SECRET>",
    "<password>",
    "your-api-key-here",
    "YOUR_API_KEY_GOES_HERE",
    "YOUR_TOKEN",
    "xxxxxxxxxxxxxxxxxxxx",
    "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
    "********************",
    "••••••••••••",
    "${SECRET}",
    "{{ secret }}",
    "%{secret}",
    "[REDACTED]",
    "[PASSWORD]",
    "{secret}",
    "$(cat secret)",
    "000000000000000000000000",
    "....................",
];

/// Types whose keys begin with the prefix of their issuer.
const KEYS: &[&str] = &[
    "GITHUB_TOKEN",
    "STRIPE_KEY",
    "SLACK_TOKEN",
    "LLM_API_KEY",
    "HELPDESK_TOKEN",
    "CLOUD_API_KEY",
    "DEVELOPER_TOKEN",
    "PAYMENT_API_KEY",
    "MESSAGING_TOKEN",
];

/// No placeholder is a secret, whatever cue stands before it and whatever prefix a key begins with.
#[test]
fn what_stands_for_a_secret_is_none() {
    let detector = everything();
    let (mut types, mut all, mut wrong) = (0, 0, Vec::new());
    for entry in CATALOG.iter().filter(|e| e.category == Category::Secret) {
        types += 1;
        for example in entry.finds {
            let (before, value, after) = parts(example);
            // The prefix of a key, up to its last sign among the first few characters.
            let head = value.get(..value.len().min(12)).filter(|_| KEYS.contains(&entry.id));
            let prefix = head.and_then(|head| head.rfind(['_', '-', '.']).map(|at| &head[..=at]));
            for placeholder in PLACEHOLDERS {
                for prefix in ["", prefix.unwrap_or_default()] {
                    let text = format!("{before}{prefix}{placeholder}{after}");
                    let value = before.len()..text.len() - after.len();
                    all += 1;
                    let secrets = found(&detector, &Input::new(&text));
                    let secret = secrets.iter().find(|f| {
                        f.category() == Category::Secret
                            && f.span().start() < value.end
                            && value.start < f.span().end()
                    });
                    if let Some(f) = secret {
                        wrong.push(format!("{} in {text:?}", f.entity_type()));
                    }
                }
            }
        }
    }
    assert!(types >= 25 && all > 3000, "{types} {all}");
    assert!(wrong.is_empty(), "{} of {all}:\n{}", wrong.len(), wrong.join("\n"));
}
