//! `cargo xtask perf`: the measuring programs of `benches/` go in; tables and instruction counts come out.

use std::fs;

use crate::budget::{Budget, FILE};
use crate::call::Call;

/// The budget is that of the scan; `named-` is the same corpus read by the name model, too.
const CORPORA: [(&str, &str); 6] = [
    ("clean", "25 (analyze)"),
    ("dense", "50 (redact, mask)"),
    ("short", "(redact, mask)"),
    ("named-clean", "(analyze)"),
    ("named-dense", "(redact, mask)"),
    ("named-short", "(redact, mask)"),
];

/// Everything: times, memory, instructions.
pub(crate) fn show() -> Result<(), String> {
    for name in ["perf", "memory"] {
        let call = Call::new(&program(name)?);
        if !call.run().map_err(|problem| problem.to_string())?.success {
            return Err(format!("failed: {call}"));
        }
    }
    if !Call::installed("valgrind") {
        println!("\ninstructions per byte: skipped, valgrind is not installed");
        return Ok(());
    }
    let (now, budget) = (counted()?, recorded().ok());
    println!(
        "\n{:<34} {:>14} {:>14} {:>21}",
        "instructions per byte", "counted", "in the budget", "to reach"
    );
    for ((name, count), (_, goal)) in now.counts.iter().zip(CORPORA) {
        let allowed =
            budget.as_ref().and_then(|budget| budget.counts.iter().find(|(other, _)| other == name));
        let allowed = allowed.map_or_else(String::new, |(_, count)| format!("{count:.2}"));
        println!("{name:<34} {count:>14.2} {allowed:>14} {goal:>21}");
    }
    if budget.is_some_and(|budget| budget.compiler != now.compiler) {
        println!("(the budget was counted with another compiler)");
    }
    Ok(())
}

/// Why the budget cannot be held against this machine, where it cannot.
pub(crate) fn incomparable() -> Option<String> {
    if !Call::installed("valgrind") {
        return Some("valgrind is not installed".into());
    }
    match (recorded(), compiler()) {
        (Ok(budget), Ok(compiler)) if budget.compiler != compiler => {
            Some(format!("other compiler, not compared: {compiler}; the budget has {}", budget.compiler))
        }
        _ => None,
    }
}

/// Holds the instruction counts against the budget.
///
/// # Errors
/// Where one has risen by more than a tenth, with all that have.
pub(crate) fn check() -> Result<String, String> {
    if let Some(why) = incomparable() {
        return Ok(format!("skipped: {why}"));
    }
    let (now, budget) = (counted()?, recorded()?);
    let exceeded = budget.exceeded_by(&now);
    if exceeded.is_empty() {
        let counts: Vec<String> =
            now.counts.iter().map(|(name, count)| format!("{name} {count:.2}")).collect();
        Ok(format!("within the budget: {} instructions per byte", counts.join(", ")))
    } else {
        Err(format!(
            "over the budget (where that is wanted: cargo xtask perf --bless)\n{}",
            exceeded.join("\n")
        ))
    }
}

/// Writes the counts of this state as the budget.
pub(crate) fn bless() -> Result<(), String> {
    let text = counted()?.to_text();
    fs::write(FILE, &text).map_err(|problem| format!("{FILE}: {problem}"))?;
    print!("{text}");
    Ok(())
}

fn recorded() -> Result<Budget, String> {
    Budget::parse(&fs::read_to_string(FILE).map_err(|problem| format!("{FILE}: {problem}"))?)
}

/// `rustc -V` and the processor family: both decide how many instructions a loop is.
fn compiler() -> Result<String, String> {
    let ended = Call::new("rustc -V").read().map_err(|problem| format!("rustc: {problem}"))?;
    Ok(format!("{}, {}", ended.output.trim(), std::env::consts::ARCH))
}

/// Counts every corpus for one and for three rounds: the difference is two rounds without start and corpus making.
fn counted() -> Result<Budget, String> {
    let program = program("perf")?;
    let mut counts = Vec::new();
    for (name, _) in CORPORA {
        let (bytes, once) = instructions(&program, name, 1)?;
        let (_, thrice) = instructions(&program, name, 3)?;
        counts.push((name.to_owned(), (thrice - once) / 2.0 / bytes));
    }
    Ok(Budget { compiler: compiler()?, counts })
}

/// Bytes of the corpus and instructions of the whole process.
fn instructions(program: &str, corpus: &str, rounds: u32) -> Result<(f64, f64), String> {
    let call = Call::new("valgrind --tool=callgrind --callgrind-out-file=target/callgrind.out")
        .argument(program)
        .argument("count")
        .argument(corpus)
        .argument(rounds.to_string());
    let ended = call.quiet().map_err(|problem| problem.to_string())?;
    let number = |text: &str| text.trim().parse::<f64>().ok();
    let bytes = ended.output.lines().next().and_then(number);
    let collected =
        ended.output.lines().find_map(|line| line.split_once("Collected :")).and_then(|(_, n)| number(n));
    match (ended.success, bytes, collected) {
        (true, Some(bytes), Some(collected)) => Ok((bytes, collected)),
        _ => Err(format!("failed: {call}\n{}", ended.output)),
    }
}

/// Builds a measuring program with the speed of release and says where it lies.
fn program(name: &str) -> Result<String, String> {
    let build = Call::new(
        "cargo build --quiet -p wimple-benches --profile bench --message-format=json-render-diagnostics --bin",
    );
    let build = build.argument(name);
    let ended = build.read().map_err(|problem| problem.to_string())?;
    let path =
        ended.output.lines().rev().find_map(|line| line.split_once(r#""executable":""#)?.1.split_once('"'));
    match path {
        Some((path, _)) if ended.success => Ok(path.replace(r"\\", r"\")),
        _ => Err(format!("failed: {build}")),
    }
}
