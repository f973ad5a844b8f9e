//! Programs in C99 and C++17 against the header and the library: built with every warning an error, and run.
//!
//! The binaries stay in `target/c-programs`, so that they can be run again under valgrind; `CC`, `CXX`, `CFLAGS` and
//! `CXXFLAGS` are heard, so that sanitizers can be asked for. Where there is no compiler, a line says so and nothing is
//! checked.
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

const C: [&str; 6] = ["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-g"];
const CPP: [&str; 6] = ["-std=c++17", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-g"];

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

const STATIC: &str = if cfg!(target_env = "msvc") { "wimple.lib" } else { "libwimple.a" };

/// The library file of that name, as the sources are now. Cargo makes neither a static nor a shared library for a test,
/// so the test asks for them, in its own profile; the target folder is free while tests run.
fn library(name: &str) -> &'static Path {
    static LIBRARIES: OnceLock<Vec<PathBuf>> = OnceLock::new();
    let libraries = LIBRARIES.get_or_init(|| {
        let test = std::env::current_exe().unwrap();
        let profile = match test.ancestors().nth(2).and_then(Path::file_name).and_then(|name| name.to_str()) {
            None | Some("debug") => "dev",
            Some(name) => name,
        };
        let output = Command::new(env!("CARGO"))
            .args([
                "build",
                "--offline",
                "--quiet",
                "--message-format=json",
                "--package=wimple-ffi",
                "--profile",
            ])
            .arg(profile)
            .current_dir(here(""))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let messages = String::from_utf8(output.stdout).unwrap();
        let artifacts = messages.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        let files = artifacts.flat_map(|a| a["filenames"].as_array().cloned().unwrap_or_default());
        files.filter_map(|f| f.as_str().map(PathBuf::from)).collect()
    });
    let found = libraries.iter().find(|path| path.file_name().is_some_and(|n| n == name));
    found.unwrap_or_else(|| panic!("cargo made no {name}"))
}

/// `target/c-programs`, whatever the target folder is called: two folders above the tests' `deps`.
fn programs() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let folder = test.ancestors().nth(3).unwrap().join("c-programs");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Builds `sources` into one program; `None` where the compiler is not there.
fn build(name: &str, sources: &[&str], linked: &str) -> Option<PathBuf> {
    let cpp = sources.iter().any(|s| s.ends_with(".cpp"));
    let (variable, usual, extra, flags) =
        if cpp { ("CXX", "c++", "CXXFLAGS", CPP) } else { ("CC", "cc", "CFLAGS", C) };
    let compiler = std::env::var(variable).unwrap_or_else(|_| usual.to_owned());
    let more = std::env::var(extra).unwrap_or_default();
    if Command::new(&compiler).arg("--version").output().is_err() {
        say_skipped(name, &compiler);
        return None;
    }
    let program = programs().join(name);
    let output = Command::new(&compiler)
        .args(flags)
        .args(more.split_whitespace())
        .arg("-I")
        .arg(here("../include"))
        .arg("-I")
        .arg(here("tests/c"))
        .args(sources.iter().map(|s| here(s)))
        .arg(library(linked))
        .args(if cfg!(target_os = "linux") { &["-lpthread", "-ldl", "-lm"][..] } else { &[] })
        .arg("-o")
        .arg(&program)
        .output()
        .unwrap();
    assert!(output.status.success(), "{name} does not build:\n{}", String::from_utf8_lossy(&output.stderr));
    Some(program)
}

#[allow(clippy::print_stderr, reason = "a check that is left out says so")]
fn say_skipped(name: &str, compiler: &str) {
    eprintln!("skipped {name}: there is no {compiler}");
}

/// What the program answers to `input`.
fn run(program: &Path, arguments: &[&Path], input: &str) -> String {
    run_in(&[], program, arguments, input)
}

/// As [`run`], with these variables in the environment.
fn run_in(environment: &[(&str, &str)], program: &Path, arguments: &[&Path], input: &str) -> String {
    let mut child = Command::new(program)
        .envs(environment.iter().copied())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{} failed: {err}", program.display());
    out
}

fn passes(name: &str, sources: &[&str]) {
    if let Some(program) = build(name, sources, STATIC) {
        assert_eq!(run(&program, &[], ""), "");
    }
}

#[test]
fn quickstart() {
    passes("quickstart", &["tests/c/quickstart.c"]);
}

/// The shared library exports what the header says.
#[test]
#[cfg(target_os = "linux")]
fn quickstart_shared() {
    if let Some(program) = build("quickstart_shared", &["tests/c/quickstart.c"], "libwimple.so") {
        assert_eq!(run(&program, &[], ""), "");
    }
}

#[test]
fn errors() {
    passes("errors", &["tests/c/errors.c"]);
}

#[test]
fn units() {
    passes("units", &["tests/c/units.c"]);
}

#[test]
fn session() {
    passes("session", &["tests/c/session.c"]);
}

#[test]
fn questions_and_values_over_two_messages() {
    passes("conversation", &["tests/c/conversation.c"]);
}

