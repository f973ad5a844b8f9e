//! Shows what Wimple does to support conversations: `cargo demo`, `cargo demo -- FILE`, `cargo demo -- --html PAGE`.
//!
//! In: the sample conversations of this repository, or a `.txt` or `.jsonl` file of your own. Out: each message with
//! its findings coloured and its redacted form below, counts by entity type, and the throughput on the same messages;
//! or one page to open in a browser.
use std::env;
use std::error::Error;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use wimple::{Category, Engine, Operator, Policy, entity};

mod count;
mod messages;
mod page;
mod paint;
mod show;
mod speed;

/// How many messages of a file are printed where `--all` is not given. All of them are counted.
const PRINTED: usize = 200;

const USAGE: &str = "usage: cargo demo [-- [--all] [--html PAGE [--no-originals]] [FILE]]

  FILE            .jsonl or .ndjson: one object a line, its field `text` is a message;
                  anything else: one line is one message
  --all           show every message (at most 200 of a FILE are shown otherwise; all are counted)
  --html PAGE     write a page to look at in a browser; - is standard output
  --no-originals  leave the original texts out of the page

Without FILE it runs on the sample conversations. NO_COLOR and CLICOLOR_FORCE are obeyed.
";

fn main() -> ExitCode {
    let arguments = match Arguments::parse(env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(problem) => return complain(&format!("{problem}\n{USAGE}")),
    };
    let messages = match &arguments.file {
        Some(file) => messages::from_file(file),
        None => messages::samples(),
    };
    let messages = match messages {
        Ok(messages) => messages,
        Err(problem) => return complain(&format!("{problem}\n")),
    };
    // A reader that went away (`cargo demo | head`) is a quiet end, not a failure.
    match run(&arguments, &messages) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) if e.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == ErrorKind::BrokenPipe) => {
            ExitCode::SUCCESS
        }
        Err(e) => {
            complain(&format!("{e}\n"));
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments, messages: &[messages::Message]) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(io::stdout().lock());
    if arguments.help {
        out.write_all(USAGE.as_bytes())?;
        return Ok(out.flush()?);
    }
    let engine = Engine::builder().policy(policy()).build()?;
    let paint = paint::Paint::of_stdout();
    let printed = if arguments.all || arguments.file.is_none() { messages.len() } else { PRINTED };
    if let Some(path) = &arguments.html {
        let title = if arguments.file.is_none() { "The sample conversations" } else { "Redaction report" };
        let html = page::of(&engine, title, messages, printed, !arguments.no_originals)?;
        return page::write(&mut out, path, &html, !arguments.no_originals);
    }

    let counts = show::conversations(&mut out, paint, &engine, messages, printed)?;
    counts.write(&mut out, paint)?;
    // What is known so far should not wait for the measurement.
    out.flush()?;
    speed::write(&mut out, paint, &engine, messages)?;
    Ok(out.flush()?)
}

/// What the demo does to which finding: people get a number that stays theirs through a conversation, cards keep
/// their last four digits, secrets go without a trace of their length, everything else becomes its type.
fn policy() -> Policy {
    Policy::new()
        .default(Operator::label())
        .on(entity::PERSON, Operator::placeholder().irreversible())
        .on(entity::CREDIT_CARD, Operator::mask().keep_last(4))
        .on_category(Category::Secret, Operator::mask().fixed_length(8))
}

/// Says `problem` on standard error. Exit code 2: the input or the command line is wrong.
fn complain(problem: &str) -> ExitCode {
    // Nobody is left to tell where standard error is closed too.
    let _ = io::stderr().write_all(problem.as_bytes());
    ExitCode::from(2)
}

#[derive(Default)]
struct Arguments {
    file: Option<PathBuf>,
    html: Option<PathBuf>,
    no_originals: bool,
    all: bool,
    help: bool,
}

impl Arguments {
    fn parse(mut words: impl Iterator<Item = std::ffi::OsString>) -> Result<Self, &'static str> {
        let mut arguments = Arguments::default();
        while let Some(word) = words.next() {
            match word.to_str() {
                // `cargo demo -- FILE` hands its own `--` on.
                Some("--") => {}
                Some("--all") => arguments.all = true,
                Some("--html") => arguments.html = Some(words.next().ok_or("--html: write where?")?.into()),
                Some("--no-originals") => arguments.no_originals = true,
                Some("--help" | "-h") => arguments.help = true,
                Some(option) if option.starts_with("--") => return Err("unknown option"),
                _ if arguments.file.is_some() => return Err("one FILE at a time"),
                _ => arguments.file = Some(word.into()),
            }
        }
        if arguments.no_originals && arguments.html.is_none() {
            return Err("--no-originals is for --html");
        }
        Ok(arguments)
    }
}
