//! Laws of whole texts through the public door: made texts in, what must hold of every output.
//!
//! The texts are the catalogue's own examples, joined with what people write between them, in an order that is the
//! same on every run and machine. `WIMPLE_FULL` asks for ten times as many.
use std::sync::Arc;

use wimple::{Engine, EntityType, Input, Mask, Operator, Policy, Secret, Units, entity};

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
/// label; that is rare, at most four texts in a thousand, ten where signs glue the values together, and then the second
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
    for (between, rare) in [(&FILLERS[..], 250), (&glued, 100)] {
        let texts = texts_of(between);
        let most = texts.len() / rare;
        let changed = changed(texts);
        assert!(changed.len() <= most, "{} of at most {most}: {changed:#?}", changed.len());
        let covered = |text: &str| {
            text.matches('*').count()
                + [']', ':']
                    .iter()
                    .flat_map(|end| wimple::entities().map(move |e| format!("[{}{end}", e.id())))
                    .map(|label| text.matches(&label).count())
                    .sum::<usize>()
        };
        // A label may take the place of a value and the stars of another inside it: then less of it can be read.
        let readable = |text: &str| {
            let outside = text.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest));
            outside.flat_map(str::chars).filter(|c| c.is_alphanumeric()).count()
        };
        let uncovers =
            |once: &str, twice: &str| covered(twice) < covered(once) && readable(twice) >= readable(once);
        let less: Vec<_> = changed.iter().filter(|(_, once, twice)| uncovers(once, twice)).collect();
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

/// An engine for each operator that is not a label, a mask or a placeholder.
fn engines() -> [(&'static str, Engine); 4] {
    let builder = |policy: Policy| {
        Engine::builder().policy(policy).hash_key(Secret::new(*b"laws are held with the same key "))
    };
    // Types it cannot be applied to are refused.
    let fits = |e: &EntityType| builder(Policy::new().on(e.clone(), Operator::generalize())).build().is_ok();
    let types = wimple::entities().filter_map(|e| EntityType::builtin(e.id())).filter(fits);
    let general = types.fold(Policy::new(), |policy, e| policy.on(e, Operator::generalize()));
    let custom = builder(Policy::new().default(Operator::custom("counted")))
        .custom("counted", |_, value| Ok(format!("[Q_{}]", 1 + value.len() % 7)));
    [
        ("partial", builder(Policy::new().default(Operator::partial().role("all")))),
        ("hash", builder(Policy::new().default(Operator::hash()))),
        ("generalize", builder(general)),
        ("custom", custom),
    ]
    .map(|(name, builder)| (name, builder.build().expect("a policy of one operator")))
}

fn engine_of(operator: &str) -> Engine {
    engines().into_iter().find(|(name, _)| *name == operator).expect("one of the four").1
}

#[test]
fn what_is_shown_in_part_twice_is_shown_once() {
    twice_is_once(&engine_of("partial"));
}

#[test]
fn what_a_role_sees_twice_is_what_it_sees_once() {
    let engine = engine_of("partial");
    let seen = |text: &str| engine.redact(Input::new(text).role("all")).expect("a short text").into_text();
    let mut wider = 0;
    let mut breaches = Vec::new();
    for text in examples() {
        let once = seen(&text);
        wider += usize::from(once != redacted(&engine, &text));
        if seen(&once) != once {
            breaches.push((text, once));
        }
    }
    none("twice is once", &breaches);
    assert!(wider > 20, "the wider view is seen: {wider}");
}

#[test]
fn hashes_twice_are_hashes_once() {
    twice_is_once(&engine_of("hash"));
}

#[test]
fn what_is_general_twice_is_once() {
    twice_is_once(&engine_of("generalize"));
}

#[test]
fn answers_in_brackets_twice_are_once() {
    twice_is_once(&engine_of("custom"));
}

/// Law 3 for what has no one form: the untouched parts stand in the output, in their order, from its start to its end.
#[test]
fn only_findings_change() {
    for (name, engine) in engines() {
        let mut breaches = Vec::new();
        for text in texts() {
            let done = engine.redact(text.as_str()).expect("a short text");
            let (mut gaps, mut at) = (Vec::new(), 0);
            for finding in done.findings().outermost() {
                gaps.push(&text[at..finding.span().start()]);
                at = finding.span().end();
            }
            let mut rest = done.text().strip_suffix(&text[at..]);
            for (n, gap) in gaps.iter().enumerate() {
                let found = rest.and_then(|rest| rest.find(gap).filter(|at| n > 0 || *at == 0));
                rest = rest.zip(found).map(|(rest, at)| &rest[at + gap.len()..]);
            }
            if rest.is_none() || gaps.is_empty() && rest != Some("") {
                breaches.push((text.clone(), done.text().to_owned()));
            }
        }
        none(name, &breaches);
    }
}

/// Short values may stand in a hash by chance.
fn gives_back(shown: &str, value: &str) -> bool {
    if value.len() < 4 { shown == value } else { shown.contains(value) }
}

#[test]
fn no_operator_gives_the_value_back() {
    for (name, engine) in engines() {
        for role in ["", "all"] {
            let mut breaches = Vec::new();
            for text in texts() {
                let done = engine.redact(Input::new(&text).role(role)).expect("a short text");
                let mut outer = done.findings().outermost();
                let (Some(finding), None) = (outer.next(), outer.next()) else { continue };
                let span = finding.span();
                let value = &text[span.start()..span.end()];
                let head = done.text().strip_prefix(&text[..span.start()]);
                let shown = head.and_then(|t| t.strip_suffix(&text[span.end()..]));
                // The last four behind stars are what an earlier run left; partial leaves that as it is.
                let left_so = name == "partial" && text[..span.start()].trim_end().ends_with("****");
                if shown.is_none_or(|shown| gives_back(shown, value) && !left_so) {
                    breaches.push((text.clone(), done.text().to_owned()));
                }
            }
            none(name, &breaches);
        }
    }
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
