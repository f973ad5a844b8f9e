//! The project's own chores: `cargo xtask help` lists them. A chore's name goes in, its exit status comes out.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this program talks to people")]

mod budget;
mod call;
mod newcomer;
mod perf;
mod python;
mod stdnum;
mod steps;
mod test;

use call::Call;
use std::path::PathBuf;
use std::process::ExitCode;

const HELP: &str = "\
The chores of this project. Everything they make lies under target/.

  cargo xtask test            all checks of a change: formatting, lints, Rust tests and doc tests, the C header,
                              programs in C and C++ (also under valgrind, where it is installed), the Python
                              wheel and its tests and types, the documentation, the demo. Stops at the first
                              failure with the command that repeats it.
  cargo xtask test --full     also the long property tests, one pass of every benchmark, and the budget
  cargo xtask perf            speed, start, memory and hostile texts, each beside a reference loop; instructions
                              per byte, where valgrind is installed
  cargo xtask perf --check    only the instructions, against benches/budget.txt: at most 10 % more
  cargo xtask perf --bless    writes today's instructions to benches/budget.txt
  cargo xtask train           trains the name model from the generator alone and writes its weights;
                              cargo xtask train --help has more
  cargo xtask help            this page

  cargo demo [-- FILE]        the main job on the sample conversations, or on your own file

PYTHON names the interpreter to use (python3, on Windows python).
";

fn main() -> ExitCode {
    if let Err(problem) = std::env::set_current_dir(root()) {
        eprintln!("the repository is not where it was when xtask was built: {problem}");
        return ExitCode::FAILURE;
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["test"] => test::all(false),
        ["test", "--full"] => test::all(true),
        ["perf"] => perf::show(),
        ["perf", "--check"] => perf::check().map(|note| println!("{note}")),
        ["perf", "--bless"] => perf::bless(),
        ["train", ref options @ ..] => train(options),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(format!("no such chore: {}\n\n{HELP}", arguments.join(" "))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            if !problem.is_empty() {
                eprintln!("{problem}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Builds the trainer with the speed of release and runs it.
fn train(options: &[&str]) -> Result<(), String> {
    let program = Call::new("cargo run --quiet --profile bench --package wimple-train --");
    let call = options.iter().fold(program, |call, option| call.argument(*option));
    match call.run() {
        Ok(ended) if ended.success => Ok(()),
        Ok(_) => Err(format!("failed: {call}")),
        Err(problem) => Err(format!("cargo: {problem}")),
    }
}

/// The repository's root: commands are shown and run from there.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}
