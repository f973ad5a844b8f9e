//! `cargo xtask test`: nothing goes in; the whole project's checks come out, cheapest first.

use std::path::{Path, PathBuf};

use crate::call::Call;
use crate::newcomer;
use crate::perf;
use crate::python;
use crate::stdnum;
use crate::steps::{Count, Failure, Steps, run};

/// What the example programs read from standard input under valgrind.
const CHAT: &str = "hello, my card is 4111 1111 1111 1111\nor write to bo@example.com\n";

/// The packages whose tests are plain Rust. The trainer is by itself, since it opens the inside of the library with a
/// feature that the library's own tests shall not have.
const RUST: &str = "--workspace --exclude wimple-python --exclude wimple-ffi --exclude wimple-train";

pub(crate) fn all(full: bool) -> Result<(), String> {
    let mut steps = Steps::new();
    steps.call("formatting", Call::new("cargo fmt --all --check"))?;
    steps.call("lints", Call::new("cargo clippy --workspace --all-targets -- -D warnings"))?;
    steps.call("Rust tests and doc tests", Call::new(&format!("cargo test {RUST}")))?;
    let without = "cargo test -p wimple --no-default-features --lib --test it";
    steps.call("Rust tests without the name model", Call::new(without))?;
    steps.call("trainer of the name model", Call::new("cargo test -p wimple-train"))?;
    steps.call("C header", Call::new("cargo test -p wimple-ffi --test header"))?;
    c_programs(&mut steps)?;
    python::all(&mut steps)?;
    let doc =
        Call::new("cargo doc --no-deps -p wimple -p wimple-sqlite").variable("RUSTDOCFLAGS", "-D warnings");
    steps.call("documentation", doc)?;
    steps.step("demo", demo)?;
    steps.step("add an entity type as CONTRIBUTING.md says", newcomer::follow)?;
    if full {
        let long = Call::new(&format!("cargo test {RUST} --tests"));
        steps.call("long property tests", long.variable("WIMPLE_FULL", "1"))?;
        stdnum::all(&mut steps)?;
        steps.call("benchmarks, one pass", Call::new("cargo bench -p wimple-benches -- --test"))?;
        budget(&mut steps)?;
    }
    steps.close();
    Ok(())
}

/// The interface's own tests build and run the programs; here they run once more under valgrind.
fn c_programs(steps: &mut Steps) -> Result<(), String> {
    let name = "C and C++ programs";
    let compiler = |variable: &str, usual: &str| std::env::var(variable).unwrap_or_else(|_| usual.into());
    for (variable, usual) in [("CC", "cc"), ("CXX", "c++")] {
        let compiler = compiler(variable, usual);
        if !Call::installed(&compiler) {
            steps.skip(name, &format!("{compiler} is not installed"));
            return Ok(());
        }
    }
    steps.call(name, Call::new("cargo test -p wimple-ffi"))?;
    if !Call::installed("valgrind") {
        steps.skip("C and C++ programs under valgrind", "valgrind is not installed");
        return Ok(());
    }
    steps.step("C and C++ programs under valgrind", || {
        let programs = programs(&target().join("c-programs"));
        if programs.is_empty() {
            let why = "there are no programs in target/c-programs".into();
            return Err(Failure { why, again: "cargo test -p wimple-ffi".into(), count: Count::default() });
        }
        let mut count = Count::default();
        for program in programs {
            println!("{}", program.display());
            let line =
                "valgrind --quiet --leak-check=full --error-exitcode=9 --errors-for-leak-kinds=definite";
            run(&Call::new(line).argument(program.to_string_lossy()).input(CHAT))?;
            count.passed += 1;
        }
        Ok(count)
    })
}

/// The target folder, seen from this program in `target/debug`, short where it lies in the repository.
fn target() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    let folder = program.ancestors().nth(2).unwrap_or(Path::new("target")).to_owned();
    match (folder.canonicalize(), Path::new("target").canonicalize()) {
        (Ok(folder), Ok(usual)) if folder == usual => "target".into(),
        _ => folder,
    }
}

/// The executable files of a folder, by name.
fn programs(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| executable(path)).collect();
    paths.sort();
    paths
}

#[cfg(unix)]
fn executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn executable(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "exe")
}

/// The demo ends well in a pipe, says something, and sends no colours there.
fn demo() -> Result<Count, Failure> {
    let call = Call::new("cargo demo");
    let failed =
        |why: &str| Failure { why: why.into(), again: format!("{call} | cat -v"), count: Count::default() };
    let ended = call.read().map_err(|problem| failed(&format!("it could not be started: {problem}")))?;
    println!("{} lines", ended.output.lines().count());
    if !ended.success {
        return Err(failed("it did not end well"));
    }
    if ended.output.trim().is_empty() {
        return Err(failed("it said nothing"));
    }
    if ended.output.contains('\u{1b}') {
        return Err(failed("it sent colours into a pipe"));
    }
    Ok(Count::default())
}

/// The budget is a step where it can be compared, a skip elsewhere.
fn budget(steps: &mut Steps) -> Result<(), String> {
    let name = "instructions per byte";
    if let Some(why) = perf::incomparable() {
        steps.skip(name, &why);
        return Ok(());
    }
    steps.step(name, || match perf::check() {
        Ok(note) => {
            println!("{note}");
            Ok(Count::default())
        }
        Err(why) => Err(Failure { why, again: "cargo xtask perf --check".into(), count: Count::default() }),
    })
}
