//! Engines: a table of policies, made and used for one message.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use wimple::{Engine, Operator, Policy, entity};

const DOCUMENT: &str = r#"
version = 1
default = "label"
specimens = "redact"

[[rule]]
types = ["CREDIT_CARD"]
operator = "mask"
keep_last = 4

[[allow]]
values = ["support@example.com"]
"#;

/// A name, and how the policy of that name is made.
type Case = (&'static str, fn() -> Policy);

fn build(criterion: &mut Criterion) {
    let policies: [Case; 3] = [
        ("default", Policy::new),
        ("builder", || {
            Policy::new().default(Operator::label()).on(entity::CREDIT_CARD, Operator::mask().keep_last(4))
        }),
        ("document", || Policy::from_document(DOCUMENT).expect("the document is sound")),
    ];
    let mut group = criterion.benchmark_group("build");
    for (name, policy) in policies {
        group.bench_function(name, |bencher| bencher.iter(|| black_box(engine(policy()))));
        group.bench_function(format!("{name}, first message"), |bencher| {
            bencher.iter(|| drop(black_box(engine(policy()).redact("Write to bo@example.com, please."))));
        });
    }
    group.finish();
}

fn engine(policy: Policy) -> Engine {
    Engine::builder().policy(policy).build().expect("the policy is sound")
}

criterion_group!(benches, build);
criterion_main!(benches);
