//! Measures throughput. In: an engine and messages in memory. Out: MB/s and messages/s of `analyze` and `redact`.
//!
//! One thread, one call a message, the same messages over and over; reading files and printing are outside the clock.
use std::error::Error;
use std::hint::black_box;
use std::io::Write;
use std::time::{Duration, Instant};

use wimple::Engine;

use crate::messages::Message;
use crate::paint::Paint;

/// How long each of the two is measured, and how many parts of that time are compared.
const PART: Duration = Duration::from_millis(100);
const PARTS: usize = 5;

pub(crate) fn write(
    out: &mut impl Write,
    paint: Paint,
    engine: &Engine,
    messages: &[Message],
) -> Result<(), Box<dyn Error>> {
    let bytes: usize = messages.iter().map(|m| m.text.len()).sum();
    if bytes == 0 {
        return Ok(());
    }
    let heading = format!(
        "Throughput: one thread, one call a message, {} messages of {} bytes on average",
        messages.len(),
        bytes / messages.len()
    );
    writeln!(out, "\n{}", paint.strong(&heading))?;
    let analyze = measure(messages, |text| engine.analyze(text).map(|f| f.len()))?;
    line(out, "analyze", &analyze, bytes, messages.len())?;
    let redact = measure(messages, |text| engine.redact(text).map(|r| r.text().len()))?;
    line(out, "redact", &redact, bytes, messages.len())?;
    let note =
        "median of five; passes over the messages above, already in memory; MB = 1,000,000 bytes of UTF-8";
    writeln!(out, "{}", paint.faint(note))?;
    Ok(())
}

/// What was measured.
struct Measured {
    /// Seconds of one pass over all messages.
    pass: f64,
    passes: usize,
}

/// Runs `call` on every message, over and over; the median over the parts of the time of one pass.
fn measure(
    messages: &[Message],
    call: impl Fn(&str) -> Result<usize, wimple::Error>,
) -> Result<Measured, wimple::Error> {
    let pass = || -> Result<(), wimple::Error> {
        for message in messages {
            black_box(call(black_box(&message.text))?);
        }
        Ok(())
    };
    pass()?; // caches and lazily made tables
    let mut parts = Vec::with_capacity(PARTS);
    let mut passes = 0;
    for _ in 0..PARTS {
        let start = Instant::now();
        let mut count = 0u32;
        while count == 0 || start.elapsed() < PART {
            pass()?;
            count += 1;
        }
        parts.push(start.elapsed().as_secs_f64() / f64::from(count));
        passes += count as usize;
    }
    parts.sort_by(f64::total_cmp);
    let median = parts.get(PARTS / 2).copied().unwrap_or(f64::NAN);
    Ok(Measured { pass: median, passes })
}

fn line(
    out: &mut impl Write,
    name: &str,
    measured: &Measured,
    bytes: usize,
    messages: usize,
) -> Result<(), Box<dyn Error>> {
    let (bytes, messages) = (bytes as f64, messages as f64);
    writeln!(
        out,
        "{name:<8} {:>8.1} MB/s {:>12.0} messages/s {:>8.2} µs a message   ({} passes)",
        bytes / measured.pass / 1e6,
        messages / measured.pass,
        measured.pass / messages * 1e6,
        measured.passes
    )?;
    Ok(())
}
