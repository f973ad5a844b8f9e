//! Tokens of older keys become tokens of the primary key, so that the older keys can go.
//!
//! Comes in: a text with tokens. Goes out: the same text with newer ones, and what was met.
use core::fmt;

use super::Engine;
use super::restore::Met;
use crate::error::Error;
use crate::input::Input;
use crate::token::{Flags, Keep, Spelled, Token, TokenKind, TokenState, Whose, deterministic, keep, random};
use crate::transform::CANONICAL;

/// A text whose tokens were renewed. `Debug` shows the report only.
#[derive(Clone, PartialEq, Eq)]
pub struct Retokenized {
    text: String,
    report: RetokenizeReport,
}

impl Retokenized {
    /// The text to keep instead.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text to keep instead, without copying it.
    pub fn into_text(self) -> String {
        self.text
    }

    /// How it went.
    pub fn report(&self) -> &RetokenizeReport {
        &self.report
    }
}

impl fmt::Debug for Retokenized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Retokenized").field("report", &self.report).finish_non_exhaustive()
    }
}

/// How renewing went, in numbers: safe to log.
///
/// ```
/// use wimple::{Engine, Keyset};
/// let engine = Engine::builder().keyset(Keyset::generate()?).build()?;
/// assert_eq!(
///     engine.retokenize("nothing here")?.report().to_json(),
///     r#"{"renewed":0,"current":0,"closed":0,"unknown":0,"forged":0,"damaged":0}"#
/// );
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RetokenizeReport {
    renewed: usize,
    current: usize,
    closed: usize,
    unknown: usize,
    forged: usize,
    damaged: usize,
}

impl RetokenizeReport {
    /// Tokens that were replaced.
    pub fn renewed(&self) -> usize {
        self.renewed
    }

    /// Tokens of the primary key: nothing to do.
    pub fn current(&self) -> usize {
        self.current
    }

    /// Tokens of an older key that do not open here and stay: hashes, those of another tenant or subject, of a key that
    /// is disabled or destroyed, and values that the vault has forgotten. While there are any, their key is still needed.
    pub fn closed(&self) -> usize {
        self.closed
    }

    /// Tokens of a key that is not of this keyset.
    pub fn unknown(&self) -> usize {
        self.unknown
    }

    /// Places that read like a token of a known key whose tag is wrong.
    pub fn forged(&self) -> usize {
        self.forged
    }

    /// Places that read like a token whose check characters are wrong.
    pub fn damaged(&self) -> usize {
        self.damaged
    }

    /// The report as one JSON object, its keys in this order.
    pub fn to_json(&self) -> String {
        let RetokenizeReport { renewed, current, closed, unknown, forged, damaged } = self;
        format!(
            r#"{{"renewed":{renewed},"current":{current},"closed":{closed},"unknown":{unknown},"forged":{forged},"damaged":{damaged}}}"#
        )
    }
}

