//! Reads messages. In: the samples compiled into the program, or a file. Out: messages, or what is wrong and in
//! which line. A complaint names the file, the line and the column, never what stands there.
use std::fs;
use std::path::Path;

use serde_json::Value;

/// One turn of a conversation.
pub(crate) struct Message {
    /// Which conversation; messages with the same name in a row share one session. Empty where the file has none.
    pub(crate) conversation: String,
    /// Who and in which language, for the heading.
    pub(crate) note: String,
    pub(crate) text: String,
}

const SAMPLES: [(&str, &str); 4] = [
    ("samples/en.jsonl", include_str!("../samples/en.jsonl")),
    ("samples/de.jsonl", include_str!("../samples/de.jsonl")),
    ("samples/es.jsonl", include_str!("../samples/es.jsonl")),
    ("samples/fr.jsonl", include_str!("../samples/fr.jsonl")),
];

/// The sample conversations of this repository.
pub(crate) fn samples() -> Result<Vec<Message>, String> {
    let mut messages = Vec::new();
    for (name, document) in SAMPLES {
        messages.append(&mut json_lines(name, document)?);
    }
    Ok(messages)
}

/// The messages of a file: `.jsonl` and `.ndjson` by their `text` field, all else line by line.
pub(crate) fn from_file(path: &Path) -> Result<Vec<Message>, String> {
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|e| format!("{name}: {e}"))?;
    let document = String::from_utf8(bytes).map_err(|e| {
        let (whole, column) = place(e.as_bytes(), e.utf8_error().valid_up_to());
        format!("{name}:{whole}:{column}: not valid UTF-8 (column in bytes); convert the file first")
    })?;
    let document = document.strip_prefix('\u{feff}').unwrap_or(&document);
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or("");
    if extension.eq_ignore_ascii_case("jsonl") || extension.eq_ignore_ascii_case("ndjson") {
        json_lines(&name, document)
    } else {
        Ok(lines(document))
    }
}

/// Line and column, both from 1, of the byte at `offset`.
fn place(bytes: &[u8], offset: usize) -> (usize, usize) {
    let before = bytes.get(..offset).unwrap_or(bytes);
    let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
    let column = before.iter().rev().take_while(|&&b| b != b'\n').count() + 1;
    (line, column)
}

fn lines(document: &str) -> Vec<Message> {
    document
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| Message { conversation: String::new(), note: String::new(), text: line.to_owned() })
        .collect()
}

fn json_lines(name: &str, document: &str) -> Result<Vec<Message>, String> {
    let mut messages = Vec::new();
    for (index, line) in document.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let number = index + 1;
        let value: Value = serde_json::from_str(line)
            .map_err(|e| format!("{name}:{number}:{}: not valid JSON", e.column().max(1)))?;
        let Some(text) = value.get("text").and_then(Value::as_str) else {
            return Err(format!("{name}:{number}: no object with a string field `text`"));
        };
        let field = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or("");
        let notes = [field("role"), field("lang")];
        messages.push(Message {
            conversation: field("conversation").to_owned(),
            note: notes.into_iter().filter(|n| !n.is_empty()).collect::<Vec<_>>().join(", "),
            text: text.to_owned(),
        });
    }
    Ok(messages)
}
