//! What in a text stands for a value: tokens, numbers that are encrypted in their form, and what reads like them.
//!
//! Comes in: a text, and whose it is. Goes out: places in order, each with whose it is, its value where it opens, and what
//! it would be under the primary key.
use core::ops::Range;

use zeroize::Zeroizing;

use super::{Engine, Inner};
use crate::detect::Known;
use crate::entity;
use crate::error::Error;
use crate::input::Input;
use crate::keyset::Keyset;
use crate::token::{Found, NO_KEYS, Token, TokenKind, TokenState, Whose, find, find_from, open, open_kept};
use crate::transform::{CANONICAL, Wrapped, next_wrapped, open_card, open_wrapped, own_fpe};

/// A place that stands for a value, or reads so.
pub(super) struct Met<'t> {
    pub(super) span: Range<usize>,
    pub(super) what: What<'t>,
    pub(super) state: TokenState,
    /// Whether the text says just what was written there.
    pub(super) to_the_letter: bool,
    /// `None` where it does not open.
    pub(super) value: Option<Zeroizing<String>>,
}

/// What stands there.
pub(super) enum What<'t> {
    Damaged,
    Token(Token),
    /// A number between marks.
    Wrapped(Wrapped<'t>),
    /// A number in place of a card's, and how many of its last digits are the card's.
    Card(&'t str, usize),
}

impl Met<'_> {
    /// A token of ours that names a value in a vault.
    fn named(&self) -> Option<&Token> {
        match &self.what {
            What::Token(token) if self.state == TokenState::Own && token.kind == TokenKind::Vault => {
                Some(token)
            }
            _ => None,
        }
    }
}

/// Whose the values of a text are.
pub(super) fn whose<'i>(input: &Input<'i>) -> Whose<'i> {
    Whose { tenant: input.tenant_hint(), subject: input.subject_hint() }
}

