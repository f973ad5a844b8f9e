//! What people hide: 50 values, 50 ways to hide them, alone and two at once; and texts that only look like it.
//!
//! Half of the pairs of value and way, drawn by lot, is `tune`: those may be looked at while the folding is worked on. The
//! other half is `held`: they are only counted and never shown.
mod mutators;
mod negatives;
mod operators;
mod values;

use mutators::{Family, MUTATORS, Mutator};
use values::{Value, values};
use wimple::{Engine, Policy};

/// Draws the half of a pair.
const SEED: u64 = 0x0E7A_51BE;

fn drawn(a: u64, b: u64, c: u64) -> u64 {
    let mut state = SEED ^ a << 40 ^ b << 20 ^ c;
    for _ in 0..3 {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        state = (state ^ state >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        state ^= state >> 27;
    }
    state
}

/// How many of how many were found with their whole span, of one half.
#[derive(Default, Clone, Copy)]
struct Count {
    all: usize,
    found: usize,
}

impl Count {
    fn add(&mut self, found: bool) {
        self.all += 1;
        self.found += usize::from(found);
    }

    fn reaches(&self, percent: usize) -> bool {
        self.all > 0 && self.found * 100 >= self.all * percent
    }
}

/// Whether `hidden` is found in `sentence` as its type, whole and nothing more.
fn is_found(engine: &Engine, value: &Value, hidden: &str, sentence: &str) -> bool {
    let text = sentence.replace("{}", hidden);
    let start = sentence.find("{}").unwrap();
    let findings = engine.analyze(text.as_str()).unwrap();
    findings.iter().any(|f| {
        let same = f.entity_type().name() == value.entity;
        same && (f.span().start(), f.span().end()) == (start, start + hidden.len())
    })
}

/// The sentences for a value under a way to hide it. What could be meant otherwise needs a word, or a check that holds.
fn sentences(value: &Value, families: &[Family]) -> Vec<&'static str> {
    let unsure = families.iter().any(|f| matches!(f, Family::Swaps | Family::Separators | Family::Words));
    let proven = matches!(value.entity, "CREDIT_CARD" | "IBAN_CODE" | "EMAIL_ADDRESS");
    let bare = if unsure && !proven { &[] } else { value.bare };
    value.cued.iter().chain(bare).copied().collect()
}

fn engine() -> Engine {
    Engine::builder().policy(Policy::new().names(false)).build().unwrap()
}

/// Counts pairs of a value and what hides it; shows those of the tuned half that are missed.
#[expect(
    clippy::print_stdout,
    reason = "what to look at, for whoever runs it with --nocapture or sees it fail"
)]
fn count<'m>(
    ways: impl Iterator<Item = (Vec<&'m Mutator>, u64)>,
    rounds: usize,
) -> (Count, Count, Vec<(String, Count)>) {
    let (engine, values) = (engine(), values());
    let (mut tune, mut held, mut by_way) = (Count::default(), Count::default(), Vec::new());
    for (way, number) in ways {
        let name: Vec<&str> = way.iter().map(|m| m.name).collect();
        let families: Vec<Family> = way.iter().map(|m| m.family).collect();
        let mut own = Count::default();
        for (n, value) in values.iter().enumerate() {
            let hidden = way.iter().try_fold(value.text.clone(), |text, m| (m.change)(&text));
            let Some(hidden) = hidden else { continue };
            let sentences = sentences(value, &families);
            let first = drawn(number, n as u64, 1) as usize;
            for round in 0..rounds.min(sentences.len()) {
                let sentence = sentences[(first + round) % sentences.len()];
                let found = is_found(&engine, value, &hidden, sentence);
                if drawn(number, n as u64, 0).is_multiple_of(2) {
                    tune.add(found);
                    own.add(found);
                    if !found {
                        let said: Vec<String> = engine
                            .analyze(sentence.replace("{}", &hidden).as_str())
                            .unwrap()
                            .iter()
                            .map(ToString::to_string)
                            .collect();
                        println!(
                            "{}: {}\n    {}",
                            name.join(" + "),
                            sentence.replace("{}", &hidden),
                            said.join(", ")
                        );
                    }
                } else {
                    held.add(found);
                }
            }
        }
        by_way.push((name.join(" + "), own));
    }
    (tune, held, by_way)
}

#[test]
fn values_are_found_as_they_are() {
    let engine = engine();
    let values = values();
    assert_eq!(values.len(), 50);
    for value in &values {
        for sentence in value.cued.iter().chain(value.bare) {
            assert!(is_found(&engine, value, &value.text, sentence), "{sentence} {}", value.text);
        }
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "figures for whoever runs it with --nocapture")]
fn one_disguise() {
    assert!(MUTATORS.len() >= 40);
    let ways = MUTATORS.iter().enumerate().map(|(n, m)| (vec![m], n as u64));
    let (tune, held, by_way) = count(ways, 2);
    for (name, count) in by_way {
        println!("{name}: {} of {}", count.found, count.all);
    }
    println!("tune: {} of {}; held: {} of {}", tune.found, tune.all, held.found, held.all);
    assert!(
        tune.reaches(95) && held.reaches(95),
        "tune {} of {}, held {} of {}",
        tune.found,
        tune.all,
        held.found,
        held.all
    );
}

/// Whether the second way makes sense behind the first: words are not written in other digits, and codes come last.
fn go_together(first: &Mutator, second: &Mutator) -> bool {
    first.family != second.family
        && first.family != Family::Codes
        && !(second.family == Family::Words
            && first.family != Family::Swaps
            && first.family != Family::Unseen)
        && !(first.family == Family::Characters
            && matches!(second.family, Family::Swaps | Family::Separators))
        && !(first.family == Family::Unseen && second.family != Family::Codes)
        && !(first.family == Family::Words
            && second.family != Family::Codes
            && second.family != Family::Unseen)
}

#[test]
#[expect(clippy::print_stdout, reason = "figures for whoever runs it with --nocapture")]
fn two_disguises() {
    let size = MUTATORS.len() as u64;
    let pairs = MUTATORS.iter().enumerate().flat_map(|(a, first)| {
        let seconds = MUTATORS.iter().enumerate().filter(move |(_, second)| go_together(first, second));
        seconds.map(move |(b, second)| (vec![first, second], 1000 + a as u64 * size + b as u64))
    });
    let (tune, held, by_way) = count(pairs, 1);
    for (name, count) in by_way.iter().filter(|(_, count)| !count.reaches(85)) {
        println!("{name}: {} of {}", count.found, count.all);
    }
    println!("tune: {} of {}; held: {} of {}", tune.found, tune.all, held.found, held.all);
    assert!(
        tune.reaches(85) && held.reaches(85),
        "tune {} of {}, held {} of {}",
        tune.found,
        tune.all,
        held.found,
        held.all
    );
}

/// Each value in a sentence, hidden in each way: for laws about texts of all kinds.
pub(crate) fn hidden() -> Vec<String> {
    let all = values();
    let ways = MUTATORS.iter().flat_map(|way| all.iter().map(move |value| (way, value)));
    let said = ways.enumerate().filter_map(|(n, (way, value))| {
        let sentence = value.cued.get(n % value.cued.len().max(1))?;
        Some(sentence.replace("{}", &(way.change)(&value.text)?))
    });
    said.collect()
}
