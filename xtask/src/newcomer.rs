//! "Add an entity type in ten minutes", done as CONTRIBUTING.md says it: its file and its word go into a copy of the
//! repository, and the catalogue's own tests say whether that was all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::call::Call;
use crate::steps::{Count, Failure, run};

/// Where the copy lies, and what is copied of the root.
const COPY: &str = "target/newcomer";
const COPIED: [&str; 10] =
    ["Cargo.toml", "Cargo.lock", "README.md", "core", "ffi", "python", "benches", "xtask", ".cargo", "docs"];

/// Follows the recipe in a copy and tests the result there.
pub(crate) fn follow() -> Result<Count, Failure> {
    let again = "cargo xtask test";
    prepare().map_err(|problem| Failure {
        why: format!("the recipe of CONTRIBUTING.md cannot be followed: {problem}"),
        again: again.into(),
        count: Count::default(),
    })?;
    let cargo = |what: &str| {
        Call::new(&format!(
            "cargo test --manifest-path {COPY}/Cargo.toml --target-dir target -p wimple {what}"
        ))
    };
    // What is generated from the catalogue is rewritten as the recipe says; then everything must hold.
    run(&cargo("--test it of_the_catalogue").variable("WIMPLE_BLESS", "1"))?;
    run(&cargo("--lib detect::"))?;
    run(&cargo("--test it catalogue"))?;
    Ok(Count::default())
}

fn prepare() -> Result<(), String> {
    let copy = Path::new(COPY);
    let told = |problem: io::Error| problem.to_string();
    if copy.exists() {
        fs::remove_dir_all(copy).map_err(told)?;
    }
    fs::create_dir_all(copy).map_err(told)?;
    for name in COPIED {
        duplicate(Path::new(name), &copy.join(name)).map_err(told)?;
    }
    // A version of its own: the copy shares the target folder, and cargo must not take its builds for ours.
    let manifest = fs::read_to_string(copy.join("Cargo.toml")).map_err(told)?;
    let (head, tail) = manifest.split_once("\nversion = \"").ok_or("the workspace has no version")?;
    let (version, tail) = tail.split_once('"').ok_or("the workspace's version has no end")?;
    let marked = format!("{head}\nversion = \"{version}+newcomer\"{tail}");
    fs::write(copy.join("Cargo.toml"), marked).map_err(told)?;
    let recipe = fs::read_to_string("CONTRIBUTING.md").map_err(told)?;
    let (before, rest) = recipe.split_once("```rust\n").ok_or("it holds no Rust block")?;
    let (file, _) = rest.split_once("```").ok_or("its Rust block has no end")?;
    // The path named last before the block is the file's place.
    let path =
        before.rsplit('`').find(|word| word.ends_with(".rs")).ok_or("it names no file for the block")?;
    let path = PathBuf::from(path);
    let word = path.file_stem().and_then(|stem| stem.to_str()).ok_or("the file has no name")?;
    fs::write(copy.join(&path), file).map_err(told)?;
    let shelf = copy.join(&path).with_file_name("mod.rs");
    let list = fs::read_to_string(&shelf).map_err(told)?;
    let with = list.replacen("entries! {\n", &format!("entries! {{\n    {word},\n"), 1);
    if with == list {
        return Err("the shelf has no list".into());
    }
    fs::write(shelf, with).map_err(told)
}

/// Copies a file or a folder with all it holds, less what tools leave behind.
fn duplicate(from: &Path, to: &Path) -> io::Result<()> {
    if !from.is_dir() {
        return fs::copy(from, to).map(|_| ());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if name != "target" && name != "__pycache__" {
            duplicate(&entry.path(), &to.join(name))?;
        }
    }
    Ok(())
}
