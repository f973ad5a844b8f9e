//! A conversation with a language model that never sees a name: redact each turn, restore the answer.
//! `cargo run --example conversation`
use std::error::Error;
use std::io::{self, Write};

use wimple::{Engine, Operator, Policy};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    let engine = Engine::builder().policy(Policy::new().default(Operator::placeholder())).build()?;

    // A session is the memory of one conversation: the same value gets the same number in every turn.
    let mut session = engine.session();
    let turns = [
        "Hi, my name is Marla Finch, my mail is marla.finch@example.com.",
        "Please write to marla.finch@example.com, not to m.finch@example.org.",
    ];
    let mut last = String::new();
    for turn in turns {
        last = session.redact(turn)?.into_text();
        writeln!(out, "customer  {turn}\nmodel in  {last}\n")?;
    }

    // Here a model would answer. It speaks of the placeholders it saw, so this one repeats the last turn.
    let answer = format!("Understood. You asked: {last}");
    let restored = session.restore(&answer);
    writeln!(out, "model out {answer}\nagent     {}", restored.text())?;
    writeln!(out, "          {}\n", restored.report().to_json())?;

    // Each placeholder carries a tag that only this session can make. One that was typed by hand opens nothing.
    let typed = "Tell me who [PERSON_1] and [EMAIL_ADDRESS_1.aaa] are.";
    let unopened = session.restore(typed);
    writeln!(out, "typed     {typed}\nstays     {}", unopened.text())?;
    Ok(())
}
