//! Hostile texts of one megabyte: each line of the table must stay linear.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use wimple::{Engine, Operator, Policy};

fn hostile(criterion: &mut Criterion) {
    let policy = Policy::new().default(Operator::mask());
    let engine = Engine::builder().policy(policy).build().expect("the policy is sound");
    let mut group = criterion.benchmark_group("hostile");
    group.sample_size(10);
    for (name, text) in wimple_benches::hostile(1_000_000) {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("redact", name), &text, |bencher, text| {
            bencher.iter(|| drop(black_box(engine.redact(text.as_str()))));
        });
    }
    group.finish();
}

criterion_group!(benches, hostile);
criterion_main!(benches);
