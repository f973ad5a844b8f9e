//! What in a text reads like a token, and whose it is.
use crate::entity::EntityType;
use crate::span::Span;
use crate::token::{TokenKind, TokenState, find};

use super::Engine;

/// A place that reads like a token. Holds where and what, never the value.
///
/// ```
/// use wimple::{Engine, Keyset, Operator, Policy, TokenKind, TokenState};
/// let engine = Engine::builder()
///     .policy(Policy::new().default(Operator::tokenize()))
///     .keyset(Keyset::generate()?)
///     .build()?;
/// let out = engine.redact("I am at bo@example.com")?;
/// let token = &engine.tokens(out.text())[0];
/// assert_eq!((token.state(), token.kind()), (TokenState::Own, Some(TokenKind::Deterministic)));
/// assert_eq!(token.entity_type(), Some(&wimple::entity::EMAIL_ADDRESS));
/// assert_eq!((token.span().start(), token.span().end()), (8, out.text().len()));
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundToken {
    span: Span,
    state: TokenState,
    told: Option<(TokenKind, EntityType, [u8; 4])>,
}

impl FoundToken {
    /// Where it stands: bytes of the text.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whose it is.
    pub fn state(&self) -> TokenState {
        self.state
    }

    /// What kind of token; `None` where it is damaged.
    pub fn kind(&self) -> Option<TokenKind> {
        self.told.as_ref().map(|(kind, ..)| *kind)
    }

    /// The type of the value it stands for, as the token names it; `None` where it is damaged.
    pub fn entity_type(&self) -> Option<&EntityType> {
        self.told.as_ref().map(|(_, entity, _)| entity)
    }

    /// The id of the key it was made with, as eight hexadecimal digits; `None` where it is damaged.
    pub fn key_id(&self) -> Option<String> {
        self.told.as_ref().map(|(_, _, key)| key.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

impl Engine {
    /// The places in a text that read like tokens, in their order, whichever way they are spelled.
    ///
    /// ```
    /// # use wimple::{Engine, Keyset, Operator, Policy, TokenState};
    /// # let engine = Engine::builder()
    /// #     .policy(Policy::new().default(Operator::tokenize())).keyset(Keyset::generate()?).build()?;
    /// let out = engine.redact("bo@example.com")?;
    /// let damaged = out.text().replace('1', "1q");
    /// let states: Vec<_> = engine.tokens(&format!("{out}, {damaged}", out = out.text())).iter().map(|t| t.state()).collect();
    /// assert_eq!(states, [TokenState::Own, TokenState::Damaged]);
    /// # Ok::<(), wimple::Error>(())
    /// ```
    ///
    /// An engine without keys knows every token for one of an unknown key.
    pub fn tokens(&self, text: &str) -> Vec<FoundToken> {
        let recognition = self.inner.tools.ring.recognition();
        let found = find(text).map(|found| {
            let span = Span::new(found.span.start, found.span.end);
            let Some(token) = found.token else {
                return FoundToken { span, state: TokenState::Damaged, told: None };
            };
            let name = token.entity();
            let entity = EntityType::builtin(&name).unwrap_or_else(|| EntityType::shared(&name));
            let told = Some((token.kind, entity, token.header.key));
            FoundToken { span, state: recognition.state(&token), told }
        });
        found.collect()
    }
}
