//! Which messages a run learns from, which ones say what a share is worth, and which ones it is measured on.
//!
//! Of each set one message in twenty is kept back and learnt by no run: half of them calibrate, half measure.
use std::path::PathBuf;

use serde_json::Value;
use wimple::training::kinds;

use crate::corpus::{ADDRESS, LOCATION, Message, ORGANIZATION, PERSON, read, unpacked};
use crate::generator::{Kind, Labelled, Pools, messages, neutral_words};
use crate::options::Options;

/// Named sets that may be learnt from, and of how many messages without a name one is taken.
const NAMED: [(&str, usize); 4] =
    [("multidogo_train", 2), ("restaurant8k_train", 2), ("wnut17_train", 1), ("btc_train", 1)];
/// How often the examples of the catalogue are taken, since they are few.
const EXAMPLES: usize = 4;
/// Names for the generator.
const POOLS: &str = "name_pools.json.xz";
/// One message in so many is kept back.
const KEPT_BACK: usize = 20;

/// The messages of a run.
#[derive(Debug, Default)]
pub struct Sets {
    /// Learnt from.
    pub train: Vec<Message>,
    /// Not learnt from; say what a share is worth.
    pub calibrate: Vec<Message>,
    /// Not looked at before the end, by set.
    pub held: Vec<(String, Vec<Message>)>,
}

impl Sets {
    fn add(&mut self, name: &str, messages: impl Iterator<Item = Message>, thin: usize) {
        let mut held = Vec::new();
        for (n, message) in messages.enumerate() {
            match n % KEPT_BACK {
                7 => self.calibrate.push(message),
                17 => held.push(message),
                _ if message.spans.is_empty() && n % thin != 0 => {}
                _ => self.train.push(message),
            }
        }
        self.held.push((name.to_owned(), held));
    }
}

/// The messages that these options ask for.
///
/// # Errors
/// Where a named set is there and cannot be read.
pub fn gather(options: &Options) -> Result<Sets, String> {
    let mut sets = Sets::default();
    sets.add("generated", generated(options)?.into_iter(), 1);
    let made = core::mem::take(&mut sets.calibrate);
    for _ in 0..EXAMPLES {
        sets.train.extend(examples());
        sets.train.extend(harmless()?);
        sets.train.extend(plain_lines());
    }
    for (name, thin) in NAMED {
        if let Some(path) = named(options, &format!("{name}.jsonl.xz")) {
            sets.add(name, read(&path)?.into_iter(), thin);
        }
    }
    // What people wrote says better how often the model is right than what the generator makes.
    if sets.calibrate.is_empty() {
        sets.calibrate = made;
    }
    Ok(sets)
}

/// A file of the named folder, if there is one.
fn named(options: &Options, name: &str) -> Option<PathBuf> {
    options.data.as_ref().map(|folder| folder.join(name)).filter(|path| path.exists())
}

/// The files that a run reads beside the repository.
#[must_use]
pub fn inputs(options: &Options) -> Vec<PathBuf> {
    let sets = NAMED.iter().map(|(name, _)| format!("{name}.jsonl.xz"));
    [POOLS.to_owned()].into_iter().chain(sets).filter_map(|name| named(options, &name)).collect()
}

/// Messages of the generator, with the names of the repository or of the named pools.
///
/// # Errors
/// Where named pools are there and cannot be read.
fn generated(options: &Options) -> Result<Vec<Message>, String> {
    let pools =
        named(options, POOLS).map_or_else(|| Ok(Pools::own()), |path| Pools::from_json(&unpacked(&path)?))?;
    Ok(messages(options.seed, options.messages, &pools).map(Message::from).collect())
}

impl From<Labelled> for Message {
    fn from(made: Labelled) -> Self {
        let kind = |kind| match kind {
            Kind::Person => PERSON,
            Kind::Address => ADDRESS,
            Kind::Location => LOCATION,
            Kind::Organization => ORGANIZATION,
        };
        let spans = made.spans.into_iter().map(|(start, end, of)| (start..end, kind(of))).collect();
        Message { text: made.text, spans, language: made.language.to_owned(), real: false }
    }
}

/// The examples of the catalogue: what names, places and addresses it wants found, and what it does not take for one.
/// Where an example is about another type, nobody is named in it.
fn examples() -> impl Iterator<Item = Message> {
    wimple::entities().flat_map(|entry| {
        let kind = kinds().iter().position(|kind| *kind == entry.id()).map(|kind| kind as u8);
        let finds = entry.finds().iter().map(move |text| example(text, kind));
        let skips = entry.skips().iter().map(|(text, _)| example(text, None));
        finds.chain(skips).collect::<Vec<_>>()
    })
}

/// Lines in which nobody is named, though they look like it.
fn plain_lines() -> impl Iterator<Item = Message> {
    let lines = include_str!("plain_lines.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| Message {
        text: line.to_owned(),
        spans: Vec::new(),
        language: "en".to_owned(),
        real: true,
    })
}

/// Messages full of numbers in which nobody is named: the half of them that may be looked at.
fn harmless() -> Result<Vec<Message>, String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/hard_negatives.jsonl");
    let lines = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    let values = lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let tuned = values.filter(|value| value.get("part").and_then(Value::as_str) == Some("tune"));
    let texts = tuned.filter_map(|value| value.get("text")?.as_str().map(str::to_owned));
    Ok(texts.map(|text| Message { text, spans: Vec::new(), language: "en".to_owned(), real: true }).collect())
}

/// A text whose value stands between `<<` and `>>`, or is all of it.
fn example(marked: &str, kind: Option<u8>) -> Message {
    let text = marked.replace("<<", "").replace(">>", "");
    let start = marked.find("<<").unwrap_or(0);
    let end = marked.find(">>").map_or(text.len(), |at| at - 2);
    let spans = kind.into_iter().map(|kind| (start..end, kind)).collect();
    Message { text, spans, language: "en".to_owned(), real: true }
}

/// Words of the generator's own sentences and of `plain.txt`, in small letters: nobody is called by them.
pub fn common_words() -> impl Iterator<Item = String> {
    let lines = include_str!("plain.txt").lines().filter(|line| !line.starts_with('#'));
    let plain = lines.flat_map(str::split_whitespace).map(str::to_owned);
    neutral_words().into_iter().chain(plain)
}
