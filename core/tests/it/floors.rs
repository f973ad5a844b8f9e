//! The floors of ARCHITECTURE.md, held by reading what each file uses.
use std::fs;
use std::path::{Path, PathBuf};

/// Modules by floor, from the ground. A file may use floors below its own, and its own floor where that is not one of
/// the rooms that are blind to each other's inside.
const FLOORS: [&[&str]; 7] = [
    &["span", "score", "entity", "error", "secret", "limits"],
    &["text", "check", "crypto", "restored"],
    &["finding", "input", "catalog", "model", "recognizer", "keyset"],
    &["detect", "policy", "token", "vault"],
    &["transform", "report"],
    &[],
    &["engine", "session", "stream"],
];
const BLIND: [(&str, &str); 2] = [("detect", "policy"), ("policy", "detect")];

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// The modules that a line of code names after `crate::`; tests and comments do not count.
fn used(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text);
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut names = Vec::new();
    for line in lines {
        for tail in line.split("crate::").skip(1) {
            let name: String = tail.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            names.push(name);
        }
    }
    names
}

#[test]
fn every_file_uses_only_what_lies_below_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&source, &mut all);
    let (mut wrong, mut uses) = (Vec::new(), 0);
    for path in all {
        let inside = path.strip_prefix(&source).unwrap();
        let module = inside.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_string();
        let test = path.file_name().is_some_and(|name| name == "tests.rs");
        if module == "lib" || test {
            continue;
        }
        let own = floor(&module).unwrap_or_else(|| panic!("{module} stands on no floor"));
        for name in used(&fs::read_to_string(&path).unwrap()) {
            uses += 1;
            let Some(below) = floor(&name) else {
                wrong.push(format!("{} uses crate::{name}, which is no module", inside.display()));
                continue;
            };
            if below > own || BLIND.contains(&(module.as_str(), name.as_str())) {
                wrong.push(format!("{} (floor {own}) uses {name} (floor {below})", inside.display()));
            }
        }
    }
    assert!(uses > 100, "the test sees the files");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
