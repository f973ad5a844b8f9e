//! `cargo xtask train`: makes the weights, and on request the lexicon.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this program talks to people")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use wimple::training::kinds;
use wimple_train::corpus::{Message, read, unpacked};
use wimple_train::manifest::manifest;
use wimple_train::measure::{Measured, measure};
use wimple_train::options::{HELP, Options, parse};
use wimple_train::train::{Recipe, train};
use wimple_train::{lexicon, sets};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.iter().any(|word| word == "--help" || word == "-h") {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    }
    match parse(words.into_iter()).and_then(|options| run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), String> {
    let file = |name: &str| options.out.join(name);
    if !options.measure.is_empty() {
        let (weights, lexicon) = (bytes(&file("weights.bin"))?, bytes(&file("lexicon.bin"))?);
        return options.measure.iter().try_for_each(|path| {
            show(&path.display().to_string(), &measured(&read(path)?, &weights, &lexicon));
            Ok(())
        });
    }
    let sets = sets::gather(options)?;
    if let Some(lines) = &options.lexicon {
        let packed = lines.extension().is_some_and(|e| e == "xz");
        let lines = if packed { unpacked(lines)? } else { text(lines)? };
        let mut entries = lexicon::entries(&lines, sets::common_words());
        lexicon::plain_words(&mut entries, sets.train.iter());
        let made = lexicon::file(&entries)?;
        println!("lexicon.bin: {} bytes", made.len());
        write(&file("lexicon.bin"), &made)?;
    }
    let lexicon = bytes(&file("lexicon.bin"))?;
    println!("{} messages to learn from, {} to calibrate with", sets.train.len(), sets.calibrate.len());
    let recipe = Recipe { seed: options.seed, epochs: options.epochs };
    let weights = train(&sets.train, &sets.calibrate, &lexicon, recipe, |line| println!("{line}"));
    write(&file("weights.bin"), &weights)?;
    let old = text(&file("MANIFEST.toml")).unwrap_or_default();
    let said = manifest(options, &sets::inputs(options), (&weights, &lexicon), sets.train.len(), &old)?;
    write(&file("MANIFEST.toml"), said.as_bytes())?;
    for (name, messages) in &sets.held {
        show(name, &measured(messages, &weights, &lexicon));
    }
    Ok(())
}

fn measured(messages: &[Message], weights: &[u8], lexicon: &[u8]) -> [Measured; 2] {
    let lowered: Vec<Message> = messages.iter().map(Message::lowered).collect();
    [messages, &lowered].map(|messages| measure(messages.iter(), weights, lexicon, 50))
}

/// Figures of a set as it is, and in small letters.
fn show(name: &str, measured: &[Measured; 2]) {
    println!("{name}: {} messages", measured[0].messages);
    for (way, measured) in ["as written", "lowered"].iter().zip(measured) {
        for (kind, count) in
            measured.counts.iter().enumerate().filter(|(_, count)| count.gold + count.told > 0)
        {
            let [p, r, f] = count.figures();
            println!(
                "  {way:10} {:15} {:5} there  P {p:5.1} R {r:5.1} F1 {f:5.1}  exact {:5}  calibration error {:4.1}, \
                 of true percentages {:4.1}, too much {:+5.1}",
                kinds()[kind],
                count.gold,
                count.exact,
                measured.calibration_error(kind),
                measured.calibration_error_of_truth(kind),
                measured.promised_too_much(kind),
            );
            let bins = measured.bins(kind).into_iter().enumerate().filter(|(_, bin)| bin.told > 0);
            let said: Vec<String> = bins
                .map(|(n, bin)| format!("{}0s {} of {} ({:.0})", n, bin.right, bin.told, bin.promised))
                .collect();
            println!("  {:10} {:15} right of told (promised): {}", "", "", said.join(", "));
        }
        let alarms = 1000.0 * measured.alarms as f64 / measured.messages.max(1) as f64;
        println!("  {way:10} messages with something wrong, of 1000: {alarms:.1}");
    }
}

fn bytes(path: &PathBuf) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}
