//! The Python package: nothing goes in but the sources; a wheel in an environment of its own comes out, tested.
//!
//! Everything lies under `target/`. Debian without python3-venv has no ensurepip, so there the environment is made
//! empty and the system's pip puts a pip into it.

use std::fs;
use std::path::Path;

use crate::call::Call;
use crate::steps::{Count, Failure, Steps, run};

const VENV: &str = "target/venv";
const WHEELS: &str = "target/wheels";
const TOOLS: [&str; 4] = ["pip>=23", "maturin>=1.9.4,<2", "pytest>=8.3,<10", "mypy>=1.15,<3"];
const ALLOWLIST: &str = "python/stubtest-allowlist.txt";

#[cfg(windows)]
const PYTHON: &str = "Scripts/python.exe";
#[cfg(not(windows))]
const PYTHON: &str = "bin/python";

pub(crate) fn all(steps: &mut Steps) -> Result<(), String> {
    steps.step("Python environment", environment)?;
    steps.step("Python wheel", wheel)?;
    steps.call("Python install", install())?;
    steps.call("Python tests", inside("-m pytest -W error -c python/pyproject.toml python/tests"))?;
    let types = inside("-m mypy.stubtest wimple");
    let allowed = Path::new(ALLOWLIST).exists();
    steps
        .call("Python types", if allowed { types.argument("--allowlist").argument(ALLOWLIST) } else { types })
}

fn inside(line: &str) -> Call {
    inside_of(VENV, line)
}

/// A call of the Python in the environment at `venv`.
pub(crate) fn inside_of(venv: &str, line: &str) -> Call {
    Call::new(&format!("{venv}/{PYTHON} {line}"))
}

/// The environment with the tools in it; one that is complete is taken as it is.
fn environment() -> Result<Count, Failure> {
    if !inside("-m maturin --version").quiet().is_ok_and(|ended| ended.success) {
        let _ = fs::remove_file(Path::new(VENV).join(STAMP));
    }
    made(VENV, &TOOLS)
}

/// Names the packages of a complete environment.
const STAMP: &str = "tools.txt";

/// An environment at `venv` with these packages in it; one that has them is taken as it is.
pub(crate) fn made(venv: &str, packages: &[&str]) -> Result<Count, Failure> {
    let stamp = Path::new(venv).join(STAMP);
    let tools = packages.join("\n");
    if fs::read_to_string(&stamp).is_ok_and(|made| made == tools) {
        println!("{venv} is complete");
        return Ok(Count::default());
    }
    let system =
        std::env::var("PYTHON").unwrap_or_else(|_| if cfg!(windows) { "python" } else { "python3" }.into());
    let system = |line: &str| {
        line.split(' ').fold(Call::new("").argument(system.as_str()), |call, word| call.argument(word))
    };
    let again = format!("rm -rf {venv} && cargo xtask test");
    let problem =
        |why: std::io::Error| Failure { why: why.to_string(), again: again.clone(), count: Count::default() };
    clear(venv).map_err(problem)?;
    if !system("-m venv").argument(venv).quiet().map_err(problem)?.success {
        println!("the venv module has no ensurepip here; the system's pip is used to put one in");
        clear(venv).map_err(problem)?;
        run(&system("-m venv --without-pip").argument(venv))?;
        run(&system("-m pip --python")
            .argument(format!("{venv}/{PYTHON}"))
            .argument("install")
            .argument("--quiet")
            .argument("pip"))?;
    }
    let install = inside_of(venv, "-m pip install --quiet --disable-pip-version-check --upgrade");
    run(&packages.iter().fold(install, |call, tool| call.argument(*tool)))?;
    fs::write(stamp, tools).map_err(problem)?;
    Ok(Count::default())
}

/// A debug build is enough to test with, and quick.
fn wheel() -> Result<Count, Failure> {
    let build = inside("-m maturin build --quiet --manifest-path python/Cargo.toml --interpreter");
    let build = build.argument(format!("{VENV}/{PYTHON}")).argument("--out").argument(WHEELS);
    clear(WHEELS).map_err(|why| Failure {
        why: why.to_string(),
        again: format!("rm -r {WHEELS}"),
        count: Count::default(),
    })?;
    run(&build)
}

/// The wheel just built and no namesake: no index is asked. It has no dependencies that would have to come from one.
fn install() -> Call {
    let line = "-m pip install --quiet --disable-pip-version-check --force-reinstall --no-index --find-links";
    inside(line).argument(WHEELS).argument("wimple")
}

fn clear(folder: &str) -> std::io::Result<()> {
    if Path::new(folder).exists() { fs::remove_dir_all(folder) } else { Ok(()) }
}