#[test]
fn conversation() {
    passes("conversation", &["tests/c/conversation.c"]);
}

#[test]
fn texts_in_pieces() {
    passes("stream", &["tests/c/stream.c"]);
}

#[test]
fn texts_in_pieces_through_the_veneer() {
    passes("stream_cpp", &["tests/c/stream.cpp"]);
}

#[test]
fn tokens() {
    passes("tokens", &["tests/c/tokens.c"]);
}

#[test]
fn operators() {
    passes("operators", &["tests/c/operators.c"]);
}

#[test]
fn keyset() {
    use base64ct::{Base64, Encoding};
    let Some(program) = build("keyset", &["tests/c/keyset.c"], STATIC) else { return };
    let folder = programs().join("keyset-files");
    std::fs::create_dir_all(&folder).unwrap();
    let frozen = std::fs::read_to_string(here("../core/tests/data/keyset.json")).unwrap();
    let environment = [
        ("WIMPLE_TEST_KEYSET", frozen.as_str()),
        ("WIMPLE_TEST_KEYSET_BASE64", &Base64::encode_string(frozen.as_bytes())),
        // 32 bytes that are no sealed keyset: a bare key is not taken.
        ("WIMPLE_TEST_KEYSET_BARE", &Base64::encode_string(&[7; 32])),
    ];
    assert_eq!(run_in(&environment, &program, &[&folder], ""), "");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0, "nothing is left beside the file");
}

#[test]
fn veneer_of_keysets() {
    if let Some(program) = build("keys", &["tests/c/keys.cpp"], STATIC) {
        assert_eq!(run(&program, &[&programs()], ""), "");
    }
}

#[test]
#[cfg(unix)]
fn threads() {
    passes("threads", &["tests/c/threads.c"]);
}

#[test]
#[cfg(unix)]
fn recognizers() {
    passes("recognizers", &["tests/c/recognizers.c"]);
}

#[test]
#[cfg(unix)]
fn models() {
    passes("models", &["tests/c/models.c"]);
}

#[test]
fn veneer() {
    passes("veneer", &["tests/c/veneer.cpp"]);
}

#[test]
fn veneer_in_two_units() {
    passes("twice", &["tests/c/twice_a.cpp", "tests/c/twice_b.cpp"]);
}

const CHAT: &str = "hi, café 😀\nmy card is 4111 1111 1111 1111\n\nwas that 4111 1111 1111 1111?\n";

#[test]
fn example_in_c() {
    if let Some(program) = build("redact_chat_c", &["examples/redact_chat.c"], STATIC) {
        let out = run(&program, &[], CHAT);
        assert_eq!(out, "hi, café 😀\nmy card is [CREDIT_CARD]\n\nwas that [CREDIT_CARD]?\n");
    }
}

#[test]
fn a_chat_client_in_c() {
    const EVENTS: &str = "<could you give me the number?\n~sure, 4111 1111 1111 11\n~sure, 4111 1111 1111 1111\n>it is 4111 1111\n~1111\n\
                          >1111 1111\n<thanks! and the code on the back?\n~912\n>912\n<so 4111-1111 1111-1111 it is\n";
    if let Some(program) = build("chat_client_c", &["examples/chat_client.c"], STATIC) {
        let out = run(&program, &[], EVENTS);
        let expected = "1 agent: could you give me the number?\ntyping: sure, 4111 1111 1111 11\ntyping: sure, •••••••••••••••••••\n\
                        2 customer: it is 4111 1111\ntyping: 1111\n3 customer: [CREDIT_CARD]\n2 becomes: it is [CREDIT_CARD]\n\
                        4 agent: thanks! and the code on the back?\ntyping: •••\n5 customer: [CARD_VERIFICATION_CODE]\n\
                        6 agent: so [CREDIT_CARD] it is\n--\nagent: could you give me the number?\ncustomer: it is [CREDIT_CARD]\n\
                        customer: [CREDIT_CARD]\nagent: thanks! and the code on the back?\ncustomer: [CARD_VERIFICATION_CODE]\n\
                        agent: so [CREDIT_CARD] it is\n";
        assert_eq!(out, expected);
    }
}

#[test]
fn example_in_cpp() {
    if let Some(program) = build("redact_chat_cpp", &["examples/redact_chat.cpp"], STATIC) {
        let out = run(&program, &[], CHAT);
        let placeholders: Vec<&str> = out.split(['[', ']']).skip(1).step_by(2).collect();
        assert_eq!(placeholders.len(), 2, "{out}");
        assert!(placeholders[0].starts_with("CREDIT_CARD_1"), "{out}");
        assert_eq!(placeholders[0], placeholders[1], "one card, one placeholder");

        let policy = programs().join("policy.toml");
        std::fs::write(&policy, "version = 1\ndefault = { operator = \"mask\", keep_last = 4 }\n").unwrap();
        let out = run(&program, &[&policy], CHAT);
        assert!(out.contains("my card is **** **** **** 1111\n"), "{out}");
    }
}

#[test]
#[cfg(unix)]
fn vault_on_disk() {
    passes("vault", &["tests/c/vault.c"]);
}
