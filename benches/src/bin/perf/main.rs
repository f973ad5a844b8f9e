//! Measures Wimple and prints a table; `cargo xtask perf` builds and runs it.
//!
//! Without arguments: times. `own`: only what recognizers of a user's own cost. `first`: nanoseconds from the start of
//! `main` to the first redacted message. `count CORPUS ROUNDS`: does the work of clean, dense, short, a foreign language
//! (`russian`, `greek`, `chinese`, `arabic`, `french`, `japanese`) or a hostile text so many times, for callgrind; `own` is the
//! clean corpus with recognizers of a user's own, `named-` before a name lets the name model read it, too; `4096@` before it
//! joins the corpus to one text, which is redacted in pieces of so many bytes, `0@` as a whole.
#![expect(clippy::print_stdout, reason = "a table is what this program makes")]

mod own;
mod pair;
mod tables;

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use wimple::{Engine, Operator, Policy};

fn main() -> Result<(), Box<dyn Error>> {
    let started = Instant::now();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => tables::all(),
        ["own"] => own::shares(),
        ["first"] => {
            let out = Engine::new().redact("Hi, I am Ada, write to ada@example.com about order 4417720.")?;
            black_box(out.text());
            println!("{}", started.elapsed().as_nanos());
            Ok(())
        }
        ["count", corpus, rounds] => count(corpus, rounds.parse()?),
        _ => Err("usage: perf [own | first | count CORPUS ROUNDS]".into()),
    }
}

/// The same corpus and engine whatever the rounds, so that two runs differ by nothing but the rounds.
fn count(corpus: &str, rounds: usize) -> Result<(), Box<dyn Error>> {
    // The budget is that of the scan; "named-clean" is the clean corpus read by the name model, too.
    let (names, corpus) = match corpus.strip_prefix("named-") {
        Some(corpus) => (true, corpus),
        None => (false, corpus),
    };
    let (piece, corpus) = match corpus.split_once('@') {
        Some((piece, corpus)) => (Some(piece.parse::<usize>()?), corpus),
        None => (None, corpus),
    };
    let messages = match corpus {
        "clean" | "own" => wimple_benches::clean(1_000_000),
        "dense" => wimple_benches::dense(1_000_000),
        "short" => wimple_benches::short(11_000),
        name if wimple_benches::foreign(name, 1).is_some() => {
            wimple_benches::foreign(name, 1_000_000).unwrap_or_default()
        }
        hostile => match wimple_benches::hostile(1_000_000).find(|(name, _)| *name == hostile) {
            Some((_, text)) => vec![text],
            None => {
                return Err(
                    "a corpus is clean, own, dense, short, a language or the name of a hostile text".into()
                );
            }
        },
    };
    let bytes: usize = messages.iter().map(String::len).sum();
    println!("{bytes}");
    let policy = if corpus == "own" { wimple_benches::own()? } else { Policy::new() };
    let policy = policy.names(names);
    let engine = Engine::builder().policy(policy.default(Operator::mask())).build()?;
    if let Some(piece) = piece {
        return in_pieces(&engine, &messages.join("\n"), piece, rounds);
    }
    for _ in 0..rounds {
        for message in &messages {
            if matches!(corpus, "clean" | "own") {
                black_box(engine.analyze(message.as_str())?);
            } else {
                black_box(engine.redact(message.as_str())?);
            }
        }
    }
    Ok(())
}

/// One text, in pieces of so many bytes; 0 is the whole.
fn in_pieces(engine: &Engine, text: &str, piece: usize, rounds: usize) -> Result<(), Box<dyn Error>> {
    for _ in 0..rounds {
        if piece == 0 {
            black_box(engine.redact(text)?);
            continue;
        }
        let mut redactor = engine.redactor("", |out: &str| {
            black_box(out);
        })?;
        for piece in text.as_bytes().chunks(piece) {
            redactor.write_bytes(piece)?;
        }
        black_box(redactor.end()?);
    }
    Ok(())
}
