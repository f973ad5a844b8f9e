//! Tokens of older keys become tokens of the primary key, so that the older keys can go.
//!
//! Comes in: a text with tokens. Goes out: the same text with newer ones, and what was met.
use core::fmt;

use super::Engine;
use super::met::{Met, What, whose};
use crate::error::Error;
use crate::input::Input;
use crate::token::{Flags, Keep, Spelled, TokenKind, TokenState, Whose, deterministic, keep, random};
use crate::transform::{CANONICAL, renewed_card};

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
    /// Renews the tokens of a text: those of older keys become tokens of the primary key, of the same kind and value, and so
    /// do numbers of [`Operator::fpe`](crate::Operator::fpe).
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
    /// As [`restore`](Engine::restore).
    pub fn retokenize<'t>(&self, input: impl Into<Input<'t>>) -> Result<Retokenized, Error> {
        let input = input.into();
        let text = input.text();
        let met = self.met(&input)?;
        let mut newer = self.newer(&met, &input)?.into_iter();
        let mut out = String::with_capacity(text.len());
        let mut report = RetokenizeReport::default();
        let mut done = 0;
        for met in &met {
            let newer = newer.next().flatten();
            match (met.state, newer) {
                (TokenState::Own, Some(newer)) if text.get(met.span.clone()) != Some(&newer) => {
                    out.push_str(text.get(done..met.span.start).unwrap_or_default());
                    out.push_str(&newer);
                    done = met.span.end;
                    report.renewed += 1;
                }
                (TokenState::Own, Some(_)) => report.current += 1,
                (TokenState::Own, None) if self.is_current(met) => report.current += 1,
                (TokenState::Own | TokenState::DestroyedKey, _) => report.closed += 1,
                (TokenState::UnknownKey, _) => report.unknown += 1,
                (TokenState::Forged, _) => report.forged += 1,
                (TokenState::Damaged, _) => report.damaged += 1,
            }
        }
        out.push_str(text.get(done..).unwrap_or_default());
        Ok(Retokenized { text: out, report })
    }

    /// A token of the primary key.
    fn is_current(&self, met: &Met<'_>) -> bool {
        let primary = self.inner.tools.ring.primary();
        matches!(&met.what, What::Token(token) if Some(token.header.key) == primary)
    }

    /// What each place would be under the primary key, in their order; `None` where it does not open, and for tokens of
    /// the primary key.
    fn newer(&self, met: &[Met<'_>], input: &Input<'_>) -> Result<Vec<Option<String>>, Error> {
        let tools = &self.inner.tools;
        // Tokens bound to nobody stay so, whoever the text is about.
        let whose = |bound: bool| match bound {
            true => whose(input),
            false => Whose { subject: "", ..whose(input) },
        };
        let mut kept = self.kept_anew(met, whose)?;
        let newer = |met: &Met<'_>| {
            let (Some(value), false) = (met.value.as_deref(), self.is_current(met)) else { return Ok(None) };
            let token = match &met.what {
                What::Token(token) => token,
                What::Damaged => return Ok(None),
                What::Wrapped(wrapped) => {
                    return Ok(tools
                        .keyset
                        .as_ref()
                        .and_then(|keys| wrapped.renewed(keys, input.tenant_hint())));
                }
                What::Card(number, last) => {
                    let keys = tools.keyset.as_ref();
                    return Ok(keys.and_then(|keys| renewed_card(keys, input.tenant_hint(), *last, number)));
                }
            };
            let Flags { canonical, bound } = token.header.flags;
            let (ring, entity, mut out) = (&tools.ring, token.entity(), String::new());
            let made = match token.kind {
                TokenKind::Deterministic => {
                    deterministic(ring, &entity, spelled(value, canonical), whose(bound), &mut out)
                }
                TokenKind::Random => random(ring, &entity, value, whose(bound), &mut out),
                TokenKind::Vault => return Ok(kept.get_mut(usize::from(bound)).and_then(Iterator::next)),
                TokenKind::Hash => return Ok(None),
            };
            made.map_err(|problem| Error::Token { problem })?;
            Ok(Some(out))
        };
        met.iter().map(newer).collect()
    }

    /// Tokens of the values that vault tokens of older keys name, kept under the primary key: those of tokens bound to
    /// nobody, then those of tokens bound to the subject.
    fn kept_anew<'w>(
        &self,
        met: &[Met<'_>],
        whose: impl Fn(bool) -> Whose<'w>,
    ) -> Result<Vec<std::vec::IntoIter<String>>, Error> {
        let tools = &self.inner.tools;
        let Some(vault) = &tools.vault else { return Ok(Vec::new()) };
        let mut kept = Vec::new();
        for bound in [false, true] {
            let older = met.iter().filter(|met| !self.is_current(met)).filter_map(|met| match &met.what {
                What::Token(token) if token.kind == TokenKind::Vault => Some((token, met.value.as_deref()?)),
                _ => None,
            });
            let names: Vec<(String, &str, bool)> = older
                .filter(|(token, _)| token.header.flags.bound == bound)
                .map(|(token, value)| (token.entity(), value.as_str(), token.header.flags.canonical))
                .collect();
            let values: Vec<Keep<'_>> = names
                .iter()
                .map(|(entity, value, canonical)| Keep { entity, value: spelled(value, *canonical) })
                .collect();
            let tokens = match values.is_empty() {
                true => Vec::new(),
                false => keep(&*vault.0, &tools.ring, &values, whose(bound))?,
            };
            kept.push(tokens.into_iter());
        }
        Ok(kept)
    }
}

fn spelled(value: &str, canonical: bool) -> Spelled<'_> {
    Spelled { value, canonical: if canonical { CANONICAL } else { 0 } }
}
