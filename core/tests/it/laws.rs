//! Laws of whole texts through the public door: made texts in, what must hold of every output.
//!
//! The texts are the catalogue's own examples, joined with what people write between them, in an order that is the
//! same on every run and machine. `WIMPLE_FULL` asks for ten times as many.
use std::sync::Arc;

use wimple::{Engine, Mask, Operator, Policy, Units, entity};

/// What stands between examples: links, breaks, signs, and labels and masks as earlier runs left them.
#[rustfmt::skip]
const FILLERS: [&str; 20] = [
    " ", " ", ", ", ". ", "\n", " and ", " is ", ": ", " (", ") ", " my ", " code ", " card ", " €", " 😀 ",
    " ñandú ", "[PERSON] ", " **** ", " 1234 ", " - ",
];

/// Signs that glue two values into one thing that is neither.
const GLUE: [&str; 5] = ["/", "-", "@", "=", "\""];

fn examples() -> Vec<String> {
    let plain = |text: &str| text.replace("<<", "").replace(">>", "");
    wimple::entities()
        .flat_map(|e| {
            e.finds().iter().map(|f| plain(f)).chain(e.skips().iter().map(|s| plain(s.0))).collect::<Vec<_>>()
        })
        .collect()
}

/// The character edge at or before `at`.
fn edge(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

/// Made texts: rows of examples and what stands `between` them, now and then only a part of an example.
fn texts_of(between: &[&str]) -> Vec<String> {
    let count = if std::env::var_os("WIMPLE_FULL").is_some() { 20_000 } else { 2_000 };
    let examples = examples();
    let mut state = 0x9E37_79B9_7F4A_7C15u64;
    let mut next = move |n: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % n
    };
    let made = (0..count).map(|_| {
        let mut text = String::new();
        for _ in 0..1 + next(6) {
            let example = &examples[next(examples.len())];
            match next(8) {
                0 => text.push_str(&example[edge(example, next(example.len() + 1))..]),
                1 => text.push_str(&example[..edge(example, next(example.len() + 1))]),
                _ => text.push_str(example),
            }
            text.push_str(between[next(between.len())]);
        }
        text
    });
    examples.iter().cloned().chain(made).collect()
}

pub(crate) fn texts() -> Vec<String> {
    texts_of(&FILLERS)
}

fn engine(operator: impl Into<Operator>) -> Engine {
    Engine::builder().policy(Policy::new().default(operator)).build().expect("a policy of one operator")
}

fn redacted(engine: &Engine, text: &str) -> String {
    engine.redact(text).expect("a short text").into_text()
}

/// All breaches of a law, shown together: the texts are made and hold no person's data.
fn none<T: std::fmt::Debug>(law: &str, breaches: &[T]) {
    let few = &breaches[..breaches.len().min(12)];
    assert!(breaches.is_empty(), "{law}: {} breaches, among them {few:#?}", breaches.len());
}

/// Law: what was redacted is not redacted again. Strict for each example alone. Where values touch other values, what
/// an early one hid of a later one (the word or the distance that decides about it) may show once the early one is a
/// label; that is rare, at most three texts in a thousand, ten where signs glue the values together, and then the second
/// run covers more, never less.
fn twice_is_once(engine: &Engine) {
    let changed = |texts: Vec<String>| {
        let runs = texts.into_iter().map(|text| {
            let once = redacted(engine, &text);
            let twice = redacted(engine, &once);
            (text, once, twice)
        });
        runs.filter(|(_, once, twice)| once != twice).collect::<Vec<_>>()
    };
    none("twice is once", &changed(examples()));
    let glued: Vec<&str> = FILLERS.iter().chain(&GLUE).copied().collect();
    for (between, rare) in [(&FILLERS[..], 333), (&glued, 100)] {
        let texts = texts_of(between);
        let most = texts.len() / rare;
        let changed = changed(texts);
        assert!(changed.len() <= most, "{} of at most {most}: {changed:#?}", changed.len());
        let covered = |text: &str| {
            text.matches('*').count()
                + wimple::entities().map(|e| text.matches(&format!("[{}]", e.id())).count()).sum::<usize>()
        };
        let less: Vec<_> = changed.iter().filter(|(_, once, twice)| covered(twice) < covered(once)).collect();
        none("a second run uncovers nothing", &less);
    }
}