impl Engine {
    /// The places of a text. The vault is asked once. Detection runs only where the policy writes cards without marks,
    /// since such a number is a card's only where a card is spoken of.
    pub(super) fn met<'t>(&self, input: &Input<'t>) -> Result<Vec<Met<'t>>, Error> {
        let Inner { tools, limits, .. } = &*self.inner;
        let (text, whose) = (input.text(), whose(input));
        if text.len() > limits.input() {
            return Err(Error::Limit { what: "input bytes", actual: text.len(), limit: limits.input() });
        }
        let keys = tools.keyset.as_ref().ok_or(Error::Token { problem: NO_KEYS })?;
        let mut met = self.tokens_met(text, whose);
        met.extend(apart(wrapped_met(text, 0, keys, whose.tenant), &met));
        met.sort_by_key(|met| met.span.start);
        if let Some(last) = tools.fpe_end {
            met.extend(apart(self.cards_met(input, keys, last)?, &met));
            met.sort_by_key(|met| met.span.start);
        }
        self.ask_vault(&mut met, whose)?;
        Ok(met)
    }

    /// The places of a text that goes on where it has not `ended`, behind those that were given before, and up to where all of
    /// them are known.
    pub(super) fn met_more<'t>(
        &self,
        input: &Input<'t>,
        (tokens, wrapped): (&mut usize, &mut usize),
        ended: bool,
    ) -> Result<(Vec<Met<'t>>, usize), Error> {
        let (text, whose) = (input.text(), whose(input));
        let keys = self.inner.tools.keyset.as_ref().ok_or(Error::Token { problem: NO_KEYS })?;
        let mut finder = find_from(text, *tokens, ended);
        let mut met: Vec<Met<'t>> = finder.by_ref().map(|found| self.token_met(found, whose)).collect();
        let read = finder.place();
        // A number between marks counts where no token is: not before all tokens near it are known.
        let known = if ended { text.len() } else { read.min(open_wrapped(text, *wrapped)) };
        let mut numbers = wrapped_met(text, *wrapped, keys, whose.tenant);
        let over = numbers.iter().position(|met| met.span.end > known).unwrap_or(numbers.len());
        let until = numbers.get(over).map_or(known, |met| met.span.start.min(known));
        numbers.truncate(over);
        met.retain(|met| met.span.end <= until);
        met.extend(apart(numbers, &met));
        met.sort_by_key(|met| met.span.start);
        (*tokens, *wrapped) = (until, until);
        self.ask_vault(&mut met, whose)?;
        Ok((met, until))
    }

    /// Asks the vault once for the values that tokens name.
    fn ask_vault(&self, met: &mut [Met<'_>], whose: Whose<'_>) -> Result<(), Error> {
        let tools = &self.inner.tools;
        let Some(vault) = &tools.vault else { return Ok(()) };
        let tokens: Vec<&Token> = met.iter().filter_map(Met::named).collect();
        if !tokens.is_empty() {
            let mut values = open_kept(&*vault.0, &tools.ring, &tokens, whose)?.into_iter();
            for met in met.iter_mut().filter(|met| met.named().is_some()) {
                met.value = values.next().flatten();
            }
        }
        Ok(())
    }

    fn tokens_met<'t>(&self, text: &'t str, whose: Whose<'_>) -> Vec<Met<'t>> {
        find(text).map(|found| self.token_met(found, whose)).collect()
    }

    fn token_met<'t>(&self, found: Found, whose: Whose<'_>) -> Met<'t> {
        let ring = &self.inner.tools.ring;
        let (span, to_the_letter) = (found.span, found.to_the_letter);
        let Some(token) = found.token else {
            let state = TokenState::Damaged;
            return Met { span, what: What::Damaged, state, to_the_letter, value: None };
        };
        let state = ring.recognition().state(&token);
        let own = state == TokenState::Own;
        let value = if own { open(ring, &token, whose, CANONICAL) } else { None };
        Met { span, what: What::Token(token), state, to_the_letter, value }
    }

    /// Numbers in place of cards, where detection says that a card is meant.
    fn cards_met<'t>(&self, input: &Input<'t>, keys: &Keyset, last: usize) -> Result<Vec<Met<'t>>, Error> {
        let Inner { detector, limits, tools, .. } = &*self.inner;
        let found = detector.detect(input, limits, &[], &Known::default())?;
        let cards = found.iter().filter(|f| *f.entity_type() == entity::CREDIT_CARD);
        let own = cards.filter(|finding| own_fpe(input, finding, tools)).filter_map(|finding| {
            let number = finding.text(input.text())?;
            let value = Some(open_card(keys, input.tenant_hint(), last, number)?);
            let (span, what) = (finding.span().range(), What::Card(number, last));
            Some(Met { span, what, state: TokenState::Own, to_the_letter: true, value })
        });
        Ok(own.collect())
    }
}

/// Numbers between marks. Which key made one is told by its tag alone, so that a forged one is one of an unknown key.
fn wrapped_met<'t>(text: &'t str, mut from: usize, keys: &Keyset, tenant: &str) -> Vec<Met<'t>> {
    let mut met = Vec::new();
    while let Some(wrapped) = next_wrapped(text, from) {
        let span = wrapped.span.clone();
        from = span.end;
        let value = wrapped.open(keys, tenant);
        let state = if value.is_some() { TokenState::Own } else { TokenState::UnknownKey };
        let to_the_letter =
            text.get(span.clone()).is_some_and(|w| !w.contains(|c: char| c.is_ascii_uppercase()));
        met.push(Met { span, what: What::Wrapped(wrapped), state, to_the_letter, value });
    }
    met
}

/// Without the places that lie in one of `others`, which are in order.
fn apart<'t>(met: Vec<Met<'t>>, others: &[Met<'_>]) -> Vec<Met<'t>> {
    let inside = |span: &Range<usize>| {
        let first = others.partition_point(|other| other.span.end <= span.start);
        others.get(first).is_some_and(|other| other.span.start < span.end)
    };
    met.into_iter().filter(|met| !inside(&met.span)).collect()
}
