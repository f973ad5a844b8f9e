//! The checked-in header is what the sources say, and says all of it.
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Once;

/// The order in which the header speaks of things.
const SOURCES: [&str; 26] = [
    "version",
    "status",
    "text",
    "policy",
    "config",
    "custom",
    "recognizer",
    "reading",
    "input",
    "lock",
    "keyset",
    "keyset_file",
    "engine",
    "vault",
    "vault_options",
    "vault_file",
    "vault_subject",
    "session",
    "restore",
    "stream",
    "result",
    "token",
    "explain",
    "entities",
    "boundary",
    "host",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn source(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name).with_extension("rs")
}

/// The checked-in header, written anew first where that was asked for.
fn header() -> String {
    static BLESSING: Once = Once::new();
    BLESSING.call_once(|| {
        if std::env::var_os("WIMPLE_BLESS").is_some_and(|v| v == "1") {
            fs::write(root().join("include/wimple.h"), generated()).unwrap();
        }
    });
    fs::read_to_string(root().join("include/wimple.h")).unwrap().replace("\r\n", "\n")
}

fn generated() -> String {
    let config =
        cbindgen::Config::from_file(Path::new(env!("CARGO_MANIFEST_DIR")).join("cbindgen.toml")).unwrap();
    let mut builder = cbindgen::Builder::new().with_config(config);
    for name in SOURCES {
        builder = builder.with_src(source(name));
    }
    let mut bytes = Vec::new();
    builder.generate().unwrap().write(&mut bytes);
    String::from_utf8(bytes).unwrap().replace("\r\n", "\n")
}

/// The number a macro of the header stands for.
fn macro_value(header: &str, name: &str) -> u32 {
    let line = header.lines().find_map(|l| l.strip_prefix(&format!("#define {name} "))).unwrap();
    line.trim().parse().unwrap()
}

#[test]
fn the_header_is_what_the_sources_say() {
    let (header, now) = (header(), generated());
    let differing = header.lines().zip(now.lines()).position(|(a, b)| a != b);
    assert!(
        header == now,
        "include/wimple.h differs from the sources, first at line {}; WIMPLE_BLESS=1 writes it anew",
        differing.map_or(header.lines().count().min(now.lines().count()), |l| l) + 1
    );
}

#[test]
fn every_source_and_every_exported_function_is_in_the_header() {
    let header = header();
    let mut exported = 0;
    for entry in fs::read_dir(source("lib").parent().unwrap()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(name == "lib" || SOURCES.contains(&name.as_str()), "{name}.rs is not read for the header");
        let text = fs::read_to_string(&path).unwrap();
        for rest in text.split("extern \"C\" fn ").skip(1) {
            let function = rest.split('(').next().unwrap();
            assert!(header.contains(&format!("{function}(")), "{function} is not in the header");
            exported += 1;
        }
        let unmangled = text.matches("#[unsafe(no_mangle)]").count();
        assert_eq!(
            unmangled,
            text.matches("extern \"C\" fn ").count(),
            "{name}.rs: extern and no_mangle go together"
        );
    }
    assert!(exported > 40, "the sources were not read: {exported}");
}

#[test]
fn version_macros_are_the_version_of_the_crate() {
    let header = header();
    for (name, value) in [
        ("WIMPLE_VERSION_MAJOR", env!("CARGO_PKG_VERSION_MAJOR")),
        ("WIMPLE_VERSION_MINOR", env!("CARGO_PKG_VERSION_MINOR")),
        ("WIMPLE_VERSION_PATCH", env!("CARGO_PKG_VERSION_PATCH")),
    ] {
        assert_eq!(macro_value(&header, name).to_string(), value, "{name}, see ffi/src/version.rs");
    }
    assert_eq!(wimple::VERSION, env!("CARGO_PKG_VERSION"), "the library's own version");
}

#[test]
fn the_header_names_every_error_code_with_its_number() {
    use wimple::ErrorCode::*;
    let header = header();
    for code in [
        NullPointer,
        InvalidUtf8,
        InvalidArgument,
        Policy,
        Pattern,
        Limit,
        Operator,
        Random,
        Callback,
        Keyset,
        Token,
        Vault,
        Session,
        Panic,
    ] {
        let mut name = String::new();
        for c in format!("{code:?}").chars() {
            if c.is_uppercase() {
                name.push('_');
            }
            name.push(c.to_ascii_uppercase());
        }
        let line = format!("WIMPLE_STATUS{name} = {},", code as u32);
        assert!(header.contains(&line), "{line}");
    }
}
