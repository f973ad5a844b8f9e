//! Finding and covering: a table of operators and corpora, one call a message; and a session.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use wimple::{Engine, Operator, Policy};
use wimple_benches::{clean, dense, short};

fn redact(criterion: &mut Criterion) {
    let operators = [
        Operator::label(),
        Operator::remove(),
        Operator::mask().into(),
        Operator::mask().keep_last(4).into(),
    ];
    let names = ["label", "remove", "mask", "mask, last four kept"];
    let mut group = criterion.benchmark_group("redact");
    for (corpus, messages) in
        [("clean", clean(1_000_000)), ("dense", dense(1_000_000)), ("short", short(10_000))]
    {
        group.throughput(Throughput::Bytes(messages.iter().map(|text| text.len() as u64).sum()));
        for (name, operator) in names.iter().zip(&operators) {
            let policy = Policy::new().default(operator.clone());
            let engine = Engine::builder().policy(policy).build().expect("the policy is sound");
            group.bench_with_input(BenchmarkId::new(*name, corpus), &messages, |bencher, messages| {
                bencher
                    .iter(|| messages.iter().for_each(|text| drop(black_box(engine.redact(text.as_str())))));
            });
        }
        let policy = Policy::new().default(Operator::placeholder());
        let engine = Engine::builder().policy(policy).build().expect("the policy is sound");
        group.bench_with_input(BenchmarkId::new("session", corpus), &messages, |bencher, messages| {
            bencher.iter(|| {
                for conversation in messages.chunks(12) {
                    let mut session = engine.session();
                    conversation.iter().for_each(|text| drop(black_box(session.redact(text.as_str()))));
                }
            });
        });
    }
    group.finish();
}

criterion_group!(benches, redact);
criterion_main!(benches);
