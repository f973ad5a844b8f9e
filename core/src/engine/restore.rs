//! The way back from tokens: each that is ours and opens becomes its value.
//!
//! Comes in: a text, whose it is, and for what it is meant. Goes out: the text with the values, and what was met.
use super::Engine;
use super::met::Met;
use crate::error::Error;
use crate::input::Input;
use crate::restored::{RestoreOptions, RestoreReport, Restored, Tolerance};
use crate::token::{NO_KEYS, TokenState};

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
        let mut out = String::with_capacity(input.text().len());
        let (mut report, mut done) = (RestoreReport::default(), 0);
        let met = self.met(&input)?;
        put_back(input.text(), met, &options, &mut done, &mut out, &mut report);
        out.push_str(input.text().get(done..).unwrap_or_default());
        Ok(Restored::new(out, report))
    }
}

/// Puts back what opens of the places that were met; what is before `done` was written.
fn put_back<'t>(
    text: &'t str,
    met: impl IntoIterator<Item = Met<'t>>,
    options: &RestoreOptions<'_>,
    done: &mut usize,
    out: &mut String,
    report: &mut RestoreReport,
) {
    let tolerant = options.tolerance_wish() != Tolerance::Exact;
    for met in met {
        match (met.state, met.value) {
            (TokenState::Own, Some(value)) if met.to_the_letter || tolerant => {
                let start = options.sink_wish().begin(text, *done, met.span.start);
                out.push_str(text.get(*done..start).unwrap_or_default());
                options.sink_wish().write(&value, out);
                *done = met.span.end;
                report.restored += 1;
                report.normalized += usize::from(!met.to_the_letter);
            }
            (TokenState::Own | TokenState::DestroyedKey, _) => report.closed += 1,
            (TokenState::UnknownKey, _) => report.unknown += 1,
            (TokenState::Forged, _) => report.forged += 1,
            (TokenState::Damaged, _) => report.damaged += 1,
        }
    }
}

/// How far a text is restored that comes in pieces.
#[derive(Default)]
pub(crate) struct Opening {
    /// What is before this byte was written.
    pub(crate) done: usize,
    /// Up to where tokens, and numbers between marks, were looked for.
    tokens: usize,
    wrapped: usize,
    pub(crate) report: RestoreReport,
}

impl Opening {
    /// The first `count` bytes of the text are gone.
    pub(crate) fn forget(&mut self, count: usize) {
        for place in [&mut self.done, &mut self.tokens, &mut self.wrapped] {
            *place = place.saturating_sub(count);
        }
    }
}

impl Engine {
    /// Refuses what only whole texts can be asked: which numbers stand for cards, where these have no marks.
    pub(crate) fn restores_pieces(&self) -> Result<(), Error> {
        let tools = &self.inner.tools;
        if tools.keyset.is_none() {
            return Err(Error::Token { problem: NO_KEYS });
        }
        if tools.fpe_end.is_some() {
            let problem = "card numbers without marks are known in whole texts only".to_owned();
            return Err(Error::InvalidArgument { what: "restorer", problem });
        }
        Ok(())
    }

    /// Goes on with what is there of a text. Where it has not `ended`, what may still become a token waits.
    pub(crate) fn open_more(
        &self,
        input: &Input<'_>,
        options: &RestoreOptions<'_>,
        opening: &mut Opening,
        ended: bool,
        out: &mut String,
    ) -> Result<(), Error> {
        let text = input.text();
        let (met, decided) = self.met_more(input, (&mut opening.tokens, &mut opening.wrapped), ended)?;
        put_back(text, met, options, &mut opening.done, out, &mut opening.report);
        let decided = if ended { text.len() } else { options.sink_wish().hold(text, opening.done, decided) };
        out.push_str(text.get(opening.done..decided).unwrap_or_default());
        opening.done = opening.done.max(decided);
        Ok(())
    }
}
