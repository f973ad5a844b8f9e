//! Measures what Wimple keeps in memory and prints a table; `cargo xtask perf` builds and runs it.
//!
//! Every allocation of this process is counted (`peak_alloc`), which costs time: so no times are taken here. A buffer
//! that grows counts as old and new at once while it is copied.
#![expect(clippy::print_stdout, reason = "a table is what this program makes")]

use std::error::Error;
use std::hint::black_box;

use peak_alloc::PeakAlloc;
use wimple::{Engine, Operator, Policy};
use wimple_benches::{clean, dense, heading, row};

#[global_allocator]
static COUNTED: PeakAlloc = PeakAlloc;

fn main() -> Result<(), Box<dyn Error>> {
    println!("{}", heading("memory"));
    tenants()?;
    peaks()
}

/// A thousand engines that differ, each with a rule, an allowed address and an order number of its own.
fn tenants() -> Result<(), Box<dyn Error>> {
    const ENGINES: usize = 1_000;
    drop(black_box(tenant(0)?.redact("Hello, my card is 4111 1111 1111 1111.")?));
    let mut engines = Vec::with_capacity(ENGINES);
    let before = COUNTED.current_usage();
    for number in 0..ENGINES {
        let engine = tenant(number)?;
        black_box(engine.redact("Hello, my card is 4111 1111 1111 1111 and I am bo@example.com.")?);
        engines.push(engine);
    }
    let each = (COUNTED.current_usage() - before) as f64 / ENGINES as f64 / 1e3;
    println!("{}", row("an engine with its own policy", &format!("{each:.1} kB"), "", "", "20 kB"));
    drop(black_box(engines));
    Ok(())
}

fn tenant(number: usize) -> Result<Engine, wimple::Error> {
    let document = format!(
        r#"
        version = 1
        default = "label"
        [[rule]]
        name = "cards"
        types = ["CREDIT_CARD"]
        paths = ["/tenant/{number}/*"]
        operator = "mask"
        keep_last = {}
        [[allow]]
        values = ["support{number}@example.com"]
        [[benign]]
        name = "order number"
        shape = "'ORD'-99999999"
        "#,
        number % 5
    );
    let policy = Policy::from_document(&document)?;
    Engine::builder().policy(policy).build()
}

/// How much more than input and output there is at the worst moment of a call.
fn peaks() -> Result<(), Box<dyn Error>> {
    let engine = Engine::builder().policy(Policy::new().default(Operator::mask())).build()?;
    let (clean, dense) = (clean(4_000_000), dense(4_000_000));
    let short = vec!["Hi, write to bo@example.com about order 4417720, or call 212-555-0123.".to_owned()];
    for (measure, messages) in
        [("short message", short), ("clean, 4 MB in one text", clean), ("dense, 4 MB in one text", dense)]
    {
        let text = messages.join("\n");
        drop(black_box(engine.redact(text.as_str())?));
        let before = COUNTED.current_usage();
        COUNTED.reset_peak_usage();
        let out = engine.redact(text.as_str())?;
        let beyond = COUNTED.peak_usage().saturating_sub(before + out.text().len());
        let kept = COUNTED.current_usage().saturating_sub(before + out.text().len());
        let measure = format!("{measure}: peak");
        println!("{}", row(&measure, &format!("{:.1} kB", beyond as f64 / 1e3), "", "", "4 MB"));
        let measure = format!("  of that {} findings and report", out.findings().len());
        println!("{}", row(&measure, &format!("{:.1} kB", kept as f64 / 1e3), "", "", ""));
    }
    Ok(())
}
