//! Makes the page of `--html`. In: messages and an engine. Out: one HTML file.
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::Path;

use wimple::{Engine, HtmlReport, Session};

use crate::messages::Message;

/// The page of the first `printed` messages; all are counted.
pub(crate) fn of(
    engine: &Engine,
    title: &str,
    messages: &[Message],
    printed: usize,
    originals: bool,
) -> Result<String, wimple::Error> {
    let mut page = HtmlReport::new().title(title);
    if !originals {
        page = page.without_originals();
    }
    let mut session: Option<Session> = None;
    let mut current = "";
    for (index, message) in messages.iter().enumerate() {
        if message.conversation.is_empty() || message.conversation != current {
            session = None;
            current = &message.conversation;
        }
        let session = session.get_or_insert_with(|| engine.session());
        let redacted = session.redact(&message.text)?;
        if index < printed {
            // Headings come from the file, so they are treated like its texts.
            let conversation = engine.redact(&message.conversation)?;
            let note = engine.redact(&message.note)?;
            page.conversation(conversation.text()).message(note.text(), &message.text, &redacted);
        } else {
            page.count(&redacted);
        }
    }
    Ok(page.to_html())
}

/// Writes the page to `path`; `-` is `out`.
pub(crate) fn write(
    out: &mut impl Write,
    path: &Path,
    html: &str,
    originals: bool,
) -> Result<(), Box<dyn Error>> {
    if path == Path::new("-") {
        out.write_all(html.as_bytes())?;
    } else {
        fs::write(path, html).map_err(|e| format!("{}: {e}", path.display()))?;
        let holds = if originals { "; it holds the original messages" } else { "" };
        writeln!(out, "The page is in {}{holds}.", path.display())?;
    }
    Ok(out.flush()?)
}
