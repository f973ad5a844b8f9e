//! What was asked for on the command line.
use std::path::PathBuf;

/// The page of help.
pub const HELP: &str = "\
Trains the name model and writes weights.bin and MANIFEST.toml beside the model's sources.

  cargo xtask train                     from the generator alone
  cargo xtask train --data DIR          also from the named sets in DIR, and with its pools of names
  cargo xtask train --lexicon FILE      makes lexicon.bin first, from lines of word TAB bits

  --seed N        another seed, other weights (1)
  --messages N    generated messages (100000)
  --epochs N      how often each message is seen (6)
  --out DIR       writes there instead
  --measure FILE  trains nothing: measures the shipped model on a labelled set; may be said several times
";

/// The options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Of the random numbers.
    pub seed: u64,
    /// Generated messages.
    pub messages: usize,
    /// How often each message is seen.
    pub epochs: usize,
    /// Folder of named sets.
    pub data: Option<PathBuf>,
    /// Lines the lexicon is made of.
    pub lexicon: Option<PathBuf>,
    /// Where files are written.
    pub out: PathBuf,
    /// Sets to measure.
    pub measure: Vec<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            seed: 1,
            messages: 100_000,
            epochs: 6,
            data: None,
            lexicon: None,
            out: PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../src/model")),
            measure: Vec::new(),
        }
    }
}

/// Reads the command line.
///
/// # Errors
/// Where it holds something unknown; the message says what.
pub fn parse(mut words: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options::default();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} needs a value\n\n{HELP}"));
        let number = |text: String| text.parse::<u64>().map_err(|_| format!("{text} is no number"));
        match word.as_str() {
            "--seed" => options.seed = number(value()?)?,
            "--messages" => options.messages = number(value()?)? as usize,
            "--epochs" => options.epochs = number(value()?)? as usize,
            "--data" => options.data = Some(value()?.into()),
            "--lexicon" => options.lexicon = Some(value()?.into()),
            "--out" => options.out = value()?.into(),
            "--measure" => options.measure.push(value()?.into()),
            _ => return Err(format!("no such option: {word}\n\n{HELP}")),
        }
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_and_unknown_ones_refused() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>().into_iter();
        let options = parse(words("--seed 7 --data x --measure a --measure b")).expect("known options");
        assert_eq!((options.seed, options.data, options.measure.len()), (7, Some("x".into()), 2));
        for wrong in ["--sed 7", "--seed x", "--seed"] {
            assert!(parse(words(wrong)).is_err(), "{wrong}");
        }
    }
}