impl Engine {
    /// Renews the tokens of a text: those of older keys become tokens of the primary key, of the same kind and value.
    ///
    /// ```
    /// use wimple::{Engine, Keyset, Operator, Policy};
    /// let engine = Engine::builder()
    ///     .policy(Policy::new().default(Operator::tokenize()))
    ///     .keyset(Keyset::generate()?)
    ///     .build()?;
    /// let out = engine.redact("Write to bo@example.com.")?;
    /// let again = engine.retokenize(out.text())?;
    /// assert_eq!((again.text(), again.report().current()), (out.text(), 1));
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// After a rotation every kept text goes through here once; when the reports say that nothing is `closed`, nothing
    /// needs the older key any more. Tokens bound to a subject need that subject on the input, as for
    /// [`restore`](Engine::restore). Values of vault tokens are put into the vault anew, under the primary key.
    ///
    /// # Errors
    /// As [`restore`](Engine::restore), and where the engine has a token of a vault to renew and no vault.
    pub fn retokenize<'t>(&self, input: impl Into<Input<'t>>) -> Result<Retokenized, Error> {
        let input = input.into();
        let whose = Whose { tenant: input.tenant_hint(), subject: input.subject_hint() };
        let text = input.text();
        let met = self.met(text, whose)?;
        let mut renewed = self.renewed(&met, whose)?.into_iter();
        let mut out = String::with_capacity(text.len());
        let mut report = RetokenizeReport::default();
        let mut done = 0;
        for met in &met {
            match met.state {
                TokenState::Own if self.is_older(met) => {
                    if let Some(token) = renewed.next().flatten() {
                        out.push_str(text.get(done..met.found.span.start).unwrap_or_default());
                        out.push_str(&token);
                        done = met.found.span.end;
                        report.renewed += 1;
                    } else {
                        report.closed += 1;
                    }
                }
                TokenState::Own => report.current += 1,
                TokenState::DestroyedKey => report.closed += 1,
                TokenState::UnknownKey => report.unknown += 1,
                TokenState::Forged => report.forged += 1,
                TokenState::Damaged => report.damaged += 1,
            }
        }
        out.push_str(text.get(done..).unwrap_or_default());
        Ok(Retokenized { text: out, report })
    }

    fn is_older(&self, met: &Met) -> bool {
        let primary = self.inner.tools.ring.primary();
        met.found.token.as_ref().is_some_and(|token| Some(token.header.key) != primary)
    }

    /// A newer token for each of an older key, in their order; `None` where it does not open.
    fn renewed(&self, met: &[Met], whose: Whose<'_>) -> Result<Vec<Option<String>>, Error> {
        let tools = &self.inner.tools;
        let older = || met.iter().filter(|met| met.state == TokenState::Own && self.is_older(met));
        let opened = || older().filter_map(|met| Some((met.found.token.as_ref()?, met.value.as_deref()?)));
        let mut kept = Vec::new();
        if let Some(vault) = &tools.vault {
            // Tokens bound to nobody stay so, whoever the text is about.
            for bound in [false, true] {
                let names: Vec<(String, &str, bool)> = opened()
                    .filter(|(token, _)| token.kind == TokenKind::Vault && token.header.flags.bound == bound)
                    .map(|(token, value)| (token.entity(), value.as_str(), token.header.flags.canonical))
                    .collect();
                let values: Vec<Keep<'_>> = names
                    .iter()
                    .map(|(entity, value, canonical)| Keep { entity, value: spelled(value, *canonical) })
                    .collect();
                let whose = if bound { whose } else { Whose { subject: "", ..whose } };
                let tokens = if values.is_empty() {
                    Vec::new()
                } else {
                    keep(&*vault.0, &tools.ring, &values, whose)?
                };
                kept.push(tokens.into_iter());
            }
        }
        let renew = |met: &Met| {
            let (Some(token), Some(value)) = (met.found.token.as_ref(), met.value.as_deref()) else {
                return Ok(None);
            };
            let Token { kind, header, .. } = token;
            let Flags { canonical, bound } = header.flags;
            let whose = if bound { whose } else { Whose { subject: "", ..whose } };
            let mut out = String::new();
            let made = match kind {
                TokenKind::Deterministic => {
                    deterministic(&tools.ring, &token.entity(), spelled(value, canonical), whose, &mut out)
                }
                TokenKind::Random => random(&tools.ring, &token.entity(), value, whose, &mut out),
                TokenKind::Vault => {
                    return Ok(kept.get_mut(usize::from(bound)).and_then(Iterator::next));
                }
                TokenKind::Hash => return Ok(None),
            };
            made.map_err(|problem| Error::Token { problem })?;
            Ok(Some(out))
        };
        older().map(renew).collect()
    }
}

fn spelled(value: &str, canonical: bool) -> Spelled<'_> {
    Spelled { value, canonical: if canonical { CANONICAL } else { 0 } }
}
