//! The shortest way in: find, redact, and redact by your own rules. `cargo run --example quickstart`
use std::error::Error;
use std::io::{self, Write};

use wimple::{Category, Engine, Operator, Policy, entity};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    let text = "Hi, my name is Marla Finch. Card 4111 1111 1111 1111, mail marla.finch@example.com. \
                My password is Teal-Kettle-58!";

    // Without configuration: the default set of entity types, everything becomes its type.
    writeln!(out, "{}\n", wimple::redact(text)?.text())?;

    // What was found, where, and how sure. A finding holds offsets; the value is sliced from your own text.
    for finding in &wimple::analyze(text)? {
        let span = finding.span();
        let (name, category) = (finding.entity_type(), finding.category());
        writeln!(
            out,
            "{:>3}..{:<3} {name} ({category}), score {}",
            span.start(),
            span.end(),
            finding.score()
        )?;
    }

    // By your own rules. An engine is cheap to clone and may be used by many threads.
    let engine = Engine::builder()
        .policy(
            Policy::new()
                .default(Operator::label())
                .on(entity::CREDIT_CARD, Operator::mask().keep_last(4))
                .on_category(Category::Secret, Operator::remove()),
        )
        .build()?;
    let redacted = engine.redact(text)?;
    writeln!(out, "\n{}\n", redacted.text())?;

    // Numbers and names only: safe to log.
    writeln!(out, "{}", redacted.report().to_json())?;
    Ok(())
}
