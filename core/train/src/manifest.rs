//! What the shipped files were made from → `MANIFEST.toml` beside them.
//!
//! Hashes of the files themselves, which a test of the library holds, and of everything that went in; a lexicon that was
//! not made anew keeps what was said of it.
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use wimple::training::FEATURES;

use crate::options::Options;

/// The head of the part about the lexicon, which is the last.
const LEXICON: &str = "[lexicon]";

/// SHA-256 in hexadecimal.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The manifest of a run. `old` is the one before it.
///
/// # Errors
/// Where an input can no longer be read.
pub fn manifest(
    options: &Options,
    inputs: &[PathBuf],
    (weights, lexicon): (&[u8], &[u8]),
    learnt: usize,
    old: &str,
) -> Result<String, String> {
    let mut text = String::from("# Written by `cargo xtask train`; CARD.md says what it means.\n\n[files]\n");
    let _ = writeln!(text, "\"weights.bin\" = \"{}\"", hash(weights));
    let _ = writeln!(text, "\"lexicon.bin\" = \"{}\"", hash(lexicon));
    let _ = writeln!(text, "\n[weights]\nfeatures = {}\nseed = {}", FEATURES.2, options.seed);
    let _ =
        writeln!(text, "generated = {}\nlearnt = {learnt}\nepochs = {}", options.messages, options.epochs);
    text.push_str("\n[weights.inputs]\n");
    for input in inputs {
        text.push_str(&line(input)?);
    }
    let _ = writeln!(text, "\n{LEXICON}");
    match &options.lexicon {
        Some(source) => text.push_str(&line(source)?),
        None => text.push_str(old.split_once(LEXICON).map_or("", |(_, said)| said.trim_start())),
    }
    Ok(text)
}

/// A file's name, without its folder, and its hash.
fn line(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(format!("\"{name}\" = \"{}\"\n", hash(&bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_of_the_lexicon_stays() {
        let options = Options::default();
        let old = "[files]\n[lexicon]\n\"words.tsv\" = \"ab\"\n";
        let new = manifest(&options, &[], (b"w", b"l"), 3, old).expect("nothing to read");
        assert!(new.ends_with("[lexicon]\n\"words.tsv\" = \"ab\"\n"), "{new}");
        assert!(new.contains(&format!("\"weights.bin\" = \"{}\"", hash(b"w"))));
        assert_eq!(hash(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
