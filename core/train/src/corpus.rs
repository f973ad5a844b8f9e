//! Labelled messages: those of named files, and how they are changed before each epoch.
//!
//! Comes in: JSON lines `{"text", "spans": [{"start", "end", "type", "raw"}], "lang"}` with offsets in code points, plain or
//! `.xz` (unpacked by the program `xz`). Goes out: texts with spans in bytes.
use core::ops::Range;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::math::Random;

/// The number of a kind, in the order of `wimple::training::kinds`.
pub const PERSON: u8 = 0;
/// A place that is no address.
pub const LOCATION: u8 = 1;
/// A company, an authority, a club.
pub const ORGANIZATION: u8 = 2;
/// A postal address.
pub const ADDRESS: u8 = 3;

/// A text and what is named in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The text.
    pub text: String,
    /// Bytes and kinds, disjoint and in order.
    pub spans: Vec<(Range<usize>, u8)>,
    /// As the file says, `en` where it does not.
    pub language: String,
    /// Not made by the generator.
    pub real: bool,
}

/// The kind a label of a data set stands for. What is marked as unsure for measuring is good enough to learn from, apart
/// from persons: there the mark means handles.
fn kind(class: &str, raw: &str, unsure: bool) -> Option<u8> {
    match (class, raw) {
        ("PERSON", "username") => None,
        ("PERSON", _) => (!unsure).then_some(PERSON),
        (_, "address" | "ADDRESS" | "STREET" | "STREET_ADDRESS") => Some(ADDRESS),
        (_, "LOC" | "location" | "CITY" | "LOCATION") => Some(LOCATION),
        (_, raw) if raw.ends_with("_city") || raw.ends_with("_zipcode") => Some(LOCATION),
        (_, "ORG" | "ORGANIZATION" | "group" | "corporation" | "company_name") => Some(ORGANIZATION),
        _ => None,
    }
}

/// The messages of a file, in its order.
///
/// # Errors
/// Where the file cannot be read or is not of this form; the message names file and line.
pub fn read(path: &Path) -> Result<Vec<Message>, String> {
    let name = path.display();
    let packed = path.extension().is_some_and(|e| e == "xz");
    let text = if packed {
        unpacked(path)?
    } else {
        fs::read_to_string(path).map_err(|e| format!("{name}: {e}"))?
    };
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(n, line)| message(line).ok_or_else(|| format!("{name}, line {}: no labelled message", n + 1)))
        .collect()
}

/// What `xz` makes of a file.
///
/// # Errors
/// Where the program is missing or refuses.
pub fn unpacked(path: &Path) -> Result<String, String> {
    let name = path.display();
    let output = Command::new("xz").arg("-dc").arg(path).output().map_err(|e| format!("xz: {e}"))?;
    if !output.status.success() {
        return Err(format!("{name}: xz cannot unpack it"));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{name}: no UTF-8"))
}

fn message(line: &str) -> Option<Message> {
    let value: Value = serde_json::from_str(line).ok()?;
    let text = value.get("text")?.as_str()?.to_owned();
    let mut edges: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    edges.push(text.len());
    let mut spans: Vec<(Range<usize>, u8)> = Vec::new();
    for span in value.get("spans")?.as_array()? {
        let number = |key: &str| span.get(key)?.as_u64().map(|n| n as usize);
        let word = |key: &str| span.get(key).and_then(Value::as_str).unwrap_or("");
        let unsure = span.get("ignore").and_then(Value::as_bool).unwrap_or(false);
        let Some(kind) = kind(word("type"), word("raw"), unsure) else { continue };
        let (start, end) = (*edges.get(number("start")?)?, *edges.get(number("end")?)?);
        spans.push((start..end, kind));
    }
    spans.sort_by_key(|(place, _)| (place.start, place.end));
    let language = value.get("lang").and_then(Value::as_str).unwrap_or("en").to_owned();
    Some(Message { spans: joined(&text, spans), text, language, real: true })
}

/// First and last name beside each other are one name; what overlaps is told once.
fn joined(text: &str, spans: Vec<(Range<usize>, u8)>) -> Vec<(Range<usize>, u8)> {
    let mut all: Vec<(Range<usize>, u8)> = Vec::new();
    for (place, kind) in spans {
        if place.is_empty() {
            continue;
        }
        match all.last_mut() {
            Some((last, _)) if place.start < last.end => {}
            Some((last, of)) if *of == kind && text.get(last.end..place.start) == Some(" ") => {
                last.end = place.end
            }
            _ => all.push((place, kind)),
        }
    }
    // A postal code alone is no place: the catalogue finds it by what stands near.
    all.retain(|(place, _)| {
        text.get(place.clone()).is_some_and(|named| named.chars().any(char::is_alphabetic))
    });
    all
}

impl Message {
    /// In small letters, where no character changes its length.
    #[must_use]
    pub fn lowered(&self) -> Message {
        let small = |c: char| {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
                _ => c,
            }
        };
        Message { text: self.text.chars().map(small).collect(), ..self.clone() }
    }

    /// With one of its spans turned into the label that redacting it would leave, so that redacted texts are known.
    #[must_use]
    pub fn redacted(&self, random: &mut Random) -> Message {
        let chosen = random.below(self.spans.len().max(1));
        let Some((place, kind)) = self.spans.get(chosen).cloned() else { return self.clone() };
        let label = ["[PERSON]", "[LOCATION]", "[ORGANIZATION]", "[STREET_ADDRESS]"]
            .get(usize::from(kind))
            .copied()
            .unwrap_or_default();
        let mut text = self.text.clone();
        text.replace_range(place.clone(), label);
        let shift = |at: usize| if at >= place.end { at - place.len() + label.len() } else { at };
        let rest = self.spans.iter().enumerate().filter(|(n, _)| *n != chosen);
        let spans = rest.map(|(_, (other, kind))| (shift(other.start)..shift(other.end), *kind)).collect();
        Message { text, spans, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_the_sets_become_kinds() {
        let line = r#"{"text":"é Ann Lee in Bath","lang":"en","spans":[
            {"start":2,"end":5,"type":"PERSON","raw":"first_name"},{"start":6,"end":9,"type":"PERSON","raw":"last_name"},
            {"start":13,"end":17,"type":"OTHER","raw":"LOC","ignore":true}]}"#;
        let message = message(&line.replace('\n', " ")).expect("a message");
        assert_eq!(message.spans, [(3..10, PERSON), (14..18, LOCATION)]);
        assert_eq!(&message.text[3..10], "Ann Lee");
        assert_eq!(message.lowered().text, "é ann lee in bath");
        let redacted = message.redacted(&mut Random::new(1));
        assert_eq!(redacted.spans.len(), 1);
        let (place, kind) = redacted.spans[0].clone();
        assert_eq!(&redacted.text[place], if kind == PERSON { "Ann Lee" } else { "Bath" });
    }
}
