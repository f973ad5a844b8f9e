//! What is made of placeholders on the way, as written down in `tests/data/mutations.tsv`: each row is restored at the
//! tolerance that promises it, and nothing is ever restored to something else.
use super::restore::restore;
use crate::crypto::Key;
use crate::entity::{self, Category, EntityType};
use crate::finding::{ContextKind, Evidence, Finding, Verdict};
use crate::restored::Tolerance;
use crate::score::Score;
use crate::span::Span;
use crate::transform::Numbers;

const CORPUS: &str = include_str!("../../tests/data/mutations.tsv");

const LEVELS: [(&str, Tolerance); 3] =
    [("exact", Tolerance::Exact), ("tolerant", Tolerance::Tolerant), ("loose", Tolerance::Loose)];

struct Row {
    kind: &'static str,
    /// Place in [`LEVELS`]; one past them for what is never restored.
    level: usize,
    written: String,
    restored: String,
}

fn rows() -> Vec<Row> {
    let lines = CORPUS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            let (kind, name, written) = (fields[0], fields[1], plain(fields[2]));
            let level = LEVELS.iter().position(|(known, _)| *known == name).unwrap_or(LEVELS.len());
            assert!(level < LEVELS.len() || name == "never", "{name}");
            assert!(kind == "placeholder" || kind == "token", "{kind}");
            let restored = fields.get(3).map_or(written.clone(), |text| plain(text));
            assert_eq!(restored == written, level == LEVELS.len(), "{line}");
            Row { kind, level, written, restored }
        })
        .collect()
}

/// With the code points between `⟦` and `⟧` written out.
fn plain(written: &str) -> String {
    let mut out = String::new();
    let mut rest = written;
    while let Some((before, code)) = rest.split_once('⟦') {
        let (code, after) = code.split_once('⟧').expect("closed");
        out.push_str(before);
        out.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        rest = after;
    }
    out + rest
}

/// The session of the corpus: its key is the first, counted up from nothing, with which the tags are as written there.
fn numbers() -> Numbers {
    let mut key = [0; 64];
    key[..8].copy_from_slice(&9958u64.to_be_bytes());
    let mut numbers = Numbers::of_session_with(Key::of(key));
    let mut give = |entity: EntityType, value: &str| {
        let evidence = Evidence {
            recognizer: entity.clone(),
            verdict: Verdict::Unknown,
            context: ContextKind::None,
            claimed: false,
            specimen: false,
            folding: crate::finding::Folding::Plain,
            alternatives: Vec::new(),
            twin: None,
        };
        let (category, score) = (Category::Person, Score::new(90));
        let finding = Finding { entity, category, span: Span::new(0, value.len()), score, evidence };
        let mut out = String::new();
        numbers.stand_in(&finding, value, true, &mut out).expect("there are numbers");
        out
    };
    assert_eq!(give(entity::EMAIL_ADDRESS, "bo@example.com"), "[EMAIL_ADDRESS_1.k7q]");
    assert_eq!(give(entity::PERSON, "Bo Lee"), "[PERSON_1.tcy]");
    (2..12).for_each(|n| drop(give(entity::PERSON, &format!("Nobody {n}"))));
    assert_eq!(give(entity::PERSON, "Al Dow"), "[PERSON_12.cc4]");
    give(entity::CREDIT_CARD, "4111 1111 1111 1111");
    assert_eq!(give(entity::CREDIT_CARD, "5555 5555 5555 4444"), "[CREDIT_CARD_2.js0]");
    numbers
}

#[test]
fn the_corpus_is_as_large_as_it_says() {
    let rows = rows();
    let promised = rows.iter().filter(|row| row.level < LEVELS.len()).count();
    assert!(promised >= 300, "{promised}");
    for kind in ["placeholder", "token"] {
        assert!(rows.iter().filter(|row| row.kind == kind && row.level == LEVELS.len()).count() >= 8);
        assert!(rows.iter().filter(|row| row.kind == kind && row.level < LEVELS.len()).count() >= 50);
    }
    let mut written: Vec<_> = rows.iter().map(|row| &row.written).collect();
    written.sort();
    written.dedup();
    assert_eq!(written.len(), rows.len(), "no row twice");
}

#[test]
fn placeholders_are_restored_where_it_is_promised_and_nowhere_wrong() {
    let numbers = numbers();
    let mut broken = Vec::new();
    for row in rows().iter().filter(|row| row.kind == "placeholder") {
        for (level, (name, tolerance)) in LEVELS.into_iter().enumerate() {
            let outcome = restore(&row.written, &numbers, &tolerance.into());
            let expected = if level >= row.level { &row.restored } else { &row.written };
            if outcome.text() != expected {
                broken.push(format!("{name}: {} became {}", row.written, outcome.text()));
            }
            let restored = usize::from(level >= row.level);
            if (outcome.report().restored(), outcome.report().normalized() > 0)
                != (restored, restored == 1 && row.level > 0)
            {
                broken.push(format!("{name}: {} counts {:?}", row.written, outcome.report()));
            }
        }
    }
    assert!(broken.is_empty(), "{} broken:\n{}", broken.len(), broken.join("\n"));
}

/// A row is one place: whatever stands around it, it is restored alike, and twice it is restored twice.
#[test]
fn rows_do_not_look_beyond_their_text() {
    let numbers = numbers();
    for row in rows().iter().filter(|row| row.kind == "placeholder") {
        for (level, (_, tolerance)) in LEVELS.into_iter().enumerate() {
            let expected = if level >= row.level { &row.restored } else { &row.written };
            let written = format!("Hello. {} | {} Good bye.", row.written, row.written);
            let outcome = restore(&written, &numbers, &tolerance.into());
            assert_eq!(outcome.text(), format!("Hello. {expected} | {expected} Good bye."));
        }
    }
}
