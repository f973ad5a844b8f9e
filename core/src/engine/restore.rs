//! The way back from tokens: each that is ours and opens becomes its value.
//!
//! Comes in: a text, whose it is, and for what it is meant. Goes out: the text with the values, and what was met.
use zeroize::Zeroizing;

use super::Engine;
use crate::error::Error;
use crate::input::Input;
use crate::restored::{RestoreOptions, RestoreReport, Restored, Tolerance};
use crate::token::{Found, NO_KEYS, Token, TokenKind, TokenState, Whose, find, open, open_kept};
use crate::transform::CANONICAL;

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
    /// [`Session`](crate::Session) that gave them out. Who may see a restored text is the host's decision.
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
        let (input, options) = (input.into(), options.into());
        let either =
            |wish: &'o str, hint: &'t str| if wish.is_empty() { hint.to_owned() } else { wish.to_owned() };
        let (tenant, subject) = (
            either(options.tenant_hint(), input.tenant_hint()),
            either(options.subject_hint(), input.subject_hint()),
        );
        let whose = Whose { tenant: &tenant, subject: &subject };
        let text = input.text();
        let met = self.met(text, whose)?;
        let tolerant = options.tolerance_wish() == Tolerance::Tolerant;
        let mut out = String::with_capacity(text.len());
        let mut report = RestoreReport::default();
        let mut done = 0;
        for Met { found, state, value } in met {
            match (state, value) {
                (TokenState::Own, Some(value)) if found.to_the_letter || tolerant => {
                    out.push_str(text.get(done..found.span.start).unwrap_or_default());
                    options.sink_wish().write(&value, &mut out);
                    done = found.span.end;
                    report.restored += 1;
                    report.normalized += usize::from(!found.to_the_letter);
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

    /// What in a text reads like a token, whose it is, and its value where it opens. The vault is asked once.
    pub(super) fn met(&self, text: &str, whose: Whose<'_>) -> Result<Vec<Met>, Error> {
        let tools = &self.inner.tools;
        let limit = self.inner.limits.input();
        if text.len() > limit {
            return Err(Error::Limit { what: "input bytes", actual: text.len(), limit });
        }
        if tools.ring.primary().is_none() {
            return Err(Error::Token { problem: NO_KEYS });
        }
        let recognition = tools.ring.recognition();
        let mut met: Vec<Met> = find(text)
            .map(|found| {
                let state =
                    found.token.as_ref().map_or(TokenState::Damaged, |token| recognition.state(token));
                let own = found.token.as_ref().filter(|_| state == TokenState::Own);
                let value = own.and_then(|token| open(&tools.ring, token, whose, CANONICAL));
                Met { found, state, value }
            })
            .collect();
        if let Some(vault) = &tools.vault {
            let named = |met: &&Met| met.named().is_some();
            let tokens: Vec<&Token> = met.iter().filter_map(Met::named).collect();
            if !tokens.is_empty() {
                let mut values = open_kept(&*vault.0, &tools.ring, &tokens, whose)?.into_iter();
                for met in met.iter_mut().filter(|met| named(&&**met)) {
                    met.value = values.next().flatten();
                }
            }
        }
        Ok(met)
    }
}

/// A place that reads like a token, as this engine sees it.
pub(super) struct Met {
    pub(super) found: Found,
    pub(super) state: TokenState,
    pub(super) value: Option<Zeroizing<String>>,
}

impl Met {
    /// A token of ours that names a value in a vault.
    fn named(&self) -> Option<&Token> {
        let own = self.state == TokenState::Own;
        self.found.token.as_ref().filter(|token| own && token.kind == TokenKind::Vault)
    }
}
