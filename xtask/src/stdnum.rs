//! The checks beside those of python-stdnum: nothing goes in; more than twenty thousand numbers and what both say of them
//! are compared.
//!
//! python-stdnum is LGPL: it is called in an environment of its own and is no part of anything that is built.

use std::fs;
use std::path::Path;

use crate::call::Call;
use crate::python;
use crate::steps::{Count, Failure, Steps, run};

const VENV: &str = "target/stdnum";
const NUMBERS: &str = "target/stdnum/numbers.tsv";
const PACKAGE: &str = "python-stdnum==2.2";
/// Valid numbers of each format; for each of them there are two spoilt ones.
const EACH: &str = "80";
const LEAST: usize = 20_000;

pub(crate) fn all(steps: &mut Steps) -> Result<(), String> {
    steps.step("python-stdnum", || python::made(VENV, &[PACKAGE]))?;
    steps.step("numbers of every format", numbers)?;
    let file = Path::new("..").join(NUMBERS);
    let compare = Call::new("cargo test -p wimple --lib catalog::twin");
    steps.call("checks beside python-stdnum", compare.variable("WIMPLE_NUMBERS", &file.to_string_lossy()))
}

fn numbers() -> Result<Count, Failure> {
    let call = python::inside_of(VENV, "core/tests/numbers.py").argument(EACH);
    let failed = |why: String| Failure { why, again: call.to_string(), count: Count::default() };
    let ended = call.read().map_err(|problem| failed(problem.to_string()))?;
    let lines = ended.output.lines().count();
    if !ended.success || lines < LEAST {
        run(&call)?;
        return Err(failed(format!("{lines} numbers, fewer than {LEAST}")));
    }
    println!("{lines} numbers");
    fs::write(NUMBERS, ended.output).map_err(|problem| failed(problem.to_string()))?;
    Ok(Count::default())
}
