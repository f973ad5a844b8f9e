//! Nothing goes in; what recognizers of a user's own cost is printed.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use wimple::Engine;
use wimple_benches::{clean, dense, heading, own, row, short};

/// An engine with 200 terms and 20 patterns beside the plain one, turn and turn about over the same messages: the share
/// of the speed that is left does not depend on how busy the machine is. The passes are short, so that some of them are
/// never interrupted.
pub(crate) fn shares() -> Result<(), Box<dyn Error>> {
    println!("{}", heading("200 own terms and 20 own patterns"));
    let (plain, with) = (Engine::builder().build()?, Engine::builder().policy(own()?).build()?);
    for (measure, messages, goal) in [
        ("clean, analyze: speed that is left", clean(300_000), "40 %"),
        ("dense, analyze: speed that is left", dense(100_000), ""),
        ("short message, analyze", short(2_000), ""),
    ] {
        let (mut best, bytes) = ([Duration::MAX; 2], messages.iter().map(String::len).sum::<usize>());
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(2) {
            for (engine, best) in [&plain, &with].into_iter().zip(&mut best) {
                let start = Instant::now();
                for message in &messages {
                    black_box(engine.analyze(black_box(message.as_str()))?);
                }
                *best = (*best).min(start.elapsed());
            }
        }
        let speed = |time: Duration| format!("{:.0} MB/s", bytes as f64 / 1e6 / time.as_secs_f64().max(1e-9));
        let left = 100.0 * best[0].as_secs_f64() / best[1].as_secs_f64().max(1e-9);
        println!("{}", row(measure, &speed(best[1]), &speed(best[0]), &format!("{left:.0} %"), goal));
    }
    println!("(measured: with them; reference: the same engine without)");
    Ok(())
}
