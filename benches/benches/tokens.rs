//! Tokens: what one value costs, by operator, there and back; and dense texts tokenized beside the same texts masked.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use wimple::vault::MemoryVault;
use wimple::{Engine, Input, Keyset, Operator, Policy, entity};
use wimple_benches::{clean, dense};

/// Operators under a key, and masking as what they are compared with.
fn operators() -> [(&'static str, Operator, bool); 7] {
    [
        ("mask", Operator::mask().into(), false),
        ("hash", Operator::hash(), false),
        ("tokenize", Operator::tokenize().into(), false),
        ("tokenize, vault", Operator::tokenize().into(), true),
        ("encrypt", Operator::encrypt(), false),
        ("fpe", Operator::fpe().into(), false),
        ("fpe, last four kept", Operator::fpe().keep_last(4).into(), false),
    ]
}

fn engine(keyset: &Keyset, operator: &Operator, vault: bool) -> Engine {
    let policy = match operator {
        // Numbers alone; the others become labels.
        Operator::Fpe(_) => Policy::new().on(entity::CREDIT_CARD, operator.clone()),
        _ => Policy::new().default(operator.clone()),
    };
    let mut builder = Engine::builder().policy(policy).keyset(keyset.clone());
    if vault {
        builder = builder.vault(Arc::new(MemoryVault::new()));
    }
    builder.build().expect("the policy is sound")
}

/// One value a text: the text is found, the value replaced; restoring the same, the other way round.
fn values(criterion: &mut Criterion) {
    let keyset = Keyset::generate().expect("randomness");
    let card = "card 4539 1488 0343 6467";
    let mut group = criterion.benchmark_group("value");
    for (name, operator, vault) in operators() {
        let engine = engine(&keyset, &operator, vault);
        group.bench_function(BenchmarkId::new("redact", name), |bencher| {
            bencher.iter(|| black_box(engine.redact(black_box(card))));
        });
        let out = engine.redact(card).expect("a short text").into_text();
        group.bench_function(BenchmarkId::new("redact again", name), |bencher| {
            bencher.iter(|| black_box(engine.redact(black_box(out.as_str()))));
        });
        if !matches!(name, "mask" | "hash") {
            assert_eq!(engine.restore(&out).expect("keys").text(), card, "{name}");
            group.bench_function(BenchmarkId::new("restore", name), |bencher| {
                bencher.iter(|| black_box(engine.restore(black_box(out.as_str()))));
            });
        }
    }
    // A vault that grows: every value is new.
    let vaulted = engine(&keyset, &Operator::tokenize().into(), true);
    let mut number = 0;
    group.bench_function("redact/tokenize, vault, new values", |bencher| {
        let text = || {
            number += 1;
            format!("mail user{number}@example.com")
        };
        bencher.iter_batched(text, |text| black_box(vaulted.redact(&text)), BatchSize::SmallInput);
    });
    group.finish();
}

fn texts(criterion: &mut Criterion) {
    let keyset = Keyset::generate().expect("randomness");
    let mut group = criterion.benchmark_group("tokens");
    let corpora = [("clean", clean(1_000_000)), ("dense", dense(1_000_000))];
    for (corpus, messages) in &corpora {
        group.throughput(Throughput::Bytes(messages.iter().map(|text| text.len() as u64).sum()));
        for (name, operator, vault) in operators() {
            let engine = engine(&keyset, &operator, vault);
            group.bench_with_input(BenchmarkId::new(name, corpus), messages, |bencher, messages| {
                bencher.iter(|| {
                    messages.iter().for_each(|text| drop(black_box(engine.redact(text.as_str()))));
                });
            });
            if matches!(name, "mask" | "hash") {
                continue;
            }
            let outs: Vec<String> = messages
                .iter()
                .filter_map(|text| Some(engine.redact(text.as_str()).ok()?.into_text()))
                .collect();
            group.bench_with_input(
                BenchmarkId::new(format!("{name}, restore"), corpus),
                &outs,
                |bencher, outs| {
                    bencher.iter(|| {
                        outs.iter().for_each(|text| drop(black_box(engine.restore(Input::new(text)))));
                    });
                },
            );
        }
    }
    group.finish();
}

criterion_group!(benches, values, texts);
criterion_main!(benches);
