//! Prints made messages, names in angle brackets: `cargo run -p wimple-train --example messages -- SEED COUNT [POOLS.json]`.
#![allow(clippy::print_stdout, reason = "this program talks to people")]
use wimple_train::generator::{Pools, messages};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, usual: u64| words.get(at).map_or(Ok(usual), |word| word.parse());
    let pools = match words.get(2) {
        Some(path) => Pools::from_json(&std::fs::read_to_string(path)?)?,
        None => Pools::own(),
    };
    for message in messages(number(0, 1)?, number(1, 20)? as usize, &pools) {
        let mut shown = message.text.clone();
        for (start, end, kind) in message.spans.iter().rev() {
            shown.insert(*end, '⟩');
            shown.insert_str(*start, &format!("⟨{kind:?} "));
        }
        println!("{} | {}", message.language, shown.replace('\n', "⏎"));
    }
    Ok(())
}
