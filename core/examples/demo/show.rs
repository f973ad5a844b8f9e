//! Prints conversations. In: messages and an engine. Out: each message with its findings marked and its redacted form
//! below, and the counts of all of them, printed or not.
use std::error::Error;
use std::io::Write;

use wimple::{Engine, Finding, Findings, Session};

use crate::count::Counts;
use crate::messages::Message;
use crate::paint::{Paint, harmless};

/// Prints the first `printed` messages and counts all.
pub(crate) fn conversations(
    out: &mut impl Write,
    paint: Paint,
    engine: &Engine,
    messages: &[Message],
    printed: usize,
) -> Result<Counts, Box<dyn Error>> {
    let mut counts = Counts::default();
    let mut session: Option<Session> = None;
    let mut current = "";
    for (index, message) in messages.iter().enumerate() {
        // One conversation, one memory. Messages that belong to none have nothing to remember.
        if session.is_none() || message.conversation.is_empty() || message.conversation != current {
            session = Some(engine.session());
            if index < printed && !message.conversation.is_empty() && message.conversation != current {
                writeln!(out, "{}\n", paint.strong(&format!("── {} ──", harmless(&message.conversation))))?;
            }
            current = &message.conversation;
        }
        let Some(session) = session.as_mut() else { continue };
        let redacted = session.redact(&message.text)?;
        counts.add(redacted.findings(), message.text.len());
        if index < printed {
            one(out, paint, message, redacted.findings(), redacted.text())?;
        }
    }
    if messages.len() > printed {
        let rest = messages.len() - printed;
        writeln!(
            out,
            "{}\n",
            paint.faint(&format!("… {rest} more messages, counted below (--all prints them)"))
        )?;
    }
    Ok(counts)
}

fn one(
    out: &mut impl Write,
    paint: Paint,
    message: &Message,
    findings: &Findings,
    redacted: &str,
) -> Result<(), Box<dyn Error>> {
    if !message.note.is_empty() {
        writeln!(out, "{}", paint.faint(&harmless(&message.note)))?;
    }
    if message.text.is_empty() {
        writeln!(out, "  {}", paint.faint("(empty)"))?;
    } else {
        writeln!(out, "{}", indent(&marked(paint, &message.text, findings), "  "))?;
    }
    if findings.is_empty() {
        writeln!(out, "{}\n", paint.faint("→ nothing found"))?;
    } else {
        writeln!(out, "{}\n", indent(&harmless(redacted), "→ "))?;
    }
    Ok(())
}

/// The text with each outermost finding coloured, or in `«»`, and its type after it.
fn marked(paint: Paint, text: &str, findings: &Findings) -> String {
    let mut line = String::with_capacity(text.len() * 2);
    let mut done = 0;
    for finding in findings.outermost() {
        let span = finding.span();
        line.push_str(&harmless(text.get(done..span.start()).unwrap_or("")));
        let value = harmless(finding.text(text).unwrap_or(""));
        if paint.is_on() {
            // Each line of a value by itself, so that a colour never runs over a line's end.
            let parts: Vec<_> = value.split('\n').map(|part| paint.value(finding.category(), part)).collect();
            line.push_str(&parts.join("\n"));
        } else {
            line.push('«');
            line.push_str(&value);
            line.push('»');
        }
        line.push_str(&paint.faint(&says(finding, findings)));
        done = span.end();
    }
    line.push_str(&harmless(text.get(done..).unwrap_or("")));
    line
}

/// The type, and what else is known: a claimed value, a specimen, findings inside.
fn says(finding: &Finding, all: &Findings) -> String {
    let mut note = format!("({}", finding.entity_type());
    let inside = |f: &&Finding| finding.span().contains(f.span()) && finding.span() != f.span();
    for inner in all.iter().filter(inside) {
        note.push_str(&format!(" with {}", inner.entity_type()));
    }
    if finding.evidence().claimed() {
        note.push_str(", claimed");
    }
    note.push(')');
    note
}

/// Every line two columns in, the first with `sign`.
fn indent(text: &str, sign: &str) -> String {
    let mut lines = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        lines.push(if index == 0 { format!("{sign}{line}") } else { format!("  {line}") });
    }
    lines.join("\n")
}