#[test]
fn labels_twice_are_labels_once() {
    twice_is_once(&Engine::new());
}

#[test]
fn masks_twice_are_masks_once() {
    twice_is_once(&engine(Operator::mask()));
}

#[test]
fn masks_that_keep_four_twice_are_once() {
    // Without names: of `Best regards, Mary` a mask that keeps letters leaves a shorter name.
    let policy = Policy::new().default(Operator::mask().keep_last(4)).disable(entity::PERSON);
    twice_is_once(&Engine::builder().policy(policy).build().expect("a policy of one operator"));
}

#[test]
fn what_is_no_finding_stays_as_it_was() {
    let engine = Engine::new();
    let mut breaches = Vec::new();
    for text in texts() {
        let done = engine.redact(text.as_str()).expect("a short text");
        let (mut expected, mut at) = (String::new(), 0);
        for finding in done.findings().outermost() {
            let span = finding.span();
            expected.push_str(&text[at..span.start()]);
            expected.push_str(&format!("[{}]", finding.entity_type().name()));
            at = span.end();
        }
        expected.push_str(&text[at..]);
        if done.text() != expected {
            breaches.push((text.clone(), done.text().to_owned(), expected));
        }
    }
    none("untouched outside", &breaches);
}

#[test]
fn units_count_the_same_places() {
    let engine = Engine::new();
    for text in texts() {
        let findings = engine.analyze(text.as_str()).expect("a short text");
        let spans: Vec<_> = findings.iter().map(|f| f.span()).collect();
        let utf16 = Units::Utf16.convert(&text, &spans);
        let points = Units::CodePoints.convert(&text, &spans);
        let bytes = Units::Bytes.convert(&text, &spans);
        for (n, span) in spans.iter().enumerate() {
            let (head, value) = (&text[..span.start()], &text[span.start()..span.end()]);
            let (wide, many) = (head.encode_utf16().count(), head.chars().count());
            assert_eq!(bytes[n], (span.start(), span.end()));
            assert_eq!(utf16[n], (wide, wide + value.encode_utf16().count()), "{text:?}");
            assert_eq!(points[n], (many, many + value.chars().count()), "{text:?}");
        }
    }
}

#[test]
fn eight_threads_find_what_one_does() {
    let texts = Arc::new(texts());
    let engine = Engine::new();
    let alone: Vec<String> = texts.iter().map(|text| redacted(&engine, text)).collect();
    let threads: Vec<_> = (0..8)
        .map(|n| {
            let (texts, engine) = (Arc::clone(&texts), engine.clone());
            std::thread::spawn(move || {
                // Each starts elsewhere, so that no two do the same text at the same time.
                let places = (0..texts.len()).map(|i| (i + texts.len() * n / 8) % texts.len());
                places.map(|i| (i, redacted(&engine, &texts[i]))).collect::<Vec<_>>()
            })
        })
        .collect();
    for thread in threads {
        let all = thread.join().expect("no panic");
        assert!(all.iter().all(|(i, text)| *text == alone[*i]), "a thread found something else");
    }
}

#[test]
fn a_mask_never_shows_the_value() {
    let masks: [Mask; 3] = [Operator::mask(), Operator::mask().keep_last(4), Operator::mask().keep_first(2)];
    for mask in masks {
        let engine = engine(mask);
        let mut breaches = Vec::new();
        for text in texts() {
            let done = engine.redact(text.as_str()).expect("a short text");
            let mut outer = done.findings().outermost();
            // With one finding, what stands between the untouched ends is its mask.
            let (Some(finding), None) = (outer.next(), outer.next()) else { continue };
            let span = finding.span();
            let value = &text[span.start()..span.end()];
            let shown = done
                .text()
                .strip_prefix(&text[..span.start()])
                .and_then(|t| t.strip_suffix(&text[span.end()..]));
            if shown.is_none_or(|shown| shown.contains(value)) {
                breaches.push((text.clone(), done.text().to_owned()));
            }
        }
        none("masks hide", &breaches);
    }
}
