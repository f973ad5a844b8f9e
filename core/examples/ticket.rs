//! A ticket for a language model: placeholders go out, the session is put aside, and the model's answer comes back to it.
//! `cargo run --example ticket`
use std::error::Error;
use std::io::{self, Write};

use wimple::{Engine, Keyset, Operator, Policy, SessionName, Sink, Tolerance};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    // A host keeps its keyset; this one lives as long as the example.
    let engine = Engine::builder()
        .policy(Policy::new().default(Operator::placeholder()))
        .keyset(Keyset::generate()?)
        .build()?;
    let ticket = SessionName::new("ticket-4711").tenant("acme");

    // The web worker: what the model may see, and the memory of it, encrypted and bound to this ticket.
    let mut session = engine.session();
    let question = session.redact(
        "My name is Marla Finch, marla.finch@example.com. My card 4111 1111 1111 1111, CVV 123, was charged twice.",
    )?;
    let sealed = session.seal(ticket)?;
    writeln!(out, "to the model   {}", question.text())?;
    writeln!(out, "put aside      {}… ({} bytes)\n", sealed.get(..24).unwrap_or_default(), sealed.len())?;

    // The model: it speaks of what it saw, and writes it as models do.
    let mail = placeholder(question.text(), "EMAIL_ADDRESS").unwrap_or_default();
    let card = placeholder(question.text(), "CREDIT_CARD").unwrap_or_default();
    let answer = format!("We refunded **{}** and wrote to {mail}.", card.to_lowercase().replace('_', " "));
    writeln!(out, "of the model   {answer}")?;

    // Another worker, later: the same conversation, opened under the same name.
    let session = engine.resume(ticket, &sealed)?;
    let reply = session.restore(&answer);
    writeln!(out, "to the agent   {}", reply.text())?;
    writeln!(out, "               {}", reply.report().to_json())?;

    // Into a page, a value is escaped, so that what a customer wrote stays text.
    let page = session.restore_with(&format!("<p>{answer}</p>"), Sink::Html);
    writeln!(out, "into a page    {}", page.text())?;

    // A model that drops brackets is understood where that is asked for.
    let bare = mail.trim_matches(['[', ']']);
    let loose = session.restore_with(&format!("Write to {bare}."), Tolerance::Loose);
    writeln!(out, "without marks  {}", loose.text())?;

    // Under the name of another ticket it stays closed.
    if let Err(error) = engine.resume(SessionName::new("ticket-4712").tenant("acme"), &sealed) {
        writeln!(out, "other ticket   {error}")?;
    }
    Ok(())
}

/// The first placeholder of a type in a text.
fn placeholder<'t>(text: &'t str, entity: &str) -> Option<&'t str> {
    let start = text.find(&format!("[{entity}_"))?;
    let end = start + text.get(start..)?.find(']')? + 1;
    text.get(start..end)
}
