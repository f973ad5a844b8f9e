//! The way back from tokens: each that is ours and opens becomes its value.
//!
//! Comes in: a text, whose it is, and for what it is meant. Goes out: the text with the values, and what was met.
use super::Engine;
use crate::error::Error;
use crate::input::Input;
use crate::restored::{RestoreOptions, RestoreReport, Restored, Tolerance};
use crate::token::TokenState;

impl Engine {
    /// Puts the values of tokens back: of those made with the engine's keyset, for the input's tenant, and, where a token
    /// is bound to a subject, for the input's subject.
    ///
    /// ```
    /// use wimple::{Engine, Input, Keyset, Operator, Policy};
    /// let engine = Engine::builder()
    ///     .policy(Policy::new().default(Operator::tokenize()))
    ///     .keyset(Keyset::generate()?)
    ///     .build()?;
    /// let out = engine.redact("Write to bo@example.com.")?;
    /// assert_eq!(engine.restore(out.text())?.text(), "Write to bo@example.com.");
    ///
    /// // A token that was made for one customer stays closed in the text of another.
    /// let theirs = engine.redact(Input::new("bo@example.com").subject("customer 7"))?;
    /// let pasted = engine.restore(Input::new(theirs.text()).subject("customer 8"))?;
    /// assert_eq!((pasted.text(), pasted.report().closed()), (theirs.text(), 1));
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// Tokens are read as people and language models rewrite them ([`Tolerance::Tolerant`]). What does not open stays as
    /// it is, and is counted. A value that was put back is not looked at again. Placeholders are opened by the
    /// [`Session`](crate::Session) that gave them out. Numbers of [`Operator::fpe`](crate::Operator::fpe) become their
    /// values, too: those between marks anywhere, those in place of cards where detection sees that a card is meant. Who may see a restored text is the host's decision.
    ///
    /// # Errors
    /// [`Error::Limit`] where the text is over the engine's limit; [`Error::Token`] where the engine has no keyset;
    /// [`Error::Vault`] where the vault gives no answer or what it holds is not what was kept.
    pub fn restore<'t>(&self, input: impl Into<Input<'t>>) -> Result<Restored, Error> {
        self.restore_with(input, RestoreOptions::new())
    }

    /// As [`restore`](Engine::restore), with a tolerance and a sink of your choice.
    ///
    /// ```
    /// use wimple::{Engine, Keyset, Operator, Policy, Recognizer, Sink};
    /// let names = Recognizer::words("NICK", ["Bo & Co"])?;
    /// let engine = Engine::builder()
    ///     .policy(Policy::new().default(Operator::tokenize()).recognizer(names))
    ///     .keyset(Keyset::generate()?)
    ///     .build()?;
    /// let out = engine.redact("from Bo & Co")?;
    /// let page = engine.restore_with(&format!("<p>{}</p>", out.text()), Sink::Html)?;
    /// assert_eq!(page.text(), "<p>from Bo &amp; Co</p>");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// Tenant and subject of the options go before those of the input.
    ///
    /// # Errors
    /// As [`restore`](Engine::restore).
    pub fn restore_with<'t, 'o>(
        &self,
        input: impl Into<Input<'t>>,
        options: impl Into<RestoreOptions<'o>>,
    ) -> Result<Restored, Error> {
        let options = options.into();
        let mut input: Input<'_> = input.into();
        if !options.tenant_hint().is_empty() {
            input = input.tenant(options.tenant_hint());
        }
        if !options.subject_hint().is_empty() {
            input = input.subject(options.subject_hint());
        }
        let text = input.text();
        let tolerant = options.tolerance_wish() != Tolerance::Exact;
        let mut out = String::with_capacity(text.len());
        let mut report = RestoreReport::default();
        let mut done = 0;
        for met in self.met(&input)? {
            match (met.state, met.value) {
                (TokenState::Own, Some(value)) if met.to_the_letter || tolerant => {
                    let start = options.sink_wish().begin(text, done, met.span.start);
                    out.push_str(text.get(done..start).unwrap_or_default());
                    options.sink_wish().write(&value, &mut out);
                    done = met.span.end;
                    report.restored += 1;
                    report.normalized += usize::from(!met.to_the_letter);
                }
                (TokenState::Own | TokenState::DestroyedKey, _) => report.closed += 1,
                (TokenState::UnknownKey, _) => report.unknown += 1,
                (TokenState::Forged, _) => report.forged += 1,
                (TokenState::Damaged, _) => report.damaged += 1,
            }
        }
        out.push_str(text.get(done..).unwrap_or_default());
        Ok(Restored::new(out, report))
    }
}
