//! Finding: a table of corpora, one call a message.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use wimple::Engine;
use wimple_benches::{clean, dense, short, table_sum};

fn scan(criterion: &mut Criterion) {
    let engine = Engine::new();
    let mut group = criterion.benchmark_group("scan");
    for (name, messages) in
        [("clean", clean(1_000_000)), ("dense", dense(1_000_000)), ("short", short(10_000))]
    {
        group.throughput(Throughput::Bytes(messages.iter().map(|text| text.len() as u64).sum()));
        group.bench_with_input(BenchmarkId::new("analyze", name), &messages, |bencher, messages| {
            bencher.iter(|| messages.iter().for_each(|text| drop(black_box(engine.analyze(text.as_str())))));
        });
        group.bench_with_input(BenchmarkId::new("reference", name), &messages, |bencher, messages| {
            bencher
                .iter(|| messages.iter().map(|text| table_sum(text.as_bytes())).fold(0, u64::wrapping_add));
        });
    }
    group.finish();
}

criterion_group!(benches, scan);
criterion_main!(benches);
